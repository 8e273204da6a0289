// Package fhir writes a Summary in the language of health records: HL7 FHIR.
//
// Release 4 gets a document: a Composition as its cover and an Observation for each mean and each day's intake.
// Release 5 gets the diary itself, a NutritionIntake for each row.
//
// Its rule: a value that nobody knows is said to be unknown, never 0, and a code stands only where independent
// sources agree on it (codes.csv); beside it stands a code of our own, marked as such. It refuses to diagnose:
// no Condition, no code of a nutrition diagnosis.
package fhir

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/google/uuid"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// Release is a version of FHIR.
type Release int

// The releases that are written.
const (
	R4 Release = iota
	R5
)

// Options is how the record is written.
type Options struct{ Release Release }

// Write writes s as one Bundle, indented. The only errors are those of w, and a number that JSON has no word for.
func Write(w io.Writer, s *report.Summary, o Options) error {
	d, err := newDocument(s.Visible())
	if err != nil {
		return err
	}
	if o.Release == R5 {
		d.diary()
	} else {
		d.cover()
	}
	var b bytes.Buffer // so that an error leaves nothing half written
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(&d.bundle); err != nil {
		return fmt.Errorf("report as FHIR: %w", err)
	}
	_, err = w.Write(b.Bytes())
	return err
}

// document is a Bundle that is being written.
type document struct {
	*report.Summary
	lang   *lang.Language
	seed   uuid.UUID // of all identifiers, made of the whole Summary
	bundle bundle

	patient, device reference
}

func newDocument(s *report.Summary) (*document, error) {
	content, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("report as FHIR: %w", err)
	}
	return &document{Summary: s, lang: lang.Of(s.Language), seed: uuid.NewSHA1(uuid.NameSpaceURL, append([]byte(localSystem), content...))}, nil
}

// id is the identifier of a resource: the same for the same Summary, and another for every name.
func (d *document) id(name string) string { return uuid.NewSHA1(d.seed, []byte(name)).String() }

// add puts a resource into the Bundle and returns what refers to it.
func (d *document) add(id string, resource any, display string) reference {
	url := "urn:uuid:" + id
	d.bundle.Entry = append(d.bundle.Entry, entry{FullURL: url, Resource: resource})
	return reference{Reference: url, Display: clean(display)}
}

// people adds who ate and what judged.
func (d *document) people() {
	d.patient = d.add(d.id("patient"), d.newPatient(d.id("patient")), "")
	d.device = d.add(d.id("device"), d.newDevice(d.id("device")), "nutrigap")
}
