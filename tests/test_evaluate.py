"""Evaluate: figures from invented marks whose result can be worked out by hand, and gold files good and bad."""

from __future__ import annotations

import hashlib
import importlib.util
import json

import pandas as pd
import pytest

from sourcereading import cli
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.text.paths import ROOT
from sourcereading_evaluation import agreement, evaluate, gold_files, matching, scoring
from sourcereading_evaluation.places_of_words import placed

TEXT = 'Ana Ruiz said the dam would hold. "It is old," she added. Lee Orme says Ruiz told him it leaks.'


def span(text, part):
    start = text.index(part)
    return [start, start + len(part)]


def said(source, cue, *content, text=TEXT, **more):
    return {
        "source": span(text, source) if source else None,
        "cue": span(text, cue) if cue else None,
        "content": [span(text, part) for part in content],
        **more,
    }


RUIZ = said("Ana Ruiz", "said", "the dam would hold", kind="indirect")
SHE = said("she", "added", '"It is old,"', kind="direct")
ORME = said("Lee Orme", "says", "Ruiz told him it leaks", kind="indirect", id="a3", parent=None)
NESTED = said("Ruiz told", "told", "it leaks", kind="indirect", id="a4", parent="a3")
NESTED["source"] = [NESTED["cue"][0] - 5, NESTED["cue"][0] - 1]


def figures(gold, predicted, flat=False, row="all"):
    rows = [{"id": "x", "text": TEXT, "attributions": gold}]
    return scoring.attribution(rows, {"x": predicted}, flat)["statements"][row]


def test_a_perfect_prediction():
    for row, gold in (("all", 3), ("direct", 1), ("indirect", 2), ("quoted", 1), ("speech", 3)):
        found = figures([RUIZ, SHE, ORME], [RUIZ, SHE, ORME], row=row)
        assert found["gold"] == found["predicted"] == gold
        assert {value for key, value in found.items() if key not in ("gold", "predicted")} == {100.0}
    nothing = figures([RUIZ], [RUIZ], row="mixed")
    assert set(nothing.values()) == {0}


def test_a_wrong_speaker_is_found_but_not_attributed():
    found = figures([RUIZ, SHE], [RUIZ, SHE | {"source": ORME["source"]}])
    assert (found["exact F1"], found["overlap F1"], found["attributed F1"], found["speaker"]) == (100, 100, 50, 50)


@pytest.mark.parametrize(
    ("content", "exact", "overlap"),
    [
        ("the dam would hold.", 100, 100),  # a full stop decides nothing
        ("the dam would", 0, 100),  # 11 of 15 letters
        ("said the dam would hold", 0, 100),  # 15 of 19
        ("dam", 0, 0),  # 3 of 15
        ("It is old", 0, 0),
    ],
)
def test_partial_overlap(content, exact, overlap):
    found = figures([RUIZ], [said("Ana Ruiz", "said", content)])
    assert (found["exact F1"], found["overlap F1"]) == (exact, overlap)


def test_a_gold_statement_pairs_once_with_its_best():
    found = figures([RUIZ], [said("Lee Orme", "says", "the dam would"), RUIZ])
    assert (found["exact P"], found["exact R"], found["attributed P"], found["speaker"]) == (50, 100, 50, 100)


def test_nested_statements_with_and_without_flat():
    assert figures([ORME], [ORME, NESTED])["overlap P"] == 50
    flat = figures([ORME], [ORME, NESTED], flat=True)
    assert (flat["predicted"], flat["overlap P"]) == (1, 100)
    flat = figures([ORME, NESTED], [ORME, NESTED], flat=True)
    assert (flat["gold"], flat["predicted"], flat["exact F1"]) == (1, 1, 100)
    assert matching.outermost([NESTED, NESTED | {"id": "same"}]) == [NESTED, NESTED | {"id": "same"}]


def test_a_row_without_a_prediction_counts_as_nothing_found():
    rows = [{"id": name, "text": TEXT, "attributions": [RUIZ]} for name in ("x", "y")]
    found = scoring.attribution(rows, {"x": [RUIZ]})
    assert found["n"] == {"articles": 2, "without a prediction": 1}
    assert (found["statements"]["all"]["attributed P"], found["statements"]["all"]["attributed R"]) == (100, 50)


def test_kinds_go_by_marks_in_predictions_and_speech_by_the_cue():
    assert figures([SHE], [SHE | {"kind": "indirect"}], row="direct")["predicted"] == 1
    assert figures([said("Ana Ruiz", "hold", "old")], [said(None, None, "old")], row="speech")["gold"] == 0
    assert figures([SHE], [said(None, None, "It is old")], row="speech")["predicted"] == 1


def named(gold, predicted):
    """The figures where gold has Ana Ruiz ("Ruiz"), Lee Orme and an unnamed clerk ("the official")."""
    known = [
        {"speaker": "Ana Ruiz", "aliases": ["Ruiz", "Mayor Ana Ruiz"]},
        {"speaker": "Lee Orme"},
        {"speaker": "a clerk", "aliases": ["the official"]},
    ]
    wanted = [{"id": "x", "text": TEXT, "attributions": [gold], "speakers": known}]
    return scoring.attribution(wanted, {"x": [predicted]})


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ("Ana Ruiz", "Ana Ruiz", 100),
        ("Ana Ruiz", "Mayor Ana Ruiz", 100),  # a form with more words that the key lists
        ("Ana Ruiz", "Ruiz", 0),  # the key lists it, but it is not her full name
        ("Ana Ruiz", "Later Ana Ruiz", 0),
        ("Ana Ruiz", "Lee Orme", 0),
        ("a clerk", "the official", 100),  # nobody knows the name
        ("a clerk", "The clerk", 100),
        (UNATTRIBUTED, UNATTRIBUTED, 100),
        (UNATTRIBUTED, "Ana Ruiz", 0),
        (["Ana Ruiz", "Lee Orme"], ["Lee Orme", "Ana Ruiz"], 100),
        (["Ana Ruiz", "Lee Orme"], "Ana Ruiz", 0),
        ("Ana Ruiz", ["Ana Ruiz", "Lee Orme"], 0),
        (["Ana Ruiz", "Lee Orme"], ["Ana Ruiz", "Ana Ruiz"], 0),
    ],
)
def test_names_are_scored_where_gold_gives_them(gold, predicted, right):
    found = named(SHE | {"speaker": gold}, SHE | {"speaker": predicted})["statements"]["all"]
    assert (found["canonical P"], found["canonical R"], found["overlap F1"]) == (right, right, 100)


def test_each_speaker_of_an_article_is_counted_once():
    speakers = named(SHE | {"speaker": ["Ana Ruiz", "Lee Orme"]}, SHE | {"speaker": "Mayor Ana Ruiz"})["speakers"]
    assert speakers["names"]["gold"] == 2 and speakers["names"]["P"] == 100 and speakers["names"]["R"] == 50
    assert named(SHE | {"speaker": "Ana Ruiz"}, SHE | {"speaker": UNATTRIBUTED})["speakers"]["names"]["predicted"] == 0
    assert "speakers" not in scoring.attribution([{"id": "x", "text": TEXT, "attributions": [SHE]}], {})


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        ("Ana Ruiz said the dam would hold.", "the dam would hold", 1),
        ("Ana Ruiz promised to repair the dam.", "to repair the dam", 1),
        ("Ana Ruiz urged Ben Holm to repair the dam.", "Ben Holm to repair the dam", 1),
        ("Ana Ruiz said it leaks.", "it leaks", 1),
        ("Ana Ruiz explained the price of the dam.", "the price of the dam", 0),
        ("Ana Ruiz called it “old news”.", "it “old news”", 1),
        ("Ana Ruiz hoped the dam would hold.", "the dam would hold", 0),  # a wish, not reported speech
    ],
)
def test_in_contract_is_speech_with_a_clause_an_infinitive_or_quoted_words(text, content, kept):
    cue = text.split()[2]
    gold = {"attributions": [said("Ana Ruiz", cue, content, text=text)], "text": text, "id": "x"}
    assert scoring.attribution([gold], {})["statements"]["in contract"]["gold"] == kept


PAGE = "“It is old,” Ruiz wrote.\n\nThe wall stands.\n\n“It is old,” Orme said. “It  is safe.”"


@pytest.mark.parametrize(
    ("words", "cue", "content"),
    [
        (["It is old,"], "Ruiz wrote", [[1, 11]]),
        (["It is old,"], "Orme said", [[45, 55]]),  # the same words, by the reporting clause beside them
        (["It is old,", "It is safe."], "Orme said", [[45, 55], [69, 81]]),  # white space does not count
        (["It is old,", "It was safe."], "Orme said", []),
        (["It is new,"], "Ruiz wrote", []),
    ],
)
def test_a_key_for_a_web_page_has_words_instead_of_offsets(words, cue, content, monkeypatch):
    monkeypatch.setattr("sourcereading_evaluation.places_of_words._NEAR", 20)
    found = placed(PAGE, [{"content_text": words, "cue_text": cue}])
    assert found[0]["content"] == content


def test_words_of_a_key_that_are_not_in_the_text_count_as_missed(tmp_path):
    row = {"id": "x", "text": TEXT, "attributions": [{"content_text": ["it sank"], "speaker": "Ana Ruiz"}, ORME]}
    gold = gold_files.gold_rows(written(tmp_path / "gold.jsonl", row))
    figures = evaluate.attribution(gold)[0]["statements"]["all"]
    assert (figures["gold"], figures["attributed R"]) == (2, 50)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("J.D. Vance, the vice president", "vance"),
        ("a spokesman for the ministry", "spokesman"),
        ("Hale’s", "hale"),
        ("an official who asked not to be named", "official"),
        ("Robert Downey Jr.", "downey"),
        ("by several people", "people"),
        ("who", "who"),
        ("—", ""),
    ],
)
def test_the_head_of_a_speaker(phrase, head):
    assert matching.head(phrase) == head


def test_the_same_source():
    def same(one, other):
        items = [said(name, None, "It is old", text="Ana Ruiz of Iona's office: It is old") for name in (one, other)]
        text = "Ana Ruiz of Iona's office: It is old"
        return matching.same_source(*(matching.said(text, item, bytearray(99), None, False) for item in items))

    assert same(None, None) and same("Ana Ruiz of Iona's office", "Ruiz") and same("Ana", "Ana Ruiz")
    assert not same("Ana Ruiz", None) and not same("Iona's", "Ana Ruiz")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('a "b c" d', "b c"),
        ("“a” b “c”", "ac"),
        ("“a\n\n“b” c", "ab"),
        ('a "b', ""),
        ("“a “b” c” d", "a b"),
        ("``a'' b", "a"),
    ],
)
def test_letters_inside_quotation_marks(text, inside):
    mask = matching.quoted(text)
    found = "".join(letter for letter, on in zip(text, mask, strict=True) if on and letter.isalnum())
    assert found == inside.replace(" ", "")


# -- certainty -------------------------------------------------------------------------------------------------

HEDGED, CERTAIN = (
    {"id": 1, "text": "It may rain, he says.", "label": "hedged"},
    {"id": 2, "text": "It rains.", "label": "certain"},
)


def test_figures_of_sentences_cues_scores_and_pairs():
    gold = [
        HEDGED | {"cues": [[3, 6]], "score": 1, "pair": 0},
        CERTAIN | {"cues": [], "score": 5, "pair": 0},
        HEDGED | {"id": 3, "cues": [[3, 12]], "score": 2, "pair": 1},
        CERTAIN | {"id": 4, "cues": [], "score": 4, "pair": 1},
    ]
    found = scoring.certainty(gold, {
        1: {"label": "hedged", "cues": [[3, 7]], "score": 0.1},
        2: {"label": "certain", "cues": [], "score": 0.9},
        3: {"cues": [[3, 6], [13, 15]], "score": 0.1},
        4: {"label": "hedged", "cues": [[3, 8]], "score": 0.9},
    })  # fmt: skip
    assert found["sentences"]["hedged"] == pytest.approx(
        {"gold": 2, "predicted": 3, "P": 200 / 3, "R": 100, "F1": 80, "accuracy": 75}
    )
    # Of 4 predicted spans one equals a gold one (but for a blank), two touch one.
    assert found["cues"]["exact"] == pytest.approx({"gold": 2, "predicted": 4, "P": 25, "R": 50, "F1": 100 / 3})
    assert found["cues"]["overlap"]["P"] == 50 and found["cues"]["overlap"]["R"] == 100
    assert found["cues"]["characters"] == pytest.approx(
        {"gold": 11, "predicted": 13, "P": 600 / 13, "R": 600 / 11, "F1": 50}
    )
    assert found["pairs"]["both right"] == {"pairs": 2, "right": 1, "share": 50}
    assert found["correlation"]["score"] == pytest.approx({"n": 4, "pearson": 0.9486833, "spearman": 0.8944272})


def test_correlations_of_what_does_not_vary_are_0():
    assert scoring.correlations([1, 2], [3, 3]) == {"n": 2, "pearson": 0, "spearman": 0}


def test_figures_of_marks_with_their_owners():
    mark = {"start": 3, "end": 6, "type": "possibility", "owner": "he", "voice": "indirect", "borderline": False}
    unclear = {"start": 7, "end": 11, "type": "own_view", "owner": "he", "voice": "indirect", "borderline": True}
    gold = [HEDGED | {"marks": [mark, unclear]}]
    wrong = mark | {"start": 7, "end": 11, "type": "booster"}
    found = scoring.certainty(gold, {1: {"marks": [mark | {"end": 7, "owner": WRITER}, wrong]}})["marks"]
    assert found["all"] | {"gold": 2, "predicted": 2, "P": 50, "R": 50, "F1": 50} == found["all"]
    assert (found["not borderline"] | {"gold": 1, "predicted": 1, "P": 100, "R": 100} == found["not borderline"])
    assert (found["all"]["exact"], found["all"]["owner"], found["all"]["voice"]) == (100, 0, 100)
    assert found["booster"]["predicted"] == 1 and found["own_view"]["gold"] == 1


def test_predictions_of_certainty():
    text = "About 30 people may come. He will certainly not."
    gold = [{"id": 1, "text": text, "label": "hedged"}, {"id": 2, "text": "About 30 came", "label": "certain"}]
    for approximators, labels in ((False, ["hedged", "certain"]), (True, ["hedged", "hedged"])):
        found, predicted = evaluate.certainty(gold, approximators)
        assert [row["label"] for row in predicted] == labels
        assert ("approximators" in found["measured"]) is approximators
    first = predicted[0]
    assert set(first) == {"id", "label", "cues", "types", "directions", "raises", "score"}
    assert [text[slice(*cue)] for cue in first["cues"]] == ["About", "may"]
    assert first["types"] == ["approximator", "possibility"] and first["directions"] == ["blurs", "lowers"]
    assert "certainly" in [text[slice(*cue)] for cue in first["raises"]]
    assert 0 <= first["score"] <= 1


# -- sentiment -------------------------------------------------------------------------------------------------


def test_figures_of_tone():
    gold = [{"id": number, "text": "", "label": label} for number, label in enumerate((-1, -1, 0, 1))]
    found = scoring.sentiment(gold, {0: -1, 1: 1, 3: 1})
    assert found["n"] == {"texts": 4, "without a prediction": 1}
    tones = found["tones"]
    assert tones["negative"] == pytest.approx(
        {
            "gold": 2,
            "predicted": 1,
            "read as -1": 1,
            "read as 0": 0,
            "read as +1": 1,
            "P": 100,
            "R": 50,
            "F1": 200 / 3,
        }
    )
    assert tones["mean"] == pytest.approx(
        {"P": 250 / 3, "R": 250 / 3, "F1": (200 / 3 + 100 + 200 / 3) / 3, "accuracy": 75}
    )


def test_predictions_of_tone():
    texts = ("A terrible plan.", "The plan was sent on Monday.", "A wonderful plan.")
    gold = [{"id": number, "text": text, "label": number - 1} for number, text in enumerate(texts)]
    found, predicted = evaluate.sentiment(gold)
    assert [row["label"] for row in predicted] == [row["textblob"] for row in predicted] == [-1, 0, 1]
    assert found["tones"]["mean"]["F1"] == found["textblob"]["mean"]["F1"] == 100
    assert found["sure"]["answered"]["texts"] == sum(row["sure"] for row in predicted)


def test_a_target_of_the_gold_decides_what_is_scored():
    text = "Fans praised Ana Ruiz for her courage; years later, in another town, the mayor fired Ben Holm for lying."
    spans = [[text.index(name), text.index(name) + len(name)] for name in ("Ana Ruiz", "Ben Holm")]
    gold = [{"id": number, "text": text, "label": 0, "target": span} for number, span in enumerate(spans)]
    predicted = evaluate.sentiment(gold)[1]
    assert [row["label"] for row in predicted] == [1, -1], predicted
    with pytest.raises(ValueError, match=r"row 1: \[0, 900\] is not a \[start, end\]"):
        evaluate.sentiment([{"id": 1, "text": text, "label": 0, "target": [0, 900]}])
    with pytest.raises(ValueError, match=r"row 1: there is no word at the target \[4, 5\]"):
        evaluate.sentiment([{"id": 1, "text": text, "label": 0, "target": [4, 5]}])


# -- what is predicted of attributions -------------------------------------------------------------------------


def test_predictions_of_attributions():
    text = (
        "Ana Ruiz waited. “It is old. It leaks,” she said.\n\n"
        "Ana Ruiz said that Lee Orme had warned that the dam may fail.\n\nIt rained.\n\n“Who knows what will happen?”"
    )
    found, predicted = evaluate.attribution([{"id": "x", "text": text, "attributions": []}])
    assert found["n"]["articles"] == 1 and found["n"]["words"] == 30
    items = predicted[0]["attributions"]
    assert [set(item) for item in items] == [
        {"id", "source", "source_text", "cue", "content", "kind", "speaker", "parent"}
    ] * len(items)
    by_content = {text[slice(*item["content"][0])].rstrip("."): item for item in items}
    quote = by_content["“It is old. It leaks,”"]  # two sentences of one quotation: one span
    assert (quote["source_text"], quote["kind"], quote["parent"]) == ("she", "direct", None)
    assert text[slice(*quote["source"])] == "she" and text[slice(*quote["cue"])] == "said"
    inner = by_content["the dam may fail"]
    outer = next(item for item in items if item["id"] == inner["parent"])
    assert (inner["speaker"], outer["speaker"], outer["kind"]) == ("Lee Orme", "Ana Ruiz", "indirect")
    unknown = by_content["“Who knows what will happen?”"]
    assert (unknown["source"], unknown["source_text"], unknown["speaker"]) == (None, None, UNATTRIBUTED)
    assert WRITER not in {item["speaker"] for item in items}


def test_a_text_without_words():
    assert evaluate.attribution([{"id": 1, "text": "", "attributions": []}])[1] == [{"id": 1, "attributions": []}]
    assert evaluate.certainty([CERTAIN | {"text": "—"}])[1][0]["label"] == "certain"


# -- gold files ------------------------------------------------------------------------------------------------


def written(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_row_gets_its_text_from_its_file(tmp_path):
    article = tmp_path / "a.txt"
    article.write_bytes("\ufeffÄ dam.\r\nIt holds.".encode())
    digest = hashlib.sha256(article.read_bytes()).hexdigest()
    row = {"id": "a", "file": str(article), "sha256": digest}
    rows = gold_files.gold_rows(written(tmp_path / "gold.jsonl", row))
    assert rows == [row | {"text": "Ä dam.\nIt holds.", "title": "", "outlet": "", "layout": ""}]
    article.write_text("changed", encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.jsonl, line 1: .*a\.txt is not the file that was annotated"):
        gold_files.gold_rows(tmp_path / "gold.jsonl")
    article.write_bytes(b"%PDF")
    written(tmp_path / "gold.jsonl", {"id": "a", "file": str(article)})
    with pytest.raises(ValueError, match=r"line 1: .*cannot be read: a PDF"):
        gold_files.gold_rows(tmp_path / "gold.jsonl")
    article.unlink()
    with pytest.raises(ValueError, match=r"line 1: no file .*a\.txt; restore it"):
        gold_files.gold_rows(tmp_path / "gold.jsonl")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{"id": 1}], "line 1: needs an object with id and text"),
        ([{"text": "x"}], "line 1: needs an object with id and text"),
        ([{"id": [1], "text": "x"}], "line 1: the id"),
        ([{"id": 1, "text": 5}], "line 1: the text of 1 is not text"),
        ([{"id": 1, "text": "x"}, {"id": 1, "text": "y"}], "line 2: the id 1 is on line 1, too"),
    ],
)
def test_a_row_that_cannot_be_used(rows, message, tmp_path):
    with pytest.raises(ValueError, match=message):
        gold_files.gold_rows(written(tmp_path / "gold.jsonl", *rows))


MARK = {"start": 0, "end": 1, "type": "booster", "owner": "A", "voice": "direct", "borderline": False}


@pytest.mark.parametrize(
    ("what", "row", "message"),
    [
        ("attribution", {"label": "hedged"}, "no attributions; attribution is compared with that"),
        ("attribution", {"attributions": [{}]}, "an attribution without content"),
        ("attribution", {"attributions": {"a": 1}}, "write a list"),
        (
            "attribution",
            {"attributions": [{"content": [[0, 99]]}]},
            r"\[0, 99\] is not a \[start, end\] within the text",
        ),
        ("attribution", {"attributions": [{"content": [[0, 1]], "cue": [1]}]}, r"\[1\] is no"),
        ("certainty", {"attributions": []}, "no label or cues or score or marks"),
        ("certainty", {"label": "unsure"}, "the label 'unsure' is not one of hedged, certain"),
        ("certainty", {"cues": [[2, 1]]}, r"\[2, 1\] is no"),
        ("certainty", {"score": "high"}, "the score 'high' is not a number"),
        ("certainty", {"marks": [{"start": 0}]}, "a mark needs"),
        ("certainty", {"score": float("nan")}, "the score nan is not a number"),
        ("certainty", {"score": True}, "the score True is not a number"),
        ("certainty", {"label": "hedged", "pair": [1]}, r"the pair \[1\] is neither"),
        ("certainty", {"marks": [MARK | {"owner": None}]}, "owner is None, not text"),
        ("certainty", {"marks": [MARK | {"borderline": "no"}]}, "borderline is 'no'"),
        ("attribution", {"attributions": [], "speakers": [{"name": "A"}]}, "no “speaker”"),
        ("attribution", {"attributions": [], "speakers": [{"speaker": "A", "aliases": [1]}]}, "alias of 'A'"),
        ("attribution", {"attributions": [{"content": [[0, 1]], "source_text": 5}]}, "source_text is 5"),
        ("attribution", {"attributions": [{"content": [[0, 1]], "kind": ["x"]}]}, "the kind .* is not one of direct"),
        ("attribution", {"attributions": [], "title": 5}, "title is 5, not text"),
        ("sentiment", {"label": True}, "the label True is not one of"),
        ("sentiment", {"score": 1}, "no label"),
        ("sentiment", {"label": 2}, "the label 2 is not one of -1, 0, 1"),
    ],
)
def test_marks_that_cannot_be_scored(what, row, message):
    with pytest.raises(ValueError, match=f"row 'x': .*{message}"):
        getattr(evaluate, what)([{"id": "x", "text": "abc"} | row])


def test_marks_of_a_gold_file_that_cannot_be_scored_are_named_with_file_and_line(tmp_path):
    good = {"id": 1, "text": "It may.", "label": "hedged"}
    gold = gold_files.gold_rows(written(tmp_path / "gold.jsonl", good, {**good, "id": "b", "label": "x"}))
    with pytest.raises(ValueError, match=r"gold\.jsonl, line 2, row 'b': the label 'x' is not one of"):
        evaluate.certainty(gold)


def test_keys_hold_the_words_they_name():
    for name, listed in (("attribution", "attributions"), ("certainty", "marks"), ("issues", "mentions")):
        rows = gold_files.keys(name)
        assert rows
        for row in rows:
            assert (ROOT / row["file"]).is_file() and row["text"]
            for mark in row[listed]:
                if listed != "attributions":
                    assert row["text"][mark["start"] : mark["end"]] == mark["text"]
                    continue
                assert mark["content"] and all(row["text"][start:end].strip() for start, end in mark["content"])
                if mark["source"]:
                    assert row["text"][slice(*mark["source"])] == mark["source_text"]


# -- the command -----------------------------------------------------------------------------------------------


def test_the_command(tmp_path, capsys):
    gold = written(tmp_path / "gold.jsonl", {"id": "x", "text": TEXT, "attributions": [RUIZ, SHE, ORME]})
    out = tmp_path / "predictions.jsonl"
    assert cli.main(["evaluate", "attribution", str(gold), "--flat", "--predictions", str(out)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"Who says what, outermost statements only. Gold: {gold} (1 article, 20 words)"
    assert printed[2].split() == ["exact", "overlap", "attributed"]
    assert printed[3].split() == ["statements", "gold", "predicted", *["P", "R", "F1"] * 3, "speaker"]
    assert printed[4].split() == ["all", "3", "3", *["100.0"] * 10]
    assert len({len(line) for line in printed[3:10]}) == 1  # aligned
    (row,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert row["id"] == "x" and [item["parent"] is None for item in row["attributions"]].count(False) == 1

    assert (
        cli.main(["evaluate", "certainty", str(written(gold, HEDGED | {"score": 1}, CERTAIN | {"score": 5}))])
        == 0
    )
    printed = capsys.readouterr().out
    assert "hedged" in printed and "1.000" in printed and "(2 texts)" in printed
    assert cli.main(["evaluate", "sentiment", str(gold)]) == 2
    assert "the label 'hedged' is not one of -1, 0, 1" in capsys.readouterr().err


@pytest.mark.parametrize("measure", ["attribution", "certainty", "sentiment", "marks", "sources"])
def test_figures_on_texts_of_others_are_numbers_with_their_day_and_command(measure):
    table = agreement.measured(measure)
    assert len(table) and table["date"].str.fullmatch(r"\d{4}-\d\d-\d\d").all()
    by_hand = {"marks": "python tools/sample_marks.py ", "sources": "compared with the marks of an AI assistant; "}
    command = by_hand.get(measure, f"sourcereading evaluate {measure} ")
    assert table["command"].str.startswith(command).all()
    assert (table["first_measured"] <= table["date"]).all() and (table["times"] >= 1).all()
    assert table["seen"].isin(["texts", "figures"]).all()
    figures = [name for name in ("precision", "f1", "correlation", "right") if name in table]
    assert table[figures].notna().any(axis=1).all() and (table["gold"] > 0).all()


def test_a_set_that_is_measured_again_keeps_its_history():
    """A figure that was looked at five times is not a first look; texts that were read stay read."""
    spec = importlib.util.spec_from_file_location("measure", ROOT / "tools" / "measure.py")
    measure = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(measure)

    def figures(name, date, f1):
        return [{"measure": "certainty", "set": name, "date": date, "f1": f1}]

    known = measure.replaced([], figures("pairs", "2026-01-02", "80.0"), looked_at=True)
    known = measure.replaced(known, figures("news", "2026-01-03", "90.0"), looked_at=False)
    known = measure.replaced(known, figures("pairs", "2026-01-05", "85.0"), looked_at=False)
    assert [tuple(row.values())[1:] for row in known] == [
        ("news", "2026-01-03", "90.0", "2026-01-03", "1", "figures"),
        ("pairs", "2026-01-05", "85.0", "2026-01-02", "2", "texts"),
    ]


def test_the_measured_sentence_names_the_worst_kind_and_says_how_unseen_the_texts_were(monkeypatch):
    """On an input of our own: other figures give another sentence, and the flattering one does not stand alone."""
    rows = [("all", 85, 50), ("speech", 90, 80), ("direct", 95, 60), ("mixed", 90, 41), ("indirect", 90, 70)]
    sets = [(agreement.CORPUS, 3, *row) for row in rows] + [(agreement.PAGES, 7, "canonical", 66, 55)]
    table = pd.DataFrame(sets, columns=["set", "texts", "row", "precision", "recall"])
    table = table.assign(date="2026-02-01", first_measured="2026-01-01", times=2, seen="figures")
    monkeypatch.setattr(agreement, "measured", {"attribution": table}.get)
    said = agreement.measured_statements()
    assert "50 of 100 statements are found with the right words (half of their letters or more) and speaker" in said
    assert "and 85 of 100 found are right; of reported speech alone, 80 and 90." in said
    assert "Least is found of what is partly quoted, beliefs and wishes included: 41 of 100." in said
    assert "Only their figures were looked at while the program was made, and the figures recorded twice" in said
    assert "On 7 saved news pages, marked by an AI assistant, 55 of 100 statements" in said
    assert "and 66 of 100 found are right; since" in said
