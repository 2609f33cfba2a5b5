#!/bin/sh
# Menyiapkan server untuk kelas di $folder. Baca dulu, lalu jalankan sebagai root:
#
#     sh akun.sh             membuat akun, sandi, batas, dan aturan sshd; boleh diulang, yang sudah ada dibiarkan
#     sh akun.sh --hapus     menghapus akun dan semua aturannya; naskah dan hasil di $folder tetap ada
#
# Yang diubah: kelompok "bimtek", akun pesertaNN dari $folder/daftar.tsv, /etc/ssh/sshd_config.d/bimtek.conf,
# /etc/security/limits.d/bimtek.conf, dan, kalau server mengizinkan, satu berkas 64 MB tiap peserta yang dipasang
# di foldernya (/etc/fstab), supaya tidak seorang pun dapat memenuhi disk.
# shellcheck disable=SC2154 # folder dan sunting ditulis di atas oleh sunting latihan --siapkan
set -eu
group=bimtek
sshd=/etc/ssh/sshd_config.d/$group.conf
limits=/etc/security/limits.d/$group.conf
tab=$(printf '\t')
[ "$(id -u)" = 0 ] || { echo "akun.sh: jalankan sebagai root"; exit 2; }
[ -r "$folder/daftar.tsv" ] || { echo "akun.sh: $folder/daftar.tsv tidak ada"; exit 2; }

# sshd membaca aturan baru; sambungan yang ada tidak terputus.
reload_sshd() {
    mkdir -p /run/sshd
    "$(command -v sshd || echo /usr/sbin/sshd)" -t
    if [ -d /run/systemd/system ]; then
        systemctl reload ssh 2>/dev/null || systemctl reload sshd
    elif [ -e /run/sshd.pid ]; then
        kill -HUP "$(cat /run/sshd.pid)"
    else
        echo "akun.sh: sshd belum berjalan; jalankan dulu (service ssh start)"
    fi
}

if [ "${1-}" = --hapus ]; then
    rm -f "$sshd" "$limits"
    while IFS=$tab read -r login rest; do
        pkill -KILL -u "$login" 2>/dev/null || true
        drafts=$folder/$login/naskah
        if mountpoint -q "$drafts"; then # isinya disalin ke luar, lalu gambarnya dilepas
            cp -a "$drafts" "$drafts.salinan"
            umount "$drafts"
            rmdir "$drafts"
            mv "$drafts.salinan" "$drafts"
            sed -i "\\#^$folder/.gambar/$login.img #d" /etc/fstab
            rm -f "$folder/.gambar/$login.img"
        fi
        chown -R 0:0 "$folder/$login"
        userdel "$login" 2>/dev/null || true
    done < "$folder/daftar.tsv"
    groupdel $group 2>/dev/null || true
    reload_sshd
    exit 0
fi

# Yang di luar folder peserta milik root: peserta hanya membacanya.
getent group $group > /dev/null || groupadd $group
chown 0:0 "$folder"
chown -R 0:0 "$folder/kelas"
chmod 711 "$folder"

# Satu berkas sistem untuk tiap peserta. Di wadah (container) yang tidak boleh memasang berkas, folder biasa dipakai.
mount_own() { # LOGIN FOLDER
    image=$folder/.gambar/$1.img
    command -v mkfs.ext4 > /dev/null || return 1
    if [ ! -e "$image" ]; then
        mkdir -p "$folder/.gambar" "$2.pasang"
        chmod 700 "$folder/.gambar"
        truncate -s 64M "$image"
        mkfs.ext4 -q -m 0 "$image"
        if ! mount -o loop,nodev,nosuid,noexec "$image" "$2.pasang" 2>/dev/null; then
            rm -f "$image"
            rmdir "$2.pasang"
            return 1
        fi
        rmdir "$2.pasang/lost+found"
        cp -a "$2/." "$2.pasang/"
        umount "$2.pasang"
        rmdir "$2.pasang"
        find "$2" -mindepth 1 -delete
    fi
    grep -q "^$image " /etc/fstab || echo "$image $2 ext4 loop,nodev,nosuid,noexec 0 0" >> /etc/fstab
    mountpoint -q "$2" || mount "$2"
}

own=yes
while IFS=$tab read -r login password rest; do
    drafts=$folder/$login/naskah
    # Rumahnya milik root, jadi tidak seorang pun dapat menaruh .profile atau .ssh/authorized_keys.
    id "$login" > /dev/null 2>&1 || useradd -M -d "$folder/$login" -s /bin/sh -G $group "$login"
    printf '%s:%s\n' "$login" "$password" | chpasswd
    chown 0:0 "$folder/$login"
    chmod 711 "$folder/$login"
    [ $own = no ] || mount_own "$login" "$drafts" || own=no
    chown -R "$login:$login" "$drafts"
    chmod 700 "$drafts"
done < "$folder/daftar.tsv"
[ $own = yes ] || echo "akun.sh: berkas 64 MB tidak dapat dipasang di sini; peserta memakai disk bersama"

mkdir -p "${sshd%/*}" "${limits%/*}"
cat > "$sshd" <<EOF
# Dibuat oleh $folder/akun.sh: peserta masuk ke Sunting, dan tidak ke mana-mana lagi.
MaxStartups 100
Match Group $group
    PasswordAuthentication yes
    ForceCommand exec $sunting --restricted="\$HOME/naskah" latihan --kelas $folder/kelas
    MaxSessions 1
    PermitTTY yes
    PermitUserRC no
    AllowTcpForwarding no
    AllowStreamLocalForwarding no
    AllowAgentForwarding no
    X11Forwarding no
    PermitTunnel no
    ClientAliveInterval 30
    ClientAliveCountMax 4
EOF

# Sesi ketiga: yang sambungannya putus dapat masuk lagi sebelum sesi lamanya berakhir.
cat > "$limits" <<EOF
@$group  -     maxlogins  3
@$group  hard  nproc      6
@$group  hard  as         131072
@$group  hard  fsize      20480
@$group  hard  core       0
EOF
reload_sshd
echo "akun.sh: $(wc -l < "$folder/daftar.tsv") peserta dapat masuk. Cetak $folder/lembar.html."
