#!/usr/bin/env python3
"""Make the dictionaries of counts out of counted words, pairs and triples.

usage: group_counts.py pairs PAIRS.tsv | triples TRIPLES.tsv | forms FORMS.tsv | agreed AGREED.tsv

A counted file has a word, or two or three with a space between, and then its counts, a tab between:
pairs, triples   times in news, times in regulations
forms            news small, Capital, CAPITALS, regulations small, Capital, CAPITALS
agreed           how many of six lists hold the word
Writes the lines of dictionaries/pairs.tsv (triples.tsv, forms.tsv, agreed.tsv) that stand below its header.
"""
import collections, sys

NEWS = 3  # one of news counts for three of regulations, which repeat themselves


def rows(path):
    with open(path, encoding='utf8') as lines:
        for line in lines:
            if not line.startswith('# word'):
                words, *counts = line.rstrip('\n').split('\t')
                yield words, [int(n) for n in counts]


def group(path, head, write):
    """Lines: the first words, a tab, and what stands after them in byte order."""
    after = collections.defaultdict(list)
    for words, (news, law) in rows(path):
        parts = words.split(' ')
        after[' '.join(parts[:head])].append((parts[head].encode(), write(news, law)))
    for first in sorted(after, key=str.encode):
        print(first, ' '.join('%s=%s' % (word.decode(), n) for word, n in sorted(after[first])), sep='\t')


def forms(path):
    for word, n in sorted(rows(path), key=lambda row: row[0].encode()):
        print(word, n[0] + n[3], n[1], n[4], n[2] + n[5], NEWS * sum(n[:3]) + sum(n[3:6]), sep='\t')


def agreed(path):
    for word, (lists,) in sorted(rows(path), key=lambda row: row[0].encode()):
        print(word, lists, sep='\t')


MAKERS = {'pairs': lambda path: group(path, 1, lambda news, law: '%d,%d' % (news, law) if law else news),
          'triples': lambda path: group(path, 2, lambda news, law: NEWS * news + law),
          'forms': forms, 'agreed': agreed}
if len(sys.argv) != 3 or sys.argv[1] not in MAKERS:
    sys.exit(__doc__)
MAKERS[sys.argv[1]](sys.argv[2])
