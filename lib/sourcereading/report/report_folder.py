"""The folder of reports: which files in it are ours, what an earlier run left there, and what is written now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sourcereading.analysis.heard import audit
from sourcereading.reading.files import CODEBOOK
from sourcereading.report import web_annotation
from sourcereading.report.article_files import article_files
from sourcereading.report.downloads import csv_bytes
from sourcereading.report.group import Group, article_file
from sourcereading.text.folders import MANIFEST, REPORTS_RECORD
from sourcereading.text.safe_files import beside, only_writer, show
from sourcereading.text.writable import PlaceError, keep_others, usable_folder


class ReportFolder:
    """The folder of reports, and a record of which files in it are ours. All is written beside what is there."""

    def __init__(self, path: str | Path, articles: Path | None = None) -> None:
        """The folder is made when the reports are written: where there are no articles, nothing is left behind."""
        self.path = usable_folder(path, articles)
        self._former = self._recorded()
        self._own: set[str] = set()

    def check(self, pages: Iterable[str]) -> None:
        """Refuses a folder where a page would replace a file that is not ours."""
        names = [*pages]
        if "index.html" in names:
            raise PlaceError("the page of the notebook index.ipynb would replace the index page; rename the notebook")
        self._keep_others([*names, "index.html"])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nobody else writes there meanwhile; what is not shown at the end is given up, and the former reports stay."""
        with only_writer(self.path, "sourcereading reports"), beside(self.path) as self._new:
            self._former = self._recorded()
            yield

    def show(self) -> None:
        """Puts the reports in the place of former ones; what those had besides is removed."""
        self._put(REPORTS_RECORD, _as_record(self._own))
        manifests = sorted(name for name in self._own if name.endswith(f"/{MANIFEST}"))
        both = _as_record({*self._own, *self._former})
        show(self._new, self.path, REPORTS_RECORD, both, self._former, last=[*manifests, "index.html"])

    def save_tables(self, groups: Sequence[Group]) -> None:
        """Writes the tables of each group, and its audit. All have one codebook; its copy is beside the first."""
        for group in groups:
            place = f"../{groups[0].tables}/{CODEBOOK}" if group is not groups[0] else CODEBOOK
            group.reading.save(self._new / group.tables, format="csv", codebook=place)
            self._put(f"{group.tables}/audit.csv", csv_bytes(audit(group.reading.copy())))
            self._claim(f"{group.tables}/{file.name}" for file in (self._new / group.tables).iterdir())

    def write_articles(self, group: Group) -> dict[str, str]:
        """Writes a page for each article of a group, and a file of annotations where there are any; what a list of the
        articles says of each, by its id."""
        said = {}
        for files in article_files(group.reading.copy()):
            self.write(f"articles/{article_file(files.article_id)}", files.page)
            if files.annotations:
                self.write(f"annotations/{web_annotation.file_name(files.article_id)}", files.annotations)
            said[files.article_id] = files.in_short
        return said

    def write(self, name: str, content: str | bytes) -> None:
        """Writes one page, or another file."""
        self._claim([name])
        self._put(name, content)

    @property
    def files(self) -> tuple[str, ...]:
        """What was written, relative to the folder, in alphabetical order."""
        return tuple(sorted(self._own))

    def _put(self, name: str, content: str | bytes) -> None:
        file = self._new / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))

    def _claim(self, names: Iterable[str]) -> None:
        """Makes files ours, unless they are there and were not written by this command."""
        names = list(names)
        self._keep_others(names)
        self._own.update(names)

    def _keep_others(self, names: Iterable[str]) -> None:
        keep_others(self.path, names, self._former, "was not written by this command")

    def _recorded(self) -> frozenset[str]:
        try:
            names = json.loads((self.path / REPORTS_RECORD).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return frozenset()
        except (OSError, ValueError):
            record = self.path / REPORTS_RECORD
            raise PlaceError(f"{record} cannot be read; delete it and the reports beside it") from None
        return frozenset(name for name in names if isinstance(name, str) and _is_inside(name))


def _as_record(names: Iterable[str]) -> str:
    return json.dumps(sorted(names), indent=0) + "\n"


def _is_inside(name: str) -> bool:
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts and bool(path.parts)
