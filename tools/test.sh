#!/bin/sh
# usage: tools/test.sh PROGRAM...
#
# Runs cmocka programs side by side and counts their tests. A program that crashes, hangs or trips a sanitizer
# counts as a failed test. Prints what a failed program printed; the last line is the sum. The key scripts are run in
# parts, side by side: each waits for its terminal most of the time.
set -u

if [ "${1:-}" = --one ]; then # LOGS PROGRAM[:PART-PARTS]
    program=${3%:*} log=$2/$(basename "$3").log part=
    [ "$program" = "$3" ] || part=--part=$(echo "${3##*:}" | tr - /)
    timeout 600 "$program" $part >"$log" 2>&1
    echo $? >"$log.status"
    exit 0
fi

logs=$(mktemp -d) || exit 2
trap 'rm -rf "$logs"' EXIT
# Who builds Sunting may use it too: no test reads their settings, archive and drafts, or writes into them.
mkdir "$logs/home" && HOME=$logs/home && export HOME
# Freed memory that the sanitizer keeps from use, MB: 256 by itself, which costs a tenth of the time for new pages.
ASAN_OPTIONS=${ASAN_OPTIONS:-quarantine_size_mb=8} && export ASAN_OPTIONS
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME
# Most of the long ones wait for a terminal or a clock: three a core, and those first that take longest.
jobs=$(($(nproc 2>/dev/null || echo 2) * 3))
parts=4 all=
long='screens|lesson_keys|quiet|postgres|archive_writers|slow_disk|examples|faults|journal|search|cli'
for program in "$@"; do
    case $program in
    */test_screens) for part in $(seq $parts); do all="$all $program:$part-$parts"; done ;;
    *) all="$all $program" ;;
    esac
done
{
    printf '%s\n' $all | grep -E "$long"
    printf '%s\n' $all | grep -vE "$long"
} | xargs -P "$jobs" -n 1 "$0" --one "$logs"

passed=0 failed=0
for program in $all; do
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
