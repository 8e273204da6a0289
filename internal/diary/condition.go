package diary

import "slices"

// Condition is an illness, a medicine or a strain that changes what may be advised.
type Condition string

// The conditions that change the advice. Heavy sweating is that of hours on most days, by work, sport or heat;
// vomiting stands for diarrhoea too, where either keeps coming back. Potassium-sparing stands for every medicine that holds potassium
// back: those diuretics, ACE inhibitors and ARBs.
const (
	KidneyDisease    Condition = "kidney-disease"
	PotassiumSparing Condition = "potassium-sparing"
	Diuretic         Condition = "diuretic"
	Statin           Condition = "statin"
	Metformin        Condition = "metformin"
	AcidBlocker      Condition = "acid-blocker"
	HeavySweating    Condition = "heavy-sweating"
	Vomiting         Condition = "vomiting"
)

// NoCondition says that somebody was asked and has none.
const NoCondition Condition = "none"

// Conditions are all of them, in the order in which they are asked, with the one for none at the end.
func Conditions() []Condition {
	return []Condition{KidneyDisease, PotassiumSparing, Diuretic, Statin, Metformin, AcidBlocker, HeavySweating, Vomiting, NoCondition}
}

// Has reports whether the person said to have a condition or to take a medicine.
func (p *Person) Has(c Condition) bool { return slices.Contains(p.Conditions, c) }
