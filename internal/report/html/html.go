// Package html writes a Summary as one page: a self-contained file that opens in any browser, on a phone,
// in the dark and in print, with nothing fetched. A small script sorts tables and reads out the day under the
// pointer; without it nothing is missing.
//
// Its rule: everything from a diary is text, escaped where it stands, and the page forbids the browser
// whatever it doesn't need: only the style and the script that are ours may run, by their digests. Charts are
// drawn as SVG with the same in words beside them. It refuses to decide: order, status and sentences are the
// Summary's.
package html

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

//go:embed *.html
var sources embed.FS

//go:embed style.css
var styleSource string

//go:embed script.js
var scriptSource string

var pageTemplate = template.Must(template.ParseFS(sources, "*.html")).Lookup("page.html")

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
	Script template.JS
	Policy string

	columns []amountColumn
}

func newPage(s *report.Summary) *page {
	return &page{
		Summary:  s,
		Language: lang.Of(s.Language),
		Style:    template.CSS(styleSource), // our own files, not values from outside
		Script:   template.JS(scriptSource),
		Policy: "default-src 'none'; style-src " + digest(styleSource) + "; script-src " + digest(scriptSource) +
			"; base-uri 'none'; form-action 'none'",
	}
}

// digest is the source by which a policy allows a text that stands in the page.
func digest(source string) string {
	sum := sha256.Sum256([]byte(source))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
