package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"time"
)

// archive is a ZIP archive that keeps its files until it is closed and writes them in the order of their names,
// dated as the report, because excelize hands over its sheets in the order of a map.
type archive struct {
	zip   *zip.Writer
	made  time.Time
	files map[string]*bytes.Buffer
}

func newArchive(w io.Writer, made time.Time) *archive {
	return &archive{zip: zip.NewWriter(w), made: made, files: map[string]*bytes.Buffer{}}
}

// Create starts a file.
func (a *archive) Create(name string) (io.Writer, error) {
	var b bytes.Buffer
	a.files[name] = &b
	return &b, nil
}

// AddFS is nothing that a workbook needs.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive.
func (a *archive) Close() error {
	if err := a.sortTypes(); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		f, err := a.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: a.made})
		if err != nil {
			return err
		}
		if _, err := f.Write(a.files[name].Bytes()); err != nil {
			return err
		}
	}
	return a.zip.Close()
}

// typesFile lists what kinds of files the archive holds.
const typesFile = "[Content_Types].xml"

// sortTypes puts the endings of file names in order, which excelize lists in the order of a map.
func (a *archive) sortTypes() error {
	var types struct {
		XMLName  xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
		Default  []typeOf `xml:"Default"`
		Override []typeOf `xml:"Override"`
	}
	file := a.files[typesFile]
	if err := xml.Unmarshal(file.Bytes(), &types); err != nil {
		return err
	}
	slices.SortFunc(types.Default, func(a, b typeOf) int { return cmp.Compare(a.Extension, b.Extension) })
	file.Reset()
	file.WriteString(xml.Header)
	return xml.NewEncoder(file).Encode(&types)
}

// typeOf is what a file, or every file of an ending, is.
type typeOf struct {
	Extension   string `xml:",attr,omitempty"`
	PartName    string `xml:",attr,omitempty"`
	ContentType string `xml:",attr"`
}
