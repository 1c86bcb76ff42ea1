"""What a codebook misses: repeated noun phrases and names that no issue covers.

A candidate is a run of adjectives and nouns that ends in a noun ("landing fees"), or a name ("Port Halden"). It must
occur in two sentences or more, and neither overlap a mention of an issue nor be a part of a phrase or name that has
one. Single common words are not candidates, because most of them occur in any text; nor are speakers and other people,
who are not issues. Word classes are those of the tagger that comes with TextBlob: a word list and rules, which
sometimes take a verb for a noun.

A phrase that occurs only inside longer candidates is not listed beside them. The others are ranked by how often
they occur by themselves, times the logarithm of their number of words and one, after the C-value of Frantzi,
Ananiadou and Mima (2000). Names of one word come after all others: most are places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from itertools import chain, groupby
from math import log2
from typing import Any, NamedTuple

import pandas as pd

from sourcereading.analysis.words import stopwords, terms, tokens_in_body
from sourcereading.issues.codebook import COLUMNS
from sourcereading.reading.reading import Reading
from sourcereading.reading.rows import cells_of
from sourcereading.text.full_names import full_names
from sourcereading.text.inflection import singular
from sourcereading.text.name_words import given_names
from sourcereading.text.names import OPENERS, capitalised_inside
from sourcereading.text.parts_of_speech import word_tags
from sourcereading.text.sentence_words import grammar
from sourcereading.text.sentences import sentences

FEWEST = 2
"""In how many sentences a phrase must occur to be a repeated one."""

NEW_TOPIC = "unsorted"
"""The topic of a candidate's row, until an analyst gives it another."""

_LONGEST = 5
_SHORTEST_NAME = 3
_FOUND = {
    "phrase": "str", "patterns": "str", "count": "int64", "sentences": "int64", "articles": "int64",
    "example": "str",
}  # fmt: skip


class _Word(NamedTuple):
    """A word in a run of nouns and adjectives. ``owner``: "'s" followed it, so that a phrase may end with it
    and not go on; a plural keeps its apostrophe ("Netmakers' Quay"). ``issue``: a mention has it."""

    written: str
    noun: bool
    capital: bool
    owner: bool
    issue: bool


class _Place(NamedTuple):
    """A place of a phrase: the words from ``first`` to before ``last`` of a run."""

    words: tuple[str, ...]
    article: str
    sentence: str
    run: int
    first: int
    last: int


_Key = tuple[str, ...]
_Run = tuple[str, str, list[_Word]]  # article, sentence, words


def candidates(reading: Reading) -> pd.DataFrame:
    """Repeated phrases and names that no issue of the reading's codebook covers, best first. Table: candidates."""
    texts = dict(cells_of(reading.sentences, "sentence_id", "text"))
    capitals, people = _names(reading)
    rows = []
    for places in _ranked(_places(list(_runs(reading, capitals)), people, _speakers(reading))):
        forms = Counter(" ".join(place.words) for place in places)
        sentences = list(dict.fromkeys(place.sentence for place in places))
        example = min((" ".join(texts[sentence].split()) for sentence in sentences), key=len)
        articles = len({place.article for place in places})
        phrase = forms.most_common(1)[0][0]
        rows.append((phrase, "; ".join(_patterns(forms)), len(places), len(sentences), articles, example))
    return pd.DataFrame(rows, columns=[*_FOUND]).astype(_FOUND)


def as_rows(found: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """Candidates as rows that can be pasted into the codebook: its columns, each candidate an issue of its own.

    What only an analyst can say is left empty: ``not_near``, ``needs``, ``definition`` and ``borderline``.
    """
    topics = {issue.issue: issue.topic for issue in reading.codebook.issues}
    rows = []
    for row in found.itertuples():
        topic = topics.get(row.phrase, NEW_TOPIC)
        example = row.example if topic == NEW_TOPIC else ""  # an issue has one example only
        for pattern in row.patterns.split("; "):
            rows.append((topic, row.phrase, pattern, "", "", "", example, ""))
            example = ""
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")


# --- Runs of nouns and adjectives --------------------------------------------------------------------------


def _runs(reading: Reading, capitals: frozenset[str]) -> Iterator[_Run]:
    """The runs of nouns and adjectives of the running text, but for single common words, which are no candidates;
    ``capitals`` are the words that have one of their own."""
    from textblob.en import parser  # it takes long to import; given our tags, it reads no list of its own

    covered: dict[str, list[tuple[int, int]]] = {}
    for row in reading.issues.itertuples():
        covered.setdefault(row.sentence_id, []).append((row.start, row.end))
    columns = ("sentence_id", "article_id", "start", "end", "text", "is_word")
    rows = chain.from_iterable(cells_of(piece, *columns) for piece in tokens_in_body(reading, columns))
    for (sentence, article), group in groupby(rows, key=lambda row: row[:2]):
        found = list(group)
        tags = [tag for _, tag in parser.find_tags([row[4] for row in found], lexicon=word_tags())]
        for run in _runs_in(found, tags, covered.get(sentence, []), capitals):
            if len(run) > 1 or (run and run[0].capital):
                yield article, sentence, run


def _runs_in(
    tokens: list[Any], tags: list[str], covered: list[tuple[int, int]], capitals: frozenset[str]
) -> Iterator[list[_Word]]:
    """The runs of a sentence, empty ones and single words among them; ``covered`` are the spans of its mentions."""
    run: list[_Word] = []
    opens, ended = True, -1
    for (_, _, start, end, text, is_word), tag in zip(tokens, tags, strict=True):
        if run and start == ended and text in ("'", "’") and run[-1].written.endswith("s"):
            run[-1] = run[-1]._replace(written=f"{run[-1].written}'")
            continue
        written = text.removesuffix("'s").removesuffix("’s")
        lower = written.lower().replace("’", "'")
        capital = text[0].isupper() and (not opens or text.isupper() or lower in capitals)
        named = capital and tag.startswith(("NN", "VB")) and lower in capitals
        inside = (
            is_word
            and (tag.startswith(("NN", "JJ")) or named)
            and lower not in stopwords()
            and "time" not in grammar().get(lower, ())
            and text[0].isalpha()
        )
        if inside:
            noun = tag.startswith("NN") or named
            written = written if capital or not written[0].isupper() else lower
            owner = written != text and text[-2:] in ("'s", "’s")
            issue = any(first < end and start < last for first, last in covered)
            run.append(_Word(written, noun, capital, owner, issue))
        else:
            yield run
            run = []
        ended = end
        opens = (opens and not is_word) or text in OPENERS
    yield run


def _names(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Words that are written with a capital where no sentence begins, and words of people's names, both in lower case.

    People are the speakers, and whoever has a name in full that a given name opens, or a role.
    """
    capitals: set[str] = set()
    people: set[str] = set()
    others = terms("speaker_words", "organization", "group", "document")
    for speaker in reading.speakers.itertuples():
        for name in (speaker.speaker, *speaker.aliases.split("; ")):
            words = name.split()
            if all(word[0].isupper() and word.lower() not in others for word in words):
                people.update(word.lower() for word in words)
    for text in reading.articles["text"]:
        cut = sentences(text)
        capitals |= capitalised_inside(cut)
        full, roles = full_names(cut)
        holders = {name for names in roles.values() for name in names}
        for name in (name for counts in full.values() for name in counts):
            words = name.lower().split()
            if words[0] in given_names() or name in holders:
                people.update(words)
    return frozenset(capitals), frozenset(people)


def _speakers(reading: Reading) -> frozenset[_Key]:
    """The names of the speakers, without an article before them."""
    names = [*reading.speakers["speaker"], *reading.speakers["aliases"].str.split("; ").explode()]
    words = (tuple(name.lower().split()) for name in names)
    return frozenset(
        _key(name[1:] if len(name) > 1 and "article" in grammar().get(name[0], ()) else name) for name in words if name
    )


# --- Phrases -----------------------------------------------------------------------------------------------


def _places(runs: list[_Run], people: frozenset[str], speakers: frozenset[_Key]) -> dict[_Key, list[_Place]]:
    """Every phrase of the runs that may be a candidate, with its places; singular and plural are one."""
    no_names = terms("general_words", "modifier") | terms("speaker_words", "organization", "document")  # parts of them
    no_names |= {word.written for *_, run in runs for word in run if not word.capital}
    found: dict[_Key, list[tuple[int, int, int]]] = {}  # the run's number, first and last: most phrases occur once
    for number, (*_, run) in enumerate(runs):
        for first in range(len(run)):
            for last in range(first + 1, min(len(run), first + _LONGEST) + 1):
                if _is_phrase(run, first, last, people, no_names):
                    key = _key(_written(run[first:last]))
                    if key not in speakers:
                        found.setdefault(key, []).append((number, first, last))
    repeated = {}
    for key, places in found.items():
        if len({runs[number][1] for number, *_ in places}) >= FEWEST:
            repeated[key] = [_Place(_written(runs[at[0]][2][at[1] : at[2]]), *runs[at[0]][:2], *at) for at in places]
    return repeated


def _is_phrase(run: list[_Word], first: int, last: int, people: frozenset[str], no_names: Set[str]) -> bool:
    """``no_names``: words that are no name by themselves."""
    words = run[first:last]
    head = words[-1]
    if not head.noun or any(word.owner for word in words[:-1]) or any(word.issue for word in words):
        return False
    name = all(word.capital for word in words)
    if any(_splits_a_name(run, at) or (_splits_a_mention(run, at) and not name) for at in (first, last)):
        return False
    lowers = [word.lower() for word in _written(words)]
    titles = terms("speaker_words", "title")
    if all(lower in people or lower in titles for lower in lowers):
        return False
    if head.capital and lowers[-1] in people and not (name and titles.isdisjoint(lowers)):
        return False  # "rival Ana Ruiz" is somebody, "Ruiz Hall" is not
    if len(words) == 1:
        return head.capital and len(head.written) >= _SHORTEST_NAME and lowers[0] not in no_names
    if not words[0].capital and lowers[0] in terms("general_words", "modifier"):
        return False
    return head.capital or not any(
        head_word in known
        for head_word in (lowers[-1], singular(lowers[-1]))
        for known in (terms("general_words", "unit"), terms("speaker_words", "person", "title"))
    )


def _written(words: list[_Word]) -> tuple[str, ...]:
    """The words of a phrase; an apostrophe at its end is none of its own."""
    *others, last = (word.written for word in words)
    return (*others, last.removesuffix("'"))


def _splits_a_name(run: list[_Word], at: int) -> bool:
    """Whether a phrase that begins or ends before the word at ``at`` would cut a name in two."""
    return 0 < at < len(run) and run[at - 1].capital and run[at].capital and not run[at - 1].owner


def _splits_a_mention(run: list[_Word], at: int) -> bool:
    """Whether the words before and from ``at`` on are one phrase, and one of them has an issue: "federal *taxes*"."""
    return 0 < at < len(run) and (run[at - 1].issue or run[at].issue) and not run[at - 1].owner


def _key(words: tuple[str, ...]) -> _Key:
    return (*(word.lower() for word in words[:-1]), singular(words[-1].lower()))


def _ranked(found: dict[_Key, list[_Place]]) -> list[list[_Place]]:
    """The places of each candidate, best first; what occurs only inside longer candidates is left out."""
    taken = {(place.run, place.first, place.last) for places in found.values() for place in places}
    scores = {}
    for key, places in found.items():
        alone = sum(not _is_inside_another(place, taken) for place in places)
        if alone:
            scores[key] = log2(len(key) + 1) * alone
    return [found[key] for key in sorted(scores, key=lambda key: (len(key) == 1, -scores[key], key))]


def _is_inside_another(place: _Place, taken: set[tuple[int, int, int]]) -> bool:
    return any(
        (place.run, first, last) in taken and last - first > place.last - place.first
        for first in range(place.last - _LONGEST, place.first + 1)
        for last in range(place.last, first + _LONGEST + 1)
    )


def _patterns(forms: Counter[str]) -> list[str]:
    """Patterns of the codebook that find every form: "(s)" where that says it, else one for each."""
    written = sorted(forms)
    both = [form for form in written if f"{form}s" in forms]
    single = [form for form in written if form not in both and form.removesuffix("s") not in both]
    return [*(f"{form}(s)" for form in both), *single]
