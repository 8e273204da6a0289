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
	timed report "$work/nutrigap" report --format csv "$work/diary.csv"
	rm -f "$work/kept.db"*
	timed import "$work/nutrigap" import --db "$work/kept.db" "$work/diary.csv"
done

median() { sort -n "$work/$1" | awk '{t[NR]=$1; if ($2>m) m=$2} END {printf "%s %s", t[int((NR+1)/2)], m/1024}'; }
read -r base _ <<<"$(median reference)"
printf '%-10s %8.2f s\n' reference "$base"
for name in report import; do
	read -r t peak <<<"$(median $name)"
	printf '%-10s %8.2f s  %.2f x the reference, peak %.0f MB\n' $name "$t" "$(awk "BEGIN {print $t/$base}")" "$peak"
done
