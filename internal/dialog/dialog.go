// Package dialog asks a person in a terminal what the doubtful foods of a diary are.
//
// Its rule: every answer is kept at once and can be taken back, so that leaving at any moment loses
// nothing. The model is pure: it changes by messages alone, and what touches the diary happens in commands
// that it returns. It refuses to answer for the person: nothing is chosen by moving on.
package dialog

import (
	"context"
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"

	"github.com/nutrigap/nutrigap/internal/app"
	"github.com/nutrigap/nutrigap/internal/pantry"
)

// Kitchen is what the dialog needs of [app.Kitchen].
type Kitchen interface {
	Search(ctx context.Context, text, amount string) ([]app.Option, error)
	Answer(ctx context.Context, a pantry.Alias) error
	Forget(ctx context.Context, text string) error
	Cook(ctx context.Context, r *pantry.Recipe) (*app.Cooked, error)
	Discard(ctx context.Context, code string) error
}

// Run asks about doubts until all are answered or the person leaves, and says how many were answered. The
// streams are those of a terminal.
func Run(ctx context.Context, in io.Reader, out io.Writer, k Kitchen, doubts []app.Doubt) (answered int, err error) {
	m := newModel(ctx, k, doubts)
	last, err := tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithoutSignalHandler()).Run()
	if done, ok := last.(model); ok {
		m = done
	}
	if errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		err = ctx.Err()
	}
	return m.answered(), errors.Join(err, m.failed)
}
