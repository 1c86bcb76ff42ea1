"""What number readers hear in a probability phrase, and where it would fall on official scales.

``certainty.marks`` finds the phrases; here they get a range. Every figure comes from ``data/probability/``, with
its source and licence in the row:

========= ===========================================================================================
basis     the range is
========= ===========================================================================================
survey    the readers' 5th, 50th and 95th percentile for this very phrase
synonym   the same for a phrase that means the same ("roughly equal": "about even"), named in ``phrase``
numeric   the number that is in the text
proxy     a band without a point: "could", surveyed as "could happen"
none      empty: the phrase gives no number ("more likely", "the odds are against")
========= ===========================================================================================

A range is never reversed (100 minus "likely" is not what readers hear in "not likely"): what no survey
asked about has no number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import nan
from typing import Any

from sourcereading.certainty.marks import Mark
from sourcereading.certainty.stated_numbers import stated
from sourcereading.certainty.words import Units, classes_of
from sourcereading.text.lexicon import DataError, number, read_csv_rows
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import Token, starting_in

SCALES: tuple[str, ...] = ("ICD-203", "PHIA", "IPCC-AR5/AR6", "NATO", "EFSA-2019", "Kent-1964")
"""Official scales, in the order in which one is chosen for the columns ``official_*``: the analysts' two first.
IPCC-AR4 and its scale of confidence are in the data, but superseded."""

_NEARLY = 95
"""From which percentage a probability is nearly certain."""
_LEADING = frozenset(("a", "an", "the", "just", "only", "any"))


@dataclass(frozen=True, slots=True)
class Range:
    """A probability in percent, as readers understand it or as the text gives it.

    ``low``, ``median`` and ``high`` are percentiles 5, 50 and 95 (or the number itself; NaN where there is none);
    ``basis`` as above; ``phrase`` the phrase that readers were asked about ("" where none was); ``source`` the survey
    and its licence; ``n`` its readers (NaN where none); ``official_*`` the band of one official scale; ``note`` what a
    reader must know first.
    """

    low: float = nan
    median: float = nan
    high: float = nan
    basis: str = "none"
    phrase: str = ""
    source: str = ""
    n: float = nan
    official_scale: str = ""
    official_low: float = nan
    official_high: float = nan
    note: str = ""


def reading(mark: Mark, tokens: Sequence[Token]) -> Range | None:
    """The range of a mark: of a probability always one, with basis "none" where it gives no number; of a possibility
    where readers were asked about it; None for marks of other types."""
    if mark.type not in ("probability", "possibility"):
        return None
    inside = [token for token in starting_in(tokens, mark.start, mark.end) if token.end <= mark.end]
    words = [token.lower for token in inside]
    if mark.kind == "numeric":
        return _numeric(Units(inside))
    if mark.kind == "adverb" and _before_amount([token.lower for token in tokens if token.start >= mark.end]):
        return None
    row = _phrase_row(words, mark.kind)
    if row is None:
        return None if mark.type == "possibility" else _banded(Range(note=_note(mark.kind)), " ".join(words))
    return _banded(Range(note=row["note"]) if row["basis"] == "none" else _of_readers(row), row["phrase"])


def _before_amount(behind: Sequence[str]) -> bool:
    """Whether an amount follows: "perhaps 300 people" is not what readers were asked about."""
    words = behind[1:] if behind[:1] in (["a"], ["an"]) else behind
    return bool(words) and words[0] != "one" and "number" in classes_of(words[0])


def nearly_certain(range: Range | None) -> bool:
    """Whether a probability is nearly certain, or nearly certainly not: readers' median, or the number in the text,
    is at least 95 or below 5 percent."""
    if range is None:
        return False
    known = [value for value in (range.low, range.high) if value == value]
    if range.basis != "numeric":
        known = [range.median] if range.median == range.median else []
    return bool(known) and (min(known) >= _NEARLY or max(known) < 100 - _NEARLY)


def official_bands(phrase: str) -> list[tuple[str, float, float]]:
    """Every official scale that has a phrase or its synonym: (scale, low, high) in percent, in the order of ``SCALES``.

    >>> official_bands("very unlikely")[0]
    ('ICD-203', 5.0, 20.0)
    """
    row = _phrases().get(phrase.lower())
    names = row["official"].split("|") if row and row["official"] else [phrase.lower()]
    found = {}
    for scale, entries in _official().items():
        for name in names:
            if name in entries and scale not in found:
                found[scale] = (scale, *entries[name])
    return [found[scale] for scale in SCALES if scale in found]


def official_terms(scale: str) -> dict[str, tuple[float, float]]:
    """The words of an official scale (one of ``SCALES``) with their bands in percent.

    >>> official_terms("PHIA")["realistic possibility"]
    (40.0, 50.0)
    """
    return _official()[scale]


def official_word(scale: str, low: float, high: float, text: str) -> str:
    """What an official scale calls a band: the word that the text has, too, where it has several.

    >>> official_word("ICD-203", 55, 80, "Probably"), official_word("ICD-203", 45, 55, "roughly equal")
    ('probably', 'roughly even chance')
    """
    words = [word for word, band in _official()[scale].items() if band == (low, high)]
    return next((word for word in sorted(words, key=len, reverse=True) if word in text.lower()), words[0])


def quartiles(phrase: str) -> tuple[float, float]:
    """Between which chances in percent the middle half of the readers put a surveyed phrase; NaN for another one.

    >>> quartiles("likely")
    (67.0, 80.0)
    """
    survey = _surveys().get(phrase)
    return (survey["q25"], survey["q75"]) if survey else (nan, nan)


def _note(kind: str) -> str:
    if kind == "comparative":
        return "compares probabilities: no number without what it is compared with"
    if kind == "bare":
        return "chances are mentioned without their size"
    return "no survey of this phrase"


def _phrase_row(words: list[str], kind: str) -> dict[str, str] | None:
    """The row of the longest known ending of a phrase, where what is before it changes nothing."""
    table = _phrases()
    first = 0
    while first < len(words):
        rest = words[first:]
        for name in (" ".join(rest), " ".join([*rest[:-1], rest[-1].removesuffix("s")])):
            if name in table:
                return table[name]
        # An article changes nothing, nor does "still" or "essentially" before an even chance; a word of degree does.
        if rest[0] not in _LEADING and kind != "even":
            return None
        first += 1
    return None


def _banded(range: Range, phrase: str) -> Range:
    """A range with the band of the first official scale that has a phrase."""
    bands = official_bands(phrase)
    scale, low, high = bands[0] if bands else ("", nan, nan)
    return replace(range, official_scale=scale, official_low=low, official_high=high)


def _of_readers(row: dict[str, str]) -> Range:
    """What the readers of a survey took a phrase to mean."""
    survey = _surveys()[row["readers"]]
    return Range(
        low=survey["low"],
        median=survey["median"] if row["basis"] != "proxy" else nan,
        high=survey["high"],
        basis=row["basis"],
        phrase=row["readers"],
        source=f"{survey['citation']}, licence: {survey['licence']}",
        n=survey["n"],
        note=row["note"],
    )


_SAID = {
    "percent": "the number in the text",
    "share": "the number in the text, as a share",
    "fraction": "the number in the text, as a share",
    "decimal": "the number in the text, as a share of 1",
    "split": "two parts of a hundred; the first is read as the chance, or the smaller one before “against”",
    "odds": "odds, read as odds against, as bookmakers quote them",
    "nothing": "the text says that there is no chance",
}
"""What a reader must know of a number, by its form."""


def _numeric(units: Units) -> Range:
    """The number in "60 to 70 percent chance", "one in five", "five to one"; one side is open where the text gives a
    bound ("less than 50 percent")."""
    found = next((number for i in range(len(units)) if (number := stated(units, i))), None)
    if found is None:
        return Range(note="number not understood")
    if units.any(0, len(units), "upper", "upper_after", "or_less"):
        return Range(high=found.high, basis="numeric", note="the text gives an upper bound")
    if units.any(0, len(units), "lower", "lower_after", "or_more"):
        return Range(low=found.low, basis="numeric", note="the text gives a lower bound")
    on = found.form == "odds" and any(word in units.words[: found.end] for word in ("on", "in"))
    said = "odds on: more likely than not" if on else _SAID[found.form]
    median = found.low if found.low == found.high else nan
    return Range(low=found.low, median=median, high=found.high, basis="numeric", note=said)


@cache
def _phrases() -> dict[str, dict[str, str]]:
    """Phrase to its row in ``phrases.csv``; its readers' phrase must be in a survey."""
    path = data_path("probability", "phrases.csv")
    table = {}
    for row in read_csv_rows(path, ("phrase", "basis", "source", "licence"), ("readers", "official", "note")):
        if row["basis"] not in ("survey", "synonym", "proxy", "none"):
            raise DataError(
                f"{path}, line {row['line']}: basis {row['basis']!r}; write survey, synonym, proxy or none"
            )
        if (row["basis"] == "none") == (row["readers"] in _surveys()):
            raise DataError(
                f"{path}, line {row['line']}: no survey asked about {row['readers']!r}; name one that did"
            )
        table[row["phrase"]] = row
    return table


@cache
def _surveys() -> dict[str, dict[str, Any]]:
    """Phrase to the row of the survey with most readers."""
    path = data_path("probability", "survey_quantiles.csv")
    columns = ("phrase", "source", "n", "low", "q25", "median", "q75", "high", "citation", "licence")
    table: dict[str, dict[str, Any]] = {}
    for row in read_csv_rows(path, columns):
        numbers = {name: number(path, row, name) for name in columns[2:8]}
        if row["phrase"] not in table or numbers["n"] > table[row["phrase"]]["n"]:
            table[row["phrase"]] = row | numbers
    return table


@cache
def _official() -> dict[str, dict[str, tuple[float, float]]]:
    """Scale to its phrases with their bands in percent."""
    path = data_path("probability", "official_scales.csv")
    scales: dict[str, dict[str, tuple[float, float]]] = {}
    for row in read_csv_rows(path, ("phrase", "scale", "low", "high", "citation", "licence"), ("note",)):
        band = number(path, row, "low"), number(path, row, "high")
        scales.setdefault(row["scale"], {})[row["phrase"]] = band
    return scales
