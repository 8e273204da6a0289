package diary

// MaxSeverity is the most severe that a symptom can be; 0 is a day without it.
const MaxSeverity = 10

// Symptom is how somebody felt on a day.
type Symptom struct {
	Date     Date
	Symptom  string // a key of the vocabulary, "muscle_pain"
	Severity int    // 0 to MaxSeverity
	Note     string
}
