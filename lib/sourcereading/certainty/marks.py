"""How sure is this said? Marks of certainty in a sentence, each with a direction and a reason.

Types and their default directions:

=================== ========= ===================================================================
type                direction example
=================== ========= ===================================================================
possibility         lowers    "it *could* be longer"
negated_confidence  lowers    "he *cannot yet guarantee* peace", "*whether*", "*remains uncertain*"
own_view            lowers    "*in his assessment*", "it *seems*", "police *believe*"
probability         scale     "the chances are *roughly equal*", "*a 60 percent chance*"
approximator        blurs     "*about* 300", "*often*"
conditional         suspends  "*if* Moscow refuses"
attribution         shifts    "he *claimed*", "*reportedly*", "*some say*"
booster             raises    "*certainly*", "there is *no doubt*"
commitment          raises    "they *guarantee* the border", "we *will* keep talking", "it *will* fail"
=================== ========= ===================================================================

A direct question claims nothing: nothing in it raises.

Marks are composed: a negator or limiter with a word of certainty in its reach, near or far, is found by ``negation``;
look-alikes ("12 May", "likely voters") are recognised in ``heads``, ``modality``, ``approximation``, ``belief``,
``conditions``, ``if_clauses``, ``knowledge`` and ``probability_phrases``. The words are rows of
``data/lexicons/certainty_*.csv``; what their classes mean is in ``classes.csv`` there. A mark says how sure something
is said to be: not whether it is true, nor whether the speaker means it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sourcereading.certainty.approximation import ROUGHLY
from sourcereading.certainty.belief import VIEWS
from sourcereading.certainty.conditions import OPEN, framed
from sourcereading.certainty.found import Found
from sourcereading.certainty.holders import holder
from sourcereading.certainty.knowledge import KNOWLEDGE
from sourcereading.certainty.labels import HEDGES
from sourcereading.certainty.modality import POSSIBLE
from sourcereading.certainty.probability_phrases import PROBABILITIES
from sourcereading.certainty.words import QUOTES, Units, in_names
from sourcereading.text.sentences import Token

DIRECTIONS: dict[str, str] = {
    "possibility": "lowers",
    "negated_confidence": "lowers",
    "own_view": "lowers",
    "probability": "scale",
    "approximator": "blurs",
    "conditional": "suspends",
    "attribution": "shifts",
    "booster": "raises",
    "commitment": "raises",
}
"""Type of a mark to its default direction: lowers, scale, blurs, suspends, shifts, raises."""

_VIEWED = frozenset(
    (
        "belief", "believed", "belief_noun", "claim", "evidence", "hearsay", "indicate", "seem", "some", "view",
        "view_adverb",
    )
)  # fmt: skip
"""Kinds of marks in whose clause "will" tells no certain future: "she hopes it will hold"."""
_FUTURE = frozenset(("will", "future"))
_GOVERN = frozenset(("possibility", "negated_confidence", "conditional", "probability"))
_ENDS = frozenset(';.?!“”"')

NO_MARK = "no_mark"
"""Class of a word or fixed phrase that is never a mark, whatever other classes it has ("probable cause")."""


class Mark(NamedTuple):
    """A stretch of text that says how sure something is.

    ``start`` and ``end`` are code points into the text the tokens came from; ``type`` and ``direction`` as in
    ``DIRECTIONS``; ``rule`` says in plain words why; ``kind`` is the finer category that
    ``levels`` weighs; ``corrected`` who
    corrected it and why; ``holder`` whether the view is somebody else's than the speaker's (``holders``).
    """

    start: int
    end: int
    type: str
    direction: str
    rule: str
    kind: str
    corrected: str = ""
    holder: str = ""


def marks(tokens: Sequence[Token]) -> list[Mark]:
    """The marks in the tokens of one sentence, in order, never overlapping; of overlapping candidates the longest
    stays.

    >>> from sourcereading.text.sentences import tokens
    >>> [(m.type, m.kind) for m in marks(tokens("He cannot yet guarantee a deal."))]
    [('negated_confidence', 'negated')]
    """
    if not tokens:
        return []
    units = Units(tokens)
    candidates = [*_candidates(units)]
    named = in_names(units) if candidates else set()
    found = _longest(mark for mark in candidates if mark.lo not in named)
    asked = _asked(units)
    found = [mark for mark in found if mark.lo not in asked or DIRECTIONS[mark.type] != "raises"]
    return [
        Mark(
            tokens[units.lo[mark.lo]].start,
            tokens[units.hi[mark.hi - 1] - 1].end,
            mark.type,
            DIRECTIONS[mark.type],
            mark.rule,
            mark.kind,
            holder=holder(units, mark),
        )
        for mark in _without_governed(units, found)
    ]


def _asked(units: Units) -> set[int]:
    """The units of direct questions: who asks claims nothing, so nothing there raises ("Will you promise it?")."""
    asked: set[int] = set()
    start = 0
    for i, word in enumerate(units.words):
        if word == "?":
            asked.update(range(start, i))
        if word in _ENDS and not (word in QUOTES and units.is_word(i - 1)):  # "Will they have it “both ways”?"
            start = i + 1
    return asked


@cache
def _rules_for(classes: frozenset[str]) -> tuple:
    """The rules that look at a unit with these classes, each once, in a fixed order."""
    tables = (PROBABILITIES, POSSIBLE, ROUGHLY, VIEWS, OPEN, KNOWLEDGE)
    rules = [table[name] for table in tables for name in table if name in classes]
    return tuple(dict.fromkeys(rules))


def _candidates(units: Units) -> Iterator[Found]:
    silent = framed(units)
    for i, classes in enumerate(units.classes):
        if classes and i not in silent and NO_MARK not in classes:
            for rule in _rules_for(classes):
                if found := rule(units, i):
                    yield found


def _longest(candidates: Iterator[Found]) -> list[Found]:
    """Candidates without overlap, longest first, in order of the text."""
    taken: set[int] = set()
    kept = []
    for mark in sorted(candidates, key=lambda found: (found.lo - found.hi, found.lo)):
        span = range(mark.lo, mark.hi)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(mark)
    return sorted(kept)


def _without_governed(units: Units, found: list[Found]) -> list[Found]:
    """Marks without those that raise inside what a negated confidence, a condition, a view or what may be governs.

    "I wouldn't say with confidence that we're going to win", "she hopes it will hold", "it may be inevitable": no
    promise. The reach ends with the clause; that of a condition or a possibility with a comma, too.
    """
    kept: list[Found] = []
    open_until = ""
    at = 0
    for mark in found:
        if DIRECTIONS[mark.type] == "raises" and open_until and (open_until != "own_view" or mark.kind in _FUTURE):
            while at < mark.lo and open_until:
                if _closes(units, at, open_until):
                    open_until = ""
                at += 1
            if open_until:
                continue
        if mark.kind in _VIEWED and not units.is_word(mark.hi):  # "it will fail, they think"
            kept = [one for one in kept if one.kind not in _FUTURE or _stops_between(units, one.hi, mark.lo)]
        kept.append(mark)
        if mark.kind in _VIEWED or mark.type in _GOVERN:
            open_until, at = "own_view" if mark.kind in _VIEWED else mark.type, mark.hi
            fronted = units.word(at) == "," and not units.is_word(mark.lo - 1)
            at += fronted and mark.type in ("possibility", "probability")  # "Probably, it will rain"
    return kept


def _stops_between(units: Units, lo: int, hi: int) -> bool:
    return any(units.is_stop(i) and units.word(i) not in QUOTES for i in range(lo, hi))


def _closes(units: Units, i: int, kind: str) -> bool:
    word = units.words[i]
    if word == ",":
        anew = kind == "probability" and units.has(i + 1, "subject_pronoun")  # "not only is it likely, it is certain"
        return anew or kind in ("conditional", "possibility") or units.word(i + 1) in ("and", "but", "so", "yet")
    if word == "”":
        return units.word(i - 1) == ","  # "“I think he will go,” she said, adding that she will stay"
    if word == "and":
        return units.has(i + 1, "ed", "past", "subject_pronoun", "demonstrative")
    if kind == "possibility" and units.has(i, "interrogative", "subordinator") and word != "that":
        return True  # "it may not matter what he meant when he promised to go"
    return units.is_stop(i) and word not in QUOTES


def hedged(marks: Sequence[Mark], approximators: bool = False) -> bool:
    """Whether a mark lowers, suspends, shifts or scales; with ``approximators`` also when one only blurs."""
    return any(mark.direction in HEDGES or (approximators and mark.direction == "blurs") for mark in marks)
