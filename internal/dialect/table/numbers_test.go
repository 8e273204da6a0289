package table

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// amounts reads a table of the columns date, food, amount and Energy (kcal): for each row the amount and
// the energy, or what is wrong.
func amounts(t *testing.T, content string, s Settings) []string {
	t.Helper()
	f, err := Open("t.csv", textOf(content), s)
	if err != nil {
		t.Fatal(err)
	}
	tags := []string{"date", "food", "amount", ""}
	dates, err := f.Dates(tags, "")
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(f, tags, func(row *Text, e *diary.Entry) diary.Record { return row.Fill(e, dates) })
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for {
		record, err := r.Read()
		if err == io.EOF {
			return told
		}
		switch record := record.(type) {
		case *diary.Entry:
			told = append(told, fmt.Sprintf("%s: %v", record.Amount, record.Nutrients[nutrient.Energy].Value))
		case *diary.SyntaxError:
			told = append(told, record.Reason)
		}
	}
}

func TestNumbersAreDecidedByAllRows(t *testing.T) {
	const (
		commaTwice = `"1,234" could be 1234 or 1.234; write it without the comma or with a decimal point`
		pointTwice = `"1.234" could be 1234 or 1.234; write it without the point or with more decimals`
	)
	far := strings.Repeat("2026-01-05,egg,1,7\n", 10_000)
	for _, tt := range []struct {
		claim, last string // the last row decides, far behind the first two
		settings    Settings
		want        [2]string
	}{
		{"a decimal point elsewhere", `2026-01-06,x,1,62.7`, Settings{}, [2]string{"1500 g: 1234", "2.500 g: 1.234"}},
		{"a decimal comma elsewhere", `2026-01-06,x,1,"62,7"`, Settings{}, [2]string{"1.5 g: 1.234", "2500 g: 1234"}},
		{"a decimal comma in an amount", `2026-01-06,x,"1,5 cups",7`, Settings{}, [2]string{"1.5 g: 1.234", "2500 g: 1234"}},
		{"groups elsewhere", `2026-01-06,x,"1,234,567 IU",7`, Settings{}, [2]string{"1500 g: 1234", "2.500 g: 1.234"}},
		{"both elsewhere", `2026-01-06,x,"1,5 g",6.7`, Settings{}, [2]string{commaTwice, pointTwice}},
		{"nothing elsewhere", `2026-01-06,x,1,7`, Settings{}, [2]string{commaTwice, "2.500 g: 1.234"}},
		{"a text is no evidence", `2026-01-06,"1,5 % milk",1,7`, Settings{}, [2]string{commaTwice, "2.500 g: 1.234"}},
		{"a setting is stronger", `2026-01-06,x,1,7`, Settings{Numbers: nutrient.DecimalComma}, [2]string{"1.5 g: 1.234", "2500 g: 1234"}},
	} {
		content := "date,food,amount,Energy (kcal)\n2026-01-05,a,\"1,500 g\",\"1,234\"\n2026-01-05,b,2.500 g,1.234\n" + far + tt.last + "\n"
		got := amounts(t, content, tt.settings)
		if got[0] != tt.want[0] || got[1] != tt.want[1] {
			t.Errorf("%s: %q, want %q", tt.claim, got[:2], tt.want)
		}
		if len(got) != 10_003 {
			t.Errorf("%s: %d records", tt.claim, len(got))
		}
	}
	got := amounts(t, "date;food;amount;Energy (kcal)\n2026-01-05;a;1;1.234\n", Settings{})
	if got[0] != pointTwice {
		t.Errorf("a lone point where semicolons separate: %q", got)
	}
}

func TestDatesAreDecidedByAllRows(t *testing.T) {
	far := strings.Repeat("2026-01-05,egg\n", 10_000)
	read := func(content string) string {
		got := entriesOf(t, content)
		return got[len(got)-1] + " " + got[0]
	}
	for _, tt := range []struct{ claim, content, want string }{
		{"a day far behind decides the first row", "date,food\n03/04/2026,a\n" + far + "25/12/2026,b\n", "2026-12-25 2026-04-03"},
		{"and one behind rows that need no decision", "date,food\n" + far + "03/04/2026,a\n04/13/2026,b\n", "2026-04-13 2026-01-05"},
		{"a doubt behind rows without costs its row", "date,food\n" + far + "03/04/2026,a\n", "error 2026-01-05"},
		{"the first dates may be far behind", "date,food\n" + strings.Repeat(",egg\n", 20_000) + "2026-01-05,a\n", "2026-01-05 error"},
	} {
		if got := read(tt.content); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.claim, got, tt.want)
		}
	}
	f, err := Open("t.csv", textOf("Day,food\n"+strings.Repeat("-,egg\n", 20_000)), Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Dates([]string{"date", "food"}, ""); err == nil || err.Error() != `t.csv: the date is empty in every row (column "Day")` {
		t.Errorf("no date at all: %v", err)
	}
}

// entriesOf is the dates of a table of the columns date and food.
func entriesOf(t *testing.T, content string) []string {
	t.Helper()
	var dates []string
	for _, record := range readTable(t, content) {
		if e, ok := record.(*diary.Entry); ok {
			dates = append(dates, e.Date.String())
		} else {
			dates = append(dates, "error")
		}
	}
	return dates
}
