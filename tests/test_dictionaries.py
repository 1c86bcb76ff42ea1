"""Word lists of LIWC, Lexicoder and quanteda: the rows they become, and what is named as left out. All are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcereading import cli
from sourcereading.issues import codebook, import_dictionary
from sourcereading.text.lexicon import DataError

LIWC = """%
1\tharbour
2\tfeeling
\t3\tfear
%
tug*\t1
Pier\t1\t3
co*\t1
wom*n\t2
:)\t2
like <of>\t1
mole\t9
landing fee\t1
pier\t1
"""
LEXICODER = "+harbour\nlanding fee\ntug*\n\n+weather\nstorm-surge\n"
QUANTEDA = """# an invented list
"harbour":
  ships: [tug*, "ferry boat", barge]   # three
  fees:
    - landing_fee
    - to?l
weather:
- gale
- "*storm"
mood: calm
"""


def imported(folder: Path, name: str, text: str):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return import_dictionary(path)


def test_liwc_categories_become_issues_and_those_above_topics(tmp_path):
    found = imported(tmp_path, "mine.dic", LIWC)
    assert found.rows == [
        ("mine", "harbour", "tug*"),
        ("mine", "harbour", "pier"),
        ("feeling", "feeling / fear", "pier"),
        ("mine", "harbour", "landing fee"),
    ]
    assert [(entry.line, entry.word) for entry in found.left_out] == [
        (8, "co*"), (9, "wom*n"), (10, ":)"), (11, "like <of>"), (12, "mole"), (14, "pier"),
    ]  # fmt: skip
    reasons = [entry.reason for entry in found.left_out]
    assert "far too much" in reasons[0] and "inside a word" in reasons[1] and "not one word" in reasons[2]
    assert "condition" in reasons[3] and "not in the list of categories" in reasons[4] and "already" in reasons[5]


@pytest.mark.parametrize("name", ["words.lcd", "words.lc3"])
def test_lexicoder_categories_stand_behind_a_plus(tmp_path, name):
    assert imported(tmp_path, name, LEXICODER).rows == [
        ("words", "harbour", "landing fee"), ("words", "harbour", "tug*"), ("words", "weather", "storm-surge"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["words.yml", "words.yaml"])
def test_quanteda_lists_stand_in_lines_or_brackets(tmp_path, name):
    found = imported(tmp_path, name, QUANTEDA)
    assert found.rows == [
        ("harbour", "harbour / ships", "tug*"),
        ("harbour", "harbour / ships", "ferry boat"),
        ("harbour", "harbour / ships", "barge"),
        ("harbour", "harbour / fees", "landing fee"),
        ("words", "weather", "gale"),
        ("words", "weather", "*storm"),
        ("words", "mood", "calm"),
    ]
    assert [(entry.line, entry.category, entry.word) for entry in found.left_out] == [(6, "harbour / fees", "to?l")]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.dic", "tug\t1\n", "a.dic: not a LIWC dictionary: its categories stand between two lines with %"),
        ("a.dic", "%\nharbour\n%\n", "a.dic, line 2: not a category; write its number, a tab and its name"),
        ("a.dic", "%\n1\tx\n%\ntug\n", "a.dic, line 4: 'tug' has no category; write a tab and its number"),
        ("a.dic", "%\n1\tx\n%\nco*\t1\n", "a.dic: no entry can be carried over; line 4: 'co"),
        ("a.lcd", "tug\n", "a.lcd, line 1: 'tug' has no category; begin with a line"),
        ("a.lcd", "+\n", "a.lcd, line 1: a category without a name"),
        ("a.lcd", "", "a.lcd: no entry can be carried over; name another file"),
        ("a.yml", "- tug\n", "a.yml, line 1: 'tug' has no category; write NAME: above it"),
        ("a.yml", "x:\n  | a block\n", "a.yml, line 2: .* is neither NAME: nor - WORD"),
        ("a.yml", "x: [a, b\n", "a.yml, line 1: .* cannot be read; write one word a line"),
        ("a.yml", "x:\n\t- tug\n", "a.yml, line 2: a tab at the start of the line"),
        ("a.txt", "tug\n", "a.txt: no format has this ending; known are .dic, .lcd"),
    ],
)
def test_a_list_that_cannot_be_read_is_an_error_with_line_and_remedy(tmp_path, name, text, message):
    with pytest.raises(DataError, match=message.replace("*", r"\*").replace(r".\*", ".*")):
        imported(tmp_path, name, text)


def test_a_file_that_is_none_is_an_error(tmp_path):
    with pytest.raises(DataError, match=r"none\.dic: .*No such file"):
        import_dictionary(tmp_path / "none.dic")
    (tmp_path / "zip.dic").write_bytes(b"a\0b")
    with pytest.raises(DataError, match=r"zip\.dic: NUL bytes"):
        import_dictionary(tmp_path / "zip.dic")


def test_the_command_writes_a_codebook_and_names_what_is_left_out(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.dic").write_text(LIWC, encoding="utf-8")
    assert cli.main(["codebook", "import", "mine.dic"]) == 0
    said = capsys.readouterr().out
    assert "line 9: 'wom*n' (feeling) is left out: has a wildcard inside a word" in said
    assert said.endswith("Wrote 4 rows of 2 issues to mine.csv; 6 entries left out.\n")
    assert [issue.issue for issue in codebook("mine.csv").issues] == ["harbour", "feeling / fear"]
    assert cli.main(["codebook", "import", "mine.dic"]) == 2
    assert "mine.csv" in (told := capsys.readouterr().err) and "--force" in told and "Traceback" not in told
    assert cli.main(["codebook", "import", "mine.dic", "--force"]) == 0
    assert cli.main(["codebook", "import", "none.dic"]) == 2


def test_a_category_is_no_formula_to_a_spreadsheet(tmp_path):
    assert imported(tmp_path, "a.lcd", "+=1+1\ntug\n").rows == [("a", "1+1", "tug")]


@given(st.text(max_size=80), st.sampled_from(["dic", "lcd", "yml"]))
def test_any_text_is_a_codebook_or_an_error(tmp_path_factory, text, ending):
    path = tmp_path_factory.mktemp("any") / f"a.{ending}"
    head = {"dic": "%\n1\tx\n%\n", "lcd": "+x\n", "yml": "x:\n"}[ending]
    path.write_text(head + text, encoding="utf-8", errors="replace")
    try:
        found = import_dictionary(path)
    except DataError:
        return
    assert found.rows and all(all(row) for row in found.rows)
