"""The pages of a lesson on several tellings: the empty grid of claims, the key's grid, and the machine's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcereading.analysis.grid import NOT_THERE
from sourcereading.attribution.voices import VOICES, WRITER, speaker_name
from sourcereading.certainty.labels import DIRECTION_WORDS
from sourcereading.reading.wording import count
from sourcereading.report.markup import escape, shown
from sourcereading.report.software import library_version
from sourcereading_evaluation.key_checks import checked
from sourcereading_evaluation.key_lines import Line
from sourcereading_evaluation.matching import touch
from sourcereading_lessons.differences import Difference
from sourcereading_lessons.lines import Telling
from sourcereading_lessons.paper import RULE, sheet, signs, table
from sourcereading_lessons.plans import Claim, Plan
from sourcereading_lessons.poll_pages import questions

Tellings = Mapping[str, Telling]
"""The tellings by the id that an article has in the keys."""


def student(plan: Plan, tellings: Tellings, part: str) -> str:
    """The poll, the empty grid of the claims for the class, and room for the exit task."""
    rows = [[f"<b>{escape(one.name)}</b>", *("" for _ in tellings)] for one in plan.claims if one.for_class]
    heads = ["what each says about", *(one.name for one in tellings.values())]
    together = (
        "2 · Together: the words of each text, with the line, and who says them (N named, U not named); "
        f"“{NOT_THERE}” where they are missing."
    )
    body = (
        '<p class="who">Name:</p>\n<p class="lead">1 · Alone: which chance in percent do you hear? One number each.</p>'
        f'{questions(plan)}<p class="lead">{together}</p>\n{table(heads, rows, "grid empty")}'
        f'<p class="lead">3 · {escape(plan.exit_task)}</p>\n{RULE * 3}'
    )
    foot = "One event, told three times. The event, the papers and the people are invented."
    return sheet(plan, part, body, foot, "sheet")


def key(plan: Plan, tellings: Tellings, part: str) -> str:
    """The grid as the key has it, all claims."""
    lead = (
        f"The texts are invented. {escape(checked(plan.keys, 'the keys'))} ★ is on the students’ sheet; "
        f"each of the {len(plan.claims)} rows is a planted difference. The bold number is the line."
    )
    body = f'<p class="lead">{lead}</p>\n{_grid(plan.claims, tellings)}'
    return sheet(plan, part, body, signs(_lines(tellings)), "key")


def machine(
    plan: Plan, tellings: Tellings, keyed: Tellings, found: Mapping[str, Sequence[Difference]], part: str
) -> str:
    """The claims of the class as the program reads them, and where it differs from the key in the three texts."""
    rows = [one for one in plan.claims if one.for_class]
    number = sum(len(differ) for differ in found.values())
    items = "".join(
        f"<li>{shown(tellings[article].name)}, line <b>{one.line}</b>: {shown(one.how)}</li>"
        for article, differ in found.items()
        for one in differ
    )
    lead = (
        f"Read by a program, sourcereading {library_version()}, with rules and word lists: its speakers and its words "
        "of certainty, at the places of the key’s grid."
    )
    body = (
        f'<p class="lead">{lead}</p>\n{_grid(rows, tellings, keyed)}'
        f'<div class="open"><p><b>≠ In the three texts it differs from the key in {count(number, "place")}</b>; '
        f"who is right: key, program or you?</p><ul>{items}</ul></div>"
    )
    return sheet(plan, part, body, signs(_lines(tellings)), "key")


def _lines(tellings: Tellings) -> list[Line]:
    return [line for telling in tellings.values() for line in telling.lines]


def _grid(claims: Sequence[Claim], tellings: Tellings, keyed: Tellings | None = None) -> str:
    """The claims with their words in each telling; ≠ where the marks are not those of the key."""
    rows = [
        [f"<b>{shown(claim.name)}</b>{' ★' if claim.for_class else ''}", *_cells(claim, tellings, keyed or tellings)]
        for claim in claims
    ]
    return table(["", *(one.name for one in tellings.values())], rows, "grid")


def _cells(claim: Claim, tellings: Tellings, keyed: Tellings) -> list[str]:
    found = []
    for article, telling in tellings.items():
        words = claim.cells.get(article, ())
        missing = claim.notes.get(article, NOT_THERE)
        found.append("<br>".join(_cell(telling, keyed[article], one) for one in words) or f"<em>{escape(missing)}</em>")
    return found


def _cell(telling: Telling, keyed: Telling, words: str) -> str:
    """The words of a claim in a telling, with the line, whose they are, and the marks in them."""
    line = telling.line_of(words)
    start = telling.about.text.index(words, line.start)
    place = (start, start + len(words))
    said = [one for one in line.said if touch((one.start, one.end), place)]
    who = [f"{speaker_name(one.speaker)}, {VOICES[one.voice]}" for one in said] or [speaker_name(WRITER)]
    marks, wanted = (_marks(lines[line.number - 1], place) for lines in (telling.lines, keyed.lines))
    about = " · ".join([" / ".join(dict.fromkeys(who)), *marks])
    differs = "" if marks == wanted else " <b>≠</b>"
    inner = shown(words.replace("“", "‘").replace("”", "’"))
    return f"<b>{line.number}</b> “{inner}” <small>{shown(about)}{differs}</small>"


def _marks(line: Line, place: tuple[int, int]) -> list[str]:
    return [
        f"{DIRECTION_WORDS[word.direction].sign}\xa0{' '.join(word.text.split())}"
        for word in line.words
        if touch((word.start, word.end), place)
    ]
