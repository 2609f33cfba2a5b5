#!/bin/sh
# usage: tools/cross.sh FLAG... -- SOURCE...
#
# Lets the compilers for 32-bit and 64-bit ARM that are installed read the sources: a warning is an error. The headers of
# the libraries are this machine's; those of C are the other's. Links and runs nothing.
set -u

flags=''
while [ "$1" != -- ]; do
    flags="$flags '$1'"
    shift
done
shift

status=0
for compiler in arm-linux-gnueabihf-gcc aarch64-linux-gnu-gcc; do
    if ! command -v "$compiler" >/dev/null; then
        echo "cross: $compiler is not installed; not tried"
        continue
    fi
    case $compiler in
    arm-*) large='-D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64' ;;
    *) large= ;;
    esac
    printf '%s\n' "$@" | xargs -P 2 -n 20 sh -c "
        for source do
            $compiler -std=gnu17 -Werror $large $flags -Itests -DSUNTING_PROGRAM='\"x\"' \\
                -DSUNTING_SLOW_DISK='\"x\"' -idirafter /usr/include \\
                -fsyntax-only \"\$source\" || exit 1
        done" cross || status=1
done
exit $status
