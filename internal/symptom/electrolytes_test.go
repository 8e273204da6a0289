package symptom

import (
	"slices"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/diary"
)

func TestEveryElectrolyteRowIsReached(t *testing.T) {
	b := load(t)
	for _, r := range table[electrolyteRow](t, "electrolytes.csv") {
		if r.Source == "" {
			t.Errorf("%s has no source", r.About)
		}
		var notes []string
		switch {
		case r.About == "always":
			notes = b.OnElectrolytes(with(), nil, severalLow)
		case slices.Contains(diary.Conditions(), diary.Condition(r.About)):
			notes = b.OnElectrolytes(with(diary.Condition(r.About)), nil, 0)
			if notes[0] != r.Text {
				t.Errorf("%s: first comes %q", r.About, notes[0])
			}
		default:
			if w, err := b.Named(r.About); err != nil || w.Key != r.About || r.Text != "" {
				t.Errorf("%+v is about no symptom: %v", r, err)
			}
			notes = b.OnElectrolytes(with(), map[string]int{r.About: 1}, 0)
		}
		if len(notes) == 0 || r.Text != "" && !slices.Contains(notes, r.Text) {
			t.Errorf("%+v is not said: %q", r, notes)
		}
	}
}

func TestElectrolytesStayQuietWhereNothingBringsThemUp(t *testing.T) {
	b := load(t)
	if notes := b.OnElectrolytes(with(diary.Statin), map[string]int{"cramps": 0, "joint_pain": 9}, severalLow-1); len(notes) > 0 {
		t.Errorf("said without a reason: %q", notes)
	}
}

func TestElectrolytesSayWhatIsDangerous(t *testing.T) {
	notes := strings.Join(load(t).OnElectrolytes(with(), map[string]int{"cramps": 3}, 0), " ")
	for _, want := range []string{"rarely comes from food alone", "very much water is no help", "can be deadly", "Only a blood test"} {
		if !strings.Contains(notes, want) {
			t.Errorf("it is not said that %q: %s", want, notes)
		}
	}
}
