"""Reads articles once, runs every notebook on them, and writes the folder of reports.

out/index.html                  what was read and found
out/NOTEBOOK.html               a page per notebook
out/articles/ARTICLE.html       a page per article, annotated
out/annotations/ARTICLE.jsonld  its statements and marks as Web Annotations
out/tables/NAME.csv             the tables
out/tables/codebook.csv         the codebook that found the issues
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sourcereading.issues.codebook import Codebook
from sourcereading.issues.codebook import codebook as read_codebook
from sourcereading.reading.reading import SAVED, Progress, read
from sourcereading.report.group import Group
from sourcereading.report.index_page import Entry, index_page
from sourcereading.report.kernels import Failure, NotebookRun, nbformat, read_notebook, title_of
from sourcereading.report.markup import escape
from sourcereading.report.places import Places
from sourcereading.report.report_folder import ReportFolder
from sourcereading.text.articles import NothingToRead
from sourcereading.text.paths import label, project_path, source_path

_LEFT_OUT = {"notebook-only", "injected-parameters"}
"""Tags of cells that are neither run for a report nor shown in it: what only somebody with the notebook open needs, and
the parameters that another run put in."""


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

    @property
    def refused(self) -> int:
        """How many files could not be read."""
        return int((self.reading.problems["outcome"] == "refused").sum())


def write_reports(
    articles: str | Path,
    out: str | Path,
    progress: Progress | None = None,
    codebook: str | Path | None = None,
    notebooks: Path | None = None,
) -> Result:
    """Writes the reports on ``articles`` into the folder ``out``.

    Parameters
    ----------
    articles : a folder, a file or a table of articles, as ``read`` takes it.
    out : a folder, made if need be. Only what an earlier run wrote there is replaced or removed.
    progress : called with (steps done, steps in all, what is being done), at least once per step.
    codebook : which words name which issue, as ``read`` takes it; every notebook uses it, whatever its own
        parameters say.
    notebooks : the folder of notebooks; all in it are run, in the order of their names. By default the project's.

    Returns
    -------
    A Result. A notebook that fails does not stop the others: its page and the result say where it failed.

    Raises
    ------
    PlaceError : ``out`` cannot be used. What ``read`` raises.
    """
    book = read_codebook(codebook)
    source = source_path(articles)
    folder = ReportFolder(out, source)
    jobs = [_Job(path) for path in sorted((notebooks or project_path("notebooks")).glob("*.ipynb"))]
    folder.check(job.page for job in jobs)
    runnable = [job for job in jobs if job.notebook is not None]
    places = _places(source, runnable)
    saved = {str(path): str(folder.path / place) for path, place in places.items()}

    steps = _Steps(progress, 2 + len(jobs))
    steps.start("reading the articles")
    reading = read(source, steps.reading, codebook)
    groups = [
        Group(label(source), reading, "tables"),
        *_brought(runnable, places, len(reading.articles), book),
    ]
    for job in runnable:
        job.inject(
            ARTICLES=source if job.minimum <= len(reading.articles) else None,
            CODEBOOK=source_path(codebook) if codebook else None,
        )
    folder.clear()
    for group in groups:
        folder.save_tables(group)
    with NotebookRun([(job.path, job.notebook) for job in runnable], {SAVED: json.dumps(saved)}) as running:
        steps.start("writing the article pages")
        for group in groups:
            folder.write_articles(group)
        from sourcereading.report.notebook_page import render  # a second's import, while the notebooks run

        places_of_words, entries = Places(group.reading for group in groups), {}
        for job in jobs:
            if job.notebook is None:
                steps.start(job.name)
                entries[job] = job.entry("", groups)
        for position, failure in running.results():
            job = runnable[position]
            job.end(failure)
            steps.start(job.name)
            pager = _pager(jobs, jobs.index(job))
            written = render(job.shown(), job.name, job.failure, places_of_words, job.group(groups), pager)
            folder.write(job.page, written.html)
            entries[job] = job.entry(written.finding, groups)
    notebook_entries = tuple(entries[job] for job in jobs)
    index = folder.write("index.html", index_page(groups, notebook_entries))
    steps.start("")
    return Result(index, reading, notebook_entries, folder.files)


def _places(source: Path, jobs: Iterable[_Job]) -> dict[Path, str]:
    """Where the tables of each set of articles go: those asked for, and those that notebooks bring along."""
    places = {source: "tables"}
    for path in sorted({job.default for job in jobs if job.default and job.minimum > 1}):
        name = f"tables-{path.name}"
        while name in places.values():
            name += "-2"
        places.setdefault(path, name)
    return places


def _brought(
    jobs: list[_Job], places: dict[Path, str], articles: int, codebook: Codebook
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
        """One more article is read."""
        self._report(f"reading the articles, {number:,} of {count:,}")

    def _report(self, label: str) -> None:
        if self._progress:
            self._progress(self._done, self._total, label)


class _Job:
    """A notebook to be run: its file, and how it takes its articles."""

    def __init__(self, path: Path) -> None:
        self.path, self.name, self.page = path, path.stem, f"{path.stem}.html"
        self.failure: Failure | None = None
        self.notebook: Any = None
        self.title = self.name
        self.default: Path | None = None
        self._given: dict[str, Path | None] = {}
        self.minimum = 0
        self._position: int | None = None
        self._shown_source = ""
        try:
            self.notebook = read_notebook(path)
        except (OSError, ValueError) as error:
            self.failure = Failure(0, str(error))
            return
        self.title = title_of(self.notebook, self.name)
        self.minimum = self.notebook.metadata.get("sourcereading", {}).get("min_articles", 0)
        if not isinstance(self.minimum, int):
            self.notebook, self.minimum = None, 0
            self.failure = Failure(0, "min_articles in its metadata is not a whole number; correct it there")
            return
        self._cells = self.notebook.cells
        shown = [
            (number, cell) for number, cell in enumerate(self._cells, 1) if not _LEFT_OUT & {*_tags(cell)}
        ]
        self._numbers = [number for number, _ in shown]
        self._cells[:] = [cell for _, cell in shown]
        self._position = next((i for i, cell in enumerate(self._cells) if "parameters" in _tags(cell)), None)
        if self._position is not None:
            self._given = _parameters(self._cells[self._position].source)
            self.default = self._given.get("ARTICLES")

    def inject(self, **values: Path | None) -> None:
        """Sets parameters of the notebook: a cell after the one tagged ``parameters`` says so. A value that is None,
        that it has already, or that it does not ask for is left out; articles every notebook asks for."""
        new = {
            name: path
            for name, path in values.items()
            if path is not None and (name == "ARTICLES" or name in self._given) and path != self._given.get(name)
        }
        if self._position is None or not new:
            return
        source = "\n".join(f"{name} = {str(path)!r}" for name, path in new.items())
        cell = nbformat.v4.new_code_cell(source, id="injected-parameters")
        cell.metadata["tags"] = ["injected-parameters"]
        self._cells.insert(self._position + 1, cell)
        self._numbers.insert(self._position + 1, self._numbers[self._position])
        self._shown_source = "\n".join(f"{name} = {label(path)!r}" for name, path in new.items())

    def group(self, groups: Sequence[Group]) -> Group | None:
        """The articles that it reads: those asked for or those it brings along; None where it takes none."""
        if self._position is None:
            return None
        brought = self.minimum > len(groups[0].reading.articles)
        return next((group for group in groups[1:] if self.title in group.used_by), None) if brought else groups[0]

    def end(self, failure: Failure | None) -> None:
        """Notes how it ended; the cell that failed is counted as in the stored notebook."""
        self.failure = failure
        if failure and failure.cell:
            self.failure = replace(failure, cell=self._numbers[failure.cell - 1])

    def shown(self) -> Any:
        """The notebook for its page: the injected path says nothing about the machine."""
        for cell in self._cells:
            if "injected-parameters" in _tags(cell):
                cell.source = self._shown_source
        return self.notebook

    def entry(self, finding: str, groups: Sequence[Group]) -> Entry:
        """What the index says of it."""
        error = ""
        if self.failure:
            error = ": ".join(filter(None, [self.failure.where, self.failure.reason]))
        group = self.group(groups)
        brought = group.label if group and group is not groups[0] else ""
        return Entry(self.name, self.title, finding, error, written=self.notebook is not None, brought=brought)


def _tags(cell: Any) -> list[str]:
    return cell.metadata.get("tags", [])


def _parameters(source: str) -> dict[str, Path | None]:
    """The folders and files that a parameters cell names as plain strings; None for an empty one."""
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return {}
    found: dict[str, Path | None] = {}
    for statement in statements:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))):
                found[name] = project_path(value).resolve() if value else None
    return found


def _pager(jobs: list[_Job], position: int) -> str:
    links = []
    for step, word in ((-1, "Previous"), (1, "Next")):
        at = position + step
        if 0 <= at < len(jobs) and jobs[at].notebook is not None:
            links.append(f'<a href="{escape(jobs[at].page)}">{word}: {escape(jobs[at].title)}</a>')
        else:
            links.append("<span></span>")
    return f'\n<nav class="pager" aria-label="Other notebooks">{"".join(links)}</nav>'
