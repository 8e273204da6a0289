package fhir

import (
	"strconv"
	"strings"
	"time"
)

// The elements that resources are made of. Fields are those that are written, as the standard names them.

type coding struct {
	System  string `json:"system,omitempty"`
	Code    string `json:"code,omitempty"`
	Display string `json:"display,omitempty"`
}

type concept struct {
	Coding []coding `json:"coding,omitempty"`
	Text   string   `json:"text,omitempty"`
}

// quantity is a value in a UCUM unit.
type quantity struct {
	Value  decimal `json:"value"`
	Unit   string  `json:"unit,omitempty"`
	System string  `json:"system,omitempty"`
	Code   string  `json:"code,omitempty"`
}

type reference struct {
	Reference string `json:"reference,omitempty"`
	Display   string `json:"display,omitempty"`
}

type period struct {
	Start string `json:"start,omitempty"`
	End   string `json:"end,omitempty"`
}

type identifier struct {
	System string `json:"system,omitempty"`
	Value  string `json:"value,omitempty"`
}

type narrative struct {
	Status string `json:"status"`
	Div    string `json:"div"`
}

type annotation struct {
	Text string `json:"text"`
}

// decimal is a number with six significant digits: in FHIR digits say how exact a number is.
type decimal float64

// MarshalJSON writes v without the digits that a diary can't carry.
func (v decimal) MarshalJSON() ([]byte, error) {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(float64(v), 'g', 6, 64), 64)
	if err != nil {
		return nil, err
	}
	return []byte(strconv.FormatFloat(rounded+0, 'g', -1, 64)), nil // +0: no "-0"
}

// of is a quantity of a nutrient's unit, nil where nobody knows it.
func of(v *float64, unit string) *quantity {
	if v == nil {
		return nil
	}
	return &quantity{Value: decimal(*v), Unit: clean(unit), System: ucumOf(unit), Code: ucum(unit)}
}

const ucumSystem = "http://unitsofmeasure.org"

// ucum is the code of a unit of this program, empty for one that it doesn't know.
func ucum(unit string) string {
	return map[string]string{"mg": "mg", "mcg": "ug", "g": "g", "kcal": "kcal", "%": "%", "a": "a", "kg": "kg", "cm": "cm"}[unit]
}

// ucumOf is the system of a unit's code.
func ucumOf(unit string) string {
	if ucum(unit) == "" {
		return ""
	}
	return ucumSystem
}

// clean is a text as FHIR takes it: no spaces at its ends and none but the plain one between words.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// day is an ISO date, empty for what is none, as in a report that leaves dates out.
func day(s string) string {
	if _, err := time.Parse(time.DateOnly, s); err != nil || s < "0001" {
		return ""
	}
	return s
}

// said is a concept in words alone; nil for none.
func said(text string) *concept {
	if text = clean(text); text == "" {
		return nil
	}
	return &concept{Text: text}
}

// notes are remarks, without the empty ones.
func notes(texts ...string) []annotation {
	var all []annotation
	for _, text := range texts {
		if text = clean(text); text != "" {
			all = append(all, annotation{text})
		}
	}
	return all
}
