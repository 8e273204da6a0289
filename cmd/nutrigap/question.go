package main

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/reference"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

// questionFlags say which part of which diary is judged, for whom and by which values.
type questionFlags struct {
	person                      personFlags
	diary                       diaryFlags
	reference, values, from, to string
	allDays                     bool
	lang                        string

	// shared says that what is made leaves this computer, so that files are named without their folders.
	shared bool
}

func (o *questionFlags) add(f *pflag.FlagSet) {
	o.person.add(f)
	o.diary.add(f)
	f.StringVar(&o.reference, "reference", "dri", "whose reference values: dri (National Academies, USA and Canada), efsa (European Union),\nuk (United Kingdom), nnr (Nordic countries)")
	f.StringVar(&o.values, "values", "fill", "whose nutrient figures: the diary's, the table's, or fill (the diary's, and\nthe table's where it has none)")
	f.StringVar(&o.from, "from", "", "first day, 2026-03-01")
	f.StringVar(&o.to, "to", "", "last day")
	addLang(f, &o.lang)
	f.BoolVar(&o.allDays, "all-days", false, "count the days too on which not everything seems to be written down")
}

// question checks the flags that were given, and adds what the person keeps beside the diary.
func (o *questionFlags) question(ctx context.Context, f *pflag.FlagSet, env environment) (app.Question, error) {
	self, err := o.diary.readSelf(ctx, env)
	if err != nil {
		return app.Question{}, err
	}
	o.person.adopt(f, self.Profile, diary.DateOf(env.now()))
	person, err := o.person.person(f, env)
	if err != nil {
		return app.Question{}, err
	}
	person.Name = o.diary.person
	q := app.Question{
		Tool:      tool(env),
		Person:    person,
		Reference: o.reference,
		AllDays:   o.allDays,
		Refused:   func(e *diary.SyntaxError) { printRefusal(env.stderr, e) },
	}
	addSelf(&q, self)
	if q.Values, err = intake.ParseValues(o.values); err != nil {
		return app.Question{}, usagef("--values %w", err)
	}
	if _, err := reference.Load(o.reference); err != nil {
		return app.Question{}, usagef("--%w", err)
	}
	if q.Language, err = language(env, o.lang); err != nil {
		return app.Question{}, err
	}
	if q.From, err = parseDay("from", o.from); err != nil {
		return app.Question{}, err
	}
	if q.To, err = parseDay("to", o.to); err != nil {
		return app.Question{}, err
	}
	if o.from != "" && o.to != "" && q.From.Compare(q.To) > 0 {
		return app.Question{}, usagef("--from %s is after --to %s", q.From, q.To)
	}
	return q, nil
}

func parseDay(flag, value string) (diary.Date, error) {
	if value == "" {
		return diary.Date{}, nil
	}
	date, err := diary.ParseDate(value)
	if err != nil {
		return diary.Date{}, usagef("--%s %w", flag, err)
	}
	return date, nil
}

// tool names what judges, and when.
func tool(env environment) report.Tool {
	return report.Tool{
		Version: version(), Table: nutrientdb.Version, TableDigest: nutrientdb.Digest(),
		Date: diary.DateOf(env.made()).String(),
	}
}

// version is the module's version where the program was installed as one, else its revision.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return fmt.Sprintf("development %s", s.Value[:12])
		}
	}
	return "development"
}
