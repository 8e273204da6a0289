package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	bench := flag.String("bench", "../shared/bench", "folder with the lists")
	out := flag.String("out", "internal/match", "folder to write the weights to")
	half := flag.Int("half", 0, "fit on odd rows only (1) or even rows only (2), to look at the other half")
	flag.Parse()
	if err := run(*bench, *out, *half); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}
