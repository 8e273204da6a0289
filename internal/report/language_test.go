package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/lang"
)

func TestAFinishedSummarySpeaksAnotherLanguage(t *testing.T) {
	iron := func(name string) []Cause { return []Cause{{Nutrient: "iron_mg", Name: name}} }
	summary := func(tag, iron1 string, causes []Cause) *Summary {
		return &Summary{
			Language:  tag,
			Nutrients: []Nutrient{{Key: "iron_mg", Name: iron1, Verdict: "as it was worded"}, {Key: "unobtainium_mg", Name: "unobtainium"}},
			OwnSymptoms: []OwnSymptom{{
				Supports: causes, Open: causes,
				Association: &Association{Pairs: []Coincidence{{Nutrient: "iron_mg", Name: iron1}}},
			}, {Against: causes}},
		}
	}
	s := summary("", "iron", iron("iron"))
	s.SpeakIn(lang.Of("de"))
	if d := cmp.Diff(summary("de", "Eisen", iron("Eisen")), s); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if got := s.NameOf("zinc_mg"); got != "Zink" {
		t.Errorf("a nutrient that the Summary lacks is called %q", got)
	}
}
