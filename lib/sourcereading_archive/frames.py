"""One pure function from a frame of articles to all tables, for any engine that maps over frames, such as Spark's
``mapInPandas``."""

from __future__ import annotations

from dataclasses import asdict

import pandas as pd

from sourcereading import issues
from sourcereading.reading.in_order import Manner, analysed
from sourcereading.reading.schema import SCHEMAS, Cells, table
from sourcereading.text.articles import read_articles

_SPARK = {"str": "string", "int64": "bigint", "float64": "double", "bool": "boolean"}


def tables_of(frame: pd.DataFrame, codebook: issues.Codebook | None = None) -> dict[str, pd.DataFrame]:
    """All tables of a frame of articles, ``problems`` among them: an article that cannot be read is a row there and
    stops nothing. No rows, or none that can be read, give typed empty tables.

    Parameters
    ----------
    frame : a column ``text`` and any of title, outlet, author, date, url, rights, article_id and file. Where an article
        should be known by more than its row in this frame, give ``file``.
    codebook : from ``issues.codebook``; the project's when none is given.

    Raises
    ------
    NothingToRead : the frame has no column ``text``, or two.
    """
    intake = read_articles(frame)
    problems: list[Cells] = []
    tables = analysed([asdict(a) for a in intake.articles], Manner(issues.codebook(codebook)), problems=problems)
    known = [(problem.file, problem.outcome, problem.reason) for problem in intake.problems]
    return {**tables, "problems": table("problems", [*known, *problems])}


def ddl(name: str, codebook: issues.Codebook | None = None) -> str:
    """The columns of a table as Spark wants them told; of ``issues`` the codebook's own columns are the last.

    >>> ddl("problems")
    'file string, outcome string, reason string'
    """
    own = issues.codebook(codebook).own_columns if name == "issues" else ()
    columns = SCHEMAS[name] | dict.fromkeys(own, "str")
    return ", ".join(f"{column} {_SPARK[dtype]}" for column, dtype in columns.items())
