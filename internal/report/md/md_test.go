package md

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

func written(t interface{ Fatal(...any) }, s *report.Summary) []byte {
	var b bytes.Buffer
	if err := Write(&b, s, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestStoredSummaries(t *testing.T) {
	for _, name := range reporttest.Names() {
		t.Run(name, func(t *testing.T) {
			golden.Check(t, reporttest.Path(name, ".md"), written(t, reporttest.Load(t, name)))
		})
	}
}

// Whatever is in the Summary, GitHub's Markdown makes of it headings, lists and one table, whose cells are what
// was meant; never HTML, a link, a picture or code.
func TestAnySummaryIsNothingButText(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		s := summaries.Draw(t, "summary")
		source := written(t, s)
		var cells []string
		err := ast.Walk(parsed(source), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch n.Kind() {
			case ast.KindDocument, ast.KindHeading, ast.KindParagraph, ast.KindTextBlock, ast.KindList, ast.KindListItem,
				ast.KindText, ast.KindString, ast.KindEmphasis, tables.KindTable, tables.KindTableHeader, tables.KindTableRow:
			case tables.KindTableCell:
				cells = append(cells, plain(n, source))
			default:
				t.Fatalf("the page has a %s:\n%s", n.Kind(), source)
			}
			return ast.WalkContinue, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(meant(s), cells); d != "" {
			t.Fatalf("-meant +rendered\n%s\n%s", d, source)
		}
	})
}

func parsed(source []byte) ast.Node {
	return goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
}

// plain is the text of a node.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(source))
		} else {
			b.WriteString(plain(c, source))
		}
	}
	return unescaped(b.String())
}

// unescaped takes the backslashes away that the parser leaves in the source.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func meant(s *report.Summary) []string {
	var cells []string
	visible, l := s.Visible(), lang.Of(s.Language)
	listed := visible.InFocus()
	if len(listed) == 0 {
		return nil
	}
	for _, c := range columns {
		cells = append(cells, l.T(c.title))
	}
	for _, n := range listed {
		for _, c := range columns {
			cells = append(cells, strings.TrimSpace(c.cell(l, n)))
		}
	}
	return cells
}

func TestEscape(t *testing.T) {
	test := func(in, want string) {
		t.Helper()
		if got := item(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	test("4.2 µg, 12 (of 13)", "4.2 µg, 12 (of 13)")
	test("~ can't tell", "~ can't tell")
	test("~~gone~~", `\~\~gone~~`)
	test("1. one", `1\. one`)
	test("- one", `\- one`)
	test("a | b", `a \| b`)
	test("[x](http://evil.example)", `\[x\](http\://evil.example)`)
	test("WWW.evil.example", `WWW\.evil.example`)
	test("&lt;b&gt; & more", `\&lt;b\&gt; & more`)
	test("fish & chips", "fish & chips")
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteReportsErrors(t *testing.T) {
	if err := Write(brokenPipe{}, reporttest.Load(t, "one-day"), Options{}); err == nil {
		t.Error("no error of a writer that fails")
	}
}

func BenchmarkWriteYear(b *testing.B) {
	s := reporttest.Year(b)
	for b.Loop() {
		if err := Write(io.Discard, s, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
