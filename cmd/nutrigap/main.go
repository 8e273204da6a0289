// Command nutrigap reads a food diary and reports which nutrients fall short, how sure that is, and what
// that can and can't explain about sore muscles. See the README for a tour.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	env := environment{
		stdin:  os.Stdin,
		stdout: os.Stdout,
		stderr: os.Stderr,
		now:    time.Now,
		getenv: os.Getenv,
		width:  terminalWidth(os.Stdout),
	}
	if terminalWidth(os.Stderr) > 0 && os.Getenv("TERM") != "dumb" {
		env.progress = &progress{terminal: os.Stderr, now: time.Now}
		env.stderr = env.progress
	}
	status := run(ctx, env, os.Args[1:])
	stop()
	os.Exit(status)
}

// terminalWidth is the number of columns of f, or 0 where f is no terminal.
func terminalWidth(f *os.File) int {
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	if width == 0 {
		return 80 // a terminal that doesn't say
	}
	return width
}
