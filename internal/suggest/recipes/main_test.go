package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRecipesAreFresh(t *testing.T) {
	var got bytes.Buffer
	err := run(filepath.Join("..", "..", "..", "..", "shared", "data", "usda"), &got)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("../shared is not there; nothing to make recipes.csv of")
	}
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("..", "recipes.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("recipes.csv is stale: go run ./internal/suggest/recipes -src DIR\n%s", diff)
	}
}

func TestRecipes(t *testing.T) {
	const table = `Food code,Main food description,WWEIA Category number,WWEIA Category description,Seq num,Ingredient code,Ingredient description,Ingredient weight (g),Retention code,Moisture change (%)
75000001,"Carrots, cooked, with table fat",6409,Carrots,1,11124,"Carrots, raw",98,0,-20
75000001,"Carrots, cooked, with table fat",6409,Carrots,2,81000001,"Spread",1,0,-20
75000001,"Carrots, cooked, with table fat",6409,Carrots,3,2047,"Salt, table",1,0,-20
81000001,Spread,8002,Butter and animal fats,1,1001,"Butter, salted",100,0,0
11000009,"Milk, human",9602,Human milk,1,1107,"Milk, human, mature, fluid",100,0,0
`
	book, err := readRecipes(strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := book.write(&out); err != nil {
		t.Fatal(err)
	}
	// 1 g of salt in 100 g that cooking makes 80 g of has 387.58 mg of sodium: 484 mg in 100 g.
	const want = "code,holds,salt_sodium_mg,source\n75000001,milk,484,FNDDS 2021-2023\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}
