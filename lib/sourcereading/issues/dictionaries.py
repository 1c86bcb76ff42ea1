"""Word lists of other programs as rows of a codebook: LIWC (.dic), Lexicoder (.lcd, .lc3), quanteda (.yml, .yaml).

Their categories become issues, those that hold others also topics; their words become patterns, in lower case, because
these formats ignore case. What a codebook cannot say is left out, and named with its line: a stem of under three
letters ("co*"), a wildcard inside a word ("wom*n"), signs ("?" for one letter, ":)"), conditions ("(kind) of").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from sourcereading.issues.codebook import spelled_out
from sourcereading.text.decoding import Refused, decode, file_bytes
from sourcereading.text.lexicon import DataError

_LIMIT = 50_000_000
_INSIDE = re.compile(r"(?<=\w)\*(?=\w)")
_CONDITION = re.compile(r"<.*>|\(.*\)|/")
_KEY = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{}#,&*!|>%@`-][^:#]*?)\s*:(?:\s+(.*))?$")
_FORMULA = "=+-@ \t"  # a name that begins so would be a formula to a spreadsheet
_SECTION = re.compile(r"\s*%\s*")
_DIGITS = re.compile(r"\d+$")


class Entry(NamedTuple):
    """A word of a list with its line and the names of its categories, outermost first."""

    line: int
    path: tuple[str, ...]
    word: str


class LeftOut(NamedTuple):
    """An entry that a codebook cannot hold, and why."""

    line: int
    category: str
    word: str
    reason: str


class Imported(NamedTuple):
    """The rows of a codebook (topic, issue, pattern), and what could not be carried over."""

    rows: list[tuple[str, str, str]]
    left_out: list[LeftOut]


def import_dictionary(path: str | Path) -> Imported:
    """The word list of another program as rows of a codebook: a file in UTF-8 (or Windows-1252) whose ending tells its
    format, .dic, .lcd, .lc3, .yml or .yaml. A DataError for one that cannot be read, is not of that format, or has no
    entry that can be carried over names file, line and remedy."""
    file = Path(path)
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        raise DataError(f"{file}: no format has this ending; known are {', '.join(_READERS)}")
    try:
        text, _ = decode(file_bytes(file, _LIMIT))
    except Refused as error:
        raise DataError(f"{file}: {error}") from None
    imported = _as_rows(list(reader(file, text.splitlines())), file.stem)
    if not imported.rows:
        first = next((f"; line {entry.line}: {entry.reason}" for entry in imported.left_out), "")
        raise DataError(f"{file}: no entry can be carried over{first}; name another file")
    return imported


def _as_rows(entries: list[Entry], name: str) -> Imported:
    rows: list[tuple[str, str, str]] = []
    left_out: list[LeftOut] = []
    known: set[tuple[str, tuple]] = set()
    for entry in entries:
        path = [name.lstrip(_FORMULA) or "?" for name in entry.path]
        issue, word = " / ".join(path), " ".join(entry.word.lower().replace("_", " ").split())
        reason = _reason(word) if path else "has the number of a category that is not in the list of categories"
        if not reason:
            spelled = {(issue, words) for words in spelled_out(word, "entry")}
            if spelled <= known:
                reason = "is in this category already"
            known |= spelled
        if reason:
            left_out.append(LeftOut(entry.line, issue, entry.word, reason))
        else:
            rows.append((path[0] if len(path) > 1 else name, issue, word))
    return Imported(rows, left_out)


def _reason(word: str) -> str:
    """Why a codebook cannot hold a word; "" where it can."""
    if _CONDITION.search(word):
        return "has a condition; a pattern is words only"
    if _INSIDE.search(word):
        return "has a wildcard inside a word; write the forms one by one"
    try:
        spelled_out(word, "entry")
    except DataError as error:
        return str(error).split(": ", 1)[1].split("; ")[0] if ": " in str(error) else str(error)
    return ""


# --- LIWC --------------------------------------------------------------------------------------------------


def _liwc(file: Path, lines: list[str]) -> Iterator[Entry]:
    """Between two lines "%": number and name of each category; then a word a line with the numbers of its own."""
    marks = [number for number, line in enumerate(lines) if _SECTION.fullmatch(line)]
    if len(marks) < 2:
        raise DataError(f"{file}: not a LIWC dictionary: its categories stand between two lines with % alone")
    names: dict[str, tuple[str, ...]] = {}
    above: list[tuple[int, str]] = []
    for number in range(marks[0] + 1, marks[1]):
        line = lines[number]
        if not line.strip():
            continue
        key, _, name = line.strip().partition("\t")
        if not _DIGITS.match(key) or not name.strip():
            raise DataError(f"{file}, line {number + 1}: not a category; write its number, a tab and its name")
        depth = len(line) - len(line.lstrip("\t"))
        above = [*(item for item in above if item[0] < depth), (depth, name.strip())]
        names[key] = tuple(title for _, title in above)
    for number in range(marks[1] + 1, len(lines)):
        word, *keys = lines[number].strip().split("\t")
        numbers = [key for part in keys for key in part.split()]
        if word and not numbers:
            raise DataError(f"{file}, line {number + 1}: {word!r} has no category; write a tab and its number after it")
        for key in numbers:
            yield Entry(number + 1, names.get(key, ()), word)


# --- Lexicoder ---------------------------------------------------------------------------------------------


def _lexicoder(file: Path, lines: list[str]) -> Iterator[Entry]:
    """A line "+name" for each category, then a word a line."""
    category = ""
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text.startswith("+"):
            category = text[1:].strip()
            if not category:
                raise DataError(f"{file}, line {number}: a category without a name; write it behind the +")
        elif text and not category:
            raise DataError(f"{file}, line {number}: {text!r} has no category; begin with a line +NAME")
        elif text:
            yield Entry(number, (category,), text)


# --- quanteda ----------------------------------------------------------------------------------------------


def _quanteda(file: Path, lines: list[str]) -> Iterator[Entry]:
    """Names with a colon, one within the other by spaces before them, and lists of words: "- word" or "[a, b]"."""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        text = _without_comment(line)
        if not text.strip() or text.strip() in ("---", "..."):
            continue
        if "\t" in text[: len(text) - len(text.lstrip())]:
            raise DataError(f"{file}, line {number}: a tab at the start of the line; YAML has spaces there")
        depth, text = len(text) - len(text.lstrip()), text.strip()
        if text == "-" or text.startswith("- "):
            path = tuple(name for at, name in above if at <= depth)
            yield from _words(file, number, path, text[1:].strip())
        elif key := _KEY.match(text):
            above = [*((at, name) for at, name in above if at < depth), (depth, _unquoted(key[1]))]
            if key[2]:
                yield from _words(file, number, tuple(name for _, name in above), key[2])
        else:
            raise DataError(f"{file}, line {number}: {text!r} is neither NAME: nor - WORD; write the list in that way")


def _words(file: Path, line: int, path: tuple[str, ...], text: str) -> Iterator[Entry]:
    """The words of a list: one, or several in brackets."""
    if not path:
        raise DataError(f"{file}, line {line}: {text!r} has no category; write NAME: above it")
    if text.startswith("[") != text.endswith("]") or text[:1] in ("{", "|", ">", "&", "!"):
        raise DataError(f"{file}, line {line}: {text!r} cannot be read; write one word a line, with - before it")
    inside = text[1:-1] if text.startswith("[") else text
    parts = re.findall(r"\"[^\"]*\"|'[^']*'|[^,]+", inside) if text.startswith("[") else [text]
    for part in parts:
        if word := _unquoted(part.strip()):
            yield Entry(line, path, word)


def _without_comment(line: str) -> str:
    """A line without what stands behind a # that is no part of a word in quotation marks."""
    quote = ""
    for at, sign in enumerate(line):
        if sign in "\"'" and quote in ("", sign) and (quote or not line[:at].rstrip() or line[at - 1] in " [,-"):
            quote = "" if quote else sign
        elif sign == "#" and not quote and (at == 0 or line[at - 1].isspace()):
            return line[:at]
    return line


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


_READERS: dict[str, Callable[[Path, list[str]], Iterator[Entry]]] = {
    ".dic": _liwc, ".lcd": _lexicoder, ".lc3": _lexicoder, ".yml": _quanteda, ".yaml": _quanteda,
}  # fmt: skip
