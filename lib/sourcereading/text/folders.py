"""What is in a folder of articles: files that may be articles, files about them, and what is left out.

Left out without a message: files and folders whose name starts with a dot (.git, .ipynb_checkpoints), and what systems
and office programs leave behind (Thumbs.db, desktop.ini, ~$name).
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from sourcereading.text.companions import CORRECTIONS, PEOPLE
from sourcereading.text.decoding import shown
from sourcereading.text.table_files import SOURCES
from sourcereading.text.web_pages import PAGE_SUFFIXES

COMPANIONS = frozenset((SOURCES, CORRECTIONS, PEOPLE))
"""Files in a folder that are about the articles, not articles."""

MANIFEST = "manifest.json"
"""In a folder of saved tables: what was read, and which files there the tables are."""

ARCHIVE_MARKER = "archive.json"
"""In the folder of an archive: what it was begun with."""

REPORTS_RECORD = ".sourcereading.json"
"""In a folder of reports: which files there the reports have written."""

_LEFT_BEHIND = frozenset(("thumbs.db", "desktop.ini"))
_BESIDE_PAGES = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos", "_pliki")
"""How a browser ends the name of the folder with the pictures, styles and scripts of a page that it saves."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A folder whose files are not read, and why; ``refused`` where an article may be missing for it."""

    name: str
    reason: str
    refused: bool = False


@dataclass
class Found:
    """What a walk through a folder finds: files that may be articles, files that describe and correct articles, and
    what is left out."""

    files: list[Path] = field(default_factory=list)
    sources: list[Path] = field(default_factory=list)
    corrections: list[Path] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def is_archive(folder: Path) -> bool:
    """Whether a folder is that of an archive, finished or not."""
    try:
        found = json.loads((folder / ARCHIVE_MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.keys() == {"source", "version"}


def walk(folder: Path, file_endings: Collection[str]) -> Found:
    """Gathers the files of a folder and its subfolders, but not what this program has written there. Links to
    folders are not followed (they may lead in circles).

    Parameters
    ----------
    file_endings : an empty folder whose name has one of these was a file once, and is refused.
    """
    found = Found()
    _gather(folder, folder, found, frozenset(), file_endings)
    return found


def _gather(folder: Path, root: Path, found: Found, written: frozenset[Path], file_endings: Collection[str]) -> None:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        name, reason = shown(folder.relative_to(root).as_posix()), f"cannot be opened ({error.strerror})"
        found.left_out.append(LeftOut(name, f"{reason}; check that you may open this folder", refused=True))
        return
    if not entries and folder.suffix.lower() in file_endings and folder != root:
        name = shown(folder.relative_to(root).as_posix())
        reason = "an empty folder, not a file; delete it, or restore the file"
        found.left_out.append(LeftOut(name, reason, refused=True))
    here = _written(folder, entries)
    if any(entry in here - written for entry in entries):
        place = shown(folder.relative_to(root).as_posix())
        what = "a folder of saved tables or reports, not articles; the files written there are left out"
        found.left_out.append(LeftOut(folder.name if place == "." else place, what))
    written |= here
    for entry in entries:
        if entry in written or _is_noise(entry.name):
            continue
        if entry.is_dir():
            name = shown(entry.relative_to(root).as_posix())
            if entry.is_symlink():
                found.left_out.append(LeftOut(name, "a link to a folder; not followed"))
            elif is_archive(entry):
                found.left_out.append(LeftOut(name, "an archive, not articles; left out"))
            elif page := _page_beside(entry, entries):
                what = f"files that a browser saved with the page {shown(page)} (pictures, styles); left out"
                found.left_out.append(LeftOut(name, what))
            else:
                _gather(entry, root, found, written, file_endings)
        elif entry.name == SOURCES:
            found.sources.append(entry)
        elif entry.name in COMPANIONS:
            found.corrections.append(entry)
        else:
            found.files.append(entry)


def _written(folder: Path, entries: list[Path]) -> frozenset[Path]:
    """The files that ``save`` or ``reports`` wrote into a folder, as they recorded it."""
    names: set[str] = set()
    if folder / MANIFEST in entries:
        names.update(saved_files(folder))
    if folder / REPORTS_RECORD in entries:
        try:
            record = json.loads((folder / REPORTS_RECORD).read_text(encoding="utf-8"))
            names.update(name for name in record if isinstance(name, str))
        except (OSError, ValueError, TypeError):
            pass  # not a record of ours
    return frozenset(folder / name for name in names)


def saved_files(folder: Path) -> list[str]:
    """The files that ``Reading.save`` wrote into a folder, as its manifest lists them; none where it has no such
    manifest."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = found["files"] if found.keys() >= {"files_in", "accepted", "refused", "rows"} else []
        return [name for name in files if isinstance(name, str) and name == Path(name).name]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return []  # not a manifest of ours


def _page_beside(folder: Path, entries: list[Path]) -> str | None:
    """The name of the saved page to which a folder belongs."""
    for ending in _BESIDE_PAGES:
        if folder.name.endswith(ending):
            stem = folder.name.removesuffix(ending)
            return next((e.name for e in entries if e.stem == stem and e.suffix.lower() in PAGE_SUFFIXES), None)
    return None


def _is_noise(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _LEFT_BEHIND
