package main

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/csv"
	"github.com/nutrigap/nutrigap/internal/report/fhir"
	"github.com/nutrigap/nutrigap/internal/report/html"
	"github.com/nutrigap/nutrigap/internal/report/json"
	"github.com/nutrigap/nutrigap/internal/report/md"
	"github.com/nutrigap/nutrigap/internal/report/pdf"
	"github.com/nutrigap/nutrigap/internal/report/text"
	"github.com/nutrigap/nutrigap/internal/report/tidy"
	"github.com/nutrigap/nutrigap/internal/report/xlsx"
)

// voice is a way to write a report.
type voice struct {
	name   string
	binary bool // bytes that no terminal can show
	log    bool // repeats the diary row by row
	write  func(io.Writer, *report.Summary) error
}

// voiceFlags say how a report is written.
type voiceFlags struct {
	format, table, paper string
	bom, log             bool
	width                int
}

func (o *voiceFlags) add(f *pflag.FlagSet) {
	f.StringVar(&o.format, "format", "", strings.Join(formats(), ", ")+"\n(default: what the ending of -o says, or text)")
	f.StringVar(&o.table, "table", "days", "the table that csv writes: "+strings.Join(tidy.Names(), ", ")+"\n(with -o FILE.zip all of them)")
	f.BoolVar(&o.bom, "bom", false, "begin csv with a byte order mark, for Excel")
	f.StringVar(&o.paper, "paper", pdf.Papers()[0], "of pdf: "+strings.Join(pdf.Papers(), ", "))
	f.IntVar(&o.width, "width", 0, "columns of text, 40 to 140 (default: those of the terminal, else 80)")
	f.BoolVar(&o.log, "log", false, "let json repeat the diary row by row")
}

// voices are all ways to write a report. This is the one place that says what each of them needs.
func (o *voiceFlags) voices(env environment, toFile bool) []voice {
	tables := csv.Options{Table: o.table, BOM: o.bom}
	return []voice{
		{name: "text", write: func(w io.Writer, s *report.Summary) error {
			return text.Write(w, s, o.textOptions(env, toFile))
		}},
		{name: "json", log: o.log, write: func(w io.Writer, s *report.Summary) error { return json.Write(w, s, json.Options{}) }},
		{name: "csv", log: o.table == "log", write: func(w io.Writer, s *report.Summary) error { return csv.Write(w, s, tables) }},
		{name: "zip", binary: true, log: true, write: func(w io.Writer, s *report.Summary) error { return csv.WriteArchive(w, s, tables) }},
		{name: "xlsx", binary: true, log: true, write: func(w io.Writer, s *report.Summary) error { return xlsx.Write(w, s, xlsx.Options{}) }},
		{name: "md", write: func(w io.Writer, s *report.Summary) error { return md.Write(w, s, md.Options{}) }},
		{name: "fhir", write: func(w io.Writer, s *report.Summary) error { return fhir.Write(w, s, fhir.Options{Release: fhir.R4}) }},
		{name: "fhir-r5", log: true, write: func(w io.Writer, s *report.Summary) error { return fhir.Write(w, s, fhir.Options{Release: fhir.R5}) }},
		{name: "html", log: true, write: func(w io.Writer, s *report.Summary) error { return html.Write(w, s, html.Options{}) }},
		{name: "pdf", binary: true, log: true, write: func(w io.Writer, s *report.Summary) error { return pdf.Write(w, s, pdf.Options{Paper: o.paper}) }},
	}
}

// textOptions are what the terminal can show, or a file of text.
func (o *voiceFlags) textOptions(env environment, toFile bool) text.Options {
	options := textOptions(env, toFile)
	if o.width > 0 {
		options.Width = o.width
	}
	return options
}

// textOptions are those of a command that leaves nothing to choose.
func textOptions(env environment, toFile bool) text.Options {
	return text.Options{Width: env.width, Color: env.color() && !toFile}
}

// formats are the names of the voices.
func formats() []string {
	var names []string
	for _, v := range (&voiceFlags{}).voices(environment{}, false) {
		names = append(names, v.name)
	}
	return names
}

// endings are those of file names that say a format other than by its name.
var endings = map[string]string{"txt": "text", "htm": "html"}

// choose finds the voice that was asked for, by name or by the ending of the file.
func (o *voiceFlags) choose(env environment, output string) (*voice, error) {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(output), "."))
	format := o.format
	switch {
	case format == "csv" && ending == "zip":
		format = "zip"
	case format != "":
	case endings[ending] != "":
		format = endings[ending]
	case slices.Contains(formats(), ending):
		format = ending
	default:
		format = "text"
	}
	if !slices.Contains(tidy.Names(), o.table) {
		return nil, usagef("unknown table %q; use %s", o.table, strings.Join(tidy.Names(), ", "))
	}
	if !slices.Contains(pdf.Papers(), o.paper) {
		return nil, usagef("--paper %q is not known; use %s", o.paper, strings.Join(pdf.Papers(), " or "))
	}
	for _, v := range o.voices(env, output != "") {
		if v.name == format {
			return &v, binaryOutput(env, &v, output)
		}
	}
	return nil, usagef("unknown format %q; use %s", format, strings.Join(formats(), ", "))
}

// binaryOutput refuses to fill a terminal with bytes that it can't show.
func binaryOutput(env environment, v *voice, output string) error {
	if v.binary && env.width > 0 && (output == "" || output == "-") {
		return usagef("a terminal can't show %s\nhint: write it to a file with -o report.%s", v.name, v.name)
	}
	return nil
}
