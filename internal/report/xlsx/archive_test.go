package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"testing"

	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

// parts are the files of a workbook.
func parts(t tester, content []byte) map[string]string {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(part)
	}
	return all
}

// tags are the tags of XML without the text between them.
func tags(part string) string { return regexp.MustCompile(`>[^<]*<`).ReplaceAllString(part, "><") }

func TestArchiveIsSortedAndDated(t *testing.T) {
	s := reporttest.Load(t, "one-day")
	content := written(t, s)
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range archive.File {
		names = append(names, f.Name)
		if !f.Modified.Equal(s.Made()) {
			t.Errorf("%s is dated %s, want the day of the report", f.Name, f.Modified)
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("the files are not in order: %v", names)
	}
}
