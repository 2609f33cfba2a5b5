#!/bin/sh
# Follows sunting-workshop(7) to the letter, with three participants and an sshd of its own on the loopback, and lets one
# of them try to take the machine: 32 sessions at once, sessions within one connection, a full disk, files of /etc/skel.
# For root on a machine to throw away: it makes accounts, mounts, and a file in /etc/security/limits.d, and removes them.
#
#     tests/torture/workshop.sh SUNTING       SUNTING: the program as installed
set -u
sunting=${1:?usage: workshop.sh SUNTING} port=2299 failed=0
page=$(dirname "$0")/../../man/sunting-workshop.7
work=$(mktemp -d) limits=/etc/security/limits.d/bimtek.conf
[ "$(id -u)" = 0 ] || { echo "workshop: needs root"; exit 2; }

block() { # N: the Nth example of the page, as a reader would type it, with three participants
    awk -v n="$1" '/^\.nf/ { i++; next } /^\.fi/ && i == n { exit } i == n' "$page" |
        sed 's/\\-/-/g; s/seq -w 1 50/seq -w 1 3/; s#/usr/local/bin/sunting#'"$sunting"'#'
}

clean() {
    [ ! -e "$work/sshd.pid" ] || kill "$(cat "$work/sshd.pid")" 2>/dev/null
    for pid in $(cat "$work/clients" 2>/dev/null); do kill "$pid" 2>/dev/null; done
    sleep 1
    for n in 1 2 3; do
        for pid in $(ps -o pid= -u "peserta$n" 2>/dev/null); do kill -9 "$pid" 2>/dev/null; done
    done
    sleep 1
    for n in 1 2 3; do
        umount "/home/peserta$n/naskah" 2>/dev/null
        userdel "peserta$n" 2>/dev/null
        rm -rf "/home/peserta$n" "/var/lib/bimtek/peserta$n.img"
    done
    cp "$work/fstab" /etc/fstab
    groupdel bimtek 2>/dev/null
    rmdir /var/lib/bimtek 2>/dev/null
    rm -rf "$limits" "$work"
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

cp /etc/fstab "$work/fstab"
trap clean EXIT
[ -e /run/utmp ] || install -g utmp -m 664 /dev/null /run/utmp # every Debian has it; a container may not
block 1 > "$work/accounts.sh"
block 2 > "$work/sshd"
block 3 | sed 's/^ *//' > "$limits"
sh -e "$work/accounts.sh" > "$work/passwords" || { echo "workshop: the accounts of the page cannot be made"; exit 2; }
while read -r name password; do
    printf '#!/bin/sh\necho %s\n' "'$password'" > "$work/ask-$name"
    chmod 700 "$work/ask-$name"
done < "$work/passwords"
{ echo "Port $port"; echo "ListenAddress 127.0.0.1"; echo "PidFile $work/sshd.pid"; cat /etc/ssh/sshd_config "$work/sshd"; } > "$work/sshd_config"
mkdir -p /run/sshd
/usr/sbin/sshd -f "$work/sshd_config" || { echo "workshop: sshd does not start"; exit 2; }
sleep 1

holds "nothing of /etc/skel lies in a participant's folder" [ "$(ls -A /home/peserta1)" = naskah ]
i=0
while [ $i -lt 32 ]; do login peserta1; i=$((i + 1)); done
sleep 12
echo "      32 logins at once: $(sessions peserta1) sessions, $(processes peserta1) processes," \
    "$(ps -o rss= -u peserta1 | awk '{ s += $1 } END { print int(s / 1024) }') MB"
holds "no more than three sessions" [ "$(sessions peserta1)" -le 3 ]
holds "and there are some" [ "$(sessions peserta1)" -ge 1 ]
holds "no more than six processes" [ "$(processes peserta1)" -le 6 ]
stay=30 login peserta2
sleep 4
holds "another participant comes in meanwhile" [ "$(sessions peserta2)" = 1 ]
pid=$(ps -o pid=,comm= -u peserta2 | awk '$2 == "sunting" { print $1 }')
holds "processes are limited" [ "$(awk '/^Max processes/ { print $4 }' "/proc/$pid/limits")" = 6 ]
holds "memory is limited" [ "$(awk '/^Max address space/ { print $5 }' "/proc/$pid/limits")" = 134217728 ]
holds "no core files" [ "$(awk '/^Max core/ { print $6 }' "/proc/$pid/limits")" = 0 ]
stay=15 login peserta3 -o ControlMaster=yes -o ControlPath="$work/control"
sleep 4
for i in 1 2 3 4 5; do stay=5 login peserta3 -o ControlPath="$work/control" -o BatchMode=yes; done
sleep 3
holds "one session in a connection" [ "$(sessions peserta3)" = 1 ]
su -s /bin/sh peserta3 -c 'cd ~/naskah; ulimit -f 20480; for i in 1 2 3 4 5 6; do head -c 200000000 /dev/zero > isi$i; done' 2> /dev/null
echo "      a participant who fills the disk gets $(du -sm /home/peserta3/naskah | cut -f1) MB"
holds "no more than 64 MB of disk" [ "$(du -sm /home/peserta3/naskah | cut -f1)" -le 64 ]
holds "no other's folder can be entered" [ "$(su -s /bin/sh peserta3 -c 'ls /home/peserta1/naskah 2>/dev/null; ls /home/peserta1 2>/dev/null' | wc -l)" = 0 ]
exit $failed
