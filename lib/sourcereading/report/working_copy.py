"""Writes a working copy: notebooks, word lists and a place for articles, outside the library.

DIR/sourcereading.md   what the folder is, and how it is used; the library knows a working copy by it
DIR/notebooks/         the notebooks, to be run and changed
DIR/data/lexicons/     the word lists; they count before those of the library
DIR/seeds/             the articles; three invented ones are there to begin with
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sourcereading.report.software import library_version
from sourcereading.text.paths import SHIPPED, WORKING_COPY
from sourcereading.text.writable import PlaceError, usable_folder

_COPIED = {
    "notebooks": ("notebooks", "*.ipynb"),
    "data/lexicons": ("data/lexicons", "*"),
    "seeds": ("data/practice", "*"),
}
"""For each folder of a working copy the shipped one it comes from, and the files that are taken."""

_ABOUT = """\
# A working copy of sourcereading {version}

- `seeds/`: put your articles here. The three that are there to begin with are invented; delete them.
- `notebooks/`: open them in JupyterLab (`jupyter lab notebooks/00-start-here.ipynb`), change them, add your own.
- `data/lexicons/`: the word lists. Edit them in a spreadsheet; they count before those of the library. A list that
  you delete is the library's again.

In this folder

    sourcereading reports

reads the articles in `seeds/`, runs all notebooks, and writes the reports into `reports/`.

The library knows this folder by this file. After an update of the library make a new copy in another folder, and move
your articles and your changes there: new rules may need new word lists.
"""


def write_working_copy(folder: str | Path) -> tuple[Path, dict[str, int]]:
    """Writes a working copy into ``folder``, which is made if need be; gives it, and the number of files written into
    each of its folders. A PlaceError where one of the files is there already, or the folder cannot be written."""
    place = usable_folder(folder)
    files = {
        target: [file for file in sorted((SHIPPED / source).glob(pattern)) if file.is_file()]
        for target, (source, pattern) in _COPIED.items()
    }
    new = [place / target / file.name for target, found in files.items() for file in found]
    if there := [file for file in (place / WORKING_COPY, *new) if file.exists()]:
        raise PlaceError(f"{there[0]} is there already, and nothing is replaced; name an empty folder")
    try:
        for target, found in files.items():
            (place / target).mkdir(parents=True, exist_ok=True)
            for file in found:
                shutil.copyfile(file, place / target / file.name)
        # Last, so that a copy which was interrupted is not taken for one.
        about = _ABOUT.format(version=library_version())
        (place / WORKING_COPY).write_text(about, encoding="utf-8", newline="\n")
    except OSError as error:
        raise PlaceError(f"{place}: {error.strerror}; name another folder") from None
    return place, {target: len(found) for target, found in files.items()}
