package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/match"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/nutrientdb"
)

func newSuggest(env environment) *cobra.Command {
	var o suggestOptions
	cmd := &cobra.Command{
		Use:   "suggest [NUTRIENT...] [FILE...]",
		Short: "Suggest foods that close the gaps, within every limit",
		Long: `Lists portions of foods that close the most of each gap for the energy they add: foods that the diary
has already, foods that most people eat, and others. Then it looks for the smallest change of a day that
closes all gaps together. Without a NUTRIENT it is about all that are known to be low, without a FILE
about the kept diary.

The diet and the words of --without are heeded by the names of foods and by their ingredients as the
nutrient table has them. These say nothing of traces, nor of what a maker adds: with an allergy read the
label. Upper levels and the limit for sodium are kept.

` + exitHelp,
		Example: `  nutrigap suggest week.csv --sex female --age 34
  nutrigap suggest magnesium iron week.csv --diet vegan --without nuts`,
		RunE: func(cmd *cobra.Command, args []string) error { return runSuggest(cmd, env, &o, args) },
	}
	o.question.add(cmd.Flags())
	addWithout(cmd.Flags(), &o.without)
	cmd.Flags().StringVar(&o.format, "format", "text", "text or json")
	return cmd
}

type suggestOptions struct {
	question        questionFlags
	without, format string
}

// addWithout adds the question which foods somebody never wants to be told to eat.
func addWithout(f *pflag.FlagSet, without *string) {
	f.StringVar(without, "without", "", "foods to leave out of suggestions, by words of their names or ingredients,\nwith commas between them: liver,nuts")
}

// unwanted are the words of an answer.
func unwanted(without string) []string {
	var words []string
	for word := range strings.SplitSeq(without, ",") {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// foodsEach is how many foods of each pool are listed.
const foodsEach = 3

func runSuggest(cmd *cobra.Command, env environment, o *suggestOptions, args []string) error {
	if o.format != "text" && o.format != "json" {
		return usagef("unknown format %q; use text, json", o.format)
	}
	q, err := o.question.question(cmd.Context(), cmd.Flags(), env)
	if err != nil {
		return err
	}
	wish := app.Wish{Without: unwanted(o.without), Each: foodsEach}
	for len(args) > 0 {
		id, ok := nutrientNamed(args[0])
		if !ok {
			break
		}
		wish.Nutrients, args = append(wish.Nutrients, id), args[1:]
	}
	if err := checkFiles(args); err != nil {
		return err
	}
	advice, err := advise(cmd.Context(), env, &o.question, q, wish, args)
	if err != nil {
		return err
	}
	for _, word := range advice.Useless {
		fmt.Fprintf(env.stderr, "nutrigap: --without %q leaves out nothing: no food that could be suggested goes by it\n", word)
	}
	if o.format == "json" {
		err = writeAdviceJSON(env.stdout, advice)
	} else {
		err = writeAdvice(env.stdout, env.width, advice)
	}
	if err == nil && advice.Summary.Rows.Refused > 0 {
		err = errPartial
	}
	return err
}

// checkFiles reports a word among the files that no file is called by: a mistyped nutrient, or one that
// stands behind a file.
func checkFiles(files []string) error {
	for i, name := range files {
		_, err := os.Stat(name)
		if name == "-" || !errors.Is(err, fs.ErrNotExist) || strings.ContainsAny(name, `./\`) {
			continue
		}
		if _, ok := nutrientNamed(name); ok {
			return usagef("%q stands behind the file %q\nhint: nutrients come before files", name, files[i-1])
		}
		if nearest, ok := nearestNutrient(name); ok {
			return usagef("%q is neither a nutrient nor a file\nhint: did you mean %s?", name, nearest)
		}
		return usagef("%q is neither a nutrient nor a file\nhint: nutrients are %s", name, nutrientNames())
	}
	return nil
}

// nearestNutrient is the nutrient that a word is a mistyped name of, if it is near to one.
func nearestNutrient(word string) (string, bool) {
	word = strings.ToLower(strings.NewReplacer(" ", "_", "-", "_").Replace(word))
	const most = 3 // mistakes, and less than half of the word
	best, nearest := min(most+1, (len(word)+1)/2), ""
	for _, id := range nutrient.All() {
		if n := match.Typos(word, bareKey(id)); n < best {
			best, nearest = n, bareKey(id)
		}
	}
	return nearest, nearest != ""
}

func advise(ctx context.Context, env environment, o *questionFlags, q app.Question, wish app.Wish, files []string) (*app.Advice, error) {
	table, err := nutrientdb.Open()
	if err != nil {
		return nil, err
	}
	defer table.Close()
	matcher, err := ownMatcher(ctx, env, &o.diary, table)
	if err != nil {
		return nil, err
	}
	d, err := openDiary(ctx, env, o, &q, files)
	if err != nil {
		return nil, err
	}
	defer d.close()
	return app.Suggest(ctx, matchTable{ctx, table}, matcher, q, wish, d.records)
}
