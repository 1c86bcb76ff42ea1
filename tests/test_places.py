"""Words in the tables of reports lead to their place on the article's page."""

import re
from base64 import b64decode
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

import pandas as pd
import pytest

import sourcereading as sr
from conftest import HOSTILE
from sourcereading.report.article_page import article_page
from sourcereading.report.group import article_file
from sourcereading.report.places import Places
from sourcereading.report.show import listed, show_table


class Targets(HTMLParser):
    """What a reader sees at each id of an article's page: the row of a table or the paragraph that it is in."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.found, self.open, self.inserted = {}, [], 0
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        names = attributes.get("class", "").split()
        if tag not in ("meta", "br", "img", "input", "wbr", "link"):
            whole = tag in ("tr", "caption") or "a-par" in names
            self.open.append({"tag": tag, "x": "x" in names, "whole": whole, "ids": [], "text": ""})
            self.inserted += "x" in names
        if "id" in attributes:
            for element in self.open:
                element["ids"].append(attributes["id"])

    def handle_endtag(self, tag):
        element = self.open.pop()
        assert element["tag"] == tag
        self.inserted -= element["x"]
        if element["whole"]:
            self.found |= dict.fromkeys(element["ids"], " ".join(element["text"].split()))

    def handle_data(self, data):
        if not self.inserted:
            for element in self.open:
                element["text"] += data


LINKED = (
    r'(?:<a href="(?P<to>articles/[^"]*#[^"]*)">(?P<few>[^<]*)</a>'
    r'|(?P<many>[^<]*) <a class="sr-at" href="(?P<at>[^"]*)">(?P<label>[^<]*)</a>)'
)
"""Words that lead to an article: a few are the link, many have one behind them."""


def rows_of(markup):
    """(words, href, label) of each row that leads to an article; the label "" where the words themselves do."""
    return [
        (" ".join(unescape(found["few"] or found["many"]).split()), unescape(found["to"] or found["at"]),
         found["label"] or "")
        for found in re.finditer(rf"<td[^>]*>{LINKED}</td>", markup)
    ]  # fmt: skip


def told_beside(markup):
    """(words, href) of each telling in the tables of notebook 06: the words, and the link that stands beside them."""
    words = r"(?P<told>.*?)(?:<small>.*?</small>)?(?:<br>|</td>)"
    told = rf'<span class="sr-beside">{LINKED}</span>(?:</td><td[^>]*>)?{words}'
    return [
        (unescape(re.sub(r"<[^>]*>", "", found["told"])).partition(": ")[2], unescape(found["to"] or found["at"]))
        for found in re.finditer(told, markup)
    ]


def begins(words):
    """The beginning of words that may run over several parts or paragraphs, or begin within a sentence."""
    return re.split(r" … |\n", words.removeprefix("… "))[0][:40].strip()


def targets(readings):
    return {
        f"articles/{article_file(name)}": Targets(article_page(part)).found
        for reading in readings
        for name, part in reading.split().items()
    }


def tables(reading):
    """Each table of words, as notebooks show them: all of its rows."""
    frames = {name: getattr(reading, name) for name in ("sentences", "statements", "certainty", "issues", "sentiment")}
    frames["reported"] = sr.reported(reading.statements, reading.articles)
    frames["passages"] = sr.shared_passages(reading)
    frames["chains"] = sr.findings.chains(reading)
    return {
        name: show_table(pd.DataFrame({"text": frame["text"].tolist()}), name, name, max_rows=len(frame), places=frame)
        for name, frame in frames.items()
    }


@pytest.fixture(scope="module")
def hostile():
    return sr.read([HOSTILE, "A <b> & “quoted” said Ana Ruiz.\n\nIt may rain."])


@pytest.mark.parametrize("which", ["seed", "practice", "hostile"])
def test_every_row_leads_to_a_place_that_has_its_words(which, request):
    reading = request.getfixturevalue(which)
    places, pages = Places([reading]), targets([reading])
    for name, shown in tables(reading).items():
        rows = rows_of(places.linked(shown.markup))
        assert len(rows) == shown.markup.count("data-place"), name
        for words, href, _ in rows:
            page, _, anchor = unquote(href).partition("#")
            assert begins(words) in pages[page][anchor], (name, words, href)


def test_what_two_copies_share_is_shown_in_part_and_downloaded_whole():
    text = " ".join(f"Dam {number} held all night." for number in range(60))
    shared = sr.shared_passages(sr.read([f"{text} It rained.", f"{text} It snowed."]))
    shown = show_table(shared[["text"]], "passages", "Passages", places=shared).markup
    assert "Dam 3 held" in shown and "Dam 59 held" not in shown and "…" in shown
    assert "Dam 59 held" in b64decode(re.search(r"base64,([^\"]+)", shown)[1]).decode()


def test_a_statement_leads_to_its_row_a_mark_to_its_sign_and_other_words_to_their_paragraph(seed):
    places = Places([seed])
    said = sr.reported(seed.statements, seed.articles)
    statements = rows_of(places.linked(listing(said).markup))
    assert [label for *_, label in statements] == [str(number) for number in range(1, len(said) + 1)]
    assert all(href.endswith(f"#claim-{label}") for _, href, label in statements)
    marks = rows_of(places.linked(listing(seed.certainty).markup))
    assert marks[0][1].endswith("#at-m1") and {label for *_, label in marks} == {""}
    sentence = seed.sentences.tail(1)
    assert len(sentence["text"].item()) > 40
    (_, href, label), *_ = rows_of(places.linked(listing(sentence).markup))
    assert href.endswith(f"#p-{sentence['paragraph'].item()}") and label == "¶"


def listing(rows, articles=None):
    articles = pd.DataFrame({"article_id": ["one"]}) if articles is None else articles
    return listed(rows[["article_id", "start", "text"]], articles, ["text"], "marks", "words", "Words", {}, max_rows=99)


def test_a_statement_that_the_table_leaves_to_its_csv_is_met_in_the_text():
    said = " ".join(f"“It rained {number} times,” said Ana Ruiz." for number in range(1, 141))
    reading = sr.read([said])
    page = article_page(reading)
    rows = rows_of(Places([reading]).linked(listing(sr.reported(reading.statements, reading.articles)).markup))
    assert len(rows) == 140
    anchors = [href.partition("#")[2] for _, href, _ in rows]
    assert anchors[0] == "claim-1" and anchors[-1] == "words-140"
    assert all(f'id="{anchor}"' in page for anchor in anchors)


def test_without_a_page_there_is_no_link(seed, practice):
    """JupyterLab shows nothing, and so does a report in which the articles have no page."""
    shown = listing(practice.certainty, practice.articles)
    assert "<a" not in re.sub(r"<a download.*?</a>", "", shown.markup)
    markup = Places([seed]).linked(shown.markup)
    assert "data-place" not in markup and not rows_of(markup)


def test_the_place_is_in_neither_the_csv_nor_the_columns(practice):
    shown = listing(practice.certainty, practice.articles)
    assert repr(shown).splitlines()[1].split() == ["article", "text"]
    assert re.findall(r'<th scope="col">([^<]*)</th>', shown.markup) == ["article", "text"]
    assert "data-place" not in repr(shown)


def test_text_cannot_pass_for_a_place(seed):
    article = seed.articles["article_id"].iloc[0]
    frame = pd.DataFrame({"text": [f'<i data-place="0 {article}"></i>']})
    assert not rows_of(Places([seed]).linked(show_table(frame, "words", "Words").markup))
    rows = frame.assign(article_id='x"><b>', start=0)
    made = show_table(frame, "words", "Words", places=rows).markup
    assert "<b>" not in made and not rows_of(Places([seed]).linked(made))
