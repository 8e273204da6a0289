package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/suggest"
)

// servedWords is how often and how much of a food a plan asks for: "1/2 cup (78 g)", "1 egg (50 g) every
// second day", "3 oz (85 g) on 3 days a week".
func servedWords(l *lang.Language, c *suggest.Change) string {
	const week, everySecondDay = 7, 3.5
	portions, days := c.Served()
	words := portionWords(l, &c.Offer, portions)
	switch days {
	case week:
		return words
	case everySecondDay:
		return l.Tf("%s every second day", words)
	}
	return l.Tf("%s on %s days a week", words, l.Number(days))
}

// portionWords is so many portions for people: "1 cup (156 g)". The table has household measures in English
// alone; in another language the weight says enough.
func portionWords(l *lang.Language, o *suggest.Offer, portions float64) string {
	grams := l.Measure(math.Round(portions*o.Grams), "g")
	if o.Measure.Label == "" || l != lang.English() {
		return grams
	}
	return fmt.Sprintf("%s (%s)", measureWords(portions*o.Measure.Amount, o.Measure.Label), grams)
}

// wordy leaves out what the table's measures say too much.
var wordy = strings.NewReplacer(" (no ice)", "", "/regular", "", "/thin", "", ", NFS", "", "any size", "", ", any size", "", ", cooked", "")

// measureWords is a household measure for people: "1 1/2 cups, chopped".
func measureWords(amount float64, label string) string {
	label = report.Visible(wordy.Replace(label))
	if amount > 1 {
		end := len(label)
		if i := strings.IndexAny(label, ",("); i > 0 {
			end = i
		}
		unit := strings.TrimRight(label[:end], " ")
		if !strings.HasSuffix(unit, "s") && !strings.HasSuffix(unit, "oz") {
			label = unit + "s" + label[len(unit):]
		}
	}
	if amount == 1 && label[0] >= '0' && label[0] <= '9' {
		return "a " + label // "a 6 oz container"
	}
	whole, half := math.Trunc(amount), amount-math.Trunc(amount) == 0.5
	switch {
	case half && whole == 0:
		return "1/2 " + label
	case half:
		return fmt.Sprintf("%s 1/2 %s", report.Number(whole), label)
	}
	return report.Number(amount) + " " + label
}
