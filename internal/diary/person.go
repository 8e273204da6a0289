package diary

// Sex is the sex that reference values are given for; empty where the person did not say.
type Sex string

// The sexes that reference values distinguish.
const (
	Female Sex = "female"
	Male   Sex = "male"
)

// LifeStage is pregnancy or lactation; empty for neither.
type LifeStage string

// The life stages with reference values of their own.
const (
	Pregnancy LifeStage = "pregnancy"
	Lactation LifeStage = "lactation"
)

// Answer is a yes or a no; empty where the person did not say.
type Answer string

// The answers.
const (
	Yes Answer = "yes"
	No  Answer = "no"
)

// Person is what is known of the one whose diary it is. Zero values mean "did not say".
type Person struct {
	Name      string
	Sex       Sex
	AgeMonths int // 12 to 1440
	WeightKg  float64
	HeightCm  float64
	LifeStage LifeStage
	Diet      string // omnivore, vegetarian or vegan
	Activity  string // inactive, low_active, active or very_active
	Trimester int    // of a pregnancy, 1 to 3

	Menstruating      Answer
	OralContraceptive Answer
	Smoker            Answer
	LittleSun         Answer

	Conditions []Condition // NoCondition alone where there is none
}
