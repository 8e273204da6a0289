package json

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

// object keeps the order of its fields when it is written.
type object []field

type field struct {
	key   string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(f.key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(f.value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// The schema says of every field what the comment beside it says, so that the two can't disagree.
func TestSchemaIsMadeFromTheTypes(t *testing.T) {
	m := &maker{comments: comments(t)}
	root := m.object(reflect.TypeFor[report.Summary]())
	made := append(object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "https://github.com/nutrigap/nutrigap/blob/main/internal/report/json/schema.json"},
		{"title", "A report of nutrigap"},
	}, root...)
	made = append(made, field{"$defs", m.defs})
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(made); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "schema.json", b.Bytes())
}

// maker makes the schema of types.
type maker struct {
	comments map[string]string // by "Type" and "Type.Field"
	defs     object
}

func (m *maker) object(of reflect.Type) object {
	var properties object
	required := []string{}
	for i := range of.NumField() {
		f := of.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		value := m.of(f.Type)
		if text := m.comments[of.Name()+"."+f.Name]; text != "" {
			value = append(value, field{"description", text})
		}
		if name == "schema" {
			value = append(value, field{"const", report.Schema})
		}
		properties = append(properties, field{name, value})
		if options != "omitempty" {
			required = append(required, name)
		}
	}
	return object{
		{"description", m.comments[of.Name()]}, {"type", "object"}, {"properties", properties}, {"required", required},
	}
}

func (m *maker) of(t reflect.Type) object {
	if t == reflect.TypeFor[report.DayNutrients]() {
		t = reflect.TypeFor[[]report.DayNutrient]() // as which it is written
	}
	switch t.Kind() {
	case reflect.String:
		return object{{"type", "string"}}
	case reflect.Bool:
		return object{{"type", "boolean"}}
	case reflect.Int:
		return object{{"type", "integer"}}
	case reflect.Float64:
		return object{{"type", "number"}}
	case reflect.Slice:
		return object{{"type", "array"}, {"items", m.of(t.Elem())}}
	case reflect.Pointer:
		of := m.of(t.Elem())
		if t.Elem().Kind() == reflect.Struct {
			return object{{"anyOf", []any{of, object{{"type", "null"}}}}}
		}
		return object{{"type", []any{of[0].value, "null"}}}
	case reflect.Struct:
		m.define(t)
		return object{{"$ref", "#/$defs/" + t.Name()}}
	}
	panic("a report has no " + t.Kind().String())
}

func (m *maker) define(t reflect.Type) {
	for _, d := range m.defs {
		if d.key == t.Name() {
			return
		}
	}
	at := len(m.defs)
	m.defs = append(m.defs, field{t.Name(), nil}) // before its fields, which may need it too
	m.defs[at].value = m.object(t)
}

// comments are what the source says of the types of a Summary and of their fields.
func comments(t *testing.T) map[string]string {
	names, err := filepath.Glob(filepath.Join("..", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			d, ok := n.(*ast.GenDecl)
			if !ok || d.Tok != token.TYPE {
				return true
			}
			for _, spec := range d.Specs {
				typ := spec.(*ast.TypeSpec)
				fields, ok := typ.Type.(*ast.StructType)
				if !ok {
					continue
				}
				all[typ.Name.Name] = sentence(d.Doc)
				for _, f := range fields.Fields.List {
					for _, name := range f.Names {
						all[typ.Name.Name+"."+name.Name] = strings.TrimSpace(sentence(f.Doc) + " " + sentence(f.Comment))
					}
				}
			}
			return false
		})
	}
	return all
}

// sentence is a comment in one line.
func sentence(c *ast.CommentGroup) string { return strings.Join(strings.Fields(c.Text()), " ") }

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(s *jsonschema.Schema, content []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

func TestStoredSummariesAreOfTheSchema(t *testing.T) {
	schema := compiled(t)
	for _, name := range reporttest.Names() {
		if err := validate(schema, write(t, reporttest.Load(t, name))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnySummaryIsOfTheSchema(t *testing.T) {
	schema, summaries := compiled(t), reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		if err := validate(schema, write(t, summaries.Draw(t, "summary"))); err != nil {
			t.Fatal(err)
		}
	})
}

// The schema lets a report grow, but no field be another than it says.
func TestSchemaRefusesWhatIsNoReport(t *testing.T) {
	schema := compiled(t)
	good := string(write(t, reporttest.Load(t, "one-day")))
	if err := validate(schema, []byte(strings.Replace(good, "{", `{"from_the_future": 1,`, 1))); err != nil {
		t.Errorf("a report with one more field: %v", err)
	}
	for claim, damaged := range map[string]string{
		"a newer shape":                 strings.Replace(good, `"schema": 1`, `"schema": 2`, 1),
		"a text where a number stands":  strings.Replace(good, `"age_years": null`, `"age_years": "old"`, 1),
		"a field that is missing":       strings.Replace(good, `"days":`, `"dayz":`, 1),
		"unknown as a missing number":   strings.Replace(good, `"mean_intake"`, `"mean"`, 1),
		"a list that is null":           `{"schema": 1, "days": null}`,
		"something else, and valid too": `[]`,
	} {
		if damaged == good {
			t.Errorf("%s: nothing was damaged", claim)
		}
		if validate(schema, []byte(damaged)) == nil {
			t.Errorf("%s is of the schema", claim)
		}
	}
}
