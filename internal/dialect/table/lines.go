package table

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
)

const (
	// bufferSize is how much of a file is looked at before it is read, and the longest line there may be.
	bufferSize = 64 << 10

	// maxRecordLines is how many lines one record may take: a long note, but not half of a file behind
	// a quote that somebody forgot to close.
	maxRecordLines = 64
)

var (
	errUnclosed = errors.New("quote is not closed")
	errTooLong  = errors.New("line is too long")
)

// lines hands a file to encoding/csv one physical line at a time. It so knows which lines a record took,
// and can take back all but the first: a stray quote then costs the line where it stands and no other.
// Line ends may be LF, CR LF, CR CR LF or CR.
type lines struct {
	r      *bufio.Reader
	end    byte   // the last byte of a line
	skip   int    // lines at the beginning that are not handed out
	number int    // of the line handed out last
	first  int    // the line at which the current record begins, 0 before it does
	rest   []byte // what encoding/csv has not taken yet of the current line
	buffer []byte // holds the current line with a clean end

	failed error // what ended the file while lines were still ahead

	tail  []line // the current record's lines behind its first
	ahead []line // lines to be handed out before those of r: looked at, or taken back
	open  int    // so many of them, from the first, close no quote that is open before them
}

type line struct {
	text    []byte // without its end
	tooLong bool
}

// begin starts a new record.
func (l *lines) begin() {
	l.first = 0
	l.tail = l.tail[:0]
}

// takeBack makes the lines behind the first one of the current record the next ones.
func (l *lines) takeBack() {
	l.rest = nil
	if len(l.tail) == 0 {
		return
	}
	l.number -= len(l.tail)
	l.ahead = slices.Insert(l.ahead, 0, l.tail...)
	l.open = 0
}

// Read gives the rest of the current line or begins the next one.
func (l *lines) Read(p []byte) (int, error) {
	if len(l.rest) == 0 {
		if err := l.advance(); err != nil {
			return 0, err
		}
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

// whole is the current line without its end.
func (l *lines) whole() string { return string(l.buffer[:len(l.buffer)-1]) }

// advance makes the next line the current one. Blank lines between records are passed over, as
// encoding/csv would do.
func (l *lines) advance() error {
	inside := l.first > 0
	if inside && len(l.tail) == maxRecordLines-1 {
		return errUnclosed
	}
	for {
		next, err := l.next(inside)
		switch {
		case err == io.EOF && inside:
			return errUnclosed
		case err != nil:
			return err
		}
		l.number++
		switch {
		case l.number <= l.skip:
			continue
		case inside:
			l.tail = append(l.tail, next)
			if next.tooLong {
				return errUnclosed
			}
		case next.tooLong:
			l.first = l.number
			return errTooLong
		case len(next.text) == 0:
			continue
		default:
			l.first = l.number
		}
		l.buffer = append(append(l.buffer[:0], next.text...), '\n')
		l.rest = l.buffer
		return nil
	}
}

// closable reports whether one of the lines that may belong to the current record closes a quote that is open
// at the end of its first. What it found out of lines that don't it remembers, so that a file of stray quotes
// is looked through once and not once for each of them.
func (l *lines) closable(separator byte) bool {
	for ; l.open < maxRecordLines-1; l.open++ {
		if l.open == len(l.ahead) {
			next, err := l.read(true)
			if err != nil {
				l.failed = err
				return false
			}
			l.ahead = append(l.ahead, next)
		}
		next := &l.ahead[l.open]
		if next.tooLong {
			return false
		}
		if _, _, closed := endOfQuoted(string(next.text), 0, separator); closed {
			return true
		}
	}
	return false
}

// next is the line to hand out now; its text is valid until the next call, or as long as it is kept.
func (l *lines) next(keep bool) (line, error) {
	if len(l.ahead) > 0 {
		next := l.ahead[0]
		l.ahead = l.ahead[1:]
		l.open = max(0, l.open-1)
		return next, nil
	}
	return l.read(keep)
}

// read takes a line from the file.
func (l *lines) read(keep bool) (line, error) {
	if l.failed != nil {
		return line{}, l.failed
	}
	text, err := l.r.ReadSlice(l.end)
	switch {
	case err == nil:
		text = text[:len(text)-1]
	case err == bufio.ErrBufferFull:
		for err == bufio.ErrBufferFull {
			_, err = l.r.ReadSlice(l.end)
		}
		if err != nil && err != io.EOF {
			return line{}, err
		}
		return line{tooLong: true}, nil
	case err != io.EOF || len(text) == 0:
		return line{}, err
	}
	text = bytes.TrimRight(text, "\r")
	if keep {
		text = bytes.Clone(text)
	}
	return line{text: text}, nil
}
