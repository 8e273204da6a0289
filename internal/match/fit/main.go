// Command fit finds the weights by which the matcher ranks foods, and the calibration of its confidence, on
// lists of what people wrote and what they ate:
//
//	go run ./internal/match/fit -bench DIR
//
// It writes internal/match/weights.csv, and beside its own source what to expect of rows that nobody has seen, each
// list in parts that were read by weights fitted without them: heldout.csv, how many are right; reliability.csv and
// reliability.svg, how often answers of each confidence are. The confidence is calibrated on those too. It starts from start.csv and priors.csv whatever the weights
// were before, goes the same steps each time, and so gives the same result each time.
//
// Its rule: the lists are read and never kept; only weights of words and features leave it. It refuses to
// give a weight to a word that few examples have, unless priors.csv says why.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	bench := flag.String("bench", "", "folder with the lists to fit on")
	misses := flag.String("misses", "", "file for the rows that were read wrongly")
	out := flag.String("out", "internal/match", "folder of the matcher's source")
	flag.Parse()
	if *bench == "" {
		fmt.Fprintln(os.Stderr, "fit: name the folder with the lists: -bench DIR")
		os.Exit(2)
	}
	if err := run(*bench, *out, *misses); err != nil {
		fmt.Fprintf(os.Stderr, "fit: %v\n", err)
		os.Exit(1)
	}
}
