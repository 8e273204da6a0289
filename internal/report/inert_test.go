package report

import "testing"

func TestInert(t *testing.T) {
	test := func(claim, in, want string) {
		t.Helper()
		if got := Inert(in); got != want {
			t.Errorf("%s: Inert(%q) = %q, want %q", claim, in, got, want)
		}
	}
	test("a word stays", "vitamin B12", "vitamin B12")
	test("an empty cell stays", "", "")
	test("a sign inside stays", "a=b", "a=b")
	for _, sign := range []string{"=", "+", "-", "@", "\t", "\r", "＝", " =", "\u00a0@"} {
		test("a formula is text", sign+"1", "'"+sign+"1")
	}
}
