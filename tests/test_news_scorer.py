"""The news scorer: what it says of real stretches and towards whom, errors included, and that it knows no names."""

from __future__ import annotations

import csv
import importlib
import io
import math
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sourcereading as sr
from sourcereading.analysis.sentiment import ENOUGH, pairs_with_enough, scorers_side_by_side, tone_by_target
from sourcereading.analysis.try_sentences import toned_toward
from sourcereading.sentiment import news_scorer
from sourcereading.sentiment.features import NAME, TARGET, features, terms_of
from sourcereading.sentiment.scores import deciding_words, signed
from sourcereading.sentiment.targets import targets
from sourcereading.text.lexicon import DataError
from sourcereading.text.paths import ROOT
from sourcereading.text.sentences import sentences, tokens
from timing import ALLOWED, growth, units

weights = importlib.import_module("sourcereading.sentiment.weights")  # which has a function of this name


def score_toward(text, target):
    start = text.index(target)
    return news_scorer.toward(tokens(text), [(start, start + len(target))])


@pytest.mark.parametrize(
    ("text", "target", "tone", "decides"),
    [
        ("Ruiz praised Holm for his courage.", "Holm", "positive", "praised"),
        ("Critics accused Holm of fraud.", "Holm", "negative", "fraud"),
        ("Holm met reporters on Tuesday.", "Holm", "neutral", ""),
        ("Holm was a brilliant captain.", "Holm", "positive", "brilliant"),
        ("Holm failed to help the victims and lied about it.", "Holm", "negative", "lied"),
    ],
)
def test_the_tone_towards_a_target_with_the_words_that_decide(text, target, tone, decides):
    score = score_toward(text, target)
    assert (score.scorer, score.evidence, score.tone) == ("news", True, tone)
    assert decides in score.words


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("The crowd cheered Ruiz and booed Holm.", (1, -1)),
        ("Ruiz accused Holm of fraud.", (0, -1)),
        ("Holm was accused of fraud by Ruiz.", (0, -1)),
        ("Ruiz praises Holm for his courage.", (0, 1)),
        ("Ruiz betrayed the brave Holm.", (-1, 0)),
        ("Ruiz, praised for courage, met Holm, who was arrested on Monday.", (1, -1)),
        ("Ruiz did not betray Holm.", (0, 0)),
        ("Ruiz could attack Holm.", (0, 0)),
        ("Ruiz could defeat Holm.", (0, 0)),
        ("Ruiz told Holm of an attack on the bridge.", (0, 0)),
    ],
)
def test_who_does_what_to_whom(text, signs):
    for name, sign in zip(("Ruiz", "Holm"), signs, strict=True):
        score = score_toward(text, name)
        verdict = {1: ("positive",), -1: ("negative",), 0: ("unsure", "neutral", "")}[sign]
        assert score.verdict in verdict, (name, score)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Holm won the race by a landslide.", "Holm"),  # a fact
        ("Holm is proud and happy.", "Holm"),  # a feeling of the target's own
        ("Holm was killed in the attack.", "Holm"),  # a victim
        ("Holm could lose the case.", "Holm"),  # what may be
        ("She asked whether Holm was a liar.", "Holm"),  # what is asked
        ("Holm needs a brilliant captain.", "Holm"),  # what is wanted
        ("Hostile spies gained access to Holm's letters.", "Holm"),  # of what belongs to the target
        ("A brave aide of Ben Holm spoke.", "Ben Holm"),  # of somebody else
        ("Holm spoke in the beautiful old hall.", "Holm"),  # of a place
        ("The shop is closed thanks to Holm.", "Holm"),  # an idiom
        ("Holm reiterated his support for Ruiz.", "Holm"),  # whom it judges is not clear from the noun
        ("The attacks which Holm blamed on Ruiz went on.", "Holm"),  # who judges
        ("The killer of Holm was jailed.", "Holm"),  # of somebody else, who is named by whom he killed
        ("Holm’s attacker was an evil man.", "Holm"),
        ("The brutal treatment of Holm was criticised.", "Holm"),  # what is done to the target
        ("Holm was the victim of a cruel hoax.", "Holm"),
        ("Holm was crying when he left the pitch.", "Holm"),
    ],
)
def test_what_does_not_judge_the_target_gives_no_verdict(text, target):
    assert score_toward(text, target).verdict in ("unsure", "neutral", "")


@pytest.mark.parametrize(
    ("text", "target", "tone"),
    [
        ("Holm is careless and dishonest.", "Holm", "negative"),
        ("Holm's reckless plan failed.", "Holm", "negative"),
        ("They called Holm a liar.", "Holm", "negative"),
        ("Voters say that Holm is honest and trustworthy.", "Holm", "positive"),
        ("Holm did a great job in a terrible year.", "Holm", "positive"),
        ("Holm is a disgrace to the town.", "Holm", "negative"),
    ],
)
def test_what_judges_the_target_gives_one(text, target, tone):
    assert score_toward(text, target).verdict == tone


def test_the_words_that_decide_are_of_the_targets_own_clause():
    text = "Ruiz won a great victory while Holm lied about the fraud."
    assert "victory" in score_toward(text, "Ruiz").words and "lied" not in score_toward(text, "Ruiz").words
    assert "lied" in score_toward(text, "Holm").words and "victory" not in score_toward(text, "Holm").words


@pytest.mark.parametrize("text", ["Ruiz and others met them at the session in Halden.", "Holm came by with her."])
def test_no_tone_is_shown_without_a_word_that_readers_call_good_or_bad(text):
    score = score_toward(text, text.split()[0])
    assert score.verdict in ("neutral", "unsure", "") and "(" not in score.words


def test_function_words_and_names_are_no_reasons(practice):
    news = practice.sentiment[practice.sentiment["scorer"] == "news"]
    words = {word.lower() for words in news["words"] for word, _ in deciding_words(words)}
    assert words and not words & {"the", "and", "in", "of", "her", "that", "(a name)"}
    assert (news["polarity"][news["tone"] == "neutral"] == 0).all()


@pytest.mark.parametrize(
    ("text", "tones"),
    [
        ("She is without question a superb captain.", ("positive",)),
        ("The pool is not new but beautiful.", ("positive", "unsure")),
        ("The president tested positive for the virus.", ("negative", "neutral", "unsure")),
        ("Crime fell again last year.", ("neutral", "positive", "unsure")),
        ("Hopes faded in the town last year.", ("negative", "neutral", "unsure")),
    ],
)
def test_phrases_and_verbs_that_change_the_tone_of_words(text, tones):
    assert news_scorer.stretch(tokens(text)).verdict in tones


def test_what_has_fewer_than_four_words_has_no_tone():
    reading = sr.read(["“A terrible disgrace,” said Ana Ruiz. “It is a terrible disgrace,” she said."])
    said = reading.sentiment[reading.sentiment["speaker"] == "Ana Ruiz"]
    assert said.groupby("text", sort=False)["evidence"].sum().tolist() == [0, 2]


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("A severe threat to the town.", "negative"),
        ("Thirty people were killed in the attack.", "negative"),
        ("“terrible territorial concession.”", "negative"),
        ("They won a beautiful victory.", "positive"),
        ("The parties met in the capital.", "neutral"),
        ("Was that the best use of their time?", "unsure"),
        ("It was the best use of their time.", "positive"),
        ("They asked whether it was the best use of their time.", "unsure"),
        ("It was a brilliant success. Who was there?", "positive"),
        ("It was a horrible crime: why did it happen?", "negative"),
        ("A strong aftershock came at noon.", "neutral"),
        ("They built a strong and safe bridge.", "positive"),
        ("The two groups differ with respect to age.", "neutral"),
        ("They treat the guests with respect and kindness.", "positive"),
        ("It was a special and brilliant evening.", "positive"),
    ],
)
def test_the_tone_of_a_stretch(text, tone):
    assert news_scorer.stretch(tokens(text)).verdict == tone


@pytest.mark.parametrize("text", ["", "…", "12.5", "it as a", "Ana Ruiz", "qwrtz"])
def test_a_stretch_without_a_word_it_knows_gives_no_evidence(text):
    score = news_scorer.stretch(tokens(text))
    assert (score.evidence, score.tone, score.verdict, score.words) == (False, "", "", "")
    assert math.isnan(score.polarity)


def test_where_nothing_is_likely_enough_it_is_unsure():
    score = news_scorer.stretch(tokens("They lost the case and won the appeal."))
    assert (score.evidence, score.verdict) == (False, "unsure")
    assert math.isnan(score.polarity) and "lost" in score.words and "won" in score.words


@pytest.mark.parametrize(
    ("full", "short"),
    [("is not", "isn't"), ("did not", "didn’t"), ("cannot", "can't"), ("can not", "cannot"), ("will not", "won't")],
)
def test_a_contraction_changes_nothing(full, short):
    one = f"Ruiz said Holm {full} help the brave victims, a good deed."
    other = one.replace(full, short)
    first, second = score_toward(one, "Holm"), score_toward(other, "Holm")
    assert (first.polarity, first.tone) == (second.polarity, second.tone)
    alone = [str(news_scorer.stretch(tokens(text)).polarity) for text in (one, other)]
    assert alone[0] == alone[1]  # or both NaN


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("There is nothing better.", "positive"),
        ("It could not have been worse.", "negative"),
        ("He could not have been kinder.", "positive"),
        ("The economy has never been stronger.", "positive"),
        ("Nobody could be crueller.", "negative"),
        ("There is nothing good about it.", "negative"),
        # A negation as any other: none of these is praise.
        ("The service is no better than before.", "unsure"),
        ("The company never got better.", "unsure"),
        ("We will not be better off.", "unsure"),
    ],
)
def test_nothing_better_is_the_best(text, verdict):
    assert news_scorer.stretch(tokens(text)).verdict == verdict


@pytest.mark.parametrize("text", ["We cannot trust this company.", "The mayor is a crook."])
def test_a_stretch_with_a_strong_word_is_not_called_neutral(text):
    assert news_scorer.stretch(tokens(text)).verdict == "unsure"


def test_a_negation_turns_the_tone():
    assert news_scorer.stretch(tokens("The plan is good.")).polarity > 0.4
    assert news_scorer.stretch(tokens("The plan is not good.")).polarity < -0.2


@pytest.mark.parametrize("name", ["Holm", "Trump", "Obama", "Putin", "Gandhi", "Stalin"])
@pytest.mark.parametrize("other", ["Ruiz", "Clinton", "Hitler"])
def test_names_have_no_weight(name, other):
    text = "“It is time,” {} told {} before the vote, which {} won."
    known, plain = text.format(name, other, name), text.format("Holm", "Ruiz", "Holm")
    assert score_toward(known, name).polarity == score_toward(plain, "Holm").polarity
    opened, first = f"{name} spoke to reporters.", "Holm spoke to reporters."
    assert news_scorer.stretch(tokens(opened)).polarity == news_scorer.stretch(tokens(first)).polarity


def test_features_name_places_and_never_people():
    text = "Mayor Ana Ruiz isn't fond of Holm."
    found = features(terms_of(tokens(text), (29, 33), {"mayor"}))
    assert {term for place, term, *_ in found if place == "negated"} == {"fond", "of"}
    assert f"of {TARGET}" in {term for _, term, *_ in found}
    terms = {word for _, term, *_ in found for word in term.split()}
    assert NAME in terms and not {"ana", "ruiz", "holm"} & {term.lower() for term in terms}


def test_a_target_outside_the_tokens_is_an_error():
    with pytest.raises(ValueError, match="no token stands at the target"):
        terms_of(tokens("It rained."), (40, 44), ())


def test_a_broken_file_of_weights_is_named(tmp_path, monkeypatch):
    file = tmp_path / "sentiment_weights.npz"
    monkeypatch.setattr(weights, "data_path", lambda *parts: tmp_path / parts[-1])
    for content in (None, b"", b"no archive", b"PK\x03\x04"):
        if content is not None:
            file.write_bytes(content)
        with pytest.raises(DataError, match=r"sentiment_weights\.npz: .+fit_sentiment"):
            weights.tables()


def test_the_weights_can_be_read_as_csv():
    run = subprocess.run(
        [sys.executable, ROOT / "tools" / "print_sentiment.py", "places"], capture_output=True, text=True, check=True
    )
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert list(rows[0]) == ["term", "n", "bad", "good"] and len(rows) > 4000
    assert any(row["term"].startswith("beside ") and TARGET in row["term"] for row in rows)


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_any_text_gets_a_score_or_none(text):
    score = news_scorer.stretch(tokens(text))
    assert score.evidence != math.isnan(score.polarity)
    assert score.evidence is False or -1 <= score.polarity <= 1


# --- Targets -----------------------------------------------------------------------------------------------


def named(text):
    """Whom a text names, and the words that do."""
    found = [target for those in targets(sentences(text), []) for target in those]
    assert all(text[target.start : target.end][:1].isupper() for target in found)
    return [target.name for target in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U.S. Vice President J.D. Vance met Ana Ruiz. Vance left.", ["J.D. Vance", "Ana Ruiz", "J.D. Vance"]),
        ("Sen. Holm met Secretary of State Ana de Ruiz.", ["Holm", "Ana de Ruiz"]),
        ("Ana M. Ruiz came. Ana Ruiz’s plan failed; Ruiz left.", ["Ana M. Ruiz"] * 3),
        ("Velko Imdahl lied. Imdahl left.", ["Velko Imdahl", "Velko Imdahl"]),
        ("Ana Ruiz met Tom Ruiz on Monday. They say Ruiz lied.", ["Ana Ruiz", "Tom Ruiz", "Ruiz"]),
    ],
)
def test_targets_are_the_people_of_a_sentence(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Health met American negotiators in Halden.",
        "A boat lay at Netmakers' Quay on Monday, Oct. 3, and the R75 was late.",
        "While Halden slept, Norland and Iran signed. Make Norland Great.",
        "“Sitting here, I like it,” she said. “We’re glad.”",
        "The mayor is angry. Sixty is the middle.",
        "North Korea met the Ruiz Foundation and the Ruby Energy Company at the National Convention.",
        "The Halden Tigers beat the United States on Sunday.",
        "A Halden-based firm and Ukrainian-controlled areas of Miss Universe.",
    ],
)
def test_what_is_no_person_is_no_target(text):
    assert named(text) == []


def test_a_name_that_describes_something_else_is_no_target():
    assert named("Ana Ruiz won. The Ruiz campaign failed. A Ruiz aide lied.") == ["Ana Ruiz"]
    assert named("Ana Ruiz won. Ruiz's campaign failed.") == ["Ana Ruiz"] * 2


def test_a_body_is_a_target_where_people_csv_names_it(tmp_path):
    (tmp_path / "a.txt").write_text("The Halden Harbour Board lied to everybody.")
    assert set(sr.read(tmp_path).sentiment["target"]) == {""}
    (tmp_path / "people.csv").write_text("name,aliases\nHalden Harbour Board,Harbour Board\n")
    assert set(sr.read(tmp_path).sentiment["target"]) == {"", "Halden Harbour Board"}


def test_people_have_one_name_as_speakers_and_as_targets(tmp_path):
    (tmp_path / "a.txt").write_text("“It is over,” said Ana Ruiz. Ida Holm said Ruiz had lied and Farrow had helped.")
    (tmp_path / "people.csv").write_text("name,aliases\nAna R. Ruiz,Ana Ruiz;Ruiz\nOdette Farrow,Farrow\n")
    reading = sr.read(tmp_path)
    named = set(reading.sentiment["target"]) - {""}
    assert named == {"Ana R. Ruiz", "Odette Farrow"} and "Ana R. Ruiz" in set(reading.speakers["speaker"])


def test_what_is_quoted_of_somebody_counts_toward_the_one_who_is_named_outside():
    reading = sr.read(["Ana Ruiz described Ben Holm as “the worst liar in the town”."])
    (row,) = reading.sentiment[reading.sentiment["target"] == "Ben Holm"].to_dict("records")
    assert row["tone"] == "negative" and "worst" in row["words"] and row["text"].startswith("Ben Holm")


def test_a_target_goes_by_the_speakers_name():
    reading = sr.read(["“It is good,” said Ana Ruiz. Holm said Ruiz had failed the town."])
    named = reading.sentiment[reading.sentiment["target"] != ""]
    assert named[["speaker", "target", "tone"]].values.tolist() == [["Holm", "Ana Ruiz", "negative"]]


# --- The tables --------------------------------------------------------------------------------------------


def test_every_stretch_has_both_scorers_and_reporting_clauses_are_left_out():
    reading = sr.read(["“Vance is a brave man,” said Ana Ruiz angrily. Holm called it a lie."])
    whole = reading.sentiment[reading.sentiment["target"] == ""]
    assert whole.groupby(["start", "end"])["scorer"].agg(sorted).tolist() == [["news", "textblob"]] * (len(whole) // 2)
    assert "angrily" not in " ".join(reading.sentiment["text"])
    assert (reading.sentiment["scorer"] == "news")[reading.sentiment["target"] != ""].all()


def test_captions_and_credits_have_no_tone():
    reading = sr.read(["Acme won.\n\nImage: Acme.\n\nA happy day at Acme. (Photo by Ana Ruiz)\n\nIt rained on Acme."])
    assert set(reading.sentiment["text"]) == {"Acme won.", "It rained on Acme."}
    assert "Ana Ruiz" not in set(reading.speakers["speaker"]) and reading.articles["sentences"].tolist() == [2]


def test_scorers_that_disagree_in_sign_are_told():
    reading = sr.read(["“More people were attacked and more were killed,” said Ana Ruiz."])
    compared = scorers_side_by_side(reading.sentiment)
    row = compared[compared["speaker"] == "Ana Ruiz"].iloc[0]
    assert row["news"] < 0 < row["textblob"] and row["opposed"]


def test_signs_are_signs_of_the_printed_scores_and_not_verdicts(practice):
    compared = scorers_side_by_side(practice.sentiment)
    both = compared.dropna(subset=["news", "textblob"])
    opposite = both["news"].map(signed).str[0] + both["textblob"].map(signed).str[0]
    assert both["opposed"].tolist() == opposite.isin(["+−", "−+"]).tolist()
    assert compared["opposed"].sum() == both["opposed"].sum() == 4


def test_who_speaks_how_about_whom():
    text = (
        "“Ben Holm lied and failed us,” said Ana Ruiz. “Holm is a corrupt liar,” she said. "
        "“Holm won a brave victory,” said Otto Falk."
    )
    table = tone_by_target(sr.read([text]).sentiment).set_index(["speaker", "target"])
    assert table.loc[("Ana Ruiz", "Ben Holm"), ["stretches", "negative", "positive"]].tolist() == [2, 2, 0]
    assert table.loc[("Otto Falk", "Ben Holm"), "positive"] == 1
    assert pairs_with_enough(table.reset_index()).empty and table["stretches"].max() < ENOUGH


def test_nothing_to_score_gives_empty_tables():
    reading = sr.read(["12."])
    table = tone_by_target(reading.sentiment)
    assert table.empty and list(table.columns)[:2] == ["speaker", "target"]
    assert scorers_side_by_side(reading.sentiment[:0]).empty
    assert toned_toward("It rains.")["target"].tolist() == ["(nothing found)"]


@pytest.mark.slow
@pytest.mark.parametrize("unit", units(["Ana Ruiz, ", "Holm lied to Ruiz and ", "not ", "isn't good ", "“Holm” "]))
def test_time_grows_with_the_text_and_no_faster(unit):
    def scored(text):
        parts = sentences(text)
        for part, found in zip(parts, targets(parts, []), strict=True):
            spans = [(target.start, target.end) for target in found]
            news_scorer.stretch(part.tokens)
            return news_scorer.toward(part.tokens, spans) if spans else None

    assert growth(str, scored, unit) < ALLOWED
