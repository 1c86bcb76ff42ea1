"""A reading: all tables of a set of articles, from one pure function of a DataFrame of articles.

``analyse`` looks at one article at a time and touches no file but the lexicons, so any engine that runs a function
over partitions of a DataFrame can run it; ``read`` is the same for a folder, a file or a list of texts.
"""

from __future__ import annotations

import json
import logging
import os
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from sourcereading import certainty, issues, news_tone, probability, sentiment
from sourcereading.articles import Intake, NothingToRead, read_articles
from sourcereading.corrections import NAME, NONE, Corrections, joined_notes, settled
from sourcereading.cover import DIRECT, INDIRECT, MIXED, WRITERS, Row
from sourcereading.quotes import Quotation, quotations
from sourcereading.resources import DataError, ReaderError, expanded, source_path
from sourcereading.revision import Revision
from sourcereading.segment import TEXT, Sentence, Token, sentences, starting_in
from sourcereading.statements import attribute
from sourcereading.tables import (
    CODEBOOK,
    SCHEMAS,
    UNATTRIBUTED,
    WRITER,
    Gathering,
    check_place,
    load_csv,
    save_csv,
    table,
)
from sourcereading.targets import Target, names_of, targets

SAVED = "SOURCEREADING_SAVED"
"""Environment variable with a JSON object, source path to folder of saved tables: while reports are made the
articles are read once, and ``read`` in each notebook loads what was saved, unless it names another codebook."""

_LOG = logging.getLogger("sourcereading")

Progress = Callable[[int, int, str], None]
"""Called after each article with how many are done, how many there are, and the article's file."""


@dataclass(frozen=True)
class Reading:
    """All that was read: one DataFrame per table of ``tables.SCHEMAS``, how many sources there were, and the
    codebook that found the issues."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    tokens: pd.DataFrame
    statements: pd.DataFrame
    certainty: pd.DataFrame
    issues: pd.DataFrame
    sentiment: pd.DataFrame
    speakers: pd.DataFrame
    changes: pd.DataFrame
    problems: pd.DataFrame
    sources: int
    codebook: issues.Codebook

    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables by name."""
        return {name: getattr(self, name) for name in SCHEMAS}

    def split(self) -> dict[str, Reading]:
        """The reading of each article by its id, without ``problems``, which are about files."""
        parts: dict[str, dict[str, pd.DataFrame]] = {article: {} for article in self.articles["article_id"]}
        for name, frame in self.tables().items():
            if name == "problems":
                continue
            places = frame.groupby("article_id", sort=False).indices
            for article, tables in parts.items():
                tables[name] = frame.iloc[places.get(article, [])].reset_index(drop=True)
        return {
            article: replace(self, **tables, problems=table("problems"), sources=1)
            for article, tables in parts.items()
        }

    def save(self, folder: str | Path, format: str = "csv") -> Path:
        """Writes every table as ``NAME.csv`` (UTF-8) or ``NAME.parquet``, a copy of the codebook, and
        ``manifest.json``.

        In CSV an apostrophe stands before text that a spreadsheet would run as a formula; :func:`load` takes it away.

        Parameters
        ----------
        folder : where to; it is made if need be.
        format : "csv" or "parquet" (which needs pyarrow).

        Returns
        -------
        The folder.

        Raises
        ------
        ReaderError : a file of the same name is there that is no table saved before; the format is unknown, or
            pyarrow is missing.
        """
        if format not in ("csv", "parquet"):
            raise ReaderError(f"format {format!r}: use csv or parquet")
        target = expanded(folder)
        check_place(target, format)
        target.mkdir(parents=True, exist_ok=True)
        # First, so that after an interruption the tables beside it are known to be ours.
        (target / "manifest.json").write_text(json.dumps(self.manifest(), indent=1) + "\n", encoding="utf-8")
        (target / CODEBOOK).write_bytes(self.codebook.content)
        for name, frame in self.tables().items():
            if format == "csv":
                save_csv(frame, target / f"{name}.csv")
            else:
                try:
                    frame.to_parquet(target / f"{name}.parquet", index=False)
                except ImportError:
                    raise ReaderError("Parquet needs pyarrow: pip install pyarrow, or save as CSV") from None
        return target

    def manifest(self) -> dict[str, Any]:
        """How many sources came in, were accepted, read once already, or refused; how many corrections were applied,
        speakers named by people.csv, and corrections not applied; the rows of each table; and the codebook."""
        refused = int((self.problems["outcome"] == "refused").sum())
        names = int((self.changes["applied"] & (self.changes["change"] == NAME)).sum())
        applied = int(self.changes["applied"].sum()) - names
        return {
            "files_in": self.sources,
            "accepted": self.sources - refused,
            "refused": refused,
            "articles": len(self.articles),
            "corrections": {"applied": applied, "names": names, "not_applied": len(self.changes) - applied - names},
            "rows": {name: len(frame) for name, frame in self.tables().items()},
            "codebook": {"file": self.codebook.file, "sha256": self.codebook.sha256},
        }


def read(
    source: str | Path | Iterable[str] | pd.DataFrame,
    progress: Progress | None = None,
    codebook: str | Path | issues.Codebook | None = None,
) -> Reading:
    """Reads articles and returns all tables.

    Parameters
    ----------
    source : the path of a folder, a text file, a saved web page or a table of articles (relative to the working
        directory, else to the project's folder); a list of texts; or a DataFrame with a column ``text``.
    progress : called after each article with (articles done, articles in all, file); ``display.progress()`` for a
        notebook.
    codebook : which words name which issue: a CSV file, as ``issues.codebook`` takes it; the project's when none
        is given, or "".

    Raises
    ------
    DataError : the codebook has a row that cannot be used; the message names file, line and remedy.
    NothingToRead : there is no file, or no article could be accepted; the message says why.
    TypeError : ``source`` is none of these.

    An article on which the program itself fails does not stop the others: it is refused, in ``problems``, and its
    traceback goes to the logger "sourcereading" (level DEBUG; ``--debug`` of the command shows it).

    >>> read(["“It may rain,” said Ana Ruiz."]).statements[["speaker", "voice"]].values.tolist()
    [['Ana Ruiz', 'direct'], ['(writer)', 'writer']]
    """
    if isinstance(source, str | Path):
        path = source_path(source)
        saved = json.loads(os.environ.get(SAVED, "{}")).get(str(path))
        if saved:
            reading = load(saved)
            if not codebook or reading.codebook == issues.codebook(codebook):
                return reading
        if not isinstance(source, str) or os.path.lexists(path):  # else the message tells what was given
            source = path
    book = issues.codebook(codebook)
    intake = read_articles(source, source_path(codebook) if isinstance(codebook, str | Path) and codebook else None)
    reading = _reading(intake, book, progress)
    if reading.articles.empty:
        reasons = "; ".join(f"{row.file}: {row.reason}" for row in reading.problems.head(5).itertuples())
        raise NothingToRead(
            f"no article could be read. {reasons}" if reasons else "no article: the list is empty"
        )
    return reading


def load(folder: str | Path) -> Reading:
    """A reading from the CSV tables that ``save`` wrote. A ReaderError says that there are none."""
    source = expanded(folder)
    files = [*(f"{name}.csv" for name in SCHEMAS), "manifest.json", CODEBOOK]
    if missing := [name for name in files if not (source / name).is_file()]:
        raise ReaderError(f"{source}: no {missing[0]} there; name a folder of CSV tables that reading.save has written")
    frames = {name: load_csv(source / f"{name}.csv", name) for name in SCHEMAS}
    manifest = json.loads((source / "manifest.json").read_text(encoding="utf-8"))
    book = replace(issues.codebook(source / CODEBOOK), file=manifest["codebook"]["file"])
    return Reading(**frames, sources=manifest["files_in"], codebook=book)


def analyse(
    articles: pd.DataFrame, codebook: issues.Codebook | None = None, corrections: Corrections = NONE
) -> dict[str, pd.DataFrame]:
    """All tables of some articles but ``problems``; pure, and the same by parts as for the whole.

    Parameters
    ----------
    articles : a frame with the columns of the table ``articles``; ``words`` and ``sentences`` are filled in here.
        No rows give typed empty tables.
    codebook : from ``issues.codebook``; it can be sent to another process. The project's when none is given.
    corrections : what readers have corrected (``corrections.in_file``). Those that no article takes up have no row in
        the table ``changes``; ``corrections.settled`` adds them.

    Raises
    ------
    ValueError : a column is missing, a cell is not text, or an id stands in two rows. An exception from reading an
        article is let through; whoever calls decides what it means for the others (``read`` refuses the article).
    """
    needed = [name for name in SCHEMAS["articles"] if name not in ("words", "sentences")]
    if missing := [name for name in needed if name not in articles.columns]:
        raise ValueError(f"no column {', '.join(missing)}; take the frame `articles` of a reading, or add it")
    for name in needed:
        for row, cell in zip(articles.index, articles[name], strict=True):
            if not isinstance(cell, str):
                raise ValueError(f"row {row}: {name} is {cell!r}, not text; write “” where it is not known")
    if twice := articles["article_id"][articles["article_id"].duplicated()].tolist():
        raise ValueError(f"the article_id {twice[0]!r} stands in two rows; make it unique")
    return _analysed(articles.to_dict("records"), issues.codebook(codebook), corrections)


def mentions_by(reading: Reading, codebook: issues.Codebook) -> pd.DataFrame:
    """The table ``issues`` of a reading, had it been made with another codebook."""
    articles = reading.articles.to_dict("records")
    return table("issues", [row for article in articles for row in _ArticleReading(article, codebook).issues()])


def _reading(intake: Intake, codebook: issues.Codebook, progress: Progress | None) -> Reading:
    failed: list[tuple] = []
    articles = [asdict(article) for article in intake.articles]
    found = _analysed(articles, codebook, intake.corrections, progress, failed)
    found["changes"], told = settled(intake.corrections, found["changes"], found["speakers"], articles)
    known = [(problem.file, problem.outcome, problem.reason) for problem in intake.problems]
    return Reading(
        **found, problems=table("problems", known + failed + told), sources=intake.sources, codebook=codebook
    )


def _analysed(
    articles: Sequence[dict[str, Any]],
    codebook: issues.Codebook,
    corrections: Corrections,
    progress: Progress | None = None,
    failed: list[tuple] | None = None,
) -> dict[str, pd.DataFrame]:
    """The tables. Where ``failed`` is given, it gets a row of ``problems`` for each article that makes the program
    fail; but what is wrong with the project's own data is wrong for every article, and stops."""
    gathered = {name: Gathering(name) for name in SCHEMAS if name != "problems"}
    for number, article in enumerate(articles, 1):
        try:
            tables = _ArticleReading(article, codebook, corrections).tables()
        except DataError:
            raise
        except Exception as error:
            if failed is None:
                raise
            _LOG.debug("%s made the program fail", article["file"], exc_info=True)
            reason = f"the program failed on this text ({type(error).__name__}: {error}); please report it"
            failed.append((article["file"], "refused", reason))
            tables = {}
        for name, found in tables.items():
            gathered[name].add(found)
        if progress:
            progress(number, len(articles), article["file"])
    return {name: rows.table() for name, rows in gathered.items()}


class _Place(NamedTuple):
    """Whose words stand at a position: the innermost statement's row, and how a mark there is reported."""

    row: Row
    statement: int
    speaker: str
    voice: str


class _ArticleReading:
    """One article's rows for every table."""

    def __init__(self, article: dict[str, Any], codebook: issues.Codebook, corrections: Corrections = NONE):
        self.article = article
        self.codebook = codebook
        self.id: str = article["article_id"]
        self.text: str = article["text"]
        self.sentences: list[Sentence] = sentences(self.text, article["title"])
        self.quotations: list[Quotation] = quotations(self.text, self.sentences)
        self._quote_starts = [quotation.start for quotation in self.quotations]
        self.revision = Revision(article, self.sentences, corrections)
        attribution = attribute(self.text, self.sentences, self.quotations, self.revision.statements)
        self.rows = self.revision.noted(attribution.rows)
        self.speakers = attribution.speakers
        self.by_sentence: list[list[Row]] = [[] for _ in self.sentences]
        # Sentence and statement to the rows nested in it there.
        self.inner: dict[tuple[int, int], list[Row]] = {}
        for row in self.rows:
            self.by_sentence[row.sentence].append(row)
            if row.parent >= 0:
                self.inner.setdefault((row.sentence, row.parent), []).append(row)

    def tables(self) -> dict[str, list[tuple]]:
        marks = self.revision.marks([self._marks(number) for number in range(len(self.sentences))])
        words = [sum(token.is_word for token in sentence.tokens) for sentence in self.sentences]
        body = [count for count, sentence in zip(words, self.sentences, strict=True) if sentence.kind is TEXT]
        about = (*(self.article[key] for key in SCHEMAS["articles"] if key not in ("words", "sentences")),)
        return {
            "articles": [(*about, sum(body), len(body))],
            "sentences": [
                (self.id, self._sentence_id(at), sentence.paragraph, sentence.kind, *self._span(sentence), words[at])
                for at, sentence in enumerate(self.sentences)
            ],
            "tokens": list(self._tokens()),
            "statements": self._statements(marks),
            "certainty": self._certainty(marks),
            "issues": list(self.issues()),
            "sentiment": list(self._sentiment()),
            "speakers": self._speakers(),
            "changes": self.revision.changes(),
        }  # fmt: skip

    # -- ids and places --------------------------------------------------------------------------------------

    def _sentence_id(self, number: int) -> str:
        return f"{self.id}.s{number + 1}"

    def _statement_id(self, number: int) -> str:
        return f"{self.id}.q{number + 1}" if number >= 0 else ""

    def _span(self, span: Any) -> tuple[int, int, str]:
        return span.start, span.end, self.text[span.start : span.end]

    def _in_quotes(self, position: int) -> bool:
        at = bisect_right(self._quote_starts, position) - 1
        return at >= 0 and position < self.quotations[at].end

    def _place(self, number: int, position: int) -> _Place:
        """The innermost statement at a position of a sentence; for a mark between two rows, the row before it."""
        rows = self.by_sentence[number]
        at = max(0, bisect_right(rows, position, key=attrgetter("start")) - 1)
        while rows[at].end <= position and rows[at].parent >= 0:
            at -= 1  # the nested statement has ended: the one around it goes on
        row = rows[at]
        if row.frame_of >= 0:
            return _Place(row, row.frame_of, WRITER, WRITERS)
        voice = row.voice if row.voice != MIXED else DIRECT if self._in_quotes(position) else INDIRECT
        return _Place(row, row.statement, row.speaker, voice)

    # -- tables ----------------------------------------------------------------------------------------------

    def _tokens(self) -> Iterable[tuple]:
        count = 0
        for number, sentence in enumerate(self.sentences):
            sentence_id = self._sentence_id(number)
            for token in sentence.tokens:
                count += 1
                yield (
                    self.id, sentence_id, f"{self.id}.t{count}",
                    token.start, token.end, token.text, token.is_word,
                )  # fmt: skip

    def _marks(self, number: int) -> list[certainty.Mark]:
        sentence = self.sentences[number]
        return certainty.marks(sentence.tokens) if sentence.kind is TEXT else []

    def _statements(self, marks: Sequence[Sequence[certainty.Mark]]) -> list[tuple]:
        owned: dict[int, list[certainty.Mark]] = {}
        notes: dict[int, list[str]] = {}
        for number, found in enumerate(marks):
            for mark in found:
                place = self._place(number, mark.start)
                notes.setdefault(place.row.statement, []).append(mark.corrected)
                if place.row.frame_of < 0:
                    owned.setdefault(place.statement, []).append(mark)
        for number, position, note in self.revision.unmarked:
            notes.setdefault(self._place(number, position).row.statement, []).append(note)
        scores = {
            statement: certainty.score(owned.get(statement, []), words)
            for statement, words in self._own_tokens().items()
        }
        rows = []
        for row in self.rows:
            score, level = float("nan"), ""
            if row.frame_of < 0 and self.sentences[row.sentence].kind is TEXT:
                score = scores.get(row.statement, certainty.score([]))
                level = certainty.level(score)
            source, cue = row.speaker_span or (-1, -1), row.cue or (-1, -1)
            rows.append((
                self.id, self._statement_id(row.statement), row.part, self._statement_id(row.parent),
                self._statement_id(row.frame_of), self._sentence_id(row.sentence), *self._span(row),
                row.speaker, self.text[slice(*source)] if row.speaker_span else "", *source, row.addressee,
                self.text[slice(*cue)] if row.cue else "", *cue, row.voice,
                row.words, row.own_words, row.quoted_words, score, level, row.rule,
                joined_notes(row.corrected, *notes.get(row.statement, ())),
            ))  # fmt: skip
        return rows

    def _own_tokens(self) -> dict[int, list[Token]]:
        """The tokens of each statement that are not those of a statement nested in it, frames left out."""
        found: dict[int, list[Token]] = {}
        for row in self.rows:
            if row.frame_of < 0 and self.sentences[row.sentence].kind is TEXT:
                for start, end in self._pieces(row):
                    inside = starting_in(self.sentences[row.sentence].tokens, start, end)
                    found.setdefault(row.statement, []).extend(inside)
        return found

    def _certainty(self, marks: Sequence[Sequence[certainty.Mark]]) -> list[tuple]:
        rows: list[tuple] = []
        for number, found in enumerate(marks):
            for mark in found:
                place = self._place(number, mark.start)
                rows.append((
                    self.id, f"{self.id}.m{len(rows) + 1}", self._sentence_id(number),
                    self._statement_id(place.statement), *self._span(mark), mark.type, mark.direction,
                    place.speaker, place.voice, mark.rule, certainty.weight(mark), *self._range(number, mark),
                    joined_notes(mark.corrected, place.row.corrected),
                ))  # fmt: skip
        return rows

    def _range(self, number: int, mark: certainty.Mark) -> tuple:
        found = probability.reading(mark, self.sentences[number].tokens)
        if found is None:
            return (*(float("nan"),) * 3, "", "", "", float("nan"), "", *(float("nan"),) * 2, "")
        values = {field.name: getattr(found, field.name) for field in fields(found)}
        columns = (
            "low", "median", "high", "basis", "phrase", "source", "n",
            "official_scale", "official_low", "official_high", "note",
        )  # fmt: skip
        return tuple(float("nan") if values[name] is None else values[name] for name in columns)

    def issues(self) -> Iterable[tuple]:
        named = [
            issues.mentions(sentence.tokens, self.codebook) if sentence.kind is TEXT else []
            for sentence in self.sentences
        ]
        for number, mentions in enumerate(self.revision.mentions(named, self.codebook)):
            for mention in mentions:
                place = self._place(number, mention.start)
                yield (
                    self.id, self._sentence_id(number), self._statement_id(place.statement), *self._span(mention),
                    mention.topic, mention.issue, mention.pattern, place.speaker, place.voice,
                    joined_notes(mention.corrected, place.row.corrected),
                )  # fmt: skip

    def _sentiment(self) -> Iterable[tuple]:
        names = names_of(self.sentences, self.speakers)
        named = [targets(sentence.tokens, names) for sentence in self.sentences]
        for row in self.rows:
            if row.frame_of >= 0 or self.sentences[row.sentence].kind is not TEXT:
                continue
            for start, end in self._pieces(row):
                voice = row.voice if row.voice != MIXED else DIRECT if self._in_quotes(start) else INDIRECT
                about = (
                    self.id, self._sentence_id(row.sentence), self._statement_id(row.statement),
                    start, end, self.text[start:end], row.speaker, voice,
                )  # fmt: skip
                for target, score in self._scores(row.sentence, start, end, named[row.sentence]):
                    figures = (score.polarity, score.subjectivity, score.evidence, score.verdict, score.words)
                    yield (*about, score.scorer, target, *figures)

    def _scores(
        self, number: int, start: int, end: int, named: Sequence[Target]
    ) -> Iterable[tuple[str, sentiment.Score]]:
        """What each scorer says of a stretch as a whole, and the news scorer of each target named in it."""
        yield "", sentiment.textblob(self.text[start:end])
        words = starting_in(self.sentences[number].tokens, start, end)
        yield "", news_tone.stretch(words)
        places: dict[str, list[tuple[int, int]]] = {}
        for target in named[bisect_left(named, start, key=attrgetter("start")) :]:
            if target.end > end:
                break
            places.setdefault(target.name, []).append((target.start, target.end))
        for name, spans in places.items():
            yield name, news_tone.toward(words, spans)

    def _pieces(self, row: Row) -> list[tuple[int, int]]:
        """The stretches of a row that are scored apart: what statements nested in it hold is theirs, and the
        quoted and unquoted words of a mixed statement are two voices."""
        tokens = starting_in(self.sentences[row.sentence].tokens, row.start, row.end)
        inner = self.inner.get((row.sentence, row.statement), [])
        pieces: list[tuple[int, int, bool, bool]] = []
        begun, covered = 0, 0  # of the nested rows, those that begin up to the token, and how far they reach
        for token in tokens:
            while begun < len(inner) and inner[begun].start <= token.start:
                covered = max(covered, inner[begun].end)
                begun += 1
            if token.start < covered:
                pieces.append((token.end, token.end, False, False))  # parts the words around it
                continue
            quoted = row.voice == MIXED and self._in_quotes(token.start)
            if pieces and pieces[-1][2] == quoted and pieces[-1][1] > pieces[-1][0]:
                pieces[-1] = (pieces[-1][0], token.end, quoted, pieces[-1][3] or token.is_word)
            else:
                pieces.append((token.start, token.end, quoted, token.is_word))
        return [(start, end) for start, end, _, spoken in pieces if spoken]

    def _speakers(self) -> list[tuple]:
        """Speakers in order of appearance, with how many statements and words are theirs alone."""
        ids: dict[str, set[int]] = {}
        direct: dict[str, int] = {}
        indirect: dict[str, int] = {}
        for row in self.rows:
            if row.speaker != WRITER:
                ids.setdefault(row.speaker, set()).add(row.statement)
                direct[row.speaker] = direct.get(row.speaker, 0) + row.quoted_words
                indirect[row.speaker] = indirect.get(row.speaker, 0) + row.own_words - row.quoted_words
        named = {speaker.name: speaker for speaker in self.speakers}
        rows = []
        for name in ids:
            speaker = named.get(name)
            aliases = "; ".join(alias for alias in speaker.aliases if alias != name) if speaker else ""
            role = speaker.role if speaker and name != UNATTRIBUTED else ""
            rows.append((self.id, name, aliases, role, len(ids[name]), direct[name], indirect[name]))
        return rows
