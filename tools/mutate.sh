#!/bin/sh
# usage: tools/mutate.sh [PATTERN]
#
# Tries the mutations of tests/mutations/list.tsv (those whose line holds PATTERN): changes the source, builds the
# test program in build-mutated, and expects it to fail. The sources are put back. Prints what was missed and how
# many were caught; the exit status is 0 when all were.
set -u
cd "$(dirname "$0")/.." || exit 2
tab=$(printf '\t')
caught=0 total=0 saved=''
put_back() {
    [ -z "$saved" ] || cat "$saved" >"$file" # newer than what was built from it
    [ -z "$saved" ] || rm -f "$saved"
    saved=''
}
# With the program, which some of them run.
build() {
    make -s BUILD=build-mutated CFLAGS=-w build-mutated/sunting "build-mutated/tests/$1" >/dev/null
}
trap put_back EXIT
trap 'exit 2' INT TERM HUP

programs=$(grep -v '^#' tests/mutations/list.tsv | cut -f 4 | sort -u)
for program in $programs; do
    build "$program" &&
        "build-mutated/tests/$program" >/dev/null 2>&1 && continue
    echo "fails without any mutation: $program"
    exit 2
done

list=$(grep -v '^#' tests/mutations/list.tsv | grep -F -- "${1:-}")
while IFS="$tab" read -r file from to program; do
    total=$((total + 1))
    saved=$(mktemp) && cp "$file" "$saved" || exit 2
    if ! grep -qF -- "$from" "$file"; then
        echo "no longer there: $file: $from"
    else
        FROM=$from TO=$to perl -pi -e 's/\Q$ENV{FROM}\E/$ENV{TO}/' "$file"
        if ! build "$program" 2>/dev/null; then
            echo "does not build: $file: $from -> $to"
        elif timeout 300 "build-mutated/tests/$program" >/dev/null 2>&1; then
            echo "missed: $file: $from -> $to ($program)"
        else
            caught=$((caught + 1))
        fi
    fi
    put_back
done <<LIST
$list
LIST
echo "$caught of $total mutations caught"
[ "$caught" = "$total" ]
