package main

import (
	"sync"

	"github.com/nutrigap/nutrigap/internal/match"
)

func traceTop(m *match.Matcher, rows []row) ([][]match.Trace, error) {
	traces := make([][]match.Trace, len(rows))
	var wg sync.WaitGroup
	const share = 64
	for from := 0; from < len(rows); from += share {
		wg.Go(func() {
			for i := from; i < min(from+share, len(rows)); i++ {
				traces[i], _ = m.TraceRanked(rows[i].query)
			}
		})
	}
	wg.Wait()
	return traces, nil
}
