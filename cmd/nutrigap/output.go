package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// writeOutput writes through write to stdout, with a pager where it is a terminal, or to a file that only its owner can read. A file appears
// under its name only when it is complete, so that an error leaves what was there before.
func writeOutput(env environment, name string, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return show(env, write)
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".nutrigap-*") // 0600 by definition
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
