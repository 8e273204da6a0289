package nutrient

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]float64{
		"0": 0, "0.00": 0, "3.25": 3.25, "010": 10, ".5": 0.5, "5.": 5, "  7 ": 7,
		"-2": -2, "−2.5": -2.5, "+3": 3,
		// a decimal comma
		"1,5": 1.5, "80,25": 80.25, ",5": 0.5, "1,2345": 1.2345,
		// a comma before three digits where nobody would group
		"0,125": 0.125, "1234,125": 1234.125, "1 234,125": 1234.125, ",125": 0.125,
		// groups of thousands
		"1,234.5": 1234.5, "1.234,5": 1234.5, "1,234,567": 1234567, "1.234.567": 1234567, "12,345,678.25": 12345678.25,
		"1 234": 1234, "1\u00a0234,5": 1234.5, "1\u202f234\u202f567": 1234567, "1’234.5": 1234.5, "1'234": 1234,
		"\u00a02824.5\u2009": 2824.5,
		// next to nothing, as a spreadsheet writes it
		"5.60E-04": 0.00056, "5,6E-04": 0.00056, "-1E-10": -1e-10, "1E-05": 1e-5,
	} {
		if got, err := ParseNumber(text); err != nil || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", text, got, err, want)
		}
	}
}

func TestParseNumberRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "-", "+", ".", ",", "n/a", "n/a.", "NaN", "Inf", "-inf", "infinity", "1e5", "1E5", "1E+05", "1e-04", "1E-4", "1E-004", "E-04", "1E-04E-04", "1E-0x", "0x10", "0x1p-2", "1_000",
		"12%", "28g", "5-", "(5)", "--5", "- 5", "1/2", "½", "1,5,3", "1.5.3", "12,34.5", "1,23,456", "1,234.567,8", "1 2", "1234,567,890",
		"1,234 567", "0,123,456", "a,123", "1,23a", "٣", "1\x00", "\xff", "1.2,", strings.Repeat("9", 41), strings.Repeat("a", 10_000),
	} {
		got, err := ParseNumber(text)
		if err == nil {
			t.Errorf("ParseNumber(%q) = %v, want an error", text, got)
			continue
		}
		if len(err.Error()) > 300 {
			t.Errorf("ParseNumber of %d bytes complains with %d bytes", len(text), len(err.Error()))
		}
	}
}

func TestParseNumberShowsBothReadings(t *testing.T) {
	for text, want := range map[string]string{
		"1,234":   `"1,234" could be 1234 or 1.234; write it without the comma or with a decimal point`,
		"-12,500": `"-12,500" could be -12500 or -12.500; write it without the comma or with a decimal point`,
	} {
		if _, err := ParseNumber(text); err == nil || err.Error() != want {
			t.Errorf("ParseNumber(%q): %v\nwant %s", text, err, want)
		}
	}
}

func TestParseNumberReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.Float64Range(-1e9, 1e9).Draw(t, "value")
		decimals := rapid.IntRange(0, 6).Draw(t, "decimals")
		text := strconv.FormatFloat(value, 'f', decimals, 64)
		want, _ := strconv.ParseFloat(text, 64)
		want += 0 // "-0" is read as 0
		if got, err := ParseNumber(text); err != nil || got != want {
			t.Fatalf("ParseNumber(%q) = %v, %v", text, got, err)
		}
		if decimals != 3 {
			comma := strings.Replace(text, ".", ",", 1)
			if got, err := ParseNumber(comma); err != nil || got != want {
				t.Fatalf("ParseNumber(%q) = %v, %v", comma, got, err)
			}
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	for _, text := range []string{"3.25", "1,5", "1,234", "1.234,5", "1 234", "NaN", "0x1p-2", "−2", "1_0", "\u00a01", "1.2.3", "1,", ",1."} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var e NumberEvidence
		e.Add(text)
		for format := UsualNumbers; format <= MixedNumbers; format++ {
			got, err := format.Parse(text)
			if err != nil {
				continue
			}
			if math.IsNaN(got) || math.IsInf(got, 0) {
				t.Fatalf("format %d of %q: %v", format, text, got)
			}
			if digits := strings.Count(text, "0"); strings.IndexFunc(text, func(r rune) bool { return '1' <= r && r <= '9' }) < 0 && (got != 0 || digits == 0) {
				t.Fatalf("format %d of %q: %v out of no digits", format, text, got)
			}
			if usual, err := ParseNumber(text); err == nil && usual != got && !TwoWays(text) {
				t.Fatalf("%q has one reading and is %v and %v", text, usual, got)
			}
		}
	})
}

func BenchmarkParseNumber(b *testing.B) {
	for b.Loop() {
		_, _ = ParseNumber("1234.56")
	}
}

func TestNumberFormats(t *testing.T) {
	const refused = -1
	for _, tt := range []struct {
		text                       string
		usual, point, comma, mixed float64
	}{
		{"7", 7, 7, 7, 7},
		{"1.5", 1.5, 1.5, refused, 1.5},
		{"1,5", 1.5, refused, 1.5, 1.5},
		{"1.234", 1.234, 1.234, 1234, refused},
		{"1,234", refused, 1234, 1.234, refused},
		{" 1,234 ", refused, 1234, 1.234, refused},
		{"+12.500", 12.5, 12.5, 12500, refused},
		{"0.125", 0.125, 0.125, refused, 0.125},
		{"0,125", 0.125, refused, 0.125, 0.125},
		{"1234.125", 1234.125, 1234.125, refused, 1234.125},
		{"1,234.5", 1234.5, 1234.5, refused, 1234.5},
		{"1.234,5", 1234.5, refused, 1234.5, 1234.5},
		{"1,234,567", 1234567, 1234567, refused, 1234567},
		{"1.234.567", 1234567, refused, 1234567, 1234567},
		{"1 234,5", 1234.5, refused, 1234.5, 1234.5},
	} {
		for format, want := range map[NumberFormat]float64{UsualNumbers: tt.usual, DecimalPoint: tt.point, DecimalComma: tt.comma, MixedNumbers: tt.mixed} {
			got, err := format.Parse(tt.text)
			if (err != nil) != (want == refused) || err == nil && got != want {
				t.Errorf("format %d of %q: %v, %v; want %v", format, tt.text, got, err, want)
			}
		}
	}
}

func TestTwoWays(t *testing.T) {
	for text, want := range map[string]bool{
		"1,234": true, "12.500": true, "-999,000": true, " 1.234": true, "1.234 ": true,
		"": false, "1.5": false, "0.125": false, "1234.125": false, "1 234,125": false, "1,2345": false, "1,234.5": false, ".125": false,
		"a,123": false, "1,23a": false, "1.234.567": false, "abcde": false,
	} {
		if got := TwoWays(text); got != want {
			t.Errorf("TwoWays(%q) = %v", text, got)
		}
	}
}

func TestNumberEvidence(t *testing.T) {
	for cells, want := range map[string]NumberFormat{
		"":                   UsualNumbers,
		"7 12 soup 1,234":    UsualNumbers,
		"1.234 7":            UsualNumbers,
		"1,234 62.7":         DecimalPoint,
		"0.125":              DecimalPoint,
		"1,234,567":          DecimalPoint,
		"1,234.5":            DecimalPoint,
		"1,234 80,2":         DecimalComma,
		"1.234.567":          DecimalComma,
		"1.234,5 7":          DecimalComma,
		"1.5 2.5 1,5":        MixedNumbers,
		"1.5 1,234.5 1.5,5,": DecimalPoint,
	} {
		var e NumberEvidence
		for cell := range strings.SplitSeq(cells, " ") {
			e.Add(cell)
		}
		if got := e.Format(); got != want {
			t.Errorf("%q: format %d, want %d", cells, got, want)
		}
	}
}

func TestAFormatReadsWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.Float64Range(-1e9, 1e9).Draw(t, "value")
		decimals := rapid.IntRange(0, 6).Draw(t, "decimals")
		text := strconv.FormatFloat(value, 'f', decimals, 64)
		want, _ := strconv.ParseFloat(text, 64)
		want += 0
		if got, err := DecimalPoint.Parse(text); err != nil || got != want {
			t.Fatalf("DecimalPoint.Parse(%q) = %v, %v", text, got, err)
		}
		text = strings.Replace(text, ".", ",", 1)
		if got, err := DecimalComma.Parse(text); err != nil || got != want {
			t.Fatalf("DecimalComma.Parse(%q) = %v, %v", text, got, err)
		}
	})
}
