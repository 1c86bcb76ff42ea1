"""One article's rows for every table: the stages of the reading in their order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

from sourcereading import certainty, issues, sentiment
from sourcereading.attribution.sources import sources
from sourcereading.attribution.spans import Row
from sourcereading.attribution.statements import attribute
from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, UNATTRIBUTED, WRITER, WRITERS
from sourcereading.certainty.holders import OTHER, PRONOUN
from sourcereading.reading.apply_corrections import Revision
from sourcereading.reading.corrections import NONE, Corrections, joined_notes
from sourcereading.reading.schema import SCHEMAS, Cells
from sourcereading.text.quotation_marks import Quotation, quotations
from sourcereading.text.sentences import TEXT, Sentence, sentences, starting_in

_CELLS = attrgetter(*(field.name for field in fields(certainty.Range)))
"""The fields of a Range, which are columns of the table, in order."""
_NO_RANGE = certainty.Range(basis="")


class _Place(NamedTuple):
    """Whose words are at a position: the innermost statement's row, and the voice of a mark there."""

    row: Row
    statement: int
    speaker: str
    voice: str


class ArticleReading:
    """One article's rows for every table."""

    def __init__(
        self,
        article: dict[str, Any],
        codebook: issues.Codebook,
        corrections: Corrections = NONE,
        scorers: Sequence[str] = sentiment.SCORERS,
    ):
        self.article = article
        self.codebook = codebook
        self.scorers = scorers
        self.id: str = article["article_id"]
        self.text: str = article["text"]
        self.sentences: list[Sentence] = sentences(self.text, article["title"], article.get("layout", ""))
        self.quotations: list[Quotation] = quotations(self.text, self.sentences)
        self._quote_starts = [quotation.start for quotation in self.quotations]
        self.revision = Revision(article, self.sentences, corrections)
        attribution = attribute(
            self.text, self.sentences, self.quotations, self.revision.statements, article["title"], article["outlet"],
            self.revision.given_parts(),
        )
        self.rows = self.revision.noted(attribution.rows)
        self.speakers, self.bearers = attribution.speakers, attribution.bearers
        self.warnings: tuple[str, ...] = attribution.notes
        self.by_sentence: list[list[Row]] = [[] for _ in self.sentences]
        # Sentence and statement to the rows nested in it there.
        self.inner: dict[tuple[int, int], list[Row]] = {}
        for row in self.rows:
            self.by_sentence[row.sentence].append(row)
            if row.parent >= 0:
                self.inner.setdefault((row.sentence, row.parent), []).append(row)

    def tables(self) -> dict[str, Iterable[Cells]]:
        """The rows of each table but ``problems`` and ``tokens``, which is made of the sentences when it is asked for;
        as tuples in the order of the columns in ``SCHEMAS``."""
        found = [certainty.marks(one.tokens) if one.kind is TEXT else [] for one in self.sentences]
        marks = self.revision.marks(found)
        words = [[token.is_word for token in sentence.tokens].count(True) for sentence in self.sentences]
        body = [count for count, sentence in zip(words, self.sentences, strict=True) if sentence.kind is TEXT]
        about = tuple(self.article.get(key, "") for key in SCHEMAS["articles"] if key not in ("words", "sentences"))
        return {
            "articles": [(*about, sum(body), len(body))],
            "sentences": [
                (self.id, self._sentence_id(at), sentence.paragraph, sentence.kind, *self._span(sentence), words[at])
                for at, sentence in enumerate(self.sentences)
            ],
            "statements": self._statements(marks),
            "certainty": self._certainty(marks),
            "issues": list(self.issues()),
            "sentiment": list(self._sentiment()),
            "speakers": self._speakers(),
            "changes": self.revision.changes(self.bearers.overruled),
        }  # fmt: skip

    # -- ids and places --------------------------------------------------------------------------------------

    def _sentence_id(self, number: int) -> str:
        return f"{self.id}.s{number + 1}"

    def _statement_id(self, number: int) -> str:
        return f"{self.id}.q{number + 1}" if number >= 0 else ""

    def _span(self, span: Any) -> tuple[int, int, str]:
        return span.start, span.end, self.text[span.start : span.end]

    def _voice(self, row: Row, position: int) -> str:
        """The voice of the words at a position of a row: in one that is partly quoted by the quotation marks."""
        if row.voice != MIXED:
            return row.voice
        at = bisect_right(self._quote_starts, position) - 1
        return DIRECT if at >= 0 and position < self.quotations[at].end else INDIRECT

    def _place(self, number: int, position: int) -> _Place:
        """The innermost statement at a position of a sentence; for a mark between two rows, the row before it."""
        rows = self.by_sentence[number]
        at = max(0, bisect_right(rows, position, key=attrgetter("start")) - 1)
        while rows[at].end <= position and rows[at].parent >= 0:
            at -= 1  # the nested statement has ended: the one around it goes on
        row = rows[at]
        if row.reporting_clause_of >= 0:
            return _Place(row, row.reporting_clause_of, WRITER, WRITERS)
        return _Place(row, row.statement, row.speaker, self._voice(row, position))

    # -- tables ----------------------------------------------------------------------------------------------

    def _statements(self, marks: Sequence[Sequence[certainty.Mark]]) -> list[Cells]:
        owned: dict[int, list[float]] = {}
        notes: dict[int, list[str]] = {}
        for number, found in enumerate(marks):
            for mark in found:
                place = self._place(number, mark.start)
                notes.setdefault(place.row.statement, []).append(mark.corrected)
                if place.row.reporting_clause_of < 0:
                    weight = certainty.weight(mark, self.sentences[number].tokens)
                    owned.setdefault(place.statement, []).append(weight)
        for number, position, note in self.revision.unmarked:
            notes.setdefault(self._place(number, position).row.statement, []).append(note)
        rows: list[Cells] = []
        for row in self.rows:
            score, level = float("nan"), ""
            if row.reporting_clause_of < 0 and not row.denied and self.sentences[row.sentence].kind is TEXT:
                weights = owned.get(row.statement, [])
                score, level = certainty.score(weights), certainty.level(weights)
            source, cue = row.speaker_span or (-1, -1), row.cue or (-1, -1)
            rows.append((
                self.id, self._statement_id(row.statement), row.part, self._statement_id(row.parent),
                self._statement_id(row.reporting_clause_of), self._sentence_id(row.sentence), *self._span(row),
                row.speaker, self.text[slice(*source)] if row.speaker_span else "", *source, row.basis,
                row.addressee,
                self.text[slice(*cue)] if row.cue else "", *cue, row.channel,
                row.denied, row.declined, row.anonymity, row.voice,
                row.words, row.own_words, row.quoted_words, score, level, row.rule,
                joined_notes(row.corrected, *notes.get(row.statement, ())),
            ))  # fmt: skip
        return rows

    def _certainty(self, marks: Sequence[Sequence[certainty.Mark]]) -> list[Cells]:
        rows: list[Cells] = []
        for number, found in enumerate(marks):
            tokens = self.sentences[number].tokens
            for mark in found:
                place = self._place(number, mark.start)
                rows.append((
                    self.id, f"{self.id}.m{len(rows) + 1}", self._sentence_id(number),
                    self._statement_id(place.statement), *self._span(mark), mark.type, mark.direction,
                    place.speaker, place.voice,
                    mark.holder == OTHER or mark.holder == PRONOUN and place.voice != INDIRECT, mark.rule,
                    certainty.weight(mark, tokens), *_CELLS(certainty.range_of(mark, tokens) or _NO_RANGE),
                    joined_notes(mark.corrected, place.row.corrected),
                ))  # fmt: skip
        return rows

    def issues(self) -> Iterable[Cells]:
        """The rows of the table ``issues``."""
        named = issues.mentions_in(
            [sentence.tokens if sentence.kind is TEXT else () for sentence in self.sentences], self.codebook
        )
        for number, mentions in enumerate(self.revision.mentions(named, self.codebook)):
            for mention in mentions:
                place = self._place(number, mention.start)
                yield (
                    self.id, self._sentence_id(number), self._statement_id(place.statement), *self._span(mention),
                    mention.topic, mention.issue, mention.pattern, mention.within, place.speaker, place.voice,
                    joined_notes(mention.corrected, place.row.corrected),
                    *self.codebook.own_cells(mention.issue, mention.pattern),
                )  # fmt: skip

    def _sentiment(self) -> Iterable[Cells]:
        if sentiment.NEWS in self.scorers:
            people = self.revision.people
            given = [(one.name, alias) for one in people for alias in (one.name, *one.aliases)]
            named = sentiment.targets(self.sentences, self.speakers, given, self.bearers)
        else:
            named = [[] for _ in self.sentences]
        for row in self.rows if self.scorers else ():
            if row.reporting_clause_of >= 0 or self.sentences[row.sentence].kind is not TEXT:
                continue
            for start, end in self._pieces(row):
                about = (
                    self.id, self._sentence_id(row.sentence), self._statement_id(row.statement),
                    start, end, self.text[start:end], row.speaker, self._voice(row, start),
                )  # fmt: skip
                for target, score in self._scores(row, start, end, named[row.sentence]):
                    score = sentiment.withheld(score) if row.denied else score
                    figures = (score.polarity, score.subjectivity, score.evidence, score.verdict, score.words)
                    yield (*about, score.scorer, target, *figures)

    def _scores(
        self, row: Row, start: int, end: int, named: Sequence[sentiment.Target]
    ) -> Iterable[tuple[str, sentiment.Score]]:
        """What each scorer says of a stretch as a whole, and the news scorer of each target named in it.

        For a target all of the statement's words in the sentence count: in "described Holm as “a disgrace”" the
        judgement is quoted, and the name is not.
        """
        tokens = self.sentences[row.sentence].tokens
        stretch = starting_in(tokens, start, end)
        scrap = [word.is_word for word in stretch].count(True) < sentiment.SCRAP
        for scorer in sentiment.SCORERS:
            if scorer not in self.scorers:
                continue
            if scrap:
                yield "", sentiment.unscored(scorer)
            elif scorer == sentiment.NEWS:
                yield "", sentiment.news(stretch)
            else:
                names = [(first - start, last - start) for first, last in sentiment.names_in(stretch)]
                yield "", sentiment.textblob(self.text[start:end], names)
        places: dict[str, list[tuple[int, int]]] = {}
        for target in named[bisect_left(named, start, key=attrgetter("start")) :]:
            if target.end > end:
                break
            places.setdefault(target.name, []).append((target.start, target.end))
        if places and row.words >= sentiment.SCRAP:
            words = starting_in(tokens, row.start, row.end)
            for name, spans in places.items():
                yield name, sentiment.toward(words, spans)

    def _pieces(self, row: Row) -> list[tuple[int, int]]:
        """The stretches of a row that are scored by themselves: the words of statements nested in it are left out, and
        the quoted and unquoted words of a mixed statement are two voices."""
        tokens = starting_in(self.sentences[row.sentence].tokens, row.start, row.end)
        inner = self.inner.get((row.sentence, row.statement), [])
        if not inner and row.voice != MIXED:
            return [(tokens[0].start, tokens[-1].end)] if any(token.is_word for token in tokens) else []
        pieces: list[tuple[int, int, str, bool]] = []
        begun, covered = 0, 0  # of the nested rows, those that begin up to the token, and how far they reach
        for token in tokens:
            while begun < len(inner) and inner[begun].start <= token.start:
                covered = max(covered, inner[begun].end)
                begun += 1
            if token.start < covered:
                pieces.append((token.end, token.end, "", False))  # separates the words around it
                continue
            voice = self._voice(row, token.start)
            if pieces and pieces[-1][2] == voice and pieces[-1][1] > pieces[-1][0]:
                pieces[-1] = (pieces[-1][0], token.end, voice, pieces[-1][3] or token.is_word)
            else:
                pieces.append((token.start, token.end, voice, token.is_word))
        return [(start, end) for start, end, _, spoken in pieces if spoken]

    def _speakers(self) -> list[Cells]:
        """Speakers in order of appearance, with how many statements and words are theirs;
        what several say together counts for each of them."""
        ids: dict[str, set[int]] = {}
        direct: dict[str, int] = {}
        indirect: dict[str, int] = {}
        named = {speaker.name: speaker for speaker in self.speakers}
        for row in self.rows:
            if row.speaker == WRITER:
                continue
            together = named[row.speaker].members if row.speaker in named else ()
            for name in together or (row.speaker,):
                ids.setdefault(name, set()).add(row.statement)
                direct[name] = direct.get(name, 0) + row.quoted_words
                indirect[name] = indirect.get(name, 0) + row.own_words - row.quoted_words
        told = sources(self.text, self.rows, self.speakers, ids, self.bearers)
        rows: list[Cells] = []
        for name in ids:
            speaker, source = named.get(name), told[name]
            aliases = "; ".join(alias for alias in speaker.aliases if alias != name) if speaker else ""
            role = speaker.role if speaker and name != UNATTRIBUTED else ""
            counts = (len(ids[name]), direct[name], indirect[name])
            rows.append((
                self.id, name, aliases, role, *source[:-1], *counts, source.rule, *self.revision.own_cells(name),
            ))  # fmt: skip
        return rows
