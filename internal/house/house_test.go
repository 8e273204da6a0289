package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/nutrigap/nutrigap"

// source is one parsed Go file of the module.
type source struct {
	path  string // relative to the module, with slashes
	dir   string // the folder, "internal/match"
	file  *ast.File
	fset  *token.FileSet
	lines int
	test  bool
}

// sources parses every Go file of the module.
func sources(t *testing.T) []source {
	t.Helper()
	root := filepath.Join("..", "..")
	var all []source
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && rel != "." {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") {
			return nil
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, p, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		all = append(all, source{
			path: rel, dir: path.Dir(rel), file: f, fset: fset,
			lines: fset.File(f.Pos()).LineCount(),
			test:  strings.HasSuffix(rel, "_test.go"),
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("found only %d Go files under %s", len(all), root)
	}
	return all
}

// allowed says which rooms of the module each room may import. A room ending in "/*" stands for every
// folder directly below. Rooms at the edge never import each other.
var allowed = []struct {
	room    string
	imports []string
}{
	{"internal/nutrient", nil},
	{"internal/lang", []string{"internal/nutrient"}},
	{"internal/diary", []string{"internal/nutrient"}},
	{"internal/food", []string{"internal/nutrient"}},
	{"internal/reference", []string{"internal/nutrient", "internal/diary", "internal/lang"}},
	{"internal/pantry", []string{"internal/food", "internal/diary", "internal/nutrient"}},
	{"internal/match", []string{"internal/food", "internal/diary", "internal/nutrient"}},
	{"internal/intake", []string{"internal/match", "internal/food", "internal/diary", "internal/nutrient"}},
	{"internal/assess", []string{"internal/intake", "internal/reference", "internal/diary", "internal/nutrient"}},
	{"internal/symptom", []string{"internal/assess", "internal/intake", "internal/reference", "internal/diary", "internal/lang", "internal/nutrient"}},
	{"internal/associate", []string{"internal/assess", "internal/intake", "internal/diary", "internal/nutrient"}},
	{"internal/suggest", []string{"internal/assess", "internal/food", "internal/lang", "internal/nutrient"}},
	{"internal/report", []string{"internal/associate", "internal/symptom", "internal/assess", "internal/intake", "internal/match", "internal/reference", "internal/food", "internal/diary", "internal/lang", "internal/nutrient"}},
	{"internal/report/csv", []string{"internal/report/tidy", "internal/report"}},
	{"internal/report/xlsx", []string{"internal/report/tidy", "internal/report", "internal/lang"}},
	{"internal/report/typeface", nil},
	{"internal/report/chart", []string{"internal/report/typeface", "internal/report", "internal/lang", "internal/nutrient"}},
	{"internal/report/*", []string{"internal/report/chart", "internal/report/typeface", "internal/report", "internal/lang", "internal/nutrient"}},
	{"internal/dialect", []string{"internal/dialect/*", "internal/diary", "internal/nutrient"}},
	{"internal/dialect/*", []string{"internal/dialect/table", "internal/dialect/export", "internal/diary", "internal/nutrient"}},
	{"internal/store", []string{"internal/pantry", "internal/diary", "internal/food", "internal/nutrient"}},
	{"nutrientdb", []string{"internal/food", "internal/nutrient"}},
	{"nutrientdb/*", []string{"nutrientdb", "internal/food", "internal/nutrient"}},
	{"internal/app", []string{"internal/pantry", "internal/dialect", "internal/report", "internal/associate", "internal/suggest", "internal/symptom", "internal/assess", "internal/intake", "internal/match", "internal/reference", "internal/food", "internal/diary", "internal/lang", "internal/nutrient"}},
	{"internal/dialog", []string{"internal/app", "internal/pantry", "internal/report", "internal/food", "internal/nutrient"}},
	{"testdata/bench", []string{"nutrientdb", "internal/nutrient"}},
	{"internal/golden", nil},
	{"internal/house", nil},
}

func roomMatches(pattern, dir string) bool {
	if parent, ok := strings.CutSuffix(pattern, "/*"); ok {
		return path.Dir(dir) == parent
	}
	return pattern == dir
}

func TestImportsPointInwards(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || strings.HasPrefix(s.dir, "cmd/") || s.dir == "internal/match/fit" || s.dir == "internal/suggest/recipes" {
			continue
		}
		rule := -1
		for i, a := range allowed {
			if roomMatches(a.room, s.dir) {
				rule = i
				break
			}
		}
		if rule < 0 {
			t.Errorf("%s: the room %s is not in the plan of the house", s.path, s.dir)
			continue
		}
		for _, spec := range s.file.Imports {
			dir, inside := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), module+"/")
			if !inside {
				continue
			}
			ok := false
			for _, pattern := range allowed[rule].imports {
				ok = ok || roomMatches(pattern, dir)
			}
			if !ok {
				t.Errorf("%s imports %s, which its room may not", s.path, dir)
			}
		}
	}
}

// pure are the rooms that compute and never touch the world.
var pure = []string{"internal/nutrient", "internal/lang", "internal/diary", "internal/food", "internal/pantry", "internal/reference", "internal/match",
	"internal/intake", "internal/assess", "internal/symptom", "internal/associate", "internal/suggest", "internal/report"}

func TestPureRoomsTouchNothing(t *testing.T) {
	forbidden := []string{"os", "net", "net/http", "database/sql", "log", "log/slog"}
	for _, s := range sources(t) {
		if s.test || !slices.Contains(pure, s.dir) {
			continue
		}
		for _, spec := range s.file.Imports {
			if name := strings.Trim(spec.Path.Value, `"`); slices.Contains(forbidden, name) {
				t.Errorf("%s imports %s; its room only computes", s.path, name)
			}
		}
	}
}

func TestOnlyTheCommandTouchesTheProcess(t *testing.T) {
	// A generator is a command of its own: it may exit and print.
	programs := func(s source) bool { return s.file.Name.Name == "main" }
	calls := map[string]func(source) bool{
		"time.Now":    programs,
		"os.Exit":     programs,
		"fmt.Print":   programs,
		"fmt.Println": programs,
		"fmt.Printf":  programs,
		"log.Fatal":   programs,
	}
	exits := 0
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, ok := sel.X.(*ast.Ident)
			if !ok {
				return true
			}
			name := pkg.Name + "." + sel.Sel.Name
			if may, restricted := calls[name]; restricted && !may(s) {
				t.Errorf("%s: %s belongs to a command", s.fset.Position(n.Pos()), name)
			}
			if name == "os.Exit" && s.dir == "cmd/nutrigap" {
				exits++
			}
			return true
		})
		for _, decl := range s.file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: no init functions", s.fset.Position(f.Pos()))
			}
		}
	}
	if exits != 1 {
		t.Errorf("cmd/nutrigap calls os.Exit %d times, want once", exits)
	}
}

func TestSizes(t *testing.T) {
	const maxFile, maxFunc = 500, 60
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		if s.lines > maxFile {
			t.Errorf("%s has %d lines, more than %d", s.path, s.lines, maxFile)
		}
		for _, decl := range s.file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1
			if n > maxFunc {
				t.Errorf("%s: %s has %d lines, more than %d", s.path, f.Name.Name, n, maxFunc)
			}
		}
	}
}

func TestEverythingIsDocumented(t *testing.T) {
	documented := map[string]bool{}
	exported, missing := 0, 0
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		documented[s.dir] = documented[s.dir] || s.file.Doc != nil
		for _, decl := range s.file.Decls {
			for name, doc := range exports(decl) {
				exported++
				if !doc {
					missing++
					t.Logf("%s: %s has no doc comment", s.path, name)
				}
			}
		}
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("%s has no package comment", dir)
		}
	}
	if share := float64(missing) / float64(exported); share > 0.05 {
		t.Errorf("%d of %d exported names have no doc comment", missing, exported)
	}
}

// exports are the exported names that a declaration makes, and whether each is documented.
func exports(decl ast.Decl) map[string]bool {
	names := map[string]bool{}
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && receiverExported(d) {
			names[d.Name.Name] = d.Doc != nil
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() {
					names[s.Name.Name] = d.Doc != nil || s.Doc != nil
				}
			case *ast.ValueSpec:
				for _, n := range s.Names {
					if n.IsExported() {
						names[n.Name] = d.Doc != nil || s.Doc != nil || s.Comment != nil
					}
				}
			}
		}
	}
	return names
}

func receiverExported(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	id, ok := typ.(*ast.Ident)
	return !ok || id.IsExported()
}
