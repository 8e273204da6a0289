package store_test

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/store"
)

func march(day int) diary.Date { return diary.Date{Year: 2026, Month: time.March, Day: day} }

func eaten(day int, food string) *diary.Entry {
	return &diary.Entry{Date: march(day), Food: food}
}

func TestEntriesComeByDateThenFileThenLine(t *testing.T) {
	db := open(t)
	mustImport(t, db, source("b.csv"), reader(eaten(3, "b1"), eaten(1, "b2"), eaten(3, "b3")))
	mustImport(t, db, source("a.csv"), reader(eaten(5, "a1"), eaten(3, "a2"), eaten(1, "a3")))
	for _, c := range []struct {
		name     string
		from, to diary.Date
		want     []string
	}{
		{"everything", diary.Date{}, diary.Date{}, []string{"b2", "a3", "b1", "b3", "a2", "a1"}},
		{"both limits are included", march(1), march(3), []string{"b2", "a3", "b1", "b3", "a2"}},
		{"no last day", march(2), diary.Date{}, []string{"b1", "b3", "a2", "a1"}},
		{"no first day", diary.Date{}, march(2), []string{"b2", "a3"}},
		{"a day without entries", march(4), march(4), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for e, err := range db.Entries(t.Context(), c.from, c.to) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, e.Food)
			}
			if diff := gocmp.Diff(c.want, got); diff != "" {
				t.Errorf("foods (-want +got)\n%s", diff)
			}
		})
	}
}

func TestReadingStopsWhenNobodyWantsMore(t *testing.T) {
	db := open(t)
	mustImport(t, db, source("march.csv"), &generated{n: 1000})
	for e, err := range db.Entries(t.Context(), diary.Date{}, diary.Date{}) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Pos.Line == 3 {
			break
		}
	}
	mustImport(t, db, source("april.csv"), &generated{n: 10}) // nothing holds the diary any more
}

func TestADiaryCanBeWrittenWhileItIsRead(t *testing.T) {
	db := open(t)
	mustImport(t, db, source("march.csv"), &generated{n: 200})
	n := 0
	for _, err := range db.Entries(t.Context(), diary.Date{}, diary.Date{}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 50 {
			mustImport(t, db, source("april.csv"), &generated{n: 200})
		}
	}
	if n != 200 {
		t.Errorf("%d entries, want the 200 that were there when reading began", n)
	}
}

func TestLastLoggedDays(t *testing.T) {
	db := open(t)
	span := func(n int) string {
		from, to, days, err := db.LastLoggedDays(t.Context(), n)
		if err != nil {
			t.Fatal(err)
		}
		if days == 0 {
			return "none"
		}
		return fmt.Sprint(from, " ", to, " ", days)
	}
	if got := span(7); got != "none" {
		t.Errorf("empty diary: %s, want none", got)
	}
	mustImport(t, db, source("a.csv"), reader(eaten(1, "egg"), eaten(9, "egg"), eaten(9, "tea"), eaten(20, "egg")))
	mustImport(t, db, source("b.csv"), reader(eaten(9, "egg"), eaten(21, "egg")))
	for n, want := range map[int]string{
		-1: "none",
		0:  "none",
		1:  "2026-03-21 2026-03-21 1",
		3:  "2026-03-09 2026-03-21 3",
		7:  "2026-03-01 2026-03-21 4",
	} {
		if got := span(n); got != want {
			t.Errorf("last %d days: %s, want %s", n, got, want)
		}
	}
}

// alter runs a statement on a closed diary, as another version of this program might have done.
func alter(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

func TestANutrientOfAnotherVersionIsLeftOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.db")
	want := eaten(1, "egg")
	want.Pos = diary.Pos{File: "march.csv", Line: 2}
	want.Nutrients[nutrient.Iron] = nutrient.Of(1.2)
	want.Nutrients[nutrient.Zinc] = nutrient.Of(0.9)
	db, err := store.Open(t.Context(), path, clock)
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, db, source("march.csv"), reader(want))
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	alter(t, path, `
		UPDATE recorded SET nutrients = replace(nutrients, 'iron_mg', 'iodine_mcg');
		UPDATE day SET checksum = NULL`)
	want.Nutrients[nutrient.Iron] = nutrient.Quantity{State: nutrient.NotRecorded}
	if diff := gocmp.Diff([]*diary.Entry{want}, entries(t, openAt(t, path))); diff != "" {
		t.Errorf("entries (-want +got)\n%s", diff)
	}
}

func TestValuesThatDoNotFitAreDamage(t *testing.T) {
	for name, blob := range map[string]string{
		"fewer bits than nutrients": `x'ff'`,
		"bits without values":       `x'ffffffffff'`,
		"values without bits":       `x'00000000000102030405060708'`,
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "diary.db")
			db, err := store.Open(t.Context(), path, clock)
			if err != nil {
				t.Fatal(err)
			}
			mustImport(t, db, source("march.csv"), reader(eaten(1, "egg")))
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			alter(t, path, `UPDATE entry SET measured = `+blob)
			for _, err := range openAt(t, path).Entries(t.Context(), diary.Date{}, diary.Date{}) {
				if !errors.Is(err, store.ErrDamaged) {
					t.Errorf("error %v, want %v", err, store.ErrDamaged)
				}
			}
		})
	}
}

func BenchmarkEntries(b *testing.B) {
	const n = 100_000
	db := open(b)
	mustImport(b, db, source("march.csv"), &generated{n: n})
	for b.Loop() {
		got := 0
		for _, err := range db.Entries(b.Context(), diary.Date{}, diary.Date{}) {
			if err != nil {
				b.Fatal(err)
			}
			got++
		}
		if got != n {
			b.Fatalf("%d entries, want %d", got, n)
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "entries/s")
}
