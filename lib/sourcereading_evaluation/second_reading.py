"""Where a second reader of a text differs from its key, and how far the two agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sourcereading.attribution.voices import UNATTRIBUTED, VOICES, WRITER, WRITERS, speaker_name
from sourcereading.reading.wording import count, short
from sourcereading_evaluation.agreement import same_name
from sourcereading_evaluation.alpha import Alpha, alpha
from sourcereading_evaluation.key_lines import Line, Speech, key_lines, speech_in
from sourcereading_evaluation.key_sheet import Marked, Sheet
from sourcereading_evaluation.matching import meet, plain

WHO, VOICE, SURE = "who speaks", "in whose words", "does it say how sure"
QUESTIONS = (WHO, VOICE, SURE)
_NOBODY = "nobody else"
_WORDS, _NO_WORDS = "has words that say how sure", "has none"


@dataclass(frozen=True, slots=True)
class Differing:
    """A place where key and reader differ: the line, the question, what each has, and the words of the line."""

    line: int
    question: str
    key: str
    reader: str
    words: str


@dataclass(slots=True)
class Compared:
    """What a comparison found: where they differ, and for each question the pairs of answers, key and reader."""

    differing: list[Differing] = field(default_factory=list)
    answers: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: {name: [] for name in QUESTIONS})


def compare(sheet: Sheet) -> Compared:
    """A reader's marks beside the key of the article; lines that were not read are left out."""
    found = Compared()
    for line in key_lines(sheet.article):
        if line.number in sheet.lines:
            _who(line, sheet.lines[line.number], sheet.article, found)
            _sure(line, sheet.lines[line.number], found)
    return found


def agreement(answers: Sequence[tuple[str, str]]) -> Alpha:
    """Krippendorff's alpha of pairs of answers."""
    return alpha(Counter(pair) for pair in answers)


def _who(line: Line, marked: Marked, article: str, found: Compared) -> None:
    for key, reader in _paired(speech_in(line, article), marked.speech, article):
        name = key.speaker if key else _NOBODY
        other = _NOBODY if not reader else name if key and _same(key, reader, article) else reader.speaker
        found.answers[WHO].append((name, other))
        if name != other:
            found.differing.append(_differing(line, WHO, speaker_name(name), speaker_name(other)))
        if key and reader:
            found.answers[VOICE].append((key.voice, reader.voice))
            if key.voice != reader.voice and WRITERS not in (key.voice, reader.voice):
                names = (f"{VOICES[one.voice]} ({speaker_name(one.speaker)})" for one in (key, reader))
                found.differing.append(_differing(line, VOICE, *names))


def _paired(
    key: Sequence[Speech], reader: Sequence[Speech], article: str
) -> Iterator[tuple[Speech | None, Speech | None]]:
    """Who speaks in a line by the key with who does by the reader: the same people first, then in the order given."""
    left = list(reader)
    met: dict[int, Speech] = {}
    for alike in (_equal, _same):
        for number, one in enumerate(key):
            other = next((other for other in left if number not in met and alike(one, other, article)), None)
            if other is not None:
                met[number] = other
                left.remove(other)
    for number, one in enumerate(key):
        yield one, met[number] if number in met else left.pop(0) if left else None
    for other in left:
        yield None, other


def _equal(one: Speech, other: Speech, _: str) -> bool:
    return plain(one.speaker) == plain(other.speaker)


def _same(one: Speech, other: Speech, article: str) -> bool:
    """Whether two are one speaker; the writer and an unknown speaker are nobody else."""
    special = {one.speaker, other.speaker} & {UNATTRIBUTED, WRITER}
    return one.speaker == other.speaker if special else same_name(one.speaker, other.speaker, article)


def _sure(line: Line, marked: Marked, found: Compared) -> None:
    key, reader = (_WORDS if side else _NO_WORDS for side in (line.words, marked.sure))
    found.answers[SURE].append((key, reader))
    missed = [one for one in line.words if not any(meet(one, other) for other in marked.sure)]
    more = [one for one in marked.sure if not any(meet(one, other) for other in line.words)]
    for one in missed:
        named = f"“{one.text}”" + (", borderline" if one.open else "")
        found.differing.append(_differing(line, SURE, named, "not marked"))
    found.differing += [_differing(line, SURE, "not marked", f"“{one.text}”") for one in more]


def _differing(line: Line, question: str, key: str, reader: str) -> Differing:
    return Differing(line.number, question, key, reader, short(" ".join(line.text.split()), 70))


def report(sheets: Sequence[Sheet]) -> Iterator[str]:
    """What ``sourcereading key`` prints: for each sheet where it differs from the key, then alpha for each question."""
    every: dict[str, list[tuple[str, str]]] = {name: [] for name in QUESTIONS}
    for sheet in sheets:
        found = compare(sheet)
        for name in QUESTIONS:
            every[name] += found.answers[name]
        yield from _of_sheet(sheet, found)
        yield ""
    yield f"How far they agree ({count(len(sheets), 'sheet')}), as Krippendorff's alpha: 1 is always, 0 as by chance."
    yield "In brackets: where alpha is in 95 of 100 samples of as many places. With few places that is a wide range."
    for name in QUESTIONS:
        yield f"  {name + ':':22}{_in_words(agreement(every[name]), every[name])}"


def _of_sheet(sheet: Sheet, found: Compared) -> Iterator[str]:
    lines = len(key_lines(sheet.article))
    where = {one.line for one in found.differing}
    who = f"{sheet.reader} ({sheet.day}), who read {len(sheet.lines)} of {count(lines, 'line')}"
    yield f"{sheet.article}: the key beside {who}"
    yield f"They differ in {count(len(where), 'line')}." if where else "They do not differ."
    line = 0
    for one in sorted(found.differing, key=lambda one: one.line):
        if one.line != line:
            yield f"  line {one.line}: {one.words}"
        line = one.line
        yield f"    {one.question} · key: {one.key} · {sheet.reader}: {one.reader}"


def _in_words(found: Alpha, answers: Sequence[tuple[str, str]]) -> str:
    same = sum(key == reader for key, reader in answers)
    places = f"the same in {same} of {count(len(answers), 'place')}"
    if found.value != found.value:
        return f"cannot be told, there is only one answer; {places}"
    interval = f" ({found.low:.2f} to {found.high:.2f})" if found.low == found.low else ""
    return f"{found.value:.2f}{interval}; {places}"
