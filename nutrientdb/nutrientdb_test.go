package nutrientdb

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
)

func TestDigestIsThatOfTheEmbeddedTable(t *testing.T) {
	table, err := files.ReadFile("nutrients.sqlite")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(table)
	if got, want := hex.EncodeToString(sum[:]), Digest(); got != want {
		t.Errorf("embedded table has SHA-256 %s, the manifest says %s", got, want)
	}
}

func BenchmarkOpenAndFood(b *testing.B) {
	for b.Loop() {
		db, err := Open()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := db.Food(b.Context(), "11111000"); err != nil {
			b.Fatal(err)
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNames(b *testing.B) {
	db := open(b)
	for b.Loop() {
		for _, err := range db.Names(b.Context()) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	db := open(b)
	for b.Loop() {
		if _, err := db.Search(b.Context(), "chicken breast", 20); err != nil {
			b.Fatal(err)
		}
	}
}

func open(tb testing.TB) *DB {
	tb.Helper()
	db, err := Open()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	return db
}
