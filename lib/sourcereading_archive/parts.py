"""A part: the tables of one partition in a folder of its own, which is whole or not there."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a worker that only watches imports this module, too, and needs no pandas
    import pandas as pd

FOLDER = "aggregates"
"""In the folder of an archive and in that of each part: counts and sums."""
PARTS = "parts"
"""The folder of the parts in that of the archive."""
COUNTS = "counts.json"
_UNFINISHED = ".unfinished-"


@dataclass(frozen=True)
class Counts:
    """What became of the sources of a partition: ``sources`` = ``articles`` + ``refused`` + ``read_once``; and how many
    rows each table has."""

    sources: int
    articles: int
    refused: int
    read_once: int
    rows: Mapping[str, int]

    @property
    def balanced(self) -> bool:
        """Whether every source is accounted for."""
        return self.sources == self.articles + self.refused + self.read_once


def write_part(archive: Path, name: str, tables: Mapping[str, pd.DataFrame], counts: Counts) -> None:
    """Writes a part, its tables and their aggregates, beside its place and renames it when it is whole.

    A part of that name that is there already, written by another worker meanwhile, has the same rows and stays. Where
    it cannot be written (an OSError), nothing of it stays.
    """
    from sourcereading.reading.files import save_parquet
    from sourcereading_archive.aggregates import aggregates_of

    place = archive / PARTS / name
    beside = place.with_name(f"{_UNFINISHED}{name}-{uuid.uuid4().hex[:8]}")
    beside.mkdir(parents=True)
    try:
        (beside / FOLDER).mkdir()
        frames = {**tables} | {f"{FOLDER}/{aggregate}": frame for aggregate, frame in aggregates_of(tables).items()}
        for file, frame in frames.items():
            save_parquet(frame, beside / f"{file}.parquet")
        (beside / COUNTS).write_text(json.dumps(asdict(counts), indent=1) + "\n", encoding="utf-8")
        for path in beside.rglob("*"):
            if path.is_file():
                _flush(path)
        if not place.exists():
            beside.rename(place)
    except OSError as error:
        if not place.exists():  # else another worker was quicker
            error.filename = str(archive / PARTS)  # not the name that nobody will see
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _flush(file: Path) -> None:
    """Has the file on the disk before its folder gets its name: a part must be whole after a power cut, too."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def counts_of(archive: Path, name: str) -> Counts | None:
    """The counts of a part, or None where it is not there."""
    try:
        return Counts(**json.loads((archive / PARTS / name / COUNTS).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None


def part_names(archive: Path) -> list[str]:
    """The parts that are there, in the order of the source."""
    folder = archive / PARTS
    return sorted(entry.name for entry in folder.glob("part-*")) if folder.is_dir() else []


def remove_others(archive: Path, names: set[str]) -> None:
    """Removes the parts that are not among ``names``, and what was left unfinished."""
    for entry in (archive / PARTS).iterdir():
        if entry.name not in names:
            shutil.rmtree(entry)
