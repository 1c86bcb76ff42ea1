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


def test_a_number_opens_the_chain_of_sources_and_leads_to_the_ledger_and_back(page, reports):
    page.goto(next((reports / "articles").glob("000*.html")).as_uri())
    page.locator("#words-8").focus()
    page.keyboard.press("Enter")
    assert "told by J.D. Vance, paraphrased by the writer" in page.locator("#s8").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#claim-8") and page.locator("#claim-8").is_visible()
    page.locator("#claim-8 a").press("Enter")
    assert page.url.endswith("#words-8")


def test_the_text_can_be_read_without_marks(page, reports):
    page.goto(next((reports / "articles").glob("000*.html")).as_uri())
    for name in ("voices", "certainty", "issues"):
        page.locator(f"#show-{name}").uncheck()
    text = page.locator(".a-text").inner_text()
    assert "roughly equal." in text and "[readers" not in text and "▼" not in text
    assert not page.locator(".a-text").locator(".a-who, .a-margin, .a-sign, .a-range").filter(visible=True).count()


def test_who_speaks_how_sure_about_what_in_what_tone_is_one_screen(browser, reports):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for path in sorted((reports / "articles").glob("*.html")):
        page.goto(path.as_uri())
        box = page.locator(".a-glance").bounding_box()
        assert box["y"] + box["height"] <= 900, path.name
    context.close()


def test_marks_are_legible_on_paper_in_black_and_white(browser, reports):
    context = browser.new_context(viewport={"width": 718, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(next((reports / "articles").glob("000*.html")).as_uri())
    look = "part => [getComputedStyle(part).borderBottomStyle, getComputedStyle(part).borderBottomColor]"
    voices = [page.locator(f".a-text .a-{name}").first.evaluate(look) for name in ("direct", "mixed", "indirect")]
    assert voices == [[style, "rgb(0, 0, 0)"] for style in ("solid", "dotted", "dashed")]
    assert page.locator(".a-text .a-sign").first.is_visible() and page.locator("#words-1").is_visible()
    assert page.get_by_text("The numbers are those of the ledger below").is_visible()
    context.close()


# The contrast of each text with what lies under it, bands and marks laid over one another: a checker of single
# elements gives up where a background is mixed.
CONTRAST = """() => {
  const parts = colour => {
    const mixed = colour.match(/color\\(srgb ([^)]+)\\)/);
    const numbers = (mixed ? mixed[1] : colour.match(/\\(([^)]+)\\)/)[1]).split(/[\\s,/]+/).map(Number);
    return [...numbers.slice(0, 3).map(value => mixed ? 255 * value : value), numbers[3] ?? 1];
  };
  const light = rgb => rgb.slice(0, 3).map(value => value / 255)
    .map(value => value <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
    .reduce((sum, value, at) => sum + value * [.2126, .7152, .0722][at], 0);
  const under = part => {
    const layers = [];
    for (let each = part; each; each = each.parentElement)
      layers.unshift(parts(getComputedStyle(each).backgroundColor));
    const laid = (below, over) => below.map((value, at) => over[at] * over[3] + value * (1 - over[3]));
    return layers.reduce(laid, [255, 255, 255]);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), low = [];
  for (let text; text = texts.nextNode();) {
    const part = text.parentElement;
    if (!text.data.trim() || !part.checkVisibility()) continue;
    const pair = [light(parts(getComputedStyle(part).color)), light(under(part))].sort((one, other) => other - one);
    const ratio = (pair[0] + .05) / (pair[1] + .05);
    if (ratio < 4.5) low.push([text.data.slice(0, 30), ratio]);
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_bands_and_marks(browser, reports, scheme):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for path in [reports / "index.html", *sorted((reports / "articles").glob("*.html"))]:
        page.goto(path.as_uri())
        assert not page.evaluate(CONTRAST), path.name
    context.close()


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
