"""Who is heard: which sources, named or not, quoted or not, by which channel, and who gave no answer."""

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.findings.of_several import ONE_ARTICLE
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.heard import by_channel, first_and_last, months
from sourcereading.analysis.independence import independent_sources
from sourcereading.analysis.sources import (
    DOCUMENT,
    UNSAID,
    grouped,
    in_a_line,
    known_sources,
)
from sourcereading.analysis.sourcing import no_answers, unnamed_sources
from sourcereading.analysis.statements import reported
from sourcereading.attribution.voices import DIRECT, INDIRECT, UNATTRIBUTED, VOICES
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import (
    amount,
    count,
    listed,
    listing,
    of_the,
    percent,
    quoted,
    sentence,
    times,
    verb,
    who_in,
)

_NOTEBOOK = "09-who-is-heard"
_FEW = 6
_NONE_LEADS = "no position more often than any other"
_NO_SOURCE = "No known source is quoted or paraphrased."


@question("Who is heard?", _NOTEBOOK)
def who_is_heard(reading: Reading) -> str:
    """Which sources are heard, and of which position?"""
    told = known_sources(reading.speakers)
    if told.empty:
        return _NO_SOURCE
    articles = len(reading.articles)
    if articles == 1:
        return " ".join(filter(None, (f"{in_a_line(told)}.", _most_words(told))))
    line = f"{articles:,} articles with {count(len(told), 'source')}, each counted in every article that has it."
    unsaid, unnamed = int((grouped(told) == UNSAID).sum()), int((~told["named"]).sum())
    every = {0: "The position of all is said", len(told): "The position of none is said"}
    left = every.get(unsaid, f"The position of {unsaid:,} is not said")
    left += f"; {unnamed:,} {verb(unnamed, 'is', 'are')} not named." if unnamed else "; all are named."
    return " ".join(filter(None, (line, _most_words(told), left)))


def _most_words(told: pd.DataFrame) -> str:
    """Sources of which position have the most words, of those whose position is said, documents apart, and how large
    a part of the words of all sources that is; "" where none has."""
    words = told["direct_words"] + told["indirect_words"]
    by_group = words.groupby(grouped(told)).agg(["sum", "size"]).drop(index=[UNSAID, DOCUMENT], errors="ignore")
    most, total = int(by_group["sum"].max()) if len(by_group) else 0, int(words.sum())
    first = by_group[by_group["sum"] == most]
    if len(first) != 1 or not most or len(told) == 1:
        return ""
    number = int(first["size"].iloc[0])
    of = "all" if most == total else f"{most:,} of the {count(total, 'word')} of sources ({percent(most, total)})"
    return f"Of the positions that are said, “{first.index[0]}” has the most words, by {count(number, 'source')}: {of}."


@question("Who is named, and who is not?", _NOTEBOOK, 2)
def who_is_named(reading: Reading) -> str:
    """How many sources are named, and what the text says of those that are not."""
    told = known_sources(reading.speakers)
    if told.empty:
        return _NO_SOURCE
    named = int(told["named"].sum())
    text = f"{sentence(of_the(named, len(told), 'source'))} {verb(named, 'is', 'are')} named."
    if len(told) == 1:
        text = f"The one source is {'' if named else 'not '}named."
    people = told[told["kind"] == "unnamed"]
    if len(people) and len(reading.articles) > 1:
        numbers = people["article_id"].value_counts()
        have = of_the(len(numbers), len(reading.articles), "article")
        most = f", at most {numbers.max():,} in one" if len(numbers) > 1 else ""
        text += f" {len(people):,} {verb(len(people), 'is a person', 'are people')} without a name, in {have}{most}."
    elif len(people):
        text += f" People without a name: {_some_of(people['speaker'])}."
    given = unnamed_sources(reading.statements, reading.sentences)
    reasons = given[given["reason"] != ""]
    if len(reasons):
        why = [quoted(words, 100) for words in dict.fromkeys(reasons["reason"])]
        text += f" Why a name is withheld is said {times(len(reasons))}: {listing(why)}."
    elif len(given):
        text += f" That a name is withheld is said {times(len(given))}, without a reason."
    return text


@question("Who is quoted, and who only paraphrased?", _NOTEBOOK, 3)
def who_is_quoted(reading: Reading) -> str:
    """Which sources have words in quotation marks?"""
    told = known_sources(reading.speakers)
    if told.empty:
        return _NO_SOURCE
    never = told[told["direct_words"] == 0]
    have = len(told) - len(never)
    if len(told) == 1:
        return f"The one source is {VOICES[DIRECT] if have else f'only {VOICES[INDIRECT]}'}."
    text = f"{sentence(of_the(have, len(told), 'source'))} {verb(have, 'has', 'have')} words in quotation marks."
    if len(never) > _FEW:
        return f"{text} {len(never):,} are only {VOICES[INDIRECT]}."  # two of many names say nothing
    return f"{text} Only {VOICES[INDIRECT]}: {_some_of(never['speaker'])}." if have and len(never) else text


def _some_of(names: pd.Series) -> str:
    """Sources in a sentence, with how many more there are; who is heard in two articles is two, and named once."""
    return listed([*names[~names.duplicated()], *names[names.duplicated()]])


@question("Who speaks first, and who last?", _NOTEBOOK, 4)
def who_speaks_first(reading: Reading) -> str:
    """Who speaks first, and who last?"""
    ends = first_and_last(reading)
    if ends.empty:
        return _NO_SOURCE
    parts = dict(iter(ends.groupby("place")))
    if len(reading.articles) == 1:
        told = {
            place: listing([who_in(row.speaker, row.voice) for row in rows.itertuples()])
            for place, rows in parts.items()
        }
        same = told["first"] == told["last"]
        return f"First and last: {told['first']}." if same else f"First: {told['first']}. Last: {told['last']}."
    articles = ends["article_id"].nunique()
    if articles == 1:
        return "In one article a known source speaks; the table has who is first and last there."
    (first, firsts), (last, lasts) = (_most_often(parts[place]) for place in ("first", "last"))
    if first != last:
        one, other = _leading(first, f"{firsts:,} articles"), _leading(last, f"{lasts:,} articles")
        said = f"the first to speak has {one} and the last to speak has {other}"
    elif first:
        both = f"{firsts:,} articles each" if firsts == lasts else f"{firsts:,} and {lasts:,} articles"
        said = f"both the first and the last to speak have {_leading(first, both)}"
    else:
        said = "no position leads among those who speak first, or last"
    return f"{articles:,} articles have a known source. As far as positions are said, {said}."


def _most_often(rows: pd.DataFrame) -> tuple[str, int]:
    """Which position those who speak first, or last, have in most articles, and in how many; "" where none leads."""
    groups = rows.drop_duplicates(["article_id", "group"])["group"].value_counts()
    known = groups.drop(UNSAID, errors="ignore")
    top = known.index[known == known.max()]
    if len(top) != 1 or known.max() < 2:
        return "", 0
    return str(top[0]), int(known.max())


def _leading(position: str, articles: str) -> str:
    return f"most often the position “{position}” ({articles})" if position else _NONE_LEADS


@question("How did the words reach the writer?", _NOTEBOOK, 5)
def by_which_channel(reading: Reading) -> str:
    """How did the words of sources reach the writer, as far as the text says so?"""
    channels = by_channel(reading)
    total = int(channels["statements"].sum())
    if not total:
        return _NO_SOURCE
    said = channels[channels["channel"] != ""]
    number = int(said["statements"].sum())
    if not number:
        which = "the one statement of a source" if total == 1 else f"the {total:,} statements of sources"
        return f"The text does not say how the words of {which} reached the writer."
    parts = [f"{row.channel} ({row.statements:,})" for row in said.itertuples()]
    known = reported(reading.statements, reading.articles)["speaker"] != UNATTRIBUTED
    each = " A statement of several sources counts for each." if total > known.sum() else ""
    return (
        f"For {number:,} of {count(total, 'statement')} of sources the text says how the words reached the writer: "
        f"{listing(parts, '; ', most=9)}.{each}"
    )


@question("How many sources has each issue?", _NOTEBOOK, 6)
def how_many_sources(reading: Reading) -> str:
    """How many independent sources speak of each issue?"""
    issues = independent_sources(reading.issues, reading.statements, reading.speakers)
    if issues.empty:
        known = len(known_sources(reading.speakers))
        return "No known source speaks of an issue of the codebook." if known else _NO_SOURCE
    one, number = int((issues["independent"] == 1).sum()), issues["issue"].nunique()
    if len(issues) == 1:
        row = issues.iloc[0]
        have = count(row["independent"], "independent source")
        return f"Sources speak of one issue, “{row['issue']}”. As far as the text shows, it has {have}."
    text, have = f"Sources speak of {count(number, 'issue')}", of_the(one, len(issues), "issue")
    if len(issues) > number:
        text += f". If an issue counts once in each article, there are {len(issues):,}"
        have = f"{one:,} of these {len(issues):,}"
    text += f". As far as the text shows, {have} {verb(one, 'has', 'have')} only one independent source."
    most = int(issues["independent"].max())
    first = issues[issues["independent"] == most]
    if most > 1 and len(first) == 1:
        text += f" Most in one article, {most:,}: “{first['issue'].iloc[0]}”."
    return text


@question("Who gave no answer?", _NOTEBOOK, 7)
def who_gave_no_answer(reading: Reading) -> str:
    """Of whom does the text say that they did not answer, or would not comment?"""
    rows = no_answers(reading.statements)
    names = rows[["article_id", "speaker"]].drop_duplicates()
    if names.empty:
        return "The text says of nobody that they did not answer or would not comment."
    return f"{len(names):,} did not answer or would not comment, as the text says: {_some_of(names['speaker'])}."


@question("How do articles, outlets and months differ?", _NOTEBOOK, 8)
def how_sources_differ(reading: Reading) -> str:
    """How many sources the articles have, and for how many outlet and month are known; none is ranked."""
    articles = reading.articles
    if len(articles) < 2:
        return ONE_ARTICLE
    told = known_sources(reading.speakers)
    numbers = told["article_id"].value_counts().reindex(articles["article_id"], fill_value=0)
    low, high = int(numbers.min()), int(numbers.max())
    each = " each" if low else ""
    many = f"{amount(low, 'source')}{each}" if low == high else f"from {low} to {count(high, 'source')}"
    text = f"The {len(articles):,} articles have {many}."
    for noun, values in (("outlet", articles["outlet"]), ("month", months(articles))):
        known = values[values != ""]
        if known.empty:
            text += f" No {noun} is known."
        else:
            some = of_the(len(known), len(articles), "article")
            text += f" The {noun} is known for {some}: {count(known.nunique(), noun)}."
    return text
