"""The names of marks of certainty for readers: directions, types, levels and strengths.

Pages, charts, findings and tables take these words from here, and those of probabilities from ``in_numbers``;
``data/data-dictionary.md`` explains each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Direction:
    """What a mark does to certainty, in words for readers.

    Attributes
    ----------
    sign : shown before a mark in the text.
    name : in a legend, with an ``example``.
    one, many : the verb after one mark and after several: "1 mark lowers certainty".
    meaning : what it says of the statement, where a reader asks why.
    """

    sign: str
    name: str
    example: str
    one: str
    many: str
    meaning: str


DIRECTION_WORDS = {
    "lowers": Direction(
        "▼", "lowers certainty", "could", "lowers certainty", "lower certainty",
        "said with less than full certainty",
    ),
    "suspends": Direction(
        "◌", "conditional", "if", "is conditional", "are conditional",
        "said for one case only; whether that case occurs is left open",
    ),
    "shifts": Direction(
        "◇", "keeps distance from the source", "claimed",
        "keeps distance from the source", "keep distance from the source",
        "those who pass it on do not vouch for it",
    ),
    "scale": Direction(
        "%", "probability", "likely", "gives a probability", "give a probability",
        "said to be more or less probable, with or without a number",
    ),
    "blurs": Direction(
        "≈", "approximate", "about 300", "is approximate", "are approximate",
        "a number or a frequency that is not exact",
    ),
    "raises": Direction(
        "▲", "raises certainty", "certainly", "raises certainty", "raise certainty",
        "stressed, promised, or said to be certain to happen",
    ),
}  # fmt: skip
"""The directions of marks, in the order in which charts and legends list them."""

HEDGES = ("lowers", "suspends", "shifts", "scale")
"""The directions of hedges (``hedging``); what is only approximate is counted by itself."""

_FIRST, *_OTHERS, _LAST = (DIRECTION_WORDS[direction].many for direction in HEDGES)
HEDGES_ARE = f"marks that {', '.join([_FIRST, *_OTHERS])} or {_LAST} that is not nearly certain"
"""What hedges are, in words."""


def hedging(marks: Any) -> Any:
    """Which rows of the table ``certainty`` are hedges, as a Series of bool: a probability that is nearly certain
    ("almost certain") is none."""
    return marks["direction"].isin(HEDGES) & ~(marks["weight"] > 0)


def raising(marks: Any) -> Any:
    """Which rows are expressions of certainty, likewise: those that raise, and nearly certain probabilities."""
    return (marks["direction"] == "raises") | (marks["weight"] > 0)


TYPES = {
    "possibility": "possibility",
    "negated_confidence": "uncertainty stated",
    "own_view": "own view",
    "conditional": "conditional",
    "attribution": DIRECTION_WORDS["shifts"].name,
    "probability": "probability",
    "approximator": "approximation",
    "booster": "emphasis",
    "commitment": "commitment or prediction",
}
"""Type of a mark to its name for readers."""

LEVELS = LOW, MIDDLE, UNMARKED, HIGH = ("low", "middle", "unmarked", "high")
"""The levels of certainty, from doubtful to sure; a statement's level is shown by the same word."""


def level_words(level: str, score: float) -> str:
    """A statement's level with its score: "low (0.24)"; only "unmarked" where no mark moves the score.

    >>> level_words("low", 0.24), level_words("unmarked", 0.81)
    ('low (0.24)', 'unmarked')
    """
    return f"{level} ({score:.2f})" if level not in ("", UNMARKED) else level


SLIGHT, STRONG = 0.1, 0.25
"""Up to which weight a mark is called slight, and from which strong. A statement without a mark scores about 0.8, and
below 0.4 its certainty is low: one strong mark lowers it by more than half of that distance."""

_SIGNS = {("lowers", "slight"): "▽", ("lowers", "strong"): "▼▼", ("raises", "slight"): "△", ("raises", "strong"): "▲▲"}


def strength(weight: float) -> str:
    """The strength of a mark in a word, from its ``weight``: "slight", "clear" or "strong"."""
    return "slight" if abs(weight) < SLIGHT else "strong" if abs(weight) >= STRONG else "clear"


def sign(mark: Any) -> str:
    """The sign of a mark: its direction, and where it lowers or raises its strength, too: ▽, ▼ or ▼▼."""
    return _SIGNS.get((mark.direction, strength(mark.weight)), DIRECTION_WORDS[mark.direction].sign)
