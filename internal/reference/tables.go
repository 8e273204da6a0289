package reference

import (
	"strings"
	"sync"

	"github.com/nutrigap/nutrigap/internal/nutrient"
)

// tables are what is known beside the values of any one authority.
type tables struct {
	variation   []Variation
	iron        []ironStep
	energy      []equation
	adjustments []Adjustment
	leftOut     []leftOut
}

// shared are the tables, parsed once, and only when somebody asks for a set.
var shared = sync.OnceValues(func() (*tables, error) {
	t := new(tables)
	var err error
	if t.variation, err = decode("variation.csv", variationLine.row); err != nil {
		return nil, err
	}
	if t.iron, err = decode("iron.csv", ironLine.row); err != nil {
		return nil, err
	}
	if t.energy, err = decode("energy.csv", energyLine.row); err != nil {
		return nil, err
	}
	if t.adjustments, err = decode("adjustments.csv", adjustmentLine.row); err != nil {
		return nil, err
	}
	t.leftOut, err = decode("left_out.csv", leftOutLine.row)
	return t, err
})

// leftOut is what a set says of a nutrient in a way that a daily amount can't show.
type leftOut struct {
	set    string
	id     nutrient.ID
	stages []Stage
	unless string // what the person says that fills the gap: "trimester"; empty for nothing
	reason string
}

type leftOutLine struct {
	Set      string `csv:"set"`
	Nutrient string `csv:"nutrient"`
	Stages   string `csv:"stages"`
	Unless   string `csv:"unless"`
	Reason   string `csv:"reason"`
}

func (l leftOutLine) row() (o leftOut, err error) {
	o.set, o.unless, o.reason = l.Set, l.Unless, l.Reason
	for _, stage := range strings.Split(l.Stages, ";") {
		o.stages = append(o.stages, Stage(stage))
	}
	o.id, err = known(l.Nutrient)
	return o, err
}
