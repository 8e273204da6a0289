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
// never two, since they may say the same. Its name then stands behind that of the file. Only what is known to
// be in no other table is read too: the supplements beside the foods of ASA24.
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
	source, err := chosen.open(o)
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
	beside *claimed // a table of supplements, which are in no list of foods; nil where there is none
}

// open begins to read the table, and behind it what stands beside it.
func (c *claimed) open(o Options) (table.Source, error) {
	if o.Subject != "" && !slices.Contains(studies(), c.format.name) {
		return nil, &diary.FileError{File: c.file.Name, Reason: "is no file of several people", Advice: "--subject is for those of studies (" + list(studies()) + ")"}
	}
	source, err := c.format.open(c.file, o)
	if err != nil || c.beside == nil {
		return source, err
	}
	more, err := c.beside.format.open(c.beside.file, o)
	var none *diary.FileError
	switch {
	case o.Subject != "" && errors.As(err, &none):
		return source, nil // this person takes none
	case err != nil:
		return nil, err
	}
	return &together{Source: source, more: more}, nil
}

// studies lists the formats whose files may hold several people.
func studies() []string { return []string{asa24.Name, asa24.SupplementsName, asa24.TotalsName} }

// together reads two tables of one diary, one behind the other.
type together struct {
	table.Source
	more  table.Source
	ended bool // the first one
}

// Read returns the next record, and io.EOF behind the last one.
func (t *together) Read() (diary.Record, error) {
	if !t.ended {
		record, err := t.Source.Read()
		if err != io.EOF {
			return record, err
		}
		t.ended = true
	}
	return t.more.Read()
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
		return claimed{file: file, format: f}, err
	}
	f, err := choose(file, o.Dialect)
	return claimed{file: file, format: f}, err
}

// choosePart is the one part of a container that is read.
func choosePart(name string, parts []pack.Part, o Options) (claimed, error) {
	var best, supplements []claimed
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
		if err == nil && c.format.name == asa24.SupplementsName {
			supplements = append(supplements, c)
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
	case len(best) == 1 && best[0].format.name == asa24.Name && len(supplements) == 1:
		best[0].beside = &supplements[0]
		return best[0], nil
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

func list(names []string) string { return table.List(names, mostListed) }
