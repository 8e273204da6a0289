package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newMatch(env environment) *cobra.Command {
	var o matchOptions
	cmd := &cobra.Command{
		Use:   "match FILE",
		Short: "Find the foods in a list of texts and amounts",
		Long: `Reads a CSV list with the columns food and amount (and row, a label that comes back with the answer;
"-" reads standard input) and prints one line for each food that it recognised, with its weight, how
sure the match is, and the nutrients of the whole amount; empty where unknown.

With --foods LIST.csv the foods come from that list, with the columns code and name and, where there are
any, alternatives (other names, parted by "|") and nutrients per 100 g ("Protein (g)", iron_mg).

Statuses: accepted (sure enough to count), review (a best guess, please look), unmatched.

` + exitHelp,
		Example: `  nutrigap match foods.csv
  nutrigap match --format csv foods.csv > matched.csv
  nutrigap match --foods canteen.csv foods.csv`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return runMatch(cmd.Context(), env, o, args[0]) },
	}
	o.addFlags(cmd)
	return cmd
}

type matchOptions struct {
	diary         diaryFlags
	format, foods string
}

func (o *matchOptions) addFlags(cmd *cobra.Command) {
	o.diary.addDB(cmd.Flags())
	cmd.Flags().StringVar(&o.foods, "foods", "", "match against this CSV list instead of the nutrient table")
	cmd.Flags().StringVar(&o.format, "format", "text", "text or csv")
}

// matchVoice writes the answer to each row of a list, and whatever is left at the end.
type matchVoice interface {
	write(app.Matched) error
	flush() error
}

func runMatch(ctx context.Context, env environment, o matchOptions, name string) error {
	var voice matchVoice
	switch o.format {
	case "csv":
		voice = newMatchCSV(env.stdout)
	case "text":
		voice = matchText{env.stdout}
	default:
		return usagef("unknown format %q; use text or csv", o.format)
	}
	in, err := openInput(env, name)
	if err != nil {
		return err
	}
	defer in.Close()
	table, err := nutrientdb.Open()
	if err != nil {
		return err
	}
	defer table.Close()
	matcher, refused, err := o.matcher(ctx, env, table)
	if err != nil {
		return err
	}
	for row, err := range app.MatchFoods(matcher, in) {
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if row.Err != nil {
			refused++
			fmt.Fprintf(env.stderr, "%s: %v\n", name, row.Err)
			continue
		}
		if err := voice.write(row); err != nil {
			return err
		}
	}
	if err := voice.flush(); err != nil {
		return err
	}
	if refused > 0 {
		return errPartial
	}
	return nil
}

// matcher matches against the nutrient table behind the person's own names, or against a list alone, of
// which it says how many rows were refused.
func (o *matchOptions) matcher(ctx context.Context, env environment, table *nutrientdb.DB) (m app.Matcher, refused int, err error) {
	if o.foods == "" {
		m, err = ownMatcher(ctx, env, &o.diary, table)
		return m, 0, err
	}
	in, err := openInput(env, o.foods)
	if err != nil {
		return nil, 0, err
	}
	defer in.Close()
	list, err := pantry.ReadCodes(inputName(o.foods), in, func(e *diary.SyntaxError) {
		refused++
		printRefusal(env.stderr, e)
	})
	if err != nil {
		return nil, 0, err
	}
	m, err = match.New(app.NewListTable(list.Foods))
	return m, refused, err
}

// matchCSV writes one line for each item of a row.
type matchCSV struct {
	out    *csv.Writer
	record []string
}

func newMatchCSV(w io.Writer) *matchCSV {
	header := []string{"row", "item", "status", "kind", "code", "matched_name", "confidence", "grams", "basis"}
	for _, id := range nutrient.All() {
		header = append(header, id.Key())
	}
	v := &matchCSV{out: csv.NewWriter(w)}
	v.out.Write(header) // an error sticks to the writer and comes out of flush
	return v
}

func (v *matchCSV) write(row app.Matched) error {
	for n, item := range row.Items {
		code, name, grams := "", "", ""
		if item.Food != nil {
			code, name = item.Food.Code, item.Food.Name
		}
		if item.Weight.Grams > 0 {
			grams = strconv.FormatFloat(item.Weight.Grams, 'f', 1, 64)
		}
		v.record = append(v.record[:0],
			report.Inert(row.Row), strconv.Itoa(n+1), string(item.Status), string(item.Kind), code, report.Inert(name),
			strconv.FormatFloat(item.Confidence, 'f', 3, 64), grams, report.Inert(item.Weight.Basis))
		for _, q := range item.Amounts {
			v.record = append(v.record, cell(q))
		}
		if err := v.out.Write(v.record); err != nil {
			return err
		}
	}
	return nil
}

func (v *matchCSV) flush() error {
	v.out.Flush()
	return v.out.Error()
}

// cell is a quantity as a CSV number, empty where it is unknown.
func cell(q nutrient.Quantity) string {
	v, known := q.Known()
	if !known {
		return ""
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}

// matchText writes the answers for people, one paragraph a row.
type matchText struct{ w io.Writer }

func (v matchText) write(row app.Matched) error {
	_, err := fmt.Fprintln(v.w, report.Visible(row.Food+"  "+row.Amount))
	for _, item := range row.Items {
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(v.w, "  %-9s  %s\n", item.Status, report.Visible(matchLine(item)))
		for _, c := range item.Candidates {
			if item.Food != nil && c.Food.Code == item.Food.Code {
				continue
			}
			fmt.Fprintf(v.w, "             or %s\n", report.Visible(c.Food.Name))
		}
	}
	return err
}

func (matchText) flush() error { return nil }

func matchLine(item match.Item) string {
	name := item.Text
	if item.Food != nil {
		name = item.Food.Name
	}
	switch {
	case item.AmountErr != nil:
		return fmt.Sprintf("%s; %v", name, item.AmountErr)
	case item.Food == nil && item.Kind == match.ByChoice:
		return name + "; no food, as you said"
	case item.Food == nil && item.Status == match.Unmatched:
		return name + "; no food found"
	}
	if item.Weight.Grams > 0 {
		name += fmt.Sprintf(", %.0f g (%s)", item.Weight.Grams, item.Weight.Basis)
	}
	return fmt.Sprintf("%s; %.0f %% sure", name, 100*item.Confidence)
}
