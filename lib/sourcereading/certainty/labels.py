"""How marks of certainty are named for readers: directions, types, strengths and ranges in numbers."""

from __future__ import annotations

from typing import Any

SYMBOLS = {"lowers": "▼", "suspends": "◌", "shifts": "◇", "scale": "%", "blurs": "≈", "raises": "▲"}
"""The sign of each direction of a mark, in the order in which charts and legends list them."""


HEDGES = ("lowers", "suspends", "shifts", "scale")
"""The directions that make a statement hedged; what only blurs is counted apart."""


TYPES = {
    "possibility": "possibility",
    "negated_confidence": "confidence denied or open",
    "own_view": "own view",
    "conditional": "condition",
    "attribution": "distance to the source",
    "probability": "probability",
    "approximator": "approximation",
    "booster": "emphasis",
    "commitment": "promise or resolve",
}
"""Type of a mark to its name for readers."""


SLIGHT, STRONG = 0.1, 0.25
"""Up to which weight a mark is called slight, and from which strong. A statement without a mark scores about 0.8, and
below 0.4 its certainty is low: one strong mark takes it half of that way and more."""


_SIGNS = {("lowers", "slight"): "▽", ("lowers", "strong"): "▼▼", ("raises", "slight"): "△", ("raises", "strong"): "▲▲"}


def strength(weight: float) -> str:
    """The strength of a mark in a word, from its ``weight``: "slight", "clear" or "strong"."""
    return "slight" if abs(weight) < SLIGHT else "strong" if abs(weight) >= STRONG else "clear"


def sign(mark: Any) -> str:
    """The sign of a mark: its direction, and where it lowers or raises its strength, too: ▽, ▼ or ▼▼."""
    return _SIGNS.get((mark.direction, strength(mark.weight)), SYMBOLS.get(mark.direction, "•"))


def number_range(low: float, high: float) -> str:
    """Percentages as they are printed: "49–51 %", "60 %"."""
    ends = [f"{value:.0f}" for value in (low, high)]
    return f"{ends[0] if ends[0] == ends[1] else '–'.join(ends)}\xa0%"


def range_lines(mark: Any) -> list[str]:
    """What a probability means in numbers, each source by itself; that there is no number, where there is none.

    >>> range_lines(reading.certainty.iloc[-1])  # "roughly equal"
    ['readers 49–51 %, median 50', 'ICD-203 45–55 %']
    """
    lines = []
    if mark.basis == "numeric" and mark.low != mark.low:  # no number is not equal to itself
        lines.append(f"stated: at most {number_range(mark.high, mark.high)}")
    elif mark.basis == "numeric" and mark.high != mark.high:
        lines.append(f"stated: at least {number_range(mark.low, mark.low)}")
    elif mark.low == mark.low:
        band = number_range(mark.low, mark.high)
        if mark.basis == "numeric":
            lines.append(f"stated: {band}")
        elif mark.basis == "proxy":
            lines.append(f"band only: {band}")
        else:
            middle = f", median {mark.median:.0f}" if mark.median == mark.median else ""
            lines.append(f"readers {band}{middle}")
    if mark.official_low == mark.official_low and mark.official_high == mark.official_high:
        lines.append(f"{mark.official_scale} {number_range(mark.official_low, mark.official_high)}")
    return lines or ["no number"]
