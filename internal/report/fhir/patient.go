package fhir

// patient is who ate. The name is there only if the report has one; a date of birth never is, because a report
// knows the age alone.
type patient struct {
	ResourceType resourcePatient `json:"resourceType"`
	ID           string          `json:"id"`
	Name         []humanName     `json:"name,omitempty"`
	Gender       string          `json:"gender,omitempty"`
}

type humanName struct {
	Text string `json:"text"`
}

func (d *document) newPatient(id string) *patient {
	p := &patient{ID: id}
	if name := clean(d.Person.Name); name != "" {
		p.Name = []humanName{{name}}
	}
	switch d.Person.Sex {
	case "female", "male":
		p.Gender = d.Person.Sex
	}
	return p
}

// measures are what the person said of themselves, as observations on the day of the report.
func (d *document) measures() []reference {
	var all []reference
	for _, m := range []struct {
		code, name, unit string
		value            *float64
	}{
		{"age", "Age, as told for this report", "a", d.Person.AgeYears},
		{"body_weight", "Body weight, as told for this report", "kg", d.Person.WeightKg},
		{"body_height", "Body height, as told for this report", "cm", d.Person.HeightCm},
	} {
		if m.value == nil {
			continue
		}
		o := d.newObservation("person "+m.code, concept{Coding: []coding{own(m.code, m.name)}, Text: m.name})
		o.Effective = day(d.Tool.Date)
		o.Value = of(m.value, m.unit)
		all = append(all, d.add(o.ID, o, m.name))
	}
	return all
}
