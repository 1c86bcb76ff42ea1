"""The exercises of the notebooks: each has its answer, and what an answer says of the practice articles is so."""

import re

import pytest

import sourcereading as sr
from sourcereading.analysis import findings
from sourcereading.text.paths import ROOT
from sourcereading_evaluation import gold_files
from test_notebooks import NAMES, TELLINGS, prose

EXERCISE = re.compile(
    r"^\*\*(\d)\. (\w[\w ]+)\.\*\* (.+?)\n\n"
    r"<details><summary>Answer to (\d)</summary>\n\n(.+?)\n\n</details>",
    re.MULTILINE | re.DOTALL,
)
HEADING = "## Try it yourself\n\n"


def exercises(name):
    return EXERCISE.findall(prose(name).partition(HEADING)[2])


def answer(name, number):
    return " ".join(exercises(name)[number - 1][4].split())


@pytest.fixture(scope="module")
def wire():
    return sr.read(ROOT / "data" / "practice" / "halden_1_wire.txt")


@pytest.mark.parametrize("name", NAMES)
def test_each_exercise_has_an_answer_in_a_fold_of_its_own(name):
    found = exercises(name)
    section = prose(name).partition(HEADING)[2].partition("\n\n## ")[0]
    assert [(asked, told) for asked, _, _, told, _ in found] == [(f"{n}", f"{n}") for n in range(1, len(found) + 1)]
    assert len(found) >= 2 and not EXERCISE.sub("", section).strip()
    for _, kind, ask, _, told in found:
        changes_a_list = "data/lexicons" in ask or "pattern" in ask
        assert (kind == "For analysts") == changes_a_list, ask
        assert len(told.split()) > 20


def test_what_an_answer_quotes_of_the_practice_articles_stands_there():
    """In the notebooks whose answers quote them in double quotation marks."""
    texts = [(ROOT / "data" / "practice" / f"{file}.txt").read_text(encoding="utf-8") for file in TELLINGS.values()]
    text = re.sub(r"[“”‘’'\"]", "", " ".join(" ".join(texts).split())).lower()
    quoted = [
        (name, words)
        for name in ("00-start-here", "02-who-says-what", "03-how-sure", "04-which-issues", "06-compare-articles")
        for _, _, _, _, told in exercises(name)
        if re.search("wire report|tabloid|long read", told)
        for words in re.findall(r'"([^"]+)"', " ".join(told.split()))
    ]
    plain = [(name, re.sub(r"[*“”‘’']|[.,]$", "", words).lower()) for name, words in quoted]
    others = {"18 marks of certainty", "i told you", "said", "claimed"}
    assert len(plain) > 25 and [words for _, words in plain if words not in text and words not in others] == []


def test_the_figures_of_the_wire_report_are_those_that_the_notebooks_show(wire):
    said = answer("00-start-here", 1)
    assert "the ministry of waters: 40 of the 291 words" in findings.who_speaks(wire) and "40 of 291 words" in said
    ministry = wire.speakers.set_index("speaker").loc["the ministry of waters"]
    assert ministry["indirect_words"] == 33 and "33 of the ministry's 40 words are paraphrased" in said
    low = wire.statements[wire.statements["certainty_level"] == "low"]["text"]
    assert low.iloc[0].startswith('"If they shut us out for one season, we might hold on')
    assert len(wire.certainty) == 18 and "18 marks of certainty" in answer("00-start-here", 2)
    words = sr.word_frequencies(sr.in_body(wire.tokens, wire.sentences)).head(5)["written"]
    assert "*{}*, *{}*, *{}*, *{}* and *{}*".format(*words) in answer("01-read-an-article", 1)
    unquoted = wire.speakers[wire.speakers["direct_words"] == 0]["speaker"]
    assert len(unquoted) == 3 and "three have no quoted word at all" in answer("02-who-says-what", 1)
    likely = wire.certainty[wire.certainty["text"] == "likely"].iloc[0]
    assert [likely["low"], likely["high"], likely["median"]] == [60, 90, 75]
    assert "60 to 90 percent, with 75 in the middle" in answer("03-how-sure", 2)
    cafe = wire.issues[wire.issues["issue"] == "food, travel and lifestyle"]
    assert list(cafe["text"]) == ["café"] and list(cafe["pattern"]) == ["café(s)"]


def test_the_key_of_the_wire_report_and_the_program_count_as_the_answer_says(wire):
    said = answer("07-how-good-is-this", 1)
    key = next(row for row in gold_files.keys("attribution") if row["id"] == "halden_1_wire")
    assert len(key["attributions"]) == len(sr.reported(wire.statements, wire.articles)) == 15
    assert "The key has 15, and the program finds 15." in said
    marks = set(wire.certainty["text"])
    gold = next(row for row in gold_files.keys("certainty") if row["id"] == "halden_1_wire")
    assert "was not persuaded" in marks and not any("persuaded" in mark["text"] for mark in gold["marks"])
    assert any("Nobody does" in mark["text"] for mark in gold["marks"]) and not any("Nobody" in mark for mark in marks)


def test_without_a_paragraph_the_figures_fall_as_the_answer_says(wire):
    paragraphs = wire.articles["text"].iloc[0].split("\n\n")
    rest = [words for words in paragraphs if not words.startswith("On Netmakers")]
    short = sr.read(["\n\n".join(rest)])
    pairs = [
        (len(reading.speakers), len(sr.reported(reading.statements, reading.articles)), len(reading.certainty),
         int(reading.articles["words"].sum()))
        for reading in (short, wire)
    ]  # fmt: skip
    told = answer("08-your-own-article", 2)
    for after, before, what in zip(*pairs, ("speakers", "statements", "marks", "words"), strict=True):
        assert f"{after} {what} in place of {before}" in told


def test_the_sentences_that_answers_give_are_read_wrongly_as_they_say():
    probe = sr.try_sentences
    assert list(probe.split("He works for Acme Inc. Sales rose.")["sentences"]) == [1]
    assert list(probe.said("For Ana Ruiz there is no question: the bridge is safe.")["speaker"]) == ["(writer)"]
    marks = probe.marked("He looked at the floor.", "The ice is thin.")["mark"]
    assert list(marks) == ["(nothing found)"] * 2
    tones = probe.toned("A great day for the best liars.").iloc[0]
    assert tones["news"] > 0 and tones["textblob"] > 0
    for name, number, words in (
        ("01-read-an-article", 2, "He works for Acme Inc. Sales rose."),
        ("02-who-says-what", 3, "For Ana Ruiz there is no question: the bridge is safe."),
        ("03-how-sure", 3, "The ice is thin."),
        ("05-sentiment-by-speaker", 2, "A great day for the best liars."),
    ):
        assert words in answer(name, number)


def test_the_three_articles_differ_as_the_answers_to_comparing_say():
    told = {name: sr.read(ROOT / "data" / "practice" / f"{file}.txt") for name, file in TELLINGS.items()}
    wire, tabloid, long_read = told.values()
    heard = [set(reading.speakers["speaker"]) for reading in (wire, tabloid, long_read)]
    assert [("Odette Farrow" in names, "Jonna Threap" in names) for names in heard] == [
        (True, True), (False, False), (True, False),
    ]  # fmt: skip
    for reading, phrase in ((wire, "likely"), (tabloid, "all but certain"), (long_read, "roughly even")):
        assert phrase in set(reading.certainty[reading.certainty["type"] == "probability"]["text"])
    owners = [
        set(reading.statements[reading.statements["text"].str.contains("never asked us", regex=False)]["speaker"])
        for reading in (wire, tabloid, long_read)
    ]
    assert owners == [{"Odette Farrow"}, {"(unattributed)"}, {"Odette Farrow"}]
    marks = [reading.certainty for reading in (wire, tabloid, long_read)]
    distance = [set(rows[rows["type"] == "attribution"]["text"]) for rows in marks]
    assert distance == [set(), {"claim", "reportedly"}, {"claimed"}]


def test_the_sources_that_answers_tell_of_are_read_so(wire):
    long_read = sr.read(ROOT / "data" / "practice" / "halden_3_longread.txt")
    said, words = answer("09-who-is-heard", 1), {}
    for reading in (wire, long_read, sr.read(ROOT / "data" / "practice" / "halden_2_tabloid.txt")):
        rows = sr.heard_sources(reading)
        words |= dict(rows.loc[rows["kind"] == "unnamed", ["speaker", "words"]].to_numpy())
    assert max(words, key=words.get) == "a senior official" and words["a senior official"] == 27
    assert words["an official familiar with the plan"] == 14 and "27 words" in said and "14 words" in said
    reasons = [set(sr.unnamed_sources(one.statements, one.sentences)["reason"]) for one in (wire, long_read)]
    assert reasons == [{"because the estimates are not public"}, {""}]
    claims = sr.one_source_claims(wire.issues, wire.statements, wire.speakers)
    assert list(claims["speaker"]) == ["Ilse Marrow"] and "only Ilse Marrow" in answer("09-who-is-heard", 2)
    sentence = re.search('"(Ana Ruiz, .*?)"', answer("09-who-is-heard", 3))[1]
    assert list(sr.try_sentences.heard(sentence)[["speaker", "position"]].iloc[0]) == ["Ana Ruiz", ""]
