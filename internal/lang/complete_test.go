package lang

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/leonelquinteros/gotext"

	"github.com/nutrigap/nutrigap/internal/golden"
)

// translations reads a language's file, without its head.
func translations(tag string) map[string]*gotext.Translation {
	po := gotext.NewPo()
	po.ParseFile(tag + ".po")
	all := po.GetDomain().GetTranslations()
	delete(all, "")
	return all
}

func languagesWithFile() []string { return Tags()[1:] }

// A change of English text must not wait for a translator while it is worked on, so that the short run of the
// tests leaves this to the full one. With -update the file gets what is missing, to be filled in, and loses
// what nobody says any more.
func TestEveryTextIsTranslated(t *testing.T) {
	if testing.Short() && !golden.Update() {
		t.Skip("translations are checked in the full run")
	}
	said := repositoryKeys(t)
	for _, tag := range languagesWithFile() {
		if golden.Update() {
			rewrite(t, tag, said)
		}
		have := translations(tag)
		var missing []string
		for _, k := range said.all {
			if tr := have[k.text]; tr == nil || slices.Contains(forms(tag, k, tr), "") {
				missing = append(missing, entry(tag, k, tr))
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s.po lacks %d texts:\n\n%s", tag, len(missing), strings.Join(missing, "\n"))
		}
		for text := range have {
			if said.index[text] == nil {
				t.Errorf("%s.po translates what nobody says: %q", tag, text)
			}
		}
	}
}

// pluralForms are how many forms a language's file says that a noun has.
func pluralForms(tag string) int {
	po := gotext.NewPo()
	po.ParseFile(tag + ".po")
	var n int
	if _, err := fmt.Sscanf(po.PluralForms, "nplurals=%d", &n); err != nil {
		return 0
	}
	return n
}

// forms are the translations of a text: one, or one for each plural form.
func forms(tag string, k *key, tr *gotext.Translation) []string {
	n := 1
	if k.many != "" {
		n = pluralForms(tag)
	}
	all := make([]string, n)
	for i := range all {
		if tr != nil {
			all[i] = tr.Trs[i]
		}
	}
	return all
}

var verb = regexp.MustCompile(`%(\[\d+\])?[-+# 0]*\d*(\.\d+)?[a-zA-Z%]|\{[a-z]+\}`)

// placeholders are the verbs and the names in braces of a text, sorted, each verb with the number of its
// argument.
func placeholders(text string) []string {
	var all []string
	next := 1
	for _, m := range verb.FindAllString(text, -1) {
		switch {
		case m == "%%" || strings.HasPrefix(m, "{"):
		case strings.HasPrefix(m, "%["):
			fmt.Sscanf(m, "%%[%d]", &next)
			m = fmt.Sprintf("%d%s", next, m[strings.IndexByte(m, ']')+1:])
			next++
		default:
			m = fmt.Sprintf("%d%s", next, m[1:])
			next++
		}
		all = append(all, m)
	}
	slices.Sort(all)
	return all
}

func TestTranslationsHaveThePlaceholdersOfTheText(t *testing.T) {
	for _, tag := range languagesWithFile() {
		for text, tr := range translations(tag) {
			want := placeholders(text)
			for _, form := range tr.Trs {
				if got := placeholders(form); form != "" && !slices.Equal(want, got) {
					t.Errorf("%s.po: %q has %v, its translation %q %v", tag, text, want, form, got)
				}
			}
		}
	}
}

// overclaims are words that no report may say, in any language: that somebody has a lack of something, that food
// heals or treats, and doses.
var overclaims = map[string]*regexp.Regexp{
	"de": regexp.MustCompile(`(?i)\b(sie|du) (haben|hast|leiden|leidest)\b|\bmangel (haben|hat)\b|\b(haben|hat|leidet an|leiden an) (ein|einen|einem) \S*mangel` +
		`|unterversorg|mangelernährt|\b(ge)?heil(t|en|ung)\b|behandel|behandl|kurier|therapie|verordn|dosis|dosier` +
		`|diagnos|\d\s*(mg|µg|mcg|ie)\b|nehmen sie (täglich|jeden tag|mehr)|tabletten? (täglich|am tag)`),
}

func TestTranslationsClaimNoMoreThanTheText(t *testing.T) {
	denied := strings.NewReplacer("stellt keine Diagnose", "", "die Ernährungsdiagnose bleibt der Fachkraft überlassen", "")
	for _, tag := range languagesWithFile() {
		words := overclaims[tag]
		if words == nil {
			t.Errorf("%s.po: nobody said which words overclaim in this language", tag)
			continue
		}
		for text, tr := range translations(tag) {
			for _, form := range tr.Trs {
				if found := words.FindString(denied.Replace(form)); found != "" && text != exampleMeasure {
					t.Errorf("%s.po: %q says %q", tag, form, found)
				}
			}
		}
	}
	for _, claim := range []string{"Sie haben einen Eisenmangel.", "Wer einen Mangel hat", "Magnesium heilt Krämpfe.", "zur Behandlung", "Nehmen Sie täglich", "300 mg am Tag"} {
		if !overclaims["de"].MatchString(claim) {
			t.Errorf("%q goes unnoticed", claim)
		}
	}
}

// entry is a text as it stands in a language's file.
func entry(tag string, k *key, tr *gotext.Translation) string {
	var b strings.Builder
	for _, file := range k.files {
		fmt.Fprintf(&b, "#: %s\n", file)
	}
	fmt.Fprintf(&b, "msgid %s\n", quoted(k.text))
	texts := forms(tag, k, tr)
	if k.many == "" {
		fmt.Fprintf(&b, "msgstr %s\n", quoted(texts[0]))
		return b.String()
	}
	fmt.Fprintf(&b, "msgid_plural %s\n", quoted(k.many))
	for i, text := range texts {
		fmt.Fprintf(&b, "msgstr[%d] %s\n", i, quoted(text))
	}
	return b.String()
}

// quoted is a text in quotes as gettext has them: only what must be escaped is.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}

// rewrite brings a language's file to the texts that are said, in their order.
func rewrite(t *testing.T, tag string, said *keys) {
	t.Helper()
	file := tag + ".po"
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(content), "\n\n")
	parts := []string{head + "\n"}
	have := translations(tag)
	for _, k := range said.all {
		parts = append(parts, entry(tag, k, have[k.text]))
	}
	if err := os.WriteFile(file, []byte(strings.Join(parts, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}
