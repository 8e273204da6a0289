package symptom

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// questionRow is what a person may ask a professional.
type questionRow struct {
	Question string `csv:"question"`
	Text     string `csv:"text"`
	Source   string `csv:"source"`
}

func readQuestions(b *Book) error {
	rows, err := read[questionRow]("questions.csv")
	b.questions = make(map[string]string, len(rows))
	for _, r := range rows {
		b.questions[r.Question] = b.lang.T(r.Text)
	}
	return err
}

// Ask is a question for a professional about a nutrient or a symptom, by its key in questions.csv. It is
// empty where there is no such question.
func (b *Book) Ask(question string, id nutrient.ID, symptom string) string {
	return strings.NewReplacer("{nutrient}", b.lang.T(id.Name()), "{symptom}", symptom).Replace(b.questions[question])
}
