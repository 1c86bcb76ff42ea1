"""An article's reading as its readers have corrected it.

Each stage of the reading hands over what it has found and gets it back corrected, so that what follows from it
(words, rates, scores, tone) is computed from the corrected rows. A correction that does not
fit is left out with its reason, for the table ``changes``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple, TypeVar

from sourcereading import certainty
from sourcereading.attribution.antecedents import Speaker
from sourcereading.attribution.spans import Row, Statement
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER, WRITERS, speaker_name
from sourcereading.issues.codebook import Codebook
from sourcereading.issues.mentions import Mention
from sourcereading.reading.corrections import (
    NAME,
    OF_ISSUES,
    OF_MARKS,
    OF_STATEMENTS,
    Correction,
    Corrections,
    is_about,
    joined_notes,
    key_of,
)
from sourcereading.reading.people import Renamed, is_in, with_names
from sourcereading.reading.schema import Cells
from sourcereading.text.find_quote import Quotable
from sourcereading.text.sentences import TEXT, Sentence, Token

_Found = TypeVar("_Found", certainty.Mark, Mention)


class NotApplied(ValueError):
    """Why a correction changes nothing, and what to do about it."""


class _Place(NamedTuple):
    """A correction and where the article has its words."""

    correction: Correction
    start: int
    end: int


class Revision:
    """What readers have corrected in one article."""

    def __init__(self, article: Mapping[str, str], sentences: Sequence[Sentence], corrections: Corrections):
        self._article = article
        self._text = article["text"]
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self.people = [person for person in corrections.people if is_in(person, article)]
        self._own_columns = corrections.own_columns
        self._places: list[_Place] = []
        self._outcomes: list[tuple[_Place, str]] = []
        self._renamed: list[tuple[Renamed, str]] = []
        self._set: dict[tuple[int, str], tuple[Statement, Correction]] = {}  # by the statement's identity
        self._removed: list[tuple[int, int, str]] = []  # what was a statement, and the note
        self.unmarked: list[tuple[int, int, str]] = []
        """Where marks were removed: number of the sentence, position, and the note."""
        self._find([row for row in corrections.rows if not row.fault and is_about(article, row.article, row.scope)])

    def _find(self, rows: Sequence[Correction]) -> None:
        quotable = Quotable(self._text)
        for row in rows:
            places = quotable.places(row.quote, row.prefix, row.suffix)
            if len(places) == 1:
                self._places.append(_Place(row, *places[0]))
            elif places:
                _, prefix, suffix = quotable.quotation(*places[0])
                reason = (
                    f"{row.words} occurs {len(places)} times in {self._article['file']}; add the words right before "
                    f"it (prefix) or after it (suffix): for the first, “{prefix}” and “{suffix}”"
                )
                self._outcomes.append((_Place(row, -1, -1), reason))
            elif row.article:
                reason = (
                    f"{self._article['file']} does not have the words {row.words}; copy them again "
                    "from the text, or delete the row"
                )
                self._outcomes.append((_Place(row, -1, -1), reason))

    def own_cells(self, speaker: str) -> Cells:
        """What the analyst's own columns of ``people.csv`` say of a speaker, a row for this article before one for
        all."""
        rows = [person for person in self.people if key_of(person.name) == key_of(speaker)]
        rows.sort(key=lambda person: not person.articles)
        said = [dict(person.own) for person in rows]
        return tuple(next((own[name] for own in said if own.get(name)), "") for name in self._own_columns)

    def given_parts(self) -> dict[str, str]:
        """What ``people.csv`` says that one name alone means here: a person whom the text names in full, too, or whose
        row is for this article."""
        found: dict[str, str] = {}
        for person in self.people:
            full = (name for name in (person.name, *person.aliases) if " " in name and name in self._text)
            if meant := next(full, person.name if person.articles else ""):
                found |= {key: meant for key in person.names() if " " not in key}
        return found

    def changes(self, overruled: Mapping[str, str]) -> list[Cells]:
        """Rows of the table ``changes``: every correction that is about this article, in the order of the files;
        ``overruled`` has the names that mean a person by ``people.csv`` alone."""
        rows = []
        for place, reason in self._outcomes:
            row = place.correction
            rows.append((
                self._article["article_id"], row.file, row.line, row.change, row.quote, place.start, place.end,
                row.value, row.by, row.why, not reason, reason,
            ))  # fmt: skip
        by_part = {key: person for person in self.people for key in person.names()}
        overruled_too = [(Renamed(name, by_part[key_of(name)]), "") for name in overruled]
        for renamed, reason in (*self._renamed, *overruled_too):
            rows.append((
                self._article["article_id"], renamed.person.file, renamed.person.line, NAME, renamed.name, -1, -1,
                renamed.person.name, "", "", not reason, reason,
            ))  # fmt: skip
        return sorted(rows, key=lambda row: row[1:3])

    def _each(self, changes: Sequence[str], apply: Callable[[_Place], None]) -> None:
        """Applies the corrections of some kinds one by one, and notes whether each fits."""
        for place in self._places:
            if place.correction.change in changes:
                try:
                    apply(place)
                except NotApplied as error:
                    self._outcomes.append((place, str(error)))
                else:
                    self._outcomes.append((place, ""))

    # -- statements ------------------------------------------------------------------------------------------

    def statements(self, statements: list[Statement], speakers: list[Speaker]) -> tuple[list[Statement], list[Speaker]]:
        """The statements and the speakers, corrected and with the names that ``people.csv`` gives them."""
        if not self._places and not self.people:
            return statements, speakers
        said = list(statements)
        self._each(OF_STATEMENTS, lambda place: self._state(said, speakers, place))
        names = dict.fromkeys(statement.speaker for statement in said)
        speakers, self._renamed = with_names(speakers, names, self.people)
        new_names = {renamed.name: renamed.person.name for renamed, reason in self._renamed if not reason}
        for statement in said:
            statement.speaker = new_names.get(statement.speaker, statement.speaker)
        for statement in list(said):
            if statement.parent and statement.parent.speaker == statement.speaker:
                self._removed.extend((start, end, statement.corrected) for start, end in statement.pieces)
                _remove(said, statement)  # speakers do not report their own statements
        return said, speakers

    def noted(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """The rows with a note where a statement was removed."""
        if not self._removed:
            return tuple(rows)
        found = []
        for row in rows:
            notes = (note for start, end, note in self._removed if row.start < end and start < row.end)
            found.append(row._replace(corrected=joined_notes(row.corrected, *notes)))
        return tuple(found)

    def _state(self, said: list[Statement], speakers: Sequence[Speaker], place: _Place) -> None:
        row = place.correction
        if row.change == "add statement":
            self._add_statement(said, speakers, place)
            return
        statement = self._statement_of(said, place)
        value = _known_as(row.value, speakers) if row.change == "speaker" else row.value
        if row.change == "remove statement" or value in (WRITER, WRITERS):
            self._removed.extend((start, end, row.note) for start, end in statement.pieces)
            _remove(said, statement)
            return
        _, before = self._set.setdefault((id(statement), row.change), (statement, row))
        if before is not row and before.value != row.value:
            raise NotApplied(f"line {before.line} gives the same statement the {row.change} {before.value!r}; keep one")
        if row.change == "speaker":
            statement.speaker, statement.basis = value, ""
        elif row.change == "denied":
            statement.denied = value == "yes"
        else:
            statement.voice = value
        statement.corrected = joined_notes(statement.corrected, row.note)

    def _add_statement(self, said: list[Statement], speakers: Sequence[Speaker], place: _Place) -> None:
        row, words = place.correction, self._words(place)
        name = _known_as(row.value, speakers)
        if name == WRITER:
            raise NotApplied(
                "the writer's own words are no statement of a speaker; to remove one, write “remove statement”"
            )
        owners = [_owner(said, word.start) for word in words]
        if any(owner is not owners[0] for owner in owners):
            raise NotApplied("these words belong to more than one statement; quote words of one of them only")
        parent = owners[0]
        if parent and parent.speaker == name:
            raise NotApplied(f"these words are already {name}'s; delete the row")
        # Inside a statement only its words, so that the marks at its ends stay with the one around it.
        piece = (words[0].start, words[-1].end)
        if parent is None:
            piece = (min(place.start, piece[0]), max(place.end, piece[1]))
        rule = "a reader has marked it as a statement"
        said.append(Statement(name, None, None, "", rule, [piece], parent=parent, corrected=row.note))

    def _statement_of(self, said: Sequence[Statement], place: _Place) -> Statement:
        """The statement that quoted words belong to: of nested ones the innermost that has them all. The words of
        its reporting clause and the writer's beside it may be quoted with it."""
        words = self._words(place)
        owners = _distinct([owner for word in words if (owner := _owner(said, word.start))])
        owners = owners or _distinct(
            [one for word in words for one in said if one.parent is None and _covers(one.clause, word.start)]
        )
        if not owners:
            raise NotApplied(
                "these words are the writer's own; to make them a speaker's statement, write “add statement” as change "
                "and the speaker as value"
            )
        holding = [one for one in owners if all(one is other or one in _around(other) for other in owners)]
        if not holding:
            raise NotApplied("these words belong to more than one statement; quote words of one of them only")
        return holding[0]

    def _words(self, place: _Place) -> list[Token]:
        """The words of a quotation, all of them in sentences of the text."""
        words = []
        for sentence in self._sentences_of(place):
            touched = [
                token for token in sentence.tokens
                if token.is_word and token.start < place.end and place.start < token.end
            ]  # fmt: skip
            if touched and sentence.kind is not TEXT:
                raise NotApplied(f"these words are in a {sentence.kind}, which is not read; quote the text")
            words += touched
        if not words:
            raise NotApplied("there is no word in this quotation; quote words")
        return words

    def _sentences_of(self, place: _Place) -> Iterator[Sentence]:
        number = max(0, bisect_right(self._starts, place.start) - 1)
        while number < len(self._sentences) and self._starts[number] < place.end:
            yield self._sentences[number]
            number += 1

    def _sentence(self, place: _Place) -> int:
        """The number of the one sentence that quoted words are in."""
        words = self._words(place)
        number = bisect_right(self._starts, words[0].start) - 1
        if words[-1].end > self._sentences[number].end:
            raise NotApplied("these words are in two sentences; quote words of one sentence")
        return number

    # -- marks of certainty ----------------------------------------------------------------------------------

    def marks(self, found: Sequence[list[certainty.Mark]]) -> list[list[certainty.Mark]]:
        """The marks of each sentence, corrected."""
        marks = [list(of_sentence) for of_sentence in found]
        self._each(OF_MARKS, lambda place: self._mark(marks, place))
        return marks

    def _mark(self, marks: list[list[certainty.Mark]], place: _Place) -> None:
        row, number = place.correction, self._sentence(place)
        here = marks[number]
        if row.change == "add mark":
            words = self._words(place)
            start, end = words[0].start, words[-1].end
            there = [mark for mark in here if mark.start < end and start < mark.end]
            for mark in there:
                if (mark.start, mark.end, mark.type) != (start, end, row.value):
                    marked = self._text[mark.start : mark.end]
                    raise NotApplied(f"“{marked}” is already a mark ({mark.type}); remove or retype that one")
                here.remove(mark)
            here.append(self._made(start, end, number, row))
            here.sort(key=lambda mark: mark.start)
            return
        old = self._one(here, place, "mark", "certainty")
        here.remove(old)
        if row.change == "remove mark":
            self.unmarked.append((number, old.start, row.note))
        elif row.value == old.type:
            here.append(old._replace(corrected=row.note))  # a reader has confirmed it
        else:
            here.append(self._made(old.start, old.end, number, row))
            here.sort(key=lambda mark: mark.start)

    def _made(self, start: int, end: int, number: int, row: Correction) -> certainty.Mark:
        """A mark of a type that a reader gives; in the score it weighs as these words do by themselves, or else as the
        type does."""
        tokens = [token for token in self._sentences[number].tokens if start <= token.start and token.end <= end]
        alone = next((mark for mark in certainty.marks(tokens) if mark.type == row.value), None)
        kind = alone.kind if alone else certainty.usual_kind(row.value)
        rule = alone.rule if alone else "a reader has marked it"
        direction = certainty.DIRECTIONS[row.value]
        return certainty.Mark(start, end, row.value, direction, rule, kind, row.note)

    # -- issues ----------------------------------------------------------------------------------------------

    def mentions(self, found: Sequence[list[Mention]], book: Codebook) -> list[list[Mention]]:
        """The mentions of issues of each sentence, corrected."""
        mentions = [list(of_sentence) for of_sentence in found]
        self._each(OF_ISSUES, lambda place: self._issue(mentions, book, place))
        return mentions

    def _issue(self, mentions: list[list[Mention]], book: Codebook, place: _Place) -> None:
        row, number = place.correction, self._sentence(place)
        here = mentions[number]
        if row.change == "add issue":
            issue = _issue_named(row.value, book)
            sentence = self._sentences[number]
            span = (max(place.start, sentence.start), min(place.end, sentence.end))
            there = [mention for mention in here if mention.start < place.end and place.start < mention.end]
            for mention in there:
                if (mention.start, mention.end) != span:
                    words = self._text[mention.start : mention.end]
                    raise NotApplied(f"“{words}” already names {mention.issue!r}; quote exactly those words")
            here[:] = [mention for mention in here if mention not in there or mention.issue != issue[1]]
            here.append(Mention(*span, *issue, "", corrected=row.note))
        else:
            named = [mention for mention in here if key_of(mention.issue) == key_of(row.value)]
            choice = named if row.change == "remove issue" and row.value else here
            old = self._one(choice, place, "issue", "issues")
            here.remove(old)
            if row.change == "change issue" and key_of(row.value) == key_of(old.issue):
                here.append(old._replace(corrected=row.note))
            elif row.change == "change issue":
                here.append(Mention(old.start, old.end, *_issue_named(row.value, book), "", corrected=row.note))
        here.sort(key=lambda mention: mention.start)

    def _one(self, here: Sequence[_Found], place: _Place, what: str, table: str) -> _Found:
        """The one mark or mention that is meant: that of exactly these words, or the only one among them."""
        touched = [one for one in here if one.start < place.end and place.start < one.end]
        exactly = [one for one in touched if (one.start, one.end) == (place.start, place.end)]
        found = exactly or touched
        if not found:
            raise NotApplied(f"there is no {what} in these words; see the table {table}, or delete the row")
        if len(found) > 1:
            words = ", ".join(f"“{self._text[one.start : one.end]}”" for one in found)
            remedy = ("quote one of them" if not exactly else "write the one you mean as value, or remove it")
            raise NotApplied(f"there is more than one {what} in these words ({words}); {remedy}")
        return found[0]


def _known_as(name: str, speakers: Sequence[Speaker]) -> str:
    """The article's name for a speaker: "J.D. Vance" for "Vance"; a name that it does not have, or two of its speakers
    have, stays."""
    if key_of(name) in (key_of(WRITER), speaker_name(WRITER)):
        return WRITER
    if key_of(name) in (key_of(UNATTRIBUTED), speaker_name(UNATTRIBUTED)):
        return UNATTRIBUTED
    known = [[one.name for one in speakers if key_of(name) == key_of(one.name)]]
    known.append([one.name for one in speakers if key_of(name) in map(key_of, one.aliases)])
    known.append([one.name for one in speakers if key_of(one.name).endswith(f" {key_of(name)}")])
    return next((names[0] for names in known if len(names) == 1), name)


def _issue_named(name: str, book: Codebook) -> tuple[str, str]:
    """Topic and issue of the codebook."""
    names = {key_of(issue.issue): (issue.topic, issue.issue) for issue in book.issues}
    if key_of(name) in names:
        return names[key_of(name)]
    near = [names[key][1] for key in get_close_matches(key_of(name), names, n=3, cutoff=0.5)]
    hint = f" ({', '.join(near)}?)" if near else ""
    raise NotApplied(f"the codebook has no issue {name!r}{hint}; write one of its issues, or add it to issues.csv")


def _covers(spans: Sequence[tuple[int, int]], position: int) -> bool:
    return any(start <= position < end for start, end in spans)


def _around(statement: Statement) -> list[Statement]:
    """The statements that a statement is nested in, innermost first."""
    found = []
    while statement.parent is not None:
        statement = statement.parent
        found.append(statement)
    return found


def _owner(said: Sequence[Statement], position: int) -> Statement | None:
    """The innermost statement at a position; of two at one depth the first, as in ``spans.statement_rows``."""
    holders = [one for one in said if _covers(one.pieces, position)]
    return max(holders, key=lambda one: len(_around(one)), default=None)


def _distinct(statements: Sequence[Statement]) -> list[Statement]:
    return list({id(one): one for one in statements}.values())


def _remove(said: list[Statement], statement: Statement) -> None:
    """Takes a statement out: its words go to the one around it, or to the writer."""
    said[:] = [one for one in said if one is not statement]
    for one in said:
        if one.parent is statement:
            one.parent = statement.parent
