package suggest

import (
	"cmp"
	"slices"
	"strings"
)

// Best are the portions that close most of the gaps for the energy they add, at most n, each within every
// limit by itself and rich in what one gap lacks. Of foods that differ only in how they were made
// ("Spinach, ...") the best one stands for all, and kinds that are listed already are left out.
func Best(offers []Offer, gaps []Gap, limits []Limit, n int, listed ...Offer) []Offer {
	seen := map[string]bool{}
	for i := range listed {
		seen[kind(&listed[i])] = true
	}
	var list []Offer
	for i := range offers {
		if o := &offers[i]; !seen[kind(o)] && o.Rich(gaps) && o.keeps(limits) {
			list = append(list, *o)
		}
	}
	slices.SortStableFunc(list, func(a, b Offer) int {
		return cmp.Or(cmp.Compare(b.Worth(gaps), a.Worth(gaps)), cmp.Compare(a.Food.Code, b.Food.Code))
	})
	list = slices.DeleteFunc(list, func(o Offer) bool {
		k := kind(&o)
		twice := seen[k]
		seen[k] = true
		return twice
	})
	return list[:min(n, len(list))]
}

// kind is what a food is, without how it was made: the first word or two of its name, and the second where
// the first says only a family ("Nuts, mixed").
func kind(o *Offer) string {
	parts := strings.SplitN(o.Food.Name, ", ", 3)
	if len(parts) > 1 && slices.Contains([]string{"Beans", "Nuts"}, parts[0]) {
		return parts[0] + ", " + parts[1]
	}
	first, _, _ := strings.Cut(parts[0], " NS as to")
	switch {
	case strings.HasPrefix(first, "Chicken"):
		return "Chicken"
	case strings.HasSuffix(first, " yogurt") || strings.HasPrefix(first, "Yogurt"):
		return "Yogurt"
	}
	return first
}
