package main

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// version is the edition of the table: its sources, and a number that rises whenever the same sources give
// other bytes. A test holds it equal to nutrientdb.Version.
const version = "fndds-2021-2023+sr-legacy.1"

// manifest says what the table was made from and what came out.
type manifest struct {
	Version string `json:"version"`
	Command string `json:"command"`
	Sources []file `json:"sources"`
	Counts  counts `json:"counts"`
	Output  file   `json:"output"`
}

// counts are the rows of the table.
type counts struct {
	Foods         int            `json:"foods"`
	BySource      map[string]int `json:"by_source"`
	WithoutValues int            `json:"without_values"`
	Ranked        int            `json:"ranked"`
	Portions      int            `json:"portions"`
}

func newManifest(out string, sources []file, tables []table) (*manifest, error) {
	content, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	m := &manifest{
		Version: version,
		Command: "go run ./nutrientdb/build -src DIR",
		Sources: sources,
		Counts:  counts{BySource: map[string]int{}},
		Output:  newFile(filepath.Base(out), content),
	}
	for _, t := range tables {
		m.Counts.add(t)
	}
	return m, nil
}

func (c *counts) add(t table) {
	c.Foods += len(t.foods)
	c.BySource[t.name] = len(t.foods)
	for _, e := range t.foods {
		c.Portions += len(e.portions)
		if !e.amounts.AnyKnown() {
			c.WithoutValues++
		}
		if e.rank > 0 {
			c.Ranked++
		}
	}
}

func (m *manifest) write(path string) error {
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}
