"""What an answer on a class sheet means, and what key and program answer to the same question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, UNATTRIBUTED, WRITER, speaker_name
from sourcereading.text.typed_tables import answers, plain
from sourcereading_evaluation.agreement import same_name
from sourcereading_evaluation.key_lines import Line
from sourcereading_evaluation.matching import meet
from sourcereading_lessons.paper import named

WHOSE, QUOTED, SURE, NAMED = "whose", "quoted", "sure", "named"
QUESTIONS = {
    WHOSE: "Whose words are they?",
    QUOTED: "Quoted, paraphrased, or the writer’s own?",
    SURE: "Which words say how sure?",
    NAMED: "Is the speaker named?",
}
"""The questions of a class sheet: the columns of the student's sheet."""
CHOICES = {QUOTED: ("quoted", "paraphrased", "own"), NAMED: ("named", "not named", "nobody")}
"""The questions that have only a few answers."""
NO_ANSWER, NO_WORD, ANY_WORD = "no answer", "no word", "a word"

_VOICES = {DIRECT: ("quoted",), INDIRECT: ("paraphrased",), MIXED: ("quoted", "paraphrased")}
_BETWEEN = re.compile(r"\s*[/+&;|]\s*|\s+and\s+|,\s+(?=\S)")
_BETWEEN_WORDS = re.compile(r"\s*[/+;,|]\s*")
_THROUGH = re.compile(r"\s*[/+;|]\s*|,? (?:through|via) ")
_LONG_ENOUGH = 4
"""Letters of a word from which on a misspelled one is still known."""
_SMALL = frozenset(["a", "an", "the", "of", "mr", "mrs", "ms", "dr", "s's", "'s"])


class NotAnAnswer(ValueError):
    """What stands in a cell is none of the answers that a question has."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a key or the program answers to a question on a line, in one part or several. Where ``whole``, an answer
    must have all parts that are not ``optional`` (words of certainty that another reader need not mark); else one is
    enough."""

    parts: tuple[str, ...]
    optional: frozenset[str] = frozenset()
    whole: bool = False

    def accepts(self, given: Sequence[str]) -> bool:
        """Whether an answer agrees with it."""
        if not self.whole:
            return {*given} <= {*self.parts}
        if given == (ANY_WORD,):
            return self.parts != (NO_WORD,)
        if given == (NO_WORD,):
            return {*self.parts} <= {*self.optional, NO_WORD}
        return {*self.parts} - self.optional <= {*given} <= {*self.parts}

    def same(self, other: Expected) -> bool:
        """Whether another reading answers the same."""
        return self.accepts(other.parts) if self.whole else {*self.parts} == {*other.parts}

    @property
    def shown(self) -> str:
        """The answer in words."""
        return label(self.parts) if self.whole else " or ".join(self.parts)


def expected(question: str, line: Line) -> Expected:
    """What a line, as it is marked or read, answers to a question."""
    if question == SURE:
        words = {plain(word.text): word.open for word in line.words}
        optional = frozenset(word for word, is_open in words.items() if is_open)
        return Expected(tuple(words) or (NO_WORD,), optional, whole=True)
    found: Iterable[str]
    if question == WHOSE:
        found = [speaker_name(name) for name in speakers_of([line])] or [speaker_name(WRITER)]
    elif question == QUOTED:
        found = [part for one in line.said for part in _VOICES[one.voice]] or ["own"]
    else:
        found = ["named" if named(one) == "N" else "not named" for one in line.said] or ["nobody"]
    return Expected(tuple(dict.fromkeys(found)))


def in_words_of(key: Line, read: Line) -> Line:
    """A line as the program reads it, with the key's words of certainty where the two touch: "seems" is "it seems to
    me"."""
    words = []
    for word in read.words:
        met = (one for one in key.words if meet(one, word))
        words.append(replace(word, text=next(met, word).text))
    return replace(read, words=tuple(words))


def label(parts: Iterable[str]) -> str:
    """Several answers as one."""
    return " + ".join(parts)


def answer(question: str, text: str, line: Line, known: Sequence[str], article: str) -> tuple[str, ...]:
    """What somebody has written in answer to a question on a line, perhaps misspelled, as its parts; none where it is
    no answer. A NotAnAnswer where the question has other answers only.

    ``line`` has what both key and program have in it, and ``known`` are the speakers of the text by both; ``article``
    is its id in the keys, "" for none.
    """
    if (whole := answers(question).get(plain(text).rstrip("."))) is not None:
        return () if whole == NO_ANSWER else (whole,)
    if question in CHOICES:
        found = {_choice(question, part) for part in _BETWEEN.split(text) if part}
        return tuple(one for one in CHOICES[question] if one in found)
    parts = (_BETWEEN_WORDS if question == SURE else _THROUGH).split(text)
    if question == SURE:
        found = {_word(part, line) for part in parts if part.strip()}
        order = [plain(word.text) for word in line.words]
    else:
        found = {_speaker(part, line, known, article) for part in parts if part.strip()}
        order = [speaker_name(name) for name in speakers_of([line])]
    places = {name: number for number, name in reversed([*enumerate(order)])}
    return tuple(sorted(found, key=lambda name: (places.get(name, len(order)), name)))


def _choice(question: str, text: str) -> str:
    found = _meant(question, text)
    if found not in CHOICES[question]:
        raise NotAnAnswer(f"{text!r} is not among the answers; write {', '.join(CHOICES[question])}, or leave it empty")
    return found


def _meant(question: str, text: str) -> str:
    """The answer that is written, one slip of the pen allowed; "" where there is none, or where it could be two."""
    known = answers(question)
    near = plain(text).rstrip(".")
    found = {known[near]} if near in known else {of for written, of in known.items() if _alike(near, written)}
    return found.pop() if len(found) == 1 else ""


def _word(text: str, line: Line) -> str:
    """A word of certainty as key and program have it in the line, else as it is written."""
    written = _words(text)
    for word in line.words:
        if _within(written, _words(word.text)) or _within(_words(word.text), written):
            return plain(word.text)
    return " ".join(written) or plain(text)


def _speaker(text: str, line: Line, known: Sequence[str], article: str) -> str:
    """A speaker as key or program call them, else as they are written. What fits several is one of the line's."""
    if plain(text) in answers(WHOSE):
        return answers(WHOSE)[plain(text)]
    written = [word for word in _words(text) if word not in _SMALL]
    people = [name for name in dict.fromkeys((*speakers_of([line]), *known)) if name != UNATTRIBUTED]
    fits = [name for name in people if plain(name) == plain(text)]
    fits = fits or [name for name in people if _is_of(written, name)]
    if article and written and not fits:
        fits = [name for name in people if same_name(name, " ".join(written), article)]
    here = [name for name in speakers_of([line]) if name in fits]
    found = here[:1] or (fits if len(fits) == 1 else [])
    return speaker_name(found[0]) if found else _meant(WHOSE, text) or plain(text)


def _is_of(written: Sequence[str], name: str) -> bool:
    """Whether words can mean a speaker: all are in the name, or the surname is among them."""
    own = [word for word in _words(name) if word not in _SMALL]
    surname = own[-1:] if name.rpartition(" ")[2][:1].isupper() else []
    return _within(written, own) or (bool(surname) and _within(surname, written))


def _within(some: Sequence[str], others: Sequence[str]) -> bool:
    return bool(some) and all(any(_alike(one, other) for other in others) for one in some)


def _alike(one: str, other: str) -> bool:
    """Whether two words are the same, or one has a slip of the pen: a letter more, less or other, or two that have
    changed places. Never short words, in which a letter is all."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG_ENOUGH or abs(len(one) - len(other)) > 1:
        return False
    while one[0] == other[0]:  # neither begins with the whole other one: see above
        one, other = one[1:], other[1:]
        if not (one and other):
            return True
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?%?", plain(text))


def speakers_of(lines: Iterable[Line]) -> list[str]:
    """The speakers of lines, those through whom others speak among them."""
    said = [one for line in lines for one in line.said]
    return list(dict.fromkeys(name for one in said for name in (one.speaker, one.through) if name))


def written_as(read: Mapping[tuple[str, str], int]) -> list[str]:
    """Which spellings were taken for which answer, where their words differ, in words."""
    by_answer: dict[str, list[str]] = {}
    for (text, meant), _ in sorted(read.items(), key=lambda item: (-item[1], item[0])):
        if sorted(_words(text)) != sorted(_words(meant)):
            by_answer.setdefault(meant, []).append(f"“{text}”")
    return [f"{', '.join(texts[:8])}{' …' if len(texts) > 8 else ''} as {meant}" for meant, texts in by_answer.items()]
