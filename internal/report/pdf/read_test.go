package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"unicode/utf16"
)

// drawn is one text as it stands on a page, in points from the upper left corner.
type drawn struct {
	x, y, ends float64
	size       float64
	bold       bool
	text       string
}

// The parts of a file that say what is written: the size of a page, a font and its size, and a text with its
// place.
var (
	mediaBox   = regexp.MustCompile(`/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]`)
	streams    = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	fontOrText = regexp.MustCompile(`(?s)BT /F([0-9a-f]+) ([0-9.]+) Tf ET|BT ([0-9.-]+) ([0-9.-]+) Td \(((?:[^\\()]|\\.)*)\) Tj ET`)
)

// read finds the texts of each page of a file that isn't compressed, in the order in which they were set.
func read(t interface{ Fatal(...any) }, file []byte) [][]drawn {
	box := mediaBox.FindSubmatch(file)
	if box == nil {
		t.Fatal("the file has no size of its pages")
	}
	height, bold := float(box[2]), ""
	var pages [][]drawn
	for _, stream := range streams.FindAllSubmatch(file, -1) {
		if !bytes.Contains(stream[1], []byte(" Tj ET")) {
			continue
		}
		var page []drawn
		var font drawn
		for _, m := range fontOrText.FindAllSubmatch(stream[1], -1) {
			if m[1] != nil {
				if bold == "" {
					bold = string(m[1]) // of the title, which is set first
				}
				font.size, font.bold = float(m[2]), string(m[1]) == bold
				continue
			}
			d := font
			d.x, d.y, d.text = float(m[3]), height-float(m[4]), decoded(m[5])
			page = append(page, d)
		}
		pages = append(pages, page)
	}
	return pages
}

func float(digits []byte) float64 {
	v, _ := strconv.ParseFloat(string(digits), 64)
	return v
}

// decoded is a string of a PDF: UTF-16 with some bytes escaped.
func decoded(b []byte) string {
	var raw []byte
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] != '\\' || i+1 == len(b):
			raw = append(raw, b[i])
		case b[i+1] == 'r':
			raw, i = append(raw, '\r'), i+1
		default:
			raw, i = append(raw, b[i+1]), i+1
		}
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return string(utf16.Decode(units))
}

// dump is what a reader finds on the pages: what stands on one line in one line.
func dump(pages [][]drawn) []byte {
	var b bytes.Buffer
	for i, page := range pages {
		fmt.Fprintf(&b, "== page %d ==", i+1)
		last := -1.0
		for _, d := range page {
			if d.y == last {
				b.WriteString("  ")
			} else {
				b.WriteString("\n")
			}
			b.WriteString(d.text)
			last = d.y
		}
		b.WriteString("\n")
	}
	return b.Bytes()
}
