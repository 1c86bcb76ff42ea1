"""Negation and modality: each special case of the two modules on a sentence, and the look-alikes of the lexicon."""

import pytest

from one_text import types_of_marks as found
from sourcereading.text.lexicon import lexicon

LOOK_ALIKES = frozenset((
    "ability_adverb", "ability_of_person", "awaited", "before_name", "crime_verb",
    "manner_too", "needs_clause", "needs_topic", "noun_too", "only_with_question", "perceived", "place_too",
    "stresses_can", "topic_too", "verb_too", "with_cause",
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
        # what there is to be uncertain of: a clause, a question, a noun of what can be left open, or the clause's end
        ("We do not know that the pump works.", "do not know"),
        ("They do not know the cause.", "do not know"),
        ("There is no known motive.", "no known"),
        ("The film did not give definitive proof.", "did not give definitive proof"),
        ("They cannot be sure people will come.", "cannot be sure"),
        ("The club had no idea who played.", "no idea"),
        ("She spoke without conviction.", "without conviction"),
        ("The warden did not testify with much certainty about the gate.", "did not testify with much certainty"),
        ("“It is too early to tell,” said the keeper.", "too early to tell"),
        ("The scan does not allow doctors to exclude a fracture.", "does not allow doctors to exclude"),
        ("The data do not permit us to rule out arson.", "do not permit us to rule out"),
        ("The data do not let us conclude that it works.", "do not let us conclude"),
        ("They could not exclude a second leak.", "could not exclude"),
        ("Isn’t this proof of it?", "Isn’t"),
        # knowledge that falls short, in both orders, and what has not been found
        ("Proof of a Norse harbour is weak.", "is weak"),
        ("Data on side effects remain patchy.", "remain patchy"),
        ("The file held conflicting evidence.", "conflicting evidence"),
        ("Weak evidence links the two.", "Weak evidence"),
        ("Biologists lack data on how the eels breed.", "lack data on how"),
        ("Big gaps remain in what we know of the plague.", "gaps remain"),
        ("Solid proof is still missing.", "is still missing"),
        ("Officers have yet to trace the sender of the crate.", "have yet to trace"),
        ("The origin of the blaze has not been found.", "has not been found"),
        ("The cause of the leak is under investigation.", "under investigation"),
        ("Little is known about the fire.", "Little is known"),
        ("There is no way of knowing.", "no way of knowing"),
        ("They have not yet decided which road to take.", "have not yet decided"),
        # what denies doubt is turned by one more negation
        ("The claim is not beyond question.", "is not beyond question"),
        ("The result is far from undisputed.", "far from undisputed"),
        ("Nobody was ready to say with any certainty when it ends.", "Nobody was ready to say with any certainty"),
        ("It is by no means settled that the isle is theirs.", "by no means settled"),
        ("The statement did little to dispel doubts.", "little to dispel doubts"),
        ("The lead of the party is anything but secure.", "anything but secure"),
        ("Botanists know little about the moss.", "know little"),
        ("We know next to nothing about the tribe.", "know next to nothing"),
        ("They gave a qualified yes when asked if it was safe.", "a qualified yes"),
        ("No one at the clinic could tell us what he ate.", "No one at the clinic could tell"),
        ("The cause of the leak is still not understood.", "not understood"),
        ("No study has shown that the herb works.", "No study has shown"),
        ("I'm not saying that he will definitely lose.", "not saying that he will definitely"),
        ("There are holes in our knowledge of the deep sea.", "holes"),
        ("The link warrants further study.", "warrants further study"),
        ("There is much to learn about eels.", "much to learn about"),
        ("Far too little is known about the toxin.", "too little is known"),
        ("The evidence that the tomb is royal is flimsy.", "is flimsy"),
        ("No one can forecast the storm.", "No one can forecast"),
        ("They declined to say who paid.", "declined to say"),
        ("She was unable to say that it was safe.", "unable to say"),
        ("The link was treated as a working assumption.", "as a working assumption"),
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
        ("He is no less certain of it.", [("booster", "no less certain")]),
    ],
)
def test_what_may_be_so_or_is_rough_or_sure_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is not merely unsafe but certain to fail.", [("booster", "certain")]),
        ("The dam is not only likely but certain to fail.", [("probability", "likely"), ("booster", "certain")]),
        ("Not only is a deal likely, it is certain.", [("probability", "likely"), ("booster", "certain")]),
        ("A deal is anything but likely.", [("probability", "anything but likely")]),
        ("She did not fail to confirm the date.", [("booster", "did not fail to confirm")]),
        ("Nobody disputes that it fell.", [("booster", "Nobody disputes")]),
        ("A sale is not out of the question.", [("possibility", "not out of the question")]),
    ],
)
def test_turns_of_the_sense_are_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No matter what came, she tried.",
        "No, on second thought.",
        "Nobody has known less.",
        "The board has no confidence in the plan.",
        "Lady May, the host, left.",
        "The pupils may only leave at noon.",
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
        "The data plan is limited.",
        "Evidence was missing from the locker.",
        "The pay gap in the sector grew.",
        "The ring has not been found.",
        "The bank is under investigation.",
        # nothing to be uncertain of
        "The guild has no settled address.",
        "Neither team played its final match.",
        "The list is not binding on certain guests.",
        "A drug without known effects was sold.",
        "There are no confirmed cases.",
        "She was not satisfied with the meal.",
        "The vote is not the answer to crime.",
        "He does not know the man.",
        "They did not know that she had left.",
        "They had no idea how to play.",
        "He does not know what he is talking about.",
        "The court has no power to decide.",
        "The court is limited to deciding that.",
        "She has nothing to prove.",
        "The nominee was not confirmed.",
        "Exports grew less than forecast.",
        "Since the guard does not do this he knows the way.",
        "It was not hard to tell who won.",
        "They did not dismiss the case.",
        "You can be forgiven for not knowing that it rained.",
        "They opened it without her knowing.",
        "They do not feel comfortable telling others.",
        "Few people knew of the leak.",
        "These are tales that nobody knows.",
        "They are not certified policy experts.",
        "They resisted calls to leave.",
        "You can’t say that because they pay.",
        "There’s nothing as good as a show that has fans.",
        "They wept over crimes they did not commit.",
        "She was not confirmed for the post.",
        "The club does not exclude women.",
        "The camp is anything but secure.",
        "She knows little about cars.",
        # a case that may occur, what came unforeseen, what is stressed, a person who is excluded
        "You can’t mend it if you don’t know where it leaks, keepers say.",
        "No one forecast the storm.",
        "There was no legal way to exclude a single mother.",
        "They do not have a clue.",
        "A previously unknown comet passed.",
        "The picture would not be drawn by a child.",
        "He refused to say that it was theirs.",
    ],
)
def test_what_only_looks_like_a_mark_has_none(text: str) -> None:
    assert found(text) == []
