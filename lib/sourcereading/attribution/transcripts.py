"""Who speaks in an interview or a transcript: the statements that its turns make (``turns``).

A label is a reporting clause ("Q:", "VALE:", "[00:12] Ana Ruiz, host:"); what follows it is the speaker's words, with
or without quotation marks. A short label is the speaker of the longer one: "BRELL:" after "TOMAS BRELL, ENGINEER:".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcereading.attribution.clause_words import QUOTE, Item
from sourcereading.attribution.label_names import label_names, role_in_words
from sourcereading.attribution.reporting_clauses import reporting_clauses
from sourcereading.attribution.spans import Statement
from sourcereading.attribution.speakers import Found, Speakers
from sourcereading.attribution.turns import Turn, paragraphs_of, presents_interview, turns_of
from sourcereading.attribution.voices import CONTINUED, DESCRIBED, DIRECT, SURNAME, UNATTRIBUTED
from sourcereading.text.names import people_named
from sourcereading.text.paragraph_kinds import HEADING
from sourcereading.text.sentences import Sentence, tokens
from sourcereading.text.turn_labels import (
    ANSWER,
    ARTICLES,
    QUESTION,
    ROLE,
    UNKNOWN,
    Label,
    directions,
    label_terms,
    unread,
)

INTERVIEWER = "the interviewer"
LABELLED = "label at the start of the paragraph"
"""How the rules of the statements begin that labels make."""
_SHOWN = 3
"""Labels that a note names."""
_NO_ANSWERER = (
    "questions and answers without names: who answers is not said in the text; write names before them "
    "(“Ana Ruiz: …”), or correct the rows"
)


class Transcript:
    """The turns of an article."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        items: Sequence[Sequence[Item]],
        speakers: Speakers,
        title: str,
        outlet: str = "",
    ):
        self._text = text
        self._title = title
        self._sentences = sentences
        self._items = items
        self._speakers = speakers
        self._paragraphs = paragraphs_of(sentences)
        turns = turns_of(text, self._paragraphs, self)
        at = self._paragraphs
        self.opens = {at[n].sentence: turn for n, turn in turns.opens.items()}
        self.goes_on = {at[n].sentence for n in turns.goes_on}
        spoken = {*self.opens, *self.goes_on}
        self.spoken = {sentences[number].paragraph for number in spoken}
        first = min(turns.opens, default=0)
        self._before = range(at[first].sentence if turns.opens else 0)
        named = (one for turn in self.opens.values() for one in (turn.label, turn.speaker))
        labels = [*dict.fromkeys(one for one in named if isinstance(one, Label))]
        self._names = label_names(text, labels, speakers.bearers.named_by(len(sentences)), outlet) if labels else {}
        self._answers: str | None = None  # who answers
        self.notes = () if turns.opens else self._unread()

    def _of_paragraph(self, n: int) -> range:
        """The sentences of a paragraph."""
        last = self._paragraphs[n + 1].sentence if n + 1 < len(self._paragraphs) else len(self._sentences)
        return range(self._paragraphs[n].sentence, last)

    def quotes(self, n: int) -> bool:
        """Whether a paragraph has a reporting clause with quoted words."""
        return any(
            item.kind is QUOTE
            for number in self._of_paragraph(n)
            if any(item.kind is QUOTE for item in self._items[number])
            for clause in reporting_clauses(self._items[number])
            for part in clause.contents
            for item in self._items[number][part.first : part.last]
        )

    def reports(self, n: int) -> bool:
        """Whether a paragraph reports what somebody says; "He tells us about hops" does not."""
        return any(one.contents for number in self._of_paragraph(n) for one in reporting_clauses(self._items[number]))

    def presents(self, numbers: range) -> bool:
        """Whether paragraphs say that an interview follows; "Ruiz said in an interview that …" does not."""
        return any(
            presents_interview(self._words(number)) and not reporting_clauses(self._items[number])
            for n in numbers
            for number in self._of_paragraph(n)
        )

    def names(self, numbers: range) -> bool:
        """Whether paragraphs, or the title, name somebody in full."""
        named = (self._speakers.full_names_in(number) for n in numbers for number in self._of_paragraph(n))
        return any(named) or bool(people_named(tokens(self._title)))

    def _unread(self) -> tuple[str, ...]:
        """What to tell of labels that look like those of speakers and are not read as such."""
        labels = unread(self._text, [(paragraph.start, paragraph.end) for paragraph in self._paragraphs])
        if not labels:
            return ()
        shown = ", ".join(f"“{label}”" for label in list(dict.fromkeys(labels))[:_SHOWN])
        return (
            f"{len(labels)} paragraphs begin as in a transcript ({shown}), but their speakers cannot be told; write "
            "each as “Ana Ruiz: …”, or correct the rows",
        )

    def pieces(self, number: int, start: int) -> list[tuple[int, int]]:
        """What is said in a sentence from a place on, without stage directions."""
        found = []
        end = self._sentences[number].end
        for first, last in directions(self._text, start, end):
            found.append((start, first))
            start = last
        found.append((start, end))
        return [(first, last) for first, last in found if self._text[first:last].strip(" .,;:\"“”*_")]

    def statement(self, number: int) -> Statement:
        """The statement of the turn that begins with a sentence."""
        turn = self.opens[number]
        found, basis = self._speaker(turn, number)
        label = turn.label
        if label is None:
            said = "a question to the one who is interviewed" if turn.speaker == QUESTION else "an answer"
            rule = f"{said}, without a label"
            return Statement(found, None, None, "", rule, self.pieces(number, turn.start), voice=DIRECT, basis=basis)
        shown = self._text[slice(*label.name)]
        end = label.end
        while end > label.name[1] and self._text[end - 1] not in ":.)]":
            end -= 1
        cue = (end - 1, end) if self._text[end - 1] in ":." else None
        region = [(self._sentences[number].start, label.end)]
        return Statement(
            found, label.name, cue, "", f"{LABELLED}: “{shown}”",
            self.pieces(number, turn.start), region, voice=DIRECT, basis=basis,
        )  # fmt: skip

    def _speaker(self, turn: Turn, number: int) -> tuple[str, str]:
        """The name of who speaks in a turn, and how the text names it."""
        if turn.speaker == QUESTION:
            return INTERVIEWER, DESCRIBED
        if turn.speaker == ANSWER:
            return self._answerer(number)
        if isinstance(turn.speaker, Label):
            found = self._named(turn.speaker, number)
            continued = turn.label is None and found.speaker.name != UNATTRIBUTED
            return found.speaker.name, CONTINUED if continued else found.basis
        self._note(_NO_ANSWERER)
        return self._speakers.resolve("", number).speaker.name, ""

    def _answerer(self, number: int) -> tuple[str, str]:
        """The one person whom the text presents before the first question, else outside the turns."""
        if self._answers is None:
            outside = [k for k, one in enumerate(self._sentences) if one.paragraph not in self.spoken]
            self._answers = self._announced() or self._presented(self._before)
            self._answers = self._answers or ("" if self._before else self._presented(outside))
        if not self._answers:
            self._note(_NO_ANSWERER)
        found = self._speakers.resolve(self._answers, number)
        return found.speaker.name, CONTINUED if self._answers else ""

    def _announced(self) -> str:
        """The one person known by a full name whom the sentence before the first question names, if it ends in a colon:
        "More from Ruiz, who took questions:"."""
        words = self._words(self._before[-1]) if self._before else ""
        people = {name for number in self._before for name, _ in self._speakers.full_names_in(number)}
        named = {name for name in people if words.endswith(":") and name.split()[-1] in _WORDS.findall(words)}
        return named.pop() if len(named) == 1 else ""

    def _note(self, note: str) -> None:
        if note not in self.notes:
            self.notes = (*self.notes, note)

    def _presented(self, numbers: Sequence[int]) -> str:
        """The one person whom some sentences name in full, or of several the one whom they say was interviewed."""
        people: dict[str, None] = {}
        asked: dict[str, None] = {}
        asks: set[str] = set()
        for number in numbers:
            sentence = self._sentences[number]
            for name, before in self._speakers.full_names_in(number):
                people[name] = None
                opening = self._text[sentence.start : before].lower().split()[-_BEFORE_NAME:]
                if presents_interview(" ".join(opening)):
                    if _HE_OR_SHE.isdisjoint(opening):
                        asked[name] = None
                    else:
                        asks.add(name)  # "She spoke to Ben Holm": who is presented is somebody else
        people = {name: None for name in people if name not in asks}
        titles = [self._title, *(self._words(n) for n in numbers if self._sentences[n].kind is HEADING)]
        titled = dict.fromkeys(name for title in titles for name in people_named(tokens(title)))
        in_title = dict.fromkeys(name for name in people if any(name in one for one in titles)) if people else titled
        return next((next(iter(names)) for names in (people, asked, in_title) if len(names) == 1), "")

    def _words(self, number: int) -> str:
        sentence = self._sentences[number]
        return self._text[sentence.start : sentence.end]

    def _named(self, label: Label, number: int) -> Found:
        """The speaker whom a label names."""
        if label.kind == ROLE:
            words = self._text[slice(*label.name)].lower().replace("#", "").replace(".", "")
            first, last = words.split()[0], words[-1]
            bare = first in ARTICLES or last.isdigit() or first in label_terms(UNKNOWN)
            return self._speakers.resolve(words if bare else f"the {words}", number)
        name, whole = self._names[label.name]
        found = self._speakers.resolve(name, number)
        if found.speaker.name == UNATTRIBUTED:
            return found
        if label.role[1] > label.role[0] and not found.speaker.role:
            found.speaker.role = role_in_words(self._text[slice(*label.role)])
        return found if whole else Found(found.speaker, SURNAME)


_WORDS = re.compile(r"[^\W\d_][\w-]*")
_HE_OR_SHE = frozenset(("he", "she"))
_BEFORE_NAME = 7
"""Words before a name that may say that its bearer is interviewed."""
