package fhir

import "time"

// bundle holds resources that belong together.
type bundle struct {
	ResourceType resourceBundle `json:"resourceType"`
	ID           string         `json:"id,omitempty"`
	Identifier   *identifier    `json:"identifier,omitempty"`
	Type         string         `json:"type"`
	Timestamp    string         `json:"timestamp,omitempty"`
	Entry        []entry        `json:"entry,omitempty"`
}

type entry struct {
	FullURL  string `json:"fullUrl"`
	Resource any    `json:"resource"`
}

// open starts the Bundle.
func (d *document) open(kind string) {
	id := d.id("bundle")
	d.bundle = bundle{
		ID: id, Identifier: &identifier{System: "urn:ietf:rfc:3986", Value: "urn:uuid:" + id},
		// The standard wants one of a document, also where a report leaves dates out: then it is of 1980.
		Type: kind, Timestamp: d.Made().Format(time.RFC3339),
	}
}
