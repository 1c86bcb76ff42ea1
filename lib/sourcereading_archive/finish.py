"""The end of an archive: is every source accounted for? Then the manifest says so, and ``_SUCCESS`` is written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from sourcereading import issues
from sourcereading.reading.corrections import NONE, Corrections, settled
from sourcereading.reading.files import CODEBOOK, load_parquet, save_parquet
from sourcereading.reading.schema import table
from sourcereading.text.folders import ARCHIVE_MARKER as MARKER
from sourcereading.text.folders import MANIFEST
from sourcereading.text.paths import ReaderError
from sourcereading_archive.aggregates import AGGREGATES, total
from sourcereading_archive.parts import FOLDER, PARTS, Counts

SUCCESS = "_SUCCESS"
"""In the folder of an archive, when it is whole: an empty file that says so."""
_COUNTED = ("sources", "articles", "refused", "read_once")


@dataclass(frozen=True)
class Summary:
    """What is in an archive, and how many parts it has. ``sources`` = ``articles`` + ``refused`` + ``read_once``."""

    folder: Path
    sources: int
    articles: int
    refused: int
    read_once: int
    parts: int

    @classmethod
    def of(cls, folder: Path) -> Summary:
        """The summary of a finished archive."""
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return cls(folder, parts=len(found["parts"]), **{name: found[name] for name in _COUNTED})


def finished(folder: Path, stamp: Mapping[str, Any]) -> bool:
    """Whether the archive is whole, and of this source and program."""
    try:
        return (folder / SUCCESS).is_file() and json.loads((folder / MARKER).read_text(encoding="utf-8")) == stamp
    except (OSError, ValueError):
        return False


def finish(
    folder: Path,
    stamp: Mapping[str, Any],
    counts: Mapping[str, Counts],
    codebook: issues.Codebook,
    corrections: Corrections,
    problems: Sequence[tuple[str, str, str]],
) -> Summary:
    """Writes what is about all parts together, then the manifest, then ``_SUCCESS``. A ReaderError where the sources of
    a part are not all accounted for."""
    if wrong := [name for name, part in counts.items() if not part.balanced or not part.sources]:
        raise ReaderError(f"{folder}: the counts of {wrong[0]} do not add up; delete its folder and run again")
    changes, unused = _settled(folder, counts, corrections)
    save_parquet(changes, folder / "changes.parquet")
    rows = table("problems", [*problems, *unused])
    save_parquet(pd.concat([*column(folder, counts, "problems"), rows]), folder / "problems.parquet")
    (folder / FOLDER).mkdir(exist_ok=True)
    for name in AGGREGATES:
        save_parquet(total(name, column(folder, counts, f"{FOLDER}/{name}")), folder / FOLDER / f"{name}.parquet")
    (folder / CODEBOOK).write_bytes(codebook.content)
    of_tables: Counter[str] = Counter()
    for part in counts.values():
        of_tables.update(part.rows)
    manifest = {
        **stamp,
        **{name: sum(getattr(part, name) for part in counts.values()) for name in _COUNTED},
        "rows": dict(of_tables) | {"changes": len(changes), "problems": of_tables["problems"] + len(rows)},
        "codebook": {"file": codebook.file, "sha256": codebook.sha256},
        "parts": {name: asdict(part) for name, part in counts.items()},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    (folder / SUCCESS).touch()
    return Summary.of(folder)


def column(folder: Path, names: Iterator[str] | Mapping[str, Any], name: str, *columns: str) -> Iterator[pd.DataFrame]:
    """A table of each part, or some columns of it."""
    for part in names:
        yield load_parquet(folder / PARTS / part / f"{name}.parquet", columns=list(columns) or None)


def _settled(
    folder: Path, counts: Mapping[str, Counts], corrections: Corrections
) -> tuple[pd.DataFrame, Sequence[tuple[object, ...]]]:
    """The changes by readers over all parts, and what is to be said of those that are not applied."""
    changes = pd.concat([table("changes"), *column(folder, counts, "changes")], ignore_index=True)
    if corrections == NONE:
        return changes, []
    speakers = pd.concat(column(folder, counts, "speakers", "speaker"))
    articles = pd.concat(column(folder, counts, "articles", "article_id", "file", "title")).to_dict("records")
    return settled(corrections, changes, speakers, articles)
