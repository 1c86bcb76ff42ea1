"""The sources of articles one by one with their words: the audit, who is first and last, channels, outlets, months."""

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.names import article_name
from sourcereading.analysis.sources import COUNTED, grouped, known_sources, voices_by
from sourcereading.analysis.statements import for_each, in_body, reported
from sourcereading.attribution.voices import DIRECT, MIXED, UNATTRIBUTED, WRITER
from sourcereading.reading.reading import Reading
from sourcereading.reading.schema import SCHEMAS
from sourcereading.reading.wording import short

_FIRST_WORDS = 120
_FACTS = ("kind", "named", "position", "affiliation", "referred_as")
_COUNTED = ("statements", "direct_words", "indirect_words", "first_mention")


def own_columns(speakers: pd.DataFrame) -> list[str]:
    """The analyst's own columns of the table ``speakers``, from ``people.csv``."""
    return [column for column in speakers.columns if column not in SCHEMAS["speakers"]]


def heard_sources(reading: Reading) -> pd.DataFrame:
    """The known sources of each article, one row each, with their words: the table ``speakers`` without those whom the
    text does not give, with ``group`` (as a line above an article counts them), ``words``, ``channels`` ("; " between
    several), and where and with which words each is heard first: ``statement_id``, ``start``, ``voice``, ``text``.

    The first words are those of the first statement that is quoted; of a source that is only paraphrased, of the first.
    """
    told = known_sources(reading.speakers).reset_index(drop=True)
    said = statements_of_sources(reading)
    keys = ["article_id", "speaker"]
    first = said.assign(unquoted=~said["voice"].isin([DIRECT, MIXED]))
    first = first.sort_values("unquoted", kind="stable").drop_duplicates(keys)
    first = first[[*keys, "statement_id", "start", "voice", "text"]]
    told = told.merge(first, on=keys, how="left").fillna({"start": -1, "statement_id": "", "voice": "", "text": ""})
    channels = said[said["channel"] != ""].drop_duplicates([*keys, "channel"]).groupby(keys)["channel"].agg("; ".join)
    told = told.join(channels.rename("channels"), on=keys).fillna({"channels": ""})
    words = told["direct_words"] + told["indirect_words"]
    return told.assign(group=grouped(told), words=words).astype({"start": "int64", "channels": "str"})


def statements_of_sources(reading: Reading) -> pd.DataFrame:
    """One row per statement and known source, as every count here has them: what two say together is a row of each."""
    said = reported(reading.statements, reading.articles)
    return for_each(said[said["speaker"] != UNATTRIBUTED], reading.speakers)


def audit(reading: Reading) -> pd.DataFrame:
    """The sources as newsrooms keep them: one row per source and article, for a spreadsheet. Table: sources."""
    told = heard_sources(reading)
    articles = reading.articles.assign(article=[article_name(row) for row in reading.articles.itertuples()])
    facts = articles[["article_id", "article", "date", "outlet", "url"]]
    table = told.merge(facts, on="article_id", how="left").rename(columns={"speaker": "source"})
    table["first_words"] = [short(text, _FIRST_WORDS) for text in table["text"]]
    columns = ["article", "date", "outlet", "url", "source", *_FACTS, "channels", *_COUNTED, "first_words"]
    return table[[*columns, *own_columns(reading.speakers), "article_id"]]


def first_and_last(reading: Reading) -> pd.DataFrame:
    """Who speaks first and who last in each article where a known source speaks, each with the words. Where one
    statement is all, its speaker is the first and the last. Table: sources."""
    said = in_body(reported(reading.statements, reading.articles), reading.sentences)
    said = said[said["speaker"] != UNATTRIBUTED]
    ends = [said.drop_duplicates("article_id", keep=keep).assign(place=keep) for keep in ("first", "last")]
    both = for_each(pd.concat(ends, ignore_index=True), reading.speakers)
    told = known_sources(reading.speakers)
    groups = told[["article_id", "speaker"]].assign(group=grouped(told))
    both = both.merge(groups, on=["article_id", "speaker"])
    order = {article: at for at, article in enumerate(reading.articles["article_id"])}
    both = both.sort_values("article_id", key=lambda ids: ids.map(order), kind="stable", ignore_index=True)
    return both[["article_id", "place", "speaker", "group", "voice", "start", "text"]]


def rows_with_channels(statements: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``statements`` that known sources say, those of several once for each; the column ``statements`` is 1
    in one row of each statement and source, else 0."""
    rows = statements[(statements["reporting_clause_of"] == "") & ~statements["speaker"].isin([WRITER, UNATTRIBUTED])]
    rows = for_each(rows.sort_values("part", kind="stable"), speakers)
    return rows.assign(statements=(~rows.duplicated(["article_id", "statement_id", "speaker"])).astype("int64"))


def by_channel(reading: Reading) -> pd.DataFrame:
    """How the statements of sources reached the writer, as far as the text says so; most statements first, those of
    which it does not last. They add up to those of all sources: what several say together counts for each of them, and
    words do not count what is nested in them. Table: voices by group."""
    groups = rows_with_channels(reading.statements, reading.speakers).groupby("channel")
    table = groups[["statements", "own_words", "quoted_words"]].sum().astype("int64")
    table = table.set_axis(["statements", "words", "direct_words"], axis=1)
    table["indirect_words"] = table["words"] - table["direct_words"]
    table = table.reset_index().assign(unsaid=lambda frame: frame["channel"] == "")
    order = ["unsaid", "statements", "channel"]
    return table.sort_values(order, ascending=[True, False, True], ignore_index=True).drop(columns="unsaid")


def by_own_columns(speakers: pd.DataFrame) -> pd.DataFrame:
    """The sources counted by each of the analyst's own columns. Table: voices by group."""
    counts = [
        voices_by(speakers, name).rename(columns={name: "value"}).assign(column=name) for name in own_columns(speakers)
    ]
    table = pd.concat(counts, ignore_index=True) if counts else pd.DataFrame(columns=["column", "value", *COUNTED])
    return table[["column", *table.columns.drop("column")]]


def months(articles: pd.DataFrame) -> pd.Series:
    """The month of each article, as in "2026-11"; "" where its date is not known so far."""
    return articles["date"].str.extract(r"^(\d{4}-(?:0[1-9]|1[0-2]))(?!\d)", expand=False).fillna("").astype("str")


def heard_across(reading: Reading, by: str) -> pd.DataFrame:
    """The sources of several articles by outlet or by month (``by`` is "outlet" or "month"), and in each by group.
    Articles for which it is not known are left out; the table is empty where fewer than two are known. Outlets are in
    order of their names, months of time. Table: voices by group."""
    articles = reading.articles
    known = articles[["article_id"]].assign(**{by: months(articles) if by == "month" else articles[by]})
    known = known[known[by] != ""]
    told = heard_sources(reading).merge(known, on="article_id").assign(sources=1)
    if known[by].nunique() < 2 or told.empty:
        told = told.head(0)
    sums = told.groupby([by, "group"])[["sources", "statements", "words"]].sum().reset_index()
    total = sums.groupby(by)["words"].transform("sum")
    sums["percent"] = 100 * sums["words"] / total.where(total > 0)
    sums.insert(1, "articles", sums[by].map(known[by].value_counts()).astype("int64"))
    sums = sums.rename(columns={"group": "position"})
    return sums.sort_values([by, "words", "position"], ascending=[True, False, True], ignore_index=True)
