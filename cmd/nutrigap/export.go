package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/cover"
	"github.com/nutrigap/nutrigap/internal/report/parcel"
)

func newExport(env environment) *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export [FILE...]",
		Short: "Make a summary to share with a dietitian",
		Long: `Writes the report on the diary in the FILEs, or on the kept diary, to share it. With --for dietitian it is a
PDF to read, a workbook to check it with, a file for other programs and a cover note, in a folder or a ZIP;
without, one file of the format that the ending of -o says.

--anonymous leaves out the name, notes, names of files and exact dates ("day 1"). --encrypt locks the file with
a passphrase (age-encryption.org); "nutrigap import --summary" opens it again.

` + exitHelp,
		Example: `  nutrigap export --for dietitian -o for-my-dietitian.zip --encrypt
  nutrigap export --from 2026-03-01 --to 2026-03-31 -o march.pdf
  nutrigap export week.csv --anonymous -o week.json`,
		RunE: func(cmd *cobra.Command, args []string) error { return runExport(cmd, env, &o, args) },
	}
	o.addFlags(cmd.Flags())
	return cmd
}

type exportOptions struct {
	question           questionFlags
	voice              voiceFlags
	secret             passphraseFlags
	audience, output   string
	anonymous, encrypt bool
}

func (o *exportOptions) addFlags(f *pflag.FlagSet) {
	o.question.add(f)
	o.voice.add(f)
	o.secret.add(f)
	f.StringVar(&o.audience, "for", "", "who it is for: "+strings.Join(slices.Sorted(maps.Keys(audiences)), ", "))
	f.StringVarP(&o.output, "output", "o", "", "the file, or with --for the folder or FILE.zip")
	f.BoolVar(&o.anonymous, "anonymous", false, "leave out the name, notes, names of files and exact dates")
	f.BoolVar(&o.encrypt, "encrypt", false, "lock the file with a passphrase")
}

// audiences are whom a summary can be for, with the formats that they get.
var audiences = map[string][]string{"dietitian": {"pdf", "xlsx", "json"}}

// coverNote is the name of the file that says what the others are.
const coverNote = "read-me-first.txt"

func runExport(cmd *cobra.Command, env environment, o *exportOptions, files []string) error {
	voices, err := o.chosen(env)
	if err != nil {
		return err
	}
	o.question.shared = true
	q, err := o.question.question(cmd.Context(), cmd.Flags(), env)
	if err != nil {
		return err
	}
	q.Anonymous = o.anonymous
	q.Log = slices.ContainsFunc(voices, func(v voice) bool { return v.log })
	summary, err := judge(cmd.Context(), env, &o.question, q, files)
	if err != nil {
		return err
	}
	if err := o.write(env, summary, voices); err != nil {
		return err
	}
	if summary.Rows.Refused > 0 {
		return errPartial
	}
	return nil
}

// chosen checks the flags and finds the voices that they ask for.
func (o *exportOptions) chosen(env environment) ([]voice, error) {
	if o.encrypt && (o.output == "" || o.output == "-") {
		return nil, usagef("--encrypt makes a file; name it with -o FILE.zip")
	}
	if o.audience == "" {
		v, err := o.voice.choose(env, strings.TrimSuffix(o.output, lockedEnding))
		if err != nil {
			return nil, err
		}
		return []voice{*v}, nil
	}
	names, ok := audiences[o.audience]
	switch {
	case !ok:
		return nil, usagef("--for %q is not known; use %s", o.audience, strings.Join(slices.Sorted(maps.Keys(audiences)), ", "))
	case o.output == "" || o.output == "-":
		return nil, usagef("--for makes several files; name a folder or a ZIP with -o FILE.zip")
	case o.encrypt && !o.zipped():
		return nil, usagef("--encrypt locks one file; name it with -o FILE.zip")
	}
	o.voice.log = true // what is sent is complete
	voices := o.voice.voices(env, true)
	return slices.DeleteFunc(voices, func(v voice) bool { return !slices.Contains(names, v.name) }), nil
}

// lockedEnding is that of files which [parcel.Lock] wrote.
const lockedEnding = ".age"

// zipped reports whether the files go into one ZIP and not into a folder.
func (o *exportOptions) zipped() bool {
	return strings.EqualFold(filepath.Ext(strings.TrimSuffix(o.output, lockedEnding)), ".zip")
}

// write writes the summary where the flags say: as one file, in a folder, or in a ZIP.
func (o *exportOptions) write(env environment, s *report.Summary, voices []voice) error {
	if o.audience == "" {
		return o.writeFile(env, func(w io.Writer) error { return voices[0].write(w, s) })
	}
	var names []string
	files := []parcel.File{{Name: coverNote, Write: func(w io.Writer) error { return cover.Write(w, s, names) }}}
	for _, v := range voices {
		name := "summary." + v.name
		names = append(names, name)
		files = append(files, parcel.File{Name: name, Write: func(w io.Writer) error { return v.write(w, s) }})
	}
	if o.zipped() {
		return o.writeFile(env, func(w io.Writer) error { return parcel.Write(w, env.made(), files) })
	}
	if err := os.Mkdir(o.output, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	for _, f := range files {
		if err := writeOutput(env, filepath.Join(o.output, f.Name), f.Write); err != nil {
			return err
		}
	}
	fmt.Fprintf(env.stderr, "%s holds %d files; begin with %s\n", o.output, len(files), coverNote)
	return nil
}

// writeFile writes one file, locked where that was asked for.
func (o *exportOptions) writeFile(env environment, write func(io.Writer) error) error {
	if !o.encrypt {
		return writeOutput(env, o.output, write)
	}
	passphrase, err := o.secret.choose(env)
	if err != nil {
		return err
	}
	open := strings.TrimSuffix(o.output, lockedEnding)
	locked := open + lockedEnding
	if err := writeOutput(env, locked, func(w io.Writer) error { return parcel.Lock(w, passphrase, write) }); err != nil {
		return err
	}
	fmt.Fprintf(env.stderr, "%s is locked. Tell the passphrase by another way than you send the file. It opens with\n"+
		"  nutrigap import --summary %s\n  age -d -o %s %s    (any program that knows age-encryption.org)\n", locked, locked, open, locked)
	return nil
}
