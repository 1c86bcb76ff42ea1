"""What charts and article pages have in common: which rows they count, and how they word it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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


MANY = 20
"""Of more articles than these, charts draw fewer rows, and notebooks count what they would list."""

SLIGHT, STRONG = 0.1, 0.25
"""Up to which weight a mark is called slight, and from which strong. A statement without a mark scores about 0.8, and
below 0.4 its certainty is low: one strong mark takes it half of that way and more."""

_SIGNS = {("lowers", "slight"): "▽", ("lowers", "strong"): "▼▼", ("raises", "slight"): "△", ("raises", "strong"): "▲▲"}
_PRONOUNS = frozenset({"me", "us", "you", "him", "her", "them", "it"})


def strength(weight: float) -> str:
    """The strength of a mark in a word, from its ``weight``: "slight", "clear" or "strong"."""
    return "slight" if abs(weight) < SLIGHT else "strong" if abs(weight) >= STRONG else "clear"


def sign(mark: Any) -> str:
    """The sign of a mark: its direction, and where it lowers or raises its strength, too: ▽, ▼ or ▼▼."""
    return _SIGNS.get((mark.direction, strength(mark.weight)), SYMBOLS.get(mark.direction, "•"))


def in_body(frame: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that stand in sentences of the text, not in a heading, byline or dateline."""
    body = sentences.loc[sentences["kind"] == TEXT, ["article_id", "sentence_id"]]
    inside = pd.MultiIndex.from_frame(frame[["article_id", "sentence_id"]]).isin(pd.MultiIndex.from_frame(body))
    return frame[inside].reset_index(drop=True)


def reported(statements: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per statement that is somebody's other than the writer, its parts joined: the first part's row,
    with ``text`` and ``words`` of all."""
    rows = statements[(statements["speaker"] != WRITER) & (statements["frame_of"] == "")]
    return joined(rows, articles)


def joined(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Rows of ``statements`` with the parts of each statement as one row, in order of the text.

    Neighbouring sentences follow each other; " … " stands where the article has something else between two parts.
    """
    keys = ["article_id", "statement_id"]
    rows = rows.sort_values([*keys, "part"], kind="stable")
    first = rows.drop_duplicates(keys).reset_index(drop=True)
    if not len(first):
        return first
    sums = rows.groupby(keys, sort=False)[["words", "quoted_words"]].sum()  # in the order of `first`
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for row in rows.itertuples():
        spans.setdefault((row.article_id, row.statement_id), []).append((row.start, row.end))
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    said = [in_one_line(texts[article], parts) for (article, _), parts in spans.items()]
    first = first.assign(
        text=pd.Series(said, dtype="str"), words=sums["words"].array, quoted_words=sums["quoted_words"].array
    )
    order = {article: number for number, article in enumerate(dict.fromkeys(rows["article_id"]))}
    first = first.assign(_order=first["article_id"].map(order))
    return first.sort_values(["_order", "start"], kind="stable", ignore_index=True).drop(columns="_order")


def in_one_line(text: str, spans: Iterable[Sequence[int]]) -> str:
    """Stretches of a text, one after the other, with " … " where more than white space is left out between them.

    >>> in_one_line("“Well,” he said. “It rains.  It pours.”", [(0, 7), (17, 27), (29, 39)])
    '“Well,” … “It rains. It pours.”'
    """
    said, last = "", 0
    for start, end in spans:
        between = text[last:start] if said else ""
        said += (" … " if between.strip() else between and " ") + text[start:end]
        last = end
    return said


def through(statement: Any, statements: Mapping[str, Any]) -> list[str]:
    """The way a statement came to the page, after its speaker: to whom it was said, who tells it, and how the writer
    has it.

    Parameters
    ----------
    statement : its row, as ``reported`` gives it.
    statements : the rows of all statements of its article by their ids.

    >>> through(row, rows)
    ['who told journalist Sohrab Ahmari', 'paraphrased by the writer']
    """
    parts = []
    if statement.addressee:
        said_to = " ".join(statement.addressee.split())
        parts.append(f"who told {f'“{said_to}”' if said_to.lower() in _PRONOUNS else said_to}")
    outermost, around = statement, statements.get(statement.parent_id)
    while around is not None:
        parts.append(f"told by {speaker_name(around.speaker)}")
        outermost, around = around, statements.get(around.parent_id)
    if "direct" in (statement.voice, outermost.voice) or 0 < statement.quoted_words == statement.words:
        return [*parts, "quoted by the writer"]
    return [*parts, f"{'partly quoted' if statement.quoted_words else 'paraphrased'} by the writer"]


def chain(statement: Any, statements: Mapping[str, Any]) -> str:
    """The chain of sources of a statement: "J.D. Vance, who told journalist Sohrab Ahmari, paraphrased by the
    writer"."""
    return ", ".join([speaker_name(statement.speaker), *through(statement, statements)])


def corrected_by(changes: pd.DataFrame) -> str:
    """How many corrections by readers are applied, by whom, and how many are not; "" where there are none.

    >>> corrected_by(reading.changes)
    '3 corrections by readers are applied (Ana Ruiz 2, unsigned 1), 1 is not: the table of problems says why.'
    """
    named = changes["change"] == "name"
    applied, left = changes[changes["applied"] & ~named], int((~changes["applied"]).sum())
    text = ""
    if len(applied):
        signed = Counter(name or "unsigned" for name in applied["by"])
        told = listing([f"{short(name, 40)} {number}" for name, number in signed.most_common()], most=6)
        text = f"{count(len(applied), 'correction')} by readers {is_or_are(len(applied))} applied ({told})"
    if left and text:
        text += f", {left} {is_or_are(left)} not"
    elif left:
        text = f"{count(left, 'correction')} by readers {is_or_are(left)} not applied"
    text += ": the table of problems says why." if left else "." if text else ""
    if names := int((changes["applied"] & named).sum()):
        text += f"{' ' if text else ''}{count(names, 'speaker')} {is_or_are(names)} named as people.csv has it."
    return text


def is_or_are(number: int) -> str:
    """The verb that goes with a number."""
    return "is" if number == 1 else "are"


def speaker_name(name: str) -> str:
    """A speaker as charts and pages say it: "the writer" for ``(writer)``."""
    return {WRITER: "the writer", UNATTRIBUTED: "no speaker given"}.get(name, name) or "(blank)"


def article_name(article: Any) -> str:
    """An article's title, else its file, else its id."""
    return article.title or article.file or article.article_id


def heading(article: Any) -> str:
    """What stands over an article's page: its title, else how its text begins, in quotation marks."""
    if article.title:
        return article.title
    begins = article.text.strip()[:1000].split("\n\n")[0]
    return f"“{short(begins, 70)}”" if begins else article_name(article)


def quoted_heading(article: Any) -> str:
    """The same for a sentence: always in quotation marks."""
    return f"“{article.title}”" if article.title else heading(article)


def article_names(articles: pd.DataFrame) -> dict[str, str]:
    """What to call each article, by its id, never the same twice: its outlet, where each article has another one;
    else its title, its file or its id, cut to 60 characters."""
    return _told_apart(articles, [short(name, 60) for name in _outlets(articles) or _titles(articles)])


def article_labels(articles: pd.DataFrame) -> dict[str, str]:
    """Names of articles as ``article_names`` has them for where there is little room: without the words that all the
    titles begin with."""
    if names := _outlets(articles):
        return _told_apart(articles, names)
    names = _titles(articles)
    low, high = min(names, default=""), max(names, default="")
    alike = next((at for at, (one, other) in enumerate(zip(low, high, strict=False)) if one != other), len(low))
    same = low[:alike].rfind(" ") + 1 if len(names) > 1 else 0
    return _told_apart(articles, [name[same:] or name for name in names])


def _outlets(articles: pd.DataFrame) -> list[str]:
    """The outlets, where each article has one of its own; else none."""
    outlets = articles["outlet"].tolist()
    return outlets if all(outlets) and len(set(outlets)) == len(outlets) else []


def _titles(articles: pd.DataFrame) -> list[str]:
    return [article_name(article) for article in articles.itertuples()]


def _told_apart(articles: pd.DataFrame, names: Sequence[str]) -> dict[str, str]:
    """The names by article; those that several have get the article's number behind them."""
    found: dict[str, str] = {}
    taken = {name for name, number in Counter(names).items() if number > 1}
    for number, (article_id, name) in enumerate(zip(articles["article_id"], names, strict=True), 1):
        while name in taken:
            name = f"{name} ({number})"
        taken.add(name)
        found[article_id] = name
    return found


def count(number: float, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 word", "1,200 words"."""
    return f"{number:,.0f} {noun if number == 1 else plural or noun + 's'}"


def percent(part: float, whole: float) -> str:
    """A share for reading: "27 %", "under 1 %"."""
    share = 100 * part / whole if whole else 0.0
    return "under 1\xa0%" if 0 < share < 1 else f"{share:.0f}\xa0%"


def times(number: int) -> str:
    """How often: "never", "once", "twice", "3 times"."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number:,} times")


def listing(parts: Sequence[str], comma: str = ", ", most: int = 3) -> str:
    """Parts in a sentence: "A", "A and B", "A, B and 4 more"; with another comma one before "and", too: "A; and B"."""
    if len(parts) > most:
        parts = [*parts[: most - 1], f"{len(parts) - most + 1:,} more"]
    if len(parts) < 2:
        return "".join(parts)
    return f"{comma.join(parts[:-1])}{comma.rstrip() if comma != ', ' else ''} and {parts[-1]}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names of speakers in a sentence; long ones cut."""
    return listing([short(speaker_name(name), 60) for name in names], most=most)


def short(text: str, longest: int = 80) -> str:
    """A text on one line, cut at a word and with "…" where it is longer than ``longest`` characters.

    >>> short("a long and winding road", 12)
    'a long and…'
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"


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
    if mark.basis == "numeric" and mark.low != mark.low:  # no number is not equal to itself
        lines.append(f"stated: at most {number_range(mark.high, mark.high)}")
    elif mark.basis == "numeric" and mark.high != mark.high:
        lines.append(f"stated: at least {number_range(mark.low, mark.low)}")
    elif mark.low == mark.low:
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
