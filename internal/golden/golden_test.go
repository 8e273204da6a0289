package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// recorder is a test that keeps its complaints.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Helper() {}

func (r *recorder) Error(args ...any) { r.errors = append(r.errors, fmt.Sprint(args...)) }

func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

func TestDiffsStayReadable(t *testing.T) {
	long := "+" + strings.Repeat("é", 5000) + "\n"
	got := readable([]byte(strings.Repeat(long, 1000)))
	if lines := strings.Count(got, "\n"); lines > 101 || len(got) > 101*310 || !strings.HasSuffix(got, "...\n") {
		t.Errorf("%d lines, %d bytes", lines, len(got))
	}
	if short := "-a\n+b\n"; readable([]byte(short)) != short {
		t.Errorf("a short diff is changed: %q", readable([]byte(short)))
	}
}

func TestCheck(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "week.want")
	complaints := func(got string, update bool) string {
		r := &recorder{TB: t}
		check(r, path, []byte(got), update)
		return strings.Join(r.errors, "\n")
	}

	if msg := complaints("a\n", false); !strings.Contains(msg, "-update") {
		t.Errorf("a missing want file doesn't say what to do: %q", msg)
	}
	if msg := complaints("one\ntwo\n", true); msg != "" {
		t.Errorf("update into a new folder: %s", msg)
	}
	if msg := complaints("one\ntwo\n", false); msg != "" {
		t.Errorf("equal bytes differ: %s", msg)
	}
	msg := complaints("one\n2\n", false)
	for _, line := range []string{"-two\n", "+2\n"} {
		if !strings.Contains(msg, line) {
			t.Errorf("diff lacks %q:\n%s", line, msg)
		}
	}
	if got, err := os.ReadFile(path + ".got"); err != nil || string(got) != "one\n2\n" {
		t.Errorf("the .got file holds %q, %v", got, err)
	}
	if msg := complaints("one\ntwo\n", false); msg != "" {
		t.Errorf("equal bytes differ: %s", msg)
	}
	if _, err := os.Stat(path + ".got"); !os.IsNotExist(err) {
		t.Errorf("a stale .got file stays: %v", err)
	}
}
