#!/usr/bin/env bash
# Compares nutrigap with the sqlite3 shell on one diary of a million rows (25 a day, 5,000 distinct foods).
#
# usage: testdata/bench/million.sh [ROWS] [RUNS]
#
# The reference job: the shell imports the same file into a table in memory, joins it with a table of exact
# food names and sums seven nutrients per date. Both run in turn, so that a machine that slows down slows both;
# the medians of the wall times and their ratios are printed. Needs go, sqlite3 and GNU time (/usr/bin/time).
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-1000000} runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o "$work/nutrigap" ./cmd/nutrigap
go run ./testdata/bench -rows "$rows" -dir "$work"

cat >"$work/reference.sql" <<SQL
.mode csv
.import $work/diary.csv diary
.import $work/foods.csv foods
CREATE UNIQUE INDEX foods_name ON foods (name);
.output /dev/null
SELECT date, sum(grams*energy_kcal/100), sum(grams*protein_g/100), sum(grams*magnesium_mg/100),
       sum(grams*potassium_mg/100), sum(grams*iron_mg/100), sum(grams*vitamin_d_mcg/100), sum(grams*calcium_mg/100)
FROM (SELECT date, food, CAST(amount AS REAL) AS grams FROM diary) JOIN foods ON name = food
GROUP BY date;
SQL

# timed NAME COMMAND... appends the wall seconds and the peak in kB to NAME.
timed() {
	local name=$1
	shift
	/usr/bin/time -f '%e %M' -a -o "$work/$name" "$@" >/dev/null
}
for _ in $(seq "$runs"); do
	timed reference sqlite3 :memory: ".read $work/reference.sql"
	timed report "$work/nutrigap" report "$work/diary.csv"
	rm -f "$work/kept.db"*
	timed import "$work/nutrigap" import --db "$work/kept.db" "$work/diary.csv"
done

# median COLUMN of lines on stdin.
median() { sort -n -k "$1,$1" | awk -v c="$1" '{v[NR] = $c} END {print v[int((NR + 1) / 2)]}'; }

printf '%-10s %8.2f s\n' reference "$(median 1 <"$work/reference")"
for name in report import; do
	paste -d ' ' "$work/$name" "$work/reference" | awk '{print $1, $1 / $3, $2 / 1024}' >"$work/turns"
	printf '%-10s %8.2f s  %.2f x the reference, peak %.0f MB\n' $name \
		"$(median 1 <"$work/turns")" "$(median 2 <"$work/turns")" "$(sort -n -k 3,3 "$work/turns" | tail -1 | cut -d ' ' -f 3)"
done
