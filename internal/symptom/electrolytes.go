package symptom

import (
	"slices"

	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// electrolyteRow is a sentence about salts and water, and what brings it up.
type electrolyteRow struct {
	About  string `csv:"about"` // a condition or a symptom, or "always" where anything does
	Text   string `csv:"text"`  // empty for a symptom, which brings up the others
	Source string `csv:"source"`
}

func readElectrolytes(b *Book) (err error) {
	b.electrolytes, err = read[electrolyteRow]("electrolytes.csv")
	for i := range b.electrolytes {
		b.electrolytes[i].Text = b.lang.T(b.electrolytes[i].Text)
	}
	return err
}

// Electrolytes are the nutrients that belong together in nerves and muscles: salts, and water.
func Electrolytes() []nutrient.ID {
	return []nutrient.ID{nutrient.Sodium, nutrient.Potassium, nutrient.Calcium, nutrient.Magnesium, nutrient.Water}
}

// severalLow is how many of the [Electrolytes] have to be low to be worth a word together: most of them.
const severalLow = 3

// OnElectrolytes is what there is to say of salts and water to a person: what concerns their illness and
// medicines first. It is empty where nothing brings it up: none of those, no symptom that is tied to them (by
// the worst severity of each), and less than most of them low.
func (b *Book) OnElectrolytes(p *diary.Person, severities map[string]int, low int) []string {
	var own, always []string
	matters := low >= severalLow
	for _, r := range b.electrolytes {
		switch {
		case r.About == "always":
			always = append(always, r.Text)
		case p.Has(diary.Condition(r.About)):
			own = append(own, r.Text)
		case severities[r.About] > 0:
			matters = true
		}
	}
	if !matters && len(own) == 0 {
		return nil
	}
	return slices.Concat(own, always)
}
