"""May this be written? Answered here for every folder and file, before anything is read or replaced."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from sourcereading.text.paths import ReaderError, expanded


class PlaceError(ReaderError):
    """Something cannot be written where it should be; the message names the place and the remedy."""


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
    if not str(path).strip():
        raise PlaceError("the name of the folder to write into is empty; name one with --out")
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


def keep_others(folder: Path, names: Iterable[str], own: Collection[str], otherwise: str) -> None:
    """Refuses to replace files of a folder that are not ours.

    Parameters
    ----------
    names : the files that are to be written.
    own : those that an earlier run wrote and this one may replace.
    otherwise : what the message says of any other: "was not written by this command".
    """
    for name in names:
        if name not in own and os.path.lexists(folder / name):
            raise PlaceError(f"{folder / name} exists and {otherwise}; move it away, or name another folder")


def usable_file(path: str | Path, option: str, suffix: str = "", keep: Callable[[Path], str] = lambda file: "") -> Path:
    """The path of a file that can be written.

    Parameters
    ----------
    path : the file.
    option : the option of the command that names it, for the message.
    suffix : how its name must end.
    keep : asked where the file is there; says why it must not be replaced, or "".

    Raises
    ------
    PlaceError : it is a folder, there is no folder for it, it must not be replaced, or it may not be written.
    """
    file, remedy = expanded(path), f"name another file with {option}"
    if file.is_dir():
        raise PlaceError(f"{file} is a folder; name a file with {option}")
    if suffix and file.suffix.lower() != suffix:
        raise PlaceError(f"{file} is not a {suffix} file; name one with {option}")
    if os.path.lexists(file) and (reason := keep(file)):
        raise PlaceError(f"{file} {reason}")
    if not file.parent.is_dir():
        raise PlaceError(f"{file}: there is no folder {file.parent}; create it, or {remedy}")
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        raise PlaceError(f"{file}: you have no permission to write there; {remedy}")
    return file
