"""Web pages: the article is taken out of the page, and what cannot be taken out is said. All pages are invented."""

import json
import subprocess
import sys

import pytest

import sourcereading as sr
from sourcereading.text import web_page_worker, web_pages
from sourcereading.text.articles import read_articles

PARAGRAPHS = (
    "The harbour board of Halden said on Monday that the new ferry could be delayed until spring.",
    "“We cannot promise a date,” said Ana Ruiz, the board’s director, “and nobody should.”",
    "According to Tom Berg, a shipyard manager, the engines are ready and the crew has been trained since autumn.",
    "“No,” he said.",
    "A decision is likely in March, Ruiz added, once the town council has met and the money has been found.",
    "Residents of the island have waited for the ferry since the old one was sold nine years ago, and most of them "
    "take the bus over the bridge at Marn, which is closed whenever the wind blows.",
)
HEAD = (
    "<title>Ferry may be late - The Marn Post</title>"
    '<meta property="og:title" content="Ferry may be late"><meta property="og:site_name" content="The Marn Post">'
    '<meta property="article:published_time" content="2026-03-04T10:00:00Z">'
    '<link rel="canonical" href="https://www.marnpost.example/2026/ferry">'
)


def html(head=HEAD, paragraphs=PARAGRAPHS, charset="utf-8", before=""):
    """A page with a menu, a script and a footer around its article."""
    return (
        f'<!DOCTYPE html>\n{before}<html><head><meta charset="{charset}">{head}<script>var said = "no";</script></head>'
        "<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav><article>"
        + "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
        + "</article><footer><p>All rights reserved</p></footer></body></html>"
    )


@pytest.fixture
def extractor():
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")


def only(folder):
    """The one article and the reasons of all problems."""
    intake = read_articles(folder)
    (article,) = intake.articles
    return article, [problem.reason for problem in intake.problems]


@pytest.mark.slow
@pytest.mark.usefixtures("extractor")
class TestWithExtractor:
    def test_the_article_is_taken_out_of_the_page(self, tmp_path):
        (tmp_path / "a.html").write_text(html(), encoding="utf-8")
        article, reasons = only(tmp_path)
        assert article.text == "\n\n".join(PARAGRAPHS)
        assert (article.title, article.outlet) == ("Ferry may be late", "The Marn Post")
        assert (article.date, article.url) == ("2026-03-04", "https://www.marnpost.example/2026/ferry")
        assert (article.rights, article.file) == ("", "a.html")
        assert reasons == []

    def test_every_row_leads_back_into_the_text_that_was_taken_out(self, tmp_path):
        (tmp_path / "a.htm").write_text(html(), encoding="utf-8")
        reading = sr.read(tmp_path)
        (text,) = reading.articles["text"]
        for row in reading.statements.itertuples():
            assert text[row.start : row.end] == row.text
        assert {"Ana Ruiz", "Tom Berg"} <= set(reading.statements["speaker"])

    def test_what_the_page_does_not_say_stays_empty(self, tmp_path):
        (tmp_path / "a.html").write_text(html(head=""), encoding="utf-8")
        article, _ = only(tmp_path)
        assert (article.title, article.outlet, article.date, article.url) == ("", "", "", "")

    def test_sources_csv_counts_before_the_page(self, tmp_path):
        (tmp_path / "a.html").write_text(html(), encoding="utf-8")
        (tmp_path / "sources.csv").write_text("file,title,date\na.html,Mine,\n")
        article, _ = only(tmp_path)
        assert (article.title, article.date, article.outlet) == ("Mine", "2026-03-04", "The Marn Post")

    @pytest.mark.parametrize(
        "mark",
        [
            "<!-- saved from url=(0029)https://www.marnpost.example/x -->\n",
            "<!--\n Page saved with SingleFile \n url: https://www.marnpost.example/x \n saved date: Mon -->",
        ],
    )
    def test_the_address_that_the_browser_noted_counts_where_the_page_gives_none(self, tmp_path, mark):
        (tmp_path / "a.html").write_text(html(head="", before=mark), encoding="utf-8")
        assert only(tmp_path)[0].url == "https://www.marnpost.example/x"

    def test_a_line_break_stays_one_and_lists_and_cells_are_paragraphs(self, tmp_path):
        more = "Two lines,<br>he said.</p><ul><li>One thing</li><li>Another thing</li></ul><p>The end of it."
        (tmp_path / "a.html").write_text(html(paragraphs=[*PARAGRAPHS, more]), encoding="utf-8")
        article, _ = only(tmp_path)
        assert article.text.endswith("Two lines,\nhe said.\n\nOne thing\n\nAnother thing\n\nThe end of it.")

    @pytest.mark.parametrize(
        ("torn", "whole"),
        [
            (["S", "hips “are", "of old wood", "and late”.", "It rained."],
             ["Ships “are of old wood and late”.", "It rained."]),
            (["A", "ferry sank."], ["A ferry sank."]),
            (["The old port", "of Velia", "ferries", "goats"],) * 2,
            (["It rained in", "Velia and Marn."],) * 2,
        ],
    )  # fmt: skip
    def test_a_line_that_the_extractor_tears_is_whole_again(self, torn, whole):
        page = (
            "<div><p>At noon.</p><span class='drop'>S</span>hips “are <a href='/s'>of old wood</a> and\n late”.<br><br>"
            "It rained.</div><p><b>A</b> ferry sank.</p><p>The old port</p><p>of Velia</p><ul><li>ferries<li>goats</ul>"
            "<p>It rained in</p><p>Velia and Marn.</p>"
        )
        tree = pytest.importorskip("trafilatura").load_html(f"<html><body>{page}</body></html>")
        assert web_page_worker._joined("\n\n".join(torn), tree) == "\n\n".join(whole)

    def test_what_the_page_marks_as_headings_captions_and_links_is_no_text(self, tmp_path):
        around = (
            "<h2>‘Nobody asked us’</h2>",
            "<h3>Who pays for it?</h3>",
            "<p><strong>‘A ferry without a crew’</strong></p>",
            "<p><a href='/x'>Minister says bridge is safe after all</a></p>",
            "<p><b>In case you missed it:</b> <a href='/y'>Ana Ruiz warns of a storm that could close the port</a></p>",
            "<p><a href='/z'>Ana Ruiz said on Monday that the bridge at Marn would be closed for a year.</a></p>",
            "<div class='lb-signup'><p>The Halden letter</p><p>Five stories, every weekday at six.</p></div>",
            "<p><a href='/v'>Dam leaks again, say two</a> [<b>VIDEO]<br></b><a href='/w'>Goat fined</a> [MAP]</p>",
            "<p>The <a href='/v'>board</a> asked the <a href='/w'>shipyard</a> twice for the date of the launch</p>",
            "<p><b>Ferries out: </b>Storm closes the port</p>",
            "<p><b>One thing:</b> the port stays open.</p>",
            "<table><tr><td>Halden Water plc</td><td>12.41</td><td>-0.7%</td></tr></table>",
            "<p class='imageCaption'>Ben Holm shows the gate he says will fail</p>",
            "<figure><img src='a.jpg' alt=''><figcaption>Ana Ruiz said she would stay, at noon</figcaption></figure>",
            "<p class='article__sub-title'>Ana Ruiz says the old ferry will not be missed by anybody.</p>",
            "<div class='marn-cta-wrap'><p>Members keep us going, and they get all of our stories.</p></div>",
            "<p><strong>Best Holiday Gifts</strong></p><ul><li><a href='/g'>Top goats</a></li></ul>",
            "<p><strong>What Comes Next</strong></p><ul><li>The <a href='/g'>wall</a> is closed.</li></ul>",
        )
        page = html().replace(f"<p>{PARAGRAPHS[2]}</p>", "".join(around) + f"<p>{PARAGRAPHS[2]}</p>")
        (tmp_path / "a.html").write_text(page, encoding="utf-8")
        reading = sr.read(tmp_path)
        kinds = {row.text: row.kind for row in reading.sentences.itertuples()}
        assert [kinds[line] for line in ("‘Nobody asked us’", "Who pays for it?")] == ["heading"] * 2
        assert kinds["‘A ferry without a crew’"] == "heading"
        assert kinds["Minister says bridge is safe after all"] == "furniture"
        missed = "In case you missed it: Ana Ruiz warns of a storm that could close the port"
        assert kinds[missed] == "furniture"
        boxes = ("Ferries out: Storm closes the port", "Halden Water plc", "12.41")
        assert [kinds.get(line, "furniture") for line in boxes] == ["furniture"] * 3
        assert {kinds[line] for line in kinds if line.startswith("Dam leaks") or "Goat" in line} == {"furniture"}
        assert kinds["The board asked the shipyard twice for the date of the launch"] != "furniture"
        assert kinds["One thing: the port stays open."] == "text"
        assert kinds.get("Five stories, every weekday at six.", "furniture") == "furniture"
        assert kinds.get("Ben Holm shows the gate he says will fail", "caption") == "caption"
        assert kinds["Ana Ruiz said on Monday that the bridge at Marn would be closed for a year."] == "text"
        assert kinds.get("Ana Ruiz said she would stay, at noon", "caption") == "caption"
        assert kinds["Ana Ruiz says the old ferry will not be missed by anybody."] == "heading"
        assert kinds["Best Holiday Gifts"] == "furniture" != kinds["What Comes Next"]
        assert kinds.get("Members keep us going, and they get all of our stories.") in (None, "furniture")
        again = sr.read(reading.articles)
        assert again.sentences[["text", "kind"]].equals(reading.sentences[["text", "kind"]])

    def test_captions_of_galleries_offers_and_what_introduces_links_are_no_text(self, tmp_path):
        around = (
            "<ol><li><img src='1.jpg'><p>Ben Holm said he would sweep.</p></li><li><img src='2.jpg'><p>Gull.</p></ol>",
            "<p><img src='3.jpg'><br><em>Ben Holm said that he would stay.</em></p>",
            "<p><img src='4.jpg'></p><p><i>Ben Holm shows the crack that he says is new.</i></p>",
            "<p id='article-summary'>Ben Holm says that nobody will miss the ferry.</p>",
            "<div class='sponsor'><p>Why we love Holm soups, says Ben Holm.</p></div>",
            "<p>Do not miss these stories:</p><ul><li><a href='/g'>Goat wins</a></li><li><a href='/h'>Out</a></ul>",
            "<p><img src='5.gif'> The board met on <em>Monday</em> in the rain.</p>",
            "<p><em>Nobody knows what the ferry cost in the end.</em></p>",
            "<ul><li><img src='6.jpg'><p>The ferry is red.</p></li><li><p>The ferry is old.</p></li></ul>",
            "<ul><li><img src='7.gif'>The port is small.</li><li><img src='7.gif'>The port is deep.</li></ul>",
            "<p>The board gave three reasons:</p><ul><li><a href='/g'>Rain</a>, which fell.</li><li>It blew.</li></ul>",
        )
        page = html().replace(f"<p>{PARAGRAPHS[2]}</p>", "".join(around) + f"<p>{PARAGRAPHS[2]}</p>")
        (tmp_path / "a.html").write_text(page, encoding="utf-8")
        sentences = sr.read(tmp_path).sentences
        text = sentences.loc[sentences["kind"] == "text", "text"].tolist()
        kept = ["The board met on Monday in the rain.", "Nobody knows what the ferry cost in the end."]
        kept += ["The ferry is red.", "The ferry is old.", "The port is small.", "The port is deep."]
        kept += ["The board gave three reasons:", "Rain, which fell."]
        between = text[text.index(PARAGRAPHS[1]) + 1 :]
        assert between[: len(kept) + 2] == [*kept, "It blew.", PARAGRAPHS[2]]

    def test_what_a_browser_shows_in_quotation_marks_has_them(self, tmp_path):
        quoted = "<p><q>We may <i>not</i></q>, said Ana Ruiz, <q>and nobody should.</q></p><p>The end.</p>"
        (tmp_path / "a.html").write_text(html().replace("</article>", quoted + "</article>"), encoding="utf-8")
        assert only(tmp_path)[0].text.endswith("\n\n“We may not”, said Ana Ruiz, “and nobody should.”\n\nThe end.")

    @pytest.mark.parametrize(
        ("block", "kept"),
        [
            ("<div>{}</div>", True),
            ("<div class='lead'><b>{}</b></div>", True),
            ("<div class='photo-text'>{}</div>", False),
            ("<div><img src='a.jpg'>{}</div>", False),
            ("<div>{} and more</div>", False),
        ],
    )
    def test_a_block_among_paragraphs_is_one_where_nothing_speaks_against_it(self, tmp_path, block, kept):
        line = "The board has asked two yards for an offer, and one has answered."
        long = [*PARAGRAPHS] * 3
        page = html(paragraphs=[*long, "LINE", "The end."]).replace("<p>LINE</p>", block.format(line))
        (tmp_path / "a.html").write_text(page, encoding="utf-8")
        assert only(tmp_path)[0].text.split("\n\n") == [*long, *[line] * kept, "The end."]

    @pytest.mark.parametrize("tag", ["div", "section", "center", "article"])
    def test_no_line_of_a_text_without_paragraphs_is_lost(self, tmp_path, tag):
        lines = "<br>".join(PARAGRAPHS)
        (tmp_path / "a.html").write_text(f"<html><body><h1>Ferry may be late</h1><{tag}>{lines}</{tag}></body></html>")
        assert only(tmp_path)[0].text.split("\n")[-len(PARAGRAPHS) :] == [*PARAGRAPHS]

    def test_a_text_that_the_page_has_only_in_its_declaration_keeps_its_paragraphs(self, tmp_path):
        declared = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "articleBody": "\n".join(PARAGRAPHS)})
        script = f"<script type='application/ld+json'>{declared}</script>"
        (tmp_path / "a.html").write_text(f"<html><head>{script}</head><body><div id='root'></div></body></html>")
        assert only(tmp_path)[0].text == "\n\n".join(PARAGRAPHS)

    def test_what_the_page_sets_off_as_a_quotation_or_in_bold(self, tmp_path):
        around = (
            "<blockquote><p>The gate will be shut.</p>— Ana Ruiz (@anaruiz) May 3, 2024</blockquote>",
            "<p><strong>Who pays for the gate?</strong></p>",
        )
        page = html().replace(f"<p>{PARAGRAPHS[2]}</p>", "".join(around) + f"<p>{PARAGRAPHS[2]}</p>")
        (tmp_path / "a.html").write_text(page, encoding="utf-8")
        article, _ = only(tmp_path)
        parts = [part.split() for part in article.layout.split("; ")]
        assert [(article.text[slice(*map(int, span.split("-")))], kind) for span, kind in parts][-3:] == [
            ("The gate will be shut.", "quotation"), ("— Ana Ruiz (@anaruiz) May 3, 2024", "quotation"),
            ("Who pays for the gate?", "bold"),
        ]  # fmt: skip
        statements = sr.read(tmp_path).statements
        assert statements.loc[statements["text"] == "The gate will be shut.", "speaker"].tolist() == ["Ana Ruiz"]

    def test_the_points_of_a_list_below_a_colon_are_what_somebody_said(self, tmp_path):
        points = "<p>Ruiz also said:</p><ul><li>The old gate leaks.</li><li>The port may be <b>shut</b>.</li></ul>"
        related = "<p>More on the port:</p><ul><li><a href='/1'>Goats fined on the quay</a></li></ul>"
        page = html().replace(f"<p>{PARAGRAPHS[2]}</p>", f"{points}<p>{PARAGRAPHS[2]}</p>{related}")
        (tmp_path / "a.html").write_text(page, encoding="utf-8")
        statements = sr.read(tmp_path).statements
        found = {row.text: (row.speaker, row.voice) for row in statements.itertuples()}
        assert found["The old gate leaks."] == found["The port may be shut."] == ("Ana Ruiz", "indirect")
        assert "Goats fined on the quay" not in {text for text, who in found.items() if who[0] == "Ana Ruiz"}

    def test_the_author_is_kept_and_the_title_is_without_the_outlet(self, tmp_path):
        head = (
            "<title>Ferry may be late | News | The Marn Post</title>"
            '<meta name="author" content="By Ana Ruiz and Ben Holm"><meta property="og:site_name" content="marnpost">'
            '<link rel="canonical" href="https://www.marnpost.example/2026/ferry">'
        )
        (tmp_path / "a.html").write_text(html(head=head), encoding="utf-8")
        article, _ = only(tmp_path)
        assert (article.title, article.outlet, article.author) == (
            "Ferry may be late", "The Marn Post", "Ana Ruiz; Ben Holm",
        )  # fmt: skip
        (tmp_path / "sources.csv").write_text("file,author\na.html,Ida Holm\n")
        assert only(tmp_path)[0].author == "Ida Holm"

    def test_an_encoding_that_the_page_declares_is_no_guess(self, tmp_path):
        page = html(charset="windows-1252").encode("cp1252")
        (tmp_path / "a.html").write_bytes(page)
        article, reasons = only(tmp_path)
        assert "“We cannot" in article.text
        assert not any("1252" in reason for reason in reasons)
        (tmp_path / "a.html").write_bytes(page.replace(b'charset="windows-1252"', b"lang=en"))
        assert any("Windows-1252" in reason for reason in only(tmp_path)[1])

    def test_an_unknown_encoding_is_refused(self, tmp_path):
        (tmp_path / "a.html").write_bytes(html(charset="gbk").encode("cp1252"))
        (problem,) = read_articles(tmp_path).problems
        assert (problem.outcome, "the encoding gbk" in problem.reason) == ("refused", True)

    def test_what_a_browser_does_not_show_is_said_by_nobody(self, tmp_path):
        unseen = ("<p hidden>Ben Holm said X.</p>", "<template><p>Ben Holm said Y.</p></template>",
                  '<p style="display:none">Ben Holm said Z.</p>', "<div hidden=''><p>Ben Holm said A.</p></div>",
                  "<p hidden='until-found'>Ben Holm said that this can be found.</p>")  # fmt: skip
        (tmp_path / "a.html").write_text(html().replace("</article>", "".join(unseen) + "</article>"))
        article, _ = only(tmp_path)
        assert article.text == "\n\n".join([*PARAGRAPHS, "Ben Holm said that this can be found."])

    def test_little_text_is_said(self, tmp_path):
        (tmp_path / "a.html").write_text(html(paragraphs=["Subscribe to read on."]), encoding="utf-8")
        assert any("check that the article is complete" in reason for reason in only(tmp_path)[1])

    def test_a_page_without_an_article_is_refused(self, tmp_path):
        (tmp_path / "a.html").write_text("<html><body><script>said()</script></body></html>")
        (problem,) = read_articles(tmp_path).problems
        assert problem.outcome == "refused" and "no article on this page" in problem.reason

    def test_a_large_picture_inside_the_page_hides_nothing(self, tmp_path):
        picture = f'<img src="data:image/png;base64,{"A" * 11_000_000}">'
        (tmp_path / "a.html").write_text(html().replace("<article>", picture + "<article>"), encoding="utf-8")
        assert only(tmp_path)[0].text == "\n\n".join(PARAGRAPHS)

    @pytest.mark.parametrize(("depth", "read"), [(200, True), (300, False)])
    def test_a_page_that_the_parser_leaves_in_its_middle_is_refused(self, tmp_path, depth, read):
        deep = "<div>" * depth + "<p>x</p>" + "</div>" * depth
        (tmp_path / "a.html").write_text(html().replace("</article>", f"{deep}<p>The end.</p></article>"))
        intake = read_articles(tmp_path)
        if read:
            assert intake.articles[0].text.endswith("The end.")
        else:
            assert not intake.articles and "what follows them is not read" in intake.problems[0].reason

    def test_a_page_that_takes_too_long_is_refused_and_the_next_is_read(self, tmp_path, monkeypatch):
        monkeypatch.setattr(web_pages, "TIME_LIMIT", 2.0)
        (tmp_path / "a.html").write_text("<html><body><p>" + "<em>a</em> " * 600_000)
        (tmp_path / "b.html").write_text(html(), encoding="utf-8")
        intake = read_articles(tmp_path)
        assert [article.file for article in intake.articles] == ["b.html"]
        assert [problem.file for problem in intake.problems if problem.outcome == "refused"] == ["a.html"]
        assert "within 2 seconds" in intake.problems[0].reason

    @pytest.mark.parametrize(
        "body",
        ["<div>" * 50_000, "<table><tr><td>" * 5_000, "<ul><li>" * 5_000, "<!--" * 10_000, "<" * 50_000],
    )
    def test_a_page_of_nothing_but_marks_ends_nothing(self, tmp_path, body):
        (tmp_path / "a.html").write_text(f"<html><body>{body}")
        (tmp_path / "b.html").write_text(html(), encoding="utf-8")
        intake = read_articles(tmp_path)
        assert "b.html" in [article.file for article in intake.articles] and intake.sources == 2

    def test_the_extractor_leaves_no_process_behind(self, tmp_path):
        (tmp_path / "a.html").write_text(html(), encoding="utf-8")
        with web_pages.PageReader() as reader:
            reader.read((tmp_path / "a.html").read_bytes())
            process = reader.process
        assert process.poll() is not None

    def test_no_page_makes_it_go_to_the_network(self):
        """The worker is run where every connection, and every look-up of a name, is an error that ends it."""
        page = html(head=HEAD + '<base href="http://marnpost.example/"><link rel="amphtml" href="/amp">')
        code = (
            "import os, runpy, sys\n"
            "def hook(event, _):\n"
            "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname'): os._exit(9)\n"
            "sys.addaudithook(hook)\n"
            "runpy.run_path(sys.argv[1], run_name='__main__')"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(web_pages.WORKER)],
            input=json.dumps({"page": page, "url": "https://www.marnpost.example/x"}) + "\n",
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert json.loads(done.stdout.splitlines()[1])["title"] == "Ferry may be late"


def test_without_the_extractor_a_page_is_refused_with_what_to_install(tmp_path, monkeypatch):
    worker = tmp_path / "worker.py"
    code = web_pages.WORKER.read_text(encoding="utf-8")
    worker.write_text(code.replace("import trafilatura", "import not_there_at_all"))
    monkeypatch.setattr(web_pages, "WORKER", worker)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("a.html", "b.html"):
        (folder / name).write_text(html(), encoding="utf-8")
    (folder / "c.txt").write_text("Ana left.")
    intake = read_articles(folder)
    assert [article.file for article in intake.articles] == ["c.txt"]
    assert [problem.outcome for problem in intake.problems] == ["refused", "refused"]
    assert all("pip install trafilatura" in problem.reason for problem in intake.problems)


def test_an_extractor_that_does_not_start_refuses_pages_and_nothing_else(tmp_path, monkeypatch):
    worker = tmp_path / "worker.py"
    worker.write_text("raise SystemExit(1)")
    monkeypatch.setattr(web_pages, "WORKER", worker)
    (tmp_path / "a.html").write_text(html(), encoding="utf-8")
    (tmp_path / "b.txt").write_text("Ana left.")
    told = {problem.file: problem.reason for problem in read_articles(tmp_path).problems}
    assert "its process does not start" in told["a.html"] and "b.txt" not in told


def test_a_page_too_large_is_refused_unread(tmp_path):
    with (tmp_path / "a.html").open("wb") as file:
        file.truncate(6 * 2**30)
    (problem,) = read_articles(tmp_path).problems
    assert "MB, more than 20 MB" in problem.reason


def test_a_page_with_too_much_markup_is_refused_before_it_is_extracted(tmp_path, monkeypatch):
    monkeypatch.setattr(web_pages, "MARKUP_LIMIT", 3_000)
    picture = f'<img src="data:image/png;base64,{"A" * 9_000}">'
    (tmp_path / "large.html").write_text(f"<html><p>{'Ana left. ' * 400}</p></html>")
    (tmp_path / "picture.html").write_text(f"<html>{picture}<p>Ana left.</p></html>")
    reasons = {problem.file: problem.reason for problem in read_articles(tmp_path).problems}
    assert "4,020 characters of markup, more than 3,000); save the article's text as .txt" in reasons["large.html"]
    assert "markup" not in reasons.get("picture.html", "")


def test_the_folder_that_a_browser_saves_with_a_page_is_left_out_and_said(tmp_path):
    (tmp_path / "a.txt").write_text("Ana left.")
    (tmp_path / "b.html").write_bytes(b"%PDF")
    (tmp_path / "b_files").mkdir()
    (tmp_path / "b_files" / "style.css").write_text("p {}")
    (tmp_path / "c_files").mkdir()
    (tmp_path / "c_files" / "c.txt").write_text("Tom left.")
    intake = read_articles(tmp_path)
    assert [article.file for article in intake.articles] == ["a.txt", "c_files/c.txt"]
    told = {problem.file: (problem.outcome, problem.reason) for problem in intake.problems}
    assert told["b_files"][0] == "warned" and "saved with the page b.html" in told["b_files"][1]
    assert (told["b.html"][0], intake.sources) == ("refused", 3)
