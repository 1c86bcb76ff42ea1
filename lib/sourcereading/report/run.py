"""Reads articles once, runs every notebook on them, and writes the folder of reports.

out/index.html                  what was read and found
out/NOTEBOOK.html               a page per notebook
out/notebooks/NOTEBOOK.ipynb    the notebook itself with its outputs, where they are to be kept
out/articles/ARTICLE.html       a page per article, annotated
out/annotations/ARTICLE.jsonld  its statements and marks as Web Annotations
out/downloads/NOTEBOOK/NAME     what is too large to be carried by its page
out/tables/NAME.csv             the tables
out/tables/codebook.csv         the codebook that found the issues
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote, unquote

from sourcereading.issues.codebook import Codebook
from sourcereading.issues.codebook import codebook as read_codebook
from sourcereading.reading.reading import SAVED, Progress, Reading, read
from sourcereading.report.article_files import WORTH_IT
from sourcereading.report.downloads import set_apart
from sourcereading.report.group import Group
from sourcereading.report.index_page import Entry, index_page
from sourcereading.report.jobs import Job
from sourcereading.report.kernels import NotebookRun, warm_start
from sourcereading.report.markup import escape
from sourcereading.report.places import Places
from sourcereading.report.report_folder import ReportFolder
from sourcereading.report.show import NO_PICTURES
from sourcereading.report.show_archive import ARCHIVE
from sourcereading.text.articles import NothingToRead
from sourcereading.text.memory import give_back
from sourcereading.text.paths import label, project_path, source_path
from sourcereading.text.writable import PlaceError


@dataclass(frozen=True)
class Result:
    """What a run has done: where the index is, the reading, how each notebook ended, and the files written (relative
    to the folder of the index)."""

    index: Path
    reading: Any
    notebooks: tuple[Entry, ...]
    files: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[str, ...]:
        """The HTML files in the order in which they are to be read: index, notebooks, articles."""
        notebooks = [f"{entry.name}.html" for entry in self.notebooks if entry.written]
        return ("index.html", *notebooks, *(name for name in self.files if name.startswith("articles/")))

    @property
    def failed(self) -> tuple[Entry, ...]:
        """The notebooks that did not run to their end."""
        return tuple(entry for entry in self.notebooks if entry.error)


@dataclass(frozen=True)
class Taken:
    """Articles that were taken out of an archive: their reading, and in words which ones; "" for all."""

    reading: Reading
    which: str


def write_reports(
    articles: str | Path,
    out: str | Path,
    progress: Progress | None = None,
    codebook: str | Path | None = None,
    notebooks: Path | None = None,
    keep_notebooks: bool = False,
    taken: Taken | None = None,
    process: Any = None,
) -> Result:
    """Writes the reports on ``articles`` into the folder ``out``.

    A notebook that fails does not stop the others: its page and the result say where it failed. A PlaceError says that
    ``out`` cannot be used; other errors are those of ``read``.

    Parameters
    ----------
    articles, codebook : as ``read`` takes them; every notebook uses the codebook, whatever its own parameters say.
    out : a folder, made if need be. Only what an earlier run wrote there is replaced or removed.
    progress : called with (steps done, steps in all, what is being done), at least once per step.
    notebooks : the folder of notebooks; all in it are run, in the order of their names. By default the project's.
    keep_notebooks : whether the notebooks that were run are kept, too, with their outputs.
    taken : where ``articles`` is an archive: what was taken out of it; nothing is read then.
    process : from which kernels start, where one was begun ahead.
    """
    book = taken.reading.codebook if taken else read_codebook(codebook)
    source = source_path(articles)
    folder = ReportFolder(out, source)
    jobs = [Job(path, bool(taken)) for path in sorted((notebooks or project_path("notebooks")).glob("*.ipynb"))]
    folder.check(name for job in jobs for name in job.files(keep_notebooks))
    runnable = [job for job in jobs if job.notebook is not None]
    steps = _Steps(progress, 2 + len(jobs))
    with folder.writing(), _temporary() as made, warm_start(len(runnable), made, process) as warm:
        steps.start("reading the articles")
        reading = taken.reading if taken else read(source, steps.reading, codebook)
        places = _places(source, runnable)
        name = f"{label(source)} ({taken.which})" if taken and taken.which else label(source)
        groups = [Group(name, reading, "tables"), *_brought(runnable, places, len(reading.articles), book)]
        for job in runnable:
            job.inject(
                ARTICLES=source if job.minimum <= len(reading.articles) else None,
                CODEBOOK=source_path(codebook) if codebook else None,
            )
        folder.save_tables(groups)
        give_back()
        handed = _handed_on(groups, places, Path(made)) | ({ARCHIVE: str(source)} if taken else {})
        handed |= {} if keep_notebooks else {NO_PICTURES: "yes"}
        running = NotebookRun([(job.path, job.notebook) for job in runnable], handed, warm, made)
        said, entries = _write_pages(running, jobs, groups, folder, steps, keep_notebooks)
        folder.write("index.html", index_page(groups, entries, said))
        folder.show()
    steps.start("")
    return Result(folder.path / "index.html", reading, entries, folder.files)


def _temporary() -> TemporaryDirectory[str]:
    try:
        return TemporaryDirectory(prefix="sr-", ignore_cleanup_errors=True)
    except OSError as error:
        what = "set the environment variable TMPDIR to a folder that you may write to, on a disk that has room"
        raise PlaceError(f"no temporary folder can be made ({error.strerror}); {what}") from None


def _handed_on(groups: Iterable[Group], places: Mapping[Path, str], folder: Path) -> dict[str, str]:
    """What tells the notebooks where the articles are that were read: pickles, in a folder that is closed to others."""
    for group in groups:
        with (folder / group.tables).open("wb") as file:
            pickle.dump(group.reading, file, pickle.HIGHEST_PROTOCOL)
    files = {str(path): folder / place for path, place in places.items()}
    return {SAVED: json.dumps({path: str(file) for path, file in files.items() if file.exists()})}


def _write_pages(
    running: NotebookRun, jobs: list[Job], groups: Sequence[Group], folder: ReportFolder, steps: _Steps, keep: bool
) -> tuple[dict[str, str], tuple[Entry, ...]]:
    """Writes the pages of articles, and those of notebooks as they end; what the index says of both."""
    few = len(groups[0].reading.articles) < WORTH_IT
    said: dict[str, str] = {}
    with ExitStack() as at_once:
        if few:  # else all processors write pages first, and memory is needed for one of the two at a time
            at_once.enter_context(running)
        steps.start("writing the article pages")
        for group in groups:
            said |= folder.write_articles(group)
        give_back()
        if not few:
            at_once.enter_context(running)
        return said, _write_notebooks(running, jobs, groups, folder, steps, keep)


def _write_notebooks(
    running: NotebookRun, jobs: list[Job], groups: Sequence[Group], folder: ReportFolder, steps: _Steps, keep: bool
) -> tuple[Entry, ...]:
    """Writes the page of each notebook when it has ended, and itself where it is kept; what the index says of them."""
    from sourcereading.report.kept_notebook import as_text
    from sourcereading.report.notebook_page import render  # a second's import, while the notebooks run

    places, entries = Places(group.reading.copy() for group in groups), {}
    give_back()
    for job in jobs:
        if job.notebook is None:
            steps.start(job.name)
            entries[job] = job.entry("", groups)
    runnable = [job for job in jobs if job.notebook is not None]
    for position, failure in running.results():
        job = runnable[position]
        job.end(failure)
        steps.start(job.name)
        pager = _pager(jobs, jobs.index(job))
        written = render(job.shown(), job.name, job.failure, places, job.group(groups), pager)
        page, apart = set_apart(written.html, f"downloads/{quote(job.name)}")
        folder.write(job.page, page)
        for name, data in apart.items():
            folder.write(unquote(name), data)
        if keep:
            folder.write(job.kept, as_text(job.shown()))
        entries[job] = job.entry(written.finding, groups)
        job.notebook.cells.clear()  # its outputs can be large
        give_back()
    return tuple(entries[job] for job in jobs)


def _places(source: Path, jobs: Iterable[Job]) -> dict[Path, str]:
    """Where the tables of each set of articles go: those asked for, and those that notebooks bring along."""
    places = {source: "tables"}
    for path in sorted({job.default for job in jobs if job.default and job.minimum > 1}):
        name = f"tables-{path.name}"
        while name in places.values():
            name += "-2"
        places.setdefault(path, name)
    return places


def _brought(
    jobs: list[Job], places: dict[Path, str], articles: int, codebook: Codebook
) -> Iterator[Group]:
    """The articles that a notebook brings along, because ``articles`` are too few for it."""
    for path, place in places.items():
        users = tuple(job.title for job in jobs if job.default == path and job.minimum > articles)
        if users and place != "tables":
            with suppress(NothingToRead):  # the notebook itself fails on it, and says so
                yield Group(label(path), read(path, codebook=codebook), place, users)


class _Steps:
    """Counts the steps for the progress bar: a step is done when the next one starts."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, -1

    def start(self, label: str) -> None:
        self._done += 1
        self._report(label)

    def reading(self, number: int, count: int, file: str) -> None:
        """One more article is read, or a file is opened."""
        self._report(f"reading the articles, {number:,} of {count:,}" if count else file)

    def _report(self, label: str) -> None:
        if self._progress:
            self._progress(self._done, self._total, label)


def _pager(jobs: list[Job], position: int) -> str:
    links = []
    for step, word in ((-1, "Previous"), (1, "Next")):
        at = position + step
        if 0 <= at < len(jobs) and jobs[at].notebook is not None:
            links.append(f'<a href="{escape(jobs[at].page)}">{word}: {escape(jobs[at].title)}</a>')
        else:
            links.append("<span></span>")
    return f'\n<nav class="pager" aria-label="Other notebooks">{"".join(links)}</nav>'
