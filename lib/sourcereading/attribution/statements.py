"""Statements: who says what, how, and through whom, so that every word has exactly one innermost owner.

A reporting clause (``reporting_clauses``) with its content is a statement; a quotation that no reporting clause
claims belongs to the statement it goes on with, or is ``(unattributed)``. The words of reporting clauses and
everything else are the writer's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from weakref import proxy

from sourcereading.attribution.addressees import without_adverbs
from sourcereading.attribution.anonymity import called, with_anonymity
from sourcereading.attribution.antecedents import GENDERS, People, Speaker
from sourcereading.attribution.bearers import Bearers
from sourcereading.attribution.block_quotations import BLOCK, LIST, BlockQuotations
from sourcereading.attribution.channels import find_channels
from sourcereading.attribution.clause_people import ClausePeople, characters
from sourcereading.attribution.clause_words import MARK, QUOTE, WORD, Item, ReportingClause, Span
from sourcereading.attribution.complements import AN_ORDER
from sourcereading.attribution.content_ends import ASKED
from sourcereading.attribution.continuations import BETWEEN, Continuations, ends_quoted
from sourcereading.attribution.no_answers import NoAnswers
from sourcereading.attribution.quoted_items import folded, is_credit, is_speech, unfold
from sourcereading.attribution.reporting_clauses import reporting_clauses
from sourcereading.attribution.spans import Inside, Row, Statement, statement_rows
from sourcereading.attribution.speakers import Speakers, is_document, points_back
from sourcereading.attribution.transcripts import Transcript
from sourcereading.attribution.voices import CONTINUED, DIRECT, UNATTRIBUTED, WRITER
from sourcereading.text.name_words import given_names, speaker_words
from sourcereading.text.paragraph_kinds import ITEM
from sourcereading.text.quotation_marks import Quotation
from sourcereading.text.sentences import Sentence, article_of, starting_in
from sourcereading.text.verbs import verbs

_APPOSITION_LIMIT = 90
"""Characters of an apposition that are looked at."""
_WHERE, _NAMED_WITHIN = ("at", "in", "on", "outside"), 6
"""Prepositions behind who is described, and tokens behind a comma in which the name is then looked for."""
_OF_SPEECH = ("they", "it", "they're", "they’re")
"""Inside what a speaker says, these mean whom that speaker has in mind."""
_DEPTH = 2
"""How deep statements nest: "Hale said Orme had told him that …" is two."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """All that is said in an article: the rows in order of the text, its speakers, who bears which name, and what
    readers should look at."""

    rows: tuple[Row, ...]
    speakers: tuple[Speaker, ...]
    bearers: Bearers
    notes: tuple[str, ...] = ()


_Revise = Callable[[list[Statement], list[Speaker]], tuple[list[Statement], list[Speaker]]]


def attribute(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    revise: _Revise | None = None,
    title: str = "",
    outlet: str = "",
    given: Mapping[str, str] | None = None,
) -> Attribution:
    """Who says what in an article.

    Parameters
    ----------
    text : the article's text.
    sentences : its sentences.
    quotations : its quotations (``quotation_marks.quotations``).
    revise : what readers make of the statements and the speakers that are found (``reading.apply_corrections``).
    title, outlet : its title and its outlet where known; they may say who is interviewed, and by whom.
    given : what readers say that a part of a name, in lower case, means; it counts before the reading's own.
    """
    reader = _Reader(text, article_of(sentences), quotations, title, outlet, given)
    statements = [statement for statement in reader.read() if statement.pieces]
    speakers = reader.speakers.known()
    if revise is not None:
        statements, speakers = revise(statements, speakers)
    find_channels(text, statements, outlet)
    rows = reader.no_answers.noted(with_anonymity(text, statement_rows(sentences, quotations, statements)))
    return Attribution(tuple(rows), tuple(speakers), reader.speakers.bearers, reader.transcript.notes)


class _Reader:
    """One article being read."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotations: Sequence[Quotation],
        title: str = "",
        outlet: str = "",
        given: Mapping[str, str] | None = None,
    ):
        self.text = text
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]
        self.quotations = quotations
        self.statements: list[Statement] = []
        self.items = folded(text, sentences, quotations)
        me = proxy(self)  # no circle of references: what an article needs goes as soon as it is read
        bearers = Bearers(sentences, given)
        self.speakers = Speakers(text, sentences, bearers, lambda number: me.people.of_sentence(number))
        self.people = ClausePeople(sentences, self.items, self.speakers)
        self.continuations = Continuations(text, sentences, self.items, self.people, self.speakers)
        self.transcript = Transcript(text, sentences, self.items, self.speakers, title, outlet)
        self.reporting_clauses = [
            [] if sentence.paragraph in self.transcript.spoken else reporting_clauses(items)
            for sentence, items in zip(sentences, self.items, strict=True)
        ]
        self.blocks = BlockQuotations(
            text, sentences, self.items, lambda number: bool(me.reporting_clauses[number]), self.speakers,
            self.statements,
        )  # fmt: skip
        self.owner: dict[int, Statement] = {}  # chain of quotations to its statement
        self.waiting: dict[int, list[tuple[int, int]]] = {}  # chain to stretches that come before its reporting clause
        self.credits = self._credits()
        self.no_answers = NoAnswers(text, sentences, self.items, self.people, self.speakers)
        self.clause_at: dict[int, int] = {}  # chain to the first sentence with a reporting clause for it
        for number, (items, found) in enumerate(zip(self.items, self.reporting_clauses, strict=True)):
            for clause in found:
                for chain in self._chains(items, clause):
                    self.clause_at.setdefault(chain, number)

    def read(self) -> list[Statement]:
        """The statements, outer ones first, each with its pieces in order."""
        last: Statement | None = None  # in this paragraph; a quotation without a reporting clause may go on with it
        before: Statement | None = None  # what the paragraph before ends in
        pending: Statement | None = None  # what a sentence that ends in a colon introduces
        turn: Statement | None = None  # whose words the paragraph is: of an interview, or of a letter
        spoken: Statement | None = None  # the last one of an interview
        for number, sentence in enumerate(self.sentences):
            items = self.items[number]
            opens = number == 0 or self.sentences[number - 1].paragraph != sentence.paragraph
            if opens:
                before = None if last is not None and last.rule == BETWEEN else last
                last = None
                turn = spoken if number in self.transcript.goes_on else self.blocks.statement(turn, pending, number)
                if turn is not None:
                    pending = None
            if number in self.transcript.opens:
                turn, pending = self.transcript.statement(number), None
                spoken = turn
                self.statements.append(turn)
                continue
            if turn is not None:
                turn.pieces.extend(self.blocks.said(self.transcript.pieces(number, sentence.start), number))
                continue
            made = self._introduced(items, self.reporting_clauses[number], number)
            self.no_answers.note(number, made)
            credited = bool(items) and self._chain(items[0]) in self.credits
            if before is not None and opens and not credited and self.continuations.goes_on(before, number):
                last = before
            made.extend(self._left_over(items, number, made, pending, last))
            pending = self._introduces(items, number, made)
            if made:
                last = self.continuations.last(made)
            elif any(item.kind is WORD for item in items):
                last = self.continuations.narrated(number, last)
        outermost = list(self.statements)
        for statement in outermost:
            statement.pieces.sort()
        for statement in outermost:
            self._nest(statement, 1)
        return self.statements

    def _chain(self, item: Item) -> int:
        """The chain of a quotation; -1 for another item."""
        return self.quotations[item.quote].chain if item.kind is QUOTE else -1

    def _chains(self, items: Sequence[Item], clause: ReportingClause) -> list[int]:
        """The chains of the quotations in a reporting clause's content."""
        spans = [items[part.first : part.last] for part in clause.contents]
        return [self.quotations[item.quote].chain for span in spans for item in span if item.kind is QUOTE]

    # -- statements with a reporting clause --------------------------------------------------------------------

    def _introduced(
        self, items: Sequence[Item], found: Sequence[ReportingClause], number: int, parent: Statement | None = None
    ) -> list[Statement]:
        """The statements that the reporting clauses of a window make; inside a statement only other speakers' count."""
        made: list[Statement] = []
        previous: Speaker | None = None
        for clause in found:
            span = characters(items, _with_clause(items, clause))
            named = characters(items, clause.antecedent) or span
            phrase = self.text[slice(*named)] if named else ""
            phrase = phrase[:-2] if clause.owned else phrase
            if phrase.lower() == "they" and clause.subject and items[clause.subject.first - 1].lower == "as":
                phrase = ""  # "as they say"
            if phrase.lower() == "you" or (clause.of_document and not is_document(phrase)):
                continue
            if not clause.inherits:
                before, told = People(), ""
                if points_back(phrase):
                    if parent is not None and phrase.lower() in _OF_SPEECH:
                        continue
                    before = self.people.before(items, clause, number)
                    alone = phrase.lower() in ("he", "she", "they", "it")
                    if parent is not None and alone and not (before.runs or len(before.subject) > 1):
                        continue  # "as he says he is": inside what is said, "he" is hardly who spoke before
                    replies = _of_class(items, clause, "reply")
                    told = self._words(items, clause.addressee) or self._asked_by(alone and phrase, number, replies)
                behind = self._apposition(named, number), before, told, called(self.text, named[1]) if named else ""
                aside = clause.subject is not None and items[clause.subject.first - 1].lower == "whom"
                speaker, basis = self.speakers.resolve(phrase, number, *behind, aside)
            elif previous is not None and made:
                (speaker, basis), span = self.speakers.again(previous, number), made[-1].speaker_span
            else:
                continue
            previous = speaker
            if speaker.name == WRITER or (parent and speaker.name == parent.speaker):
                continue
            if parent and speaker.name == UNATTRIBUTED and clause.subject:
                continue
            statement = self._statement(items, clause, speaker, span, parent)
            statement.basis = basis
            if parent is None:
                self._leave_owned(items, clause, statement)
            if not statement.pieces:
                continue
            if parent is None and (speaker.head in speaker_words("asker") or _asks(items, clause)):
                self.speakers.asked(statement.addressee, speaker, number)
            made.append(statement)
            self.statements.append(statement)
            if parent is None:
                for chain in self._chains(items, clause):
                    if self.owner.setdefault(chain, statement) is statement:
                        statement.pieces.extend(self.waiting.pop(chain, ()))
        return made

    def _asked_by(self, pronoun: str | bool, number: int, replies: bool) -> str:
        """Who spoke right before to whom a pronoun means: "*A minister* told her to go. She said", "Asked by *Tom Holm*
        whether he would go, he said", "*Tom Holm* told Bo Orme that it rained. He replied"; "" for none."""
        last = self.statements[-1] if self.statements and pronoun else None
        near = last is not None and last.pieces and last.pieces[0][0] >= self.starts[max(0, number - 1)]
        if last is None or not near:
            return ""
        cue = self.text[slice(*last.cue)] if last.cue else ""
        asked = cue.endswith(" by") and (cue[0].isupper() or cue.partition(" ")[0] in ASKED)
        same = GENDERS.get(str(pronoun).lower(), "-") == GENDERS.get(last.addressee.lower())
        return last.speaker if asked or same or (replies and last.addressee) else ""

    def _leave_owned(self, items: Sequence[Item], clause: ReportingClause, statement: Statement) -> None:
        """Leaves quoted words to the statement that their quotation belongs to since a sentence before: a pair of marks
        has one speaker."""
        for item in (item for part in clause.contents for item in items[part.first : part.last]):
            owner = self.owner.get(self._chain(item))
            if owner is None:
                continue
            owner.pieces.append((item.start, item.end))
            statement.pieces = [
                piece
                for start, end in statement.pieces
                for piece in ((start, min(end, item.start)), (max(start, item.end), end))
                if piece[0] < piece[1]
            ]

    def _statement(
        self,
        items: Sequence[Item],
        clause: ReportingClause,
        speaker: Speaker,
        span: tuple[int, int] | None,
        parent: Statement | None,
    ) -> Statement:
        """The statement that a reporting clause makes."""
        return Statement(
            speaker.name,
            span,
            characters(items, clause.cue),
            self._words(items, without_adverbs(items, clause.addressee)),
            clause.rule,
            [piece for part in clause.contents if (piece := characters(items, part))],
            [piece for part in clause.region if (piece := characters(items, part))],
            parent,
            denied=clause.denied,
        )

    def _words(self, items: Sequence[Item], span: Span | None) -> str:
        """The text of a span of items; "" for none."""
        chars = characters(items, span)
        return self.text[slice(*chars)] if chars else ""

    def _apposition(self, subject: tuple[int, int] | None, number: int) -> str:
        """The words between commas right after a subject, in its sentence, or behind where a person is who is only
        described: "a nurse *at the hospital,* Ana Ruiz"."""
        if subject is None:
            return ""
        tokens = starting_in(self.sentences[number].tokens, subject[1], subject[1] + _APPOSITION_LIMIT)
        if tokens and tokens[0].lower in _WHERE and self.text[subject[0]].islower():
            behind = list(dropwhile(lambda token: token.is_word, tokens))
            named = len(behind) > 1 and any(token.lower in given_names() for token in behind[1:_NAMED_WITHIN])
            tokens = behind if named else tokens
        if len(tokens) < 2 or tokens[0].text != ",":
            return ""
        inside = list(takewhile(lambda token: token.is_word or token.text in "'’-&/", tokens[1:]))
        row = list(takewhile(lambda token: token.text[0].isupper() or token.text in (",", "and"), tokens[1:]))
        if "and" in [token.text for token in row[len(inside) :]]:  # "the owners, *Ana Ruiz, Bo Orme and Ben Holm*"
            inside = row[: -1 if row[-1].text == "," else None]
        return self.text[inside[0].start : inside[-1].end] if inside else ""

    # -- quotations without a reporting clause in their sentence -----------------------------------------------

    def _left_over(
        self,
        items: Sequence[Item],
        number: int,
        made: Sequence[Statement],
        pending: Statement | None,
        last: Statement | None,
    ) -> list[Statement]:
        """The statements of a sentence's quotations that none of those made claims."""
        quotes = [at for at, item in enumerate(items) if item.kind is QUOTE]
        if not quotes:
            return []
        said = Inside(sorted(span for statement in made for span in statement.pieces))
        clauses = Inside(sorted(span for statement in made for span in statement.clause))
        alone = not any(item.kind is WORD for item in items)
        found = []
        for at in quotes:
            item = items[at]
            if not said.covers(item.start):
                # Of a quotation that goes on in the next sentence, all is somebody's words, also in a reporting clause.
                runs_on = self.quotations[item.quote].end > self.sentences[number].end
                framed = clauses.covers(item.start)
                if framed and not runs_on:
                    continue
                speech = alone or runs_on or is_speech(item, items[at - 1].lower if at else "")
                source = made[-1] if framed else last
                source = None if alone and self.continuations.is_talk(number, last, self.statements) else source
                if source is not None and not source.pieces and not (alone and self.continuations.is_theirs(number)):
                    source = None
                statement = self._loose(item, number, speech, pending, source)
                if statement is not None:
                    found.append(statement)
        return found

    def _loose(
        self, item: Item, number: int, speech: bool, pending: Statement | None, last: Statement | None
    ) -> Statement | None:
        """The statement of a quotation that no reporting clause of its sentence claims; None where it is no
        statement (a title, a word that the writer keeps a distance from) or its reporting clause is still to come."""
        chain = self.quotations[item.quote].chain
        statement = self.owner.get(chain)
        if statement is None and self.clause_at.get(chain, -1) > number:
            self.waiting.setdefault(chain, []).append((item.start, item.end))
            return None
        if statement is None and chain in self.credits:
            statement = self.owner[chain] = self._credited(*self.credits[chain])
        if statement is None:
            if not speech:
                return None
            statement = self.owner[chain] = pending or self._without_clause(number, last)
        statement.pieces.append((item.start, item.end))
        return statement

    def _credits(self) -> dict[int, tuple[int, int]]:
        """The chains of quotations that a dash and a name follow, in the same sentence or as the next one ("“…” ― Ana
        Ruiz"): each with the number of the sentence of the name and the item where it begins."""
        found: dict[int, tuple[int, int]] = {}
        quote: Item | None = None  # that the sentence before ends in
        for number, items in enumerate(self.items):
            at = 1 if len(items) > 1 and items[0].kind is QUOTE else 0
            credited = items[0] if at else quote
            if credited is not None and is_credit(items, at):
                found[self.quotations[credited.quote].chain] = (number, at + 1)
            quote = items[-1] if items and items[-1].kind is QUOTE else None
        return found

    def _credited(self, number: int, first: int) -> Statement:
        """The statement of a quotation that a dash and a name follow."""
        items = self.items[number]
        comma = next((at for at in range(first, len(items)) if items[at].kind is MARK), len(items))
        span = (items[first].start, items[comma - 1].end)
        name = self.text[slice(*span)]
        speaker, basis = self.speakers.resolve(name, number, self._apposition(span, number))
        rule = f"name behind the quotation: “{name}”"
        region = [(items[first - 1].start, items[-1].end)]
        statement = Statement(speaker.name, span, None, "", rule, [], region, basis=basis)
        self.statements.append(statement)
        return statement

    def _without_clause(self, number: int, last: Statement | None) -> Statement:
        """The statement of a quotation for which there is no reporting clause at all."""
        if last is not None and (last.cue is not None or last.speaker != UNATTRIBUTED):
            if ends_quoted(self.text, last) and not last.denied:
                return last
            rule = last.rule if not last.pieces else "quotation right after a statement of the same source"
            basis = CONTINUED if last.speaker != UNATTRIBUTED else ""
            statement = Statement(last.speaker, last.speaker_span, None, "", rule, [], basis=basis)
        else:
            self.speakers.resolve("", number)
            rule = "quotation for which the text names no source"
            statement = Statement(UNATTRIBUTED, None, None, "", rule, [])
        self.statements.append(statement)
        return statement

    def _introduces(self, items: list[Item], number: int, made: Sequence[Statement]) -> Statement | None:
        """A sentence that ends in a colon after a reporting clause without content introduces the quotation that
        follows ("She put it plainly:"), or a list, with which content goes on, too ("She said the town should:")."""
        following = self.items[number + 1] if number + 1 < len(self.items) else []
        listed = bool(following) and self.sentences[number + 1].set_off == ITEM != self.sentences[number].set_off
        if listed and made:
            return next((one for one in made if one.pieces[-1][1] >= items[-2].end), None)
        if made or len(items) < 2 or items[-1].lower not in (":", ",") or not following:
            return None
        block = listed or following[0].kind is not QUOTE
        ends = self.sentences[number + 1].paragraph != self.sentences[number].paragraph
        if block and not (ends and items[-1].lower == ":"):
            return None
        probe = [*items, following[0]._replace(kind=QUOTE, lower="")]
        clauses = reporting_clauses(probe)
        if listed and not clauses:  # "The report found:"
            probe = [*items[:-1], items[-1]._replace(text="that", lower="that", kind=WORD), *following]
            clauses = reporting_clauses(probe)
        for clause in clauses:
            span = characters(probe, clause.subject)
            if span is None or span[0] >= following[0].start:
                continue
            phrase = self.text[slice(*span)]
            speaker, basis = self.speakers.resolve(phrase, number, self._apposition(span, number))
            region = [piece for part in clause.region if (piece := characters(probe, part))]
            cue = characters(probe, clause.cue)
            where = LIST if listed else BLOCK if block else "sentence"
            statement = Statement(
                speaker.name, span, cue, "", f"{clause.rule} in the next {where}", [], region,
                voice=DIRECT if where == BLOCK else "", basis=basis,
            )  # fmt: skip
            self.statements.append(statement)
            return statement
        return None

    # -- statements inside statements ------------------------------------------------------------------------

    def _nest(self, statement: Statement, depth: int) -> None:
        """Finds the statements that others make inside what a speaker says. What is denied has none: "denied that Hale
        said it leaks" reports no words of Hale's."""
        if statement.denied:
            return
        for start, end in statement.pieces:
            number = max(0, bisect_right(self.starts, start) - 1)
            while number < len(self.sentences) and self.sentences[number].start < end:
                items = starting_in(self.items[number], start, end)
                if len(items) == 1 and items[0].kind is QUOTE:
                    items = unfold(self.text, self.sentences[number], items[0])
                for inner in self._introduced(items, reporting_clauses(items, nested=True), number, statement):
                    if depth < _DEPTH:
                        self._nest(inner, depth + 1)
                number += 1


def _with_clause(items: Sequence[Item], clause: ReportingClause) -> Span | None:
    """The subject of a reporting clause; "those" with the clause that says who they are: "*Those who live there*
    said"."""
    subject = clause.subject
    if subject is None or subject.last >= clause.cue.first or items[subject.last].lower != "who":
        return subject
    those = items[subject.last - 1].lower == "those"  # also "some of those"
    return Span(subject.first, clause.cue.first) if those else subject


def _asks(items: Sequence[Item], clause: ReportingClause) -> bool:
    """Whether a reporting clause asks a question: its verb is one of asking, and not "asked her to go", "asked for"."""
    if clause.rule.endswith(AN_ORDER):
        return False
    if any(items[at].lower in ("to", "for") for part in clause.contents for at in (part.first, max(0, part.first - 1))):
        return False
    return _of_class(items, clause, "ask")


def _of_class(items: Sequence[Item], clause: ReportingClause, name: str) -> bool:
    found = [verbs().get(item.lower) for item in items[clause.cue.first : clause.cue.last]]
    return any(verb is not None and name in verb.classes for verb in found)
