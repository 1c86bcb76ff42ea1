"""Charts of issues: how often each is named, by whom, where in the text, and which are named together."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.counts import counts_by, matrix, sentences_without, without_reporting_clauses
from sourcereading.analysis.issues import issue_pairs
from sourcereading.analysis.names import MANY, article_labels
from sourcereading.attribution.voices import VOICES, WRITER, WRITERS, speaker_name
from sourcereading.reading.wording import count, listed, listing, percent, sentence, verb, who
from sourcereading.report.charts.style import (
    INK,
    LOOKS,
    PAPER,
    REPORTING_CLAUSES,
    ROWS,
    RULE,
    SMALL,
    SOFT,
    WIDTH,
    Bars,
    Chart,
    Look,
    Plate,
    bar_chart,
    dot_style,
    left_out,
    measured,
    nothing,
    row_label,
    shorten,
    source_line,
    text_width,
    voice_series,
)

_PANELS = 4
_SPEAKERS = 8


def issue_counts(reading: Any) -> Chart:
    """How often each issue is mentioned, and per 1,000 words, with a colour for each voice."""
    name, measure = "issue-counts", "Mentions per issue"
    words = int(reading.articles["words"].sum())
    counts = counts_by(reading.issues, ["issue"], words)
    if not len(counts):
        return nothing(name, measure, _none(reading), reading.articles, counts)
    grid = matrix(counts_by(reading.issues, ["issue", "voice"]), "issue", "voice")
    voices = [voice for voice in LOOKS if voice in grid.columns]
    counts = counts.assign(**{voice: grid.loc[counts["issue"], voice].to_numpy() for voice in voices})
    total = int(counts["mentions"].sum())
    silent = sentences_without(reading.sentences, reading.issues).iloc[0]
    leaders = counts.loc[counts["mentions"] == counts["mentions"].max(), "issue"].tolist()
    top = int(counts["mentions"].iloc[0])
    if len(counts) == 1:
        title = f"Only one issue is named: {leaders[0]}, {count(top, 'mention')}"
    elif len(leaders) > 3:
        title = f"No issue is the most frequent: {len(leaders)} of {len(counts)} have {count(top, 'mention')} each"
    else:
        each = " each" if len(leaders) > 1 else ""
        names = listing([f"“{leader}”" for leader in leaders])
        title = f"{names} {verb(len(leaders), 'is', 'are')} named most: {count(top, 'mention')}{each} of {total:,}"
    rows = [
        Bars(
            row.issue, [getattr(row, voice) for voice in voices],
            f"{row.mentions}  ({row.per_1000:.1f} per 1,000 words)",
        )
        for row in counts.head(ROWS).itertuples(index=False)
    ]  # fmt: skip
    subtitle = measured(
        f"{measure}, found by the words of the codebook; the rate counts all words of the text", reading.articles,
        count(total, "mention"), count(words, "word"),
    )  # fmt: skip
    foot = [
        left_out(len(counts), "issue", count(counts["mentions"].iloc[ROWS:].sum(), "mention")),
        f"{silent['without']:.0f} of {count(silent['sentences'], 'sentence')} "
        f"{verb(silent['without'], 'names', 'name')} no issue of the codebook "
        f"{reading.codebook.file}.",
        source_line(reading.articles),
    ]
    figure = bar_chart(title, subtitle, foot, voice_series(voices), rows)
    said = ", ".join(f"{row.issue} {row.mentions}" for row in counts.head(5).itertuples(index=False))
    return Chart(name, figure, title, f"{title}. Mentions: {said}{_more(len(counts) - 5, 'issue')}.", counts)


def issues_by_speaker(reading: Any) -> Chart:
    """Who names which issue: a grid of counts."""
    name, measure = "issues-by-speaker", "Mentions by issue and speaker"
    mentions = without_reporting_clauses(reading.issues, reading.statements)
    counts = counts_by(mentions, ["issue", "speaker"])
    if not len(counts):
        return nothing(name, measure, _none(reading), reading.articles, counts)
    grid = matrix(counts, "issue", "speaker")
    people = [speaker for speaker in grid.columns if speaker != WRITER]
    order = [*people[: _SPEAKERS - 1], *([WRITER] if WRITER in grid.columns else [])]
    shown = grid.loc[grid.index[:ROWS], order]
    total = int(grid.to_numpy().sum())
    title = _who_title(grid, total)
    left = min(2.3, max(text_width(shorten(issue, 2.3)) for issue in shown.index) + 0.02)
    column = min(1.15, (WIDTH - 0.34 - left) / len(order))
    heads = [row_label(speaker_name(speaker), column * 2.2 if column < 0.7 else column - 0.08) for speaker in order]
    slanted = column < 0.7
    head_height = 1.25 if slanted else 0.2 + 0.14 * max(len(head) for head in heads)
    step = 0.36
    subtitle = measured(
        f"{measure}; the larger the square, the higher the number in it", reading.articles, count(total, "mention")
    )
    hidden = int(grid.to_numpy().sum() - shown.to_numpy().sum())
    foot = [
        f"Not drawn: {count(hidden, 'mention')}, of {count(max(0, len(grid) - ROWS), 'more issue')} and "
        f"{count(len(grid.columns) - len(order), 'more speaker')}; they are in the CSV." if hidden else "",
        f"Left out: {count(len(reading.issues) - len(mentions), 'mention')} in {REPORTING_CLAUSES}."
        if len(reading.issues) > len(mentions) else "",
        source_line(reading.articles),
    ]  # fmt: skip
    plate = Plate(title, subtitle, foot, head_height + step * len(shown))
    axes = plate.axes(0.12 + left + 0.1, column * len(order), head_height)
    axes.set_xlim(-0.5, len(order) - 0.5)
    axes.set_ylim(len(shown) - 0.5, -0.5)
    axes.set_xticks([])
    most = int(shown.to_numpy().max()) or 1
    for at in range(len(shown) + 1):
        axes.axhline(at - 0.5, color=RULE, linewidth=0.8, clip_on=False)
    for across, head in enumerate(heads):
        x = 0.12 + left + 0.1 + column * (across + 0.5)
        if slanted:
            plate.write(
                x, plate.top + head_height - 0.06, shorten(" ".join(head), 1.5, 8), 8, SOFT, rotation=45,
                ha="left", va="bottom", rotation_mode="anchor",
            )  # fmt: skip
            continue
        for number, line in enumerate(head):
            y = plate.top + head_height - 0.1 - 0.14 * (len(head) - 1 - number)
            plate.write(x, y, line, 8, SOFT, ha="center")
    for down, (issue, *cells) in enumerate(shown.itertuples()):
        y = plate.top + head_height + step * (down + 0.5)
        plate.write(0.12 + left, y, shorten(issue, left + 0.05), SMALL, ha="right")
        for across, number in enumerate(cells):
            if number:
                side = 22 * max(0.6, (number / most) ** 0.5)
                colour = Look("#8c8a84" if order[across] == WRITER else "#0072b2", marker="s")
                axes.plot([across], [down], **dot_style(colour, side))
                plate.write(
                    0.12 + left + 0.1 + column * (across + 0.5), y, f"{number}", SMALL,
                    INK if order[across] == WRITER else PAPER, ha="center", zorder=5,
                )  # fmt: skip
    cells = counts.head(5).itertuples(index=False)
    said = "; ".join(f"{who(row.speaker)} on {row.issue} {row.mentions}" for row in cells)
    return Chart(name, plate.figure, title, f"{title}. Mentions: {said}{_more(len(counts) - 5, 'pair')}.", counts)


def _who_title(grid: pd.DataFrame, total: int) -> str:
    speakers = grid.sum()
    people = speakers[speakers.index != WRITER]
    if not people.sum():
        return f"Only the writer names issues: {count(total, 'mention')}"
    if speakers.get(WRITER, 0) > people.max():
        return f"The writer names issues most: {speakers[WRITER]} of {count(total, 'mention')}"
    top = [str(name) for name in people.index[people == people.max()]]
    kinds = int((grid[top[0]] > 0).sum())
    if len(top) > 1:
        return f"{sentence(listed(top))} name issues most, {count(people.max(), 'mention')} each of {total}"
    favourite = grid[top[0]]
    first = [str(issue) for issue in favourite.index[favourite == favourite.max()]]
    tail = f", {first[0]} most ({favourite.max()})" if len(first) == 1 and kinds > 1 else ""
    share = f"{percent(people.max(), total)} of the mentions"
    return f"{sentence(listed(top))}: {share}, on {count(kinds, 'issue')}{tail}"


def issue_strip(reading: Any) -> Chart:
    """Where in the text each issue is mentioned: a line per issue, a panel per article."""
    name, measure = "issue-strip", "Where in the text each issue is named"
    lengths = {row.article_id: max(1, len(row.text)) for row in reading.articles.itertuples()}
    data = reading.issues[["article_id", "issue", "speaker", "voice", "start", "text"]].reset_index(drop=True)
    data["position"] = [start / lengths[key] for key, start in zip(data["article_id"], data["start"], strict=True)]
    if not len(data):
        return nothing(name, measure, _none(reading), reading.articles, data)
    articles = [row for row in reading.articles.itertuples() if (data["article_id"] == row.article_id).any()]
    panels = articles[:_PANELS]
    room = max(5, ROWS if len(panels) == 1 else 18 // len(panels))
    lines = {}
    for article in panels:
        found = data.loc[data["article_id"] == article.article_id, "issue"].value_counts(sort=False)
        lines[article.article_id] = sorted(found.index, key=lambda issue: (-found[issue], issue))[:room]
    title = _strip_title(data, len(articles), len(reading.articles))
    names = article_labels(reading.articles)
    subtitle = measured(
        "Each sign is a mention; the line goes from the first word (left) to the last (right)", reading.articles,
        count(len(data), "mention"),
    )  # fmt: skip
    drawn = sum(
        int((data["issue"].isin(lines[article.article_id]) & (data["article_id"] == article.article_id)).sum())
        for article in panels
    )
    silent = len(articles) - len(panels)
    many = len(reading.articles) > MANY
    elsewhere = f" and of {count(silent, 'more article')}" if silent else ""
    foot = [
        f"Not drawn: {count(len(data) - drawn, 'mention')} of rarer issues"
        f"{elsewhere}; they are in the {'table issues' if many else 'CSV'}." if drawn < len(data) else "",
        "Thin vertical lines: where paragraphs begin.",
        source_line(reading.articles),
    ]  # fmt: skip
    looks = {**LOOKS, WRITERS: Look(SOFT, marker="^", hollow=True)}
    step, head = 0.27, 0.3 if len(reading.articles) > 1 else 0.05
    height = sum(head + step * len(lines[article.article_id]) + 0.16 for article in panels) + 0.2
    legend = [(VOICES[voice], look, "dot") for voice, look in looks.items() if (data["voice"] == voice).any()]
    plate = Plate(title, subtitle, foot, height, legend)
    widest = max(text_width(shorten(issue, 2.3)) for found in lines.values() for issue in found)
    left, down = min(2.3, widest), 0.0
    for article in panels:
        issues = lines[article.article_id]
        if len(reading.articles) > 1:
            heading = shorten(names[article.article_id], WIDTH - 0.3, SMALL, True)
            plate.write(0.12, plate.top + down + 0.16, heading, SMALL, bold=True)
        down += head
        axes = plate.axes(0.12 + left + 0.2, WIDTH - left - 0.55, down, step * len(issues))
        axes.set_xlim(0, 1)
        axes.set_ylim(len(issues) - 0.5, -0.5)
        axes.set_xticks([])
        here = reading.sentences[reading.sentences["article_id"] == article.article_id]
        for start in here.drop_duplicates("paragraph")["start"]:
            axes.axvline(start / lengths[article.article_id], color=RULE, linewidth=0.8)
        mine = data[data["article_id"] == article.article_id]
        for at, issue in enumerate(issues):
            axes.axhline(at, color=RULE, linewidth=0.8)
            y = plate.top + down + step * (at + 0.5)
            plate.write(0.12 + left, y, shorten(issue, left + 0.05), SMALL, ha="right")
            for row in mine[mine["issue"] == issue].itertuples(index=False):
                axes.plot([row.position], [at], clip_on=False, **dot_style(looks[row.voice], 6))
        down += step * len(issues) + 0.16
    for x, label, side in ((left + 0.32, "start", "left"), (WIDTH - 0.23, "end of the text", "right")):
        plate.write(x, plate.top + height - 0.14, label, 8, SOFT, ha=side)
    spread = data.groupby("issue")["position"].agg(times="size", first="min", last="max")
    spread = spread.sort_values("times", ascending=False, kind="stable")
    said = "; ".join(
        f"{issue}, {count(row.times, 'mention')} from {100 * row.first:.0f} to {100 * row.last:.0f}\xa0% of the text"
        for issue, row in zip(spread.index, spread.head(3).itertuples(index=False), strict=False)
    )
    if many:  # thousands of mentions are no download for a page
        data = data[data["article_id"].isin(lines)].reset_index(drop=True)
    return Chart(name, plate.figure, title, f"{title}. {sentence(said)}.", data)


def _strip_title(data: pd.DataFrame, articles: int, read: int) -> str:
    """Which issue is named first, and which over most of the text."""
    if read > 1:
        shared = data.groupby("issue")["article_id"].nunique()
        common = int((shared == articles).sum())
        what = f"{common} of {count(len(shared), 'issue')} {verb(common, 'is', 'are')} named" if common else ""
        those = f"all {articles} articles{' that name any' if articles < read else ''}"
        return f"{what or 'No issue is named'} in {those}"
    span = data.groupby("issue")["position"].agg(["size", "min", "max"])
    reach = (span["max"] - span["min"]).where(span["size"] > 2, -1.0)
    first = data.sort_values("position").iloc[0]["issue"]
    widest = str(reach.idxmax())
    if reach.max() < 0:
        return f"The first issue named is “{first}”; no issue is named more than twice"
    if widest == first:
        return f"“{first}” is the first issue named, and its mentions span {100 * reach.max():.0f}\xa0% of the text"
    return f"The first issue named is “{first}”; mentions of “{widest}” span {100 * reach.max():.0f}\xa0% of the text"


def issues_together(reading: Any) -> Chart:
    """Which issues are named in the same statement, and so by one speaker."""
    name, measure = "issues-together", "Statements that name both issues"
    pairs = issue_pairs(reading.issues, reading.statements)
    drawn = pairs[pairs["statements"] > 0]
    if not len(drawn):
        naming = without_reporting_clauses(reading.issues, reading.statements)["statement_id"].nunique()
        why = f"no statement names two issues; {count(naming, 'statement')} {verb(naming, 'names', 'name')} one."
        return nothing(name, "Issues named together", why if naming else _none(reading), reading.articles, pairs)
    most = int(drawn["statements"].max())
    first, tied = drawn.iloc[0], int((drawn["statements"] == most).sum())
    if tied > 1:
        each = f"{count(most, 'statement')} each"
        title = f"No pair is the most frequent: {tied} of {count(len(drawn), 'pair')} have {each}"
    else:
        title = f"“{first['issue']}” and “{first['other']}” are named together most: in {count(most, 'statement')}"
    rows = [
        Bars(f"{row.issue} + {row.other}", [row.statements], f"{row.statements} of {row.either} that name one or both")
        for row in drawn.head(ROWS).itertuples()
    ]
    subtitle = measured(
        f"{measure}, and how many name at least one", reading.articles, count(len(drawn), "pair"),
    )  # fmt: skip
    foot = [
        left_out(len(drawn), "pair", count(drawn["statements"].iloc[ROWS:].sum(), "statement")),
        f"The writer’s sentences count as statements; {REPORTING_CLAUSES} do not.",
        source_line(reading.articles),
    ]
    figure = bar_chart(title, subtitle, foot, [("", Look("#0072b2"))], rows)
    said = "; ".join(f"“{row.issue}” with “{row.other}” {row.statements}" for row in drawn.head(5).itertuples())
    return Chart(name, figure, title, f"{title}. Statements: {said}{_more(len(drawn) - 5, 'pair')}.", pairs)


def _none(reading: Any) -> str:
    return f"the text names no issue of the codebook ({reading.codebook.file})."


def _more(number: int, noun: str) -> str:
    return f"; and {count(number, f'more {noun}')}" if number > 0 else ""
