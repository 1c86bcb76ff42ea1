"""Where the program reads a line otherwise than the key does, in words for a class."""

from __future__ import annotations

from dataclasses import dataclass

from sourcereading.attribution.voices import VOICES, speaker_name
from sourcereading.certainty.labels import TYPES
from sourcereading_evaluation.agreement import same_name
from sourcereading_evaluation.key_lines import Line, Said, Word
from sourcereading_evaluation.matching import meet
from sourcereading_lessons.lines import Telling


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where program and key differ: the line's number, the words, and in a sentence how they differ."""

    line: int
    words: str
    how: str


def differences(key: Telling, read: Telling, article: str) -> list[Difference]:
    """Every difference, in the order of the text; a difference on a speaker or a name is given at its first line only.
    By the id of the article in the key other forms of a name are known."""
    found: list[Difference] = []
    for marked, own in zip(key.lines, read.lines, strict=True):
        found += [*_speakers(marked, own, article), *_words(marked, own)]
    once = {(one.words, one.how): one for one in reversed(found)}
    return sorted(once.values(), key=lambda one: one.line)


def _speakers(key: Line, read: Line, article: str) -> list[Difference]:
    found, left = [], list(read.said)
    for one in key.said:
        # Of one statement are those whose words touch, both said through somebody or neither.
        other = next((other for other in left if meet(one, other) and bool(one.through) == bool(other.through)), None)
        if other is None:
            found.append((one.speaker, f"the program does not find the words of {speaker_name(one.speaker)}"))
            continue
        left.remove(other)
        found += [(one.speaker, how) for how in _one_statement(one, other, article)]
    found += [(one.speaker, f"only the program reads words of {speaker_name(one.speaker)} here") for one in left]
    return [Difference(key.number, words, how) for words, how in found]


def _one_statement(one: Said, other: Said, article: str) -> list[str]:
    """How two readings of one statement differ."""
    key, read = speaker_name(one.speaker), speaker_name(other.speaker)
    if not same_name(one.speaker, other.speaker, article):
        return [f"speaker: {key} in the key, {read} by the program"]
    found = []
    if one.voice != other.voice:
        found.append(f"{key}: {VOICES[one.voice]} in the key, {VOICES[other.voice]} by the program")
    if one.named != other.named:
        sides = ("named", "not named") if one.named else ("not named", "named")
        found.append(f"{key}: {sides[0]} in the key, {sides[1]} by the program")
    return found


def _words(key: Line, read: Line) -> list[Difference]:
    found = []
    for one in key.words:
        met = [other for other in read.words if meet(one, other)]
        if not met:
            found.append((one, f"the program misses “{_plain(one)}” ({TYPES[one.type]} in the key)"))
        elif all(other.type != one.type for other in met):
            how = f"“{_plain(one)}”: {TYPES[one.type]} in the key, {TYPES[met[0].type]} by the program"
            found.append((one, how))
    for other in read.words:
        if not any(meet(one, other) for one in key.words):
            found.append((other, f"only the program marks “{_plain(other)}” ({TYPES[other.type]})"))
    return [Difference(key.number, word.text, how) for word, how in found]


def _plain(word: Word) -> str:
    return " ".join(word.text.split())
