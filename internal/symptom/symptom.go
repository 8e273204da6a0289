// Package symptom says what a low intake can and can't explain, what helps, and when to see a doctor. All
// of its sentences stand in embedded data files, each with its source.
//
// Its rule: it takes verdicts as they are and words them by what is known of low intake, not of illness;
// a shortfall can contribute to a symptom, and other causes exist. It refuses to diagnose, to raise a
// verdict, and to name a dose.
package symptom

import (
	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// Evidence grades what is known of a link.
type Evidence string

// The grades, the best first. Conflicting links were studied and remain open; limited ones hardly were.
const (
	Strong      Evidence = "strong"
	Moderate    Evidence = "moderate"
	Conflicting Evidence = "conflicting"
	Limited     Evidence = "limited"
)

// Link is what a low intake of a nutrient can contribute to.
type Link struct {
	Nutrient  nutrient.ID
	Symptom   string   // the key, "tingling_numbness"
	Name      string   // for people, "tingling or numbness"
	Clinical  Evidence // for a proven lack in the body
	LowIntake Evidence // for a low intake; the text is worded by this one
	Urgency   string   // routine, see_doctor_if_persistent or see_doctor
	Text      string
	Verified  bool // whether the source itself was seen
	Source    string
}

// Food supplies a nutrient.
type Food struct {
	Name string // for people, "cooked spinach"
	Code string // in FNDDS
	Diet string // the strictest diet that allows it: vegan, vegetarian or omnivore
}

// Explanation is what there is to say about the shortfall of one nutrient.
type Explanation struct {
	Links []Link   // best evidence first
	Notes []string // dangers, the caveat, what helps, what hinders, special needs, medicines
	Foods []Food   // the richest usual portion first
}

// RedFlag is a reason to see a doctor instead of changing what one eats.
type RedFlag struct {
	ID      string
	Urgency string // emergency, urgent, see_doctor_soon, see_doctor or suppress_advice
	// Withholds is the advice on food that the flag takes away from whom it concerns: "all", or
	// "conditions.csv" for what that table lists; empty for none.
	Withholds string
	Text      string
	Source    string
}

// Book is everything that this package knows.
type Book struct {
	lang  *lang.Language // of every sentence
	links [nutrient.Count][]Link
	notes [nutrient.Count][]string
	foods [nutrient.Count][]Food
	texts map[textKey]string
	flags []RedFlag
	words []Word

	pairings   [nutrient.Count][]Pairing
	conditions []conditionRow
	touches    []touchRow

	electrolytes []electrolyteRow

	questions map[string]string         // for a professional, by their key
	about     map[string]interactionRow // what a note is about, by its text
}

// textKey finds a sentence: the general one, or that of one nutrient where there is one.
type textKey struct{ key, nutrient string }

// Explain says what a low intake can contribute to and what to do about it: for a shortfall, a possible
// one, and an intake below an AI, which is no verdict. It is empty for everything else. Foods that a vegetarian or vegan diet excludes are left out. The caller must not
// change the links and notes.
func (b *Book) Explain(v *assess.Verdict, diet string) Explanation {
	if !v.Low() {
		return Explanation{}
	}
	e := Explanation{Links: b.links[v.Nutrient], Notes: b.notes[v.Nutrient]}
	for _, f := range b.foods[v.Nutrient] {
		if allows(diet, f.Diet) {
			e.Foods = append(e.Foods, f)
		}
	}
	return e
}

// allows reports whether somebody on a diet eats food that the given diet is the strictest to allow.
func allows(diet, food string) bool {
	switch diet {
	case "vegan":
		return food == "vegan"
	case "vegetarian":
		return food != "omnivore"
	}
	return true
}

// RedFlags are the reasons to see a doctor, the most urgent first. They belong in every report.
func (b *Book) RedFlags() []RedFlag { return b.flags }

// Disclaimer says what a report is and is not. It belongs in every report.
func (b *Book) Disclaimer() string { return b.texts[textKey{key: "disclaimer"}] }
