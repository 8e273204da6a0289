package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/csv"
	"github.com/nutrigap/nutrigap/internal/report/html"
	"github.com/nutrigap/nutrigap/internal/report/json"
	"github.com/nutrigap/nutrigap/internal/report/text"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newReport(env environment) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report [FILE...]",
		Short: "Report which nutrients fall short",
		Long: `Judges the diary in the FILEs ("-" is standard input) without keeping anything; without a FILE the
diary that "nutrigap import" keeps, its last seven logged days unless --from or --to say otherwise.

` + exitHelp,
		Example: `  nutrigap report week.csv --sex female --age 34 --weight 62
  nutrigap report --from 2026-03-01 --to 2026-03-31 --format html -o march.html`,
		RunE: func(cmd *cobra.Command, args []string) error { return runReport(cmd, env, &o, args) },
	}
	o.addFlags(cmd)
	return cmd
}

type reportOptions struct {
	question       questionFlags
	format, output string
	fromJSON       string
}

func (o *reportOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	o.question.add(f)
	f.StringVar(&o.format, "format", "text", strings.Join(reportFormats(), ", "))
	f.StringVarP(&o.output, "output", "o", "", "write to this file instead of the terminal")
	f.StringVar(&o.fromJSON, "from-json", "", "show a report again that --format json wrote")
}

// reportVoices are the ways to write a report.
func reportVoices(env environment, toFile bool) map[string]func(io.Writer, *report.Summary) error {
	return map[string]func(io.Writer, *report.Summary) error{
		"text": func(w io.Writer, s *report.Summary) error {
			return text.Write(w, s, text.Options{Width: env.width, Color: env.color() && !toFile})
		},
		"json": func(w io.Writer, s *report.Summary) error { return json.Write(w, s, json.Options{}) },
		"csv":  func(w io.Writer, s *report.Summary) error { return csv.Write(w, s, csv.Options{}) },
		"html": func(w io.Writer, s *report.Summary) error { return html.Write(w, s, html.Options{}) },
	}
}

func reportFormats() []string { return []string{"text", "json", "csv", "html"} }

func runReport(cmd *cobra.Command, env environment, o *reportOptions, files []string) error {
	if !slices.Contains(reportFormats(), o.format) {
		return usagef("unknown format %q; use %s", o.format, strings.Join(reportFormats(), ", "))
	}
	summary, err := summarize(cmd, env, o, files)
	if err != nil {
		return err
	}
	voice := reportVoices(env, o.output != "")[o.format]
	if err := writeOutput(env, o.output, func(w io.Writer) error { return voice(w, summary) }); err != nil {
		return err
	}
	if env.width > 0 && summary.Rows.Review+summary.Rows.Unmatched > 0 && o.fromJSON == "" {
		fmt.Fprintln(env.stderr, "hint: say what the doubtful foods are with:", strings.Join(append([]string{"nutrigap review"}, files...), " "))
	}
	if summary.Rows.Refused > 0 {
		return errPartial
	}
	return nil
}

// summarize makes the report, or reads one that was written before.
func summarize(cmd *cobra.Command, env environment, o *reportOptions, files []string) (*report.Summary, error) {
	if o.fromJSON == "" {
		q, err := o.question.question(cmd.Context(), cmd.Flags(), env)
		if err != nil {
			return nil, err
		}
		return judge(cmd.Context(), env, &o.question, q, files)
	}
	if len(files) > 0 {
		return nil, usagef("--from-json shows a finished report; it goes without diary files")
	}
	in, err := openInput(env, o.fromJSON)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	summary, err := json.Read(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.fromJSON, err)
	}
	if o.question.lang != "" { // else it speaks the language that it was made in
		if summary.Language, err = language(env, o.question.lang); err != nil {
			return nil, err
		}
	}
	return summary, nil
}

func judge(ctx context.Context, env environment, o *questionFlags, q app.Question, files []string) (*report.Summary, error) {
	table, err := nutrientdb.Open()
	if err != nil {
		return nil, err
	}
	defer table.Close()
	diary, err := openDiary(ctx, env, o, &q, files)
	if err != nil {
		return nil, err
	}
	defer diary.close()
	matcher, err := ownMatcher(ctx, env, &o.diary, table)
	if err != nil {
		return nil, err
	}
	return app.Report(ctx, table, matcher, q, diary.records)
}
