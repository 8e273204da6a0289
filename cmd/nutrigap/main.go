// Command nutrigap reads a food diary and reports which nutrients fall short, how sure that is, and what
// that can and can't explain about sore muscles. See the README for a tour.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/term"
)

func main() {
	// A report of a million rows fits into 200 MB so: garbage is collected more often near this limit, and not
	// at all more often below.
	debug.SetMemoryLimit(155 << 20)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	env := environment{
		stdin:  os.Stdin,
		stdout: os.Stdout,
		stderr: os.Stderr,
		now:    time.Now,
		getenv: os.Getenv,
	}
	var lines int
	env.width, lines = terminalSize(os.Stdout)
	env.pager = newPager(os.LookupEnv, lines)
	if width, _ := terminalSize(os.Stderr); width > 0 && os.Getenv("TERM") != "dumb" {
		env.progress = &progress{terminal: os.Stderr, now: time.Now}
		env.stderr = env.progress
	}
	status := run(ctx, env, os.Args[1:])
	stop()
	os.Exit(status)
}

// terminalSize is the number of columns and lines of f, or 0 where f is no terminal.
func terminalSize(f *os.File) (width, lines int) {
	width, lines, err := term.GetSize(int(f.Fd()))
	switch {
	case err != nil:
		return 0, 0
	case width == 0:
		return 80, lines // a terminal that doesn't say
	}
	return width, lines
}
