#!/bin/sh
# usage: tools/deps.sh [--check] build|test
#
# Installs the packages that building (build) or building and testing (test) needs and that are not there.
# With everything there it touches no network. Without the right to install it names the packages and the
# command, and stops with status 1; so it does with --check, which never installs.
set -u

check=no
if [ "${1:-}" = --check ]; then
    check=yes
    shift
fi
goal=${1:-test}

if command -v apt-get >/dev/null; then manager=apt
elif command -v dnf >/dev/null; then manager=dnf
elif command -v pacman >/dev/null; then manager=pacman
elif command -v apk >/dev/null; then manager=apk
elif command -v brew >/dev/null; then manager=brew
else manager=none
fi

# The package for a need, by manager; "-" when that manager has none.
#       need              apt              dnf                pacman           apk              brew
table='
tool:pkg-config           pkg-config       pkgconf-pkg-config pkgconf          pkgconf          pkgconf
module:ncursesw           libncurses-dev   ncurses-devel      ncurses          ncurses-dev      ncurses
module:yaml-0.1           libyaml-dev      libyaml-devel      libyaml          yaml-dev         libyaml
module:hunspell           libhunspell-dev  hunspell-devel     hunspell         hunspell-dev     hunspell
module:libutf8proc        libutf8proc-dev  utf8proc-devel     libutf8proc      utf8proc-dev     utf8proc
module:libpcre2-8         libpcre2-dev     pcre2-devel        pcre2            pcre2-dev        pcre2
module:jansson            libjansson-dev   jansson-devel      jansson          jansson-dev      jansson
dictionary:id_ID          hunspell-id      hunspell-id        -                -                -
'
if [ "$goal" = test ]; then
    table="$table
module:cmocka             libcmocka-dev    libcmocka-devel    cmocka           cmocka-dev       cmocka
module:vterm              libvterm-dev     libvterm-devel     libvterm         libvterm-dev     libvterm
tool:patch                patch            patch              patch            patch            -
"
fi

is_there() {
    case $1 in
    tool:*) command -v "${1#tool:}" >/dev/null ;;
    module:*) command -v pkg-config >/dev/null && pkg-config --exists "${1#module:}" ;;
    dictionary:*)
        for folder in /usr/share/hunspell /usr/share/myspell /usr/share/myspell/dicts /usr/local/share/hunspell \
            /opt/homebrew/share/hunspell "${HOME:-}/Library/Spelling"; do
            [ -e "$folder/${1#dictionary:}.aff" ] && return 0
        done
        return 1
        ;;
    esac
}

missing='' packages='' nowhere=''
while read -r need apt dnf pacman apk brew; do
    [ -n "$need" ] || continue
    is_there "$need" && continue
    missing="$missing ${need#*:}"
    case $manager in
    apt) package=$apt ;; dnf) package=$dnf ;; pacman) package=$pacman ;; apk) package=$apk ;; brew) package=$brew ;;
    none) package=- ;;
    esac
    if [ "$package" = - ]; then nowhere="$nowhere ${need#*:}"; else packages="$packages $package"; fi
done <<EOF
$table
EOF
[ -n "$missing" ] || exit 0

case $manager in
apt) install="apt-get install -y --no-install-recommends$packages" update="apt-get update -qq" ;;
dnf) install="dnf install -y$packages" update=: ;;
pacman) install="pacman -S --needed --noconfirm$packages" update=: ;;
apk) install="apk add$packages" update=: ;;
brew) install="brew install$packages" update=: ;;
none) install='' update=: ;;
esac

# A dictionary can be missing and the program still works, with less to say about spelling.
if [ -n "$nowhere" ]; then
    echo "deps: no package known here for:$nowhere" >&2
    case $nowhere in
    *_*) echo "deps: put id_ID.aff and id_ID.dic from https://github.com/LibreOffice/dictionaries" \
        "into /usr/share/hunspell" >&2 ;;
    esac
fi
if [ -z "$packages" ]; then
    for need in $nowhere; do
        case $need in *_*) ;; *) exit 1 ;; esac
    done
    exit 0
fi

if [ "$manager" = brew ] || [ "$(id -u)" = 0 ]; then as=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as='sudo -n '
else as=ask
fi
if [ $check = yes ] || [ "$as" = ask ]; then
    {
        echo "Belum terpasang / not installed:$packages"
        if [ "$as" = ask ]; then echo "Pasang dengan / install them with: sudo $install"
        else echo "Pasang dengan / install them with: make deps   ($install)"; fi
    } >&2
    exit 1
fi
echo "deps: ${as}$install"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of words
[ "$update" = : ] || ${as}${update} || echo "deps: $update failed; trying with the lists that are there" >&2
# shellcheck disable=SC2086 # a list of words
if ! ${as}env DEBIAN_FRONTEND=noninteractive $install; then
    echo "Pemasangan gagal. Coba sendiri / the installation failed, try it yourself: sudo $install" >&2
    exit 1
fi
