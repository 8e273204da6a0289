package html

import (
	"regexp"
	"slices"
	"strings"
)

var (
	tagPattern       = regexp.MustCompile(`<(/?)([a-zA-Z!][a-zA-Z0-9]*)([^<>]*?)(/?)>`)
	attributePattern = regexp.MustCompile(`([a-zA-Z0-9:-]+)="([^"]*)"`)
)

// allowed are the elements of the page: none that fetches or sends anything. The one script is ours, and is
// taken out before the page is looked at.
var allowed = strings.Fields(`html head meta title style body header footer nav main section article figure figcaption
	h1 h2 h3 h4 p ul li dl dt dd div span b i small bdi a details summary
	table thead tbody tr th td ol svg defs pattern g rect line text tspan`)

// void are the elements that have no end.
var void = []string{"meta"}

type failer interface{ Fatalf(string, ...any) }

// without is page with nothing between a start and the end that follows.
func without(page, start, end string) string {
	before, rest, _ := strings.Cut(page, start)
	_, after, _ := strings.Cut(rest, end)
	return before + after
}

// checkPage fails unless the page nests well, has only allowed elements, runs and fetches nothing, and
// every link and label finds its target.
func checkPage(t failer, page string) {
	page = without(page, "<style>", "</style>")
	page = without(page, "<script>"+scriptSource, "</script>")
	if n, m := strings.Count(page, "<"), len(tagPattern.FindAllString(page, -1)); n != m {
		t.Fatalf("%d of %d < begin a tag", m, n)
	}
	var open []string
	ids, wanted := map[string]bool{}, map[string]bool{}
	for _, tag := range tagPattern.FindAllStringSubmatch(page, -1) {
		whole, closing, name, attributes, alone := tag[0], tag[1] != "", tag[2], tag[3], tag[4] != ""
		switch {
		case name == "!doctype":
			continue
		case !slices.Contains(allowed, name):
			t.Fatalf("element %s: %s", name, whole)
		case closing:
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("%s closes %v", whole, open)
			}
			open = open[:len(open)-1]
		case !alone && !slices.Contains(void, name):
			open = append(open, name)
		}
		checkAttributes(t, whole, attributes, ids, wanted)
	}
	if len(open) > 0 {
		t.Fatalf("never closed: %v", open)
	}
	for id := range wanted {
		if !ids[id] {
			t.Fatalf("nothing has the id %q", id)
		}
	}
}

func checkAttributes(t failer, tag, attributes string, ids, wanted map[string]bool) {
	if rest := strings.TrimSpace(attributePattern.ReplaceAllString(attributes, "")); rest != "" {
		t.Fatalf("%q in %s is no attribute", rest, tag)
	}
	for _, a := range attributePattern.FindAllStringSubmatch(attributes, -1) {
		switch name, value := a[1], a[2]; {
		case strings.HasPrefix(name, "on"), name == "src", name == "style", name == "xlink:href":
			t.Fatalf("attribute %s in %s", name, tag)
		case name == "id":
			if ids[value] {
				t.Fatalf("id %q twice", value)
			}
			ids[value] = true
		case name == "href":
			if !strings.HasPrefix(value, "#") {
				t.Fatalf("link to %q", value)
			}
			wanted[value[1:]] = true
		case name == "aria-labelledby":
			wanted[value] = true
		case slices.Contains([]string{"x", "y", "x1", "x2", "y1", "y2", "width", "height"}, name):
			if !lengthPattern.MatchString(value) && tag != viewport {
				t.Fatalf("%s=%q in %s is no length inside the chart", name, value, tag)
			}
		}
	}
}

// A length in a chart is never negative, and never more than three digits before the point.
var lengthPattern = regexp.MustCompile(`^\d{1,3}(\.\d+)?%?$`)

const viewport = `<meta name="viewport" content="width=device-width, initial-scale=1">`
