"""How many independent sources an issue has.

Two speakers count as independent where the text gives no tie between them. Ties are:

- one body: two people of one ministry, firm or campaign, or one of them and the body itself, or its report. Members of
  a parliament or council speak for themselves and are not tied by it;
- one speaks for the other: a spokesperson, an aide, an adviser, a lawyer, a campaign, an office, and whom they serve;
- all that one says of the issue is told by the other, or by the third who tells what the other says.

So newsrooms count, too: two people of one house are two people and one source of a fact. What the text does not say it
cannot know: whether both rely on one press release, or talked to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

import pandas as pd

from sourcereading.analysis.statements import for_each
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.text.name_words import given_names, is_capital, speaker_words
from sourcereading.text.sentence_words import function_words
from sourcereading.text.sentences import Token, tokens

_LINKS = ("for", "of", "to", "with")
_PARLIAMENTS = {"house", "congress", "commons", "lords"}
_COUNCILS = {"senate", "parliament", "assembly", "council", "congress"}
_COLUMNS = ["article_id", "topic", "issue", "sources", "independent", "speakers"]


def independent_sources(issues: pd.DataFrame, statements: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """For each article and issue how many sources speak of it, and how many of them are independent of one another; in
    order of first mention. An issue of which only the writer speaks is left out; who is unknown is not counted. Table:
    sources of an issue."""
    said = _sources(issues, statements, speakers)
    ties, tellers = _ties(speakers), _tellers(said, statements)
    rows = []
    for (article, topic, issue), found in said.groupby(["article_id", "topic", "issue"], sort=False):
        names = list(dict.fromkeys(found["speaker"]))
        own = [ties[article, name] | tellers.get((article, topic, issue, name), set()) for name in names]
        rows.append((article, topic, issue, len(names), _groups(own), "; ".join(names)))
    types = {"sources": "int64", "independent": "int64"}
    return pd.DataFrame(rows, columns=_COLUMNS).astype({name: types.get(name, "str") for name in _COLUMNS})


def one_source_claims(issues: pd.DataFrame, statements: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The statements on issues that have one independent source in their article, with the words that name
    the issue. Table: sources."""
    counted = independent_sources(issues, statements, speakers)
    one = counted.loc[counted["independent"] == 1, ["article_id", "topic", "issue"]]
    said = _sources(issues, statements, speakers).merge(one, on=["article_id", "topic", "issue"])
    stretches = statements.loc[statements["reporting_clause_of"] == "", ["statement_id", "start", "end", "text"]]
    found = said.drop(columns="text").rename(columns={"start": "at", "end": "to"}).merge(stretches, on="statement_id")
    found = found[(found["start"] <= found["at"]) & (found["at"] < found["end"])]  # the stretch that names the issue
    kept = ["article_id", "topic", "issue", "speaker", "statement_id", "text", "start", "end"]
    return found[kept].drop_duplicates(ignore_index=True)


def _sources(issues: pd.DataFrame, statements: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The mentions of issues by known speakers, once for each of those who speak together; not in what is denied."""
    denied = statements.loc[statements["denied"], "statement_id"]
    known = ~issues["speaker"].isin([WRITER, UNATTRIBUTED]) & (issues["within"] == "")
    return for_each(issues[known & ~issues["statement_id"].isin(denied)], speakers)


def _ties(speakers: pd.DataFrame) -> dict[tuple[str, str], set[str]]:
    """What ties each speaker of an article to others: their own name, their body, and whom they speak for."""
    ties: dict[tuple[str, str], set[str]] = {}
    for article, rows in speakers.groupby("article_id", sort=False):
        people = _by_surname(rows.loc[rows["kind"] == "person", "speaker"])
        for row in rows.itertuples():
            body = _key(row.affiliation)
            parliament = body in _PARLIAMENTS or not _COUNCILS.isdisjoint(body.split()[-1:])
            tied = body and not parliament and f"former {body}" not in row.role.lower()
            own = {_key(row.speaker), *({body} if tied else ())}
            phrases = [row.role, *row.aliases.split("; "), *([] if row.kind == "person" else [row.speaker])]
            own.update(key for phrase in phrases for key in served_by(phrase, people) if key != _key(row.speaker))
            ties[str(article), row.speaker] = own
    return ties


def _tellers(said: pd.DataFrame, statements: pd.DataFrame) -> dict[tuple[str, str, str, str], set[str]]:
    """Who tells what sources say of an issue, where nothing that they say of it stands by itself."""
    content = statements[statements["reporting_clause_of"] == ""].drop_duplicates("statement_id")
    around = content.merge(content[["statement_id", "speaker"]], left_on="parent_id", right_on="statement_id")
    teller_of = dict(zip(around["statement_id_x"], around["speaker_y"], strict=True))
    found: dict[tuple[str, str, str, str], set[str]] = {}
    for row in said.itertuples():
        teller = teller_of.get(row.statement_id, "")
        key = "" if teller in (WRITER, UNATTRIBUTED) else _key(teller)
        found.setdefault((row.article_id, row.topic, row.issue, row.speaker), set()).add(key)
    return {place: keys for place, keys in found.items() if "" not in keys}


def served_by(phrase: str, people: Mapping[str, Sequence[str]] = MappingProxyType({})) -> set[str]:
    """For whom somebody speaks, by the words for them: the key of each name that stands with a word such as spokesman.
    ``people`` are the speakers of the article by surname; a surname that two bear is neither.

    >>> sorted(served_by("a spokeswoman for Hillary Clinton")), sorted(served_by("Trump campaign spokesman"))
    (['clinton'], ['trump'])
    """
    words = [word for word in tokens(phrase) if word.is_word]
    at = next((at for at, word in enumerate(words) if _serves(words, at)), -1)
    if at < 0 or any(word.lower == "former" for word in words[:at]):
        return set()
    link = next((k for k in range(at + 1, len(words)) if words[k].lower in _LINKS or is_capital(words[k])), len(words))
    behind = words[link + 1 :] if link < len(words) and words[link].lower in _LINKS else []
    return {_whom(run, people) for run in [*_names(words[:at]), *islice(_names(behind), 1)]}


def _serves(words: Sequence[Token], at: int) -> bool:
    """Whether a word says that somebody speaks for another: "Ruiz *spokesman*", and "Ruiz's *lawyer*", not "Norland
    lawyer Ana Ruiz"."""
    if words[at].lower in speaker_words("serves"):
        return True
    whose = at and words[at - 1].lower.endswith(("'s", "’s", "s'"))
    link = at + 1 < len(words) and words[at + 1].lower in _LINKS
    return words[at].lower in speaker_words("serves_whom") and bool(whose or link)


def _names(words: Sequence[Token]) -> Iterator[list[str]]:
    """The runs of capitalised words among some words, each up to a possessive."""
    run: list[str] = []
    for word in words:
        name = is_capital(word) and not ({word.lower} & (function_words() | speaker_words("title").keys()))
        if name:
            run.append(word.text.removesuffix("'s").removesuffix("’s"))
        if run and (not name or word.lower.endswith(("'s", "’s"))):
            yield run
            run = []
    if run:
        yield run


def _whom(name: Sequence[str], people: Mapping[str, Sequence[str]]) -> str:
    """The key of a person or body of a name: that of the one speaker it means, or what it has in common with others."""
    person = len(name) == 1 or name[0].lower() in given_names()
    bearers = people.get(name[-1].lower(), ()) if person else ()
    fitting = [one for one in bearers if len(name) == 1 or one.split()[0].lower() == name[0].lower()]
    if len(fitting) == 1:
        return _key(fitting[0])
    return name[-1].lower() if person and not bearers else _key(" ".join(name))


def _by_surname(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name.split()[-1].lower(), []).append(name)
    return found


def _key(name: str) -> str:
    """A name without its article and case: "the ministry" and "The Ministry" are one body."""
    return name.lower().removeprefix("the ").strip()


def _groups(ties: Iterable[set[str]]) -> int:
    """How many groups some speakers form, where each group has ties in common."""
    groups: list[set[str]] = []
    for own in ties:
        tied = [group for group in groups if group & own]
        groups = [group for group in groups if group not in tied] + [own.union(*tied)]
    return len(groups)
