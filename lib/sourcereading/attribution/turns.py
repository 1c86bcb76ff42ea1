"""The turns of an interview or a transcript: which paragraphs somebody speaks, with a label before them or without.

Without labels, questions to somebody that alternate with answers in the first person are an interview. An essay with
questions of its own, a list of questions or answers without an "I" are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, Protocol

from sourcereading.text.paragraph_kinds import BOLD, HEADING
from sourcereading.text.sentences import TEXT, Sentence
from sourcereading.text.turn_labels import (
    ANSWER,
    BY,
    CLIP,
    EDITED,
    FIRST_PERSON,
    INTERVIEW,
    QUESTION,
    SECOND_PERSON,
    Label,
    directions,
    is_note,
    is_question,
    is_reply,
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
_REMARK_WORDS = 30
"""Words of what an interviewer says that is no question."""
_WORDS = re.compile(r"[\w&'’-]+")
_NOTE_LABEL = 30
"""Characters at the start of a paragraph in which the label of a note ends."""


class Paragraph(NamedTuple):
    """A paragraph: its span, the number of its first sentence, that sentence's kind and whether the page has it in
    bold."""

    start: int
    end: int
    sentence: int
    kind: str
    bold: bool


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
            found.append(Paragraph(sentence.start, sentence.end, number, sentence.kind, sentence.set_off == BOLD))
        else:
            found[-1] = found[-1]._replace(end=sentence.end)
    return found


class Narrator(Protocol):
    """What an article tells beside its turns, by the numbers of its paragraphs."""

    def quotes(self, n: int) -> bool:
        """Whether a paragraph has a reporting clause with quoted words."""

    def reports(self, n: int) -> bool:
        """Whether a paragraph has a reporting clause."""

    def presents(self, numbers: range) -> bool:
        """Whether paragraphs say that an interview follows."""

    def names(self, numbers: range) -> bool:
        """Whether paragraphs, or the title, name somebody."""


def turns_of(text: str, paragraphs: Sequence[Paragraph], narrator: Narrator) -> Turns:
    """The turns of a text; none where it is neither an interview nor a transcript."""
    found = turn_labels(text, [(paragraph.start, paragraph.end) for paragraph in paragraphs])
    labels = {n: label for n, label in found.items() if paragraphs[n].kind == TEXT}  # no title: "Rain: who knows?"
    article = _Article(text, paragraphs, narrator)
    return article.labelled(labels) if labels else article.unlabelled()


def presents_interview(words: str) -> bool:
    """Whether a text says that somebody was interviewed."""
    lower = f" {' '.join(_WORDS.findall(words.lower()))} "
    return any(f" {term} " in lower for term in label_terms(INTERVIEW))


class _Article:
    """The paragraphs of an article and what they say of who speaks."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], narrator: Narrator):
        self.paragraphs = paragraphs
        self.texts = [text[paragraph.start : paragraph.end] for paragraph in paragraphs]
        self.narrator = narrator
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
        by: Label | None = None  # whose the questions are
        asked = False  # in the turn before
        for n in range(first - (first - 1 in questions), len(self.texts)):
            if n in labels and labels[n].kind == BY:
                turn, by = None, labels[n]
            elif n in labels:
                who = by if by and labels[n].kind == QUESTION else _who(labels[n])
                turn, asked = Turn(labels[n].end, labels[n], who), n in asking
                found.opens[n] = turn
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
        """The questions that have no label in a text with labels: one before each answer, or as many as have a label;
        fewer are their speaker's own."""
        empty = {n for n, label in labels.items() if label.end >= self.paragraphs[n].end}
        behind = range(max(0, min(labels) - 1), len(self.texts))
        bare = [n for n in behind if n not in labels and n - 1 not in empty and self._asks(n)]
        if not asking:
            return set(bare) if all(n + 1 in labels for n in bare) else set()
        return set(bare) if len(bare) >= len(asking) else set()

    def unlabelled(self) -> Turns:
        """The turns of an interview without labels."""
        questions = [n for n in range(len(self.texts)) if self._asks(n)]
        bold = [n for n, paragraph in enumerate(self.paragraphs) if paragraph.bold or self._is_bold(n)]
        in_bold = len(set(questions).intersection(bold)) > 1
        questions = bold if in_bold else questions
        shown = bool(questions) and (self.narrator.presents(range(questions[0])) or self._shows(questions[0]))
        while questions and not (in_bold and shown) and not self._has(questions[0], SECOND_PERSON):
            questions.pop(0)  # the introduction may have one
        if not questions:
            return Turns()
        shown = shown or self.narrator.presents(range(questions[0]))
        questions = questions if in_bold else self._with_remarks(questions)
        answers = list(self._answers(questions))
        sure = in_bold and shown
        if not (self._are_exchanges(questions, answers, sure) and (shown or self._is_likely(questions[0], answers))):
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
            answer = [n for n in range(question + 1, following) if not self._is_apart(n)]
            if following == len(self.texts):  # the interview may be over
                end = next((at for at, n in enumerate(answer) if at and not self._goes_on(n, -1, False)), len(answer))
                answer = answer[:end]
            if answer:
                yield answer

    def _are_exchanges(self, questions: Sequence[int], answers: Sequence[Sequence[int]], sure: bool) -> bool:
        """Whether questions, to somebody where they are not surely some, alternate with answers in the first person,
        and no narrator comes between."""
        if len(answers) < 2 or max(map(len, answers)) > _LONGEST_ANSWER:
            return False
        said = [n for answer in answers for n in answer]
        if any(map(self._told, said)) or not any(self._has(n, _I) for n in said):
            return False
        asked = [n for n in questions if self._asks(n)] or questions
        to_somebody, own = (sum(self._has(n, words) for n in asked) for words in (SECOND_PERSON, _OWN))
        in_person = sum(any(self._has(n, FIRST_PERSON) for n in answer) for answer in answers)
        return (sure or 2 * to_somebody >= len(asked)) and len(asked) >= 2 * own and 2 * in_person >= len(answers)

    def _shows(self, first: int) -> bool:
        """Whether a note tells of an interview ("This interview has been edited"), or of laughter behind a question."""
        noted = any(term in text.lower() for text in self.texts for term in label_terms(EDITED))
        return noted or any(directions(text, 0, len(text)) for text in self.texts[first:])

    def _is_likely(self, first: int, answers: Sequence[Sequence[int]]) -> bool:
        """Whether exchanges are an interview where no words say so: somebody is presented before them, by no report and
        not in a story of the writer's own."""
        before = range(first)
        if any(self._has(n, _OWN) or self.narrator.reports(n) for n in before):
            return False
        short = max(map(len, answers)) <= _SHORT_ANSWER
        return (self.narrator.names(before) + short + (len(answers) > 2)) > 1

    def _with_remarks(self, questions: Sequence[int]) -> list[int]:
        """Questions and what an interviewer remarks between two answers ("Your father painted, too.")."""
        between = set(range(questions[0] + 2, len(self.texts) - 1))
        between.difference_update(n + step for n in questions for step in (-1, 0, 1))
        return sorted({*questions, *filter(self._is_remark, between)})

    def _is_remark(self, n: int) -> bool:
        """Whether a paragraph is short, not of who says it, and to somebody or what the next one agrees to or not."""
        text, following = self.texts[n], self.texts[n + 1]
        short = len(text.split()) <= _REMARK_WORDS and not self._is_apart(n)
        return short and not self._has(n, FIRST_PERSON) and (self._has(n, SECOND_PERSON) or is_reply(following))

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
        return not words_of(self.texts[n]).isdisjoint(label_terms(CLIP))

    def _told(self, n: int) -> bool:
        """Whether a paragraph is a narrator's: it reports quoted words, and has no "I" outside them."""
        return self.narrator.quotes(n) and not self._has(n, FIRST_PERSON)

    def _is_bold(self, n: int) -> bool:
        """Whether a paragraph is a sentence in bold print, in Markdown."""
        text = self.texts[n]
        return text.startswith("**") and text.strip("*_ ")[-1:] in tuple(".?!")

    def _is_aside(self, n: int) -> bool:
        """Whether a paragraph is a note: "Update: …"."""
        label, colon, _ = self.texts[n][:_NOTE_LABEL].partition(":")
        return bool(colon and label.strip()) and is_note(label.lower())

    def _names_speaker(self, n: int) -> bool:
        """Whether a paragraph is about one of those who have labels, and not by them."""
        words = words_of(self.texts[n])
        return not words.isdisjoint(self.names) and words.isdisjoint(FIRST_PERSON)

    def _goes_on(self, n: int, last: int, awaited: bool) -> bool:
        """Whether a paragraph goes on with the turns before it: all that stands between two labels and all behind a
        question or a label without words, but nothing that a narrator tells, and no note about the text."""
        if self._told(n) or self._is_aside(n) or self._names_speaker(n):
            return False
        return awaited or n < last or is_talk(self.texts[n])

    def _key(self, n: int, label: Label) -> str:
        """What the short and the long form of a label have in common."""
        first, last = (at - self.paragraphs[n].start for at in label.name)
        return self.texts[n][first:last].split()[-1].lower()


def _who(label: Label) -> Label | str:
    """Who speaks behind a label."""
    return label.kind if label.kind in (QUESTION, ANSWER) else label


def _only(speakers: Collection[Label | str], else_: str) -> Label | str:
    return next(iter(speakers)) if len(speakers) == 1 else else_
