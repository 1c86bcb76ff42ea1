"""How fast the reading is, stage by stage, and against tools that everybody knows; run by hand, on a quiet machine.

    python benchmarks/speed.py [ARTICLES] [FILE.jsonl]

Reads ARTICLES (500) invented articles of about 2 kB, or those of FILE. The articles are made of the sentences of
``data/practice``, with other names, numbers and words in each, so that nothing that is remembered from one article
helps the next more than it does in news. All rates are of processor time in one process; the rivals are run in turns
with the reading, and their ratio to it is the median over the turns: what else the machine does moves it little.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from archive import ROOT, machine  # first: this checkout comes first
from textblob.en import sentiment as bare_textblob

import sourcereading as sr
from sourcereading.reading import one_article, schema
from sourcereading.text.articles import read_articles
from sourcereading.text.name_words import given_names
from sourcereading.text.parts_of_speech import is_listed

SIZE = 2_100  # characters
TURNS = 5
_OTHER_WORDS = 0.15
_ONSETS, _RIMES = "BDFGHKLMNPRSTVW", ("arn", "ell", "ind", "olm", "und", "ask", "ert", "ov", "im", "ane")
_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_WORD, _NUMBER = re.compile(r"\b[a-z]{5,9}\b"), re.compile(r"\d+")


def varied(articles: int, seed: int = 20, size: int = SIZE) -> list[str]:
    """Articles made of the sentences of the practice articles, each with names, numbers and words of its own; another
    ``seed`` gives others."""
    chance = random.Random(seed)
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "data" / "practice").glob("*.txt"))]
    paragraphs = [part for text in texts for part in text.split("\n\n")[1:] if part.strip()]
    first_names = sorted(given_names())
    words = sorted(set(_WORD.findall(" ".join(texts))))
    made = []
    for _ in range(articles):
        names: dict[str, str] = {}

        def name(match: re.Match[str], names: dict[str, str] = names) -> str:
            if is_listed(match[0].lower()):
                return match[0]  # "Monday", "Minister"
            made_up = chance.choice(_ONSETS) + chance.choice(_RIMES) + chance.choice(_RIMES)
            given = match[0].lower() in given_names()
            return names.setdefault(match[0], chance.choice(first_names).title() if given else made_up)

        parts = [f"Article on the {chance.choice(words)} of the {chance.choice(words)}"]
        while sum(map(len, parts)) < size:
            part = _NUMBER.sub(lambda match: str(chance.randrange(1, 10 ** len(match[0]))), chance.choice(paragraphs))
            part = _WORD.sub(lambda match: chance.choice(words) if chance.random() < _OTHER_WORDS else match[0], part)
            parts.append(_CAPITALISED.sub(name, part))
        made.append("\n\n".join(parts))
    return made


class Clock:
    """The processor time of functions that are wrapped, by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            begun = process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[stage] = self.seconds.get(stage, 0.0) + process_time() - begun

        return call


def by_stage(texts: list[str]) -> list[tuple[str, float]]:
    """Milliseconds of processor time that each stage of the reading takes for an article."""
    clock = Clock()
    stages = [
        ("sentences and tokens", one_article, "sentences"),
        ("quotations", one_article, "quotations"),
        ("statements and speakers", one_article, "attribute"),
        ("certainty", one_article.certainty, "marks"),
        ("issues", one_article.issues, "mentions_in"),
        ("tone: who is named", one_article.sentiment, "targets"),
        ("tone: TextBlob", one_article.sentiment, "textblob"),
        ("tone: news, stretches", one_article.sentiment, "news"),
        ("tone: news, toward people", one_article.sentiment, "toward"),
        ("packing rows", schema, "table"),
    ]
    with ExitStack() as stack:
        for stage, module, function in stages:
            stack.enter_context(patch.object(module, function, clock.timed(stage, getattr(module, function))))
        clock.timed("whole reading", sr.read)(texts, workers=1)
    whole = clock.seconds.pop("whole reading")
    rows = [*clock.seconds.items(), ("all else", whole - sum(clock.seconds.values())), ("whole reading", whole)]
    begun = process_time()
    read_articles(texts)
    rows.append(("of it, taking texts in", process_time() - begun))
    reading = sr.read(texts, workers=1)
    with tempfile.TemporaryDirectory() as folder:
        begun = process_time()
        reading.save(folder)
        rows.append(("tables as CSV", process_time() - begun))
    return [(stage, 1000 * seconds / len(texts)) for stage, seconds in rows]


def ratios(texts: list[str]) -> list[tuple[str, float, float]]:
    """Each rival: articles a second, and the reading's rate as a share of it; both medians over the turns."""
    sentences = sr.read(texts).sentences["text"].tolist()
    runs: dict[str, Callable[[], object]] = {
        "the reading": lambda: sr.read(texts, workers=1),
        "the reading, tone left out": lambda: sr.read(texts, scorers=[], workers=1),
        "[textblob.en.sentiment(s) for s in sentences]": lambda: [bare_textblob(text) for text in sentences],
        r're.findall(r"\w+", text)': lambda: [re.findall(r"\w+", text) for text in texts],
    }
    if find_spec("vaderSentiment"):
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

        vader = SentimentIntensityAnalyzer()
        runs["VADER"] = lambda: [vader.polarity_scores(text) for text in sentences]
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(TURNS):
        for name, run in runs.items():
            begun = process_time()
            run()
            taken[name].append(process_time() - begun)
    ours = taken["the reading"]
    return [
        (
            name,
            len(texts) / statistics.median(times),
            statistics.median(rival / own for rival, own in zip(times, ours, strict=True)),
        )
        for name, times in taken.items()
    ]


def main() -> None:
    """Prints the tables."""
    given = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    texts = [json.loads(line)["text"] for line in given.read_text("utf-8").splitlines()] if given else []
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    texts = texts[:number] or varied(number)
    print(machine("pandas", "numpy", "textblob"))
    print(f"{len(texts)} articles, {sum(map(len, texts)) / len(texts):,.0f} characters on average")
    sr.read(texts[:20])  # word lists are read once
    print(f"\n{'stage':45}{'ms an article':>15}")
    for stage, milliseconds in by_stage(texts):
        print(f"{stage:45}{milliseconds:15.2f}")
    print(f"\n{'processor time, one process':47}{'articles/s':>13}{'reading / it':>14}")
    for name, rate, ratio in ratios(texts):
        print(f"{name:47}{rate:13,.0f}{ratio:14.4f}")


if __name__ == "__main__":
    main()
