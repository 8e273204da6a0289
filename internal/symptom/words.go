package symptom

import (
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

// say is a sentence about a nutrient, its own where there is one, with what stands in braces filled in:
// pairs of a name and its words. It is empty where there is no such sentence.
func (b *Book) say(key string, id nutrient.ID, words ...string) string {
	text, ok := b.texts[textKey{key, id.Key()}]
	if !ok {
		text = b.texts[textKey{key: key}]
	}
	return strings.NewReplacer(append(words, "{nutrient}", b.lang.T(id.Name()), "{unit}", id.Unit().Symbol())...).Replace(text)
}

// Sentence is the verdict on a period in words, with its confidence where it has one, and the values as
// their authority calls them. It is empty where there was nothing to compare with.
func (b *Book) Sentence(v *assess.Verdict) string {
	terms := v.Target.Terms
	return b.say(string(v.Why), v.Nutrient,
		"{ear}", terms.Of(reference.EAR), "{rda}", terms.Of(reference.RDA), "{cdrr}", b.lang.T(terms.Of(reference.CDRR)),
		"{enough}", b.sure(v.Adequate.P), "{short}", b.sure(1-v.Adequate.P))
}

// Better says that a diet with more of a nutrient would be better, for a verdict of which that is sure enough;
// else it is empty.
func (b *Book) Better(v *assess.Verdict) string {
	if v.Why != assess.SurelyShort && v.Why != assess.BelowEAR {
		return ""
	}
	return b.say("better", v.Nutrient)
}

// MoreDays says whether more days would settle a verdict that is not sure. It is empty where they are not
// what is missing.
func (b *Book) MoreDays(m *assess.Mean) string {
	switch m.Why {
	case assess.LikelyShort, assess.LikelyEnough, assess.NearAI, assess.FewDays, assess.FewDaysLow:
	default:
		return ""
	}
	switch {
	case m.Settles:
		return b.say("more_days", m.Nutrient, "{days}", b.lang.N("%d more day", "%d more days", m.MoreDays))
	case m.Method == assess.IronTable:
		return ""
	}
	return b.say("no_more_days", m.Nutrient)
}

// Method says what there is to know of how the confidence was reached; mostly empty.
func (b *Book) Method(m *assess.Mean) string { return b.say("method_"+string(m.Method), m.Nutrient) }

// NotVerified says that the figure of a target was not seen in print.
func (b *Book) NotVerified(id nutrient.ID) string { return b.say("not_verified", id) }

// SpreadNotVerified says that how much days differ was not seen in print.
func (b *Book) SpreadNotVerified(id nutrient.ID) string { return b.say("spread_not_verified", id) }

// Adjustment says what an adjustment does to a target, or means beside it.
func (b *Book) Adjustment(a *reference.Adjustment) string {
	return b.say(a.Key, a.Nutrient, "{low}", b.lang.Number(a.Low.Value), "{high}", b.lang.Number(a.High.Value))
}

// Underreported says that a diary most likely misses food, by its energy as a share of what is needed.
func (b *Book) Underreported(share assess.Chance) string {
	if !share.Known {
		return b.say("no_whole_day", nutrient.Energy)
	}
	return b.say("underreported", nutrient.Energy, "{share}", b.lang.Percent(100*share.P))
}

// Together says what came of setting a symptom beside what was eaten: "few" days to look, the "same" severity
// on all of them, "none" or "some" that stood out; with the least days that it takes, those that have both,
// those that are missing, and the pairs that were looked at.
func (b *Book) Together(what string, least, days, missing, tested int) string {
	return b.say("together_"+what, nutrient.Energy, "{least}", strconv.Itoa(least), "{days}", strconv.Itoa(days),
		"{missing}", strconv.Itoa(missing), "{tested}", strconv.Itoa(tested))
}

// Assumed says what had to be assumed of a person, as a clause.
func (b *Book) Assumed(a *reference.Assumption) string {
	var names []string
	for _, id := range a.Nutrients {
		names = append(names, b.lang.T(id.Name()))
	}
	return clause(b.say("assumed_"+a.Key, nutrient.Energy, "{nutrients}", b.lang.List(names),
		"{stage}", b.lang.T(stageNames[a.Stage]), "{from}", strconv.Itoa(a.FromYears), "{to}", strconv.Itoa(a.ToYears)))
}

// stageNames are the stages of life that assumptions name.
var stageNames = map[reference.Stage]string{
	reference.Pregnancy: lang.Mark("pregnancy"),
	reference.Lactation: lang.Mark("lactation"),
}

// PerKgWorkedOut says that a target for each kilogram of body weight was not published as such.
func (b *Book) PerKgWorkedOut(id nutrient.ID) string { return b.say("per_kg_worked_out", id) }

// Pointer says, to whoever looks for the cause of a pain, that there are others than food.
func (b *Book) Pointer() string { return b.say("pointer", nutrient.Energy) }

// clause is a sentence without its full stop, for lists.
func clause(sentence string) string { return strings.TrimSuffix(sentence, ".") }

func (b *Book) sure(p float64) string { return b.lang.Percent(float64(assess.Percent(p))) }
