package dialog

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/pantry"
	"github.com/nutrigap/nutrigap/internal/report"
)

// mode is what the keys are for.
type mode int

const (
	choosing  mode = iota // among the likely foods
	searching             // typing words, and choosing among what they find
	cooking               // typing ingredients
	weighing              // typing what one of the selected food weighs
	finished              // nothing is left to ask
)

// question is a doubt and what the person said of it.
type question struct {
	app.Doubt
	said string // in words; empty while it is open
	code string // of the recipe that was made of it, empty where none was
}

// model is the dialog at one moment.
type model struct {
	ctx       context.Context
	kitchen   Kitchen
	questions []question
	at        int // the question on the screen
	mode      mode

	options  []app.Option // on the screen
	selected int
	field    string   // what was typed and not yet entered
	lines    []string // the ingredients so far
	search   int      // the number of the latest search; older answers don't count

	history []int // the questions answered, in order
	queue   []job // changes of the diary that wait, the first of them under way
	waiting bool  // for a recipe
	leaving bool
	notice  string // about what happened last
	failed  error  // the latest change that couldn't be kept

	width, height int
}

// job is one change of the diary, on account of one question.
type job struct {
	question int
	do       func(context.Context) error
}

// What commands report.
type (
	kept  struct{ err error }
	found struct {
		search  int
		options []app.Option
		err     error
	}
	cooked struct {
		dish *app.Cooked
		err  error
	}
)

func newModel(ctx context.Context, k Kitchen, doubts []app.Doubt) model {
	m := model{ctx: ctx, kitchen: k, width: 80, height: 24}
	for _, d := range doubts {
		m.questions = append(m.questions, question{Doubt: d})
	}
	m.show(0)
	return m
}

// Init looks for the first question's food where nothing is likely.
func (m model) Init() tea.Cmd { return m.look() }

// Update takes in one message.
func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case kept:
		return m.next(msg.err)
	case found:
		if msg.search == m.search {
			m.options, m.selected = msg.options, 0
			m.complain(msg.err)
		}
	case cooked:
		return m.served(msg)
	case tea.PasteMsg:
		return m.paste(msg.Content)
	case tea.KeyPressMsg:
		return m.key(msg)
	}
	return m, nil
}

// show puts a question on the screen. Where nothing is likely, its own words are searched.
func (m *model) show(at int) {
	m.at, m.mode, m.selected, m.lines = at, choosing, 0, nil
	m.search++
	m.options, m.field = m.questions[at].Likely, ""
}

// look searches for what is in the field, or for the question's own words where nothing is likely.
func (m model) look() tea.Cmd {
	q := &m.questions[m.at]
	text := m.field
	switch {
	case m.mode == choosing && len(q.Likely) == 0:
		text = q.Text
	case m.mode != searching:
		return nil
	}
	k, ctx, n, amount := m.kitchen, m.ctx, m.search, q.Amount
	return func() tea.Msg {
		options, err := k.Search(ctx, text, amount)
		return found{n, options, err}
	}
}

// answer keeps an alias for the question on the screen and goes on.
func (m model) answer(a pantry.Alias, said string) (tea.Model, tea.Cmd) {
	a.Text = m.questions[m.at].Text
	k := m.kitchen
	return m.settle(said, func(ctx context.Context) error { return k.Answer(ctx, a) })
}

// settle notes what was said, has it kept, and goes on to the next open question.
func (m model) settle(said string, do func(context.Context) error) (tea.Model, tea.Cmd) {
	m.questions = append([]question{}, m.questions...) // a model that was shown before keeps its own
	m.questions[m.at].said = said
	m.history = append(m.history[:len(m.history):len(m.history)], m.at)
	m.notice = fmt.Sprintf("%s: %s", report.Visible(m.questions[m.at].Text), said)
	var keep tea.Cmd
	if do != nil {
		keep = m.enqueue(job{m.at, do})
	}
	m.goOn()
	return m, tea.Batch(keep, m.look())
}

// goOn shows the next open question, around the end, or that there is none.
func (m *model) goOn() {
	for i := range m.questions {
		if next := (m.at + 1 + i) % len(m.questions); m.questions[next].said == "" {
			m.show(next)
			return
		}
	}
	m.mode, m.options = finished, nil
}

// undo takes the latest answer back and shows its question.
func (m model) undo() (tea.Model, tea.Cmd) {
	if len(m.history) == 0 {
		m.notice = "nothing to take back"
		return m, nil
	}
	at := m.history[len(m.history)-1]
	m.history = m.history[:len(m.history)-1]
	m.questions = append([]question{}, m.questions...)
	q, k := &m.questions[at], m.kitchen
	text, code := q.Text, q.code
	q.said, q.code = "", ""
	m.notice = fmt.Sprintf("taken back: %s", report.Visible(text))
	keep := m.enqueue(job{at, func(ctx context.Context) error {
		if code != "" {
			return k.Discard(ctx, code)
		}
		return k.Forget(ctx, text)
	}})
	m.show(at)
	return m, tea.Batch(keep, m.look())
}

// enqueue has a change kept after those before it.
func (m *model) enqueue(j job) tea.Cmd {
	m.queue = append(m.queue[:len(m.queue):len(m.queue)], j)
	if len(m.queue) > 1 {
		return nil
	}
	return m.work()
}

// work begins the first change of the queue.
func (m *model) work() tea.Cmd {
	do, ctx := m.queue[0].do, m.ctx
	return func() tea.Msg { return kept{do(ctx)} }
}

// next follows a change that is done, well or not. A question whose answer couldn't be kept is open again.
func (m model) next(err error) (tea.Model, tea.Cmd) {
	if err != nil {
		m.failed = err
		m.complain(err)
		m.questions = append([]question{}, m.questions...)
		m.questions[m.queue[0].question].said = ""
	} else {
		m.failed = nil
	}
	if m.queue = m.queue[1:]; len(m.queue) > 0 {
		return m, m.work()
	}
	if m.leaving {
		return m, tea.Quit
	}
	return m, nil
}

// leave ends the dialog once everything is kept; asked twice, at once.
func (m model) leave() (tea.Model, tea.Cmd) {
	if len(m.queue) == 0 || m.leaving {
		return m, tea.Quit
	}
	m.leaving = true
	m.notice = "keeping the last answers …"
	return m, nil
}

// cook makes a recipe of the ingredients that were typed.
func (m model) cook() (tea.Model, tea.Cmd) {
	name, k, ctx := m.questions[m.at].Text, m.kitchen, m.ctx
	text := name + "\n" + strings.Join(m.lines, "\n")
	m.waiting, m.notice = true, "working the recipe out …"
	return m, func() tea.Msg {
		r, err := pantry.ParseRecipe("recipe", strings.NewReader(text))
		if err != nil {
			return cooked{err: err}
		}
		dish, err := k.Cook(ctx, r)
		return cooked{dish, err}
	}
}

// served follows a recipe that was worked out, or not.
func (m model) served(c cooked) (tea.Model, tea.Cmd) {
	m.waiting = false
	if c.err != nil {
		m.complain(c.err)
		return m, nil
	}
	m.questions = append([]question{}, m.questions...)
	m.questions[m.at].code = c.dish.Dish.Food.Code
	said := fmt.Sprintf("a recipe of %d ingredients", len(c.dish.Ingredients))
	if open := len(c.dish.Open()); open > 0 {
		said += fmt.Sprintf(", %d not sure; see: nutrigap recipe show %s", open, c.dish.Dish.Food.Code)
	}
	return m.settle(said, nil)
}

func (m *model) complain(err error) {
	if err != nil {
		m.notice = "! " + report.Visible(err.Error())
	}
}

// answered counts the questions that are settled.
func (m model) answered() int {
	n := 0
	for i := range m.questions {
		if m.questions[i].said != "" {
			n++
		}
	}
	return n
}

// open is the share of the diary's energy that questions without an answer stand for.
func (m model) open() float64 {
	share := 0.0
	for i := range m.questions {
		if m.questions[i].said == "" {
			share += m.questions[i].Share
		}
	}
	return share
}
