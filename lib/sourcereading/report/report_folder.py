"""The folder of reports: which files in it are ours, what an earlier run left there, and what is written now."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from sourcereading.reading.files import CODEBOOK
from sourcereading.reading.schema import SCHEMAS
from sourcereading.report import web_annotation
from sourcereading.report.article_list import article_file
from sourcereading.report.article_page import article_page
from sourcereading.report.group import Group
from sourcereading.text.folders import REPORTS_RECORD
from sourcereading.text.places import PlaceError, keep_others, usable_folder


class ReportFolder:
    """The folder of reports, and a record of which files in it are ours."""

    _RECORD = REPORTS_RECORD

    def __init__(self, path: str | Path, articles: Path | None = None) -> None:
        """The folder is made when the articles are read: where there are none, nothing is left behind."""
        self.path = usable_folder(path, articles)
        self._former = self._recorded()
        self._own: set[str] = set(self._former)

    def check(self, pages: Iterable[str]) -> None:
        """Refuses a folder where a page would replace a file that is not ours."""
        names = [*pages]
        if "index.html" in names:
            raise PlaceError("the page of the notebook index.ipynb would replace the index page; rename the notebook")
        self._claim([*names, "index.html"], record=False)

    def clear(self) -> None:
        """Removes what an earlier run wrote, and the folders that this leaves empty."""
        self.path.mkdir(parents=True, exist_ok=True)
        folders: set[Path] = set()
        self._own.clear()
        for name in self._former:
            file = self.path / name
            if file.is_file() or file.is_symlink():
                file.unlink()
                folders.update(parent for parent in file.parents if self.path in parent.parents)
        for folder in sorted(folders, reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()

    def save_tables(self, group: Group) -> None:
        """Writes the tables of a group."""
        place = self.path / group.tables
        self._claim(f"{group.tables}/{name}.csv" for name in SCHEMAS)
        self._claim([f"{group.tables}/manifest.json", f"{group.tables}/{CODEBOOK}"])
        place.mkdir(parents=True, exist_ok=True)
        group.reading.save(place, format="csv")

    def write_articles(self, group: Group) -> None:
        """Writes a page for each article of a group, and a file of annotations where there are any."""
        parts = group.reading.split()
        self._claim(f"articles/{article_file(article_id)}" for article_id in parts)
        self._claim(f"annotations/{web_annotation.file_name(article_id)}" for article_id in parts)
        for article_id, part in parts.items():
            self._put(f"articles/{article_file(article_id)}", article_page(part))
            if annotations := web_annotation.as_text(part, article_id):
                self._put(f"annotations/{web_annotation.file_name(article_id)}", annotations)

    def write(self, name: str, text: str) -> Path:
        """Writes one page."""
        self._claim([name])
        return self._put(name, text)

    @property
    def files(self) -> tuple[str, ...]:
        """What was written, relative to the folder, in alphabetical order; a file that was empty is not there."""
        return tuple(name for name in sorted(self._own) if (self.path / name).is_file())

    def _put(self, name: str, text: str) -> Path:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        return file

    def _claim(self, names: Iterable[str], record: bool = True) -> None:
        """Makes files ours, unless they are there and were not written by this command."""
        names = list(names)
        keep_others(self.path, names, self._own, "was not written by this command")
        if record:
            self._own.update(names)
            (self.path / self._RECORD).write_text(
                json.dumps(sorted(self._own), indent=0) + "\n", encoding="utf-8"
            )

    def _recorded(self) -> list[str]:
        try:
            names = json.loads((self.path / self._RECORD).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return []
        except (OSError, ValueError):
            record = self.path / self._RECORD
            raise PlaceError(f"{record} cannot be read; delete it and the reports beside it") from None
        return [name for name in names if isinstance(name, str) and _is_inside(name)]


def _is_inside(name: str) -> bool:
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts and bool(path.parts)
