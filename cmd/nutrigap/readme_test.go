package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/golden"
)

// example is a "$ nutrigap ..." of the README and what it prints.
var example = regexp.MustCompile(`(?m)^\$ nutrigap (.*)\n((?:[^$\x60].*\n|\n)*)`)

// TestReadme runs every "$ nutrigap ..." of the README in the root of the repository and compares what it
// prints. A line "..." in the README stands for any number of lines. With -update the README is rewritten.
func TestReadme(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Chdir(filepath.Join("..", ".."))
	content, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	updated := example.ReplaceAllStringFunc(string(content), func(block string) string {
		n++
		m := example.FindStringSubmatch(block)
		want, got := lines(m[2]), lines(stdout(t, m[1]))
		if golden.Update() {
			got = shorten(got, want)
		} else if !sameLines(want, got) {
			t.Errorf("nutrigap %s: README and program differ (-README +program):\n%s", m[1], cmp.Diff(want, got))
		}
		return "$ nutrigap " + m[1] + "\n" + strings.Join(got, "\n") + "\n"
	})
	if n < 4 {
		t.Errorf("only %d examples in the README", n)
	}
	if golden.Update() {
		if err := os.WriteFile("README.md", []byte(updated), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// stdout runs a command line that must succeed.
func stdout(t *testing.T, line string) string {
	t.Helper()
	var out, messages bytes.Buffer
	env := environment{
		stdin: strings.NewReader(""), stdout: &out, stderr: &messages, getenv: func(string) string { return "" },
		now: func() time.Time { return time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC) },
	}
	if status := run(t.Context(), env, words(line)); status != exitDone {
		t.Fatalf("nutrigap %s: exit status %d: %s", line, status, &messages)
	}
	return out.String()
}

// shorten cuts lines as those of the README were: as many before and after its "...".
func shorten(lines, like []string) []string {
	before := slices.Index(like, "...")
	if before < 0 || len(lines) <= len(like) {
		return lines
	}
	after := len(like) - before - 1
	return slices.Concat(lines[:before], []string{"..."}, lines[len(lines)-after:])
}

// words splits a command line at spaces, with double quotes around words that hold some.
func words(line string) []string {
	var all []string
	for _, m := range regexp.MustCompile(`"([^"]*)"|(\S+)`).FindAllStringSubmatch(line, -1) {
		all = append(all, m[1]+m[2])
	}
	return all
}

func lines(text string) []string {
	all := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i := range all {
		all[i] = strings.TrimRight(all[i], " ")
	}
	return all
}

func sameLines(want, got []string) bool {
	for i, line := range want {
		if line == "..." {
			for skip := i; skip <= len(got); skip++ {
				if sameLines(want[i+1:], got[skip:]) {
					return true
				}
			}
			return false
		}
		if i >= len(got) || got[i] != line {
			return false
		}
	}
	return len(want) == len(got)
}
