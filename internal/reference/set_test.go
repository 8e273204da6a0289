package reference

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

func load(t testing.TB) *Set { return loadSet(t, "dri") }

func loadSet(t testing.TB, name string) *Set {
	t.Helper()
	s, err := Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLoadRefusesUnknownSets(t *testing.T) {
	if _, err := Load("dge"); err == nil || !strings.Contains(err.Error(), `"dge"`) {
		t.Errorf("Load(dge): %v, want an error that quotes the name", err)
	}
}

func TestParseNamesTheRow(t *testing.T) {
	const header = "nutrient,stage,from_months,to_months,per_kg,ear,rda,ai,ul,cdrr,ul_of,verified,source,note\n"
	for _, tt := range []struct{ name, row, want string }{
		{"unknown nutrient", "spice_mg,male,0,12,no,,1,,,,,yes,s,", `row 1: nutrient "spice_mg" is not known`},
		{"age that is no number", "iron_mg,male,x,12,no,,1,,,,,yes,s,", `row 1: from_months: "x" is not a number of months`},
		{"end that is no number", "iron_mg,male,0,,no,,1,,,,,yes,s,", `row 1: to_months: "" is not a number of months`},
		{"value that is no number", "iron_mg,male,0,12,no,,\"1,5\",,,,,yes,s,", `row 1: "1,5" is not a number`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parse([]byte(header+tt.row+"\n"), line.row)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
	rows, err := parse([]byte(header+"iron_mg,male,0,12,no,,0,,,,,yes,s,\n"), line.row)
	if err != nil {
		t.Fatal(err)
	}
	if rows[0].EAR.State != nutrient.Unknown || rows[0].RDA != nutrient.Of(0) {
		t.Errorf("a blank cell and a zero became %v and %v", rows[0].EAR, rows[0].RDA)
	}
}

func TestEveryRowIsSound(t *testing.T) {
	s := load(t)
	unverified := 0
	for i, r := range s.Rows() {
		fail := func(format string, args ...any) {
			t.Helper()
			t.Errorf("row %d (%s %s %d-%d): "+format, append([]any{i + 1, r.Nutrient, r.Stage, r.FromMonths, r.ToMonths}, args...)...)
		}
		switch r.Stage {
		case Infant, Child, Female, Male, Pregnancy, Lactation:
		default:
			fail("stage %q is not known", r.Stage)
		}
		if r.Source == "" {
			fail("has no source")
		}
		if r.PerKg && r.Nutrient != nutrient.Protein {
			fail("only protein is given for each kilogram")
		}
		_, rda := r.RDA.Known()
		_, ai := r.AI.Known()
		if rda == ai {
			fail("needs an RDA or an AI, and not both")
		}
		checkOrder(fail, r)
		if !r.Verified {
			unverified++
		}
	}
	if len(s.Rows()) != 352 || unverified != 8 {
		t.Errorf("%d rows, %d of them unverified; want 352 and 8", len(s.Rows()), unverified)
	}
}

// checkOrder reports values that are out of order: EAR <= RDA or AI <= UL, and nothing is zero.
func checkOrder(fail func(string, ...any), r Row) {
	target := r.target(1)
	goal, _, _ := target.Goal()
	for _, q := range []nutrient.Quantity{r.EAR, r.RDA, r.AI, r.UL, r.CDRR} {
		if v, known := q.Known(); known && v <= 0 {
			fail("%v is not above zero", v)
		}
	}
	if ear, known := r.EAR.Known(); known && ear > goal {
		fail("EAR %v is above the goal %v", ear, goal)
	}
	if limit, ok := target.Limit(); ok && limit < goal {
		fail("UL %v is below the goal %v", limit, goal)
	}
	if cdrr, known := r.CDRR.Known(); known && cdrr < goal {
		fail("CDRR %v is below the goal %v", cdrr, goal)
	}
	// The UL of magnesium lies below the RDA of men: it is about supplements, as folate's is about folic acid.
	_, ul := r.UL.Known()
	if partial := r.Nutrient == nutrient.Magnesium || r.Nutrient == nutrient.Folate; ul && partial != (r.ULOf != "") {
		fail("its UL limits %q", r.ULOf)
	}
}

func TestAgesOfAStageLeaveNoGap(t *testing.T) {
	type strand struct {
		id    nutrient.ID
		perKg bool
		stage Stage
	}
	ends := map[strand]int{}
	for _, r := range load(t).Rows() {
		k := strand{r.Nutrient, r.PerKg, r.Stage}
		if end, seen := ends[k]; seen && end != r.FromMonths {
			t.Errorf("%v: a row ends at %d months and the next begins at %d", k, end, r.FromMonths)
		}
		if r.FromMonths >= r.ToMonths {
			t.Errorf("%v: %d to %d months is no span", k, r.FromMonths, r.ToMonths)
		}
		ends[k] = r.ToMonths
	}
	want := map[Stage]int{Infant: 12, Child: 108, Female: 1800, Male: 1800, Pregnancy: 612, Lactation: 612}
	for k, end := range ends {
		if end != want[k.stage] {
			t.Errorf("%v ends at %d months, want %d", k, end, want[k.stage])
		}
	}
	if len(ends) != 16*len(want) {
		t.Errorf("%d strands, want each of 16 in all %d stages", len(ends), len(want))
	}
}

// TestRowsAgreeWithTheTranscription compares every figure with the checked transcription that the data
// came from, where the repository has it as a neighbour.
func TestRowsAgreeWithTheTranscription(t *testing.T) {
	var want []Row
	for _, rec := range transcription(t, "dri.csv") {
		want = append(want, transcribed(t, func(name string) string { return rec[name] }))
	}
	got := make([]Row, 0, len(want))
	for _, r := range load(t).Rows() {
		r.ULOf, r.Source, r.Note = "", "", "" // in words of our own
		got = append(got, r)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows differ (-transcription +ours)\n%s", diff)
	}
}

// transcription is a file of the checked transcription, one map a row, or skips the test.
func transcription(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "science", name))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("../shared is not there; nothing to compare with")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, len(records)-1)
	for i, rec := range records[1:] {
		rows[i] = map[string]string{}
		for c, column := range records[0] {
			rows[i][column] = rec[c]
		}
	}
	return rows
}

// transcribed turns a row of the transcription into ours: its names carry no unit, and water is in litres.
func transcribed(t *testing.T, cell func(string) string) Row {
	t.Helper()
	suffix := map[string]string{"mg": "_mg", "mcg": "_mcg", "mcg_DFE": "_mcg", "g": "_g", "L": "_g"}
	key, perKg := strings.CutSuffix(cell("nutrient"), "_per_kg")
	if !perKg {
		key += suffix[cell("unit")]
	}
	id, ok := nutrient.ByKey(key)
	if !ok {
		t.Fatalf("no nutrient %q", key)
	}
	number := func(name string) float64 {
		v, err := strconv.ParseFloat(cell(name), 64)
		if err != nil {
			t.Fatal(err)
		}
		if cell("unit") == "L" && !strings.Contains(name, "months") {
			v *= 1000
		}
		return v
	}
	value := func(name string) nutrient.Quantity {
		if cell(name) == "" {
			return nutrient.Quantity{}
		}
		return nutrient.Of(number(name))
	}
	return Row{
		Nutrient: id, Stage: Stage(cell("life_stage")), PerKg: perKg, Verified: cell("verified") == "yes",
		FromMonths: int(number("age_min_months")), ToMonths: int(number("age_max_months")),
		Values: Values{EAR: value("EAR"), RDA: value("RDA"), AI: value("AI"), UL: value("UL"), CDRR: value("CDRR")},
	}
}
