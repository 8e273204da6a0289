package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/nutrigap/nutrigap/internal/report"
)

// look is how a cell looks. Equal looks share a style of the workbook.
type look struct {
	format string // of a number, as Excel writes it; empty is as it comes
	fill   string // a colour, "F2F2F2"; empty is none
	color  string // of the text; empty is black
	size   float64
	bold   bool
	wrap   bool
	ruled  bool   // with a line below
	side   string // "right", "center"; empty is left of a text and right of a number
	indent bool   // from what stands left of it
}

// style is the number of a look in the workbook.
func (b *book) style(l look) int {
	if id, ok := b.styles[l]; ok {
		return id
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Bold: l.bold, Size: l.size, Color: l.color},
		Alignment: &excelize.Alignment{Vertical: "top", Horizontal: l.side, WrapText: l.wrap},
	}
	if l.size == 0 {
		s.Font.Size = 11
	}
	if l.indent {
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.ruled {
		s.Border = []excelize.Border{{Type: "bottom", Color: ruleColor, Style: 1}}
	}
	id, err := b.file.NewStyle(s)
	b.try(err)
	b.styles[l] = id
	return id
}

// styled is a value in a look.
func (b *book) styled(l look, value any) any {
	return excelize.Cell{StyleID: b.style(l), Value: value}
}

// The colours of the workbook. Each is readable without being told from another.
const (
	headColor  = "DDE6EE"
	ruleColor  = "8A97A5"
	faintColor = "58616D"
	alarmColor = "A8370A"
)

// tint is the pale colour behind a figure of a status; empty for none.
func tint(status string) string {
	switch status {
	case report.StatusShortfall:
		return "F6C7AE"
	case report.StatusPossible:
		return "FBE8C8"
	case report.StatusAdequate:
		return "E1ECF7"
	case report.StatusExcess:
		return "E0D4EF"
	case report.StatusCannotTell:
		return "ECECEC"
	default:
		return ""
	}
}

// The digits that a diary can carry: whole from 100 on, else one decimal, below 1 two.
const (
	amountFormat = `[>=99.95]#,##0;[>=0.995]#,##0.0;0.00`
	tinyFormat   = `0.0####` // so that a trace isn't shown as nothing
	countFormat  = `#,##0`
)

// amountFormatOf is the format of an amount.
func amountFormatOf(v float64) string {
	if v > 0 && v < 0.005 {
		return tinyFormat
	}
	return amountFormat
}

// shareFormat is a percentage with a sign before it. Rounding crosses no line that a verdict hangs on: less than
// the whole is at most 99%, and something is never 0%.
func shareFormat(v float64, sign string) string {
	before := ""
	if sign != "" {
		before = `"` + sign + ` "`
	}
	if v > 0 && v < 0.005 {
		return before + `"<1%"`
	}
	return strings.ReplaceAll(`[>=0.9999999]~0%;[>=0.985]~"99%";~0%`, "~", before)
}
