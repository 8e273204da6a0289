package house

import (
	"encoding/csv"
	"go/ast"
	"go/token"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sentence is a text about health that the program can print.
type sentence struct{ where, text, source string }

// healthSentences are the texts of every data file that has some.
func healthSentences(t *testing.T) []sentence {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "symptom", "data", "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	var all []sentence
	for _, name := range append(files, filepath.Join("..", "suggest", "texts.csv")) {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		text, source := slices.Index(rows[0], "text"), slices.Index(rows[0], "source")
		for i, row := range rows[1:] {
			if text >= 0 && row[text] != "" {
				all = append(all, sentence{filepath.Base(name) + ":" + strconv.Itoa(i+2), row[text], row[source]})
			}
		}
	}
	if len(all) < 200 {
		t.Fatalf("only %d sentences were found", len(all))
	}
	return all
}

// forbidden are words that no sentence for people may use: a diagnosis, a promise, a dose.
var forbidden = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\byou('ve| have|'re| are| suffer)\b`),
	regexp.MustCompile(`(?i)deficien`),
	regexp.MustCompile(`(?i)\bcur(e|es|ed|ing|able)\b`),
	regexp.MustCompile(`(?i)\bheal(s|ed)?\b`),
	regexp.MustCompile(`(?i)treat`),
	regexp.MustCompile(`(?i)\bdiagnos(e|ed|is|es)\b`),
	regexp.MustCompile(`(?i)your (cramps|pain|symptoms)`),
	regexp.MustCompile(`(?i)\d\s*(mg|mcg|µg|g|iu|grams?|tablets?|pills?|capsules?|supplements?|litres?|glasses)\b`),
	regexp.MustCompile(`(?i)\b(caused by|because of) (a|your|low)\b`),
}

func TestHealthSentencesKeepToTheRules(t *testing.T) {
	for _, s := range healthSentences(t) {
		text := strings.ReplaceAll(s.text, "does not diagnose", "")
		for _, word := range forbidden {
			if found := word.FindString(text); found != "" {
				t.Errorf("%s says %q: %s", s.where, found, s.text)
			}
		}
		if s.source == "" {
			t.Errorf("%s rests on nothing: %s", s.where, s.text)
		}
	}
}

func TestForbiddenWordsAreFound(t *testing.T) {
	for _, text := range []string{
		"You have low iron.", "You are deficient.", "This cures cramps.", "Treatment helps.", "Take 400 mg.", "Take 2 tablets.",
		"Take 2 supplements.", "Your cramps come from magnesium.", "The diagnosis is clear.", "It is caused by low iron.",
	} {
		if !slices.ContainsFunc(forbidden, func(r *regexp.Regexp) bool { return r.MatchString(text) }) {
			t.Errorf("nothing forbids %q", text)
		}
	}
}

// grade is the school year, by the Flesch-Kincaid formula, in which a text is read with ease (Kincaid et al.
// 1975, Naval Technical Training Command, Research Branch Report 8-75). As Flesch counts, a colon or a
// semicolon ends a sentence too.
func grade(text string) float64 {
	words := regexp.MustCompile(`[A-Za-z][A-Za-z'’-]*`).FindAllString(text, -1)
	sentences := len(regexp.MustCompile(`[.:;!?]+(\s|$)`).FindAllString(text, -1))
	count := 0
	for _, w := range words {
		count += syllables(w)
	}
	n := float64(len(words))
	return 0.39*n/float64(max(sentences, 1)) + 11.8*float64(count)/n - 15.59
}

// syllables are about as many as a word has groups of vowels, without a silent e at its end.
func syllables(word string) int {
	word = strings.ToLower(word)
	n := len(regexp.MustCompile(`[aeiouy]+`).FindAllString(word, -1)) + strings.Count(word, "ium")
	if n > 1 && (strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") || regexp.MustCompile(`[^td]ed$`).MatchString(word)) {
		n--
	}
	return max(n, 1)
}

func TestGradesAsPublished(t *testing.T) {
	for text, want := range map[string]float64{ // as Wikipedia works them out
		"The cat sat on the mat.": -1.45,
		"The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.": 11.27,
	} {
		if got := grade(text); math.Abs(got-want) > 0.01 {
			t.Errorf("%q has the grade %.2f, want %.2f", text, got, want)
		}
	}
}

// Readers of 14 years are in the eighth or ninth grade.
const (
	meanGrade = 8.0
	mostGrade = 12.0 // of one text, where the names of nutrients alone are long words
)

func TestHealthSentencesAreEasyToRead(t *testing.T) {
	sum, all := 0.0, healthSentences(t)
	words := regexp.MustCompile(`\{\w+\}`)
	for _, s := range all {
		g := grade(words.ReplaceAllString(s.text, "ten"))
		sum += g
		if g > mostGrade {
			t.Errorf("%s has the grade %.1f: %s", s.where, g, s.text)
		}
	}
	if mean := sum / float64(len(all)); mean > meanGrade {
		t.Errorf("the mean grade is %.1f, more than %.1f", mean, meanGrade)
	}
}

// aboutHealth are words of sentences about health. A heading that has one is no sentence: it has no full stop
// and no semicolon.
var (
	aboutHealth = regexp.MustCompile(`(?i)\b(doctors?|midwife|diseases?|illness\w*|medicines|(?:a|the|this) medicine|blood|nerves?|muscles?|cramps?|pains?|painful|dangerous|deadly|harm\w*|emergency|menstruat\w*|pregnan\w*|absorb\w*|take up|heart\w*)\b`)
	wholeClause = regexp.MustCompile(`[.;](\s|$)`)
)

// TestNoHealthSentenceStandsInGo: what is said about health has its source beside it, in a data file. The command
// is left out: its help texts say what a flag is, and are no advice.
func TestNoHealthSentenceStandsInGo(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || !strings.HasPrefix(s.dir, "internal/") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec, *ast.Field:
				return false
			case *ast.BasicLit:
				if n.Kind != token.STRING {
					return false
				}
				text, err := strconv.Unquote(n.Value)
				if err == nil && len(strings.Fields(text)) >= 4 && aboutHealth.MatchString(text) && wholeClause.MatchString(text) {
					t.Errorf("%s: a sentence about health: %s", s.fset.Position(n.Pos()), text)
				}
			}
			return true
		})
	}
}
