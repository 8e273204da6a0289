package reference

import (
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// ironStep is one line of the probability table: up to an intake, the chance that it is too little.
type ironStep struct {
	upTo   nutrient.Quantity // mg a day, inclusive; unknown in the last line, which has no end
	chance nutrient.Quantity // 0 to 1
}

type ironLine struct {
	UpTo        string `csv:"up_to_mg"`
	Probability string `csv:"probability"`
}

func (l ironLine) row() (s ironStep, err error) {
	return s, numbers(cell{l.UpTo, &s.upTo}, cell{l.Probability, &s.chance})
}

// ironFrom is the age, in months, from which the iron table holds.
const ironFrom = adult

// ironAbsorption is how many times as much iron a diet without meat has to hold (IOM 2001).
const ironAbsorption = 1.8

// IronShort is the chance, 0 to 1, that a usual intake of iron, in mg a day, is too little for an adult who
// menstruates and takes no contraceptive pill (IOM 2001, Table 14-1). Its authors made it for groups: for
// one person it is rough. It is not ok for anybody else, nor beside values of another authority.
func (n *Needs) IronShort(usual float64) (chance float64, ok bool) {
	p := n.Person
	if n.Set.Name != "dri" || p.Sex != diary.Female || p.LifeStage != "" || p.OralContraceptive == diary.Yes ||
		n.age < ironFrom || !n.menstruates() {
		return 0, false
	}
	if plantBased(p) {
		usual /= ironAbsorption
	}
	for _, step := range n.Set.shared.iron {
		if end, bounded := step.upTo.Known(); !bounded || usual <= end {
			return step.chance.Value, true
		}
	}
	return 0, false
}

// menstruates is what the person said, else what the age suggests.
func (n *Needs) menstruates() bool {
	if n.Person.Menstruating != "" {
		return n.Person.Menstruating == diary.Yes
	}
	return n.age >= menarche && n.age < menopause
}

// IronIsSkewed reports whether needs for iron spread too unevenly for a test: in people who menstruate or
// may, and in pregnancy and lactation.
func (n *Needs) IronIsSkewed() bool {
	switch {
	case n.Person.LifeStage != "":
		return true
	case n.Person.Sex == diary.Male:
		return false
	}
	return n.menstruates()
}
