"""The library as a package: built as a wheel, installed apart from the checkout, used in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sourcereading.cli import main
from sourcereading.report.working_copy import write_working_copy
from sourcereading.text.paths import ROOT, WORKING_COPY
from sourcereading.text.writable import PlaceError

EDITED = "Port Halden will seemingly flood.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout. Nothing is fetched: setuptools is here."""
    out = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-build-isolation", "--no-index", "--no-deps", "--wheel-dir", str(out), str(ROOT))
    return next(out.glob("*.whl"))


def _pip(*arguments: str) -> None:
    quiet = ("-q", "--disable-pip-version-check")
    subprocess.run([sys.executable, "-m", "pip", *arguments, *quiet], check=True, stdin=subprocess.DEVNULL)


class Installed:
    """The wheel in a folder of its own, which counts before the checkout; and an empty folder to work in."""

    def __init__(self, wheel: Path, folder: Path) -> None:
        self.library, self.work = folder / "installed", folder / "work"
        self.work.mkdir()
        _pip("install", "--no-deps", "--no-index", "--target", str(self.library), str(wheel))

    def run(self, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PYTHONPATH": str(self.library)}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=folder or self.work,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(wheel, tmp_path_factory.mktemp("package"))


@pytest.mark.slow
def test_a_wheel_has_what_the_library_reads_and_no_text_of_others(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = ("gold", "lessons", "lexicons", "parameters", "practice", "practice_ferry", "probability")
    for folder in (*(f"data/{name}" for name in data), "notebooks"):
        for file in filter(Path.is_file, (ROOT / folder).rglob("*")):
            assert f"sourcereading/shipped/{file.relative_to(ROOT).as_posix()}" in names
    seeds = {file.name for file in (ROOT / "seeds").glob("*.txt")}
    assert not [name for name in names if Path(name).name in seeds]


@pytest.mark.slow
def test_the_main_job_runs_from_a_wheel_in_an_empty_folder(installed: Installed) -> None:
    told = installed.run("-m", "sourcereading", "reports")
    assert told.returncode == 2
    assert "sourcereading new" in told.stderr  # there is nothing to read, and how it gets there

    assert installed.run("-m", "sourcereading", "new").returncode == 0
    done = installed.run("-m", "sourcereading", "reports")
    assert done.returncode == 0, done.stderr
    assert "Read 3 articles, ran 10 notebooks" in done.stdout
    pages = sorted((installed.work / "reports").glob("*.html"))
    assert len(pages) == 11
    for page in pages:  # nothing about the machine, in a working copy as elsewhere
        text = page.read_text(encoding="utf-8")
        assert str(installed.work) not in text
        assert str(installed.library) not in text
    assert "changed in this working copy" not in (installed.work / "reports" / "index.html").read_text("utf-8")


@pytest.mark.slow
def test_word_lists_of_a_working_copy_count_and_deleting_them_undoes_it(installed: Installed, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    assert installed.run("-m", "sourcereading", "new", str(copy)).returncode == 0
    marks = copy / "data" / "lexicons" / "certainty_marks.csv"
    shipped = marks.read_text(encoding="utf-8")
    assert "seemingly," in shipped
    marks.write_text("".join(line for line in shipped.splitlines(True) if not line.startswith("seemingly,")), "utf-8")
    ask = (
        "import sourcereading as sr\n"
        "from sourcereading.text.lexicon import changed_lexicons\n"
        f"print(list(sr.read([{EDITED!r}]).certainty['text']), changed_lexicons())"
    )
    inside = copy / "notebooks"  # from a folder of the copy, as a notebook does
    assert installed.run("-c", ask, folder=inside).stdout == "['will'] ['certainty_marks.csv']\n"
    assert installed.run("-c", ask).stdout == "['will', 'seemingly'] []\n"  # elsewhere the library's count
    marks.unlink()
    assert installed.run("-c", ask, folder=inside).stdout == "['will', 'seemingly'] []\n"


def test_a_working_copy_is_written_once_and_replaces_nothing(tmp_path: Path) -> None:
    place, files = write_working_copy(tmp_path / "mine")
    assert files["notebooks"] == len(list((ROOT / "notebooks").glob("*.ipynb")))
    assert (place / "data/lexicons/issues.csv").read_bytes() == (ROOT / "data/lexicons/issues.csv").read_bytes()
    assert "sourcereading reports" in (place / WORKING_COPY).read_text(encoding="utf-8")
    with pytest.raises(PlaceError, match="is there already, and nothing is replaced"):
        write_working_copy(place)
    other = tmp_path / "other" / "notebooks"
    other.mkdir(parents=True)
    (other / "00-start-here.ipynb").write_text("mine", encoding="utf-8")
    with pytest.raises(PlaceError, match=r"00-start-here\.ipynb is there already"):
        write_working_copy(tmp_path / "other")
    assert [file.name for file in (tmp_path / "other").rglob("*") if file.is_file()] == ["00-start-here.ipynb"]


def test_new_says_what_it_wrote_and_what_comes_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "mine")]) == 0
    said = capsys.readouterr().out
    assert "files in notebooks/" in said and "4 files in seeds/" in said
    assert "sourcereading reports" in said
    assert main(["new", str(tmp_path / "mine")]) == 2
    assert "name an empty folder" in capsys.readouterr().err
