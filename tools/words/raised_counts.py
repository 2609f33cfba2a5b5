#!/usr/bin/env python3
"""Counts where news writes a word small that names begin or end with: the lines of dictionaries/raised.tsv.

usage: raised_counts.py NEWS.txt > lines

NEWS.txt has an article a line, its paragraphs apart by ".,". A word, or two, stand alone between a small word and a
small word or a mark; the first and the last of raised words are counted against the same word between small ones.
"""
import collections
import math
import re
import sys

TOKEN = re.compile(r"[A-Za-zÀ-ÿ]+(?:[-'’][A-Za-zÀ-ÿ]+)*|\d[\d.,]*|\S")
COUNTED = 12  # times, for a digit
NEVER = 60  # so many times oftener small: left out, and taken for six
LEAST = 4  # digit that is worth a line
PAIR, PAIR_RAISED, RUN = 8, 3, 10  # times; digits at which a pair says otherwise than its words


def kind(token):
    if not token[0].isalpha():
        return "#" if token[0].isdigit() else "."
    if token.islower():
        return "a"
    return "A" if token[1:].islower() else "AA"


def count(lines):
    words, alone, pairs, first, last, named = (collections.defaultdict(lambda: [0, 0]) for _ in range(6))
    for line in lines:
        tokens = TOKEN.findall(line.replace(".,", ". ¶ "))
        kinds, small = [kind(t) for t in tokens], [t.lower() for t in tokens]
        ends = [k == "a" or t in ".,;:)" for t, k in zip(tokens, kinds)] + [True]
        run_until = 0
        for i in range(1, len(tokens)):
            if kinds[i] not in ("a", "A"):
                continue
            raised = kinds[i] == "A"
            if not raised or kinds[i - 1] in ("a", "A", "AA"):
                words[small[i]][raised] += 1
            if kinds[i - 1] != "a":
                continue
            if ends[i + 1]:
                alone[small[i]][raised] += 1
            if i + 1 < len(tokens) and kinds[i + 1] in ("A", "AA"):
                named[small[i]][raised] += 1
            if i + 1 < len(tokens) and kinds[i + 1] == kinds[i] and ends[i + 2]:
                pairs[small[i] + " " + small[i + 1]][raised] += 1
            if not raised and i + 1 < len(tokens) and kinds[i + 1] == "a":
                first[small[i]][0] += 1
                last[small[i + 1]][0] += 1
            elif raised and i >= run_until:
                run_until = i + 1
                while run_until < len(tokens) and kinds[run_until] in ("A", "AA"):
                    run_until += 1
                if run_until > i + 1:
                    first[small[i]][1] += 1
                    last[small[run_until - 1]][1] += 1
    return words, alone, pairs, first, last, named


def power(times):
    return max(0.0, min(9.0, math.log2((times[0] + 0.5) / (times[1] + 0.5))))


def main():
    with open(sys.argv[1], encoding="utf8", errors="replace") as news:
        words, alone, pairs, first, last, named = count(news)

    def never(word):
        small, capital = words.get(word, (0, 0))
        return small >= 20 and capital * NEVER <= small

    def worth(table, word):
        times = table.get(word, (0, 0))
        return power(times) if sum(times) >= COUNTED else 6 if never(word) else 0

    lines = {}
    for word in words:
        if len(word) < 3 or not word.isalpha() or never(word):
            continue
        counts = [t.get(word, (0, 0)) for t in (alone, first, last, named)]
        digits = "".join(str(int(power(c))) if sum(c) >= COUNTED else "-" for c in counts)
        if any(d != "-" and int(d) >= LEAST for d in digits):
            lines[word] = digits
    for pair, times in pairs.items():
        one, two = pair.split(" ")
        if sum(times) < PAIR or not (one.isalpha() and two.isalpha()):
            continue
        if min(worth(alone, one), worth(alone, two)) < PAIR_RAISED:
            continue
        run, together = worth(first, one) + worth(last, two), power(times)
        if together < PAIR_RAISED if run >= RUN else together >= LEAST:
            lines[pair] = str(int(together))
    for key in sorted(lines, key=str.encode):
        print(key, lines[key], sep="\t")


if __name__ == "__main__":
    main()
