// Package nutrient is the vocabulary of everything that nutrigap measures: which nutrients there are,
// in which unit each is counted, and what is known of a value.
//
// Its rule: a value is tidied into the nutrient's one unit on the way in and scaled for reading only on
// the way out, and what nobody measured stays unknown. It refuses to turn a missing value into zero.
package nutrient

// ID names one nutrient. The zero ID is Energy; use [ByKey] for text from outside.
type ID uint8

// The nutrients that nutrigap counts, in the order in which they are listed to people.
const (
	Energy ID = iota
	Protein
	Carbohydrate
	Fiber
	Sugars
	Fat
	SaturatedFat
	Cholesterol
	Alcohol
	Caffeine
	Water
	Calcium
	Iron
	Magnesium
	Phosphorus
	Potassium
	Sodium
	Zinc
	Copper
	Manganese
	Selenium
	VitaminA
	VitaminC
	VitaminD
	VitaminE
	VitaminK
	Thiamin
	Riboflavin
	Niacin
	PantothenicAcid
	VitaminB6
	VitaminB12
	Folate
	FolateFood
	FolicAcid
	Choline

	// Count is the number of nutrients; every ID is below it.
	Count = int(Choline) + 1
)

// Unit is a unit of mass or energy in which a nutrient is counted.
type Unit string

// The units of nutrients after tidying.
const (
	Gram      Unit = "g"
	Milligram Unit = "mg"
	Microgram Unit = "mcg"
	Kcal      Unit = "kcal"
)

// Symbol is the unit as people read it: "µg" for mcg.
func (u Unit) Symbol() string {
	if u == Microgram {
		return "µg"
	}
	return string(u)
}

var infos = [Count]struct {
	key, name string
	unit      Unit
}{
	Energy:          {"energy_kcal", "energy", Kcal},
	Protein:         {"protein_g", "protein", Gram},
	Carbohydrate:    {"carbohydrate_g", "carbohydrate", Gram},
	Fiber:           {"fiber_g", "fibre", Gram},
	Sugars:          {"sugars_g", "sugars", Gram},
	Fat:             {"fat_g", "fat", Gram},
	SaturatedFat:    {"saturated_fat_g", "saturated fat", Gram},
	Cholesterol:     {"cholesterol_mg", "cholesterol", Milligram},
	Alcohol:         {"alcohol_g", "alcohol", Gram},
	Caffeine:        {"caffeine_mg", "caffeine", Milligram},
	Water:           {"water_g", "water", Gram},
	Calcium:         {"calcium_mg", "calcium", Milligram},
	Iron:            {"iron_mg", "iron", Milligram},
	Magnesium:       {"magnesium_mg", "magnesium", Milligram},
	Phosphorus:      {"phosphorus_mg", "phosphorus", Milligram},
	Potassium:       {"potassium_mg", "potassium", Milligram},
	Sodium:          {"sodium_mg", "sodium", Milligram},
	Zinc:            {"zinc_mg", "zinc", Milligram},
	Copper:          {"copper_mg", "copper", Milligram},
	Manganese:       {"manganese_mg", "manganese", Milligram},
	Selenium:        {"selenium_mcg", "selenium", Microgram},
	VitaminA:        {"vitamin_a_mcg", "vitamin A", Microgram},
	VitaminC:        {"vitamin_c_mg", "vitamin C", Milligram},
	VitaminD:        {"vitamin_d_mcg", "vitamin D", Microgram},
	VitaminE:        {"vitamin_e_mg", "vitamin E", Milligram},
	VitaminK:        {"vitamin_k_mcg", "vitamin K", Microgram},
	Thiamin:         {"thiamin_mg", "thiamin (B1)", Milligram},
	Riboflavin:      {"riboflavin_mg", "riboflavin (B2)", Milligram},
	Niacin:          {"niacin_mg", "niacin (B3)", Milligram},
	PantothenicAcid: {"pantothenic_acid_mg", "pantothenic acid (B5)", Milligram},
	VitaminB6:       {"vitamin_b6_mg", "vitamin B6", Milligram},
	VitaminB12:      {"vitamin_b12_mcg", "vitamin B12", Microgram},
	Folate:          {"folate_mcg", "folate (DFE)", Microgram},
	FolateFood:      {"folate_food_mcg", "food folate", Microgram},
	FolicAcid:       {"folic_acid_mcg", "folic acid", Microgram},
	Choline:         {"choline_mg", "choline", Milligram},
}

// Key is the stable name in files, databases and JSON: snake case with the unit last, "vitamin_d_mcg".
// Folate is counted in micrograms of dietary folate equivalents (DFE), vitamin A in retinol activity
// equivalents (RAE), vitamin E as alpha-tocopherol.
func (id ID) Key() string { return infos[id].key }

// Name is the nutrient's English name for people, lower case where the word allows it.
func (id ID) Name() string { return infos[id].name }

// Unit is the one unit in which this nutrient is counted everywhere inside the program.
func (id ID) Unit() Unit { return infos[id].unit }

// String is the key.
func (id ID) String() string { return id.Key() }

var byKey = func() map[string]ID {
	m := make(map[string]ID, Count)
	for i := range infos {
		m[infos[i].key] = ID(i)
	}
	return m
}()

// ByKey finds a nutrient by its key.
func ByKey(key string) (ID, bool) {
	id, ok := byKey[key]
	return id, ok
}

// All lists every nutrient in display order.
func All() []ID {
	ids := make([]ID, Count)
	for i := range ids {
		ids[i] = ID(i)
	}
	return ids
}
