"""Articles: texts read from files, folders, tables or memory, kept exactly as they are.

A text is kept as read: the BOM is dropped and line ends become LF, nothing else is changed. What a folder's
``sources.csv`` says of a file is taken over; what it does not say stays empty and is never guessed. A file
that is no readable text is refused with its name, the reason and the remedy; nothing is left out silently.

A web page is read as the extractor finds its article: ``text`` is what it finds, ``sha256`` that of the file, and what
``sources.csv`` leaves blank of title, outlet, author, date and address is what the page declares.
"""

from __future__ import annotations

import hashlib
import re
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from sourcereading.text.companions import CORRECTIONS, PEOPLE, Companion, companion
from sourcereading.text.decoding import LONGEST, Refused, article_text, decode, file_bytes, shown
from sourcereading.text.folders import COMPANIONS, is_archive, walk
from sourcereading.text.paths import ReaderError, expanded
from sourcereading.text.table_files import (
    META,
    PACKED,
    SOURCES,
    TABLE_SUFFIXES,
    absent,
    described,
    file_key,
    frame_rows,
    is_text,
    table_kind,
    table_rows,
)
from sourcereading.text.text_faults import text_faults
from sourcereading.text.web_pages import PAGE_LIMIT, PAGE_SUFFIXES, PageReader

TEXT_SUFFIXES = frozenset((".txt", ".md", ""))
SIZE_LIMIT = 4 * LONGEST
"""Bytes of the largest text file that is opened: no encoding takes more for the longest article."""

_SAVE_AS_TEXT = "save the article as text (.txt) or as a web page (.html)"
_OTHER_KINDS = {
    (".json",): "write a table with one object per line and name it .jsonl",
    (".xlsx", ".xls", ".ods", ".numbers"): "save a table as CSV in UTF-8 (.csv)",
    (".zip", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar"): "unpack it",
}
"""What to do with files of other kinds, by the ending of their names."""

_SLUG = re.compile(r"[^a-z0-9]+")
ID_DIGITS = 12
"""Hexadecimal digits of a text's hash in its article's id."""
_ID = re.compile(r"\w[\w.-]{0,99}")
_BETWEEN = 0.5
"""Seconds between two signs of progress."""
_LIST = "for a text give a list: read([text])"


class NothingToRead(ReaderError):
    """There is no article where articles were looked for; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its text and what is known of it. Unknown is "". ``layout`` is what its page says of the parts of its
    text."""

    article_id: str
    title: str
    outlet: str
    author: str
    date: str
    url: str
    rights: str
    file: str
    sha256: str
    text: str
    layout: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A file refused, or accepted with a warning."""

    file: str
    outcome: str  # "refused" or "warned"
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read: every source is an article, a refusal, or a text that was read already. With the rows of the
    files in which readers correct the reading."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    sources: int
    companions: tuple[Companion, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One source of articles: its article; or none, where it is refused (a problem says why) or has a text that was
    there before (``read_once``)."""

    article: Article | None
    problems: tuple[Problem, ...]
    read_once: bool = False


_Read = Callable[[], tuple[Article, list[str]]]
_Offer = tuple[str, _Read] | Problem | Companion
"""A source's name, and what reads it: the article and warnings. Or a warning of no source, or a companion file."""


def read_articles(
    source: str | Path | Iterable[str] | pd.DataFrame,
    codebook: Path | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> Intake:
    """The articles of a folder, a file, a table or a list of texts, in the order of their names or rows.

    Parameters
    ----------
    source : a path (a text file or saved web page; a folder, read with its subfolders; a table .csv, .tsv,
        .jsonl, .ndjson or .parquet, or packed as .csv.gz …, with a column ``text`` and any of title, outlet, author,
        date, url, rights), an iterable of texts, or such a DataFrame.
        The columns ``article_id``, ``file`` and ``layout`` of a table are kept, too.
    codebook : the codebook of issues, which is not read as an article if it is in the folder.
    progress : called now and then with 0, 0 and which file is opened.

    Raises
    ------
    NothingToRead : the path does not exist or has no file at all.
    TypeError : ``source`` is none of these.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    companions: list[Companion] = []
    sources, told = 0, time.monotonic()
    for found in stream(source, codebook):
        if isinstance(found, Companion):
            companions.append(found)
        elif isinstance(found, Problem):
            problems.append(found)
        else:
            sources += 1
            if progress and time.monotonic() - told > _BETWEEN:
                name = found.article.file if found.article else found.problems[0].file
                progress(0, 0, f"opened {name} ({sources:,})")
                told = time.monotonic()
            problems.extend(found.problems)
            articles.extend(filter(None, [found.article]))
    return Intake(tuple(articles), tuple(problems), sources, tuple(companions))


def stream(
    source: str | Path | Iterable[str] | pd.DataFrame, codebook: Path | None = None, any_size: bool = False
) -> Iterator[Source | Problem | Companion]:
    """The sources that ``read_articles`` would read, one after the other; with warnings about no source, and the files
    of corrections, which come before all sources. Of an article that has been handed on no text is kept, so that with
    ``any_size`` tables may be larger than memory."""
    if isinstance(source, str | Path):
        with PageReader() as pages:
            opening = _Opening(codebook, pages, any_size)
            yield from _read_in_turn(_from_path(expanded(source), str(source), opening))
    elif isinstance(source, pd.DataFrame):
        try:
            rows = frame_rows(source)
        except Refused as error:
            raise NothingToRead(f"the DataFrame has {error}") from None
        yield from _read_in_turn(_from_rows(rows, "row"))
    elif isinstance(source, bytes | bytearray | Mapping) or not isinstance(source, Iterable):
        raise TypeError(
            f"articles cannot be read from {type(source).__name__}: give the path of a file or folder, a list of "
            "texts, or a DataFrame with a column text"
        )
    else:
        yield from _read_in_turn(
            (f"text {number}", _memory_article(text, f"text {number}", stem="text"))
            for number, text in enumerate(source, 1)
        )


def _read_in_turn(offers: Iterable[_Offer]) -> Iterator[Source | Problem | Companion]:
    texts: dict[bytes, str] = {}
    ids: dict[str, str] = {}
    for offer in offers:
        if isinstance(offer, Problem | Companion):
            yield offer
            continue
        name, read = offer
        try:
            article, warnings = read()
            mark = hashlib.sha256(article.text.encode("utf-8")).digest()
            known = texts.get(mark)
            if known is not None:
                warnings = [f"a duplicate: the same text as {known}; read once"]
            elif article.article_id in ids:
                article, warning = _with_another_id(article, ids)
                warnings.append(warning)
        except Refused as error:
            yield Source(None, (Problem(name, "refused", str(error)),))
            continue
        problems = tuple(Problem(name, "warned", warning) for warning in filter(None, ["; ".join(warnings)]))
        if known is None:
            texts[mark] = article.file
            ids[article.article_id] = name
        yield Source(article if known is None else None, problems, known is not None)


# -- files and folders -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Opening:
    """What counts for all files: the codebook, which is none of them; what reads pages; whether tables of any size are
    opened."""

    codebook: Path | None
    pages: PageReader
    any_size: bool


def _from_path(path: Path, given: str, opening: _Opening) -> Iterator[_Offer]:
    short = textwrap.shorten(shown(given), 80, placeholder=" …")
    try:
        there = path.exists()
    except OSError:  # too long for a name
        there = None
    if there is None or (not there and "\n" in given):
        raise NothingToRead(f"“{short}” is a text, not a path; {_LIST}")
    if not there:
        hint = f"; {_LIST}" if " " in given and not {"/", "\\"} & set(given) else ""
        raise NothingToRead(
            f"{short if hint else shown(given)}: no such file or folder; give a text file, a folder or a table of "
            f"articles{hint}"
        )
    if path.is_dir() and is_archive(path):
        raise NothingToRead(
            f"{short} is an archive, not articles; `sourcereading reports` shows it and takes --articles, and "
            "sourcereading_archive.selection.read_archive gives some of its articles as a reading"
        )
    if path.is_dir():
        yield from _from_folder(path, opening)
        return
    about: dict[str, dict[str, str]] = {}
    described_in = path.parent / SOURCES
    if path.name not in COMPANIONS and described_in.is_file():
        about, warnings = described(described_in)
        if file_key(path.name) in about:  # else it is about other files, and so are its faults
            yield from (Problem(SOURCES, "warned", warning) for warning in warnings)
    if path.name not in COMPANIONS:
        for beside in (path.parent / CORRECTIONS, path.parent / PEOPLE):
            if beside.is_file():
                names = {name for file in path.parent.iterdir() for name in (file.name, file.stem)}
                yield from _corrected_by(beside, beside.name, "", names - {path.name, path.stem})
    yield from _from_file(path, shown(path.name), about, opening)


def _corrected_by(path: Path, label: str, scope: str, others: Iterable[str] = ()) -> Iterator[_Offer]:
    """The rows of a file of corrections, and what is wrong with the file."""
    found, warnings = companion(path, label, scope, others)
    yield from (Problem(label, "warned", warning) for warning in warnings)
    yield found


def _from_folder(folder: Path, opening: _Opening) -> Iterator[_Offer]:
    found = walk(folder, (TEXT_SUFFIXES | PAGE_SUFFIXES | TABLE_SUFFIXES) - {""})
    if (codebook := opening.codebook) is not None:
        own = codebook.resolve()
        found.files = [file for file in found.files if file.name != codebook.name or file.resolve() != own]
    if not found.files and not any(entry.refused for entry in found.left_out):
        reasons = "".join(f" {entry.name}: {entry.reason}." for entry in found.left_out[:5])
        raise NothingToRead(
            f"{shown(str(folder))}: no files in this folder; put articles there as .txt files.{reasons}"
        )
    about: dict[str, dict[str, str]] = {}
    names = {file: file.relative_to(folder).as_posix() for file in found.files}
    keys = {file_key(name) for name in names.values()}
    for path in found.sources:
        place = path.parent.relative_to(folder).as_posix()
        rows, warnings = described(path)
        rows = {file_key(f"{place}/{name}"): row for name, row in rows.items()}
        warnings.append(absent([row for name, row in rows.items() if name not in keys]))
        about = rows | about  # the file in the folder further up counts
        label = shown(path.relative_to(folder).as_posix())
        yield from (Problem(label, "warned", warning) for warning in warnings if warning)
    for path in found.corrections:
        inside = path.relative_to(folder)
        scope = "" if inside.parent == Path() else file_key(inside.parent.as_posix())
        yield from _corrected_by(path, shown(inside.as_posix()), scope)
    for entry in found.left_out:
        yield (entry.name, _refusal(entry.reason)) if entry.refused else Problem(entry.name, "warned", entry.reason)
    for file in sorted(found.files):
        yield from _from_file(file, shown(names[file]), about, opening)


def _from_file(file: Path, name: str, about: Mapping[str, dict[str, str]], opening: _Opening) -> Iterator[_Offer]:
    if not table_kind(file):
        yield name, lambda: _file_article(file, name, about.get(file_key(name), {}), opening.pages)
        return
    try:
        rows, warnings = table_rows(file, opening.any_size)
    except Refused as error:
        yield name, _refusal(str(error))
        return
    yield from (Problem(name, "warned", warning) for warning in warnings)
    yield from _from_rows(rows, f"{name}, row")


def _file_article(file: Path, name: str, about: dict[str, str], pages: PageReader) -> tuple[Article, list[str]]:
    """The article in a file. What ``sources.csv`` says of it counts before what a page says of itself."""
    kind, found = file.suffix.lower(), {}
    if kind in PAGE_SUFFIXES:
        data = file_bytes(file, PAGE_LIMIT)
        page = pages.read(data)
        text, found, warnings = page.text, page.about, page.warnings
    elif kind in TEXT_SUFFIXES:
        data = file_bytes(file, SIZE_LIMIT)
        text, warnings = decode(data)
    elif kind == PACKED:
        raise Refused("a packed file that is no table (.csv.gz, .tsv.gz, .jsonl.gz); unpack it")
    else:
        remedy = next((remedy for kinds, remedy in _OTHER_KINDS.items() if kind in kinds), _SAVE_AS_TEXT)
        raise Refused(f"not a text file ({shown(file.suffix)}); {remedy}")
    meta = {key: about.get(key) or found.get(key, "") for key in (*META, "layout")}
    text, more = _checked(text, meta)
    digest = hashlib.sha256(data).hexdigest()
    if about.get("sha256", digest) not in ("", digest):
        more.append(f"not the file that {SOURCES} describes (its sha256 is different)")
    return _article(text, name, digest, meta, shown(file.stem)), [*warnings, *more]


# -- tables and texts in memory --------------------------------------------------------------------------------


def _from_rows(rows: Iterable[dict[str, Any] | Refused], name: str) -> Iterator[_Offer]:
    for number, row in enumerate(rows, 1):
        label = f"{name} {number}"
        if isinstance(row, Refused):
            yield label, _refusal(str(row))
            continue
        known = {key: shown(str(row.get(key, ""))) for key in (*META, "article_id", "file", "layout")}
        yield label, _memory_article(row.get("text"), label, known)


def _memory_article(text: object, label: str, known: Mapping[str, str] | None = None, stem: str = "") -> _Read:
    """What reads a text that is already in memory."""
    about = known or {}

    def read() -> tuple[Article, list[str]]:
        if isinstance(text, Path):
            raise Refused("a path, not a text; give its folder, or the texts: [path.read_text() for path in …]")
        if not is_text(text):
            raise Refused(
                "no text in this row; its text must be the whole article as one string"
                if known is not None
                else f"not a text but {type(text).__name__}; give texts"
            )
        clean, warnings = _checked(text, about)
        digest = hashlib.sha256(clean.encode("utf-8")).hexdigest()
        name = about.get("file") or label
        article_id = about.get("article_id", "")
        if article_id and not _ID.fullmatch(article_id):
            warnings.append(f"its article_id {article_id!r} is not kept; use letters, digits, “.”, “-” and “_”")
            article_id = ""
        title = about.get("title") or stem or label
        return _article(clean, name, digest, about, title, article_id), warnings

    return read


def _article(text: str, file: str, digest: str, meta: Mapping[str, str], stem: str, article_id: str = "") -> Article:
    """An article with an id that is the same wherever the text is: its name and the start of its text's hash. Among ten
    million texts of one name, two with the same start are to be expected in one of six such sets."""
    mark = _hash_of(text)[:ID_DIGITS]
    slug = _SLUG.sub("-", stem.lower()).strip("-")[:40].rstrip("-") or "article"
    known = {key: meta.get(key, "") for key in (*META, "layout")}
    return Article(article_id or f"{slug}-{mark}", file=file, sha256=digest, text=text, **known)


def _hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _with_another_id(article: Article, ids: Mapping[str, str]) -> tuple[Article, str]:
    """An article whose id another one has, too, with as much of its text's hash in its id as makes it unique."""
    given, whole = article.article_id, _hash_of(article.text)
    slug = given.removesuffix(f"-{whole[:ID_DIGITS]}")
    new = next(name for digits in range(ID_DIGITS, len(whole) + 1) if (name := f"{slug}-{whole[:digits]}") not in ids)
    return replace(article, article_id=new), f"its article_id is {new}, because {ids[given]} has {given}, too"


def _checked(text: str, about: Mapping[str, str]) -> tuple[str, list[str]]:
    """A text as it is kept, with warnings: of what stands in it, and of what the reading does about its faults."""
    text, warnings = article_text(text)
    return text, [*warnings, *text_faults(text, about.get("title", ""), about.get("layout", ""))]


def _refusal(reason: str) -> _Read:
    def read() -> tuple[Article, list[str]]:
        raise Refused(reason)

    return read
