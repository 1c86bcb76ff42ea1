"""What chance do you hear in a phrase? The sheet for a class, what surveyed readers said, and what the class said."""

from __future__ import annotations

from functools import cache
from typing import Any

from sourcereading.analysis.class_poll import PHRASE, SENTENCE, Poll, headline, mark_in, middle_of, surprises
from sourcereading.certainty.in_numbers import asked_about, in_numbers, range_lines
from sourcereading.report.charts.poll import class_poll_chart
from sourcereading.report.markup import escape
from sourcereading.report.page import page
from sourcereading_lessons.paper import RULE, bullets, empty_columns, sheet, table, typed
from sourcereading_lessons.plans import Plan
from sourcereading_lessons.plans import Poll as Asked


def student(plan: Plan, part: str) -> str:
    """The sheet of phrases."""
    body = (
        '<p class="who">Name:</p>\n<p class="lead">Alone and in silence: which chance do you hear in the words? '
        "Write one number from 0 to 100 on each line. There is no right answer.</p>\n"
        f'<div style="--row: 15mm">{questions(plan)}</div>'
        f'<p class="lead">Now look at your numbers: which one would you least like to be held to?</p>{RULE}'
    )
    return sheet(plan, part, body, "The sentences are invented.", "sheet")


def questions(plan: Plan) -> str:
    """A row for each phrase in its sentence, with room for a number."""
    rows = []
    for one in plan.polls:
        before, _, after = one.sentence.partition(one.phrase)
        rows.append((f"{escape(before)}<b>{escape(one.phrase)}</b>{escape(after)}", '<span class="number">%</span>'))
    return table(("the sentence", "your number"), rows, "poll")


def answers(plan: Plan) -> str:
    """What readers said of each phrase: the range of nine in ten as a bar, with the median, and an official scale."""
    rows = [
        (f"<b>{escape(phrase)}</b>", _bar(mark), escape("; ".join(range_lines(mark))), f"{mark.n:,.0f}")
        for phrase, mark in sorted(_marks(plan.polls), key=lambda row: -middle_of(row[1]))
    ]
    return table(("phrase", "0 … 50 … 100 %", "what readers say, and an official scale", "readers"), rows, "answers")


def in_a_sentence(plan: Plan) -> str:
    """What readers say of the phrases of a poll, to be read out: "“likely”: nine in ten readers say 60–90 %"."""
    return "; ".join(f"“{phrase}”: {in_numbers(mark)}" for phrase, mark in _marks(plan.polls))


def teacher(plan: Plan, part: str) -> str:
    """The answers as a page of their own."""
    marks = _marks(plan.polls)
    sources = sorted({mark.source for _, mark in marks})
    asked = [f"“{asked_about(mark)}” for “{phrase}”" for phrase, mark in marks if asked_about(mark)]
    body = (
        '<p class="lead">The bar is where nine in ten of the surveyed readers put the phrase; the stroke is the middle '
        "answer. An official scale is what an agency wants the word to mean.</p>\n"
        f'{answers(plan)}<div class="open"><ul>'
        f"<li>Readers were asked about other words: {escape('; '.join(asked))}.</li>"
        "<li>Official scales: ICD-203 is that of US intelligence, PHIA of UK intelligence, IPCC-AR5/AR6 "
        "of the UN’s climate panel.</li>"
        "<li>Who answered chose to take part; they are not your class, and not readers at large.</li>"
        "<li>A class whose numbers lie elsewhere is not wrong. Ask what each had in mind.</li></ul></div>"
    )
    return sheet(plan, part, body, f"Survey: {escape('; '.join(sources))}", "key")


def empty(plan: Plan) -> str:
    """The sheet as CSV, to type the numbers of a class into."""
    return typed([(PHRASE, SENTENCE, *empty_columns()), *((one.phrase, one.sentence) for one in plan.polls)])


def result(poll: Poll) -> str:
    """The page with what a class hears."""
    body = (
        f"<h1>What do we hear in “likely”?</h1>\n{class_poll_chart(poll).shown.markup}\n"
        f"{bullets(map(escape, surprises(poll)))}"
        "<h2>What this does not say</h2>\n<ul><li>Nobody is wrong: a phrase has no right number. Ask what each had in "
        "mind.</li><li>A class is small, and who answered the survey chose to. Neither speaks for readers at large."
        "</li><li>Readers saw the phrase in a short sentence, not in an article.</li></ul>"
    )
    return page("What a class hears", body, home="", description=headline(poll))


def _bar(mark: Any) -> str:
    middle = f'<i style="left:{mark.median:.0f}%"></i>' if mark.median == mark.median else ""
    return f'<span class="bar"><b style="left:{mark.low:.0f}%;width:{mark.high - mark.low:.0f}%"></b>{middle}</span>'


@cache
def _marks(asked: tuple[Asked, ...]) -> list[tuple[str, Any]]:
    """Each phrase with its mark, as the program reads its sentence."""
    found = []
    for one in asked:
        mark = mark_in(one.phrase, one.sentence)
        if mark is None:
            what = f"no range is known for {one.phrase!r} in {one.sentence!r}"
            raise ValueError(f"data/lessons: {what}; choose another phrase")
        found.append((one.phrase, mark))
    return found
