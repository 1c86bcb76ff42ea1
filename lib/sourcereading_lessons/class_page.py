"""The page of what a class answered: a strip for each line, where it differs most, and how far it agrees."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from sourcereading.reading.wording import count, listing, percent, short, verb
from sourcereading.report.markup import escape, shown
from sourcereading.report.page import shell
from sourcereading.report.styles import style
from sourcereading_evaluation.alpha import Alpha, alpha
from sourcereading_evaluation.key_checks import checked
from sourcereading_lessons.class_answers import CHOICES, QUESTIONS, label, written_as
from sourcereading_lessons.class_sheet import Answered, ClassSheet, Question
from sourcereading_lessons.paper import bullets, sheet, table
from sourcereading_lessons.plans import Plan
from sourcereading_lessons.text_pages import READ_BY, UNCHECKED

_MOST, _OPEN, _DIFFERS = 5, "°", "≠"
_FREE, _HIGHEST = 222.0, 9.0
"""How many millimetres of a side the lines share, and how high a row is at most."""
_SHADES = 4
"""Shades of a strip: the answers after these are one part, in the last shade."""
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
class Result:
    """The page, its numbers (a row per line and answer) and how many answers were read."""

    page: str
    table: pd.DataFrame
    answers: int


def class_page(plan: Plan, filled: ClassSheet) -> Result:
    """The page of a class."""
    sides = []
    for question in filled.questions:
        for text in dict.fromkeys(line.text for line in question.lines):
            own = [line for line in question.lines if line.text == text]
            sides.append(_strips(plan, question, own, text, filled.file))
        sides.append(_summary(plan, question, filled.file))
    title = f"{plan.label} {plan.title} · What the class answered"
    body = f'<main id="main">\n{"".join(sides)}</main>\n'
    said = "; ".join(agreement(question).lead for question in filled.questions)
    page = shell(title, body, extra_style=style("lesson", "class"), description=said)
    numbers = _numbers(filled)
    return Result(page, numbers, int(numbers["count"].sum()))


def _strips(plan: Plan, question: Question, lines: Sequence[Answered], text: str, file: str) -> str:
    """A side with a strip for each line of a text."""
    keyed, high = lines[0].key is not None, min(_HIGHEST, _FREE / len(lines))
    longest = 70 if high > 8 else 42
    heads = ["no.", "begins", "your answers", *(["key"] if keyed else []), "program"]
    rows = []
    for line in lines:
        open_sign, differs = _OPEN if line.notes else "", f"{_DIFFERS} " if line.differs else ""
        key = [escape(short(line.key.shown, longest))] if line.key else []
        rows.append(
            (
                f"{line.line.number}{open_sign}", f"<i>{shown(short(line.line.text, 23))}</i>",
                _strip(question, line), *key, f"{differs}{escape(short(line.machine.shown, longest))}",
            )
        )  # fmt: skip
    body = (
        f"<h2>{escape(QUESTIONS[question.name])}</h2>\n<p class=\"lead\">{_about(question, lines)}</p>\n"
        f'<div style="--row: {high:.2f}mm">{table(heads, rows, "strips")}</div>'
    )
    signs = [f"{_OPEN} two readings are defensible" if any(line.notes for line in lines) else ""]
    signs += [f"{_DIFFERS} otherwise than the key" if any(line.differs for line in lines) else ""]
    foot = " · ".join(filter(None, [f"Text: {text}", *signs, file]))
    return sheet(plan, "What the class answered", body, shown(foot))


def _about(question: Question, lines: Sequence[Answered]) -> str:
    """What a strip shows: who answered, and which shade is which answer."""
    readers, missing = question.readers[lines[0].text], question.missing[lines[0].text]
    who = f"{count(readers, 'raised hand')} at most on a line" if question.hands else count(readers, "student")
    who += f"; {count(missing, 'answer')} missing" if missing else ""
    found = dict.fromkeys(label(parts) for line in lines for parts in line.given)
    if question.name in CHOICES:
        order = [*CHOICES[question.name], *(name for name in found if name not in CHOICES[question.name])]
        shades = "".join(
            f'<span class="legend"><i class="s{_shade(question, name)}"></i>{escape(name)}</span>'
            for name in order[: _SHADES + 1]
            if name in found or name in CHOICES[question.name]
        )
    else:
        shades = "From left: the most frequent answer first, with how many gave it"
    return f"{escape(who)}. {shades}"


def _shade(question: Question, name: str) -> int:
    """The shade of an answer to a question with few answers; several answers at once have the last."""
    choices = CHOICES[question.name]
    return choices.index(name) if name in choices else _SHADES


def _strip(question: Question, line: Answered) -> str:
    """The answers to a line as a strip, with the numbers below."""
    parts, said = "", []
    for place, (name, times) in enumerate(_in_order(question, line)):
        shade = _shade(question, name) if question.name in CHOICES else min(place, _SHADES)
        parts += f'<i class="s{shade}" style="width:{100 * times / line.answers:.2f}%"></i>'
        said.append(f"{name}\xa0{times}")
    return f'<span class="strip">{parts}</span><small>{shown(" · ".join(said))}</small>'


def _in_order(question: Question, line: Answered) -> list[tuple[str, int]]:
    """The answers to a line with how often each, as they are shown: in the order of the choices, or by frequency."""
    found = [(label(parts), times) for parts, times in line.given.items()]
    if question.name in CHOICES:
        return sorted(found, key=lambda one: (_shade(question, one[0]), one[0]))
    return sorted(found, key=lambda one: (-one[1], one[0]))


def _summary(plan: Plan, question: Question, file: str) -> str:
    """A side with the lines that are most disagreed on, and how far the class agrees."""
    found = agreement(question)
    differing = sorted((line for line in question.lines if line.differing), key=lambda one: -one.differing)[:_MOST]
    several = len({line.text for line in question.lines}) > 1
    items = "".join(_differing(question, line, several) for line in differing)
    body = f"<h2>{escape(found.lead)}</h2>\n<p>{escape(found.meaning)}</p>\n"
    if items:
        body += f"<h3>Where you differ most</h3>\n<ul class=\"most\">{items}</ul>\n"
    whom = "You, the key and the program" if question.lines[0].key else "You and the program"
    body += f"<h3>{whom}</h3>\n{bullets(map(shown, _beside(question)))}"
    spelled = written_as(question.spelled)
    body += f'<p class="lead"><b>Read so:</b> {shown("; ".join(spelled))}.</p>\n' if spelled else ""
    of_key = f"{checked(plan.keys, 'this key')} {READ_BY}"
    said = of_key if question.lines[0].key else f"{UNCHECKED} It is what the program reads, not what is right."
    body += (
        f'<p class="lead">{escape(said)} To agree is not to be right: a whole class can read a line wrongly, and '
        "one student alone can have the better reason.</p>"
    )
    return sheet(plan, f"What the class answered: {QUESTIONS[question.name]}", body, escape(file))


def _differing(question: Question, line: Answered, several: bool) -> str:
    """A line on which many differ: its words, and who answered what."""
    frequent = sorted(_in_order(question, line), key=lambda one: -one[1])[:6]
    answers = ", ".join(f"{name} {times}" for name, times in frequent)
    others = [f"Key: {line.key.shown}"] if line.key else []
    others.append(f"{'program' if others else 'Program'}: {line.machine.shown}")
    number = f"{line.text}, line {line.line.number}" if several else f"Line {line.line.number}"
    said = [f"{_OPEN} Two readings are defensible. {short(one, 220)}" for one in line.notes]
    notes = "".join(f'<p class="what">{shown(one)}</p>' for one in said)
    return (
        f'<li><p class="words"><b>{shown(number)}</b> {shown(short(line.line.text, 330))}</p>'
        f'<p class="what">You: {shown(short(answers, 160))}. {shown(short("; ".join(others), 160))}.</p>{notes}</li>\n'
    )


def _beside(question: Question) -> list[str]:
    """How the class, the key and the program compare, in sentences."""
    lines, total = question.lines, sum(line.answers for line in question.lines)
    several = len({line.text for line in lines}) > 1
    measure = [(line, line.key or line.machine) for line in lines]
    agree = {id(line): sum(n for parts, n in line.given.items() if by.accepts(parts)) for line, by in measure}
    same, keyed = sum(agree.values()), lines[0].key is not None
    other = "the key" if keyed else "the program"
    share = f"{same} of your {count(total, 'answer')} ({percent(same, total)})"
    said = [f"{share} {verb(same, 'is', 'are')} as in {other}."]
    against = [line for line in lines if 2 * agree[id(line)] < line.answers]
    if against:
        said.append(f"Most of you answer otherwise than {other} on {_places(against, several)}.")
    if errs := [line for line in lines if line.differs]:
        better = [line for line in errs if 2 * agree[id(line)] > line.answers]
        text = f"The program answers otherwise than the key on {_places(errs, several)}"
        if better:
            where = "there" if better == errs else f"on {_places(better, several)}"
            text += f"; {where}, most of you agree with the key"
        said.append(f"{text}.")
    return said


def _places(lines: Sequence[Answered], several: bool) -> str:
    if not several:
        return f"line{'s' if len(lines) > 1 else ''} {listing([str(line.line.number) for line in lines], most=12)}"
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(line.text, []).append(str(line.line.number))
    return listing([f"{text} {listing(numbers, most=12)}" for text, numbers in found.items()], "; ", 9)


def _numbers(filled: ClassSheet) -> pd.DataFrame:
    """A row for each answer to each line."""
    rows = [
        (
            question.name, line.text, line.line.number, label(parts), times, times / line.answers, line.answers,
            line.key.shown if line.key else "", line.machine.shown, line.differing,
        )
        for question in filled.questions
        for line in question.lines
        for parts, times in Counter(line.given).most_common()
    ]  # fmt: skip
    names = ["question", "text", "line", "answer", "count", "share", "answers", "key", "program", "pairs_differing"]
    return pd.DataFrame(rows, columns=names).round({"share": 3, "pairs_differing": 3})


# How far a class agrees, in words that a pupil understands


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
