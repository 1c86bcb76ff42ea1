"""The real reports, made once by the code that ``make reports`` runs, and examined as a reader would."""

import base64
import csv
import io
import json
import re
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

import sourcereading as sr
from sourcereading.reading.schema import SCHEMAS
from sourcereading.report import run
from sourcereading.text.paths import ROOT
from test_places import Targets, begins, rows_of, told_beside

pytestmark = pytest.mark.slow

NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))


class Page(HTMLParser):
    """Tags with their attributes, and the visible text."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.tags = []
        self.text = []
        self._hidden = 0
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._hidden += tag in ("style", "script")

    def handle_endtag(self, tag):
        self._hidden -= tag in ("style", "script")

    def handle_data(self, data):
        if not self._hidden:
            self.text.append(data)

    def all(self, *names):
        return [attrs for tag, attrs in self.tags if tag in names]

    @property
    def words(self):
        return " ".join("".join(self.text).split())


def pages_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}


@pytest.fixture(scope="session")
def pages(reports):
    return {name: Page(markup) for name, markup in pages_of(reports).items()}


@pytest.fixture(scope="session")
def hostile_pages(hostile_reports):
    return {name: Page(markup) for name, markup in pages_of(hostile_reports).items()}


def test_there_is_an_index_a_page_per_notebook_and_one_per_article(reports, pages):
    assert {f"{name}.html" for name in NOTEBOOKS} < set(pages)
    articles = sr.load(reports / "tables").articles["article_id"].tolist()
    assert {"index.html", *(f"articles/{article}.html" for article in articles)} < set(pages)


def test_the_tables_are_written_and_load(reports):
    reading = sr.load(reports / "tables")
    assert {path.stem for path in (reports / "tables").glob("*.csv")} == {*SCHEMAS, "codebook", "audit"}
    assert len(reading.statements) > 30
    brought = sr.load(reports / "tables-practice")  # with the one copy of the codebook
    assert len(brought.articles) == 3 and brought.codebook == reading.codebook
    manifest = json.loads((reports / "tables" / "manifest.json").read_text())
    assert manifest["files_in"] == manifest["accepted"] + manifest["refused"] == 1


@pytest.mark.parametrize("which", ["pages", "hostile_pages"])
def test_no_page_has_a_script_or_asks_for_anything(which, request):
    for name, page in request.getfixturevalue(which).items():
        assert not page.all("script", "iframe", "object", "embed", "base", "link"), name
        for tag, attrs in page.tags:
            assert not any(key.startswith("on") for key in attrs), (name, tag, attrs)
            for key in ("src", "href", "action", "poster", "srcset", "data"):
                address = attrs.get(key, "")
                assert not re.match(r"\s*(?:https?:|//|javascript:|file:)", address, re.IGNORECASE), (
                    name,
                    tag,
                    address,
                )
        policy = [meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        assert len(policy) == 1 and "default-src 'none'" in policy[0] and "script-src 'none'" in policy[0], (name)


@pytest.mark.parametrize("which", ["pages", "hostile_pages"])
def test_every_page_has_a_language_one_title_and_a_text_for_every_picture(which, request):
    for name, page in request.getfixturevalue(which).items():
        assert page.all("html")[0]["lang"] == "en"
        assert len(page.all("h1")) == 1, name
        for image in page.all("img"):
            alt = image.get("alt", "")
            assert len(alt) > 25 and "No description" not in alt and not alt.startswith("<Figure"), (name, alt)
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids)), name


def test_links_between_pages_and_to_tables_lead_somewhere(reports, pages):
    for name, page in pages.items():
        for anchor in page.all("a"):
            address, _, target = unescape(anchor.get("href", "")).partition("#")
            if address.startswith("data:"):
                continue
            file = (reports / name).parent / address if address else reports / name
            assert file.is_file(), (name, address)
            if target and file.suffix == ".html":
                assert f'id="{target}"' in file.read_text(encoding="utf-8"), (name, target)


def test_csv_downloads_hold_the_rows_their_labels_promise(pages):
    seen = 0
    for page in pages.values():
        for anchor in page.all("a"):
            if anchor.get("href", "").startswith("data:text/csv"):
                data = base64.b64decode(anchor["href"].partition("base64,")[2]).decode("utf-8-sig")
                rows = list(csv.reader(io.StringIO(data, newline="")))
                assert rows and all(len(row) == len(rows[0]) for row in rows)
                seen += 1
    assert seen > 20


def test_every_chart_can_be_downloaded_as_an_svg_that_says_what_it_shows(pages):
    seen = 0
    for page in pages.values():
        pictures = [image["alt"] for image in page.all("img")]
        drawings = [link for link in page.all("a") if link.get("href", "").startswith("data:image/svg+xml")]
        assert len(drawings) == len(pictures)
        for alt, link in zip(pictures, drawings, strict=True):
            drawing = ElementTree.fromstring(base64.b64decode(link["href"].partition("base64,")[2]))
            assert drawing.findtext("{http://www.w3.org/2000/svg}title") == alt
            assert link["download"].endswith(".svg")
            seen += 1
    assert seen > 12


def test_every_notebook_states_a_finding_that_stands_on_the_index(pages):
    for name in NOTEBOOKS:
        assert any("sr-finding" in attrs.get("class", "") for _, attrs in pages[f"{name}.html"].tags), name
    for wanted in ("J.D. Vance", "346 words", "not known"):
        assert wanted in pages["index.html"].words


def test_the_article_page_shows_the_text_and_what_the_marks_stand_for(pages, reports):
    article = sr.load(reports / "tables").articles.iloc[0]
    words = pages[f"articles/{article.article_id}.html"].words
    assert "of “about even”, nine in ten readers say 49–51 %" in words
    assert "the Ukrainian side" in words


def test_the_versions_that_ran_are_said_once(pages):
    assert "pandas" in pages["index.html"].words
    for name in NOTEBOOKS:
        words = pages[f"{name}.html"].words
        assert "What ran" not in words and "Try it yourself" not in words and "You will be able to" not in words, name


def test_a_full_reading_begins_with_its_point_and_the_article(reports):
    """What a report is mailed for comes first; how to set a path in JupyterLab is in the notebook only."""
    markup = (reports / "08-your-own-article.html").read_text(encoding="utf-8")
    finding, article = markup.index('class="sr-finding"'), markup.index('class="sr-article"')
    assert finding < article < markup.index("<figure")
    assert "JupyterLab" not in markup[markup.index("<main") :]


def test_the_same_articles_give_the_same_bytes(reports, tmp_path):
    again = tmp_path / "again"
    assert not run.write_reports(ROOT / "seeds", again).failed
    first, second = pages_of(reports), pages_of(again)
    assert first.keys() == second.keys()
    # The index alone carries the day of the run.
    assert [name for name in first if first[name] != second[name] and name != "index.html"] == []
    for table in (reports / "tables").iterdir():
        assert table.read_bytes() == (again / "tables" / table.name).read_bytes()


def test_hostile_text_is_shown_and_never_run(hostile_pages):
    whole = " ".join(page.words for page in hostile_pages.values())
    for shown in ("<script>window.ran = 1</script>", "{{ 7 * 7 }}", "$x_{$", "onerror=ran()", "**Bold**"):
        assert shown in whole, shown
    article = next(page for name, page in hostile_pages.items() if name.startswith("articles/a-b"))
    assert "</style></title> it could rain" in article.words


def test_a_refused_file_is_named_on_the_index(hostile_pages):
    assert "c.txt" in hostile_pages["index.html"].words
    assert "PDF" in hostile_pages["index.html"].words


def test_of_many_articles_every_notebook_runs_and_no_page_is_heavy(many_reports):
    pages = pages_of(many_reports)
    assert "24 articles" in pages["index.html"]
    assert not [name for name, markup in pages.items() if 'class="failure"' in markup]
    assert max(path.stat().st_size for path in many_reports.rglob("*.html")) < 800_000


def test_pages_keep_their_weight(reports):
    sizes = {path.name: path.stat().st_size for path in reports.glob("*.html")}
    assert max(sizes.values()) < 400_000, sizes
    assert all(path.stat().st_size < 200_000 for path in (reports / "articles").glob("*.html"))
    whole = sum(path.stat().st_size for path in reports.rglob("*") if path.is_file())
    assert whole < 3_000_000, whole


def test_each_page_says_what_it_is_of_and_how_to_cite_it(reports):
    for name, markup in pages_of(reports).items():
        title = unescape(re.search(r"<title>(.*)</title>", markup)[1])
        named = "3 articles from data/practice" if name.startswith("06") else "“"
        assert named in title and title.endswith(" · sourcereading"), name
        page = Page(markup)
        assert "Cite" in page.words or "How to cite" in page.words, name
        assert any(tag.get("name") == "description" and tag["content"] for tag in page.all("meta")), name
        if "-" in name.partition("/")[0]:
            assert "<div class=\"of\">" in markup and "Cite as: " in page.words, name


def test_words_in_tables_lead_to_a_place_that_has_them(reports):
    """The page, the id, and at it the words: for each row of each table that shows words of an article."""
    places = {
        path.relative_to(reports).as_posix(): Targets(path.read_text(encoding="utf-8")).found
        for path in (reports / "articles").glob("*.html")
    }
    linked = {}
    for path in reports.glob("*.html"):
        markup = path.read_text(encoding="utf-8")
        assert "data-place" not in markup
        linked[path.stem[:2]] = rows = rows_of(markup)
        apart = re.sub(r'<span class="sr-beside">.*?</span>', "", markup)  # those of tellings are looked at below
        assert len(rows) >= apart.count('class="sr-at"'), path.name
        for words, href, _ in rows:
            page, _, anchor = href.partition("#")
            assert anchor in places[page], (path.name, words, href)
            assert begins(words) in places[page][anchor], (path.name, words, href)
        beside = told_beside(markup)
        assert len(beside) == markup.count('class="sr-beside"') and bool(beside) == (path.stem[:2] == "06")
        for words, href in beside:
            page, _, anchor = href.partition("#")
            assert words and begins(words) in places[page][anchor], (path.name, words, href)
    assert all(linked[number] for number in ("01", "02", "03", "04", "05", "06", "08", "09"))


def test_the_index_says_what_was_found_in_each_article(pages):
    words = pages["index.html"].words
    assert "One of 2 speakers, J.D. Vance, reports the other and has 272 of the 291 words outside" in words
    brought = "7 speakers, most words by Renata Quill: 69 of 384 words."
    assert brought in words, "and in those that a notebook brings along"


def test_tables_of_the_pages_have_scoped_headers(pages):
    for name, page in pages.items():
        if name == "index.html" or name.startswith("articles/"):
            assert all(head.get("scope") in ("col", "row") for head in page.all("th")), name
