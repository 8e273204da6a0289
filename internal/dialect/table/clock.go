package table

import (
	"fmt"
	"strings"
)

// Clock reads a time of day, "9:51 AM", "05:17", "17:07:15.737" or "9 pm", as "15:04". Seconds and a time
// zone are read over: the clock stays as the person saw it. An empty text is no time and no mistake.
func Clock(text string) (clock string, ok bool) {
	if text == "" {
		return "", true
	}
	hour, rest, ok := cutNumber(text)
	if !ok {
		return "", false
	}
	minute := 0
	exact := strings.HasPrefix(rest, ":")
	if exact {
		digits := rest[1:]
		if minute, rest, ok = cutNumber(digits); !ok || len(digits)-len(rest) != 2 {
			return "", false
		}
		rest = cutZone(cutSeconds(rest))
	}
	switch half := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(rest), ".", "")); {
	case half == "" && exact:
	case half != "am" && half != "pm" || hour < 1 || hour > 12:
		return "", false
	case half == "am":
		hour %= 12
	default:
		hour = hour%12 + 12
	}
	if hour > 23 || minute > 59 {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", hour, minute), true
}

// cutNumber takes one or two digits off the beginning of text.
func cutNumber(text string) (n int, rest string, ok bool) {
	i := 0
	for i < len(text) && i < 2 && '0' <= text[i] && text[i] <= '9' {
		n = 10*n + int(text[i]-'0')
		i++
	}
	return n, text[i:], i > 0
}

// cutSeconds takes ":15" or ":15.737" off the beginning of text.
func cutSeconds(text string) string {
	if !strings.HasPrefix(text, ":") {
		return text
	}
	return strings.TrimLeft(text[1:], "0123456789.")
}

// cutZone takes "Z", "UTC" or an offset such as "+02:00" off the end of text.
func cutZone(text string) string {
	for _, zone := range []string{"Z", "z", "UTC"} {
		if rest, ok := strings.CutSuffix(text, zone); ok {
			return rest
		}
	}
	if i := strings.LastIndexAny(text, "+-"); i >= 0 && strings.Trim(text[i+1:], "0123456789:") == "" {
		return text[:i]
	}
	return text
}
