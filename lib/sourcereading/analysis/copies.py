"""Which articles are copies of one text, as where two papers print what an agency sent, cut or with a line added.

What such articles tell in the same sentences is told once: it is no second report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from sourcereading.analysis.differences import same_speaker
from sourcereading.analysis.statements import in_body

_SHARE, _LEAST = 0.5, 50
"""Articles are copies where so much of the shorter one's words, and so many, are in the other in whole sentences. Of
363 articles on one campaign two share 77 %, and no others more than 8 %."""
_EVERYWHERE = 100
"""A sentence that so many articles have is no sign of a copy: "The ministry did not respond to a request"."""


def first_copies(sentences: pd.DataFrame) -> dict[str, str]:
    """For each article that has sentences the first one that is a copy of the same text: itself, where none is."""
    body = in_body(sentences, sentences)
    own: dict[str, Counter[str]] = {}
    for article, text in zip(body["article_id"], body["text"], strict=True):
        own.setdefault(article, Counter())[" ".join(text.split())] += 1
    words = {article: sum(_words(text) * times for text, times in found.items()) for article, found in own.items()}
    having: dict[str, list[str]] = {}
    first = {}
    for article, found in own.items():
        shared: Counter[str] = Counter()
        for text, times in found.items():
            shared.update(dict.fromkeys(having.get(text, ()), _words(text) * times))
        alike = {one: both / min(words[article], words[one]) for one, both in shared.items() if both >= _LEAST}
        nearest = max(alike, key=lambda one: alike[one], default=article)
        first[article] = nearest if alike.get(nearest, 0) >= _SHARE else article
        for text in found if first[article] == article else ():
            if len(others := having.setdefault(text, [])) < _EVERYWHERE:
                others.append(article)
    return first


def _words(text: str) -> int:
    return text.count(" ") + 1


def told_again(told: pd.DataFrame, sentences: pd.DataFrame, first: Mapping[str, str]) -> dict[int, int]:
    """The tellings (``told_twice.tellings``) that a copy has in the same sentence as an article before it, each with
    the first of them; ``first`` is as :func:`first_copies` gives it."""
    text_of = dict(zip(sentences["sentence_id"], sentences["text"], strict=True))
    article, speaker = told["article_id"].tolist(), told["speaker"].tolist()
    places: dict[tuple[str, ...], int] = {}
    again = {}
    for row, (sentence, *telling) in enumerate(told[["sentence_id", "voice", "text"]].itertuples(index=False)):
        place = places.setdefault((first[article[row]], " ".join(text_of[sentence].split()), *telling), row)
        if article[place] != article[row] and same_speaker(speaker[place], speaker[row]):
            again[row] = place
    return again
