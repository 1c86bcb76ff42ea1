"""What notebooks show: tables, figures, findings."""

import base64
import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import DisplayFormatter, InteractiveShell
from matplotlib.figure import Figure
from PIL import Image
from traitlets.config import Config

import sourcereading as sr
from sourcereading.analysis.names import MANY
from sourcereading.reading.column_help import meanings
from sourcereading.report.markup import Markup, escape, markup_cells
from sourcereading.report.page import Anchors, page
from sourcereading.report.show import (
    NO_PICTURES,
    NOTEBOOK_STYLE,
    finding,
    format_number,
    listed,
    show_figure,
    show_table,
)
from sourcereading.report.software import versions
from sourcereading.report.svg import svg

HOSTILE = "</td></style><script>alert(1)</script><img src=x onerror=alert(1)> & \"q\" 'a' \u202e\x00\x1b[31m"


class Page(HTMLParser):
    """The tags of some HTML with their attributes, and the text of each table cell."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.rows: list[list[str]] = []
        self._cell = False
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self._cell = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._cell = False

    def handle_data(self, data):
        if self._cell:
            self.rows[-1][-1] += data

    def all(self, name: str) -> list[dict]:
        return [attributes for tag, attributes in self.tags if tag == name]


def download(markup: str) -> tuple[str, bytes]:
    link = next(tag for tag in Page(markup).all("a") if tag.get("href", "").startswith("data:text/csv"))
    return link["download"], base64.b64decode(link["href"].split("base64,")[1])


def test_a_table_escapes_every_text_in_it():
    frame = pd.DataFrame({HOSTILE: [HOSTILE]}, index=pd.Index([HOSTILE], name=HOSTILE))
    shown = show_table(frame, HOSTILE, HOSTILE)
    found = Page(shown._repr_html_())
    assert {tag for tag, _ in found.tags} == {
        "style", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "p", "a",
    }  # fmt: skip
    assert not any(name.startswith("on") for _, attributes in found.tags for name in attributes)
    assert shown._repr_html_().startswith(NOTEBOOK_STYLE) and "<style>" not in shown.markup
    assert found.rows[1][1] == HOSTILE.replace("\x00", "␀").replace("\x1b", "␛")


def test_a_table_is_marked_up_for_screen_readers():
    frame = pd.DataFrame({"said": [3, 1]}, index=pd.Index(["Vance", "Bell"], name="speaker"))
    found = Page(show_table(frame, "speakers", "Who speaks", {"said": "statements"}).markup)
    assert [tag.get("scope") for tag in found.all("th")] == ["col", "col", "row", "row"]
    region = next(tag for tag in found.all("div") if tag.get("role") == "group")
    assert (region["aria-label"], region["tabindex"]) == ("Who speaks", "0")
    assert len(found.all("caption")) == 1 and len(found.all("dt")) == 1


def test_the_csv_holds_all_rows_and_reads_back():
    frame = pd.DataFrame(
        {"speaker": ["NA", "Ärzte", 'a "b", c'] * 20, "share": [0.123456789, np.nan, -2] * 20}
    )
    name, data = download(show_table(frame, "who speaks/most", "Who", max_rows=5).markup)
    assert name == "who-speaks-most.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(data), keep_default_na=False, na_values={"share": [""]})
    pd.testing.assert_frame_equal(back, frame, check_dtype=False)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused_in_the_csv_only(start):
    text = f"{start}cmd|' /C calc'!A0"
    shown = show_table(pd.DataFrame({"text": [text], "n": [-1]}), "t", "T").markup
    _, data = download(shown)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[1] == [f"'{text}", "-1"]
    assert escape(text) in shown


def test_long_tables_are_folded_and_very_long_ones_cut():
    frame = pd.DataFrame({"n": range(1000)})
    shown = show_table(frame, "n", "Numbers", max_rows=10).markup
    found = Page(shown)
    assert len(found.rows) == 1 + 10 + 1 + 100
    assert shown.index("<details") < shown.index(">10<")
    assert "100 more rows; 890 further rows are in the CSV" in shown
    assert len(download(shown)[1].splitlines()) == 1001
    assert "; 1 further row is in the CSV" in show_table(frame[:111], "n", "Numbers", max_rows=10).markup
    labels = [tag["aria-label"] for tag in found.all("div") if tag.get("role") == "group"]
    assert len(set(labels)) == 2


@pytest.mark.parametrize(("rows", "folded"), [(20, 0), (21, 0), (23, 0), (24, 4)])
def test_twenty_rows_are_shown_and_one_to_three_more_are_not_worth_folding(rows, folded):
    table = show_table(pd.DataFrame({"n": range(rows)}), "n", "Numbers")
    assert re.findall(r"<summary>(\d+) more rows</summary>", table.markup) == [str(folded)] * (folded > 0)
    assert len(table.text.splitlines()) == 2 + rows - folded


def test_numbers_read_well():
    frame = pd.DataFrame(
        {
            "year": [1.0, np.nan, 2026.0], "share": [1 / 3, 0.5, -0.001], "tiny": [0.01234, 0.0, 0.05],
            "big": [1_000, 1_234_567, -5], "yes": [True, False, True], "text": ["", None, "x"],
        }
    )  # fmt: skip
    rows = Page(show_table(frame, "t", "T").markup).rows
    assert rows[1:] == [
        ["1", "0.33", "0.012", "1,000", "yes", "–"],
        ["–", "0.50", "0.000", "1,234,567", "no", "–"],
        ["2026", "0.00", "0.050", "−5", "yes", "x"],
    ]
    assert format_number(-0.004, 2) == "0.00"


def test_an_empty_table_says_so():
    shown = show_table(pd.DataFrame({"a": [], "b": []}), "t", "What & who", {"a": "one"})
    assert "What &amp; who" in shown.markup and ": none." in shown.markup
    assert repr(shown) == "What & who: none."
    assert not Page(shown.markup).rows and "CSV" not in shown.markup
    with pytest.raises(ValueError, match="has no column 'c'"):
        show_table(pd.DataFrame({"a": []}), "t", "T", {"c": "none"})


def test_columns_of_several_levels_and_same_names_are_shown():
    frame = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "x")]))
    rows = Page(show_table(frame, "t", "T").markup).rows
    assert rows == [["a x", "a x"], ["1", "2"]]


def test_the_frame_is_left_as_it_was():
    frame = pd.DataFrame({"text": ["=1"]}, index=["a"])
    before = frame.copy(deep=True)
    show_table(frame, "t", "T")
    pd.testing.assert_frame_equal(frame, before)
    assert frame.attrs == {}


def test_a_dictionary_that_does_not_fit_its_table_is_an_error():
    with pytest.raises(ValueError, match=r"table 't' has no column 'speeker'; it has speaker"):
        show_table(pd.DataFrame({"speaker": ["a"]}), "t", "T", {"speeker": "who"})


def test_jupyter_shows_html_with_a_plain_text_besides():
    for shown in (finding("Vance <b>says</b> most."), show_table(pd.DataFrame({"a": [1]}), "t", "Title")):
        data, about = DisplayFormatter().format(shown)
        assert data["text/html"] == shown._repr_html_()
        assert data["text/plain"] == repr(shown) and "<p" not in data["text/plain"]
        assert about["sourcereading"]["kind"] == shown.kind
    assert "&lt;b&gt;" in finding("<b>").markup


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """What a notebook's cells run in; ``display_pub.outputs`` is what they show."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}), colors="nocolor")
    shell.display_pub = CapturingDisplayPublisher()
    yield shell
    InteractiveShell.clear_instance()


def shown(shell):
    """What each output says, where it stands, and whether it replaced what stood there."""
    return [
        (output["data"]["text/plain"], output["transient"]["display_id"], output["update"])
        for output in shell.display_pub.outputs
    ]


def test_progress_is_one_line_drawn_anew_that_ends_as_a_sentence(shell, monkeypatch):
    monkeypatch.setattr("sourcereading.report.progress_line._BETWEEN", 0)
    sr.read(["It may rain.", "It will snow.", "It rained.", "It snowed."], progress=sr.progress())
    said, places, replaced = zip(*shown(shell), strict=True)
    assert said == (
        "1 of 4 articles read: text 1", "2 of 4 articles read: text 2", "3 of 4 articles read: text 3",
        "4 articles read.",
    )  # fmt: skip
    assert len(set(places)) == 1 and replaced == (False, True, True, True)


def test_progress_is_not_drawn_more_often_than_anybody_could_read(shell):
    line = sr.progress()
    for number in range(1, 1001):
        line(number, 1000, "<b>")
    said = [text for text, _, _ in shown(shell)]
    assert (
        said[0] == "1 of 1,000 articles read: <b>" and said[-1] == "1,000 articles read." and len(said) < 100
    )
    first, last = (shell.display_pub.outputs[at]["data"]["text/html"] for at in (0, -1))
    assert "&lt;b&gt;" in first and Page(first).all("progress") == [{"value": "1", "max": "1000"}]
    assert last == "<p>1,000 articles read.</p>"


def test_a_second_reading_has_a_progress_line_of_its_own(shell):
    line = sr.progress()
    for _ in range(2):
        line(4, 4, "d.txt")
    (_, first, _), (_, second, replaced) = shown(shell)
    assert first != second and not replaced


def test_few_articles_and_a_terminal_get_no_progress_line(shell, capsys):
    sr.progress()(1, 3, "a.txt")
    shell.display_formatter.active_types = ["text/plain"]
    sr.progress()(1, 9, "a.txt")
    InteractiveShell.clear_instance()
    sr.progress()(1, 9, "a.txt")
    assert shell.display_pub.outputs == [] and capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (
            "read('no/folder')",
            "no/folder: no such file or folder; give a text file, a folder or a table of articles",
        ),
        ("read('seeds', codebook='none.csv')", "none.csv: no such file; restore it or name another"),
        ("read(['It rains.']).save('x', format='xlsx')", "format 'xlsx': use csv or parquet"),
        (
            "load('no')",
            "no: there is no manifest.json of saved tables; name a folder of tables that reading.save has written",
        ),
    ],
)
def test_a_notebook_shows_what_the_reader_can_put_right_as_a_sentence_alone(call, told, shell, capsys):
    shell.run_cell(f"import sourcereading as sr\nsr.{call}")
    said = " ".join(capsys.readouterr().out.split())
    assert said.removeprefix(str(Path.cwd() / "_")[:-1]) == told


def figure():
    made = Figure(figsize=(4, 2))
    made.subplots().bar(["a"], [1])
    return made


def test_a_figure_has_its_text_alternative_and_the_same_bytes_each_time():
    shown = show_figure(figure(), 'Vance & "Bell" speak <most>', "who", data=pd.DataFrame({"n": [1]}))
    found = Page(shown.markup)
    image = found.all("img")[0]
    assert image["alt"] == 'Vance & "Bell" speak <most>'
    assert shown.markup.count(f'"{image["src"]}"') == 2 and image["src"].startswith("data:image/svg+xml;base64,")
    assert int.from_bytes(shown.picture[16:20], "big") == 2 * int(image["width"])
    assert b"Software" not in shown.picture
    assert [link["download"] for link in found.all("a")] == ["who.svg", "who.csv"]
    assert show_figure(figure(), "x", "who").markup == show_figure(figure(), "x", "who").markup
    with pytest.raises(ValueError, match="say in a sentence what it shows"):
        show_figure(figure(), " ", "who")


def test_a_figure_is_drawn_as_png_only_where_one_is_kept_or_lighter(monkeypatch):
    monkeypatch.setenv(NO_PICTURES, "yes")
    assert not show_figure(figure(), "x", "who").picture
    much = figure()
    much.axes[0].plot(*np.random.default_rng(1).random((2, 9_000)), "o")
    shown = show_figure(much, "x", "who")
    assert Page(shown.markup).all("img")[0]["src"].startswith("data:image/png;base64,") and shown.picture


def test_the_few_dots_of_a_rare_colour_keep_it():
    drawn = figure()
    drawn.text(0.1, 0.1, "Many words in black, whose edges have many shades of grey. " * 9, wrap=True)
    for number, colour in enumerate(("#0072b2", "#6a3d9a")):
        drawn.axes[0].plot([2 * number], [0.5], marker="o", color=colour, markersize=4)
    pixels = Image.open(io.BytesIO(show_figure(drawn, "x", "who").picture)).convert("RGB").getcolors(1 << 20)
    for wanted in ((0, 0x72, 0xB2), (0x6A, 0x3D, 0x9A)):
        assert any(max(abs(a - b) for a, b in zip(seen, wanted, strict=True)) < 16 for _, seen in pixels)


def test_a_figure_drawn_narrow_is_shown_on_phones():
    shown = show_figure(figure(), "Bell speaks.", "who", narrow=figure())
    phone, screen = re.search(r"<picture>(<source .*?>)(<img .*?>)</picture>", shown.markup).groups()
    assert 'media="screen and (max-width: 640px)"' in phone and 'alt="Bell speaks."' in screen
    drawing = base64.b64decode(re.search(r'srcset="data:image/svg\+xml;base64,([^"]*)"', phone)[1]).decode()
    assert drawing.count("<title>") == 0 and "<svg" in drawing  # the picture has its text alternative


def test_a_drawing_is_small_well_formed_and_keeps_its_words():
    made = Figure(figsize=(4, 2))
    axes = made.subplots()
    axes.plot([1 / 3, 2 / 3, 0.7], [0.123456789, 1, 2], "o", linestyle="none")
    axes.set_title("1.23456 percent <b> & rotate(-0 1)", parse_math=False)
    text = svg(made, "Vance & <most>")
    drawing = ElementTree.fromstring(text)
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == "Vance & <most>"
    words = [element.text for element in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert "1.23456 percent <b> & rotate(-0 1)" in words
    assert not re.search(r'="[^"]*\d\.\d{3}', text) and "rotate(-0" not in re.sub(r">[^<]*<", "><", text)
    (dots,) = (group for group in drawing.iter("{http://www.w3.org/2000/svg}g") if "style" in group.attrib)
    assert len(dots) == 3 and not any("style" in dot.attrib for dot in dots)
    assert svg(made, "x") == svg(made, "x") and len(text) < 5_500


def test_a_style_that_several_parts_of_a_drawing_have_is_written_once():
    made = Figure(figsize=(4, 2))
    made.subplots().bar([1, 2, 3], [1, 2, 3], color="#123456")
    drawing = ElementTree.fromstring(svg(made))
    (style,) = drawing.iter("{http://www.w3.org/2000/svg}style")
    bars = {part.get("class") for part in drawing.iter("{http://www.w3.org/2000/svg}path") if part.get("clip-path")}
    assert len(bars) == 1 and re.search(rf"\.{bars.pop()}\{{fill:#123456[;}}]", style.text)


def test_versions_name_what_ran():
    parts = versions().set_index("part")["version"]
    assert parts["pandas"] == pd.__version__
    assert {"sourcereading", "Python", "matplotlib", "textblob", "jupyterlab"} <= set(parts.index)


def test_a_page_forbids_scripts_and_escapes_its_title():
    made = page("</title><script>x</script>", "<h1>T</h1>", [("a", "<b>")], home="../index.html")
    found = Page(made)
    assert not found.all("script") and not found.all("b")
    policy = next(tag["content"] for tag in found.all("meta") if "http-equiv" in tag)
    assert "default-src 'none'" in policy and "script-src 'none'" in policy
    assert found.all("html")[0]["lang"] == "en"
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//|@import|url\(", made)


def test_anchors_are_unique_and_never_empty():
    anchors = Anchors()
    assert [anchors.take(text) for text in ("Who speaks?", "who speaks", "???", "main", "Ça va")] == [
        "who-speaks", "who-speaks-2", "section", "main-2", "ça-va",
    ]  # fmt: skip


def test_a_cell_with_markup_of_its_own_is_shown_as_it_is_and_is_plain_text_in_the_csv():
    names = [Markup("a & b", '<a href="#a">a &amp; b</a>'), Markup("=c", '<a href="#c">=c</a>')]
    frame = pd.DataFrame({"words": ["<b>", "two"]}, index=markup_cells(names).rename("name"))
    shown = show_table(frame, "names", "Names").markup
    assert '<th scope="row"><a href="#a">a &amp; b</a></th><td>&lt;b&gt;</td>' in shown
    data = re.search(r'base64,([^"]+)"', shown)[1]
    assert base64.b64decode(data).decode("utf-8-sig") == "name,words\r\na & b,<b>\r\n'=c,two\r\n"


# -- lists that become counts where the articles are many -------------------------------------------------------

SAID = pd.DataFrame(
    {"speaker": ["Ruiz", "Lind", "Ruiz"], "voice": ["direct"] * 3, "text": ["one", "two", "three"]}
)


def listing(rows, articles):
    described = meanings(rows, "statements")
    frame = pd.DataFrame({"article_id": range(articles)})
    return listed(rows, frame, ["speaker", "voice"], "statements", "said", "Who says what", described)


def test_few_articles_are_listed_row_by_row():
    lines = repr(listing(SAID, MANY)).splitlines()
    assert lines[0] == "Who says what"
    assert [line.split()[-1] for line in lines[2:]] == ["one", "two", "three"]


def test_many_articles_are_counted():
    lines = repr(listing(SAID, MANY + 1)).splitlines()
    assert lines[0] == f"Who says what: number of statements, in {MANY + 1} articles"
    assert [line.split() for line in lines[2:]] == [["Ruiz", "quoted", "2"], ["Lind", "quoted", "1"]]


def test_articles_are_counted_of_articles():
    lines = repr(listed(SAID, pd.DataFrame({"article_id": range(MANY + 1)}), ["speaker"], "articles", "a", "A", {}))
    assert lines.splitlines()[0] == f"A: number of articles, of {MANY + 1} articles"


def test_counts_say_where_the_rows_are_and_what_their_columns_mean_in_that_table():
    counted, whole = (listing(SAID, articles)._repr_html_() for articles in (MANY + 1, MANY))
    assert "The rows themselves" in counted and "The rows themselves" not in whole
    assert meanings(SAID, "statements")["speaker"].split(";")[0] in counted


def test_counts_of_words_take_capitals_for_no_difference_and_have_no_order_in_their_caption():
    rows = pd.DataFrame({"text": ["If", "if", "NATO", "if"]}).assign(direction="suspends", type="conditional")
    articles = pd.DataFrame({"article_id": range(MANY + 1)})
    shown = listed(rows, articles, ["direction", "type", "text"], "marks", "marks", "Marks, in order", {})
    lines = repr(shown).splitlines()
    assert lines[0] == f"Marks: number of marks, in {MANY + 1} articles"
    assert [line.split()[2:] for line in lines[2:]] == [["if", "3"], ["NATO", "1"]]


def test_a_long_list_says_what_it_leaves_out():
    rows = pd.concat([SAID] * 100, ignore_index=True)
    page = listing(rows, 1)._repr_html_()
    assert "100 more rows; 180 further rows are in the CSV" in page and "CSV, 300 rows" in page


def test_without_rows_a_list_says_so():
    assert all(repr(listing(SAID[:0], number)).endswith(": none.") for number in (1, MANY + 1))
