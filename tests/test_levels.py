"""How surely a statement is put: score and level come from the marks that a reader sees, and from nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcereading import read
from sourcereading.certainty import level, marks, score, weight
from sourcereading.certainty.labels import LEVELS, hedging, raising
from sourcereading.text.sentences import tokens

LOWERING = ["may", "could", "perhaps", "it seems", "if", "unless", "about", "reportedly", "likely", "unclear whether"]
RAISING = ["certainly", "will", "undoubtedly", "almost certainly"]
weights = st.lists(st.floats(-1, 1, allow_nan=False).filter(lambda value: abs(value) > 1e-6), max_size=6)


def of(text: str) -> tuple[float, str]:
    """Score and level of a sentence by its marks."""
    cut = tokens(text)
    weighed = [weight(mark, cut) for mark in marks(cut)]
    return score(weighed), level(weighed)


@given(weights, st.floats(0.001, 1))
def test_a_further_mark_never_moves_the_score_the_other_way(others: list[float], size: float) -> None:
    assert score([*others, -size]) <= score(others) <= score([*others, size])


@given(weights, st.floats(0.001, 1))
def test_a_further_mark_never_moves_the_level_the_other_way(others: list[float], size: float) -> None:
    order = LEVELS.index
    assert order(level([*others, -size])) <= order(level(others))
    assert order(level([*others, size])) >= order(level(others)) or level(others) == "unmarked"


@given(st.permutations([-0.4, -0.2, -0.1, 0.1, 0.05]))
def test_the_order_of_the_marks_does_not_matter(found: list[float]) -> None:
    assert score(found) == score(sorted(found))


def test_a_second_mark_of_a_kind_counts_but_less() -> None:
    none, one, two, three = (score([-0.1] * number) for number in range(4))
    assert none - one > one - two > 0
    assert two - three == pytest.approx(one - two)


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("The pier had two cracks.", "The pier had no cracks."),
        ("It helps the town.", "It would help the town."),
        ("The gate is shut.", "The gate can be shut."),
        ("The council met.", "The council met for a further session."),
        ("The gate was shut.", "Neither gate was shut."),
    ],
)
def test_words_that_are_no_marks_do_not_move_the_score(plain: str, other: str) -> None:
    assert of(plain) == of(other) == (score([]), "unmarked")


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("The pier will hold.", "The pier will hold, provided the tide brings no storms."),
        ("The pier will hold.", "The pier will hold unless a storm comes."),
        ("The pier could hold.", "If no storm comes, the pier could hold."),
        ("The pier holds.", "The pier may hold."),
        ("The pier may hold.", "It is unclear whether the pier may hold."),
        ("He cannot guarantee peace.", "He cannot guarantee peace and would not say with confidence that it lasts."),
        ("It is almost certain to hold.", "It is likely to hold."),
        ("There is a 99 percent chance of rain.", "There is a 60 percent chance of rain."),
    ],
)
def test_score_orders_sentences_as_readers_do(surer: str, less_sure: str) -> None:
    assert of(surer)[0] > of(less_sure)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier holds.", "unmarked"),
        ("The pier had no cracks.", "unmarked"),
        ("The pier will certainly hold.", "high"),
        ("The flood is almost certain.", "high"),
        ("The vote is all but certain.", "high"),
        ("There is a 99 percent chance of rain.", "high"),
        ("The pier will hold, provided the tide brings no storms.", "middle"),
        ("The pier may certainly hold.", "middle"),
        ("The pier could hold.", "middle"),
        ("It is likely to hold.", "middle"),
        ("There is almost no chance that it holds.", "high"),
        ("He cannot guarantee peace and would not say with confidence that it lasts.", "low"),
        ("It is unclear whether it may hold.", "low"),
    ],
)
def test_levels(text: str, expected: str) -> None:
    assert of(text)[1] == expected


def test_a_condition_lowers_at_least_as_much_as_could() -> None:
    assert of("If it rains, they leave.")[0] <= of("They could leave.")[0]


@pytest.mark.parametrize("lowering", LOWERING)
@pytest.mark.parametrize("text", ["The pier stands in the bay.", "The pier will stand.", "Perhaps the pier stands."])
def test_a_word_that_lowers_never_makes_a_sentence_surer(lowering: str, text: str) -> None:
    assert of(f"{lowering.capitalize()}, {text[0].lower()}{text[1:]}")[0] <= of(text)[0]
    assert of(f"{text[:-1]}, {lowering} so.")[0] <= of(text)[0]


@pytest.mark.parametrize("raising", RAISING)
@pytest.mark.parametrize("text", ["The pier stands.", "Perhaps the pier stands."])
def test_a_word_that_raises_never_makes_a_sentence_less_sure(raising: str, text: str) -> None:
    assert of(f"{text[:-1]}, and it {raising} holds.")[0] >= of(text)[0]


def test_nearly_certain_probabilities_are_no_hedges() -> None:
    said = read(["“The flood is almost certain,” Ana Ruiz said. “The vote is all but certain,” Ben Holm said."])
    assert hedging(said.certainty).tolist() == [False, False]
    assert raising(said.certainty).tolist() == [True, True]
    said = read(["“The flood is likely,” Ana Ruiz said. “There is a 60 percent chance of it,” Ben Holm said."])
    assert hedging(said.certainty).tolist() == [True, True]
    assert not raising(said.certainty).any()


def test_the_score_of_a_statement_follows_from_the_weights_beside_it(seed) -> None:
    claims = seed.statements[seed.statements["certainty_level"] != ""]
    framing = set(seed.statements.loc[seed.statements["reporting_clause_of"] != "", "sentence_id"])
    own = seed.certainty[~seed.certainty["sentence_id"].isin(framing) | (seed.certainty["direction"] != "shifts")]
    by_statement = own.groupby("statement_id")["weight"].agg(list)
    for row in claims.itertuples():
        found = by_statement.get(row.statement_id, [])
        assert (row.certainty_score, row.certainty_level) == (pytest.approx(score(found)), level(found))
