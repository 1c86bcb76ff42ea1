"""Which quotations without a reporting clause go on with what stands before them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from sourcereading.attribution.antecedents import GENDERS
from sourcereading.attribution.clause_people import ClausePeople
from sourcereading.attribution.clause_words import QUOTE, WORD, Item
from sourcereading.attribution.spans import Statement
from sourcereading.attribution.speakers import Speakers
from sourcereading.attribution.voices import UNATTRIBUTED
from sourcereading.text.name_words import UNKNOWN
from sourcereading.text.sentence_words import classes_of
from sourcereading.text.sentences import Sentence
from sourcereading.text.verbs import verbs

_FIRST_PERSON = ("me", "us", "my", "our")
ABOUT = "quotation right after a sentence about the same person"
BETWEEN = "quotation after a statement of the same source and a sentence about nobody else"
"""Rules of statements for which there is narration, and no reporting clause, before a quotation."""
_LIMIT = 40
"""Sentences of a paragraph looked at."""


@dataclass(slots=True)
class Continuations:
    """What goes on with what, in one article."""

    _text: str
    _sentences: Sequence[Sentence]
    _items: Sequence[Sequence[Item]]
    _people: ClausePeople
    _speakers: Speakers

    def goes_on(self, before: Statement, number: int) -> bool:
        """Whether a paragraph that begins at a sentence goes on with a statement: all of it is in quotation marks, and
        the statement does not ask or answer somebody."""
        if self._asks(before) and (before.addressee or not self._says(before)):
            return False
        paragraph = self._sentences[number].paragraph
        quoted = takewhile(lambda k: self._sentences[k].paragraph == paragraph, range(number, len(self._sentences)))
        return all(self._items[k] and not any(item.kind is WORD for item in self._items[k]) for k in quoted)

    def is_talk(self, number: int, last: Statement | None, made: Sequence[Statement]) -> bool:
        """Whether a quotation without narration is question or answer of one of two, and who speaks is not told: "“No,”
        Ruiz said. *“Are you sure?” “Yes.”*", "“No,” Ruiz said. “Why?” Holm asked. *“Money.”*"."""
        paragraph = self._sentences[number].paragraph
        for at in range(max(0, number - 1), min(number + 1, len(self._items) - 1)):
            asked, answer = self._items[at], self._items[at + 1]
            both = bool(asked and answer) and asked[-1].kind is answer[0].kind is QUOTE
            both = both and self._sentences[at].paragraph == self._sentences[at + 1].paragraph
            if both and asked[-1].quote != answer[0].quote and asked[-1].text[-2:-1] == "?":
                return True
        before = next((one for one in reversed(made) if one is not last and one.pieces), None)
        if last is None or before is None or not self._asks(last) or self._says(last):
            return False
        other = before.speaker != last.speaker and ends_quoted(self._text, before)
        return other and self._sentence_of(before.pieces[-1][0]).paragraph == paragraph

    def _sentence_of(self, place: int) -> Sentence:
        """The sentence that holds a place of the text."""
        return self._sentences[bisect_right(self._sentences, place, key=lambda sentence: sentence.start) - 1]

    def _asks(self, statement: Statement) -> bool:
        """Whether a statement ends in a question."""
        end = max((stop for _, stop in statement.pieces), default=0)
        return bool(end) and "?" in self._text[end - 3 : end]

    def _says(self, statement: Statement) -> bool:
        """Whether the verb of a statement is one of saying, not of asking."""
        words = self._text[slice(*statement.cue)].lower().split() if statement.cue else ()
        return any("say" in verb.classes for word in words if (verb := verbs().get(word)) is not None)

    def last(self, made: Sequence[Statement]) -> Statement:
        """With which of a sentence's statements a quotation behind it goes on: the last, but with a quotation before
        what another is only reported to say ("“It is fine,” Ruiz told Holm after Holm said that …")."""
        last = max(made, key=lambda statement: statement.pieces[-1][1])
        quoted = [one for one in made if one.speaker != UNATTRIBUTED and ends_quoted(self._text, one)]
        return last if last in quoted or not quoted or quoted[-1].speaker == last.speaker else quoted[-1]

    def narrated(self, number: int, last: Statement | None) -> Statement | None:
        """What a quotation that stands alone behind a sentence of the writer's goes on with: a statement, not yet made,
        of the person that the sentence is about ("Ana Ruiz was not amused."), or of who spoke before, if it names
        nobody."""
        following = self._items[number + 1] if number + 1 < len(self._items) else ()
        if not following or any(item.kind is WORD for item in following):
            return None
        people = self._people.of_sentence(number)
        about = self._speakers.about(people, number)
        if about is not None and not people.of_subject and last is not None and last.speaker != about.name:
            return None  # "he" goes on with the speaker before, if with anybody
        if about is not None:
            words = people.runs[0] if people.of_subject else people.subject
            return Statement(about.name, (words[0].start, words[-1].end), None, "", ABOUT, [])
        subject = self._speakers.subject(people.subject, number)
        if last is None or people.runs or people.pronouns or (subject is not None and subject.kind is not UNKNOWN):
            return None
        return Statement(last.speaker, last.speaker_span, None, "", BETWEEN, [])

    def is_theirs(self, number: int) -> bool:
        """Whether a paragraph's quotation can be of the person that the sentence before is about: it is in the first
        person, or in the same paragraph and speaks of nobody who could be that person."""
        paragraph = self._sentences[number].paragraph
        words = {token.lower for sentence in self._sentences[number : number + _LIMIT]
                 if sentence.paragraph == paragraph for token in sentence.tokens}
        if any("first_person" in classes_of(word) for word in words) or not words.isdisjoint(_FIRST_PERSON):
            return True
        opens = self._sentences[number - 1].paragraph != paragraph
        return not opens and not words & GENDERS.keys()


def ends_quoted(text: str, statement: Statement) -> bool:
    """Whether a statement's last words are quoted: then the next quotation goes on with it."""
    return bool(statement.pieces) and text[max(end for _, end in statement.pieces) - 1] in "\"”’'»"
