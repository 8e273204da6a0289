package main

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// formatFlags say how diary files are written, where the files don't tell.
type formatFlags struct {
	dialect, dates, decimal, encoding, dv, subject string
	columns                                        []string
}

func (o *formatFlags) addFormat(f *pflag.FlagSet) {
	f.StringVar(&o.dialect, "dialect", "auto", "the format of the files; nutrigap dialects lists them")
	f.StringVar(&o.dates, "dates", "auto", "the order of day and month in dates: auto, "+strings.Join(dialect.DateOrders(), ", "))
	f.StringVar(&o.decimal, "decimal", "auto", "what starts the decimals of numbers: auto, point, comma")
	f.StringVar(&o.encoding, "encoding", "auto", "the encoding of the files: auto, utf-8, utf-16le, windows-1252, gbk, ...")
	f.StringVar(&o.dv, "dv", "", "which US daily values MyFitnessPal's percentages are of: "+strings.Join(dialect.DailyValues(), " or ")+"\n(default: they are not read)")
	f.StringVar(&o.subject, "subject", "", "whose rows of a study's file (ASA24) to read, by the name in it (default: the first)")
	f.StringArrayVar(&o.columns, "map", nil, `columns under other names, "food=Speise,amount=Menge,date=Datum"`)
}

// options checks the flags of the format.
func (o *formatFlags) options() (dialect.Options, error) {
	d := dialect.Options{Subject: o.subject}
	for _, c := range []struct {
		flag, value string
		known       []string
		into        *string
	}{
		{"dialect", o.dialect, dialect.Names(), &d.Dialect},
		{"dates", o.dates, dialect.DateOrders(), &d.Dates},
		{"dv", o.dv, dialect.DailyValues(), &d.DailyValues},
	} {
		if c.value == "auto" || c.value == "" {
			continue
		}
		if !slices.Contains(c.known, c.value) {
			return d, usagef("--%s %q is not known; use auto, %s", c.flag, c.value, strings.Join(c.known, ", "))
		}
		*c.into = c.value
	}
	switch o.decimal {
	case "auto":
	case "point":
		d.Numbers = nutrient.DecimalPoint
	case "comma":
		d.Numbers = nutrient.DecimalComma
	default:
		return d, usagef("--decimal %q is not known; use auto, point, comma", o.decimal)
	}
	if o.encoding != "auto" {
		if err := dialect.CheckEncoding(o.encoding); err != nil {
			return d, usagef("--encoding %w", err)
		}
		d.Encoding = o.encoding
	}
	var err error
	if d.Columns, err = dialect.ParseColumns(o.columns); err != nil {
		return d, usagef("--map %w", err)
	}
	return d, nil
}
