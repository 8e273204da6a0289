package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func newDialects(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "dialects",
		Short: "List the diary formats and what each can say of which nutrient",
		Long: `Lists the formats that "report" and "import" read. A format is recognised by its headings; --dialect
overrides that, and --map reads columns under other names.

Of each nutrient a format says "yes" (it has a column for it), "%" (a percentage of a daily value; see
--dv), "-" (it has no place for it, so that a table has to fill in) or "?" (no file has shown it yet).`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return writeDialects(env.stdout) },
	}
}

// abilityMarks are what the abilities look like in a narrow column.
var abilityMarks = strings.NewReplacer(
	string(dialect.Percent), "%", string(dialect.Measured), "yes", string(dialect.Never), "-", string(dialect.Unseen), "?")

func writeDialects(w io.Writer) error {
	ids, formats := dialect.Judged(), dialect.Formats()
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(t, "dialect")
	for _, id := range ids {
		fmt.Fprintf(t, "\t%s", shortName(id))
	}
	fmt.Fprintln(t)
	for _, f := range formats {
		fmt.Fprint(t, f.Name)
		for _, id := range ids {
			fmt.Fprintf(t, "\t%s", abilityMarks.Replace(string(f.Says[id])))
		}
		fmt.Fprintln(t)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, f := range formats {
		fmt.Fprintf(w, "\n%s: %s\n", f.Name, f.Title)
		if f.Note != "" {
			fmt.Fprintf(w, "  %s\n", f.Note)
		}
		if f.Totals {
			fmt.Fprintln(w, "  names no food: shows gaps, and nothing to blame them on")
		}
	}
	return nil
}

// shortName is a nutrient's name in a narrow column: "vit D".
func shortName(id nutrient.ID) string { return strings.Replace(id.Name(), "vitamin", "vit", 1) }
