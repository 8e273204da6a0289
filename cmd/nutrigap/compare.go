package main

import (
	"context"
	stdjson "encoding/json"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/text"
)

func newCompare(env environment) *cobra.Command {
	var o compareOptions
	cmd := &cobra.Command{
		Use:   "compare SIDE SIDE...",
		Short: "Set two periods or several people side by side: before and after",
		Long: `Sets reports side by side, and says of two how sure it is that the usual intake changed. A SIDE is

  2026-02-01..2026-02-28   a period of the kept diary
  @anna                    the last logged days of a person who keeps a diary here
  @anna/2026-02-01..2026-02-28
  FILE                     a diary, or a summary that somebody sent: summary.json, the ZIP, or the locked .age

Diaries in FILEs are judged for the person of the flags; "@" names a person with their own profile.

` + exitHelp,
		Example: `  nutrigap compare 2026-02-01..2026-02-28 2026-03-01..2026-03-31
  nutrigap compare before.csv after.csv --sex female --age 34
  nutrigap compare @anna @ben`,
		Args: usageArgs(cobra.MinimumNArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error { return runCompare(cmd, env, &o, args) },
	}
	o.addFlags(cmd.Flags())
	return cmd
}

type compareOptions struct {
	question       questionFlags
	secret         passphraseFlags
	format, output string
}

func (o *compareOptions) addFlags(f *pflag.FlagSet) {
	o.question.add(f)
	o.secret.add(f)
	f.StringVar(&o.format, "format", "text", strings.Join(comparisonFormats(), ", "))
	f.StringVarP(&o.output, "output", "o", "", "write to this file instead of the terminal")
}

func comparisonFormats() []string { return []string{"text", "json"} }

// comparisonVoices are the ways to write a comparison.
func comparisonVoices(env environment, toFile bool) map[string]func(io.Writer, *report.Comparison) error {
	return map[string]func(io.Writer, *report.Comparison) error{
		"text": func(w io.Writer, c *report.Comparison) error {
			return text.WriteComparison(w, c, textOptions(env, toFile))
		},
		"json": func(w io.Writer, c *report.Comparison) error {
			enc := stdjson.NewEncoder(w)
			enc.SetIndent("", "  ")
			enc.SetEscapeHTML(false)
			return enc.Encode(c)
		},
	}
}

func runCompare(cmd *cobra.Command, env environment, o *compareOptions, sides []string) error {
	voice, ok := comparisonVoices(env, o.output != "")[o.format]
	if !ok {
		return usagef("unknown format %q; use %s", o.format, strings.Join(comparisonFormats(), ", "))
	}
	summaries := make([]*report.Summary, len(sides))
	labels := make([]string, len(sides))
	refused := 0
	for i, side := range sides {
		s, err := o.side(cmd.Context(), cmd.Flags(), env, side)
		if err != nil {
			return err
		}
		summaries[i], labels[i] = s, side
		refused += s.Rows.Refused
	}
	c := report.Compare(labels, summaries)
	if err := writeOutput(env, o.output, func(w io.Writer) error { return voice(w, c) }); err != nil {
		return err
	}
	if refused > 0 {
		return errPartial
	}
	return nil
}

// side makes or reads the report of one side.
func (o *compareOptions) side(ctx context.Context, f *pflag.FlagSet, env environment, side string) (*report.Summary, error) {
	ask, f := o.again(f)
	var files []string
	rest, named := strings.CutPrefix(side, "@")
	if named {
		ask.diary.person, rest, _ = strings.Cut(rest, "/")
	}
	from, to, period := strings.Cut(rest, "..")
	switch _, err := parseDay("from", from); {
	case period && err == nil:
		ask.from, ask.to = from, to
	case named && rest != "":
		return nil, usagef("%q: after @NAME/ stands a period, as in @anna/2026-02-01..2026-02-28", side)
	case !named:
		there, err := isSummary(side)
		if err != nil {
			return nil, err
		}
		if there {
			s, err := readSummary(env, &o.secret, side)
			if err != nil {
				return nil, err
			}
			return s, speakIn(s, ask.lang)
		}
		files = []string{side}
	}
	q, err := ask.question(ctx, f, env)
	if err != nil {
		return nil, err
	}
	return judge(ctx, env, ask, q, files)
}

// again is the question as the flags put it, for one side alone: the profile of one person and the period of
// one side must not reach the next.
func (o *compareOptions) again(given *pflag.FlagSet) (*questionFlags, *pflag.FlagSet) {
	var ask questionFlags
	fresh := pflag.NewFlagSet("side", pflag.ContinueOnError)
	ask.add(fresh)
	given.Visit(func(f *pflag.Flag) {
		if fresh.Lookup(f.Name) != nil {
			_ = fresh.Set(f.Name, f.Value.String()) // it was understood before
		}
	})
	return &ask, fresh
}
