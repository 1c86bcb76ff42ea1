"""What an article is about, where the words of the codebook are evidence for it."""

from __future__ import annotations

from sourcereading.analysis.counts import outside_names
from sourcereading.analysis.issues import LESS, MAIN, ONE_WORD, named_issues
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import listing, short, verb

NONE = "No main issue in this codebook"
_MOST = 3


def main_issue(reading: Reading) -> str:
    """What is this article about? An answer needs different words of an issue, in the most sentences and from the
    opening on."""
    found = named_issues(reading.issues, reading.sentences)
    if found.empty:
        return f"{NONE}: none is named."
    best = found[found["evidence"] != LESS]
    main = best[best["evidence"] == MAIN]
    if 0 < len(main) <= _MOST:
        each = " each" if len(main) > 1 else ""
        names = listing([f"“{name}”" for name in main["issue"]])
        of = f"{main['sentences'].iloc[0]:,} of {main['of'].iloc[0]:,} sentences{each}"
        return f"Main {verb(len(main), 'issue', 'issues')}: {names} ({of})."
    if len(best) > 1:
        return f"{NONE}: {len(best):,} issues are named in equally many sentences."
    if len(best):
        issue, evidence = best.iloc[0][["issue", "evidence"]]
        but = f"by one word only ({_words_of(reading, issue)})" if evidence == ONE_WORD else "but not in the opening"
        return f"{NONE}: “{issue}” is named most, {but}."
    return f"{NONE}: none is named in enough sentences."


def _words_of(reading: Reading, issue: str) -> str:
    words = outside_names(reading.issues)
    return f"“{short(words.loc[words['issue'] == issue, 'text'].str.lower().mode()[0], 40)}”"


def main_issues_of_several(reading: Reading) -> str:
    """In how many articles is which issue the main one?"""
    found = named_issues(reading.issues, reading.sentences)
    main = found[found["evidence"] == MAIN].groupby("article_id").filter(lambda rows: len(rows) <= _MOST)
    articles, without = len(reading.articles), len(reading.articles) - main["article_id"].nunique()
    if without == articles:
        return f"{NONE} for any of {articles:,} articles."
    counts = main["issue"].value_counts(sort=False)
    top = sorted(counts.index, key=lambda issue: (-counts[issue], issue))
    names = listing([f"“{name}” ({counts[name]:,})" for name in top], most=_MOST)
    none = f"; none in this codebook: {without:,}" if without else ""
    return f"Main issue of {articles:,} articles: {names}{none}."
