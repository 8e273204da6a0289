package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/json"
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
  nutrigap report --from 2026-03-01 --to 2026-03-31 -o march.html
  nutrigap report week.csv --paper letter -o week.pdf
  nutrigap report week.csv --format csv --table nutrients`,
		RunE: func(cmd *cobra.Command, args []string) error { return runReport(cmd, env, &o, args) },
	}
	o.addFlags(cmd)
	return cmd
}

type reportOptions struct {
	question         questionFlags
	voice            voiceFlags
	secret           passphraseFlags
	output, fromJSON string
	jsonSchema       bool
}

func (o *reportOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	o.question.add(f)
	o.voice.add(f)
	o.secret.add(f)
	f.StringVarP(&o.output, "output", "o", "", "write to this file instead of the terminal")
	f.StringVar(&o.fromJSON, "from-json", "", "show a report again that --format json or \"nutrigap export\" wrote")
	f.BoolVar(&o.jsonSchema, "json-schema", false, "print the JSON Schema of --format json instead of a report")
}

func runReport(cmd *cobra.Command, env environment, o *reportOptions, files []string) error {
	if o.jsonSchema {
		return writeOutput(env, o.output, func(w io.Writer) error {
			_, err := w.Write(json.Schema())
			return err
		})
	}
	voice, err := o.voice.choose(env, o.output)
	if err != nil {
		return err
	}
	summary, err := summarize(cmd, env, o, voice, files)
	if err != nil {
		return err
	}
	if err := writeOutput(env, o.output, func(w io.Writer) error { return voice.write(w, summary) }); err != nil {
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
func summarize(cmd *cobra.Command, env environment, o *reportOptions, voice *voice, files []string) (*report.Summary, error) {
	if o.fromJSON == "" {
		q, err := o.question.question(cmd.Context(), cmd.Flags(), env)
		if err != nil {
			return nil, err
		}
		q.Log = voice.log
		return judge(cmd.Context(), env, &o.question, q, files)
	}
	if len(files) > 0 {
		return nil, usagef("--from-json shows a finished report; it goes without diary files")
	}
	summary, err := readSummary(env, &o.secret, o.fromJSON)
	if err != nil {
		return nil, err
	}
	return summary, speakIn(summary, o.question.lang)
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
