"""data/data-dictionary.md says what every table, column, label and lexicon is, and nothing that is not there."""

import ast
import csv
import re

import pandas as pd
import pytest

from sourcereading import certainty
from sourcereading.analysis import differences, sentiment
from sourcereading.attribution import channels, positions, source_kinds, voices
from sourcereading.certainty import labels, probability
from sourcereading.reading import corrections
from sourcereading.reading.column_help import dictionary, in_words, meanings
from sourcereading.reading.schema import SCHEMAS
from sourcereading.sentiment import scores
from sourcereading.text import companions
from sourcereading.text.paragraph_kinds import BYLINE, CAPTION, DATELINE, FURNITURE, HEADING, TEXT
from sourcereading.text.paths import ROOT, data_path

LABELS = {
    "kind": {TEXT, HEADING, BYLINE, DATELINE, CAPTION, FURNITURE},
    "voice": {voices.DIRECT, voices.INDIRECT, voices.MIXED, voices.WRITERS},
    "speaker_basis": set(voices.BASES),
    "source_kind": set(source_kinds.KINDS),
    "source_position": set(positions.POSITIONS.values()),
    "channel": set(channels.CHANNELS),
    "denied": {voices.DENIES, voices.REFUSES},
    "difference": set(differences.KINDS),
    "direction": set(certainty.DIRECTIONS.values()),
    "type": set(certainty.DIRECTIONS),
    "certainty_level": set(labels.LEVELS),
    "scorer": set(sentiment.SCORERS),
    "tone_verdict": set(scores.TONES),
    "outcome": {"refused", "warned"},
    "change": set(corrections.CHANGES),
}
SHOWN_AS = {
    "voice": voices.VOICES,
    "speaker_basis": voices.BASES,
    "denied": {voices.DENIES: voices.denying("it leaks"), voices.REFUSES: voices.denying("to say that it leaks")},
    "direction": {key: words.name for key, words in labels.DIRECTION_WORDS.items()},
    "type": labels.TYPES,
    "certainty_level": {
        certainty.level(weights): name
        for weights, name in zip(([-1], [-0.1], [], [0.1]), labels.LEVELS, strict=True)
    },
    "tone_verdict": dict(zip(scores.TONES, scores.TONES, strict=True)),
}
"""The tables of labels: value to the word that pages and charts show."""
WEIGHTS = "data/parameters/sentiment_weights.npz"
DATA_FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (".", "lexicons", "parameters", "probability")
    for path in data_path(folder).glob("*.csv")
)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_table_is_documented_column_by_column(name):
    documented = [(row[0], row[1]) for row in dictionary()[name] if (name, row[0]) != ("speakers", "…")]
    assert documented == list(SCHEMAS[name].items())


@pytest.mark.parametrize("file", sorted((ROOT / "lib" / "sourcereading" / "analysis").rglob("*.py")), ids=str)
def test_a_table_that_a_docstring_names_is_documented(file):
    named = re.findall(r"Table:\s+([a-z ]+)\.", file.read_text(encoding="utf-8").replace("\n    ", " "))
    assert [name for name in named if name not in dictionary()] == []


@pytest.mark.parametrize("name", LABELS)
def test_the_values_of_a_label_are_documented(name):
    assert {row[0] for row in dictionary()[name]} == LABELS[name]


@pytest.mark.parametrize(
    ("name", "columns"),
    [("corrections.csv", companions.COLUMNS), ("people.csv", companions.PEOPLE_COLUMNS)],
)
def test_a_file_of_corrections_is_documented_column_by_column(name, columns):
    assert [row[0] for row in dictionary()[name]] == list(columns)


def test_the_bases_of_a_probability_are_documented():
    with data_path("probability", "phrases.csv").open(encoding="utf-8", newline="") as file:
        used = {row["basis"] for row in csv.DictReader(file)} | {"numeric", probability.Range().basis}
    assert {row[0] for row in dictionary()["basis"]} == used


@pytest.mark.parametrize("name", [*LABELS, "basis"])
def test_a_label_has_its_question_an_example_and_a_borderline_case(name):
    for row in dictionary()[name]:
        assert len(row) == 4 + (name in SHOWN_AS) and all(row), row
        assert "?" in row[1], row


@pytest.mark.parametrize("name", SHOWN_AS)
def test_a_label_is_shown_by_the_word_that_the_data_dictionary_gives(name):
    assert {row[0]: row[-1] for row in dictionary()[name]} == SHOWN_AS[name]


def test_the_two_speakers_that_are_no_names_are_shown_as_the_data_dictionary_says():
    meaning = next(row[-1] for row in dictionary()["statements"] if row[0] == "speaker")
    for name, words in voices.SPEAKERS.items():
        assert re.search(rf"{re.escape(name)}[^(]*\(shown as \"{words}\"\)", meaning)


@pytest.mark.parametrize("section", ["counts", "comparison"])
def test_what_a_hedge_is_is_worded_once(section):
    assert dict(dictionary()[section])["hedges"] == labels.HEDGES_ARE


def strings(path):
    """The string literals of a module and the fixed parts of its f-strings, without docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


def test_no_other_module_words_a_label():
    words = {word for table in SHOWN_AS.values() for value, word in table.items() if word != value}
    words |= {form for way in labels.DIRECTION_WORDS.values() for form in (way.name, way.one, way.many, way.sign)}
    words = (words | set(voices.SPEAKERS.values())) - set(labels.TYPES)  # "probability" is a value, too
    said = re.compile("|".join(rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in words))
    homes = {ROOT / "lib/sourcereading" / file for file in ("certainty/labels.py", "attribution/voices.py")}
    rules = {ROOT / "lib/sourcereading" / room for room in ("attribution", "certainty")}  # rule texts are sentences
    found = [
        (path.name, text)
        for path in sorted((ROOT / "lib/sourcereading").rglob("*.py"))
        if path not in homes and path.parent not in rules
        for text in strings(path)
        if said.fullmatch(text.strip(" ,.:;"))
    ]
    assert not found


def test_the_direction_of_a_type_is_as_documented():
    for value, question, *_ in dictionary()["type"]:
        assert re.search(r"\((\w+)\)$", question)[1] == certainty.DIRECTIONS[value]


@pytest.mark.parametrize("file", DATA_FILES)
def test_a_data_file_is_documented_column_by_column(file):
    with (ROOT / file).open(encoding="utf-8-sig", newline="") as lines:
        columns = next(csv.reader(lines))
    assert [row[0] for row in dictionary()[file]] == columns


def test_no_data_file_is_documented_that_is_not_there():
    assert {name for name in dictionary() if name.startswith("data/")} == {*DATA_FILES, WEIGHTS}


def test_every_line_says_something():
    for section, rows in dictionary().items():
        names = [row[0] for row in rows]
        assert rows and len(names) == len(set(names)), section
        assert all(all(cells) for cells in rows), section


def test_a_table_for_readers_has_their_words_for_labels():
    labels = {"type": ["negated_confidence", "x"], "direction": ["shifts", "scale"], "voice": ["direct", ""]}
    assert in_words(pd.DataFrame(labels)).to_numpy().tolist() == [
        ["uncertainty stated", "keeps distance from the source", "quoted"], ["x", "probability", ""],
    ]  # fmt: skip
    assert list(in_words(pd.DataFrame({"text": []}))) == ["text"]


def test_meanings_are_those_of_the_columns_that_are_shown():
    frame = pd.DataFrame({"speaker": ["Ana Ruiz"], "words": [3]})
    assert list(meanings(frame, "speaker words")) == ["speaker", "words"]
    assert list(meanings(frame.set_index("speaker"), "speaker words")) == ["speaker", "words"]


def test_of_two_sections_the_later_has_the_last_word():
    frame = pd.DataFrame({"set": ["a"], "recall": [50.0]})
    plain, of_tone = (meanings(frame, "data/measured.csv", *more) for more in ((), ("measured tone",)))
    assert plain["set"] == of_tone["set"] and "verdict" in of_tone["recall"] and "verdict" not in plain["recall"]


def test_a_column_of_the_analysts_own_is_explained_as_theirs():
    frame = pd.DataFrame({"speaker": ["Ana Ruiz"], "region": ["north"]})
    assert meanings(frame, "speakers")["region"].startswith("a column of your own")


def test_a_column_or_a_table_the_codebook_does_not_have_is_an_error_that_says_so():
    with pytest.raises(ValueError, match="does not explain height under 'statements'"):
        meanings(pd.DataFrame({"height": [1]}), "statements")
    with pytest.raises(ValueError, match="no table under the heading 'speeches'"):
        meanings(pd.DataFrame(), "speeches")
