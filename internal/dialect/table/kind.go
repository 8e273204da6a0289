package table

import (
	"bytes"
	"strings"
)

// kinds are files that people mistake for a CSV export, by their first bytes.
var kinds = []struct{ begins, is, advice string }{
	{"%PDF-", "is a PDF document", "export the diary as CSV; a printed report can't be read"},
	{"PK\x05\x06", "is an empty ZIP archive", "export the diary again"},
	{"\xd0\xcf\x11\xe0", "is an old Excel workbook", "save the sheet as CSV (UTF-8)"},
	{"\x1f\x8b", "is a gzip archive", "unpack it first"},
	{"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive", "unpack it and give the CSV file inside"},
	{"\x89PNG", "is a picture", "a photograph of a diary can't be read; type it as date,meal,food,amount"},
	{"\xff\xd8\xff", "is a picture", "a photograph of a diary can't be read; type it as date,meal,food,amount"},
	{"SQLite format 3\x00", "is a database", "export the diary as CSV"},
	{"{\\rtf", "is a text document (RTF)", "save the sheet as CSV (UTF-8)"},
	{"{\"", "is JSON", "export the diary as CSV"},
	{"[{", "is JSON", "export the diary as CSV"},
	{"<!doctype html", "is a web page", "export the diary as CSV instead of saving the page"},
	{"<html", "is a web page", "export the diary as CSV instead of saving the page"},
	{"<?xml", "is XML", "export the diary as CSV"},
}

const (
	emptyReason = "is empty"
	emptyAdvice = "export the diary again, or check that this is the right file"
)

// notText says what the beginning of a file is, if it is no table of text, and what to do. The reason is
// empty for text.
func notText(head []byte) (reason, advice string) {
	trimmed := bytes.TrimSpace(head)
	if len(trimmed) == 0 {
		return emptyReason, emptyAdvice
	}
	start := strings.ToLower(string(trimmed[:min(len(trimmed), 64)]))
	for _, kind := range kinds {
		if !strings.HasPrefix(start, strings.ToLower(kind.begins)) {
			continue
		}
		return kind.is, kind.advice
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return "is a binary file", "give a CSV file; a spreadsheet is saved as CSV (UTF-8)"
	}
	return "", ""
}
