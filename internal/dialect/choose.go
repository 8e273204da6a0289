package dialect

import (
	"fmt"
	"strings"

	"github.com/nutrigap/nutrigap/internal/dialect/plain"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// choose finds the format of a file and its headings: the first row that somebody claims.
func choose(file *table.File, name string) (format, error) {
	if name != "" {
		f, err := named(name)
		if err != nil {
			return f, err
		}
		return f, begin(file, f)
	}
	for i := range file.Heads() {
		if err := file.StartAt(i); err != nil {
			return format{}, err
		}
		if err := refuse(file); err != nil {
			return format{}, err
		}
		f, err := claimant(file, apps(), sheet())
		if err != nil || f.name != "" {
			return f, err
		}
	}
	if err := file.StartAt(0); err != nil {
		return format{}, err
	}
	return format{}, unknown(file)
}

// named is the format with that name.
func named(name string) (format, error) {
	for _, f := range formats() {
		if f.name == name {
			return f, nil
		}
	}
	return format{}, fmt.Errorf("no dialect %q; known are %s", name, strings.Join(Names(), ", "))
}

// begin finds the headings of a format that was chosen by name.
func begin(file *table.File, f format) error {
	for i, header := range file.Heads() {
		if f.claims(header) {
			return file.StartAt(i)
		}
	}
	return file.StartAt(0)
}

// claimant is the only app that claims the headings, else the general format if that does, else none.
func claimant(file *table.File, apps []format, general format) (format, error) {
	var claim []format
	for _, f := range apps {
		if f.claims(file.Header) {
			claim = append(claim, f)
		}
	}
	switch {
	case len(claim) == 1:
		return claim[0], nil
	case len(claim) > 1:
		return format{}, &diary.FileError{
			File:   file.Name,
			Reason: fmt.Sprintf("the headings are those of %s and of %s", claim[0].name, claim[1].name),
			Advice: fmt.Sprintf("say which with --dialect %s or --dialect %s", claim[0].name, claim[1].name),
		}
	case general.claims(file.Header):
		return general, nil
	}
	return format{}, nil
}

// unknown is the error for headings that nobody claims.
func unknown(file *table.File) error {
	err := file.Missing(plain.Missing(file.Header))
	advice := plain.Advice(file)
	if file.Headless() {
		err.Reason = "no headings in the first line"
		advice = "write what each column is into a line above the others: date,meal,food,amount"
	}
	err.Advice += "\na diary needs a date and a food in each row; " + advice + "\nnutrigap dialects lists the formats that can be read"
	return err
}
