package main

import "strings"

// readFNDDS reads the foods as eaten, with their values, portions and places among the foods most often reported.
func readFNDDS(in *input) (table, error) {
	t := table{
		name: "FNDDS 2021-2023",
		citation: "U.S. Department of Agriculture, Agricultural Research Service, Food Surveys Research Group. 2024. " +
			"USDA Food and Nutrient Database for Dietary Studies 2021-2023.",
		url:     "https://www.ars.usda.gov/nea/bhnrc/fsrg",
		columns: &fnddsColumns,
	}
	foods := make(map[int64]*entry)
	err := in.each(t.name, "fndds-2021-2023-foods-and-beverages.csv", func(r *row) {
		e := &entry{
			id:       r.whole("Food code"),
			name:     r.text("Main food description"),
			category: r.text("WWEIA Category description"),
		}
		e.also = otherNames(e.name, strings.Split(r.text("Additional food description"), ";"))
		add(r, foods, e)
	})
	if err != nil {
		return t, err
	}
	err = in.each(t.name, "fndds-2021-2023-nutrient-values.csv", func(r *row) {
		find(r, foods, "Food code").amounts = r.amounts(&fnddsColumns)
	})
	if err != nil {
		return t, err
	}
	err = in.each(t.name, "fndds-2021-2023-portions-and-weights.csv", func(r *row) {
		p := portion{seq: r.whole("Seq num"), grams: r.quantity("Portion weight (g)").Value}
		p.amount, p.label, p.kind = parsePortion(r.text("Portion description"))
		e := find(r, foods, "Food code")
		e.portions = append(e.portions, p)
	})
	if err != nil {
		return t, err
	}
	err = in.each("NHANES What We Eat in America 2011-2020", "nhanes-food-frequency-rank.csv", func(r *row) {
		// The ranks go back to 2011; some of their foods have left FNDDS since.
		if e := foods[r.whole("Food code")]; e != nil {
			e.rank = r.whole("Rank")
		}
	})
	t.foods = sorted(foods)
	return t, err
}

// add enters a food with nothing known of it yet; a code may come only once.
func add(r *row, foods map[int64]*entry, e *entry) {
	if foods[e.id] != nil {
		r.fail("food %d comes twice", e.id)
	}
	foods[e.id] = e
}

// find is the food whose code stands in a column; a code that no food has is an error.
func find(r *row, foods map[int64]*entry, column string) *entry {
	if e := foods[r.whole(column)]; e != nil {
		return e
	}
	r.fail("%s: no food has the code %q", column, r.text(column))
	return &entry{}
}
