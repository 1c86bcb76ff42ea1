"""The fixed questions: a finding that answers one says so where it is defined."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sourcereading.reading.reading import Reading

Finding = Callable[[Reading], str]


class Question(NamedTuple):
    """A question that can be asked of any reading, and the notebook that goes into it."""

    heading: str
    answer: Finding
    notebook: str
    place: int


_ASKED: list[Question] = []


def question(heading: str, notebook: str, place: int = 1) -> Callable[[Finding], Finding]:
    """Makes a finding the answer to a fixed question: the heading above it in a notebook, which is named by its file
    without the ending, and its place among the questions there, from 1."""

    def asked(answer: Finding) -> Finding:
        _ASKED.append(Question(heading, answer, notebook, place))
        return answer

    return asked


def in_order() -> tuple[Question, ...]:
    """The questions asked so far, in the order in which the notebooks ask them."""
    return tuple(sorted(_ASKED, key=lambda asked: (asked.notebook, asked.place)))
