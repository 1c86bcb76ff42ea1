"""The teacher's page: aim, minutes, questions, usual mistakes, and where the machine errs and why."""

from __future__ import annotations

from collections.abc import Sequence

from sourcereading.report.markup import escape, shown
from sourcereading_lessons import poll_pages
from sourcereading_lessons.paper import bullets, prose, sheet, table
from sourcereading_lessons.plans import Plan

_LONG = 4600
"""A page of more characters of HTML gets smaller letters."""


def teacher(plan: Plan, machine: Sequence[str], about_machine: str, part: str) -> str:
    """The page, with the heading ``about_machine`` over plain sentences on the machine's reading of this text."""
    polled = poll_pages.in_a_sentence(plan)
    steps = [(f"{one.start}–{one.end}", prose(one.what.replace("{poll}", polled))) for one in plan.steps]
    body = (
        f"<h2>{escape(plan.question)}</h2>\n<p><b>Aim.</b> {prose(plan.aim)}</p>\n"
        f"<p><b>You need.</b> {prose(plan.needs)}</p>\n"
        f"{table(('minutes', ''), steps, 'steps')}{_part('Questions', plan.questions)}"
        f"{_part('Usual mistakes', plan.mistakes)}"
        f"<h3>{escape(about_machine)}</h3>{bullets(map(shown, machine))}"
        f"<p><b>What a class may not conclude.</b> {prose(plan.not_to_conclude)}</p>\n"
    )
    if plan.exit_task:
        body += f"<p><b>Exit task.</b> {prose(plan.exit_task)}</p>\n"
    foot = "IMVAIN: a checklist of news-literacy teachers (Center for News Literacy). Lesson: CC BY 4.0."
    return sheet(plan, part, body, foot, "teacher" if len(body) > _LONG else "teacher short")


def _part(name: str, texts: Sequence[str]) -> str:
    return f"<h3>{name}</h3>{bullets(map(prose, texts))}"
