"""Claims and their tellings as tables: the same statement beside itself, and which article has it in which words."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pandas as pd

from sourcereading.analysis.alignment import stem
from sourcereading.analysis.differences import Told, differences, same_speaker, told_with_marks
from sourcereading.analysis.told_twice import ALIKE, ALIKE_WHERE_SHARED, claims, pairs, tellings, words_of
from sourcereading.analysis.words import stopwords
from sourcereading.attribution.voices import speaker_name, voiced
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import listing, short

_SIDE = ["article_id", "start", "end", "text", "speaker", "voice"]
_PAIR = ["claim", "articles", *_SIDE, *(f"other_{name}" for name in _SIDE), "similarity", "changed", "weight"]
_TOLD = ["claim", "about", "articles", *_SIDE, "marks"]
_NUMBERS = dict.fromkeys(("claim", "articles", "start", "end", "weight"), "int64") | {"similarity": "float64"}
_CLOSE = 0.5
"""Pairs from this similarity on come first: they are more often the same statement."""
_SHARED_WORDS = 4


def told_twice(
    reading: Reading, alike: float = ALIKE, where_shared: float = ALIKE_WHERE_SHARED
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The statements that several articles tell, as two tables.

    Parameters
    ----------
    alike : from which similarity, 0 to 1, the words of any two articles are the same statement.
    where_shared : the same for two articles that share statements already.

    Returns
    -------
    The first table has a row per claim, the strongest difference first: the two tellings that differ most, and what is
    different in them. Table: told twice. The second has a row per telling. Table: tellings.
    """
    told = tellings(reading)
    found = pairs(told, alike, where_shared)
    groups = claims(told, found)
    marked = told_with_marks(told, [row for rows in groups for row in rows], reading.certainty)
    similarity = {
        (one, other): value for one, other, value in found[["one", "other", "similarity"]].itertuples(index=False)
    }
    beside = [_strongest(rows, marked, similarity) for rows in groups]
    order = sorted(range(len(groups)), key=lambda at: (*(-part for part in beside[at][0]), at))
    pair_rows, told_rows = [], []
    for number, at in enumerate(order, 1):
        rows, (_, one, other) = groups[at], beside[at]
        found_here = differences(marked[one], marked[other])
        changed, weight = "; ".join(found.in_words() for found in found_here), sum(found.weight for found in found_here)
        sides = [told.loc[row, _SIDE].tolist() for row in (one, other)]
        pair_rows.append((number, len(rows), *sides[0], *sides[1], similarity[one, other], changed, weight))
        about = _about([marked[row] for row in rows])
        told_rows += [(number, about, len(rows), *told.loc[row, _SIDE], marks_in_words(marked[row])) for row in rows]
    return _typed(pair_rows, _PAIR), _typed(told_rows, _TOLD)


def _typed(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """The rows as a table whose columns have the same types where there is no row."""
    types = {name: _NUMBERS.get(name.removeprefix("other_"), "str") for name in columns}
    return pd.DataFrame(rows, columns=columns).astype(types)


def _strongest(
    rows: list[int], marked: dict[int, Told], similarity: dict[tuple[int, int], float]
) -> tuple[tuple[bool, int, float], int, int]:
    """Of the pairs of a claim the one that differs most, with what it is ranked by."""
    ranked = []
    for one, other in combinations(rows, 2):
        if (one, other) in similarity:
            weight = sum(found.weight for found in differences(marked[one], marked[other]))
            close = similarity[one, other] >= _CLOSE
            ranked.append(((close and weight > 0, weight, similarity[one, other]), one, other))
    return max(ranked, key=lambda pair: (pair[0], -pair[1], -pair[2]))


def _about(told: list[Told]) -> str:
    """What tells a claim from others: its speakers, and the words that most of its tellings share."""
    speakers: list[str] = []
    for side in told:
        if not any(same_speaker(side.speaker, name) for name in speakers):
            speakers.append(side.speaker)
    having = Counter(found for side in told for found in {stem(word) for word in words_of(side.text)})
    shared = dict.fromkeys(
        word for word in words_of(told[0].text) if word not in stopwords() and 2 * having[stem(word)] > len(told)
    )
    words = " ".join([*shared][:_SHARED_WORDS]) or short(told[0].text, 40)
    return f"{listing([short(speaker_name(name), 40) for name in speakers])}: {words}"


def marks_in_words(told: Told) -> str:
    """The marks of a telling in a few words: "hedge: could; certainty: will"."""
    return "; ".join(f"{kind}: {listing(words)}" for kind, words in told.words.items() if words)


def telling_in_words(speaker: str, voice: str) -> str:
    """Who tells something, and in whose words: "Ana Ruiz, quoted"."""
    return voiced(speaker_name(speaker), voice)
