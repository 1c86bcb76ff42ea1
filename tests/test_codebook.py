"""A codebook of one's own: which words it finds, what it misses, what it changes, and where it is named."""

from __future__ import annotations

import csv
import json
import pickle
import re
from html import unescape
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import sourcereading as sr
from sourcereading import cli
from sourcereading.analysis import findings
from sourcereading.analysis.codebook_changes import as_shipped, mentions_changed, rows_changed
from sourcereading.analysis.codebook_gaps import NEW_TOPIC, as_rows, candidates
from sourcereading.analysis.issues import different_words, first_mentions, issue_pairs, named_issues
from sourcereading.issues.codebook import COLUMNS, codebook
from sourcereading.reading.reading import mentions_by
from sourcereading.reading.schema import SCHEMAS
from sourcereading.report import charts, run
from sourcereading.text.lexicon import DataError
from sourcereading.text.paths import ROOT, data_path

# Invented, like every text here.
HARBOR = """The port of Ostrel will raise its landing fee in June, and boat owners say the new landing fees could \
finish them. "A landing fee of that size is a joke," said Mira Dolan, who owns two trawlers.

Dolan met the Ostrel Harbor Authority on Friday. Piet Hansen said a deeper basin was the only way to keep the cruise \
ships. Cruise ships bring 9,000 visitors. Hansen said the Ostrel Harbor Authority had no plan B.

Oyster beds lie under the planned basin. Mayor Lena Krog said nobody had surveyed the oyster beds since 1998. \
Norvik Lines says its ship will call \
twice a week. Norvik Lines declined to comment. Many people in Ostrel fear the cruise ship. Few people in Ostrel came.
"""

MINE = ("topic,issue,pattern\nharbor,landing fees,landing fee(s)\nharbor,oysters,oyster*\nharbor,cruises,cruise\n")


@pytest.fixture
def mine(tmp_path) -> Path:
    path = tmp_path / "books" / "mine.csv"
    path.parent.mkdir()
    path.write_text(MINE, encoding="utf-8")
    return path


def with_rows(path: Path, rows: list[str], without: str = "\n") -> Path:
    """A copy of the project's codebook with more rows, and without those that hold some text."""
    lines = data_path("lexicons", "issues.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if without not in line]
    path.write_text("\n".join([*kept, *rows]) + "\n", encoding="utf-8")
    return path


# --- Reading with it -------------------------------------------------------------------------------


def test_a_codebook_given_by_path_finds_its_issues_from_any_folder(mine, monkeypatch):
    monkeypatch.chdir(mine.parent)
    for book in ("mine.csv", str(mine), mine, codebook(mine)):
        reading = sr.read([HARBOR], codebook=book)
        assert set(reading.issues["issue"]) == {"landing fees", "oysters", "cruises"}
        assert reading.codebook.file == "mine.csv"
    assert sr.read([HARBOR]).codebook.file == "data/lexicons/issues.csv"
    assert sr.read([HARBOR], codebook="").codebook == codebook()


def test_the_codebook_is_an_argument_of_the_pure_function_and_goes_to_another_process(mine):
    reading = sr.read([HARBOR], codebook=mine)
    book = pickle.loads(pickle.dumps(codebook(mine)))
    assert sr.analyse(reading.articles, book)["issues"].equals(reading.issues)
    assert not sr.analyse(reading.articles)["issues"].equals(reading.issues)
    assert mentions_by(sr.read([HARBOR]), book).equals(reading.issues)


def test_a_codebook_is_sent_to_another_process_without_the_words_it_has_met():
    """Else one thread might send it while another meets a word, and a dictionary changes while it is looked through."""
    book = codebook(data_path("lexicons", "issues.csv"))
    assert book.starts["election"] and len(book.starts) == 1
    sent = pickle.loads(pickle.dumps(book))
    assert len(sent.starts) == 0 and sent.starts["election"] == book.starts["election"]


def test_a_copy_of_the_codebook_is_saved_with_the_tables(mine, tmp_path):
    reading = sr.read([HARBOR], codebook=mine)
    folder = reading.save(tmp_path / "tables")
    assert (folder / "codebook.csv").read_bytes() == mine.read_bytes()
    named = json.loads((folder / "manifest.json").read_text())["codebook"]
    assert named == {"file": "mine.csv", "sha256": codebook(mine).sha256, "copy": "codebook.csv"}
    mine.unlink()
    again = sr.load(folder)
    assert again.codebook == reading.codebook and again.codebook.file == "mine.csv"


def test_a_codebook_among_the_articles_is_no_article(mine):
    (mine.parent / "a.txt").write_text(HARBOR, encoding="utf-8")
    assert sr.read(mine.parent, codebook=mine).problems.empty
    assert sr.read(mine.parent).problems["file"].tolist() == ["mine.csv"]


def test_the_tables_command_takes_a_codebook(mine, tmp_path, capsys):
    (tmp_path / "a.txt").write_text(HARBOR, encoding="utf-8")
    out = tmp_path / "out"
    call = ["tables", str(tmp_path / "a.txt"), "--out", str(out), "--codebook"]
    assert cli.main([*call, str(mine)]) == 0
    assert set(pd.read_csv(out / "issues.csv")["topic"]) == {"harbor"}


def test_a_column_of_ones_own_goes_with_the_mentions_into_the_table_and_back(mine, tmp_path):
    lines = "topic,issue,pattern,code,note\nharbor,fees,landing fee(s),7,\nharbor,fees,pier toll(s),,seen\n"
    mine.write_text(lines + "harbor,oysters,oyster*,8,x\nharbor,oysters,mussel(s),9,\n", encoding="utf-8")
    text = "A landing fee and a pier toll. Oysters and mussels."
    reading = sr.read([text], codebook=mine)
    assert reading.issues[["issue", "text", "code", "note"]].values.tolist() == [
        ["fees", "landing fee", "7", "seen"],
        ["fees", "pier toll", "7", "seen"],
        ["oysters", "Oysters", "8", "x"],
        ["oysters", "mussels", "9", "x"],
    ]
    assert reading.codebook.own_columns == ("code", "note")
    again = sr.load(reading.save(tmp_path / "tables"))
    assert again.issues.equals(reading.issues) and again.issues.columns[-2:].tolist() == ["code", "note"]
    assert sr.read(["It rained."], codebook=mine).issues.columns[-2:].tolist() == ["code", "note"]


def test_the_projects_issues_have_the_codes_of_two_other_schemes():
    row = sr.read(["The union called a strike over pay."]).issues.iloc[0]
    assert (row["cap"], row["iptc"]) == ("5", "medtop:09000000")
    book = codebook()
    codes = {issue.issue: book.own_cells(issue.issue, "") for issue in book.issues}
    majors = {str(number) for number in (*range(1, 11), *range(12, 22), 23)}
    assert {cap for cap, _ in codes.values()} <= majors | {""}
    assert {iptc for _, iptc in codes.values()} <= {f"medtop:{number:02}000000" for number in range(1, 18)} | {""}


@pytest.mark.parametrize("command", ["tables", "reports"])
def test_a_bad_codebook_stops_the_command_before_anything_is_written(command, mine, tmp_path, capsys):
    (tmp_path / "a.txt").write_text(HARBOR, encoding="utf-8")
    mine.write_text(MINE + "harbor,fees,of\nharbor,fees,f*\n", encoding="utf-8")
    call = [command, str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), "--codebook", str(mine)]
    assert cli.main(call) == 2
    said = capsys.readouterr().err
    assert "mine.csv, line 6: pattern 'f*': 'f*' would match far too much; write 3 letters" in said
    assert "Traceback" not in said and not (tmp_path / "out").exists()


@pytest.mark.slow
def test_every_notebook_of_a_run_uses_the_codebook_and_the_pages_name_it(mine, tmp_path):
    articles, notebooks = tmp_path / "a.txt", tmp_path / "notebooks"
    articles.write_text(HARBOR, encoding="utf-8")
    notebooks.mkdir()
    for name, parameters, call in (
        ("01-plain", "", "sr.read(ARTICLES)"),
        ("02-asks", '\nCODEBOOK = ""', "sr.read(ARTICLES, codebook=CODEBOOK)"),
        ("03-has-another", '\nCODEBOOK = "data/lexicons/issues.csv"', "sr.read(ARTICLES, codebook=CODEBOOK)"),
    ):
        cells = [
            ("parameters", f'ARTICLES = "seeds"{parameters}', ["parameters"]),
            ("read", f"import sourcereading as sr\nreading = {call}", []),
            ("tell", "sr.finding(f'{reading.codebook.file}: {sorted(set(reading.issues.issue))}')", []),
        ]
        made = {
            "nbformat": 4, "nbformat_minor": 5, "metadata": {},
            "cells": [
                {"cell_type": "code", "id": id, "metadata": {"tags": tags} if tags else {}, "source": source,
                 "outputs": [], "execution_count": None}
                for id, source, tags in cells
            ],
        }  # fmt: skip
        (notebooks / f"{name}.ipynb").write_text(json.dumps(made), encoding="utf-8")
    result = run.write_reports(articles, tmp_path / "out", codebook=mine, notebooks=notebooks)
    assert not result.failed, result.failed
    assert [entry.finding for entry in result.notebooks] == ["mine.csv: ['cruises', 'landing fees', 'oysters']"] * 3
    pages = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.html")}
    assert "<code>mine.csv</code>" in pages["index.html"] and "tables/codebook.csv" in pages["index.html"]
    assert "CODEBOOK = 'mine.csv'" in unescape(re.sub(r"<[^>]+>", "", pages["02-asks.html"]))
    assert not any(str(mine) in page for page in pages.values())
    assert (tmp_path / "out" / "tables" / "codebook.csv").read_text(encoding="utf-8") == MINE


# --- Which issues go together, and where they come first -------------------------------------------

TOGETHER = (
    '"The cruise ships will kill the oysters," said Mira Dolan. Piet Hansen said the landing fee was fair, and that '
    "the cruise ships would come. Oysters need no landing fee. The cruise season opens."
)  # two speakers, then the writer twice


def test_what_one_speaker_says_together_is_told_from_what_only_shares_a_sentence(mine):
    text = 'Hansen said the landing fee was fair, but the oysters, said Dolan, "will not live." The oyster is shy.'
    reading = sr.read([TOGETHER, text], codebook=mine)
    rows = issue_pairs(reading.issues, reading.statements).to_dict("records")
    pairs = {(row["issue"], row["other"]): row for row in rows}
    assert pairs["cruises", "oysters"]["statements"] == 1
    assert pairs["landing fees", "oysters"]["sentences"] == 2
    for row in rows:
        assert row["issue"] < row["other"] and row["statements"] <= row["either"]
    assert rows == sorted(rows, key=lambda row: (-row["statements"], -row["sentences"], row["issue"], row["other"]))


def test_the_share_is_of_the_statements_that_name_either(mine):
    reading = sr.read(["Oysters pay no landing fee. Oysters are shy. The cruise is long."], codebook=mine)
    row = issue_pairs(reading.issues, reading.statements).iloc[0]
    assert (row["statements"], row["either"], row["share"], row["sentences"]) == (1, 2, 0.5, 1)
    assert findings.spoken_together(reading).endswith("in 1 of the 2 statements that name one or both.")
    assert "Most often, in 1 statement: “landing fees” with “oysters”." in charts.issues_together(reading).alt


def test_the_first_mention_has_its_speaker_voice_and_place(mine):
    reading = sr.read([TOGETHER], codebook=mine)
    rows = first_mentions(reading.issues, reading.sentences).set_index("issue")
    assert rows.index.tolist() == ["cruises", "oysters", "landing fees"]
    assert rows.loc["oysters", ["text", "speaker", "voice", "sentence", "last", "sentences", "mentions"]].tolist() == [
        "oysters", "Mira Dolan", "direct", 1, 3, 4, 2,
    ]  # fmt: skip
    assert rows.loc["landing fees", ["speaker", "voice"]].tolist() == ["Piet Hansen", "indirect"]


def test_what_is_named_most_has_its_words_and_its_evidence(mine):
    text = "Oysters live. The oyster is shy. A landing fee is due. The Oyster Fund of Ostrel paid. It rained."
    rows = named_issues(*(getattr(sr.read([text], codebook=mine), name) for name in ("issues", "sentences")))
    assert rows.drop(columns="article_id").values.tolist() == [
        ["oysters", 2, 5, 1, 1, "one word"], ["landing fees", 1, 5, 3, 1, "less"],
    ]  # fmt: skip
    assert different_words(["campaign", "campaigned", "campaign trail", "Campaigns"]) == 1
    assert different_words(["the court", "judge", "judges", "Supreme Court"]) == 2


def test_an_article_that_names_nothing_gives_empty_tables_and_findings_that_say_so(mine):
    reading = sr.read(["The shop opened at nine. It closed at ten."], codebook=mine)
    assert issue_pairs(reading.issues, reading.statements).empty
    assert first_mentions(reading.issues, reading.sentences).empty
    assert candidates(reading).empty and as_rows(candidates(reading), reading).columns.tolist() == list(COLUMNS)
    assert findings.spoken_together(reading) == "No statement names two issues."
    assert (
        findings.left_to_name(candidates(reading))
        == "There is no repeated phrase or name that could be an issue and has none."
    )
    assert "mine.csv" in charts.issues_together(reading).alt


# --- What it misses --------------------------------------------------------------------------------


def phrases(text: str, **how) -> list[str]:
    return candidates(sr.read([text], **how))["phrase"].tolist()


def test_phrases_and_names_that_come_back_are_candidates_best_first():
    found = candidates(sr.read([HARBOR]))
    assert found[["phrase", "patterns", "count", "sentences"]].values.tolist() == [
        ["cruise ships", "cruise ship(s)", 3, 3],
        ["landing fee", "landing fee(s)", 3, 2],
        ["Ostrel Harbor Authority", "Ostrel Harbor Authority", 2, 2],
        ["oyster beds", "oyster beds", 2, 2],
        ["Ostrel", "Ostrel", 3, 3],
    ]
    assert found["example"].iloc[0] == "Cruise ships bring 9,000 visitors."
    told = findings.left_to_name(found)
    assert told.endswith(
        "the first are “cruise ships” (3 times), “landing fee” (3 times) and “Ostrel Harbor Authority” (twice)."
    )


def test_what_an_issue_covers_is_no_candidate(mine):
    left = phrases(HARBOR, codebook=mine)
    assert not any("fee" in phrase or "yster" in phrase or "cruise" in phrase for phrase in left)
    assert "Ostrel Harbor Authority" in left


@pytest.mark.parametrize(
    "text",
    [
        "Mira Dolan paid. “I paid,” said Mira Dolan. The boat of Dolan is old. Nobody asked Dolan.",
        "Mayor Lena Krog came late. The people like Mayor Lena Krog.",
        "Few people came. Many people stayed away. Young people sang; young people danced. Old people slept.",
        "On Monday it rained. It rained in January. Next Monday it may rain. Last January it did.",
        "The new man sat. The new man stood. Three thousand tonnes came. Some thousand tonnes went.",
        "Water is dear. The water is cold. They sell the water.",
        "The rival Mira Dolan came. Nobody likes rival Mira Dolan. Mira Dolan said no.",
        "Federal and old huts are dear. Federal and new boats leak. We saw federal rooms in Federal Bay.",
    ],
)
def test_people_times_and_common_words_are_no_candidates(text):
    assert phrases(text) == []


def test_a_part_of_a_phrase_that_has_an_issue_is_no_candidate():
    """But a name beside a mention is one, and so is what stands apart from it."""
    text = "The Grey Tax Policy Centre is old. Who runs the Grey Tax Policy Centre? Pay local tax. A local tax is dear."
    assert phrases(text) == []
    assert phrases("The Dolan Hall election is on. I saw the Dolan Hall election.") == ["Dolan Hall"]
    assert phrases("Parliament's wooden roof leaks. Mend Parliament's wooden roof!") == ["wooden roof"]


def test_a_phrase_inside_a_longer_one_is_listed_only_where_it_stands_alone():
    text = "The lamp wick fund is empty. Who robbed the lamp wick fund? "
    assert phrases(text) == ["lamp wick fund"]
    assert phrases(text + "One wick fund is full.") == ["lamp wick fund", "wick fund"]


def test_a_name_is_not_cut_in_two_and_the_first_word_of_a_sentence_is_no_name():
    text = ("Grey Quay Trust bought it. The men of Grey Quay Trust said no. Sea foam is white. Now sea foam came.")
    assert phrases(text) == ["Grey Quay Trust", "sea foam"]
    text = "On Netmakers' Quay it is quiet. The men of Netmakers’ Quay sleep."
    assert phrases(text) == ["Netmakers' Quay"]


def test_the_rows_can_be_pasted_and_find_what_was_counted(tmp_path):
    before = sr.read([HARBOR])
    found = candidates(before)
    rows = as_rows(found, before)
    assert rows.columns.tolist() == list(COLUMNS) and set(rows["topic"]) == {NEW_TOPIC}
    pasted = tmp_path / "pasted.csv"
    text = data_path("lexicons", "issues.csv").read_text(encoding="utf-8")
    pasted.write_text(text + rows.to_csv(index=False, header=False, lineterminator="\n"), encoding="utf-8")
    after = sr.read([HARBOR], codebook=pasted)
    counted = after.issues[after.issues["topic"] == NEW_TOPIC]["issue"].value_counts()
    assert {row.phrase: row.count for row in found.itertuples()} == counted.to_dict()
    assert candidates(after).empty


_WORDS = st.sampled_from(
    [
        "Ostrel",
        "landing",
        "fees",
        "fee",
        "the",
        "’s",
        "'",
        "Krog",
        "said",
        ".",
        "“",
        "new",
        "U.S.",
        "A&E",
        "x-ray",
        "ß",
    ]
)


@settings(max_examples=15)
@example(". said Ostrel", ". The ")  # a speaker called "The"
@given(st.lists(_WORDS, min_size=1, max_size=40).map(" ".join), st.sampled_from([" ", ". The "]))
def test_the_candidates_of_any_text_make_a_codebook(tmp_path_factory, text, glue):
    reading = sr.read([f"It is so. {text}{glue}{text}. {text}."])
    rows = as_rows(candidates(reading), reading)
    if len(rows):
        path = tmp_path_factory.mktemp("any") / "rows.csv"
        rows.to_csv(path, index=False, quoting=csv.QUOTE_ALL)
        assert len(codebook(path).issues) == rows["issue"].nunique()


# --- What it changes -------------------------------------------------------------------------------

SENTENCES = (
    "Negotiators will keep talking. Oyster farmers called the talks off. “We keep talking,” said Mira Dolan."
)


def test_an_edit_shows_what_is_gained_and_what_is_lost(tmp_path):
    path = with_rows(tmp_path / "edited.csv", ["local affairs,oysters,oyster*,,,,"], without=",keep talking,")
    reading = sr.read([SENTENCES], codebook=path)
    changed = mentions_changed(reading)
    assert changed[["change", "text", "issue", "speaker", "voice"]].values.tolist() == [
        ["lost", "keep talking", "conduct of negotiations", "(writer)", "writer"],
        ["gained", "Oyster", "oysters", "(writer)", "writer"],
        ["lost", "keep talking", "conduct of negotiations", "Mira Dolan", "direct"],
    ]
    rows = rows_changed(reading.codebook)
    assert rows[["change", "pattern"]].values.tolist() == [["removed", "keep talking"], ["added", "oyster*"]]
    assert findings.which_codebook(reading).endswith(
        "1 row is added and 1 removed; 1 mention is gained and 2 lost, of 2 issues."
    )


@pytest.mark.parametrize(("edited", "captions"), [(False, []), (True, ["Mentions gained", "Rows added"])])
def test_the_notebook_shows_what_a_codebook_changes_only_where_it_changes_something(tmp_path, edited, captions):
    path = with_rows(tmp_path / "edited.csv", ["local affairs,oysters,oyster*,,,,"]) if edited else None
    notebook = json.loads((ROOT / "notebooks" / "04-which-issues.ipynb").read_text(encoding="utf-8"))
    names = {"sr": sr, "reading": sr.read([SENTENCES], codebook=path)}
    shown = []
    for cell in notebook["cells"]:
        if cell["id"] in ("changed-table", "changed-rows-table"):
            *lines, last = cell["source"]
            exec("".join(lines), names)
            shown.append(eval(last, names))
    assert [table.text.split(" and ")[0] for table in shown if table.kind == "table"] == captions


def test_a_row_that_was_edited_is_taken_out_and_added_and_labels_change_nothing(tmp_path):
    text = data_path("lexicons", "issues.csv").read_text(encoding="utf-8")
    assert "technology,artificial intelligence,AI,,,," in text
    path = tmp_path / "edited.csv"
    text = text.replace(
        "technology,artificial intelligence,AI,,,,", "technology,artificial intelligence,AI,Ai Weiwei,,,"
    )
    path.write_text(text.replace("Does it name", "Does it speak of"), encoding="utf-8")
    rows = rows_changed(codebook(path))
    assert rows[["change", "pattern", "not_near"]].values.tolist() == [
        ["removed", "AI", ""],
        ["added", "AI", "Ai Weiwei"],
    ]


def test_the_projects_codebook_is_the_one_that_is_shipped_and_changes_nothing():
    assert as_shipped(codebook()), "after a change of data/lexicons/issues.csv: python tools/ship_codebook.py"
    reading = sr.read([SENTENCES])
    changed = mentions_changed(reading)
    assert changed.empty and changed.columns.tolist() == ["change", *SCHEMAS["issues"]]
    assert rows_changed(reading.codebook).empty
    said = findings.which_codebook(reading)
    assert "issues.csv, as shipped: " in said and "Compared" not in said


def test_rows_in_another_order_and_with_other_labels_are_those_that_were_shipped(tmp_path):
    with data_path("lexicons", "issues.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    path = tmp_path / "sorted.csv"
    columns = ["issue", "needs", "topic", "not_near", "pattern"]
    pd.DataFrame(rows)[columns].sort_values("pattern").to_csv(path, index=False)
    book = codebook(path)
    assert as_shipped(book) and "sorted.csv, as shipped" in findings.which_codebook(sr.read([SENTENCES], codebook=book))
    assert not as_shipped(codebook(with_rows(tmp_path / "edited.csv", ["sport,regattas,regatta,,,,"])))


def test_an_edit_of_the_projects_own_codebook_is_told_where_nothing_is_left_to_compare_with(tmp_path, monkeypatch):
    edited = with_rows(tmp_path / "issues.csv", ["local affairs,oysters,oyster*,,,,"])
    module = import_module("sourcereading.issues.codebook")  # not the function of that name
    monkeypatch.setattr(module, "_of_the_project", lambda: codebook(edited))
    reading = sr.read([SENTENCES])
    assert "oysters" in set(reading.issues["issue"]) and mentions_changed(reading).empty
    said = findings.which_codebook(reading)
    assert "issues.csv, edited since it was shipped: " in said and "Compared" not in said


def test_an_edit_that_changes_no_mention_is_told(tmp_path):
    path = with_rows(tmp_path / "edited.csv", ["sport,regattas,regatta,,,,"])
    reading = sr.read([SENTENCES], codebook=path)
    assert mentions_changed(reading).empty
    assert findings.which_codebook(reading).endswith("1 row is added and 0 removed; it finds the same mentions.")


def test_a_second_rule_for_an_issue_is_an_error_with_its_line(tmp_path):
    path = with_rows(tmp_path / "edited.csv", ["technology,artificial intelligence,droid(s),,,Is it a robot?,,"])
    with pytest.raises(DataError, match=r"edited\.csv, line \d+: a second definition for the issue 'artificial"):
        sr.read([SENTENCES], codebook=path)
