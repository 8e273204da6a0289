package app

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMatchFoods(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"rows come back in order with their labels", "row,food,amount\na,spinach,1\nb,gruel,\n", "a spinach 1: Spinach, raw|b gruel : ?"},
		{"rows without a label are numbered", "food,amount\nspinach,1\nstew,2\n", "1 spinach 1: Spinach, raw|2 stew 2: Stew, NFS"},
		{"columns in any order, after a byte order mark", "\ufeffamount,food\n1,spinach\n", "1 spinach 1: Spinach, raw"},
		{"a broken row costs no other", "food,amount\nspinach,1\nstew\nstew,1\n", "1 spinach 1: Spinach, raw|record on line 3: wrong number of fields|2 stew 1: Stew, NFS"},
		{"a header alone is an empty list", "row,food,amount\n", ""},
		{"nothing at all", "", "error: the list is empty; its first line must name the columns food and amount"},
		{"no food column", "text,amount\nspinach,1\n", `error: the list has no column "food"; its header is ["text" "amount"]`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for row, err := range MatchFoods(larder{}, strings.NewReader(tt.in)) {
				switch {
				case err != nil:
					got = append(got, "error: "+err.Error())
				case row.Err != nil:
					got = append(got, row.Err.Error())
				default:
					name := "?"
					if f := row.Items[0].Food; f != nil {
						name = f.Name
					}
					got = append(got, strings.Join([]string{row.Row, row.Food, row.Amount}, " ")+": "+name)
				}
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestMatchFoodsOfAListLongerThanAChunk(t *testing.T) {
	n := 0
	for row, err := range MatchFoods(larder{}, strings.NewReader("food\n"+strings.Repeat("spinach\n", matchChunk+10))) {
		if err != nil || len(row.Items) != 1 {
			t.Fatalf("row %d: %+v, %v", n, row, err)
		}
		n++
	}
	if n != matchChunk+10 {
		t.Errorf("%d rows came back of %d", n, matchChunk+10)
	}
}
