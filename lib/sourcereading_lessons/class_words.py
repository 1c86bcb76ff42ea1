"""How far a class agrees, in words that a pupil understands."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sourcereading_evaluation.alpha import Alpha, alpha
from sourcereading_lessons.class_answers import label
from sourcereading_lessons.class_sheet import Question

_BANDS = (
    (0.8, "You read the text in the same way"),
    (0.667, "You agree well, though not everywhere"),
    (0.4, "You agree on a part of the lines"),
    (0.1, "You agree more than by chance, but often differ"),
    (-math.inf, "You agree no more than by chance"),
)
"""From which alpha the class is told what; the first two ends are Krippendorff's."""

_FEW = 6
"""Fewer answers are too few to say more than that."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A heading, and what the number means."""

    lead: str
    meaning: str


def agreement(question: Question) -> Agreement:
    """How far the answers to a question agree."""
    units = [{label(parts): times for parts, times in line.given.items()} for line in question.lines]
    found = alpha(units)
    if not found.units:
        return Agreement(
            "One answer to a line cannot be compared", "No line has two answers, so nobody can agree or differ."
        )
    if math.isnan(found.value):
        return Agreement(
            "You all gave the same answer to every line",
            "There is no number for it: with one answer only, nobody can say whether you agree by chance.",
        )
    lead = next(said for least, said in _BANDS if found.value >= least)
    few = " You are few: one student more could change all of it." if max(question.readers.values()) < _FEW else ""
    return Agreement(lead, f"{_number(found)} {_between(found)}{few}")


def _number(found: Alpha) -> str:
    return (
        f"The number for it is alpha = {_signed(found.value)}. It is 1 where all agree on every line, and 0 where "
        "people agree as often as if they had drawn their answers from a hat. Researchers want 0.8 or more before they "
        "rely on such answers."
    )


def _between(found: Alpha) -> str:
    lines = f"{found.units} line{'s' if found.units > 1 else ''} with two answers or more"
    if math.isnan(found.low):
        return f"It comes from only {lines}: with other lines it could be quite another number."
    if f"{found.low:.2f}" == f"{found.high:.2f}":
        return f"It comes from {lines}."
    return (
        f"It comes from {lines}. With other lines of this kind it would be a little different: most likely between "
        f"{_signed(found.low)} and {_signed(found.high)}."
    )


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")
