#!/bin/sh
# Fifty participants at once through a real sshd on the loopback, each with a script of her own (torture_class.c): no
# result may be lost or mixed, every score must be as scripted. For root on a machine to throw away.
#
#     tests/torture/class.sh SUNTING TORTURE_CLASS [PEOPLE]     SUNTING: the program as installed
set -u
sunting=${1:?usage: class.sh SUNTING TORTURE_CLASS [PEOPLE]} player=${2:?} people=${3:-50} port=2297
class=/srv/bimtek-torture
[ "$(id -u)" = 0 ] || { echo "class: needs root"; exit 2; }
[ ! -e $class ] || { echo "class: $class is there already"; exit 2; }
work=$(mktemp -d)
chmod 711 "$work"

clean() {
    sh $class/akun.sh --hapus > /dev/null 2>&1
    [ ! -e "$work/sshd.pid" ] || kill "$(cat "$work/sshd.pid")" 2>/dev/null
    rm -rf $class "$work"
}
trap clean EXIT

[ -e /run/utmp ] || install -g utmp -m 664 /dev/null /run/utmp # every Debian has it; a container may not
{ echo 'Nama;Instansi'; i=0; while [ $i -lt "$people" ]; do i=$((i + 1)); echo "Peserta Nomor $i;Dinas $((i % 7))"; done; } > "$work/daftar.csv"
"$sunting" latihan --siapkan $class "$work/daftar.csv" --host 127.0.0.1 > /dev/null || exit 2
sh $class/akun.sh > /dev/null 2>&1
{ echo "Port $port"; echo "ListenAddress 127.0.0.1"; echo "PidFile $work/sshd.pid"; cat /etc/ssh/sshd_config; } > "$work/sshd_config"
mkdir -p /run/sshd
/usr/sbin/sshd -f "$work/sshd_config" || { echo "class: sshd does not start"; exit 2; }
printf '#!/bin/sh\nawk -v l="$LOGIN" '"'"'$1 == l { print $2 }'"'"' %s/daftar.tsv\n' $class > "$work/ask"
printf '#!/bin/sh\nLOGIN=$1 SSH_ASKPASS=%s/ask SSH_ASKPASS_REQUIRE=force TERM=xterm-256color exec ssh -tt -q -p %s -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o PubkeyAuthentication=no "$1@127.0.0.1"\n' \
    "$work" $port > "$work/login"
printf '#!/bin/sh\nexec %s latihan --pantau %s\n' "$sunting" $class > "$work/trainer"
chmod 700 "$work/ask" "$work/login" "$work/trainer"
"$player" "$work/login" "$people" "$work/trainer" > "$work/expected" || echo "class: not all came to their end"
"$sunting" nilai -f csv $class | tr -d '"\r' | awk -F, '$4 == "07-di-dan-ke" { print $1 "\t" $10 "\t" $11 "\t" $13 }' | sort > "$work/seen"
sort "$work/expected" > "$work/sorted"
if diff "$work/sorted" "$work/seen" > "$work/difference"; then
    echo "class: $(wc -l < "$work/seen") results, all as scripted"
else
    echo "class: results differ: expected <, seen > (login, mended, hints, new mistakes)"
    cat "$work/difference"
    exit 1
fi
