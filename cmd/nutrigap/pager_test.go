package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestLongTextGoesThroughThePager(t *testing.T) {
	long := strings.Repeat("line\n", 30)
	for _, tt := range []struct {
		name, text string
		start      func([]string, io.Reader, io.Writer) error
		want       string
	}{
		{"short text as it is", "line\n", func([]string, io.Reader, io.Writer) error { panic("not long") }, "line\n"},
		{"long text through the pager", long, func(_ []string, text io.Reader, stdout io.Writer) error {
			io.WriteString(stdout, "paged: ")
			_, err := io.Copy(stdout, text)
			return err
		}, "paged: " + long},
		{"a pager that doesn't start", long, func([]string, io.Reader, io.Writer) error { return errors.New("no such program") }, long},
		{"a pager that was left early", long, func(_ []string, text io.Reader, _ io.Writer) error {
			text.Read(make([]byte, 5))
			return errors.New("broken pipe")
		}, ""},
	} {
		var out bytes.Buffer
		env := environment{stdout: &out, pager: &pager{[]string{"more"}, 24, tt.start}}
		err := show(env, func(w io.Writer) error { _, err := io.WriteString(w, tt.text); return err })
		if err != nil || out.String() != tt.want {
			t.Errorf("%s: %q, %v", tt.name, out.String(), err)
		}
	}
}

func TestPagerIsWhatTheEnvironmentNames(t *testing.T) {
	for _, tt := range []struct {
		value string
		set   bool
		lines int
		want  bool
	}{
		{"", true, 24, false},
		{"cat", true, 24, false},
		{"no-such-program-anywhere", true, 24, false},
		{"go version", true, 24, true},
		{"go version", true, 0, false},
	} {
		got := newPager(func(string) (string, bool) { return tt.value, tt.set }, tt.lines)
		if (got != nil) != tt.want {
			t.Errorf("PAGER=%q on %d lines: %v, want one: %v", tt.value, tt.lines, got, tt.want)
		}
	}
}
