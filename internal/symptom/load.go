package symptom

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"sync"

	"github.com/gocarina/gocsv"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

//go:embed data/*.csv
var data embed.FS

// Load reads the data files, in English.
func Load() (*Book, error) { return In(lang.English()) }

// In reads the data files and puts their sentences into a language, once for each.
func In(l *lang.Language) (*Book, error) {
	book, _ := books.LoadOrStore(l, sync.OnceValues(func() (*Book, error) { return newBook(l) }))
	return book.(func() (*Book, error))()
}

var books sync.Map // of *lang.Language to func() (*Book, error)

func newBook(l *lang.Language) (*Book, error) {
	b := &Book{lang: l, texts: map[textKey]string{}, about: map[string]interactionRow{}}
	for _, file := range []func(*Book) error{readTexts, readLinks, readNotes, readFoods, readFlags, readConditions, readElectrolytes, readQuestions, readPairings} {
		if err := file(b); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// The rows of the data files, all text.
type (
	symptomRow struct {
		Symptom string `csv:"symptom"`
		Name    string `csv:"name"`
		Source  string `csv:"source"`
	}
	linkRow struct {
		Nutrient  string `csv:"nutrient"`
		Symptom   string `csv:"symptom"`
		Clinical  string `csv:"clinical"`
		LowIntake string `csv:"low_intake"`
		Urgency   string `csv:"urgency"`
		Text      string `csv:"text"`
		Verified  string `csv:"verified"`
		Source    string `csv:"source"`
	}
	interactionRow struct {
		Nutrient string `csv:"nutrient"`
		With     string `csv:"with"`
		Effect   string `csv:"effect"`
		Text     string `csv:"text"`
		Source   string `csv:"source"`
	}
	foodRow struct {
		Nutrient string `csv:"nutrient"`
		Food     string `csv:"food"`
		Code     string `csv:"code"`
		Diet     string `csv:"diet"`
		Source   string `csv:"source"`
	}
	flagRow struct {
		ID        string `csv:"id"`
		Urgency   string `csv:"urgency"`
		Withholds string `csv:"withholds"`
		Text      string `csv:"text"`
		Source    string `csv:"source"`
	}
	textRow struct {
		Key      string `csv:"key"`
		Nutrient string `csv:"nutrient"`
		Text     string `csv:"text"`
		Source   string `csv:"source"`
	}
)

// read decodes one data file.
func read[Row any](name string) ([]Row, error) {
	file, err := data.ReadFile("data/" + name)
	if err != nil {
		return nil, err
	}
	var rows []Row
	if err := gocsv.UnmarshalBytes(file, &rows); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

// byNutrient reads a data file and hands its rows on with their nutrient.
func byNutrient[Row any](name string, key func(Row) string, use func(nutrient.ID, Row)) error {
	rows, err := read[Row](name)
	if err != nil {
		return err
	}
	for i, row := range rows {
		id, ok := nutrient.ByKey(key(row))
		if !ok {
			return fmt.Errorf("%s: row %d: nutrient %q is not known", name, i+1, key(row))
		}
		use(id, row)
	}
	return nil
}

func readTexts(b *Book) error {
	rows, err := read[textRow]("texts.csv")
	for _, r := range rows {
		b.texts[textKey{r.Key, r.Nutrient}] = b.lang.T(r.Text)
	}
	return err
}

func readLinks(b *Book) error {
	symptoms, err := read[symptomRow]("symptoms.csv")
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, s := range symptoms {
		names[s.Symptom] = b.lang.T(s.Name)
		b.words = append(b.words, Word{s.Symptom, names[s.Symptom]})
	}
	err = byNutrient("links.csv", func(r linkRow) string { return r.Nutrient }, func(id nutrient.ID, r linkRow) {
		b.links[id] = append(b.links[id], Link{
			Nutrient: id, Symptom: r.Symptom, Name: names[r.Symptom],
			Clinical: Evidence(r.Clinical), LowIntake: Evidence(r.LowIntake), Urgency: r.Urgency,
			Text: b.lang.T(r.Text), Verified: r.Verified == "yes", Source: r.Source,
		})
	})
	for id := range b.links {
		slices.SortStableFunc(b.links[id], compareLinks)
	}
	return err
}

// compareLinks puts the best evidence first.
func compareLinks(x, y Link) int {
	return cmp.Or(cmp.Compare(rank(x.LowIntake), rank(y.LowIntake)), cmp.Compare(rank(x.Clinical), rank(y.Clinical)))
}

func rank(e Evidence) int { return slices.Index([]Evidence{Strong, Moderate, Conflicting, Limited}, e) }

// readNotes puts the notes of a nutrient in order: what can be dangerous first, then the one caveat.
func readNotes(b *Book) error {
	var rows [nutrient.Count][]interactionRow
	for _, id := range nutrient.All() {
		if text, ok := b.texts[textKey{"caveat", id.Key()}]; ok {
			rows[id] = append(rows[id], interactionRow{Effect: "caveat", Text: text})
		}
	}
	err := byNutrient("interactions.csv", func(r interactionRow) string { return r.Nutrient }, func(id nutrient.ID, r interactionRow) {
		rows[id] = append(rows[id], r)
	})
	order := []string{"danger", "caveat", "helps", "hinders", "need", "medicine"}
	for id := range rows {
		slices.SortStableFunc(rows[id], func(x, y interactionRow) int {
			return cmp.Compare(slices.Index(order, x.Effect), slices.Index(order, y.Effect))
		})
		for _, r := range rows[id] {
			r.Text = b.lang.T(r.Text) // a caveat is translated already, and stays as it is
			b.notes[id] = append(b.notes[id], r.Text)
			b.about[r.Text] = r
		}
	}
	return err
}

func readFoods(b *Book) error {
	return byNutrient("sources.csv", func(r foodRow) string { return r.Nutrient }, func(id nutrient.ID, r foodRow) {
		b.foods[id] = append(b.foods[id], Food{Name: b.lang.T(r.Food), Code: r.Code, Diet: r.Diet})
	})
}

func readFlags(b *Book) error {
	rows, err := read[flagRow]("redflags.csv")
	for _, r := range rows {
		r.Text = b.lang.T(r.Text)
		b.flags = append(b.flags, RedFlag(r))
	}
	order := []string{"emergency", "urgent", "see_doctor_soon", "see_doctor", "suppress_advice"}
	slices.SortStableFunc(b.flags, func(x, y RedFlag) int {
		return cmp.Compare(slices.Index(order, x.Urgency), slices.Index(order, y.Urgency))
	})
	return err
}
