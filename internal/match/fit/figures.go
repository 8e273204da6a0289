package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// tally is how the rows of a list fared that were read by weights fitted without them.
type tally struct {
	rows, right          int
	accepted, acceptedOK int     // what counts without a question, and how much of that is sound
	miss                 float64 // sum of what the list measures beside right and wrong
	single, code         int     // rows of one known food, and those that were read as that very food
}

// each is how often a row counts: an app's row once, whatever was eaten; a diary's as often as it was written.
func (r *reading) each() int {
	if r.list == meals || r.list == diaries || r.list == lines {
		return r.times
	}
	return 1
}

func (y *tally) add(r *reading) {
	n := r.each()
	items := r.items()
	ok, miss := r.whole(items)
	y.rows += n
	y.miss += miss * float64(n)
	if ok {
		y.right += n
	}
	if accepted(items) {
		y.accepted += n
		if r.sound != nil {
			ok = r.sound(items)
		}
		if ok {
			y.acceptedOK += n
		}
	}
	if len(r.codes) == 1 && r.codes[0] != "" {
		y.single++
		if len(items) == 1 && items[0].Food != nil && items[0].Food.Code == r.codes[0] {
			y.code++
		}
	}
}

func accepted(items []match.Item) bool {
	for _, it := range items {
		if it.Status != match.Accepted {
			return false
		}
	}
	return len(items) > 0
}

// writeFigures writes how each list fares with weights that were fitted without it: what to expect of rows that
// nobody has seen.
func writeFigures(dir string, read []reading) error {
	all := map[string]*tally{}
	for i := range read {
		r := &read[i]
		if all[r.list] == nil {
			all[r.list] = &tally{}
		}
		all[r.list].add(r)
	}
	rows := [][]string{{"list", "rows", "right", "share_right", "mean_miss", "accepted", "accepted_sound", "share_sound", "one_food", "exact_code"}}
	for _, l := range lists() {
		if y := all[l]; y != nil {
			rows = append(rows, []string{l, strconv.Itoa(y.rows), strconv.Itoa(y.right), share(y.right, y.rows),
				fmt.Sprintf("%.3f", y.miss/float64(y.rows)), strconv.Itoa(y.accepted), strconv.Itoa(y.acceptedOK),
				share(y.acceptedOK, y.accepted), strconv.Itoa(y.single), strconv.Itoa(y.code)})
		}
	}
	return writeCSV(filepath.Join(dir, "heldout.csv"), rows)
}

// writeMisses writes what was read wrongly, for whoever looks for causes.
func writeMisses(name string, read []reading) error {
	rows := [][]string{{"list", "food", "amount", "read as", "grams", "confidence", "wanted"}}
	for i := range read {
		r := &read[i]
		items := r.items()
		if ok, _ := r.whole(items); !ok {
			rows = append(rows, []string{r.list, r.query.Food, r.query.Amount, names(items), fmt.Sprintf("%.0f", grams(items)),
				fmt.Sprintf("%.2f", leastSure(items)), r.want})
		}
	}
	return writeCSV(name, rows)
}

func writeCSV(name string, rows [][]string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(rows); err != nil {
		return err
	}
	return f.Close()
}

func share(part, all int) string {
	return fmt.Sprintf("%.3f", float64(part)/float64(max(1, all)))
}

// leastSure is the confidence of the least sure answer.
func leastSure(items []match.Item) float64 {
	least := 1.0
	for _, it := range items {
		least = min(least, it.Confidence)
	}
	return least
}

// total sums a nutrient of all items; ok is false where none has it.
func total(items []match.Item, id nutrient.ID) (sum float64, ok bool) {
	for _, it := range items {
		if v, known := it.Amounts[id].Known(); known && it.Status != match.Unmatched {
			sum, ok = sum+v, true
		}
	}
	return sum, ok
}

func grams(items []match.Item) float64 {
	sum := 0.0
	for _, it := range items {
		sum += it.Weight.Grams
	}
	return sum
}

func names(items []match.Item) string {
	var list []string
	for _, it := range items {
		if it.Food != nil {
			list = append(list, it.Food.Name)
		}
	}
	return strings.Join(list, " + ")
}
