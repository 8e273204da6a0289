package main

import (
	"cmp"
	"strings"

	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// addLang adds the flag for the language of a report.
func addLang(f *pflag.FlagSet, tag *string) {
	var known []string
	for _, tag := range lang.Tags() {
		known = append(known, tag+" ("+lang.Of(tag).Name()+")")
	}
	f.StringVar(tag, "lang", "", "the language of the report: "+strings.Join(known, ", ")+"\n(default: that of this computer, else en)")
}

// language is the tag of the language that was asked for, else of the one that the environment names where
// nutrigap speaks it, else English.
func language(env environment, asked string) (string, error) {
	if asked == "" {
		return lang.Of(cmp.Or(env.getenv("LC_ALL"), env.getenv("LC_MESSAGES"), env.getenv("LANG"))).Tag(), nil
	}
	l, err := lang.For(asked)
	if err != nil {
		return "", usagef("--lang: %w", err)
	}
	return l.Tag(), nil
}

// speakIn lets a finished report be shown in the language that was asked for; else it speaks the one that it was
// made in.
func speakIn(s *report.Summary, asked string) error {
	if asked == "" {
		return nil
	}
	l, err := lang.For(asked)
	if err != nil {
		return usagef("--lang: %w", err)
	}
	s.SpeakIn(l)
	return nil
}
