"""The news scorer: what it says of real stretches and towards whom, errors included, and that it knows no names."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sourcereading as sr
from sourcereading.analysis.sentiment import ENOUGH, pairs_with_enough, scorers_side_by_side, tone_by_target
from sourcereading.analysis.try_sentences import toned_toward
from sourcereading.sentiment import news_scorer
from sourcereading.sentiment.features import NAME, TARGET, features
from sourcereading.sentiment.scores import signed
from sourcereading.sentiment.targets import names_of, targets
from sourcereading.text.lexicon import DataError
from sourcereading.text.sentences import sentences, tokens
from timing import ALLOWED, growth, units


def score_toward(text, target):
    start = text.index(target)
    return news_scorer.toward(tokens(text), [(start, start + len(target))])


@pytest.mark.parametrize(
    ("text", "target", "tone", "decides"),
    [
        ("Ruiz praised Holm for his courage.", "Holm", "positive", "praised"),
        ("Critics accused Holm of fraud.", "Holm", "negative", "fraud"),
        ("Holm met reporters on Tuesday.", "Holm", "neutral", ""),
        ("Holm won the race by a landslide.", "Holm", "positive", "won"),
        ("Holm failed to help the victims and lied about it.", "Holm", "negative", "lied"),
        # What follows is wrong, and is what it says: who does the praising is not the one who is praised.
        ("Ruiz praised Holm for his courage.", "Ruiz", "positive", "praised"),
    ],
)
def test_the_tone_towards_a_target_with_the_words_that_decide(text, target, tone, decides):
    score = score_toward(text, target)
    assert (score.scorer, score.evidence, score.tone) == ("news", True, tone)
    assert decides in score.words


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("A severe threat to the town.", "negative"),
        ("Thirty people were killed.", "negative"),
        ("“terrible territorial concession.”", "negative"),
        ("They won a beautiful victory.", "positive"),
        ("The parties met in the capital.", "neutral"),
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
    found = features(tokens(text), (29, 33), {"mayor"})
    assert {feature.term for feature in found if feature.place == "negated"} == {"fond", "of"}
    assert f"of {TARGET}" in {feature.term for feature in found}
    terms = {word for feature in found for word in feature.term.split()}
    assert NAME in terms and not {"ana", "ruiz", "holm"} & {term.lower() for term in terms}


def test_a_target_outside_the_tokens_is_an_error():
    with pytest.raises(ValueError, match="no token stands at the target"):
        features(tokens("It rained."), (40, 44), ())


def test_a_weight_that_is_no_number_is_named_with_its_line(tmp_path, monkeypatch):
    table = tmp_path / "sentiment_bases.csv"
    table.write_text("term,bad,good\ntoward,0.1,0.2\nstretch,x,0.2\n", encoding="utf-8")
    monkeypatch.setattr(news_scorer, "data_path", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(DataError, match=r"sentiment_bases\.csv, line 3: bad 'x' is no number"):
        news_scorer.parameter_table("sentiment_bases", ("term",), ("bad", "good"))


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_any_text_gets_a_score_or_none(text):
    score = news_scorer.stretch(tokens(text))
    assert score.evidence != math.isnan(score.polarity)
    assert score.evidence is False or -1 <= score.polarity <= 1


# --- Targets -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U.S. Vice President J.D. Vance told Sohrab Ahmari. Vance left.",
         ["J.D. Vance", "Sohrab Ahmari", "J.D. Vance"]),
        ("The Ministry of Health met Ana de Ruiz of Halden.", ["Ministry of Health", "Ana de Ruiz", "Halden"]),
        ("A boat lay at Netmakers' Quay on Monday.", ["Netmakers' Quay"]),
        ("American negotiators met Russians in Florida.", ["Russians", "Florida"]),
        ("Ukrainian officials and Iran said so.", ["Iran"]),
        ("“Sitting here, I like it,” she said. “We’re glad.”", []),
        ("Holm’s plan failed; Holm left.", ["Holm", "Holm"]),
        ("The mayor is angry.", []),
        ("A Halden-based firm and Ukrainian-controlled areas.", []),
    ],
)  # fmt: skip
def test_targets_are_the_names_of_a_sentence(text, found):
    parts = sentences(text)
    names = names_of(parts, [])
    seen = [target for part in parts for target in targets(part.tokens, names)]
    assert [target.name for target in seen] == found
    assert all(text[target.start : target.end][:1].isupper() for target in seen)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ruiz met Tom Ruiz on Monday. They say Ruiz lied.", ["Ana Ruiz", "Tom Ruiz", "Ruiz"]),
        ("Paris Hilton came by. Officials in Paris were glad.", ["Paris Hilton", "Paris"]),
        ("We saw Netmakers' Quay. And Netmakers’ Quay saw us.", ["Netmakers' Quay", "Netmakers' Quay"]),
        ("Sixty is the middle. Passengers were angry at City.", []),
    ],
)
def test_a_name_stands_for_one_thing_or_for_itself(text, found):
    parts = sentences(text)
    names = names_of(parts, [])
    assert [target.name for part in parts for target in targets(part.tokens, names)] == found


def test_people_have_one_name_as_speakers_and_as_targets(tmp_path):
    (tmp_path / "a.txt").write_text("“It is over,” said Ana Ruiz. Ida Holm said Ruiz had lied and Farrow had helped.")
    (tmp_path / "people.csv").write_text("name,aliases\nAna R. Ruiz,Ana Ruiz;Ruiz\nOdette Farrow,Farrow\n")
    reading = sr.read(tmp_path)
    named = set(reading.sentiment["target"]) - {""}
    assert named == {"Ana R. Ruiz", "Odette Farrow"} and "Ana R. Ruiz" in set(reading.speakers["speaker"])


def test_what_is_quoted_of_somebody_counts_toward_the_one_who_is_named_outside():
    reading = sr.read(["Ana Ruiz described Holm as “the worst liar in the town”."])
    (row,) = reading.sentiment[reading.sentiment["target"] == "Holm"].to_dict("records")
    assert row["tone"] == "negative" and "worst" in row["words"] and row["text"].startswith("Holm")


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
    assert compared["opposed"].sum() == both["opposed"].sum() == 12
    said = sr.read(["“Two seasons is a long time,” said Ana Ruiz."]).sentiment
    assert said["tone"].tolist() == ["negative", "neutral"] and scorers_side_by_side(said)["opposed"].tolist() == [True]


def test_who_speaks_how_about_whom():
    text = (
        "“Holm lied and failed us,” said Ana Ruiz. “Holm is a corrupt liar,” she said. "
        "“Holm won a brave victory,” said Otto Falk."
    )
    table = tone_by_target(sr.read([text]).sentiment).set_index(["speaker", "target"])
    assert table.loc[("Ana Ruiz", "Holm"), ["stretches", "negative", "positive"]].tolist() == [2, 2, 0]
    assert table.loc[("Otto Falk", "Holm"), "positive"] == 1
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
        names = names_of(parts, [])
        for part in parts:
            found = targets(part.tokens, names)
            spans = [(target.start, target.end) for target in found]
            news_scorer.stretch(part.tokens)
            return news_scorer.toward(part.tokens, spans) if spans else None

    assert growth(str, scored, unit) < ALLOWED
