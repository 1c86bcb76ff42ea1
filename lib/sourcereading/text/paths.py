"""Where the project's data are, and what a path is called."""

from __future__ import annotations

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


def data_path(*parts: str) -> Path:
    """The path of a file under ``data/``."""
    return ROOT.joinpath("data", *parts)
