package match

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBrandsAreWrittenInCapitals(t *testing.T) {
	for _, tt := range []struct {
		name string
		want []string
	}{
		{"Cereals ready-to-eat, RALSTON Corn Flakes", []string{"ralston"}},
		{"Cereals ready-to-eat, KELLOGG, KELLOGG'S CORN FLAKES", []string{"kellogg", "kellogg's", "corn", "flakes"}},
		{"Milk, NFS", nil},
		{"Cereal (Kellogg's Corn Flakes)", nil},
		{"Vitamin D, 2% B12", nil},
	} {
		if diff := cmp.Diff(tt.want, brands(tt.name)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
