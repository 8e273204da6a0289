package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"

	"github.com/nutrigap/nutrigap/internal/assess"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/reference"
)

// DayNutrients are the nutrients of a day, in the order of nutrient.All: those with a known amount or a
// target. They are a list, or worked out of the day whenever somebody asks: a diary of a hundred years has
// more than a million of them.
type DayNutrients struct {
	list []DayNutrient
	day  *assess.Logged // nil for a list
	need *reference.Needs
}

// Listed are nutrients as they were written down.
func Listed(list ...DayNutrient) DayNutrients { return DayNutrients{list: list} }

// All lists the nutrients.
func (n DayNutrients) All() []DayNutrient {
	switch {
	case n.day == nil && n.list == nil:
		return []DayNutrient{}
	case n.day == nil:
		return n.list
	}
	verdicts := assess.Day(n.day.Day, n.need)
	list := make([]DayNutrient, len(verdicts))
	for i := range verdicts {
		list[i] = dayNutrient(&verdicts[i])
	}
	return list
}

// find is the nutrient with a key; nil where there is none.
func (n DayNutrients) find(key string) *DayNutrient {
	if n.day == nil {
		if i := slices.IndexFunc(n.list, func(d DayNutrient) bool { return d.Key == key }); i >= 0 {
			return &n.list[i]
		}
		return nil
	}
	id, ok := nutrient.ByKey(key)
	if !ok {
		return nil
	}
	v, ok := assess.OnDay(n.day.Day, n.need, id)
	if !ok {
		return nil
	}
	found := dayNutrient(&v)
	return &found
}

func dayNutrient(v *assess.Verdict) DayNutrient {
	n := DayNutrient{
		Key: v.Nutrient.Key(), Unit: string(v.Nutrient.Unit()),
		Amount: known(v.Amount), Coverage: v.Coverage, Status: string(v.Status),
	}
	n.Target, n.TargetKind = goal(&v.Target)
	n.Percent = percent(v)
	return n
}

// MarshalJSON writes the list, [] where it is empty.
func (n DayNutrients) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // whoever wants it does it to the whole
	err := enc.Encode(n.All())
	return b.Bytes(), err
}

// UnmarshalJSON reads a list. The offset of a type error is -1, since it isn't known where in the input the list
// stands.
func (n *DayNutrients) UnmarshalJSON(content []byte) error {
	*n = DayNutrients{}
	err := json.Unmarshal(content, &n.list)
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		kind.Offset = -1
	}
	return err
}

// visible are nutrients in which every string is [Visible]; what the program works out itself is.
func (n DayNutrients) visible(list func([]DayNutrient) []DayNutrient) DayNutrients {
	if n.day == nil {
		n.list = list(n.list)
	}
	return n
}
