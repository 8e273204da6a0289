// Package lang lets a report speak: every word, number and date that people read comes out in one language.
//
// Its rule: the English text is the key, and each other language is one embedded file of translations,
// de.po, in the format of gettext, for which translators have tools. A text that a file lacks stays
// English. It refuses to look at the environment: a language is asked for by its tag.
//
// How a voice uses it:
//
//	l := lang.Of(s.Language)                  // the language of the Summary
//	l.T("Nutrient gaps")                      // "Nährstofflücken"
//	l.Tf("%d logged, %d complete", all, full) // as in fmt; a translation may say %[2]d first
//	l.N("%d day", "%d days", n)               // the form that goes with n, which fills the first verb
//	l.Amount(n.Key, *n.Mean)                  // "1.240 kcal"; l.Number, l.Percent, l.Fraction without a unit
//	l.Date(day.Date), l.LongDate(day.Date)    // "02.03.2026", "Montag, 2. März 2026"
//	l.List(names)                             // "Eisen, Zink und Wasser"
//	{status, lang.Mark("short")}              // a key that is looked up later: l.T(word)
//
// Keys are written out where they are used, so that the test finds each of them and what isn't translated.
package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/leonelquinteros/gotext"
)

//go:embed *.po
var files embed.FS

// Language is one language, in which a report can be written. It never changes.
type Language struct {
	tag   string
	po    *gotext.Po // nil for English, whose texts are the keys
	texts map[string]*gotext.Translation
	signs signs
}

// Mark marks a text that is looked up later as one to translate, and is that text.
func Mark(text string) string { return text }

// UnknownError is a tag of which there is no language.
type UnknownError struct{ Tag string }

// Error names the languages that there are.
func (e *UnknownError) Error() string {
	return fmt.Sprintf("language %q is not known; use %s", e.Tag, strings.Join(Tags(), ", "))
}

const english = "en"

// Tags are the languages that there are, English first.
func Tags() []string {
	names, err := fs.Glob(files, "*.po")
	if err != nil {
		panic(err) // of a pattern that can't be read
	}
	tags := []string{english}
	for _, name := range names {
		tags = append(tags, strings.TrimSuffix(name, ".po"))
	}
	return tags
}

// English is the language that needs no file.
func English() *Language { return Of(english) }

// Of is the language of a tag, and English where the tag is empty or names none.
func Of(tag string) *Language {
	l, err := For(tag)
	if err != nil {
		l, _ = For(english)
	}
	return l
}

// For finds a language by its tag, in the shape of BCP 47 or of a locale: "de", "de-AT", "de_DE.UTF-8". The
// error is an [*UnknownError].
func For(tag string) (*Language, error) {
	base := strings.ToLower(tag)
	if end := strings.IndexAny(base, "-_.@"); end >= 0 {
		base = base[:end]
	}
	if l, ok := languages()[base]; ok {
		return l(), nil
	}
	return nil, &UnknownError{tag}
}

// languages are all of them, each read when it is first asked for.
var languages = sync.OnceValue(func() map[string]func() *Language {
	all := map[string]func() *Language{}
	for _, tag := range Tags() {
		all[tag] = sync.OnceValue(func() *Language { return load(tag) })
	}
	return all
})

func load(tag string) *Language {
	l := &Language{tag: tag}
	if tag != english {
		l.po = gotext.NewPoFS(files)
		l.po.ParseFile(tag + ".po")
		l.texts = l.po.GetDomain().GetTranslations()
		delete(l.texts, "") // the head of the file
	}
	l.signs = l.read()
	return l
}

// Tag is the language's code, "de".
func (l *Language) Tag() string { return l.tag }

// Name is what the language calls itself.
func (l *Language) Name() string { return l.T("English") }

// T is the translation of an English text.
func (l *Language) T(text string) string {
	if translation, ok := l.texts[text]; ok {
		return translation.Get()
	}
	return text
}

// Tf is the translation of an English text with verbs, filled in as fmt does.
func (l *Language) Tf(text string, args ...any) string {
	return fmt.Sprintf(l.T(text), args...)
}

// N is the form of a text that goes with n, which is put in for its first verb and the others after it.
func (l *Language) N(one, many string, n int, args ...any) string {
	form := many
	switch {
	case l.po != nil:
		form = l.po.GetN(one, many, n)
	case n == 1:
		form = one
	}
	return fmt.Sprintf(form, append([]any{n}, args...)...)
}

// ListOf is [Language.List] of texts, translated.
func (l *Language) ListOf(texts []string) string {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = l.T(text)
	}
	return l.List(all)
}

// List is items in a sentence: "a, b and c".
func (l *Language) List(items []string) string {
	if len(items) == 0 {
		return ""
	}
	last := len(items) - 1
	if last == 0 {
		return items[0]
	}
	return l.Tf("%s and %s", strings.Join(items[:last], l.T(", ")), items[last])
}
