"""All pages of a reading in one HTML file, and the folder as an archive."""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser

import pandas as pd
import pytest

from conftest import pages_of
from sourcereading.cli import main
from sourcereading.report import pdf
from sourcereading.report.downloads import csv_link, set_apart
from sourcereading.report.one_file import usable_copy, write_archive, write_one_file
from sourcereading.text.writable import PlaceError


class Ids(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.opened: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.ids += filter(None, [attributes.get("id")])
        self.opened += filter(None, [attributes.get("popovertarget")])
        self.links += filter(None, [attributes.get("href")])


@pytest.mark.slow
@pytest.mark.parametrize("made", ["reports", "hostile_reports"])
def test_one_file_has_every_page_and_no_link_that_leads_nowhere(made, request, tmp_path):
    folder = request.getfixturevalue(made)
    file = write_one_file(folder, pages_of(folder), tmp_path / "all.html")
    markup = file.read_text(encoding="utf-8")
    found = Ids(markup)
    assert len(found.ids) == len(set(found.ids))
    assert markup.count('<div class="sheet"') == len(pages_of(folder))
    inside = {link[1:] for link in found.links if link.startswith("#")}
    assert inside <= set(found.ids)
    assert set(found.opened) <= set(found.ids)
    assert {link.partition(":")[0] for link in found.links if not link.startswith("#")} <= {"data", "https", "http"}
    for name in pages_of(folder):  # every word of every page is there
        page = (folder / name).read_text(encoding="utf-8")
        main_part = re.search(r'<main id="main"[^>]*>(.*)</main>', page, re.DOTALL)[1]
        assert text_of(main_part) in text_of(markup), name
    again = write_one_file(folder, pages_of(folder), tmp_path / "again.html")
    assert again.read_bytes() == file.read_bytes()
    assert file.stat().st_size < 2_500_000


def test_a_large_download_is_a_file_beside_its_page_and_in_the_one_file_again(tmp_path):
    large, small = pd.DataFrame({"text": ["It rained. " * 9] * 400}), pd.DataFrame({"text": ["It rained."]})
    links = [csv_link(large, "large", "CSV"), csv_link(small, "small", "CSV"), csv_link(large[:300], "large", "CSV")]
    shell = '<title>T</title><header class="site"></header>\n<main id="main">\n{}</main>\n</body>'
    page, apart = set_apart(shell.format("\n".join(links)), "downloads/05-tone")
    assert sorted(apart) == ["downloads/05-tone/1-large.csv", "downloads/05-tone/large.csv"]
    assert links[1] in page and len(page) < 1_000
    assert Ids(page).links[::2] == ["downloads/05-tone/large.csv", "downloads/05-tone/1-large.csv"]
    for name, data in {"05-tone.html": page.encode(), **apart}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert (tmp_path / "downloads/05-tone/large.csv").read_bytes().count(b"\r\n") == 401
    markup = write_one_file(tmp_path, ["05-tone.html"], tmp_path / "all.html").read_text(encoding="utf-8")
    assert all(link.removesuffix("CSV</a>") in markup for link in links)


def text_of(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def test_ids_and_links_are_moved_together_and_links_to_other_files_are_dropped(tmp_path):
    shell = '<title>T · sourcereading</title><body><header class="site"></header>\n{}</body>'
    (tmp_path / "articles").mkdir()
    index = (
        '<div class="layout"><main id="main">\n<a href="articles/a.html#p-1">a</a> <a href="tables/x.csv">x</a> '
        '<a href="#here">h</a> <b id="here">1 &lt; 2 &amp; &quot;3&quot; &#x27;</b></main></div>'
    )
    article = (
        '<div class="layout"><main id="main"><p id="p-1"><button popovertarget="w1" title="a &quot;b&quot;">b</button>'
        '<span id="w1" popover>c</span> <a href="../index.html">i</a> <a href="https://a.example/?x=1&amp;y">o</a></p>'
    )
    (tmp_path / "index.html").write_text(shell.format(index), encoding="utf-8")
    (tmp_path / "articles" / "a.html").write_text(shell.format(article), encoding="utf-8")
    file = write_one_file(tmp_path, ["index.html", "articles/a.html"], tmp_path / "all.html")
    markup = file.read_text(encoding="utf-8")
    assert '<a href="#articles-a--p-1">a</a> <a>x</a> <a href="#index--here">h</a>' in markup
    assert '<b id="index--here">1 &lt; 2 &amp; &quot;3&quot; &#x27;</b>' in markup
    assert '<button popovertarget="articles-a--w1" title="a &quot;b&quot;">b</button>' in markup
    assert '<span id="articles-a--w1" popover>c</span> <a href="#index">i</a>' in markup
    assert '<a href="https://a.example/?x=1&amp;y">o</a>' in markup


def test_the_archive_has_the_folder_and_the_same_bytes_each_time(tmp_path):
    folder = tmp_path / "reports"
    (folder / "tables").mkdir(parents=True)
    (folder / "index.html").write_text("one", encoding="utf-8")
    (folder / "tables" / "manifest.json").write_text("{}", encoding="utf-8")
    names = ["index.html", "tables/manifest.json"]
    first = write_archive(folder, names, tmp_path / "a.zip").read_bytes()
    assert write_archive(folder, names, tmp_path / "b.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == ["reports/index.html", "reports/tables/manifest.json"]
        assert archive.read("reports/index.html") == b"one"
    assert usable_copy(str(tmp_path / "a.zip"), "--zip", tmp_path / "articles") == tmp_path / "a.zip"  # ours: replaced


@pytest.mark.parametrize(
    ("name", "option", "reason"),
    [
        ("mine.html", "--single", "exists and was not written with --single; move it away, or name another file"),
        ("mine.zip", "--zip", "exists and was not written with --zip"),
        ("mine.pdf", "--pdf", "exists and was not written with --pdf"),
        ("page.pdf", "--single", "is not a .html file"),
        ("articles/all.html", "--single", "is in the folder of articles"),
        ("none/all.html", "--single", "there is no folder"),
    ],
)
def test_a_copy_replaces_nothing_of_others_and_is_not_read_as_an_article(tmp_path, name, option, reason, capsys):
    (tmp_path / "mine.html").write_text("my own page", encoding="utf-8")
    (tmp_path / "mine.zip").write_bytes(b"PK my own")
    (tmp_path / "mine.pdf").write_bytes(b"%PDF-1.7 my own")
    (tmp_path / "articles").mkdir()
    with pytest.raises(PlaceError, match=re.escape(reason)):
        usable_copy(str(tmp_path / name), option, tmp_path / "articles")
    arguments = ["reports", str(tmp_path / "articles"), "--out", str(tmp_path / "out"), option, str(tmp_path / name)]
    assert main(arguments) == 2  # before anything is read
    assert reason in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_without_chromium_pdf_says_how_to_print_before_anything_is_read(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    assert main(["reports", "--out", str(tmp_path / "out"), "--pdf", str(tmp_path / "all.pdf")]) == 2
    assert "Use --single FILE.html instead" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
