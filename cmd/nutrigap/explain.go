package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newExplain(env environment) *cobra.Command {
	var o questionFlags
	cmd := &cobra.Command{
		Use:   "explain NUTRIENT [FILE...] | FILE:LINE",
		Short: "Show the foods and rows behind a figure, or what became of a line",
		Long: `With a nutrient, lists the foods that it came from, their share and the rows they stand in, out of the
FILEs or the kept diary. With FILE:LINE, shows which food was found in that line, why and rather than
which others, what it weighs and what it brings. Of a kept diary the file itself need not be there.

` + exitHelp,
		Example: `  nutrigap explain magnesium week.csv
  nutrigap explain week.csv:14`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := o.question(cmd.Context(), cmd.Flags(), env)
			if err != nil {
				return err
			}
			if id, ok := nutrientNamed(args[0]); ok {
				return runExplain(cmd.Context(), env, &o, q, id, args[1:])
			}
			if file, line, ok := fileLine(args[0]); ok && len(args) == 1 {
				return runExplainLine(cmd.Context(), env, &o, q, file, line)
			}
			return usagef("%q is neither a nutrient nor FILE:LINE\nhint: nutrients are %s", args[0], nutrientNames())
		},
	}
	o.add(cmd.Flags())
	return cmd
}

// nutrientNamed finds a nutrient by its key, its name in any language, or its key without the unit: "magnesium".
func nutrientNamed(text string) (nutrient.ID, bool) {
	want := strings.ToLower(strings.NewReplacer(" ", "_", "-", "_").Replace(text))
	for _, id := range nutrient.All() {
		if want == id.Key() || want == bareKey(id) || called(text, id) {
			return id, true
		}
	}
	return 0, false
}

// called reports whether a text is a nutrient's name in some language.
func called(text string, id nutrient.ID) bool {
	return slices.ContainsFunc(lang.Tags(), func(tag string) bool { return strings.EqualFold(text, lang.Of(tag).T(id.Name())) })
}

// bareKey is the key without the unit: "vitamin_d".
func bareKey(id nutrient.ID) string { return strings.TrimSuffix(id.Key(), "_"+string(id.Unit())) }

func nutrientNames() string {
	var names []string
	for _, id := range nutrient.All() {
		names = append(names, bareKey(id))
	}
	return strings.Join(names, ", ")
}

// fileLine parts "week.csv:14".
func fileLine(arg string) (file string, line int, ok bool) {
	i := strings.LastIndexByte(arg, ':')
	if i <= 0 {
		return "", 0, false
	}
	line, err := strconv.Atoi(arg[i+1:])
	return arg[:i], line, err == nil && line > 0
}

func runExplain(ctx context.Context, env environment, o *questionFlags, q app.Question, id nutrient.ID, files []string) error {
	table, err := nutrientdb.Open()
	if err != nil {
		return err
	}
	defer table.Close()
	matcher, err := ownMatcher(ctx, env, &o.diary, table)
	if err != nil {
		return err
	}
	d, err := openDiary(ctx, env, o, &q, files)
	if err != nil {
		return err
	}
	defer d.close()
	behind, err := app.Explain(ctx, matcher, q, id, d.records)
	if err != nil {
		return err
	}
	writeBehind(env.stdout, behind)
	if behind.Summary.Rows.Refused > 0 {
		return errPartial
	}
	return nil
}

func writeBehind(w io.Writer, b *app.Behind) {
	total := 0.0
	for _, s := range b.Sources {
		total += s.Amount
	}
	key := b.Nutrient.Key()
	l := lang.Of(b.Summary.Language)
	period := b.Summary.Period
	if len(b.Sources) == 0 {
		fmt.Fprintln(w, l.Tf("No row of the diary has a known amount of %s.", l.T(b.Nutrient.Name())))
	} else {
		fmt.Fprintln(w, l.T(b.Nutrient.Name())+": "+l.N("%[2]s known in %[1]d logged day", "%[2]s known in %[1]d logged days", period.DaysLogged, l.Amount(key, total)))
	}
	if n := b.Summary.Nutrient(key); n != nil {
		writeJudged(w, l, n, period)
	}
	for _, s := range b.Sources {
		from := l.T("from the diary")
		if s.Code != "" {
			from = l.Tf("table %s", s.Code)
		}
		fmt.Fprintf(w, "\n%5s  %10s  %s (%s)\n", l.Fraction(s.Share), l.Amount(key, s.Amount), report.Visible(s.Food), from)
		for _, r := range s.Rows {
			fmt.Fprintf(w, "       %10s  %s  %s  %s\n", l.Amount(key, r.Amount), l.Date(r.Date.String()), r.Pos, report.Visible(r.Food))
		}
	}
}

// writeJudged writes what a nutrient is judged to be and by what, one fact a line.
func writeJudged(w io.Writer, l *lang.Language, n *report.Nutrient, period report.Period) {
	span := ""
	if n.Mean != nil {
		span = l.Tf("%s a day", l.Amount(n.Key, *n.Mean))
	}
	if n.Low != nil && n.High != nil {
		span += ", " + l.Tf("%s to %s", l.Amount(n.Key, *n.Low), l.Amount(n.Key, *n.High))
	}
	verdict := n.Verdict
	if n.Status != "" {
		verdict = report.StatusWords(l, n.Status) + ": " + verdict
	}
	facts := []struct{ what, says string }{
		{l.T("judged by"), n.References(l)},
		{l.T("intake"), span},
		{l.T("estimate"), n.Estimate(l)},
		{l.T("days"), l.Tf("%d counted of %d logged", n.Days, period.DaysLogged)},
		{l.T("known for"), l.Tf("%s of the energy", l.Fraction(n.Coverage))},
		{l.T("confidence"), n.Confidence(l)},
		{l.T("verdict"), verdict},
	}
	for _, a := range n.Adjustments {
		facts = append(facts, struct{ what, says string }{l.T("adjustment"), a.Text + " (" + a.Source + ")"})
	}
	wide := 0
	for _, fact := range facts {
		wide = max(wide, ansi.StringWidth(fact.what))
	}
	for _, fact := range facts {
		if fact.says != "" {
			fmt.Fprintf(w, "  %-*s  %s\n", wide, fact.what, fact.says)
		}
	}
}

func runExplainLine(ctx context.Context, env environment, o *questionFlags, q app.Question, file string, line int) error {
	table, err := nutrientdb.Open()
	if err != nil {
		return err
	}
	defer table.Close()
	matcher, err := ownMatcher(ctx, env, &o.diary, table)
	if err != nil {
		return err
	}
	d, err := openLines(ctx, env, o, &q, file)
	if err != nil {
		return err
	}
	defer d.close()
	fate, ok, err := app.ExplainLine(matcher, q.Values, line, d.records)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("%s: no row begins in line %d", file, line)
	}
	writeFate(env.stdout, fate)
	return nil
}

// openLines opens a file, or the rows that were kept of one which is not at hand.
func openLines(ctx context.Context, env environment, o *questionFlags, q *app.Question, file string) (*openedDiary, error) {
	file = container(file)
	path, err := o.diary.path()
	if _, missing := os.Stat(file); err != nil || file == "-" || !errors.Is(missing, fs.ErrNotExist) {
		return openDiary(ctx, env, o, q, []string{file})
	}
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("%s: no such file", file)
	}
	db, err := o.diary.openStore(ctx, env)
	if err != nil {
		return nil, err
	}
	kept := app.Stored(db.Entries(ctx, diary.Date{}, diary.Date{}))
	return &openedDiary{closers: []io.Closer{db}, records: func(yield func(diary.Record, error) bool) {
		for record, err := range kept {
			if (err != nil || record.Position().File == file) && !yield(record, err) {
				return
			}
		}
	}}, nil
}

func writeFate(w io.Writer, fate app.Fate) {
	switch r := fate.Record.(type) {
	case *diary.SyntaxError:
		printRefusal(w, r)
	case *diary.Skipped:
		fmt.Fprintf(w, "%s: left out: %s\n", r.Pos, r.Reason)
	case *diary.Entry:
		words := []string{r.Date.String(), r.Meal, r.Label(), r.Amount}
		words = slices.DeleteFunc(words, func(s string) bool { return s == "" })
		fmt.Fprintf(w, "%s: %s\n", r.Pos, report.Visible(strings.Join(words, ", ")))
		for _, item := range fate.Eaten.Items {
			fmt.Fprintf(w, "\n%s: %s\n", item.Status, report.Visible(matchLine(item)))
			for _, why := range item.Why {
				fmt.Fprintf(w, "  %s\n", report.Visible(why))
			}
			writeRunnersUp(w, item)
		}
		fmt.Fprintln(w)
		writeValues(w, fate.Eaten)
	}
}

// writeRunnersUp lists the foods that came next.
func writeRunnersUp(w io.Writer, item match.Item) {
	for _, c := range item.Candidates {
		sure := ""
		if c.Confidence > 0 {
			sure = fmt.Sprintf(", %s sure", report.Fraction(c.Confidence))
		}
		if item.Food == nil || c.Food.Code != item.Food.Code {
			fmt.Fprintf(w, "  rather than %s (%s%s)\n", report.Visible(c.Food.Name), c.Food.Code, sure)
		}
	}
}

// writeValues lists the known values of an entry and whose they are.
func writeValues(w io.Writer, e *intake.Eaten) {
	for id, q := range e.Amounts {
		if v, known := q.Known(); known {
			whose := map[intake.Origin]string{intake.FromDiary: "from the diary", intake.FromTable: "from the table"}[e.Origins[id]]
			fmt.Fprintf(w, "  %-22s %10s  %s\n", nutrient.ID(id).Name(), report.Amount(nutrient.ID(id).Key(), v), whose)
		}
	}
}
