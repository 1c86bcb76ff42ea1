"""Targets of tone: the people, places and organisations that a sentence names, each under one name per article.

A name is a run of capitalised words without titles ("U.S. Vice President J.D. Vance" → "J.D. Vance", "Ministry of
Health"). A surname means the one full name in the article that ends with it (where two do, for itself), a
speaker's alias for the speaker, and what ``people.csv`` names for that person. Days and months are no targets, nor are
words that only say where a person or thing is from ("American negotiators"): whoever is from there is not the
place. A word that opens a sentence is a name where the article has it with a capital elsewhere, where it is a given
name, or where it is no word that news has in lower case. What is only called "he" or "the plan" is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sourcereading.attribution.antecedents import Speaker
from sourcereading.sentiment.news_scorer import common_words
from sourcereading.text.full_names import full_names
from sourcereading.text.lexicon import lexicon
from sourcereading.text.name_words import given_names
from sourcereading.text.names import OPENERS, capitalised_inside, name_runs, text_of, without_titles
from sourcereading.text.sentence_words import function_words
from sourcereading.text.sentences import Sentence, Token
from sourcereading.text.verbs import verbs

_FROM_SOMEWHERE = ("ian", "ean", "ish", "ese", "ican", "ench", "utch")
_WORD_ENDS = ("ly", "ing", "ed", "ers", "ors", "ists", "tion", "ures")


class Target(NamedTuple):
    """A name in a sentence: under which name the article knows it, and its span in code points."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Names:
    """The names of an article: words that occur there with a capital where no sentence begins, in lower case, and what
    a name written in some way means."""

    capitalised: frozenset[str]
    canonical: Mapping[str, str]


def names_of(
    sentences: Sequence[Sentence], speakers: Iterable[Speaker], given: Iterable[tuple[str, str]] = ()
) -> Names:
    """What is to be known of an article before the targets of its sentences can be found.

    Parameters
    ----------
    sentences : all of the article, as ``text.sentences`` gives them.
    speakers : its speakers.
    given : names that readers have given, each with an alias or with itself; they count before all others.
    """
    full, _ = full_names(sentences)
    canonical: dict[str, str] = {}
    for surname, counts in full.items():
        fitting = [name for name in counts if _plain(name.split()[-1]) == surname]
        if len(fitting) == 1:  # of two people with one surname, neither
            canonical[surname] = fitting[0]
    for sentence in sentences:
        for _, run in name_runs(sentence.tokens):
            if len(run) > 1:
                canonical.setdefault(_plain(text_of(run)), text_of(run))  # as it is written first
    written: dict[str, list[str]] = {}  # a name to the ways of writing that mean it so far
    for way, known in canonical.items():
        written.setdefault(_plain(known), []).append(way)
    for name, alias in [*_names_of_speakers(speakers), *given]:
        if not alias[:1].isupper():
            continue
        for way in (_plain(alias), *written.get(_plain(alias), ())):
            canonical[way] = name
    return Names(capitalised_inside(sentences), canonical)


def _names_of_speakers(speakers: Iterable[Speaker]) -> Iterator[tuple[str, str]]:
    """The names of speakers with the ways in which they are written."""
    for speaker in speakers:
        yield from ((speaker.name, alias) for alias in (speaker.name, *speaker.aliases))


def _plain(name: str) -> str:
    """A name in one spelling: lower case, straight apostrophes, no article."""
    return name.lower().replace("’", "'").removeprefix("the ")


def targets(words: Sequence[Token], names: Names) -> list[Target]:
    """The targets that a sentence names, in order.

    Parameters
    ----------
    words : the tokens of the sentence.
    names : those of its article.
    """
    found = []
    for at, run in name_runs(words):
        name = run if any(word.lower == "of" for word in run) else without_titles(run)
        after = words[at + len(run)] if at + len(run) < len(words) else None
        opens = at == 0 or words[at - 1].text in OPENERS
        if not name or (len(name) == 1 and not _is_name(name[0], opens, after, names)):
            continue
        text = text_of(name)
        known = names.canonical.get(_plain(text), text)
        found.append(Target(known, name[0].start, name[0].start + _length(name)))
    return found


def _is_name(word: Token, opens: bool, after: Token | None, names: Names) -> bool:
    """Whether a single capitalised word is a name, and not a day, a people's adjective or a sentence's first word."""
    lower = word.lower.partition("'")[0]
    if lower in _no_names() or len(lower) < 2 or re.search(r"[-‑][^\W\d_A-Z]", word.text):
        return False  # "Monday", "I", "Halden-based"
    known = lower in names.capitalised or lower in names.canonical or lower in given_names()
    if opens and not known and (lower in common_words() or lower.endswith(_WORD_ENDS)):
        return False
    if lower in _kinds() and lower not in names.canonical:
        return False  # "the City", "Hospital": a part of a name that is given in full elsewhere, or of none
    describes = after is not None and after.is_word and after.text[0].islower() and lower.endswith(_FROM_SOMEWHERE)
    return not describes or after.lower in _verbs_and_links()


def _length(name: Sequence[Token]) -> int:
    """How long a name is, without a possessive at its end."""
    last = name[-1]
    end = last.end - 2 if last.lower.endswith("'s") else last.end
    return end - name[0].start


@cache
def _kinds() -> frozenset[str]:
    """Words for kinds of people, institutions and texts, which with a capital of their own name nobody."""
    return frozenset(row["term"] for row in lexicon("speaker_words", ("term", "class"), ("gender", "example")))


@cache
def _no_names() -> frozenset[str]:
    numbers = lexicon("numbers", ("term", "class", "value", "example", "source"))
    return function_words() | {row["term"].lower() for row in numbers} | {"i", "mr.", "mrs.", "ms."}


@cache
def _verbs_and_links() -> frozenset[str]:
    """Words after a name that show it to be no adjective: verbs of saying and every function word."""
    return _no_names() | frozenset(verbs())
