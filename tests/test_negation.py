"""Negation and modality: each special case of the two modules on a sentence, and the look-alikes of the lexicon."""

import pytest

from one_text import types_of_marks as found
from sourcereading.text.lexicon import lexicon

LOOK_ALIKES = frozenset((
    "ability_adverb", "ability_of_person", "awaited", "before_name", "before_noun", "crime_verb", "hopeful",
    "manner_too", "needs_clause", "needs_topic", "noun_too", "only_with_question", "perceived", "place_too",
    "stresses_can", "topic_too", "verb_too", "with_cause", "with_make",
))  # fmt: skip
ROWS = [
    row
    for row in lexicon("certainty_guards", ("term", "class", "example", "source"), ("forms",))
    if row["class"] in LOOK_ALIKES
]


def test_every_class_of_look_alikes_has_rows() -> None:
    assert {row["class"] for row in ROWS} == LOOK_ALIKES


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['class']}: {row['term']}" for row in ROWS])
def test_the_example_of_a_look_alike_has_no_mark(row: dict[str, str]) -> None:
    assert found(row["example"]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the counterpart of each look-alike: here the same word is a mark
        ("It is not obvious that the wall holds.", "is not obvious"),
        ("It does not follow that they left.", "does not follow"),
        ("The fall cannot be explained.", "cannot be explained"),
        ("There is no clear answer.", "no clear answer"),
        ("The date is not final.", "is not final"),
        ("It is not clear that they left.", "is not clear"),
        ("They did not make clear who signed.", "did not make clear"),
        ("They were not certain of it.", "were not certain"),
        ("She did not commit to a date.", "did not commit"),
        ("The clerk would not swear to it.", "would not swear"),
        ("They left without promising aid.", "without promising"),
        ("They would not stake their jobs on it.", "would not stake"),
        ("There was no decision on the sale.", "no decision"),
        ("There was no word of the crew.", "no word"),
        ("There was no confirmation of the sale.", "no confirmation"),
        ("He had no confidence that it would hold.", "no confidence"),
        ("They do not understand why the wall fell.", "do not understand"),
        ("The cause is not known.", "is not known"),
        # what a negator reaches
        ("The clerk could not rule anybody out.", "could not rule anybody out"),
        ("They were not able to say who called.", "were not able to say"),
        ("They declined to say how many came.", "declined to say"),
        ("They are in no position to say that the fires are linked.", "in no position to say"),
        ("It is hard for outsiders to know.", "hard for outsiders to know"),
        ("It is too early in the trial to conclude that it works.", "too early in the trial to conclude"),
        ("It is too early for conclusions.", "too early for conclusions"),
        ("Nothing suggests that they knew.", "Nothing suggests"),
        ("They showed no sign that they were tired.", "no sign"),
        ("They gave no hint of when they would leave.", "no hint"),
        ("Neither the mayor nor the clerk would vouch for it.", "Neither the mayor nor the clerk would vouch"),
        ("It is not necessarily better.", "is not necessarily"),
        ("A higher price did not guarantee better sales.", "did not guarantee"),
    ],
)
def test_the_uncertainty_stated_is_found(text: str, expected: str) -> None:
    assert ("negated_confidence", expected) in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk may well know.", [("possibility", "may")]),
        ("Visitors may well take the last train.", [("possibility", "may")]),
        ("Mayor May Resign", [("possibility", "May")]),
        ("It might therefore rain.", [("possibility", "might")]),
        ("It could not be true.", [("possibility", "could")]),
        ("The raid could be seen as a warning.", [("possibility", "could")]),
        ("The town could see a second flood.", [("possibility", "could")]),
        ("It must have taken hours.", [("possibility", "must have")]),
        ("It is possible that the dam leaks.", [("possibility", "possible")]),
        ("It may be possible to swim here.", [("possibility", "may"), ("possibility", "possible")]),
        ("They named her as potential buyer.", [("possibility", "potential")]),
        ("It is not impossible.", [("possibility", "not impossible")]),
        ("Another possibility is a leak.", [("possibility", "possibility")]),
        ("There is a danger that it spreads.", [("possibility", "danger")]),
        ("Should the dam fail, they will leave.", [("conditional", "Should"), ("commitment", "will")]),
        ("The parcel should arrive by noon.", [("possibility", "should")]),
        ("Almost every seat was empty.", [("approximator", "Almost")]),
        ("The two sides are nearly even.", [("approximator", "nearly")]),
        ("It costs about $ 40.", [("approximator", "about")]),
        ("It rose by roughly one percentage point.", [("approximator", "roughly")]),
        ("They came around midnight.", [("approximator", "around")]),
        ("It took a week or so.", [("approximator", "or so")]),
        ("The pump failed, or so they say.", [("attribution", "or so")]),
        ("They more or less agreed.", [("approximator", "more or less")]),
        ("It was sort of a shock.", [("approximator", "sort of")]),
        ("It is normally closed.", [("approximator", "normally")]),
        ("It is virtually empty.", [("approximator", "virtually")]),
        ("He is no less certain of it.", [("booster", "certain")]),
    ],
)
def test_what_may_be_so_or_is_rough_or_sure_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No matter what came, she tried.",
        "No, on second thought.",
        "Nobody has known less.",
        "The board has no confidence in the plan.",
        "Lady May, the host, left.",
        "The pupils may also leave.",
        "His might and his money were gone.",
        "How could they leave?",
        "They could hardly walk.",
        "They could no longer walk.",
        "The signal could not be measured.",
        "It could not be easier.",
        "They did what they could.",
        "Applicants must have worked here.",
        "They must have an answer.",
        "Drivers should arrive by noon.",
        "They should have left by noon.",
        "It is possible to swim here.",
        "It is not impossible to swim here.",
        "They sold it at the lowest possible price.",
        "There is no possibility of rain.",
        "The risk that comes with the job is known to all.",
        "They spoke about the 30 complaints.",
        "The talk was about one of the letters.",
        "They liked this kind of car.",
        "It is not true how often it fails.",
    ],
)
def test_what_only_looks_like_a_mark_has_none(text: str) -> None:
    assert found(text) == []
