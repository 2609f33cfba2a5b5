#!/bin/sh
# Dictionaries are searched by halves: below its header each must be in byte order of its keys.
set -u
cd "$(dirname "$0")/.." || exit 2
status=0
for file in dictionaries/*.tsv; do
    if ! grep -v '^#' "$file" | cut -f 1 | LC_ALL=C sort -c 2>/dev/null; then
        line=$(grep -v '^#' "$file" | cut -f 1 | LC_ALL=C sort -c 2>&1 | head -1)
        echo "sorted: $file is not in byte order: $line"
        status=1
    fi
    head -1 "$file" | grep -q '^#' || { echo "sorted: $file does not begin with a line that names its source"; status=1; }
done
exit $status
