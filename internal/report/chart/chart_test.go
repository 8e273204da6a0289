package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/golden"
	"github.com/nutrigap/nutrigap/internal/report"
	"github.com/nutrigap/nutrigap/internal/report/reporttest"
	"github.com/nutrigap/nutrigap/internal/report/typeface"
)

const magnesium = "magnesium_mg"

func svg(t interface{ Fatal(...any) }, d *Drawing, write func(io.Writer, *Drawing) error) string {
	var b bytes.Buffer
	if err := write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestStoredSummaries(t *testing.T) {
	for _, name := range reporttest.Names() {
		t.Run(name, func(t *testing.T) {
			d := Of(reporttest.Load(t, name).Visible(), magnesium, Options{})
			golden.Check(t, reporttest.Path(name, ".svg"), []byte(svg(t, d, WriteSVG)))
		})
	}
	t.Run("year", func(t *testing.T) {
		d := Of(reporttest.Year(t), magnesium, Options{})
		golden.Check(t, reporttest.Path("year", ".svg"), []byte(svg(t, d, WriteSVG)))
	})
}

// Whatever is in the Summary, every shape lies in the picture and the SVG is well-formed.
func TestAnySummary(t *testing.T) {
	summaries := reporttest.Any()
	rapid.Check(t, func(t *rapid.T) {
		s := summaries.Draw(t, "summary").Visible()
		key := rapid.SampledFrom([]string{magnesium, "water_g", "energy_kcal", "nonsense"}).Draw(t, "key")
		check(t, Of(s, key, Options{Bare: rapid.Bool().Draw(t, "bare")}))
	})
}

type tester interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

func check(t tester, d *Drawing) {
	const slack = 2 // of signs, which are drawn around a point
	inside := func(x, y float64) {
		if !(x >= -slack && x <= d.Width+slack && y >= -slack && y <= d.Height+slack) {
			t.Fatalf("%v, %v is outside of the picture", x, y)
		}
	}
	for _, s := range d.Shapes {
		switch s := s.(type) {
		case Box:
			inside(s.X, s.Y)
			inside(s.X+s.W, s.Y+s.H)
		case Polygon:
			for _, p := range s.Points {
				inside(p.X, p.Y)
			}
		case Lines:
			for _, l := range s.Segments {
				inside(l[0].X, l[0].Y)
				inside(l[1].X, l[1].Y)
			}
		case Label:
			face := typeface.Regular()
			if s.Bold {
				face = typeface.Bold()
			}
			from := s.X - face.Width(printable(s.Text), s.Size)*float64(s.Anchor)/2 // start, middle, end
			inside(from, s.Y)
			inside(from+face.Width(printable(s.Text), s.Size), s.Y)
		}
	}
	decoder := xml.NewDecoder(strings.NewReader(svg(t, d, WriteSVG)))
	for {
		if _, err := decoder.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("the SVG is not well-formed: %v", err)
		}
	}
}

// span is where a text begins and ends.
type span struct{ from, to float64 }

func TestDatesNeverTouch(t *testing.T) {
	year := reporttest.Year(t)
	for _, days := range []int{1, 2, 7, 8, 14, 31, 62, 63, 92, 93, 365} {
		s := *year
		s.Days = year.Days[:days]
		for _, width := range []float64{250, 510, usualWidth} {
			d := Of(&s, magnesium, Options{Width: width, Height: 120, Size: 7, Bare: true})
			lines := map[float64][]span{}
			for _, shape := range d.Shapes {
				l, ok := shape.(Label)
				if !ok || l.Anchor != Middle || l.Class != "soft" {
					continue
				}
				half := typeface.Regular().Width(l.Text, l.Size) / 2
				for _, other := range lines[l.Y] {
					if l.X-half < other.to {
						t.Errorf("%d days, %v wide: %q touches what stands before it", days, width, l.Text)
					}
				}
				lines[l.Y] = append(lines[l.Y], span{l.X - half, l.X + half})
			}
		}
	}
}

func TestUnknownIsHatchedAndNeverNothing(t *testing.T) {
	s := reporttest.Load(t, "good-week")
	n := s.Days[2].Nutrient(magnesium)
	n.Amount, n.Coverage = nil, 0
	grounds := 0
	target := 0.0
	for _, shape := range Of(s, magnesium, Options{}).Shapes {
		switch shape := shape.(type) {
		case Box:
			if shape.Class == "ground" {
				grounds, target = grounds+1, math.Max(target, shape.H)
			}
		case Lines:
			if shape.Class == "hatch" && len(shape.Segments) == 0 {
				t.Error("an unknown part without strokes")
			}
		}
	}
	if grounds != len(s.Days) {
		t.Errorf("%d of %d days have an unknown part", grounds, len(s.Days))
	}
	p := newPlot(s, magnesium, Options{Width: usualWidth, Height: usualHeight, Size: usualSize})
	p.heading()
	p.legend()
	p.frame()
	if want := p.bottom - p.y(*p.n.Target); math.Abs(target-want) > 0.01 {
		t.Errorf("the unknown day is %v high, want the target's %v", target, want)
	}
}

func TestWeeksAreMeansOfDaysThatCount(t *testing.T) {
	amount := func(v float64) *float64 { return &v }
	days := []bar{
		{first: "a", last: "a", known: amount(100), coverage: 1}, {first: "b", last: "b", coverage: 0},
		{first: "c", last: "c", known: amount(900), coverage: 1, apart: true},
	}
	want := bar{first: "a", last: "c", known: amount(50), coverage: 0.5}
	if d := cmp.Diff(want, meanOf(days), cmp.AllowUnexported(bar{})); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if got := meanOf(days[2:]); !got.apart || *got.known != 900 {
		t.Errorf("a week without a day that counts gives %+v", got)
	}
	if got := meanOf(days[1:2]); got.known != nil {
		t.Errorf("a week of which nothing is known has %v", *got.known)
	}
}

func TestScale(t *testing.T) {
	bars := func(amounts ...float64) []bar {
		var all []bar
		for _, v := range amounts {
			all = append(all, bar{known: &v, coverage: 1})
		}
		return all
	}
	test := func(claim string, got scale, least, most float64, cut bool) {
		t.Helper()
		if got.top < least || got.top > most || got.cut != cut {
			t.Errorf("%s: top %v, cut %v", claim, got.top, got.cut)
		}
	}
	test("the target is seen", scaleOf(bars(10), 100, 0), 100, 110, false)
	test("a limit that is near is seen", scaleOf(bars(100), 100, 140), 140, 150, false)
	test("a limit far away flattens nothing", scaleOf(bars(100), 100, 1000), 100, 110, false)
	test("one day flattens nothing", scaleOf(bars(2, 2, 2, 2, 2, 2, 70), 2.4, 0), 7, 40, true)
	test("many high days are seen", scaleOf(bars(70, 72, 75), 2.4, 0), 75, 80, false)
	test("nothing known", scaleOf([]bar{{}}, 0, 0), 1, 1, false)
}

func TestHatchStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.Float64Range(0, 300)
		x, y, w, h := side.Draw(t, "x"), side.Draw(t, "y"), side.Draw(t, "w"), side.Draw(t, "h")
		const slack = 1e-6
		for _, l := range Hatch(x, y, w, h, 4) {
			for _, p := range l {
				if p.X < x-slack || p.X > x+w+slack || p.Y < y-slack || p.Y > y+h+slack {
					t.Fatalf("%v is outside", p)
				}
			}
		}
	})
}

// A page with a strict policy can show the picture: the element has no style of its own, and the style sheet
// knows each of its classes.
func TestInline(t *testing.T) {
	sheet := Stylesheet()
	for _, name := range reporttest.Names() {
		text := svg(t, Of(reporttest.Load(t, name).Visible(), magnesium, Options{}), WriteInlineSVG)
		if strings.Contains(text, "style") {
			t.Errorf("%s: a style inside", name)
		}
		for _, m := range regexp.MustCompile(`class="([^"]*)"`).FindAllStringSubmatch(text, -1) {
			class := strings.TrimSuffix(m[1], " bold")
			if class != "nutrigap" && !strings.Contains(sheet, "."+strings.ReplaceAll(class, " ", ".")+"{") {
				t.Errorf("%s: the style sheet has no class %q", name, class)
			}
		}
	}
}

func TestHostileTextIsText(t *testing.T) {
	s := reporttest.Load(t, "one-day")
	tags := func(text string) int {
		s.Nutrients[0].Name, s.Nutrients[0].TargetKind, s.Days[0].Date = text, text, text
		return strings.Count(svg(t, Of(s, s.Nutrients[0].Key, Options{}), WriteSVG), "<")
	}
	want := tags("soup")
	for _, text := range reporttest.Hostile() {
		if got := tags(text); got != want {
			t.Errorf("%q makes %d tags, soup %d", text, got, want)
		}
	}
}

func TestPNG(t *testing.T) {
	for _, name := range reporttest.Names() {
		var b bytes.Buffer
		if err := WritePNG(&b, Of(reporttest.Load(t, name).Visible(), magnesium, Options{}), 2); err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		if size := picture.Bounds().Size(); size.X != 2*usualWidth || size.Y != 2*usualHeight {
			t.Errorf("%s: the picture is %v", name, size)
		}
		colors := map[any]bool{}
		for y := 0; y < picture.Bounds().Dy(); y += 3 {
			for x := range picture.Bounds().Dx() {
				colors[picture.At(x, y)] = true
			}
		}
		if len(colors) < 10 {
			t.Errorf("%s: the picture has %d colours", name, len(colors))
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWritersReportErrors(t *testing.T) {
	d := Of(&report.Summary{}, magnesium, Options{})
	if WriteSVG(brokenPipe{}, d) == nil || WritePNG(brokenPipe{}, d, 1) == nil {
		t.Error("no error of a writer that fails")
	}
}

func BenchmarkOfYear(b *testing.B) {
	s := reporttest.Year(b)
	for b.Loop() {
		Of(s, magnesium, Options{})
	}
}
