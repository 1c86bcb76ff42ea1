"""Counts, words and words in context: small tables in, expected rows out, with names that tables like to swallow."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcereading.analysis.compare import shared_passages
from sourcereading.analysis.counts import counts_by, matrix, sentences_without, without_reporting_clauses, words_by
from sourcereading.analysis.sentiment import t_quantile, tone_by
from sourcereading.analysis.statements import in_body
from sourcereading.analysis.words import frequencies_in_body, kwic, stopwords, word_frequencies
from sourcereading.issues.codebook import codebook
from sourcereading.reading.reading import Reading
from sourcereading.reading.schema import SCHEMAS, table
from sourcereading.text.sentences import tokens

ODD_NAMES = ["NA", "None", "1e5", "Ana $x_{$ Silva", "nan", "True", "=1+1", ""]


def rows_of(name: str, *rows: dict) -> pd.DataFrame:
    """A table of the schema with these cells; the others are empty."""
    blank = {"str": "", "int64": 0, "float64": math.nan, "bool": True}
    schema = SCHEMAS[name]
    return table(name, [tuple(row.get(column, blank[dtype]) for column, dtype in schema.items()) for row in rows])


def issue_rows(*cells: tuple[str, str, str]) -> pd.DataFrame:
    return rows_of("issues", *({"issue": i, "speaker": s, "voice": v} for i, s, v in cells))


def scored(speaker: str, *scores: float, voice: str = "direct") -> list[dict]:
    """Rows of ``sentiment``; NaN is a stretch without evidence."""
    return [
        {"speaker": speaker, "voice": voice, "scorer": "textblob", "text": f"stretch {number}", "polarity": score,
         "evidence": not math.isnan(score)}
        for number, score in enumerate(scores)
    ]  # fmt: skip


# --- Counts ----------------------------------------------------------------------------------------

MENTIONS = issue_rows(
    ("territory", "Hale", "direct"),
    ("territory", "Hale", "indirect"),
    ("security", "Orme", "direct"),
    ("territory", "(writer)", "writer"),
)


def test_counts_come_largest_first_with_a_rate_on_a_named_denominator():
    counts = counts_by(MENTIONS, ["issue"], words=400)
    assert counts.to_dict("records") == [
        {"issue": "territory", "mentions": 3, "words": 400.0, "per_1000": 7.5},
        {"issue": "security", "mentions": 1, "words": 400.0, "per_1000": 2.5},
    ]


def test_each_group_is_divided_by_its_own_words():
    words = pd.DataFrame({"speaker": ["Hale", "Orme"], "voice": ["direct", "direct"], "words": [100, 99]})
    counts = counts_by(MENTIONS, ["issue", "speaker"], words=words).set_index(["issue", "speaker"])
    assert counts.loc[("territory", "Hale"), ["mentions", "per_1000"]].tolist() == [2, 20]
    assert counts.loc[("security", "Orme"), "words"] == 99  # too few for a rate
    assert math.isnan(counts.loc[("security", "Orme"), "per_1000"])
    assert math.isnan(counts.loc[("territory", "(writer)"), "words"])


def test_words_that_fit_no_group_are_refused():
    with pytest.raises(ValueError, match="words has none of the columns issue; give it one, or give a number"):
        counts_by(MENTIONS, ["issue"], words=pd.DataFrame({"speaker": ["Hale"], "words": [1]}))


def test_a_grid_has_zeros_where_nothing_was_counted():
    grid = matrix(counts_by(MENTIONS, ["issue", "speaker"]), "issue", "speaker")
    assert grid.index.tolist() == ["territory", "security"]
    assert grid.loc["security", "Hale"] == 0 and grid.loc["territory", "Hale"] == 2


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_speaker_of_any_name_keeps_his_name(name):
    mentions = issue_rows(("territory", name, "direct"), ("territory", "Hale", "direct"))
    words = pd.DataFrame({"speaker": [name, "Hale"], "words": [200, 100]})
    counts = counts_by(mentions, ["speaker"], words=words).set_index("speaker")
    assert counts.loc[name, "per_1000"] == 5
    tone = tone_by(rows_of("sentiment", *scored(name, 0.5), *scored("Hale", 0.1, 0.2)))
    assert tone["speaker"].tolist() == ["Hale", name]


def test_empty_tables_give_empty_tables_with_their_columns():
    assert counts_by(table("issues"), ["issue", "speaker"], words=0).columns.tolist() == [
        "issue", "speaker", "mentions", "words", "per_1000",
    ]  # fmt: skip
    assert matrix(counts_by(table("issues"), ["issue", "speaker"]), "issue", "speaker").empty
    assert words_by(table("statements")).columns.tolist() == ["speaker", "voice", "words"]
    assert without_reporting_clauses(table("issues"), table("statements")).equals(table("issues"))
    assert kwic(table("issues"), table("articles")).columns.tolist()[-2:] == ["before", "after"]
    assert word_frequencies(table("tokens")).empty
    tone = tone_by(table("sentiment"))
    assert tone.empty and tone["mean"].dtype == "float64" and tone["stretches"].dtype == "int64"
    assert sentences_without(table("sentences"), table("issues")) == (0, 0)


# --- Words of statements, reporting clauses -------------------------------------------------------------------

# "Vance claimed" | that the side acknowledges [it could lose the region], though "it could be longer".
STATEMENTS = rows_of(
    "statements",
    {"article_id": "a", "statement_id": "w1", "reporting_clause_of": "s1", "start": 0, "end": 13, "speaker": "(writer)",
     "voice": "writer", "words": 2, "own_words": 2},
    {"article_id": "a", "statement_id": "s1", "start": 14, "end": 95, "speaker": "Vance", "voice": "mixed",
     "words": 14, "own_words": 9, "quoted_words": 4},
    {"article_id": "a", "statement_id": "s2", "parent_id": "s1", "start": 41, "end": 65, "speaker": "the side",
     "voice": "indirect", "words": 5, "own_words": 5},
    {"article_id": "a", "statement_id": "w2", "start": 100, "end": 150, "speaker": "(writer)", "voice": "writer",
     "words": 9, "own_words": 9, "quoted_words": 0},
)  # fmt: skip


def test_every_word_counts_once_for_its_innermost_statement():
    words = words_by(STATEMENTS).set_index(["speaker", "voice"])["words"].to_dict()
    assert words == {
        ("(writer)", "writer"): 9, ("Vance", "direct"): 4, ("Vance", "indirect"): 5, ("the side", "indirect"): 5,
    }  # fmt: skip


def test_what_is_in_a_reporting_clause_can_be_left_out():
    marks = rows_of(
        "issues",
        {"article_id": "a", "start": 6, "end": 13, "issue": "in the clause"},
        {"article_id": "a", "start": 20, "end": 30, "issue": "said"},
        {"article_id": "b", "start": 6, "end": 13, "issue": "in another article"},
    )
    assert without_reporting_clauses(marks, STATEMENTS)["issue"].tolist() == ["said", "in another article"]


def test_share_of_sentences_that_name_no_issue_leaves_headings_out():
    sentences = rows_of(
        "sentences",
        {"article_id": "a", "sentence_id": "1", "kind": "heading"},
        {"article_id": "a", "sentence_id": "2", "kind": "text"},
        {"article_id": "a", "sentence_id": "3", "kind": "text"},
        {"article_id": "b", "sentence_id": "2", "kind": "text"},
    )
    named = rows_of("issues", {"article_id": "a", "sentence_id": "2"}, {"article_id": "a", "sentence_id": "2"})
    assert sentences_without(sentences, named) == (3, 2)


def test_words_in_context_are_whole_words_on_one_line():
    text = "The parties met again.\nPeace talks began on Monday in Florida."
    start = text.index("talks")
    articles = rows_of("articles", {"article_id": "a", "text": text})
    found = rows_of("issues", {"article_id": "a", "start": start, "end": start + 5, "text": "talks"})
    row = kwic(found, articles, width=14).iloc[0]
    assert (row["before"], row["text"], row["after"]) == ("again. Peace", "talks", "began on")
    row = kwic(found, articles, width=500).iloc[0]
    assert row["before"] + " talks " + row["after"] == text.replace("\n", " ")


# --- Word frequencies ------------------------------------------------------------------------------


def token_rows(*texts: str) -> pd.DataFrame:
    return rows_of(
        "tokens",
        *(
            {"article_id": f"a{number}", "sentence_id": f"s{number}", "text": token.text, "is_word": token.is_word}
            for number, text in enumerate(texts)
            for token in tokens(text)
        ),
    )


def test_words_are_counted_without_case_possessives_numbers_and_stopwords():
    words = word_frequencies(token_rows("Russia’s army left. The Army of Russia won’t.", "It's 12 armies, Russia's."))
    assert words.loc[0].to_dict() == {
        "word": "russia", "written": "Russia", "count": 3, "sentences": 2, "articles": 2, "words": 12,
        "per_1000": 250,
    }  # fmt: skip
    assert words["word"].tolist() == ["russia", "army", "armies", "left"]
    every = word_frequencies(token_rows("It's it, the IT."), leave_out=())
    assert every["word"].tolist() == ["it", "the"]


def test_stopwords_come_by_class():
    assert "said" in stopwords() and "said" in stopwords("reporting")
    assert "the" not in stopwords("reporting", "modal") and "could" in stopwords("modal")


@settings(max_examples=40)
@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_words_can_be_counted(texts):
    frame = token_rows(*texts)
    words = word_frequencies(frame, leave_out=())
    assert words["count"].sum() <= frame["is_word"].sum()
    assert words["word"].is_unique


# --- Tone ------------------------------------------------------------------------------------------


def test_the_tone_of_a_speaker_says_how_little_it_knows():
    nan = math.nan
    tone = tone_by(
        rows_of(
            "sentiment",
            *scored("Five", 0.1, 0.2, 0.3, 0.2, -1.0, nan),
            *scored("Four", 0.1, 0.2, 0.3, 0.2),
            *scored("One", -1.0, nan),
            *scored("None", nan, nan),
        )
    ).set_index("speaker")
    five = tone.loc["Five"]
    assert (five["stretches"], five["with_evidence"], five["note"]) == (6, 5, "")
    assert five["mean"] == pytest.approx(-0.04)
    # t(4) = 2.776, s = 0.5413 by hand
    assert five["low"] == pytest.approx(-0.04 - 2.776 * 0.5413 / math.sqrt(5), abs=0.001)
    assert five["high"] == pytest.approx(-0.04 + 2.776 * 0.5413 / math.sqrt(5), abs=0.001)
    assert five["tone"] == "no clear tone"
    assert tone["note"].to_dict() == {"Five": "", "Four": "too few", "One": "too few", "None": "no evidence"}
    few = tone.drop("Five")
    assert few["with_evidence"].tolist() == [4, 0, 1]
    assert few[["mean", "low", "high"]].isna().all(axis=None) and set(few["tone"]) == {""}


@pytest.mark.parametrize(
    ("scores", "tone"),
    [
        ([-0.5, -0.6, -0.5, -0.6, -0.5], "negative"),
        ([0.5, 0.6, 0.5, 0.6, 0.5], "positive"),
        ([-0.9, 0.1, -0.8, 0.2, -0.7], "no clear tone"),
        ([0.06, 0.05, 0.06, 0.05, 0.06], "no clear tone"),  # never below 0, and so near to it as neutral sentences
    ],
)
def test_a_tone_is_clear_only_where_all_of_the_interval_is_away_from_zero(scores, tone):
    assert tone_by(rows_of("sentiment", *scored("Hale", *scores)))["tone"].tolist() == [tone]


def test_voices_and_scorers_are_kept_apart():
    rows = [*scored("Hale", *[1.0] * 5), *scored("Hale", *[-1.0] * 5, voice="indirect")]
    rows += [row | {"scorer": "other", "polarity": 0.0} for row in rows]
    tone = tone_by(rows_of("sentiment", *rows))
    assert tone[["scorer", "speaker", "voice", "mean"]].values.tolist() == [
        ["other", "Hale", "direct", 0.0],
        ["other", "Hale", "indirect", 0.0],
        ["textblob", "Hale", "direct", 1.0],
        ["textblob", "Hale", "indirect", -1.0],
    ]


@settings(max_examples=40)
@given(st.lists(st.floats(-1, 1), min_size=5, max_size=40))
def test_the_interval_holds_the_mean_and_stays_on_the_scale(scores):
    row = tone_by(rows_of("sentiment", *scored("Hale", *scores))).loc[0]
    slack = 1e-9
    assert -1 <= row["low"] <= row["mean"] + slack and row["mean"] - slack <= row["high"] <= 1
    assert (row["tone"] == "negative") == (round(row["high"], 2) < -0.1)


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [(4, 2.7764), (5, 2.5706), (6, 2.4469), (9, 2.2622), (14, 2.1448), (30, 2.0423), (120, 1.9799)],
)
def test_t_quantiles_agree_with_the_printed_tables(freedom, quantile):
    assert t_quantile(freedom) == pytest.approx(quantile, abs=0.001)


def test_t_quantiles_are_not_given_where_the_expansion_fails():
    with pytest.raises(ValueError, match="from 4 degrees of freedom, not for 3"):
        t_quantile(3)


def test_words_are_counted_alike_whether_all_tokens_are_a_table_or_come_a_few_at_a_time(practice):
    whole = word_frequencies(in_body(practice.tokens, practice.sentences))
    assert frequencies_in_body(practice).equals(whole) and len(whole) > 100
    pieces = [*practice.tokens_in_pieces(["article_id", "token_id", "text"])]
    assert pd.concat(pieces, ignore_index=True).equals(practice.tokens[["article_id", "token_id", "text"]])


def test_nothing_is_counted_or_shared_where_there_is_no_text():
    empty = {name: table(name) for name in SCHEMAS}
    reading = Reading(**empty, sources=0, codebook=codebook())
    assert frequencies_in_body(reading).empty and shared_passages(reading).empty
