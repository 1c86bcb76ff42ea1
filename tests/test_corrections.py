"""The reader has the last word: what corrections.csv and people.csv change, and what they cannot."""

import pickle

import pandas as pd
import pytest

import sourcereading as sr
import test_reading as contract
from sourcereading import certainty
from sourcereading.attribution.voices import WRITER
from sourcereading.reading.corrections import Correction, Corrections

HALDEN = (
    "The bridge opens in May. “It may rain,” said Ana Ruiz. He added that the wall could fall.\n\n"
    "Ida Holm claimed that the mayor warned that the gate would leak. The wall stands, according to engineers."
)


@pytest.fixture
def read(tmp_path):
    """Reads texts as a.txt, b.txt, … with rows of corrections.csv and people.csv beside them."""

    def reading(*texts, corrections=(), people=()):
        for name, text in zip("abc", texts, strict=False):
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        for name, rows in (("corrections", corrections), ("people", people)):
            if rows:
                pd.DataFrame(rows).fillna("").to_csv(tmp_path / f"{name}.csv", index=False)
        return sr.read(tmp_path)

    return reading


def row(change, quote, value="", **more):
    return {"quote": quote, "change": change, "value": value, "by": "Ed Lund", "why": "heard it", **more}


def said(reading):
    rows = reading.statements[reading.statements["reporting_clause_of"] == ""]
    return list(zip(rows["speaker"], rows["voice"], rows["text"], strict=True))


def reason(reading):
    """Why the one correction is not applied; it is told in `problems`, too."""
    (change,) = reading.changes.to_dict("records")
    assert not change["applied"]
    told = reading.problems[reading.problems["file"] == f"corrections.csv, line {change['line']}"]
    assert told[["outcome", "reason"]].to_numpy().tolist() == [["warned", f"not applied: {change['reason']}"]]
    return change["reason"]


# -- what can be changed -----------------------------------------------------------------------------------------


def test_a_speaker_is_corrected_with_all_that_hangs_on_it(read):
    reading = read(HALDEN, corrections=[row("speaker", "the wall could fall", "Ruiz")])
    assert ("Ana Ruiz", "indirect", "the wall could fall.") in said(reading)
    (mark,) = reading.certainty[reading.certainty["text"] == "could"].to_dict("records")
    assert (mark["speaker"], mark["corrected"]) == ("Ana Ruiz", "Ed Lund: heard it (speaker)")
    assert set(reading.issues.loc[reading.issues["statement_id"] == mark["statement_id"], "speaker"]) <= {"Ana Ruiz"}
    words = reading.speakers.set_index("speaker")
    assert words.loc["Ana Ruiz", ["statements", "direct_words", "indirect_words"]].tolist() == [2, 3, 4]
    assert reading.manifest()["corrections"] == {"applied": 1, "names": 0, "not_applied": 0}
    assert reading.problems.empty


def test_a_quotation_may_contain_the_reporting_clause_and_be_in_it(read):
    for quote in ("He added that the wall could fall.", "He added"):
        reading = read(HALDEN, corrections=[row("speaker", quote, "Tom Brandt")])
        assert ("Tom Brandt", "indirect", "the wall could fall.") in said(reading)


def test_of_nested_statements_the_innermost_that_holds_the_words_is_corrected(read):
    inner = row("speaker", "the gate would leak", "the harbour master")
    outer = row("speaker", "the mayor warned that the gate would leak", "Ida Brandt")
    speakers = [speaker for speaker, _, _ in said(read(HALDEN, corrections=[inner, outer]))]
    assert {"the harbour master", "Ida Brandt"} <= {*speakers} and not {"the mayor", "Ida Holm"} & {*speakers}


def test_a_statement_given_to_who_tells_it_is_no_statement_of_its_own(read):
    reading = read(HALDEN, corrections=[row("speaker", "the gate would leak", "Ida Holm")])
    assert set(reading.statements["parent_id"]) == {""}
    (note,) = set(reading.statements["corrected"]) - {""}
    assert note == "Ed Lund: heard it (speaker)"
    assert ("Ida Holm", "indirect", "the mayor warned that the gate would leak.") in said(reading)


def test_a_voice_is_corrected_and_moves_the_words(read):
    reading = read(HALDEN, corrections=[row("voice", "It may rain", "paraphrased")])
    assert ("Ana Ruiz", "indirect", "“It may rain,”") in said(reading)
    assert reading.certainty.loc[reading.certainty["text"] == "may", "voice"].tolist() == ["indirect"]
    figures = reading.speakers.set_index("speaker").loc["Ana Ruiz", ["direct_words", "indirect_words"]]
    assert figures.tolist()[0] == 0


@pytest.mark.parametrize("change", [("remove statement", ""), ("speaker", "(writer)"), ("voice", "writer")])
def test_what_is_no_statement_goes_to_the_writer_with_its_reporting_clause(read, change):
    reading = read("The wall stands, according to plan.", corrections=[row(change[0], "The wall stands", change[1])])
    assert set(reading.statements["speaker"]) == {WRITER}
    assert set(reading.statements["reporting_clause_of"]) == {""}
    assert reading.statements["corrected"].tolist() == [f"Ed Lund: heard it ({change[0]})"]
    assert reading.speakers.empty


def test_a_missed_statement_is_added(read):
    reading = read(HALDEN, corrections=[row("add statement", "The bridge opens in May.", "the clerk")])
    assert ("the clerk", "indirect", "The bridge opens in May.") in said(reading)
    inside = read(HALDEN, corrections=[row("add statement", "the wall could fall", "Tom Brandt")])
    (nested,) = inside.statements[inside.statements["speaker"] == "Tom Brandt"].to_dict("records")
    assert nested["parent_id"] and nested["text"] == "the wall could fall"


def test_a_removed_mark_no_longer_weighs(read):
    before, reading = read(HALDEN), read(HALDEN, corrections=[row("remove mark", "could", why="ability")])
    assert "could" in before.certainty["text"].tolist() and "could" not in reading.certainty["text"].tolist()
    score = {
        name: found.statements.set_index("text").loc["the wall could fall.", ["certainty_score", "certainty_level"]]
        for name, found in (("before", before), ("after", reading))
    }
    assert score["after"].tolist() == [certainty.score([]), "unmarked"] != score["before"].tolist()
    corrected = reading.statements.set_index("text").loc["the wall could fall.", "corrected"]
    assert corrected == "Ed Lund: ability (remove mark)"


def test_an_added_mark_weighs_as_its_words_or_its_type_do(read):
    added = [row("add mark", "opens", "emphasis"), row("add mark", "stands", "possibility")]
    reading = read(HALDEN, corrections=added)
    marks = reading.certainty.set_index("text")
    assert marks.loc["opens", ["type", "direction", "voice"]].tolist() == ["booster", "raises", "writer"]
    assert marks.loc["stands", ["type", "speaker"]].tolist() == ["possibility", "engineers"]
    scores = reading.statements.set_index("text")["certainty_score"]
    kind = certainty.usual_kind("possibility")
    weight = certainty.weight(certainty.Mark(0, 1, "possibility", "lowers", "", kind))
    expected = certainty.score([weight])
    assert scores["The wall stands"] == expected < certainty.score([])


def test_a_mark_is_retyped(read):
    reading = read(HALDEN, corrections=[row("retype mark", "could", "probability")])
    (mark,) = reading.certainty[reading.certainty["text"] == "could"].to_dict("records")
    assert (mark["type"], mark["direction"]) == ("probability", "scale")
    assert mark["corrected"] == "Ed Lund: heard it (retype mark)"


def test_issues_are_added_changed_and_removed(read):
    text = "The bridge is new. A ceasefire holds. The budget is late."
    names = read(text).issues.set_index("text")["issue"]
    assert {"ceasefire", "budget"} <= {*names.index}
    reading = read(
        text,
        corrections=[
            row("add issue", "bridge", "Reconstruction"),
            row("change issue", "ceasefire", "security"),
            row("remove issue", "budget"),
        ],
    )
    found = reading.issues.set_index("text")
    assert found.loc["bridge", ["issue", "pattern", "corrected"]].tolist() == [
        "reconstruction", "", "Ed Lund: heard it (add issue)",
    ]  # fmt: skip
    assert found.loc["ceasefire", "issue"] == "security" and "budget" not in found.index


# -- what cannot be applied is told ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (
            row("speaker", "the wall would fall", "X"),
            "no article has the words “the wall would fall”; copy them again",
        ),
        (row("speaker", "could fall", "X", prefix="gate"), "no article has the words “could fall” after “gate”;"),
        (
            row("speaker", "could fall", "X", article="a", suffix="soon"),
            "a.txt does not have the words “could fall” be",
        ),
        (row("speaker", "could fall", "X", article="z.txt"), "no article here is named 'z.txt'; write its file"),
        (row("remove mark", "the"), "“the” occurs 3 times in a.txt; add the words right before it (prefix)"),
        (row("remvoe mark", "could"), "change 'remvoe mark' is unknown; write one of speaker, voice, "),
        (row("", "could", "X"), "change is empty; write one of"),
        (row("speaker", "", "X"), "quote is empty; copy the words from the article"),
        (row("voice", "could fall", "loud"), "value 'loud' is unknown; write one of direct, indirect, mixed, writer"),
        (
            row("add mark", "opens", "doubt"),
            "value 'doubt' is unknown; write one of possibility, negated_confidence, ",
        ),
        (row("add mark", "opens"), "value is empty; write the type of the mark"),
        (
            row("add mark", "wall could", "booster"),
            "“could” is already a mark (possibility); remove or retype that one",
        ),
        (row("add mark", "in May. “It", "booster"), "these words are in two sentences"),
        (row("remove mark", "opens"), "there is no mark in these words; see the table certainty"),
        (row("speaker", "The bridge opens", "X"), "these words are the writer's own;"),
        (
            row("speaker", "It may rain,” said Ana Ruiz. He added that the wall", "X"),
            "belong to more than one statement",
        ),
        (row("add statement", "opens in May. “It may", "X"), "these words belong to more than one statement"),
        (row("add statement", "It may", "Ana Ruiz"), "these words are already Ana Ruiz's; delete the row"),
        (row("add statement", "It may", "(writer)"), "to remove one, write “remove statement”"),
        (row("add issue", "opens", "reconstruct"), "no issue 'reconstruct' (reconstruction"),
        (row("remove issue", "opens"), "there is no issue in these words; see the table issues"),
        (row("add statement", ".", "X", prefix="Ruiz"), "there is no word in this quotation; quote words"),
    ],
)
def test_a_correction_that_does_not_fit_is_told_with_the_remedy(read, correction, said):
    assert said in reason(read(HALDEN, corrections=[correction]))


def test_a_heading_is_not_corrected(read):
    text = "Wall to fall soon\n\nThe wall may fall. “It may,” said Ana Ruiz."
    assert "are in a heading" in reason(read(text, corrections=[row("add mark", "Wall to fall", "booster")]))


def test_two_corrections_that_contradict_each_other_are_told(read):
    rows = [row("speaker", "wall could fall", "Ana Ruiz"), row("speaker", "could fall", "Tom Brandt")]
    reading = read(HALDEN, corrections=rows)
    assert reading.changes["applied"].tolist() == [True, False]
    assert ("line 2 gives the same statement the speaker 'Ana Ruiz'; keep one" in reading.changes["reason"].iloc[1])


def test_without_an_article_a_correction_counts_wherever_its_words_are(read):
    other = "The wall could fall, said Tom Brandt. The wall could fall, said Ida Holm."
    reading = read(
        HALDEN,
        "“The wall could fall,” said Tom Brandt.",
        other,
        corrections=[row("remove mark", "wall could")],
    )
    assert reading.changes["applied"].tolist() == [True, True, False]
    assert "occurs 2 times in c.txt" in reading.changes["reason"].iloc[2]
    one = read(HALDEN, corrections=[row("remove mark", "could", article="a.txt")])
    assert one.changes["article_id"].nunique() == 1


def test_a_correction_survives_an_edit_elsewhere_and_is_told_when_its_words_are_gone(read):
    fix = [row("speaker", "the wall could fall", "Ana Ruiz")]
    assert read("New first line, “added” later.\n\n" + HALDEN, corrections=fix).changes["applied"].all()
    assert "no article has the words" in reason(read(HALDEN.replace("could fall", "might fall"), corrections=fix))


# -- the file ----------------------------------------------------------------------------------------------------


def test_the_file_of_a_spreadsheet_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("She said it’s “no  plan”, Ana Ruiz told us.\n\nHe said it could  fall.")
    lines = [
        "\ufeffArticle;Quote;Prefix;Suffix;Change;Value;By;Why;;",
        "a.txt;it could fall;;;Speaker;Tom Brandt;Ed Lund;;;",
        ';"it\'s ""no plan""";;;speaker;Ana Ruiz;Ed Lund;"one; two";;',
        ";;;;;;;;;",
        "a.txt;it could fall;;;voice;;;;;",
    ]
    (tmp_path / "corrections.csv").write_bytes("\r\n".join(lines).encode("utf-8"))
    reading = sr.read(tmp_path)
    assert reading.changes[["line", "applied", "start"]].to_numpy().tolist() == [[2, True, 53], [3, True, 9]]
    assert reading.changes["why"].tolist() == ["", "one; two"]
    assert {"Tom Brandt", "Ana Ruiz"} <= {*reading.speakers["speaker"]}
    assert reading.problems["reason"].tolist() == ["its cells are separated by semicolons, not commas; it was read so"]


def test_faults_of_the_file_are_told(tmp_path):
    (tmp_path / "a.txt").write_text(HALDEN)
    file = tmp_path / "corrections.csv"
    file.write_text("quote,change,colour\ncould,remove mark,red\ncould,x\n")
    found = sr.read(tmp_path)
    assert (
        found.problems.to_numpy()
        .tolist()[0][2]
        .startswith("line 1: unknown column 'colour', not used; known are")
    )
    assert found.changes[["line", "applied"]].to_numpy().tolist() == [[2, True], [3, False]]
    assert "the number of cells is 2" in found.problems["reason"].iloc[1]
    file.write_text("words,change\ncould,remove mark\n")
    (fault,) = sr.read(tmp_path).problems["reason"]
    assert fault == "not used: line 1: no column quote; add it to the header line"


def test_a_file_in_a_subfolder_is_about_its_own_articles(tmp_path):
    for place in ("", "x", "y"):
        (tmp_path / place).mkdir(exist_ok=True)
        (tmp_path / place / "a.txt").write_text(f"{place} {HALDEN}")
    (tmp_path / "x" / "corrections.csv").write_text("article,quote,change\na.txt,could,remove mark\n")
    reading = sr.read(tmp_path)
    assert reading.changes["applied"].tolist() == [True]
    assert (
        reading.changes["article_id"].tolist()
        == reading.articles.set_index("file").loc[["x/a.txt"], "article_id"].tolist()
    )
    assert reading.changes["file"].tolist() == ["x/corrections.csv"]


def test_the_id_of_an_earlier_version_still_finds_its_article(tmp_path):
    (tmp_path / "a.txt").write_text(HALDEN)
    (tmp_path / "b.txt").write_text(f"{HALDEN} It could rain.")
    ids = sr.read(tmp_path).articles["article_id"].tolist()
    rows = [f"{name},could,remove mark" for name in (ids[0][:-4], ids[1][:-3], "a-00000000")]
    (tmp_path / "corrections.csv").write_text("\n".join(["article,quote,change", *rows]))
    changes = sr.read(tmp_path).changes
    assert changes[["article_id", "applied"]].to_numpy().tolist() == [[ids[0], True], ["", False], ["", False]]


def test_of_a_single_file_only_what_is_about_it_is_used(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{name} {HALDEN}")
    rows = [f"{name},could,remove mark\n" for name in ("a.txt", "b.txt", "b", "c.txt")]
    (tmp_path / "corrections.csv").write_text("article,quote,change\n" + "".join(rows))
    reading = sr.read(tmp_path / "a.txt")
    assert reading.changes[["line", "applied"]].to_numpy().tolist() == [[2, True], [5, False]]


def test_corrections_are_plain_data_and_saved_tables_keep_them(read, tmp_path):
    reading = read(HALDEN, corrections=[row("remove mark", "could"), row("speaker", "never said", "X")])
    loaded = sr.load(reading.save(tmp_path / "tables"))
    pd.testing.assert_frame_equal(loaded.changes, reading.changes)
    assert loaded.manifest() == reading.manifest()
    corrections = Corrections((Correction("corrections.csv", 2, quote="could", change="remove mark"),))
    again = sr.analyse(reading.articles, corrections=pickle.loads(pickle.dumps(corrections)))
    assert again["changes"]["applied"].tolist() == [True]


# -- people ------------------------------------------------------------------------------------------------------

VANCE = "“It will rain,” Vance said."
JD = "U.S. Vice President J.D. Vance said it could rain. “It may,” Vance said."


def test_a_corpus_counts_one_person(read):
    people = [{"name": "J.D. Vance", "aliases": "Vance; the vice president", "role": "Vice President of the US"}]
    reading = read(VANCE, JD, people=people)
    assert set(reading.speakers["speaker"]) == {"J.D. Vance"}
    assert set(reading.speakers["role"]) == {"Vice President of the US"}
    assert reading.speakers["aliases"].iloc[0] == "Vance"
    assert reading.changes[["change", "quote", "value", "applied"]].to_numpy().tolist() == [
        ["name", "Vance", "J.D. Vance", True], ["name", "J.D. Vance", "J.D. Vance", True],
    ]  # fmt: skip
    assert reading.manifest()["corrections"] == {"applied": 0, "names": 2, "not_applied": 0}


def test_one_surname_is_two_people_by_article(read):
    people = [
        {"name": "J.D. Vance", "aliases": "Vance", "article": "a.txt"},
        {"name": "Cyrus Vance", "aliases": "Vance", "article": "b"},
    ]
    reading = read(VANCE, "“It will snow,” Vance said.", people=people)
    assert reading.speakers["speaker"].tolist() == ["J.D. Vance", "Cyrus Vance"]
    assert reading.problems.empty


def test_one_alias_of_two_people_is_told_and_used_for_neither(read):
    people = [{"name": "J.D. Vance", "aliases": "Vance; VP"}, {"name": "Cyrus Vance", "aliases": "vance"}]
    reading = read(VANCE, people=people)
    assert reading.speakers["speaker"].tolist() == ["Vance"]
    fault, silent = reading.problems["reason"]
    assert silent.startswith("no effect: these people speak in no article here: J.D. Vance (line 2) and Cyrus Vance")
    assert fault.startswith(
        "line 3: “vance” is a name of J.D. Vance (line 2) and of Cyrus Vance, and is used for neither;"
    )


def test_two_full_names_are_not_made_one_by_their_surname(read):
    text = "Cyrus Vance said it could rain. “It may,” Vance said."
    people = [{"name": "J.D. Vance", "aliases": "Vance"}]
    assert read(text, people=people).speakers["speaker"].tolist() == ["Cyrus Vance"]


TRIAL = """Carmen Delgado was in court. “I am glad,” Delgado said. Luis Delgado, a senator, is on trial.

On the steps Delgado said only, “Beautiful day.” Mrs. Delgado said it would rain. They say Delgado is a disgrace."""


@pytest.mark.parametrize(
    "person",
    [{"name": "Luis Delgado", "aliases": "Delgado"}, {"name": "Sen. L. Delgado", "aliases": "Luis Delgado; Delgado"}],
)
def test_a_surname_means_whom_people_csv_says(read, person):
    text = TRIAL
    assert "Luis Delgado" not in set(read(text).speakers["speaker"])
    reading = read(text, people=[person])
    said = reading.statements[reading.statements["speaker"] == person["name"]]
    assert said["text"].str.strip().tolist() == ["“I am glad,”", "“Beautiful day.”"]
    mine = reading.statements[reading.statements["speaker"] == "Carmen Delgado"]["text"]
    assert mine.str.contains("would rain").any() and not mine.str.contains("Beautiful").any()
    assert person["name"] in set(reading.sentiment["target"])
    assert "Delgado" in reading.changes["quote"].tolist() and reading.changes["applied"].all()
    assert reading.problems.empty


def test_a_name_that_no_article_has_is_told_of_one_article_and_of_several(read):
    people = [{"name": "Carmen Delgado", "aliases": "Mrs. Delgado; Carmencita"}, {"name": "Zeb Nobody"}]
    told = [
        "no effect: these people speak in no article here: Zeb Nobody (line 3); check the spelling",
        "no effect: no article here has these names: “Carmencita” (line 2); check the spelling",
    ]
    for texts in ((TRIAL,), (TRIAL, VANCE)):
        assert read(*texts, people=people).problems["reason"].tolist() == told


def test_two_names_of_one_person_in_an_article_are_one_speaker(read):
    text = "The mayor said it could rain. “It may,” said Ana Ruiz. Ana Ruiz told us that the mayor said it will snow."
    reading = read(text, people=[{"name": "Ana Ruiz", "aliases": "the mayor"}])
    assert reading.speakers["speaker"].tolist() == ["Ana Ruiz"]
    assert set(reading.statements["parent_id"]) == {""}
    contract.test_speakers_words_are_those_of_their_innermost_statements(reading)


def test_a_correction_s_speaker_goes_by_the_name_in_people(read):
    reading = read(
        HALDEN,
        corrections=[row("speaker", "wall could fall", "Brandt")],
        people=[{"name": "Tom Brandt", "aliases": "Brandt"}],
    )
    assert "Tom Brandt" in reading.speakers["speaker"].tolist()


def test_people_who_speak_nowhere_are_told_once(read):
    reading = read(
        VANCE,
        JD,
        people=[{"name": "J.D. Vanse"}, {"name": "Ana Ruiz"}, {"name": "J.D. Vance", "aliases": "Vance"}],
    )
    assert reading.problems.to_numpy().tolist() == [
        [
            "people.csv", "warned",
            "no effect: these people speak in no article here: J.D. Vanse (line 2) and Ana Ruiz "
            "(line 3); check the spelling",
        ]
    ]  # fmt: skip
