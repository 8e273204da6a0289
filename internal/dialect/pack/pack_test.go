package pack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// archive packs files given as name and content in turn.
func archive(t testing.TB, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(content []byte) ([]Part, error) {
	return Open("x.zip", bytes.NewReader(content), int64(len(content)))
}

// read unpacks every part, twice since contents are read more than once.
func read(t *testing.T, content []byte) map[string]string {
	t.Helper()
	parts, err := open(content)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, p := range parts {
		for range 2 {
			in, err := p.Content()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(in)
			if err != nil {
				t.Fatal(err)
			}
			texts[p.Name] = string(text)
		}
	}
	return texts
}

func refusal(t *testing.T, content []byte) string {
	t.Helper()
	_, err := open(content)
	var refused *diary.FileError
	if !errors.As(err, &refused) || refused.Advice == "" {
		return fmt.Sprintf("no refusal: %v", err)
	}
	return refused.Error()
}

func TestTablesOfAnArchive(t *testing.T) {
	got := read(t, archive(t, "export/servings.csv", "Day\n", "export/", "", "__MACOSX/export/servings.csv", "x", "export/.hidden.csv", "x",
		"photo.jpg", "x", "Notes.TXT", "n", "inner.zip", "PK\x03\x04", "evil\x1b[2J.csv", "e"))
	want := map[string]string{"export/servings.csv": "Day\n", "Notes.TXT": "n", "evil[2J.csv": "e"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, content := range []string{"", "PK", "date,food\n"} {
		if parts, err := open([]byte(content)); parts != nil || err != nil {
			t.Errorf("%q is no container: %v, %v", content, parts, err)
		}
	}
}

func TestArchivesThatAreRefused(t *testing.T) {
	many := make([]string, 0, 2*(maxMembers+1))
	for i := range maxMembers + 1 {
		many = append(many, fmt.Sprintf("%d.csv", i), "")
	}
	locked := archive(t, "a.csv", "date,food\n")
	for _, signature := range []string{"PK\x03\x04", "PK\x01\x02"} {
		at := bytes.Index(locked, []byte(signature))
		locked[at+6+2*strings.Count(signature, "\x01")] |= 1
	}
	for claim, tt := range map[string]struct {
		content []byte
		want    string
	}{
		"no table":                  {archive(t, "a.jpg", "x"), "x.zip: is a ZIP archive without a CSV file"},
		"half an archive":           {archive(t, "a.csv", "date,food\n")[:60], "x.zip: is a damaged ZIP archive"},
		"many files":                {archive(t, many...), "x.zip: is an archive of more than 2000 files"},
		"a password":                {locked, "x.zip:a.csv: is locked with a password"},
		"a bomb":                    {archive(t, "a.csv", strings.Repeat("0", 16<<20)), "x.zip:a.csv: unpacks to more than 400 times its size"},
		"an archive for a workbook": {archive(t, "a.xlsx", string(archive(t, "b.csv", "x"))), "x.zip:a.xlsx: is a damaged Excel workbook"},
		"no workbook":               {archive(t, "xl/workbook.xml", "<x"), "x.zip: is a damaged Excel workbook"},
	} {
		if got := refusal(t, tt.content); got != tt.want {
			t.Errorf("%s: %s, want %s", claim, got, tt.want)
		}
	}
}

func TestManyFilesTogetherAreTooLarge(t *testing.T) {
	f := &zip.File{FileHeader: zip.FileHeader{Name: "a.csv", UncompressedSize64: maxUnpacked / 4, CompressedSize64: maxUnpacked / 40}}
	if err := checkSizes("x.zip", []*zip.File{f, f, f, f}, maxUnpacked); err != nil {
		t.Error(err)
	}
	if err := checkSizes("x.zip", []*zip.File{f, f, f, f, f}, maxUnpacked); err == nil || err.Error() != "x.zip: unpacks to more than 1024 MB" {
		t.Error(err)
	}
	f.UncompressedSize64 = 1<<64 - 1
	if err := checkSizes("x.zip", []*zip.File{f, f}, maxUnpacked); err == nil {
		t.Error("sizes that overflow are taken")
	}
}

// TestABombThatLiesAboutItsSize packs 16 MB and states that they are 100 bytes.
func TestABombThatLiesAboutItsSize(t *testing.T) {
	content := archive(t, "a.csv", strings.Repeat("0", 16<<20))
	for _, place := range []struct {
		signature string
		offset    int
	}{{"PK\x07\x08", 12}, {"PK\x01\x02", 24}} {
		at := bytes.LastIndex(content, []byte(place.signature))
		binary.LittleEndian.PutUint32(content[at+place.offset:], 100)
	}
	parts, err := open(content)
	if err != nil {
		t.Fatal(err)
	}
	in, err := parts[0].Content()
	if err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, in)
	if err == nil || n > 1<<20 {
		t.Errorf("%d bytes were unpacked: %v", n, err)
	}
}

// book makes a workbook and lets fill write into its first sheet.
func book(t testing.TB, fill func(f *excelize.File, sheet string)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f, "Sheet1")
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func set(t testing.TB, f *excelize.File, sheet, cell string, value any, format string) {
	t.Helper()
	if err := f.SetCellValue(sheet, cell, value); err != nil {
		t.Fatal(err)
	}
	if format == "" {
		return
	}
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err == nil {
		err = f.SetCellStyle(sheet, cell, cell, style)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestCellsOfAWorkbook(t *testing.T) {
	for _, tt := range []struct {
		value  any
		format string
		want   string
	}{
		{"soup, \"hot\"", "", `"soup, ""hot"""`},
		{"two\nlines", "", "two lines"},
		{45809, "", "45809"},
		{45809, "m/d/yyyy", "2025-06-01"},
		{45809, "dd.mm.yyyy", "2025-06-01"},
		{45809, "d-mmm-yy", "2025-06-01"},
		{45809, "mm-dd-yy", "2025-06-01"},
		{45809.5, "m/d/yyyy h:mm", "2025-06-01 12:00"},
		{45809, "yyyy\"年\"m\"月\"d\"日\"", "2025-06-01"},
		{45809, "#,##0", "45809"},
		{0.5, "h:mm", "12:00"},
		{0.5, "0%", "50%"},
		{140, `0" g"`, "140 g"},
		{1234.5678, "0.0", "1234.5678"},
		{1234.5, "#,##0.00", "1234.5"},
		{1.234, "", "1.2340"},
		{true, "", "TRUE"},
	} {
		content := book(t, func(f *excelize.File, sheet string) { set(t, f, sheet, "A1", tt.value, tt.format) })
		if got := read(t, content)[""]; got != tt.want+"\n" {
			t.Errorf("%v as %q is %q, want %q", tt.value, tt.format, got, tt.want)
		}
	}
}

func TestRowsOfAWorkbookKeepTheirNumbers(t *testing.T) {
	content := book(t, func(f *excelize.File, sheet string) {
		set(t, f, sheet, "B2", "date", "")
		set(t, f, sheet, "A5", "x", "")
	})
	if got, want := read(t, content)[""], "\n,date\n\n\nx\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSheetsHaveNames(t *testing.T) {
	content := book(t, func(f *excelize.File, sheet string) {
		for _, name := range []string{"Food Log", "Hidden"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			set(t, f, name, "A1", name, "")
		}
		if err := f.SetSheetVisible("Hidden", false); err != nil {
			t.Fatal(err)
		}
	})
	want := map[string]string{"Sheet1": "", "Food Log": "Food Log\n"}
	if diff := cmp.Diff(want, read(t, content)); diff != "" {
		t.Error(diff)
	}
	packed := read(t, archive(t, "a.xlsx", string(book(t, func(f *excelize.File, sheet string) { set(t, f, sheet, "A1", 7, "") }))))
	if diff := cmp.Diff(map[string]string{"a.xlsx": "7\n"}, packed); diff != "" {
		t.Error(diff)
	}
}

// workbookOf is a workbook whose only sheet has these rows, and whose texts are these.
func workbookOf(t testing.TB, rows, texts string) []byte {
	t.Helper()
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	content := book(t, func(f *excelize.File, sheet string) { set(t, f, sheet, "A1", "x", "") })
	in, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		switch f.Name {
		case "xl/worksheets/sheet1.xml":
			text = fmt.Appendf(nil, "<worksheet %s><sheetData>%s</sheetData></worksheet>", main, rows)
		case "xl/sharedStrings.xml":
			text = fmt.Appendf(nil, "<sst %s>%s</sst>", main, texts)
		}
		files = append(files, f.Name, string(text))
	}
	return archive(t, files...)
}

func TestBombsInWorkbooks(t *testing.T) {
	noise := func(n int) string { // keeps the ratio of packed to unpacked ordinary
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "<!--%x-->", crc32.ChecksumIEEE(fmt.Append(nil, i)))
		}
		return b.String()
	}
	many := `<si><t>` + strings.Repeat("x", 30_000) + `</t></si>`
	for claim, tt := range map[string]struct{ rows, strings, want string }{
		"one string in many cells":               {strings.Repeat(`<row>`+strings.Repeat(`<c t="s"><v>0</v></c>`, 100)+`</row>`, 100) + noise(5000), many, "has sheets of more than"},
		"one cell far to the right in many rows": {strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 20_000) + noise(5000), "", "has sheets of more than"},
		"a row far below":                        {`<row r="99999999"><c><v>1</v></c></row>`, "", ""},
		"much of the same":                       {strings.Repeat(`<row><c><v>1</v></c></row>`, 1<<20), "", "unpacks to more than"},
	} {
		_, err := open(workbookOf(t, tt.rows, tt.strings))
		if (err != nil) != (tt.want != "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", claim, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(archive(f, "a.csv", "date,food\n", "b.txt", "x"))
	f.Add(workbookOf(f, `<row r="1"><c t="s"><v>0</v></c><c><v>45809</v></c></row>`, `<si><t>x</t></si>`))
	f.Add(book(f, func(b *excelize.File, sheet string) { set(f, b, sheet, "A1", 45809, "m/d/yyyy") }))
	f.Fuzz(func(t *testing.T, content []byte) {
		parts, err := open(content)
		var refused *diary.FileError
		if err != nil && !errors.As(err, &refused) {
			t.Fatal(err)
		}
		for _, p := range parts {
			in, err := p.Content()
			if err != nil {
				continue // a way of packing that nobody knows
			}
			if _, err := io.Copy(io.Discard, in); err != nil && p.Sheet {
				t.Fatal(err)
			}
		}
	})
}
