#!/bin/sh
# Follows sunting-workshop(7) to the letter, with three participants and an sshd of its own on the loopback, and lets one
# of them try to take the machine: 32 sessions at once, sessions within one connection, a full disk.
# For root on a machine to throw away: it makes /srv/bimtek, accounts, mounts, files in /etc/security/limits.d and
# /etc/ssh/sshd_config.d, and removes them.
#
#     tests/torture/workshop.sh SUNTING       SUNTING: the program as installed
set -u
sunting=${1:?usage: workshop.sh SUNTING} port=2299 failed=0
page=$(realpath "$(dirname "$0")/../../man/id/sunting-workshop.7")
class=/srv/bimtek
[ "$(id -u)" = 0 ] || { echo "workshop: needs root"; exit 2; }
[ ! -e $class ] || { echo "workshop: $class is there already"; exit 2; }
work=$(mktemp -d)

block() { # WORDS: the example of the page that holds them, as a reader would type it
    sed 's/\\-/-/g' "$page" | awk -v words="$1" '/^\.nf/ { text = ""; in_it = 1; next } /^\.fi/ { if (index(text, words)) printf "%s", text; in_it = 0 }
        in_it { text = text $0 "\n" }' |
        sed 's/^ *# //; s/^ *//; s#^sunting #'"$sunting"' #; /^less /d'
}

clean() {
    for pid in $(cat "$work/clients" 2>/dev/null); do kill "$pid" 2>/dev/null; done
    sh $class/akun.sh --hapus > /dev/null 2>&1
    [ ! -e "$work/sshd.pid" ] || kill "$(cat "$work/sshd.pid")" 2>/dev/null
    rm -rf $class "$work"
}

holds() { # SENTENCE CONDITION...
    said=$1
    shift
    if "$@"; then echo "ok    $said"; else echo "FAILS $said"; failed=1; fi
}

login() { # NAME [OPTION...]: a session that stays open for a while
    name=$1
    shift
    ( sleep "${stay:-20}" ) | SSH_ASKPASS="$work/ask-$name" SSH_ASKPASS_REQUIRE=force TERM=xterm setsid ssh -tt -q -p $port \
        -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o PubkeyAuthentication=no "$@" "$name@127.0.0.1" \
        > "$work/out-$name-$(date +%N)" 2>&1 &
    echo $! >> "$work/clients"
}

sessions() { ps -o comm= -u "$1" | grep -c '^sunting'; }
processes() { ps -o pid= -u "$1" | wc -l; }
shows() { cat "$work/out-$1"* | grep -q "$2"; }

trap clean EXIT
[ -e /run/utmp ] || install -g utmp -m 664 /dev/null /run/utmp # every Debian has it; a container may not
cd "$work" || exit 2
printf '\357\273\277No;Nama;Instansi\r\n1;"Rina Susanti, S.Sos.";Dinas Kominfo\r\n2;Dedi Putra;Humas\r\n3;Siti Aminah;Bappeda\r\n' > daftar.csv
block siapkan > prepare.sh
block 'akun.sh' | head -1 > accounts.sh
block 'sunting nilai' > report.sh
sh -e prepare.sh || { echo "workshop: the class of the page cannot be made"; exit 2; }
sh -e accounts.sh || { echo "workshop: the accounts of the page cannot be made"; exit 2; }
while IFS="$(printf '\t')" read -r name password rest; do
    printf '#!/bin/sh\necho %s\n' "$password" > "ask-$name"
    chmod 700 "ask-$name"
done < $class/daftar.tsv
{ echo "Port $port"; echo "ListenAddress 127.0.0.1"; echo "PidFile $work/sshd.pid"; cat /etc/ssh/sshd_config; } > sshd_config
mkdir -p /run/sshd
/usr/sbin/sshd -f "$work/sshd_config" || { echo "workshop: sshd does not start"; exit 2; }
sleep 1

i=0
while [ $i -lt 32 ]; do login peserta01; i=$((i + 1)); done
sleep 12
echo "      32 logins at once: $(sessions peserta01) sessions, $(processes peserta01) processes," \
    "$(ps -o rss= -u peserta01 | awk '{ s += $1 } END { print int(s / 1024) }') MB"
holds "no more than three sessions" [ "$(sessions peserta01)" -le 3 ]
holds "and there are some" [ "$(sessions peserta01)" -ge 1 ]
holds "the list of lessons shows" shows peserta01 Latihan
holds "no more than six processes" [ "$(processes peserta01)" -le 6 ]
stay=30 login peserta02
sleep 4
holds "another participant comes in meanwhile" [ "$(sessions peserta02)" = 1 ]
pid=$(ps -o pid=,comm= -u peserta02 | awk '$2 == "sunting" { print $1 }')
holds "processes are limited" [ "$(awk '/^Max processes/ { print $4 }' "/proc/$pid/limits")" = 6 ]
holds "memory is limited" [ "$(awk '/^Max address space/ { print $5 }' "/proc/$pid/limits")" = 134217728 ]
holds "no core files" [ "$(awk '/^Max core/ { print $6 }' "/proc/$pid/limits")" = 0 ]
stay=15 login peserta03 -o ControlMaster=yes -o ControlPath="$work/control"
sleep 4
for i in 1 2 3 4 5; do stay=5 login peserta03 -o ControlPath="$work/control" -o BatchMode=yes; done
sleep 3
holds "one session in a connection" [ "$(sessions peserta03)" = 1 ]
if mountpoint -q $class/peserta03/naskah; then
    su -s /bin/sh peserta03 -c 'cd ~/naskah; ulimit -f 20480; for i in 1 2 3 4 5 6; do head -c 200000000 /dev/zero > isi$i; done' 2> /dev/null
    echo "      a participant who fills the disk gets $(du -sm $class/peserta03/naskah | cut -f1) MB"
    holds "no more than 64 MB of disk" [ "$(du -sm $class/peserta03/naskah | cut -f1)" -le 64 ]
fi
holds "no other's folder can be entered" \
    [ "$(su -s /bin/sh peserta03 -c "ls $class $class/peserta01 $class/peserta01/naskah 2>/dev/null; cat $class/daftar.tsv 2>/dev/null" | wc -l)" = 0 ]
holds "what the trainer shares is not to be changed" \
    [ "$(su -s /bin/sh peserta03 -c "touch $class/kelas/x $class/kelas/latihan/x 2>/dev/null; ls $class/kelas | grep -c x")" = 0 ]
( cd "$work" && sh report.sh 2>/dev/null )
holds "the report can be made, though nobody has results yet" [ -e "$work/laporan.html" ]
sh $class/akun.sh --hapus > /dev/null 2>&1
holds "the accounts are gone afterwards" [ "$(getent passwd peserta01 | wc -l)" = 0 ]
holds "and the drafts are not" [ -d $class/peserta01/naskah/.config ]
exit $failed
