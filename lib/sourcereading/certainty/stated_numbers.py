"""A chance given as a number: which words give it, and what it is in percent.

One small grammar for all forms, so what is found is also what is computed:

======== ================================================
form     example
======== ================================================
percent  60 percent, 30 to 40 percent, 30-40%
share    one in five, 1-in-5, nine chances in ten, nine times out of ten, three per thousand
fraction two-thirds, one third
split    60-40, 70 to 30: both parts of a hundred
odds     3 to 1 (against), 2-1 on, 5/2
decimal  0.05
nothing  zero (chance)
======== ================================================

Odds are read as odds against, as bookmakers quote them, unless "on" or "in favour" follows. Of two parts of a hundred
the first is the chance ("a 60-40 chance of a deal"), the smaller one before "against".
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sourcereading.certainty.words import Units, classes_of
from sourcereading.text.lexicon import lexicon, number
from sourcereading.text.paths import data_path

_JOINED = "-/–:"
_RANGE = frozenset(("to", "-", "–", "or", "and"))
_ODDS = frozenset(("to", "-", "–", "/", ":"))
_PERCENT = ("-percent", "-per-cent", "-pct")
_IN = frozenset(("in", "per"))
_LONGEST = 9
"""Units of the longest number that is looked for: "one hundred in every one million"."""
_FAVOURED = frozenset(("favour", "favor"))
_ON_BEFORE = frozenset(("for", "to", "favourite", "favorite", "shot"))
"""Words after "2-1 on" that name no outcome, as "3 to 1 on a draw" does."""
_SMALLEST_PART = 5
"""In percent, of two parts of a hundred: 99-1 are odds."""


class Stated(NamedTuple):
    """A number that ends before unit ``end``: its form, and its lower and upper value in percent."""

    end: int
    form: str
    low: float
    high: float


class _Number(NamedTuple):
    """A number as it is written, and the part after it."""

    at: int
    low: float
    high: float


def stated(units: Units, lo: int) -> Stated | None:
    """The chance in numbers that begins at unit ``lo``; of several readings the longest."""
    may_begin = units.has(lo, "number", "ratio", "naught") or units.has(lo + 1, "number") or "-" in units.word(lo)
    if not may_begin or units.has(lo, "even"):
        return None  # what readers take "50-50" for, was asked
    parts = _parts(units, lo)
    texts = [text for text, _ in parts]
    found = [
        Stated(parts[at - 1][1] + 1, form, low, high)
        for form, read in _FORMS.items()
        if (number := read(texts)) and _ends_unit(parts, at := number.at)
        and 0 <= (low := number.low) <= (high := number.high) <= 100
    ]  # fmt: skip
    return max(found, key=lambda one: one.end, default=None)


def stated_before(units: Units, i: int) -> int:
    """The first unit of the number that ends before unit ``i``; ``i`` if none does."""
    for lo in range(max(0, i - _LONGEST), i):
        if (number := stated(units, lo)) and number.end == i:
            return lo
    return i


def _parts(units: Units, lo: int) -> list[tuple[str, int]]:
    """The words from ``lo`` on with their units; "1-in-5" and "40%" in their parts, "per cent" as "%"."""
    parts = []
    for i in range(lo, min(lo + _LONGEST, len(units))):
        if units.has(i, "percent"):
            parts.append(("%", i))
            continue
        piece = ""
        for sign in units.words[i]:
            if sign in _JOINED or sign == "%":
                parts += [(text, i) for text in (piece, sign) if text]
                piece = ""
            else:
                piece += sign
        parts += [(piece, i)] if piece else []
        if units.words[i].endswith(_PERCENT):  # "70-per-cent"
            del parts[next(k for k, (text, _) in enumerate(parts) if text == "-") :]
            parts.append(("%", i))
    return parts


def _ends_unit(parts: list[tuple[str, int]], at: int) -> bool:
    return at == len(parts) or parts[at][1] != parts[at - 1][1]


def _at(texts: list[str], i: int) -> str:
    return texts[i] if i < len(texts) else ""


def _value(texts: list[str], i: int) -> tuple[int, float] | None:
    """The part after a number, and the number: "1,000", "five", "a million", "10 million"."""
    first = _single(_at(texts, i))
    if first is None:
        at = i + 2 if _at(texts, i + 1) == "-" else i + 1  # "one-in-a-million"
        large = _numbers("number").get(_at(texts, at)) if _at(texts, i) == "a" else None
        return (at + 1, large) if large and large >= 100 else None
    second = _numbers("number").get(_at(texts, i + 1), 0)
    return (i + 2, first * second) if second >= 100 else (i + 1, first)


def _single(word: str) -> float | None:
    if word[:1].isdigit() or word[:1] == "." and word[1:2].isdigit():
        try:
            return float(word.replace(",", ""))
        except ValueError:
            return None
    return _numbers("number").get(word)


def _range(texts: list[str], i: int) -> _Number | None:
    """"60", "60 to 70", "60% to 70"."""
    if not (first := _value(texts, i)):
        return None
    at, low = first
    sign = at + 1 if _at(texts, at) == "%" else at
    if _at(texts, sign) in _RANGE and (second := _value(texts, sign + 1)):
        return _Number(second[0], low, second[1])
    return _Number(at, low, low)


def _percent(texts: list[str]) -> _Number | None:
    number = _range(texts, 0)
    if number and _at(texts, number.at) == "%":
        return _Number(number.at + 1, number.low, number.high)
    single = _value(texts, 0)  # "20 percent and 300 others": no range
    return _Number(single[0] + 1, single[1], single[1]) if single and _at(texts, single[0]) == "%" else None


def _share(texts: list[str]) -> _Number | None:
    if not (first := _range(texts, 0)):
        return None
    at = first.at
    joined = _at(texts, at) == "-"
    at += joined or _at(texts, at) in ("chance", "chances")
    at += _at(texts, at) == "times" and _at(texts, at + 1) == "out"
    if texts[at : at + 2] == ["out", "of"]:
        at += 2
    elif _at(texts, at) in _IN:
        at += 1
    else:
        return None
    at += (_at(texts, at) == "every") + (joined and _at(texts, at) == "-")
    second = _value(texts, at)
    if not second or not second[1]:
        return None
    low, high = (100 * value / second[1] for value in (first.low, first.high))
    return _Number(second[0], low, high)


def _fraction(texts: list[str]) -> _Number | None:
    if not (first := _value(texts, 0)):
        return None
    at = first[0] + (_at(texts, first[0]) == "-")
    parts = _numbers("fraction").get(_at(texts, at))
    if not parts:
        return None
    share = 100 * first[1] / parts
    return _Number(at + 1, share, share)


def _split(texts: list[str]) -> _Number | None:
    pair = _pair(texts)
    if pair is None or not _is_split(pair):
        return None
    at, first, second = pair
    against = _at(texts, at) == "against"
    chance = min(first, second) if against else first
    return _Number(at + against, chance, chance)


def _odds(texts: list[str]) -> _Number | None:
    pair = _pair(texts)
    if pair is None or _is_split(pair):
        return None
    at, first, second = pair
    against = 100 * second / (first + second)
    if on := _odds_on(texts, at):
        return _Number(on, 100 - against, 100 - against)
    return _Number(at + (_at(texts, at) == "against"), against, against)


def _odds_on(texts: list[str], at: int) -> int:
    """The part after the "on" or "in favour" of odds that end before ``at``, or 0: "4-1 on that she wins".

    "3 to 1 on a draw", "4-1 on that happening" name what is betted on.
    """
    if _at(texts, at) == "in" and _at(texts, at + 1) in _FAVOURED:
        return at + 2
    after = _at(texts, at + 1)
    clause = after == "that" and bool(classes_of(_at(texts, at + 2)) & {"subject_pronoun", "determiner"})
    on = _at(texts, at) == "on" and (clause or after in _ON_BEFORE or not after[:1].isalnum())
    return at + 1 if on else 0


def _pair(texts: list[str]) -> tuple[int, float, float] | None:
    """The part after two numbers that are set against each other, and the two: "3 to 1", "60-40"."""
    if not (first := _value(texts, 0)) or _at(texts, first[0]) not in _ODDS:
        return None
    at = first[0] + 1
    if _at(texts, first[0]) == "-" and _at(texts, at) == "to":
        at += 2
    second = _value(texts, at)
    if not second or max(first[1], second[1]) < 1 or _at(texts, second[0]) == "%":
        return None
    return second[0], first[1], second[1]


def _is_split(pair: tuple[int, float, float]) -> bool:
    return pair[1] + pair[2] == 100 and min(pair[1:]) >= _SMALLEST_PART


def _decimal(texts: list[str]) -> _Number | None:
    number = _range(texts, 0)
    if not number or number.high > 1 or "." not in texts[0] or _at(texts, number.at) == "%":
        return None
    return _Number(number.at, 100 * number.low, 100 * number.high)


def _nothing(texts: list[str]) -> _Number | None:
    return _Number(1, 0, 0) if "naught" in classes_of(texts[0]) else None


_FORMS = {
    "percent": _percent, "share": _share, "fraction": _fraction, "split": _split, "odds": _odds, "decimal": _decimal,
    "nothing": _nothing,
}  # fmt: skip


@cache
def _numbers(kind: str) -> dict[str, float]:
    """Number words to their values: of class number themselves, of class fraction into how many parts they divide."""
    found = {}
    for row in lexicon("numbers", ("term", "class", "value", "example", "source")):
        value = number(data_path("lexicons", "numbers.csv"), row, "value")
        if row["class"] == kind:
            found[row["term"]] = value
    return found
