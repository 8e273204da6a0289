package fhir

// device is the program that judged.
type device struct {
	ResourceType resourceDevice  `json:"resourceType"`
	ID           string          `json:"id"`
	DeviceName   []deviceName    `json:"deviceName,omitempty"`
	Version      []deviceVersion `json:"version,omitempty"`
}

type deviceName struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

type deviceVersion struct {
	Value string `json:"value"`
}

func (d *document) newDevice(id string) *device {
	v := &device{ID: id, DeviceName: []deviceName{{Name: "nutrigap", Type: "user-friendly-name"}}}
	if version := clean(d.Tool.Version + ", table " + d.Tool.Table); d.Tool.Version != "" {
		v.Version = []deviceVersion{{version}}
	}
	return v
}
