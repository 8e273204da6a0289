package html

import (
	"cmp"
	"fmt"
	"math"
	"strconv"

	"github.com/nutrigap/nutrigap/internal/report"
)

// card is everything that the Summary says about one nutrient.
type card struct {
	look
	*report.Nutrient
	ID, Heading, Reached, Intake, Facts, Judged string
	Bar                                         *bar
	Supplies                                    []supply
	From                                        []share
}

// bar is the mean against the target, in percent of the width.
type bar struct {
	Label          string
	Full, Mark     string
	MarkLabel      string
	MarkAnchor     string // where the label stands so that it stays inside
	TargetPosition string
}

// supply is a food that would help.
type supply struct{ Food, Portion, Adds string }

// share is a food that was eaten, and its part.
type share struct{ Food, Share, Width, Amount, Times string }

func (p *page) cards(nutrients []*report.Nutrient) []card {
	var cards []card
	for _, n := range nutrients {
		c := card{look: p.lookOf(n.Status), Nutrient: n, Heading: p.NameOf(n.Key), Intake: n.Intake(p.Language), Facts: n.Facts(p.Language)}
		c.ID = fmt.Sprintf("%s-%d", c.Class, len(cards))
		if n.Percent != nil {
			c.Reached = p.PercentOrDash(n.Percent)
		}
		c.Judged = join(" · ", n.Confidence(p.Language), n.References(p.Language))
		if n.Status != report.StatusCannotTell { // a bar would judge what can't be judged
			c.Bar = p.bar(n)
		}
		for _, s := range n.Suggestions {
			c.Supplies = append(c.Supplies, supply{s.Food, s.Portion, "+" + p.Amount(n.Key, s.Adds)})
		}
		for _, s := range n.Sources {
			c.From = append(c.From, share{s.Food, p.Fraction(s.Share), across(s.Share), p.Amount(n.Key, s.Amount), report.Times(s.Times)})
		}
		cards = append(cards, c)
	}
	return cards
}

// bar is drawn over the target, or over the mean where that is larger, and marks the average requirement
// (EAR), or for an excess the upper limit (UL). There is none without a mean and a target.
func (p *page) bar(n *report.Nutrient) *bar {
	if n.Mean == nil || n.Target == nil || *n.Target <= 0 {
		return nil
	}
	whole := math.Max(*n.Target, *n.Mean)
	b := &bar{
		Label:          join(", ", p.NameOf(n.Key), p.PercentOrDash(n.Percent), n.Intake(p.Language)),
		Full:           across(*n.Mean / whole),
		TargetPosition: across(*n.Target / whole),
	}
	mark := func(v *float64, kind string) {
		if v == nil || *v <= 0 || *v >= whole {
			return
		}
		b.Mark, b.MarkLabel, b.MarkAnchor = across(*v/whole), kind+" "+p.Amount(n.Key, *v), "middle"
		if *v/whole > 0.8 {
			b.MarkAnchor = "end"
		}
		if *v/whole < 0.2 {
			b.MarkAnchor = "start"
		}
	}
	if n.Status == report.StatusExcess {
		mark(n.UL, "UL")
	} else {
		mark(n.EAR, cmp.Or(n.EARKind, "EAR"))
	}
	return b
}

// across is a part of the width as an SVG length; what is no number or outside is moved to the edge.
func across(part float64) string {
	if !(part > 0) { // NaN too
		return "0%"
	}
	return strconv.FormatFloat(math.Round(math.Min(part, 1)*1e6)/1e4, 'f', -1, 64) + "%"
}
