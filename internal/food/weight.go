package food

// Weight is what an amount of a food weighs, and how that is known.
type Weight struct {
	Grams     float64
	Low, High float64 // the range that the measure stands for; both equal Grams for a weighed amount
	Basis     string  // for people: "weighed", "portion: cup, chopped (128 g)", "usual portion", "density 0.92 g/ml (FAO/INFOODS)"
}
