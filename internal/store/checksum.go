package store

import (
	"encoding/binary"
	"hash/crc32"

	"github.com/nutrigap/nutrigap/internal/diary"
)

// tally is what an import's entries of one day add up to. SQLite notices a page that is out of joint and
// not a letter or a figure that changed on the disk; the checksum does, whenever the day is read.
type tally struct {
	entries  int
	checksum int64 // the sum of the entries' CRCs, in whatever order they come
}

// add counts an entry that appendRow wrote.
func (t *tally) add(row []byte) {
	t.entries++
	t.checksum += int64(crc32.Checksum(row, castagnoli))
}

// castagnoli has instructions of its own on most machines.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// appendRow appends everything that is stored of an entry but its date, which chooses the tally. The seal
// is that of its layout, see storedLayout.
func appendRow(buf []byte, e *diary.Entry, seal uint32, measured []byte) []byte {
	for _, text := range [...]string{e.Time, e.Meal, e.Food, e.Amount, e.Note, e.Category} {
		buf = append(buf, text...)
		buf = append(buf, 0)
	}
	buf = binary.AppendVarint(buf, int64(e.Pos.Line))
	buf = binary.AppendVarint(buf, int64(e.Level))
	buf = binary.LittleEndian.AppendUint32(buf, seal)
	return append(buf, measured...)
}
