"""The pages of one article: its text, the student's sheet, the key and the machine's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sourcereading.analysis.names import heading
from sourcereading.attribution.voices import UNATTRIBUTED, VOICES, WRITER, WRITERS, speaker_name
from sourcereading.reading.wording import count, listing, short
from sourcereading.report.group import source_facts
from sourcereading.report.markup import shown
from sourcereading.report.software import library_version
from sourcereading_evaluation.key_checks import checked
from sourcereading_evaluation.key_lines import Line
from sourcereading_lessons.differences import Difference
from sourcereading_lessons.lines import Telling
from sourcereading_lessons.paper import RULE, how, named, prose, said_in, sheet, signs, sure, table, whose
from sourcereading_lessons.plans import Note, Plan

IMVAIN = (
    ("I", "Independent", "Who has nothing to win or lose by it?"),
    ("M", "Multiple", "How many speakers? Do two have it from each other?"),
    ("V", "Verifies", "What does the text check itself, or show proof of?"),
    ("A", "Authoritative, informed", "Who can know this: by office, by training, by being there?"),
    ("N", "Named", "Who has a name, who has none, and is a reason given?"),
)
UNCHECKED = "Nobody has checked this page."
_OPEN = "°"
READ_BY = "It is one careful reading, not the truth."
_HEADS = ("line", "whose words", "quoted, paraphrased or the writer’s own", "how sure", "N/U")
_MANY = 30
"""A text of more lines has smaller letters."""
_FREE, _WHOLE, _HIGHEST, _LOWEST = 192.0, 240.0, 8.6, 7.0
"""How many millimetres of the student's sheet the lines of the text share with the checklist below them, and without;
how high a row is at most; and below which height it is too low to write in, so that the checklist goes overleaf."""


def text(plan: Plan, telling: Telling, part: str) -> str:
    """The text with numbered lines, without a mark, and with a margin to write in."""
    title = [telling.about.title] if telling.about.title else []
    others = "".join(f"<p>{shown(' '.join(one.split()))}</p>" for one in telling.before if one not in title)
    head = "".join(f"<h2>{shown(one)}</h2>" for one in title)
    lines, paragraph = "", -1
    for line in telling.lines:
        new = ' class="new"' if line.paragraph != paragraph else ""
        paragraph = line.paragraph
        lines += f"<li{new}>{shown(' '.join(line.text.split()))}</li>\n"
    more = ""
    if telling.left_out:
        rest = count(telling.left_out, "sentence")
        more = f'<p class="more">The text goes on for {rest} more, which this lesson leaves out.</p>'
    body = f'{head}<div class="before">{others}</div>\n<ol class="lines">\n{lines}</ol>\n{more}'
    full = bool(telling.left_out) or len(telling.lines) > _MANY
    return sheet(plan, part, body, _source(telling), "text full" if full else "text")


def student(plan: Plan, telling: Telling, part: str) -> list[str]:
    """The sheet on which students say, line by line, whose words they are and how sure, and a checklist: one side, or
    where the text has many lines, two."""
    rows = (
        (str(line.number), f'<i>{shown(short(line.text, 23))}</i>', "", "quoted · paraphr. · own", "", "N · U")
        for line in telling.lines
    )
    heads = ("no.", "begins", "whose words", "circle one", "words that say how sure", "named?")
    number = max(len(telling.lines), 1)
    overleaf = _FREE / number < _LOWEST
    high = min(_HIGHEST, (_WHOLE if overleaf else _FREE) / number)
    lines = f'<p class="who">Name:</p>\n<div style="--row: {high:.2f}mm">{table(heads, rows, "blank")}</div>'
    foot = (
        f"{_of(telling)} · paraphr.: paraphrased, told in other words · own: the writer’s (leave the last column "
        "empty) · N named · U not named"
    )
    if not overleaf:
        return [sheet(plan, part, f"{lines}{_checklist()}", foot, "sheet")]
    back = f'{_checklist()}<p class="lead">{prose(plan.exit_task)}</p>\n{RULE * 10}'
    return [sheet(plan, part, lines, foot, "sheet"), sheet(plan, f"{part}, back", back, _of(telling), "sheet back")]


def _checklist() -> str:
    rows = ((f"<b>{letter}</b>", f"<b>{name}</b>: {question}", "") for letter, name, question in IMVAIN)
    return table(("", "The speakers of the whole text", "your answer, with line numbers"), rows, "imvain")


def key(plan: Plan, telling: Telling, notes: Sequence[Note], part: str) -> str:
    """The key, with the places where two readings are defensible."""
    places = sorted((telling.line_of(note.words).number, note.text) for note in notes)
    items = "".join(f"<li><b>{number}</b> {shown(text)}</li>" for number, text in places)
    lines = _joined(telling.lines, {number for number, _ in places}, signed=True)
    lead = f"{checked(plan.keys, 'this key')} {READ_BY}"
    body = f'<p class="lead">{shown(lead)}</p>\n{table(_HEADS, [row for _, rows in lines for row in rows], "read")}'
    if items:
        body += f'<div class="open"><p><b>{_OPEN} Two readings are defensible here</b></p><ul>{items}</ul></div>'
    return sheet(plan, part, body, _foot(telling), "key")


def machine(plan: Plan, telling: Telling, found: Sequence[Difference] | None, part: str) -> str:
    """What the program reads, with where it differs from the key; without one, that nobody has checked it."""
    lead = f"Read by a program, sourcereading {library_version()}, with rules and word lists. "
    differ: dict[int, list[str]] = {}
    if found is None:
        lead += f"<b>{UNCHECKED}</b> It misses some statements and gives some to the wrong speaker: find where."
    elif found:
        places = count(len(found), "place")
        lead += f"<b>It differs from the key in {places}</b> (≠). Who is right: key, program or you?"
        for one in found:
            differ.setdefault(one.line, []).append(one.how)
    else:
        lead += "It differs from the key nowhere: it was made with this text at hand."
    rows: list[list[str]] = []
    for number, of_line in _joined(telling.lines, set(differ)):
        rows += of_line
        rows += (["≠", f'<span class="differs">{shown(one)}</span>', "", "", ""] for one in differ.get(number, ()))
    speakers = telling.speakers()
    known = sum(speakers.values())
    counted = f"{count(len(speakers), 'speaker')}, {known} named, {len(speakers) - known} not"
    lead += f" IMVAIN: the program counts {counted}."
    body = f'<p class="lead">{lead}</p>\n{_spanning(table(_HEADS, rows, "read"))}'
    return sheet(plan, part, body, _foot(telling), "key")


def _spanning(markup: str) -> str:
    """A difference stands over all columns but the first."""
    return markup.replace('<td><span class="differs">', '<td colspan="4"><span class="differs">').replace(
        "</span></td><td></td><td></td><td></td>", "</span></td>"
    )


def _joined(lines: Sequence[Line], alone: set[int], signed: bool = False) -> list[tuple[int, list[list[str]]]]:
    """The rows of each line, with its number. Lines that are only the writer's, without a word of certainty, are joined
    to one row, apart from those ``alone``; these have a sign, if so wanted."""
    found: list[tuple[int, list[list[str]]]] = []
    plain: list[int] = []
    for line in lines:
        if not line.said and not line.words and line.number not in alone:
            plain.append(line.number)
            continue
        found += _plain(plain)
        found.append((line.number, _of_line(line, signed and line.number in alone)))
        plain = []
    return found + _plain(plain)


def _plain(numbers: Sequence[int]) -> list[tuple[int, list[list[str]]]]:
    if not numbers:
        return []
    span = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
    return [(0, [[span, speaker_name(WRITER), VOICES[WRITERS], "", ""]])]


def _of_line(line: Line, is_open: bool) -> list[list[str]]:
    """A row for each statement of a line; the number and the words of certainty stand in the first."""
    number = f"{line.number}{_OPEN if is_open else ''}"
    rows = [["", whose(one), how(one), "", named(one)] for one in said_in(line)]
    rows = rows or [["", speaker_name(WRITER), VOICES[WRITERS], "", ""]]
    rows[0][0], rows[0][3] = number, sure(line)
    return rows


def _foot(telling: Telling) -> str:
    """Under a key or the machine's page: the text, and what the signs and letters mean."""
    return " · ".join(filter(None, (_of(telling), signs(telling.lines), "N named", "U not named")))


def _of(telling: Telling) -> str:
    return f"Text: {shown(short(heading(telling.about), 90))}"


def _source(telling: Telling) -> str:
    rights = shown(telling.about.rights) if telling.about.rights else "copyright not known: ask before you copy"
    return " · ".join([*source_facts(telling.about), rights])


_CASES: dict[str, Callable[[Line], bool]] = {
    "unnamed": lambda line: any(not one.named for one in line.said),
    "concluded": lambda line: any(one.concluded for one in line.said),
    "denied": lambda line: any(one.cue.lower().startswith("den") for one in line.said),
    "through": lambda line: any(one.through for one in line.said),
    "unsure": lambda line: any(word.direction in ("lowers", "suspends", "scale") for word in line.words),
    "will": lambda line: any(word.type == "commitment" for word in line.words),
}
"""What a line may have, of which a question or a usual mistake of a plan needs a case."""


def with_a_case(texts: Sequence[str], telling: Telling) -> tuple[str, ...]:
    """Those texts of a plan for which the article has a case, as the program reads it: "{denied} What …?"."""
    asked = [text.removeprefix("{").partition("} ") if text.startswith("{") else ("", "", text) for text in texts]
    return tuple(text for case, _, text in asked if not case or any(map(_CASES[case], telling.lines)))


def doubtful(telling: Telling) -> list[str]:
    """Where a text that the program alone has read should be looked at first, with the numbers of lines."""
    places: dict[str, list[str]] = {}
    for line in telling.lines:
        for what in dict.fromkeys(_doubts(line)):
            places.setdefault(what, []).append(str(line.number))
    return [f"{what}: line{'s' if len(at) > 1 else ''} {listing(at, most=8)}" for what, at in places.items()]


def _doubts(line: Line) -> Iterator[str]:
    for one in line.said:
        if one.speaker == UNATTRIBUTED:
            yield "Words whose speaker the program does not know"
        elif not one.named:
            yield "No name for the speaker, as far as capital letters show it"
        if one.concluded:
            yield "A speaker concluded from the words before"
        if one.through:
            yield "Words that come through somebody else"
    if len({one.speaker for one in line.said}) > 1:
        yield "Two speakers in one line"
