"""What several test modules share: a browser, readings and the real reports, made once."""

import json
import os
import shutil

import hypothesis
import pytest

import sourcereading as sr
from sourcereading.report import run
from sourcereading.text.paths import ROOT

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


@pytest.fixture(scope="session")
def reports(tmp_path_factory):
    """The folder of the real reports: all notebooks on seeds/."""
    out = tmp_path_factory.mktemp("reports")
    result = run.write_reports(ROOT / "seeds", out)
    assert not result.failed, result.failed
    return out


@pytest.fixture(scope="session")
def many_reports(tmp_path_factory):
    """The folder of the reports on 24 invented articles: more than what a table or chart shows one by one."""
    table = tmp_path_factory.mktemp("many") / "invented.jsonl"
    lines = (ROOT / "tests" / "data" / "attribution_invented.jsonl").read_text(encoding="utf-8").splitlines()[:24]
    rows = [json.loads(line) for line in lines]
    rows = [{"text": row["text"], "title": row["id"].partition("_")[2].replace("_", " ")} for row in rows]
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path_factory.mktemp("many-reports")
    result = run.write_reports(table, out)
    assert not result.failed, result.failed
    return out


@pytest.fixture(scope="session")
def hostile_reports(tmp_path_factory):
    """The folder of the reports on two articles, one of them hostile."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a <b>&.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "b.txt").write_text("It rained. “It may stop,” said Ana Ruiz.", encoding="utf-8")
    (folder / "c.txt").write_bytes(b"%PDF-1.7")
    out = tmp_path_factory.mktemp("hostile")
    result = run.write_reports(folder, out)
    assert not result.failed, result.failed
    return out


def pages_of(folder):
    """The pages of a folder of reports: index, notebooks, articles."""
    notebooks = sorted(path.name for path in folder.glob("*.html") if path.name != "index.html")
    return ["index.html", *notebooks, *sorted(f"articles/{path.name}" for path in (folder / "articles").glob("*.html"))]
