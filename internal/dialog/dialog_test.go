package dialog

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/diary"
	"github.com/nutrigap/nutrigap/internal/food"
	"github.com/nutrigap/nutrigap/internal/nutrient"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

// notebook is a kitchen that writes down what it is told. While it is broken nothing can be kept.
type notebook struct {
	said   []string
	broken error
}

func (n *notebook) note(format string, args ...any) error {
	if n.broken != nil {
		return n.broken
	}
	n.said = append(n.said, fmt.Sprintf(format, args...))
	return nil
}

func (n *notebook) Search(_ context.Context, text, _ string) ([]app.Option, error) {
	if text == "" {
		return nil, nil
	}
	return []app.Option{option("9", "Found "+text, 50)}, nil
}

func (n *notebook) Answer(_ context.Context, a pantry.Alias) error {
	if a.Grams > 0 {
		return n.note("%s is %s %s %v g", a.Text, a.Kind, a.Code, a.Grams)
	}
	return n.note("%s is %s %s", a.Text, a.Kind, a.Code)
}
func (n *notebook) Forget(_ context.Context, text string) error { return n.note("forget %s", text) }
func (n *notebook) Discard(_ context.Context, code string) error {
	return n.note("discard %s", code)
}

func (n *notebook) Cook(_ context.Context, r *pantry.Recipe) (*app.Cooked, error) {
	c := &app.Cooked{Dish: pantry.Dish{Recipe: *r, Food: &food.Food{Code: "recipe:1", Name: r.Name}}}
	for _, in := range r.Ingredients {
		c.Ingredients = append(c.Ingredients, app.CookedIngredient{Ingredient: in})
	}
	return c, n.note("cook %s: %s", r.Name, strings.ReplaceAll(r.Lines(), "\n", "; "))
}

func option(code, name string, grams float64) app.Option {
	f := &food.Food{Code: code, Name: name, Source: "table"}
	f.Per100g[nutrient.Energy] = nutrient.Of(200)
	return app.Option{Food: f, Confidence: 0.5, Weight: food.Weight{Grams: grams, Basis: "usual portion"}}
}

func threeDoubts() []app.Doubt {
	at := func(line int) diary.Pos { return diary.Pos{File: "march.csv", Line: line} }
	return []app.Doubt{
		{Text: "stew", Amount: "1 bowl", First: at(3), Times: 14, Share: 0.2, Likely: []app.Option{option("1", "Stew, beef", 250), option("2", "Stew, vegetable", 250)}},
		{Text: "my shake", First: at(5), Times: 2, Share: 0.1},
		{Text: "Notes", First: at(9), Times: 1, Share: 0.05, Likely: []app.Option{option("3", "Nuts, NFS", 30)}},
	}
}

// press runs keys and every command that they cause. A key is its name, "enter", or letters to type.
func press(m model, keys ...string) (model, bool) {
	special := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
		"right": tea.KeyRight, "backspace": tea.KeyBackspace, "tab": tea.KeyTab, "end": tea.KeyEnd}
	quit := false
	for _, key := range keys {
		if code, ok := special[key]; ok {
			m, quit = send(m, tea.KeyPressMsg{Code: code})
			continue
		}
		if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
			m, quit = send(m, tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl})
			continue
		}
		for _, r := range key {
			m, quit = send(m, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return m, quit
}

// send delivers a message and what follows from it, and reports whether the dialog ended.
func send(m model, msg tea.Msg) (model, bool) {
	next, cmd := m.Update(msg)
	return settleAll(next.(model), cmd)
}

func settleAll(m model, cmd tea.Cmd) (model, bool) {
	if cmd == nil {
		return m, false
	}
	switch msg := cmd().(type) {
	case tea.QuitMsg:
		return m, true
	case tea.BatchMsg:
		ended := false
		for _, c := range msg {
			var quit bool
			m, quit = settleAll(m, c)
			ended = ended || quit
		}
		return m, ended
	case nil:
		return m, false
	default:
		return send(m, msg)
	}
}

func start(n *notebook) model {
	m := newModel(context.Background(), n, threeDoubts())
	m, _ = settleAll(m, m.Init())
	return m
}

func TestAnswers(t *testing.T) {
	for _, tt := range []struct {
		name, keys string // keys between spaces; _ stands for a space
		want       []string
		answered   int
	}{
		{"the likeliest food", "enter", []string{"stew is food 1"}, 1},
		{"another one", "down enter", []string{"stew is food 2"}, 1},
		{"not beyond the list", "up down down down enter", []string{"stew is food 2"}, 1},
		{"a number chooses and doesn't take", "2 enter", []string{"stew is food 2"}, 1},
		{"a food that was searched", "/ beef_pot backspace enter", []string{"stew is food 9"}, 1},
		{"letters in the search box are no keys", "/ snrq esc", nil, 0},
		{"leaving the search box", "/ x esc enter", []string{"stew is food 1"}, 1},
		{"what one weighs", "down g 33x backspace 0 enter", []string{"stew is food 2 330 g"}, 1},
		{"grams that are none", "g lots enter esc enter", []string{"stew is food 1"}, 1},
		{"skip, not a food", "s right n", []string{"stew is skip ", "Notes is not a food "}, 2},
		{"later is no answer", "right right left", nil, 0},
		{"the text itself is searched where nothing is likely", "right enter", []string{"my shake is food 9"}, 1},
		{"taking back, twice", "s s u u u", []string{"stew is skip ", "my shake is skip ", "forget my shake", "forget stew"}, 0},
		{"taking back and answering again", "s u enter", []string{"stew is skip ", "forget stew", "stew is food 1"}, 1},
		{"a recipe", "r 200_g_lentils enter 1_onion enter servings:_4 enter enter", []string{"cook stew: 200 g lentils; 1 onion"}, 1},
		{"a line of a recipe can be changed", "r 1_onions enter backspace backspace enter enter", []string{"cook stew: 1 onion"}, 1},
		{"a recipe taken back", "r 1_onion enter enter u", []string{"cook stew: 1 onion", "discard recipe:1"}, 0},
		{"a recipe left", "r 1_onion enter esc", nil, 0},
		{"a recipe of nothing goes on asking", "r enter enter", nil, 0},
		{"all of them", "enter enter enter", []string{"stew is food 1", "my shake is food 9", "Notes is food 3"}, 3},
		{"taking back at the end", "enter enter enter u", []string{"stew is food 1", "my shake is food 9", "Notes is food 3", "forget Notes"}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := &notebook{}
			keys := strings.Fields(tt.keys)
			for i := range keys {
				keys[i] = strings.ReplaceAll(keys[i], "_", " ")
			}
			m, _ := press(start(n), keys...)
			if diff := cmp.Diff(tt.want, n.said); diff != "" {
				t.Errorf("kept (-want +got):\n%s", diff)
			}
			if m.answered() != tt.answered {
				t.Errorf("%d answered, want %d", m.answered(), tt.answered)
			}
		})
	}
}

func TestAnAnswerThatCannotBeKeptIsOpenAgain(t *testing.T) {
	n := &notebook{broken: errors.New("the disk is full")}
	m, _ := press(start(n), "enter")
	if m.answered() != 0 || m.failed == nil || !strings.Contains(strings.Join(m.screen(), "\n"), "the disk is full") {
		t.Errorf("%d answered, error %v", m.answered(), m.failed)
	}
	n.broken = nil
	if m, _ = press(m, "left", "enter"); m.answered() != 1 || m.failed != nil {
		t.Errorf("after the disk has room: %d answered, error %v", m.answered(), m.failed)
	}
}

func TestLeavingWaitsUntilEverythingIsKept(t *testing.T) {
	n := &notebook{}
	m := start(n)
	next, first := m.Update(tea.KeyPressMsg{Code: 's', Text: "s"}) // nothing is kept yet
	next, _ = next.Update(tea.KeyPressMsg{Code: 's', Text: "s"})
	next, end := next.Update(tea.KeyPressMsg{Code: 'q', Text: "q"})
	if end != nil {
		t.Fatal("the dialog ended with answers that are not kept")
	}
	if _, quit := settleAll(next.(model), first); !quit || len(n.said) != 2 {
		t.Errorf("ended %v with %q kept", quit, n.said)
	}
	if _, quit := press(next.(model), "ctrl+c"); !quit {
		t.Error("asked a second time, it doesn't end at once")
	}
}

func TestLateSearchesDontCount(t *testing.T) {
	m := start(&notebook{})
	m, _ = press(m, "/", "be")
	late := found{m.search - 1, []app.Option{option("0", "Bean", 10)}, nil}
	m, _ = send(m, late)
	if m.options[0].Food.Name != "Found be" {
		t.Errorf("the list shows %s", m.options[0].Food.Name)
	}
}

func TestScreen(t *testing.T) {
	m := start(&notebook{})
	m, _ = send(m, tea.WindowSizeMsg{Width: 60, Height: 14})
	m, _ = press(m, "down")
	var got []string
	for _, line := range m.screen() {
		got = append(got, strings.TrimRight(ansi.Strip(line), " "))
	}
	want := []string{
		"Review  1 of 3 · 0 answered · sure of 65% of the energy",
		strings.Repeat("─", 60),
		"stew  1 bowl",
		"14 times, 20% of the energy, first in march.csv:3",
		"",
		"  Stew, beef                           250 g  500 kcal   50%",
		"› Stew, vegetable                      250 g  500 kcal   50%",
		"",
		"250 g, 500 kcal · usual portion · table 2",
		"",
		"",
		strings.Repeat("─", 60),
		"↑↓ choose · enter take it · / search · g its grams · s skip",
		"n not a food · r recipe · u undo · → later · q quit",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheScreenNeverOverflows(t *testing.T) {
	keys := []string{"enter", "down", "g", "330", "/", "x", "esc", "s", "n", "r", "1 egg", "u", "left", "right", "backspace"}
	rapid.Check(t, func(t *rapid.T) {
		m := start(&notebook{})
		m, _ = send(m, tea.WindowSizeMsg{Width: rapid.IntRange(0, 120).Draw(t, "width"), Height: rapid.IntRange(0, 40).Draw(t, "height")})
		m, _ = press(m, rapid.SliceOfN(rapid.SampledFrom(keys), 0, 20).Draw(t, "keys")...)
		lines := m.screen()
		if len(lines) > max(1, m.height) {
			t.Fatalf("%d lines on a screen of %d", len(lines), m.height)
		}
		for _, line := range lines {
			if w := ansi.StringWidth(line); w > m.width {
				t.Fatalf("a line of %d columns on a screen of %d: %q", w, m.width, line)
			}
		}
	})
}

func TestRun(t *testing.T) {
	n := &notebook{}
	answered, err := Run(t.Context(), strings.NewReader("ssq"), io.Discard, n, threeDoubts())
	if err != nil || answered != 2 || len(n.said) != 2 {
		t.Errorf("%d answered with %q kept, error %v", answered, n.said, err)
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	defer w.Close()
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := Run(ctx, r, io.Discard, &notebook{}, threeDoubts()); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
