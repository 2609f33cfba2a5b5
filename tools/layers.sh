#!/bin/sh
# The plan of the house: which room of src/ may include which, itself and those above it in this list, and which library
# belongs to which room alone.
set -u
cd "$(dirname "$0")/.." || exit 2

rooms='base text language/lexicon language/sentence language/spelling language/people language/quotes draft/journal
draft/front draft/import draft config check/pattern check check/duplicate check/rules archive postgres report export server training ui/terminal ui/page ui/panels ui/editor cli'

status=0 known=''
for room in $rooms; do
    known="$known|$room"
    [ -d "src/$room" ] || continue
    # An include names its room whole: the path up to the last slash.
    doors=
    [ "$room" != draft/journal ] || doors='|draft'
    bad=$(grep -HnE '^# *include "' "src/$room"/*.[ch] | grep -vE "include \"(${known#|}$doors)/[^/]*\"")
    if [ -n "$bad" ]; then
        echo "$bad" | sed 's/^/layers: not above it: /'
        status=1
    fi
done
for folder in $(find src -name '*.[ch]' -exec dirname {} + | sort -u); do
    case " $(echo $rooms) " in
    *" ${folder#src/} "*) ;;
    *) echo "layers: $folder is no room of tools/layers.sh"; status=1 ;;
    esac
done

only() { # HEADER ROOM...: who else includes it?
    header=$1
    shift
    allowed=$(echo "$*" | tr ' ' '|')
    bad=$(grep -rnE "^# *include <$header" --include='*.[ch]' src | grep -vE "^src/($allowed)/[^/]*:")
    if [ -n "$bad" ]; then
        echo "$bad" | sed "s#^#layers: <$header> belongs to $allowed: #"
        status=1
    fi
}
only '(n?curses|ncursesw/)' ui/terminal
only 'hunspell' language/spelling
only 'yaml' draft/front config
only 'expat' draft/import
only 'minizip/' draft/import export
only 'md4c' export
only 'microhttpd' server
only 'sqlite3' archive
only 'libpq' postgres
exit $status
