package parcel

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	testOnlyWork = 4
	m.Run()
}

func file(name, content string) File {
	return File{name, func(w io.Writer) error {
		_, err := io.WriteString(w, content)
		return err
	}}
}

func pack(t testing.TB, files ...File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC), files); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func lock(t testing.TB, passphrase string, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Lock(&b, passphrase, func(w io.Writer) error { _, err := w.Write(content); return err }); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(content []byte, passphrase string) (string, error) {
	r, err := Open(bytes.NewReader(content), func() (string, error) { return passphrase, nil })
	if err != nil {
		return "", err
	}
	read, err := io.ReadAll(r)
	return string(read), err
}

func TestOpenFindsTheSummary(t *testing.T) {
	parcel := pack(t, file("note.txt", "hello"), file(Summary, `{"schema":1}`))
	for name, content := range map[string][]byte{
		"plain":         []byte(`{"schema":1}`),
		"ZIP":           parcel,
		"locked ZIP":    lock(t, "correct horse", parcel),
		"locked itself": lock(t, "correct horse", []byte(`{"schema":1}`)),
	} {
		if got, err := open(content, "correct horse"); err != nil || got != `{"schema":1}` {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestSameFilesGiveTheSameZIP(t *testing.T) {
	if !bytes.Equal(pack(t, file("a", "x")), pack(t, file("a", "x"))) {
		t.Error("the same file gave two ZIPs")
	}
}

func TestLockKeepsTheContentAndRefusesAnotherPassphrase(t *testing.T) {
	locked := lock(t, "correct horse", []byte("Anna Example"))
	if strings.Contains(string(locked), "Anna") {
		t.Error("the content can be read without a passphrase")
	}
	if _, err := open(locked, "battery staple"); !errors.Is(err, ErrPassphrase) {
		t.Errorf("another passphrase: %v", err)
	}
	if _, err := open(locked[:len(locked)-9], "correct horse"); err == nil {
		t.Error("a cut parcel was opened")
	}
	if err := Lock(io.Discard, "", func(io.Writer) error { return nil }); err == nil {
		t.Error("an empty passphrase locked something")
	}
}

func TestOpenRefusesWhatNoSummaryHas(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, err := z.Create(Summary)
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range largest>>20 + 1 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := open(bomb.Bytes(), ""); err == nil || !strings.Contains(err.Error(), "which no summary has") {
		t.Errorf("a ZIP of zeros: %v", err)
	}
	if _, err := open(pack(t, file("diary.csv", "date,food")), ""); err == nil || err.Error() != "there is no summary.json in this ZIP" {
		t.Errorf("a ZIP of something else: %v", err)
	}
	if _, err := open([]byte("PK\x03\x04 and then nothing"), ""); err == nil {
		t.Error("a damaged ZIP was opened")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(`{"schema":1}`))
	f.Add(pack(f, file(Summary, `{"schema":1}`)))
	f.Add([]byte("age-encryption.org/v1\n-> scrypt AAAA 10\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		r, err := Open(bytes.NewReader(content), func() (string, error) { return "", errors.New("nobody to ask") })
		if err == nil {
			io.Copy(io.Discard, r) // an error will do, a panic or a run without end will not
		}
	})
}
