package plain

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/nutrigap/nutrigap/internal/dialect/table"
	"github.com/nutrigap/nutrigap/internal/diary"
)

var (
	// A time in front of a food is sure where it has a colon or says which half of the day it is.
	clockFirst = regexp.MustCompile(`^(?i:(\d{1,2}):(\d\d)(?::\d\d)?\s*(am|pm|a\.m\.|p\.m\.)?|(\d{1,2})\s*(am|pm|a\.m\.|p\.m\.))(?:[\s,;–-]+|$)(.*)$`)

	// In a chat log it may be four digits alone; in front of a unit, they are an amount.
	digitsFirst = regexp.MustCompile(`^(\d{1,2})(\d\d)[\s,]+(\D.*|\d.*)$`)
	unitNext    = regexp.MustCompile(`^(?i:g|gr|grams?|kg|mg|mcg|µg|iu|ml|cl|dl|l|oz|kcal|cal|cals|calories|kj|steps)\b`)

	countBehind = regexp.MustCompile(`^(.*\pL.*?)\s*(?:\((\d{1,2}(?:\.\d+)?)\)|\s[x×]\s*(\d{1,2}(?:\.\d+)?))$`)
)

// cutTime takes the time of day off the beginning of the food. It counts more than the time at which the
// row was written, and says nothing where the row has a time of its own.
func (s *sheet) cutTime(e *diary.Entry, own string) {
	hour, minute, half, food, ok := timeFirst(e.Food, s.chat)
	if !ok || food == "" {
		return
	}
	clock, valid := table.Clock(fmt.Sprintf("%s:%s%s", hour, minute, half))
	if !valid {
		return
	}
	e.Food = food
	if !table.Empty(own) {
		return
	}
	if half == "" {
		clock = nearer(clock, e.Time)
	}
	e.Time = clock
}

// timeFirst parts a food into the time of day in front of it and the rest.
func timeFirst(food string, chat bool) (hour, minute, half, rest string, ok bool) {
	if food == "" || food[0] < '0' || food[0] > '9' {
		return "", "", "", "", false
	}
	if m := clockFirst.FindStringSubmatch(food); m != nil {
		if m[4] != "" {
			return m[4], "00", m[5], m[6], true
		}
		return m[1], m[2], m[3], m[6], true
	}
	if !chat {
		return "", "", "", "", false
	}
	m := digitsFirst.FindStringSubmatch(food)
	if m == nil || unitNext.MatchString(m[3]) {
		return "", "", "", "", false
	}
	return m[1], m[2], "", m[3], true
}

// nearer is the clock in the half of the day in which the row was written: "6:20" written at 18:19 is in
// the evening.
func nearer(clock, written string) string {
	hour, _ := strconv.Atoi(clock[:2])
	if written == "" || hour < 1 || hour > 12 {
		return clock
	}
	other := fmt.Sprintf("%02d%s", (hour+12)%24, clock[2:])
	if distance(other, written) < distance(clock, written) {
		return other
	}
	return clock
}

// distance is the number of minutes between two clocks of one day.
func distance(a, b string) int {
	d := minutes(a) - minutes(b)
	return max(d, -d)
}

func minutes(clock string) int {
	hour, _ := strconv.Atoi(clock[:2])
	minute, _ := strconv.Atoi(clock[3:])
	return 60*hour + minute
}

// isChat reports whether a file is a log of messages of which most begin with a time, some of them in
// four digits.
func isChat(f *table.File, l layout) bool {
	if l.has("amount") || l.has("weight") || l.has("unit") || l.has("time") {
		return false
	}
	rows, clocks, digits := 0, 0, 0
	for cell := range f.Sample(slices.Index(l.tags, "food")) {
		rows++
		switch hour, minute, half, _, ok := timeFirst(cell, true); {
		case !ok:
		case clockFirst.MatchString(cell):
			clocks++
		default:
			if _, valid := table.Clock(hour + ":" + minute + half); valid {
				digits++
			}
		}
	}
	return digits > 0 && 2*(clocks+digits) > rows
}

// isRemark knows what chat programs write where no food is.
func isRemark(food string) bool {
	lower := strings.ToLower(food)
	switch strings.Trim(lower, ".! ") {
	case "done", "you deleted this message", "this message was deleted", "<media omitted>", "image omitted", "missed voice call":
		return true
	}
	return strings.HasSuffix(lower, "(file attached)")
}

// separators stand between several foods in a cell.
var separators = strings.NewReplacer("|", "\n", ";", "\n", "；", "\n", "｜", "\n", "、", "\n", " + ", "\n", "＋", "\n")

// split makes an entry of each of the foods in e. It is nil where there is one.
func split(e *diary.Entry) diary.Record {
	var several table.Several
	for part := range strings.SplitSeq(separators.Replace(e.Food), "\n") {
		if part = strings.TrimSpace(part); table.Empty(part) {
			continue
		}
		one := *e
		one.Food = part
		if m := countBehind.FindStringSubmatch(part); m != nil {
			one.Food, one.Amount = m[1], m[2]+m[3]
		}
		several = append(several, &one)
	}
	switch len(several) {
	case 0:
		return &diary.SyntaxError{Column: "food", Reason: "is empty"}
	case 1:
		*e = *several[0]
		return nil
	}
	return several
}
