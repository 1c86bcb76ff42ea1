"""The turns of an interview or a transcript: which paragraphs somebody speaks, with a label before them or without.

Without labels, questions to somebody that alternate with answers in the first person are an interview. An essay with
questions of its own, a list of questions or answers without an "I" are none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from sourcereading.text.sentences import HEADING, TEXT, Sentence
from sourcereading.text.turn_labels import (
    ABOUT,
    ANSWER,
    CLIP,
    FIRST_PERSON,
    INTERVIEW,
    QUESTION,
    SECOND_PERSON,
    Label,
    directions,
    is_note,
    is_question,
    is_talk,
    label_terms,
    turn_labels,
    words_of,
)

_LONGEST_ANSWER = 15
"""Paragraphs of an answer without a label; longer ones are an essay's."""
_SHORT_ANSWER = 4
"""Paragraphs of an answer where there are only two."""
_I = frozenset(("i", "my", "me"))
_OWN = FIRST_PERSON - {"me", "us"}
"""In a question these words are of one who asks about themselves."""
_NOTE_LABEL = 30
"""Characters at the start of a paragraph in which the label of a note ends."""


class Paragraph(NamedTuple):
    """A paragraph: its span, the number of its first sentence and that sentence's kind."""

    start: int
    end: int
    sentence: int
    kind: str


class Turn(NamedTuple):
    """A turn: where its words begin, its label if it has one, and who speaks: the label that names the speaker, which
    may be an earlier one, or QUESTION or ANSWER; "" where it is not known."""

    start: int
    label: Label | None
    speaker: Label | str


@dataclass
class Turns:
    """The turns of a text: those that begin with a paragraph, and the paragraphs that go on with the turn before, both
    by the number of the paragraph."""

    opens: dict[int, Turn] = field(default_factory=dict)
    goes_on: set[int] = field(default_factory=set)


def paragraphs_of(sentences: Sequence[Sentence]) -> list[Paragraph]:
    """The paragraphs of an article."""
    found: list[Paragraph] = []
    for number, sentence in enumerate(sentences):
        if number == 0 or sentences[number - 1].paragraph != sentence.paragraph:
            found.append(Paragraph(sentence.start, sentence.end, number, sentence.kind))
        else:
            found[-1] = found[-1]._replace(end=sentence.end)
    return found


def turns_of(text: str, paragraphs: Sequence[Paragraph], tells: Callable[[int], bool]) -> Turns:
    """The turns of a text; none where it is neither an interview nor a transcript. ``tells`` says whether a paragraph
    reports quoted words, as a narrator does."""
    labels = turn_labels(text, [(paragraph.start, paragraph.end) for paragraph in paragraphs])
    article = _Article(text, paragraphs, tells)
    return article.labelled(labels) if labels else article.unlabelled()


def presents_interview(words: str) -> bool:
    """Whether a text says that somebody was interviewed."""
    lower = f" {' '.join(words.lower().split())} "
    return any(f" {term} " in lower or f" {term}, " in lower for term in label_terms(INTERVIEW))


class _Article:
    """The paragraphs of an article and what they say of who speaks."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], tells: Callable[[int], bool]):
        self.paragraphs = paragraphs
        self.texts = [text[paragraph.start : paragraph.end] for paragraph in paragraphs]
        self.tells = tells
        self.names: set[str] = set()  # last words of the names in labels

    def labelled(self, labels: Mapping[int, Label]) -> Turns:
        """The turns of a text with labels. Where questions or answers have none, the one who has asked before asks, and
        the other one answers."""
        found = Turns()
        keys = {n: self._key(n, label) for n, label in labels.items()}
        self.names = set(keys.values())
        asking = {n for n in labels if labels[n].kind == QUESTION or is_question(self._said(n, labels[n]))}
        questions = self._bare_questions(labels, asking)
        askers = {keys[n]: _who(labels[n]) for n in asking}
        others = {keys[n]: _who(labels[n]) for n in labels if keys[n] not in askers}
        asker = _only(askers.values(), QUESTION)
        answerer = _only(others.values(), "") if others else ANSWER
        without_label = bool(questions) or (not others and len(askers) == 1)  # some answers have no label
        first, last = min(labels), max(labels)
        turn: Turn | None = None
        asked = False  # in the turn before
        for n in range(first - (first - 1 in questions), len(self.texts)):
            if n in labels:
                turn = found.opens[n] = Turn(labels[n].end, labels[n], _who(labels[n]))
                asked = n in asking
            elif n in questions:
                turn, asked = Turn(self.paragraphs[n].start, None, asker), True
                found.opens[n] = turn
            elif self._is_apart(n):
                turn = None if self._breaks(n) else turn
            elif turn is None or not self._goes_on(n, last, asked or turn.start >= self.paragraphs[n - 1].end):
                turn = None
            elif asked and without_label and turn.start < self.paragraphs[n - 1].end:
                turn, asked = Turn(self.paragraphs[n].start, None, answerer), False
                found.opens[n] = turn
            else:
                found.goes_on.add(n)
        return found

    def _bare_questions(self, labels: Mapping[int, Label], asking: Collection[int]) -> set[int]:
        """The questions that have no label in a text with labels: all behind the last label, or one before each answer;
        a few among many turns are their speaker's own."""
        first, last = min(labels), max(labels)
        empty = {n for n, label in labels.items() if label.end >= self.paragraphs[n].end}
        behind = range(max(0, first - 1), len(self.texts))
        bare = [n for n in behind if n not in labels and n - 1 not in empty and self._asks(n)]
        if not asking:
            return set(bare) if len(bare) > 1 and all(n + 1 in labels for n in bare) else set()
        to_somebody = any(self._has(n, SECOND_PERSON) for n in bare)
        return set(bare) if len(bare) >= len(asking) and bare[0] > last and to_somebody else set()

    def unlabelled(self) -> Turns:
        """The turns of an interview without labels."""
        questions = [n for n in range(len(self.texts)) if self._asks(n)]
        if sum(self._is_bold(n) for n in questions) > 1:
            questions = [n for n in range(len(self.texts)) if self._is_bold(n)]
        while questions and not self._has(questions[0], SECOND_PERSON):
            questions.pop(0)  # the introduction may have one
        answers = list(self._answers(questions))
        if not self._is_interview(questions, answers):
            return Turns()
        found = Turns()
        for n in questions:
            found.opens[n] = Turn(self.paragraphs[n].start, None, QUESTION)
        for first, *more in answers:
            found.opens[first] = Turn(self.paragraphs[first].start, None, ANSWER)
            found.goes_on.update(more)
        return found

    def _answers(self, questions: Sequence[int]) -> Iterator[list[int]]:
        """The paragraphs of the answer to each question that has one."""
        for question, following in pairwise([*questions, len(self.texts)]):
            answer = [n for n in range(question + 1, following) if not self._is_apart(n) and not self._is_aside(n)]
            if following == len(self.texts):  # the interview may be over
                end = next((at for at, n in enumerate(answer) if at and not self._goes_on(n, -1, False)), len(answer))
                answer = answer[:end]
            if answer:
                yield answer

    def _is_interview(self, questions: Sequence[int], answers: Sequence[Sequence[int]]) -> bool:
        if len(answers) < 2 or max(map(len, answers)) > _LONGEST_ANSWER or len(questions) > 2 * len(answers):
            return False
        before = " ".join(self.texts[: questions[0]])
        if not presents_interview(before) and not words_of(before).isdisjoint(FIRST_PERSON):
            return False  # the writer's own story
        to_somebody = sum(self._has(n, SECOND_PERSON) for n in questions)
        own = sum(self._has(n, _OWN) for n in questions)
        in_person = sum(any(self._has(n, FIRST_PERSON) for n in answer) for answer in answers)
        singular = any(self._has(n, _I) for answer in answers for n in answer)
        if any(self._told(n) for answer in answers for n in answer) or not singular or 2 * in_person < len(answers):
            return False
        if len(answers) == 2:
            return to_somebody == len(questions) and not own and max(map(len, answers)) <= _SHORT_ANSWER
        return 2 * to_somebody >= len(questions) >= 2 * own

    def _said(self, n: int, label: Label) -> str:
        """The words behind a label, in its paragraph or the next."""
        said = self.texts[n][label.end - self.paragraphs[n].start :]
        return said or "".join(self.texts[n + 1 : n + 2])

    def _asks(self, n: int) -> bool:
        return self.paragraphs[n].kind in (TEXT, HEADING) and is_question(self.texts[n])

    def _has(self, n: int, words: frozenset[str] | set[str]) -> bool:
        return not words_of(self.texts[n]).isdisjoint(words)

    def _is_apart(self, n: int) -> bool:
        """Whether a paragraph is nobody's turn: a heading, a caption, a stage direction."""
        return self.paragraphs[n].kind is not TEXT or self._is_direction(n)

    def _is_direction(self, n: int) -> bool:
        bare = self.texts[n].strip("\"“”*_. ")
        return directions(bare, 0, len(bare)) == [(0, len(bare))]

    def _breaks(self, n: int) -> bool:
        """Whether a stage direction stands between what is said live and a clip."""
        return self._is_direction(n) and not words_of(self.texts[n]).isdisjoint(label_terms(CLIP))

    def _told(self, n: int) -> bool:
        """Whether a paragraph is a narrator's: it reports quoted words, and has no "I" outside them."""
        return self.tells(n) and not self._has(n, FIRST_PERSON)

    def _is_bold(self, n: int) -> bool:
        """Whether a paragraph is a sentence in bold print, in Markdown."""
        text = self.texts[n]
        return text.startswith("**") and text.endswith("**") and text.strip("*_ ")[-1:] in tuple(".?!")

    def _is_aside(self, n: int) -> bool:
        """Whether a paragraph is a note, or tells of the text: "This interview has been edited for length"."""
        text = self.texts[n]
        label, colon, _ = text[:_NOTE_LABEL].partition(":")
        note = colon and label.strip() and is_note(label.lower())
        return bool(note) or any(term in text.lower() for term in label_terms(ABOUT))

    def _names_speaker(self, n: int) -> bool:
        """Whether a paragraph is about one of those who have labels, and neither by them nor to them."""
        words = words_of(self.texts[n])
        return not words.isdisjoint(self.names) and words.isdisjoint(FIRST_PERSON | SECOND_PERSON)

    def _goes_on(self, n: int, last: int, awaited: bool) -> bool:
        """Whether a paragraph goes on with the turns before it: all that stands between two labels and all behind a
        question or a label without words, but nothing that a narrator tells, and no note about the text."""
        if self._told(n) or self._is_aside(n) or self._names_speaker(n):
            return False
        return awaited or n < last or is_talk(self.texts[n])

    def _key(self, n: int, label: Label) -> str:
        """What the short and the long form of a label have in common."""
        if label.kind in (QUESTION, ANSWER):
            return label.kind
        first, last = (at - self.paragraphs[n].start for at in label.name)
        return self.texts[n][first:last].split()[-1].lower()


def _who(label: Label) -> Label | str:
    """Who speaks behind a label."""
    return label.kind if label.kind in (QUESTION, ANSWER) else label


def _only(speakers: Collection[Label | str], else_: str) -> Label | str:
    return next(iter(speakers)) if len(speakers) == 1 else else_
