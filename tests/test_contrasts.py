"""By which figures articles differ most: short articles and rare things make no contrast."""

import pandas as pd
import pytest

import sourcereading as sr
from sourcereading.analysis.compare import by_article
from sourcereading.analysis.contrasts import contrasts, in_words

FIGURES = {
    "words": 400, "reported_percent": 50.0, "quoted_percent_of_reported": 40.0, "hedges_per_1000": 20.0,
    "raises_per_1000": 10.0, "issue_mentions_per_1000": 15.0,
}  # fmt: skip


def table(**changed):
    """Figures of three articles that are alike but for some columns."""
    rows = pd.DataFrame([{"article": name, **FIGURES} for name in ("Wire", "Gull", "Review")])
    return rows.assign(**changed)


def first(figures):
    return in_words(next(contrasts(figures).itertuples()))


def test_the_strongest_contrast_is_first():
    found = contrasts(table(raises_per_1000=[10.0, 30.0, 10.0], hedges_per_1000=[20.0, 20.0, 35.0]))
    assert [measure.column for measure in found["measure"][:2]] == ["raises_per_1000", "hedges_per_1000"]
    said = in_words(next(found.itertuples()))
    assert said == "Expressions of certainty per 1,000 words: from 10 in 2 articles to 30 in Gull"
    assert (found["ratio"][2:] == 1).all()


def test_of_many_articles_the_quartiles_are_compared_not_the_ends():
    """Among hundreds of articles some have none of everything, and some all: from 0 to 100 percent says nothing."""
    rows = pd.DataFrame([{"article": f"No. {number}", **FIGURES} for number in range(200)])
    shares = [0.0, 100.0] + [20.0] * 99 + [60.0] * 99
    assert first(rows.assign(reported_percent=shares)) == (
        "Share of speakers’ words in all words: at most 20\xa0% in a quarter of the articles, at least 60\xa0% in "
        "another quarter"
    )
    little = first(rows)
    assert little == "Share of speakers’ words in quotation marks: 40\xa0% in half of the articles"


def test_where_articles_differ_little_the_order_is_fixed():
    found = contrasts(table(raises_per_1000=[10.0, 14.0, 10.0]))
    assert (found["ratio"] == 1).all()
    assert [measure.column for measure in found["measure"][:2]] == ["quoted_percent_of_reported", "hedges_per_1000"]
    assert first(table()) == "Share of speakers’ words in quotation marks: 40\xa0% in each"


def test_four_against_none_is_no_contrast():
    assert (contrasts(table(raises_per_1000=[0.0, 10.0, 0.0]))["ratio"] == 1).all()  # 4 in 400 words
    assert contrasts(table(raises_per_1000=[0.0, 12.5, 0.0]))["ratio"].iloc[0] == 6  # 5 + 1 against 0 + 1


def test_an_article_is_compared_from_100_words_on():
    figures = table(words=[400, 90, 400], hedges_per_1000=[20.0, 99.0, 20.0])
    found = contrasts(figures).set_index("measure")
    assert (found["ratio"] == 1).all() and "Gull" not in found["high_article"].tolist()
    assert contrasts(table(words=[90, 90, 400])).empty
    few_said = contrasts(table(reported_percent=[50.0, 24.0, 24.0]))  # 96 words of speakers
    assert "quoted_percent_of_reported" not in [measure.column for measure in few_said["measure"]]


@pytest.mark.parametrize("text", ["The wall holds. ", "“The wall may hold,” said Ana Ruiz. "])
def test_two_articles_with_the_same_words_have_no_contrast(text):
    assert (contrasts(by_article(sr.read([f"First. {text * 40}", f"Other. {text * 40}"])))["ratio"] == 1).all()
