package diary

// FileError says why a file as a whole is no diary. Nothing of it was read.
type FileError struct {
	File   string
	Reason string // what the file is or lacks, lower case: "is a PDF document"
	Advice string // what to do, one sentence a line
}

// Error is "file: reason"; the advice is separate.
func (e *FileError) Error() string { return e.File + ": " + e.Reason }

// Hint is the advice.
func (e *FileError) Hint() string { return e.Advice }
