#!/bin/sh
# Which folder of src/ may include which: itself and those above it in this list. And which library belongs to
# which folder alone.
set -u
cd "$(dirname "$0")/.." || exit 2

status=0 known='' seen=''
for folder in base text language draft config check report training ui cli; do
    known="$known $folder"
    [ -d "src/$folder" ] || continue
    pattern=$(echo "$known" | sed 's/^ //; s/ /|/g')
    bad=$(grep -nE '^# *include "' "src/$folder"/*.[ch] | grep -vE "include \"($pattern)/")
    if [ -n "$bad" ]; then
        echo "$bad" | sed 's/^/layers: not above it: /'
        status=1
    fi
    seen="$seen src/$folder"
done
for folder in src/*/; do
    case " $seen $known " in
    *" ${folder%/} "*) ;;
    *) echo "layers: unknown folder $folder"; status=1 ;;
    esac
done

only() { # HEADER FOLDER...: who else includes it?
    header=$1
    shift
    allowed=$(echo "$*" | sed 's/ /|/g')
    bad=$(grep -nE "^# *include <$header" src/*/*.[ch] | grep -vE "^src/($allowed)/")
    if [ -n "$bad" ]; then
        echo "$bad" | sed "s/^/layers: <$header> belongs to $allowed: /"
        status=1
    fi
}
only '(n?curses|ncursesw/)' ui
only 'hunspell' language
only 'yaml' draft config
exit $status
