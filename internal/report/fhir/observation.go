package fhir

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/nutrigap/nutrigap/internal/report"
)

// observation is one figure, or one that is said to be unknown.
type observation struct {
	ResourceType   resourceObservation `json:"resourceType"`
	ID             string              `json:"id"`
	Status         string              `json:"status"`
	Category       []concept           `json:"category,omitempty"`
	Code           concept             `json:"code"`
	Subject        reference           `json:"subject"`
	Effective      string              `json:"effectiveDateTime,omitempty"`
	Span           *period             `json:"effectivePeriod,omitempty"`
	Value          *quantity           `json:"valueQuantity,omitempty"`
	Absent         *concept            `json:"dataAbsentReason,omitempty"`
	Interpretation []concept           `json:"interpretation,omitempty"`
	Note           []annotation        `json:"note,omitempty"`
	Method         *concept            `json:"method,omitempty"`
	Device         *reference          `json:"device,omitempty"`
	Range          []referenceRange    `json:"referenceRange,omitempty"`
	DerivedFrom    []reference         `json:"derivedFrom,omitempty"`
	Component      []component         `json:"component,omitempty"`
}

// referenceRange is a reference value; its text says which.
type referenceRange struct {
	Low  *quantity `json:"low,omitempty"`
	High *quantity `json:"high,omitempty"`
	Type *concept  `json:"type,omitempty"`
	Text string    `json:"text,omitempty"`
}

// component is a figure about the figure.
type component struct {
	Code   concept   `json:"code"`
	Value  *quantity `json:"valueQuantity,omitempty"`
	Absent *concept  `json:"dataAbsentReason,omitempty"`
}

// unknown says that nobody knows a value.
func unknown() *concept {
	return &concept{Coding: []coding{{
		System: "http://terminology.hl7.org/CodeSystem/data-absent-reason", Code: "unknown", Display: "Unknown",
	}}}
}

// newObservation is an observation of this person. Its name makes its identifier.
func (d *document) newObservation(name string, code concept) *observation {
	if code.Text == "" && len(code.Coding) == 0 {
		code.Text = "?"
	}
	return &observation{
		ID: d.id("observation " + name), Status: "final", Code: code, Subject: d.patient,
		Category: []concept{{Coding: []coding{{
			System: "http://terminology.hl7.org/CodeSystem/observation-category", Code: "survey", Display: "Survey",
		}}}},
	}
}

// measured puts in a value, or that it is unknown.
func (o *observation) measured(v *float64, unit string) {
	if o.Value = of(v, unit); o.Value == nil {
		o.Absent = unknown()
	}
}

// about adds a figure about the figure; one that isn't known is said to be unknown.
func (o *observation) about(code, name string, v *float64, unit string) {
	c := component{Code: concept{Coding: []coding{own(code, name)}, Text: name}, Value: of(v, unit)}
	if c.Value == nil {
		c.Absent = unknown()
	}
	o.Component = append(o.Component, c)
}

// hundredfold is a part of one in percent.
func hundredfold(v *float64) *float64 {
	if v == nil {
		return nil
	}
	percent := *v * 100
	return &percent
}

// daily is what is known of one nutrient on one day.
func (d *document) daily(i int, key string) reference {
	on := &d.Days[i]
	name := d.NameOf(key)
	o := d.newObservation(fmt.Sprintf("day %d %s", i, key), intakeOf(key, d.lang.Tf("%s, intake of the day", name)))
	if o.Effective = day(on.Date); o.Effective == "" {
		o.Note = notes(on.Date)
	}
	o.Device = &d.device
	n := on.Nutrient(key)
	if n == nil {
		o.measured(nil, "")
		return d.add(o.ID, o, name)
	}
	o.measured(n.Amount, n.Unit)
	o.about("coverage", "Share of the day's energy whose foods have a value", hundredfold(&n.Coverage), "%")
	o.Interpretation = d.interpretation(n.Status)
	return d.add(o.ID, o, name)
}

// interpretation is a verdict in a word or two.
func (d *document) interpretation(status string) []concept {
	if status == "" {
		return nil
	}
	words := clean(report.StatusWords(d.lang, status))
	c := concept{Text: words}
	if code := clean(status); code != "" {
		c.Coding = []coding{own(code, words)}
	}
	return []concept{c}
}

// mean is the mean intake of one nutrient over the period, with all that its verdict rests on.
func (d *document) mean(n *report.Nutrient, days []reference) reference {
	o := d.newObservation("mean "+n.Key, intakeOf(n.Key, d.lang.Tf("%s, mean intake a day", n.Name)))
	if from, to := day(d.Period.From), day(d.Period.To); from != "" && to != "" && from <= to {
		o.Span = &period{from, to}
	}
	o.Device = &d.device
	o.measured(n.Mean, n.Unit)
	o.Interpretation = d.interpretation(n.Status)
	o.Note = notes(n.Verdict, n.Confidence(d.lang), n.References(d.lang))
	o.Method = said(d.lang.N("mean of the %d day counted, of what is known", "mean of the %d days counted, of what is known", n.Days))
	o.Range = d.ranges(n)
	o.DerivedFrom = days
	o.about("coverage", "Share of the energy whose foods have a value", hundredfold(&n.Coverage), "%")
	o.about("lowest_day", "Lowest day", n.Low, n.Unit)
	o.about("highest_day", "Highest day", n.High, n.Unit)
	if n.Percent != nil {
		o.about("percent_of_target", "Percent of the target", n.Percent, "%")
	}
	if n.Adequate != nil {
		o.about("confidence_adequate", "Confidence that the usual intake is enough", hundredfold(n.Adequate), "%")
	}
	if n.AboveAI != nil {
		o.about("confidence_above_ai", "Confidence that the usual intake is above the AI", hundredfold(n.AboveAI), "%")
	}
	if n.Within != nil {
		o.about("confidence_below_limit", "Confidence that the usual intake is below the limit", hundredfold(n.Within), "%")
	}
	return d.add(o.ID, o, n.Name)
}

// ranges are the reference values, each with what it is called.
func (d *document) ranges(n *report.Nutrient) []referenceRange {
	var all []referenceRange
	add := func(kind string, v *float64, limit bool) {
		if v == nil {
			return
		}
		r := referenceRange{Type: said(kind), Text: clean(kind + " " + d.lang.Amount(n.Key, *v))}
		if limit {
			r.High = of(v, n.Unit)
		} else {
			r.Low = of(v, n.Unit)
		}
		all = append(all, r)
	}
	add(cmp.Or(n.EARKind, "EAR"), n.EAR, false)
	add(n.TargetKind, n.Target, false)
	add("UL", n.UL, true)
	add(n.CDRRKind, n.CDRR, true)
	return all
}

// counted are the days that the means are of.
func (d *document) counted(i int) bool { return !d.Days[i].SetApart }

// intakes adds the observations of the focus: each day's, then each mean, which says what it is derived from.
func (d *document) intakes() (means, days []reference) {
	var seen []string
	for _, n := range d.InFocus() {
		if slices.Contains(seen, n.Key) {
			continue
		}
		seen = append(seen, n.Key)
		var of []reference
		for i := range d.Days {
			r := d.daily(i, n.Key)
			days = append(days, r)
			if d.counted(i) {
				of = append(of, reference{Reference: r.Reference})
			}
		}
		means = append(means, d.mean(n, of))
	}
	return means, days
}
