//go:build !unix

package store_test

import "errors"

// limited is for systems that can limit the size of a process's files.
func limited(_, _ string) error { return errors.ErrUnsupported }
