package report

import (
	"testing"

	"github.com/nutrigap/nutrigap/internal/lang"
)

func TestFactsInWords(t *testing.T) {
	v := func(x float64) *float64 { return &x }
	for _, tt := range []struct {
		name                              string
		n                                 Nutrient
		references, confidence, sure, est string
	}{
		{
			"a tested nutrient",
			Nutrient{Key: "magnesium_mg", Target: v(320), TargetKind: "RDA", EAR: v(265), EARKind: "EAR", Source: "IOM 1997", Mean: v(200), Best: v(240), Adequate: v(0.4), AdequateLow: v(0.1)},
			"RDA 320 mg, EAR 265 mg (IOM 1997)", "60% to 90% sure to be too little", "40%", "about 240 mg with what is not known",
		},
		{
			"all known",
			Nutrient{Key: "magnesium_mg", Target: v(320), TargetKind: "PRI", Mean: v(200), Best: v(200), Adequate: v(1), AdequateLow: v(1)},
			"PRI 320 mg", "99% sure to be enough", "99%", "",
		},
		{
			"two ends on two sides",
			Nutrient{Key: "magnesium_mg", Adequate: v(0.7), AdequateLow: v(0.3)}, "", "30% to 70% sure to be enough", "70%", "",
		},
		{
			"an AI and a limit",
			Nutrient{Key: "sodium_mg", Target: v(1500), TargetKind: "AI", CDRR: v(2300), CDRRKind: "CDRR", AboveAI: v(0), Within: v(0.7)},
			"AI 1,500 mg, CDRR 2,300 mg", "1% sure to be above the AI, 70% sure to be below the limit", "1%", "",
		},
		{"no test", Nutrient{Key: "vitamin_d_mcg", Target: v(15), TargetKind: "RDA"}, "RDA 15 µg", "", Dash, ""},
		{"no target", Nutrient{Key: "caffeine_mg", Mean: v(80)}, "", "", Dash, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, c := range []struct{ what, got, want string }{
				{"references", tt.n.References(lang.English()), tt.references}, {"confidence", tt.n.Confidence(lang.English()), tt.confidence},
				{"sure", tt.n.Sure(lang.English()), tt.sure}, {"estimate", tt.n.Estimate(lang.English()), tt.est},
			} {
				if c.got != c.want {
					t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
				}
			}
		})
	}
}
