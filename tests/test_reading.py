"""The contract of the tables: what others rely on holds in every row of every table."""

import csv
import json
import pickle
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sourcereading as sr
from sourcereading.reading import one_article
from sourcereading.reading.packed_table import PackedTable
from sourcereading.reading.schema import SCHEMAS, table
from sourcereading.text.articles import NothingToRead
from sourcereading.text.paths import ROOT, ReaderError

SPANS = ["sentences", "tokens", "statements", "certainty", "issues", "sentiment"]
HOSTILE = (
    "<script>alert(1)</script> said </style> it rained.\n\n“It’s $x_{$ =1+1,” said NA. **Bold** said None.\n\n"
    "Q: Who pays?\n\nA: “Nobody will,” 1e5 said, \u202eadding that “it could\n\n“go on” for ever."
)


@pytest.fixture(scope="module", params=["seeds", "data/practice", "hostile"])
def reading(request):
    return sr.read([HOSTILE] if request.param == "hostile" else ROOT / request.param)


def columns_of(name: str) -> dict[str, str]:
    """The columns of a table with those that the project's codebook adds to its issues."""
    return SCHEMAS[name] | ({"cap": "str", "iptc": "str"} if name == "issues" else {})


def test_columns_and_types_are_those_of_the_schema(reading):
    for name, frame in reading.tables().items():
        assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == columns_of(name), name


@pytest.mark.parametrize("name", SPANS)
def test_every_row_is_what_the_text_says(reading, name):
    texts = dict(zip(reading.articles["article_id"], reading.articles["text"], strict=True))
    for row in getattr(reading, name).itertuples():
        assert texts[row.article_id][row.start : row.end] == row.text


def test_cells_hold_plain_values(reading):
    for frame in reading.tables().values():
        for column in frame.columns:
            assert {type(value) for value in frame[column].tolist()} <= {str, int, float, bool}


def test_ids_are_unique_and_point_to_rows_that_are_there(reading):
    assert reading.articles["article_id"].is_unique
    for name in ("sentences", "tokens"):
        assert getattr(reading, name)[f"{name[:-1]}_id"].is_unique
    assert reading.certainty["mark_id"].is_unique
    statements = reading.statements
    assert not statements.duplicated(["statement_id", "part"]).any()
    known = {*statements["statement_id"], ""}
    assert known.issuperset(statements["parent_id"]) and known.issuperset(statements["reporting_clause_of"])
    for name in ("certainty", "issues", "sentiment"):
        assert known.issuperset(getattr(reading, name)["statement_id"])
        assert set(getattr(reading, name)["sentence_id"]) <= set(reading.sentences["sentence_id"])


def test_no_statement_crosses_the_end_of_its_sentence(reading):
    joined = reading.statements.merge(reading.sentences, on="sentence_id", suffixes=("", "_of"))
    assert ((joined["start"] >= joined["start_of"]) & (joined["end"] <= joined["end_of"])).all()


def innermost(covering):
    """The innermost of the rows of statements that cover a word: each holds the next, from one outermost row on."""
    held = {row.parent_id: row for row in covering}
    assert len(held) == len(covering), covering
    row = held.pop("")
    while row.statement_id in held:
        row = held.pop(row.statement_id)
    assert not held, covering
    return row


def test_every_word_is_in_exactly_one_innermost_statement(reading):
    rows = {name: list(group.itertuples()) for name, group in reading.statements.groupby("sentence_id")}
    own = dict.fromkeys(zip(reading.statements["statement_id"], reading.statements["part"], strict=True), 0)
    for token in reading.tokens[reading.tokens["is_word"]].itertuples():
        row = innermost([row for row in rows[token.sentence_id] if row.start <= token.start and token.end <= row.end])
        own[row.statement_id, row.part] += 1
    assert own == reading.statements.set_index(["statement_id", "part"])["own_words"].to_dict()


def test_the_words_of_a_statement_are_counted_with_its_tokens(reading):
    words = reading.tokens[reading.tokens["is_word"]]
    for row in reading.statements.itertuples():
        inside = words[
            (words["article_id"] == row.article_id)
            & (words["start"] >= row.start)
            & (words["end"] <= row.end)
        ]
        assert len(inside) == row.words


def test_a_statement_inside_another_takes_its_words_from_it():
    rows = sr.read(["“The mayor told me we could stay,” said Ana Ruiz."]).statements.set_index("speaker")
    assert rows.loc["Ana Ruiz", ["words", "own_words", "quoted_words"]].tolist() == [7, 4, 4]
    assert rows.loc["the mayor", ["words", "own_words", "quoted_words"]].tolist() == [3, 3, 0]


def test_speakers_words_are_those_of_their_innermost_statements(reading):
    speakers = reading.speakers.groupby("article_id")[["direct_words", "indirect_words"]].sum().sum(axis=1)
    said = reading.statements[(reading.statements["speaker"] != "(writer)") & (reading.statements["parent_id"] == "")]
    assert speakers.to_dict() == said.groupby("article_id")["words"].sum().to_dict()
    assert (reading.speakers[["direct_words", "indirect_words"]] >= 0).all(axis=None)


def test_marks_do_not_overlap_and_those_in_a_reporting_clause_are_the_writers(reading):
    for _, group in reading.certainty.groupby("sentence_id"):
        assert (group["start"].iloc[1:].to_numpy() >= group["end"].iloc[:-1].to_numpy()).all()
    assert set(reading.certainty["voice"]) <= {"direct", "indirect", "writer"}


def test_a_mark_has_its_strength(seed):
    weights = dict(zip(seed.certainty["text"], seed.certainty["weight"], strict=True))
    assert weights["cannot yet guarantee"] < weights["potential"] < 0 < weights["going to"]


def test_the_seed_reads_as_its_issue_demands(seed):
    said = seed.statements[(seed.statements["reporting_clause_of"] == "") & (seed.statements["parent_id"] == "")]
    by_sentence = said.groupby("sentence_id", sort=False)["speaker"].agg(set).tolist()
    assert by_sentence[:-1] == [{"J.D. Vance"}] * 14
    assert by_sentence[-1] == {"(writer)"}
    nested = seed.statements[seed.statements["parent_id"] != ""]
    assert nested["text"].tolist() == ["it could eventually lose the Donetsk region"]
    assert nested["speaker"].tolist() == ["the Ukrainian side"]
    marks = seed.certainty.set_index("text")
    assert (seed.certainty["text"] == "could").sum() == 4
    assert (seed.certainty["text"] == "potential").sum() == 2
    for words in ("cannot yet guarantee", "wouldn't say with confidence", "remains uncertain", "whether"):
        assert marks.loc[words, "type"] == "negated_confidence"
    assert marks.loc["in his assessment", ["type", "speaker"]].tolist() == ["own_view", "J.D. Vance"]
    assert marks.loc["claimed", ["type", "speaker"]].tolist() == ["attribution", "(writer)"]
    assert "about" not in marks.index
    even = marks.loc["roughly equal"]
    assert even[["type", "basis", "official_scale"]].tolist() == ["probability", "synonym", "ICD-203"]
    assert even[["low", "median", "high", "official_low", "official_high"]].tolist() == [49, 50, 51, 45, 55]
    assert even["n"] == 5131
    assert {
        "territory", "nuclear plant", "humanitarian and minorities", "reconstruction", "security",
        "conduct of negotiations", "peace settlement",
    } <= set(seed.issues["issue"])  # fmt: skip
    by_textblob = seed.sentiment[seed.sentiment["scorer"] == "textblob"]
    silent = by_textblob[by_textblob["text"].str.startswith("We’re going to keep talking")]
    assert silent["polarity"].isna().all() and not silent["evidence"].any()


def test_what_is_not_known_of_the_seed_is_empty(seed):
    assert seed.articles[["title", "outlet", "date", "url"]].to_numpy().tolist() == [["", "", "", ""]]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_saved_tables_come_back_unchanged(reading, tmp_path, kind):
    reading.save(tmp_path, kind)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert manifest["files_in"] == manifest["accepted"] + manifest["refused"]
    for name, frame in sr.load(tmp_path).tables().items():
        pd.testing.assert_frame_equal(frame, getattr(reading, name))


def test_the_same_by_parts_as_for_the_whole(practice):
    whole = practice
    parts = [sr.analyse(whole.articles.iloc[[at]]) for at in (2, 0, 1)]
    for name in SPANS:
        joined = pd.concat([part[name] for part in parts], ignore_index=True)
        key = ["article_id", "start", "end", *(["statement_id"] if "statement_id" in joined else [])]
        expected = getattr(whole, name).sort_values(key, ignore_index=True)
        pd.testing.assert_frame_equal(joined.sort_values(key, ignore_index=True), expected)


def test_the_articles_of_a_reading_one_by_one():
    texts = ["It rained.", "“It may rain,” said Ana Ruiz.", "It rained. It will rain."]
    whole = sr.read(texts)
    parts = whole.split()
    assert list(parts) == whole.articles["article_id"].tolist()
    for name, frame in whole.tables().items():
        if name != "problems":
            again = pd.concat([getattr(part, name) for part in parts.values()], ignore_index=True)
            pd.testing.assert_frame_equal(again, frame)
            assert all({*getattr(part, name)["article_id"]} <= {article} for article, part in parts.items())


def test_no_articles_give_typed_empty_tables():
    for name, frame in sr.analyse(table("articles")).items():
        assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == columns_of(name)
        assert frame.empty


def test_texts_and_frames_are_read_like_files():
    text = "“It may rain,” said Ana Ruiz."
    from_list = sr.read([text])
    from_frame = sr.read(pd.DataFrame({"text": [text]}))
    assert (
        from_list.statements["speaker"].tolist()
        == from_frame.statements["speaker"].tolist()
        == ["Ana Ruiz", "(writer)"]
    )


@pytest.mark.parametrize("source", [[], ["", " \n"], pd.DataFrame({"body": ["x"]}), "no/such/folder"])
def test_nothing_to_read_is_said(source):
    with pytest.raises(NothingToRead):
        sr.read(source)


def test_a_folder_without_saved_tables_says_what_to_name(tmp_path):
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(ReaderError, match=r"there is no manifest\.json of saved tables; name a"):
            sr.load(folder)


def test_a_folder_is_found_from_any_working_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert len(sr.read("seeds").articles) == 1


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(["“It may", " rain,” ", "said Ana. ", "He said ", "it could ", "“no” ", "\n\n", "that "]),
        min_size=1,
        max_size=12,
    )
)
def test_any_text_keeps_the_contract(parts):
    text = "x " + "".join(parts)
    reading = sr.read([text])
    for name in SPANS:
        frame = getattr(reading, name)
        assert all(text[row.start : row.end] == row.text for row in frame.itertuples())
    assert (
        reading.statements.loc[reading.statements["parent_id"] == "", "words"].sum()
        == reading.tokens["is_word"].sum()
    )


@pytest.fixture
def failing(monkeypatch):
    """Makes the program fail on every text with "crash" in it."""
    real = one_article.attribute

    def attribute(text, *rest):
        if "crash" in text:
            raise TypeError("no such thing")
        return real(text, *rest)

    monkeypatch.setattr(one_article, "attribute", attribute)


def test_an_article_that_makes_the_program_fail_does_not_stop_the_others(failing, tmp_path, caplog):
    for name, text in (("a", "Ana left."), ("b", "It will crash."), ("c", "Tom left.")):
        (tmp_path / f"{name}.txt").write_text(text)
    with caplog.at_level("DEBUG", logger="sourcereading"):
        reading = sr.read(tmp_path)
    assert reading.articles["file"].tolist() == ["a.txt", "c.txt"]
    assert reading.problems.to_numpy().tolist() == [
        ["b.txt", "refused", "the program failed on this text (TypeError: no such thing); please report it"]
    ]
    manifest = reading.manifest()
    assert (manifest["files_in"], manifest["accepted"], manifest["refused"]) == (3, 2, 1)
    assert "Traceback" in caplog.text and "b.txt" in caplog.text
    with pytest.raises(NothingToRead, match=r"b\.txt: the program failed"):
        sr.read(tmp_path / "b.txt")


def test_analyse_lets_a_failure_through(failing):
    articles = sr.read(["Ana left."]).articles.assign(text="crash")
    with pytest.raises(TypeError, match="no such thing"):
        sr.analyse(articles)


def test_analyse_needs_neither_an_author_nor_a_layout():
    articles = sr.read(["It rained.\n\nA long walk to Old Velia\n\nNobody was hurt."]).articles
    bare = sr.analyse(articles.drop(columns=["author", "layout"]))
    assert bare["articles"][["author", "layout"]].to_numpy().tolist() == [["", ""]]
    told = sr.analyse(articles.assign(layout="12-36 furniture"))["sentences"]["kind"].tolist()
    past = sr.analyse(articles.assign(layout="13-36 furniture; 12-999 caption"))["sentences"]["kind"].tolist()
    assert told == ["text", "furniture", "text"]
    assert past == bare["sentences"]["kind"].tolist() == ["text", "heading", "text"], "only blocks of the text count"


def test_analyse_says_what_its_frame_lacks():
    articles = sr.read(["Ana left.", "Tom left."]).articles
    with pytest.raises(ValueError, match="no column title, text; "):
        sr.analyse(articles.drop(columns=["title", "text"]))
    with pytest.raises(ValueError, match="row 1: title is nan, not text"):
        sr.analyse(articles.assign(title=pd.Series(["a", float("nan")], dtype=object)))
    with pytest.raises(ValueError, match="'x' is in two rows"):
        sr.analyse(articles.assign(article_id="x"))


def test_tables_in_another_format_take_the_place_of_those_saved_before(tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "a.txt").write_text("Ana left.")
    sr.read(["Another run."]).save(tmp_path, format="csv")
    reading = sr.read(tmp_path)
    reading.save(tmp_path, format="parquet")
    assert not (tmp_path / "articles.csv").exists()
    assert sr.load(tmp_path).articles["file"].tolist() == ["a.txt"]
    again = sr.read(tmp_path)
    assert again.articles["file"].tolist() == ["a.txt"] and again.sources == 1
    assert again.problems["reason"].str.contains("the files written there are left out").tolist() == [True]


def test_saving_replaces_saved_tables_and_nothing_else(tmp_path):
    reading = sr.read(["Ana left."])
    reading.save(tmp_path / "ours")
    assert reading.save(tmp_path / "ours") == tmp_path / "ours"
    (tmp_path / "tokens.csv").write_text("mine")
    with pytest.raises(ValueError, match=r"tokens\.csv exists and is not a table saved"):
        reading.save(tmp_path)
    assert (tmp_path / "tokens.csv").read_text() == "mine"
    (tmp_path / "tokens.csv").unlink()
    (tmp_path / "manifest.json").write_text('{"name": "an app"}')
    with pytest.raises(ValueError, match=r"manifest\.json exists"):
        reading.save(tmp_path)


def test_tone_is_scored_by_the_scorers_that_are_asked_for(practice):
    without = sr.analyse(practice.articles, scorers=[])
    for name, frame in without.items():
        if name != "sentiment":
            pd.testing.assert_frame_equal(frame, getattr(practice, name))
    assert without["sentiment"].empty and list(without["sentiment"]) == list(practice.sentiment)
    for scorer in ("textblob", "news"):
        own = practice.sentiment[practice.sentiment["scorer"] == scorer].reset_index(drop=True)
        pd.testing.assert_frame_equal(sr.analyse(practice.articles, scorers=[scorer])["sentiment"], own)
    with pytest.raises(ValueError, match="there is no scorer 'vader'; known are textblob, news"):
        sr.read(["It rained."], scorers=["vader"])


def test_tables_are_kept_packed_and_made_when_they_are_asked_for():
    reading = sr.read(ROOT / "data" / "practice", workers=1)
    text, rows = sum(map(len, reading.articles["text"])), reading.manifest()["rows"]
    kept = {name: vars(reading)[name] for name in SCHEMAS}
    whole = len(pickle.dumps(kept))
    assert whole - len(pickle.dumps(reading.articles)) < 12 * text  # which hold their texts once more
    packed = {name: whole - len(pickle.dumps({**kept, name: None})) for name in SCHEMAS}
    made = {name: frame.memory_usage(deep=True).sum() for name, frame in reading.tables().items()}
    assert packed["tokens"] < made["tokens"] / 12
    assert packed["sentiment"] < made["sentiment"] / 3
    assert {name: len(frame) for name, frame in reading.tables().items()} == rows
    assert reading.statements is reading.statements


@pytest.mark.parametrize("score", [-0.0, 0.0, float("nan"), 0.1 + 0.2])
def test_a_packed_table_is_the_table_cell_for_cell(score):
    article = table("articles", [("a", *[""] * 8, "It – rained.", "", 2, 1)])
    cells = ("a", "a.s1", "", 5, 11, "rained", "=1+1", "direct", "news", "", score, -score, True, "NA", "null")
    rows = [cells, (*cells[:3], 0, 2**40, "It – rained.", "", *cells[7:])] * 3
    packed = PackedTable("sentiment")
    packed.articles = article
    packed.add(rows)
    packed.pack()
    made, whole = packed.table(), table("sentiment", rows)
    pd.testing.assert_frame_equal(made, whole)
    assert made["polarity"].map(str).tolist() == whole["polarity"].map(str).tolist()


def test_what_is_done_to_a_table_changes_none_that_is_made_later():
    texts = ["“It may rain,” said Ana Ruiz. It is wet.", "Ben Holm said the wall may leak."]
    changed, whole = sr.read(texts), sr.read(texts)
    changed.articles["text"] = "gone"
    changed.sentences["sentence_id"] = ""
    twin = changed.copy()
    del twin.articles["article_id"]
    for name in ("tokens", "statements", "sentiment"):
        pd.testing.assert_frame_equal(getattr(twin, name), getattr(whole, name))
    del twin.statements["text"]
    assert "text" in changed.statements and "article_id" in changed.articles


PIECES = (
    *("Jr.", "Sr.", "III", "Dr.", "Lt. Gov.", "de", "St.", "U.S.", 'O"Brien', "Ana Ruiz", "Ruiz", "he", "I", "the"),
    *("said", "according to", "told", "asked whether", "@ruiz", "No.", ".", ".\n\n", ", ", ":", ";", "–", "…", "?"),
    *("“", "”", "‘", "’", '"', ",”", ".” "),
)


def test_no_order_of_words_makes_the_program_fail():
    """Also where a name is only "Jr.", or only a mark stands behind "according to"."""
    files = sorted((ROOT / "data" / "lexicons").glob("*.csv"))
    lines = (path.read_text(encoding="utf-8").splitlines() for path in files)
    listed = [row[0] for rows in lines for row in csv.reader(rows[1:])]
    chance = Random(26)
    texts = {
        " ".join(chance.choice(chance.choice((PIECES, PIECES, listed))) for _ in range(chance.randint(4, 60)))
        for _ in range(500)
    }
    reading = sr.read(['O"Brien, Jr. said no.', 'according to ’ , "', *sorted(texts)], workers=1)
    assert reading.problems.loc[reading.problems["outcome"] == "refused", "reason"].tolist() == []
    assert (reading.statements["speaker"] != "").all()
