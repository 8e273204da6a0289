package text

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
)

// Every word of this voice that people read. Sentences about a nutrient or about health are not here:
// they come with the Summary.
const (
	sayTo = " to "

	sayGrid       = "Percent of target, day by day"
	sayNoDays     = "There are no days in this period."
	sayMean       = "mean"
	sayKnown      = "known"
	sayKnownLine  = "The column known is the share of the energy eaten whose foods have a value."
	sayIncomplete = "* day not complete"
	sayFootnote   = "%s: too little is known on some days; known for %s of the energy of the period."
	sayWhy        = "%s: %s"
	sayCounted    = "A number after %s counts only what is known, or is below an AI, which proves nothing."

	sayUrgent   = "Before everything else"
	sayOwn      = "Your symptoms"
	sayFelt     = "%d of 10 at worst, on %d of %d logged days"
	saySupports = "Short in the diary, and can contribute to it"
	sayAgainst  = "Enough in the diary, which speaks against it: %s."
	sayOpen     = "Can't be told from the diary: %s."
	sayLessMore = "From -1, less of it on the worse days, to 1, more of it; * stands out. Three days: the mean of the day and the two before."

	saySameDay   = "same day"
	sayDayBefore = "day before"
	sayThreeDays = "three days"

	sayShortfalls   = "Shortfalls"
	sayExcess       = "Above the limit"
	sayCannotTell   = "Can't tell"
	sayElectrolytes = "Salts and water"

	sayAdequate = "Enough"
	sayUnjudged = "Counted, without a target"

	sayOfTarget  = "%s of %s a day"
	sayADay      = "%s a day"
	sayNotKnown  = "amount not known"
	sayUnknown   = "unknown,"
	sayBelow     = "below target on %d of %d days"
	sayRange     = "%s to %s a day"
	sayKnownFor  = "known for %s of the energy"
	sayEAR       = "EAR %s"
	sayUL        = "UL %s"
	saySymptoms  = "A low intake can contribute to"
	sayEvidence  = "%s (%s evidence): "
	sayLessKnown = "less known: %s"
	sayNoGrade   = "%s: "
	saySuggest   = "Foods that supply it"
	saySources   = "Where it came from"
	sayNotes     = "Good to know"
	sayTimes     = "%d×"
	sayAdds      = "+%s"
	sayNutrient  = "nutrient"
	sayMeanADay  = "mean a day"
	sayTarget    = "target"
	sayPercent   = "reached"
	sayLowHigh   = "lowest to highest"
	saySure      = "sure"
	saySpan      = "range"
	sayFoods     = "Foods to look at"
	sayNoFood    = "No food found; not counted"
	sayToCheck   = "Counted, but check the food"
	sayNotRead   = "Rows that can't be read"
	sayMore      = "and %d more"
	sayTaken     = "taken as %s"

	sayDoctor  = "When to see a doctor"
	sayPointer = "Sore muscles have many causes besides food. When to see a doctor: see the end."
	sayMethod  = "How this was made"
)

// sign is how a status looks: a sign that is readable without colour, its colour, and its name.
type sign struct {
	mark  string
	paint style
	name  string // to be translated
}

func signOf(status string) sign {
	switch status {
	case report.StatusShortfall:
		return sign{"▼", orange, lang.Mark("short")}
	case report.StatusPossible:
		return sign{"▽", amber, lang.Mark("possibly short")}
	case report.StatusAdequate:
		return sign{"·", blue, lang.Mark("enough")}
	case report.StatusExcess:
		return sign{"▲", purple, lang.Mark("above the limit")}
	case report.StatusCannotTell:
		return sign{"~", gray, lang.Mark("can't tell")}
	default:
		return sign{" ", plain, lang.Mark("no target")}
	}
}

// legend lists the statuses in the order in which they are explained.
func legend() []string {
	return []string{report.StatusShortfall, report.StatusPossible, report.StatusAdequate, report.StatusExcess, report.StatusCannotTell}
}

// ascii draws with signs that every terminal has. Each takes as many columns as what it replaces.
var ascii = strings.NewReplacer(
	"▼", "V", "▽", "v", "▲", "^", "·", ".", "×", "x", "µ", "u", "…", "~", "–", "-", "’", "'",
	"─", "-", "│", "|", "█", "#", "▉", "#", "▊", "#", "▋", "#", "▌", "#", "▍", ".", "▎", ".", "▏", ".", "░", ".",
	"−", "-", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9", "⁰", "0",
	"•", "*", "␛", "?", "␇", "?", "�", "?",
)
