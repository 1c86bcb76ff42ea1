"""The chart of tone toward targets: of the pairs with enough stretches how many have which tone, no mean."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.sentiment import ENOUGH, pairs_with_enough, tone_by_target, tones_of
from sourcereading.reading.wording import count, sentence, short, who
from sourcereading.report.charts.bars import Bars, bar_chart
from sourcereading.report.charts.looks import TONE_LOOKS
from sourcereading.report.charts.style import ROWS, Chart, chart, framed, nothing, rows_for
from sourcereading.sentiment.scores import TONES, UNSURE


def tone_toward(reading: Any) -> Chart:
    """In what tone about whom, by the news scorer: a bar for each speaker and person that the speaker names
    in at least five scored stretches; what is unsure is a number and no bar, which would hide the others."""
    name, measure = "tone-toward", "Tone toward the people named"
    table = tone_by_target(reading.sentiment)
    if not len(table):
        why = f"no name of a person was found in a statement; n = {_scored(reading)}."
        return nothing(name, measure, why, reading.articles, table)
    enough = pairs_with_enough(table)
    if not len(enough):
        few = "Too few stretches to say anything of the tone toward anybody"
        pairs = count(len(table), "pair of speaker and target", "pairs of speaker and target")
        why = f"none has {ENOUGH} scored stretches; n = {pairs}. Read the stretches."
        return nothing(name, few, why, reading.articles, enough)
    articles = len(reading.articles)
    enough["pair"] = [f"{who(row.speaker, articles)} on {short(row.target, 60)}" for row in enough.itertuples()]
    drawn = enough.head(rows_for(reading.articles, ROWS))
    title = _title(enough)
    stretches = count(int(drawn["stretches"].sum()), "stretch", "stretches")
    both = "A stretch that names two targets counts for both. Scores can be wrong; “How good is this?” says how often."
    measure += ", as the news scorer reads each stretch"
    frame = framed(title, measure, reading.articles, [stretches], [_left_out(table, enough, drawn), both])
    tones = [tone for tone in TONES if tone != UNSURE and drawn[tone].any()]
    bars = [Bars(row.pair, [getattr(row, tone) for tone in tones], tones_of(row)) for row in drawn.itertuples()]
    series = [(tone, TONE_LOOKS[tone]) for tone in tones]
    said = "; ".join(f"{row.pair}: {tones_of(row)}" for row in drawn.head(6).itertuples())
    return chart(name, frame, f"{sentence(said)}.", enough.drop(columns=["pair", "scored"]), bar_chart, series, bars)


def _scored(reading: Any) -> str:
    whole = reading.sentiment[["article_id", "start"]].drop_duplicates()
    return count(len(whole), "stretch", "stretches")


def _title(enough: pd.DataFrame) -> str:
    """How many pairs there are, and which has most of these, where one has: no word on what the tones amount to."""
    pairs = count(len(enough), "pair of speaker and target has", "pairs of speaker and target have")
    title = f"{pairs} {ENOUGH} scored stretches or more"
    most = enough[enough["scored"] == enough["scored"].max()]
    if len(enough) == 1 or len(most) > 1:
        return title
    return f"{title}; most: {most['pair'].iloc[0]} ({most['scored'].iloc[0]:,})"


def _left_out(table: pd.DataFrame, enough: pd.DataFrame, drawn: pd.DataFrame) -> str:
    few, more = len(table) - len(enough), len(enough) - len(drawn)
    parts = [
        f"{count(few, 'pair')} with fewer scored stretches" if few else "",
        f"{count(more, 'more pair')} that the CSV has" if more else "",
    ]
    return f"Not drawn: {'; '.join(filter(None, parts))}." if few or more else ""
