"""Patterns of words, and the words in them, from the lexicon ``sourcing.csv`` as regular expressions.

A pattern has words of the text in small letters, and in capitals the classes of the lexicon: ``UNWILLING TELL ..2
WHAT`` is "declined to say exactly how". ``..2`` is up to two words, ``COMMENT|WITHHOLD`` a word of either class,
``!OTHERS`` that none of its words follows, ``END`` that the clause ends there, and ``WHO`` where a name begins. Adverbs
may stand before each part.
"""

from __future__ import annotations

import re
from functools import cache

from sourcereading.text.lexicon import lexicon
from sourcereading.text.one_of import one_of

_ADVERBS = r"(?:(?:\w+ly|also|even|again|yet|then|still|further|so far)\s+){0,3}"
_GAP = r"(?:[\w’'.$&%/-]+\s+){0,"
_END = (
    r"(?=\s*(?:$|[.,;:?!)(“”\"—–]|-\s|(?:and|but|or|when|after|before|by|on|in|at|until|for this|for the|as|while|"
    r"because|since|with|through|\w+day)\b))"
)


@cache
def _terms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon("sourcing", ("term", "class", "example", "source")):
        found[row["class"]] = (*found.get(row["class"], ()), row["term"])
    return found


def terms(*classes: str) -> tuple[str, ...]:
    """The terms of some classes of the lexicon."""
    return tuple(term for one in classes for term in _terms()[one])


@cache
def either(*classes: str) -> str:
    """A regular expression for one of the terms of some classes, in small letters."""
    return one_of(map(str.lower, terms(*classes)))


@cache
def compiled(kind: str) -> re.Pattern[str]:
    """One regular expression for all patterns of a class, for a text ``in_small`` letters; its group ``who`` is where
    WHO stands in one of them."""
    return re.compile(rf"\b{_joined([pattern.split() for pattern in terms(kind)])}")


def _joined(patterns: list[list[str]], space: str = "", adverbs: str = "") -> str:
    """The regular expression of some patterns, with what several begin with written once, so that it compiles fast.

    ``space`` and ``adverbs`` are what stands before a word that follows; a gap has the white space behind its words.
    """
    branches: dict[str, list[list[str]]] = {}
    for first, *rest in filter(None, patterns):
        branches.setdefault(first, []).append(rest)
    found = [_part(first, space, adverbs) + _joined(rest, *_behind(first)) for first, rest in branches.items()]
    if not all(patterns):
        found.append("")  # one of them ends here
    return f"(?:{'|'.join(found)})" if len(found) > 1 else found[0]


def _behind(part: str) -> tuple[str, str]:
    """What stands between a part and a word behind it."""
    return ("" if part.startswith("..") or part == "WHO" else r"\s+", _ADVERBS)


def _part(part: str, space: str, adverbs: str) -> str:
    """The regular expression of one part of a pattern."""
    if part.startswith(".."):
        return f"{space}{_GAP}{part[2:]}}}?"
    if part == "WHO":
        return rf"{space}(?P<who>)"
    if part == "END":
        return _END
    if part.startswith("!"):
        return rf"(?!\s+{either(part[1:].lower())}\b)"
    words = [word for one in part.split("|") for word in (terms(one.lower()) if one.isupper() else (one,))]
    return rf"{space}{adverbs}{one_of(map(str.lower, words))}\b"
