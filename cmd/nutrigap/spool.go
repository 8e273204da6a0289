package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

const (
	spoolInMemory = 16 << 20 // a year of anybody's diary fits
	spoolMost     = 4 << 30
)

// diaryFile is a diary file that can be read from any place and more than once.
type diaryFile struct {
	*io.SectionReader
	close func() error
}

// Close gives back what the file holds.
func (f diaryFile) Close() error { return f.close() }

// openDiaryFile opens a diary file; "-" is standard input. What can be read only once is copied.
func openDiaryFile(env environment, name string) (diaryFile, error) {
	in, err := openInput(env, name)
	if err != nil {
		return diaryFile{}, err
	}
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return diaryFile{io.NewSectionReader(env.progress.watch(inputName(name), f, info.Size()), 0, info.Size()), f.Close}, nil
		}
	}
	spooled, err := spool(in)
	if err := errors.Join(err, in.Close()); err != nil {
		return diaryFile{}, fmt.Errorf("%s: %w", inputName(name), err)
	}
	return spooled, nil
}

// spool copies a stream into memory, or into a temporary file that only its owner can read where it is
// long; that file is gone when it is closed.
func spool(in io.Reader) (diaryFile, error) {
	begin, err := io.ReadAll(io.LimitReader(in, spoolInMemory))
	if err != nil {
		return diaryFile{}, err
	}
	if len(begin) < spoolInMemory {
		return diaryFile{io.NewSectionReader(bytes.NewReader(begin), 0, int64(len(begin))), func() error { return nil }}, nil
	}
	f, err := os.CreateTemp("", "nutrigap-*")
	if err != nil {
		return diaryFile{}, err
	}
	remove := func() error { return errors.Join(f.Close(), os.Remove(f.Name())) }
	n, err := io.Copy(f, io.LimitReader(io.MultiReader(bytes.NewReader(begin), in), spoolMost+1))
	if err == nil && n > spoolMost {
		err = fmt.Errorf("is longer than %d GB", spoolMost>>30)
	}
	if err != nil {
		return diaryFile{}, errors.Join(err, remove())
	}
	return diaryFile{io.NewSectionReader(f, 0, n), remove}, nil
}

// container is the file of which a message named a part, as in "export.zip:servings.csv"; a name that is a
// file, or no part of one, is itself.
func container(name string) string {
	for file := name; ; {
		if _, err := os.Stat(file); err == nil {
			return file
		}
		i := strings.LastIndexByte(file, ':')
		if i <= 0 {
			return name
		}
		file = file[:i]
	}
}
