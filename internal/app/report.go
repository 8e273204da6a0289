package app

import (
	"context"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/associate"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/reference"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

// Question is what a report is asked for.
type Question struct {
	Tool      report.Tool
	Language  string // the tag of the report's language, "de"; empty is English
	Person    diary.Person
	Reference string // the short name of a set of reference values, "dri"
	Values    intake.Values
	From, To  diary.Date // both inclusive; the zero date leaves that end open

	Marks   map[diary.Date]assess.Mark // what the person says of days
	AllDays bool                       // whether days that look partial count
	Log     bool                       // whether the Summary repeats the diary row by row

	Anonymous bool // whether the Summary leaves out the name, notes, files and exact dates

	Symptoms []diary.Symptom // that the person logged, of any day

	// Fresh says that nobody else holds the entries, so that each can be released when it is counted.
	Fresh bool

	// Refused is told of every row that can't be read, as it comes.
	Refused func(*diary.SyntaxError)
}

// Report judges a diary. Rows that can't be read are counted in the Summary and cost no other.
func Report(ctx context.Context, table Table, m Matcher, q Question, records Records) (*report.Summary, error) {
	f, err := findings(ctx, m, q, records, false)
	if err != nil {
		return nil, err
	}
	f.Associations = associate.Between(f.Days, f.Symptoms)
	if f.Foods, err = suggestible(ctx, table, f.Book, f.Means, q.Person.Diet); err != nil {
		return nil, err
	}
	return report.Build(f), nil
}

// findings judges a diary. With rows it keeps the entries behind every source.
func findings(ctx context.Context, m Matcher, q Question, records Records, rows bool) (*report.Findings, error) {
	set, err := reference.Load(q.Reference)
	if err != nil {
		return nil, err
	}
	book, err := symptom.In(lang.Of(q.Language))
	if err != nil {
		return nil, err
	}
	t, err := count(ctx, m, q, records, rows)
	if err != nil {
		return nil, err
	}
	needs := set.For(q.Person)
	days := assess.Check(t.totals.Days(), &needs, q.Marks)
	counted := assess.Select(days, &needs, q.AllDays)
	means := assess.Period(counted.Days, &needs)
	if counted.Underreported {
		assess.Doubt(means)
	}
	return &report.Findings{
		Tool: q.Tool, Language: q.Language, Person: q.Person, Needs: &needs, Book: book,
		Symptoms: ofPeriod(q, days),
		Days:     days, Counted: counted, AllDays: q.AllDays, Anonymous: q.Anonymous, Means: means, Sources: t.totals.Sources,
		Eaten: t.totals.Foods(), Log: t.log(), LogMore: t.logMore,
		Rows: t.counted(), Unmatched: t.doubtful(match.Unmatched), Review: t.doubtful(match.Review), Refused: t.refused,
	}, nil
}

// ofPeriod are the symptoms of the days that the question is about, or of those from the first logged day to
// the last where it leaves an end open.
func ofPeriod(q Question, days []assess.Logged) []diary.Symptom {
	from, to := q.From, q.To
	if len(days) > 0 && from.IsZero() {
		from = days[0].Date
	}
	if len(days) > 0 && to.IsZero() {
		to = days[len(days)-1].Date
	}
	var felt []diary.Symptom
	for _, s := range q.Symptoms {
		if s.Date.Compare(from) >= 0 && s.Date.Compare(to) <= 0 {
			felt = append(felt, s)
		}
	}
	return felt
}

// count follows every record of the period. With rows it keeps the entries behind every source.
func count(ctx context.Context, m Matcher, q Question, records Records, rows bool) (*tally, error) {
	t := newTally(m, q.Values, q.Refused)
	t.totals.KeepRows = rows
	t.keepLog = q.Log
	for record, err := range ahead(within(records, q.From, q.To)) {
		if err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t.add(record)
		if e, ok := record.(*diary.Entry); ok && q.Fresh && !t.keepLog && !rows {
			e.Release()
		}
	}
	return t, nil
}

// suggestible reads the foods that the book names for the shortfalls.
func suggestible(ctx context.Context, table Table, book *symptom.Book, means []assess.Mean, diet string) (map[string]*food.Food, error) {
	var codes []string
	for i := range means {
		for _, f := range book.Explain(&means[i].Verdict, diet).Foods {
			codes = append(codes, f.Code)
		}
	}
	found, err := table.Foods(ctx, codes...)
	if err != nil {
		return nil, err
	}
	foods := make(map[string]*food.Food, len(found))
	for _, f := range found {
		foods[f.Code] = f
	}
	return foods, nil
}
