"""Predict first: the plain sentences to answer about, and the program's answers folded below the reader's."""

import re

import pytest

import sourcereading as sr
from sourcereading.text.paths import ReaderError

# Invented.
TEXT = (
    "Port Halden\n\nThe bridge may close, said Ana Ruiz. “We will wait,” said Ben Holm. It rained. "
    "“Ruiz told me the <b>army</b> would leave,” Holm said. Ida Holm called it a terrible failure and a disgrace."
)


@pytest.fixture(scope="module")
def bridge():
    return sr.read([TEXT])


def cells(shown):
    """The cells of what is shown, row by row, without the head."""
    rows = re.findall(r"<tr>(<td.*?)</tr>", shown.markup)
    return [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in rows]


def test_a_sheet_has_the_sentences_of_the_text_in_order_without_marks_and_room_to_write(bridge):
    sheet = sr.show_sheet(bridge, "sure", first=2)
    assert cells(sheet) == [
        ["1", "The bridge may close, said Ana Ruiz.", "\xa0"],
        ["2", "“We will wait,” said Ben Holm.", "\xa0"],
    ]
    assert "The first 2 of 5 sentences" in sheet.markup and "Which words say how sure it is?" in sheet.markup
    assert "All sentences" in sr.show_sheet(bridge, "who").markup
    assert "&lt;b&gt;army&lt;/b&gt;" in sr.show_sheet(bridge, "who").markup


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("who", [
            "Ana Ruiz, paraphrased", "Ben Holm, quoted", "the writer",
            "Ben Holm, quoted; Ana Ruiz, paraphrased, told by Ben Holm", "Ida Holm, paraphrased",
        ]),
        ("sure", ["▼ may", "▲ will", "no mark", "no mark", "no mark"]),
        ("issues", ["no issue", "no issue", "no issue", "armed forces and weapons: army", "no issue"]),
    ],
)  # fmt: skip
def test_the_answers_are_those_of_the_tables_sentence_by_sentence(bridge, question, answers):
    assert [row[-1] for row in cells(sr.show_answers(bridge, question))] == answers


def test_a_tone_is_given_with_the_words_that_decide_it(bridge):
    tones = [row[-1] for row in cells(sr.show_answers(bridge, "tone"))]
    assert tones[2] == "neither, or unsure" and re.match("bad: .*terrible −", tones[4])


def test_frequent_words_have_a_sheet_of_five_lines_and_no_column_beside_the_sentences(bridge):
    sheet = cells(sr.show_sheet(bridge, "words", first=1))
    assert sheet == [["1", "The bridge may close, said Ana Ruiz."], *([str(n), "\xa0"] for n in range(1, 6))]
    assert cells(sr.show_answers(bridge, "words", "1: bridge"))[0] == ["1", "bridge", "Holm (3 times)"]


def test_what_a_reader_wrote_stands_beside_the_answer_escaped_under_a_fold(bridge):
    shown = sr.show_answers(bridge, "who", "\n2: Ben <i>Holm</i>\n 1. the writer\n3\n")
    assert [row[2] for row in cells(shown)] == ["the writer", "Ben &lt;i&gt;Holm&lt;/i&gt;", *["\xa0"] * 3]
    assert re.fullmatch(r'<div class="sr-table"><details class="sr-more"><summary>.*</details></div>', shown.markup)


@pytest.mark.parametrize("line", ["Ruiz", "6: Ruiz", "0: Ruiz", "-1 Ruiz"])
def test_a_line_without_a_number_of_the_sheet_is_told_with_what_to_do(bridge, line):
    with pytest.raises(ReaderError, match=f"^'{line}' does not begin with a number of the sheet, 1 to 5: “2: "):
        sr.show_answers(bridge, "who", f"1: Ruiz\n{line}\n")


def test_lines_that_a_notebook_has_for_more_sentences_than_the_text_stay_empty(bridge):
    shown = sr.show_answers(bridge, "who", "\n1:\n2: Ruiz\n6:\n")
    assert [row[2] for row in cells(shown)] == ["\xa0", "Ruiz", *["\xa0"] * 3]


def test_another_article_is_shown_by_its_id_and_an_unknown_question_names_those_there_are(practice):
    second = practice.articles["article_id"].iloc[1]
    assert "TOWN TO DROWN" in sr.show_sheet(practice, "who", second).markup
    assert "storm barrier goes to" in sr.show_sheet(practice, "who").markup
    with pytest.raises(ReaderError, match="no article 'x'"):
        sr.show_answers(practice, "who", article_id="x")
    with pytest.raises(ReaderError, match="ask one of words, who, heard, sure, issues, tone and told"):
        sr.show_sheet(practice, "speaker")


def test_what_another_article_tells_too_is_shown_with_its_words():
    first = "The dam will hold until the end of spring, said Ana Ruiz. It rained in the valley."
    other = "Ana Ruiz said the dam will hold until the end of April. Nobody left."
    answers = [row[-1] for row in cells(sr.show_answers(sr.read([first, other]), "told"))]
    assert re.fullmatch(".+: the dam will hold until the end of April.", answers[0])
    assert answers[1] == "not found in another article"
