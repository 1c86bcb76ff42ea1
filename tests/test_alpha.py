"""How far several people agree."""

import math
from collections import Counter

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given

from sourcereading_evaluation.alpha import alpha

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): part D, four observers, twelve units, gaps;
# part B, two observers.
FOUR = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
TWO = ["aabbdcccedda", "babbbccceddd"]


@pytest.mark.parametrize(("observers", "value", "compared"), [(FOUR, 0.743, (11, 40)), (TWO, 0.692, (12, 24))])
def test_the_published_examples_give_the_published_values(observers, value, compared):
    found = alpha([Counter(a for a in answers if a != ".") for answers in zip(*observers, strict=True)])
    assert found.value == pytest.approx(value, abs=0.0005)
    assert (found.units, found.answers) == compared
    assert found.low < found.value < found.high <= 1


def test_full_agreement_is_one():
    found = alpha([{"quoted": 3}, {"writer": 3}, {"quoted": 2}])
    assert (found.value, found.low, found.high) == (1, 1, 1)


def test_two_sides_in_every_unit_agree_less_than_by_chance():
    assert alpha([{"a": 1, "b": 1}] * 10).value < 0


@pytest.mark.parametrize("units", [[], [{"a": 1}], [{"a": 5}, {"a": 2}], [{}]])
def test_nothing_to_compare_is_no_number(units):
    found = alpha(units)
    assert math.isnan(found.value) and math.isnan(found.low) and math.isnan(found.high)


def test_few_units_have_no_interval():
    found = alpha([{"a": 2}, {"a": 1, "b": 1}])
    assert not math.isnan(found.value) and math.isnan(found.low)


UNITS = st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 6)), min_size=3, max_size=20)


@given(UNITS, st.randoms())
def test_alpha_does_not_depend_on_names_or_order(units, random):
    found = alpha(units)
    assume(not math.isnan(found.value))
    new_names = dict(zip("abc", "cab", strict=True))
    other = [{new_names[label]: count for label, count in unit.items()} for unit in units]
    random.shuffle(other)
    assert alpha(other).value == pytest.approx(found.value)
    assert found.value <= 1 and (found.units < 3 or found.low <= found.high <= 1)


@given(UNITS)
def test_a_unit_with_one_answer_changes_nothing(units):
    found = alpha(units)
    assume(not math.isnan(found.value))
    assert alpha([*units, {"a": 1}]).value == pytest.approx(found.value)
