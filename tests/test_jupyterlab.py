"""The notebooks in a running JupyterLab, opened in a browser as a person would: 00, 02, and 08 on a folder.

On a copy of the project, as JupyterLab saves what it has run. Skipped where the machine has no Chromium.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from urllib.parse import urlsplit

import pytest

from conftest import IN_A_BROWSER
from sourcereading.text.paths import ROOT

SECONDS = 60
"""How long a server may take to start, or a notebook to run: many times what it does take."""

pytestmark = IN_A_BROWSER

# Notes all that the progress line says; Run All Cells scrolls on to the last cell, so it need not be in view.
WATCH = """
window.progressSaid = [];
new MutationObserver(() => document.querySelectorAll('.jp-OutputArea-output p').forEach(line => {
    const said = line.textContent.trim();
    if (/articles? read/.test(said) && window.progressSaid.at(-1) !== said) window.progressSaid.push(said);
})).observe(document, {childList: true, subtree: true, characterData: true});
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project, without what is made from it."""
    copy = tmp_path_factory.mktemp("lab") / "project"
    made = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "*.egg-info")
    for name in ("data", "lib", "notebooks", "seeds"):
        shutil.copytree(ROOT / name, copy / name, ignore=made)
    for name in ("bootstrap.py", "pyproject.toml"):
        shutil.copy(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def lab(project):
    """The address and the token of a JupyterLab that was started with the command of `make lab`."""
    spec = importlib.util.spec_from_file_location("bootstrap_of_the_copy", project / "bootstrap.py")
    bootstrap = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bootstrap)
    # Another Python than the copy's, no window, any free port; whoever runs the tests may be root.
    options = ["--no-browser", "--ServerApp.port=0", "--allow-root"]
    command = [sys.executable, *bootstrap.command_line("lab", options)[1:]]
    home = project.parent / "jupyter"
    folders = {f"JUPYTER_{name}_DIR": str(home / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = (os.environ | folders | {"PYTHONPATH": str(project / "lib"), "IPYTHONDIR": str(home / "ipython")})
    log = project.parent / "jupyter.log"
    with log.open("wb") as said:
        server = subprocess.Popen(
            command, cwd=project, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
    try:
        url, token = address(home / "runtime", server, log)
        yield url, token
        stop = urllib.request.Request(
            f"{url}api/shutdown", method="POST", headers={"Authorization": f"token {token}"}
        )
        urllib.request.urlopen(stop, timeout=SECONDS).close()
        assert server.wait(SECONDS) == 0
    finally:
        server.kill()
        server.wait()


def address(runtime, server, log):
    """What the server says of itself when it is ready."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and server.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            with suppress(json.JSONDecodeError):  # it is being written
                about = json.loads(file.read_text(encoding="utf-8"))
                return about["url"], about["token"]
        time.sleep(0.1)
    pytest.fail(f"JupyterLab did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


@pytest.fixture
def page(browser, lab):
    """A page that must ask nobody but the server for anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    context.set_default_timeout(SECONDS * 1000)
    page = context.new_page()
    asked = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.add_init_script(WATCH)
    yield page
    context.close()
    home = urlsplit(lab[0]).netloc
    outside = [url for url in asked if urlsplit(url).netloc != home and not url.startswith(("data:", "blob:"))]
    assert asked and not outside


def opened(page, lab, name):
    """Opens a notebook in a JupyterLab that knows nothing of earlier tests, and waits for its kernel."""
    url, token = lab
    page.goto(f"{url}lab/workspaces/{name}/tree/notebooks/{name}.ipynb?token={token}")
    page.locator(".jp-CodeCell .cm-content").first.wait_for()
    page.get_by_text("| Idle").wait_for()  # the status bar, of the kernel


def set_articles(page, path):
    """Types a path into the first code cell, which sets what is read."""
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(f'ARTICLES = "{path}"\nCODEBOOK = ""')


def run_all(page):
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def saved(page, project, name):
    """The cells of a notebook, by their ids, as JupyterLab saves it when its last cell has run."""
    last = page.locator(".jp-CodeCell .jp-InputPrompt").last
    last.filter(has_text=re.compile(r"\[\d+\]")).wait_for(state="attached")
    page.keyboard.press("ControlOrMeta+S")
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        with suppress(json.JSONDecodeError):  # it is being written
            text = (project / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")
            cells = {cell["id"]: cell for cell in json.loads(text)["cells"]}
            if cells["versions"]["outputs"]:
                return cells
        page.wait_for_timeout(100)
    pytest.fail(f"{name} was not saved")


def assert_ran(cells):
    """Every code cell has run, one after another, and none has failed."""
    code = [cell for cell in cells.values() if cell["cell_type"] == "code"]
    counts = [cell["execution_count"] for cell in code]
    assert counts == list(range(counts[0], counts[0] + len(code)))
    assert not [output for cell in code for output in cell["outputs"] if output["output_type"] == "error"]


def in_view(locator):
    """Scrolls to the first of what is looked for, and waits until it is seen."""
    locator = locator.first
    locator.wait_for(state="attached")
    locator.scroll_into_view_if_needed()
    locator.wait_for()
    return locator


def ten_articles(folder):
    """Long enough that the reading is seen to go on."""
    folder.mkdir()
    for number in range(10):
        said = f"“It may take {number + 2} weeks,” Ana Ruiz told reporters. Ida Holm said that it would not."
        text = f"An invented telling, the {number + 1}th\n\n{'  '.join([said] * 100)}\n"
        (folder / f"telling {number + 1:02}.txt").write_text(text, encoding="utf-8")
    return folder


def test_it_opens_the_first_notebook_which_runs_and_shows_what_it_found(page, lab, project):
    url, token = lab
    page.goto(f"{url}?token={token}")
    page.locator(".jp-Notebook").get_by_role("heading", name="Start here").wait_for()
    page.get_by_text("| Idle").wait_for()
    run_all(page)
    cells = saved(page, project, "00-start-here")
    assert_ran(cells)
    assert cells["read"]["outputs"] == [], "a single article needs no sign of progress"
    assert "1 article" in in_view(page.locator(".sr-finding")).text_content()
    table = in_view(page.get_by_role("table", name="Questions and findings"))
    assert aligned(table) == {("th", "left"), ("td", "left")}
    edge = "part => getComputedStyle(part).borderLeftStyle"
    assert page.locator(".sr-finding").first.evaluate(edge) == "solid"


def aligned(table):
    """To which sides the text of a table's cells is aligned: ("td", "left"), numbers as ("number", "right")."""
    sides = table.locator("th, td").evaluate_all(
        "cells => cells.map(cell => [cell.matches('.sr-number') ? 'number' : cell.localName,"
        " getComputedStyle(cell).textAlign])"
    )
    return {tuple(side) for side in sides}


def test_a_wrong_path_is_told_in_a_sentence_and_a_right_one_gives_the_reading(page, lab, project, tmp_path):
    name, folder = "08-your-own-article", ten_articles(tmp_path / "my articles")
    opened(page, lab, name)
    set_articles(page, f"{folder}/none")
    run_all(page)
    told = f"{folder}/none: no such file or folder; give a text file, a folder or a table of articles"
    error = in_view(page.locator(".jp-OutputArea-output").filter(has_text=told))
    assert " ".join(error.text_content().split()) == told, "the sentence alone"

    set_articles(page, folder)
    run_all(page)
    page.locator(".jp-CodeCell").first.scroll_into_view_if_needed()
    page.locator(".jp-OutputArea-output progress").wait_for()
    cells = saved(page, project, name)
    assert_ran(cells)
    said = page.evaluate("progressSaid")
    assert re.fullmatch(r"\d of 10 articles read: telling \d\d\.txt", said[0])
    assert len(said) >= 3 and said[-1] == "10 articles read."
    in_view(page.locator(".sr-finding", has_text="10 articles"))
    chart = in_view(page.locator(".sr-figure img"))
    assert "Ana Ruiz" in chart.get_attribute("alt") and chart.evaluate("image => image.naturalWidth") > 0
    in_view(page.get_by_role("table", name="Who says what"))
    articles = in_view(page.get_by_role("table", name="The articles"))
    assert aligned(articles) == {("th", "left"), ("td", "left"), ("number", "right")}


def test_the_annotated_article_opens_its_notes_follows_the_theme_and_leaves_the_rest_alone(page, lab, project):
    def look(selector):
        of = "part => ['color', 'backgroundColor', 'fontFamily', 'padding'].map(name => getComputedStyle(part)[name])"
        return page.locator(selector).first.evaluate(of)

    opened(page, lab, "02-who-says-what")
    before = look(".jp-RenderedMarkdown p"), look(".jp-RenderedMarkdown ul")
    run_all(page)
    assert_ran(saved(page, project, "02-who-says-what"))
    fold = page.locator("details.sr-more", has_text="Open when you have written down yours")
    answers = fold.get_by_role("table")
    assert not answers.is_visible()
    in_view(fold.locator("summary")).click()
    answers.get_by_text("the Ukrainian side, paraphrased, told by J.D. Vance").wait_for()
    article = in_view(page.locator("article.sr-article"))
    assert (look(".jp-RenderedMarkdown p"), look(".jp-RenderedMarkdown ul")) == before
    number = article.locator(".a-who").nth(7)
    note = page.locator(f"#{number.get_attribute('popovertarget')}")
    number.click()
    assert "reported by J.D. Vance, paraphrased by the writer" in note.inner_text()
    page.keyboard.press("Escape")
    assert not note.is_visible()
    light = look(".sr-article")[:2]
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    assert look(".sr-article")[:2] == ["rgb(231, 228, 220)", "rgb(25, 26, 27)"] != light
    fold = page.locator(".jp-RenderedMarkdown details", has_text="Another article on the same event may show more")
    assert not fold.locator("p").is_visible()
    in_view(fold.get_by_text("Answer to 1")).click()
    assert fold.locator("p").is_visible()


def test_a_term_leads_to_its_place_in_the_glossary(page, lab, project):
    opened(page, lab, "00-start-here")
    in_view(page.get_by_role("link", name="02 Who says what")).click()
    in_view(page.get_by_role("link", name="reporting clause", exact=True)).click()
    heading = page.locator(".jp-Notebook h3", has_text="Reporting clause").element_handle()
    seen = "heading => Math.abs(heading.getBoundingClientRect().top / innerHeight - 0.5) < 0.5"
    page.wait_for_function(seen, arg=heading)
