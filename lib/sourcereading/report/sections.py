"""The sections of a notebook's page: what has nothing to show is said once, by a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sourcereading.report.kernels import nbformat
from sourcereading.report.show import EMPTY, FINDING, WORDS

_HEADING = re.compile(r"#{1,6} ")


def with_something_to_show(cells: Sequence[Any]) -> list[Any]:
    """The cells of a notebook that has been run, without those that have nothing to show on its page.

    Of a section (a heading, and what follows up to the next) whose charts and tables are all empty, the heading and its
    finding are left; nothing is left where it has no finding, or one that stands further up. Elsewhere an empty table
    is left out below a finding. A section of prose stays as it is.
    """
    kept: list[Any] = []
    said: set[str] = set()
    for section in _sections(cells):
        about = [_about(output) for cell in section for output in cell.get("outputs", [])]
        findings = {one.get("text", "") for one in about if one.get("kind") == FINDING}
        others = {one.get("kind") for one in about} - {FINDING}
        empty = others <= {EMPTY, WORDS}
        if not about or not empty or not others and not findings <= said:
            kept += [_without_empty(cell) for cell in section] if findings else section
        elif not findings <= said:
            kept += [cell for number, cell in enumerate(section) if not number or _has_finding(cell)]
        said |= findings
    return kept


def _sections(cells: Sequence[Any]) -> Iterator[list[Any]]:
    section: list[Any] = []
    for cell in cells:
        if section and cell.cell_type == "markdown" and _HEADING.match(cell.source):
            yield section
            section = []
        section.append(cell)
    yield section


def _about(output: Any) -> Any:
    """What the library says of something it shows; {} of anything else."""
    return output.get("metadata", {}).get("sourcereading", {})


def _has_finding(cell: Any) -> bool:
    return any(_about(output).get("kind") == FINDING for output in cell.get("outputs", []))


def _without_empty(cell: Any) -> Any:
    if cell.cell_type != "code":
        return cell
    outputs = [output for output in cell.outputs if _about(output).get("kind") != EMPTY]
    return nbformat.NotebookNode({**cell, "outputs": outputs})
