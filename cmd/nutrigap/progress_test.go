package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	var screen bytes.Buffer
	at := time.Unix(0, 0)
	p := &progress{terminal: &screen, now: func() time.Time {
		at = at.Add(60 * time.Millisecond)
		return at
	}}
	const size = 8 << 20
	r := p.watch("a\x1bb.csv", strings.NewReader(strings.Repeat("x", size)), size)
	buf := make([]byte, 2<<20)
	for offset := int64(0); offset < size; offset += int64(len(buf)) {
		if _, err := r.ReadAt(buf, offset); err != nil && err != io.EOF {
			t.Fatal(err)
		}
		if offset == 2<<20 {
			io.WriteString(p, "a row was refused\n")
		}
	}
	const line, erase = "\r\x1b[Ka␛b.csv: ", "\r\x1b[K"
	// The second reading is too soon after the first; the message and the end take the line away.
	want := line + "25 % of 8 MB" + erase + "a row was refused\n" + line + "75 % of 8 MB" + erase
	if got := screen.String(); got != want {
		t.Errorf("screen %q\nwant   %q", got, want)
	}
}

func TestNoProgressWithoutATerminal(t *testing.T) {
	var none *progress
	file := strings.NewReader("x")
	if got := none.watch("a.csv", file, 1<<30); got != io.ReaderAt(file) {
		t.Errorf("a file that nobody watches became %T", got)
	}
}
