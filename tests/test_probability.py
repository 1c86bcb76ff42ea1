"""Ranges of probability phrases: survey, synonym, number, band, none."""

import csv
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcereading.certainty.marks import marks
from sourcereading.certainty.probability import SCALES, Range, official_bands, official_terms, reading
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import tokens


def ranges(text: str) -> list[Range]:
    words = tokens(text)
    return [found for mark in marks(words) if (found := reading(mark, words))]


def only(text: str) -> Range:
    found = ranges(text)
    assert len(found) == 1, found
    return found[0]


def test_roughly_equal_is_even_odds_with_its_readers_and_bands() -> None:
    found = only("He noted that the chances of success or failure remain roughly equal.")
    assert (found.basis, found.phrase, found.n) == ("synonym", "about even", 5131)
    assert (found.low, found.median, found.high) == (49, 50, 51)
    assert (found.official_scale, found.official_low, found.official_high) == ("ICD-203", 45, 55)
    assert "no idea" in found.note
    assert "CC BY 4.0" in found.source


def test_even_odds_only_where_chances_are_spoken_of() -> None:
    assert ranges("The two armies are roughly equal in size.") == []
    assert ranges("It could come in 12 months from now.")[0].basis == "proxy"
    assert ranges("The law expires 12 months from now.") == []
    assert only("The race is a toss-up.").median == 50
    assert only("The odds are better than even.").median == 60


@pytest.mark.parametrize(
    ("text", "low", "median", "high", "basis"),
    [
        ("A truce is likely.", 60, 75, 90, "survey"),
        ("A truce is unlikely.", 5, 20, 40, "survey"),
        ("A truce is very unlikely.", 0, 10, 28.25, "survey"),
        ("A truce is not likely.", 0, 20, 40, "survey"),  # asked as such, not 100 minus likely
        ("A truce is almost certain.", 88, 95, 99, "survey"),
        ("A truce is all but certain.", 88, 95, 99, "synonym"),
        ("The chances are slim.", 3, 10, 30, "synonym"),
        ("There is a realistic possibility of war.", 20, 60, 85, "survey"),
        ("There is a 60 percent chance of rain.", 60, 60, 60, "numeric"),
        ("There is a 40% chance of rain.", 40, 40, 40, "numeric"),
        ("There is a one-in-five chance of rain.", 20, 20, 20, "numeric"),
        ("There is a one in five chance of rain.", 20, 20, 20, "numeric"),
        ("He put the odds at three in four.", 75, 75, 75, "numeric"),
        ("There is a fifty-fifty chance of rain.", 49, 50, 51, "synonym"),
        ("I'd say about one in ten.", 10, 10, 10, "numeric"),
        ("The 19-1 outsider won.", 5, 5, 5, "numeric"),
        ("He was a 3-to-1 favourite.", 25, 25, 25, "numeric"),
        ("Perhaps they agree.", 20, 50, 59.6, "synonym"),
    ],
)
def test_range(text: str, low: float, median: float, high: float, basis: str) -> None:
    found = only(text)
    assert (found.low, found.median, found.high, found.basis) == (low, median, high, basis)


STATED = [
    ("Holm has a one in ten chance of a seat.", 10, 10, 10),
    ("Doctors give her a 1-in-5 chance.", 20, 20, 20),
    ("The chances are nine out of ten that it rains.", 90, 90, 90),
    ("There was a one in a million chance of a hit.", 0.0001, 0.0001, 0.0001),
    ("The risk of a leak is three per thousand.", 0.3, 0.3, 0.3),
    ("The risk of a clot is 4 to 10 per 1,000.", 0.4, None, 1),
    ("Ruiz puts the risk at one in three.", 100 / 3, 100 / 3, 100 / 3),
    ("There is a 20 percent risk of a flood.", 20, 20, 20),
    ("A 70-per-cent chance of rain was forecast.", 70, 70, 70),
    ("There is a 30 to 40 percent probability of frost.", 30, None, 40),
    ("There was a 30-40% chance of snow.", 30, None, 40),
    ("There is a 10 to 15 per cent possibility of a landslide.", 10, None, 15),
    ("The risk of infection ranges from 5 to 10 percent.", 5, None, 10),
    ("The chance of a strike rose from 2 percent to 9 percent.", 9, 9, 9),
    ("There is a two-thirds chance that the seam holds.", 200 / 3, 200 / 3, 200 / 3),
    ("There is a four-fifths chance of frost.", 80, 80, 80),
    ("The model puts the probability at 0.05.", 5, 5, 5),
    ("They gave a probability of 0.2 to 0.3.", 20, None, 30),
    ("The firm quotes odds of 3 to 1 against a rise.", 25, 25, 25),
    ("The odds stand at 3-1 on.", 75, 75, 75),
    ("Odds of 4/6 were quoted on a draw.", 60, 60, 60),
    ("The colt went off at 9-4 in the opening race.", 400 / 13, 400 / 13, 400 / 13),
    ("It was a 99-1 shot.", 1, 1, 1),
    ("There is a 60-40 chance of a deal.", 60, 60, 60),
    ("They put the odds of a deal this month at 70 to 30.", 70, 70, 70),
    ("The odds are 40-60 against her.", 40, 40, 40),
    ("It was nine chances in ten that the dam had failed.", 90, 90, 90),
    ("He has one chance in three of a seat.", 100 / 3, 100 / 3, 100 / 3),
    ("She put the likelihood at “somewhere around 70 percent”.", 70, 70, 70),
    ("The odds are 2-1 on for a June poll.", 200 / 3, 200 / 3, 200 / 3),
    ("The odds are 4-1 on that she wins.", 80, 80, 80),
    ("She is a 4-1 on favourite.", 80, 80, 80),
    ("The odds are 5 to 2 in favour of a deal.", 500 / 7, 500 / 7, 500 / 7),
    ("Odds of 4-1 on that happening were quoted.", 20, 20, 20),
    ("The odds are 3 to 1 on a draw.", 25, 25, 25),
    ("There is a one-in-a-million chance of a hit.", 0.0001, 0.0001, 0.0001),
    ("There is zero chance of a deal.", 0, 0, 0),
    ("There's zero chance of a deal.", 0, 0, 0),
    ("The chances of a deal are nil.", 0, 0, 0),
    ("Nine times out of ten a cough like that clears up.", 90, 90, 90),
    ("A cough like that clears up nine times out of ten, he said.", 90, 90, 90),
    ("It's 80-20 that they settle.", 80, 80, 80),
    ("I'd put it at 80-20 that they settle.", 80, 80, 80),
    ("It is a 60-40 call in favour of a cut.", 60, 60, 60),
    ("They see it as a one-in-three proposition.", 100 / 3, 100 / 3, 100 / 3),
]


@pytest.mark.parametrize(("text", "low", "median", "high"), STATED)
def test_a_stated_number_in_each_of_its_forms(text: str, low: float, median: float | None, high: float) -> None:
    found = only(text)
    assert found.basis == "numeric"
    assert (found.low, found.high) == pytest.approx((low, high))
    assert isnan(found.median) if median is None else found.median == pytest.approx(median)


@pytest.mark.parametrize(
    "text",
    [
        "One in ten pupils walks to school.",
        "The pill cut the risk of stroke by 30 percent.",
        "Insurers raised risk charges to 5 percent.",
        "The team won 3 to 1 against Norland.",
        "The exam in probability was sat by 40 percent of pupils.",
        "Take a chance on the 40 percent discount.",
        "The chances of 40 percent of pupils suffered.",
        "The chance came at 2-1.",
        "They had two chances in ten minutes.",
        "The odds of a 60-40 split are long.",
        "The council voted 60-40 to take the chance.",
        "Smokers have a 30 percent higher risk of stroke.",
        "The survey found 24 percent satisfied with the ferry.",
        "Two-thirds of the council stayed away.",
        "The colt was priced at 40 percent above the others.",
        "She hit the target with 27 shots.",
        "The vote was 3-2 in favour of the motion.",
        "They won 3-nil and took a chance.",
        "The chance came with the score at zero.",
        "The chance of a deal is virtually zero.",
        "The chance of rain is close to nil.",
        "Nine times out of ten the keeper saved it.",
        "She won nine times out of ten.",
        "She is late four times out of ten days.",
        "It is one in five that passes the exam.",
        "The vote was 60-40 that day.",
        "He placed a 3-1 bet on the colt.",
        "It was a 2-1 call by the umpires.",
    ],
)
def test_a_number_of_something_else_is_no_probability(text: str) -> None:
    assert [found for found in ranges(text) if found.basis == "numeric"] == []


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("There is no chance that it passes.", "no chance", "near_certain"),
        ("They haven't a hope of winning.", "haven't a hope", "near_certain"),
        ("They have a snowball's chance in hell of a seat.", "snowball's chance in hell", "near_certain"),
        ("Their chances are slim to none.", "chances are slim to none", "small_chance"),
        ("They have no chance to rest.", "", ""),
        ("The law gives us no chance of a hearing.", "", ""),
        ("We had no chance at all.", "", ""),
    ],
)
def test_what_has_no_chance_is_nearly_certainly_not_and_has_no_number(text: str, phrase: str, kind: str) -> None:
    found = [(text[mark.start : mark.end], mark.kind) for mark in marks(tokens(text))]
    assert found == ([(phrase, kind)] if phrase else [])
    assert all(isnan(one.median) for one in ranges(text))


def in_a_sentence(phrase: str) -> str:
    """An official phrase as it can be said of something."""
    if phrase.startswith("chances"):
        return f"The chances are {phrase.removeprefix('chances ')}."
    if phrase.endswith(("chance", "odds", "possibility")):
        return f"There is {'' if phrase.startswith('almost') else 'a '}{phrase} of a deal."
    adverb = phrase.endswith("ly") and not phrase.endswith("likely")
    return f"It {phrase} fell." if adverb else f"A deal is {phrase}."


def test_every_word_of_an_official_scale_has_its_band() -> None:
    words = {phrase for scale in SCALES for phrase in official_terms(scale)}
    unread = {phrase for phrase in words if not any(one.official_scale for one in ranges(in_a_sentence(phrase)))}
    # "remote" only of chances; "improbably" is mostly surprise; "certain" and "impossible" are no probabilities
    assert unread == {"certain", "impossible", "improbably", "remote"}
    found = only("Such a flood is exceptionally unlikely.")
    assert (found.basis, found.official_scale, found.official_high) == ("none", "IPCC-AR5/AR6", 1)


@pytest.mark.parametrize("turned", ["anything but likely", "far from likely", "by no means probable", "never likely"])
def test_a_phrase_that_is_turned_has_not_the_number_of_its_word(turned: str) -> None:
    assert isnan(only(f"A deal is {turned}.").median)


@pytest.mark.parametrize("text", ["The dam is not only likely to fail.", "Not only is a deal likely."])
def test_not_only_turns_nothing(text: str) -> None:
    assert only(text).median == 75


def test_a_band_is_no_point() -> None:
    for modal in ("could", "may", "might"):
        found = only(f"The dam {modal} burst.")
        assert found.basis == "proxy"
        assert isnan(found.median)
        assert (found.low, found.high) == (10, 66 if modal == "might" else 70)


@pytest.mark.parametrize(
    "text",
    [
        "A truce is more likely now.",
        "Smokers are twice as likely to fall ill.",
        "The pier is as likely to fall as the dam.",
        "It will most likely rain.",
        "The odds are against a deal.",
        "The chance of rain has grown.",
    ],
)
def test_no_number_where_none_is_given(text: str) -> None:
    found = only(text)
    assert found.basis == "none"
    assert isnan(found.low) and isnan(found.median) and isnan(found.high)
    assert found.note


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The report gives a probability of 90 per cent or more.", 90, None),
        ("There is a 60 percent or better chance of rain.", 60, None),
        ("The chance is 80 percent at worst.", 80, None),
        ("The chance of a flood is 5 percent or lower, she said.", None, 5),
        ("It has a 30 percent chance at best.", None, 30),
        ("At best, there is a 30 percent chance.", 30, 30),
    ],
)
def test_a_bound_may_stand_behind_its_number(text: str, low: float | None, high: float | None) -> None:
    found = only(text)
    assert [None if isnan(value) else value for value in (found.low, found.high)] == [low, high]


@pytest.mark.parametrize("text", ["It had not the slightest possibility of rain.", "He hasn’t the faintest chance."])
def test_a_chance_that_is_none_at_all_is_no_doubt(text: str) -> None:
    assert ranges(text) == []


def test_an_even_chance_as_a_bound_has_no_number_of_readers() -> None:
    assert only("The chances are fifty-fifty at best.").basis == "none"


def test_maybe_before_a_number_has_no_range_of_its_own() -> None:
    assert only("The chance is 60 per cent, maybe 70.").median == 60
    assert ranges("Perhaps 300 people came.") == []
    assert only("Perhaps one of them will win.").phrase == "maybe"


def test_bounds_and_ranges_of_numbers() -> None:
    found = only("The chances of a deal are less than 50 percent.")
    assert isnan(found.low) and isnan(found.median) and found.high == 50
    found = only("He put the odds at 60 to 70 percent.")
    assert (found.low, found.high) == (60, 70) and isnan(found.median)
    assert only("Bookmakers quote odds of five to one.").median == pytest.approx(100 / 6)


def test_other_marks_have_no_range() -> None:
    assert ranges("He cannot guarantee peace if they leave.") == []
    assert ranges("An armed group claimed that he left.") == []


def test_official_bands_name_every_scale_and_contradict_each_other() -> None:
    bands = {scale: (low, high) for scale, low, high in official_bands("very unlikely")}
    assert bands["ICD-203"] == (5, 20)
    assert bands["IPCC-AR5/AR6"] == (0, 10)
    assert {scale for scale, *_ in official_bands("roughly equal")} >= {
        "ICD-203",
        "NATO",
        "Kent-1964",
        "IPCC-AR5/AR6",
    }
    assert official_bands("reportedly") == []


@pytest.mark.parametrize("name", ["survey_quantiles", "official_scales", "phrases"])
def test_every_figure_has_source_and_licence(name: str) -> None:
    with data_path("probability", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert row["licence"]
        assert row.get("citation") or row.get("source")


def test_quantiles_are_in_order() -> None:
    with data_path("probability", "survey_quantiles.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            values = [float(row[name]) for name in ("low", "q25", "median", "q75", "high")]
            assert values == sorted(values)
            assert values[0] >= 0 and values[-1] <= 100


VOCABULARY = "0 1 5 60 100 250 1,000 2.5 one five % percent per cent in out of to - – chance odds likely 50-50 9-to-1"
NUMBERS = st.sampled_from(VOCABULARY.split())


@given(st.lists(NUMBERS, max_size=14).map(" ".join))
def test_numbers_never_leave_0_to_100(text: str) -> None:
    for found in ranges(text):
        for value in (found.low, found.median, found.high):
            assert isnan(value) or 0 <= value <= 100
