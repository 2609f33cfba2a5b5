#!/bin/sh
# usage: tools/fuzz.sh SECONDS PROGRAM...
#
# Runs libFuzzer programs one after the other. What they find new is kept beside them, in corpus/NAME, and used
# by the next run; an input that fails is kept as NAME-crash-*. Stops at the first failure.
set -u

seconds=$1
shift
for program in "$@"; do
    name=$(basename "$program")
    name=${name#fuzz_}
    folder=$(dirname "$program")/corpus/$name
    mkdir -p "$folder"
    log=$(dirname "$program")/$name.log
    if ! "$program" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 -close_fd_mask=1 \
        -artifact_prefix="$(dirname "$program")/$name-" "$folder" "tests/fuzz/corpus/$name" 2>"$log"; then
        tail -40 "$log"
        echo "$name: failed"
        exit 1
    fi
    covered=$(sed -n 's/.*cov: \([0-9]*\).*/\1/p' "$log" | tail -1)
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "$name: $runs inputs, $covered edges covered, nothing found"
done
