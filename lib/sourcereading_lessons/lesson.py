"""The pages of a lesson, by the names of their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sourcereading.analysis.names import article_labels
from sourcereading.reading.reading import Reading, read
from sourcereading.reading.wording import sentence
from sourcereading.report.claims_tables import SIDE_BY_SIDE
from sourcereading.text.typed_tables import SheetError
from sourcereading_evaluation import key_lines
from sourcereading_evaluation.agreement import same_name
from sourcereading_lessons import grid_pages, machine_grid, poll_pages, text_pages
from sourcereading_lessons.class_answers import speakers_of
from sourcereading_lessons.class_sheet import Source, empty_sheets
from sourcereading_lessons.differences import Difference, differences
from sourcereading_lessons.lines import Telling, as_marked, as_read
from sourcereading_lessons.paper import document
from sourcereading_lessons.plans import LESSONS, OWN, KeyNotes, Plan, key_notes, plan
from sourcereading_lessons.teacher_page import teacher

TEXT, SHEET, KEY, MACHINE, TEACHER = "The text", "Student’s sheet", "The key", "The machine’s page", "Teacher’s page"
GRID, MACHINE_GRID = "The grid", "The machine’s grid"
POLL, ANSWERS = "Ten phrases", "Ten phrases: what readers say"
PRACTICE = "data/practice"
_WITH_GRID = (
    "With several articles on one event each student has one text, groups fill in the grid in place of IMVAIN, "
    "and the machine’s grid comes with the machine’s page."
)


def shipped(name: str) -> dict[str, str]:
    """The pages of one of ``plans.LESSONS``: file name to HTML."""
    lesson = plan(name)
    reading = _practice(lesson.articles)
    keys = [_keyed(reading, about) for about in reading.articles.itertuples(index=False)]
    read_by = {article: telling for article, telling, _ in keys}
    marked = {article: key for article, _, key in keys}
    found = {article: differences(marked[article], read_by[article], article) for article in marked}
    pages = {"text.html": (TEXT, [text_pages.text(lesson, one, TEXT) for one in read_by.values()])}
    if lesson.claims:
        pages["sheet.html"] = (SHEET, [grid_pages.student(lesson, read_by, SHEET)])
        pages["key.html"] = (KEY, [grid_pages.key(lesson, marked, KEY)])
        pages["machine.html"] = (MACHINE, [grid_pages.machine(lesson, read_by, marked, found, MACHINE)])
        tellings = {one.about.article_id: one for one in read_by.values()}
        rows = machine_grid.rows_of(reading, tellings)
        pages["machine-grid.html"] = (MACHINE_GRID, machine_grid.machine(lesson, rows, tellings, MACHINE_GRID))
    else:
        (article,) = marked
        notes = key_notes()[article]
        pages["sheet.html"] = (SHEET, text_pages.student(lesson, read_by[article], SHEET))
        pages["key.html"] = (KEY, [text_pages.key(lesson, marked[article], notes.open, KEY)])
        pages["machine.html"] = (MACHINE, [text_pages.machine(lesson, read_by[article], found[article], MACHINE)])
        if lesson.polls:
            pages["phrases.html"] = (POLL, [poll_pages.student(lesson, POLL)])
            pages["phrases-answers.html"] = (ANSWERS, [poll_pages.teacher(lesson, ANSWERS)])
    whys = [why for article, key in marked.items() for why in _whys(lesson, key, found[article], key_notes()[article])]
    pages["teacher.html"] = (TEACHER, [teacher(lesson, whys, "Where the machine errs here, and why", TEACHER)])
    files = _documents(lesson, pages)
    if "phrases.html" in pages:
        files["poll.csv"] = poll_pages.empty(lesson)
    return files | empty_sheets(name, list(read_by.values()))


def of_articles(reading: Any) -> dict[str, str]:
    """The pages of a lesson on any articles: the machine's page in place of a key."""
    lesson = plan(OWN)
    names = article_labels(reading.articles)
    by_id = {article: as_read(reading, article, name) for article, name in names.items()}
    tellings = list(by_id.values())
    pages = {
        "text.html": (TEXT, [text_pages.text(lesson, one, TEXT) for one in tellings]),
        "sheet.html": (SHEET, [side for one in tellings for side in text_pages.student(lesson, one, SHEET)]),
        "machine.html": (MACHINE, [text_pages.machine(lesson, one, None, MACHINE) for one in tellings]),
        "teacher.html": (TEACHER, [_teacher_of(lesson, one, len(tellings)) for one in tellings]),
    }
    if 1 < len(tellings) <= SIDE_BY_SIDE:
        rows = machine_grid.rows_of(reading, by_id)
        pages["grid.html"] = (GRID, [machine_grid.student(lesson, rows, by_id, GRID)])
        pages["machine-grid.html"] = (MACHINE_GRID, machine_grid.machine(lesson, rows, by_id, MACHINE_GRID))
    return _documents(lesson, pages) | empty_sheets(OWN, tellings)


def _documents(lesson: Plan, pages: Mapping[str, tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Each page, of which there are a name and its sides, as HTML."""
    return {file: document(lesson, part, sides) for file, (part, sides) in pages.items()}


def sources(name: str, articles: str | None, sheet: str = "") -> list[Source]:
    """The texts that a class sheet is about, by the name of its lesson, or by the articles that a lesson of one's own
    was made from. A SheetError, which names the file ``sheet``, where there is no such lesson, or it needs the
    articles."""
    if articles is not None:
        reading = read(articles)
        names = article_labels(reading.articles)
        return [Source("", as_read(reading, article, shown)) for article, shown in names.items()]
    if name in LESSONS:
        reading = _practice(plan(name).articles)
        keys = [_keyed(reading, about) for about in reading.articles.itertuples(index=False)]
        return [
            Source(article, _named_as_in(key, telling, article), key, key_notes()[article].open)
            for article, telling, key in keys
        ]
    if name == OWN:
        raise SheetError(f"{sheet} is of a lesson of your own; name its text, too: --articles my-article.txt")
    raise SheetError(
        f"{sheet}, column lesson: {name or 'nothing'!r} is no lesson; write one of {', '.join(LESSONS)}, or name your "
        "articles with --articles"
    )


def _named_as_in(key: Telling, read: Telling, article: str) -> Telling:
    """An article as the program reads it, with the names that its key has for the same speakers."""
    names = speakers_of(key.lines)

    def known(name: str) -> str:
        return next((one for one in names if name and same_name(one, name, article)), name)

    lines = []
    for line in read.lines:
        said = (replace(one, speaker=known(one.speaker), through=known(one.through)) for one in line.said)
        lines.append(replace(line, said=tuple(said)))
    return replace(read, lines=tuple(lines))


def _teacher_of(lesson: Plan, telling: Telling, number: int) -> str:
    part = f"{TEACHER}: {telling.name}" if number > 1 else TEACHER
    if 1 < number <= SIDE_BY_SIDE:
        lesson = replace(lesson, needs=f"{lesson.needs} {_WITH_GRID}")
    questions, mistakes = (text_pages.with_a_case(texts, telling) for texts in (lesson.questions, lesson.mistakes))
    lesson = replace(lesson, questions=questions, mistakes=mistakes)
    doubts = text_pages.doubtful(telling) or ["Nothing stands out; read all of it with the text beside you"]
    heading = f"{text_pages.UNCHECKED} Where to doubt the machine first"
    return teacher(lesson, doubts, heading, part)


def _practice(files: Sequence[str]) -> Reading:
    """A reading of some of the practice articles."""
    whole = read(f"{PRACTICE}/{files[0]}" if len(files) == 1 else PRACTICE)
    own = whole.articles[whole.articles["file"].isin(files)]["article_id"]
    tables = {name: one for name, one in whole.tables().items() if "article_id" in one}
    return replace(whole, **{name: one[one["article_id"].isin(own)] for name, one in tables.items()})


def _keyed(reading: Reading, about: Any) -> tuple[str, Telling, Telling]:
    """An article that has a key: its id there, as it is read and as it is marked."""
    attribution = next(row for row in key_lines.keys("attribution").values() if row["sha256"] == about.sha256)
    article = attribution["id"]
    notes = key_notes()[article]
    telling = as_read(reading, about.article_id, notes.short)
    return article, telling, as_marked(telling, attribution, key_lines.keys("certainty")[article], notes.unnamed)


def _whys(lesson: Plan, key: Telling, found: Sequence[Difference], notes: KeyNotes) -> list[str]:
    """Why the program errs, for each place of which the plan wants it said, and where it still does."""
    at = f"{key.name}, line" if len(lesson.articles) > 1 else "line"
    return [
        sentence(f"{at} {one.line}, “{one.words}”: {note.text}")
        for note in notes.machine
        for one in found
        if one.words == note.about and (not lesson.whys or one.words in lesson.whys)
    ]
