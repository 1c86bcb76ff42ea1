"""The findings of notebook 07: how often the reading agrees with the project's own keys."""

from __future__ import annotations

from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import amount
from sourcereading_evaluation import agreement as keys


def agreement() -> str:
    """How often does the reading agree with the keys?"""
    said, marks = keys.statements(), keys.marks()
    total, right = int(said["in the key"].sum()), int(said["words and speaker right"].sum())
    extra = int((keys.statement_disagreements()["what"] == keys.EXTRA).sum())
    marked, found = int(marks["in the key"].sum()), int(marks["place and type right"].sum())
    named, _, met = keys.issue_counts()
    issues = f"{met:,} of {amount(named, 'mention')} of issues"
    return (
        f"In {amount(said['article'].nunique(), 'article')} with a key, the reading finds {right:,} of "
        f"{amount(total, 'statement')} with the right words and speaker, and {extra or 'none'} that the key does not "
        f"have; {found:,} of {amount(marked, 'mark')} of certainty; and {issues}."
    )


def has_key(reading: Reading) -> str:
    """Is there a key for the articles that are read here?"""
    known = int(reading.articles["sha256"].isin(keys.files()["sha256"]).sum())
    if not known:
        return (
            "There is no key for the articles read here, so the figures below do not say how good their reading is."
        )
    if known == len(reading.articles):
        return "There is a key for all articles read here; the figures below are about these and others with a key."
    return f"There is a key for {known:,} of the {len(reading.articles):,} articles read here."
