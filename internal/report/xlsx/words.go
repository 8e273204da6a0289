package xlsx

import (
	"strings"

	"github.com/nutrigap/nutrigap/internal/lang"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/tidy"
)

// words are what the program's codes are for people, in English.
var words = map[string]string{
	"yes": lang.Mark("yes"), "no": lang.Mark("no"),

	"accepted": lang.Mark("matched"), "review": lang.Mark("to check"), "unmatched": lang.Mark("no food found"),
	"refused": lang.Mark("not readable"), report.StatusStated: lang.Mark("the diary's own figures"),

	"marked": lang.Mark("marked as not tracked"), "quick_adds": lang.Mark("only quick adds"), "little_energy": lang.Mark("little energy"),
	"few_rows": lang.Mark("few rows"), "edge": lang.Mark("at the edge of the diary"),
	"not-tracked": lang.Mark("not tracked"), "fasting": lang.Mark("fasting"), "complete": lang.Mark("complete"),

	"test": lang.Mark("test against the EAR"), "rough_test": lang.Mark("rough test against the EAR"),
	"iron_table": lang.Mark("table of chances for iron"), "ai_test": lang.Mark("test against the AI"), "reading": lang.Mark("where the mean lies"),

	"own": lang.Mark("logged"), "own_short": lang.Mark("short, can contribute"), "own_enough": lang.Mark("enough, speaks against it"),
	"own_open": lang.Mark("can't be told"), "own_note": lang.Mark("note"), "own_together": lang.Mark("beside what was eaten"),
	"own_pair": lang.Mark("beside a nutrient"), "can_contribute": lang.Mark("low intake can contribute"),
	"electrolytes": lang.Mark("salts and water"), "see_a_doctor": lang.Mark("see a doctor"), "see_a_doctor_first": lang.Mark("see a doctor first"),
	"same_day": lang.Mark("same day"), "day_before": lang.Mark("day before"), "three_days": lang.Mark("three days"),

	"mcg": "µg", "female": lang.Mark("female"), "male": lang.Mark("male"),
}

// spoken is a code in people's words, with its sign where it is the status of something.
func (b *book) spoken(c *tidy.Cell) string {
	if sign := report.StatusSign(c.Text); sign != "" {
		return sign + " " + report.StatusWords(b.lang, c.Text)
	}
	if word, ok := words[c.Text]; ok {
		return b.lang.T(word)
	}
	return strings.ReplaceAll(c.Text, "_", " ")
}
