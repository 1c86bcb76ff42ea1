"""A notebook that is run for the reports: its cells, the articles that it reads, and how it ended."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sourcereading.report.group import Group
from sourcereading.report.index_page import Entry
from sourcereading.report.kernels import Failure, nbformat, read_notebook, title_of
from sourcereading.text.paths import label, project_path

_OF_ARCHIVES = "archive"
"""The tag of cells that show an archive, and are left out where there is none."""
_LEFT_OUT = {"notebook-only", "injected-parameters"}
"""Tags of cells that are neither run for a report nor shown in it: what only somebody with the notebook open needs, and
the parameters that another run put in."""


class Job:
    """A notebook to be run: its file, and how it takes its articles."""

    def __init__(self, path: Path, archive: bool = False) -> None:
        self.path, self.name = path, path.stem
        self.page, self.kept = f"{path.stem}.html", f"notebooks/{path.stem}.ipynb"
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
        left_out = _LEFT_OUT if archive else _LEFT_OUT | {_OF_ARCHIVES}
        shown = [(number, cell) for number, cell in enumerate(self._cells, 1) if not left_out & {*_tags(cell)}]
        self._numbers = [number for number, _ in shown]
        self._cells[:] = [cell for _, cell in shown]
        self._position = next((i for i, cell in enumerate(self._cells) if "parameters" in _tags(cell)), None)
        if self._position is not None:
            self._given = _parameters(self._cells[self._position].source)
            self.default = self._given.get("ARTICLES")

    def files(self, keep: bool) -> tuple[str, ...]:
        """What is written of it into the folder of reports."""
        return (self.page, self.kept) if keep else (self.page,)

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
