"""The pages in a real browser: nothing is asked for, nobody is shut out, nothing is cut off, downloads work.

Skipped where the machine has no Chromium. A picture of every page is kept in ``build/screenshots/``.
"""

import csv
import re
import shutil

import pytest

from conftest import IN_A_BROWSER, pages_of
from sourcereading.report.one_file import usable_copy, write_one_file
from sourcereading.report.pdf import write_pdf
from sourcereading.text.paths import ROOT

SCREENSHOTS = ROOT / "build" / "screenshots"
A4 = {"width": 718, "height": 1046}  # CSS pixels within Chromium's own margins

# Both widths and both colour schemes, once each: no colour depends on the width, and no width on the colours.
SETTINGS = [(1280, "light"), (390, "dark")]
# What axe need not look at twice: the later rows of a table are made like the first, and so is all code.
ALIKE = {"include": [["html"]], "exclude": [["tbody tr:nth-child(n+9)"], [".highlight"]]}

pytestmark = IN_A_BROWSER


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def sample():
    """The sample that lies in the project."""
    return ROOT / "docs" / "sample"


def violations(page, where=None):
    """What axe-core finds in a page: the rule, and the first element that breaks it."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, context=where).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]


@pytest.mark.parametrize(("width", "scheme"), SETTINGS)
@pytest.mark.parametrize("folder", ["reports", "hostile_reports", "sample"])
def test_pages_ask_for_nothing_run_nothing_fit_their_window_and_shut_nobody_out(
    browser, folder, width, scheme, request
):
    made = request.getfixturevalue(folder)
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    asked, messages, wrong = [], [], []
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("console", lambda message: messages.append(message.text))
    pictures = SCREENSHOTS / folder / f"{width}-{scheme}"
    shutil.rmtree(pictures, ignore_errors=True)
    for path in sorted(made.rglob("*.html")):
        asked.clear()
        page.goto(path.as_uri())
        outside = [url for url in asked if url != path.as_uri() and not url.startswith("data:")]
        wrong += [(path.name, f"asks for {url}") for url in outside]
        page.screenshot(path=pictures / f"{path.stem}.jpg", full_page=True, type="jpeg", quality=60)
        found = page.evaluate(
            "() => { const before = document.documentElement.scrollWidth;"
            "document.querySelectorAll('details').forEach(part => part.open = true);"
            "const whole = document.documentElement; return {"
            "ran: window.ran !== undefined,"
            "'cuts off a table': [...document.querySelectorAll('table')].some(table => {"
            " const box = table.closest('.sr-scroll') ?? table; return box.scrollWidth > box.clientWidth + 1 }),"
            "'scrolls sideways': Math.max(before, whole.scrollWidth) > whole.clientWidth,"
            "'cannot be scrolled by keyboard': [...document.querySelectorAll('main *')].some(part =>"
            " part.tabIndex < 0 && ['auto', 'scroll'].includes(getComputedStyle(part).overflowX) &&"
            " part.scrollWidth > part.clientWidth + 1)} }"
        )
        wrong += [(path.name, name) for name, is_so in found.items() if is_so]
        everywhere = folder == "reports" and scheme == "light"
        wrong += [(path.name, rule) for rule in violations(page, None if everywhere else ALIKE)]
    context.close()
    assert not wrong, wrong
    assert not messages, messages


def test_the_downloads_hold_what_the_tables_show(page, reports, tmp_path):
    page.goto((reports / "02-who-says-what.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    tables = page.locator(".sr-table", has=page.locator("a[download$='.csv']")).all()
    assert len(tables) >= 4
    for table in tables:
        link = table.locator("a[download$='.csv']")
        with page.expect_download() as download:
            link.click()
        download.value.save_as(tmp_path / "table.csv")
        with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        assert link.inner_text() == f"CSV, {len(rows)} row{'' if len(rows) == 1 else 's'}"
        assert table.locator("thead").first.locator("th").all_inner_texts() == head
        table.evaluate("table => table.querySelectorAll('.sr-at').forEach(link => link.remove())")
        shown = table.locator("tbody tr").evaluate_all(
            "rows => rows.map(row => [...row.cells].map("
            "cell => cell.matches('.sr-number') ? '' : cell.textContent.trimEnd()))"
        )
        numbers = [text == "" for text in shown[0]]
        held = [["" if number else cell or "–" for cell, number in zip(row, numbers, strict=True)] for row in rows]
        yes = {"True": "yes", "False": "no"}
        assert shown == [[yes.get(cell, cell) for cell in row] for row in held]


def test_a_row_is_a_card_on_a_phone_and_still_a_row_for_those_who_listen(browser, reports):
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto((reports / "02-who-says-what.html").as_uri())
    table = page.get_by_role("table", name="Who says what", exact=True)
    heads = table.get_by_role("columnheader").all_inner_texts()
    cells = table.get_by_role("row").nth(1).locator("td")
    said = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    assert [name.replace('"', "") for name in said] == [f"{head}: " for head in heads]
    assert table.get_by_role("row").nth(1).get_by_role("cell").count() == len(heads) >= 4
    assert table.get_by_role("row").nth(1).bounding_box()["height"] > 60
    verbs = page.get_by_role("table", name="Words that introduce statements")
    assert verbs.get_by_role("row").nth(1).bounding_box()["height"] < 40, "it fits as it is"
    context.close()


def test_on_a_phone_the_contents_stay_at_hand_and_no_table_is_longer_than_the_window(browser, reports):
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    for name in ("02-who-says-what", "09-who-is-heard"):
        page.goto((reports / f"{name}.html").as_uri())
        page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
        contents = page.get_by_role("navigation", name="Contents")
        assert contents.bounding_box()["y"] == 0 and contents.bounding_box()["height"] < 60
        heights = page.locator(".sr-scroll:has(.sr-cards)").evaluate_all("all => all.map(one => one.offsetHeight)")
        assert heights and max(heights) <= 0.75 * 900 + 1
        assert page.locator(".cell:visible").count() == page.locator(".cell:has(.output)").count()
    context.close()


def test_a_mark_opens_its_reason_by_keyboard_alone(page, reports):
    article = next((reports / "articles").glob("000*.html"))
    page.goto(article.as_uri())
    button = page.locator("button[popovertarget]").first
    button.focus()
    page.keyboard.press("Enter")
    opened = page.locator(f"#{button.get_attribute('popovertarget')}")
    assert opened.is_visible()
    assert "J.D. Vance" in opened.inner_text()
    assert not violations(page)
    page.keyboard.press("Escape")
    assert not opened.is_visible()


def test_a_number_opens_the_chain_of_sources_and_leads_to_the_table_and_back(page, reports):
    page.goto(next((reports / "articles").glob("000*.html")).as_uri())
    page.locator("#words-8").focus()
    page.keyboard.press("Enter")
    assert "reported by J.D. Vance, paraphrased by the writer" in page.locator("#s8").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#claim-8") and page.locator("#claim-8").is_visible()
    page.locator("#claim-8").press("Enter")
    assert page.url.endswith("#words-8")


def test_an_article_in_a_notebook_opens_its_own_notes(page, reports):
    page.goto((reports / "08-your-own-article.html").as_uri())
    number = page.locator(".sr-article .a-who").nth(7)
    number.press("Enter")
    assert "reported by J.D. Vance" in page.locator(f"#{number.get_attribute('popovertarget')}").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator(".sr-article .a-more").filter(visible=True).count()


def test_the_text_can_be_read_without_marks(page, reports):
    page.goto(next((reports / "articles").glob("000*.html")).as_uri())
    for name in ("voices", "certainty", "issues"):
        page.locator(f".show-{name}").uncheck()
    text = page.locator(".a-text").inner_text()
    assert "roughly equal." in text and "nine in ten" not in text and "▼" not in text
    assert not page.locator(".a-text").locator(".a-who, .a-margin, .a-sign, .a-range").filter(visible=True).count()
    assert page.locator(".a-glance").is_visible()

    page.emulate_media(media="print")
    looks = page.locator(".a-text :is(span, p)").evaluate_all(
        "parts => [...new Set(parts.filter(part => part.checkVisibility() && !part.closest('.a-head')).map(part =>"
        " ['fontWeight', 'fontStyle', 'backgroundColor', 'borderBottomWidth', 'textDecorationLine', 'color']"
        " .map(name => getComputedStyle(part)[name]).join()))]"
    )
    assert looks == ["400,normal,rgba(0, 0, 0, 0),0px,none,rgb(0, 0, 0)"]
    printed = page.locator("main > *").filter(visible=True).evaluate_all("parts => parts.map(part => part.className)")
    assert printed == ["", "a-source", "a-text", "facts"], "a text to work on, without what was found in it"


@pytest.mark.parametrize("name", ["voices", "certainty", "issues"])
def test_what_a_switch_takes_away_is_not_printed_either(page, reports, name):
    shows = {"voices": ".a-who, .a-paper", "certainty": ".a-text :is(.a-sign, .a-range)", "issues": ".a-margin"}
    page.goto(next((reports / "articles").glob("000*.html")).as_uri())
    page.locator(f".show-{name}").uncheck()
    page.emulate_media(media="print")
    for other, parts in shows.items():
        shown = page.locator("main").locator(parts).filter(visible=True).count()
        assert bool(shown) == (other != name), other
    assert page.locator(".a-legend div").filter(visible=True).count() == 2
    assert page.locator(".a-glance").is_visible()


def test_a_phone_shows_each_chart_as_drawn_for_it(browser, reports):
    for width in (390, 1280):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto((reports / "03-how-sure.html").as_uri())
        pictures = page.locator("figure img").evaluate_all("all => all.map(one => [one.currentSrc, one.width])")
        assert len(pictures) == 3 and all(source.startswith("data:image/svg+xml") for source, _ in pictures)
        assert {shown for _, shown in pictures} == {350 if width == 390 else 701}  # each at its full size
        context.close()


def test_who_speaks_how_sure_and_about_what_is_said_above_the_text_on_one_screen(browser, reports):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for path in sorted((reports / "articles").glob("*.html")):
        page.goto(path.as_uri())
        lead, text = (page.locator(part).bounding_box() for part in (".lead", ".a-text"))
        assert lead["y"] + lead["height"] < text["y"] < 800, path.name
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
    assert page.get_by_text("The numbers are those of the table of statements below").is_visible()
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
    marked = [reports / name for name in ("index.html", "08-your-own-article.html")]
    for path in [*marked, *sorted((reports / "articles").glob("*.html"))]:
        page.goto(path.as_uri())
        assert not page.evaluate(CONTRAST), path.name
    context.close()


@pytest.mark.parametrize("name", ["index", "03-how-sure", "articles/000-a0dc03ebcfbd7fe2-90138074901a"])
def test_the_tab_key_reaches_everything_that_can_be_used(page, reports, name):
    page.goto((reports / f"{name}.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    wanted = page.evaluate(
        "() => { window.usable = [...document.querySelectorAll('a[href], button, input, summary, [tabindex=\"0\"]')]"
        ".filter(part => part.checkVisibility()); window.reached = new Set(); return window.usable.length }"
    )
    for _ in range(wanted):
        page.keyboard.press("Tab")
        page.evaluate("window.reached.add(document.activeElement)")
    missed = page.evaluate("window.usable.filter(part => !window.reached.has(part)).map(part => part.outerHTML)")
    assert wanted > 10 and not missed, missed


def test_nothing_is_cut_off_on_paper(browser, reports):
    context = browser.new_context(viewport=A4)
    page = context.new_page()
    page.emulate_media(media="print")
    for path in sorted(reports.rglob("*.html")):
        page.goto(path.as_uri())
        cut = page.evaluate(
            "page => [...document.querySelectorAll('table, img, pre')].filter(part => part.checkVisibility() &&"
            " (part.getBoundingClientRect().right > page.width + 1 ||"
            " part.matches('img') && part.getBoundingClientRect().height > page.height))"
            ".map(part => part.alt || part.innerText.slice(0, 60))",
            A4,
        )
        assert not cut, (path.name, cut)
    context.close()


def test_a_page_prints_without_its_buttons_and_with_all_rows(browser, reports):
    context = browser.new_context(viewport=A4)
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto((reports / "02-who-says-what.html").as_uri())
    assert not page.locator(".rail, .site, .sr-downloads, .code, .sr-columns").filter(visible=True).count()
    assert re.search(r"\w", page.locator(".sr-finding").first.inner_text())
    visible = "folds => folds.map(fold => fold.lastElementChild.checkVisibility())"
    for kind in (".sr-columns", ".code"):
        folds = page.locator(f"main details{kind}")
        assert not any(folds.evaluate_all(visible))
        folds.first.evaluate("fold => fold.open = true")
        assert folds.first.locator(":scope > :last-child").is_visible(), kind
    article = next((reports / "articles").glob("000*.html"))  # what a screen folds is on paper
    for shown, kind in {reports / "00-start-here.html": ".sr-more", article: ".a-heard"}.items():
        page.goto(shown.as_uri())
        folds = page.locator(f"main details{kind}")
        assert folds.count() and all(folds.evaluate_all(visible)), kind
    context.close()


def test_one_file_shows_one_page_at_a_time_and_its_links_work(browser, reports, tmp_path):
    file = write_one_file(reports, pages_of(reports), tmp_path / "all.html")
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page, asked = context.new_page(), []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(file.as_uri())

    def shown():
        return [sheet.get_attribute("id") for sheet in page.locator(".sheet").all() if sheet.is_visible()]

    assert shown() == ["index"]
    page.get_by_role("link", name="Who says what").first.click()
    assert shown() == ["02-who-says-what"]
    page.locator("#\\30 2-who-says-what .sr-at").first.click()
    assert len(shown()) == 1 and shown()[0].startswith("articles-000")
    article = page.locator(f"#{shown()[0]}")
    article.locator(".show-voices").uncheck()
    assert not article.locator(".a-text .a-who").first.is_visible()
    page.go_back()
    assert shown() == ["02-who-says-what"]
    page.get_by_role("link", name="All pages of this reading").click()
    assert shown() == ["index"]
    for sheet in ("index", "03-how-sure"):
        page.goto(f"{file.as_uri()}#{sheet}")
        assert not violations(page)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert {url.partition("#")[0] for url in asked if not url.startswith("data:")} == {file.as_uri()}
    context.close()


def test_all_pages_are_printed_into_one_pdf_that_may_be_replaced(reports, tmp_path):
    file = write_pdf(reports, ["index.html", "02-who-says-what.html"], tmp_path / "all.pdf")
    printed = file.read_bytes()
    assert printed.startswith(b"%PDF-") and len(re.findall(rb"/Type\s*/Page\b", printed)) > 4
    assert b"/Outlines" in printed  # bookmarks
    assert usable_copy(str(file), "--pdf", tmp_path / "articles") == file
