"""The index page of a set of reports: what was read and found, with which software, and what it cannot show."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

import pandas as pd

from sourcereading.analysis.counts import outside_names, sentences_naming
from sourcereading.analysis.findings import at_a_glance
from sourcereading.analysis.names import heading
from sourcereading.analysis.sources import known_sources
from sourcereading.analysis.statements import how_many, in_body, reported
from sourcereading.reading.files import CODEBOOK
from sourcereading.reading.schema import SCHEMAS
from sourcereading.reading.wording import count, listing, verb
from sourcereading.report.article_list import article_list
from sourcereading.report.bibliography import citation, downloads, metadata
from sourcereading.report.bibliography import entry as bibliography_entry
from sourcereading.report.corrections_section import CORRECTED, corrections_note, corrections_table
from sourcereading.report.group import RIGHTS_UNKNOWN, Group, called, window_title
from sourcereading.report.markup import Markup, escape, markup_cells, shown
from sourcereading.report.page import Anchors, page
from sourcereading.report.show import show_table, table_markup
from sourcereading.report.software import versions
from sourcereading.text.lexicon import changed_lexicons
from sourcereading.text.sentences import sentences

_TABLES = {
    "articles": "the articles, with their text as it was read",
    "sentences": "the sentences of each article",
    "tokens": "every word, number and punctuation mark",
    "statements": "who says what, in whose words",
    "certainty": "the marks of certainty: hedges, probabilities, expressions of certainty",
    "issues": "the words that name an issue, and whose they are",
    "sentiment": "the tone of each statement, with the words that decide it",
    "speakers": "who speaks, and how much",
    "changes": "what readers have corrected, and whether it is applied",
    "problems": "files that were refused, or read with a warning",
}

_LITTLE = 60
"""Characters of a finding that say too little by themselves."""

_SUMMARY = "What the head of this page says, with the figures it stands on."
_LIMITS = (
    "These pages show what the articles say, not whether it is true.",
    "A program reads with rules and word lists. It misses some statements and gives some to the wrong speaker; "
    "“How good is this?”, which compares it with articles that others annotated, says how often.",
    "A mark of certainty is a word in the text. It does not say how sure the speaker was, or should be.",
    "A tone is computed from single words. It does not recognise irony, and hardly who does what to whom.",
    "Counts from one article describe that article, not its outlet or its speakers.",
)


@dataclass(frozen=True)
class Entry:
    """A notebook on the index. ``error`` says why it did not run to its end, "" if it did; ``written`` says
    whether it has a page; ``brought`` names the articles it brings along, where it is not about those asked for."""

    name: str
    title: str
    finding: str
    error: str = ""
    written: bool = True
    brought: str = ""


def index_page(groups: Sequence[Group], notebooks: Sequence[Entry], said: Mapping[str, str] | None = None) -> str:
    """The index as a whole HTML page: of the articles asked for, which are first among ``groups``, and those that
    notebooks bring along. ``said`` is what the list of articles says of each by its id, where that is known already."""
    main = groups[0]
    anchors = Anchors()
    contents: list[tuple[str, str]] = []
    day = datetime.fromtimestamp(_run_time(), UTC)

    def section(heading: str, body: str) -> str:
        anchor = anchors.take(heading)
        contents.append((anchor, heading))
        return f'<h2 id="{anchor}">{escape(heading)}</h2>\n{body}\n'

    problems = pd.concat([group.reading.problems for group in groups], ignore_index=True)
    found = at_a_glance(main.reading)
    parts = [_head(main, found), _failures(notebooks)]
    refused = bool((problems["outcome"] == "refused").any())
    if refused:
        parts.append(section("Problems", _problems(problems)))
    parts.append(section("Articles", article_list(main.reading, main.label, anchors, said)))
    if len(main.reading.changes):
        parts.append(section(CORRECTED, corrections_table(main.reading.changes, "corrections")))
    parts.append(section("Notebooks", _notebooks(notebooks, found)))
    if len(problems) and not refused:
        parts.append(section("Warnings", _problems(problems)))
    for group in groups[1:]:
        users = ", ".join(group.used_by)
        note = f"<p>Read for {escape(users)}, which needs more articles than were given.</p>"
        articles = article_list(group.reading, group.label, anchors, said)
        parts.append(section(f"Also read: {group.label}", note + articles))
    tables = "".join(_tables(group, len(groups) > 1) for group in groups)
    parts.append(section("Tables", _codebook(main) + tables))
    limits = "".join(f"<li>{escape(limit)}</li>" for limit in _LIMITS)
    parts.append(section("What this cannot show", f"<ul>{limits}</ul>"))
    parts.append(section("Copyright", _rights(groups)))
    parts.append(section("How to cite", _citation(main, day)))
    ran = table_markup(versions(), "The software that made these pages")
    stamp = f'<time datetime="{day:%Y-%m-%d}">{_day(day)}</time>'
    parts.append(section("Software versions", f"<p>Run on {stamp} (UTC).{_lexicons()}</p>{ran}"))
    title = window_title("Reading", main.reading.articles, main.label)
    head = metadata(bibliography_entry(main.reading, main.label, day=f"{day:%Y-%m-%d}"))
    return page(title, "\n".join(parts), contents, home="", description=found, head=head)


def _head(group: Group, found: str) -> str:
    """What a reader would say of the articles, and where to start."""
    reading = group.reading
    if len(reading.articles) > 1:
        more = "Start with an article’s page: it has the text, annotated."
    else:
        words = count(int(reading.articles["words"].sum()), "word")
        said = reported(reading.statements, reading.articles)
        more = f"{words}, {how_many(said, reading.speakers)}." if len(said) else f"{words}."
    return (
        f"<h1>Reading of {shown(called(reading.articles, group.label))}</h1>\n"
        f'<p class="lead">{shown(found)}</p>\n'
        f'<p class="soft">{more}</p>\n{corrections_note(reading.changes)}'
    )


def _failures(notebooks: Sequence[Entry]) -> str:
    failed = [entry for entry in notebooks if entry.error]
    if not failed:
        return ""
    items = "".join(f"<p><strong>{escape(entry.name)}</strong>: {escape(entry.error)}</p>" for entry in failed)
    lead = f"<p>{count(len(failed), 'notebook')} did not run to the end.</p>"
    return f'<div class="failure">{lead}{items}</div>\n'


def _problems(problems: pd.DataFrame) -> str:
    refused = int((problems["outcome"] == "refused").sum())
    said = f"<p>{count(refused, 'file')} could not be read and {verb(refused, 'is', 'are')} not in the counts.</p>"
    return (said if refused else "") + show_table(problems, "problems", "Files with a problem").markup


def _notebooks(notebooks: Sequence[Entry], known: str) -> str:
    """Each with how its first finding begins, but not the one at the head of the page, ``known``."""
    items = []
    for entry in notebooks:
        found = _SUMMARY if entry.finding == known else _beginning(entry.finding)
        said = f"Stopped: {entry.error}" if entry.error else found
        brought = f"Of {entry.brought}: " if said and entry.brought else ""
        line = f"<br>{escape(brought + said)}" if said else ""
        title = escape(entry.title)
        if entry.written:
            title = f'<a href="{quote(entry.name)}.html">{title}</a>'
        items.append(f"<li>{title}{line}</li>")
    return f'<ol class="entries">{"".join(items)}</ol>' if items else "<p>There are no notebooks.</p>"


def _beginning(finding: str) -> str:
    """The first sentence of a finding, and those after it as long as that says little ("2 speakers.")."""
    ends = (part.end for part in sentences(finding))
    return finding[: next((end for end in ends if end >= _LITTLE), len(finding))]


def _tables(group: Group, several: bool) -> str:
    frame = pd.DataFrame(
        [(rows, _TABLES[name]) for name, rows in group.reading.manifest()["rows"].items()],
        columns=["rows", "contents"],
        index=markup_cells(
            Markup(name, f'<a href="{group.tables}/{name}.csv">{name}.csv</a>') for name in SCHEMAS
        ).rename("table"),
    )
    caption = f"Tables of {group.label}" if several else "The tables, one CSV file each (UTF-8)"
    return table_markup(frame, caption) + _filters(group)


def _filters(group: Group) -> str:
    """Which rows of the tables the pages count, so that a reader can count them again."""
    reading = group.reading
    said, known = reported(reading.statements, reading.articles), known_sources(reading.speakers)
    mentions = outside_names(reading.issues)
    named = in_body(sentences_naming(reading.issues), reading.sentences)["sentence_id"].nunique()
    counted = [
        (len(said), "statement of a speaker", "statements of speakers", "statements", "each statement_id "
         "once, without the speaker (writer) and without rows that have a reporting_clause_of"),
        (len(known), "speaker or source", "speakers or sources", "speakers", "without the speaker (unattributed)"),
        (len(mentions), "mention of an issue", "mentions of issues", "issues", "rows whose column within is empty"),
        (named, "sentence that names an issue", "sentences that name an issue", "issues", "the same, each sentence_id "
         "once, if its kind in sentences.csv is text"),
    ]
    items = "".join(f"<li>{count(*what)}: {table}.csv, {rows}</li>" for *what, table, rows in counted)
    return f"<p>What the pages count of these tables:</p><ul>{items}</ul>"


def _codebook(group: Group) -> str:
    book = group.reading.codebook
    size = f"{count(len(book.issues), 'issue')}, {count(book.rows, 'row')}"
    copy = f'<a href="{group.tables}/{CODEBOOK}">{CODEBOOK}</a>'
    return (
        f"<p>The issues are those of the codebook <code>{escape(book.file)}</code> ({size}; SHA-256 "
        f"{book.sha256[:12]}…). A copy is beside the tables: {copy}.</p>"
    )


def _rights(groups: Sequence[Group]) -> str:
    rows = []
    for group in groups:
        articles = group.reading.articles
        for rights, same in articles.groupby("rights", sort=True):
            titles = "; ".join(heading(article) for article in same.head(3).itertuples())
            more = f" and {len(same) - 3} more" if len(same) > 3 else ""
            said = f"<bdi>{shown(rights)}</bdi>" if rights else RIGHTS_UNKNOWN
            rows.append(f"<li><strong><bdi>{shown(titles)}</bdi>{more}</strong>: {said}</li>")
    note = (
        "<p>The article pages and the tables contain the texts; the notebooks quote from them. "
        "What you may pass on depends on the copyright of each text.</p>"
    )
    return f"{note}<ul>{''.join(rows)}</ul>"


def _citation(group: Group, day: datetime) -> str:
    cite = citation(group.reading, group.label, day=_day(day))
    links = downloads(bibliography_entry(group.reading, group.label, day=f"{day:%Y-%m-%d}"))
    charts = "A chart is credited with the line at its foot, and with this reading."
    return f"<blockquote><p>{shown(cite)}</p></blockquote><p>{links}</p><p>{charts}</p>"


def _lexicons() -> str:
    """Which word lists of a working copy are not those of the library."""
    changed = changed_lexicons()
    if not changed:
        return ""
    names = listing([f"<code>{escape(name)}</code>" for name in changed], most=len(changed))
    return f" Word lists that were changed in this working copy: {names}."


def _day(day: datetime) -> str:
    return f"{day.day} {day:%B %Y}"


def _run_time() -> float:
    """Seconds since 1970 of the run: SOURCE_DATE_EPOCH where that is set, else now."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return float(fixed) if fixed.isdecimal() else datetime.now(UTC).timestamp()
