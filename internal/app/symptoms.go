package app

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/symptom"
)

// Felt is a symptom in a person's own words: what it is called, and how severe it was, "0" to "10".
func Felt(book *symptom.Book, date diary.Date, name, severity, note string) (diary.Symptom, error) {
	word, err := book.Named(name)
	if err != nil {
		return diary.Symptom{}, err
	}
	n, err := strconv.Atoi(strings.TrimSpace(severity))
	if err != nil || n < 0 || n > diary.MaxSeverity {
		return diary.Symptom{}, fmt.Errorf("severity %q: it is a whole number from 0 to %d", severity, diary.MaxSeverity)
	}
	return diary.Symptom{Date: date, Symptom: word.Key, Severity: n, Note: strings.TrimSpace(note)}, nil
}

// ReadSymptoms reads a CSV with the columns date, symptom, severity and, where there is one, note, in any
// order. Rows that can't be read are refused one by one; an error is a file that is no such table.
func ReadSymptoms(book *symptom.Book, name string, in io.Reader) (felt []diary.Symptom, refused []*diary.SyntaxError, err error) {
	r := csv.NewReader(in)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	columns, err := symptomColumns(header)
	if err != nil {
		return nil, nil, fmt.Errorf("%s:1: %w", name, err)
	}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return felt, refused, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := r.FieldPos(0)
		s, err := columns.read(book, record)
		if err != nil {
			bad := &diary.SyntaxError{Pos: diary.Pos{File: name, Line: line}, Reason: err.Error()}
			if unknown := new(symptom.UnknownError); errors.As(err, &unknown) {
				bad.Hint = unknown.Hint()
			}
			refused = append(refused, bad)
			continue
		}
		felt = append(felt, s)
	}
}

// tableOfSymptoms is where the columns stand; -1 for one that isn't there.
type tableOfSymptoms struct{ date, symptom, severity, note int }

func symptomColumns(header []string) (tableOfSymptoms, error) {
	column := func(name string) int {
		return slices.IndexFunc(header, func(h string) bool {
			return strings.EqualFold(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")), name)
		})
	}
	t := tableOfSymptoms{column("date"), column("symptom"), column("severity"), column("note")}
	if t.date < 0 || t.symptom < 0 || t.severity < 0 {
		return t, errors.New("the first line has to name the columns date, symptom and severity, and may name note")
	}
	return t, nil
}

func (t tableOfSymptoms) read(book *symptom.Book, record []string) (diary.Symptom, error) {
	cell := func(column int) string {
		if column < 0 || column >= len(record) {
			return ""
		}
		return strings.TrimSpace(record[column])
	}
	date, err := diary.ParseDate(cell(t.date))
	if err != nil {
		return diary.Symptom{}, err
	}
	return Felt(book, date, cell(t.symptom), cell(t.severity), cell(t.note))
}
