package html

import (
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

func TestUnknownAmountIsADash(t *testing.T) {
	grams := 120.0
	s := &report.Summary{
		Focus: []string{"iron_mg", "water_g"},
		Foods: []report.Eaten{{Food: "soup", Times: 2, Grams: &grams, Amounts: []report.Part{{Key: "iron_mg", Amount: 0}}}},
		Log:   []report.LogRow{{Date: "2026-03-02", Food: "soup", Status: "unmatched"}},
	}
	page := write(t, s)
	if want := `<th scope="row">soup</th><td data-v="2">2</td><td data-v="120">120</td><td>–</td><td data-v="0">0</td><td>–</td>`; !strings.Contains(page, want) {
		t.Errorf("the table of foods has no %s", want)
	}
	if want := `<td>soup</td><td></td><td></td><td>✗</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>`; !strings.Contains(page, want) {
		t.Errorf("the log has no %s", want)
	}
}

func TestLogByDay(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	s.LogMore = 1200
	p := newPage(s)
	days := p.LogDays()
	if len(days) != 7 || days[0].Date != "Mon 2026-03-02" || strings.Count(string(days[0].Rows), "<tr>") != 6 {
		t.Errorf("%d days, the first %q with the rows %s", len(days), days[0].Date, days[0].Rows)
	}
	if p.LogSize() != "42 rows" || !strings.HasPrefix(p.LogMissing(), "1,200 more rows") {
		t.Errorf("%q, %q", p.LogSize(), p.LogMissing())
	}
	p.LogMore = 0
	if p.LogMissing() != "" {
		t.Errorf("nothing is left out, but %q", p.LogMissing())
	}
}

func TestManyFoodsAreCounted(t *testing.T) {
	p := newPage(&report.Summary{Foods: make([]report.Eaten, maxEaten+7)})
	if len(p.EatenLines()) != maxEaten || p.MoreEaten() != "and 7 more" {
		t.Errorf("%d foods, %q", len(p.EatenLines()), p.MoreEaten())
	}
}
