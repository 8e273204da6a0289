package app

import (
	"context"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
)

// Behind is where the intake of one nutrient comes from, and what it is judged to be.
type Behind struct {
	Nutrient nutrient.ID
	Summary  *report.Summary
	Sources  []intake.Source // over all logged days, the largest first, each with its rows
}

// Explain follows a nutrient back to the foods and rows that it came from.
func Explain(ctx context.Context, m Matcher, q Question, id nutrient.ID, records Records) (*Behind, error) {
	f, err := findings(ctx, m, q, records, true)
	if err != nil {
		return nil, err
	}
	return &Behind{Nutrient: id, Summary: report.Build(f), Sources: f.Sources(id)}, nil
}

// Fate is what became of one line of a diary: the record, and for an entry its foods and values.
type Fate struct {
	Record diary.Record
	Eaten  *intake.Eaten // nil unless the record is an entry
}

// ExplainLine says what became of the line that pos names. It is not ok where the diary has no such line.
func ExplainLine(m Matcher, values intake.Values, line int, records Records) (fate Fate, ok bool, err error) {
	for record, err := range records {
		if err != nil {
			return Fate{}, false, err
		}
		if record.Position().Line != line {
			continue
		}
		fate.Record = record
		if e, isEntry := record.(*diary.Entry); isEntry {
			items := find(m, e)
			if LeftOut(items) {
				fate.Record = &diary.Skipped{Pos: e.Pos, Reason: "not a food, as you said"}
				return fate, true, nil
			}
			items = withRunnersUp(m, match.Query{Food: e.Food, Amount: e.Amount}, items)
			eaten := intake.Eat(e, items, values)
			fate.Eaten = &eaten
		}
		return fate, true, nil
	}
	return Fate{}, false, nil
}
