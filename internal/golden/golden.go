// Package golden compares what a test made with a want file that lies beside the input.
//
// Its rule: bytes must be equal, and a difference is shown as lines that a person can read. Running the
// tests of a package with -update writes the want files anew, so that a change of output is reviewed as
// a diff of the repository. It refuses to ignore anything: no trimming, no patterns, no placeholders.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
)

// Registered here once for every package that imports golden, so that `go test ./internal/x -update`
// means the same everywhere.
var update = flag.Bool("update", false, "write the want files anew")

// Update reports whether the tests run with -update, for scripts that keep their wants elsewhere.
func Update() bool { return *update }

// Check reports an error on t unless the file at path holds exactly got. On a mismatch it leaves got
// beside the want file, as path + ".got", for looking at. With -update it writes the file instead,
// making its folder where needed.
func Check(t testing.TB, path string, got []byte) {
	t.Helper()
	check(t, path, got, *update)
}

func check(t testing.TB, path string, got []byte, update bool) {
	t.Helper()
	if update {
		write(t, path, got)
		os.Remove(path + ".got")
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("want file: %v\nhint: run the test with -update to write it", err)
		return
	}
	if bytes.Equal(want, got) {
		os.Remove(path + ".got")
		return
	}
	write(t, path+".got", got)
	t.Errorf("%s differs (-want +got)\n%s", path, readable(diff.Diff("want", want, "got", got)))
}

// readable is a diff of a length that a person reads: long lines and what follows the first hundred are
// cut, because path + ".got" has them.
func readable(d []byte) string {
	const maxLines, maxColumns = 100, 300
	var b strings.Builder
	lines := 0
	for line := range strings.Lines(string(d)) {
		if lines++; lines > maxLines {
			b.WriteString("...\n")
			break
		}
		if len(line) > maxColumns {
			line = strings.ToValidUTF8(line[:maxColumns], "") + "...\n"
		}
		b.WriteString(line)
	}
	return b.String()
}

func write(t testing.TB, path string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Error(err)
		return
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Error(err)
	}
}
