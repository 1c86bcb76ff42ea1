"""A text that repeats itself, or holds one sign ten thousand times, is read in time that grows with its length only.

The stages have tests of their own; these hold the whole path of ``read`` to it.
"""

from contextlib import suppress

import pytest

import sourcereading as sr
from sourcereading.text.articles import NothingToRead
from timing import ALLOWED, growth

pytestmark = pytest.mark.slow

UNITS = [
    # quotation marks
    '"', "“", "”", "'", "«a» ", "“a” ", '"a" ', "‘a’ ", "“a ", "“a.\n\n", "“It rains,” Hale said, “a lot.” ",
    # full stops, other marks, blank lines
    "U.S. ", "Mr. ", "A", "!?", "!? ", ". ", "\n", "a\n", " ", "(", "—", "; ", ": ", "a ", "a-",
    ")", "()", "— ", "-", "--", "\U0001f600", "e\u0301",
    # numbers
    "1", "1,", "60 percent ", "five to one ",
    # names, reporting clauses
    "Hale, ", "Ana Ruiz ", "who ", "said ", "said, ", "reply ", "has said ", "Hale said that ", "he said he ",
    "“a,” said Hale, ", "according to ", "according to Hale, ", "Q: Who?\n\nA: Nobody.\n\n",
    "VALE: Who? BRELL: I do. ", "Ana Ruiz:\n\nWho are you?\n\nI am.\n\n",
    # certainty, topics
    "not ", "could ", "whether ", "possible, ", "chance of ", "very likely ", "it could be very likely and ", "if ",
    "peace talks ", "Ana Ruiz, and ", "Ana Ruiz (R-Halden), ",
]  # fmt: skip


def repeated(before, unit, after=""):
    return lambda size: before + unit * (size // len(unit)) + after


SHAPES = {
    "exclamation marks inside a word": repeated("a ", "!", "x"),
    "full stops inside a word": repeated("a ", ".", "x"),
    "marks and quotation marks inside a word": lambda size: "!" * (size // 2) + '"' * (size // 2) + "x",
    "blanks before a line": repeated("", " ", "\nabc"),
    "blanks after a line": repeated("abc\n", " "),
    "blanks between words": repeated("abc", " ", "def"),
    "lines of a blank": repeated("abc", "\n ", "def"),
    "an opening bracket behind every sentence": repeated("", "It rains. " + "(" * 40),
    "brackets that close at the end": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "speakers inside a quotation that stays open": repeated("Ana said “", "Bo said it rains, and "),
    "speakers and claims inside a quotation": repeated("Ana said “", "Bo claimed it could rain, and we may, and ", "”"),
    "speakers inside what somebody said": repeated("Ana said that ", "Bo said it rains, and "),
    "one denial after the other": repeated("Ana ", "denied that it leaks, and denied any claims and ", "left."),
    "adverbs before a verb": repeated("Ana ", "hardly ", "said it rains."),
    "degrees before a chance": repeated("It is ", "very ", "likely to rain."),
    "even odds": repeated("It is ", "about ", "even odds."),
    "alternatives": repeated("", "possible or ", "impossible"),
    "many speakers": lambda size: " ".join(f"Ana R{chr(97 + n // 26 % 26)}{chr(97 + n % 26)} said it rains."
                                           for n in range(size // 24)),
}  # fmt: skip


def read(text):
    with suppress(NothingToRead):  # where the text is blank
        sr.read([text])


@pytest.mark.parametrize("unit", UNITS)
def test_time_to_read_a_repeated_unit_grows_with_its_length_only(unit):
    assert growth(str, read, unit, 20_000) < ALLOWED


@pytest.mark.parametrize("make", SHAPES.values(), ids=SHAPES)
def test_time_to_read_a_text_of_any_shape_grows_with_its_length_only(make):
    assert growth(str, read, make, 40_000) < ALLOWED
