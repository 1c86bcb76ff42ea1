"""Lists become counts where the articles are many."""

import pandas as pd

from sourcereading.analysis.names import MANY
from sourcereading.reading.column_help import meanings
from sourcereading.report.show import LISTED, listed

SAID = pd.DataFrame(
    {"speaker": ["Ruiz", "Lind", "Ruiz"], "voice": ["direct"] * 3, "text": ["one", "two", "three"]}
)


def shown(rows, articles):
    described = meanings(rows, "statements")
    frame = pd.DataFrame({"article_id": range(articles)})
    return listed(rows, frame, ["speaker", "voice"], "statements", "said", "Who says what", described)


def test_few_articles_are_listed_row_by_row():
    lines = repr(shown(SAID, MANY)).splitlines()
    assert lines[0] == "Who says what"
    assert [line.split()[-1] for line in lines[2:]] == ["one", "two", "three"]


def test_many_articles_are_counted():
    lines = repr(shown(SAID, MANY + 1)).splitlines()
    assert lines[0] == f"Who says what: number of statements by speaker and voice, in {MANY + 1} articles"
    assert [line.split() for line in lines[2:]] == [["Ruiz", "direct", "2"], ["Lind", "direct", "1"]]


def test_a_long_list_says_what_it_leaves_out():
    rows = pd.concat([SAID] * 100, ignore_index=True)
    assert repr(shown(rows, 1)).startswith(f"Who says what (the first {LISTED} of 300)\n")


def test_without_rows_a_list_says_so():
    assert "No rows." in repr(shown(SAID[:0], 1)) and "No rows." in repr(shown(SAID[:0], MANY + 1))
