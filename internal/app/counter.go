package app

import (
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/intake"
	"github.com/nutrigap/nutrigap/internal/report"
)

// countsBehind is how many batches may wait to be counted: those of a year of anybody's diary, so that whoever
// hands the records on (and holds the database meanwhile) need not wait until their foods are found.
const countsBehind = 24

// Counter says what would become of a diary's rows while somebody else reads them. It counts on another core,
// behind the reader.
type Counter struct {
	batch   []diary.Record
	batches chan []diary.Record
	counted chan struct{}
	tally   *tally
	err     error
}

// NewCounter begins to count, with a matcher that is made when the first record comes.
func NewCounter(matcher func() (Matcher, error)) *Counter {
	c := &Counter{batches: make(chan []diary.Record, countsBehind), counted: make(chan struct{})}
	go func() {
		defer close(c.counted)
		for batch := range c.batches {
			if len(batch) > 0 && c.tally == nil && c.err == nil {
				c.start(matcher)
			}
			for _, record := range batch {
				if c.err == nil {
					c.tally.add(record)
				}
			}
		}
	}()
	return c
}

func (c *Counter) start(matcher func() (Matcher, error)) {
	var m Matcher
	if m, c.err = matcher(); c.err == nil {
		c.tally = newTally(m, intake.Fill, func(*diary.SyntaxError) {})
		c.tally.totals.Shares = true
	}
}

// Add counts a record, which nobody may change any more.
func (c *Counter) Add(record diary.Record) {
	c.batch = append(c.batch, record)
	if len(c.batch) == batchSize {
		c.batches <- c.batch
		c.batch = make([]diary.Record, 0, batchSize)
	}
}

// Rows ends the count and says what it came to.
func (c *Counter) Rows() (report.Rows, error) {
	c.batches <- c.batch
	close(c.batches)
	<-c.counted
	if c.err != nil || c.tally == nil {
		return report.Rows{}, c.err
	}
	return c.tally.counted(), nil
}
