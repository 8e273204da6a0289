// Package pack opens the containers that diaries come in: the ZIP archive of an app's export, and the
// Excel workbook.
//
// Its rule: nothing is written to disk, and nothing is unpacked before its size is known to be within
// limits. It refuses archives in archives, and whatever unpacks to far more than it is.
package pack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

// The limits. An export of ten years of one person stays below a hundredth of each.
const (
	maxMembers  = 2_000
	maxArchive  = 512 << 20 // bytes of the archive itself
	maxUnpacked = 1 << 30   // bytes of all members that are read
	maxWorkbook = 128 << 20 // bytes of an unpacked workbook, which is held in memory
	maxRatio    = 400       // of unpacked to packed, where that is more than a megabyte
	freeRatio   = 1 << 20
)

// Part is one table of a container.
type Part struct {
	Name    string // of the member, the sheet, or "member:sheet"; empty for the only sheet of a workbook
	Content table.Content
	Sheet   bool // of a workbook: its text is UTF-8 with decimal points, and rows end at their last cell
}

// Open lists the tables in a container. A file that is none has no parts and no error; one that is beyond
// the limits or damaged gives a *[diary.FileError].
func Open(name string, in io.ReaderAt, size int64) ([]Part, error) {
	begin := make([]byte, 4)
	if _, err := in.ReadAt(begin, 0); err == io.EOF {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if string(begin) != "PK\x03\x04" {
		return nil, nil
	}
	archive, err := openArchive(name, in, size)
	if err != nil {
		return nil, err
	}
	if isWorkbook(archive) {
		return openWorkbook(name, in, size, archive)
	}
	return members(name, archive)
}

// openArchive reads the directory of an archive.
func openArchive(name string, in io.ReaderAt, size int64) (*zip.Reader, error) {
	if size > maxArchive {
		return nil, refused(name, fmt.Sprintf("is an archive of more than %d MB", maxArchive>>20))
	}
	if countMembers(in, size) > maxMembers {
		return nil, refused(name, fmt.Sprintf("is an archive of more than %d files", maxMembers))
	}
	archive, err := zip.NewReader(in, size)
	if err != nil {
		return nil, &diary.FileError{File: name, Reason: "is a damaged ZIP archive", Advice: "export or download it again"}
	}
	if len(archive.File) > maxMembers {
		return nil, refused(name, fmt.Sprintf("is an archive of more than %d files", maxMembers))
	}
	return archive, nil
}

// countMembers is how many members the end of an archive promises, before anything is made of them.
func countMembers(in io.ReaderAt, size int64) int {
	end := make([]byte, min(size, 22+1<<16))
	if n, _ := in.ReadAt(end, size-int64(len(end))); n < len(end) {
		return 0
	}
	at := bytes.LastIndex(end, []byte("PK\x05\x06"))
	if at < 0 || at+12 > len(end) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(end[at+10:]))
}

// members are the tables of an archive.
func members(name string, archive *zip.Reader) ([]Part, error) {
	files := slices.DeleteFunc(slices.Clone(archive.File), func(f *zip.File) bool { return !isTable(f.Name) })
	if len(files) == 0 {
		return nil, &diary.FileError{File: name, Reason: "is a ZIP archive without a CSV file", Advice: "give the diary as CSV"}
	}
	if err := checkSizes(name, files, maxUnpacked); err != nil {
		return nil, err
	}
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var parts []Part
	for _, f := range files {
		label := table.Clean(f.Name)
		if path.Ext(strings.ToLower(f.Name)) == ".xlsx" {
			sheets, err := packedWorkbook(name+":"+label, f)
			if err != nil {
				return nil, err
			}
			for _, s := range sheets {
				s.Name = strings.TrimSuffix(label+":"+s.Name, ":")
				parts = append(parts, s)
			}
			continue
		}
		parts = append(parts, Part{Name: label, Content: func() (io.Reader, error) { return f.Open() }})
	}
	return parts, nil
}

// isTable reports whether a member may be a table. What macOS adds to archives is none.
func isTable(name string) bool {
	if strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(path.Base(name), ".") {
		return false
	}
	return slices.Contains([]string{".csv", ".tsv", ".txt", ".xlsx"}, path.Ext(strings.ToLower(name)))
}

// checkSizes refuses members that are locked or too large. The sizes are those that the archive states;
// archive/zip fails on a member that unpacks to more.
func checkSizes(name string, files []*zip.File, most uint64) error {
	total := uint64(0)
	for _, f := range files {
		size, packed := f.UncompressedSize64, max(f.CompressedSize64, 1)
		total += min(size, most+1)
		member := name + ":" + table.Clean(f.Name)
		switch {
		case f.Flags&1 != 0:
			return &diary.FileError{File: member, Reason: "is locked with a password", Advice: "unpack the archive and give the file inside"}
		case size > freeRatio && size/packed > maxRatio:
			return refused(member, fmt.Sprintf("unpacks to more than %d times its size", maxRatio))
		case total > most:
			return refused(name, fmt.Sprintf("unpacks to more than %d MB", most>>20))
		}
	}
	return nil
}

func refused(name, reason string) *diary.FileError {
	return &diary.FileError{File: name, Reason: reason, Advice: "that is no diary; unpack it and give the file with the foods"}
}

// packedWorkbook opens a workbook in an archive.
func packedWorkbook(name string, f *zip.File) ([]Part, error) {
	if f.UncompressedSize64 > maxWorkbook {
		return nil, refused(name, fmt.Sprintf("is a workbook of more than %d MB", maxWorkbook>>20))
	}
	in, err := f.Open()
	if err != nil {
		return nil, damaged(name)
	}
	defer in.Close()
	content, err := io.ReadAll(in)
	if err != nil {
		return nil, damaged(name)
	}
	r := bytes.NewReader(content)
	archive, err := openArchive(name, r, r.Size())
	if err != nil {
		return nil, err
	}
	if !isWorkbook(archive) {
		return nil, damaged(name)
	}
	return openWorkbook(name, r, r.Size(), archive)
}
