package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/nutrigap/nutrigap/internal/report"
)

const (
	progressFrom  = 4 << 20 // bytes; what is shorter is read before anybody looks
	progressEvery = 100 * time.Millisecond
)

// progress says in one line of a terminal how far long reading is. Everything else that is written through
// it takes the place of that line. A nil progress says nothing.
type progress struct {
	terminal io.Writer
	now      func() time.Time

	mu    sync.Mutex
	last  time.Time
	shown bool
}

// watch shows how far a file is read.
func (p *progress) watch(name string, r io.ReaderAt, size int64) io.ReaderAt {
	if p == nil || size < progressFrom {
		return r
	}
	return watched{p, report.Visible(name), r, size}
}

// Write writes a message in the place of the line.
func (p *progress) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	return p.terminal.Write(b)
}

func (p *progress) clear() {
	if p.shown {
		io.WriteString(p.terminal, "\r\x1b[K")
		p.shown = false
	}
}

// show says how much of a file is read, not too often, and nothing more at its end.
func (p *progress) show(name string, done, size int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	switch {
	case done >= size:
		p.clear()
	case now.Sub(p.last) >= progressEvery:
		p.last, p.shown = now, true
		fmt.Fprintf(p.terminal, "\r\x1b[K%.40s: %d %% of %d MB", name, 100*done/size, size>>20)
	}
}

// watched is a file whose reading is shown.
type watched struct {
	progress *progress
	name     string
	io.ReaderAt
	size int64
}

// ReadAt reads and shows.
func (w watched) ReadAt(b []byte, offset int64) (int, error) {
	n, err := w.ReaderAt.ReadAt(b, offset)
	w.progress.show(w.name, offset+int64(n), w.size)
	return n, err
}
