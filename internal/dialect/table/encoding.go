package table

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// CheckEncoding reports whether a file can be read in an encoding of that name: any that a browser knows,
// such as utf-8, utf-16le, windows-1252, gbk, big5 or shift_jis.
func CheckEncoding(name string) error {
	if _, err := htmlindex.Get(name); err != nil {
		return fmt.Errorf("%q is no encoding; common ones are utf-8, utf-16le, windows-1252, macintosh, gbk", name)
	}
	return nil
}

// decode turns a file into UTF-8 without a byte order mark. UTF-16 is known by its mark or its zeros;
// everything else passes as it is, and its bytes that are no UTF-8 are read cell by cell.
func decode(in io.Reader, name string) (io.Reader, error) {
	text := bufio.NewReaderSize(in, bufferSize)
	head, _ := text.Peek(1 << 10)
	switch {
	case name != "":
		e, err := htmlindex.Get(name)
		if err != nil {
			return nil, CheckEncoding(name)
		}
		return transform.NewReader(text, unicode.BOMOverride(e.NewDecoder())), nil
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = text.Discard(3)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return decodeUTF16(text, unicode.BigEndian, unicode.ExpectBOM), nil
	case zeros(head, 1):
		return decodeUTF16(text, unicode.LittleEndian, unicode.IgnoreBOM), nil
	case zeros(head, 0):
		return decodeUTF16(text, unicode.BigEndian, unicode.IgnoreBOM), nil
	}
	return text, nil
}

func decodeUTF16(text io.Reader, order unicode.Endianness, mark unicode.BOMPolicy) io.Reader {
	return transform.NewReader(text, unicode.UTF16(order, mark).NewDecoder())
}

// zeros reports whether half of the bytes at even (0) or odd (1) places are zero and none of the others,
// as in UTF-16 of text that is mostly Latin.
func zeros(head []byte, at int) bool {
	var n [2]int
	for i, b := range head {
		if b == 0 {
			n[i%2]++
		}
	}
	return n[1-at] == 0 && n[at] > 0 && 4*n[at] >= len(head)
}
