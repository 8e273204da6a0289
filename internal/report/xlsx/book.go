package xlsx

import (
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// book is a workbook that is being written. After its first error nothing more is written.
type book struct {
	*report.Summary
	lang   *lang.Language
	file   *excelize.File
	dates  string // how the language writes a date in figures, as Excel says it
	styles map[look]int
	sheets int
	err    error
}

func newBook(s *report.Summary) *book {
	b := &book{Summary: s, lang: lang.Of(s.Language), file: excelize.NewFile(), styles: map[look]int{}}
	b.dates = strings.NewReplacer("2001", "yyyy", "02", "mm", "03", "dd").Replace(b.lang.Date("2001-02-03"))
	made := s.Made()
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newArchive(w, made) })
	b.try(b.file.SetDocProps(&excelize.DocProperties{
		Title: s.Title(b.lang), Creator: "nutrigap", Description: s.Disclaimer, Language: b.lang.Tag(),
		Created: made.Format(time.RFC3339), Modified: made.Format(time.RFC3339),
	}))
	return b
}

// try keeps the first error.
func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// addSheet adds an empty sheet; the first takes the place of the one that a new file has.
func (b *book) addSheet(name string) {
	b.sheets++
	if b.sheets == 1 {
		b.try(b.file.SetSheetName(b.file.GetSheetName(0), name))
		return
	}
	_, err := b.file.NewSheet(name)
	b.try(err)
}

func (b *book) write(w io.Writer) error {
	if b.err != nil {
		return b.err
	}
	_, err := b.file.WriteTo(w)
	return err
}

// sheet is a sheet that is being written, row by row.
type sheet struct {
	*book
	name   string
	stream *excelize.StreamWriter
	widths []float64
	row    int // the last one written, from 1
}

// begin starts to write a sheet whose columns have the given widths, in characters. What is above a row and left
// of a column stays in view.
func (b *book) begin(name string, widths []float64, rows, columns int) *sheet {
	s := &sheet{book: b, name: name, widths: widths}
	b.paper(name)
	if b.err != nil {
		return s
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		b.try(err)
		return s
	}
	s.stream = stream
	for i, width := range widths {
		b.try(stream.SetColWidth(i+1, i+1, width))
	}
	if rows > 0 {
		b.try(stream.SetPanes(&excelize.Panes{
			Freeze: true, YSplit: rows, XSplit: columns, TopLeftCell: cellName(columns+1, rows+1), ActivePane: pane(columns),
		}))
	}
	return s
}

// pane is the one of the four that scrolls.
func pane(columns int) string {
	if columns > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

// put writes the next row; a nil stands for an empty cell. Without a height the program that shows the sheet
// finds one.
func (s *sheet) put(height float64, cells ...any) {
	s.row++
	if s.err == nil {
		s.try(s.stream.SetRow(cellName(1, s.row), cells, excelize.RowOpts{Height: height}))
	}
}

// end finishes the sheet.
func (s *sheet) end() {
	if s.err == nil {
		s.try(s.stream.Flush())
	}
}

// cellName is a place on a sheet, "C4".
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // of columns that no report has
	}
	return name
}

// paper prints a sheet in landscape, as wide as the page, with its name and page numbers below.
func (b *book) paper(name string) {
	const a4 = 9
	fit, size, landscape, wide, high := true, a4, "landscape", 1, 0
	margin, foot := 0.5, 0.3 // inches
	b.try(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.try(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high,
	}))
	b.try(b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: &margin, Right: &margin, Top: &margin, Bottom: &margin, Footer: &foot, Header: &foot,
	}))
	b.try(b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}))
}
