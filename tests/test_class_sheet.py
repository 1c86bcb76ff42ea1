"""What a class answered: sheets as they are typed, mistakes that are named, and the pages made of them."""

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest

import sourcereading as sr
from conftest import IN_A_BROWSER
from sourcereading import cli
from sourcereading.analysis.class_poll import class_poll, headline, percent, surprises
from sourcereading.reading.column_help import dictionary
from sourcereading.report.charts.poll import class_poll_chart
from sourcereading.text import typed_tables
from sourcereading.text.paths import ROOT
from sourcereading.text.typed_tables import SheetError, typed_table
from sourcereading_lessons.class_answers import CHOICES, QUESTIONS, expected
from sourcereading_lessons.class_page import agreement, class_page
from sourcereading_lessons.class_sheet import read_sheet
from sourcereading_lessons.lesson import sources
from sourcereading_lessons.plans import OWN, plan

INVENTED = (
    "Invented: the pier\n\nThe pier of Port Halden is closed. It may open in May, Ana Ruiz, the harbor master, "
    "said.\n\n“We promise nothing,” she said. An official told Ruiz that the posts are rotten."
)


@pytest.fixture(scope="module")
def wire():
    return sources("who-says-it", None)


@pytest.fixture(scope="module")
def papers():
    return sources("three-papers", None)


@pytest.fixture
def saved(tmp_path):
    """Saves a sheet and gives its path."""

    def save(text, name="sheet.csv"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(file)

    return save


def empty(question, lesson="who-says-it"):
    """The empty class sheet of a lesson, as rows."""
    text = (ROOT / "teach" / lesson / f"class-{question}.csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def as_csv(rows, separator=","):
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue()


def filled(question, answers, separator=","):
    """The empty sheet of the wire with the answers of students to some lines."""
    rows = empty(question)
    first = rows[0].index("student 1")
    for line, given in answers.items():
        rows[line][first : first + len(given)] = given
    return as_csv(rows, separator)


def question(file, texts):
    (found,) = read_sheet(typed_table(file, "line"), texts).questions
    return found


def given(file, texts):
    """What was answered to each line, by its number."""
    return {
        one.line.number: {" + ".join(parts): times for parts, times in one.given.items()}
        for one in question(file, texts).lines
    }


# --- Tables as they are typed ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "phrase,a,b\nlikely,60,70\n",
        "\ufeffphrase;a;b\r\nlikely;60;70\r\n",
        "phrase\ta\tb\nlikely\t60\t70\n",
        "Class 9b,,\n,,\n Phrase ,a,b,,\n,,,,\nlikely, 60 ,70\n,,\n",
        "sep=;\nphrase;a;b\nlikely;60;70",
        'The "9b";;\nphrase;a;b\nlikely;60;70',
        "phrase;a;b\nlikely;60;70\n".encode("utf-16"),
    ],
)
def test_what_spreadsheets_do_is_no_mistake(text, saved):
    poll = class_poll(saved(text))
    assert sorted(poll.answers["percent"]) == [60, 70]
    assert poll.phrases["asked"].tolist() == ["likely"]


def test_sums_remarks_and_empty_columns_are_no_students(saved):
    sheet = "phrase,a,b,,Total,Notes\nlikely,60,?,,60,one of them laughed\nMean,60,,,,\n"
    poll = class_poll(saved(sheet))
    assert poll.answers[["asked", "percent", "times"]].values.tolist() == [["likely", 60.0, 1]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "sheet.csv: no column is named 'phrase' (the first row has: nothing); start from the empty sheet"),
        ("Name,60\nAna,3\n", "no column is named 'phrase' (the first row has: Name, 60)"),
        ("phrase,a\n\n", "nothing stands below the names"),
        ("phrase,a\nlikely,\n", "sheet.csv, row 2: no number is filled in"),
        ('phrase,a\nlikely,60\n"could,50\n', "sheet.csv, row 3: a double quote is not closed"),
        (b"PK\x03\x04rest", "sheet.csv: a spreadsheet's own file; in the spreadsheet, save it as CSV"),
        ("phrase,a\nlikely,0.6\n", "row 2, column B (a): '0.6' could be 0.6 % or 60 %; write 60"),
        ("phrase,a\n\nlikely,fifty\n", "row 3, column B (a): 'fifty' is no number; write one number from 0 to 100"),
        ("phrase,a,b\nlikely,60,50-60\n", "column C (b): '50-60' is no number"),
        ("phrase,a\nlikely,101\n", "'101' is more than 100"),
        ("phrase,a\nlikely,-5\n", "'-5' is no number"),
        ("phrase,a\nlikely,60\nLikely,70\n", "row 3, column A (phrase): “Likely” is in the sheet twice"),
        ("phrase,a\n,60\n", "row 2, column A (phrase): numbers without a phrase"),
        ("phrase,60-74 %\nlikely,many\n", "row 2, column B (60-74 %): 'many' is no number of hands"),
        ("phrase,a\n" + "likely,no\n" * 9, "and 12 more"),
        ("phrase,a\n" + "".join(f"likely {n},5\n" for n in range(31)), "more than 30 phrases"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_a_remedy(text, said, saved):
    with pytest.raises(SheetError) as error:
        class_poll(saved(text))
    assert said in str(error.value)


def test_a_sheet_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SheetError, match=r"nowhere.csv: cannot be read"):
        typed_table(str(tmp_path / "nowhere.csv"), "phrase")


def test_what_people_write_is_one_answer_only_and_an_answer_that_there_is():
    for name in QUESTIONS:
        known = {*CHOICES.get(name, ()), "no answer", "the writer", "unknown speaker", "no word", "a word"}
        assert {*typed_tables.answers(name).values()} <= known
    rows = (ROOT / "data/lessons/answers.csv").read_text(encoding="utf-8").splitlines()[1:]
    keys = [(row.split(",")[0], row.split(",")[2]) for row in rows]
    assert len(keys) == len({*keys})


# --- A poll ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [("60", 60), ("60%", 60), ("60 %", 60), ("62,5", 62.5), ("60.0", 60), ("0", 0), ("1", 1), ("100", 100),
     ("0,6 %", 0.6), ("60 percent", 60)],
)  # fmt: skip
def test_numbers_as_they_are_typed(text, value):
    assert percent(text) == value


def test_a_poll_says_what_surprises(saved):
    likely = ",".join(map(str, [20, 25, 25, 30, 30, 30, 35, 40]))
    could = ",".join(map(str, [0, 10, 20, 40, 60, 80, 90, 100]))
    sheet = f"phrase,{','.join('abcdefgh')}\nlikely,{likely}\ncould,{could}\nfishy,{'5,' * 7}\n"
    poll = class_poll(saved(sheet))
    assert headline(poll) == "Your middle answer lies outside the readers’ range on 1 of the 2 phrases: “likely”"
    assert [one.replace("\xa0", " ") for one in surprises(poll)] == [
        "You hear “likely” lower than most readers: your middle answer is 30 %; nine in ten readers say 60–90 %.",
        "You differ most on “could”: your answers lie between 0 and 100 %.",
        "1 answer is missing and not counted.",
    ]
    chart = class_poll_chart(poll)
    assert chart.alt.startswith(headline(poll)) and "“fishy”: your class: 5 to 5" not in chart.alt
    assert chart.figure.get_size_inches()[0] > chart.narrow.get_size_inches()[0]


def test_a_class_that_hears_what_readers_hear_is_told_so(saved):
    poll = class_poll(saved("phrase,a,b,c\nlikely,75,75,75\nunlikely,20,20,20\n"))
    said = surprises(poll)
    assert said[:2] == [
        "No phrase surprises: each middle answer lies where nine in ten readers put theirs.",
        "On no phrase do the answers lie apart.",
    ]
    assert "With 3 answers" in said[2]


def test_raised_hands_are_counted_in_bands(saved):
    poll = class_poll(saved("phrase,0-59 %,60-74 %,75 to 100 %\nlikely,3,10,5.0\nunlikely,18,,\n"))
    assert poll.hands and poll.phrases["times"].tolist() == [18, 18]
    assert poll.phrases["class_median"].tolist() == [67, 29.5]
    assert poll.phrases.columns.tolist() == [row[0] for row in dictionary()["poll answers"]]


def test_columns_named_by_numbers_are_students_without_a_percent_sign(saved):
    poll = class_poll(saved("phrase,1,2,60\nlikely,50,60,70\n"))
    assert not poll.hands and sorted(poll.answers["percent"]) == [50, 60, 70]


def test_the_invented_class_of_the_notebook_is_shown():
    shown = sr.show_poll("data/lessons/invented-class.csv")
    assert shown.picture and "class-poll.csv" in shown.markup
    assert shown.text.startswith("You hear “could” higher than most readers")
    assert "<script" not in shown.markup


# --- A class sheet --------------------------------------------------------------------------------------------


def test_answers_are_understood_however_they_are_written(saved, wire):
    sheet = filled("quoted", {4: ["Q", "qouted", "Direct speech", "quoted ", "?", "", "P", "q / p", "Own words"]}, ";")
    assert given(saved(sheet), wire) == {4: {"quoted": 4, "paraphrased": 1, "quoted + paraphrased": 1, "own": 1}}
    sheet = filled("named", {10: ["U", "anonymus", "not named", "N", "-"]}, "\t")
    assert given(saved(sheet), wire) == {10: {"not named": 3, "named": 1, "nobody": 1}}


def test_speakers_are_known_by_a_part_of_the_name_and_with_a_slip(saved, wire):
    answers = ["Marrow", "Ilse Marow", "the minister", "writer", "Askel", "MARROW", "Norland"]
    found = given(saved(filled("whose", {5: answers})), wire)
    assert found == {5: {"Ilse Marrow": 4, "the writer": 1, "Tobin Askel": 1, "norland": 1}}
    assert given(saved(filled("whose", {3: ["ministry", "minster"]})), wire)[3]["the ministry of waters"] == 1


def test_words_of_certainty_are_those_of_the_line(saved, wire):
    answers = ["60 percent chance; if", "If, 60 percent chance", "60 percent", "-", "if nothing is built", "yes"]
    answers += ["chance/if", "fog; haze", "haze / fog"]
    found = question(saved(filled("sure", {2: answers})), wire).lines[0]
    counts = {" + ".join(parts): times for parts, times in found.given.items()}
    assert counts.pop("fog + haze") == 2
    assert counts == {"60 percent chance + if": 3, "60 percent chance": 1, "no word": 1, "if": 1, "a word": 1}
    agree = {parts for parts in found.given if found.key.accepts(parts)}
    assert agree == {("60 percent chance", "if"), ("a word",)}


def test_a_borderline_word_may_be_left_out(wire):
    (source,) = wire
    key = expected("sure", source.marked.lines[10])
    both = expected("sure", source.marked.lines[12])
    assert both.parts == ("promised",) and both.accepts(("promised",))
    assert both.accepts(("no word",)) == any(word.open for word in source.marked.lines[12].words)
    assert key.accepts(("no word",)) and not key.accepts(("if",))


def test_raised_hands(saved, wire):
    rows = empty("quoted")
    rows[4][5:8], rows[5][5:8] = ["20", "6", "2"], ["0", "25.0", ""]
    found = question(saved(as_csv(rows)), wire)
    assert found.hands and found.readers == {"wire": 28} and found.missing == {"wire": 3}
    assert [one.given for one in found.lines] == [
        {("quoted",): 20, ("paraphrased",): 6, ("own",): 2}, {("paraphrased",): 25},
    ]  # fmt: skip


def test_missing_answers_are_counted_for_those_who_answered_anything(saved, wire):
    found = question(saved(filled("quoted", {1: ["o", "", "o"], 2: ["p", "", ""], 3: ["p", "", "p"]})), wire)
    assert found.readers == {"wire": 2} and found.missing == {"wire": 1}


def test_two_questions_and_a_part_of_the_lines_can_be_in_one_sheet(saved, wire):
    sheet = "line,question,Ana,Ben\n1,quoted,o,o\n2,,p,p\n,,,\nline 2,named,n,u\n"
    found = read_sheet(typed_table(saved(sheet), "line"), wire)
    assert [(one.name, len(one.lines)) for one in found.questions] == [("quoted", 2), ("named", 1)]
    page = class_page(plan("who-says-it"), found)
    assert "Ana" not in page.page and "Ben" not in page.page  # no student is on the page
    assert page.table["line"].tolist() == [1, 2, 2, 2]
    assert page.table.columns.tolist() == [row[0] for row in dictionary()["class answers"]]


def test_students_of_three_texts_are_counted_by_text(saved, papers):
    rows = empty("named", "three-papers")
    first = rows[0].index("student 1")
    for row in rows[1:]:
        row[first + ["wire", "tabloid", "long read"].index(row[2])] = "n"
    found = question(saved(as_csv(rows)), papers)
    assert found.readers == {"wire": 1, "tabloid": 1, "long read": 1}
    assert {*found.missing.values()} == {0}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({(4, "student 1"): "banana"}, "row 5, column I (student 1): 'banana' is not among the answers; write"),
        ({(4, "student 2"): "12"}, "row 5, column J (student 2): '12' is not among the answers"),
        ({(4, "student 1"): "q", (4, "line"): "44"}, "row 5, column D (line): '44' is no line; write a number from 1"),
        ({(4, "student 1"): "q", (4, "line"): "3"}, "row 5, column E (begins): line 3 of wire begins “The barrier"),
        ({(4, "student 1"): "q", (4, "question"): "mood"}, "row 5, column question: 'mood' is no question; write one"),
        ({(4, "student 1"): "q", (4, "quoted"): "20"}, "line 4 has raised hands in some columns and answers of"),
        ({(4, "quoted"): "20-"}, "row 5, column F (quoted): '20-' is not among the answers"),
        ({}, "nobody has answered anything; fill in the columns behind “begins”"),
    ],
)
def test_a_damaged_sheet_is_refused_with_row_column_and_remedy(change, said, saved, wire):
    rows = empty("quoted")
    for (row, column), text in change.items():
        rows[row][rows[0].index(column)] = text
    with pytest.raises(SheetError) as error:
        read_sheet(typed_table(saved(as_csv(rows)), "line"), wire)
    assert said in str(error.value)


def test_a_line_twice_and_another_text_s_sheet_are_refused(saved, wire, papers):
    with pytest.raises(SheetError, match="line 2 is in row 2, too; delete one"):
        read_sheet(typed_table(saved("line,question,a\n2,named,n\n2,named,n\n"), "line"), wire)
    with pytest.raises(SheetError, match="no text of this lesson; write wire, tabloid and long read"):
        read_sheet(typed_table(saved("line,question,a\n2,named,n\n"), "line"), papers)


# --- The page -------------------------------------------------------------------------------------------------


def page_of(file, texts, lesson="who-says-it"):
    return class_page(plan(lesson), read_sheet(typed_table(file, "line"), texts))


def plain(page):
    return unescape(re.sub(r"<[^>]+>", " ", page.partition("<body>")[2])).replace("\xa0", " ")


def test_the_page_says_where_a_class_differs_and_how_far_it_agrees(saved, wire):
    answers = {number: ["o"] * 10 for number in (1, 6, 9)} | {number: ["q"] * 10 for number in (4, 7, 8)}
    answers[2] = ["p"] * 4 + ["q"] * 3 + ["o"] * 3
    answers[3] = ["q"] * 9 + [""]
    page = page_of(saved(filled("quoted", answers)), wire)
    text = " ".join(plain(page.page).split())
    assert "10 students; 1 answer missing" in text
    assert "Line 2 A report by the Halden Institute says" in text
    assert text.count("Line ") == 1  # on all others all agree
    assert "You: paraphrased 4, quoted 3, own 3. Key: paraphrased; program: paraphrased." in text
    assert "Most of you answer otherwise than the key on lines 2 and 3." in text
    assert "no person has checked it" in text
    assert page.answers == 79
    assert page.table.loc[page.table["line"] == 3, ["answer", "count", "key"]].values.tolist() == [
        ["quoted", 9, "paraphrased"]
    ]


@pytest.mark.parametrize(
    ("answers", "lead"),
    [
        ({1: ["o"] * 3, 2: ["o"] * 3}, "You all gave the same answer to every line"),
        ({1: ["o"], 2: ["p"]}, "One answer to a line cannot be compared"),
        ({1: ["o"] * 9, 2: ["p"] * 9, 4: ["q"] * 9}, "You read the text in the same way"),
        ({1: ["o", "p", "q"], 2: ["o", "p", "q"], 4: ["o", "p", "q"]}, "You agree no more than by chance"),
    ],
)
def test_agreement_in_words(answers, lead, saved, wire):
    found = agreement(question(saved(filled("quoted", answers)), wire))
    assert found.lead == lead
    assert "nan" not in found.meaning


def test_a_sheet_of_one_s_own_articles_has_no_key_and_says_so(tmp_path, capsys):
    article, out = tmp_path / "pier.txt", tmp_path / "lesson"
    article.write_text(INVENTED, encoding="utf-8")
    assert cli.main(["lesson", str(article), "--out", str(out)]) == 0
    sheet = out / "class-whose.csv"
    rows = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"))))
    assert {row[0] for row in rows[1:]} == {OWN}
    for row in rows[1:]:
        row[5:8] = ["ruiz", "<b>Ben", "=1"]
    sheet.write_text(as_csv(rows), encoding="utf-8")
    assert cli.main(["class", str(sheet)]) == 2
    assert "name its text, too: --articles" in capsys.readouterr().err
    for _ in range(2):  # a second run replaces the page of the first
        assert cli.main(["class", str(sheet), "--articles", str(article)]) == 0
    page = (out / "class-whose-result.html").read_text(encoding="utf-8")
    assert "Nobody has checked this page." in page and ">key<" not in page
    assert "<b>Ben" not in page and "&lt;b&gt;ben" in page
    table = (out / "class-whose-result.csv").read_text(encoding="utf-8")
    assert ",'=1" in table and ",=1" not in table  # no formula
    # A second lesson does not write over what a class has answered.
    assert cli.main(["lesson", str(article), "--out", str(out)]) == 2
    assert "class-whose.csv exists and may have the answers of a class" in capsys.readouterr().err


def test_the_commands_write_beside_the_sheet_and_replace_only_their_own(saved, capsys):
    sheet = saved("phrase,a,b\nlikely,60,70\n", "poll.csv")
    page = Path(sheet).with_name("poll-result.html")
    assert cli.main(["poll", sheet]) == 0 and cli.main(["poll", sheet]) == 0
    assert "Read 2 answers. Open" in capsys.readouterr().out
    assert "What do we hear" in page.read_text(encoding="utf-8")
    page.write_text("mine", encoding="utf-8")
    assert cli.main(["poll", sheet]) == 2
    assert "was not written by this command; name another file with --out" in capsys.readouterr().err
    page.unlink()
    assert cli.main(["poll", sheet]) == 2  # the CSV alone could be anybody's
    assert "poll-result.csv exists" in capsys.readouterr().err
    assert cli.main(["poll", sheet, "--out", sheet]) == 2
    page.with_suffix(".csv").unlink()
    assert cli.main(["class", sheet]) == 2
    assert "no column is named 'line'" in capsys.readouterr().err


class TestOnPaper:
    pytestmark = IN_A_BROWSER

    def test_every_side_of_a_class_fits_on_a4(self, browser, tmp_path):
        long = "; ".join(f"a long answer number {number}" for number in range(9))
        view = browser.new_page(viewport={"width": 900, "height": 1200})
        for name in ("sure", "quoted", "whose"):
            rows = empty(name, "how-sure")
            first = rows[0].index("student 1")
            for number, row in enumerate(rows[1:]):
                some = {"quoted": ["q", "p", "o", "q/p"], "sure": [long, "-", "could"], "whose": [long, "Quill", "w"]}
                row[first : first + 28] = [some[name][(at + number) % len(some[name])] for at in range(28)]
            file = tmp_path / f"{name}.csv"
            file.write_text(as_csv(rows), encoding="utf-8")
            assert cli.main(["class", str(file)]) == 0
            view.goto(file.with_name(f"{name}-result.html").as_uri())
            over = view.evaluate(
                "[...document.querySelectorAll('.a4')].filter(side => side.scrollHeight > side.clientHeight"
                " || side.scrollWidth > side.clientWidth).length"
            )
            assert (over, view.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")) == (0, 2), name
        view.close()


def test_the_answers_of_a_class_are_never_replaced_by_the_result(tmp_path):
    sheet = tmp_path / "poll.csv"
    sheet.write_text("phrase,sentence,s1,s2\nlikely,It is likely that it holds.,70,80\n", encoding="utf-8")
    before = sheet.read_bytes()
    page = tmp_path / "poll.html"
    assert cli.main(["poll", str(sheet), "--out", str(page)]) == 2  # its numbers would be poll.csv
    assert cli.main(["poll", str(sheet), "--out", str(tmp_path / "first.html")]) == 0
    (tmp_path / "first.html").rename(page)
    assert cli.main(["poll", str(sheet), "--out", str(page)]) == 2, "a page of ours is there"
    assert sheet.read_bytes() == before
