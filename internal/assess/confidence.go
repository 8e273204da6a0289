package assess

import "math"

// The thresholds of every verdict.
const (
	// Sure is the confidence, 0 to 1, from which a verdict is called without "possible": the step that
	// IOM 2000, Applications in Dietary Assessment, Table B-1 puts at one standard deviation.
	Sure = 0.85
	// Likely is the confidence above which one answer is likelier than the other.
	Likely = 0.5
	// MinCoverage is the coverage, 0 to 1, below which nothing can be told.
	MinCoverage = 0.75
	// MinDays is the number of days below which nothing is sure where no test counts the days in.
	MinDays = 3
)

// zSure is the standard score that has a confidence of [Sure].
const zSure = 1.0364333894937896

// maxDays is the number of days beyond which nobody keeps a diary to settle a question.
const maxDays = 365

// Chance is a probability, 0 to 1. The zero value is one that nobody knows.
type Chance struct {
	P     float64
	Known bool
}

func chance(p float64) Chance { return Chance{P: p, Known: true} }

// reaches reports whether the chance is known and at least p, forgiving the last digits.
func (c Chance) reaches(p float64) bool { return c.Known && c.P >= p-1e-9 }

// Percent is a chance in whole percent for people: rounded down, so that it never reads as more than it is
// nor crosses a threshold, and from 1 to 99, because nothing is quite sure nor quite out of the question.
func Percent(p float64) int { return min(max(int(100*p+1e-9), 1), 99) }

// Confidence is the chance that belongs to a standard score: the normal distribution up to z.
func Confidence(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

// AdequacyScore is how far the mean intake of some days lies above an average requirement, in standard
// deviations of that difference: requirements vary between people, and days within one (IOM 2000, App. B).
// Its [Confidence] is that the usual intake meets the person's own need.
func AdequacyScore(mean, requirement, sdRequirement, sdWithin float64, days int) float64 {
	return (mean - requirement) / math.Hypot(sdRequirement, sdWithin/math.Sqrt(float64(days)))
}

// ReferenceScore is how far the mean intake of some days lies above a fixed value, an AI or a UL, in
// standard errors of that mean (IOM 2000, App. B). Its [Confidence] is that the usual intake is above it.
func ReferenceScore(mean, reference, sdWithin float64, days int) float64 {
	return (mean - reference) / (sdWithin / math.Sqrt(float64(days)))
}

// ChangeScore is how far a second mean intake lies above a first, in standard errors of that difference,
// from the spread of days within a person and the number of days behind each mean. Its [Confidence] is that
// the usual intake rose. (The variance of a difference of two independent means; the spread is that of
// IOM 2000, App. B.)
func ChangeScore(first, sdFirst float64, daysFirst int, second, sdSecond float64, daysSecond int) float64 {
	return (second - first) / math.Hypot(sdFirst/math.Sqrt(float64(daysFirst)), sdSecond/math.Sqrt(float64(daysSecond)))
}

// DaysForAdequacy is how many days with the same mean make a confidence of [Sure] that a usual intake does,
// or doesn't, meet the need. It is not ok where no number of days does: the mean then lies so near the
// average requirement that people differ more than the days could tell.
func DaysForAdequacy(mean, requirement, sdRequirement, sdWithin float64) (days int, ok bool) {
	d := (mean - requirement) / zSure
	return wholeDays(sdWithin * sdWithin / (d*d - sdRequirement*sdRequirement))
}

// DaysForReference is how many days with the same mean make a confidence of [Sure] that a usual intake is
// above, or below, a fixed value. It is not ok where no number of days that anybody keeps does.
func DaysForReference(mean, reference, sdWithin float64) (days int, ok bool) {
	ratio := zSure * sdWithin / (mean - reference)
	return wholeDays(ratio * ratio)
}

// wholeDays rounds up, but for what dividing leaves behind.
func wholeDays(n float64) (days int, ok bool) {
	if !(n >= 0) || n > maxDays {
		return 0, false
	}
	return max(1, int(math.Ceil(n-1e-9))), true
}
