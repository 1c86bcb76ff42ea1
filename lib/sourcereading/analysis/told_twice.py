"""The same statement told in several articles: what one article's speakers and writer say beside another's.

A *telling* is what one statement says within one sentence, or what the writer says there. Two tellings of different
articles are a pair where their words are alike (``alignment``); pairs that hang together are a claim.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from sys import intern
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from sourcereading.analysis.alignment import LEAST_WORDS, Letters, sharing_words, without_slogans
from sourcereading.analysis.statements import in_body, places_by, said_in
from sourcereading.attribution.voices import WRITERS
from sourcereading.text.lexicon import lexicon

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading

ALIKE = 0.55
"""From this similarity on, tellings of any two articles with three words or more in common are the same statement."""
ALIKE_WHERE_SHARED = 0.3
"""The same for two articles that report on one event: those whose most similar tellings share six words or more."""
APART = 0.1
"""What is asked for besides where both tellings are the writers': they describe the same people and places, and use the
same formulas ("did not respond to requests for comment")."""
NUMBER = 0.1
"""What a number in both tellings adds to their similarity, and names in both, none the same, take away."""

_SHARED, _SHARED_OF_ARTICLES = 3, 6
WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


@cache
def number_words() -> dict[str, int]:
    """The words for whole numbers, with their values."""
    rows = lexicon("numbers", ("term", "class", "value", "example", "source"))
    return {row["term"]: int(row["value"]) for row in rows if row["class"] == "number"}


_TELLING = ["article_id", "statement_id", "sentence_id"]


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in lower case, with straight apostrophes."""
    return [intern(word.lower().replace("’", "'")) for word in WORD.findall(text)]


def tellings(reading: Reading) -> pd.DataFrame:
    """What each statement says within each sentence, and what the writer says in each sentence of the text: rows of the
    table ``statements`` with the parts joined in ``text``, after "denies:" where the speaker denies it, and in
    ``spans``."""
    rows = reading.statements[[*_TELLING, "start", "end", "speaker", "voice", "denied", "reporting_clause_of"]]
    rows = in_body(rows[rows["reporting_clause_of"] == ""], reading.sentences)
    rows = rows.sort_values(["article_id", "start"], kind="stable")
    first = rows.drop_duplicates(_TELLING).drop(columns=["end", "reporting_clause_of"])
    spans = places_by(rows, _TELLING)
    said = said_in(spans, first["denied"], reading.articles)
    found = first.assign(text=pd.Series(said, first.index, dtype="str"), end=[parts[-1][1] for parts in spans.values()])
    found["spans"] = list(spans.values())
    order = {article: number for number, article in enumerate(reading.articles["article_id"])}
    found = found.assign(_order=found["article_id"].map(order))
    return found.sort_values(["_order", "start"], kind="stable", ignore_index=True).drop(columns="_order")


def pairs(
    told: pd.DataFrame,
    alike: float = ALIKE,
    where_shared: float = ALIKE_WHERE_SHARED,
    first: Mapping[str, str] = MappingProxyType({}),
) -> pd.DataFrame:
    """The pairs of ``tellings`` that are the same statement in two articles, the most similar first: ``one`` and
    ``other`` (rows of ``told``) and ``similarity``. Each telling has one partner at most in each other article.

    The lowest similarity (0 to 1) is ``alike`` in any two articles, ``where_shared`` in two that share statements of
    that similarity, or are copies of one text; ``first`` is the article of which each is a copy (``first_copies``).
    """
    article = pd.factorize(told["article_id"])[0]
    text = pd.factorize(told["article_id"].map(lambda name: first.get(name, name)))[0]
    words = without_slogans([_enough(words_of(telling)) for telling in told["text"]], text)
    found, letters = sharing_words(words, article, names := _names(told), alike / 2), Letters(words)
    writers = (told["voice"] == WRITERS).to_numpy()

    def between(pairs: pd.DataFrame) -> np.ndarray:
        return article[pairs["one"]] * len(told) + article[pairs["other"]]

    def measured(pairs: pd.DataFrame) -> pd.DataFrame:
        more = APART * (writers[pairs["one"]] & writers[pairs["other"]])
        return _measured(pairs.assign(between=between(pairs), more=more), words, names, letters)

    sure = measured(found[found["by_words"] >= alike / 2])
    sure = sure[sure["similarity"] >= alike + sure["more"]]
    evidence = sure.groupby("between")["shared"].sum()
    related = np.isin(between(found), evidence.index[evidence >= _SHARED_OF_ARTICLES])
    related |= text[found["one"]] == text[found["other"]]
    kept = pd.concat([sure[sure["shared"] >= _SHARED], measured(found[related & (found["shared"] > 0)])])
    kept = kept[(kept["shared"] > 1) | (kept["similarity"] >= alike)]  # one word, and the number that it is, is little
    kept = kept[(kept["similarity"] >= where_shared + kept["more"]) & ~kept.index.duplicated()]
    kept = kept.sort_values(["similarity", "one", "other"], ascending=[False, True, True])
    nearest = ~(kept.duplicated(["between", "one"]) | kept.duplicated(["between", "other"]))
    return kept.loc[nearest, ["one", "other", "similarity"]].reset_index(drop=True)


def _enough(words: list[str]) -> list[str]:
    """The words, where enough different ones have two letters or more; else none."""
    return words if len({word for word in words if len(word) > 1 and not word[0].isdigit()}) >= LEAST_WORDS else []


def _names(told: pd.DataFrame) -> frozenset[str]:
    """The words, in lower case, of the names of speakers, and those that have a capital more often than not where no
    sentence begins."""
    capital: Counter[str] = Counter()
    for text in told["text"]:
        for word in WORD.findall(text)[1:]:
            capital[word.lower().replace("’", "'")] += 1 if word[0].isupper() else -1
    often = {word for word, times in capital.items() if times > 0 and not word[0].isdigit()}
    of_speakers = {word.lower() for name in set(told["speaker"]) for word in WORD.findall(name) if word[0].isupper()}
    return frozenset(often | of_speakers)


def _is_number(word: str) -> bool:
    """Whether a word is a number that says something: not "1", nor "one"."""
    return len(word) > 1 and (word[0].isdigit() or (word != "one" and word in number_words()))


def _measured(
    found: pd.DataFrame, words: Sequence[Sequence[str]], names: frozenset[str], letters: Letters
) -> pd.DataFrame:
    """Pairs with their ``similarity``. A number that both have adds to it; it counts against a pair
    that each side has names and none of them is in both."""
    alike = (found["by_words"] + letters.alike(found["one"].tolist(), found["other"].tolist())) / 2
    more = []
    for one, other in zip(found["one"], found["other"], strict=True):
        here, there = {*words[one]}, {*words[other]}
        both = any(_is_number(word) for word in here & there)
        apart = bool(here & names and there & names and not here & there & names)
        more.append(NUMBER * (both - apart))
    return found.assign(similarity=(alike + np.array(more, dtype=float)).clip(upper=1))


def claims(told: pd.DataFrame, found: pd.DataFrame) -> list[list[int]]:
    """The ``tellings`` that are one statement: ``pairs`` that hang together, one telling of each article at most. The
    rows of each claim are in the order of the articles, the claims in that of their first telling.

    A pair inside or around another of the same two articles ("she promised that …", and what she promised) is no other
    claim.
    """
    group: dict[int, list[int]] = {}
    covered: set[tuple[str, str, str, str]] = set()
    article, sentence = told["article_id"].tolist(), told["sentence_id"].tolist()
    for one, other in zip(found["one"], found["other"], strict=True):
        place = (article[one], sentence[one], article[other], sentence[other])
        if place in covered:
            continue
        first, second = group.get(one, [one]), group.get(other, [other])
        if first is second or {article[row] for row in first} & {article[row] for row in second}:
            continue
        covered.add(place)
        joined = first + second
        group |= dict.fromkeys(joined, joined)
    return sorted(sorted(rows) for rows in {id(rows): rows for rows in group.values()}.values())
