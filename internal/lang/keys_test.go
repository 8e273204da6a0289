package lang

import (
	"encoding/csv"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// key is a text that reports use, with its plural where it has one, and the files that use it.
type key struct {
	text, many string
	files      []string
}

// keys are the texts of the whole repository, in the order of the files and of what stands in them.
type keys struct {
	all   []*key
	index map[string]*key
}

func (k *keys) add(file, text, many string) {
	if text == "" {
		return
	}
	if k.index == nil {
		k.index = map[string]*key{}
	}
	known := k.index[text]
	if known == nil {
		known = &key{text: text}
		k.index[text] = known
		k.all = append(k.all, known)
	}
	if many != "" {
		known.many = many
	}
	if !slices.Contains(known.files, file) {
		known.files = append(known.files, file)
	}
}

// dataTexts are the columns of data files whose texts people read. The English text stays beside its source.
var dataTexts = []struct {
	file    string
	columns []string
}{
	{"internal/symptom/data/texts.csv", []string{"text"}},
	{"internal/symptom/data/links.csv", []string{"text"}},
	{"internal/symptom/data/interactions.csv", []string{"text"}},
	{"internal/symptom/data/redflags.csv", []string{"text"}},
	{"internal/symptom/data/electrolytes.csv", []string{"text"}},
	{"internal/symptom/data/questions.csv", []string{"text"}},
	{"internal/symptom/data/symptoms.csv", []string{"name"}},
	{"internal/symptom/data/sources.csv", []string{"food"}},
	{"internal/reference/data/left_out.csv", []string{"reason"}},
	{"internal/suggest/texts.csv", []string{"text"}},
}

var root = filepath.Join("..", "..")

// repositoryKeys gathers every text: out of the calls in Go files, the templates, the data files, and the
// names that are made up when they are used.
func repositoryKeys(t *testing.T) *keys {
	t.Helper()
	k := &keys{}
	packages := map[string][]string{}
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || len(d.Name()) > 2 && d.Name()[0] == '.'):
			return filepath.SkipDir
		case strings.HasSuffix(p, "_test.go"):
		case filepath.Ext(p) == ".go", filepath.Ext(p) == ".html":
			packages[filepath.Dir(p)] = append(packages[filepath.Dir(p)], p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range nutrient.All() {
		k.add("internal/nutrient/nutrient.go", id.Name(), "")
	}
	for _, d := range dataTexts {
		for _, text := range column(t, d.file, d.columns) {
			k.add(d.file, text, "")
		}
	}
	dirs := []string{}
	for dir := range packages {
		dirs = append(dirs, dir)
	}
	slices.Sort(dirs)
	for _, dir := range dirs {
		k.addPackage(t, packages[dir])
	}
	for day := range 7 {
		name := time.Weekday((day + 1) % 7).String()
		k.add("internal/lang/date.go", name, "")
		k.add("internal/lang/date.go", name[:3], "")
	}
	for month := range 12 {
		name := time.Month(month + 1).String()
		k.add("internal/lang/date.go", name, "")
		k.add("internal/lang/date.go", name[:3], "")
	}
	return k
}

// column reads the texts of some columns of a data file.
func column(t *testing.T, file string, columns []string) []string {
	t.Helper()
	f, err := os.Open(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	var texts []string
	for _, name := range columns {
		at := slices.Index(rows[0], name)
		if at < 0 {
			t.Fatalf("%s has no column %q", file, name)
		}
		for _, row := range rows[1:] {
			texts = append(texts, row[at])
		}
	}
	return texts
}

// inTemplate finds the calls of a template: {{.T "Days"}}, {{$.Tf "%d counted" .N}}.
var inTemplate = regexp.MustCompile(`\.(?:T|Tf) ("(?:[^"\\]|\\.)*")|\.N ("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*")`)

// addPackage adds the texts of the files of one folder.
func (k *keys) addPackage(t *testing.T, files []string) {
	t.Helper()
	fset := token.NewFileSet()
	parsed := map[string]*ast.File{}
	constants := map[string]string{}
	for _, p := range files {
		if filepath.Ext(p) == ".html" {
			continue
		}
		f, err := parser.ParseFile(fset, p, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		parsed[p] = f
		gatherConstants(f, constants)
	}
	for _, p := range files {
		name, err := filepath.Rel(root, p)
		if err != nil {
			t.Fatal(err)
		}
		name = filepath.ToSlash(name)
		if f := parsed[p]; f != nil {
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					k.addCall(name, call, constants)
				}
				return true
			})
			continue
		}
		content, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range inTemplate.FindAllStringSubmatch(string(content), -1) {
			k.add(name, unquoted(m[1])+unquoted(m[2]), unquoted(m[3]))
		}
	}
}

func unquoted(literal string) string {
	s, _ := strconv.Unquote(literal) // "" of a group that took no part
	return s
}

// gatherConstants notes the texts of constants.
func gatherConstants(f *ast.File, constants map[string]string) {
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for i, name := range spec.Names {
			if i < len(spec.Values) {
				if s, ok := textOf(spec.Values[i], constants); ok {
					constants[name.Name] = s
				}
			}
		}
		return true
	})
}

// addCall adds the texts of l.T, l.Tf, l.N and lang.Mark.
func (k *keys) addCall(file string, call *ast.CallExpr, constants map[string]string) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	texts := 1
	switch name {
	case "T", "Tf", "Mark":
	case "N":
		texts = 2
	default:
		return
	}
	if len(call.Args) < texts {
		return
	}
	text, ok := textOf(call.Args[0], constants)
	if !ok {
		return
	}
	many := ""
	if texts == 2 {
		many, _ = textOf(call.Args[1], constants)
	}
	k.add(file, text, many)
}

// textOf is what a literal, a constant, or a sum of them stands for.
func textOf(e ast.Expr, constants map[string]string) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.Ident:
		s, ok := constants[e.Name]
		return s, ok
	case *ast.BinaryExpr:
		x, okX := textOf(e.X, constants)
		y, okY := textOf(e.Y, constants)
		return x + y, okX && okY && e.Op == token.ADD
	}
	return "", false
}
