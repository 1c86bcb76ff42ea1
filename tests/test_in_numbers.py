"""A probability in words: readers are never said to have been asked about a phrase that nobody asked about."""

import csv
import re
from dataclasses import asdict
from types import SimpleNamespace

import pytest

import sourcereading as sr
from sourcereading.analysis import findings, probabilities
from sourcereading.certainty.in_numbers import asked_about, in_numbers, range_lines
from sourcereading.certainty.marks import Mark
from sourcereading.certainty.probability import reading as range_of
from sourcereading.report import charts
from sourcereading.report.annotated_text import Article, annotated_text
from sourcereading.report.article_page import article_page
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import tokens

WORDED = [
    # basis, sentence, what pages say of its probability, and whether this stands in the line of the text, too
    ("survey", "A truce is likely.", "nine in ten readers say 60–90 %", True),
    ("survey", "There is only a remote chance of rain.", "nine in ten readers say 1–20 %", True),
    ("synonym", "The odds are roughly equal.", "of “about even”, nine in ten readers say 49–51 %", True),
    ("synonym", "It is all but certain.", "of “almost certain”, nine in ten readers say 88–99 %", True),
    ("proxy", "The dam could burst.", "a wide range: of “could happen”, nine in ten readers say 10–70 %", False),
    ("numeric", "There is a 60 percent chance of rain.", "stated: 60 %", False),
    ("numeric", "There is a one in five chance.", "stated: 20 %", True),
    ("numeric", "There is at least a 60 percent chance of rain.", "stated: at least 60 %", False),
    ("numeric", "There is less than a 20 percent chance.", "stated: at most 20 %", False),
    ("numeric", "There is a 45 to 75 percent chance of rain.", "stated: 45–75 %", False),
    ("none", "The chances are growing.", "no number", False),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "text", "said", "in_line"), WORDED)
def test_every_place_words_a_probability_alike(basis, text, said, in_line):
    reading = sr.read([text])
    (mark,) = reading.certainty[reading.certainty["basis"] != ""].itertuples()
    said = said.replace(" %", "\xa0%")
    assert (mark.basis, in_numbers(mark)) == (basis, said)
    assert range_lines(mark)[0].startswith(said)
    assert f"“{mark.text}” ({said})" in findings.which_probabilities(reading)
    chart = charts.probability_ranges(reading)
    assert said in chart.alt
    if mark.type == "probability" and basis != "none":
        assert chart.title == f"One probability: “{mark.text}” ({said})"
    tags = re.findall(r'a-range"> <span>\[([^\]]*)\]', annotated_text(Article.of(reading, mark.article_id)))
    assert tags == ([said] if in_line else [])
    assert said in article_page(reading)  # the table of marks


def test_the_card_at_the_top_says_who_was_asked_about_what():
    page = article_page(sr.read(["The odds are roughly equal, Ana Ruiz said."]))
    assert "Probability: <bdi>“roughly equal” [of “about even”, nine in ten readers say 49–51\xa0%]</bdi>" in page


def rows_of_phrases():
    with data_path("probability", "phrases.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows_of_phrases(), ids=lambda row: row["phrase"])
def test_readers_are_said_to_have_been_asked_only_what_they_were_asked(row):
    phrase = row["phrase"]
    found = range_of(Mark(0, len(phrase), "probability", "scale", "", ""), tokens(phrase))
    mark = SimpleNamespace(text=phrase.capitalize(), **asdict(found))
    said = in_numbers(mark)
    assert mark.basis == row["basis"]
    assert said == "no number" if row["basis"] == "none" else "nine in ten readers say" in said
    named = re.findall(r"of “(.+?)”, nine", said)
    assert named == ([row["readers"]] if row["basis"] in ("synonym", "proxy") else [])
    assert asked_about(mark) != phrase
    assert said.startswith("a wide range") is (row["basis"] == "proxy")


def test_the_band_of_an_official_scale_has_its_own_word():
    marks = sr.read(["The odds are roughly equal. It is virtually certain. He will probably come."]).certainty
    lines = [range_lines(mark)[-1].replace("\xa0", " ") for mark in marks[marks["basis"] != ""].itertuples()]
    assert lines == [
        "ICD-203 “roughly even chance”: 45–55 %", "IPCC-AR5/AR6 “virtually certain”: 99–100 %",
        "ICD-203 “probably”: 55–80 %",
    ]  # fmt: skip


TEXT = (
    "The gate could jam, Ana Ruiz said. The pump could fail, she said. “It could leak,” said Ben Holm. "
    "The chances of a deal are roughly equal, Ruiz said. The bridge could close."
)


def test_the_same_phrase_is_one_row_and_the_probability_comes_first():
    rows = probabilities.phrases(sr.read([TEXT]).certainty)
    assert rows[["text", "times"]].values.tolist() == [["roughly equal", 1], ["could", 4]]
    assert rows["said_by"].tolist() == ["Ana Ruiz", "Ana Ruiz\xa0(2), Ben Holm, 1 other"]


def test_from_low_to_high_then_without_a_number_then_mere_possibility():
    text = "It may rain. Perhaps it snows. The chances are growing. A deal is likely. It is unlikely. It is LIKELY."
    rows = probabilities.phrases(sr.read([text]).certainty)
    assert rows["text"].str.lower().tolist() == ["unlikely", "likely", "chances are growing", "perhaps", "may"]
    assert rows.set_index("text").loc["likely", "times"] == 2


def test_chart_and_finding_count_the_same():
    reading = sr.read([TEXT])
    assert probabilities.counted(reading.certainty) == [
        "1 phrase that gives a probability", "4 words of possibility that readers were asked about",
    ]  # fmt: skip
    said = findings.which_probabilities(reading)
    assert said.startswith("1 phrase gives a probability: ")
    assert ". 4 words say only that something is possible: “could” 4 times (" in said
    assert charts.probability_ranges(reading).title.startswith("One probability: “roughly equal”")


def drawn(chart):
    return [text.get_text() for text in chart.figure.texts]


def test_a_bound_is_a_number_on_the_chart():
    chart = charts.probability_ranges(sr.read(["There is less than a 20 percent chance, Ana Ruiz said."]))
    assert chart.title == "One probability: “less than a 20 percent chance” (stated: at most 20\xa0%)"
    assert "without a number" not in " ".join(drawn(chart))


def test_where_nothing_gives_a_probability_the_chart_says_so():
    assert charts.probability_ranges(sr.read(["It may rain."])).title.startswith("No phrase gives a probability; ")
    several = charts.probability_ranges(sr.read(["The chances are growing. The odds are against a deal."]))
    assert several.title == "No number for 2 phrases that give a probability"


@pytest.mark.parametrize("articles", [1, 40])
def test_a_chart_of_many_phrases_has_few_rows_and_keeps_the_ends(articles):
    said = [f"There is a {number} percent chance of rain, Ana Ruiz said." for number in range(3, 97, 2)]
    said += ["It could snow, said Ben Holm."] * 20 + ["The odds of a deal are 50 percent, said Ida Holm."] * 3
    chart = charts.probability_ranges(sr.read([" ".join(said[start::articles]) for start in range(articles)]))
    on_it = drawn(chart)
    assert chart.figure.get_size_inches()[1] < 10
    ends = [f"“{number} percent chance” (stated: {number}\xa0%)" for number in (3, 95)]
    assert chart.title == f"Probabilities from {ends[0]} to {ends[1]}"
    assert {"“3 percent chance”", "“95 percent chance”"} <= set(on_it)
    assert len(chart.data) == 49 and any(text.startswith("Not drawn: ") for text in on_it)
    assert not any(text.startswith("“could”") for text in on_it)  # the verb does not bury the numbers


def test_a_narrow_range_can_be_seen():
    chart = charts.probability_ranges(sr.read(["The odds are roughly equal, Ana Ruiz said."]))
    (axes,) = chart.figure.axes
    bars = [bar for bar in axes.patches if bar.get_x() > 45.1 and bar.get_width() < 10]
    median = axes.lines[-1].get_ydata()[0]
    assert bars and all(bar.get_width() >= 1.2 for bar in bars)
    assert all(median < bar.get_y() for bar in bars)  # above the bars (y goes down), not across them
