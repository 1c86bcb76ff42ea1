"""What a probability phrase is in numbers, in words for readers: who was asked about which phrase, and what they said.

The one place that words it. Readers were rarely asked about the very words of an article: for "roughly equal" the
figures are those of "about even". So whatever page, chart or finding gives a range, takes it from here.
"""

from __future__ import annotations

from typing import Any

from sourcereading.certainty.probability import official_word


def number_range(low: float, high: float) -> str:
    """Percentages as they are printed: "49–51 %", "60 %"."""
    ends = [f"{value:.0f}" for value in (low, high)]
    return f"{ends[0] if ends[0] == ends[1] else '–'.join(ends)}\xa0%"


def has_number(marks: Any) -> Any:
    """Whether a mark (or each row of a table of marks) has a number: a range, or a bound on one side."""
    return (marks.low == marks.low) | (marks.high == marks.high)  # no number is not equal to itself


def asked_about(mark: Any) -> str:
    """The phrase that readers were asked about, where it is another one than the mark's; else ""."""
    return mark.phrase if " ".join(mark.text.lower().split()) != mark.phrase else ""


def in_numbers(mark: Any) -> str:
    """What a phrase is in numbers, as it can stand after the phrase in brackets; "no number" where it has none.

    >>> mark = next(reading.certainty.tail(1).itertuples())  # "roughly equal"
    >>> in_numbers(mark).replace("\\xa0", " ")
    'of “about even”, nine in ten readers say 49–51 %'
    """
    if not has_number(mark):
        return "no number"
    if mark.basis == "numeric":
        if mark.low != mark.low:
            return f"stated: at most {number_range(mark.high, mark.high)}"
        if mark.high != mark.high:
            return f"stated: at least {number_range(mark.low, mark.low)}"
        return f"stated: {number_range(mark.low, mark.high)}"
    wide = "a wide range: " if mark.basis == "proxy" else ""
    asked = asked_about(mark)
    return f"{wide}{f'of “{asked}”, ' if asked else ''}nine in ten readers say {number_range(mark.low, mark.high)}"


def range_lines(mark: Any) -> list[str]:
    """The same with the median, and in a second line the band of an official scale, with the scale's own word.

    >>> mark = next(reading.certainty.tail(1).itertuples())  # "roughly equal"
    >>> [line.replace("\\xa0", " ") for line in range_lines(mark)]
    ['of “about even”, nine in ten readers say 49–51 %, median 50', 'ICD-203 “roughly even chance”: 45–55 %']
    """
    middle = f", median {mark.median:.0f}" if mark.phrase and mark.median == mark.median else ""
    lines = [in_numbers(mark) + middle]
    if mark.official_low == mark.official_low and mark.official_high == mark.official_high:
        word = official_word(mark.official_scale, mark.official_low, mark.official_high, mark.text)
        lines.append(f"{mark.official_scale} “{word}”: {number_range(mark.official_low, mark.official_high)}")
    return lines
