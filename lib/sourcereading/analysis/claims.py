"""Claims and their tellings as tables: the same statement beside itself, and which article has it in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from sourcereading.analysis.alignment import stem
from sourcereading.analysis.copies import first_copies, told_again
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
    """The statements that several articles tell, as two tables. The first has a row per claim, the strongest difference
    first: the two tellings that differ most, and what is different in them. Table: told twice. The second has a row per
    telling. Table: tellings.

    From the similarity ``alike``, 0 to 1, the words of any two articles are the same statement; from ``where_shared``
    those of two that share statements already.
    """
    told, first = tellings(reading), first_copies(reading.sentences)
    again = told_again(told, reading.sentences, first)
    own, article = told.drop(index=[*again]), told["article_id"].tolist()
    found = pairs(own.reset_index(drop=True), alike, where_shared, first)
    found = _without_told(found.assign(one=own.index[found["one"]], other=own.index[found["other"]]), again, article)
    groups = _with_copies(claims(told, found), again, article)
    marked = told_with_marks(told, [row for rows in groups for row in rows], reading.certainty)
    similarity = _by_claim(groups, found)
    strongest = [_strongest(similar, marked) for similar in similarity]
    order = sorted(range(len(groups)), key=lambda at: (*(-part for part in strongest[at][0]), at))
    pair_rows, told_rows = [], []
    for number, at in enumerate(order, 1):
        rows, (_, one, other) = groups[at], strongest[at]
        found_here = differences(marked[one], marked[other])
        changed, weight = "; ".join(found.in_words() for found in found_here), sum(found.weight for found in found_here)
        sides = [told.loc[row, _SIDE].tolist() for row in (one, other)]
        pair_rows.append((number, len(rows), *sides[0], *sides[1], similarity[at][one, other], changed, weight))
        about = _about([marked[row] for row in rows])
        told_rows += [(number, about, len(rows), *told.loc[row, _SIDE], marks_in_words(marked[row])) for row in rows]
    return _typed(pair_rows, _PAIR), _typed(told_rows, _TOLD)


def _typed(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """The rows as a table whose columns have the same types where there is no row."""
    types = {name: _NUMBERS.get(name.removeprefix("other_"), "str") for name in columns}
    return pd.DataFrame(rows, columns=columns).astype(types)


def _without_told(found: pd.DataFrame, again: Mapping[int, int], article: Sequence[str]) -> pd.DataFrame:
    """The pairs of which neither telling is told again, in the same sentence, in the other's article."""
    told = {(row, article[copy]) for copy, row in again.items()}
    beside = zip(found["one"], found["other"], strict=True)
    new = [not {(one, article[two]), (two, article[one])} & told for one, two in beside]
    return found[pd.Series(new, dtype="bool")]


def _with_copies(groups: list[list[int]], again: Mapping[int, int], article: Sequence[str]) -> list[list[int]]:
    """Claims with what copies tell in the same sentences: one telling of each article at most."""
    claim_of = {row: number for number, rows in enumerate(groups) for row in rows}
    having = {(number, article[row]) for row, number in claim_of.items()}
    for row, first in again.items():
        number = claim_of.get(first)
        if number is not None and (number, article[row]) not in having:
            having.add((number, article[row]))
            groups[number].append(row)
    return [sorted(rows) for rows in groups]


def _by_claim(groups: list[list[int]], found: pd.DataFrame) -> list[dict[tuple[int, int], float]]:
    """The pairs within each claim, with their similarity."""
    claim_of = {row: number for number, rows in enumerate(groups) for row in rows}
    pairs_of: list[dict[tuple[int, int], float]] = [{} for _ in groups]
    for one, other, similarity in found[["one", "other", "similarity"]].itertuples(index=False):
        if one in claim_of and claim_of[one] == claim_of.get(other):
            pairs_of[claim_of[one]][one, other] = similarity
    return pairs_of


def _strongest(
    similarity: Mapping[tuple[int, int], float], marked: dict[int, Told]
) -> tuple[tuple[bool, int, float], int, int]:
    """Of the pairs of a claim the one that differs most, with what it is ranked by."""
    ranked = []
    for (one, other), alike in similarity.items():
        weight = sum(found.weight for found in differences(marked[one], marked[other]))
        ranked.append(((alike >= _CLOSE and weight > 0, weight, alike), one, other))
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
