package report

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible is text from a diary made safe to show on a terminal, in a cell or on a page: spaces for line
// breaks and tabs, pictures (␛) for other control characters, and � for bytes that are no UTF-8 and for
// the format characters that hide or reorder what stands around them. The joiners and direction marks
// that Persian, Arabic and emoji need stay.
func Visible(s string) string {
	if !strings.ContainsFunc(s, hidden) && utf8.ValidString(s) {
		return s
	}
	return strings.Map(reveal, s)
}

// hidden reports whether r must not reach a screen as it is.
func hidden(r rune) bool {
	if ' ' <= r && r <= '~' {
		return false // nearly all
	}
	switch r {
	case '\u200c', '\u200d', '\u200e', '\u200f', '\u061c':
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

func reveal(r rune) rune {
	switch {
	case !hidden(r):
		return r
	case unicode.IsSpace(r):
		return ' '
	case r < 0x20:
		return '␀' + r
	case r == 0x7f:
		return '␡'
	default:
		return utf8.RuneError
	}
}

// longest is how many characters of one string people are shown: more than any sentence needs, and few
// enough that a cell of ten thousand can't bury a report.
const longest = 1000

// Visible is a copy of the Summary in which every string is [Visible] and cut after a thousand
// characters, for voices that people look at. It walks the value by its type, so that a field added later
// can't be forgotten.
func (s *Summary) Visible() *Summary {
	c := *s
	visible(reflect.ValueOf(&c).Elem())
	return &c
}

// Visible is a copy of the Comparison in which every string is made visible in the same way.
func (c *Comparison) Visible() *Comparison {
	v := *c
	visible(reflect.ValueOf(&v).Elem())
	return &v
}

// cut is s with an ellipsis in place of what is too long.
func cut(s string) string {
	n, last := 0, 0
	for i := range s {
		if n++; n == longest {
			last = i
		}
		if n > longest {
			return s[:last] + "…"
		}
	}
	return s
}

func visible(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if was := v.String(); was != "" {
			v.SetString(Visible(cut(was)))
		}
	case reflect.Struct:
		if n, ok := v.Interface().(DayNutrients); ok {
			v.Set(reflect.ValueOf(n.visible(func(list []DayNutrient) []DayNutrient {
				visible(reflect.ValueOf(&list).Elem())
				return list
			})))
			return
		}
		for i := range v.NumField() {
			visible(v.Field(i))
		}
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		c := reflect.New(v.Type().Elem())
		c.Elem().Set(v.Elem())
		visible(c.Elem())
		v.Set(c)
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		for i := range c.Len() {
			visible(c.Index(i))
		}
		v.Set(c)
	}
}
