"""The codebook of issues, which an analyst edits in a spreadsheet: its rows, read and checked.

The codebook is ``data/lexicons/issues.csv``, or another file of its kind: one row per pattern, with its topic
and issue. A pattern is a word or a phrase in ordinary writing:

- letters match in any case, but a word written with a capital matches only as written ("WHO", not "who");
- ``*`` at the end or the start of a word means any letters ("negotiat*"), ``(s)`` for an ending that may
  be missing ("hospital(s)");
- a hyphen counts as a space ("cease-fire" is "cease fire"), and "'s" is dropped from a word before it is
  compared, like the apostrophe of a plural ("teachers' strike" is "teachers strike");
- a phrase does not run across a punctuation mark.

``not_near`` names words or phrases, separated by ";", that rule a match out when one begins within ``NEAR``
words of it in the same sentence, or covers it ("security", not near "social security").

``needs`` names words or phrases, separated by ";", one of which must stand elsewhere in the same article ("campaign"
needs "ballot" or "candidate"). ``this issue`` means words of the issue whose rows need nothing themselves: one in the
same sentence, or two different ones in the article.

Any other column is the analyst's own, such as codes of another scheme. Its cells go with the mentions into the table
``issues``; an empty cell takes what the issue has in other rows, where that is one value.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from sourcereading.text.lexicon import DataError, read_csv_rows
from sourcereading.text.paths import data_path, label, source_path
from sourcereading.text.sentences import tokens

_LABELS = ("definition", "example", "borderline")
FINDS = ("topic", "issue", "pattern", "not_near", "needs")
COLUMNS = (*FINDS, *_LABELS)
"""The columns of a codebook's file, in the order in which they are shipped; those of the analyst's own come after."""
TAKEN = frozenset(("article_id", "sentence_id", "statement_id", "start", "end", "text", "within", "speaker", "voice",
                   "corrected", "line", "change"))  # fmt: skip
"""Names that a column of one's own cannot have, because the table ``issues`` has such a column."""
THIS_ISSUE = "this issue"

_SHORTEST_STEM = 3
WHOLE, BEGINS, ENDS = range(3)
_OWN_NAME = re.compile(r"\w+")
_OPTIONAL = re.compile(r"(.+)\((\w+)\)$")
_REMEMBERED = 200_000  # distinct words whose patterns a codebook remembers; bounds its memory


class Word(NamedTuple):
    """One word of a pattern; ``lower`` is for look-ups, ``written`` is "" where case does not matter."""

    lower: str
    written: str
    kind: int


class Pattern(NamedTuple):
    """A row of the codebook, spelled out: ``words`` in order, what must not be near, and what must be in the article:
    one of ``needs``, or with ``needs_issue`` another word of its issue."""

    topic: str
    issue: str
    text: str
    words: tuple[Word, ...]
    not_near: tuple[tuple[Word, ...], ...]
    needs: tuple[tuple[Word, ...], ...] = ()
    needs_issue: bool = False

    @property
    def alone(self) -> bool:
        """Whether its words are enough."""
        return not (self.needs or self.needs_issue)


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of the codebook with its label rule; empty where the codebook gives none."""

    topic: str
    issue: str
    definition: str
    example: str
    borderline: str


class _Starts(dict[str, tuple[int, ...]]):
    """The numbers of the patterns whose first word may be a word (in lower case, without "'s"), of each word that has
    been met."""

    def __init__(self, index: tuple[dict[str, list[int]], ...], lengths: tuple[tuple[int, ...], ...]) -> None:
        self._index, self._lengths = index, lengths

    def __missing__(self, word: str) -> tuple[int, ...]:
        whole, begins, ends = self._index
        found = list(whole.get(word, ()))
        for length in self._lengths[BEGINS]:
            found += begins.get(word[:length], ())
        for length in self._lengths[ENDS]:
            found += ends.get(word[-length:], ())
        numbers = tuple(sorted(set(found)))
        if len(self) < _REMEMBERED:
            self[word] = numbers
        return numbers

    def __reduce__(self) -> tuple[Any, ...]:
        """What is met is left out: another thread may meet words while this is sent to another process."""
        return _Starts, (self._index, self._lengths)


@dataclass(frozen=True, slots=True)
class Codebook:
    """A compiled codebook. ``issues`` are in the order of the file; build one with :func:`codebook`.

    ``file`` is its name for readers: its path within the project, else its name alone. ``own_columns`` are those of
    the analyst's own, in the order of the file.
    """

    file: str = field(compare=False)
    content: bytes = field(repr=False, compare=False)
    issues: tuple[Issue, ...]
    patterns: tuple[Pattern, ...]
    own_columns: tuple[str, ...]
    _own: dict[tuple[str, str], tuple[str, ...]] = field(repr=False, compare=False)
    starts: _Starts = field(repr=False, compare=False)

    @property
    def sha256(self) -> str:
        """Fingerprint of the file's bytes: shows whether two readings used the same codebook."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def rows(self) -> int:
        """How many rows the file has: a row with "(s)" is two patterns."""
        return len({(pattern.issue, pattern.text) for pattern in self.patterns})

    def own_cells(self, issue: str, pattern: str) -> tuple[str, ...]:
        """What the analyst's own columns say of a pattern; of "" (a mention that a reader has added), of the issue."""
        return self._own[issue, pattern]


def codebook(path: str | Path | Codebook | None = None) -> Codebook:
    """The codebook in a CSV file, from the working directory or else from the project's folder; that of the project
    (read once per process) when no file is given, or "". A codebook is returned as it is. A DataError for a row that
    cannot be used names file, line and remedy.

    Columns: topic, issue, pattern (needed in every row); not_near, needs, definition, example, borderline (may be
    absent or empty). The last three describe the issue and are filled in on one of its rows. Other columns are the
    analyst's own.
    """
    if isinstance(path, Codebook):
        return path
    return _read(source_path(path)) if path else _of_the_project()


@cache
def _of_the_project() -> Codebook:
    return _read(data_path("lexicons", "issues.csv"))


def _read(path: Path) -> Codebook:
    rows = read_csv_rows(path, COLUMNS[:3], COLUMNS[3:], others=True)
    if not rows:
        raise DataError(f"{path}, line 1: no rows; add one pattern a row under the header line")
    own = _own_columns(path, rows[0])
    patterns: list[Pattern] = []
    lines: dict[tuple[str, tuple[Word, ...]], str] = {}
    for row in rows:
        where = f"{path}, line {row['line']}"
        not_near, needs = _terms(row, "not_near", where), _terms(row, "needs", where)
        for words in spelled_out(row["pattern"], f"{where}: pattern"):
            first = lines.setdefault((row["issue"], words), row["line"])
            if first != row["line"]:
                raise DataError(
                    f"{where}: pattern {row['pattern']!r} is the same as in line {first} for the issue"
                    f" {row['issue']!r}; delete one of the two"
                )
            needs_issue = THIS_ISSUE in _cells(row["needs"])
            patterns.append(Pattern(row["topic"], row["issue"], row["pattern"], words, not_near, needs, needs_issue))
    _check_needs(path, rows, patterns)
    index: tuple[dict[str, list[int]], ...] = ({}, {}, {})
    for number, pattern in enumerate(patterns):
        index[pattern.words[0].kind].setdefault(pattern.words[0].lower, []).append(number)
    lengths = tuple(tuple(sorted({len(stem) for stem in stems})) for stems in index)
    issues = _issues(path, rows)
    cells = _own_cells(rows, own)
    return Codebook(label(path), path.read_bytes(), issues, tuple(patterns), own, cells, _Starts(index, lengths))


def _cells(text: str) -> list[str]:
    return [term for part in text.split(";") if (term := " ".join(part.split()))]


def _terms(row: dict[str, str], column: str, where: str) -> tuple[tuple[Word, ...], ...]:
    """The words and phrases of a cell of not_near or needs."""
    terms = [term for term in _cells(row[column]) if column != "needs" or term != THIS_ISSUE]
    return tuple(words for term in terms for words in spelled_out(term, f"{where}: {column}"))


def _check_needs(path: Path, rows: list[dict[str, str]], patterns: list[Pattern]) -> None:
    """Every row that needs its issue must be able to have it."""
    alone = {pattern.issue for pattern in patterns if pattern.alone}
    for row in rows:
        if THIS_ISSUE in _cells(row["needs"]) and row["issue"] not in alone:
            raise DataError(
                f"{path}, line {row['line']}: needs {THIS_ISSUE!r}, but every row of the issue {row['issue']!r} needs"
                " something; leave needs empty in one of them, or name words"
            )


def _own_columns(path: Path, row: dict[str, str]) -> tuple[str, ...]:
    """The columns of the analyst's own; a DataError for a name that cannot be one."""
    own = tuple(name for name in row if name not in COLUMNS and name != "line")
    for name in own:
        if near := get_close_matches(name.lower(), COLUMNS, n=1, cutoff=0.8):
            raise DataError(
                f"{path}, line 1: unknown column {name!r}; known are {', '.join(COLUMNS)}; rename it to {near[0]}, or"
                " give a column of your own another name"
            )
        if name.lower() in TAKEN or not _OWN_NAME.fullmatch(name):
            raise DataError(
                f"{path}, line 1: a column of your own cannot be called {name!r}; use a name of letters, digits and _"
                f" that is none of {', '.join(sorted(TAKEN))}"
            )
    return own


def _own_cells(rows: list[dict[str, str]], own: tuple[str, ...]) -> dict[tuple[str, str], tuple[str, ...]]:
    """What the analyst's own columns say, by issue and pattern ("": of the issue)."""
    values: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        for name in own:
            values.setdefault((row["issue"], name), set()).update({row[name]} - {""})
    one = {key: next(iter(found)) if len(found) == 1 else "" for key, found in values.items()}
    cells = {(row["issue"], ""): tuple(one[row["issue"], name] for name in own) for row in rows}
    for row in rows:
        cells[row["issue"], row["pattern"]] = tuple(row[name] or one[row["issue"], name] for name in own)
    return cells


def _issues(path: Path, rows: list[dict[str, str]]) -> tuple[Issue, ...]:
    """The issues in the order of the file, each with the labels that stand on one of its rows."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        where = f"{path}, line {row['line']}"
        labels = found.setdefault(row["issue"], {"topic": row["topic"], "line": row["line"]})
        if labels["topic"] != row["topic"]:
            raise DataError(
                f"{where}: issue {row['issue']!r} is of topic {labels['topic']!r} in line {labels['line']}"
                f" and of {row['topic']!r} here; give it one topic, or two names"
            )
        for name in _LABELS:
            if row[name] and labels.setdefault(name, row[name]) != row[name]:
                raise DataError(
                    f"{where}: a second {name} for the issue {row['issue']!r}; leave the cell empty in all"
                    " rows but one"
                )
    return tuple(
        Issue(labels["topic"], name, *(labels.get(label, "") for label in _LABELS))
        for name, labels in found.items()
    )


def spelled_out(text: str, where: str) -> list[tuple[Word, ...]]:
    """The word sequences that a pattern means: one, or two for each "(s)" in it."""
    choices = []
    for part in text.replace("-", " ").replace("‑", " ").replace("’", "'").split():
        optional = _OPTIONAL.fullmatch(part)
        forms = [optional[1], optional[1] + optional[2]] if optional else [part]
        choices.append([_pattern_word(form, text, where) for form in forms])
    if not choices:
        raise DataError(f"{where} {text!r} holds no word; write a word or a phrase")
    return [tuple(words) for words in product(*choices)]


def _pattern_word(form: str, text: str, where: str) -> Word:
    kind = BEGINS if form.endswith("*") else ENDS if form.startswith("*") else WHOLE
    stem = form[:-1] if kind == BEGINS else form[1:] if kind == ENDS else form.removesuffix("'s")
    stem = stem.removesuffix("'") if stem.endswith("s'") else stem
    if kind != WHOLE and len(stem) < _SHORTEST_STEM:
        raise DataError(f"{where} {text!r}: {form!r} would match far too much; write {_SHORTEST_STEM} letters or more")
    cut = tokens(stem)
    if len(cut) != 1 or not cut[0].is_word or "*" in stem:
        raise DataError(
            f"{where} {text!r}: {form!r} is not one word; write letters, with * at one end or (s) after it,"
            " and use no other sign"
        )
    return Word(cut[0].lower, "" if stem == stem.lower() else stem, kind)


def bare(lower: str, written: str) -> tuple[str, str]:
    """A word in lower case and as it is written, both without "'s"."""
    return (lower[:-2], written[:-2]) if lower.endswith("'s") else (lower, written)
