"""Articles: texts read from files, folders, tables or memory, kept exactly as they stand.

A text is kept as read: the BOM is dropped and line ends become LF, nothing else is changed. What a folder's
``sources.csv`` says of a file is taken over; what it does not say stays empty and is never guessed. A file
that is no readable text is refused with its name, the reason and the remedy; nothing is passed over in silence.
"""

from __future__ import annotations

import codecs
import hashlib
import json
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from sourcereading.resources import DataError, read_csv_rows

SOURCES = "sources.csv"
COMPANIONS = frozenset((SOURCES, "corrections.csv", "people.csv"))
"""Files in a folder that are about the articles, not articles."""

TEXT_SUFFIXES = frozenset((".txt", ".md", ""))
TABLE_SUFFIXES = frozenset((".csv", ".jsonl", ".parquet"))
SIZE_LIMIT = 60_000_000
"""Bytes of the largest text file that is read; no article is longer, and a reading takes memory in proportion."""

_META = ("title", "outlet", "date", "url", "rights")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_SIGNATURES = (
    (b"%PDF", "a PDF; save its text as .txt"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save the text as .txt"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"\x7fELF", "a program, not a text"),
    (b"\x89PNG", "a picture, not a text"),
    (b"{\\rtf", "a rich-text document; save it as plain text (.txt)"),
)
_MARKUP = re.compile(r"\s*(?:<!doctype\b|<html\b)", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad\s]+")
_WARN = (
    (re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]"), "direction controls (they can hide words)"),
    (re.compile("[\u200b-\u200d\u2060\u00ad]"), "invisible characters inside words"),
    (re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"), "control characters"),
    (re.compile("\ufffd"), "replacement characters: text was lost before it came here"),
)  # fmt: skip
_SLUG = re.compile(r"[^a-z0-9]+")


class NothingToRead(ValueError):
    """There is not one article where articles were looked for; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its text and what is known of it. Unknown is ""."""

    article_id: str
    title: str
    outlet: str
    date: str
    url: str
    rights: str
    file: str
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A file refused, or accepted with a warning."""

    file: str
    outcome: str  # "refused" or "warned"
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What came in: every source is an article, a refusal, or a text read once already."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    sources: int


class _Refused(ValueError):
    """Why a source is not an article."""


def read_articles(source: str | Path | Iterable[str] | pd.DataFrame) -> Intake:
    """The articles of a folder, a file, a table or a list of texts, in the order of their names or rows.

    Parameters
    ----------
    source : a path (a text file; a folder, read with its subfolders; a table .csv, .jsonl or .parquet with a
        column ``text`` and any of title, outlet, date, url, rights), an iterable of texts, or such a DataFrame.

    Raises
    ------
    NothingToRead : the path does not exist or holds no file at all.
    """
    if isinstance(source, str | Path):
        return _collected(_from_path(Path(source).expanduser()))
    if isinstance(source, pd.DataFrame):
        return _collected(_from_frame(source, "row"))
    return _collected((f"text {number}", _memory_article(text)) for number, text in enumerate(source, 1))


_Offer = tuple[str, Callable[[], tuple[Article, str]]]
"""A source's name, and what reads it: the article and a warning or ""."""


def _collected(offers: Iterable[_Offer]) -> Intake:
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    count = 0
    for name, read in offers:
        count += 1
        try:
            article, warning = read()
        except _Refused as error:
            problems.append(Problem(name, "refused", str(error)))
            continue
        known = articles.get(article.text)
        if known is not None:
            problems.append(Problem(name, "warned", f"the same text as {known.file}; read once"))
            continue
        if warning:
            problems.append(Problem(name, "warned", warning))
        articles[article.text] = article
    return Intake(tuple(articles.values()), tuple(problems), count)


def _from_path(path: Path) -> Iterator[_Offer]:
    if not path.exists():
        raise NothingToRead(
            f"{path}: no such file or folder; give a text file, a folder or a table of articles"
        )
    if path.is_dir():
        files = sorted(file for file in _walk(path) if not _companion(file))
        if not files:
            raise NothingToRead(f"{path}: no files in this folder; put articles there as .txt files")
        about = _sources(path)
        for file in files:
            yield from _from_file(file, file.relative_to(path).as_posix(), about)
        return
    yield from _from_file(path, path.name, _sources(path.parent))


def _walk(folder: Path) -> Iterator[Path]:
    """The files of a folder and its subfolders; links to folders are not followed (they may lead in circles)."""
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        elif not entry.is_dir():
            yield entry


def _companion(file: Path) -> bool:
    return file.name in COMPANIONS or file.name == ".DS_Store"


def _sources(folder: Path) -> dict[str, dict[str, str]]:
    """What ``sources.csv`` says of each file of a folder."""
    path = folder / SOURCES
    if not path.is_file():
        return {}
    return {row["file"]: row for row in read_csv_rows(path, ("file",), (*_META, "sha256"))}


def _from_file(file: Path, name: str, about: dict[str, dict[str, str]]) -> Iterator[_Offer]:
    suffix = file.suffix.lower()
    if suffix in TABLE_SUFFIXES:
        yield from _from_table(file, name)
    else:
        yield name, lambda: _file_article(file, name, about.get(name, {}))


def _file_article(file: Path, name: str, about: dict[str, str]) -> tuple[Article, str]:
    if file.suffix.lower() not in TEXT_SUFFIXES:
        raise _Refused(f"not a text file ({file.suffix}); save the article's text as .txt")
    data = _bytes(file)
    text, warning = decode(data)
    digest = hashlib.sha256(data).hexdigest()
    expected = about.get("sha256", "")
    if expected and expected != digest:
        changed = f"not the file that {SOURCES} describes (its sha256 differs)"
        warning = f"{warning}; {changed}" if warning else changed
    meta = {key: about.get(key, "") for key in _META}
    return _article(text, name, digest, meta, file.stem), warning


def _bytes(file: Path) -> bytes:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _Refused("not a regular file")
        if status.st_size > SIZE_LIMIT:
            size, limit = status.st_size / 1e6, SIZE_LIMIT / 1e6
            raise _Refused(f"{size:,.0f} MB, more than {limit:.0f} MB; split it into articles")
        return file.read_bytes()
    except OSError as error:
        raise _Refused(f"cannot be read ({error.strerror}); check that it exists and may be opened") from None


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file's bytes, and a warning or "".

    BOM first, then UTF-8, then Windows-1252 with a warning; nothing is guessed beyond that.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise _Refused(what)
    warnings = []
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    if encoding:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            raise _Refused(
                f"its BOM says {encoding}, but byte {error.start} is not; save it as UTF-8"
            ) from None
    elif b"\0" in data:
        raise _Refused("NUL bytes: not a text, or UTF-16 without a BOM; save it as UTF-8")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.end >= len(data) and error.reason == "unexpected end of data":
                raise _Refused("cut off in the middle of a UTF-8 character; fetch the file again") from None
            try:
                text = data.decode("cp1252")
            except UnicodeDecodeError:
                raise _Refused("neither UTF-8 nor Windows-1252; save it as UTF-8") from None
            warnings.append(
                "not UTF-8: read as Windows-1252; check letters with accents, and save it as UTF-8"
            )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _INVISIBLE.sub("", text):
        raise _Refused("empty: there is no text in it")
    if _MARKUP.match(text):
        raise _Refused("an HTML page; save the article's text as .txt")
    if text.lstrip()[0] in "{[" and _is_json(text):
        raise _Refused("JSON data, not an article; use a .jsonl table with a column text")
    warnings.extend(f"holds {what}" for pattern, what in _WARN if pattern.search(text))
    return text, "; ".join(warnings)


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _article(text: str, file: str, digest: str, meta: dict[str, str], stem: str) -> Article:
    """An article with an id that is the same wherever the text lies: its name and the start of its text's hash."""
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    slug = _SLUG.sub("-", stem.lower()).strip("-")[:40].rstrip("-") or "article"
    return Article(f"{slug}-{mark}", *(meta.get(key, "") for key in _META), file, digest, text)


def _memory_article(
    text: object, name: str = "text", meta: dict[str, str] | None = None
) -> Callable[[], tuple[Article, str]]:
    """What reads a text that is already in memory."""

    def read() -> tuple[Article, str]:
        if not isinstance(text, str):
            raise _Refused("no text in this row")
        clean = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        if not _INVISIBLE.sub("", clean):
            raise _Refused("empty: there is no text in it")
        data = clean.encode("utf-8", "surrogatepass")
        return _article(
            clean, name, hashlib.sha256(data).hexdigest(), meta or {}, (meta or {}).get("title") or name
        ), ""

    return read


def _from_frame(frame: pd.DataFrame, name: str) -> Iterator[_Offer]:
    if "text" not in frame.columns:
        raise NothingToRead(f"{name}: no column named text; name the column with the articles' texts “text”")
    for number, row in enumerate(frame.to_dict("records"), 1):
        meta = {key: _cell(row.get(key)) for key in _META}
        label = f"{name} {number}"
        yield label, _memory_article(row["text"] if isinstance(row["text"], str) else None, label, meta)


def _cell(value: object) -> str:
    return "" if value is None or value != value else str(value)


def _from_table(file: Path, name: str) -> Iterator[_Offer]:
    try:
        if file.suffix.lower() == ".csv":
            frame = pd.read_csv(file, dtype="str", keep_default_na=False, encoding="utf-8-sig")
        elif file.suffix.lower() == ".jsonl":
            frame = pd.read_json(file, lines=True, dtype=False, encoding="utf-8")
        else:
            frame = pd.read_parquet(file)
        yield from _from_frame(frame, f"{name}, row")
    except NothingToRead as error:
        yield name, _refusal(str(error))
    except ImportError:
        yield name, _refusal("a Parquet table needs pyarrow: pip install sourcereading[parquet]")
    except (OSError, ValueError, DataError) as error:
        yield name, _refusal(f"not a table that can be read ({error}); save it as CSV in UTF-8")


def _refusal(reason: str) -> Callable[[], tuple[Article, str]]:
    def read() -> tuple[Article, str]:
        raise _Refused(reason)

    return read
