"""What is written of each article, by several processes where there are many articles.

Another process gets some articles' readings and answers with their files. This one makes files, too, unless the others
are copies of it, and those that a process that ended has left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sourcereading.analysis.findings.lede import in_both_lengths
from sourcereading.analysis.heard import heard_sources
from sourcereading.analysis.statements import reported
from sourcereading.reading.reading import Reading
from sourcereading.reading.schema import table
from sourcereading.reading.side_by_side import cores
from sourcereading.report import web_annotation
from sourcereading.report.article_page import Known, article_page
from sourcereading.text.other_process import begun, copies, serve_with, shared_out

WORTH_IT = 40
"""Articles from which on another process is quicker: it needs two seconds to begin."""
_AT_ONCE = 10
_PROGRAM = "from sourcereading.report.article_files import serve; serve()"


class ArticleFiles(NamedTuple):
    """The page of an article, its annotations ("" where it has none), and what a list of articles says of it."""

    article_id: str
    page: str
    annotations: str
    in_short: str


def article_files(reading: Reading) -> Iterator[ArticleFiles]:
    """The files of each article of a reading, in no particular order."""
    makes, articles = not copies(), len(reading.articles)  # whether this one makes files, too
    helpers = min(cores() - makes, articles // WORTH_IT if makes else -(-articles // _AT_ONCE))
    processes = [begun(serve, _PROGRAM, quiet=True) for _ in range(helpers)]
    light = replace(reading, tokens=table("tokens"))  # no page has tokens
    for _, made in shared_out(light.split(_AT_ONCE).values(), _made, processes, makes):
        yield from made


def serve() -> None:
    """What another process does: it answers each part of the articles with their files."""
    serve_with(lambda _: _made)


def _made(part: Reading) -> list[ArticleFiles]:
    part, files = _light(part), []
    claims, heard = reported(part.statements, part.articles), heard_sources(part)
    for name, reading in part.split().items():
        found, in_short = in_both_lengths(reading)
        own, told = (frame[frame["article_id"] == name].reset_index(drop=True) for frame in (claims, heard))
        page = article_page(reading, Known(own, told, found))
        files.append(ArticleFiles(name, page, web_annotation.as_text(reading, name), in_short))
    return files


def _light(reading: Reading) -> Reading:
    """The same reading with texts as Python's: rows of short tables are a fifth quicker to look up."""
    tables = {
        name: frame.astype(dict.fromkeys(frame.select_dtypes("str"), object))
        for name, frame in reading.tables().items()
    }
    return replace(reading, **tables)
