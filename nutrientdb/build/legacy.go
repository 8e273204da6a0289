package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/nutrigap/nutrigap/internal/food"
)

// readLegacy reads the foods of SR Legacy with the values of SR28. SR28 has foods that left the list since, and
// some foods of SR Legacy have no values there: the former are left out, the latter kept as unknown.
func readLegacy(in *input) (table, error) {
	t := table{
		name: "SR Legacy",
		citation: "U.S. Department of Agriculture, Agricultural Research Service. 2018. " +
			"USDA National Nutrient Database for Standard Reference, Legacy. Nutrient values of release 28 (2015).",
		url:     "https://fdc.nal.usda.gov",
		columns: &sr28Columns,
	}
	groups := make(map[string]string)
	err := in.each(t.name, "sr-legacy-food-group.csv", func(r *row) {
		groups[r.text("FdGrp_Cd")] = r.text("FdGrp_Desc")
	})
	if err != nil {
		return t, err
	}
	foods := make(map[int64]*entry)
	err = in.each(t.name, "sr-legacy-food-description.csv", func(r *row) {
		e := &entry{
			id:       r.whole("NDB_No"),
			name:     r.text("Long_Desc"),
			category: groups[r.text("FdGrp_Cd")],
		}
		if e.category == "" {
			r.fail("FdGrp_Cd: no food group has the code %q", r.text("FdGrp_Cd"))
		}
		e.also = otherNames(e.name, append(commonNames(e.name, r.text("ComName")), r.text("ManufacName")))
		add(r, foods, e)
	})
	if err != nil {
		return t, err
	}
	err = in.each("SR28", "sr28-abbreviated.csv", func(r *row) {
		if e := foods[r.whole("NDB_No")]; e != nil {
			e.amounts = r.amounts(&sr28Columns)
		}
	})
	if err != nil {
		return t, err
	}
	err = in.each(t.name, "sr-legacy-weight.csv", func(r *row) {
		e := find(r, foods, "NDB_No")
		e.portions = append(e.portions, portion{
			seq:    r.whole("Seq"),
			amount: r.quantity("Amount").Value,
			label:  r.text("Msre_Desc"),
			grams:  r.quantity("Gm_Wgt").Value,
			kind:   food.Household,
		})
	})
	t.foods = sorted(foods)
	return t, err
}

// The meat trade's numbers for cuts: "URMIS #1388", "IMPS #312".
var cutNumber = regexp.MustCompile(`(?i)^(urmis|imps)\b`)

// commonNames splits the common names of an SR Legacy food at their commas and drops the numbers of cuts. A list that
// begins as the description does is one name turned round: "Beef, Chuck, Short Ribs".
func commonNames(description, list string) []string {
	names := strings.Split(list, ",")
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	names = slices.DeleteFunc(names, cutNumber.MatchString)
	first, _, _ := strings.Cut(description, ",")
	if len(names) > 1 && strings.EqualFold(names[0], first) {
		return []string{strings.Join(names, ", ")}
	}
	return names
}
