"""A notebook that was run, as a file with its outputs: as a code host shows it, which knows no style sheet.

A chart is its picture; a table has its rows, without style and downloads; an annotated article is its text, with the
speakers and the signs of certainty raised before their words. Nothing tells of the machine or of the time.
"""

from __future__ import annotations

import re
from base64 import b64decode
from copy import deepcopy
from typing import Any

from sourcereading.report.clean_html import clean, without_machine
from sourcereading.report.kernels import nbformat
from sourcereading.report.markup import PLACE
from sourcereading.report.png import DPI
from sourcereading.report.show import SCREEN

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_DOWNLOADS = re.compile(r'<p class="sr-downloads">.*?</p>', re.DOTALL)
_CARDS = re.compile(r' class="sr-cards" style="[^"]*"')
_CELL = re.compile(r'<t([dh])\b(?![^>]*sr-number)([^>]*?)(?: class="sr-long")?>')
_LEGEND = re.compile(r'<div class="a-legend">.*?(?=<div class="a-text">)', re.DOTALL)
_SIGNS = re.compile(r"<div><b>Certainty</b>.*?</div>", re.DOTALL)
_NOTE = re.compile(r'<span class="x a-more" popover.*?</span>', re.DOTALL)
_SPEAKER = re.compile(r'<button class="x a-who"[^>]* aria-label="([^"]*)"[^>]*>.*?</button>', re.DOTALL)
_SIGN = re.compile(r'<button class="x a-sign"[^>]*>(.*?)</button>', re.DOTALL)


def as_text(notebook: Any) -> str:
    """The text of an ``.ipynb`` file. The notebook itself is not changed."""
    kept = deepcopy(notebook)
    kept.metadata.get("language_info", {}).pop("version", None)
    for cell in kept.cells:
        for output in cell.get("outputs", []):
            _reduce(output)
    return nbformat.writes(kept, version=4) + "\n"


def _reduce(output: Any) -> None:
    """Leaves of an output what a code host shows, and nothing that tells of the machine."""
    kind = output.get("metadata", {}).get("sourcereading", {}).get("kind")
    if kind == "figure":
        del output.data["text/html"]
        output.metadata["image/png"] = {"width": _width(output.data["image/png"]) * SCREEN // DPI}
    elif kind:
        output.data["text/html"] = _without_style(output.data["text/html"])
    elif output.output_type == "stream":
        output.text = without_machine(output.text)
    elif output.output_type == "error":
        output.evalue = without_machine(output.evalue)
        output.traceback = [f"{output.ename}: {output.evalue}"]
    else:
        shown = {name: value for name, value in output.data.items() if name.startswith(("text/", "image/"))}
        output.data = {name: _foreign(name, value) for name, value in shown.items()}


def _width(picture: str) -> int:
    """How many pixels wide a PNG is, given in base64: the number stands in its head."""
    return int.from_bytes(b64decode(picture)[16:20], "big")


def _foreign(media_type: str, value: str) -> str:
    """What the library did not make, as the pages of reports show it."""
    if media_type == "text/html":
        value = clean(value)
    return without_machine(value) if media_type.startswith("text/") else value


def _without_style(markup: str) -> str:
    """HTML of the library's own that can be read without its style sheet."""
    plain = PLACE.sub(r"\1", _CARDS.sub("", _DOWNLOADS.sub("", _STYLE.sub("", markup))))
    plain = _CELL.sub(r'<t\1\2 style="text-align:left">', plain)  # Jupyter itself sets all to the right, as numbers
    plain = _LEGEND.sub(lambda legend: "".join(_SIGNS.findall(legend[0])), plain)
    return _SIGN.sub(r"<sup>\1</sup> ", _SPEAKER.sub(r"<sup><b>\1</b></sup> ", _NOTE.sub("", plain)))
