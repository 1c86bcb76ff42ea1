"""Where the project's data are, and what a path is called.

Three folders matter. In a checkout all are the same: the parent of ``lib/``. Where the library was installed as a
package, its data lie in ``SHIPPED``, inside the package; a working copy that ``sourcereading new`` wrote is ``ROOT``.
What a working copy lacks comes from ``SHIPPED``, so that a lexicon which is deleted there is the shipped one again.
"""

from __future__ import annotations

import os
import textwrap
from contextlib import suppress
from pathlib import Path

FOLDER = "SOURCEREADING_FOLDER"
"""The environment variable that names a working copy; without it the working directory and the folders above count."""
WORKING_COPY = "sourcereading.md"
"""The file by which a working copy is known."""


class ReaderError(ValueError):
    """What the user can correct: the message says where, why and how."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the message alone, in lines that break between words. IPython asks for it."""
        return textwrap.wrap(str(self), 88, break_long_words=False, break_on_hyphens=False)


def _shipped() -> Path:
    """The folder with ``data/`` and ``notebooks/`` as they come with the library."""
    file = Path(__file__).resolve()
    checkout = file.parents[3]
    return checkout if (checkout / "pyproject.toml").is_file() else file.parents[1] / "shipped"


def _root() -> Path:
    """The working copy that is meant, else the shipped folder."""
    if named := os.environ.get(FOLDER, ""):
        return expanded(named).resolve()
    try:
        here = Path.cwd()
    except OSError:  # the working directory is gone
        return SHIPPED
    return next((folder for folder in (here, *here.parents) if (folder / WORKING_COPY).is_file()), SHIPPED)


def expanded(path: str | Path) -> Path:
    """A path with ``~`` for the home folder replaced, even where the shell did not; of an unknown user it stays."""
    with suppress(RuntimeError):
        if str(path).startswith("~"):  # "./~" is a folder of that name
            return Path(path).expanduser()
    return Path(path)


SHIPPED = _shipped()
"""The folder with the data and notebooks of the library itself."""
ROOT = _root()
"""The folder that paths of the project start at. In a checkout nothing depends on the working directory."""


def project_path(path: str | Path) -> Path:
    """A path within the project: in the working copy if it is there, else as it was shipped."""
    own = ROOT / path
    return own if ROOT == SHIPPED or own.exists() or not (SHIPPED / path).exists() else SHIPPED / path


def data_path(*parts: str) -> Path:
    """The path of a file under ``data/``."""
    return project_path(Path("data", *parts))


def source_path(path: str | Path) -> Path:
    """The absolute path of a source: from the working directory, or else from the project's folder."""
    given = path
    path = expanded(path)
    try:
        if not path.is_absolute() and not path.exists() and (found := project_path(path)).exists():
            path = found
        return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()  # a link keeps its name
    except (OSError, ValueError, RuntimeError):  # no name a file can have
        return Path(given)


def label(path: Path) -> str:
    """A path for readers: within the project from its folder on, else the name alone, which says nothing about
    the machine."""
    for folder in (ROOT, SHIPPED):
        if path.is_relative_to(folder) and path != folder:
            return path.relative_to(folder).as_posix()
    return path.name
