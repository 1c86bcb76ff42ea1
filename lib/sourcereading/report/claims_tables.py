"""The tables of notebook 06 that set words of several articles beside each other, with what is different in bold."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.claims import telling_in_words
from sourcereading.analysis.names import article_labels
from sourcereading.analysis.told_twice import WORD, words_of
from sourcereading.reading.column_help import meanings
from sourcereading.reading.wording import count, short
from sourcereading.report.markup import Markup, escape, markup_cells
from sourcereading.report.show import Shown, show_table

_ROWS = 200
_SIDE_BY_SIDE = 4
"""Up to so many articles have a column each; of more, each telling has a row."""
NOT_THERE = "not there"


def show_told_twice(pairs: pd.DataFrame, articles: pd.DataFrame) -> Shown:
    """The statements that several articles tell, each as the two tellings that differ most, side by side.

    Words that only one side has are in bold.

    Parameters
    ----------
    pairs : the first table of ``told_twice``.
    articles : the table ``articles``.
    """
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


def show_tellings(told: pd.DataFrame, articles: pd.DataFrame) -> Shown:
    """Which article tells which statement, in which words: a column for each article, or where there are more than
    four, a row for each telling.

    Parameters
    ----------
    told : the second table of ``told_twice``.
    articles : the table ``articles``.
    """
    names = article_labels(articles)
    cells = markup_cells(_cell(row) for row in told.itertuples())
    told = told.reset_index(drop=True).assign(article=told["article_id"].map(names).to_numpy(), cell=cells)
    caption = f"Who tells it how: {count(told['claim'].nunique(), 'statement')} in {count(len(articles), 'article')}"
    if len(articles) > _SIDE_BY_SIDE:
        caption += f" (the first {_ROWS} of {count(len(told), 'telling')})" if len(told) > _ROWS else ""
        rows = told.head(_ROWS)
        table = pd.DataFrame({
            "about": rows["about"].to_numpy(), "articles": rows["articles"].to_numpy(),
            "article": rows["article"].to_numpy(), "told": markup_cells(rows["cell"]),
        })  # fmt: skip
        return show_table(table, "tellings", caption, meanings(table, "tellings"))
    table = pd.DataFrame({"about": told.drop_duplicates("claim")["about"].to_numpy()})
    for article, name in names.items():
        of_it = told[told["article_id"] == article]
        has = dict(zip(of_it["claim"], of_it["cell"], strict=True))
        table[name] = markup_cells(has.get(claim, _plain(NOT_THERE)) for claim in dict.fromkeys(told["claim"]))
    return show_table(table, "tellings", f"{caption}. “{NOT_THERE}”: not in words that are alike")


def _cell(row: Any) -> Markup:
    """A telling: who says it in which voice, the words, and its marks."""
    who = telling_in_words(row.speaker, row.voice)
    marks = f" [{row.marks}]" if row.marks else ""
    told = _placed(short(who, 60), row.article_id, row.start)
    return Markup(f"{who}: {row.text}{marks}", f"{told.html}: {escape(row.text)}<small>{escape(marks)}</small>")


def _placed(words: str, article: str, start: int) -> Markup:
    """Who tells something, or in which article: it leads to what is told, which stands beside it (``sr-beside``)."""
    place = f'<i data-place="{start} {escape(article)}"></i>'
    return Markup(words, f'<span class="sr-beside">{escape(words)}{place}</span>')


def _plain(words: str) -> Markup:
    return Markup(words, escape(words))


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
