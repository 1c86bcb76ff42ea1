"""What several test modules share: a browser, readings and the real reports, made once."""

import json
import os
import shutil
import time
from contextlib import ExitStack

import hypothesis
import pytest

import sourcereading as sr
from sourcereading.report import run
from sourcereading.text.paths import ROOT
from sourcereading.text.safe_files import only_writer
from sourcereading.text.writable import PlaceError

# Text that would run, restyle, reformat or reorder a page if it were not treated as text.
HOSTILE = (
    "Invented hostile article <b>bold</b>\n\n"
    "<script>window.ran = 1</script> said </style></title> it could rain, the mayor told </main> reporters.\n\n"
    "“It’s $x_{$ =1+1,” said NA. **Bold** said None. [a](http://evil.example/) claimed `1e5`.\n\n"
    "\u202eAna Ruiz\u202c said “<img src=http://evil.example/x.png onerror=ran()> may hold.”\n\n"
    "{{ 7 * 7 }} said {% raw %} that <a href=javascript:ran()>it</a> \\(\\frac12\\) will hold.\n"
)

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine"),
]
"""The marks of tests that need a browser."""

# A slow or busy machine breaks nothing. A server tries the same examples every time; elsewhere new ones are tried.
hypothesis.settings.register_profile("sourcereading", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("sourcereading")

# These files take longest. They come first, so that no process ends long after the others.
LONGEST = ("browser", "floods", "real_reports", "archive", "report", "package", "lessons", "jupyterlab", "sample")


def pytest_collection_modifyitems(items):
    order = {f"test_{name}.py": place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.name, len(order)))


@pytest.fixture(scope="module")
def browser():
    """Chromium, without a window."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def seed():
    """What is read in seeds/."""
    return sr.read("seeds")


@pytest.fixture(scope="session")
def practice():
    """What is read in data/practice/."""
    return sr.read("data/practice")


PATIENCE = 900
"""Seconds that a test waits for reports that another process makes."""


def reports_once(tmp_path_factory, name, articles):
    """The folder of the reports on some articles, made by the first process that asks for it; the others wait.

    Parameters
    ----------
    name : the folder's name, which is that of the fixture.
    articles : given an empty folder, which it may write into, says where the articles are.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # a folder of this process, in one of all
        folder = folder.parent
    folder /= name
    latest = time.monotonic() + PATIENCE
    while True:
        with ExitStack() as alone:
            try:
                alone.enter_context(only_writer(folder, name))
            except PlaceError as error:
                assert "is writing there" in str(error), error
                assert time.monotonic() < latest, f"{folder} is not made in {PATIENCE} seconds: {error}"
                time.sleep(0.1)
                continue
            if not (folder / "made").exists():
                (folder / "articles").mkdir(exist_ok=True)
                result = run.write_reports(articles(folder / "articles"), folder / "out")
                assert not result.failed, result.failed
                (folder / "made").touch()
            return folder / "out"


@pytest.fixture(scope="session")
def reports(tmp_path_factory):
    """The folder of the real reports: all notebooks on seeds/."""
    return reports_once(tmp_path_factory, "reports", lambda _: ROOT / "seeds")


@pytest.fixture(scope="session")
def many_reports(tmp_path_factory):
    """The folder of the reports on 24 invented articles: more than what a table or chart shows one by one."""

    def articles(folder):
        lines = (ROOT / "tests" / "data" / "attribution_invented.jsonl").read_text(encoding="utf-8").splitlines()[:24]
        rows = [json.loads(line) for line in lines]
        rows = [{"text": row["text"], "title": row["id"].partition("_")[2].replace("_", " ")} for row in rows]
        table = folder / "invented.jsonl"
        table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return table

    return reports_once(tmp_path_factory, "many_reports", articles)


@pytest.fixture(scope="session")
def hostile_reports(tmp_path_factory):
    """The folder of the reports on two articles, one of them hostile."""

    def articles(folder):
        (folder / "a <b>&.txt").write_text(HOSTILE, encoding="utf-8")
        (folder / "b.txt").write_text("It rained. “It may stop,” said Ana Ruiz.", encoding="utf-8")
        (folder / "c.txt").write_bytes(b"%PDF-1.7")
        return folder

    return reports_once(tmp_path_factory, "hostile_reports", articles)


def pages_of(folder):
    """The pages of a folder of reports: index, notebooks, articles."""
    notebooks = sorted(path.name for path in folder.glob("*.html") if path.name != "index.html")
    return ["index.html", *notebooks, *sorted(f"articles/{path.name}" for path in (folder / "articles").glob("*.html"))]
