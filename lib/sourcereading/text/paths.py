"""Where the project's data are, and which folder can be written into."""

from __future__ import annotations

import os
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The project's folder: the parent of ``lib/``. Seeds, data and notebooks are found from here, so that
nothing depends on the working directory."""


class ReaderError(ValueError):
    """What the user can correct: the message says where, why and how."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the message alone, in lines that break between words. IPython asks for it."""
        return textwrap.wrap(str(self), 88, break_long_words=False, break_on_hyphens=False)


class PlaceError(ReaderError):
    """A folder cannot be written into; the message names it and the remedy."""


def expanded(path: str | Path) -> Path:
    """A path with ``~`` for the home folder replaced, even where the shell did not; of an unknown user it stays."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def source_path(path: str | Path) -> Path:
    """The absolute path of a source: from the working directory, or else from the project's folder."""
    given = path
    path = expanded(path)
    try:
        if not path.is_absolute() and not path.exists() and (ROOT / path).exists():
            path = ROOT / path
        return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()  # a link keeps its name
    except (OSError, ValueError, RuntimeError):  # no name a file can have
        return Path(given)


def label(path: Path) -> str:
    """A path for readers: within the project from its folder on, else the name alone, which says nothing about
    the machine."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) and path != ROOT else path.name


def usable_folder(path: str | Path, articles: Path | None = None) -> Path:
    """The absolute path of a folder that can be written into. It is not left behind where it was not there.

    Parameters
    ----------
    path : the folder.
    articles : the folder of articles, if they come from one; what is written must not be read back.

    Raises
    ------
    PlaceError : a file is in the way, it may not be written, or it is in the folder of articles.
    """
    remedy = "name another folder with --out"
    try:
        folder = expanded(path).resolve()
        if folder.exists() and not folder.is_dir():
            raise PlaceError(f"{folder} is a file; name a folder with --out")
        if articles is not None and articles.is_dir() and folder.is_relative_to(articles.resolve()):
            raise PlaceError(
                f"{folder} is in the folder of articles ({articles}) and would be read as articles; {remedy}"
            )
        new = []
        place = folder
        while not place.exists():
            new.append(place)
            place = place.parent
        if not place.is_dir():
            raise PlaceError(f"{folder}: {place} is a file; {remedy}")
        if not os.access(place, os.W_OK | os.X_OK):
            raise PlaceError(f"{folder}: you have no permission to write in {place}; {remedy}")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        finally:
            for made in new:
                if made.is_dir():
                    made.rmdir()
    except OSError as error:
        raise PlaceError(f"{path}: {error.strerror}; {remedy}") from None
    except RuntimeError:  # a link to itself
        raise PlaceError(f"{path}: links that lead in a circle; {remedy}") from None
    return folder


def data_path(*parts: str) -> Path:
    """The path of a file under ``data/``."""
    return ROOT.joinpath("data", *parts)
