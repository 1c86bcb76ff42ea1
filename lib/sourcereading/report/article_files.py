"""What is written of each article, by several processes where there are many articles.

Another process gets some articles' readings and answers with their files. This one makes files, too, unless the others
are copies of it, and those that a process that ended has left.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, suppress
from dataclasses import replace
from queue import SimpleQueue
from typing import NamedTuple

from sourcereading.analysis.findings.lede import in_both_lengths
from sourcereading.analysis.heard import heard_sources
from sourcereading.analysis.statements import reported
from sourcereading.reading.reading import Reading
from sourcereading.reading.schema import table
from sourcereading.reading.side_by_side import cores, next_of
from sourcereading.report import web_annotation
from sourcereading.report.article_page import Known, article_page
from sourcereading.text.other_process import OtherProcess, asked, begun, copies, send

WORTH_IT = 40
"""Articles from which on another process is quicker: it needs two seconds to begin."""
_AT_ONCE = 10
_MOMENT = 0.1
_PROGRAM = "from sourcereading.report.article_files import serve; serve()"


class ArticleFiles(NamedTuple):
    """The page of an article, its annotations ("" where it has none), and what a list of articles says of it."""

    article_id: str
    page: str
    annotations: str
    in_short: str


def article_files(reading: Reading) -> Iterator[ArticleFiles]:
    """The files of each article of a reading, in no particular order."""
    left = deque(replace(reading, tokens=table("tokens")).split(_AT_ONCE).values())  # no page has tokens
    done: SimpleQueue[list[ArticleFiles]] = SimpleQueue()
    makes = not copies()  # whether this one makes files, too
    helpers = min(cores() - makes, len(reading.articles) // WORTH_IT if makes else len(left))
    with ExitStack() as running:
        pool = running.enter_context(ThreadPoolExecutor(helpers or 1))
        processes = [running.enter_context(begun(serve, _PROGRAM, quiet=True)) for _ in range(helpers)]
        working = [pool.submit(_work, process, left, done) for process in processes]
        while left or any(not helper.done() for helper in working):
            if (makes or all(helper.done() for helper in working)) and (part := next_of(left)):
                yield from _made(part)
            else:
                wait(working, None if makes else _MOMENT)
            yield from _taken(done)
        for helper in working:
            helper.result()
        yield from _taken(done)  # of one that ended since they were looked at


def serve() -> None:
    """What another process does: it answers each part of the articles with their files."""
    coming, answers = asked()
    with suppress(EOFError):  # no more is asked
        while True:
            send(answers, _made(pickle.load(coming)))


def _work(process: OtherProcess, left: deque[Reading], done: SimpleQueue[list[ArticleFiles]]) -> None:
    """Lets another process make what is left. Where it ends, its part is left again: what is wrong shows there."""
    while part := next_of(left):
        try:
            process.ask(part)
            done.put(process.answer())
        except (OSError, EOFError, pickle.UnpicklingError):
            left.append(part)
            return


def _taken(done: SimpleQueue[list[ArticleFiles]]) -> Iterator[ArticleFiles]:
    while not done.empty():
        yield from done.get()


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
