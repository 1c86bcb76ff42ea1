"""What a notebook shows: tables, figures and findings as safe HTML, the same in JupyterLab and in a report.

Every string that comes from an article is escaped here. The HTML carries its own downloads as data links, so
that the numbers go with a page that is mailed alone. The same input gives the same bytes.
"""

from __future__ import annotations

import base64
import math
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from sourcereading.analysis.counts import counts_by
from sourcereading.analysis.names import MANY, article_labels
from sourcereading.analysis.words import one_case
from sourcereading.reading.column_help import in_words, meanings
from sourcereading.reading.wording import count, short, verb
from sourcereading.report.card_tables import with_cards
from sourcereading.report.downloads import csv_link, data_uri, download
from sourcereading.report.markup import Markup, escape, markup_cells
from sourcereading.report.png import png
from sourcereading.report.styles import style
from sourcereading.report.svg import svg

SCREEN = 96
"""Dots per inch that a page shows."""
_COUNTED = (
    f"Counted, because there are more than {MANY} articles. The rows themselves, of which the text around this table "
    "speaks, are on the pages of the articles and in the folder tables."
)
_MISSING = '<span class="sr-none">–</span>'
ROWS = 20
"""How many rows of a table are shown at once."""
_WORTH_FOLDING = 4
"""Fewer rows than these are shown with the rest: to fold them saves nothing."""
FOLDED_ROWS = 100
"""Rows that a table folds away at most; those after them are in its CSV only."""
_LONGEST_CELL = 600
"""Characters of an article that a cell shows at most."""
NO_PICTURES = "SOURCEREADING_NO_PICTURES"
"""Environment variable that is there where nobody keeps the notebooks: then no figure is drawn as a PNG, too."""
_SVG = "image/svg+xml"
_LIGHT = 100_000
"""Bytes of an SVG that a page shows: a PNG is lighter than more."""

FINDING, EMPTY, WORDS = "finding", "empty", "words"
"""Kinds of what is shown by which a page knows what has nothing to show: the answer to a question, a table without
rows, and the words in the place of a chart."""

NOTEBOOK_STYLE = f"<style>{style('notebook')}</style>"
"""How tables and findings look in a notebook; in a report, the page's own style takes its place."""


class Shown:
    """Something a notebook shows: HTML for JupyterLab and reports, plain text where there is no HTML.

    Parameters
    ----------
    kind : "table", "empty" (a table without rows), "figure", "words", "article", "finding" or "progress"; reports
        recognise the library's own output by it.
    markup : the HTML, already escaped.
    text : the plain text.
    picture : a PNG, for programs that show no HTML, or no picture in it (code hosts, ``nbconvert --to markdown``).
    """

    def __init__(self, kind: str, markup: str, text: str | Callable[[], str], picture: bytes = b"") -> None:
        self.kind, self.markup, self._text, self.picture = kind, markup, text, picture

    @property
    def text(self) -> str:
        """The plain text; that of a table is made when it is asked for."""
        return self._text if isinstance(self._text, str) else self._text()

    def _repr_html_(self) -> str:
        return NOTEBOOK_STYLE + self.markup if self.kind in ("table", EMPTY, FINDING) else self.markup

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        data = {"text/html": self._repr_html_(), "text/plain": self.text}
        if self.picture:
            data["image/png"] = base64.b64encode(self.picture).decode("ascii")
        said = self.text if self.kind == FINDING else ""
        return data, {"sourcereading": {"kind": self.kind, "text": said}}


def finding(text: str) -> Shown:
    """A sentence computed from this run, in plain text, set off as the answer to the heading above it; the index page
    shows the first of each notebook."""
    return Shown(FINDING, f'<p class="sr-finding">{escape(text)}</p>', text)


def show_words(text: str) -> Shown:
    """A sentence in the place of a chart that has nothing to draw; plain text, which is escaped."""
    return Shown(WORDS, f'<p class="sr-nothing soft">{escape(text)}</p>', text)


def show_table(
    frame: pd.DataFrame,
    name: str,
    caption: str,
    descriptions: dict[str, str] | None = None,
    max_rows: int = ROWS,
    places: pd.DataFrame | None = None,
    note: str = "",
) -> Shown:
    """A DataFrame as an accessible table with a caption, a CSV to download and an explanation of its columns.

    Without rows, it is the caption and "none"; the page of a report leaves it out below a finding.

    Parameters
    ----------
    frame : any DataFrame. An index other than 0, 1, 2, … becomes the first columns, as row headers.
    name : names the download: "speakers" gives ``speakers.csv``, all rows, formula cells defused.
    caption : what the table shows, one line of plain text.
    descriptions : what the columns mean, {"speaker": "who is quoted"}. A column the table does not have is a
        ValueError: an explanation that no longer fits its table misleads.
    max_rows : rows shown at once; the rest are folded (up to 100; the CSV has them all). One to three rows more are
        shown, too.
    places : a row for each row of ``frame``, with the ``article_id`` and the ``start`` of the words in its column
        ``text``: in a report, they get a link to their place on the article's page. Words of more than 600 characters
        are cut; the CSV has them all.
    note : a sentence below the rows, in plain text.
    """
    frame = _flat(frame)
    frame = in_words(frame) if frame.columns.is_unique else frame
    if unknown := [column for column in descriptions or {} if column not in frame.columns]:
        known = ", ".join(map(str, frame.columns))
        raise ValueError(f"table {name!r} has no column {', '.join(map(repr, unknown))}; it has {known}")
    if places is not None:
        frame["text"] = _placed(frame["text"], places)
    if frame.empty:
        return Shown(EMPTY, f'<div class="sr-table">{table_markup(frame, caption)}</div>', f"{caption}: none.")
    if len(frame) < max_rows + _WORTH_FOLDING:
        max_rows = len(frame)
    parts = [f'<div class="sr-table">{table_markup(frame[:max_rows], caption, frame)}']
    if len(frame) > max_rows:
        rest = frame[max_rows : max_rows + FOLDED_ROWS]
        left = len(frame) - max_rows - len(rest)
        label = count(len(rest), "more row")
        label += f"; {count(left, 'further row')} {verb(left, 'is', 'are')} in the CSV" if left else ""
        parts.append(f'<details class="sr-more"><summary>{label}</summary>')
        parts.append(f"{table_markup(rest, f'{caption}: more rows', frame)}</details>")
    parts.append(f'<p class="sr-note">{escape(note)}</p>' if note else "")
    link = csv_link(frame, name, f"CSV, {count(len(frame), 'row')}")
    parts.append(f'<p class="sr-downloads">{link}</p>')
    if descriptions:
        parts.append('<details class="sr-columns"><summary>What the columns mean</summary><dl>')
        for column, meaning in descriptions.items():
            parts.append(f"<dt>{escape(column)}</dt><dd>{escape(meaning)}</dd>")
        parts.append("</dl></details>")
    first = frame[:max_rows]
    return Shown("table", "".join(parts) + "</div>", lambda: f"{caption}\n{first.to_string(index=False)}")


def show_download(frame: pd.DataFrame, name: str, label: str) -> Shown:
    """A link that downloads a table as CSV, for spreadsheets: ``name.csv``, all rows, formula cells defused."""
    if frame.empty:
        return show_table(frame, name, label)
    label = f"{label}: CSV, {count(len(frame), 'row')}"
    return Shown("table", f'<p class="sr-downloads">{csv_link(frame, name, label)}</p>', label)


def _placed(words: pd.Series, places: pd.DataFrame) -> pd.Index:
    """The words of some rows, each with its place behind it."""
    return markup_cells(
        Markup(text, f'{escape(_cut(text))}<i data-place="{start} {escape(article)}"></i>')
        for text, article, start in zip(words, places["article_id"], places["start"], strict=True)
    )


def _cut(text: str) -> str:
    """What a cell shows of words: two copies of an article share all of it."""
    return text if len(text) <= _LONGEST_CELL else short(text, _LONGEST_CELL)


def show_figure(
    figure: Any, alt: str, name: str, data: pd.DataFrame | None = None, narrow: Any = None
) -> Shown:
    """A matplotlib figure as an SVG, with its text alternative; one with too many parts for that as a PNG of twice the
    screen's resolution.

    Parameters
    ----------
    figure : the matplotlib Figure; it is closed, so that nothing shows it a second time.
    alt : what is seen, as a sentence computed from the data. Required: a reader who cannot see the chart has
        this instead.
    name : names the downloads, ``name.svg`` and ``name.csv``.
    data : the numbers the figure is drawn from, offered as CSV.
    narrow : the figure drawn for a phone, some 3.65 inches wide; a page shows it where there is no more room.

    The downloads are carried in the page, so that it can be sent alone.
    """
    if not alt.strip():
        raise ValueError(f"figure {name!r} has no text alternative; say in a sentence what it shows")
    drawn = svg(figure, alt).encode("utf-8", "replace")
    light = len(drawn) <= _LIGHT
    picture = b"" if light and NO_PICTURES in os.environ else png(figure)
    links = [download("SVG", f"{name}.svg", _SVG, drawn)]
    width, height = (round(inches * SCREEN) for inches in figure.get_size_inches())
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(figure)
    source = data_uri(_SVG, drawn) if light else data_uri("image/png", picture)
    if data is not None:
        links.append(csv_link(_flat(data), name, "CSV"))
    image = f'<img alt="{escape(alt)}" src="{source}" width="{width}" height="{height}">'
    if narrow is not None:
        image = f"<picture>{_for_phones(narrow)}{image}</picture>"
    foot = f'<figcaption><span class="sr-downloads">{" · ".join(links)}</span></figcaption>'
    return Shown("figure", f'<figure class="sr-figure">{image}{foot}</figure>', alt, picture)


def _for_phones(figure: Any) -> str:
    """A figure as the source of a picture where the page is narrow."""
    width, height = (round(inches * SCREEN) for inches in figure.get_size_inches())
    drawn = data_uri(_SVG, svg(figure).encode("utf-8", "replace"))
    return f'<source media="screen and (max-width: 640px)" srcset="{drawn}" width="{width}" height="{height}">'


def _flat(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its index as columns (marked in ``attrs``) and one line of column names."""
    headers = 0
    if not isinstance(frame.index, pd.RangeIndex):
        headers = frame.index.nlevels
        names = [name if name is not None else "row" for name in frame.index.names]
        frame = frame.rename_axis(index=names)
        index = frame.index.to_frame(index=False)
        frame = pd.concat([index, frame.reset_index(drop=True)], axis=1)
    else:
        frame = frame.reset_index(drop=True)
    frame.columns = [
        " ".join(str(part) for part in column if str(part)) if isinstance(column, tuple) else column
        for column in frame.columns
    ]
    frame.attrs = {"headers": headers}
    return frame


def table_markup(frame: pd.DataFrame, caption: str, whole: pd.DataFrame | None = None) -> str:
    """An HTML table in a box that scrolls by itself, without the rest of ``show_table``. ``whole`` is the frame that
    these rows are a part of: all parts are formatted alike."""
    if whole is None:
        whole = frame = _flat(frame)
    if whole.empty:
        return f'<p class="sr-empty"><b>{escape(caption)}</b>: none.</p>'
    headers = whole.attrs.get("headers", 0)
    columns, heads = [], []
    for position, name in enumerate(frame.columns):
        values, kind = _cells(frame.iloc[:, position], whole.iloc[:, position])
        columns.append([(value, kind, position < headers) for value in values])
        head = escape(name).replace("_", "_<wbr>")  # a long name may go on in the next line
        heads.append(f'<th scope="col"{_class(kind)}>{head}</th>')
    rows = []
    for row in zip(*columns, strict=True):
        cells = [
            f'<th scope="row"{_class(kind)}>{value}</th>' if header else f"<td{_class(kind)}>{value}</td>"
            for value, kind, header in row
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return with_cards(
        f'<div class="sr-scroll" role="group" aria-label="{escape(caption)}" tabindex="0"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{''.join(heads)}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _class(kind: str) -> str:
    return f' class="sr-{kind}"' if kind else ""


def _cells(column: pd.Series, whole: pd.Series) -> tuple[list[str], str]:
    """The cells of a column as HTML, and what kind of column it is ("number", "long" text or "")."""
    if pd.api.types.is_bool_dtype(whole.dtype):
        return [_MISSING if pd.isna(value) else "yes" if value else "no" for value in column], ""
    if pd.api.types.is_numeric_dtype(whole.dtype):
        places = _places(whole)
        cells = [_MISSING if pd.isna(value) else format_number(float(value), places) for value in column]
        return [cell.replace(",", "") for cell in cells] if column.name == "year" else cells, "number"
    values = column.tolist()
    cells = [_MISSING if _is_missing(value) else _cell(value) for value in values]
    return cells, "long" if any(len(str(value)) > 40 for value in values) else ""


def _cell(value: object) -> str:
    return value.html if isinstance(value, Markup) else escape(value)


def _is_missing(value: object) -> bool:
    if isinstance(value, str):
        return not value
    return value is None or (pd.api.types.is_scalar(value) and bool(pd.isna(value)))


def _places(column: pd.Series) -> int:
    """Decimals that the values of a column need: none for whole numbers, at most three."""
    values = [float(value) for value in column if not pd.isna(value) and math.isfinite(value)]
    for places in (0, 1):
        if all(math.isclose(value, round(value, places), abs_tol=1e-9) for value in values):
            return places
    return 3 if max(map(abs, values)) < 0.1 else 2


def format_number(value: float, places: int) -> str:
    """A number for reading, as in a sentence: a real minus sign, commas from 1,000 on."""
    text = f"{value:,.{places}f}"
    return text.lstrip("-") if not float(text.replace(",", "")) else text.replace("-", "−")


def listed(
    rows: pd.DataFrame,
    articles: pd.DataFrame,
    by: Sequence[str],
    noun: str,
    name: str,
    caption: str,
    described: dict[str, str],
    max_rows: int = ROWS,
) -> Shown:
    """Rows as a table; of more than ``MANY`` articles, how many there are of each kind.

    Parameters
    ----------
    rows : what is listed, in order. A column ``article_id`` is shown as ``article``, by its title, where there are
        several articles, and left out where there is one. With it, a column ``start`` says where the words in the
        column ``text`` begin; it is not shown, but a report links the words to their place in the article.
    articles : the table ``articles`` they come from.
    by : the columns of ``rows`` that make a kind: ``["speaker", "voice"]``.
    noun : what a row is, in the plural, as the section "counts" of the data dictionary has it: "statements".
    name, caption, described, max_rows : as ``show_table`` takes them; ``described`` is about the columns of ``rows``.
        What follows a comma in ``caption`` is about the order of the rows: a count leaves it out.
    """
    whole = rows
    if "article_id" in rows:
        rows, described = _by_article(rows, articles, described)
    if len(articles) > MANY:
        written = {column: one_case(rows[column]) for column in ("text", "speaker_text") if column in by}
        counts = counts_by(rows.assign(**written), by, name=noun)
        of = "of" if noun == "articles" else "in"
        counted = f"{caption.partition(',')[0]}: number of {noun}, {of} {len(articles):,} articles"
        about = meanings(counts, "counts") | {column: described[column] for column in by if column in described}
        return show_table(counts, name, counted, about, max_rows, note=_COUNTED)
    places = whole if {"article_id", "start", "text"} <= {*whole.columns} else None
    return show_table(rows.reset_index(drop=True), name, caption, described, max_rows, places)


def _by_article(
    rows: pd.DataFrame, articles: pd.DataFrame, described: dict[str, str]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Rows and what their columns mean, with the article's name for its id, or without it where there is one only."""
    hidden = ["start"] if len(articles) > 1 else ["article_id", "start"]
    rows = rows.drop(columns=hidden, errors="ignore")
    about = {column: meaning for column, meaning in described.items() if column not in hidden}
    if len(articles) > 1:
        rows = rows.assign(article_id=rows["article_id"].map(article_labels(articles)))
        about = {"article_id": "the article", **about}
    renamed = {"article_id": "article"}
    return rows.rename(columns=renamed), {renamed.get(name, name): meaning for name, meaning in about.items()}
