"""A reading: all tables of a set of articles, from one pure function of a DataFrame of articles.

``analyse`` looks at one article at a time and touches no file but the lexicons, so any engine that runs a function
over partitions of a DataFrame can run it; ``read`` is the same for a folder, a file or a list of texts.
"""

from __future__ import annotations

import io
import json
import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from sourcereading import issues
from sourcereading.reading.corrections import NAME, NONE, Corrections, parsed, settled
from sourcereading.reading.files import CODEBOOK, load_csv, save_tables, saved_tables
from sourcereading.reading.in_order import Manner, Progress, analysed, as_read, found_in, made, own_columns
from sourcereading.reading.one_article import ArticleReading
from sourcereading.reading.schema import SCHEMAS, Cells, table
from sourcereading.reading.side_by_side import found_side_by_side, workers_for
from sourcereading.reading.wording import count
from sourcereading.sentiment import SCORERS
from sourcereading.text.articles import Intake, NothingToRead, read_articles
from sourcereading.text.folders import MANIFEST
from sourcereading.text.paths import ReaderError, expanded, source_path

SAVED = "SOURCEREADING_SAVED"
"""Environment variable with a JSON object, source path to a pickled reading: while reports are made the articles are
read once, and ``read`` in each notebook takes what was read, unless it names another codebook."""


@dataclass(frozen=True)
class Reading:
    """All that was read: one DataFrame per table of ``SCHEMAS``, made when it is first asked for, how many sources
    there were, and the codebook that found the issues."""

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

    def copy(self) -> Reading:
        """The same reading; what is changed in its tables, or made of them, is not changed in these, nor kept here."""
        twin = copy(self)
        frames = ((name, kept) for name, kept in vars(self).items() if isinstance(kept, pd.DataFrame))
        vars(twin).update({name: frame.copy(deep=False) for name, frame in frames})
        return twin

    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables by name."""
        return {name: getattr(self, name) for name in SCHEMAS}

    def tokens_in_pieces(self, columns: Sequence[str]) -> Iterator[pd.DataFrame]:
        """Some columns of ``tokens``, by far the largest table, some sentences at a time."""
        kept = vars(self)["tokens"]
        yield from [kept[[*columns]]] if isinstance(kept, pd.DataFrame) else kept.pieces(columns)

    def split(self, together: int = 1) -> dict[str, Reading]:
        """The reading of each article by its id, without ``problems``, which are about files; or of so many articles
        together, by the id of the first."""
        ids = self.articles["article_id"]
        first = dict(zip(ids, (ids.iloc[at - at % together] for at in range(len(ids))), strict=True))
        parts: dict[str, dict[str, pd.DataFrame]] = {article: {} for article in first.values()}
        for name, frame in self.tables().items():
            if name == "problems":
                continue
            places = frame.groupby(frame["article_id"].map(first), sort=False).indices
            for article, tables in parts.items():
                tables[name] = frame.iloc[_together(places.get(article, []))].reset_index(drop=True)
        return {
            article: replace(self, **tables, problems=table("problems"), sources=together)
            for article, tables in parts.items()
        }

    def save(self, folder: str | Path, format: str = "csv", codebook: str = CODEBOOK) -> Path:
        """Writes every table as ``NAME.csv`` (UTF-8) or ``NAME.parquet``, a copy of the codebook, and
        ``manifest.json``, which says what belongs together: all or nothing, in the place of tables saved there
        before, in whichever format.

        In CSV text that a spreadsheet would run as a formula has an apostrophe before it; :func:`load` removes it.

        Parameters
        ----------
        folder : where to; it is created where needed, and given back.
        format : "csv" or "parquet" (which needs pyarrow).
        codebook : where the copy of the codebook is, relative to the folder: other tables saved beside may have one.

        Raises
        ------
        ReaderError : a file of the same name exists that is not a table saved before; another process is writing
            there; the disk is full, or may not be written; the format is unknown, or pyarrow is missing.
        """
        if format not in ("csv", "parquet"):
            raise ReaderError(f"format {format!r}: use csv or parquet")
        target = expanded(folder).resolve()
        manifest = self.manifest()
        manifest["codebook"]["copy"] = codebook
        beside = {CODEBOOK: self.codebook.content} if codebook == CODEBOOK else {}
        kept = [(name, vars(self)[name]) for name in SCHEMAS]
        pieces = [(name, [table] if isinstance(table, pd.DataFrame) else table.pieces()) for name, table in kept]
        save_tables(pieces, beside, manifest, target, format)
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
            "rows": {name: len(vars(self)[name]) for name in SCHEMAS},
            "codebook": {"file": self.codebook.file, "sha256": self.codebook.sha256},
        }


def _asked_for(name: str) -> property:
    """A table that is made when it is first asked for; that of the tokens, by far the largest, each time."""

    def table_of(reading: Reading) -> pd.DataFrame:
        frame = made(vars(reading)[name])
        if name != "tokens":
            vars(reading)[name] = frame
        return frame

    return property(table_of, lambda reading, kept: vars(reading).update({name: kept}))


for _name in SCHEMAS:
    setattr(Reading, _name, _asked_for(_name))


def read(
    source: str | Path | Iterable[str] | pd.DataFrame,
    progress: Progress | None = None,
    codebook: str | Path | issues.Codebook | None = None,
    scorers: Sequence[str] = SCORERS,
    workers: int | None = None,
) -> Reading:
    """Reads articles and returns all tables.

    Parameters
    ----------
    source : the path of a folder, a text file, a saved web page or a table of articles (relative to the working
        directory, else to the project's folder); a list of texts; or a DataFrame with a column ``text``.
    progress : called after each article with (articles done, articles in all, file); ``sr.progress()`` for a
        notebook.
    codebook : which words name which issue: a CSV file, as ``issues.codebook`` takes it; the project's when none
        is given, or "".
    scorers : of tone, "textblob" and "news"; with none the table ``sentiment`` is empty, and the rest takes a
        quarter less time.
    workers : how many processes read the articles, this one among them; where none is given, one, or one per core
        from 300,000 characters of text on. The tables are the same.

    Raises
    ------
    DataError : the codebook has a row that cannot be used; the message names file, line and remedy.
    NothingToRead : there is no file, or no article could be accepted; the message says why.
    ProcessEnded : one of several processes was stopped from outside.
    TypeError : ``source`` is none of these.
    ValueError : there is no such scorer, or there are fewer workers than one.

    An article on which the program itself fails does not stop the others: it is refused, in ``problems``, and its
    traceback goes to the logger "sourcereading" (level DEBUG; ``--debug`` of the command shows it).

    >>> read(["“It may rain,” said Ana Ruiz."]).statements[["speaker", "voice"]].values.tolist()
    [['Ana Ruiz', 'direct'], ['(writer)', 'writer']]
    """
    all_tone = _known(scorers) == set(SCORERS)
    if isinstance(source, str | Path):
        path = source_path(source)
        if file := json.loads(os.environ.get(SAVED, "{}")).get(str(path)):
            reading = saved(file).copy()
            if all_tone and (not codebook or reading.codebook == issues.codebook(codebook)):
                return reading
        if not isinstance(source, str) or os.path.lexists(path):  # else the message shows what was given
            source = path
    book = issues.codebook(codebook)
    own = source_path(codebook) if isinstance(codebook, str | Path) and codebook else None
    intake = read_articles(source, own, progress)
    reading = _reading(intake, Manner(book, scorers=scorers), progress, workers)
    if reading.articles.empty:
        reasons = "; ".join(f"{row.file}: {row.reason}" for row in reading.problems.head(5).itertuples())
        raise NothingToRead(f"no article could be read. {reasons}" if reasons else "no article: the list is empty")
    return reading


@cache
def saved(file: str) -> Reading:
    """What the process that started this one has read, from one of the files that ``SAVED`` names; to be copied."""
    with Path(file).open("rb") as pickled:
        reading: Reading = pickle.load(pickled)
    return reading


def load(folder: str | Path) -> Reading:
    """A reading from the tables that ``save`` wrote, in CSV or Parquet. A ReaderError where there are none, or they are
    not what their manifest says: a run was stopped, a file is of another run, changed, or cut off."""
    source = expanded(folder)
    files, manifest = saved_tables(source)
    book, about = issues.codebook(source / manifest["codebook"].get("copy", CODEBOOK)), manifest["codebook"]
    if book.sha256 != about["sha256"]:
        raise ReaderError(f"{source / about['copy']}: not the codebook of these tables; write the tables again")
    book = replace(book, file=about["file"])
    frames = {}
    for name in SCHEMAS:
        if f"{name}.parquet" in files:
            frame = pd.read_parquet(io.BytesIO(files[f"{name}.parquet"]))
        else:
            frame = _from_csv(files[f"{name}.csv"], name, source, book)
        if len(frame) != (said := manifest["rows"][name]):
            what = f"the table {name} has {count(len(frame), 'row')}, not {said:,} as {MANIFEST} says"
            raise ReaderError(f"{source}: {what}; write the tables again")
        frames[name] = frame
    return Reading(**frames, sources=manifest["files_in"], codebook=book)


def analyse(
    articles: pd.DataFrame,
    codebook: issues.Codebook | None = None,
    corrections: Corrections = NONE,
    scorers: Sequence[str] = SCORERS,
) -> dict[str, pd.DataFrame]:
    """All tables of some articles but ``problems``; pure, and the same by parts as for the whole.

    Parameters
    ----------
    articles : a frame with the columns of the table ``articles``; ``words`` and ``sentences`` are filled in here,
        and ``author`` and ``layout`` may be absent.
        No rows give typed empty tables.
    codebook : from ``issues.codebook``; it can be sent to another process. The project's when none is given.
    corrections : what readers have corrected (``corrections.parsed``). Those that fit no article have no row in
        the table ``changes``; ``corrections.settled`` adds them.
    scorers : of tone, as for :func:`read`.

    Raises
    ------
    ValueError : there is no such scorer, a column is missing, a cell is not text, or an id is in two rows. An
        exception from reading an article is let through; the caller decides what it means for the others (``read``
        refuses the article).
    """
    _known(scorers)
    known = [name for name in SCHEMAS["articles"] if name not in ("words", "sentences")]
    if missing := [name for name in known if name not in ("author", "layout") and name not in articles.columns]:
        raise ValueError(f"no column {', '.join(missing)}; use the table `articles` of a reading, or add it")
    for name in articles.columns.intersection(known, sort=False):
        for row, cell in zip(articles.index, articles[name], strict=True):
            if not isinstance(cell, str):
                raise ValueError(f"row {row}: {name} is {cell!r}, not text; write “” where it is not known")
    if twice := articles["article_id"][articles["article_id"].duplicated()].tolist():
        raise ValueError(f"the article_id {twice[0]!r} is in two rows; make it unique")
    return analysed(articles.to_dict("records"), Manner(issues.codebook(codebook), corrections, scorers))


def mentions_by(reading: Reading, codebook: issues.Codebook) -> pd.DataFrame:
    """The table ``issues`` of a reading, had it been made with another codebook."""
    articles = reading.articles.to_dict("records")
    rows = [row for article in articles for row in ArticleReading(article, codebook).issues()]
    return table("issues", rows, codebook.own_columns)


def _together(rows: Any) -> Any:
    """Places of rows as a slice, where they stand together: a third of the time of taking them one by one."""
    return slice(rows[0], rows[-1] + 1) if len(rows) and rows[-1] - rows[0] + 1 == len(rows) else rows


def _from_csv(data: bytes, name: str, folder: Path, book: issues.Codebook) -> pd.DataFrame:
    """A saved table, with the analyst's own columns that it has."""
    columns = pd.read_csv(io.BytesIO(data), dtype="str", nrows=0, encoding="utf-8").columns
    if missing := [column for column in SCHEMAS[name] if column not in columns]:
        what = f"no column {missing[0]}: of another version of this program; write the tables again"
        raise ReaderError(f"{folder / f'{name}.csv'}: {what}")
    more = tuple(column for column in columns if column not in SCHEMAS[name])
    return load_csv(io.BytesIO(data), name, own_columns(name, book, more))


def _known(scorers: Sequence[str]) -> set[str]:
    """The scorers, all of which are known."""
    if unknown := sorted({*scorers} - {*SCORERS}):
        raise ValueError(f"there is no scorer {unknown[0]!r}; known are {', '.join(SCORERS)}")
    return {*scorers}


def _reading(intake: Intake, manner: Manner, progress: Progress | None, workers: int | None) -> Reading:
    problems: list[Cells] = []
    articles = [asdict(article) for article in intake.articles]
    corrections, faults = parsed(intake.companions)
    manner = manner._replace(corrections=corrections)
    if (processes := workers_for(articles, workers)) > 1:
        kept = as_read(found_side_by_side(articles, manner, processes, progress, problems))
    else:
        kept = as_read(found_in(articles, manner, progress, problems))
    of_more = {companion.file for companion in intake.companions if companion.others}  # articles that are not read now
    checked = replace(corrections, people=tuple(one for one in corrections.people if one.file not in of_more))
    changes, unused = settled(checked, made(kept["changes"]), made(kept["speakers"]), articles)
    known = [(problem.file, problem.outcome, problem.reason) for problem in intake.problems]
    told = table("problems", [*known, *faults, *problems, *unused])
    found: dict[str, Any] = {**kept, "changes": changes, "problems": told}
    return Reading(**found, sources=intake.sources, codebook=manner.codebook)
