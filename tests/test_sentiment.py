"""Sentiment: what TextBlob says of real stretches, known weaknesses included, and that it always says it."""

from __future__ import annotations

import math
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textblob import TextBlob
from textblob.en import sentiment

from sourcereading.sentiment.scores import Score, prepared, signed, textblob
from sourcereading.sentiment.targets import names_in
from sourcereading.text.paths import ROOT
from sourcereading.text.sentences import tokens
from timing import ALLOWED, growth, units


@pytest.mark.parametrize(
    ("text", "polarity", "words"),
    [
        ("a terrible territorial concession", -1.0, "terrible −1.00"),
        ("speak more candidly about a significant shift", 0.49, "more +0.50; candidly +0.60; significant +0.38"),
        ("not good", -0.35, "not good −0.35"),
        ("The plan isn't good.", -0.35, "not good −0.35"),
        ("The plan isn’t good.", -0.35, "not good −0.35"),
        # What follows is wrong, and is what TextBlob says.
        ("a significant holdup", 0.38, "significant +0.38"),
        ("wouldn't say with confidence that it is good", 0.7, "good +0.70"),
        ("Great Britain", 0.8, "great +0.80"),
        ("the boy (age 8) was unhurt", 0.5, "8) +0.50"),
        ("the key obstacle", 0.0, "key 0.00"),
    ],
)
def test_what_textblob_says_with_the_words_that_decide(text, polarity, words):
    score = textblob(text)
    assert (score.scorer, score.evidence, score.words) == ("textblob", True, words)
    assert score.polarity == pytest.approx(polarity, abs=0.0051)


_PIECES = st.lists(
    st.sampled_from([
        "not", "no", "never", "very", "really", "good", "bad!", "great,", "isn't", "terrible.", "a", "of", "xD",
        ":-)", ":", ")", "8", "(!)", "(", "!", "o", ".", "O", "Mr.", "U.S.", "12.5", "—", "“key”",
        "\n\n", "'s", "<3", "pre-", "'tis",
    ]),
    max_size=12,
)  # fmt: skip


@given(_PIECES, st.sampled_from(["", " "]))
@settings(max_examples=200, deadline=None)
def test_leaving_silent_words_out_changes_nothing_that_textblob_says(pieces, between):
    text = between.join(pieces)
    score, own = textblob(text), sentiment(prepared(text))
    assert score.evidence == bool(own.assessments)
    assert not own.assessments or (score.polarity, score.subjectivity) == tuple(own)


def test_names_are_no_praise():
    text = "Great Britain held a great Science Fair."
    found = names_in(tokens(text))
    assert textblob(text).words == "great +0.80; great +0.80; fair +0.70"
    assert textblob(text, found).words == "great +0.80"
    assert names_in(tokens("Great news. “Good,” she said.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "it could eventually lose the Donetsk region",
        "Ukraine views this as a threat and condemns the invasion",
        "war, crisis, sanctions, collapse, peace",
        "",
        "12.5",
        "…",
    ],
)
def test_no_known_word_is_no_evidence_and_not_neutral(text):
    score = textblob(text)
    assert (score.evidence, score.words) == (False, "")
    assert math.isnan(score.polarity) and math.isnan(score.subjectivity)


def test_a_score_holds_plain_values():
    score = textblob("a terrible concession and a significant holdup")
    assert [type(value) for value in (score.polarity, score.subjectivity, score.evidence)] == [float, float, bool]
    assert score == Score(
        "textblob", score.polarity, score.subjectivity, True, "negative", "terrible −1.00; significant +0.38"
    )


@pytest.mark.parametrize(
    ("value", "printed"),
    [(-1.0, "−1.00"), (0.375, "+0.38"), (-0.0, "0.00"), (-0.004, "0.00"), (0.004, "0.00")],
)
def test_values_are_printed_with_their_sign(value, printed):
    assert signed(value) == printed


@pytest.mark.slow
def test_no_nltk_data_is_needed(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name not in ("NLTK_DATA", "APPDATA")}
    environment |= {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PYTHONPATH": str(ROOT / "lib")}
    code = (
        "import nltk, sys; nltk.data.path.clear(); nltk.download = lambda *a, **k: sys.exit('downloads')\n"
        "from sourcereading.sentiment.scores import textblob; print(textblob('a terrible idea').polarity)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "-1.0"), run.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_textblob_is_imported_only_when_something_is_scored():
    code = "import sys, sourcereading.sentiment; sys.exit('textblob' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "lib")}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0


@given(st.text(max_size=300))
def test_any_text_gets_a_score_or_none(text):
    score = textblob(text)
    if score.evidence:
        assert -1 <= score.polarity <= 1 and 0 <= score.subjectivity <= 1 and score.words
    else:
        assert math.isnan(score.polarity) and math.isnan(score.subjectivity) and not score.words


_PIECES = ["good", "terrible", "not", "very", "significant", "(", ")", "!", "!!", "“", "”", '"', "—", ".", "8"]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join))
@settings(max_examples=200)
def test_the_guard_changes_no_score_of_ordinary_text(text):
    given_as_it_is = TextBlob(text).sentiment_assessments
    score = textblob(text)
    assert score.evidence == bool(given_as_it_is.assessments)
    if score.evidence:
        assert (score.polarity, score.subjectivity) == tuple(given_as_it_is)[:2]


@pytest.mark.parametrize("text", ["good" + "!" * 90, "good " + "-" * 90 + " terrible", "(" * 50 + "good" + ")" * 50])
def test_the_guard_changes_no_score_where_it_cuts(text):
    assert len(prepared(text)) < len(text)
    assert textblob(text).polarity == TextBlob(text).sentiment_assessments.polarity


def test_the_guard_leaves_ordinary_text_as_it_is():
    text = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    assert prepared(text) == text.replace("’", "'").replace("n't", " not")


@pytest.mark.parametrize(
    "unit", units(["!", "?", "(", ")", ".", "-", '"', "'", "_", "!?", "[", "*", "( ! ) ", "a(", ":) "])
)
def test_time_grows_with_the_text_and_no_faster(unit):
    assert growth(str, textblob, unit) < ALLOWED  # TextBlob on its own: an exponent of up to 1.85
