"""The class sheet of a lesson: the empty one, and what a class has answered in it.

A CSV file with a row per line of a text and, behind the columns that say which, a column per student. For raised hands
there are columns named as the answers ("quoted"), with how many raised a hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sourcereading.reading.files import defuse
from sourcereading.reading.wording import listing, short
from sourcereading.text.typed_tables import Cell, SheetError, TypedTable, answers, hands, is_a_sum, plain
from sourcereading_evaluation.key_lines import Line
from sourcereading_lessons import class_answers
from sourcereading_lessons.class_answers import CHOICES, QUESTIONS, Expected, NotAnAnswer, expected, speakers_of
from sourcereading_lessons.lines import Telling
from sourcereading_lessons.paper import empty_columns, typed
from sourcereading_lessons.plans import OWN, Note

ABOUT = ("lesson", "question", "text", "line", "begins")
"""The columns that say what a row is about; the rest are answers."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a class has read: its id in the keys ("" without a key), as it is read, as it is marked (None without
    a key), and the places at which two readings are defensible."""

    article: str
    read: Telling
    marked: Telling | None = None
    open: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """A line with what a class answered to one question: how often each answer, as its parts. ``differs`` says that the
    program answers otherwise than the key, where there is one."""

    text: str
    line: Line
    given: Counter[tuple[str, ...]]
    machine: Expected
    key: Expected | None
    differs: bool = False
    notes: tuple[str, ...] = ()

    @property
    def answers(self) -> int:
        """How many answered."""
        return self.given.total()

    @property
    def differing(self) -> float:
        """The share of pairs of students whose answers differ."""
        pairs = self.answers * (self.answers - 1)
        return 1 - sum(n * (n - 1) for n in self.given.values()) / pairs if pairs else 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """What a class answered to a question.

    Attributes
    ----------
    name : one of ``class_answers.QUESTIONS``.
    lines : those that anybody answered, in the order of the texts.
    readers : for each text how many answered any line of it; of raised hands, the most on one line.
    missing : for each text the answers that these left out on lines that others answered.
    spelled : what was written, with the answer it was taken for, and how often.
    """

    name: str
    lines: tuple[Answered, ...]
    readers: Mapping[str, int]
    missing: Mapping[str, int]
    hands: bool
    spelled: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClassSheet:
    """A class sheet that is filled in: its file, the lesson, and what was answered to each question."""

    file: str
    lesson: str
    questions: tuple[Question, ...]


@dataclass(slots=True)
class _Row:
    """A row with answers: the question, the text, the line and the answers with their columns."""

    question: str
    source: Source
    line: Line
    cells: list[Cell]


def empty_sheets(lesson: str, tellings: Sequence[Telling]) -> dict[str, str]:
    """The empty class sheets of a lesson, one for each question: file name to CSV."""
    files = {}
    for question in QUESTIONS:
        rows = [(*ABOUT, *CHOICES.get(question, ()), *empty_columns())]
        rows += [
            (lesson, question, str(defuse(telling.name)), str(line.number), str(defuse(short(line.text, _LONGEST))))
            for telling in tellings
            for line in telling.lines
        ]
        files[f"class-{question}.csv"] = typed(rows)
    return files


def lesson_of(table: TypedTable) -> str:
    """The name of the lesson that a sheet is for; "" where it does not say so."""
    at = table.column("lesson")
    return next((plain(row[at].text) for row in table.rows if row[at].text), "") if at is not None else ""


def read_sheet(table: TypedTable, sources: Sequence[Source]) -> ClassSheet:
    """What a class has answered; a SheetError for a cell that cannot be read names its row, its column and the
    remedy."""
    mistakes: list[str] = []
    rows = list(_rows(table, sources, mistakes))
    table.fail(mistakes)
    if not rows:
        raise SheetError(f"{table.file}: nobody has answered anything; fill in the columns behind “begins” and save it")
    questions = []
    for name in QUESTIONS:
        own = [row for row in rows if row.question == name]
        if own:
            questions.append(_question(name, own, sources, mistakes))
    table.fail(mistakes)
    lesson = lesson_of(table) if any(source.marked for source in sources) else OWN
    return ClassSheet(table.file, lesson, tuple(questions))


def _rows(table: TypedTable, sources: Sequence[Source], mistakes: list[str]) -> Iterator[_Row]:
    """The rows that have answers. What is about the row and left empty is as in the row above."""
    at = {name: table.column(name) for name in ABOUT}
    columns = table.answered([place for place in at.values() if place is not None])
    above = {"question": "", "text": ""}
    seen: dict[tuple[str, str, int], int] = {}
    for cells in table.rows:
        about = {name: cells[place] for name, place in at.items() if place is not None and place < len(cells)}
        above |= {name: about[name].text for name in above if name in about and about[name].text}
        given = [cells[place] for place in columns if place < len(cells) and cells[place].answered]
        number = about["line"]
        if not given or is_a_sum(number.text) or is_a_sum(above["text"]):
            continue
        found = _placed(above, number, sources)
        if isinstance(found, str):
            mistakes.append(found)
            continue
        question, source, line = found
        where = (question, source.read.name, line.number)
        if where in seen:
            mistakes.append(f"{number.place}: line {line.number} is in row {seen[where]}, too; delete one of the rows")
        elif "begins" in about and not _begins(about["begins"].text, line):
            mistakes.append(
                f"{about['begins'].place}: line {line.number} of {source.read.name} begins “{short(line.text, 30)}”; "
                "this is the sheet of another text, or rows have slipped: start again from the empty sheet"
            )
        else:
            yield _Row(question, source, line, given)
        seen[where] = number.row


def _placed(above: Mapping[str, str], number: Cell, sources: Sequence[Source]) -> tuple[str, Source, Line] | str:
    """Which question, text and line a row is about, or what is wrong with it."""
    question = next((name for name in QUESTIONS if plain(above["question"]).startswith(name)), "")
    if not question:
        return f"row {number.row}, column question: {above['question'] or 'nothing'!r} is no question; write one of " \
               f"{', '.join(QUESTIONS)}"
    known = [one for one in sources if plain(one.read.name) == plain(above["text"])] or (
        list(sources) if len(sources) == 1 else []
    )
    if not known:
        names = listing([one.read.name for one in sources], most=9)
        return f"row {number.row}, column text: {above['text'] or 'nothing'!r} is no text of this lesson; write {names}"
    written = re.fullmatch(r"(?:line |no\.? )?(\d{1,3})(?:\.0*)?", plain(number.text))
    lines = known[0].read.lines
    if not written or not 1 <= int(written[1]) <= len(lines):
        return f"{number.place}: {number.text or 'nothing'!r} is no line; write a number from 1 to {len(lines)}"
    return question, known[0], lines[int(written[1]) - 1]


def _begins(text: str, line: Line) -> bool:
    """Whether a line begins so, whatever a spreadsheet has made of quotation marks and dashes."""
    own, typed_in = (re.sub(r"[\W_]+", "", one).casefold() for one in (line.text, text.partition("…")[0]))
    return own.startswith(typed_in)


def _question(name: str, rows: Sequence[_Row], sources: Sequence[Source], mistakes: list[str]) -> Question:
    counted = _counted(name, rows)
    spelled: Counter[tuple[str, str]] = Counter()
    who: dict[str, set[int]] = {source.read.name: set() for source in sources}
    lines = []
    for row in rows:
        given: Counter[tuple[str, ...]] = Counter()
        for cell, meant, times in _meant(name, row, counted, mistakes):
            given[meant] += times
            who[row.source.read.name].add(cell.at)
            if not counted:
                spelled[cell.text, class_answers.label(meant)] += 1
        if given:
            lines.append(_answered(name, row, given))
    order = {source.read.name: number for number, source in enumerate(sources)}
    lines.sort(key=lambda one: (order[one.text], one.line.number))
    readers, missing = {}, {}
    for text in dict.fromkeys(one.text for one in lines):
        numbers = [one.answers for one in lines if one.text == text]
        readers[text] = max(numbers) if counted else len(who[text])
        missing[text] = readers[text] * len(numbers) - sum(numbers)
    return Question(name, tuple(lines), readers, missing, bool(counted), spelled)


def _meant(
    name: str, row: _Row, counted: frozenset[int], mistakes: list[str]
) -> Iterator[tuple[Cell, tuple[str, ...], int]]:
    """The answers in a row, as their parts and with how often each was given."""
    source = row.source
    marked = source.marked.lines if source.marked else ()
    line = row.line
    if marked:  # what both have in the line, the key first: whoever agrees with either is understood
        of_key = marked[line.number - 1]
        line = replace(of_key, said=(*of_key.said, *line.said), words=(*of_key.words, *line.words))
    known = speakers_of([*marked, *source.read.lines])
    for cell in row.cells:
        written, times = _written(cell, row, counted, mistakes)
        try:
            meant = class_answers.answer(name, written, line, known, source.article)
        except NotAnAnswer as error:
            mistakes.append(f"{cell.place}: {error}")
            continue
        if meant and times:
            yield cell, meant, times


def _answered(name: str, row: _Row, given: Counter[tuple[str, ...]]) -> Answered:
    source, machine = row.source, expected(name, row.line)
    if source.marked is None:
        return Answered(source.read.name, row.line, given, machine, None)
    marked = source.marked.lines[row.line.number - 1]
    key = expected(name, marked)
    differs = not key.same(expected(name, class_answers.in_words_of(marked, row.line)))
    here = [note for note in source.open if source.read.line_of(note.words).number == row.line.number]
    notes = tuple(note.text for note in here if not note.on or name in note.on)
    return Answered(source.read.name, row.line, given, machine, key, differs, notes)


def _counted(name: str, rows: Sequence[_Row]) -> frozenset[int]:
    """The columns in which hands are counted: every cell is a whole number, and their name is an answer."""
    cells: dict[int, list[Cell]] = {}
    for row in rows:
        for cell in row.cells:
            cells.setdefault(cell.at, []).append(cell)
    counts = {at for at, own in cells.items() if all(hands(cell.text) is not None for cell in own)}
    if name in CHOICES:
        return frozenset(at for at in counts if plain(cells[at][0].name) in answers(name))
    return frozenset(counts if len(counts) == len(cells) else ())


def _written(cell: Cell, row: _Row, counted: frozenset[int], mistakes: list[str]) -> tuple[str, int]:
    """What a cell says and how often: of hands, the name of the column and the number in it."""
    if cell.at in counted:
        return cell.name, hands(cell.text) or 0
    if counted:
        mistakes.append(
            f"{cell.place}: line {row.line.number} has raised hands in some columns and answers of students in others; "
            "keep one of the two"
        )
    return cell.text, 1
