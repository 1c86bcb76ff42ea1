"""Lessons on paper: what stands on each page, that it fits on one side, and that ``teach/`` is made of what is here."""

import re
import runpy
from dataclasses import replace
from html import unescape

import pytest

import sourcereading as sr
from conftest import IN_A_BROWSER
from sourcereading import cli
from sourcereading.report import pdf
from sourcereading.text.paths import ROOT
from sourcereading_evaluation import gold_files
from sourcereading_lessons import text_pages
from sourcereading_lessons.differences import differences
from sourcereading_lessons.lesson import of_articles, shipped
from sourcereading_lessons.lines import Said, Word, as_marked, as_read
from sourcereading_lessons.plans import LESSONS, OWN, key_notes, pdf_name, plan
from sourcereading_lessons.printing import all_pages, in_order, is_of

INVENTED = (
    "Invented: the pier\n\n"
    "The pier of Port Halden is closed. It may open in May, Ana Ruiz, the harbor master, said.\n\n"
    "“We promise nothing,” she said. An official told Ruiz that the posts are rotten.\n\n"
    "“Nobody asked us.” The café is full."
)


@pytest.fixture(scope="module")
def pages():
    """Every page of the lessons that come with the project, by lesson and file."""
    return {name: shipped(name) for name in LESSONS}


@pytest.fixture(scope="module")
def keyed(practice):
    """For each practice article, by the id in the keys: as it is marked and as it is read."""
    keys = {name: {row["sha256"]: row for row in gold_files.keys(name)} for name in ("attribution", "certainty")}
    found = {}
    for about in practice.articles.itertuples():
        who, sure = (keys[name][about.sha256] for name in ("attribution", "certainty"))
        read = as_read(practice, about.article_id, about.outlet)
        found[who["id"]] = (as_marked(read, who, sure, key_notes()[who["id"]].unnamed), read)
    return found


def sides(page):
    """How many sides of A4 a page has."""
    return page.count('<section class="a4')


def telling(text):
    reading = sr.read([text])
    return as_read(reading, reading.articles["article_id"].iloc[0], "pier")


def rows(page):
    """The cells of the tables of a page, as text."""
    found = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    cells = (re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in found)
    return [[unescape(re.sub(r"<[^>]+>", "", cell)).replace("\xa0", " ") for cell in row] for row in cells]


# --- The pages that come with the project ---------------------------------------------------------------------


@pytest.mark.parametrize("name", LESSONS)
def test_teach_holds_what_the_lessons_are_made_of_now(name, pages):
    folder = ROOT / "teach" / name
    assert {file.name for file in folder.iterdir()} == set(pages[name])
    old = [file for file, page in pages[name].items() if (folder / file).read_text(encoding="utf-8") != page]
    assert old == [], "run python tools/lessons.py"


@pytest.mark.parametrize("name", LESSONS)
def test_the_pdf_of_a_lesson_is_printed_from_its_pages(name, pages):
    whole, file = all_pages(plan(name), pages[name]), ROOT / "teach" / pdf_name(name)
    assert is_of(file, whole), "run python tools/lessons.py where Chromium is installed"
    printed = file.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == sides(whole) == sum(map(sides, pages[name].values()))
    assert len(printed) < 400_000


def test_the_page_for_teachers_says_which_pages_of_a_pdf_are_which(pages):
    text = (ROOT / "teach" / "README.md").read_text(encoding="utf-8")
    lines = text.partition("## What to print")[2].splitlines()
    table = [line.split("|")[1:5] for line in lines if line.startswith("| ")]
    said = {row[0].strip(): row[1:] for row in table[1:]}
    files = {
        "teacher's page": "teacher", "what readers say of the phrases": "phrases-answers", "ten phrases": "phrases",
        "the text, with numbered lines": "text", "student's sheet": "sheet", "the key": "key",
        "the machine's page": "machine", "the machine's grid": "machine-grid",
    }  # fmt: skip
    assert said.keys() == files.keys()
    for column, name in enumerate(LESSONS):
        assert pdf_name(name) in text
        first = 1
        for file in in_order(pages[name]):
            last = first + sides(pages[name][file]) - 1
            row = next(row for row, stem in files.items() if file == f"{stem}.html")
            wanted = f"{first}–{last}" if last > first else str(first)
            assert re.match(r"[\d–]+", said[row][column].strip())[0] == wanted
            first = last + 1


def test_without_chromium_the_pages_are_made_and_the_pdfs_are_not(tmp_path, monkeypatch, capsys):
    tool = runpy.run_path(str(ROOT / "tools" / "lessons.py"))
    monkeypatch.setitem(tool["main"].__globals__, "TEACH", tmp_path)
    monkeypatch.setitem(tool["main"].__globals__, "LESSONS", LESSONS[:1])
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    assert tool["main"]() == 1
    assert "The PDFs in" in (said := capsys.readouterr().err) and "install Chromium and run this again" in said
    assert (tmp_path / LESSONS[0] / "teacher.html").is_file() and not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("name", [*LESSONS, OWN])
def test_a_lesson_takes_fifty_minutes_and_no_minute_twice(name):
    steps = plan(name).steps
    assert [one.start for one in steps] == [0, *(one.end for one in steps[:-1])]
    assert steps[-1].end == 50


@pytest.mark.parametrize("name", LESSONS)
def test_the_text_and_the_sheet_give_nothing_away(name, pages):
    body = re.sub(r"<style>.*?</style>", "", pages[name]["text.html"], flags=re.DOTALL)
    assert not re.search("[▼▽▲△◌◇≈]|<b>|<em>|<i>", body)
    for row in rows(pages[name]["sheet.html"]):
        if row[0].isdigit():
            assert row[2] == row[4] == "" and row[3] == "quoted · paraphr. · own" and row[5] == "N · U"


def test_every_page_that_says_key_says_that_nobody_checked_it(pages):
    assert all("no person has checked" in found["key.html"] for found in pages.values())


def test_the_key_of_the_wire(pages):
    found = {row[0]: row[1:] for row in rows(pages["who-says-it"]["key.html"]) if row[0]}
    assert found["5"] == ["Ilse Marrow", "paraphrased (said)", "% likely", "N"]
    assert found["8"] == ["Tobin Askel", "quoted (said)", "◌ If; ▲ will; ▲ won't", "N"]
    assert found["10"] == ["an official familiar with the plan", "paraphrased (said)", "▼ could; ◌ if", "U"]
    assert found["11°"] == ["the ministry of waters", "paraphrased (denied)", "", "N"]
    assert found["21–22"] == ["the writer", "the writer’s own words", "", ""]
    assert ["", "the ministry of waters, through Anselm Pryde", "paraphrased (promised)", "", "N"] in rows(
        pages["who-says-it"]["key.html"]
    )


def test_the_machine_s_page_says_where_it_differs(pages):
    found = rows(pages["who-says-it"]["machine.html"])
    at = found.index(["≠", "the program misses “Nobody does” (uncertainty stated in the key)"])
    assert found[at - 1][:2] == ["17", "Jonna Threap"]


def test_the_grid_has_the_planted_differences_of_the_keys(pages):
    table = (ROOT / "data/gold/README.md").read_text(encoding="utf-8").partition("## What differs")[2]
    planted = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")][1:]
    plain = [name.replace('"', "") for name in planted]
    assert [re.sub("[“”]", "", one.name) for one in plan("three-papers").claims] == plain
    assert len(planted) == 13


def test_the_grid_shows_whose_words_where_and_how_sure(pages):
    grid = {row[0]: row[1:] for row in rows(pages["three-papers"]["key.html"])}
    wire, tabloid, long_read = grid["the vote ★"]
    assert wire == "5 “likely to approve the plan” Ilse Marrow, paraphrased · % likely"
    assert tabloid == "8 “all but certain to go her way” Marrow's allies, paraphrased · % all but certain"
    assert long_read.endswith("a senior official who has worked on the plan, partly quoted · % roughly even")
    fleet = grid["Askel on the fleet ★"]
    assert "◌ If" in fleet[0] and "◌" not in fleet[1] and "▼ might" in fleet[2]
    assert grid["the marshes"][2] == "not there" and grid["whom the writer doubts"][0] == "no one"


def test_the_students_grid_is_empty(pages):
    found = [row for row in rows(pages["three-papers"]["sheet.html"]) if len(row) == 4][1:]
    assert len(found) == 6 and all(row[1:] == ["", "", ""] for row in found)


def test_the_ten_phrases_have_what_readers_say(pages):
    found = {row[0]: row[2:] for row in rows(pages["how-sure"]["phrases-answers.html"])[1:]}
    assert len(found) == 10
    assert found["likely"] == ["nine in ten readers say 60–90 %, median 75; ICD-203 “likely”: 55–80 %", "5,146"]
    assert found["roughly even"][0].startswith("of “about even”, nine in ten readers say 49–51 %")


# --- What lessons add to the keys -----------------------------------------------------------------------------


def test_every_place_where_the_program_errs_has_a_reason_and_every_reason_a_place(keyed):
    for article, (key, read) in keyed.items():
        notes = {(key.line_of(note.words).number, note.about) for note in key_notes()[article].machine}
        assert notes == {(one.line, one.words) for one in differences(key, read, article)}, article


def test_every_borderline_mark_of_a_key_has_a_second_reading(keyed):
    for article, (key, _) in keyed.items():
        notes = {key.line_of(note.words).number for note in key_notes()[article].open}
        borderline = {line.number for line in key.lines if any(word.open for word in line.words)}
        assert borderline - notes <= {11}, article  # "In the best" stands with "In the worst", a line above


def test_whoever_a_text_does_not_name_is_a_speaker_of_the_key(keyed):
    for article, (key, _) in keyed.items():
        speakers = {one.speaker for line in key.lines for one in line.said}
        assert set(key_notes()[article].unnamed) <= speakers


@pytest.mark.parametrize("name", ["who-says-it", "how-sure"])
def test_words_that_a_teacher_s_page_gives_a_line_for_are_in_it(name, keyed):
    lesson = plan(name)
    (_, read), = (pair for article, pair in keyed.items() if f"{article}.txt" in lesson.articles)
    said = " ".join((*lesson.questions, *lesson.mistakes))
    found = re.findall(r"“([^”]+)” (?:\(lines?|in line) (\d+)(?: and (\d+))?", said)
    assert found
    for words, *numbers in found:
        for number in filter(None, numbers):
            text = read.lines[int(number) - 1].text.lower()
            assert words.lower().split(",")[0] in text, (words, number)


# --- Any text -------------------------------------------------------------------------------------------------


def test_lines_have_speakers_voices_and_words():
    found = telling(INVENTED)
    assert [line.number for line in found.lines] == [1, 2, 3, 4, 5, 6]
    assert [(one.speaker, one.voice, one.named) for one in found.lines[1].said] == [("Ana Ruiz", "indirect", True)]
    assert [word.text for word in found.lines[1].words] == ["may"]
    assert [(one.speaker, one.named) for one in found.lines[3].said] == [("an official", False)]
    assert found.speakers() == {"Ana Ruiz": True, "an official": False}  # whoever said line 5 is no speaker
    assert text_pages.doubtful(found) == [
        "A speaker concluded from the words before: line 3",
        "No name for the speaker, as far as capital letters show it: line 4",
        "Words whose speaker the program does not know: line 5",
    ]


def test_a_difference_is_said_in_words():
    read = telling(INVENTED)
    text = read.about.text

    def at(words):
        return text.index(words), text.index(words) + len(words)

    may, closed = at("It may open in May"), at("The pier of Port Halden is closed")
    said = [Said("Ben Holm", "indirect", "said", "", True, *may), Said("Ida Holm", "direct", "", "", True, *closed)]
    words = [Word("nothing", *at("nothing"), direction="lowers", type="negated_confidence")]
    key = type(read)(read.about, "", tuple(_marked(line, said, words) for line in read.lines), ())
    found = {(one.line, one.how) for one in differences(key, read, "halden_1_wire")}
    assert {
        (1, "the program does not find the words of Ida Holm"),
        (2, "speaker: Ben Holm in the key, Ana Ruiz by the program"),
        (2, "only the program marks “may” (possibility)"),
        (3, "the program misses “nothing” (uncertainty stated in the key)"),
        (4, "only the program reads words of an official here"),
    } <= found


def _marked(line, said, words):
    return replace(
        line,
        said=tuple(one for one in said if line.start <= one.start < line.end),
        words=tuple(one for one in words if line.start <= one.start < line.end),
    )


def test_a_long_text_is_cut_and_says_so():
    text = "\n\n".join(f"The pier number {number} of Port Halden is closed today." for number in range(90))
    found = telling(f"Invented: the piers\n\n{text}")
    assert 20 < len(found.lines) <= 36 and found.left_out == 90 - len(found.lines)
    assert f"goes on for {found.left_out} sentences more" in text_pages.text(plan(OWN), found, "")


def test_a_lesson_on_other_articles_has_no_key_and_says_so():
    found = of_articles(sr.read([INVENTED]))
    sheets = [f"class-{name}.csv" for name in ("whose", "quoted", "sure", "named")]
    assert list(found) == ["text.html", "sheet.html", "machine.html", "teacher.html", *sheets]
    assert "Nobody has checked this page." in found["machine.html"]
    assert "The program" not in found["sheet.html"]  # the class counts first
    assert "the program counts 2 speakers, 1 named, 1 not." in found["machine.html"]


def test_a_teacher_is_told_to_ask_only_what_the_text_has_a_case_of():
    plain = of_articles(sr.read(["“The gate holds,” said Ana Ruiz. The boats left the quay at noon."]))["teacher.html"]
    asked = ("Is there a sentence with an “if”", "come through somebody else?", "“Denied”: what", "“Will” is taken")
    assert not any(question in plain for question in asked) and "Who is missing?" in plain
    text = "Ana Ruiz said Ben Holm denied that the gate may leak. It will hold, Ida Holm said."
    rich = of_articles(sr.read([text]))["teacher.html"]
    assert all(question in rich for question in asked) and "{" not in rich.partition("</style>")[2]


def test_a_lesson_on_several_articles_has_a_grid_for_the_class_and_one_of_the_machine():
    told = "“The gate will hold every tide behind it{},” said Ana Ruiz. An official said it may snow."
    texts = [told.format(", provided we build it"), told.format(""), "Ana Ruiz said the boats left."]
    found = of_articles(sr.read(texts))
    assert {"grid.html", "machine-grid.html"} < found.keys()
    empty = [row for row in rows(found["grid.html"]) if len(row) == 4]
    assert len(empty) == 8 and all(row[1:] == ["", "", ""] for row in empty[1:])
    assert empty[1][0] == rows(found["machine-grid.html"])[1][0] and empty[-1][0] == "your own:"
    (first, *_) = [row[1:] for row in rows(found["machine-grid.html"])[1:]]
    assert first[0].startswith("1 “The gate will hold every tide behind it, provided we build it,” Ana Ruiz, quoted")
    assert "condition: provided" in first[0] and "provided" not in first[1]
    assert first[2] == "not there; the same speaker here:1 “the boats left.” Ana Ruiz, paraphrased"


def test_a_grid_needs_articles_that_say_one_thing_and_room_for_their_columns():
    alone = of_articles(sr.read(["It rained.", "Ana Ruiz said the boats left."]))
    assert "finds no two texts that say one thing" in alone["machine-grid.html"]
    assert "grid.html" not in of_articles(sr.read([f"It rained on day {number}." for number in range(5)]))


def test_a_sheet_has_rows_high_enough_to_write_in():
    for lines, pages_of_it in ((20, 1), (34, 2)):
        text = "\n\n".join(f"Pier {number} is closed." for number in range(lines))
        page = of_articles(sr.read([text]))["sheet.html"]
        assert sides(page) == pages_of_it
        assert float(re.search(r"--row: ([\d.]+)mm", page)[1]) >= 6.6


def test_an_article_of_one_sentence_or_of_none_that_counts_makes_pages():
    for text in ("The pier is closed.", "Invented: a title only"):
        assert "A4" not in of_articles(sr.read([text]))["sheet.html"].partition("<body>")[2]


def test_the_text_of_an_article_is_data():
    found = of_articles(sr.read(["“<script>run()</script> may hold,” said <b>Ana Ruiz</b>. *So* it is."]))
    for page in (page for file, page in found.items() if file.endswith(".html")):
        assert "<script" not in page and "<b>Ana" not in page


# --- The command ----------------------------------------------------------------------------------------------


def test_the_command_writes_pages_and_replaces_only_its_own(tmp_path, capsys):
    article, out = tmp_path / "pier.txt", tmp_path / "lesson"
    article.write_text(INVENTED, encoding="utf-8")
    for _ in range(2):  # a second run replaces the pages of the first
        assert cli.main(["lesson", str(article), "--out", str(out)]) == 0
    pages = sorted(file.name for file in out.glob("*.html"))
    assert pages == ["machine.html", "sheet.html", "teacher.html", "text.html"]
    assert "Read 1 article." in capsys.readouterr().out
    (out / "grid.html").write_text((out / "text.html").read_text(encoding="utf-8"), encoding="utf-8")
    assert cli.main(["lesson", str(article), "--out", str(out)]) == 0
    assert not (out / "grid.html").exists()  # of an earlier run, on more articles
    (out / "text.html").write_text("mine", encoding="utf-8")
    assert cli.main(["lesson", str(article), "--out", str(out)]) == 2
    assert "text.html exists and was not written by this command" in capsys.readouterr().err
    assert (out / "text.html").read_text(encoding="utf-8") == "mine"


def test_without_chromium_pdf_says_what_to_do_before_anything_is_read(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    (tmp_path / "pier.txt").write_text(INVENTED, encoding="utf-8")
    assert cli.main(["lesson", str(tmp_path / "pier.txt"), "--out", str(tmp_path / "out"), "--pdf"]) == 2
    assert "Open the pages in any browser instead" in capsys.readouterr().err and not (tmp_path / "out").exists()


def test_the_command_names_what_it_refuses(tmp_path, capsys):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "pier.txt").write_text(INVENTED, encoding="utf-8")
    (tmp_path / "articles" / "empty.txt").write_text("", encoding="utf-8")
    articles = str(tmp_path / "articles")
    assert cli.main(["lesson", articles, "--out", str(tmp_path / "out")]) == 3
    assert "refused empty.txt" in capsys.readouterr().err
    assert cli.main(["lesson", articles, "--out", f"{articles}/out"]) == 2
    assert cli.main(["lesson", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]) == 2


class TestOnPaper:
    pytestmark = IN_A_BROWSER

    def test_the_command_prints_all_pages_into_one_pdf(self, tmp_path):
        (tmp_path / "pier.txt").write_text(INVENTED, encoding="utf-8")
        arguments = ["lesson", str(tmp_path / "pier.txt"), "--out", str(tmp_path / "out")]
        assert cli.main([*arguments, "--pdf"]) == 0
        printed = (tmp_path / "out" / "lesson.pdf").read_bytes()
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 4
        assert cli.main(arguments) == 0 and not (tmp_path / "out" / "lesson.pdf").exists()  # it would be of other pages

    def test_every_page_fits_on_one_side_of_a4(self, browser, tmp_path):
        page = browser.new_page(viewport={"width": 900, "height": 1200})
        wrong = []
        for file in sorted((ROOT / "teach").rglob("*.html")):
            page.goto(file.as_uri())
            over = page.evaluate(
                "[...document.querySelectorAll('.a4')].filter(side => side.scrollHeight > side.clientHeight"
                " || side.scrollWidth > side.clientWidth).length"
            )
            sides = page.locator(".a4").count()
            printed = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
            wrong += [(file.name, over, sides, printed)] if over or printed != sides else []
        page.close()
        assert wrong == []


def test_what_is_no_part_of_the_article_is_not_printed_above_it():
    found = telling("Invented: the piers\n\n941 comments\n\nThe pier is closed. It rained all day.\n\nThe boats left.")
    assert "941 comments" not in found.before and len(found.lines) == 3
