"""Links that carry what they download: so the numbers go with a page that is mailed alone."""

from __future__ import annotations

import base64
import re

import pandas as pd

from sourcereading.reading.files import csv_text
from sourcereading.report.markup import escape


def csv_link(frame: pd.DataFrame, name: str, label: str) -> str:
    """A link that downloads ``frame`` as ``name.csv``: UTF-8 with a byte order mark, for spreadsheets too."""
    return download(label, f"{name}.csv", "text/csv;charset=utf-8", csv_bytes(frame))


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A table as CSV for spreadsheets: UTF-8 with a byte order mark, formulas defused."""
    return csv_text(frame).encode("utf-8-sig", "replace")


def download(label: str, file: str, kind: str, data: bytes) -> str:
    """A link that downloads ``data`` as a file of a kind (its media type); the page carries it."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", file).strip("-.") or "table"
    return f'<a download="{name}" href="{data_uri(kind, data)}">{escape(label)}</a>'


def data_uri(kind: str, data: bytes) -> str:
    """Bytes of a media type as an address that holds them."""
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


_LARGE = 30_000
"""Characters of a link from which on what it downloads is a file of its own, beside the page."""
_LINK = re.compile(r'<a download="([\w.-]+)" href="data:[\w/+.-]+(?:;charset=utf-8)?;base64,([\w+/=]+)">')


def set_apart(page: str, folder: str) -> tuple[str, dict[str, bytes]]:
    """A page without its large downloads, and those as files: each by its path, in ``folder`` beside the page."""
    files: dict[str, bytes] = {}

    def link(found: re.Match[str]) -> str:
        if len(found[2]) < _LARGE:
            return found[0]
        name = f"{folder}/{found[1]}"
        if name in files:
            name = f"{folder}/{len(files)}-{found[1]}"
        files[name] = base64.b64decode(found[2])
        return f'<a download="{found[1]}" href="{escape(name)}">'

    return _LINK.sub(link, page), files
