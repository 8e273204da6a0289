package dialect_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/nutrigap/nutrigap/internal/dialect"
)

const benchRows = 20_000

// BenchmarkPlain reads short rows of text, one day after eight rows.
func BenchmarkPlain(b *testing.B) {
	var file bytes.Buffer
	file.WriteString("date,meal,food,amount,Magnesium (mg)\n")
	for i := range benchRows {
		fmt.Fprintf(&file, "2026-%02d-%02d,lunch,\"Lentils, cooked, no salt\",1 1/2 cups,%d.5\n", i/224%12+1, i/8%28+1, i%90)
	}
	benchmark(b, file.Bytes(), "plain")
}

// BenchmarkCronometer reads rows of 57 columns, a third of them blank.
func BenchmarkCronometer(b *testing.B) {
	var file bytes.Buffer
	columns := []string{"Day", "Time", "Group", "Food Name", "Amount"}
	for heading := range servingsColumns {
		columns = append(columns, heading)
	}
	for i := len(columns); i < 56; i++ {
		columns = append(columns, fmt.Sprintf("Amino acid %d (g)", i))
	}
	file.WriteString(strings.Join(columns, ",") + ",Category\n")
	for i := range benchRows {
		fmt.Fprintf(&file, "2026-%02d-%02d,8:15 AM,\"Breakfast\",\"Rolled Oats, Dry\",\"40.00 g\"", i/224%12+1, i/8%28+1)
		for k := 5; k < 56; k++ {
			if k%3 == 0 {
				file.WriteString(",")
			} else {
				fmt.Fprintf(&file, ",%d.%02d", i%300, k)
			}
		}
		file.WriteString(",\"Breakfast Cereals\"\n")
	}
	benchmark(b, file.Bytes(), "cronometer")
}

func benchmark(b *testing.B, file []byte, want string) {
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	rows := 0
	for b.Loop() {
		reader, info, err := dialect.Open("bench.csv", bytes.NewReader(file), dialect.Options{})
		if err != nil || info.Dialect != want {
			b.Fatalf("opened as %q: %v", info.Dialect, err)
		}
		for {
			if _, err := reader.Read(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
			rows++
		}
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
