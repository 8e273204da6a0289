package fhir

// A resource begins with its own name. Each has a type for it, so that no resource can be made without one.

type (
	resourceBundle          struct{}
	resourceComposition     struct{}
	resourcePatient         struct{}
	resourceDevice          struct{}
	resourceObservation     struct{}
	resourceNutritionIntake struct{}
)

// MarshalJSON is the name.
func (resourceBundle) MarshalJSON() ([]byte, error) { return []byte(`"Bundle"`), nil }

// MarshalJSON is the name.
func (resourceComposition) MarshalJSON() ([]byte, error) { return []byte(`"Composition"`), nil }

// MarshalJSON is the name.
func (resourcePatient) MarshalJSON() ([]byte, error) { return []byte(`"Patient"`), nil }

// MarshalJSON is the name.
func (resourceDevice) MarshalJSON() ([]byte, error) { return []byte(`"Device"`), nil }

// MarshalJSON is the name.
func (resourceObservation) MarshalJSON() ([]byte, error) { return []byte(`"Observation"`), nil }

// MarshalJSON is the name.
func (resourceNutritionIntake) MarshalJSON() ([]byte, error) { return []byte(`"NutritionIntake"`), nil }
