package tidy

import (
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// felt is one thing that the report says of a symptom. own is nil where nobody logged it.
type felt struct {
	kind, symptom, nutrient, evidence, status, text string

	own  *report.OwnSymptom  // of the symptom itself
	pair *report.Coincidence // with what was eaten
}

var feltFields = []field[felt]{
	{Column{Name: "kind", Title: lang.Mark("What it is")}, func(f *felt) Cell { return code(f.kind) }},
	{Column{Name: "symptom", Title: lang.Mark("Symptom")}, func(f *felt) Cell { return text(f.symptom) }},
	{Column{Name: "days", Title: lang.Mark("Days with it")}, func(f *felt) Cell { return f.count(func(o *report.OwnSymptom) int { return o.Days }) }},
	{Column{Name: "logged", Title: lang.Mark("Days logged")}, func(f *felt) Cell { return f.count(func(o *report.OwnSymptom) int { return o.Logged }) }},
	{Column{Name: "worst", Title: lang.Mark("Worst, of 10")}, func(f *felt) Cell { return f.count(func(o *report.OwnSymptom) int { return o.Worst }) }},
	{Column{Name: "nutrient", Title: lang.Mark("Nutrient")}, func(f *felt) Cell { return text(f.nutrient) }},
	{Column{Name: "status", Title: lang.Mark("Verdict")}, func(f *felt) Cell { return code(f.status).judged(f.status) }},
	{Column{Name: "evidence", Title: lang.Mark("Evidence")}, func(f *felt) Cell { return code(f.evidence) }},
	{Column{Name: "window", Title: lang.Mark("Intake of")}, func(f *felt) Cell { return f.together(func(p *report.Coincidence) Cell { return code(p.Window) }) }},
	{Column{Name: "pair_days", Title: lang.Mark("Days with both")}, func(f *felt) Cell { return f.together(func(p *report.Coincidence) Cell { return count(p.Days) }) }},
	{Column{Name: "rho", Title: lang.Mark("Spearman's rho")}, func(f *felt) Cell { return f.together(func(p *report.Coincidence) Cell { return amount(&p.Rho) }) }},
	{Column{Name: "p", Title: lang.Mark("p by permutation")}, func(f *felt) Cell { return f.together(func(p *report.Coincidence) Cell { return amount(&p.P) }) }},
	{Column{Name: "q", Title: lang.Mark("p corrected for all pairs")}, func(f *felt) Cell { return f.together(func(p *report.Coincidence) Cell { return amount(&p.Q) }) }},
	{Column{Name: "stands_out", Title: lang.Mark("Stands out")}, func(f *felt) Cell { return f.together(func(p *report.Coincidence) Cell { return yes(p.StandsOut) }) }},
	{Column{Name: "text", Title: lang.Mark("In words")}, func(f *felt) Cell { return text(f.text) }},
}

func (f *felt) count(of func(*report.OwnSymptom) int) Cell {
	if f.own == nil {
		return Cell{}
	}
	return count(of(f.own))
}

func (f *felt) together(of func(*report.Coincidence) Cell) Cell {
	if f.pair == nil {
		return Cell{}
	}
	return of(f.pair)
}

// symptoms has rows for what the diary says of each logged symptom, its known causes and what it came along
// with, then for what each nutrient that is low can contribute to, then for the reasons to see a doctor.
func symptoms(s *report.Summary) Table {
	var all []felt
	for i := range s.OwnSymptoms {
		all = append(all, own(&s.OwnSymptoms[i])...)
	}
	for i := range s.Nutrients {
		n := &s.Nutrients[i]
		for _, link := range n.Symptoms {
			all = append(all, felt{
				kind: "can_contribute", symptom: link.Symptom, nutrient: s.NameOf(n.Key),
				evidence: link.Evidence, status: n.Status, text: link.Text,
			})
		}
	}
	if s.Electrolytes != nil {
		for _, note := range s.Electrolytes.Notes {
			all = append(all, felt{kind: "electrolytes", text: note})
		}
	}
	for _, flag := range s.RedFlags {
		kind := "see_a_doctor"
		if flag.Touched {
			kind = "see_a_doctor_first"
		}
		all = append(all, felt{kind: kind, evidence: flag.Urgency, text: flag.Text})
	}
	return tabulate(s, lang.Mark("Symptoms"), feltFields, all)
}

func own(o *report.OwnSymptom) []felt {
	all := []felt{{kind: "own", symptom: o.Name, own: o}}
	for _, group := range []struct {
		kind   string
		causes []report.Cause
	}{{"own_short", o.Supports}, {"own_enough", o.Against}, {"own_open", o.Open}} {
		for _, c := range group.causes {
			all = append(all, felt{
				kind: group.kind, symptom: o.Name, nutrient: c.Name,
				evidence: c.Evidence, status: c.Status, text: c.Text,
			})
		}
	}
	for _, note := range o.Notes {
		all = append(all, felt{kind: "own_note", symptom: o.Name, text: note})
	}
	if o.Association != nil {
		all = append(all, felt{kind: "own_together", symptom: o.Name, text: o.Association.Text})
		for i := range o.Association.Pairs {
			p := &o.Association.Pairs[i]
			all = append(all, felt{kind: "own_pair", symptom: o.Name, nutrient: p.Name, pair: p})
		}
	}
	return all
}
