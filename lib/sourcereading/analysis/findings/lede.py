"""What a reader would say in ten seconds: who speaks, how surely and in which words, what is named most.

Each of the three functions gives a sentence or two, or "" where there is nothing to say. Of several articles they
count articles, and name only speakers who are in more than one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from typing import Any, NamedTuple

import pandas as pd

from sourcereading.analysis.counts import outside_names, words_by
from sourcereading.analysis.findings.counted import speaker_words
from sourcereading.analysis.findings.lede_certainty import certainty
from sourcereading.analysis.issues import LESS, MAIN, ONE_WORD, named_issues
from sourcereading.analysis.names import how_many_speakers, in_how_many
from sourcereading.analysis.sources import known_sources
from sourcereading.analysis.statements import for_each, in_body
from sourcereading.analysis.words import spelt
from sourcereading.attribution.voices import DIRECT, INDIRECT, UNATTRIBUTED, VOICES, WRITER
from sourcereading.reading.reading import Reading
from sourcereading.reading.rows import rows_of
from sourcereading.reading.wording import count, listed, listing, of_the, sentence, short, verb, who
from sourcereading.text.sentence_words import classes_of

_LONGEST_NAME = 6
_WORTH = 20
"""Words without a speaker are told of where they are one in so many, or where there is one speaker only."""
_NONE = "No main issue in this codebook"
_MAIN = 3
"""So many main issues an article may have: of more, none is one."""
_Grid = dict[str, Counter[str]]
"""The words of each known speaker by their voice."""
_BEGIN = ("article", "number")
_NO_NAMES = (
    "subject_pronoun", "object_pronoun", "indefinite_pronoun", "first_person", "possessive", "demonstrative", "adverb",
)  # fmt: skip
"""How what is no proper name begins, and words that say of nobody who it is without the text around them."""


def at_a_glance(reading: Reading) -> str:
    """The whole in a few sentences: who speaks, how surely, which issue is named in the most sentences."""
    return in_both_lengths(reading)[0]


def in_both_lengths(reading: Reading) -> tuple[str, str]:
    """The two of these texts: as of ``at_a_glance``, and as of ``in_short``."""
    said, sure = speakers(reading), certainty(reading)
    whole = (said[0], sure[0], issues(reading))
    return " ".join(filter(None, whole)), " ".join(filter(None, (said[1], sure[1])))


def in_short(reading: Reading) -> str:
    """The same of one article in a list of several: who speaks most, and the strongest words about certainty."""
    return " ".join(filter(None, (speakers(reading)[1], certainty(reading)[1])))


# --- Who speaks --------------------------------------------------------------------------------------------


def speakers(reading: Reading) -> tuple[str, str]:
    """Who speaks, how much of it is quoted, and who is heard only through another speaker; and the same without what is
    not needed in a list."""
    if len(reading.articles) > 1:
        return (_speakers_of_several(reading),) * 2
    body = in_body(reading.statements, reading.sentences)
    once = Counter({row.speaker: row.words for row in rows_of(words_by(body, ["speaker"]))})
    total, unknown = once.total(), once[UNATTRIBUTED]
    said = total - unknown - once[WRITER]
    grid: _Grid = {name: Counter() for name in known_sources(reading.speakers)["speaker"]}
    for row in rows_of(words_by(for_each(body, reading.speakers))):
        if row.speaker in grid:
            grid[row.speaker][row.voice] = row.words
    if not grid and not unknown:
        return ("No speaker is quoted or paraphrased.",) * 2
    if not grid:
        return (f"All that is quoted or paraphrased has an unknown speaker: {_of(unknown, total)}.",) * 2
    nested = [row for row in _only_through(reading.statements) if row.speaker in grid]
    themselves = [name for name in grid if name not in {row.speaker for row in nested}]
    alone = len(grid) == 1 or (len(themselves) == 1 and all(row.chain[-1] in themselves for row in nested))
    most = max(words.total() for words in grid.values())
    top = themselves if alone and themselves else sorted(name for name in grid if grid[name].total() == most)
    people = reading.speakers[~reading.speakers["named"] & reading.speakers["kind"].isin(["person", "unnamed"])]
    described = {name for name in people["speaker"] if name.startswith("the ")}
    through = _through(nested, alone, described)
    whole = filter(None, (_most(grid, top, (said, total, unknown), alone), through))
    return " ".join(whole), _in_a_list(grid, top, total, unknown)


def _in_a_list(grid: _Grid, top: Sequence[str], total: int, unknown: int) -> str:
    most = max(grid[name].total() for name in top)
    has = f"{most:,}{' each' if len(top) > 1 else ''} of {count(total, 'word')}"
    loose = f"; unknown speakers: {unknown:,}" if unknown >= most else ""
    if len(grid) == 1:
        return f"One {'known ' if unknown else ''}speaker, {who(top[0])}: {has}{loose}."
    return f"{count(len(grid), 'speaker')}, most words by {listed(top)}: {has}{loose}."


def _most(grid: _Grid, top: Sequence[str], words: tuple[int, int, int], alone: bool) -> str:
    """Who has most words of the text, and how many of them are quoted; where one speaker reports all others, that
    one. ``words`` are those of known speakers, all, and those of unknown speakers, each counted once."""
    most, (said, total, unknown) = max(grid[name].total() for name in top), words
    quoted, paraphrased = (sum(grid[name][voice] for name in top) for voice in (DIRECT, INDIRECT))
    voice = _voice(quoted, paraphrased, len(top) > 1)
    loose = f"{count(unknown, 'word')} {verb(unknown, 'has', 'have')} an unknown speaker"
    if alone:
        known, others = "known " if unknown else "", len(grid) - 1
        one = f"One of {len(grid):,} {known}speakers" if others else f"One {known}speaker"
        reports = f"reports {verb(others, 'the other', 'all others')} and " if others else ""
        text = f"{one}, {who(top[0])}, {reports}has {_of(most, total)}, {voice}"
        return f"{sentence(loose)}. {text}." if unknown >= most else f"{text}; {loose}." if unknown else f"{text}."
    each = " each" if len(top) > 1 else ""
    text = f"{count(len(grid), 'speaker')} with {_of(said, total)}"
    if unknown * _WORTH >= total:
        text += f"; {loose}"
    most_by = "Of known speakers, most by" if unknown >= most else "Most by"
    return f"{text}. {most_by} {listed(top)}: {most:,}{each}, {voice}."


def _voice(quoted: int, paraphrased: int, several: bool) -> str:
    if quoted and paraphrased:
        return f"{quoted:,} of {f'these {quoted + paraphrased:,}' if several else 'them'} {VOICES[DIRECT]}"
    return f"all {VOICES[DIRECT if quoted else INDIRECT]}"


def _of(words: int, total: int) -> str:
    share = "all" if words == total else f"{words:,} of the"
    return f"{share} {count(total, 'word')} outside reporting clauses"


class _Nested(NamedTuple):
    """A statement inside another speaker's: who says it, its words, and through whom and whom that one in turn."""

    speaker: str
    words: int
    chain: tuple[str, ...]


def _only_through(statements: pd.DataFrame) -> list[_Nested]:
    """The statements of speakers who are heard only through other speakers."""
    first: dict[str, Any] = {}
    words: Counter[str] = Counter()
    for row in rows_of(statements):
        if row.speaker != WRITER and not row.reporting_clause_of:
            first.setdefault(row.statement_id, row)
            words[row.statement_id] += row.own_words
    themselves = {row.speaker for row in first.values() if row.parent_id not in first} | {UNATTRIBUTED}
    nested = []
    for row in first.values():
        if row.speaker not in themselves:
            chain, around = [], first.get(row.parent_id)
            while around is not None:
                chain.append(around.speaker)
                around = first.get(around.parent_id)
            nested.append(_Nested(row.speaker, words[row.statement_id], tuple(chain)))
    return nested


def _through(nested: list[_Nested], alone: bool, described: Container[str]) -> str:
    """The speaker with the most words among them, and through whom; where all are heard through one speaker, also how
    many more there are. Not through nobody known, and not who may be somebody named ("the candidate")."""
    loose = {row.speaker for row in nested if UNATTRIBUTED in row.chain}
    words: dict[str, int] = {}
    for row in nested:
        if _is_name(row.speaker) and row.speaker not in loose and row.speaker not in described:
            words[row.speaker] = words.get(row.speaker, 0) + row.words
    if not words:
        return ""
    name = max(words, key=lambda speaker: words[speaker])
    rows = [row for row in nested if row.speaker == name]
    first, reporters = rows[0], list(dict.fromkeys(row.chain[0] for row in rows))
    known = first.chain if len(rows) == 1 else reporters
    outer = "".join(f" (through {who(one)})" for one in first.chain[1:]) if len(rows) == 1 else ""
    text = f"Heard only through {listed(reporters)}{outer}: {who(name)}"
    others = len({row.speaker for row in nested} - {name, *known})
    if others and alone:
        text += f"; {count(others, 'more speaker')} {verb(others, 'is', 'are')} heard only through another"
    return f"{text}."


def _is_name(name: str) -> bool:
    """Whether a speaker's words say who that is, in a sentence far from the text."""
    words = name.lower().replace("’", "'").split()
    begins = name[:1].isupper() or not classes_of(words[0]).isdisjoint(_BEGIN)
    return begins and len(words) <= _LONGEST_NAME and all(classes_of(word).isdisjoint(_NO_NAMES) for word in words)


def _speakers_of_several(reading: Reading) -> str:
    table = speaker_words(reading)
    table = table[table["speaker"] != UNATTRIBUTED]
    words = count(int(reading.articles["words"].sum()), "word")
    text = f"{count(len(reading.articles), 'article')} with {words} and {how_many_speakers(reading.speakers)}"
    named = reading.speakers.loc[reading.speakers["named"], "speaker"]
    several = table[(table["articles"] > 1) & table["speaker"].isin(named)]
    several = several.sort_values(["articles", "words"], ascending=False, kind="stable")
    if several.empty:
        return f"{text}."
    parts = [f"{who(name)} ({in_how_many(name, reading.speakers)})" for name in several["speaker"].head(2)]
    return f"{text}. Among those who speak in more than one: {listing(parts)}."


# --- What is named -----------------------------------------------------------------------------------------


def issues(reading: Reading) -> str:
    """The main issue, where the words of the codebook are evidence for one; else that it cannot be told."""
    return _main_issues_of_several(reading) if len(reading.articles) > 1 else _main_issue(reading)


def _main_issue(reading: Reading) -> str:
    """What is this article about? An answer needs different words of an issue, in the most sentences and from the
    opening on."""
    found = list(rows_of(named_issues(reading.issues, reading.sentences)))
    if not found:
        return f"{_NONE}: none is named."
    best = [row for row in found if row.evidence != LESS]
    main = [row for row in best if row.evidence == MAIN]
    if 0 < len(main) <= _MAIN:
        each = " each" if len(main) > 1 else ""
        names = listing([f"“{row.issue}”" for row in main])
        of = f"{main[0].sentences:,} of {main[0].of:,} sentences{each}"
        return f"Main {verb(len(main), 'issue', 'issues')}: {names} ({of})."
    if len(best) > 1:
        return f"{_NONE}: {len(best):,} issues are named in equally many sentences."
    if best:
        issue, one_word = best[0].issue, best[0].evidence == ONE_WORD
        but = f"by one word only ({_words_of(reading, issue)})" if one_word else "but not in the opening"
        return f"{_NONE}: “{issue}” is named most, {but}."
    return f"{_NONE}: none is named in enough sentences."


def _words_of(reading: Reading, issue: str) -> str:
    words = outside_names(reading.issues)
    most = spelt(words.loc[words["issue"] == issue, "text"]).mode()
    return f"“{short(min(most, key=str.lower), 40)}”"


def _main_issues_of_several(reading: Reading) -> str:
    """In how many articles is which issue the main one?"""
    found = named_issues(reading.issues, reading.sentences)
    main = found[found["evidence"] == MAIN].groupby("article_id").filter(lambda rows: len(rows) <= _MAIN)
    articles, without = len(reading.articles), len(reading.articles) - main["article_id"].nunique()
    if without == articles:
        return f"{_NONE} for any of {articles:,} articles."
    counts = main["issue"].value_counts(sort=False)
    top = sorted(counts.index, key=lambda issue: (-counts[issue], issue))
    each = [f"“{name}” (in {counts[name]:,})" for name in top] if len(top) > 1 else [f"“{top[0]}”"]
    names = f": {listing(each, most=_MAIN)}"
    if len(top) > _MAIN and counts.max() == 1:
        names = "; no two have the same"
    some = sentence(of_the(articles - without, articles, "article"))
    none = f" In {without:,} no issue of the codebook stands out." if without else ""
    return f"{some} {verb(articles - without, 'has', 'have')} a main issue{names}.{none}"
