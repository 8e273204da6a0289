package main

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/json"
	"github.com/nutrigap/nutrigap/internal/report/parcel"
	"github.com/nutrigap/nutrigap/internal/report/text"
)

// readSummary reads a finished report: the JSON, the ZIP of an export, or one that is locked.
func readSummary(env environment, secret *passphraseFlags, name string) (*report.Summary, error) {
	in, err := openInput(env, name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	content, err := parcel.Open(in, func() (string, error) { return secret.ask(env, inputName(name)) })
	if err != nil {
		return nil, fmt.Errorf("%s: %w", inputName(name), err)
	}
	s, err := json.Read(content)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", inputName(name), err)
	}
	return s, nil
}

// isSummary reports whether a file is a finished report and no diary.
func isSummary(name string) (bool, error) {
	f, err := openInput(environment{}, name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	start := bufio.NewReader(f)
	if parcel.Locked(start) {
		return true, nil
	}
	first, err := start.Peek(1)
	switch {
	case err != nil:
		return false, nil // an empty file is somebody else's trouble
	case first[0] == '{':
		return true, nil
	}
	_, err = parcel.Open(start, nil)
	return err == nil && first[0] == 'P', nil
}

// labelOf is what a comparison calls a summary: by its person, else by its file.
func labelOf(s *report.Summary, name string) string {
	if s.Person.Name != "" {
		return s.Person.Name
	}
	return filepath.Base(name)
}

// showSummaries shows one summary as its sender saw it, or several side by side. Nothing of them is kept.
func showSummaries(env environment, secret *passphraseFlags, files []string) error {
	var labels []string
	var summaries []*report.Summary
	for _, name := range files {
		s, err := readSummary(env, secret, name)
		if err != nil {
			return err
		}
		summaries, labels = append(summaries, s), append(labels, labelOf(s, name))
	}
	if len(summaries) == 1 {
		return show(env, func(w io.Writer) error { return text.Write(w, summaries[0], textOptions(env, false)) })
	}
	return show(env, func(w io.Writer) error {
		return text.WriteComparison(w, report.Compare(labels, summaries), textOptions(env, false))
	})
}
