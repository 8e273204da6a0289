package table

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mojibakeLeads are what the first bytes of letters and signs in UTF-8 look like where a program took the
// bytes for Windows-1252 and encoded them again: "FrÃ¼hstÃ¼ck", "Halâ€™s", "Âµg". All letters that stand
// behind accented capitals ("CAFÉ®") would read as something too; only these begin what is repaired.
const mojibakeLeads = "ÃÂÅÄâÎ"

// repaired are the signs and rarer letters that may come out of a repair. Letters of Western Europe may
// all do.
const repaired = "’‘“”–—…•€™°µμ½¼¾×®©«»·²³£\u00a0œŒšŠžŽŸłŁńŃśŚźŹżŻřŘůŮşŞąĄćĆęĘčČďěĚğĞıİăĂţŢťőŐűŰňŇ"

// repair undoes a double encoding, sign by sign, since correct letters may stand beside it. Some programs
// do it twice.
func repair(text string) string {
	for range 2 {
		if !strings.ContainsAny(text, mojibakeLeads) {
			break
		}
		text = repairOnce(text)
	}
	return text
}

func repairOnce(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if strings.ContainsRune(mojibakeLeads, r) {
			if was, length := encodedTwice(text[i:]); length > 0 {
				b.WriteRune(was)
				i += length
				continue
			}
		}
		b.WriteString(text[i : i+size])
		i += size
	}
	return b.String()
}

// encodedTwice is the sign that the first signs of a text were, and their length in it; 0 where they are
// what they look like.
func encodedTwice(text string) (was rune, length int) {
	var bytes []byte
	for i, r := range text {
		c, ok := charmap.Windows1252.EncodeRune(r)
		if 0x80 <= r && r < 0xa0 {
			c, ok = byte(r), true // a gap of Windows-1252
		}
		if !ok {
			return 0, 0
		}
		bytes = append(bytes, c)
		if utf8.FullRune(bytes) {
			was, _ = utf8.DecodeRune(bytes)
			length = i + utf8.RuneLen(r)
			break
		}
	}
	if 'À' <= was && was <= 'ÿ' || was != 0 && strings.ContainsRune(repaired, was) {
		return was, length
	}
	return 0, 0
}
