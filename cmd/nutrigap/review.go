package main

import (
	"errors"

	"github.com/spf13/cobra"
)

func newReview(env environment) *cobra.Command {
	return &cobra.Command{Use: "review", RunE: func(*cobra.Command, []string) error { return errors.New("needs a terminal\nhint: nutrigap alias set") }}
}
