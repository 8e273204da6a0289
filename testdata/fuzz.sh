#!/usr/bin/env bash
# Runs every fuzz target of the module in turn and says which failed.
#
# usage: testdata/fuzz.sh [DURATION] [PATTERN]
#
# DURATION is for each target (default 5m), PATTERN a regular expression that its "package target" must match.
# Inputs are hardly minimized, which would take most of the time of a target whose runs are long.
# An input that fails is kept by go under testdata/fuzz of the package; add it to the commit that mends it.
set -uo pipefail
cd "$(dirname "$0")/.."
duration=${1:-5m} pattern=${2:-.}

failed=0
while read -r package target; do
	printf '%s %s %s: ' "$(date +%H:%M)" "$package" "$target"
	if out=$(go test -run '^$' -fuzz "^$target\$" -fuzztime "$duration" -fuzzminimizetime 10x -parallel 1 "$package" 2>&1); then
		printf 'clean, %s\n' "$(grep -o 'execs: [0-9]*' <<<"$out" | tail -1)"
	else
		printf 'FAILED\n%s\n' "$out"
		failed=1
	fi
done < <(go list ./... | while read -r package; do
	go test -list '^Fuzz' "$package" | sed -n "s|^Fuzz|$package Fuzz|p"
done | grep -E "$pattern")
exit $failed
