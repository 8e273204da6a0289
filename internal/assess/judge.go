package assess

import (
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

// judge is all the rules for a period, in order. They follow IOM 2000, Dietary Reference Intakes:
// Applications in Dietary Assessment, pp. 46-57 and App. B. What is unknown makes an intake lie between
// two ends: nothing of it counted, and as much as such foods usually hold. A shortfall must hold at the
// upper end, an adequate intake at the lower one.
//
//  1. Too little is known to tell if the known values cover less than [MinCoverage] of the energy.
//  2. Above the UL, or for sodium above the CDRR (NASEM 2019), the intake is likelier than not an excess.
//     A UL for supplements (magnesium) is set against them alone, one for folic acid against that.
//  3. Where a test fits, its confidence decides: [Sure] of too little is a shortfall, [Likely] a possible
//     one, sure of enough is adequate, and between nothing can be told yet.
//  4. An AI is no requirement. Above it the intake is adequate; below it no conclusion can be drawn, so
//     that this is "cannot tell" and never a shortfall, however low. What a low intake could mean is still
//     shown, beside the sentence that says so.
//  5. Where no test fits: below the EAR the intake very likely needs improving, between EAR and RDA it
//     probably does, from the RDA on it is adequate; nothing of it is sure before [MinDays].
//  6. Below an RDA without an EAR it is at most a possible shortfall: an RDA is a goal and no cut-off.
func (m *Mean) judge(y *yardstick) (Status, Why) {
	low, some := m.Amount.Known()
	best := m.Best.Or(m.Amount).Value
	m.Method = y.method
	m.AdequateLow, m.Adequate = y.enough(low), y.enough(best)
	limit := m.limit(y)
	_, kind, has := m.Target.Goal()
	switch {
	case !has && limit == "":
		return "", ""
	case m.Amount.State == nutrient.NotRecorded:
		return m.withhold(NotRecorded)
	case !some || !reaches(m.Coverage, MinCoverage):
		return m.withhold(littleKnown(limit, m.enough(low)))
	case limit != "":
		return Excess, limit
	case y.method == Reading && kind == reference.AI:
		return m.readAI(low, best)
	case y.method == Reading:
		return m.read(low, best)
	case y.method == AITest:
		return m.aboveAI()
	}
	return m.adequacy(y)
}

// withhold takes back a confidence that too little is known for.
func (m *Mean) withhold(why Why) (Status, Why) {
	m.Adequate, m.AdequateLow = Chance{}, Chance{}
	return CannotTell, why
}

// enough reports whether an intake is enough as far as the method can tell.
func (m *Mean) enough(amount float64) bool {
	if m.AdequateLow.Known {
		return m.AdequateLow.reaches(Sure)
	}
	goal, _, has := m.Target.Goal()
	return has && reaches(amount, goal)
}

// adequacy is rule 3 for an average requirement.
func (m *Mean) adequacy(y *yardstick) (Status, Why) {
	short := chance(1 - m.Adequate.P)
	few := y.method == IronTable && y.days < MinDays
	switch {
	case short.reaches(Sure) && few:
		return PossibleShortfall, FewDaysLow
	case short.reaches(Sure):
		return Shortfall, SurelyShort
	case short.reaches(Likely):
		return PossibleShortfall, LikelyShort
	case m.AdequateLow.reaches(Sure) && few:
		return CannotTell, FewDays
	case m.AdequateLow.reaches(Sure):
		return Adequate, SurelyEnough
	case m.Adequate.reaches(Sure) || !m.AdequateLow.reaches(Likely):
		return CannotTell, UnknownDecides
	}
	return CannotTell, LikelyEnough
}

// aboveAI is rule 4 with a test.
func (m *Mean) aboveAI() (Status, Why) {
	switch {
	case m.AdequateLow.reaches(Sure):
		return Adequate, AboveAI
	case !m.Adequate.reaches(Likely):
		return CannotTell, BelowAI
	case m.Adequate.reaches(Sure) || !m.AdequateLow.reaches(Likely):
		return CannotTell, UnknownDecides
	}
	return CannotTell, NearAI
}

// readAI is rule 4 without a test.
func (m *Mean) readAI(low, best float64) (Status, Why) {
	ai := m.Target.AI.Value
	switch {
	case reaches(low, ai) && m.Days < MinDays:
		return CannotTell, FewDays
	case reaches(low, ai):
		return Adequate, MeetsAI
	case reaches(best, ai):
		return CannotTell, UnknownDecides
	}
	return CannotTell, BelowAI
}

// read is rules 5 and 6.
func (m *Mean) read(low, best float64) (Status, Why) {
	rda := m.Target.RDA.Value
	ear, hasEAR := m.Target.EAR.Known()
	switch {
	case reaches(low, rda) && m.Days < MinDays:
		return CannotTell, FewDays
	case reaches(low, rda):
		return Adequate, MeetsRDA
	case reaches(best, rda):
		return CannotTell, UnknownDecides
	case !hasEAR:
		return PossibleShortfall, BelowRDANoEAR
	case reaches(best, ear):
		return PossibleShortfall, BelowRDA
	case m.Days < MinDays:
		return PossibleShortfall, FewDaysLow
	}
	return Shortfall, BelowEAR
}

// limit names the limit that an intake is likelier above than not, and sets how sure it is to be within.
func (m *Mean) limit(y *yardstick) Why {
	if ul, known := m.Target.UL.Known(); known {
		if v, ok := m.Limited.Known(); ok {
			if m.Target.ULOf == "" {
				m.Within = y.below(v, ul)
			}
			if v > ul {
				return map[bool]Why{true: AboveUL, false: AboveULOf}[m.Target.ULOf == ""]
			}
		}
	}
	cdrr, known := m.Target.CDRR.Known()
	if v, ok := m.Amount.Known(); known && ok {
		m.Within = y.below(v, cdrr)
		if v > cdrr {
			return AboveCDRR
		}
	}
	return ""
}

// settle says how many more days would do, where days are what is missing.
func (m *Mean) settle(y *yardstick) {
	switch m.Why {
	case LikelyShort, LikelyEnough, NearAI:
		m.MoreDays, m.Settles = y.more(m.Best.Or(m.Amount).Value)
	case FewDays, FewDaysLow:
		m.MoreDays, m.Settles = MinDays-m.Days, true
	}
}

// Doubt takes back what a diary can't say that most likely misses meals: a shortfall becomes a possible one.
func Doubt(means []Mean) {
	for i := range means {
		if m := &means[i]; m.Status == Shortfall {
			m.Status, m.Why = PossibleShortfall, PerhapsUnlogged
			m.MoreDays, m.Settles = 0, false
		}
	}
}
