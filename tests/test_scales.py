"""Official scales: where a phrase falls on each, and where they disagree."""

import math

import sourcereading as sr
from sourcereading.analysis import scales
from sourcereading.certainty.probability import SCALES, quartiles

TEXT = "The chances are roughly equal. A deal is likely. It is likely. There is a 22 percent chance. Frost is possible."


def test_a_phrase_falls_where_its_readers_put_it() -> None:
    table = scales.falls_on(sr.read([TEXT]).certainty).set_index("text")
    assert list(table.index) == ["roughly equal", "likely", "22 percent chance"]  # "possible" is on no scale
    assert table.loc["roughly equal", "ICD-203"] == "roughly even chance (45–55\xa0%)"
    assert table.loc["roughly equal", "PHIA"] == "realistic possibility (40–50\xa0%)"
    assert table.loc["likely", "NATO"] == "likely (60–90\xa0%)"
    assert table.loc["22 percent chance", "PHIA"] == "between two words"
    assert table["phrase"].tolist() == ["about even", "likely", ""]


def test_at_the_edge_of_two_bands_the_word_of_the_text_comes_first() -> None:
    table = scales.falls_on(sr.read(["Rain is unlikely."]).certainty)
    assert table["median"].tolist() == [20] and table["ICD-203"].tolist() == ["unlikely (20–45\xa0%)"]


def test_a_scale_may_end_before_a_number() -> None:
    table = scales.falls_on(sr.read(["There is a 100 percent chance of rain. There is a 0 percent chance."]).certainty)
    assert table["ICD-203"].tolist() == ["above all words", "below all words"]


def test_what_scales_have_in_common_is_never_said_by_a_word_for_a_probability() -> None:
    fits = scales.side_by_side()["fits_all"]
    assert all(fit == "none in common" or fit.endswith("%") for fit in fits)
    assert not sr.read(["It is " + ". It is ".join(fits[~fits.str.endswith("%")]) + "."]).certainty["basis"].any()


def test_a_text_without_odds_gives_an_empty_table() -> None:
    table = scales.falls_on(sr.read(["The bridge is open."]).certainty)
    assert table.empty and list(table.columns) == ["text", "phrase", "median", *SCALES]


def test_scales_are_set_side_by_side_from_unlikely_to_certain() -> None:
    table = scales.side_by_side().set_index("phrase")
    assert table.loc["likely", "fits_all"] == "66–75\xa0%"  # IPCC begins at 66, PHIA ends at 75
    assert table.loc["highly unlikely", ["PHIA", "NATO", "fits_all"]].tolist() == [
        "10–20\xa0%",
        "0–10\xa0%",
        "none in common",
    ]
    order = list(table.index)
    assert (
        order.index("very unlikely")
        < order.index("unlikely")
        < order.index("likely")
        < order.index("very likely")
    )
    assert (table[list(SCALES)] != "").sum(axis=1).min() >= 2


def test_quartiles_lie_within_the_band() -> None:
    low, high = quartiles("likely")
    assert 60 <= low <= 75 <= high <= 90
    assert all(math.isnan(value) for value in quartiles("more likely"))
