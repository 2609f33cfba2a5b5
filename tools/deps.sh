#!/bin/sh
# usage: tools/deps.sh [--check] build|test|lint
#
# Installs the packages that building (build), building and testing (test) or looking over (lint) needs and that are
# not there. With everything there it touches no network. Without the right to install it names the packages and the
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
else manager=none
fi

# The package for a need, by manager; "-" when that manager has none. A wish is installed too, but where that fails all
# goes on without it.
#       need              apt              dnf                pacman
table='
tool:pkg-config           pkg-config       pkgconf-pkg-config pkgconf
module:ncursesw           libncurses-dev   ncurses-devel      ncurses
module:yaml-0.1           libyaml-dev      libyaml-devel      libyaml
module:hunspell           libhunspell-dev  hunspell-devel     hunspell
module:libutf8proc        libutf8proc-dev  utf8proc-devel     libutf8proc
module:libpcre2-8         libpcre2-dev     pcre2-devel        pcre2
module:jansson            libjansson-dev   jansson-devel      jansson
module:minizip            libminizip-dev   minizip-devel      minizip
module:zlib               zlib1g-dev       zlib-devel         zlib
module:md4c               libmd4c-dev      md4c-devel         md4c
module:md4c-html          libmd4c-html0-dev md4c-devel        md4c
module:libmicrohttpd      libmicrohttpd-dev libmicrohttpd-devel libmicrohttpd
module:expat              libexpat1-dev    expat-devel        expat
module:sqlite3            libsqlite3-dev   sqlite-devel       sqlite
dictionary:id_ID          hunspell-id      hunspell-id        -
'
if [ "$goal" = test ]; then
    table="$table
module:cmocka             libcmocka-dev    libcmocka-devel    cmocka
module:vterm              libvterm-dev     libvterm-devel     libvterm
wish:tool:antiword        antiword         antiword           -
wish:module:libpq         libpq-dev        libpq-devel        postgresql-libs
wish:server:postgres      postgresql       postgresql-server  postgresql
tool:patch                patch            patch              patch
tool:git                  git              git                git
terminal:putty            ncurses-term     ncurses-term       ncurses
"
fi

if [ "$goal" = lint ]; then
    table="$table
tool:clang-format         clang-format     clang-tools-extra  clang
tool:clang-tidy           clang-tidy       clang-tools-extra  clang
"
fi

is_there() {
    case $1 in
    tool:*) command -v "${1#tool:}" >/dev/null ;;
    module:*) command -v pkg-config >/dev/null && pkg-config --exists "${1#module:}" ;;
    server:*) # Debian has those of each version in a folder of their own
        command -v "${1#server:}" >/dev/null || ls /usr/lib/postgresql/*/bin/"${1#server:}" >/dev/null 2>&1 ;;
    terminal:*) infocmp "${1#terminal:}" >/dev/null 2>&1 ;; # only the commonest come with ncurses
    dictionary:*)
        for folder in /usr/share/hunspell /usr/share/myspell /usr/share/myspell/dicts /usr/local/share/hunspell; do
            [ -e "$folder/${1#dictionary:}.aff" ] && return 0
        done
        return 1
        ;;
    esac
}

missing='' packages='' nowhere='' wishes=''
while read -r need apt dnf pacman; do
    [ -n "$need" ] || continue
    is_there "${need#wish:}" && continue
    case $manager in
    apt) package=$apt ;; dnf) package=$dnf ;; pacman) package=$pacman ;;
    none) package=- ;;
    esac
    case $need in wish:*)
        [ "$package" = - ] || wishes="$wishes $package"
        continue
        ;;
    esac
    missing="$missing ${need#*:}"
    if [ "$package" = - ]; then nowhere="$nowhere ${need#*:}"; else packages="$packages $package"; fi
done <<EOF
$table
EOF
[ -n "$missing$wishes" ] || exit 0

case $manager in
apt) install="apt-get install -y --no-install-recommends" update="apt-get update -qq" ;;
dnf) install="dnf install -y" update=: ;;
pacman) install="pacman -S --needed --noconfirm" update=: ;;
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
for need in $nowhere; do
    case $need in *_*) ;; *) [ -n "$packages" ] || exit 1 ;; esac
done
[ -n "$packages$wishes" ] || exit 0

if [ "$(id -u)" = 0 ]; then as=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as='sudo -n '
else as=ask
fi
if [ $check = yes ] || [ "$as" = ask ]; then
    [ -n "$packages" ] || exit 0
    {
        echo "Belum terpasang / not installed:$packages"
        if [ "$as" = ask ]; then echo "Pasang dengan / install them with: sudo $install$packages"
        else echo "Pasang dengan / install them with: $install$packages"; fi
    } >&2
    exit 1
fi
echo "deps: ${as}$install$packages$wishes"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of words
[ "$update" = : ] || ${as}${update} || echo "deps: $update failed; trying with the lists that are there" >&2
# shellcheck disable=SC2086 # a list of words
if [ -n "$packages" ] && ! ${as}env DEBIAN_FRONTEND=noninteractive $install $packages; then
    echo "Pemasangan gagal. Coba sendiri / the installation failed, try it yourself: sudo $install$packages" >&2
    exit 1
fi
# shellcheck disable=SC2086 # a list of words
[ -z "$wishes" ] || ${as}env DEBIAN_FRONTEND=noninteractive $install $wishes ||
    echo "deps: going on without$wishes: what needs them is left out" >&2
