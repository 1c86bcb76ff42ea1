"""The findings: one answer per fixed question, computed from a reading and true of any articles.

A finding is plain text, a sentence or three, that stands under its question in a notebook and on the index of the
reports. It names its numbers and what they are out of; where there is nothing to say, it says that. It claims
nothing that the tables do not hold: a most frequent thing is named only where there is one, a rate only where there
are enough words, a mean only where there are enough stretches.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from sourcereading.comparing import by_article, shared_passages, short
from sourcereading.sentiment import signed
from sourcereading.summaries import (
    ENOUGH,
    counts_by,
    sentences_without,
    tone_by,
    without_frames,
    word_frequencies,
    words_by,
)
from sourcereading.tables import UNATTRIBUTED, WRITER
from sourcereading.telling import HEDGES, in_body, percent, reported, sentence

if TYPE_CHECKING:
    from sourcereading.reading import Reading

RATE_FROM = 100
"""Words from which a rate per 1,000 words is given: below, one word more or less moves it by ten and over."""

_NAMED = 4
_MARKS = ' "“”'
_LEVELS = ("low", "middle", "high")
_DIRECTIONS = {
    "lowers": ("lowers certainty", "lower certainty"),
    "scale": ("puts odds on something", "put odds on something"),
    "suspends": ("sets a condition", "set a condition"),
    "shifts": ("leaves a claim to somebody else", "leave a claim to somebody else"),
    "blurs": ("blurs a number or a frequency", "blur a number or a frequency"),
    "raises": ("raises certainty", "raise certainty"),
}


# --- What was read -----------------------------------------------------------------------------------------


def what_was_read(reading: Reading) -> str:
    """What was read, and how much the reading found in it?"""
    articles, said = reading.articles, reported(reading.statements)
    words, sentences = int(articles["words"].sum()), int(articles["sentences"].sum())
    refused = int((reading.problems["outcome"] == "refused").sum())
    text = f"{_n(len(articles), 'article')} {_was(len(articles))} read: "
    text += f"{_n(words, 'word')} in {_n(sentences, 'sentence')}. "
    marks, issues = len(reading.certainty), len(reading.issues)
    text += (
        f"The reading found {_n(len(said), 'reported statement')}, {_n(marks, 'mark')} of certainty and "
        f"{_n(issues, 'mention')} of an issue."
    )
    if refused:
        text += f" {_n(refused, 'file')} could not be read; the table of problems says why."
    return sentence(text)


def at_a_glance(reading: Reading) -> str:
    """What does it all come to, in one line for each question?"""
    words, hedges = int(reading.articles["words"].sum()), hedges_of(reading)
    speakers = speaker_words(reading)
    speakers = speakers[(speakers["speaker"] != UNATTRIBUTED) & (speakers["words"] > 0)]
    heard = speakers[speakers["words"] == speakers["words"].max()]["speaker"].tolist()
    issues = counts_by(reading.issues, ["issue"])
    named = issues[issues["mentions"] == issues["mentions"].max()]["issue"].tolist()
    parts = [
        f"Heard most: {_list([_who(name) for name in heard]) or 'nobody is reported'}.",
        f"Named most: {_list([f'“{issue}”' for issue in named]) or 'no issue that the codebook knows'}.",
        f"{sentence(_n(len(hedges), 'hedge'))} in {_n(words, 'word')}.",
    ]
    return " ".join(parts)


def how_long(reading: Reading) -> str:
    """How long is the text, and how is it built?"""
    articles = reading.articles
    body = in_body(reading.sentences, reading.sentences)
    if body.empty:
        return f"{_the_articles(reading)} {_has(len(articles))} no sentence of running text."
    words, paragraphs = int(articles["words"].sum()), len(body[["article_id", "paragraph"]].drop_duplicates())
    text = (
        f"{_the_articles(reading)} {_has(len(articles))} {_n(words, 'word')} in {_n(len(body), 'sentence')} and "
        f"{_n(paragraphs, 'paragraph')}."
    )
    if len(body) > 1:
        lengths = body["words"].sort_values(ignore_index=True)
        middle, longest = int(lengths[(len(lengths) - 1) // 2]), int(lengths.iloc[-1])
        text += f" At least half of the sentences have {_n(middle, 'word')} or fewer; the longest has {longest:,}."
    return text


def which_words(reading: Reading) -> str:
    """Which words come back most often?"""
    counts = word_frequencies(in_body(reading.tokens, reading.sentences))
    if counts.empty:
        return "No word is left to count once little words such as “the” and “of” are left out."
    most = int(counts["count"].max())
    top = counts[counts["count"] == most]
    if most == 1:
        return "Leaving out little words such as “the” and “of”, no word comes more than once."
    names = _list([f"“{word}”" for word in top["written"]])
    if len(top) > 1:
        return (
            f"Leaving out little words such as “the” and “of”, {names} come most often: {_times(most)} each."
        )
    spread = f"in {_n(int(top['sentences'].iloc[0]), 'sentence')}"
    if len(reading.articles) > 1:
        spread += f" and {int(top['articles'].iloc[0]):,} of the {len(reading.articles):,} articles"
    return f"Leaving out little words such as “the” and “of”, {names} comes most often: {_times(most)}, {spread}."


# --- Who says what -----------------------------------------------------------------------------------------


def who_speaks(reading: Reading) -> str:
    """Who speaks, and how much?"""
    sums = speaker_words(reading)
    named = sums[sums["speaker"] != UNATTRIBUTED]
    loose = sums[sums["speaker"] == UNATTRIBUTED]
    if named.empty:
        text = "No speaker is reported."
    elif len(named) == 1:
        row = named.iloc[0]
        text = (
            f"One speaker is reported, {_who(row['speaker'])}: {_n(row['statements'], 'statement')} with "
            f"{_n(row['words'], 'word')}, {row['direct_words'] or 'none'} of them in quotation marks."
        )
    else:
        total, most = int(sums["words"].sum()), int(named["words"].max())
        top = named[named["words"] == most]
        text = f"{sentence(_n(len(named), 'speaker'))} are reported. "
        if len(top) == 1:
            quoted = int(top["direct_words"].iloc[0])
            text += (
                f"{sentence(_who(top['speaker'].iloc[0]))} has the most reported words: {most:,} of {total:,} "
                f"({percent(most, total)}), {quoted or 'none'} of them in quotation marks."
            )
        else:
            names = _list([_who(name) for name in top["speaker"]])
            text += f"{sentence(names)} have the most reported words, {most:,} each."
    if not loose.empty:
        number = int(loose["statements"].sum())
        text += f" For {_n(number, 'statement')} the reading finds no speaker in the text."
    return text


def speaker_words(reading: Reading) -> pd.DataFrame:
    """The speakers of all articles together, most words first: ``speaker``, ``articles``, ``statements``, ``words``,
    ``direct_words``, ``indirect_words``. The same name in two articles counts as one speaker."""
    columns = ["statements", "direct_words", "indirect_words"]
    grouped = reading.speakers.groupby("speaker", sort=False)
    table = grouped[columns].sum().assign(articles=grouped["article_id"].nunique()).reset_index()
    table["words"] = table["direct_words"] + table["indirect_words"]
    table = table.sort_values(["words", "speaker"], ascending=[False, True], ignore_index=True)
    return table[["speaker", "articles", "statements", "words", "direct_words", "indirect_words"]]


def in_whose_words(reading: Reading) -> str:
    """In whose words: quoted, or the writer's paraphrase?"""
    said = reported(reading.statements)
    if said.empty:
        return "No statement is reported, so there is nothing to quote or to paraphrase."
    voices = said["voice"].value_counts()
    kinds = (("direct", "quoted"), ("mixed", "partly quoted"), ("indirect", "paraphrased"))
    parts = [f"{voices.get(voice, 0):,} {name}" for voice, name in kinds if voices.get(voice, 0)]
    words = _words_by_voice(reading)
    total = words["direct"] + words["indirect"]
    return (
        f"{_n(len(said), 'reported statement')}: {_list(parts)}. Of the {_n(total, 'reported word')}, "
        f"{words['direct']:,} ({percent(words['direct'], total)}) {_stands(words['direct'])} in quotation marks."
    )


def through_whom(reading: Reading) -> str:
    """Through whom: who tells what somebody else said?"""
    nested = chains(reading)
    if nested.empty:
        return "No statement is reported at second hand, by another speaker."
    pairs = nested[["speaker", "told_by"]].drop_duplicates()
    examples = [f"{_who(row.speaker)}, told by {_who(row.told_by)}" for row in pairs.itertuples()]
    verb = "comes" if len(nested) == 1 else "come"
    return f"{sentence(_n(len(nested), 'statement'))} {verb} at second hand: {_list(examples, '; ')}."


def chains(reading: Reading) -> pd.DataFrame:
    """The nested statements: ``article_id``, ``statement_id``, ``speaker``, ``told_by`` (the speaker of the statement
    around it), ``text`` (what is said), ``around`` (that of the statement around it)."""
    first = reported(reading.statements)
    outer = first[["statement_id", "speaker", "text"]]
    outer = outer.rename(columns={"statement_id": "parent_id", "speaker": "told_by", "text": "around"})
    nested = first[first["parent_id"] != ""].merge(outer, on="parent_id", how="inner")
    return nested[["article_id", "statement_id", "speaker", "told_by", "text", "around"]]


# --- How sure ----------------------------------------------------------------------------------------------


def how_sure(reading: Reading) -> str:
    """How many words say how sure something is, and what do they do to it?"""
    marks, words = reading.certainty, int(reading.articles["words"].sum())
    if marks.empty:
        return "No word or phrase that the reading knows says how sure something is."
    counts = marks["direction"].value_counts()
    found = [(int(counts.get(name, 0)), verbs) for name, verbs in _DIRECTIONS.items()]
    parts = [f"{number:,} {verbs[number != 1]}" for number, verbs in found if number]
    rate = f" ({1000 * len(marks) / words:.0f} per 1,000 words)" if words >= RATE_FROM else ""
    verb = "says" if len(marks) == 1 else "say"
    return f"{sentence(_n(len(marks), 'mark'))}{rate} {verb} how sure something is: {_list(parts, most=len(parts))}."


def who_hedges(reading: Reading) -> str:
    """Who hedges, and how often for the words he has?"""
    hedges = hedges_of(reading)
    inside = without_frames(hedges, reading.statements)
    frames = len(hedges) - len(inside)
    if hedges.empty:
        return "Nobody hedges: no mark lowers, suspends, shifts or puts odds on anything."
    beside = f"{_n(frames, 'hedge')} {'stands' if frames == 1 else 'stand'} in the words that introduce a statement"
    if inside.empty:
        return f"{sentence(beside)}, and so are the writer’s; there is no other."
    words = own_words(reading, ["speaker"]).set_index("speaker")["words"]
    counts = counts_by(inside, ["speaker"])
    parts, rest = [], counts[_NAMED:]
    for row in counts[:_NAMED].itertuples():
        has = int(words.get(row.speaker, 0))
        rate = f" ({1000 * row.mentions / has:.0f} per 1,000 words)" if has >= RATE_FROM else ""
        parts.append(f"{row.mentions:,} by {_who(row.speaker)}{rate}")
    if len(rest):
        parts.append(f"{rest['mentions'].sum():,} by {_n(len(rest), 'other')}")
    text = f"{sentence(_n(len(inside), 'hedge'))}: {_list(parts, most=len(parts))}."
    return text + (
        f" Besides, {beside}: {'that one is' if frames == 1 else 'those are'} the writer’s." if frames else ""
    )


def hedges_of(reading: Reading) -> pd.DataFrame:
    """The marks that lower, suspend, shift or put odds on something."""
    return reading.certainty[reading.certainty["direction"].isin(HEDGES)]


def own_words(reading: Reading, by: Sequence[str] = ("speaker", "voice")) -> pd.DataFrame:
    """How many words each speaker has in each voice, to divide counts by; frames, headings and bylines are left out."""
    return words_by(in_body(reading.statements, reading.sentences), by)


def quoted_or_paraphrased(reading: Reading) -> str:
    """Do speakers hedge in their own words, or in the writer's paraphrase of them?"""
    words = _words_by_voice(reading)
    if not words["direct"] + words["indirect"]:
        return "No words are reported, so quotation and paraphrase cannot be compared."
    hedges = hedges_of(reading)
    counts = hedges[hedges["speaker"] != WRITER]["voice"].value_counts()
    direct, indirect = int(counts.get("direct", 0)), int(counts.get("indirect", 0))
    text = (
        f"The quoted words of speakers have {_n(direct, 'hedge')} in {_n(words['direct'], 'word')}; the writer’s "
        f"paraphrase of them has {_n(indirect, 'hedge')} in {_n(words['indirect'], 'word')}."
    )
    numbers = reading.certainty[
        (reading.certainty["type"] == "probability") & reading.certainty["median"].notna()
    ]
    numbers = numbers[numbers["speaker"] != WRITER]
    if len(numbers) == 1:
        quoted = numbers["voice"].iloc[0] == "direct"
        text += f" The one probability with a number stands in {'quotation marks' if quoted else 'the paraphrase'}."
    elif len(numbers):
        quoted = int((numbers["voice"] == "direct").sum())
        some = f"{quoted:,} {_stands(quoted)}" if quoted else "none stands"
        text += f" Of their {len(numbers):,} probabilities with a number, {some} in quotation marks."
    return text


def which_odds(reading: Reading) -> str:
    """What are the odds, and what do readers make of the words for them?"""
    marks = reading.certainty
    odds = marks[marks["type"] == "probability"]
    if odds.empty:
        return "No word or phrase puts odds on anything."
    seen: dict[str, str] = {}
    for row in odds.itertuples():
        seen.setdefault(row.text.lower(), f"“{short(row.text, 60)}” ({_range(row)})")
    verb = "puts" if len(odds) == 1 else "put"
    several = f", {_n(len(seen), 'different one')}" if 1 < len(seen) < len(odds) else ""
    phrases = _list(list(seen.values()), "; ", 5)
    return f"{sentence(_n(len(odds), 'phrase'))} {verb} odds on something{several}: {phrases}."


def how_sure_statements(reading: Reading) -> str:
    """How sure is each statement put: low, middle or high?"""
    said = reported(reading.statements)
    levels = said["certainty_level"].value_counts()
    parts = [f"{levels.get(level, 0):,} {level}" for level in _LEVELS if levels.get(level, 0)]
    if not parts:
        return "No statement is reported, so there is none to put on the scale from low to high."
    scored = int(levels.reindex(_LEVELS, fill_value=0).sum())
    return f"Certainty of {_n(scored, 'reported statement')}: {_list(parts)}."


# --- Which issues ------------------------------------------------------------------------------------------


def which_issues(reading: Reading) -> str:
    """Which issues are named, and which most?"""
    counts = counts_by(reading.issues, ["issue"])
    if counts.empty:
        return "The codebook knows no issue that is named in this text."
    total, most = len(reading.issues), int(counts["mentions"].max())
    top = counts[counts["mentions"] == most]["issue"].tolist()
    text = f"{sentence(_n(len(counts), 'issue'))} {_is(len(counts))} named, {_times(total)} in all. "
    if len(counts) == 1:
        return f"One issue is named, “{top[0]}”, {_times(total)}."
    if len(top) == 1:
        sentences = reading.issues[reading.issues["issue"] == top[0]]["sentence_id"].nunique()
        return f"{text}“{sentence(top[0])}” is named most: {_times(most)}, in {_n(sentences, 'sentence')}."
    if len(top) == len(counts):
        return f"{text}Each is named {_times(most)}."
    return f"{text}{_list([f'“{issue}”' for issue in top])} are named most: {_times(most)} each."


def who_raises(reading: Reading) -> str:
    """Who raises the issues: the speakers, or the writer?"""
    issues = reading.issues
    if issues.empty:
        return "No issue of the codebook is named, by anybody."
    writers = int((issues["speaker"] == WRITER).sum())
    voices = issues[issues["speaker"] != WRITER]["voice"].value_counts()
    parts = [
        f"{voices.get('direct', 0):,} in what speakers are quoted as saying",
        f"{voices.get('indirect', 0):,} in the writer’s paraphrase of them",
        f"{writers:,} in the writer’s own voice",
    ]
    return f"Of {_n(len(issues), 'mention')} of an issue: {_list(parts)}."


def where_issues(reading: Reading) -> str:
    """Where in the text do the issues stand?"""
    counts = counts_by(reading.issues, ["issue"])
    if counts.empty:
        return "No issue of the codebook is named, so there is no place to show."
    top = counts["issue"].iloc[0]
    tied = int((counts["mentions"] == counts["mentions"].iloc[0]).sum()) > 1
    which = f"“{sentence(top)}”, {'one of the issues' if tied else 'the issue'} named most,"
    mentions = reading.issues[reading.issues["issue"] == top]
    if len(reading.articles) > 1:
        return f"{which} is named in {mentions['article_id'].nunique():,} of the {len(reading.articles):,} articles."
    body = in_body(reading.sentences, reading.sentences)["sentence_id"].tolist()
    places = sorted({body.index(sentence) + 1 for sentence in mentions["sentence_id"]})
    if len(places) == 1:
        return f"{which} is named in sentence {places[0]:,} of {len(body):,} only."
    return (
        f"{which} is named first in sentence {places[0]:,} and last in sentence {places[-1]:,} of {len(body):,}; "
        f"{_n(len(places), 'sentence')} {_has(len(places))} it."
    )


def left_without_issue(reading: Reading) -> str:
    """How much of the text does the codebook say nothing about?"""
    row = sentences_without(reading.sentences, reading.issues).iloc[0]
    total, without = int(row["sentences"]), int(row["without"])
    if not total:
        return "There is no sentence of running text."
    verb = "names" if without == 1 else "name"
    share = f"{without:,} of {_n(total, 'sentence')} ({percent(without, total)})"
    return f"{share} {verb} no issue that the codebook knows."


# --- In what tone ------------------------------------------------------------------------------------------


def in_what_tone(reading: Reading) -> str:
    """In what tone does each speaker speak, and is there enough to say so?"""
    scored = without_frames(reading.sentiment, reading.statements)
    if scored.empty:
        return "There is no stretch of text to score."
    known = int(scored["evidence"].sum())
    text = (
        f"TextBlob knows a word of tone in {known:,} of {_n(len(scored), 'stretch', 'stretches')} of text "
        f"({percent(known, len(scored))}). "
    )
    groups = tone_by(scored)
    enough = groups[groups["with_evidence"] >= ENOUGH]
    if enough.empty:
        return f"{text}No one has {ENOUGH} such stretches in one voice, so no mean is given."
    parts = [
        f"{_voiced(row.speaker, row.voice)} {signed(row.mean)} ({signed(row.low)} to {signed(row.high)})"
        for row in enough.itertuples()
    ]
    return f"{text}Mean tone, and where it may lie, of those with {ENOUGH} or more: {_list(parts, '; ')}."


def strongest_words(reading: Reading) -> str:
    """Which words decide the scores?"""
    scored = reading.sentiment[reading.sentiment["evidence"]]
    if scored.empty:
        return "TextBlob knows no word of this text, so nothing decides a score."
    away = scored["polarity"].abs()
    top = scored[away == away.max()]
    if not away.max():
        return (
            "Every stretch with a known word scores 0.00: TextBlob knows the words, and gives them no tone."
        )
    row = top.iloc[0]
    among = (
        f"{_n(len(top), 'stretch', 'stretches')} {_is(len(top))} furthest from zero. " if len(top) > 1 else ""
    )
    what = "One of them" if len(top) > 1 else "The score furthest from zero"
    words = "; ".join(row["words"].split("; ")[:4])
    stretch = short(row["text"].strip(_MARKS))
    return f"{sentence(among)}{what}, {signed(row['polarity'])}, is that of “{stretch}”, for: {words}."


# --- Several articles --------------------------------------------------------------------------------------


def how_articles_differ(reading: Reading) -> str:
    """How do the articles differ in numbers?"""
    table = by_article(reading)
    if len(table) < 2:
        return "There is one article here; comparing needs two or more."
    parts = [
        _spread(table, "words", "Length", lambda value: _n(int(value), "word")),
        _spread(
            table, "quoted_percent", "Reported words in quotation marks", lambda value: percent(value, 100)
        ),
        _spread(
            table[table["words"] >= RATE_FROM],
            "hedges_per_1000",
            "Hedges per 1,000 words",
            lambda value: f"{value:.0f}",
        ),
    ]
    return f"{len(table):,} articles. {' '.join(part for part in parts if part)}"


def who_is_in_several(reading: Reading) -> str:
    """Who speaks in more than one of the articles?"""
    names = speaker_words(reading)
    names = names[names["speaker"] != UNATTRIBUTED]
    if names.empty:
        return "No speaker is reported in any of the articles."
    several = names[names["articles"] > 1].sort_values(["articles", "words"], ascending=False, kind="stable")
    if several.empty:
        return "No speaker is reported in more than one article."
    parts = [f"{_who(row.speaker)} (in {row.articles:,})" for row in several.itertuples()]
    verb = "speaks" if len(several) == 1 else "speak"
    return f"{len(several):,} of {_n(len(names), 'name')} {verb} in more than one article: {_list(parts)}."


def which_passages(reading: Reading) -> str:
    """Which passages do the articles share word for word?"""
    found = shared_passages(reading)
    if found.empty:
        return "No two articles share a run of six words or more."
    number = int(found["passage"].nunique())
    first = found[found["passage"] == found["passage"].iloc[0]]
    same = "The longest" if number > 1 else "It"
    return (
        f"{sentence(_n(number, 'run'))} of six words or more {'stands' if number == 1 else 'stand'} in two or more "
        f"articles. {same} has {_n(int(first['words'].iloc[0]), 'word')}, in {len(first):,} articles: "
        f"“{short(first['text'].iloc[0], 120)}”."
    )


# --- Against the keys ---------------------------------------------------------------------------------------


def agreement() -> str:
    """How often does the reading agree with the keys?"""
    from sourcereading import agreement as keys

    said, marks = keys.statements(), keys.marks()
    total, right = int(said["in the key"].sum()), int(said["words and speaker right"].sum())
    extra = int((keys.statement_disagreements()["what"] == keys.EXTRA).sum())
    marked, found = int(marks["in the key"].sum()), int(marks["place and type right"].sum())
    named, _, met = keys.issue_counts()
    return (
        f"In {_n(said['article'].nunique(), 'article')} with a key, the reading finds {right:,} of "
        f"{_n(total, 'statement')} with the right words and speaker, and {extra or 'none'} that the key does not have; "
        f"{found:,} of {_n(marked, 'mark')} of certainty; and {met:,} of {_n(named, 'mention')} of an issue."
    )


def has_key(reading: Reading) -> str:
    """Is there a key for the articles that are read here?"""
    from sourcereading import agreement as keys

    known = int(reading.articles["sha256"].isin(keys.files()["sha256"]).sum())
    if not known:
        return (
            "There is no key for what you read: how good the reading of it is, the figures below do not say."
        )
    if known == len(reading.articles):
        return "There is a key for everything read here: the figures below hold for it and the others with a key."
    return f"There is a key for {known:,} of the {len(reading.articles):,} articles read here."


# --- All of them -------------------------------------------------------------------------------------------

QUESTIONS: tuple[tuple[str, Callable[[Reading], str], str], ...] = (
    ("What was read?", what_was_read, "00-start-here"),
    ("How long is it, and how is it built?", how_long, "01-read-an-article"),
    ("Which words come back?", which_words, "01-read-an-article"),
    ("Who speaks, and how much?", who_speaks, "02-who-says-what"),
    ("In whose words?", in_whose_words, "02-who-says-what"),
    ("Through whom?", through_whom, "02-who-says-what"),
    ("How surely is it said?", how_sure, "03-how-sure"),
    ("Who hedges?", who_hedges, "03-how-sure"),
    ("What are the odds?", which_odds, "03-how-sure"),
    ("Quoted or paraphrased?", quoted_or_paraphrased, "03-how-sure"),
    ("How sure is each statement put?", how_sure_statements, "03-how-sure"),
    ("What is it about?", which_issues, "04-which-issues"),
    ("Who raises the issues?", who_raises, "04-which-issues"),
    ("Where in the text?", where_issues, "04-which-issues"),
    ("What does the codebook miss?", left_without_issue, "04-which-issues"),
    ("In what tone?", in_what_tone, "05-sentiment-by-speaker"),
    ("Which words decide?", strongest_words, "05-sentiment-by-speaker"),
)
"""The fixed questions that can be asked of any reading: the heading, the finding, and the notebook it stands in."""


def in_brief(reading: Reading) -> pd.DataFrame:
    """Every fixed question with its finding and the notebook that goes into it."""
    rows = [(question, answer(reading), notebook) for question, answer, notebook in QUESTIONS]
    return pd.DataFrame(rows, columns=["question", "finding", "notebook"])


# --- Wording -----------------------------------------------------------------------------------------------


def _words_by_voice(reading: Reading) -> dict[str, int]:
    """The words of speakers in quotation marks and in paraphrase."""
    words = own_words(reading, ["voice"]).set_index("voice")["words"]
    return {voice: int(words.get(voice, 0)) for voice in ("direct", "indirect")}


def _range(row: object) -> str:
    """What a probability mark stands for, in a few words."""
    low, median, high = (
        f"{value:.0f}" if value == value else "" for value in (row.low, row.median, row.high)
    )
    if row.basis == "numeric" and median:
        return f"{low} to {high}\xa0%" if low and high and low != high else f"{median}\xa0%"
    if median:
        return f"readers: about {median}\xa0%, nine in ten between {low} and {high}"
    if low and high:
        return f"somewhere between {low} and {high}\xa0%"
    return "no number"


def _spread(table: pd.DataFrame, column: str, name: str, figure: Callable[[float], str]) -> str:
    """The lowest and the highest of a column with the articles that have them; "" with fewer than two values."""
    known = table[table[column].notna()]
    if len(known) < 2:
        return ""
    low, high = known.loc[known[column].idxmin()], known.loc[known[column].idxmax()]
    least, most = figure(low[column]), figure(high[column])
    if least == most:
        return f"{name}: {least} in each."
    return f"{name}: from {least} in {low['article']} to {most} in {high['article']}."


def _who(speaker: str) -> str:
    """A speaker in a sentence."""
    if speaker == WRITER:
        return "the writer"
    return "speakers the text does not name" if speaker == UNATTRIBUTED else short(speaker, 60)


def _voiced(speaker: str, voice: str) -> str:
    return _who(speaker) + {"direct": ", quoted,", "indirect": ", paraphrased,"}.get(voice, "")


def _the_articles(reading: Reading) -> str:
    count = len(reading.articles)
    return "The article" if count == 1 else f"The {count:,} articles"


def _n(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "no words", "1 word", "1,200 words".

    >>> _n(0, "word"), _n(1, "word"), _n(2, "stretch", "stretches")
    ('no words', '1 word', '2 stretches')
    """
    return f"{f'{number:,}' if number else 'no'} {noun if number == 1 else plural or noun + 's'}"


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number:,} times")


def _list(parts: Sequence[str], comma: str = ", ", most: int = 3) -> str:
    """The parts in a sentence: "A", "A and B", "A, B and 4 more"."""
    if len(parts) > most:
        parts = [*parts[: most - 1], f"{len(parts) - most + 1:,} more"]
    if len(parts) < 2:
        return "".join(parts)
    return f"{comma.join(parts[:-1])}{comma.rstrip() if comma != ', ' else ''} and {parts[-1]}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _has(number: int) -> str:
    return "has" if number == 1 else "have"


def _stands(number: int) -> str:
    return "stands" if number == 1 else "stand"
