package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/store"
)

// printResult says what became of a file.
func printResult(w io.Writer, r *imported, dryRun bool) {
	name := report.Visible(r.Name)
	if r.Already {
		fmt.Fprintf(w, "%s: already imported on %s; nothing changed\n", name, r.At.Local().Format(time.DateOnly))
		return
	}
	fmt.Fprintf(w, "%s: %d rows read (%s), %s\n", name, r.Rows(), r.Dialect, rowCounts(&r.Import))
	if len(r.info.Ignored) > 0 {
		fmt.Fprintf(w, "  columns not read: %s\n", report.Visible(strings.Join(r.info.Ignored, ", ")))
	}
	if r.info.Advice != "" {
		fmt.Fprintf(w, "  hint: %s\n", r.info.Advice)
	}
	if r.NewPerson {
		fmt.Fprintf(w, "  the first import of %s\n", report.Visible(r.Person))
	}
	printChanges(w, &r.Changes)
	fmt.Fprintf(w, "  foods: %s\n", r.foods.Sentence(lang.English()))
	if r.foods.Review+r.foods.Unmatched > 0 {
		fmt.Fprintln(w, "  say what they are with: nutrigap review")
	}
	switch {
	case dryRun:
		fmt.Fprintln(w, "  a dry run: nothing was written")
	case r.Changes.Changed > 0:
		fmt.Fprintf(w, "  to have it as before: nutrigap import undo %d\n", r.ID)
	}
}

// rowCounts says what became of the rows of a file.
func rowCounts(i *store.Import) string {
	s := fmt.Sprintf("%d kept", i.Entries)
	for _, reason := range slices.Sorted(maps.Keys(i.Skipped)) {
		s += fmt.Sprintf(", %d left out (%s)", i.Skipped[reason], reason)
	}
	if i.Refused > 0 {
		s += fmt.Sprintf(", %d refused", i.Refused)
	}
	return s
}

// shownChanges is how many changed rows an import lists.
const shownChanges = 20

// printChanges says what an import did to days that were there.
func printChanges(w io.Writer, c *store.Changes) {
	if c.Same+c.Changed == 0 {
		return
	}
	fmt.Fprintf(w, "  %s there already: %d the same, %d replaced\n", plural(c.Same+c.Changed, "day was", "days were"), c.Same, c.Changed)
	left := shownChanges
	for _, day := range c.Days {
		for _, rows := range []struct {
			sign, note string
			entries    []diary.Entry
		}{{"-", "", day.Removed}, {"+", "", day.Added}, {"~", " (other values)", day.Revalued}} {
			for i := range rows.entries {
				if left--; left >= 0 {
					fmt.Fprintf(w, "  %s %s %s%s\n", rows.sign, day.Date, report.Visible(rowText(&rows.entries[i])), rows.note)
				}
			}
		}
	}
	if more := c.Added + c.Removed + c.Revalued - shownChanges; more > 0 {
		fmt.Fprintf(w, "  and %s (in all %d new, %d gone, %d with other values)\n",
			plural(more, "more row", "more rows"), c.Added, c.Removed, c.Revalued)
	}
	if c.Dropped > 0 {
		fmt.Fprintf(w, "  %s\n", plural(c.Dropped, "correction by hand no longer applies: its row reads otherwise now", "corrections by hand no longer apply: their rows read otherwise now"))
	}
}

// rowText is an entry in a few words.
func rowText(e *diary.Entry) string {
	words := slices.DeleteFunc([]string{e.Meal, e.Label(), e.Amount}, func(s string) bool { return s == "" })
	return strings.Join(words, ", ")
}

// plural is a number and what it counts.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
