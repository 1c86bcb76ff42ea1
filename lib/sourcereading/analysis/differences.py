"""What is different where two articles tell the same statement: who is said to say it, how surely, with which numbers.

Each difference is what the words and marks of the two tellings show, and no more: which article changed what somebody
said is not in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from sourcereading.analysis.alignment import stem
from sourcereading.analysis.told_twice import number_words, words_of
from sourcereading.analysis.words import stopwords
from sourcereading.attribution.voices import INDIRECT, VOICES, WRITER, speaker_name
from sourcereading.certainty.labels import TYPES, hedging, raising
from sourcereading.reading.wording import listing, quoted, short
from sourcereading.sentiment.weights import tone_words

CONDITION, HEDGE, SURER, NEGATION = "condition", "hedge", "certainty", "negation"
PROBABILITY, APPROXIMATE = TYPES["probability"], TYPES["approximator"]
NUMBER, SPEAKER, VOICE = "number", "speaker", "voice"

KINDS = CONDITION, HEDGE, SURER, NEGATION, PROBABILITY, NUMBER, SPEAKER, VOICE, APPROXIMATE
"""The kinds of difference, as readers see them."""

_WEIGHTS = {CONDITION: 4, HEDGE: 4, NEGATION: 3, PROBABILITY: 3, NUMBER: 3, SURER: 2, SPEAKER: 2}
_ONE_SIDED = {NUMBER: 1}

_TITLES = stopwords("title", "article", "preposition")


class Difference(NamedTuple):
    """A kind of difference, with the words of either side that show it; "" where a side has none."""

    kind: str
    one: str
    other: str

    @property
    def weight(self) -> int:
        """How much it counts when the strongest difference is looked for. A number that only one side has may belong to
        what only that side tells."""
        both = bool(self.one and self.other)
        return (_WEIGHTS if both else _WEIGHTS | _ONE_SIDED).get(self.kind, 1)

    def in_words(self) -> str:
        """For readers: "condition only in the first: “provided”", "number: 2.4 billion | five billion"."""
        if self.one and self.other:
            return f"{self.kind}: {self.one} | {self.other}"
        return f"{self.kind} only in the {'first' if self.one else 'second'}: {self.one or self.other}"


class Told(NamedTuple):
    """A telling with its marks: the words of each kind that can differ."""

    text: str
    speaker: str
    voice: str
    words: dict[str, list[str]]


def told_with_marks(told: pd.DataFrame, rows: Iterable[int], marks: pd.DataFrame) -> dict[int, Told]:
    """Some tellings, by their rows, with the words that say how sure they are; ``marks`` is the table ``certainty``."""
    rows = list(rows)
    marks = marks[marks["sentence_id"].isin(told["sentence_id"].iloc[rows])]
    by_sentence: dict[str, list[Any]] = {}
    for mark in marks.assign(hedges=hedging(marks), raises=raising(marks)).itertuples():
        by_sentence.setdefault(mark.sentence_id, []).append(mark)
    found = {}
    for telling in told.loc[rows].itertuples():
        own = [mark for mark in by_sentence.get(telling.sentence_id, ()) if _is_of(mark, telling)]
        texts = {kind: [mark.text for mark in own if counts(mark)] for kind, counts in _COUNTS.items()}
        lists = {kind: list(dict.fromkeys(of_kind)) for kind, of_kind in texts.items()}
        found[telling.Index] = Told(telling.text, telling.speaker, telling.voice, lists)
    return found


_COUNTS: dict[str, Callable[[Any], bool]] = {
    CONDITION: lambda mark: mark.direction == "suspends",
    PROBABILITY: lambda mark: mark.direction == "scale",
    APPROXIMATE: lambda mark: mark.direction == "blurs",
    HEDGE: lambda mark: mark.hedges and mark.direction not in ("scale", "suspends"),
    SURER: lambda mark: mark.raises and mark.direction != "scale",
}
"""Which marks count as which kind."""


def _is_of(mark: Any, telling: Any) -> bool:
    """Whether a mark stands within the words of a telling, or in the reporting clause around it ("claimed")."""
    if any(start <= mark.start and mark.end <= end for start, end in telling.spans):
        return True
    around = mark.statement_id == telling.statement_id and mark.speaker != telling.speaker
    return around and telling.speaker != WRITER


def differences(one: Told, other: Told) -> list[Difference]:
    """What is different between two tellings of one statement, the weightiest first."""
    found = []
    for kind in (CONDITION, HEDGE, SURER, APPROXIMATE):
        here, there = one.words[kind], other.words[kind]
        if bool(here) != bool(there):
            found.append(Difference(kind, _listed(here), _listed(there)))
    here, there = one.words[PROBABILITY], other.words[PROBABILITY]
    if _same(here) != _same(there):
        found.append(Difference(PROBABILITY, _listed(here), _listed(there)))
    found += [*_numbers(one, other), *_negations(one, other), *_owners(one, other)]
    return sorted(found, key=lambda difference: -difference.weight)


def _listed(words: Sequence[str]) -> str:
    return listing([quoted(word, 40) for word in words])


def _same(words: Sequence[str]) -> set[str]:
    return {" ".join(words_of(word)) for word in words}


def _numbers(one: Told, other: Told) -> list[Difference]:
    """Numbers of the same thing that differ ("99 delegates", "two delegates"), and those that only one side has."""
    here, there = numbers_in(one.text), numbers_in(other.text)
    values = [{number.value for number in side} for side in (here, there)]
    here = [number for number in here if number.value not in values[1]]
    there = [number for number in there if number.value not in values[0]]
    of_both = {number.of for number in here if number.of} & {number.of for number in there}
    differ = [listing([number.words for number in side if number.of in of_both]) for side in (here, there)]
    found = [Difference(NUMBER, *differ)] if of_both else []
    only, besides = (listing([number.words for number in side if number.of not in of_both]) for side in (here, there))
    return found + [Difference(NUMBER, *sides) for sides in ((only, ""), ("", besides)) if any(sides)]


class Number(NamedTuple):
    """A number in a text: its value, the words that say it, and the next word, cut to its beginning."""

    value: float
    words: str
    of: str


def numbers_in(text: str) -> list[Number]:
    """The numbers in a text; "one" is left out, for it often counts nothing.

    >>> [(number.value, number.words) for number in numbers_in("Nearly five billion crowns, not 2.4 billion, by 2050")]
    [(5000000000.0, 'five billion'), (2400000000.0, '2.4 billion'), (2050.0, '2050')]
    """
    found = []
    words, at = words_of(text), 0
    while at < len(words):
        value, end = _value(words[at]), at + 1
        while value is not None and end < len(words) and (more := _value(words[end], written=False)) is not None:
            if more >= 100:
                value *= more
            elif value % 10 == 0 and 20 <= value < 100 and more < 10:
                value += more
            else:
                break
            end += 1
        if value is not None and words[at:end] != ["one"]:
            following = words[end] if end < len(words) and words[end] not in stopwords() else ""
            found.append(Number(value, " ".join(words[at:end]), stem(following)))
        at = end
    return found


def _value(word: str, written: bool = True) -> float | None:
    """The value of a number in figures (where ``written``) or in words, or None."""
    if word in number_words():
        return float(number_words()[word])
    if written and re.fullmatch(r"\d{1,15}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}\.\d{1,9}", word):
        return float(word.replace(",", ""))
    return None


def _negations(one: Told, other: Told) -> list[Difference]:
    """A negation on one side only, of something that both sides say."""
    both = _content(one.text) & _content(other.text)
    here, there = (_negated(side.text, both) for side in (one, other))
    return [Difference(NEGATION, _listed(here), _listed(there))] if bool(here) != bool(there) else []


def _negated(text: str, both: set[str]) -> list[str]:
    """The negations of a text that stand before a word of both sides, at most three words away."""
    words = words_of(text)
    return [
        word
        for at, word in enumerate(words)
        if (word.endswith("n't") or word in _negators()) and both & {stem(after) for after in words[at + 1 : at + 4]}
    ]


def _content(text: str) -> set[str]:
    return {stem(word) for word in words_of(text) if word not in stopwords()}


@cache
def _negators() -> frozenset[str]:
    return tone_words("turns_after") | {"cannot"}


def _owners(one: Told, other: Told) -> list[Difference]:
    """Another speaker; with the same one, quoted here and paraphrased there."""
    if not same_speaker(one.speaker, other.speaker):
        return [Difference(SPEAKER, *(short(speaker_name(side.speaker), 60) for side in (one, other)))]
    if (one.voice == INDIRECT) != (other.voice == INDIRECT):
        return [Difference(VOICE, VOICES[one.voice], VOICES[other.voice])]
    return []


def same_speaker(one: str, other: str) -> bool:
    """Whether two names can be those of one speaker: all words of the shorter one are in the other.

    >>> same_speaker("the ministry of waters", "the waters ministry"), same_speaker("the ministry", "her allies")
    (True, False)
    """
    here, there = ({*words_of(name)} - _TITLES for name in (one, other))
    return one == other or bool(here and there and (here <= there or there <= here))
