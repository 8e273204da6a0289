package assess

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// The kinds of published example.
const (
	earTest = "EAR"
	aiTest  = "AI"
	ulTest  = "UL"
)

// oracles are the worked examples of IOM 2000, Dietary Reference Intakes: Applications in Dietary
// Assessment: magnesium and calcium of a woman of 40, and her phosphorus against the UL in grams. Table 3-2
// prints 1.69 for calcium over 7 days, where the arithmetic of its own figures gives 1.63; the confidence
// beside it, 95 percent, is that of 1.63. Table 3-4 gives the spreads and days; its cells are recomputed.
var oracles = []struct {
	name          string
	kind          string
	mean, ref     float64
	cvPercent     float64 // of the requirement
	sd            float64 // within a person
	days          int
	spread        float64 // of the difference, or the standard error
	z, confidence float64 // recomputed to four digits
	published     float64 // z as printed; 0 where it is not
	source        string
}{
	{"mg-f40-3d", earTest, 320, 265, 10, 85.9, 3, 56.230, 0.978, 0.8360, 0.98, "IOM 2000, pp. 53-57"},
	{"mg-f40-975-1d", earTest, 445, 265, 10, 85.9, 1, 89.895, 2.002, 0.9774, 2.00, "IOM 2000, pp. 53-57"},
	{"mg-f40-975-3d", earTest, 377, 265, 10, 85.9, 3, 56.230, 1.992, 0.9768, 2.00, "IOM 2000, pp. 53-57"},
	{"mg-f40-975-7d", earTest, 349, 265, 10, 85.9, 7, 41.909, 2.004, 0.9775, 2.00, "IOM 2000, pp. 53-57"},
	{"mg-f40-975-1d-sd25", earTest, 486, 265, 10, 107.375, 1, 110.597, 1.998, 0.9772, 2.00, "IOM 2000, pp. 53-57"},
	{"mg-f40-975-7d-sd25", earTest, 362, 265, 10, 107.375, 7, 48.470, 2.001, 0.9773, 2.00, "IOM 2000, pp. 53-57"},
	{"mg-f40-inadeq-7d", earTest, 180, 265, 10, 85.9, 7, 41.909, -2.028, 0.0213, -2.0, "IOM 2000, pp. 53-57"},
	{"ca-ai-sd325-1d", aiTest, 1200, 1000, 0, 325, 1, 325.000, 0.615, 0.7308, 0.61, "IOM 2000, Table 3-2"},
	{"ca-ai-sd325-3d", aiTest, 1200, 1000, 0, 325, 3, 187.639, 1.066, 0.8568, 1.07, "IOM 2000, Table 3-2"},
	{"ca-ai-sd325-7d", aiTest, 1200, 1000, 0, 325, 7, 122.838, 1.628, 0.9483, 1.63, "IOM 2000, Table 3-2"},
	{"ca-ai-sd406-1d", aiTest, 1200, 1000, 0, 406, 1, 406.000, 0.493, 0.6889, 0.49, "IOM 2000, Table 3-2"},
	{"ca-ai-sd406-3d", aiTest, 1200, 1000, 0, 406, 3, 234.404, 0.853, 0.8032, 0.85, "IOM 2000, Table 3-2"},
	{"ca-ai-sd406-7d", aiTest, 1200, 1000, 0, 406, 7, 153.454, 1.303, 0.9038, 1.30, "IOM 2000, Table 3-2"},
	{"ca-ai-sd488-1d", aiTest, 1200, 1000, 0, 488, 1, 488.000, 0.410, 0.6590, 0.41, "IOM 2000, Table 3-2"},
	{"ca-ai-sd488-3d", aiTest, 1200, 1000, 0, 488, 3, 281.747, 0.710, 0.7611, 0.71, "IOM 2000, Table 3-2"},
	{"ca-ai-sd488-7d", aiTest, 1200, 1000, 0, 488, 7, 184.447, 1.084, 0.8609, 1.08, "IOM 2000, Table 3-2"},
	{"ca-ai-3d-1050", aiTest, 1050, 1000, 0, 325, 3, 187.639, 0.266, 0.6051, 0.27, "IOM 2000, App. B, p. 200"},
	{"ca-ai-3d-1100", aiTest, 1100, 1000, 0, 325, 3, 187.639, 0.533, 0.7030, 0.53, "IOM 2000, App. B, p. 200"},
	{"ca-ai-3d-1150", aiTest, 1150, 1000, 0, 325, 3, 187.639, 0.799, 0.7880, 0.8, "IOM 2000, App. B, p. 200"},
	{"ca-ai-3d-1200", aiTest, 1200, 1000, 0, 325, 3, 187.639, 1.066, 0.8568, 1.07, "IOM 2000, App. B, p. 200"},
	{"ca-ai-3d-1250", aiTest, 1250, 1000, 0, 325, 3, 187.639, 1.332, 0.9086, 1.33, "IOM 2000, App. B, p. 200"},
	{"p-ul-sd0.4-1d", ulTest, 3.8, 4.0, 0, 0.4, 1, 0.400, -0.500, 0.6915, 0, "IOM 2000, Table 3-4"},
	{"p-ul-sd0.4-3d", ulTest, 3.8, 4.0, 0, 0.4, 3, 0.231, -0.866, 0.8068, 0, "IOM 2000, Table 3-4"},
	{"p-ul-sd0.4-7d", ulTest, 3.8, 4.0, 0, 0.4, 7, 0.151, -1.323, 0.9071, 0, "IOM 2000, Table 3-4"},
	{"p-ul-sd0.5-1d", ulTest, 3.8, 4.0, 0, 0.5, 1, 0.500, -0.400, 0.6554, 0, "IOM 2000, Table 3-4"},
	{"p-ul-sd0.5-3d", ulTest, 3.8, 4.0, 0, 0.5, 3, 0.289, -0.693, 0.7558, 0, "IOM 2000, Table 3-4"},
	{"p-ul-sd0.5-7d", ulTest, 3.8, 4.0, 0, 0.5, 7, 0.189, -1.058, 0.8550, 0, "IOM 2000, Table 3-4"},
	{"p-ul-sd0.6-1d", ulTest, 3.8, 4.0, 0, 0.6, 1, 0.600, -0.333, 0.6306, 0, "IOM 2000, Table 3-4"},
	{"p-ul-sd0.6-3d", ulTest, 3.8, 4.0, 0, 0.6, 3, 0.346, -0.577, 0.7181, 0, "IOM 2000, Table 3-4"},
	{"p-ul-sd0.6-7d", ulTest, 3.8, 4.0, 0, 0.6, 7, 0.227, -0.882, 0.8111, 0, "IOM 2000, Table 3-4"},
}

func TestPublishedExamples(t *testing.T) {
	if len(oracles) != 30 {
		t.Errorf("%d examples, want 30", len(oracles))
	}
	for _, o := range oracles {
		t.Run(o.name, func(t *testing.T) {
			z, spread := ReferenceScore(o.mean, o.ref, o.sd, o.days), o.sd/math.Sqrt(float64(o.days))
			confidence := Confidence(z)
			switch o.kind {
			case earTest:
				z = AdequacyScore(o.mean, o.ref, o.ref*o.cvPercent/100, o.sd, o.days)
				spread = (o.mean - o.ref) / z
				confidence = Confidence(z)
			case ulTest:
				confidence = Confidence(-z)
			}
			if math.Abs(spread-o.spread) > 0.001 || math.Abs(z-o.z) > 0.001 || math.Abs(confidence-o.confidence) > 0.0001 {
				t.Errorf("spread %.3f, z %.3f, confidence %.4f; want %v, %v, %v (%s)", spread, z, confidence, o.spread, o.z, o.confidence, o.source)
			}
			if o.published != 0 && math.Abs(z-o.published) > 0.03 {
				t.Errorf("z is %.3f, and %v in print (%s)", z, o.published, o.source)
			}
		})
	}
}

// TestExamplesAreThoseOfTheTranscription counts the examples against their neighbour, where it is there.
func TestExamplesAreThoseOfTheTranscription(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "science", "oracles.csv"))
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
	for i, record := range records[1:] {
		if i >= len(oracles) || oracles[i].name != record[0] {
			t.Fatalf("row %d of the transcription, %s, is no example of ours", i+1, record[0])
		}
	}
}

func TestPercentNeverReadsAsMore(t *testing.T) {
	for p, want := range map[float64]int{0: 1, 0.004: 1, 0.849: 84, 0.85: 85, 0.9999: 99, 1: 99} {
		if got := Percent(p); got != want {
			t.Errorf("%v reads as %d%%, want %d%%", p, got, want)
		}
	}
}

func TestConfidenceOfTheStepTable(t *testing.T) {
	// Table B-1 rounds: 1.00 is 0.85 there and 0.841 exactly.
	for z, want := range map[float64]float64{0: 0.5, 0.5: 0.6915, 1: 0.8413, 1.5: 0.9332, 1.65: 0.9505, 2: 0.9772} {
		if got := Confidence(z); math.Abs(got-want) > 0.0001 || math.Abs(Confidence(-z)-(1-want)) > 0.0001 {
			t.Errorf("a score of %v is %.4f sure, want %v", z, got, want)
		}
	}
	if got := Confidence(zSure); math.Abs(got-Sure) > 1e-12 {
		t.Errorf("a score of %v is %v sure, want %v", zSure, got, Sure)
	}
}
