"""Articles side by side: figures, speakers and passages that they share."""

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.claims import telling_in_words, told_twice
from sourcereading.analysis.compare import SHORTEST, by_article, shared_passages
from sourcereading.analysis.contrasts import contrasts, in_words
from sourcereading.analysis.copies import first_copies
from sourcereading.analysis.findings.counted import speaker_words
from sourcereading.analysis.names import article_names, in_how_many, loose_names
from sourcereading.attribution.voices import UNATTRIBUTED
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import RATE_FROM, amount, listing, of_the, quoted, sentence, verb, who

ONE_ARTICLE = "There is one article here; comparing needs two or more."


def how_articles_differ(reading: Reading) -> str:
    """How do the articles differ in numbers?"""
    table = by_article(reading)
    if len(table) < 2:
        return ONE_ARTICLE
    found = contrasts(table).head(2)
    parts = [f"{in_words(row)}." for row in found.itertuples()]
    if len(found) < 2 or found["articles"].min() < len(table):
        parts.append(f"A rate or a share is given from {RATE_FROM} words on.")
    shortest, longest = int(table["words"].min()), int(table["words"].max())
    if shortest < longest:
        parts.append(f"The articles have from {shortest:,} to {amount(longest, 'word')}.")
    return f"{len(table):,} articles. {' '.join(parts)}"


def what_is_told_twice(reading: Reading, pairs: pd.DataFrame | None = None) -> str:
    """Which statements do several articles tell, and what is different in them? ``pairs`` is the first table of
    ``told_twice``, where it is at hand."""
    if len(reading.articles) < 2:
        return ONE_ARTICLE
    pairs = told_twice(reading)[0] if pairs is None else pairs
    copied = _copies(reading)
    if pairs.empty:
        none = f"No {'other ' if copied else ''}statement is told in two of the articles in words that are alike"
        return f"{copied}{none}; what most articles say in the same few words is not counted."
    number, changed = len(pairs), int((pairs["changed"] != "").sum())
    articles = len(reading.articles)
    where = "both articles" if articles == 2 else f"two or more of the {articles:,} articles"
    told = f"{copied}{amount(number, 'statement')} {verb(number, 'is', 'are')} told in {where} in words that are alike"
    if not changed:
        return f"{told}, with no difference in who says it, how surely, or with which numbers."
    first, names = pairs.iloc[0], article_names(reading.articles)
    one, other = (
        f"in {names[first[f'{side}article_id']]} {telling_in_words(first[f'{side}speaker'], first[f'{side}voice'])}: "
        f"{quoted(first[f'{side}text'], 140)}"
        for side in ("", "other_")
    )
    which = "The difference" if changed == 1 else "The strongest difference"
    return (
        f"{told}; in {'it' if number == 1 else f'{changed:,} of them'} something differs. {which}: {one}; {other} "
        f"({first['changed']})."
    )


def _copies(reading: Reading) -> str:
    """Which articles are copies of one text, as sentences with a space behind them; "" where none are."""
    groups: dict[str, list[str]] = {}
    for article, first in first_copies(reading.sentences).items():
        groups.setdefault(first, []).append(article)
    several = [group for group in groups.values() if len(group) > 1]
    if not several:
        return ""
    names, number = article_names(reading.articles), sum(map(len, several)) - len(several)
    said = (
        f"{listing([names[article] for article in several[0]], most=4)} are copies of one text"
        if len(several) == 1
        else f"{of_the(number, len(names), 'article')} are copies of another one"
    )
    return (
        f"{said}: half of the words of the shorter one, or more, stand in the other in the same sentences. What these "
        "tell is not counted as told twice. "
    )


def who_is_in_several(reading: Reading) -> str:
    """Which names are those of speakers in more than one of the articles?"""
    names = speaker_words(reading)
    if names["speaker"].eq(UNATTRIBUTED).all():
        return "No speaker is quoted or paraphrased in any of the articles."
    loose = loose_names(reading.speakers)
    others = f" {loose[:-1]}, and {'are' if ' more name' in loose else 'is'} not counted." if loose else ""
    names = names[names["speaker"].isin(reading.speakers.loc[reading.speakers["named"], "speaker"])]
    several = names[names["articles"] > 1].sort_values(["articles", "words"], ascending=False, kind="stable")
    if several.empty:
        return f"No named speaker is in more than one article under the same name.{others}"
    first = [f"{who(name)} ({in_how_many(name, reading.speakers)})" for name in several["speaker"].head(3)]
    parts = [*first, *several["speaker"][3:]]
    every = "the only named speaker" if len(names) == 1 else of_the(len(several), len(names), "named speaker")
    return (
        f"{sentence(every)} {verb(len(several), 'is', 'are')} in more than one article: {listing(parts)}. Names are "
        f"matched by their letters: two people with one name would count as one.{others}"
    )


def which_passages(reading: Reading) -> str:
    """Which passages do the articles share word for word?"""
    found = shared_passages(reading)
    if found.empty:
        return f"No two articles share a passage of {SHORTEST} words or more."
    passages = found.groupby("passage").agg(words=("words", "first"), articles=("article_id", "nunique"))
    number, first = len(passages), passages.iloc[0]
    tied = int((passages["words"] == first["words"]).sum())
    longest = amount(int(first["words"]), "word")
    which = f"{'It' if number == 1 else 'The longest'} has {longest}"
    if tied > 1:
        longer = f"The {'two' if tied == 2 else f'{tied:,}'} longest"
        which = f"{longer if tied < number else 'Both' if tied == 2 else 'All'} have {longest}; the first,"
    return (
        f"{amount(number, 'passage')} of {SHORTEST} words or more {verb(number, 'is', 'are')} in two or more articles. "
        f"{which}{',' if tied == 1 else ''} in {first['articles']:,} articles: "
        f"{quoted(found['text'].iloc[0], 120)}."
    )
