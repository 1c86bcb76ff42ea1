"""Some hundred articles out of an archive, as a reading: they are taken out of its parts, not read anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pandas as pd

from sourcereading import issues
from sourcereading.reading.files import CODEBOOK, load_parquet
from sourcereading.reading.reading import Reading
from sourcereading.reading.schema import SCHEMAS
from sourcereading.reading.wording import count
from sourcereading.report.run import Taken
from sourcereading.text.articles import NothingToRead
from sourcereading.text.paths import ReaderError
from sourcereading_archive.finish import MANIFEST, SUCCESS
from sourcereading_archive.parts import PARTS

FIRST, MOST = 200, 500
"""Articles that are taken where none are asked for, and the most that may be asked for: the pages show no more well."""
_LOOKED_AT = [name for name in SCHEMAS["articles"] if name not in ("text", "layout")]
"""Columns that a selection may name."""


def read_archive(folder: Path, where: str = "") -> Taken:
    """Takes articles out of an archive.

    Parameters
    ----------
    folder : of a finished archive.
    where : a condition on the columns of the table ``articles`` as pandas takes it, such as
        ``outlet == 'The Gazette' and date >= '2026-01'``; without one the first articles, in the order of the source.

    Raises
    ------
    ReaderError : the archive is not finished; the condition cannot be used; more articles meet it than a report can
        show.
    NothingToRead : no article meets it.
    """
    if not (folder / SUCCESS).is_file():
        raise ReaderError(f"{folder}: not finished; run `sourcereading archive` again, which does what is missing")
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    parts = [name for name, part in manifest["parts"].items() if part["articles"]]
    chosen = {name: ids for name, ids in _chosen(folder, parts, where) if ids}
    found = sum(map(len, chosen.values()))
    if not found:
        raise NothingToRead(f"{folder}: no article{f' where {where}; check names and dates' if where else ''}")
    if found > MOST:
        raise ReaderError(
            f"{found:,} articles where {where}: more than the {MOST} that a report shows; narrow the condition"
        )
    frames = {
        name: pd.concat([_rows(folder, part, name, ids) for part, ids in chosen.items()], ignore_index=True)
        for name in SCHEMAS
        if name not in ("changes", "problems")
    }
    ids, files = frames["articles"]["article_id"], frames["articles"]["file"]
    changes = load_parquet(folder / "changes.parquet")
    problems = load_parquet(folder / "problems.parquet")
    frames["changes"] = changes[changes["article_id"].isin(ids)].reset_index(drop=True)
    frames["problems"] = problems[problems["file"].isin(files)].reset_index(drop=True)
    book = replace(issues.codebook(folder / CODEBOOK), file=manifest["codebook"]["file"])
    which = f"where {where}" if where else f"the first {found:,} of {count(manifest['articles'], 'article')}"
    return Taken(Reading(**frames, sources=found, codebook=book), which if found < manifest["articles"] else "")


def _chosen(folder: Path, parts: list[str], where: str) -> Iterator[tuple[str, list[str]]]:
    """The ids of the articles that are chosen, part by part."""
    left = FIRST
    for part in parts:
        if not where and not left:
            return
        articles = load_parquet(folder / PARTS / part / "articles.parquet", columns=_LOOKED_AT)
        ids = list(_meeting(articles, where)["article_id"] if where else islice(articles["article_id"], left))
        left -= len(ids)
        yield part, ids


def _meeting(articles: pd.DataFrame, where: str) -> pd.DataFrame:
    """The rows that meet a condition."""
    columns = ", ".join(_LOOKED_AT)
    try:
        met = articles.eval(where, engine="python", local_dict={}, global_dict={})
    except Exception as error:  # whatever pandas makes of it
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise ReaderError(
            f"--articles {where!r} is no condition ({reason}); write one on {columns}, such as outlet == 'The Gazette'"
        ) from None
    if not (isinstance(met, pd.Series) and met.dtype == bool):
        raise ReaderError(f"--articles {where!r} is no condition that is true or false; compare one of {columns}")
    return articles[met]


def _rows(folder: Path, part: str, name: str, ids: list[str]) -> pd.DataFrame:
    return load_parquet(folder / PARTS / part / f"{name}.parquet", filters=[("article_id", "in", ids)])
