package dialect

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/dialect/asa24"
	"github.com/nutrigap/nutrigap/internal/dialect/cronometer"
	"github.com/nutrigap/nutrigap/internal/dialect/fitbit"
	"github.com/nutrigap/nutrigap/internal/dialect/myfitnesspal"
	"github.com/nutrigap/nutrigap/internal/dialect/pack"
	"github.com/nutrigap/nutrigap/internal/dialect/plain"
	"github.com/nutrigap/nutrigap/internal/dialect/samsung"
	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/dialect/waistline"
	"github.com/nutrigap/nutrigap/internal/dialect/yazio"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// Open looks into a file and returns a reader of the diary's records. The name stands in positions and
// messages only. A file that is no diary gives a *[diary.FileError]; a file with headings and no rows is a
// diary without records.
//
// Of a ZIP archive or a workbook, the one table is read that lists foods, else the one that holds totals:
// never two, since they may say the same. Its name then stands behind that of the file.
func Open(name string, in File, o Options) (diary.Reader, Info, error) {
	parts, err := pack.Open(name, in, in.Size())
	if err != nil {
		return nil, Info{}, err
	}
	var chosen claimed
	if parts == nil {
		content := func() (io.Reader, error) { return io.NewSectionReader(in, 0, in.Size()), nil }
		chosen, err = claim(name, content, table.Settings{Encoding: o.Encoding, Numbers: o.Numbers}, o)
	} else {
		chosen, err = choosePart(name, parts, o)
	}
	if err != nil {
		return nil, Info{}, err
	}
	source, err := chosen.format.open(chosen.file, o)
	if err != nil {
		return nil, Info{}, err
	}
	info := Info{
		File: chosen.file.Name, Line: chosen.file.Line, Dialect: chosen.format.name,
		Nutrients: source.Nutrients(), Ignored: source.Ignored(),
	}
	if a, ok := source.(advised); ok {
		info.Advice = a.Advice()
	}
	return source, info, nil
}

// claimed is a table and the format that it is read as.
type claimed struct {
	file   *table.File
	format format
}

func claim(name string, content table.Content, s table.Settings, o Options) (claimed, error) {
	file, err := table.Open(name, content, s)
	if err != nil {
		return claimed{}, err
	}
	if len(o.Columns) > 0 {
		if err := rename(file, o.Columns); err != nil {
			return claimed{}, err
		}
		f := sheet()
		if o.Dialect != "" {
			f, err = named(o.Dialect)
		}
		return claimed{file, f}, err
	}
	f, err := choose(file, o.Dialect)
	return claimed{file, f}, err
}

// choosePart is the one part of a container that is read.
func choosePart(name string, parts []pack.Part, o Options) (claimed, error) {
	var best []claimed
	var refusals []error
	for _, p := range parts {
		s := table.Settings{Encoding: o.Encoding, Numbers: o.Numbers}
		if p.Sheet {
			s = table.Settings{Sheet: true}
		}
		c, err := claim(strings.TrimSuffix(name+":"+p.Name, ":"), p.Content, s, o)
		if err == nil && !c.format.claims(c.file.Header) {
			err = c.file.Missing("food") // a dialect that was asked for takes any headings
		}
		switch {
		case err != nil:
			refusals = append(refusals, err)
		case len(best) == 0 || rank(c.format) < rank(best[0].format):
			best = []claimed{c}
		case rank(c.format) == rank(best[0].format):
			best = append(best, c)
		}
	}
	switch {
	case len(best) == 1:
		return best[0], nil
	case len(best) > 1:
		return claimed{}, several(name, best)
	case len(refusals) == 1:
		return claimed{}, refusals[0]
	}
	return claimed{}, none(name, refusals)
}

// rank puts the foods of an app before a sheet that anybody may have made, that before totals, and those
// before drinks or supplements alone.
func rank(f format) int {
	switch {
	case f.name == samsung.WaterName || f.name == asa24.SupplementsName:
		return 3
	case slices.Contains(totals(), f.name):
		return 2
	case f.name == plain.Name:
		return 1
	}
	return 0
}

// totals lists the formats whose entries name no food.
func totals() []string {
	return []string{
		asa24.TotalsName, cronometer.DailyName, fitbit.Name, myfitnesspal.Name, samsung.MealsName, waistline.Name, yazio.MealsName,
	}
}

func several(name string, diaries []claimed) error {
	var names []string
	for _, c := range diaries {
		names = append(names, fmt.Sprintf("%s (%s)", table.Quote(strings.TrimPrefix(c.file.Name, name+":")), c.format.name))
	}
	return &diary.FileError{
		File:   name,
		Reason: fmt.Sprintf("holds %d diaries: %s", len(names), list(names)),
		Advice: "unpack it and give those that don't hold the same foods",
	}
}

func none(name string, refusals []error) error {
	reasons := []string{"the tables in it are none:"}
	for _, err := range refusals[:min(len(refusals), mostListed)] {
		var refused *diary.FileError
		if !errors.As(err, &refused) {
			return err
		}
		reasons = append(reasons, refused.Error())
	}
	return &diary.FileError{File: name, Reason: "holds no diary", Advice: strings.Join(reasons, "\n")}
}

const mostListed = 10

func list(names []string) string {
	if len(names) > mostListed {
		names = append(names[:mostListed:mostListed], fmt.Sprintf("and %d more", len(names)-mostListed))
	}
	return strings.Join(names, ", ")
}
