package main

import (
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/store"
)

func newProfile(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "profile",
		Short: "Say once who you are, instead of in every report",
		Long: `Keeps what reports ask about a person. Nothing is obligatory: what is missing is named in the report with
the effect that it has. A flag of a report goes before the profile.`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newProfileSet(env), newProfileShow(env))
	return cmd
}

func newProfileSet(env environment) *cobra.Command {
	var o diaryFlags
	var who personFlags
	questions := pflag.NewFlagSet("", pflag.ContinueOnError)
	who.add(questions)
	addWithout(questions, new(string))
	cmd := &cobra.Command{
		Use:   "set",
		Short: "Keep the answers that are given, and leave the others as they are",
		Long:  `Keeps the answers that are given and leaves the others as they are. "--forget diet,height" takes answers back.`,
		Example: `  nutrigap profile set --sex female --born 1991-05-02 --weight 62 --height 168
  nutrigap profile set --diet vegetarian --conditions statin,acid-blocker`,
		Args: usageArgs(cobra.NoArgs),
	}
	forget := cmd.Flags().StringSlice("forget", nil, "take these answers back")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		answers, err := givenAnswers(questions, *forget)
		if err != nil {
			return err
		}
		self, err := o.readSelf(cmd.Context(), env)
		if err != nil {
			return err
		}
		for question, answer := range answers {
			if answer == "" {
				delete(self.Profile, question)
			}
		}
		who.adopt(questions, self.Profile, diary.DateOf(env.now())) // so that old and new answers are checked together
		if _, err := who.person(questions, env); err != nil {
			return err
		}
		db, err := o.openStore(cmd.Context(), env)
		if err != nil {
			return err
		}
		defer db.Close()
		return db.SetProfile(cmd.Context(), answers)
	}
	o.addKept(cmd.Flags())
	cmd.Flags().AddFlagSet(questions)
	return cmd
}

// givenAnswers are those to keep by their questions, and empty ones for those to take back.
func givenAnswers(questions *pflag.FlagSet, forget []string) (map[string]string, error) {
	answers := map[string]string{}
	for _, question := range forget {
		if questions.Lookup(question) == nil {
			return nil, usagef("--forget %q: there is no such answer; see: nutrigap profile show", question)
		}
		answers[question] = ""
	}
	questions.VisitAll(func(f *pflag.Flag) {
		if f.Changed {
			answers[f.Name] = f.Value.String()
		}
	})
	if len(answers) == 0 {
		return nil, usagef("say what to keep, for instance --sex female --age 34\nhint: see nutrigap profile set --help")
	}
	outdated := map[string][]string{"age": {"born"}, "born": {"age"}, "life-stage": {"trimester"}}
	if answers["sex"] == string(diary.Male) {
		outdated["sex"] = ofWomen()
	}
	for question, others := range outdated {
		for _, other := range others {
			if _, said := answers[other]; answers[question] != "" && !said {
				answers[other] = ""
			}
		}
	}
	return answers, nil
}

// ofWomen are the questions that go with one sex alone.
func ofWomen() []string {
	return []string{"life-stage", "trimester", "menstruating", "contraceptive-pill"}
}

func newProfileShow(env environment) *cobra.Command {
	var o diaryFlags
	cmd := &cobra.Command{
		Use:   "show",
		Short: "Show what is kept of a person, and what is not known",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			db, err := o.openToRead(cmd.Context(), env)
			if err != nil {
				return err
			}
			defer db.Close()
			self, err := db.Self(cmd.Context())
			if err != nil {
				return err
			}
			questions := pflag.NewFlagSet("", pflag.ContinueOnError)
			new(personFlags).add(questions)
			addWithout(questions, new(string))
			tab := tabwriter.NewWriter(env.stdout, 0, 0, 2, ' ', 0)
			questions.VisitAll(func(f *pflag.Flag) {
				answer, said := self.Profile[f.Name]
				line := report.Dash
				if said {
					line = fmt.Sprintf("%s\t(said on %s)", report.Visible(answer.Text), answer.On)
				}
				fmt.Fprintf(tab, "%s\t%s\n", f.Name, line)
			})
			return tab.Flush()
		},
	}
	o.addKept(cmd.Flags())
	return cmd
}

// adopt answers the questions that no flag does out of a profile. What belongs to another sex or life stage
// than a flag says is left out, and so is a word of another version of this program.
func (p *personFlags) adopt(f *pflag.FlagSet, profile map[string]store.Answer, today diary.Date) {
	given := func(flag string) bool { return f.Changed(flag) }
	otherSex := given("sex") && p.sex != profile["sex"].Text
	otherAge := given("age") || given("born")
	otherStage := given("life-stage")
	for question, answer := range profile {
		switch {
		case f.Lookup(question) == nil || given(question),
			otherSex && slices.Contains(ofWomen(), question),
			otherAge && (question == "age" || question == "born"),
			otherStage && question == "trimester":
			continue
		}
		text := answer.Text
		if question == "age" {
			text = grown(text, answer.On, today)
		}
		_ = f.Set(question, text) // a number that is none leaves the question open
	}
}
