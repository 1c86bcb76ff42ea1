"""Charts of issues: how often each is named and in whose words, where in the text, and which are named together."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from sourcereading.analysis.counts import (
    counts_by,
    matrix,
    outside_names,
    sentences_naming,
    sentences_without,
    without_reporting_clauses,
)
from sourcereading.analysis.issues import issue_pairs
from sourcereading.analysis.names import MANY, article_labels
from sourcereading.attribution.voices import VOICES
from sourcereading.reading.wording import count, listing, sentence, verb
from sourcereading.report.charts.bars import Bars, bar_chart
from sourcereading.report.charts.issues_in_the_text import issues_in_the_text
from sourcereading.report.charts.lettering import SMALL, clean, shorten, text_width, wrap
from sourcereading.report.charts.looks import LOOKS, PLAIN, RULE, SOFT, dot_style, voice_series
from sourcereading.report.charts.plate import MARGIN, Frame, Plate, is_wide
from sourcereading.report.charts.style import REPORTING_CLAUSES, ROWS, Chart, chart, framed, left_out, nothing

_PANELS = 4
TOGETHER_FROM = 3
"""A pair of issues must be in so many statements to be drawn: below, one sentence decides which pair is first."""


def issue_counts(reading: Any) -> Chart:
    """In how many sentences each issue is named, with a colour for the voice that names it first there."""
    name, measure = "issue-counts", "Sentences that name an issue"
    named = sentences_naming(reading.issues)
    counts = counts_by(named, ["issue"], name="sentences")
    if not len(counts):
        return nothing(name, measure, _none(reading), reading.articles, counts)
    grid = matrix(counts_by(named, ["issue", "voice"]), "issue", "voice")
    voices = [voice for voice in LOOKS if voice in grid.columns]
    counts = counts.assign(**{voice: grid.loc[counts["issue"], voice].to_numpy() for voice in voices})
    title = _counts_title(counts, _sentences(reading))
    rows = [
        Bars(row.issue, [getattr(row, voice) for voice in voices], f"{row.sentences:,}")
        for row in counts.head(ROWS).itertuples(index=False)
    ]
    measure += " by words of the codebook, by whose words name it first; a sentence can name several"
    counted = [count(len(outside_names(reading.issues)), "mention"), count(_sentences(reading), "sentence")]
    most_left = counts["sentences"].iloc[min(ROWS, len(counts) - 1)]
    foot = [left_out(len(counts), "issue", f"at most {count(most_left, 'sentence')} each"), _silent(reading)]
    frame = framed(title, measure, reading.articles, counted, foot)
    said = ", ".join(f"{row.issue} {row.sentences:,}" for row in counts.head(5).itertuples(index=False))
    said = f"Sentences: {said}{_more(len(counts) - 5, 'issue')}."
    return chart(name, frame, said, counts, bar_chart, voice_series(voices), rows)


def _counts_title(counts: pd.DataFrame, total: int) -> str:
    """Which issue is named in the most sentences: what is counted, not what the article is about."""
    top = int(counts["sentences"].max())
    leaders = counts.loc[counts["sentences"] == top, "issue"].tolist()
    of = f"{top:,} of {total:,}"
    if len(counts) == 1:
        return f"Words of one issue only are found: “{leaders[0]}”, in {top:,} of {count(total, 'sentence')}"
    if len(leaders) > 3:
        return f"No issue is named in the most sentences: {len(leaders)} of {len(counts)} are named in {of} each"
    each = " each" if len(leaders) > 1 else ""
    names = listing([f"“{leader}”" for leader in leaders])
    return f"{names} {verb(len(leaders), 'is', 'are')} named in the most sentences, {of}{each}"


def _sentences(reading: Any) -> int:
    return sentences_without(reading.sentences, reading.issues)[0]


def _silent(reading: Any) -> str:
    total, without = sentences_without(reading.sentences, reading.issues)
    names = verb(without, "names", "name")
    return f"{without:,} of {count(total, 'sentence')} {names} no issue of the codebook {reading.codebook.file}."


# --- Where in the text ---------------------------------------------------------------------------------


class _Panel(NamedTuple):
    """One article: its name ("" where it is the only one), its issues, their mentions, and where paragraphs begin."""

    name: str
    issues: list[str]
    mentions: pd.DataFrame
    paragraphs: list[float]


def issue_strip(reading: Any) -> Chart:
    """Where in the text each issue is mentioned: a line per issue, a panel per article."""
    name, measure = "issue-strip", "Where in the text each issue is named"
    lengths = {row.article_id: max(1, len(row.text)) for row in reading.articles.itertuples()}
    columns = ["article_id", "issue", "speaker", "voice", "start", "text"]
    data = outside_names(reading.issues)[columns].reset_index(drop=True)
    data["position"] = [start / lengths[key] for key, start in zip(data["article_id"], data["start"], strict=True)]
    if not len(data):
        return nothing(name, measure, _none(reading), reading.articles, data)
    if len(reading.articles) > MANY:
        return issues_in_the_text(name, data, reading.articles)
    panels, naming = _panels(reading, data, lengths), data["article_id"].nunique()
    title = _strip_title(data, naming, len(reading.articles))
    measure = "Each sign is a mention; the line goes from the first word (left) to the last (right)"
    drawn = sum(int(panel.mentions["issue"].isin(panel.issues).sum()) for panel in panels)
    silent = naming - len(panels)
    elsewhere = f", and those of {count(silent, 'more article')}" if silent else ""
    foot = [
        f"Not drawn: {count(len(data) - drawn, 'mention')}: those of rarer issues{elsewhere}; they are in the CSV."
        if drawn < len(data) else "",
        "Thin vertical lines: where paragraphs begin.",
    ]  # fmt: skip
    frame = framed(title, measure, reading.articles, [count(len(data), "mention")], foot)
    legend = [(VOICES[voice], look, "dot") for voice, look in LOOKS.items() if (data["voice"] == voice).any()]
    return chart(name, frame, f"{sentence(_spans(data))}.", data, _draw_strip, legend, panels)


def _panels(reading: Any, data: pd.DataFrame, lengths: dict[str, int]) -> list[_Panel]:
    """The first articles that name an issue, each with the issues that it names most."""
    names = article_labels(reading.articles)
    naming = [key for key in lengths if (data["article_id"] == key).any()][:_PANELS]
    room = ROWS if len(naming) == 1 else max(5, 18 // len(naming))
    panels = []
    for key in naming:
        mentions = data[data["article_id"] == key]
        found = mentions["issue"].value_counts(sort=False)
        issues = sorted(found.index, key=lambda issue: (-found[issue], issue))[:room]
        sentences = reading.sentences[reading.sentences["article_id"] == key].drop_duplicates("paragraph")
        name = names[key] if len(reading.articles) > 1 else ""
        panels.append(_Panel(name, issues, mentions, (sentences["start"] / lengths[key]).tolist()))
    return panels


def _draw_strip(frame: Frame, legend: list[Any], panels: list[_Panel], width: float) -> Figure:
    issues = {issue for panel in panels for issue in panel.issues}
    left = min(2.3 if is_wide(width) else 1.2, max(text_width(clean(issue)) for issue in issues) + 0.02)
    labels = {issue: wrap(issue, left, most=2) for issue in issues}
    step = 0.33 if any(len(lines) > 1 for lines in labels.values()) else 0.27
    gap, head = 0.16, 0.3 if panels[0].name else 0.05
    height = sum(head + step * len(panel.issues) + gap for panel in panels) + 0.2
    plate = Plate(frame, height, legend, width=width)
    down = 0.0
    for panel in panels:
        if panel.name:
            named = shorten(panel.name, plate.inner, SMALL, True)
            plate.write(MARGIN, plate.top + down + 0.16, named, SMALL, bold=True)
        down += head
        _draw_panel(plate, panel, labels, left, down, step)
        down += step * len(panel.issues) + gap
    for x, label, side in ((left + 0.32, "start", "left"), (width - 0.23, "end of the text", "right")):
        plate.write(x, plate.top + height - 0.14, label, 8, SOFT, ha=side)
    return plate.figure


def _draw_panel(
    plate: Plate, panel: _Panel, labels: dict[str, list[str]], left: float, down: float, step: float
) -> None:
    axes = plate.axes(MARGIN + left + 0.2, plate.width - left - 0.55, down, step * len(panel.issues))
    axes.set_xlim(0, 1)
    axes.set_ylim(len(panel.issues) - 0.5, -0.5)
    axes.set_xticks([])
    axes.vlines(panel.paragraphs, -0.5, len(panel.issues) - 0.5, color=RULE, linewidth=0.8)
    for at, issue in enumerate(panel.issues):
        axes.axhline(at, color=RULE, linewidth=0.8)
        plate.lines_around(MARGIN + left, plate.top + down + step * (at + 0.5), labels[issue], ha="right")
        mine = panel.mentions[panel.mentions["issue"] == issue]
        for voice, places in mine.groupby("voice", sort=False)["position"]:
            axes.plot(places, [at] * len(places), clip_on=False, **dot_style(LOOKS[voice]))


def _spans(data: pd.DataFrame) -> str:
    """Where the mentions of the most frequent issues begin and end."""
    spread = data.groupby("issue")["position"].agg(times="size", first="min", last="max")
    spread = spread.sort_values("times", ascending=False, kind="stable")
    return "; ".join(
        f"{issue}, {count(row.times, 'mention')} {_between(row.first, row.last)}\xa0% of the text"
        for issue, row in zip(spread.index, spread.head(3).itertuples(index=False), strict=False)
    )


def _between(first: float, last: float) -> str:
    begin, end = f"{100 * first:.0f}", f"{100 * last:.0f}"
    return f"at {begin}" if begin == end else f"from {begin} to {end}"


def _strip_title(data: pd.DataFrame, articles: int, read: int) -> str:
    """Which issue is named first, and how the mentions of the most frequent one are spread."""
    if read > 1:
        return _shared_title(data, articles, read)
    first = data.sort_values("position", kind="stable").iloc[0]["issue"]
    times = data["issue"].value_counts()
    most = sorted(times.index[times == times.max()], key=lambda issue: (issue != first, issue))[0]
    if times.max() < 3:
        return f"The first issue named is “{first}”; no issue is named more than twice"
    third = (3 * data.loc[data["issue"] == most, "position"]).astype(int).clip(upper=2)
    spread = listing([f"{(third == part).sum()}" for part in range(3)])
    which = "it" if most == first else f"“{most}”"
    return (
        f"The first issue named is “{first}”; {which} has {spread} mentions in the first, second and last third of the "
        "text"
    )


def _shared_title(data: pd.DataFrame, articles: int, read: int) -> str:
    """How many issues are named in all articles that name any."""
    if articles == 1:
        return f"One of {read} articles names an issue"
    shared = data.groupby("issue")["article_id"].nunique()
    common = int((shared == articles).sum())
    those = f"{'both' if articles == 2 else f'all {articles:,}'} articles{' that name any' if articles < read else ''}"
    if not common:
        return f"No issue is named in {those}"
    return f"{common} of {count(len(shared), 'issue')} {verb(common, 'is', 'are')} named in {those}"


# --- Together ------------------------------------------------------------------------------------------


def issues_together(reading: Any) -> Chart:
    """Which issues are named in the same statement, and so by one speaker."""
    name, measure = "issues-together", "Statements that name both issues"
    pairs = issue_pairs(reading.issues, reading.statements)
    drawn = pairs[pairs["statements"] >= TOGETHER_FROM]
    if not len(drawn):
        return nothing(name, "Issues named together", _rarely(reading, pairs), reading.articles, pairs)
    title = _pairs_title(drawn)
    rows = [
        Bars(f"{row.issue} + {row.other}", [row.statements], f"{row.statements:,} of {row.either:,}")
        for row in drawn.head(ROWS).itertuples()
    ]
    measure += f", of how many that name one or both; pairs in {TOGETHER_FROM} statements or more"
    hidden = len(drawn) - ROWS
    foot = [
        f"Not drawn: {count(hidden, 'more pair')}; they are in the CSV." if hidden > 0 else "",
        f"The writer’s sentences count as statements; {REPORTING_CLAUSES} do not.",
    ]
    frame = framed(title, measure, reading.articles, [count(len(drawn), "pair")], foot)
    said = "; ".join(f"“{row.issue}” with “{row.other}” {row.statements:,}" for row in drawn.head(5).itertuples())
    said = f"Statements: {said}{_more(len(drawn) - 5, 'pair')}."
    return chart(name, frame, said, pairs, bar_chart, [("", PLAIN)], rows)


def _pairs_title(drawn: pd.DataFrame) -> str:
    most = int(drawn["statements"].max())
    first, tied = drawn.iloc[0], int((drawn["statements"] == most).sum())
    if tied > 1:
        return f"No pair is the most frequent: {tied} pairs are named in {count(most, 'statement')} each"
    return f"“{first['issue']}” and “{first['other']}” are named together most: in {count(most, 'statement')}"


def _rarely(reading: Any, pairs: pd.DataFrame) -> str:
    """Why no pair is drawn."""
    if not len(outside_names(reading.issues)):
        return _none(reading)
    most = pairs["statements"].max() if len(pairs) else 0
    if not most:
        named = without_reporting_clauses(outside_names(reading.issues), reading.statements)
        naming = len(named.drop_duplicates(["article_id", "statement_id"]))
        return f"no statement names two issues; {count(naming, 'statement')} {verb(naming, 'names', 'name')} one."
    tied = pairs[pairs["statements"] == most]
    named = listing([f"“{row.issue}” with “{row.other}”" for row in tied.itertuples()], comma="; ", most=2)
    return (
        f"no two issues are named together in {TOGETHER_FROM} statements or more. Most often, in "
        f"{count(most, 'statement')}{' each' if len(tied) > 1 else ''}: {named}."
    )


def _none(reading: Any) -> str:
    return f"the text names no issue of the codebook ({reading.codebook.file})."


def _more(number: int, noun: str) -> str:
    return f"; and {count(number, f'more {noun}')}" if number > 0 else ""
