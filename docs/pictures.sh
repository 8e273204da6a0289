#!/usr/bin/env bash
# Makes the pictures of the README out of testdata/week.csv. Needs chromium, ImageMagick, poppler and aha.
set -euo pipefail
cd "$(dirname "$0")/.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
report() { go run ./cmd/nutrigap report testdata/week.csv --sex female --age 34 --weight 62 --lang en "$@"; }

# A page in a window of some size, in light colours.
picture() { # FILE.html OUT.png WIDTH HEIGHT
	chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$tmp/browser" \
		--window-size="$3,$4" --screenshot="$2" "file://$1" 2>/dev/null
}

# A picture of few colours takes little room.
small() { convert "$1" -strip +dither -colors 128 -define png:compression-level=9 "PNG8:$2"; }

report -o "$tmp/report.html"
picture "$tmp/report.html" "$tmp/report.png" 1100 2010
small "$tmp/report.png" docs/report.png

report -o "$tmp/report.pdf"
pdftoppm -r 100 -f 1 -l 1 -png "$tmp/report.pdf" "$tmp/pdf"
small "$tmp"/pdf-*1.png docs/pdf.png

# The terminal, as script gives it to aha: 100 columns, the first lines.
go build -o "$tmp/nutrigap" ./cmd/nutrigap
PAGER=cat script -qec "stty cols 100; '$tmp/nutrigap' report testdata/week.csv --sex female --age 34 --weight 62 --lang en" /dev/null |
	sed -n 1,62p | aha --black --title nutrigap | sed 's/<pre>/<pre style="font-family: DejaVu Sans Mono; font-size: 13px">/' >"$tmp/terminal.html"
picture "$tmp/terminal.html" "$tmp/terminal.png" 820 950
small "$tmp/terminal.png" docs/terminal.png
