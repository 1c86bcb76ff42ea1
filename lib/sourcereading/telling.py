"""What charts and article pages have in common: which rows they count, and how they word it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from sourcereading.segment import TEXT
from sourcereading.tables import UNATTRIBUTED, WRITER

SYMBOLS = {"lowers": "▼", "suspends": "◌", "shifts": "◇", "scale": "%", "blurs": "≈", "raises": "▲"}
"""The sign of each direction of a mark, in the order in which charts and legends list them."""

HEDGES = ("lowers", "suspends", "shifts", "scale")
"""The directions that make a statement hedged; what only blurs is counted apart."""

TYPES = {
    "possibility": "possibility",
    "negated_confidence": "confidence denied or open",
    "own_view": "own view",
    "conditional": "condition",
    "attribution": "distance to the source",
    "probability": "probability",
    "approximator": "approximation",
    "booster": "emphasis",
    "commitment": "promise or resolve",
}
"""Type of a mark to its name for readers."""


def in_body(frame: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that stand in sentences of the text, not in a heading, byline or dateline."""
    body = sentences.loc[sentences["kind"] == TEXT, ["article_id", "sentence_id"]]
    inside = pd.MultiIndex.from_frame(frame[["article_id", "sentence_id"]]).isin(pd.MultiIndex.from_frame(body))
    return frame[inside].reset_index(drop=True)


def reported(statements: pd.DataFrame) -> pd.DataFrame:
    """One row per statement that is somebody's other than the writer, its parts joined: the first part's row,
    with ``text`` and ``words`` of all."""
    rows = statements[(statements["speaker"] != WRITER) & (statements["frame_of"] == "")]
    return joined(rows)


def joined(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of ``statements`` with the parts of each statement as one row, in order of the text."""
    keys = ["article_id", "statement_id"]
    rows = rows.sort_values([*keys, "part"], kind="stable")
    first = rows.drop_duplicates(keys).reset_index(drop=True)
    if not len(first):
        return first
    grouped = rows.groupby(keys, sort=False)
    whole = grouped.agg(text=("text", " … ".join), words=("words", "sum"), quoted_words=("quoted_words", "sum"))
    whole = whole.reset_index().set_index(keys).loc[pd.MultiIndex.from_frame(first[keys])]
    first = first.assign(**{name: whole[name].to_numpy() for name in whole.columns})
    order = {article: number for number, article in enumerate(dict.fromkeys(rows["article_id"]))}
    first = first.assign(_order=first["article_id"].map(order))
    return first.sort_values(["_order", "start"], kind="stable", ignore_index=True).drop(columns="_order")


def speaker_name(name: str) -> str:
    """A speaker as charts and pages say it: "the writer" for ``(writer)``."""
    return {WRITER: "the writer", UNATTRIBUTED: "no speaker given"}.get(name, name) or "(blank)"


def article_name(article: Any) -> str:
    """An article's title, else its file, else its id."""
    return article.title or article.file or article.article_id


def article_labels(articles: pd.DataFrame) -> dict[str, str]:
    """Short names that tell articles apart, by id: the outlets where each has its own, else what sets the titles
    apart, else the files."""
    ids = articles["article_id"].tolist()
    outlets = articles["outlet"].tolist()
    if len(set(outlets)) == len(ids) and all(outlets):
        return dict(zip(ids, outlets, strict=True))
    names = [article_name(article) for article in articles.itertuples()]
    same = 0
    while len(names) > 1 and len({name[: same + 1] for name in names}) == 1 and same < len(names[0]):
        same += 1
    same = names[0][:same].rfind(" ") + 1 if names else 0
    cut = [name[same:] or name for name in names]
    if len(set(cut)) < len(cut):
        cut = [f"{name} ({number})" for number, name in enumerate(cut, 1)]
    return dict(zip(ids, cut, strict=True))


def count(number: float, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 word", "1,200 words"."""
    return f"{number:,.0f} {noun if number == 1 else plural or noun + 's'}"


def percent(part: float, whole: float) -> str:
    """A share for reading: "27 %", "under 1 %"."""
    share = 100 * part / whole if whole else 0.0
    return "under 1\xa0%" if 0 < share < 1 else f"{share:.0f}\xa0%"


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names in a sentence: "A", "A and B", "A, B and 4 more"; long ones cut."""
    named = [" ".join(speaker_name(name).split()) for name in names]
    named = [name if len(name) <= 60 else name[:59].rstrip() + "…" for name in named]
    if len(named) > most:
        return f"{', '.join(named[: most - 1])} and {len(named) - most + 1} more"
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def number_range(low: float, high: float) -> str:
    """Percentages as they are printed: "49–51 %", "60 %"."""
    ends = [f"{value:.0f}" for value in (low, high)]
    return f"{ends[0] if ends[0] == ends[1] else '–'.join(ends)}\xa0%"


def range_lines(mark: Any) -> list[str]:
    """What a probability means in numbers, each source by itself; that there is no number, where there is none.

    >>> range_lines(reading.certainty.iloc[-1])  # "roughly equal"
    ['readers 49–51 %, median 50', 'ICD-203 45–55 %']
    """
    lines = []
    if mark.low == mark.low and mark.high == mark.high:  # a number is known: NaN is not itself
        band = number_range(mark.low, mark.high)
        if mark.basis == "numeric":
            lines.append(f"stated: {band}")
        elif mark.basis == "proxy":
            lines.append(f"band only: {band}")
        else:
            middle = f", median {mark.median:.0f}" if mark.median == mark.median else ""
            lines.append(f"readers {band}{middle}")
    if mark.official_low == mark.official_low and mark.official_high == mark.official_high:
        lines.append(f"{mark.official_scale} {number_range(mark.official_low, mark.official_high)}")
    return lines or ["no number"]
