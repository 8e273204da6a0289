package symptom

import (
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// conditionRow says what an illness or a medicine changes.
type conditionRow struct {
	Condition string `csv:"condition"`
	With      string `csv:"with"`      // as interactions.csv calls it
	Withholds string `csv:"withholds"` // keys of the nutrients that nobody may be told to eat more of
	Source    string `csv:"source"`
}

// touchRow says what brings a red flag to the front: a symptom of some severity, a trait of the person, or
// both at once.
type touchRow struct {
	Flag    string `csv:"flag"`
	Symptom string `csv:"symptom"` // empty where the trait is enough; "any" for whichever was logged
	From    int    `csv:"from"`    // the least severity
	With    string `csv:"with"`    // empty where the symptom is enough
	Source  string `csv:"source"`
}

func readConditions(b *Book) (err error) {
	if b.conditions, err = read[conditionRow]("conditions.csv"); err != nil {
		return err
	}
	b.touches, err = read[touchRow]("touches.csv")
	return err
}

// Withheld reports whether a person must not be told to eat more of a nutrient, because of an illness or a
// medicine.
func (b *Book) Withheld(id nutrient.ID, p *diary.Person) bool {
	return slices.ContainsFunc(b.conditions, func(c conditionRow) bool {
		return p.Has(diary.Condition(c.Condition)) && slices.Contains(strings.Split(c.Withholds, "; "), id.Key())
	})
}

// WithheldSentence says it in place of a verdict that would ask for more.
func (b *Book) WithheldSentence(id nutrient.ID) string { return b.say("withheld", id) }

// ExplainTo is Explain for one person: what their illness and medicines make of it comes first. Where they
// must not be told what to eat, of this nutrient or silenced of any, foods and what goes well with them are
// left out.
func (b *Book) ExplainTo(v *assess.Verdict, p *diary.Person, silenced bool) Explanation {
	e := b.Explain(v, p.Diet)
	silenced = silenced || b.Withheld(v.Nutrient, p)
	if silenced {
		e.Foods = nil
	}
	var first, rest []string
	for _, note := range e.Notes {
		effect := b.about[note].Effect
		switch {
		case silenced && (effect == "helps" || effect == "hinders"):
		case b.concerns(note, p):
			first = append(first, note)
		default:
			rest = append(rest, note)
		}
	}
	e.Notes = slices.Concat(first, rest)
	return e
}

// concerns reports whether a note is about an illness or a medicine of the person.
func (b *Book) concerns(note string, p *diary.Person) bool {
	return slices.ContainsFunc(b.conditions, func(c conditionRow) bool {
		return c.With != "" && p.Has(diary.Condition(c.Condition)) && strings.Contains(b.about[note].With, c.With)
	})
}

// RedFlagsFor parts the red flags into those that a person's symptoms or conditions touch, and the others,
// each the most urgent first; but what takes advice away comes before everything else. Severities are the
// worst of each logged symptom, by key.
func (b *Book) RedFlagsFor(p *diary.Person, severities map[string]int) (touched, others []RedFlag) {
	var silencing []RedFlag
	for _, f := range b.flags {
		switch hit := b.touched(f.ID, p, severities); {
		case hit && f.Urgency == "suppress_advice":
			silencing = append(silencing, f)
		case hit:
			touched = append(touched, f)
		default:
			others = append(others, f)
		}
	}
	return slices.Concat(silencing, touched), others
}

// Silence is the sentence in place of advice on food where one of the flags takes all of it away; else empty.
func (b *Book) Silence(touched []RedFlag) string {
	if slices.ContainsFunc(touched, func(f RedFlag) bool { return f.Withholds == "all" }) {
		return b.texts[textKey{key: "silence"}]
	}
	return ""
}

func (b *Book) touched(flag string, p *diary.Person, severities map[string]int) bool {
	return slices.ContainsFunc(b.touches, func(r touchRow) bool {
		return r.Flag == flag && (r.With == "" || is(p, r.With)) && (r.Symptom == "" || felt(severities, r))
	})
}

func felt(severities map[string]int, r touchRow) bool {
	if r.Symptom != "any" {
		return severities[r.Symptom] >= r.From
	}
	for _, severity := range severities {
		if severity >= r.From {
			return true
		}
	}
	return false
}

// is reports whether a person has a trait that touches.csv names. What they didn't say they don't have.
func is(p *diary.Person, trait string) bool {
	const year = 12
	switch trait {
	case "vegan":
		return p.Diet == trait
	case "pregnancy", "lactation":
		return string(p.LifeStage) == trait
	case "over-50":
		return p.AgeMonths > 50*year
	case "under-18":
		return p.AgeMonths > 0 && p.AgeMonths < 18*year
	}
	return p.Has(diary.Condition(trait))
}

// LinksTo are the nutrients whose low intake can contribute to a symptom, the best evidence first.
func (b *Book) LinksTo(symptom string) []Link {
	var links []Link
	for _, id := range nutrient.All() {
		for _, l := range b.links[id] {
			if l.Symptom == symptom {
				links = append(links, l)
			}
		}
	}
	slices.SortStableFunc(links, compareLinks)
	return links
}

// Own is a sentence about a logged symptom: "enough" or "open" of a nutrient, "none" where no nutrient is
// tied to it, "blind" for what no diary shows.
func (b *Book) Own(about string, id nutrient.ID) string { return b.say("own_"+about, id) }

// Unsaid are sentences on what a person did not say and what that does to the report.
func (b *Book) Unsaid(p *diary.Person) []string {
	var sentences []string
	var body []string
	for _, figure := range []struct {
		name string
		open bool
	}{
		{lang.Mark("sex"), p.Sex == ""}, {lang.Mark("age"), p.AgeMonths == 0},
		{lang.Mark("weight"), p.WeightKg == 0}, {lang.Mark("height"), p.HeightCm == 0},
	} {
		if figure.open {
			body = append(body, figure.name)
		}
	}
	for _, question := range []struct {
		key  string
		open bool
	}{
		{"diet", p.Diet == ""}, {"smoker", p.Smoker == ""}, {"energy", len(body) > 0}, {"conditions", len(p.Conditions) == 0},
	} {
		if question.open {
			text := b.say("missing_"+question.key, nutrient.Energy, "{what}", b.lang.ListOf(body))
			sentences = append(sentences, clause(text))
		}
	}
	return sentences
}
