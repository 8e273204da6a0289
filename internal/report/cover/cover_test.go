package cover

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
)

func TestStoredSummaries(t *testing.T) {
	for _, name := range reporttest.Names() {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := Write(&b, reporttest.Load(t, name), []string{"summary.pdf", "summary.xlsx", "summary.json"}); err != nil {
				t.Fatal(err)
			}
			golden.Check(t, reporttest.Path(name, ".cover.txt"), b.Bytes())
		})
	}
}

func TestAnySummaryGivesHarmlessText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		if err := Write(&b, reporttest.Any().Draw(t, "summary"), []string{"summary.pdf"}); err != nil {
			t.Fatal(err)
		}
		if i := strings.IndexFunc(b.String(), func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }); i >= 0 {
			t.Errorf("a control character at byte %d of %q", i, b.String())
		}
	})
}
