"""Defused and restored cells: a spreadsheet runs nothing in a saved table, and every cell comes back as it was."""

import csv

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import sourcereading as sr
from sourcereading.reading.files import defuse, load_csv, save_csv, undefuse
from sourcereading.reading.schema import SCHEMAS, table

# Characters that spreadsheets, CSV and pandas take for something else, and a few that they do not.
TEXTS = st.text(st.sampled_from("='+-@\t\n\r＝\"',;0aNé“ \u202e\x00"), max_size=6) | st.sampled_from(
    ["NA", "nan", "None", "", "1e5", "007", "True", "'=1+1", "''", "=cmd|' /C calc'!A0", "\ufeffx"]
)
WHAT_RUNS = tuple("=+-@\t\r\n＝＋－＠")


@pytest.mark.parametrize("start", WHAT_RUNS)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(start):
    assert defuse(f"{start}1+1") == f"'{start}1+1"
    assert defuse(f"'{start}1+1") == f"''{start}1+1"


@pytest.mark.parametrize("text", ["", "it’s", "'tis", "a=1", "NA", "“=1”", "''"])
def test_other_text_is_left_alone(text):
    assert defuse(text) == text == undefuse(text)


def test_numbers_are_no_formulas():
    assert defuse(-0.5) == -0.5


@given(TEXTS)
def test_defusing_can_be_undone(text):
    assert not defuse(text).startswith(WHAT_RUNS)
    assert undefuse(defuse(text)) == text


@given(TEXTS, TEXTS)
def test_two_texts_stay_two(one, other):
    assert (defuse(one) == defuse(other)) == (one == other)


@given(rows=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=5))
@example(rows=[("a\rb", "\r\n", "'\r")])
def test_any_text_comes_back_from_the_file(tmp_path_factory, rows):
    path = tmp_path_factory.getbasetemp() / "problems.csv"
    frame = table("problems", rows)
    save_csv([frame], path)
    pd.testing.assert_frame_equal(load_csv(path, "problems"), frame)
    with path.open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert len(cells) == 3 + 3 * len(rows)
    assert not [cell for cell in cells if cell.startswith(WHAT_RUNS)]


def test_offsets_hold_after_loading_an_article_that_begins_like_a_formula(tmp_path):
    text = "=HYPERLINK(1) may open, NA said. “-5 degrees,” said '=Ana.\n\n'+1 could be, it’s said."
    reading = sr.read(pd.DataFrame({"text": [text], "title": ["@dam"], "outlet": ["NA"]}))
    loaded = sr.load(reading.save(tmp_path))
    for name, frame in reading.tables().items():
        pd.testing.assert_frame_equal(getattr(loaded, name), frame)
    (text,) = loaded.articles["text"]
    for name in SCHEMAS:
        if "start" in SCHEMAS[name]:
            for row in getattr(loaded, name).itertuples():
                assert text[row.start : row.end] == row.text
    assert (tmp_path / "articles.csv").read_text("utf-8").splitlines()[1].count("'=HYPERLINK(1)") == 1


def test_pandas_alone_reads_the_tables_as_the_codebook_says(tmp_path):
    sr.read(["“It may rain,” said NA.\n\n=1+1 is two, said 007."]).save(tmp_path)
    frame = pd.read_csv(
        tmp_path / "statements.csv", keep_default_na=False, na_values=[""], dtype={"speaker": "str"}
    )
    assert "NA" in frame["speaker"].tolist()
    assert frame["certainty_score"].dtype == "float64"
    words = frame["text"].str.replace(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", regex=True)
    assert [text for text in words if text.startswith("=1+1")]
