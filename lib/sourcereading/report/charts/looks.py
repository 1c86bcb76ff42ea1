"""How categories are drawn: the one table of colours, hatches and markers, so that a sign means the same on all pages.

Colours are Okabe and Ito's where there are enough of them, which colour-blind readers can distinguish; a hatch, a
marker or a label always says the same. The colours and hatches of voices are used for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, VOICES, WRITERS
from sourcereading.sentiment.scores import NEGATIVE, NEUTRAL, POSITIVE, UNSURE

INK, SOFT, RULE, PAPER = "#1f1e1b", "#5b5850", "#d9d4c7", "#ffffff"


class Look(NamedTuple):
    """How a category is drawn: a colour and, for readers who see no colour, a hatch and a marker."""

    colour: str
    hatch: str = ""
    marker: str = "o"
    hollow: bool = False


PLAIN = Look("#4d5d6e")
"""What is not divided into categories."""

LOOKS = {
    DIRECT: Look("#0072b2", "", "o"),
    MIXED: Look("#009e73", "xx", "s"),
    INDIRECT: Look("#e69f00", "///", "D"),
    WRITERS: Look("#8c8a84", "|||", "^"),
}
"""How each voice is drawn."""

REPORTING_CLAUSE = LOOKS[WRITERS]._replace(hatch="", hollow=True)
"""The writer's words that say who speaks."""

_DOWN, _UP, _BETWEEN = Look("#d55e00", marker="v"), Look("#6a3d9a", marker="^"), Look("#cc79a7", marker="o")

LEVEL_LOOKS = {"low": _DOWN, "middle": _BETWEEN, "unmarked": Look(SOFT, hollow=True), "high": _UP}
"""How each level of certainty is drawn."""

TONE_LOOKS = {
    NEGATIVE: _DOWN._replace(hatch="\\\\\\"),
    NEUTRAL: Look("#b8b5ad"),
    POSITIVE: _UP._replace(hatch="++"),
    UNSURE: Look(SOFT, hollow=True),
}
"""How each tone is drawn: the lower end of a scale has the same colour in all charts, and so has its upper end."""

BASIS_LOOKS = {
    "survey": Look(PLAIN.colour, marker="|"),
    "synonym": Look("#7f90a3", "++", marker="|"),
    "numeric": Look(INK, marker="D"),
    "proxy": Look(SOFT, "\\\\\\", marker="", hollow=True),
}
"""How the range of a probability is drawn, by what it is based on."""

SCALE_LOOKS = {"ICD-203": Look("#cc79a7", marker=""), "": Look("#d5c7a1", marker="")}
"""How the band of an official scale is drawn: of the best known one, and of any other."""


def voice_series(voices: Iterable[str]) -> list[tuple[str, Look]]:
    """Voices as the series of a bar chart: the name of each, and how it is drawn."""
    return [(VOICES[voice], LOOKS[voice]) for voice in voices]


def bar_style(look: Look) -> dict[str, Any]:
    """Patch properties of a look."""
    if look.hollow:
        return {"facecolor": PAPER, "edgecolor": look.colour, "linewidth": 1.2, "hatch": look.hatch}
    return {"facecolor": look.colour, "edgecolor": PAPER, "linewidth": 0.6, "hatch": look.hatch}


def dot_style(look: Look, size: float = 6.0) -> dict[str, Any]:
    """Marker properties of a look."""
    return {
        "marker": look.marker, "markersize": size, "linestyle": "none", "markeredgecolor": look.colour,
        "markerfacecolor": PAPER if look.hollow else look.colour, "markeredgewidth": 1.2,
    }  # fmt: skip
