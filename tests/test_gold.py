"""The reading against the hand-marked answer keys in data/gold: the seed article in full, the practice articles and
the ferry, which was marked when the rules were there, to a floor.

The keys were marked before any program had read the texts. Where a test here fails after a change, look at the
words it names before believing either side: data/gold/README.md says how the keys decide and where another
reader could decide otherwise.
"""

from __future__ import annotations

import pytest

from sourcereading.attribution.voices import WRITER
from sourcereading_evaluation import evaluate, gold_files, scoring

SEED, FERRY = "000_a0dc03ebcfbd7fe2", "skellan_ferry"

PRACTICE_FOUND = 100.0
PRACTICE_EXACT = 100.0
PRACTICE_NAMED = 100.0
"""Percent of the 40 statements of the practice articles that are found (with the source as it stands in the text),
found to the letter, and given to the person of the key or an alias of it."""

PRACTICE_MARKS_FOUND = 96.0
PRACTICE_MARKS_RIGHT = 94.0
PRACTICE_OWNERS = 89.0
"""Percent of the practice articles' marks that are not borderline: found with the right type; predictions that are
right; found marks with the key's owner. Missed are a range without the word "chance" ("45 to 75 percent") and an idiom
("would not bet my house"). Owners differ where the key resolves "her allies" to a name or gives a description in
full."""

FERRY_STATEMENTS = {"attributed R": 84.0, "attributed P": 84.0, "exact R": 78.0, "canonical R": 72.0}
FERRY_MARKS = {"R": 92.0, "P": 92.0, "owner": 100.0, "voice": 100.0}
"""As at the first run."""


@pytest.fixture(scope="module")
def statements():
    """By article: its text, the key's statements and those read, each with what it pairs with."""
    rows = gold_files.keys("attribution")
    _, predictions = evaluate.attribution(rows)
    return {
        row["id"]: (row["text"], row["attributions"], found["attributions"])
        for row, found in zip(rows, predictions, strict=True)
    }


@pytest.fixture(scope="module")
def marks():
    rows = gold_files.keys("certainty")
    return {row["id"]: (row, found) for row, found in zip(rows, evaluate.certainty(rows)[1], strict=True)}


def letters(text, item):
    return frozenset(at for start, end in item["content"] for at in range(start, end) if text[at].isalnum())


def test_every_statement_of_the_seed_is_read_as_marked(statements):
    text, marked, found = statements[SEED]
    read_as = {letters(text, item): item for item in found}
    assert len(found) == len(marked) == 17
    for item in marked:
        words = " … ".join(text[start:end] for start, end in item["content"])
        got = read_as.get(letters(text, item))
        assert got, f"{item['id']}, not read as one statement: {words}"
        for key in ("speaker", "source", "source_text", "kind"):
            assert got[key] == item[key], f"{item['id']}, {key}: {words}"
        # The cue of the reading may take in an adverb: "also claimed".
        assert got["cue"][0] <= item["cue"][0] and got["cue"][1] == item["cue"][1], (f"{item['id']}, cue: {words}")
        parent = next((outer for outer in marked if outer["id"] == item["parent"]), None)
        assert got["parent"] == (parent and read_as[letters(text, parent)]["id"]), (f"{item['id']}, nested: {words}")


def test_in_the_seed_all_is_vance_s_but_one_statement_inside_his_and_the_writer_s_last_sentence(seed):
    reading = seed
    table = reading.statements[reading.statements["article_id"].str.contains("a0dc03ebcfbd7fe2")]
    said = table[(table["speaker"] != WRITER) & (table["reporting_clause_of"] == "")]
    outermost = said[said["parent_id"] == ""]
    assert outermost["statement_id"].nunique() == 16
    assert set(outermost["speaker"]) == {"J.D. Vance"}
    (nested,) = said[said["parent_id"] != ""].to_dict("records")
    assert (nested["speaker"], nested["text"]) == (
        "the Ukrainian side",
        "it could eventually lose the Donetsk region",
    )
    around = said[said["statement_id"] == nested["parent_id"]]
    assert set(around["cue"].str.split().str[-1]) == {"claimed"}
    (last,) = table[table["sentence_id"] == table["sentence_id"].iloc[-1]].to_dict("records")
    assert last["text"].startswith("Previously, Umerov and Witkoff summarized")
    assert (last["speaker"], last["voice"], last["reporting_clause_of"], last["cue"]) == (WRITER, "writer", "", "")


def test_every_mark_of_the_seed_is_found_with_its_owner(marks):
    row, found = marks[SEED]
    spans = {(mark["start"], mark["end"]): mark for mark in found["marks"]}
    for mark in row["marks"]:
        got = spans.get((mark["start"], mark["end"]))
        if mark["borderline"] and got is None:
            continue
        assert got, f"not found: {mark['text']} ({mark['type']}, {mark['start']})"
        for key in ("text", "type", "direction", "owner", "voice"):
            assert got[key] == mark[key], f"{key} of {mark['text']}"
    marked = {(mark["start"], mark["end"]) for mark in row["marks"]}
    assert [mark["text"] for span, mark in spans.items() if span not in marked] == []


def test_the_practice_articles_statements(statements):
    rows = [row for row in gold_files.keys("attribution") if row["id"] not in (SEED, FERRY)]
    figures = scoring.attribution(rows, {name: found for name, (_, _, found) in statements.items()})
    found = figures["statements"]["all"]
    assert found["gold"] == 40
    assert found["attributed R"] >= PRACTICE_FOUND and found["attributed P"] >= PRACTICE_FOUND
    assert found["exact R"] >= PRACTICE_EXACT
    assert found["canonical R"] >= PRACTICE_NAMED


def test_the_practice_articles_nested_statements(statements):
    for name in statements.keys() - {FERRY}:
        text, marked, found = statements[name]
        read_as = {letters(text, item): item for item in found}
        by_id = {item["id"]: item for item in found}
        for item in marked:
            got = read_as[letters(text, item)]
            parent = next((outer for outer in marked if outer["id"] == item["parent"]), None)
            around = by_id.get(got["parent"])
            assert (parent and letters(text, parent)) == (around and letters(text, around)), item["id"]


def test_the_practice_articles_marks(marks):
    rows = [row for name, (row, _) in marks.items() if name not in (SEED, FERRY)]
    found = scoring.certainty(rows, {name: found for name, (_, found) in marks.items()})["marks"]["not borderline"]
    assert found["gold"] == 50
    assert found["R"] >= PRACTICE_MARKS_FOUND and found["P"] >= PRACTICE_MARKS_RIGHT
    assert found["owner"] >= PRACTICE_OWNERS and found["voice"] == 100


def test_the_ferry_is_read_no_worse_than_at_the_first_run(statements, marks):
    rows = [row for row in gold_files.keys("attribution") if row["id"] == FERRY]
    found = scoring.attribution(rows, {FERRY: statements[FERRY][2]})["statements"]["all"]
    assert found["gold"] == 33
    assert {name: found[name] for name, floor in FERRY_STATEMENTS.items() if found[name] < floor} == {}
    row, given = marks[FERRY]
    found = scoring.certainty([row], {FERRY: given})["marks"]["not borderline"]
    assert found["gold"] == 13
    assert {name: found[name] for name, floor in FERRY_MARKS.items() if found[name] < floor} == {}


def test_the_condition_that_one_of_the_three_tellings_cuts(statements):
    said = {
        name: [text[slice(*item["content"][0])] for item in found if item["speaker"] == "Ilse Marrow"]
        for name, (text, _, found) in statements.items()
    }
    conditional = {name for name, words in said.items() if any("provided" in part for part in words)}
    assert conditional == {"halden_1_wire", "halden_3_longread"}
