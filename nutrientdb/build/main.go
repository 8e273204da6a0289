// Command build makes the embedded nutrient table from the published tables of the U.S. Department of
// Agriculture: FNDDS 2021-2023 (foods as eaten) and SR Legacy with the values of SR28.
//
//	go run ./nutrientdb/build -src DIR
//
// Its rule: the same files give the same bytes, every food is kept, and a blank cell becomes NULL. It refuses
// a file whose columns or numbers it doesn't understand rather than leaving anything out.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stderr)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stderr io.Writer) error {
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.SetOutput(stderr)
	src := flags.String("src", "", "`folder` with the USDA tables as CSV")
	out := flags.String("o", "nutrientdb/nutrients.sqlite", "`file` to write; MANIFEST.json goes beside it")
	schema := flags.String("schema", "nutrientdb/schema.sql", "`file` with the table definitions")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *src == "" {
		return fmt.Errorf("-src is required: the folder with the USDA tables")
	}
	m, err := build(ctx, *src, *schema, *out)
	if err != nil {
		return err
	}
	fmt.Fprintf(stderr, "%s: %d foods, %d portions, %d bytes, sha256 %s\n", *out, m.Counts.Foods, m.Counts.Portions, m.Output.Bytes, m.Output.SHA256)
	return nil
}

// build reads the tables of folder src and writes the database out and its manifest.
func build(ctx context.Context, src, schema, out string) (*manifest, error) {
	ddl, err := os.ReadFile(schema)
	if err != nil {
		return nil, err
	}
	in := &input{dir: src}
	fndds, err := readFNDDS(in)
	if err != nil {
		return nil, err
	}
	legacy, err := readLegacy(in)
	if err != nil {
		return nil, err
	}
	// SR Legacy first: its codes are the smaller numbers, so that rows go in by rising id.
	tables := []table{legacy, fndds}
	if err := writeDatabase(ctx, out, string(ddl), tables); err != nil {
		return nil, fmt.Errorf("%s: %w", out, err)
	}
	m, err := newManifest(out, in.files, tables)
	if err != nil {
		return nil, err
	}
	return m, m.write(filepath.Join(filepath.Dir(out), "MANIFEST.json"))
}
