// Package report builds the [Summary]: everything that a report may say, ordered and worded, complete
// before any writer starts. The voices in its subfolders render it and decide nothing.
//
// Its rule: a number in the Summary is either known or null, never a zero that stands for unknown. It
// refuses to diagnose: statuses come from assess, sentences about health from reviewed data files.
package report

// Schema is the version of the JSON shape of a Summary. Fields are added to it, never renamed.
const Schema = 1

// Summary is one person's gap report over one period.
type Summary struct {
	Schema     int         `json:"schema"`
	Language   string      `json:"language,omitempty"` // in which it is worded, "de"; empty is English
	Tool       Tool        `json:"tool"`
	Person     Person      `json:"person"`
	Reference  string      `json:"reference"` // the set's short name, "dri"
	Authority  string      `json:"authority"` // the set's full name and edition
	Period     Period      `json:"period"`
	Rows       Rows        `json:"rows"`
	Focus      []string    `json:"focus"` // keys of the nutrients that the grid shows, in order
	Days       []Day       `json:"days"`
	Nutrients  []Nutrient  `json:"nutrients"`         // the focus first: shortfalls by size, then the others
	Unmatched  []Unmatched `json:"unmatched"`         // most frequent first
	Review     []Unmatched `json:"review"`            // counted, but a person should look; most frequent first
	Refused    []string    `json:"refused"`           // "file:line: reason" of each row that couldn't be read
	Warnings   []string    `json:"warnings"`          // the first concern the whole report
	RedFlags   []RedFlag   `json:"red_flags"`         // those that concern this person first
	Pointer    string      `json:"pointer,omitempty"` // to the red flags, for whoever looks for a cause in food alone
	Disclaimer string      `json:"disclaimer"`

	// AdviceWithheld says why no food is named: a red flag concerns this person. Empty where none does.
	AdviceWithheld string `json:"advice_withheld,omitempty"`

	OwnSymptoms []OwnSymptom `json:"own_symptoms,omitempty"` // logged in the period; the worst first

	Electrolytes *Electrolytes `json:"electrolytes,omitempty"` // null where nothing brings them up

	Questions []string `json:"questions,omitempty"` // for the visit to a professional, three at most
	Foods     []Eaten  `json:"foods,omitempty"`     // what was eaten on all days logged, the most energy first
	Log       []LogRow `json:"log,omitempty"`       // the diary row by row, in order of date, where it was asked for
	LogMore   int      `json:"log_more,omitempty"`  // rows that a long log leaves out
}

// Eaten is what one food brought over all days logged.
type Eaten struct {
	Food    string   `json:"food"`
	Code    string   `json:"code,omitempty"` // the table's, empty where the diary gave the values or nothing was found
	Times   int      `json:"times"`
	Grams   *float64 `json:"grams"`   // of all times; null where a weight is not known
	Amounts []Part   `json:"amounts"` // in the order of nutrient.All; what is not listed is unknown
}

// Part is a known amount of one nutrient, in the nutrient's unit.
type Part struct {
	Key    string  `json:"key"`
	Amount float64 `json:"amount"`
}

// LogRow is one row of the diary as it was logged, and what it was taken for.
type LogRow struct {
	Date    string  `json:"date"`
	Time    string  `json:"time,omitempty"` // "15:04"
	Meal    string  `json:"meal,omitempty"`
	Food    string  `json:"food"` // the diary's own words, or which total it is
	Amount  string  `json:"amount,omitempty"`
	Note    string  `json:"note,omitempty"`
	Row     string  `json:"row"`    // "file:line"
	Status  string  `json:"status"` // "accepted", "review", "unmatched", or "stated" where the diary's own figures count
	Found   []Found `json:"found,omitempty"`
	Amounts []Part  `json:"amounts"` // in the order of nutrient.All; what is not listed is unknown
}

// Found is a food that was recognised in a row.
type Found struct {
	Food       string   `json:"food"`
	Code       string   `json:"code,omitempty"`
	Grams      *float64 `json:"grams"`
	Confidence float64  `json:"confidence"` // that it is the right food, 0 to 1
}

// Electrolytes are salts and water, which belong together.
type Electrolytes struct {
	Nutrients []string `json:"nutrients"` // keys
	Notes     []string `json:"notes"`     // what concerns this person first
}

// OwnSymptom is a symptom that the person logged in the period, and what the diary says of its known causes.
type OwnSymptom struct {
	Key      string   `json:"key"`
	Name     string   `json:"name"`
	Days     int      `json:"days"`     // with it
	Logged   int      `json:"logged"`   // days for which it was said, those without it too
	Worst    int      `json:"worst"`    // severity, 0 to 10
	Supports []Cause  `json:"supports"` // nutrients that are short or possibly short; the best evidence first
	Against  []Cause  `json:"against"`  // nutrients of which there is enough
	Open     []Cause  `json:"open"`     // nutrients that can't be judged
	Notes    []string `json:"notes"`    // what no diary shows

	Association *Association `json:"association,omitempty"` // null in reports from before it was looked at
}

// Association is how a symptom came and went with what was eaten: a coincidence in one diary and no cause.
type Association struct {
	Days    int           `json:"days"`         // with a severity and an intake that counts
	Missing int           `json:"days_missing"` // until anything can be looked at
	Tested  int           `json:"tested"`       // pairs of a nutrient and a symptom, of all symptoms together
	Text    string        `json:"text"`         // what came of it, in words
	Pairs   []Coincidence `json:"pairs"`        // in the nutrients' own order
}

// Coincidence is how a symptom went along with the intake of one nutrient.
type Coincidence struct {
	Nutrient  string  `json:"nutrient"`
	Name      string  `json:"name"`
	Window    string  `json:"window"` // whose intake: "same_day", "day_before", or the mean of "three_days"
	Days      int     `json:"days"`
	Rho       float64 `json:"rho"` // Spearman's, -1 to 1; below zero there was less of it on the worse days
	P         float64 `json:"p"`   // by permutation, both ways
	Q         float64 `json:"q"`   // corrected for all pairs (Benjamini and Hochberg)
	StandsOut bool    `json:"stands_out"`
}

// Cause is a nutrient whose low intake can contribute to a symptom.
type Cause struct {
	Nutrient string `json:"nutrient"`
	Name     string `json:"name"`
	Evidence string `json:"evidence"` // for low intake
	Status   string `json:"status"`
	Text     string `json:"text"`
}

// Tool names what judged: the program and the nutrient table.
type Tool struct {
	Version     string `json:"version"`
	Table       string `json:"table"`
	TableDigest string `json:"table_digest"`
	Date        string `json:"date,omitempty"` // ISO, the day on which the report was made
}

// Person is who was judged. What the person did not say is null or empty and named in Assumed.
type Person struct {
	Name      string   `json:"name,omitempty"`
	Sex       string   `json:"sex"`
	AgeYears  *float64 `json:"age_years"`
	WeightKg  *float64 `json:"weight_kg"`
	HeightCm  *float64 `json:"height_cm"`
	LifeStage string   `json:"life_stage,omitempty"`
	Diet      string   `json:"diet,omitempty"`
	Activity  string   `json:"activity,omitempty"`
	Trimester int      `json:"trimester,omitempty"`

	Conditions []string `json:"conditions,omitempty"` // illness and medicines that change the advice

	Assumed  []string `json:"assumed"`  // sentences: "sex not given: the values for women are used"
	Adjusted []string `json:"adjusted"` // sentences: what was changed in the targets for this person, and by whose word
}

// Period is the span of days that the report is about.
type Period struct {
	From         string `json:"from"` // ISO date
	To           string `json:"to"`
	DaysLogged   int    `json:"days_logged"`
	DaysComplete int    `json:"days_complete"`
	DaysCounted  int    `json:"days_counted"` // the one denominator of every mean
}

// Rows counts what became of the diary's lines, and the share of known energy that rests on each kind.
type Rows struct {
	Read        int     `json:"read"`
	Accepted    int     `json:"accepted"`
	Review      int     `json:"review"`
	Unmatched   int     `json:"unmatched"`
	Refused     int     `json:"refused"`
	Skipped     int     `json:"skipped"`
	Totals      int     `json:"totals,omitempty"`    // of the accepted, those that sum up a meal or a day and name no food
	Twice       int     `json:"twice,omitempty"`     // of the skipped, those whose day the diary has at another level
	ReviewShare float64 `json:"review_energy_share"` // 0 to 1

	// AcceptedShare is the rest of the known energy: of sure foods, and of rows that state it themselves.
	AcceptedShare float64 `json:"accepted_energy_share,omitempty"`
	// UnmatchedShare is what rows without a food would add, as a share of the known energy, if each of them
	// had as much as the average row.
	UnmatchedShare float64 `json:"unmatched_energy_share,omitempty"`
}

// Day is one day of the diary.
type Day struct {
	Date      string       `json:"date"`
	Complete  bool         `json:"complete"`
	Partial   string       `json:"partial,omitempty"`   // why it looks as if something was not written down: "little_energy"
	Mark      string       `json:"mark,omitempty"`      // what the person says of it: "fasting"
	SetApart  bool         `json:"set_apart,omitempty"` // not counted in the means
	Energy    *float64     `json:"energy_kcal"`
	Entries   int          `json:"entries"`
	Nutrients DayNutrients `json:"nutrients"` // in the order of nutrient.All, those with a known amount or a target
}

// DayNutrient is one nutrient of one day against its target.
type DayNutrient struct {
	Key        string   `json:"key"`
	Amount     *float64 `json:"amount"` // what is known of it; null if nothing is
	Unit       string   `json:"unit"`
	Target     *float64 `json:"target"`
	TargetKind string   `json:"target_kind,omitempty"` // "RDA", "AI"
	Percent    *float64 `json:"percent"`               // of the target
	Coverage   float64  `json:"coverage"`              // share of the day's energy whose foods have a known value, 0 to 1
	Status     string   `json:"status"`                // empty without a target
}

// Nutrient is one nutrient over the period.
type Nutrient struct {
	Key        string   `json:"key"`
	Name       string   `json:"name"`
	Unit       string   `json:"unit"`
	Mean       *float64 `json:"mean_intake"`   // per counted day, of the known part
	Best       *float64 `json:"best_estimate"` // the same with the unknown part as such foods usually are
	Low        *float64 `json:"low"`           // lowest day
	High       *float64 `json:"high"`          // highest day
	Coverage   float64  `json:"coverage"`
	Days       int      `json:"days"` // counted: the denominator of the mean
	Target     *float64 `json:"target"`
	TargetKind string   `json:"target_kind,omitempty"`
	Source     string   `json:"target_source,omitempty"` // where the target was published
	Percent    *float64 `json:"percent"`
	Unverified bool     `json:"target_unverified,omitempty"` // the target was not seen in a copy of its source
	EAR        *float64 `json:"ear"`
	EARKind    string   `json:"ear_kind,omitempty"` // "EAR", "AR"
	UL         *float64 `json:"ul"`                 // null where it limits one form alone
	CDRR       *float64 `json:"cdrr"`               // above it, less is better for health in the long run
	CDRRKind   string   `json:"cdrr_kind,omitempty"`
	Status     string   `json:"status"`
	Verdict    string   `json:"verdict"` // the status in words, a sentence or two

	// How sure the verdict is, 0 to 1, that the usual intake ...
	Adequate    *float64 `json:"confidence_adequate"`     // meets the need, by the best estimate; null for an AI and where no test fits
	AdequateLow *float64 `json:"confidence_adequate_low"` // the same by the mean of the known part
	AboveAI     *float64 `json:"confidence_above_ai"`     // is above the AI; a low one proves nothing
	Within      *float64 `json:"confidence_below_limit"`  // is below the UL, for sodium the CDRR
	Method      string   `json:"method,omitempty"`        // "test", "rough_test", "iron_table", "ai_test", "reading"
	MoreDays    *int     `json:"more_days"`               // that would settle an open question; null where none would

	// Spread is the standard deviation of one person's days around the mean, as surveys found it; null where
	// no test fits this nutrient.
	Spread *float64 `json:"sd_within,omitempty"`

	DaysBelow  int `json:"days_below"` // days whose known amount is below the target, of those with enough coverage
	DaysJudged int `json:"days_judged"`

	Adjustments []Adjustment `json:"adjustments"` // of the target, for this person
	Symptoms    []Symptom    `json:"symptoms"`    // what a low intake can contribute to, best evidence first
	Sources     []Share      `json:"top_sources"` // where the intake came from, largest first
	Suggestions []Suggestion `json:"suggestions"` // foods that supply it
	Notes       []string     `json:"notes"`       // what helps or hinders it, caveats
}

// Adjustment is a change of a target for people of a kind, or a range to plan by beside it.
type Adjustment struct {
	Text   string `json:"text"`
	Source string `json:"source"`
}

// Symptom is one cautious link from a low intake to a symptom.
type Symptom struct {
	Symptom  string `json:"symptom"`
	Evidence string `json:"evidence"` // for low intake: "moderate", "limited", "conflicting"
	Text     string `json:"text"`
}

// Share is a food's part in the intake of one nutrient.
type Share struct {
	Food   string  `json:"food"`
	Share  float64 `json:"share"` // of the known intake, 0 to 1
	Amount float64 `json:"amount"`
	Times  int     `json:"times"`
}

// Suggestion is a portion of a food and how much of the nutrient it adds.
type Suggestion struct {
	Food    string  `json:"food"`
	Portion string  `json:"portion"` // "1 cup (156 g)"
	Adds    float64 `json:"adds"`
}

// Unmatched is a logged text without a sure food, and how often it stands in the diary.
type Unmatched struct {
	Food   string `json:"food"`
	Amount string `json:"amount"`
	Times  int    `json:"times"`
	Guess  string `json:"guess,omitempty"`
	First  string `json:"first"` // "file:line" of its first row
}

// RedFlag is a reason to see a doctor.
type RedFlag struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Urgency string `json:"urgency"`
	Touched bool   `json:"touched,omitempty"` // by a logged symptom or a condition of the person
}
