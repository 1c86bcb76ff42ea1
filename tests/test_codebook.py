"""data/data-dictionary.md says what every table, column, label and lexicon is, and nothing that is not there."""

import csv
import re

import pandas as pd
import pytest

from sourcereading import certainty
from sourcereading.analysis import sentiment
from sourcereading.attribution import voices
from sourcereading.certainty import probability
from sourcereading.reading import corrections
from sourcereading.reading.column_help import codebook, meanings
from sourcereading.reading.schema import SCHEMAS
from sourcereading.text import companions
from sourcereading.text.paths import ROOT, data_path
from sourcereading.text.sentences import BYLINE, DATELINE, HEADING, TEXT

LABELS = {
    "kind": {TEXT, HEADING, BYLINE, DATELINE},
    "voice": {voices.DIRECT, voices.INDIRECT, voices.MIXED, voices.WRITERS},
    "direction": set(certainty.DIRECTIONS.values()),
    "type": set(certainty.DIRECTIONS),
    "certainty_level": {certainty.level(0.0), "middle", certainty.level(1.0)},
    "scorer": set(sentiment.SCORERS),
    "tone_verdict": set(sentiment.TONES),
    "outcome": {"refused", "warned"},
    "change": set(corrections.CHANGES),
}
DATA_FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (".", "lexicons", "parameters", "probability")
    for path in data_path(folder).glob("*.csv")
)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_table_is_documented_column_by_column(name):
    documented = [(row[0], row[1]) for row in codebook()[name]]
    assert documented == list(SCHEMAS[name].items())


@pytest.mark.parametrize("name", LABELS)
def test_the_values_of_a_label_are_documented(name):
    assert {row[0] for row in codebook()[name]} == LABELS[name]


@pytest.mark.parametrize(
    ("name", "columns"),
    [("corrections.csv", companions.COLUMNS), ("people.csv", companions.PEOPLE_COLUMNS)],
)
def test_a_file_of_corrections_is_documented_column_by_column(name, columns):
    assert [row[0] for row in codebook()[name]] == list(columns)


def test_the_bases_of_a_probability_are_documented():
    with data_path("probability", "phrases.csv").open(encoding="utf-8", newline="") as file:
        used = {row["basis"] for row in csv.DictReader(file)} | {"numeric", probability.Range().basis}
    assert {row[0] for row in codebook()["basis"]} == used


@pytest.mark.parametrize("name", [*LABELS, "basis"])
def test_a_label_has_its_question_an_example_and_a_borderline_case(name):
    for row in codebook()[name]:
        assert len(row) == 4 and all(row), row
        assert "?" in row[1], row


def test_the_direction_of_a_type_is_as_documented():
    for value, question, *_ in codebook()["type"]:
        assert re.search(r"\((\w+)\)$", question)[1] == certainty.DIRECTIONS[value]


@pytest.mark.parametrize("file", DATA_FILES)
def test_a_data_file_is_documented_column_by_column(file):
    with (ROOT / file).open(encoding="utf-8-sig", newline="") as lines:
        columns = next(csv.reader(lines))
    assert [row[0] for row in codebook()[file]] == columns


def test_no_data_file_is_documented_that_is_not_there():
    assert {name for name in codebook() if name.startswith("data/")} == set(DATA_FILES)


def test_every_line_says_something():
    for section, rows in codebook().items():
        names = [row[0] for row in rows]
        assert rows and len(names) == len(set(names)), section
        assert all(all(cells) for cells in rows), section


def test_meanings_are_those_of_the_columns_that_are_shown():
    frame = pd.DataFrame({"speaker": ["Ana Ruiz"], "words": [3]})
    assert list(meanings(frame, "speaker words")) == ["speaker", "words"]
    assert list(meanings(frame.set_index("speaker"), "speaker words")) == ["speaker", "words"]


def test_a_column_or_a_table_the_codebook_does_not_have_is_an_error_that_says_so():
    with pytest.raises(ValueError, match="says nothing of height under 'speakers'"):
        meanings(pd.DataFrame({"height": [1]}), "speakers")
    with pytest.raises(ValueError, match="no table under the heading 'speeches'"):
        meanings(pd.DataFrame(), "speeches")
