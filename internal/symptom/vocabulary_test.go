package symptom

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestEveryWordIsFoundByKeyAndName(t *testing.T) {
	b := load(t)
	if len(b.Words()) != len(table[symptomRow](t, "symptoms.csv")) {
		t.Fatalf("%d words", len(b.Words()))
	}
	for _, w := range b.Words() {
		for _, text := range []string{w.Key, w.Name, strings.ToUpper(w.Name), " " + strings.ReplaceAll(w.Key, "_", "-")} {
			if got, err := b.Named(text); err != nil || got != w {
				t.Errorf("%q: %v, %v, want %v", text, got, err, w)
			}
		}
	}
}

func TestAnUnknownWordNamesTheNearest(t *testing.T) {
	b := load(t)
	for text, want := range map[string]string{
		"cramp": "cramps", "crmaps": "cramps", "tremer": "tremor", "pain": "muscle_pain", "tired": "fatigue",
		"dizzy": "dizziness", "numb": "tingling_numbness", "muscle pains": "muscle_pain",
	} {
		_, err := b.Named(text)
		var unknown *UnknownError
		if !errors.As(err, &unknown) || !slices.Contains(unknown.Nearest, want) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s among the nearest", text, err, want)
		}
	}
	if _, err := b.Named(""); err == nil {
		t.Error("nothing is a symptom")
	}
}

func TestReasonToSeeADoctorIsSaidWhereItIsNoSymptomOfTheVocabulary(t *testing.T) {
	b := load(t)
	for text, want := range map[string]string{"Dark urine": "emergency", "chest pain": "emergency", "sore": ""} {
		_, err := b.Named(text)
		var unknown *UnknownError
		if !errors.As(err, &unknown) {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := unknown.Hint(); (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%q: hint %q, want one of an %s", text, got, want)
		}
	}
}
