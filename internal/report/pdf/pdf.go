// Package pdf writes a Summary for paper: page one says in ten minutes' reading what a professional asks
// first, and the pages behind it let each figure be checked.
//
// Its rule: text is text, which can be searched and copied, and everything from a diary goes through one
// gate (typeface.Printable) before it is set. The same Summary gives the same bytes. It refuses to decide:
// order, status and sentences are the Summary's.
package pdf

import (
	"bytes"
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/typeface"
)

// Options is how the pages are written.
type Options struct {
	Paper string // "a4" or "letter"; empty is A4
}

// Papers are the sizes that [Options] may name.
func Papers() []string { return []string{"a4", "letter"} }

// size is a sheet of paper in points.
func (o Options) size() (fpdf.SizeType, error) {
	switch o.Paper {
	case "", "a4":
		return fpdf.SizeType{Wd: 595.28, Ht: 841.89}, nil
	case "letter":
		return fpdf.SizeType{Wd: 612, Ht: 792}, nil
	default:
		return fpdf.SizeType{}, fmt.Errorf("paper %q is not known; use a4 or letter", o.Paper)
	}
}

// Write writes s. The errors are those of w, and that of a paper that is not known.
func Write(w io.Writer, s *report.Summary, o Options) error { return write(w, s, o, true) }

func write(w io.Writer, s *report.Summary, o Options, compress bool) error {
	size, err := o.size()
	if err != nil {
		return err
	}
	d := &document{Summary: s.Visible(), Language: lang.Of(s.Language), sheet: newSheet(size)}
	d.f.SetCompression(compress)
	d.properties()
	d.pageOne()
	d.details()
	d.finish()
	var b bytes.Buffer // so that w gets a whole file or nothing
	if err := d.f.Output(&b); err != nil {
		return fmt.Errorf("laying out the pages: %w", err)
	}
	_, err = w.Write(b.Bytes())
	return err
}

// document is a report while it is laid out.
type document struct {
	*report.Summary
	*lang.Language
	*sheet
	gridShown bool // on page one already
}

// properties are what a reader of PDF files shows about one. There is no author: the report doesn't name one.
func (d *document) properties() {
	title, _ := typeface.Printable(join(", ", d.T("Nutrient gaps"), d.span()))
	d.f.SetTitle(title, true)
	d.f.SetCreator("nutrigap", true)
	d.f.SetProducer("nutrigap", true)
	d.f.SetLang(d.Tag())
	d.f.SetCreationDate(d.Made())
	d.f.SetModificationDate(d.Made())
	d.f.SetCatalogSort(true)
}

// details are the pages behind the first.
func (d *document) details() {
	d.newPage()
	d.own()
	d.nutrients()
	d.days()
	d.eaten()
	d.log()
	d.doubtful()
	d.doctor()
	d.method()
}
