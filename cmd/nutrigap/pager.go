package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
)

// pager is a program that shows long text a screen at a time, and how much fits on one screen.
type pager struct {
	command []string
	lines   int
	start   func(command []string, text io.Reader, stdout io.Writer) error
}

// usualPager shows colours, ends by itself where all fits on one screen, and leaves the text on it.
const usualPager = "less -FRX"

// newPager chooses the pager that the environment names, as git and man do; nil where PAGER is empty or "cat",
// or where the usual one isn't there.
func newPager(lookup func(string) (string, bool), lines int) *pager {
	name, named := lookup("PAGER")
	if !named {
		name = usualPager
	}
	command := strings.Fields(name)
	if len(command) == 0 || command[0] == "cat" || lines <= 0 {
		return nil
	}
	if _, err := exec.LookPath(command[0]); err != nil {
		return nil
	}
	return &pager{command, lines, runPager}
}

// runPager shows text. LESSSECURE keeps less from starting other programs, since the text is a diary's.
func runPager(command []string, text io.Reader, stdout io.Writer) error {
	c := exec.Command(command[0], command[1:]...)
	c.Stdin, c.Stdout, c.Stderr = text, stdout, os.Stderr
	c.Env = append(os.Environ(), "LESSSECURE=1", "LESSCHARSET=utf-8")
	return c.Run()
}

// show writes through write to stdout: through the pager where that is a terminal and the text is longer than
// its screen.
func show(env environment, write func(io.Writer) error) error {
	if env.pager == nil {
		return write(env.stdout)
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	if bytes.Count(text.Bytes(), []byte("\n")) < env.pager.lines {
		_, err := text.WriteTo(env.stdout)
		return err
	}
	whole := bytes.Clone(text.Bytes())
	if env.pager.start(env.pager.command, &text, env.stdout) != nil && text.Len() == len(whole) {
		_, err := env.stdout.Write(whole) // the pager read nothing, so nobody has seen anything
		return err
	}
	return nil
}
