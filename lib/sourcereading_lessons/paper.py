"""What every page of a lesson has: head, foot, one side of A4; and the small pieces that several pages share."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from sourcereading.attribution.voices import UNATTRIBUTED, VOICES, speaker_name
from sourcereading.certainty.labels import DIRECTION_WORDS
from sourcereading.report.markup import escape, shown
from sourcereading.report.page import shell
from sourcereading.report.styles import style
from sourcereading_evaluation.key_lines import Line, Said
from sourcereading_lessons.plans import Plan

RULE = '<p class="rule"></p>'
"""A line to write on."""
_SIZES = ((34, " large"), (46, ""), (58, " dense"), (72, " denser"))
"""Up to how many printed rows a table of a page keeps a size of letters."""


def sheet(plan: Plan, part: str, body: str, foot: str = "", kind: str = "") -> str:
    """One side of A4."""
    title = escape(f"{plan.label} · {plan.title}")
    return (
        f'<section class="{f"a4 {kind}".strip()}">\n<header><h1>{title}</h1>'
        f"<span>{escape(part)}</span></header>\n{body}\n<footer>{foot}</footer>\n</section>\n"
    )


def document(plan: Plan, part: str, sheets: Iterable[str]) -> str:
    """A whole HTML page of one or more sides of A4."""
    body = f'<main id="main">\n{"".join(sheets)}</main>\n'
    return shell(f"{plan.label} {plan.title} · {part}", body, extra_style=style("lesson"), description=plan.question)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], kind: str) -> str:
    """A table whose cells are HTML; its letters are smaller where the rows would not fit on the side."""
    rows = [list(row) for row in rows]
    used = sum(max(-(-len(re.sub(r"<[^>]*>", "", cell)) // 40) for cell in row) for row in rows)
    size = next((name for most, name in _SIZES if used <= most), " densest")
    head = "".join(f"<th>{escape(name)}</th>" if name else "<td></td>" for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    return f'<table class="{kind}{size}"><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>\n'


STUDENTS = 30
"""Columns for students in an empty sheet of a class; more can be added, and those left empty do not count."""


def empty_columns() -> list[str]:
    """The names of the columns for students in an empty sheet."""
    return [f"student {number}" for number in range(1, STUDENTS + 1)]


def typed(rows: Sequence[Sequence[str]]) -> str:
    """Rows as CSV for a spreadsheet: with a BOM, without which some show “é” as “Ã©”; shorter rows end empty."""
    file = io.StringIO()
    width = max(map(len, rows))
    csv.writer(file, lineterminator="\n").writerows([*row, *[""] * (width - len(row))] for row in rows)
    return f"\ufeff{file.getvalue()}"


def prose(text: str) -> str:
    """A sentence of a plan as HTML: what stands between stars is stressed.

    >>> prose("what did it *not* say?")
    'what did it <em>not</em> say?'
    """
    return re.sub(r"\*([^*]+)\*", r"<em>\1</em>", escape(text))


def whose(said: Said) -> str:
    """Whose words, as HTML: "Pryde, through Marrow"."""
    through = f", through {speaker_name(said.through)}" if said.through else ""
    return shown(speaker_name(said.speaker) + through)


def how(said: Said) -> str:
    """In whose words, with the reporting verb; the colon behind a name is none."""
    verb = " ".join(said.cue.split())
    return shown(VOICES[said.voice] + (f" ({verb})" if any(map(str.isalpha, verb)) else ""))


def said_in(line: Line) -> list[Said]:
    """What is said in a line, once where a statement has several pieces there."""
    return list({(one.speaker, one.through, one.voice, one.cue): one for one in line.said}.values())


def bullets(items: Iterable[str]) -> str:
    """A list of items that are HTML."""
    return f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>\n"


def named(said: Said) -> str:
    """N for a speaker who is named, U for one who is not."""
    return "U" if said.speaker == UNATTRIBUTED or not said.named else "N"


def sure(line: Line) -> str:
    """The words of a line that say how sure, each with the sign of what it does."""
    return "; ".join(
        f"{DIRECTION_WORDS[word.direction].sign}\xa0{shown(' '.join(word.text.split()))}"
        for word in line.words
    )


def signs(lines: Iterable[Line]) -> str:
    """What the signs on a page mean."""
    used = {word.direction for line in lines for word in line.words}
    return " · ".join(f"{one.sign}\xa0{one.name}" for name, one in DIRECTION_WORDS.items() if name in used)
