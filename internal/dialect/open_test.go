package dialect_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/nutrigap/nutrigap/internal/dialect"
	"github.com/nutrigap/nutrigap/internal/diary"
)

const (
	servings    = "Day,Group,Food Name,Amount,Iron (mg)\n2026-03-01,Lunch,Lentils,100.00 g,3.30\n"
	daily       = "Date,Energy (kcal),Iron (mg),Completed\n2026-03-01,350.00,3.30,true\n"
	biometrics  = "Day,Group,Metric,Unit,Amount\n2026-03-01,,Weight,kg,62\n"
	handKept    = "date,food\n2026-03-01,lentils\n"
	notADiary   = "a,b\n1,2\n"
	lastOfMonth = "date,food,Iron (mg)\n2026-03-01,lentils,\"1,5\"\n31/02/2026,x,1\n"
)

func pack(t *testing.T, files ...string) *bytes.Reader {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(out.Bytes())
}

// first opens a file and says who reads it and where its first record stands, or what is wrong with it.
func first(t *testing.T, in dialect.File, o dialect.Options) string {
	t.Helper()
	reader, info, err := dialect.Open("x.zip", in, o)
	var refused *diary.FileError
	if errors.As(err, &refused) {
		return refused.Error() + "\n" + refused.Hint()
	}
	if err != nil {
		t.Fatal(err)
	}
	record, err := reader.Read()
	if err != nil {
		t.Fatal(err)
	}
	return info.Dialect + " " + record.Position().String()
}

func TestOneTableOfAnArchiveIsRead(t *testing.T) {
	for _, tt := range []struct {
		claim string
		files []string
		o     dialect.Options
		want  string
	}{
		{"foods go before their totals", []string{"dailysummary.csv", daily, "servings.csv", servings, "biometrics.csv", biometrics}, dialect.Options{}, "cronometer x.zip:servings.csv:2"},
		{"an app goes before a sheet", []string{"a.csv", handKept, "servings.csv", servings}, dialect.Options{}, "cronometer x.zip:servings.csv:2"},
		{"a sheet goes before totals", []string{"a.csv", handKept, "b.csv", daily}, dialect.Options{}, "plain x.zip:a.csv:2"},
		{"totals are better than nothing", []string{"a.csv", notADiary, "b.csv", daily}, dialect.Options{}, "cronometer-daily x.zip:b.csv:2"},
		{"another one can be asked for", []string{"dailysummary.csv", daily, "servings.csv", servings}, dialect.Options{Dialect: "cronometer-daily"}, "cronometer-daily x.zip:dailysummary.csv:2"},
		{"two of one rank are not added", []string{"a.csv", servings, "b.csv", servings}, dialect.Options{}, "x.zip: holds 2 diaries: \"a.csv\" (cronometer), \"b.csv\" (cronometer)\nunpack it and give those that don't hold the same foods"},
		{"the only table says itself what is wrong", []string{"a.csv", biometrics}, dialect.Options{}, "x.zip:a.csv: is Cronometer's biometrics export, which holds no food\nexport \"Food & Recipe Entries\", the file servings.csv"},
		{"of several, each says what is wrong", []string{"a.csv", biometrics, "b.csv", "x"}, dialect.Options{}, "x.zip: holds no diary\nthe tables in it are none:\nx.zip:a.csv: is Cronometer's biometrics export, which holds no food\nx.zip:b.csv: no column for the date"},
	} {
		if got := first(t, pack(t, tt.files...), tt.o); got != tt.want {
			t.Errorf("%s: %s\nwant %s", tt.claim, got, tt.want)
		}
	}
}

func TestRowsOfAnArchiveAreNamed(t *testing.T) {
	content, err := io.ReadAll(pack(t, "a.csv", lastOfMonth))
	if err != nil {
		t.Fatal(err)
	}
	reader, _, err := dialect.Open("x.zip", bytes.NewReader(content), dialect.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := reader.Read(); err != nil {
		t.Fatal(err)
	}
	record, err := reader.Read()
	if bad, ok := record.(*diary.SyntaxError); !ok || bad.Error() != `x.zip:a.csv:3: date: "31/02/2026" is not a date; write it as 2026-03-01` {
		t.Errorf("%v, %v", record, err)
	}
}

func TestAWorkbookIsADiary(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	rows := [][]any{
		{"My diary"},
		{},
		{"Date", "Food", "Amount", "Iron (mg)", "Note"},
		{46082, "lentils", "100 g", 1.234},
		{},
		{46083.5, "egg", 2},
		{46083, "bread", "1 slice", 0.5, "toasted", "beside the columns"},
	}
	style, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := book.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
		if i > 2 {
			if err := book.SetCellStyle("Sheet1", cell, cell, style); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := book.NewSheet("Weights"); err != nil {
		t.Fatal(err)
	}
	content, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, claimant := transcribe(t, "book.xlsx", content.Bytes(), dialect.Options{})
	want := []string{
		`nutrients: [iron_mg]`, `ignored: []`,
		`4: 2026-03-01 "lentils" at "" in "", amount "100 g", category "", note "", iron_mg=1.234`,
		`6: 2026-03-02 "egg" at "12:00" in "", amount "2", category "", note "", iron_mg=?`,
		`7: 2026-03-02 "bread" at "" in "", amount "1 slice", category "", note "toasted", iron_mg=0.5`,
	}
	if lines := strings.Split(strings.TrimSpace(got), "\n"); claimant != "plain" || !slices.Equal(lines, want) {
		t.Errorf("%s\n%s", claimant, got)
	}
	if got := first(t, bytes.NewReader(content.Bytes()), dialect.Options{}); got != "plain x.zip:Sheet1:4" {
		t.Error(got)
	}
}

const (
	recalled = "RecallRecId,UserName,IntakeStartDateTime,Occ_Time,Occ_Name,FoodAmt,KCAL,VITD,Food_Description\n" +
		"r1,ANN1,11/5/2026 0:00,11/5/2026 7:00,1,240,2.4,0,\"Coffee, brewed\"\nr2,BEN2,11/5/2026 0:00,11/5/2026 7:00,1,100,60,0,Apple\n"
	taken = "RecallRecId,UserName,IntakeStartDateTime,Occ_Time,Occ_Name,SupplAmount,KCAL,VITD,Suppl_Description\n" +
		"r1,ANN1,11/5/2026 0:00,11/5/2026 7:00,8,1,0,25,Vitamin D 1000 IU\n"
	summed = "RecallRecId,UserName,IntakeStartDateTime,KCAL,VITD\nr1,ANN1,11/5/2026 0:00,2.4,25\n"
)

// Foods and supplements are in no table together, so that both are read; the totals hold them again.
func TestSupplementsBesideFoodsAreReadToo(t *testing.T) {
	for _, tt := range []struct {
		claim string
		files []string
		o     dialect.Options
		want  []string
	}{
		{"both of one person", []string{"INS.csv", taken, "Items.csv", recalled, "Totals.csv", summed}, dialect.Options{Subject: "ANN1"}, []string{"Coffee, brewed", "Vitamin D 1000 IU"}},
		{"who takes none has only foods", []string{"Items.csv", recalled, "INS.csv", taken}, dialect.Options{Subject: "BEN2"}, []string{"Apple"}},
		{"supplements alone", []string{"INS.csv", taken}, dialect.Options{}, []string{"Vitamin D 1000 IU"}},
	} {
		t.Run(tt.claim, func(t *testing.T) {
			reader, _, err := dialect.Open("x.zip", pack(t, tt.files...), tt.o)
			if err != nil {
				t.Fatal(err)
			}
			var foods []string
			for {
				record, err := reader.Read()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				if e, ok := record.(*diary.Entry); ok {
					foods = append(foods, e.Food)
				}
			}
			if !slices.Equal(foods, tt.want) {
				t.Errorf("%q, want %q", foods, tt.want)
			}
		})
	}
}

func TestASubjectThatIsNotThere(t *testing.T) {
	for _, tt := range []struct{ claim, content, want string }{
		{"the file has others", recalled, "x.zip: holds no rows of \"EVE\"\nit holds those of \"ANN1\", \"BEN2\""},
		{"the file is of one person", servings, "x.zip: is no file of several people\n--subject is for those of studies (asa24, asa24-supplements, asa24-totals)"},
	} {
		if got := first(t, strings.NewReader(tt.content), dialect.Options{Subject: "EVE"}); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.claim, got, tt.want)
		}
	}
}
