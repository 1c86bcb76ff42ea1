"""The findings of notebook 07: how often the reading agrees with the project's own keys."""

from __future__ import annotations

from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import amount, sentence, verb
from sourcereading_evaluation import agreement as keys
from sourcereading_evaluation.key_checks import checked


def agreement() -> str:
    """How often does the reading agree with the keys?"""
    said, marks = keys.statements(), keys.marks()
    total, right = int(said["in the key"].sum()), int(said["words and speaker right"].sum())
    extra = int((keys.statement_disagreements()["what"] == keys.EXTRA).sum())
    marked, found = int(marks["in the key"].sum()), int(marks["place and type right"].sum())
    named, _, met = keys.issue_counts()
    issues = f"; and {met:,} of {amount(named, 'mention')} of issues" if named else ""
    return (
        f"In {amount(said['article'].nunique(), 'article')} with a key, the reading finds {right:,} of "
        f"{amount(total, 'statement')} with the right words and speaker, and {extra or 'none'} that the key does not "
        f"have; {found:,} of {amount(marked, 'mark')} of certainty{issues}."
    )


def has_key(reading: Reading) -> str:
    """Is there a key for the articles that are read here?"""
    known, said = _key(reading)
    return sentence(said) if known is None else f"{'Yes' if known else 'No'}: {said}"


def _key(reading: Reading) -> tuple[bool | None, str]:
    """Whether there is a key, None where only some of the articles have one; and the same in a sentence."""
    files = keys.files()
    marked = files[files["sha256"].isin(reading.articles["sha256"])]["article"].tolist()
    known, number = len(marked), len(reading.articles)
    these = "the article" if number == 1 else f"the {number:,} articles"
    if not known:
        return False, f"there is no answer key for {these} read here, so how well this is done here is not known."
    if known < number:
        who, rest = checked(marked, verb(known, "it", "them")), verb(number - known, "other is", "others are")
        return None, (
            f"for {known:,} of the {number:,} articles read here there is an answer key. {who} How well the {rest} "
            "read is not known."
        )
    each, who = verb(number, "", "each of "), checked(marked, verb(number, "it", "them"))
    return True, f"there is an answer key for {each}{these} read here. {who} Expect more errors in other articles."


def how_often_right(reading: Reading) -> str:
    """How often is this reading right, as far as it is known?"""
    return f"{sentence(_key(reading)[1])} {keys.measured_statements()}"
