// Package parcel packs the files of an exported summary into one ZIP, locks it with a passphrase where that
// is wanted, and finds the summary in what somebody else sent.
//
// Its rule: the same files give the same ZIP, and what is locked can be opened by any program that knows the
// age format (age-encryption.org/v1). It refuses to unpack more than a summary can be, whatever it is sent.
package parcel

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"filippo.io/age"
)

// Summary is the name of the file in a parcel that other programs read.
const Summary = "summary.json"

// File is one file of a parcel.
type File struct {
	Name  string // without folders
	Write func(io.Writer) error
}

// Write packs the files, with the given time as theirs. The only errors are those of w and of the files.
func Write(w io.Writer, made time.Time, files []File) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		entry, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: made.UTC()})
		if err != nil {
			return err
		}
		if err := f.Write(entry); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return z.Close()
}

// testOnlyWork makes tests quick: the cost of trying a passphrase, as a power of two; 0 leaves it high.
var testOnlyWork int

// Lock writes what write writes, so that only the passphrase opens it. It must not be empty.
func Lock(w io.Writer, passphrase string, write func(io.Writer) error) error {
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return err
	}
	if testOnlyWork > 0 {
		recipient.SetWorkFactor(testOnlyWork)
	}
	locked, err := age.Encrypt(w, recipient)
	if err != nil {
		return err
	}
	if err := write(locked); err != nil {
		return err
	}
	return locked.Close()
}

// What a parcel begins with.
const (
	ageMark = "age-encryption.org/v1"
	zipMark = "PK\x03\x04"
)

// largest is how many bytes a parcel, or the summary in it, may have: that of ten years has fewer.
const largest = 64 << 20

// ErrPassphrase says that a passphrase does not open a parcel.
var ErrPassphrase = errors.New("the passphrase does not open it")

// Open finds the summary in r: in a locked parcel, in a ZIP, or r itself. A passphrase is asked for only
// where there is a lock.
func Open(r io.Reader, passphrase func() (string, error)) (io.Reader, error) {
	in := bufio.NewReader(limit(r))
	if Locked(in) {
		plain, err := unlock(in, passphrase)
		if err != nil {
			return nil, err
		}
		in = bufio.NewReader(limit(plain))
	}
	if !begins(in, zipMark) {
		return in, nil
	}
	return unpack(in)
}

// Locked reports whether what r begins with is a locked parcel.
func Locked(r *bufio.Reader) bool { return begins(r, ageMark) }

func begins(r *bufio.Reader, mark string) bool {
	start, _ := r.Peek(len(mark)) // what is too short begins with nothing
	return string(start) == mark
}

func unlock(r io.Reader, passphrase func() (string, error)) (io.Reader, error) {
	phrase, err := passphrase()
	if err != nil {
		return nil, err
	}
	identity, err := age.NewScryptIdentity(phrase)
	if err != nil {
		return nil, err
	}
	plain, err := age.Decrypt(r, identity)
	var wrong *age.NoIdentityMatchError
	if errors.As(err, &wrong) {
		return nil, ErrPassphrase
	}
	return plain, err
}

// unpack reads the summary out of a ZIP.
func unpack(r io.Reader) (io.Reader, error) {
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, fmt.Errorf("ZIP: %w", err)
	}
	f, err := z.Open(Summary)
	if err != nil {
		return nil, fmt.Errorf("there is no %s in this ZIP", Summary)
	}
	defer f.Close()
	summary, err := io.ReadAll(limit(f))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", Summary, err)
	}
	return bytes.NewReader(summary), nil
}

// limit ends in an error where there is more than a summary can have.
func limit(r io.Reader) io.Reader { return &limited{r: r, left: largest} }

type limited struct {
	r    io.Reader
	left int64
}

// Read reads on until too much was read.
func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, fmt.Errorf("more than %d MB, which no summary has", largest>>20)
	}
	return n, err
}
