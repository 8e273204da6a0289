package md

import (
	"regexp"
	"strings"
)

var (
	// always are the signs that begin markup wherever they stand.
	always = strings.NewReplacer(
		"\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "\\<", "|", "\\|", "$", "\\$",
		"://", "\\://", "@", "\\@",
	)
	// struck begins a text that is struck through; before a space it is a sign like others.
	struck = regexp.MustCompile(`~+[^~\s]`)
	// entity is a character by its number or name, as HTML has it.
	entity = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)
	// web is a link that GitHub makes of an address without "://".
	web = regexp.MustCompile(`(?i)www\.`)
	// first are the signs that begin markup at the start of a line only.
	first = regexp.MustCompile(`^([-+#>=]|[0-9]+[.)](\s|$))`)
)

// escape makes text of a diary mean nothing but itself. What is harmless stays as it is, because the page is also
// read without being rendered.
func escape(s string) string {
	s = always.Replace(strings.TrimSpace(s))
	s = struck.ReplaceAllStringFunc(s, func(m string) string { return strings.ReplaceAll(m, "~", `\~`) })
	s = entity.ReplaceAllString(s, `\&$1`)
	return web.ReplaceAllStringFunc(s, func(m string) string { return m[:3] + `\.` })
}

// item is a text at the start of a line.
func item(s string) string {
	s = escape(s)
	sign := strings.IndexAny(first.FindString(s), "-+#>=.)")
	if sign < 0 {
		return s
	}
	return s[:sign] + `\` + s[sign:]
}
