"""The pages in a real browser: nothing is asked for, nothing scrolls sideways on a phone, downloads work.

Skipped where the machine has no Chromium.
"""

import shutil

import pytest

import sourcereading as sr

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(params=[1280, 390])
def page(browser, request):
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("folder", ["reports", "hostile_reports"])
def test_pages_ask_for_nothing_run_nothing_and_fit_their_window(page, folder, request):
    made = request.getfixturevalue(folder)
    asked, messages = [], []
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("console", lambda message: messages.append(message.text))
    for path in sorted(made.rglob("*.html")):
        asked.clear()
        page.goto(path.as_uri())
        outside = [url for url in asked if url != path.as_uri() and not url.startswith("data:")]
        assert not outside, (path.name, outside)
        assert page.evaluate("window.ran") is None, path.name
        width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0, (path.name, width)
    assert not messages, messages


def test_a_table_can_be_downloaded(page, reports, tmp_path):
    page.goto((reports / "02-who-says-what.html").as_uri())
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV, 2 rows").first.click()
    download.value.save_as(tmp_path / "speakers.csv")
    assert sr.load(reports / "tables").speakers["speaker"].tolist()[0] in (
        tmp_path / "speakers.csv"
    ).read_text("utf-8")


def test_a_mark_opens_its_reason_by_keyboard_alone(page, reports):
    article = next((reports / "articles").glob("000*.html"))
    page.goto(article.as_uri())
    button = page.locator("button[popovertarget]").first
    button.focus()
    page.keyboard.press("Enter")
    opened = page.locator(f"#{button.get_attribute('popovertarget')}")
    assert opened.is_visible()
    assert "J.D. Vance" in opened.inner_text()
    page.keyboard.press("Escape")
    assert not opened.is_visible()


def test_nothing_is_cut_off_on_paper(browser, reports):
    context = browser.new_context(viewport={"width": 718, "height": 1000})  # A4 without its margins
    page = context.new_page()
    page.emulate_media(media="print")
    for path in sorted(reports.rglob("*.html")):
        page.goto(path.as_uri())
        cut = page.evaluate(
            "[...document.querySelectorAll('table, img, pre')].filter(part => part.checkVisibility() &&"
            " part.getBoundingClientRect().right > innerWidth + 1).map(part => part.innerText.slice(0, 60))"
        )
        assert not cut, (path.name, cut)
    context.close()


def test_what_scrolls_can_be_scrolled_with_the_keyboard(page, reports):
    for path in sorted(reports.rglob("*.html")):
        page.goto(path.as_uri())
        stuck = page.evaluate(
            "document.querySelectorAll('details').forEach(part => part.open = true);"
            "[...document.querySelectorAll('main *')].filter(part => part.tabIndex < 0 &&"
            " ['auto', 'scroll'].includes(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth + 1)"
            ".map(part => part.innerText.slice(0, 60))"
        )
        assert not stuck, (path.name, stuck)
