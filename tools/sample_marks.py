"""Draws marks of a kind at random, each in its sentence, for a person to judge one by one.

    python tools/sample_marks.py articles.jsonl 100 19 conditional possibility > marks.tsv

The file has one article a line ("text", "title"). Of each kind at most so many marks are drawn, with one random
generator for all kinds in the order given, so that a seed draws the same marks again as long as the reading finds the
same ones. The tables are tab-separated; write *right*, *borderline* or *wrong* beside each row, after the rules of
``data/data-dictionary.md`` (type). The shares go into ``data/measured.csv`` as rows of the measure marks.
"""

import csv
import json
import random
import sys
from pathlib import Path

import pandas as pd

import sourcereading as sr


def sampled(articles: Path, number: int, seed: int, kinds: list[str]) -> pd.DataFrame:
    """At most ``number`` marks of each kind: kind, direction and the sentence with the mark in [[ ]]."""
    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
    read = sr.read(pd.DataFrame([{"text": row["text"], "title": row.get("title", "")} for row in rows]))
    whole = read.sentences[["article_id", "sentence_id", "text", "start"]]
    whole = whole.rename(columns={"text": "sentence", "start": "sentence_start"})
    marks = read.certainty.merge(whole, on=["article_id", "sentence_id"])
    chance = random.Random(seed)
    drawn = []
    for kind in kinds:
        of_kind = list(marks.index[marks["type"] == kind])
        chance.shuffle(of_kind)
        drawn += of_kind[:number]
    table = marks.loc[drawn, ["type", "direction"]]
    return table.assign(sentence=[_shown(row) for row in marks.loc[drawn].itertuples()])


def _shown(row) -> str:
    """The sentence of a mark in one line, the mark in double brackets."""
    lo, hi = row.start - row.sentence_start, row.end - row.sentence_start
    text = row.sentence
    return " ".join(f"{text[:lo]}[[{text[lo:hi]}]]{text[hi:]}".split())


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    table = sampled(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
    table.to_csv(sys.stdout, sep="\t", index=False, quoting=csv.QUOTE_NONE, escapechar="\\")
