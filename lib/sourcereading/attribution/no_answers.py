"""Who gives no answer, by name, in the rows of the writer that say so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from sourcereading.attribution.clause_people import ClausePeople, characters
from sourcereading.attribution.clause_words import Item, ReportingClause
from sourcereading.attribution.refusals import Refusal, refusals
from sourcereading.attribution.spans import Row, Statement
from sourcereading.attribution.speakers import Speakers, points_back
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.text.name_words import DOCUMENT, UNKNOWN
from sourcereading.text.sentences import Sentence

_NO_COMMENT = re.compile(r"\W*no (?:further )?comment\b", re.IGNORECASE)


@dataclass(slots=True)
class NoAnswers:
    """The refusals of one article; ``note`` is called once per sentence, in the order of the text."""

    _text: str
    _sentences: Sequence[Sentence]
    _items: Sequence[Sequence[Item]]
    _people: ClausePeople
    _speakers: Speakers
    _found: dict[int, list[str]] = field(default_factory=dict)  # place in the text to the names

    def note(self, number: int, made: Sequence[Statement]) -> None:
        """Notes the refusals of a sentence, after the statements that its reporting clauses have made."""
        items = self._items[number]
        before = self._sentences[max(0, number - 1)]
        for refusal in refusals(self._text, items, self._text[before.start : before.end]):
            around = next((one for one in made if any(a <= refusal.start < b for a, b in one.pieces)), None)
            if around is None:
                names, place = self._names(refusal, number), refusal.start
            elif around.clause and self._is_own(refusal, around, items):
                names, place = [around.speaker], around.clause[0][0]  # "Hale said she would not comment"
            else:
                continue
            self._found.setdefault(place, []).extend(names)
        for one in made:
            if one.clause and one.speaker != UNATTRIBUTED and _NO_COMMENT.match(self._text, one.pieces[0][0]):
                self._found.setdefault(one.clause[0][0], []).append(one.speaker)

    def _is_own(self, refusal: Refusal, statement: Statement, items: Sequence[Item]) -> bool:
        """Whether a speaker speaks of themselves or their body: "said *she* could not", "said *the firm* would"."""
        span = characters(items, refusal.who)
        phrase = self._text[slice(*span)] if span else ""
        own = phrase in statement.speaker or (phrase.startswith("the ") and phrase.islower())
        return statement.speaker != UNATTRIBUTED and (points_back(phrase) or own)

    def _names(self, refusal: Refusal, number: int) -> list[str]:
        """Whom the words before or behind a refusal name; nobody where that is a thing ("no agreement")."""
        items = self._items[number]
        span = characters(items, refusal.who)
        phrase = self._text[slice(*span)] if span else ""
        clause = ReportingClause(refusal.who, refusal.who, (), (), None, False, "")
        people = self._people.before(items, clause, number) if points_back(phrase) else None
        speaker, _ = self._speakers.resolve(phrase, number, before=people)
        thing = speaker.kind is UNKNOWN and speaker.name[:1].islower()
        if speaker.name in (WRITER, UNATTRIBUTED, "those") or speaker.kind is DOCUMENT or thing:
            return []
        return list(speaker.members) or [speaker.name]

    def noted(self, rows: Sequence[Row]) -> list[Row]:
        """The article's rows, those of the writer with the names of who gives no answer there."""
        if not self._found:
            return list(rows)
        starts, found = [row.start for row in rows], list(rows)
        for place, names in self._found.items():
            at = bisect_right(starts, place) - 1
            if at >= 0 and found[at].speaker == WRITER:
                known = [name for name in found[at].declined.split("; ") if name]
                found[at] = found[at]._replace(declined="; ".join(dict.fromkeys([*known, *names])))
        return found
