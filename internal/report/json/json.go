// Package json writes a Summary as JSON and reads it back: the shape that other programs rely on, and
// that a report can be replayed from in another format.
//
// Its rule: what is read back is what was written, and an empty list is [], never null. It refuses to
// read a newer shape than it knows, and to guess at anything that is no report.
package json

import (
	"bytes"
	_ "embed" // the schema
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/nutrigap/nutrigap/internal/report"
)

// schema is made from the types of the report by go test ./internal/report/json -update.
//
//go:embed schema.json
var schema []byte

// Schema is the JSON Schema (draft 2020-12) of what [Write] writes.
func Schema() []byte { return bytes.Clone(schema) }

// Options is how JSON is written; there is nothing to choose yet.
type Options struct{}

// Write writes s as indented JSON with a line break at the end. The only errors are those of w, and a
// number that JSON has no word for (NaN, infinity).
func Write(w io.Writer, s *report.Summary, _ Options) error {
	var b bytes.Buffer // so that a number without a word leaves nothing half written
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(withLists(*s)); err != nil {
		return fmt.Errorf("report as JSON: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// Read reads one Summary that [Write] wrote, of this shape or an older one. Fields that it doesn't know
// are passed over, because the shape may grow. The error of a damaged file names the line.
func Read(r io.Reader) (*report.Summary, error) {
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var s report.Summary
	if err := json.Unmarshal(content, &s); err != nil {
		return nil, located(content, err)
	}
	switch {
	case s.Schema < 1:
		return nil, errors.New(`no report: "schema" is missing`)
	case s.Schema > report.Schema:
		return nil, fmt.Errorf("schema %d is newer than the %d that this program reads", s.Schema, report.Schema)
	}
	s = withLists(s)
	return &s, nil
}

// located puts the line of the input in front of what encoding/json complains about.
func located(content []byte, err error) error {
	line := func(offset int64) int {
		before := content[:min(max(offset, 0), int64(len(content)))]
		return 1 + bytes.Count(before, []byte("\n"))
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case len(bytes.TrimSpace(content)) == 0:
		return errors.New("no report: the file is empty")
	case errors.As(err, &syntax):
		return fmt.Errorf("line %d: not JSON: %w", line(syntax.Offset), err)
	case errors.As(err, &kind):
		reason := fmt.Errorf("%s: a %s stands where a report has type %s", kind.Field, kind.Value, kind.Type)
		if kind.Offset < 0 {
			return reason // inside a list that reads itself
		}
		return fmt.Errorf("line %d: %w", line(kind.Offset), reason)
	default:
		return err
	}
}

// withLists is s with an empty list in place of every missing one, but for those that a report may lack. The lists
// of s stay untouched. It walks the value by its type, so that a field added later can't be forgotten.
func withLists(s report.Summary) report.Summary {
	fill(reflect.ValueOf(&s).Elem(), false)
	return s
}

func fill(v reflect.Value, mayLack bool) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[report.DayNutrients]() {
			return // writes its list itself
		}
		for i := range v.NumField() {
			fill(v.Field(i), strings.Contains(v.Type().Field(i).Tag.Get("json"), ",omitempty"))
		}
	case reflect.Pointer:
		if !v.IsNil() && v.Type().Elem().Kind() == reflect.Struct {
			c := reflect.New(v.Type().Elem())
			c.Elem().Set(v.Elem())
			fill(c.Elem(), false)
			v.Set(c)
		}
	case reflect.Slice:
		if v.IsNil() && mayLack {
			return
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		for i := range c.Len() {
			fill(c.Index(i), false)
		}
		v.Set(c)
	}
}
