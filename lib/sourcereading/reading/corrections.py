"""What readers of the reading correct: ``corrections.csv`` and ``people.csv`` beside the articles.

A correction quotes the words it is about, says what is to change, who says so and why. It is data, parsed here once;
``apply_corrections`` applies it to each article it is about. Nothing is dropped: a row that cannot be applied is named
with its file, line and remedy.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import combinations

import pandas as pd

from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, VOICES, WRITER, WRITERS, speaker_name
from sourcereading.certainty.labels import TYPES
from sourcereading.certainty.marks import DIRECTIONS
from sourcereading.reading.schema import SCHEMAS, Cells, table
from sourcereading.reading.wording import count, listing, short, verb
from sourcereading.text.companions import COLUMNS, PEOPLE, PEOPLE_COLUMNS, Companion
from sourcereading.text.decoding import Refused
from sourcereading.text.table_files import Row, file_key, line_of, other_columns
from sourcereading.text.typed_tables import plain as key_of

OF_STATEMENTS = ("speaker", "voice", "denied", "add statement", "remove statement")
OF_MARKS = ("add mark", "retype mark", "remove mark")
OF_ISSUES = ("add issue", "change issue", "remove issue")
CHANGES = (*OF_STATEMENTS, *OF_MARKS, *OF_ISSUES)
"""What a correction can change."""
NAME = "name"
"""What a row of ``people.csv`` changes."""

_KEEPS = frozenset(("speaker", "voice", "denied", "retype mark", "change issue"))
"""Changes to what the reading has: without a value they change nothing, so that a first file can be filled in row by
row."""
_ADDS = {"add statement": "its speaker", "add mark": "the type of the mark", "add issue": "the issue"}
_VOICES = {voice: voice for voice in VOICES} | {name: voice for voice, name in VOICES.items()}
_VOICES |= dict.fromkeys((WRITER, speaker_name(WRITER)), WRITERS)
_DENIED = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}
_TYPES = {kind.replace("_", " "): kind for kind in DIRECTIONS} | {name: kind for kind, name in TYPES.items()}

_OWN_NAME = re.compile(r"\w[\w -]*")
_EARLIER_ID = re.compile(r".+-[0-9a-f]{8}")
_MARKS = "\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of ``corrections.csv``. ``scope`` is the folder the file is in, "" for the one that was read; ``fault``
    says why the row cannot be used, "" where it can."""

    file: str
    line: int
    scope: str = ""
    article: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    change: str = ""
    value: str = ""
    by: str = ""
    why: str = ""
    fault: str = ""

    @property
    def note(self) -> str:
        """Who corrected what, and why: "Ana Ruiz: the month (remove mark)"."""
        return f"{self.by or 'unsigned'}: {self.why or 'no reason given'} ({self.change})"

    @property
    def words(self) -> str:
        """The quotation for use in a sentence, with the words before and after it."""
        around = [("after", self.prefix), ("before", self.suffix)]
        places = "".join(f" {side} “{words}”" for side, words in around if words)
        return f"“{self.quote.strip(_MARKS)}”{places}"


@dataclass(frozen=True, slots=True)
class Person:
    """A row of ``people.csv``: one person, under any name in an article. Without ``articles``: in all of them. ``own``
    has the cells of the analyst's own columns, each with the column's name."""

    file: str
    line: int
    scope: str
    name: str
    aliases: tuple[str, ...]
    role: str
    articles: tuple[str, ...]
    own: tuple[tuple[str, str], ...] = ()

    def names(self) -> dict[str, str]:
        """The name and the aliases as they are compared, each as it is written."""
        return {key_of(name): name for name in (self.name, *self.aliases)}


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that readers have corrected: plain data, to be handed to ``analyse``."""

    rows: tuple[Correction, ...] = ()
    people: tuple[Person, ...] = ()

    @property
    def own_columns(self) -> tuple[str, ...]:
        """The analyst's own columns of ``people.csv``, in order."""
        return tuple(dict.fromkeys(column for person in self.people for column, _ in person.own))

    def __add__(self, other: Corrections) -> Corrections:
        return Corrections(self.rows + other.rows, self.people + other.people)


NONE = Corrections()


def joined_notes(*notes: str) -> str:
    """The notes of all corrections of a row, each once."""
    return "; ".join(dict.fromkeys(filter(None, notes)))


def is_about(article: Mapping[str, str], name: str, scope: str) -> bool:
    """Whether an article is meant by its id, its file, or its file's name with or without the ending; "" means all
    those of the folder ``scope``. An id with the first eight of its digits, as earlier versions wrote it, counts."""
    file = file_key(article["file"])
    if scope and not file.startswith(f"{scope}/"):
        return False
    last = posixpath.basename(file)
    known = (file, file.removeprefix(f"{scope}/"), last, posixpath.splitext(last)[0])
    if not name or name == article["article_id"] or file_key(name) in known:
        return True
    earlier = article["article_id"][:-4]
    return name == earlier and _EARLIER_ID.fullmatch(name) is not None


def parsed(companions: Iterable[Companion]) -> tuple[Corrections, list[tuple[str, str, str]]]:
    """What the files of corrections say, and rows of ``problems`` about those that cannot be used."""
    corrections = NONE
    problems: list[tuple[str, str, str]] = []
    for file in companions:
        if file.kind == PEOPLE:
            people, warnings = _people(file.rows, file.file, file.scope)
            corrections += Corrections(people=people)
            problems.extend((file.file, "warned", warning) for warning in warnings)
        else:
            rows = _corrections(file.rows, file.file, file.scope, file.others)
            corrections += Corrections(rows=tuple(rows))
    return corrections, problems


# -- corrections.csv -------------------------------------------------------------------------------------------


def _corrections(
    rows: Iterable[Row | Refused], label: str, scope: str, others: Collection[str]
) -> Iterable[Correction]:
    for row in rows:
        if isinstance(row, Refused):
            line, _, reason = str(row).removeprefix("line ").partition(": ")
            yield Correction(label, int(line), scope, fault=reason)
            continue
        cells = {name: _cell(row.get(name, "")) for name in COLUMNS if name != "now"}
        cells["change"] = " ".join(cells["change"].lower().replace("_", " ").replace("-", " ").split())
        if not any(cells.values()) or (not cells["value"] and cells["change"] in _KEEPS):
            continue
        if cells["article"] and file_key(cells["article"]) in others:
            continue
        yield _checked(Correction(label, line_of(row), scope, **cells))


def _cell(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    text = text.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@＝＋－＠") else text


def _checked(row: Correction) -> Correction:
    """The correction with its value as the tables have it, or with what is wrong with it."""
    if row.change not in CHANGES:
        said = f"change {row.change!r} is unknown" if row.change else "change is empty"
        return replace(row, fault=f"{said}; write one of {', '.join(CHANGES)}")
    if not row.quote:
        return replace(row, fault="quote is empty; copy the words from the article")
    if row.change in _ADDS and not row.value:
        return replace(row, fault=f"value is empty; write {_ADDS[row.change]}")
    if row.change == "voice":
        return _one_of(row, _VOICES, (DIRECT, INDIRECT, MIXED, WRITERS))
    if row.change == "denied":
        return _one_of(row, _DENIED, ("yes", "no"))
    if row.change in ("add mark", "retype mark"):
        return _one_of(row, _TYPES, DIRECTIONS)
    return row


def _one_of(row: Correction, known: Mapping[str, str], listed: Iterable[str]) -> Correction:
    value = known.get(row.value.lower().replace("_", " "))
    if value is None:
        return replace(row, fault=f"value {row.value!r} is unknown; write one of {', '.join(listed)}")
    return replace(row, value=value)


def settled(
    corrections: Corrections,
    changes: pd.DataFrame,
    speakers: pd.DataFrame,
    articles: Sequence[Mapping[str, str]],
) -> tuple[pd.DataFrame, Sequence[Cells]]:
    """Which corrections are applied: the table ``changes`` with those, too, that fit no article; and rows of
    ``problems`` about all that are not applied."""
    rows = list(changes.itertuples(index=False, name=None))
    placed = set(zip(changes["file"], changes["line"], strict=True))
    for row in corrections.rows:
        if (row.file, row.line) not in placed:
            about = (row.change, row.quote, -1, -1, row.value, row.by, row.why)
            rows.append(("", row.file, row.line, *about, False, _why_nowhere(row, articles)))
    changes = table("changes", rows)
    problems = [
        (f"{row.file}, line {row.line}", "warned", f"not applied: {row.reason}")
        for row in changes[~changes["applied"]].itertuples()
    ]
    if corrections.people:
        texts = key_of("\n".join(article.get("text", "") for article in articles))
        problems += _silent(corrections.people, set(speakers["speaker"]), texts)
    return changes, problems


def _why_nowhere(row: Correction, articles: Sequence[Mapping[str, str]]) -> str:
    if row.fault:
        return row.fault
    if not any(is_about(article, row.article, row.scope) for article in articles):
        return f"no article here is named {row.article!r}; write its file, or leave article empty for all"
    return f"no article has the words {row.words}; copy them again, or delete the row"


# -- people.csv ------------------------------------------------------------------------------------------------


def _people(rows: Sequence[Row | Refused], label: str, scope: str) -> tuple[tuple[Person, ...], list[str]]:
    people: list[Person] = []
    warnings: list[str] = []
    own = _own_columns(rows, warnings)
    for row in rows:
        if isinstance(row, Refused):
            warnings.append(f"{row}; the row is not used")
            continue
        cells = {name: _cell(row.get(name, "")) for name in PEOPLE_COLUMNS}
        if not any(cells.values()):
            continue
        if not cells["name"]:
            warnings.append(f"line {line_of(row)}: name is empty; fill it or delete the row")
            continue
        parts = {
            name: tuple(part.strip() for part in cells[name].split(";") if part.strip())
            for name in ("aliases", "article")
        }
        people.append(
            Person(
                label, line_of(row), scope, cells["name"], parts["aliases"], cells["role"], parts["article"],
                tuple((name, _cell(row.get(name, ""))) for name in own),
            )
        )  # fmt: skip
    return _without_shared_names(people, warnings)


def _own_columns(rows: Sequence[Row | Refused], warnings: list[str]) -> tuple[str, ...]:
    """The analyst's own columns; a warning for a name that cannot be one."""
    found = []
    first: Row = next((row for row in rows if not isinstance(row, Refused)), {})
    for name in other_columns(first, PEOPLE_COLUMNS):
        near = get_close_matches(name, PEOPLE_COLUMNS, n=1, cutoff=0.8)
        if near:
            warnings.append(f"line 1: unknown column {name!r}, not used; rename it to {near[0]}, or to another name")
        elif name in SCHEMAS["speakers"] or not _OWN_NAME.fullmatch(name):
            warnings.append(
                f"line 1: a column of your own cannot be called {name!r}, and is not used; use a name of letters, "
                f"digits and blanks that is none of {', '.join(sorted(SCHEMAS['speakers']))}"
            )
        else:
            found.append(name)
    return tuple(found)


def _without_shared_names(people: list[Person], warnings: list[str]) -> tuple[tuple[Person, ...], list[str]]:
    """The people without the names that two of them have in the same article."""
    shared: dict[int, set[str]] = {}
    by_name: dict[str, list[Person]] = {}
    for person in people:
        for key in person.names():
            by_name.setdefault(key, []).append(person)
    for key, holders in by_name.items():
        for one, other in combinations(holders, 2):
            apart = bool(one.articles) != bool(other.articles)
            apart |= bool(one.articles and other.articles) and not {*one.articles} & {*other.articles}
            if apart or key_of(one.name) == key_of(other.name):
                continue
            shared.setdefault(one.line, set()).add(key)
            shared.setdefault(other.line, set()).add(key)
            warnings.append(
                f"line {other.line}: “{other.names()[key]}” is a name of {one.name} (line {one.line}) and of "
                f"{other.name}, and is used for neither; fill in the column article for both, or delete it in one row"
            )
    kept = []
    for person in people:
        lost = shared.get(person.line, set())
        kept.append(replace(person, aliases=tuple(name for name in person.aliases if key_of(name) not in lost)))
    return tuple(kept), warnings


def _silent(people: Iterable[Person], speakers: Collection[str], texts: str) -> list[tuple[str, str, str]]:
    """Rows of ``problems``: for each file, the people who speak in no article, and the other names of those who do that
    no text has, where the texts are known."""
    absent: dict[str, list[str]] = {}
    unused: dict[str, list[str]] = {}
    for person in people:
        if person.name not in speakers:
            absent.setdefault(person.file, []).append(f"{person.name} (line {person.line})")
        elif texts and (names := [f"“{name}”" for name in person.aliases if key_of(name) not in texts]):
            unused.setdefault(person.file, []).append(f"{listing(names)} (line {person.line})")
    told = ((absent, "these people speak in no article here"), (unused, "no article here has these names"))
    return [
        (file, "warned", f"no effect: {what}: {listing(names, most=6)}; check the spelling")
        for found, what in told
        for file, names in found.items()
    ]


def corrected_by(changes: pd.DataFrame) -> str:
    """How many corrections by readers are applied, by whom, and how many are not; "" where there are none.

    >>> corrected_by(reading.changes)  # doctest: +SKIP
    '3 corrections by readers are applied (Ana Ruiz 2, unsigned 1), 1 is not: the table of problems says why.'
    """
    named = changes["change"] == "name"
    applied, left = changes[changes["applied"] & ~named], int((~changes["applied"]).sum())
    text = ""
    if len(applied):
        signed = Counter(name or "unsigned" for name in applied["by"])
        who = listing([f"{short(name, 40)} {number}" for name, number in signed.most_common()], most=6)
        text = f"{count(len(applied), 'correction')} by readers {verb(len(applied), 'is', 'are')} applied ({who})"
    if left and text:
        text += f", {left} {verb(left, 'is', 'are')} not"
    elif left:
        text = f"{count(left, 'correction')} by readers {verb(left, 'is', 'are')} not applied"
    text += ": the table of problems says why." if left else "." if text else ""
    if names := int((changes["applied"] & named).sum()):
        text += f"{' ' if text else ''}{count(names, 'speaker')} {verb(names, 'is', 'are')} named as in people.csv."
    return text
