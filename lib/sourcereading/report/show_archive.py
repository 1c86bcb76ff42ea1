"""What a notebook shows of the archive whose articles it reads: tables of all its articles, from its aggregates."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from sourcereading.analysis.aggregated import Aggregates, issues_by, sources_by_outlet, voices_by_outlet
from sourcereading.reading.column_help import meanings
from sourcereading.reading.files import load_parquet
from sourcereading.reading.wording import count
from sourcereading.report.show import Shown, show_table

ARCHIVE = "SOURCEREADING_ARCHIVE"
"""Environment variable with the folder of an archive: while reports on some of its articles are made, notebooks show
beside them what its aggregates say of all."""

_TABLES: dict[str, tuple[Callable[[Aggregates], pd.DataFrame], str]] = {
    "issues by outlet": (lambda found: issues_by(found, "outlet"), "Issues by outlet"),
    "issues by month": (lambda found: issues_by(found, "month"), "Issues by month"),
    "voices": (voices_by_outlet, "Voices, and hedges in 1,000 words of each, by outlet"),
    "sources": (sources_by_outlet, "Sources by kind and position, by outlet"),
}


def show_archive(what: str) -> Shown | None:
    """A table of all articles of the archive: "issues by outlet", "issues by month", "voices" or "sources"; None, so
    that nothing is shown, where the articles are of no archive."""
    if what not in _TABLES:
        raise ValueError(f"{what!r}: use one of {', '.join(_TABLES)}")
    if not (folder := os.environ.get(ARCHIVE)):
        return None
    files = sorted(Path(folder, "aggregates").glob("*.parquet"))
    articles = json.loads(Path(folder, "manifest.json").read_text(encoding="utf-8"))["articles"]
    made, caption = _TABLES[what]
    frame = made({file.stem: load_parquet(file) for file in files})
    caption = f"{caption}: all {count(articles, 'article')} of the archive"
    described = meanings(frame, f"archive: {what}")
    return show_table(frame, f"archive-{what.replace(' ', '-')}", caption, described)
