"""The lines of a text that has a key, and what its key marks in each: who speaks, in whose words, how sure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, WRITER, WRITERS
from sourcereading.text.paths import ReaderError
from sourcereading.text.sentences import TEXT, sentences
from sourcereading_evaluation import gold_files
from sourcereading_evaluation.matching import Row, quoted, touch


@dataclass(frozen=True, slots=True)
class Speech:
    """Who speaks in a line, and in whose words (a voice)."""

    speaker: str
    voice: str


WRITER_ALONE = Speech(WRITER, WRITERS)


@dataclass(frozen=True, slots=True)
class Sure:
    """Words that say how sure, by their place; ``open`` where another careful reader could decide otherwise."""

    start: int
    end: int
    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A sentence of the text, by its number, and what is marked in it."""

    number: int
    start: int
    end: int
    text: str
    speech: tuple[Speech, ...]
    sure: tuple[Sure, ...]


@cache
def articles() -> tuple[str, ...]:
    """The articles that have a key, by their ids."""
    return tuple(_keys("attribution"))


def text_of(article: str) -> Row:
    """The row of an article in the key of who says what, with its text and title.

    Raises
    ------
    ReaderError : it has no key.
    """
    if article not in articles():
        raise ReaderError(f"no key is called {article!r}; there are {', '.join(articles())}")
    return _keys("attribution")[article]


@cache
def key_lines(article: str) -> tuple[KeyLine, ...]:
    """Every sentence of an article's text with what the key has in it; headings and bylines are left out."""
    key, marks = text_of(article), _keys("certainty")[article]["marks"]
    text, inside = key["text"], quoted(key["text"])
    found = []
    body = [one for one in sentences(text, key.get("title", "")) if one.kind is TEXT]
    for number, one in enumerate(body, 1):
        place = (one.start, one.end)
        here = (item for item in key["attributions"] if any(touch(span, place) for span in item["content"]))
        speech = [_speech(text, inside, item, place) for item in here]
        sure = [
            Sure(mark["start"], mark["end"], mark["text"], mark["borderline"])
            for mark in marks
            if one.start <= mark["start"] < one.end
        ]
        said = tuple(dict.fromkeys(speech)) or (WRITER_ALONE,)
        found.append(KeyLine(number, one.start, one.end, text[one.start : one.end], said, tuple(sure)))
    return tuple(found)


@cache
def _keys(name: str) -> dict[str, Row]:
    return {row["id"]: row for row in gold_files.keys(name)}


def _speech(text: str, inside: bytearray, item: dict[str, Any], place: tuple[int, int]) -> Speech:
    """Of what is partly quoted, one line may be quoted, and another one paraphrased."""
    voice = item["kind"]
    if voice == MIXED:
        spans = [(max(start, place[0]), min(end, place[1])) for start, end in item["content"]]
        marks = {inside[at] for start, end in spans for at in range(start, end) if text[at].isalnum()}
        voice = MIXED if len(marks) > 1 else DIRECT if marks == {1} else INDIRECT
    return Speech(item["speaker"], voice)
