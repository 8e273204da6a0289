package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/tidy"
)

// Sizes of charts, in pixels, and how many days they can mark.
const (
	chartWide = 610
	chartHigh = 360
	crowded   = 62 // days, beyond which markers hide the lines

	datesBelow = 8
)

// barColor and lineColors are those of charts. Lines are told apart by their markers too; more of them could not.
var (
	barColor   = "5B8DB8"
	lineColors = []string{"C2410C", "2C66A3", "1C2128", "8A5600"}
	markers    = []string{"circle", "square", "triangle", "diamond"}
)

// charts are the percents of target of the table above, and of its first nutrients day by day.
func (s *sheet) charts(first int, listed []*report.Nutrient, days *tidy.Table) {
	known := slices.ContainsFunc(listed, func(n *report.Nutrient) bool { return n.Percent != nil })
	if !known || s.err != nil {
		return
	}
	s.put(0)
	s.breakPage()
	s.try(s.file.AddChart(s.name, cellName(1, s.row+1), s.bars(first, listed)))
	if lines := s.lines(listed, days); len(lines) > 0 && len(days.Rows) > 1 {
		s.try(s.file.AddChart(s.name, cellName(8, s.row+1), s.overDays(lines, len(days.Rows))))
	}
}

// bars show the percent of target of each nutrient, with the sign of its verdict.
func (s *sheet) bars(first int, listed []*report.Nutrient) *excelize.Chart {
	last := first + len(listed) - 1
	gap, one := uint(40), false
	c := s.chart(excelize.Bar, s.lang.T("Percent of target, mean of the days"))
	c.Series = []excelize.ChartSeries{{
		Name:       s.span(percentColumn, first-1, percentColumn, first-1),
		Categories: s.span(1, first, 1, last), Values: s.span(percentColumn, first, percentColumn, last),
		Fill: solid(barColor),
	}}
	c.VaryColors = &one
	c.GapWidth = &gap
	c.Legend.Position = "none"
	c.XAxis.ReverseOrder = true // the first at the top
	c.PlotArea.ShowVal = true
	return c
}

// lines are the percents of target day by day of the first nutrients that have any.
func (s *sheet) lines(listed []*report.Nutrient, days *tidy.Table) []excelize.ChartSeries {
	var all []excelize.ChartSeries
	for _, n := range listed {
		column := slices.IndexFunc(days.Columns, func(c tidy.Column) bool { return c.Name == n.Key+"_percent" }) + 1
		if column == 0 || len(all) == len(lineColors) || n.Percent == nil {
			continue
		}
		marker := markers[len(all)]
		if len(days.Rows) > crowded {
			marker = "none"
		}
		all = append(all, excelize.ChartSeries{
			Name:       quoted(days.Title) + "!" + absolute(column, 1),
			Categories: quoted(days.Title) + "!" + absolute(1, 2) + ":" + absolute(1, len(days.Rows)+1),
			Values:     quoted(days.Title) + "!" + absolute(column, 2) + ":" + absolute(column, len(days.Rows)+1),
			Fill:       solid(lineColors[len(all)]),
			Line:       excelize.LineOptions{Width: 2},
			Marker:     excelize.ChartMarker{Symbol: marker, Size: 6, Fill: solid(lineColors[len(all)])},
		})
	}
	return all
}

// overDays draws the lines, with as many dates below as there is room for.
func (s *sheet) overDays(lines []excelize.ChartSeries, days int) *excelize.Chart {
	c := s.chart(excelize.Line, s.lang.T("Percent of target, day by day"))
	c.Series = lines
	c.Legend.Position = "bottom"
	c.XAxis.TickLabelSkip = (days + datesBelow - 1) / datesBelow
	c.XAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: s.dates}
	return c
}

// chart is what the charts have in common.
func (s *sheet) chart(kind excelize.ChartType, title string) *excelize.Chart {
	zero, black := 0.0, excelize.Font{Color: "1C2128", Size: 10}
	return &excelize.Chart{
		Type:         kind,
		Title:        excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Bold: true, Size: 12}}}},
		Dimension:    excelize.ChartDimension{Width: chartWide, Height: chartHigh},
		Format:       excelize.GraphicOptions{AltText: title},
		ShowBlanksAs: "gap",
		XAxis:        excelize.ChartAxis{Font: black},
		YAxis: excelize.ChartAxis{
			Font: black, Minimum: &zero, MajorUnit: 0.5, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"},
		},
	}
}

// span is a range of this sheet.
func (s *sheet) span(left, top, right, bottom int) string {
	return fmt.Sprintf("%s!%s:%s", quoted(s.name), absolute(left, top), absolute(right, bottom))
}

// absolute is a place on a sheet that stays when it is copied, "$C$4".
func absolute(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row, true)
	if err != nil {
		panic(err) // of columns that no report has
	}
	return name
}

func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}
