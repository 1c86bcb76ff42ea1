"""The plan of a lesson and what lessons add to the keys: data files under ``data/lessons``, read and checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from sourcereading.text.paths import data_path

LESSONS = ("who-says-it", "how-sure", "three-papers")
"""The lessons that come with the project; ``OWN`` is the plan for any other article."""
OWN = "own-articles"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a lesson: from which minute to which, and what is done."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A row of the grid: a claim, and for each telling the words in which it is put there ("": it is not there)."""

    name: str
    cells: dict[str, tuple[str, ...]]
    for_class: bool = False
    notes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Poll:
    """A phrase to be put in percent, and the sentence it stands in."""

    phrase: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A lesson: what it is called, its one question, its articles, and the texts of the teacher's page.

    In a step, ``{poll}`` stands for what readers say of the phrases of the poll. ``whys`` names the places of which the
    teacher's page says why the program errs there; where it is empty, that is all of them. A question or a mistake that
    begins with a word in braces is for articles that have a case of it: see ``text_pages.with_a_case``.
    """

    name: str
    label: str
    title: str
    question: str
    aim: str
    needs: str
    steps: tuple[Step, ...]
    questions: tuple[str, ...]
    mistakes: tuple[str, ...]
    not_to_conclude: str
    articles: tuple[str, ...] = ()
    exit_task: str = ""
    polls: tuple[Poll, ...] = ()
    claims: tuple[Claim, ...] = ()
    whys: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """What the keys call its articles."""
        return tuple(name.removesuffix(".txt") for name in self.articles)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a place of a text: the words it is found by, what it is about, and the remark; ``on`` has the
    questions of a class sheet that it is a remark on, none for all of them."""

    words: str
    about: str
    text: str
    on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyNotes:
    """What a lesson adds to the key of an article: see ``data/lessons/keys.toml``."""

    short: str
    unnamed: tuple[str, ...]
    open: tuple[Note, ...]
    machine: tuple[Note, ...]


@cache
def plan(name: str) -> Plan:
    """The plan of a lesson: one of ``LESSONS``, or ``OWN``. A ValueError names the file that is no TOML, and what it
    lacks or has too much."""
    found = _table(name)
    made = {"steps": Step, "polls": Poll}
    for key, kind in made.items():
        found[key] = tuple(kind(**row) for row in found.get(key, ()))
    found["claims"] = tuple(_claim(row) for row in found.get("claims", ()))
    for key in ("questions", "mistakes", "articles", "whys"):
        found[key] = tuple(found.get(key, ()))
    known = {one.name for one in fields(Plan)}
    try:
        return Plan(name=name, **found)
    except TypeError:
        differ = sorted((known - {"name"}) ^ found.keys())
        raise ValueError(f"data/lessons/{name}.toml: look at {', '.join(differ)}; missing, or not known") from None


def _claim(row: dict[str, Any]) -> Claim:
    cells = {name: tuple(words) for name, words in row.get("words", {}).items()}
    return Claim(row["name"], cells, row.get("for_class", False), row.get("notes", {}))


def pdf_name(name: str) -> str:
    """The file in ``teach/`` that has all pages of a lesson."""
    return f"{plan(name).label}-{name}.pdf"


@cache
def key_notes() -> dict[str, KeyNotes]:
    """The notes by the id that an article has in the keys."""
    return {
        article: KeyNotes(
            row["short"],
            tuple(row["unnamed"]),
            tuple(Note(one["words"], one["words"], one["note"], tuple(one.get("on", ()))) for one in row["open"]),
            tuple(Note(one["words"], one["about"], one["why"]) for one in row.get("machine", ())),
        )
        for article, row in _table("keys").items()
    }


@cache
def second_reading() -> dict[str, Any]:
    """How a second reader marks a text: the texts of the page, as ``data/lessons/second-reading.toml`` has them."""
    return _table("second-reading")


def _table(name: str) -> dict[str, Any]:
    file = data_path("lessons", f"{name}.toml")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"data/lessons/{name}.toml: {error}; correct the file") from None
