package main

import (
	"cmp"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/chart"
)

func newChart(env environment) *cobra.Command {
	var o chartOptions
	cmd := &cobra.Command{
		Use:   "chart NUTRIENT [FILE...]",
		Short: "Draw what was eaten of a nutrient, day by day",
		Long: `Draws the days as bars against the average requirement, the target and the limit, with what is not known
hatched, as a picture for a letter or a page. The diary is chosen as in "nutrigap report".

` + exitHelp,
		Example: `  nutrigap chart magnesium week.csv --sex female --age 34 -o magnesium.svg
  nutrigap chart "vitamin D" --from 2026-03-01 --to 2026-03-31 -o march.png`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return runChart(cmd, env, &o, args[0], args[1:]) },
	}
	o.addFlags(cmd)
	return cmd
}

type chartOptions struct {
	report reportOptions
	format string
}

func (o *chartOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	o.report.question.add(f)
	f.StringVar(&o.format, "format", "", strings.Join(pictures(), ", ")+" (default: what the ending of -o says, or svg)")
	f.StringVarP(&o.report.output, "output", "o", "", "write to this file instead of the terminal")
	f.StringVar(&o.report.fromJSON, "from-json", "", "draw a report that --format json wrote")
}

// pixelsPerPoint makes a PNG sharp on a fine screen, and in print at half its size.
const pixelsPerPoint = 2

// pictures are the formats of a chart.
func pictures() []string { return []string{"svg", "png"} }

func runChart(cmd *cobra.Command, env environment, o *chartOptions, name string, files []string) error {
	id, ok := nutrientNamed(name)
	if !ok {
		return usagef("%q is no nutrient\nhint: nutrients are %s", name, nutrientNames())
	}
	v, err := o.picture(env, id)
	if err != nil {
		return err
	}
	summary, err := summarize(cmd, env, &o.report, v, files)
	if err != nil {
		return err
	}
	if err := writeOutput(env, o.report.output, func(w io.Writer) error { return v.write(w, summary) }); err != nil {
		return err
	}
	if summary.Rows.Refused > 0 {
		return errPartial
	}
	return nil
}

// picture finds the format that was asked for, by name or by the ending of the file.
func (o *chartOptions) picture(env environment, id nutrient.ID) (*voice, error) {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(o.report.output), "."))
	if !slices.Contains(pictures(), ending) {
		ending = ""
	}
	v := &voice{name: cmp.Or(o.format, ending, pictures()[0])}
	switch v.name {
	case "svg":
		v.write = func(w io.Writer, s *report.Summary) error { return chart.WriteSVG(w, drawn(s, id)) }
	case "png":
		v.binary = true
		v.write = func(w io.Writer, s *report.Summary) error { return chart.WritePNG(w, drawn(s, id), pixelsPerPoint) }
	default:
		return nil, usagef("unknown format %q; use %s", v.name, strings.Join(pictures(), ", "))
	}
	return v, binaryOutput(env, v, o.report.output)
}

func drawn(s *report.Summary, id nutrient.ID) *chart.Drawing {
	return chart.Of(s.Visible(), id.Key(), chart.Options{})
}
