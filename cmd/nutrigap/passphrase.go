package main

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/term"
)

// passphraseFlags say where the passphrase of a locked summary comes from: the terminal, unless a file has it.
type passphraseFlags struct{ file string }

func (o *passphraseFlags) add(f *pflag.FlagSet) {
	f.StringVar(&o.file, "passphrase-file", "", `read the passphrase from the first line of this file ("-" is standard input)`)
}

// ask reads the passphrase that opens something.
func (o *passphraseFlags) ask(env environment, what string) (string, error) {
	if o.file != "" {
		return o.read(env)
	}
	return o.prompt(env, "Passphrase of "+what+": ")
}

// choose reads a new passphrase, or makes one up and shows it where the person only presses Enter.
func (o *passphraseFlags) choose(env environment) (string, error) {
	if o.file != "" {
		return o.read(env)
	}
	first, err := o.prompt(env, "Passphrase (press Enter to have one made up): ")
	if err != nil {
		return "", err
	}
	if first == "" {
		made := madeUp()
		fmt.Fprintf(env.stderr, "The passphrase is %s\nKeep it; without it nobody can open the file.\n", made)
		return made, nil
	}
	again, err := o.prompt(env, "Once more: ")
	if err != nil {
		return "", err
	}
	if again != first {
		return "", errors.New("the two passphrases are not the same")
	}
	return first, nil
}

func (o *passphraseFlags) read(env environment) (string, error) {
	in, err := openInput(env, o.file)
	if err != nil {
		return "", err
	}
	defer in.Close()
	line, err := bufio.NewReader(in).ReadString('\n')
	if line = strings.TrimRight(line, "\r\n"); line == "" {
		return "", fmt.Errorf("%s: no passphrase in the first line", inputName(o.file))
	}
	if err != nil && line == "" {
		return "", err
	}
	return line, nil
}

// prompt asks at the terminal without showing what is typed.
func (o *passphraseFlags) prompt(env environment, question string) (string, error) {
	in, ok := env.stdin.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return "", noPassphrase{errors.New("a passphrase is needed, and there is no terminal to ask for it")}
	}
	fmt.Fprint(env.stderr, question)
	typed, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(env.stderr)
	return string(typed), err
}

// noPassphrase says that nobody could be asked for a passphrase.
type noPassphrase struct{ error }

// Hint is how to give it without a terminal.
func (noPassphrase) Hint() string { return "put it into a file and name that with --passphrase-file" }

// madeUp is a passphrase of 130 bits in groups that can be read out over the telephone.
func madeUp() string {
	text := strings.ToLower(rand.Text())
	var groups []string
	for len(text) > 5 {
		groups, text = append(groups, text[:5]), text[5:]
	}
	return strings.Join(append(groups, text), "-")
}
