"""The grid of claims that the program makes of two to four articles: empty for the class, and as it fills it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcereading.analysis.claims import telling_in_words, told_twice
from sourcereading.analysis.grid import CHANCES, DISTANCE, Cell, Row, grid
from sourcereading.attribution.voices import WRITER
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import count, short
from sourcereading.report.markup import escape, shown
from sourcereading_lessons.lines import Telling
from sourcereading_lessons.paper import RULE, sheet, table
from sourcereading_lessons.plans import Plan

_FOR_CLASS, _EMPTY = 5, 7
"""How many claims the students' grid names, and how many rows it has."""
_CUT = 150
"""How many letters of a telling are shown."""
_ROOM, _ACROSS, _LABEL = 68, 95, 13
"""How many printed rows there are for the grid on a side, and how many letters all its columns, and the first of them,
have in one."""


def rows_of(reading: Reading, tellings: Mapping[str, Telling]) -> list[Row]:
    """The rows of the grid: claims in which somebody is quoted or paraphrased first, those of the writers behind them.
    The reading has no other article than the ``tellings``, by ``article_id``; what these do not print is not in it."""
    ends = {article: one.lines[-1].end if one.lines else 0 for article, one in tellings.items()}
    rows = grid(reading, told_twice(reading)[1], ends)

    def place(row: Row) -> int:
        spoken = any(cell.speaker != WRITER for cells in row.cells.values() for cell in cells)
        return 2 if row.about in (CHANCES, DISTANCE) else 0 if spoken else 1

    return sorted(rows, key=place)


def student(plan: Plan, rows: Sequence[Row], tellings: Mapping[str, Telling], part: str) -> str:
    """The grid for the class: what the claims are about, and rows to find oneself."""
    named = [row.about for row in rows if row.about not in (CHANCES, DISTANCE)][:_FOR_CLASS]
    blank = [[f"<b>{shown(about)}</b>", *("" for _ in tellings)] for about in named]
    blank += [["your own:", *("" for _ in tellings)] for _ in range(_EMPTY - len(named))]
    lead = (
        "Copy the words of each text, with the line, and write who says them (N named, U not named); “not there” where "
        "they are missing. The rows that say “your own” are for what you find yourselves."
    )
    foot = "A program named the first rows: its words may fit a text badly." if named else ""
    heads = ["what each says about", *(one.name for one in tellings.values())]
    body = (
        f'<p class="who">Name:</p>\n<p class="lead">{lead}</p>\n{table(heads, blank, "grid empty")}'
        f'<p class="lead">What did one text leave out, and what does that change?</p>\n{RULE * 2}'
    )
    return sheet(plan, part, body, foot, "sheet")


def machine(plan: Plan, rows: Sequence[Row], tellings: Mapping[str, Telling], part: str) -> list[str]:
    """The grid as the program fills it, on one side of A4 or two; what has no room there is counted."""
    lines = [
        [f"<b>{shown(row.about)}</b>", *(_cell(row, article, telling) for article, telling in tellings.items())]
        for row in rows
    ]
    last = [line for row, line in zip(rows, lines, strict=True) if row.about in (CHANCES, DISTANCE)]
    claims = lines[: len(lines) - len(last)]
    sides, left = _packed(claims, _ROOM, sum(_high(line) for line in last))
    sides[-1] += last
    if not rows:
        lead = "The program finds no two texts that say one thing in like words. <b>Nobody has checked that.</b>"
        return [sheet(plan, part, f'<p class="lead">{lead}</p>\n', "", "key")]
    lead = (
        "Made by the program alone, <b>and nobody has checked it</b>: it sets beside each other what has words in "
        "common. Are all cells of a row one claim? Where it says “not there”: is it there in other words?"
    )
    lead += f" {count(left, 'row')} more had no room." if left else ""
    heads = ["", *(one.name for one in tellings.values())]
    foot = "The bold number is the line. In brackets: words that say how sure."
    tables = [table(heads, side, "grid") for side in sides]
    tables[0] = f'<p class="lead">{lead}</p>\n{tables[0]}'
    return [sheet(plan, part, body, foot, "key") for body in tables]


def _packed(lines: list[list[str]], room: float, last: float) -> tuple[list[list[list[str]]], int]:
    """Rows for at most two sides, with room for ``last`` behind them, and how many rows are left over."""
    if sum(map(_high, lines)) + last <= room:
        return [lines], 0
    first = _fitting(lines, room)
    second = first + _fitting(lines[first:], room - last)
    return [lines[:first], lines[first:second]], len(lines) - second


def _fitting(lines: list[list[str]], room: float) -> int:
    used = 0.0
    for number, line in enumerate(lines):
        used += _high(line)
        if used > room:
            return number
    return len(lines)


def _high(line: Sequence[str]) -> float:
    """How many printed rows a row of the grid takes."""
    wide = _ACROSS / (len(line) - 1)
    cells = [sum(-(-len(_plain(one)) // wide) for one in cell.split("<br>")) for cell in line[1:]]
    return max(-(-len(_plain(line[0])) // _LABEL), *cells) + 0.5


def _plain(markup: str) -> str:
    return "".join(part.partition(">")[2] for part in f">{markup}".split("<"))


def _cell(row: Row, article: str, telling: Telling) -> str:
    """The words of an article in a row, with their lines."""
    parts = row.parts(article)
    return "<br>".join(f"<em>{escape(one)}</em>" if isinstance(one, str) else _words(one, telling) for one in parts)


def _words(cell: Cell, telling: Telling) -> str:
    number = next((line.number for line in telling.lines if line.start <= cell.start < line.end), "")
    marks = f" [{cell.marks}]" if cell.marks else ""
    inner = short(cell.text.strip("“”\" "), _CUT)
    about = shown(f"{telling_in_words(short(cell.speaker, 40), cell.voice)}{marks}")
    return f"<b>{number}</b> “{shown(inner)}” <small>{about}</small>"
