"""How a reading is cited: sentence, BibTeX, RIS, metadata."""

import base64
import re
from html import unescape

import pytest

from sourcereading.report.bibliography import Entry, bibtex, downloads, entry, metadata, ris

ODD = Entry("sourcereading-1", "Reading of “50 % & more_{x}” \\ $5 #1 ~ ^", "Two\nlines\u202e here.", "2026-11-26")


def test_an_entry_is_of_the_reading_and_its_note_of_the_article(practice):
    about = entry(next(iter(practice.split().values())), day="2026-11-26")
    assert about.title.startswith("Reading of “") and about.author.startswith("sourcereading ")
    assert "Of the article: Meridian Wire (invented), 2025-05-05." in about.note
    assert "Codebook data/lexicons/issues.csv, SHA-256 " in about.note
    page = entry(practice, "data/practice", "How sure?")
    assert page.title == "How sure?: reading of 3 articles from data/practice"
    assert re.fullmatch(r"sourcereading-[0-9a-f]{8}-how-sure", page.key)


def test_no_word_of_a_title_is_a_command_to_tex_or_a_field_of_ris():
    lines = bibtex(ODD).splitlines()
    assert lines[0] == "@misc{sourcereading-1,"
    title = r"Reading of “50 \% \& more\_\{x\}” \textbackslash{} \$5 \#1 \textasciitilde{} \textasciicircum{}"
    assert lines[1] == f"  title = {{{{{title}}}}},"
    assert "  year = {2026}," in lines and "  date = {2026-11-26}," in lines
    assert "  note = {Two lines here.}," in lines and lines[-1] == "}"
    assert ris(ODD).splitlines() == [
        "TY  - GEN",
        "ID  - sourcereading-1",
        "TI  - Reading of “50 % & more_{x}” \\ $5 #1 ~ ^",
        f"AU  - {ODD.author}",
        "PY  - 2026",
        "DA  - 2026/11/26",
        "N1  - Two lines here.",
        "ER  - ",
    ]


def test_a_page_that_does_not_say_when_it_was_made_has_no_year():
    undated = Entry("k", "Title", "Note")
    assert "year" not in bibtex(undated) and "PY" not in ris(undated) and "date" not in metadata(undated)


def test_downloads_hold_the_entry_and_metadata_is_escaped():
    links = dict(re.findall(r'download="[^"]*\.(bib|ris)" href="data:[^,]*,([^"]*)"', downloads(ODD)))
    assert base64.b64decode(links["bib"]).decode() == bibtex(ODD)
    assert base64.b64decode(links["ris"]).decode() == ris(ODD)
    head = metadata(Entry("k", 'A "b" <c>', ""))
    assert '<meta name="citation_title" property="og:title" content="A &quot;b&quot; &lt;c&gt;">' in head


def test_a_title_that_cannot_be_written_does_not_stop_the_page():
    held = re.search(r"base64,([^\"]*)", downloads(Entry("k", "odd \ud800", "")))[1]
    assert "title = {{odd ?}}" in base64.b64decode(held).decode()


@pytest.mark.slow
def test_index_and_pages_offer_their_entries(reports):
    for name in ("index.html", "03-how-sure.html"):
        text = (reports / name).read_text(encoding="utf-8")
        assert re.search(r'download="sourcereading-[0-9a-f]{8}[a-z-]*\.bib"', text), name
        assert 'name="citation_title" property="og:title"' in text
        assert '<meta name="description" property="og:description"' in text
    index = unescape((reports / "index.html").read_text(encoding="utf-8"))
    assert re.search(r'<meta name="citation_publication_date" content="\d{4}/\d\d/\d\d">', index)
    article = next((reports / "articles").glob("000*.html")).read_text(encoding="utf-8")
    assert article.count('aria-label="Link to ') == 17
    assert '<a href="#claim-3" aria-label="Link to 3">#</a>' in article
