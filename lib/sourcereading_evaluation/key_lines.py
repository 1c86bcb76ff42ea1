"""The lines of a text that has a key, and what its key marks in each: who speaks, in whose words, how sure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, WRITER, WRITERS
from sourcereading.text.paths import ReaderError
from sourcereading.text.sentences import TEXT, sentences
from sourcereading_evaluation import gold_files
from sourcereading_evaluation.matching import Row, meet, quoted, touch


@dataclass(frozen=True, slots=True)
class Speech:
    """Who speaks in a line, and in whose words (a voice)."""

    speaker: str
    voice: str


WRITER_ALONE = Speech(WRITER, WRITERS)


@dataclass(frozen=True, slots=True)
class Said:
    """Words of somebody other than the writer: whose (``concluded`` from what stands before), how (a voice), by which
    verb, through whom, and where."""

    speaker: str
    voice: str
    cue: str
    through: str
    named: bool
    start: int
    end: int
    concluded: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A mark of certainty: its words and their place; ``open`` where the key says that another reader could decide
    otherwise; direction and type, which second readers do not give."""

    text: str
    start: int
    end: int
    open: bool = False
    direction: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the text with its number, and what is marked in it."""

    number: int
    paragraph: int
    start: int
    end: int
    text: str
    said: tuple[Said, ...] = ()
    words: tuple[Word, ...] = ()


@cache
def keys(name: str) -> dict[str, Row]:
    """The rows of a key by the ids of their articles."""
    return {row["id"]: row for row in gold_files.keys(name)}


@cache
def articles() -> tuple[str, ...]:
    """The articles that have a key, by their ids."""
    return tuple(keys("attribution"))


def text_of(article: str) -> Row:
    """The row of an article in the key of who says what, with its text and title; a ReaderError where it has no key."""
    if article not in articles():
        raise ReaderError(f"no key is called {article!r}; there are {', '.join(articles())}")
    return keys("attribution")[article]


@cache
def key_lines(article: str) -> tuple[Line, ...]:
    """Every sentence of an article's text with what the key has in it; headings and bylines are left out."""
    key, lines = text_of(article), []
    text, paragraph, end = key["text"], 0, 0
    body = [one for one in sentences(text, key.get("title", "")) if one.kind is TEXT]
    for number, one in enumerate(body, 1):
        paragraph += "\n" in text[end : one.start]
        lines.append(Line(number, paragraph, one.start, end := one.end, text[one.start : one.end]))
    return marked(lines, key, keys("certainty")[article])


def marked(lines: Iterable[Line], attribution: Row, certainty: Row, unnamed: Collection[str] = ()) -> tuple[Line, ...]:
    """Lines of a text with what its rows of the two keys have in them; ``unnamed`` are the speakers of the key whom the
    text does not name."""
    outer = {item["id"]: item["speaker"] for item in attribution["attributions"]}
    said = [
        Said(
            item["speaker"], item["kind"], attribution["text"][slice(*(item["cue"] or (0, 0)))],
            outer.get(item["parent"], ""), item["speaker"] not in unnamed, *span,
        )
        for item in attribution["attributions"]
        for span in item["content"]
    ]  # fmt: skip
    words = [
        Word(mark["text"], mark["start"], mark["end"], mark["borderline"], mark["direction"], mark["type"])
        for mark in certainty["marks"]
    ]
    return tuple(with_marks(line, said, words) for line in lines)


def with_marks(line: Line, said: Sequence[Said], words: Sequence[Word]) -> Line:
    """A line with what is marked in it, in the order of the text; what goes on from the line before is in both."""
    here = sorted((one for one in said if meet(one, line)), key=lambda one: (one.start, -one.end))
    marks = sorted((word for word in words if line.start <= word.start < line.end), key=lambda word: word.start)
    return replace(line, said=tuple(here), words=tuple(marks))


def speech_in(line: Line, article: str) -> tuple[Speech, ...]:
    """Who speaks in a line by the key of its article, each once."""
    place = (line.start, line.end)
    here = (item for item in text_of(article)["attributions"] if any(touch(span, place) for span in item["content"]))
    return tuple(dict.fromkeys(_speech(article, item, place) for item in here)) or (WRITER_ALONE,)


@cache
def _quoted(article: str) -> bytearray:
    return quoted(text_of(article)["text"])


def _speech(article: str, item: Row, place: tuple[int, int]) -> Speech:
    """Of what is partly quoted, one line may be quoted, and another one paraphrased."""
    voice, text, inside = item["kind"], text_of(article)["text"], _quoted(article)
    if voice == MIXED:
        spans = [(max(start, place[0]), min(end, place[1])) for start, end in item["content"]]
        marks = {inside[at] for start, end in spans for at in range(start, end) if text[at].isalnum()}
        voice = MIXED if len(marks) > 1 else DIRECT if marks == {1} else INDIRECT
    return Speech(item["speaker"], voice)
