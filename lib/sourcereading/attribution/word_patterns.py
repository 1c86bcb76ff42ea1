"""Patterns of words, and the words in them, from the lexicon ``sourcing.csv`` as regular expressions.

A pattern has words of the text in small letters, and in capitals the classes of the lexicon: ``UNWILLING TELL ..2 WHAT``
is "declined to say exactly how". ``..2`` is up to two words, ``COMMENT|WITHHOLD`` a word of either class, ``!OTHERS``
that none of its words follows, ``END`` that the clause ends there, and ``WHO`` where a name begins. Adverbs may stand
before each part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sourcereading.text.lexicon import lexicon

_ADVERBS = r"(?:(?:\w+ly|also|even|again|yet|then|still|further|so far)\s+){0,3}"
_GAP = r"(?:[\w’'.$&%/-]+\s+){0,"
_END = (
    r"(?=\s*(?:$|[.,;:?!)(“”\"—–]|-\s|(?:and|but|or|when|after|before|by|on|in|at|until|for this|for the|as|while|because|"
    r"since|with|through|\w+day)\b))"
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


def one_of(words: Iterable[str]) -> str:
    """A regular expression for one of some words and phrases, longer ones first, with either apostrophe."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in longest)})".replace(r"\ ", r"\s+").replace("'", "['’]")


@cache
def compiled(kind: str) -> re.Pattern[str]:
    """One regular expression for all patterns of a class; its group ``who`` is where WHO stands in one of them."""
    return re.compile(rf"\b(?:{'|'.join(map(_expression, terms(kind)))})", re.IGNORECASE)


def _expression(pattern: str) -> str:
    """The regular expression of a pattern; a gap has the white space behind its words."""
    found, space = "", ""
    for part in pattern.split():
        if part.startswith(".."):
            found, space = f"{found}{space}{_GAP}{part[2:]}}}?", ""
        elif part == "WHO":
            found, space = rf"{found}{space}(?P<who>)", ""
        elif part == "END":
            found += _END
        elif part.startswith("!"):
            found += rf"(?!\s+{one_of(terms(part[1:].lower()))}\b)"
        else:
            words = [word for one in part.split("|") for word in (terms(one.lower()) if one.isupper() else (one,))]
            found, space = rf"{found}{space}{_ADVERBS if found else ''}{one_of(words)}\b", r"\s+"
    return found
