package html

import "github.com/nutrigap/nutrigap/internal/report"

// words are all that this voice says of itself. Sentences about a nutrient or about health are not here:
// they come with the Summary. Those with %s are filled in by the page.
type words struct {
	Language, Title, To                                                        string
	Person, Nobody, Reference, Days, DayCounts, Rows, Assumed, Doubt           string
	Years, Months                                                              string
	Found, Grid, NoDays, Mean, Known, Incomplete, Legend, KnownLegend, AsTable string
	Date, Charts, ChartsLegend, Target, EAR, UL                                string
	Shortfalls, Excess, CannotTell, Adequate, Unjudged                         string
	OfTarget, ADay, NotKnown, Unknown, Below, Range, KnownFor                  string
	Symptoms, Evidence, Suggest, Portion, Adds, Sources, Times                 string
	Notes, Nutrient, MeanADay, Reached, LowHigh                                string
	Foods, NoFood, ToCheck, NotRead, More, Taken, Food, Eaten, Where           string
	Doctor, Pointer, Method                                                    string
	Adjusted, CountedDays, Sure, Source                                        string
	Urgent, Own, Felt, Supports, Against, Open                                 string
	SameDay, DayBefore, ThreeDays, LessMore, AllLooks, Electrolytes            string
}

func english() words {
	return words{
		Language: "en", Title: "Nutrient gaps", To: " to ",
		Person: "Person", Nobody: "not described", Reference: "Reference", Days: "Days",
		DayCounts: "%d logged, %d complete", CountedDays: "%d counted", Rows: "Diary rows", Assumed: "Assumed", Adjusted: "Adjusted", Doubt: "What to keep in mind",
		Years: "%s years", Months: "%s months",
		Found: "Found", Grid: "Percent of target, day by day", NoDays: "There are no days in this period.",
		Mean: "mean", Known: "known", Incomplete: "day not complete", AsTable: "The same as a table",
		Legend:      "Where it can't be told, the number counts only what is known, or is below an AI, which proves nothing.",
		KnownLegend: "“Known” is the share of the energy eaten whose foods have a value.",
		Date:        "Date", Charts: "What was eaten, against the target",
		ChartsLegend: "The line is the target, the dashes are the average requirement (EAR). Hatched: the share of the day's energy whose foods have no value, as high as if it met the target; its true amount is not known. Bars are cut at twice the target.",
		Target:       "target", EAR: "EAR %s", UL: "UL %s",
		Shortfalls: "Shortfalls", Excess: "Above the limit", CannotTell: "Can't tell", Adequate: "Enough",
		Unjudged: "Counted, without a target",
		OfTarget: "%s of %s a day", ADay: "%s a day", NotKnown: "amount not known", Unknown: "unknown,",
		Below: "below target on %d of %d days", Range: "%s to %s", KnownFor: "known for %s of energy",
		Symptoms: "A low intake can contribute to", Evidence: "%s evidence", Suggest: "Foods that supply it",
		Portion: "portion", Adds: "adds", Sources: "Where it came from", Times: "%d×", Notes: "Good to know",
		Nutrient: "nutrient", MeanADay: "mean a day", Reached: "reached", LowHigh: "lowest to highest",
		Foods: "Foods to look at", NoFood: "No food found; not counted", ToCheck: "Counted, but check the food",
		NotRead: "Rows that can't be read", More: "and %d more", Taken: "taken as %s",
		Food: "food", Eaten: "amount", Where: "row",
		Doctor: "When to see a doctor", Pointer: "Sore muscles have many causes besides food.",
		Method: "How this was made",
		Sure:   "sure", Source: "source",
		Urgent: "Before everything else", Own: "Your symptoms", Felt: "%d of 10 at worst, on %d of %d logged days",
		Supports: "Short in the diary, and can contribute to it", Against: "Enough in the diary, which speaks against it",
		Open:    "Can't be told from the diary",
		SameDay: "same day", DayBefore: "day before", ThreeDays: "three days", AllLooks: "The other nutrients", Electrolytes: "Salts and water",
		LessMore: "From −1, less of it on the worse days, to 1, more of it; * stands out. Three days: the mean of the day and the two before.",
	}
}

// look is how a status is shown: a class of the style sheet, a sign that is readable without colour, and
// its name.
type look struct{ Class, Sign, Name string }

func lookOf(status string) look {
	switch status {
	case report.StatusShortfall:
		return look{"short", "▼", "short"}
	case report.StatusPossible:
		return look{"possible", "▽", "possibly short"}
	case report.StatusAdequate:
		return look{"enough", "●", "enough"}
	case report.StatusExcess:
		return look{"excess", "▲", "above the limit"}
	case report.StatusCannotTell:
		return look{"unsure", "~", "can't tell"}
	default:
		return look{"none", "", "no target"}
	}
}

// statuses are those that the legend explains, in its order.
func statuses() []string {
	return []string{report.StatusShortfall, report.StatusPossible, report.StatusExcess, report.StatusAdequate, report.StatusCannotTell}
}
