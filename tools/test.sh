#!/bin/sh
# usage: tools/test.sh PROGRAM...
#
# Runs cmocka programs side by side and counts their tests. A program that crashes, hangs or trips a sanitizer
# counts as a failed test. Prints what a failed program printed; the last line is the sum.
set -u

if [ "${1:-}" = --one ]; then
    log=$2/$(basename "$3").log
    timeout 600 "$3" >"$log" 2>&1
    echo $? >"$log.status"
    exit 0
fi

logs=$(mktemp -d) || exit 2
trap 'rm -rf "$logs"' EXIT
# Most of the long ones wait for a terminal or a clock: two a core, and those first that take longest.
jobs=$(($(nproc 2>/dev/null || echo 2) * 2))
{
    printf '%s\n' "$@" | grep -E 'screens|faults|journal|search|cli'
    printf '%s\n' "$@" | grep -vE 'screens|faults|journal|search|cli'
} | xargs -P "$jobs" -n 1 "$0" --one "$logs"

passed=0 failed=0
for program in "$@"; do
    log=$logs/$(basename "$program").log
    ok=$(grep -c '^\[       OK \]' "$log")
    bad=$(sed -n 's/^\[  FAILED  \] \([a-z_]*: \)*\([0-9]*\) test(s).*/\2/p' "$log" | head -1)
    status=$(cat "$log.status" 2>/dev/null || echo 2)
    if [ "$status" != 0 ]; then
        [ "${bad:-0}" -gt 0 ] || bad=1
        cat "$log"
        echo "$(basename "$program"): exit status $status"
    else
        bad=0
        echo "  OK    $(basename "$program") ($ok)"
    fi
    passed=$((passed + ok)) failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
