"""The list of articles on the index: each with its page and who speaks in it, how surely.

A handful is one table. More are grouped by outlet, where that is known, else by month or year; each group shows its
first rows and folds the rest, so that hundreds can be scanned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from sourcereading.analysis.article_groups import UNGROUPED, article_groups
from sourcereading.analysis.findings import in_short
from sourcereading.analysis.names import heading
from sourcereading.analysis.statements import reported
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.reading.wording import count, listing, sentence
from sourcereading.report.card_tables import with_cards
from sourcereading.report.group import article_file
from sourcereading.report.markup import escape, shown
from sourcereading.report.page import Anchors

_SHOWN = 60
_LEAST, _MOST = 3, 10


class _Row(NamedTuple):
    """An article with what its row says; ``alone`` has its title."""

    about: Any
    found: str
    alone: bool
    statements: int
    speakers: int
    warned: bool


class _Column(NamedTuple):
    head: str
    number: bool
    cell: Callable[[_Row], str]


def article_list(reading: Any, label: str, anchors: Anchors, said: Mapping[str, str] | None = None) -> str:
    """The articles of a reading, called ``label`` together, as HTML: one table, or one per group, which takes its id
    from ``anchors``. ``said`` is what ``in_short`` says of each by its id, where that is known already."""
    if said is None:
        said = {name: in_short(part) for name, part in reading.split().items()}
    rows = _rows(reading, said)
    columns = [_Column("What was found", False, lambda row: shown(row.found))] if len(rows) > 1 else []
    outlets, dates = ({getattr(row.about, name) for row in rows} - {""} for name in ("outlet", "date"))
    groups = article_groups(reading.articles)
    if outlets and not groups[0].by_outlet:
        columns.append(_Column("Outlet", False, lambda row: _or_not_known(row.about.outlet)))
    if dates:
        columns.append(_Column("Date", False, lambda row: f'<span class="date">{_or_not_known(row.about.date)}</span>'))
    columns.append(_Column("Statements", True, lambda row: f"{row.statements:,}"))
    columns.append(_Column("Speakers", True, lambda row: f"{row.speakers:,}"))
    missing = [name for name, known in (("outlet", outlets), ("date", dates)) if not known]
    notes = [f"{sentence(listing(missing))} not known."] if missing else []
    notes += ["Words are those outside reporting clauses."] if len(rows) > 1 else []
    note = f'<p class="soft">{" ".join(notes)}</p>\n' if notes else ""
    ordered = [(group.name, [rows[at] for at in group.places]) for group in groups]
    if len(ordered) == 1:
        return note + _table(ordered[0][1], columns, f"Articles from {label}, each with a page of its annotated text")
    most = max(_LEAST, min(_MOST, _SHOWN // len(ordered)))
    jumps, parts = [], []
    for name, members in ordered:
        anchor = anchors.take(name)
        jumps.append(f'<li><a href="#{anchor}"><bdi>{shown(name)}</bdi></a> {len(members):,}</li>')
        parts.append(f'<h3 id="{anchor}"><bdi>{shown(name)}</bdi></h3>\n')
        parts.append(_table(members, columns, count(len(members), "article"), most, f": {name}"))
    return f'{note}<ul class="jumps" aria-label="Groups of articles">{"".join(jumps)}</ul>\n{"".join(parts)}'


def _rows(reading: Any, said: Mapping[str, str]) -> list[_Row]:
    """The articles, as they are in the table."""
    statements = reported(reading.statements, reading.articles).groupby("article_id").size()
    named = reading.speakers[~reading.speakers["speaker"].isin([WRITER, UNATTRIBUTED])]
    speakers = named.groupby("article_id").size()
    titles = Counter(reading.articles["title"])
    warned = {*reading.problems.loc[reading.problems["outcome"] != "refused", "file"]} - {""}
    return [
        _Row(
            about,
            said[about.article_id],
            about.title != "" and titles[about.title] == 1,
            int(statements.get(about.article_id, 0)),
            int(speakers.get(about.article_id, 0)),
            about.file in warned,
        )
        for about in reading.articles.itertuples(index=False)
    ]


def _table(rows: list[_Row], columns: list[_Column], caption: str, most: int = UNGROUPED, group: str = "") -> str:
    """Some rows as a table, the rest folded under it; a single one is not worth folding. A screen reader says
    ``group``, the heading above, after the caption."""
    first, rest = (rows, []) if len(rows) <= most + 1 else (rows[:most], rows[most:])
    table = _markup(first, columns, caption, group)
    if not rest:
        return table
    more = _markup(rest, columns, f"{caption}, the others", group)
    return f'{table}<details class="sr-more"><summary>{count(len(rest), "more article")}</summary>{more}</details>\n'


def _markup(rows: list[_Row], columns: list[_Column], caption: str, group: str) -> str:
    kinds = [' class="sr-number"' if column.number else "" for column in columns]
    heads = "".join(f'<th scope="col"{kind}>{column.head}</th>' for column, kind in zip(columns, kinds, strict=True))
    body = "".join(
        f'<tr><th scope="row">{_link(row)}</th>'
        + "".join(f"<td{kind}>{column.cell(row)}</td>" for column, kind in zip(columns, kinds, strict=True))
        + "</tr>\n"
        for row in rows
    )
    return with_cards(
        f'<div class="sr-scroll articles" role="group" aria-label="{escape(caption + group)}" tabindex="0"><table>'
        f'<caption>{shown(caption)}</caption><thead><tr><th scope="col">Article</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>\n"
    )


def _link(row: _Row) -> str:
    """The link to an article's page; its file, too, where it has no title, or another one has the same."""
    about = row.about
    link = f'<a href="articles/{quote(article_file(about.article_id))}"><bdi>{shown(heading(about))}</bdi></a>'
    if row.warned:
        link += '<br><bdi class="file">⚠ read with a warning</bdi>'
    return link if row.alone or not about.file else f'{link}<br><bdi class="file">{shown(about.file)}</bdi>'


def _or_not_known(value: str) -> str:
    return f"<bdi>{shown(value)}</bdi>" if value else '<span class="soft">not known</span>'
