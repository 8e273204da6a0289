#!/usr/bin/env bash
# Makes the pictures of the README out of testdata/week.csv. Needs chromium and ImageMagick.
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
