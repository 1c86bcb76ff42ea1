"""Belief, seeming, evidence and hearsay: a sentence in, its marks out, beside the look-alike that has none."""

import pytest

from one_text import kinds_of_marks as found
from sourcereading.certainty.marks import marks
from sourcereading.text.sentences import tokens

MARKED = [
    ("The truce appears to be holding.", [("seem", "appears")]),
    ("It appears three ferries sank.", [("seem", "appears")]),
    ("It also appears that the valve was shut.", [("seem", "appears")]),
    ("The mayor appeared calm.", [("seem", "appeared")]),
    ("It looks like they failed.", [("seem", "looks like")]),
    ("He made an apparent attempt to flee.", [("view_adverb", "apparent")]),
    ("As far as we know, he left.", [("view", "As far as we know")]),
    ("The bridge is unsafe, in the engineer's view.", [("view", "in the engineer's view")]),
    ("By our estimates, 900 boats left.", [("view", "By our estimates")]),
    ("From her perspective the vote was fair.", [("view", "From her perspective")]),
    ("To the engineer's mind, the bridge is unsafe.", [("view", "To the engineer's mind")]),
    ("In the opinion of the coach, it was a foul.", [("view", "In the opinion")]),
    ("The gang, it is thought, fled.", [("believed", "thought")]),
    ("Rents are forecast to rise.", [("believed", "forecast")]),
    ("Two suspected spies left.", [("believed", "suspected")]),
    ("Aid workers estimate that 12,000 people fled.", [("belief", "estimate")]),
    ("They suspect arson.", [("belief", "suspect")]),
    ("I suspect they're hiding.", [("belief", "suspect")]),
    ("The mayor expects rain.", [("belief", "expects")]),
    ("The union expects to strike.", [("belief", "expects")]),
    ("She expects her to stay.", [("belief", "expects")]),
    ("They are hoping the strike ended.", [("belief", "hoping")]),
    ("She stayed, believing that he was ill.", [("belief", "believing")]),
    ("They have figured it out by now.", [("belief", "figured")]),
    ("I think so.", [("belief", "think")]),
    ("I hope not.", [("belief", "hope")]),
    ("The plan failed, many officers think.", [("belief", "think")]),
    ("They feel that it is doomed.", [("belief", "feel")]),
    ("Their fear is that the dam breaks.", [("belief_noun", "fear")]),
    ("The hope that she lives is strong.", [("belief_noun", "hope")]),
    ("Computer models indicate that the moon is old.", [("indicate", "indicate")]),
    ("Signs point to arson.", [("evidence", "point to")]),
    ("The firm hinted at a sale.", [("evidence", "hinted at")]),
    ("She suggested that the valve was shut.", [("evidence", "suggested")]),
    ("It has been suggested that the valve was shut.", [("evidence", "suggested")]),
    ("She suggested that they are ill.", [("evidence", "suggested")]),
    ("She suggested that it holds.", [("evidence", "suggested")]),
    ("The army claimed to have won.", [("claim", "claimed")]),
    ("It has been claimed that the well is dry.", [("claim", "claimed")]),
    ("The treasurer, as the club alleged, hid the money.", [("claim", "alleged")]),
    ("The claim that the dam leaks is old.", [("claim", "claim")]),
    ("The mayor's alleged debts grew.", [("hearsay", "alleged")]),
    ("He is reputed to have made a fortune.", [("hearsay", "reputed")]),
    ("On most estimates the bridge fell at noon.", [("hearsay", "On most estimates")]),
    ("Rents fell amid talk of a split.", [("hearsay", "talk")]),
    ("Some people have said it is noisy.", [("some", "Some people have said")]),
    ("With many believing he lied, she left.", [("belief", "believing")]),
    ("Many on the island believe he fled.", [("some", "Many on the island believe")]),
    ("Critics claim that the wall leaks.", [("some", "Critics claim")]),
]


@pytest.mark.parametrize(("text", "expected"), MARKED, ids=[text for text, _ in MARKED])
def test_what_is_believed_or_passed_on_is_marked(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It appeared to her as a dream.",
        "The word appears 114 times in the rule.",
        "The actor appeared in court.",
        "She looked like her mother.",
        "The crack became apparent.",
        "It is apparent that he knew.",
        "The effect was more apparent in men.",
        "In her estimation of the cost she used old maps.",
        "He has faith in her judgment.",
        "The tune stayed in her mind.",
        "Hope Lane is closed.",
        "I cannot believe he won.",
        "Drivers are supposed to stop.",
        "The text must be understood to help pupils.",
        "The club understood its duty.",
        "He understood that the goal was near.",
        "He could not believe that the bank was shut.",
        "A nurse tipped the scales.",
        "Suspected of theft, he fled.",
        "The police suspect was charged.",
        "The scroll is a treasure of Islamic thought which left the city.",
        "He assumed control of the mine when she left.",
        "The tunnel projects he led were late.",
        "She was a quiet figure he admired.",
        "Imagine a town that has no roads.",
        "Believe me when he says it.",
        "He thinks ahead when it is cold.",
        "She thinks that way when she is tired.",
        "They felt the ice was thin.",
        "She is expecting a baby.",
        "This kind of thinking is old.",
        "The theories that have ruled are old.",
        "She did not suggest that he was ill.",
        "He suggested raising taxes.",
        "She suggested that they walk home.",
        "It was suggested to members that they bring lamps.",
        "They read the signals that the ships had sent.",
        "The diver pointed to the scratches that the crash had left.",
        "The group, which claimed responsibility, was banned.",
        "The runner claimed her third title.",
        "They list old claims to be checked.",
        "They alleged fraud.",
        "She put an end to the rumours.",
        "The book of accounts was lost.",
        "They had it replaced.",
        "The plan is consistent with the treaty.",
        "The talk of the town was the match.",
        "Spoons with the hallmarks of three makers were sold.",
        "Critics say he lied.",
        "Villagers have some say in it.",
    ],
)
def test_a_look_alike_of_belief_or_hearsay_is_no_mark(text: str) -> None:
    assert found(text) == []


def test_the_rule_says_why_in_plain_words() -> None:
    text = "In his view, they claimed that it reportedly failed."
    rules = {mark.kind: mark.rule for mark in marks(tokens(text))}
    assert rules == {
        "view": "“in his view”: marked as the speaker's own judgement",
        "claim": "“claimed”: keeps distance from the source",
        "hearsay": "“reportedly”: hearsay",
    }
