package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStreamsAreReadTwice(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	for _, size := range []int{0, 1, spoolInMemory - 1, spoolInMemory, spoolInMemory + 1} {
		content := []byte(strings.Repeat("x", size))
		in, err := openDiaryFile(environment{stdin: bytes.NewReader(content)}, "-")
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			got, err := io.ReadAll(io.NewSectionReader(in, 0, in.Size()))
			if err != nil || !bytes.Equal(got, content) {
				t.Errorf("%d bytes of %d: %v", len(got), size, err)
			}
		}
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestFilesAreReadWhereTheyAre(t *testing.T) {
	path := filepath.Join(t.TempDir(), "week.csv")
	if err := os.WriteFile(path, []byte("date,food\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := openDiaryFile(environment{}, path)
	if err != nil || in.Size() != 10 {
		t.Fatalf("%d bytes: %v", in.Size(), err)
	}
	if err := in.Close(); err != nil {
		t.Error(err)
	}
}

func TestPartsOfFilesAreFoundInThem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "export.zip")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		path: path, path + ":servings.csv": path, path + ":book.xlsx:Sheet1": path, "no.zip:servings.csv": "no.zip:servings.csv", ":x": ":x",
	} {
		if got := container(name); got != want {
			t.Errorf("%s is in %s, want %s", name, got, want)
		}
	}
}
