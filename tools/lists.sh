#!/bin/sh
# Words of the language belong into dictionaries/: counts the literal lists of eight words or more in src/, and fails for one
# that does not stand below with the reason why it is no vocabulary.
set -u
cd "$(dirname "$0")/.." || exit 2

allowed='
src/check/pattern/parse.c keywords       words of the language of patterns
src/check/rules/calendar.c months        the calendar: a number for each name
src/check/rules/metadata_date.c english  the calendar: a number for each name
src/draft/import/docx.c names            elements of XML
src/draft/import/odt.c names             elements of XML
src/draft/front/yaml_quote.c truth       words that YAML reads as truth values
src/language/sentence/speech.c names     the classes that speech.tsv may name
src/language/sentence/token.c endings    ends of Internet addresses
src/language/spelling/affixes.c clusters grammar of affixes: consonants that keep their first letter
src/language/spelling/morphology.c bound_forms grammar of affixes: a closed class
src/language/spelling/suggest.c prefixes       grammar of affixes: a closed class
src/language/spelling/word_maker.c harmless    directives of files of hunspell
'
found=$(find src/check src/draft src/language src/text -name '*.[ch]' | LC_ALL=C sort | xargs perl -0777 -ne '
    s{/\*.*?\*/}{}gs;
    while (/(\w+)(?:\[\w*\])* = \{((?:[^{};"]|"(?:[^"\\]|\\.)*"|\{[^{}]*\})*)\}/g) {
        my ($name, $body) = ($1, $2);
        my @words = grep { /^[^\W\d_][\w\x80-\xff\x27 -]*$/ } $body =~ /"((?:[^"\\]|\\.)*)"/g;
        printf "%s %s %d\n", $ARGV, $name, scalar @words if @words >= 8;
    }')
status=0 lists=0 words=0
while read -r file name count; do
    [ -n "$file" ] || continue
    if echo "$allowed" | grep -q "^$file $name "; then continue; fi
    lists=$((lists + 1)) words=$((words + count)) status=1
    echo "lists: $file: $name has $count words: a class of dictionaries/classes.tsv?"
done <<END
$found
END
echo "$allowed" | while read -r file name reason; do
    [ -z "$file" ] || echo "$found" | grep -q "^$file $name " || echo "lists: $file $name is no list any more (tools/lists.sh)"
done
echo "lists: $lists lists, $words words outside dictionaries/"
exit $status
