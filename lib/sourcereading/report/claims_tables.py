"""The tables of notebook 06 that set words of several articles beside each other, with what is different in bold."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.claims import telling_in_words
from sourcereading.analysis.grid import NOT_THERE, Row, grid
from sourcereading.analysis.names import article_labels
from sourcereading.analysis.told_twice import WORD, words_of
from sourcereading.reading.column_help import meanings
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import count, short
from sourcereading.report.markup import Markup, escape, markup_cells
from sourcereading.report.show import Shown, show_table

_ROWS = 200
SIDE_BY_SIDE = 4
"""Up to so many articles have a column each; of more, each telling has a row."""


def show_told_twice(pairs: pd.DataFrame, articles: pd.DataFrame) -> Shown:
    """The statements that several articles tell (the first table of ``told_twice``), each as the two tellings that
    differ most, side by side. Words that only one side has are in bold."""
    names = article_labels(articles)
    rows = pairs.head(_ROWS)
    columns: dict[str, Any] = {}
    for side, beside in (("", "other_"), ("other_", "")):
        places = zip(rows[f"{side}article_id"], rows[f"{side}start"], strict=True)
        columns[f"{side}article"] = markup_cells(_placed(names[article], article, start) for article, start in places)
        told = (rows[name] for name in (f"{side}speaker", f"{side}voice", f"{side}text", f"{beside}text"))
        columns[f"{side}text"] = markup_cells(_beside(*telling) for telling in zip(*told, strict=True))
    both = zip(rows["changed"], rows["text"], rows["other_text"], strict=True)
    columns["changed"] = [
        changed or ("nothing" if words_of(one) == words_of(other) else "wording only") for changed, one, other in both
    ]
    table = pd.DataFrame(columns)
    caption = "The same statement in two articles"
    caption += f" (the first {_ROWS} of {len(pairs):,})" if len(pairs) > _ROWS else ""
    return show_table(table, "told-twice", caption, meanings(table, "told twice"))


def show_tellings(told: pd.DataFrame, reading: Reading) -> Shown:
    """Which article tells which statement, in which words (the second table of ``told_twice``): a grid with a column
    for each article, or where there are more than four, a row for each telling."""
    names = article_labels(reading.articles)
    caption = "Who tells it how"
    if len(told):
        caption += f": {count(told['claim'].nunique(), 'statement')} in {count(len(names), 'article')}"
    if len(names) <= SIDE_BY_SIDE:
        every = grid(reading, told) if len(told) else []
        rows = every[:_ROWS]
        caption += f" (the first {_ROWS} of {count(len(every), 'row')})" if len(every) > _ROWS else ""
        table = pd.DataFrame({"about": [row.about for row in rows]})
        for article, name in names.items():
            table[name] = markup_cells(_in_grid(row, article) for row in rows)
        caption += f". “{NOT_THERE}”: not in words that are alike" if rows else ""
        return show_table(table, "tellings", caption, meanings(table[["about"]], "tellings"))
    cells = markup_cells(_cell(row, row.article_id) for row in told.itertuples())
    rows = told.assign(article=told["article_id"].map(names).to_numpy(), told=cells).head(_ROWS)
    caption += f" (the first {_ROWS} of {count(len(told), 'telling')})" if len(told) > _ROWS else ""
    table = rows[["about", "articles", "article", "told"]].reset_index(drop=True)
    return show_table(table, "tellings", caption, meanings(table, "tellings"))


def _in_grid(row: Row, article: str) -> Markup:
    """A cell of the grid: the words there, or that they are not there and what the same speaker says."""
    cells = [
        Markup(one, escape(one)) if isinstance(one, str) else _cell(one, article) for one in row.parts(article)
    ]
    return Markup(" / ".join(cells), "<br>".join(cell.html for cell in cells))


def _cell(row: Any, article: str) -> Markup:
    """A telling: who says it in which voice, the words, and its marks."""
    who = telling_in_words(row.speaker, row.voice)
    marks = f" [{row.marks}]" if row.marks else ""
    told = _placed(short(who, 60), article, row.start)
    return Markup(f"{who}: {row.text}{marks}", f"{told.html}: {escape(row.text)}<small>{escape(marks)}</small>")


def _placed(words: str, article: str, start: int) -> Markup:
    """Who tells something, or in which article: it leads to what is told, which stands beside it (``sr-beside``)."""
    place = f'<i data-place="{start} {escape(article)}"></i>'
    return Markup(words, f'<span class="sr-beside">{escape(words)}{place}</span>')


def _beside(speaker: str, voice: str, text: str, other: str) -> Markup:
    """A telling with those of its words in bold that the other side does not have."""
    who, known = telling_in_words(speaker, voice), set(words_of(other))
    parts, at = [escape(f"{who}: ")], 0
    for found in WORD.finditer(text):
        word = escape(found[0])
        same = found[0].lower().replace("’", "'") in known
        parts.append(f"{escape(text[at : found.start()])}{word if same else f'<b>{word}</b>'}")
        at = found.end()
    marked = "".join([*parts, escape(text[at:])]).replace("</b> <b>", " ")
    return Markup(f"{who}: {text}", marked)
