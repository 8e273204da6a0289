// Package html writes a Summary as one page: a self-contained file that opens in any browser, on a phone,
// in the dark and in print, with nothing fetched and nothing run.
//
// Its rule: everything from a diary is text, escaped where it stands, and the page forbids the browser
// whatever it doesn't need. Charts are drawn as SVG with the same in words beside them. It refuses to
// decide: order, status and sentences are the Summary's.
package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

//go:embed page.html
var pageSource string

//go:embed style.css
var styleSource string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// Options is how the page is written; there is nothing to choose yet.
type Options struct{}

// Write writes s. The only errors are those of w.
func Write(w io.Writer, s *report.Summary, _ Options) error {
	var b bytes.Buffer // so that w gets a whole page or nothing
	if err := pageTemplate.Execute(&b, newPage(s.Visible())); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// page is what the template speaks of.
type page struct {
	*report.Summary
	*lang.Language // of the report

	Style  template.CSS
	Policy string
}

func newPage(s *report.Summary) *page {
	digest := sha256.Sum256([]byte(styleSource))
	return &page{
		Summary:  s,
		Language: lang.Of(s.Language),
		Style:    template.CSS(styleSource), // our own file, not a value from outside
		Policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(digest[:]) +
			"'; base-uri 'none'; form-action 'none'",
	}
}
