package app

import "github.com/nutrigap/nutrigap/internal/diary"

// What waits between two goroutines: records in batches, because handing one over costs as much as to read
// it, and so many batches that neither waits for the other's single steps.
const (
	batchSize    = 256
	batchesAhead = 4
)

// read is what a diary yielded.
type read struct {
	record diary.Record
	err    error
}

// ahead reads a diary on another core than the one that counts it. Order and errors stay as they are, and
// nothing is read any more when the sequence ends.
func ahead(records Records) Records {
	return func(yield func(diary.Record, error) bool) {
		batches := make(chan []read, batchesAhead)
		stop := make(chan struct{})
		go func() {
			defer close(batches)
			batch := make([]read, 0, batchSize)
			for record, err := range records {
				batch = append(batch, read{record, err})
				if len(batch) < batchSize {
					continue
				}
				select {
				case batches <- batch:
				case <-stop:
					return
				}
				batch = make([]read, 0, batchSize)
			}
			select {
			case batches <- batch:
			case <-stop:
			}
		}()
		defer func() {
			close(stop)
			for range batches { // until the reader has ended
			}
		}()
		for batch := range batches {
			for _, r := range batch {
				if !yield(r.record, r.err) {
					return
				}
			}
		}
	}
}
