package main

import (
	"bytes"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// bin is the answers of one tenth of confidence.
type bin struct {
	list           string
	low            float64
	answers, right int
	confidence     float64 // mean
}

// bins sorts the answers by list and tenth of confidence.
func bins(answers []answer) []bin {
	var out []bin
	for _, a := range answers {
		p := a.confidence
		low := float64(min(9, int(p*10))) / 10
		i := slices.IndexFunc(out, func(b bin) bool { return b.list == a.list && b.low == low })
		if i < 0 {
			i = len(out)
			out = append(out, bin{list: a.list, low: low})
		}
		b := &out[i]
		b.confidence = (b.confidence*float64(b.answers) + p) / float64(b.answers+1)
		b.answers++
		if a.right {
			b.right++
		}
	}
	slices.SortStableFunc(out, func(a, b bin) int {
		if a.list != b.list {
			return slices.Index(lists(), a.list) - slices.Index(lists(), b.list)
		}
		return int(10*a.low) - int(10*b.low)
	})
	return out
}

// writeReliability writes how often answers of each confidence are right, as a table and as a plot.
func writeReliability(dir string, answers []answer) error {
	all := bins(answers)
	rows := [][]string{{"list", "confidence_from", "answers", "mean_confidence", "right", "share_right"}}
	for _, b := range all {
		rows = append(rows, []string{b.list, fmt.Sprintf("%.1f", b.low), strconv.Itoa(b.answers), fmt.Sprintf("%.3f", b.confidence),
			strconv.Itoa(b.right), share(b.right, b.answers)})
	}
	if err := writeCSV(filepath.Join(dir, "reliability.csv"), rows); err != nil {
		return err
	}
	var svg bytes.Buffer
	if err := plot.Execute(&svg, curves(all)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "reliability.svg"), svg.Bytes(), 0o644)
}

// curve is one list in the plot; its points are in the plot's own units.
type curve struct {
	Name, Color, Line string
	Points            []point
	Y                 int // of its name
}

type point struct{ X, Y, R float64 }

// fewestShown is how many answers a point must rest on to be drawn.
const fewestShown = 8

var colors = []string{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9"}

func curves(all []bin) []curve {
	var out []curve
	for i, list := range lists() {
		c := curve{Name: list, Color: colors[i%len(colors)], Y: 60 + 18*i}
		for _, b := range all {
			if b.list != list || b.answers < fewestShown {
				continue
			}
			p := point{X: 40 + 400*b.confidence, Y: 440 - 400*float64(b.right)/float64(b.answers), R: 3}
			c.Points = append(c.Points, p)
			c.Line += fmt.Sprintf("%.1f,%.1f ", p.X, p.Y)
		}
		if len(c.Points) > 0 {
			out = append(out, c)
		}
	}
	return out
}

var plot = template.Must(template.New("plot").Parse(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 490" font-family="sans-serif" font-size="12" role="img" aria-label="Share of right answers by confidence">
<title>How often answers of each confidence are right</title>
<rect width="460" height="490" fill="#fff"/>
<path d="M40 40V440H440" fill="none" stroke="#333"/>
<path d="M40 440L440 40" stroke="#999" stroke-dasharray="4 4"/>
<text x="240" y="475" text-anchor="middle">confidence</text>
<text x="14" y="240" text-anchor="middle" transform="rotate(-90 14 240)">share of answers that are right</text>
<text x="40" y="455">0</text><text x="432" y="455">1</text><text x="26" y="444">0</text><text x="26" y="46">1</text>
{{range .}}<g fill="{{.Color}}" stroke="{{.Color}}"><polyline points="{{.Line}}" fill="none"/>{{range .Points}}<circle cx="{{printf "%.1f" .X}}" cy="{{printf "%.1f" .Y}}" r="{{.R}}"/>{{end}}<text x="56" y="{{.Y}}" stroke="none">{{.Name}}</text></g>
{{end}}</svg>
`))
