package match

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPieces(t *testing.T) {
	p, err := readProse(proseCSV)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a sentence keeps only its foods", "For lunch today, I'm having a medium apple along with a cup of tea.", []string{"a medium apple", "a cup of tea"}},
		{"a name is left alone", "Breakfast tart", []string{"breakfast tart"}},
		{"a meal's name in front is no food", "Tonight's dinner includes a burrito", []string{"a burrito"}},
		{"a snack cake is a food", "For my snack, I had a snack cake", []string{"a snack cake"}},
		{"nothing is cut inside brackets", "smoothie (spinach, celery, banana)", []string{"smoothie (spinach, celery, banana)"}},
		{"a decimal comma and a decimal point hold", "1,5 l milk, 2.5 oz ham", []string{"1,5 l milk", "2.5 oz ham"}},
		{"bars and plus signs part foods", "huel(1)|bar(1) + milk", []string{"huel(1)", "bar(1)", "milk"}},
		{"an example isn't eaten", "1 cup hard cheese, such as Asiago, grated", []string{"1 cup hard cheese"}},
		{"a date is dropped", "Mixed vegetables Jan 7 2024", []string{"mixed vegetables"}},
		{"a time of day is dropped", "8:30 am toast and coffee", []string{"toast", "coffee"}},
		{"what was done before a food is no food", "I had oats and poured in a cup of milk", []string{"oats", "a cup of milk"}},
		{"on a bun may be a new food", "ham on a bun", []string{"ham", "a bun"}},
		{"two measures are one amount", "1 cup plus 2 tablespoons flour", []string{"1 cup plus 2 tablespoons flour"}},
		{"what is taken as needed isn't eaten", "1/4 cup oil, plus more for frying", []string{"1/4 cup oil"}},
		{"one food plus another", "1 egg plus 2 tablespoons mayo", []string{"1 egg", "2 tablespoons mayo"}},
		{"a meal that was made is no food", "I made a quick snack with a banana and a cup of milk", []string{"a banana", "a cup of milk"}},
		{"nor one that was put together or kept simple", "I put together a light lunch with 2 eggs, and I kept dinner simple with soup", []string{"2 eggs", "soup"}},
		{"eating something is no snack", "Snacking on a candied apple right now.", []string{"a candied apple"}},
		{"drinking is no food", "I ate two eggs and drank a cup of milk", []string{"two eggs", "a cup of milk"}},
		{"a name may hold a plus", "I had a bottle of Boost Plus", []string{"a bottle of boost plus"}},
		{"nothing gives nothing", " ,;. ", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, piece := range p.pieces(tt.text) {
				got = append(got, piece.text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("pieces(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestNotFood(t *testing.T) {
	for _, tt := range []struct {
		food, amount string
		none         bool
	}{
		{"Daily Sept 12", "1.00 Serving", true},
		{"Notes", "", true},
		{"Done", "", true},
		{"Standard breakfast", "", true},
		{"Multivitamin", "1 tablet", true},
		{"12", "", true},
		{"Breakfast burrito", "1", false},
		{"May apples", "", false},
		{"Multivitamin drink", "1 cup", false},
	} {
		if got := notFood(Query{tt.food, tt.amount}); got != "" != tt.none {
			t.Errorf("notFood(%q, %q) = %q", tt.food, tt.amount, got)
		}
	}
}
