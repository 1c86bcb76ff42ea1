"""What no correction may break: the contract of the tables; and an empty file changes nothing."""

import csv

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sourcereading as sr
import test_reading as contract
from sourcereading import certainty, issues
from sourcereading.reading.corrections import CHANGES, Correction, Corrections, Person
from sourcereading.reading.reading import Reading
from sourcereading.reading.schema import table
from sourcereading.text.companions import COLUMNS
from test_corrections import HALDEN, JD

ARTICLES = sr.read(
    [HALDEN, JD + " Tom Brandt claimed that officials said it will “never” rain. “Why?” he said."]
).articles
WORDS = sorted(
    {
        " ".join(text.split()[at : at + n])
        for text in ARTICLES["text"]
        for at in range(30)
        for n in (1, 2, 4, 9)
    }
)
VALUES = [
    "Ana Ruiz",
    "Vance",
    "(writer)",
    "X",
    "direct",
    "indirect",
    "mixed",
    *certainty.DIRECTIONS,
    "reconstruction",
    "security",
]
ROWS = st.builds(
    Correction,
    file=st.just("corrections.csv"), line=st.integers(2, 99), quote=st.sampled_from(WORDS),
    change=st.sampled_from(CHANGES), value=st.sampled_from(VALUES), by=st.sampled_from(["", "Ed Lund"]),
)  # fmt: skip
PEOPLE = st.builds(
    Person,
    file=st.just("people.csv"), line=st.integers(2, 99), scope=st.just(""),
    name=st.sampled_from(["Ana Ruiz", "Ed Vance"]),
    aliases=st.lists(st.sampled_from(["Vance", "officials", "the mayor", "Ida Holm"])).map(tuple), role=st.just("x"),
    articles=st.just(()),
)  # fmt: skip


def sensible(row):
    """A row as the file's reader lets it through."""
    if row.change == "voice":
        return row.value in ("direct", "indirect", "mixed")
    return row.change not in ("add mark", "retype mark") or row.value in certainty.DIRECTIONS


@settings(max_examples=10, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(ROWS.filter(sensible), max_size=6), st.lists(PEOPLE, max_size=2))
def test_no_correction_breaks_the_contract(rows, people):
    found = sr.analyse(ARTICLES, corrections=Corrections(tuple(rows), tuple(people)))
    reading = Reading(**found, problems=table("problems"), sources=len(ARTICLES), codebook=issues.codebook())
    contract.test_columns_and_types_are_those_of_the_schema(reading)
    for name in contract.SPANS:
        contract.test_every_row_is_what_the_text_says(reading, name)
    contract.test_cells_hold_plain_values(reading)
    contract.test_ids_are_unique_and_point_to_rows_that_are_there(reading)
    contract.test_no_statement_crosses_the_end_of_its_sentence(reading)
    contract.test_every_word_is_in_exactly_one_innermost_statement(reading)
    contract.test_the_words_of_a_statement_are_counted_with_its_tokens(reading)
    contract.test_speakers_words_are_those_of_their_innermost_statements(reading)
    contract.test_marks_do_not_overlap_and_those_in_a_reporting_clause_are_the_writers(reading)


@settings(max_examples=8)
@given(
    st.sampled_from([HALDEN, JD]),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from([COLUMNS, ("quote", "change")]),
)
def test_a_file_without_corrections_changes_nothing(tmp_path_factory, text, bom, columns):
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a.txt").write_text(text)
    before = sr.read(folder)
    with (folder / "corrections.csv").open("w", newline="", encoding="utf-8") as file:
        file.write(bom)
        csv.writer(file).writerows([columns, [""] * len(columns)])
    for name, frame in sr.read(folder).tables().items():
        pd.testing.assert_frame_equal(frame, before.tables()[name])
