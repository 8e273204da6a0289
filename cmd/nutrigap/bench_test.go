package main

import (
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The commands as a person runs them, without the start of the process.
func BenchmarkReport(b *testing.B) {
	week := filepath.Join("..", "..", "testdata", "week.csv")
	benchmark(b, "report", week, "--sex", "female", "--age", "34", "--weight", "62")
}

func BenchmarkSuggest(b *testing.B) {
	week := filepath.Join("..", "..", "testdata", "week.csv")
	benchmark(b, "suggest", week, "--sex", "female", "--age", "34", "--weight", "62")
}

func BenchmarkFoodsSearch(b *testing.B) { benchmark(b, "foods", "search", "spinach") }

func benchmark(b *testing.B, args ...string) {
	env := environment{
		stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard,
		now: time.Now, getenv: func(string) string { return "" },
	}
	b.ReportAllocs()
	for b.Loop() {
		if status := run(b.Context(), env, args); status != exitDone && status != exitPartial {
			b.Fatalf("exit status %d", status)
		}
	}
}
