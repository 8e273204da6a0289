// Package csv writes the tables of a Summary for spreadsheets and statistics: one of them, or all in a ZIP
// archive with a file for each.
//
// Its rule: a cell holds what the Summary knows and is empty where it knows nothing; numbers are plain,
// with a point and without grouping, and words of the program stay as they are. It refuses to write anything
// else than tables.
package csv

import (
	"archive/zip"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/tidy"
)

// Options is how tables are written.
type Options struct {
	Table string // one of [tidy.Names]; empty is "days"
	BOM   bool   // begin with a byte order mark, by which Excel knows that it is UTF-8
}

// Write writes one table as RFC 4180 has it: UTF-8, lines that end with CRLF, quotes where they are needed. The
// only errors are those of w and a table that there is none of.
func Write(w io.Writer, s *report.Summary, o Options) error {
	if o.Table == "" {
		o.Table = "days"
	}
	t, ok := tidy.Of(s, o.Table)
	if !ok {
		return fmt.Errorf("there is no table %q", o.Table)
	}
	return write(w, &t, o.BOM)
}

// WriteArchive writes a ZIP archive with a file for each table, "days.csv". The same Summary gives the same
// bytes. The only errors are those of w.
func WriteArchive(w io.Writer, s *report.Summary, o Options) error {
	archive := zip.NewWriter(w)
	for _, t := range tidy.All(s) {
		f, err := archive.CreateHeader(&zip.FileHeader{Name: t.Name + ".csv", Method: zip.Deflate, Modified: s.Made()})
		if err != nil {
			return err
		}
		if err := write(f, &t, o.BOM); err != nil {
			return err
		}
	}
	return archive.Close()
}

func write(w io.Writer, t *tidy.Table, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	lines := csv.NewWriter(w)
	lines.UseCRLF = true
	cells := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = c.Name
	}
	lines.Write(cells) // an error of w stays in lines until the end
	for _, row := range t.Rows {
		for i := range row {
			cells[i] = cell(&row[i])
		}
		lines.Write(cells)
	}
	lines.Flush()
	return lines.Error()
}

func cell(c *tidy.Cell) string {
	switch c.Kind {
	case tidy.Unknown:
		return ""
	case tidy.Text, tidy.Code, tidy.Date:
		return c.Text
	default:
		return digits(c.Number)
	}
}

// digits is v with six significant digits, never in powers of ten, which some spreadsheets misread.
func digits(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 6, 64), 64)
	if err != nil {
		return ""
	}
	return strconv.FormatFloat(rounded+0, 'f', -1, 64) // +0: no "-0"
}
