#!/bin/sh
# usage: tools/fuzz.sh SECONDS PROGRAM...
#
# Runs libFuzzer programs one after the other, and prints a table of what each did. What they find new is kept
# beside them, in corpus/NAME, and used by the next run; an input that fails is kept as NAME-crash-*. Stops at
# the first failure.
set -u

seconds=$1
shift
folder=$(dirname "$1")
table=$folder/table.txt

# Lengths that a target is quick with, or reads at most; for whole drafts, words to make them of.
options() {
    case $1 in
    text) echo "-max_len=256" ;;
    check) echo "-dict=tests/fuzz/draft.dict -max_len=512 -entropic=0" ;;
    quotes | sentences | blocks) echo "-dict=tests/fuzz/draft.dict -max_len=1024 -entropic=0" ;;
    esac
}

# The number after the last $1 in the progress lines.
last() {
    sed -n "s/.* $1: \([0-9]*\).*/\1/p" "$log" | tail -1
}

row() {
    printf '%-14s %8s %12s %9s %8s %10s %8s\n' "$@"
}

row target seconds executions a-second edges features corpus | tee "$table"
for program in "$@"; do
    name=$(basename "$program")
    name=${name#fuzz_}
    log=$folder/$name.log
    mkdir -p "$folder/corpus/$name"
    # shellcheck disable=SC2046 # options are words
    if ! "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -close_fd_mask=1 \
        $(options "$name") -artifact_prefix="$folder/$name-" "$folder/corpus/$name" "tests/fuzz/corpus/$name" \
        2>"$log"; then
        tail -40 "$log"
        echo "$name: failed"
        exit 1
    fi
    row "$name" "$(sed -n 's/^Done .* in \([0-9]*\) second.*/\1/p' "$log")" \
        "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
        "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")" "$(last cov)" "$(last ft)" "$(last corp)" |
        tee -a "$table"
done
echo "nothing found; the table is in $table"
