package diary

import "sync"

// released are entries that nobody needs any more. An entry is large for what most rows say, and the memory of
// a million of them costs more than to read them.
var released sync.Pool

// NewEntry is a blank entry.
func NewEntry() *Entry {
	e, ok := released.Get().(*Entry)
	if !ok {
		return new(Entry)
	}
	*e = Entry{}
	return e
}

// Release gives back an entry that nobody else holds, and that the caller won't look at again.
func (e *Entry) Release() { released.Put(e) }
