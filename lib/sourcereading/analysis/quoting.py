"""The words around a mark, as a sentence quotes them: those of its clause, with "…" where something is left out."""

from __future__ import annotations

from typing import NamedTuple

from sourcereading.reading.wording import inner_quotes
from sourcereading.text.parts_of_speech import is_adjective
from sourcereading.text.sentence_words import STOPS, classes_of
from sourcereading.text.sentences import Token, tokens

_MOST = 11
"""How many words are quoted, where the mark itself is not longer."""
_LITTLE = 2
"""So few words at the start of a clause are quoted, too: "…" in their place would save nothing."""
_FAR = 16
"""So many words before a mark are quoted where they cannot be cut."""
_ENDS = STOPS | frozenset("«»,")
_CLAUSES = ("subordinator", "clause_break")
_PHRASES = ("coordinator", "preposition")
_WAITING = (
    "article", "determiner", "possessive", "auxiliary", "be", "have_do", "modal", "negative", "number",
    "subject_pronoun", "relative", "interrogative", "genitive",
)  # fmt: skip
_TURNS = frozenset(("if", "unless", "without", "except", "until"))
"""Words after which a clause may say the opposite of what stands before them: it is not cut there."""
_NOBODY = frozenset(("nobody", "none", "nothing", "neither", "few", "hardly", "without"))


class Quote(NamedTuple):
    """Words to be quoted, without quotation marks, and where in the text they begin and end."""

    words: str
    start: int
    end: int


def clause_around(text: str, stretch: tuple[int, int], mark: tuple[int, int]) -> Quote:
    """The clause of a mark, or the part of it nearest to the mark. ``stretch`` is where the words that may be quoted
    begin and end: a row of a statement, which has the mark in it.

    >>> clause_around("Asked again, he cannot promise an end: talks go on.", (0, 51), (16, 30)).words
    '… he cannot promise an end'
    >>> clause_around("It is, of course, a start for us, she said.", (0, 33), (7, 16)).words
    '… of course, a start for us'
    """
    inside = tokens(text, *stretch)
    first = next(at for at, token in enumerate(inside) if token.end > mark[0])
    last = max(at for at, token in enumerate(inside) if token.start < mark[1])
    most = max(0, _MOST - (last - first + 1))
    right = _right(inside, last, most)
    alone = right == last < len(inside) - 2 and _left(inside, first, most) == first
    if alone and inside[last + 1].text == ",":
        right = _right(inside, last + 1, most)  # "it is, of course, a start": by itself, it would not say of what
    left = _left(inside, first, max(0, _MOST - (right - first + 1)))
    start, end = inside[left].start, inside[right].end
    words = inner_quotes(" ".join(text[start:end].split()))  # a mark may have quotation marks in it
    before = "… " if _left_out(inside[:left][::-1]) else ""
    after = " …" if _left_out(inside[right + 1 :]) else ""
    return Quote(f"{before}{words}{after}", start, end)


def _left_out(beyond: list[Token]) -> bool:
    """Whether words of the same sentence are left out; a colon or semicolon ends one as a full stop does."""
    return any(token.is_word for token in beyond) and beyond[0].text not in ";:.?!"


def _right(inside: list[Token], last: int, most: int) -> int:
    """The last word to be quoted: that of the clause, or where it is too long, that of a phrase in it."""
    end = last
    while end + 1 < len(inside) and not _ends(inside, end + 1):
        end += 1
    if _waits(inside, end):  # "it is not clear what, if any, effect"
        closing = (at for at in range(end + 2, min(end + 6, len(inside))) if inside[at].text == ",")
        aside = next(closing, end + 2)
        return _right(inside, aside, max(_LITTLE, most - (aside - last)))
    if end - last <= most or end - last <= _FAR and any(token.lower in _TURNS for token in inside[last + 1 : end]):
        return end
    for kinds, nearest in ((_CLAUSES, 1), (_PHRASES, 3)):
        begin = [at for at in range(last + nearest, last + most + 2) if _is(inside[at], kinds)]
        cuts = [at for at in begin if not _is(inside[at], ("interrogative",))]  # "know *what happens*" is one clause
        if cuts:
            return _whole(inside, last, cuts[-1] - 1)
    return _whole(inside, last, last + most)


def _ends(inside: list[Token], at: int) -> bool:
    """Whether a clause ends at a mark: not at the full stop of "Sept. 8" or "No. 10"."""
    number = at + 1 < len(inside) and inside[at].text == "." and inside[at + 1].text[0].isdigit()
    return inside[at].text in _ENDS and not number


def _waits(inside: list[Token], end: int) -> bool:
    """Whether the word before a comma waits for what comes behind it: “clear what, if any,”, “the long, bitter row”."""
    if end + 2 >= len(inside) or inside[end + 1].text != ",":
        return False
    two = inside[end].lower, inside[end + 2].lower
    return all(is_adjective(word) or "-" in word for word in two) or _is(inside[end], ("interrogative", "article"))


def _whole(inside: list[Token], last: int, at: int) -> int:
    """The same place, or the word before it that does not wait for another one, as "the" does."""
    while at > last and _is(inside[at], (*_CLAUSES, *_PHRASES, *_WAITING)):
        at -= 1
    return at


def _left(inside: list[Token], first: int, most: int) -> int:
    """The first word to be quoted: that of the clause, or where it is too long, one nearer to the mark."""
    at = first
    while at and not _ends(inside, at - 1):
        at -= 1
    begin = at
    if first - at > most + _LITTLE:
        cuts = [place for place in range(first - most, first) if _is(inside[place], (*_CLAUSES, "coordinator"))]
        # Not after "of": "parents of color hope" is not "color hope".
        at = cuts[0] + 1 if cuts else begin if first - begin <= _FAR else first
        at = min([at, *(place for place in range(begin, at) if _is_negative(inside[place]))])
    while at < first and _is(inside[at], ("coordinator",)):
        at += 1
    return at


def _is_negative(token: Token) -> bool:
    """Whether a word makes the opposite of those after it: without it, they would say what nobody has said."""
    return _is(token, ("negative",)) or token.lower in _NOBODY


def _is(token: Token, kinds: tuple[str, ...]) -> bool:
    return not classes_of(token.lower).isdisjoint(kinds)
