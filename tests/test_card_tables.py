"""Tables that become cards on a narrow screen."""

import re
from html import unescape

import pandas as pd
import pytest

from sourcereading.report.card_tables import with_cards
from sourcereading.report.show import table_markup
from sourcereading.report.styles import style

SAID = "the bridge will be closed for some weeks, and for some months if it should freeze before all of it is dry"


def names(markup):
    """The names of the columns that a table carries for its cards."""
    found = re.search(r'<table class="sr-cards" style="([^"]*)">', markup)
    return re.findall(r"--(\d+):'([^']*)'", unescape(found[1])) if found else []


def test_a_table_carries_the_names_of_its_columns_once():
    speakers = pd.Index(["Ana Ruiz"] * 9, name="speaker")
    frame = pd.DataFrame({"voice": ["direct"] * 9, "text": [SAID] * 9}, index=speakers)
    markup = table_markup(frame, "Who says what")
    assert names(markup) == [("1", "speaker"), ("2", "voice"), ("3", "text")]
    assert markup.count("voice") == 2, "in the head and for the cards, not in each cell"


def test_a_table_that_fits_a_phone_stays_a_table():
    assert not names(table_markup(pd.DataFrame({"cue": ["said", "told"], "statements": [3, 12]}), "Verbs"))
    assert not names(table_markup(pd.DataFrame({"rows": [17], "what": ["who says what, in whose words"]}), "Tables"))
    assert names(table_markup(pd.DataFrame({"word": ["a" * 60]}), "One word of sixty letters"))


def test_the_style_sheet_names_as_many_columns_as_a_table_of_cards_has_at_most():
    for columns in range(3, 30):
        found = names(table_markup(pd.DataFrame({f"column {n}": [SAID] for n in range(columns)}), "Wide"))
        assert all(f"var(--{number})" in style("style") for number, _ in found)
        assert bool(found) == (columns <= 12), "a wider one scrolls sideways"


def test_a_column_without_a_name_has_none_on_a_card():
    table = f"<table><thead><tr><th></th><th>text</th></tr></thead><tr><td>7</td><td>{SAID * 3}</td></tr></table>"
    assert names(with_cards(table)) == [("2", "text")]


@pytest.mark.parametrize("name", ["a'b", 'a"b', "a\\b", "a<b>&c", "a;--1:'x'", "a\nb", "}</style>"])
def test_a_column_s_name_cannot_end_its_string_or_its_attribute(name):
    markup = table_markup(pd.DataFrame({name: [SAID], "text": [SAID]}), "Names")
    held = dict(names(markup))["1"]
    assert not set(held) & set("'\"<>&\n")
    assert re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), held) == name


@pytest.mark.parametrize(
    "table",
    [
        "<table><thead><tr><th>a</th></tr><tr><th>b</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>",
        f'<table><thead><tr><th>a</th><th>b</th></tr></thead><tr><td colspan="2">{SAID}</td><td>x</td></tr></table>',
        f"<table><thead><tr><th>a</th><th>b</th></tr></thead><tr><td>{SAID}</td></tr></table>",
        f"<table><tr><td>{SAID * 2}</td></tr></table>",
    ],
)
def test_a_table_whose_cells_do_not_match_one_row_of_heads_is_left_alone(table):
    assert with_cards(table) == table
