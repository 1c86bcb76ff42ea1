"""Words, numbers and punctuation marks of a text, as spans into it.

A token's text is always ``text[start:end]``; its ``lower`` is what is looked up: with straight apostrophes, and without
the break where a word is parted at a line's end ("pen-¶sions"). Marks that only set a text (Markdown's emphasis and
links, underscores around a word) are no tokens. Words that a missing blank has glued together ("hold.Engineer") are
parted where that is safe. Every pattern here is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple, Protocol

from sourcereading.text.lexicon import lexicon
from sourcereading.text.one_of import one_of
from sourcereading.text.parts_of_speech import is_listed
from sourcereading.text.remembered import remembered


class Token(NamedTuple):
    """A word, a number or a punctuation mark. ``lower`` has straight apostrophes, for look-ups."""

    start: int
    end: int
    text: str
    lower: str
    is_word: bool


class Word(Protocol):
    """What is asked of the words of a name, be they tokens or the items of a window."""

    @property
    def text(self) -> str: ...
    @property
    def lower(self) -> str: ...
    @property
    def is_word(self) -> bool: ...


def _abbreviated(word_class: str) -> str:
    """A pattern for the abbreviations of a class, without their full stop."""
    rows = lexicon("abbreviations", ("term", "class", "example"))
    return one_of(row["term"].rstrip(".") for row in rows if row["class"] == word_class)


# Words may hold combining accents (text from a Mac often does), inner apostrophes, hyphens and full stops
# ("wouldn’t", "three-day", "J.D.", "Mr."), and a hyphen at a line's end; numbers may hold separators ("1,000", "2.5",
# "10:30"). What is neither is punctuation, one token a character, but for runs of dots, dashes, stars and underscores.
# What only sets a text is Markdown's: "**Ana Ruiz**", "_now_", "[a report](https://…)", a picture.
_TOKEN = re.compile(
    r"(?P<word>[A-Za-z][a-z]*+(?=[\s,])|(?:[^\W\d_]\.){2,}|"  # most are of the first kind
    + _abbreviated("title")
    + r"\.(?=\s)|"
    + _abbreviated("company")
    + r"\.(?=,|\s[a-z]|\Z)|(?!I)[A-Z]\.(?=\s[A-Z])|\d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?(?:[-‑][\w]+)*"
    r"|(?!_)[\w\u0300-\u036f]+(?:(?:['’‑.&@-]|-\n[^\S\n]{0,40}(?=[^\W\d_])"
    r"|!(?<=\b[^\W\d_]!)(?=[a-z])|\$(?<=[^\W\d_]\$)(?=[^\W\d_]))"  # "P!nk", "Ca$h"
    r"[\w\u0300-\u036f]+)*)"
    r"|(?P<setting>[*_]++(?=[\w\[(\"“‘'])|(?<=[^\s*_])[*_]++|\[(?=[^\[\]\n]{1,300}\]\([^\s()])|\]\([^\s()]{1,500}\)"
    r"|!\[[^\[\]\n]{0,300}\]\([^\s()]{1,500}\))"
    r"|\.{2,}|-{2,}|[*_]++|[^\w\s]"
)
_BREAK = re.compile(r"-\n[^\S\n]*")
_SMALL, _CAPITAL = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
_BEGINNING = rf"(?=[{_CAPITAL}][{_SMALL}]|[AI](?![^\W_]))"
_GLUE = re.compile(rf"(?<=[{_SMALL}][{_SMALL}])\.{_BEGINNING}")
_BEGINS = re.compile(_BEGINNING)
_WORDS_AND_STOPS = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation without its full stop, in lower case, to its class in the lexicon."""
    return {
        row["term"].lower().rstrip("."): row["class"]
        for row in lexicon("abbreviations", ("term", "class", "example"))
    }


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets into ``text``.

    >>> [t.text for t in tokens("He wouldn't say.")]
    ['He', "wouldn't", 'say', '.']
    >>> [t.text for t in tokens("**Ana Ruiz** wouldn't say.Nobody would.")]
    ['Ana', 'Ruiz', "wouldn't", 'say', '.', 'Nobody', 'would', '.']
    """
    found: list[Token] = []
    made = tuple.__new__  # quicker than Token(…)
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        group, word = match.lastgroup, match.group()
        if group == "word":
            if "_" in word:
                word = word.rstrip("_")
            begin = match.start()
            if "." in word and _GLUE.search(word) and _may_be_parted(text, match):
                found.extend(_parted(word, begin))
            else:
                found.append(made(Token, (begin, begin + len(word), word, _looked_up(word), True)))
        elif group is None:
            begin, end_of_mark = match.span()
            found.append(made(Token, (begin, end_of_mark, word, word, False)))
    return found


@remembered
def _looked_up(word: str) -> str:
    whole = _whole(word) if "\n" in word else word
    lower = whole.lower().replace("’", "'").replace("‑", "-")
    return word if lower == word else lower


def _whole(word: str) -> str:
    """A word without its breaks at the ends of lines. The hyphen stays where it belongs to the word: before a capital,
    and between two words that make none together ("well-¶known")."""
    first, *rest = _BREAK.split(word)
    for part in rest:
        left, right = first.lower(), part.lower()
        whole = is_listed(left + right) or is_listed((left + right).removesuffix("s"))
        together = whole or not (is_listed(left) and is_listed(right))
        compound = part[0].isupper() or is_listed(f"{left}-{right}") or not together
        first = f"{first}-{part}" if compound else first + part
    return first


def begins_glued(text: str, terminator: re.Match[str]) -> bool:
    """Whether a sentence begins right behind a terminator without a blank: "It may close.Then", "“It may.”Then". A name
    may have a sign in it: "Yahoo!News"."""
    end = terminator.end()
    if not _BEGINS.match(text, end) or text[end - 1] in "\"')]":
        return False
    if terminator[0][0] not in ".?!" or (len(terminator[0]) > 1 and text[end - 1] not in "”»"):
        return False
    before = terminator.start()
    while before > 0 and text[before - 1].isalpha() and terminator.start() - before < 40:
        before -= 1
    return before < terminator.start() and text[terminator.start() - 1].islower() and (
        terminator[0][0] != "!" or text[before].islower()
    )


def _may_be_parted(text: str, match: re.Match[str]) -> bool:
    """Whether a word with stops in it is words only, and no part of an address or a program."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if before in tuple("/\\@#=:") or after in tuple("/\\@=("):
        return False
    return _WORDS_AND_STOPS.fullmatch(match.group().rstrip("_")) is not None


def _parted(word: str, start: int) -> Iterator[Token]:
    """A word with its stops as tokens of their own, where each parts two sentences; else the word as it is."""
    parts = [0, *(glue.end() for glue in _GLUE.finditer(word)), len(word)]
    pieces = [word[left:right] for left, right in pairwise(parts)]
    known = abbreviations()
    stops = [piece.rstrip(".").rpartition("-")[2].lower() for piece in pieces[:-1]]
    ends = [re.split(r"['’-]", piece)[0].rstrip(".").lower() for piece in pieces[1:]]
    safe = not any("." in piece.rstrip(".") for piece in pieces) and not any(known.get(stop) for stop in stops)
    if not safe or any(known.get(end) == "address" for end in ends) or stops[0] == "www":
        yield Token(start, start + len(word), word, _looked_up(word), True)
        return
    for piece in pieces:
        bare = piece.rstrip(".")
        yield Token(start, start + len(bare), bare, _looked_up(bare), True)
        if bare != piece:
            yield Token(start + len(bare), start + len(piece), ".", ".", False)
        start += len(piece)
