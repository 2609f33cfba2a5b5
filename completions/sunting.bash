# Made from the tables of the program by `make man`.
_sunting() {
    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command='' options='' words='' i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        check | periksa) command=check; break ;;
        fix | perbaiki) command=fix; break ;;
        quotes | kutipan) command=quotes; break ;;
        sentences | kalimat) command=sentences; break ;;
        new | baru) command=new; break ;;
        export | ekspor) command=export; break ;;
        rules | aturan) command=rules; break ;;
        dictionary | kamus) command=dictionary; break ;;
        archive | arsip) command=archive; break ;;
        forget | lupakan) command=forget; break ;;
        train | latihan) command=train; break ;;
        score | nilai) command=score; break ;;
        lsp | lsp) command=lsp; break ;;
        serve | layani) command=serve; break ;;
        esac
    done
    [ "$before" != = ] || before="${COMP_WORDS[COMP_CWORD-2]}"
    [ "$word" != = ] || { word=''; before="${COMP_WORDS[COMP_CWORD-1]}"; }
    case "$command $before" in
        check\ --format) words='text json sarif gnu github gitlab junit csv html' ;;
        check\ --fail-on) words='hint warning error never' ;;
        check\ --color) words='always auto never' ;;
        check\ --lang) words='id en' ;;
        fix\ --lang) words='id en' ;;
        quotes\ --format) words='text json csv' ;;
        quotes\ --lang) words='id en' ;;
        sentences\ --format) words='text json' ;;
        sentences\ --lang) words='id en' ;;
        new\ --lang) words='id en' ;;
        export\ --lang) words='id en' ;;
        rules\ --format) words='text json' ;;
        rules\ --lang) words='id en' ;;
        dictionary\ --lang) words='id en' ;;
        archive\ --urut) words='tanggal relevansi' ;;
        archive\ --format) words='text json' ;;
        archive\ --lang) words='id en' ;;
        forget\ --lang) words='id en' ;;
        train\ --lang) words='id en' ;;
        score\ --format) words='text csv html' ;;
        score\ --lang) words='id en' ;;
        lsp\ --lang) words='id en' ;;
        serve\ --lang) words='id en' ;;
    esac
    if [ -n "$words" ]; then
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        return
    fi
    case $command in
    '') options=' --config= --arsip= --lang= --restricted --help --version' words='periksa check perbaiki fix kutipan quotes kalimat sentences baru new ekspor export aturan rules kamus dictionary arsip archive lupakan forget latihan train nilai score lsp lsp layani serve' ;;
    check) options=' --format= --only= --except= --fail-on= --strict --hints --baseline= --prune --changed-since= --stdin-filename= --color --jobs= --config= --arsip= --lang= --restricted --help --version' ;;
    fix) options=' --dry-run --only= --except= --jobs= --config= --arsip= --lang= --restricted --help --version' ;;
    quotes) options=' --format= --config= --arsip= --lang= --restricted --help --version' ;;
    sentences) options=' --format= --config= --arsip= --lang= --restricted --help --version' ;;
    new) options=' --template= --list --gaya --config= --arsip= --lang= --restricted --help --version' ;;
    export) options=' --to= --output= --overwrite --config= --arsip= --lang= --restricted --help --version' ;;
    rules) options=' --format= --test= --uji= --classes --config= --arsip= --lang= --restricted --help --version' ;;
    dictionary) options=' --config= --arsip= --lang= --restricted --help --version' ;;
    archive) options=' --kantor= --sejak= --sampai= --alasan= --periksa --urut= --jumlah= --format= --config= --arsip= --lang= --restricted --help --version' ;;
    forget) options=' --unsaved --unnamed --config= --arsip= --lang= --restricted --help --version' ;;
    train) options=' --ulang --uji --baru= --siapkan= --host= --pantau= --kelas= --config= --arsip= --lang= --restricted --help --version' ;;
    score) options=' --format= --config= --arsip= --lang= --restricted --help --version' ;;
    lsp) options=' --config= --arsip= --lang= --restricted --help --version' ;;
    serve) options=' --port= --address= --config= --arsip= --lang= --restricted --help --version' ;;
    esac
    case $word in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word")) ;;
    esac
    [[ ${COMPREPLY[0]} != *= ]] || compopt -o nospace
}
complete -o filenames -F _sunting sunting
