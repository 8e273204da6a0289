package pack

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// maxCells is more cells than the sheets of a diary ever have, the blank ones between others included.
const maxCells = 10_000_000

// isWorkbook reports whether an archive is an Excel workbook.
func isWorkbook(archive *zip.Reader) bool {
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.Name == "xl/workbook.xml" })
}

func damaged(name string) *diary.FileError {
	return &diary.FileError{File: name, Reason: "is a damaged Excel workbook", Advice: "open it in a spreadsheet and save it again, or save the sheet as CSV (UTF-8)"}
}

// openWorkbook makes tables of the sheets that are not hidden.
func openWorkbook(name string, in io.ReaderAt, size int64, archive *zip.Reader) (parts []Part, err error) {
	if err := checkSizes(name, archive.File, maxWorkbook); err != nil {
		return nil, err
	}
	// What somebody made up to look like a workbook may surprise the library.
	defer func() {
		if recover() != nil {
			parts, err = nil, damaged(name)
		}
	}()
	book, err := excelize.OpenReader(io.NewSectionReader(in, 0, size),
		excelize.Options{UnzipSizeLimit: maxWorkbook, UnzipXMLSizeLimit: maxWorkbook}) // all in memory, no temporary files
	if err != nil {
		return nil, damaged(name)
	}
	defer book.Close()
	w := workbook{File: book, name: name}
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.date1904 = *props.Date1904
	}
	for _, sheet := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(sheet); err != nil || !visible {
			continue
		}
		text, err := w.text(sheet)
		if err != nil {
			return nil, err
		}
		parts = append(parts, Part{
			Name: table.Clean(sheet), Sheet: true,
			Content: func() (io.Reader, error) { return bytes.NewReader(text), nil },
		})
	}
	if len(parts) == 1 {
		parts[0].Name = ""
	}
	return parts, nil
}

// workbook turns sheets into text.
type workbook struct {
	*excelize.File
	name     string
	date1904 bool // serial numbers of days count from 1904
	cells    int  // so far
	bytes    int  // so far
}

// text is a sheet as CSV whose line numbers are those of the sheet's rows.
func (w *workbook) text(sheet string) ([]byte, error) {
	raw, err := w.Rows(sheet)
	if err != nil {
		return nil, nil // a chart
	}
	defer raw.Close()
	shown, err := w.Rows(sheet)
	if err != nil {
		return nil, damaged(w.name)
	}
	defer shown.Close()
	var text bytes.Buffer
	out := csv.NewWriter(&text)
	for raw.Next() && shown.Next() {
		values, err := raw.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, damaged(w.name)
		}
		faces, err := shown.Columns()
		if err != nil || len(faces) < len(values) {
			return nil, damaged(w.name)
		}
		for i, value := range values {
			values[i] = w.cell(value, faces[i])
			w.bytes += len(values[i])
		}
		if w.cells += 1 + len(values); w.cells > maxCells || w.bytes > maxWorkbook {
			return nil, refused(w.name, fmt.Sprintf("has sheets of more than %d cells or %d MB", maxCells, maxWorkbook>>20))
		}
		if len(values) == 0 {
			out.Flush()
			text.WriteByte('\n')
		} else if err := out.Write(values); err != nil {
			return nil, err
		}
	}
	out.Flush()
	return text.Bytes(), nil
}

// The days of this century, as Excel counts them.
const firstDay, lastDay = 36526, 73050

// dateFace is how a sheet shows a day: in figures, or with the name of the month.
var dateFace = regexp.MustCompile(`^\d{1,4} ?[-/. 年] ?(?:\d{1,2}|\p{L}{3,9}\.?) ?[-/. 月] ?\d{1,4}`)

// cell is a cell as it is best read: the number behind it, which is not rounded, unless the sheet shows
// that it is a date, a time, a percentage or has a unit.
func (w *workbook) cell(value, face string) string {
	number, err := strconv.ParseFloat(value, 64)
	if err != nil || value == face {
		return tidy(value)
	}
	_, err = strconv.ParseFloat(face, 64) // 1.5E+10
	unit := err != nil && strings.ContainsFunc(face, unicode.IsLetter)
	switch {
	case firstDay <= number && number < lastDay && (dateFace.MatchString(face) || table.IsDate(face)):
		day, err := excelize.ExcelDateToTime(number, w.date1904)
		if err != nil {
			return face
		}
		if number == float64(int(number)) {
			return day.Format("2006-01-02")
		}
		return day.Format("2006-01-02 15:04")
	case strings.ContainsAny(face, ":%"), unit:
		return tidy(face)
	}
	return tidy(value)
}

// tidy is a cell in one line, with a number that has one reading.
func tidy(text string) string {
	if nutrient.TwoWays(text) && strings.Contains(text, ".") {
		return text + "0"
	}
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, text)
}
