"""Conditions, questions, doubt, boosters and commitments: a sentence in, its marks out, beside the look-alike."""

import pytest

from one_text import kinds_of_marks as found
from sourcereading.certainty.marks import marks
from sourcereading.text.sentences import tokens

MARKED = [
    ("The road floods if nothing is built.", [("if", "if")]),
    ("If any bank has failed, it will be sold.", [("if", "If"), ("future", "will")]),
    ("Only if they pay does he stay.", [("if", "Only if")]),
    ("The boat would have sunk if not for the rescue.", [("if", "if")]),
    ("He said that if “the plan” is read, they stay.", [("if", "if")]),
    ("They wonder if the ferry sails.", [("whether", "if")]),
    ("The firm did not say if the pilot slept.", [("whether", "if")]),
    ("Tell me if the ferry sails.", [("whether", "if")]),
    ("They say if it rains they stay.", [("if", "if")]),
    ("They will join the debate if it is free.", [("future", "will"), ("if", "if")]),
    ("The question if it was free was put.", [("whether", "if")]),
    ("Holm, a lawyer, asked them if it was safe.", [("whether", "if")]),
    ("She was asked if it was safe and said it might be.", [("modal", "might")]),
    ("Residents were asked for help if the river rises.", [("if", "if")]),
    ("They stay as long as he pays.", [("if", "as long as")]),
    ("They win, barring a late appeal.", [("if", "barring")]),
    ("It fails depending on whether it rains.", [("if", "depending on whether")]),
    ("Providing the truce holds, aid goes in.", [("if", "Providing")]),
    ("The keeper may play provided his club signs the papers.", [("modal", "may"), ("if", "provided")]),
    ("The sale is subject to approval.", [("if", "subject to")]),
    ("Is the boom over?", [("whether", "Is")]),
    ("Were the dam to fail, the town floods.", [("if", "Were")]),
    ("Had he gone, they had stayed.", [("if", "Had")]),
    ("Had he taken it, she had stayed.", [("if", "Had")]),
    ("It depends on whether or not she pays.", [("if", "depends on whether or not")]),
    ("The talks on whether the dam leaks or not are over.", [("whether", "whether")]),
    ("They doubt whether it rains or snows.", [("doubt", "doubt whether")]),
    # one case, which may occur or not: what would be then, or the present of somebody in particular
    ("If the second test is clear, Haddad goes home tomorrow.", [("if", "If")]),
    ("Ruiz, if elected, would cut taxes.", [("if", "if")]),
    ("They said they'd stay if the roof holds.", [("if", "if")]),
    ("They would be “smart” if they left.", [("if", "if")]),
    ("It is unclear if it rained or if it snowed.", [("doubt", "unclear"), ("whether", "if"), ("whether", "if")]),
    ("The town has funds to rebuild if the dam fails.", [("if", "if")]),
    ("They wait to see if the dam holds.", [("whether", "if")]),
    ("The kiln stays open even if the licence lapses.", [("if", "even if")]),
    ("The warden said that should the levee break, the town would flood.", [("if", "should")]),
    ("Without a licence the kiln would close in spring.", [("if", "Without a licence")]),
    ("The plan would not work without aid.", [("if", "without aid")]),
    ("In the absence of a bid, the shipyard goes to auction.", [("if", "In the absence of a bid")]),
    ("The result would depend on turnout.", [("if", "depend on")]),
    ("The sale depends on the outcome of the vote.", [("if", "depends on")]),
    ("They may stay provided that the roof holds.", [("modal", "may"), ("if", "provided that")]),
    ("More research is needed.", [("inquiry", "research is needed")]),
    ("The leak raises questions over safety.", [("doubt", "questions")]),
    ("Questions remain.", [("doubt", "Questions")]),
    ("They voiced misgivings about the plan.", [("doubt", "misgivings")]),
    ("The count is taken with caution.", [("doubt", "with caution")]),
    ("The toll is a matter of dispute.", [("doubt", "matter of dispute")]),
    ("The border is in dispute.", [("doubt", "in dispute")]),
    ("We can only guess at the cause.", [("doubt", "only guess")]),
    ("They wondered who paid.", [("doubt", "wondered")]),
    ("The cause is unknown.", [("doubt", "unknown")]),
    ("An unknown number of boats sank.", [("doubt", "unknown")]),
    ("There is wild speculation.", [("doubt", "speculation")]),
    ("The date remains highly uncertain.", [("doubt", "remains highly uncertain")]),
    ("She is certain that he ran.", [("sure_adjective", "certain")]),
    ("He left, convinced that she lied.", [("sure_adjective", "convinced")]),
    ("It is clear who fired.", [("sure_adjective", "clear")]),
    ("I'm sure there's a way.", [("sure_adjective", "sure")]),
    ("The plan is clearly wrong.", [("sure_adverb", "clearly")]),
    ("The plan was promising to end hunger.", [("commit", "promising")]),
    ("They committed to a truce.", [("commit", "committed")]),
    ("It will probably rain.", [("likely", "probably")]),
    ("We're going to keep talking.", [("will", "going to")]),
    ("We will keep talking.", [("will", "will")]),
    ("The mayor will resign.", [("future", "will")]),
    ("It'll rain.", [("future", "It'll")]),
    ("They agreed since it'll help the town.", [("future", "it'll")]),
    ("The rescue of the firm hinges on a vote.", [("if", "hinges on")]),
    ("The case turns on whether he knew.", [("if", "turns on whether")]),
    ("Uncertainty about the vote grew.", [("doubt", "Uncertainty")]),
    ("Ruiz is undecided whether to run.", [("doubt", "undecided whether")]),
    ("The unofficial count was read out.", [("doubt", "unofficial")]),
    ("Its authorship is hotly contested.", [("doubt", "hotly contested")]),
    ("Were Velia to join, the bloc would have 9 members.", [("if", "Were")]),
    ("They disagree over who fired first.", [("doubt", "disagree over")]),
]


@pytest.mark.parametrize(("text", "expected"), MARKED, ids=[text for text, _ in MARKED])
def test_what_is_left_open_or_asserted_is_marked(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "If you drive to the fair, park behind the mill.",
        "The gate's door hinges on two bolts.",
        "It had to be held, even if few came.",
        # no doubt about a claim: a state, a vote, the weather, a person
        "They feared a decade of uncertainty.",
        "Ten percent of them are undecided.",
        "Unsettled weather held the fleet in port.",
        "Protests have unsettled the traders.",
        "It was a hotly contested race.",
        "She launched an unofficial bid.",
        "They faced a skeptical audience.",
        "The question is not whether it leaks.",
        "Never mind whether it leaks, whether it lasts.",
        "Every act counts, whether it is a sit-in at the counter of a shop or a walk to the park.",
        "They have an open mind.",
        "They set goals that depend on trade.",
        "A doubting uncle paid.",
        "Was that not a fine song?",
        "The strike is creating uncertainty.",
        "What's your view?",
        "It's over, right?",
        "The statue rests on a block.",
        "The contingent on the border left.",
        "They gave advice on pending decisions.",
        "If you drive, you should park behind the mill.",
        "A patient is discharged if two tests are clear.",
        "A driver is fined if the lamp is broken.",
        "If you look at the numbers, they are low.",
        "If it was late, nobody minded.",
        "If the plan is so good, why did they drop it?",
        "Pilgrims sleep in a sturdy if draughty barn.",
        "Six million jobs depend on exports.",
        "The price varies depending on size.",
        "The law provided that children stay.",
        "They won by providing that help came.",
        "It would be an affable if in part foolish plan.",
        "If last night was about unity, the mayor wants to win.",
        "They do not care if he left.",
        "They keep a spare, just in case.",
        "It fell, she wrote — without any evidence — and it would fall.",
        "As long as there has been wealth, there has been envy.",
        "Without a licence since 2019, the kiln closed in spring.",
        "They left without a word.",
        "She took part in the event because of the prize.",
        "He walked past as if nothing had happened.",
        "The plan is new, if you will.",
        "The loan, like dozens if not hundreds before it, was paid.",
        "She was asked if it was safe.",
        "The mayor, asked whether he paid, laughed.",
        "The mayor laughed when asked by reporters if he paid.",
        "The wall is as long as a train.",
        "The court issued an order barring him.",
        "He provided the funds to the village.",
        "The city is subject to attacks.",
        "The firm, one of many, had its own boat.",
        "Were we tired that day.",
        "Are we ready?",
        "What did he drive?",
        "The fine must be paid whether or not she appeals.",
        "The rule holds regardless of whether she appeals.",
        "They play, whether in Paris or in Rome.",
        "Whether it rains or snows, they play.",
        "They answered questions about tax.",
        "The hotel lost the reservation.",
        "They gave him the benefit of the doubt.",
        "The once disputed border is quiet.",
        "The land in dispute was sold.",
        "The poll asked undecided voters.",
        "The tomb of an unknown poet was found.",
        "He lost money in land speculation.",
        "She made sure that the door was shut.",
        "He made it clear that she left.",
        "It was the most obvious change.",
        "That was not evident.",
        "He was stating the obvious when he spoke.",
        "There are certain rules here.",
        "The delegates are bound to the result.",
        "The damage is evident in the roof.",
        "She spoke clearly.",
        "The drug shows promise.",
        "The signs are promising for patients.",
        "The promised aid came.",
        "He dropped the levy as promised, and left.",
        "He committed a fraud to win.",
        "He swore at the guard.",
        "We were going to leave.",
        "We will see.",
        "The will of the late king was read.",
        "Will you help me?",
    ],
)
def test_a_look_alike_leaves_nothing_open_and_asserts_nothing(text: str) -> None:
    assert found(text) == []


def test_the_rule_says_why_in_plain_words() -> None:
    text = "They vowed it, and it will fail unless he pays."
    rules = {mark.kind: mark.rule for mark in marks(tokens(text))}
    assert rules == {
        "commit": "“vowed”: a commitment",
        "future": "“will”: stated as a certain future",
        "if": "“unless”: said for one case only",
    }


@pytest.mark.parametrize(
    ("doubted", "rated"),
    [
        ("The mayor made a dubious claim about the wells.", "He had the dubious honour of speaking last."),
        ("It is questionable whether the dam holds.", "The clerk signed a questionable deal."),
        ("The report rests on questionable evidence.", "His methods were questionable, the court ruled."),
        ("The motive is murky.", "The water in the harbour is murky."),
        ("The outcome is unpredictable.", "The horse is unpredictable in traffic."),
        ("The plan is speculative given its cost.", "Speculative builders left the valley."),
        ("The island faces an uncertain future.", "He walked with uncertain steps."),
        ("Teachers were dubious about the figures.", "A dubious character rang the bell."),
    ],
)
def test_an_adjective_that_rates_a_thing_doubts_no_claim(doubted: str, rated: str) -> None:
    assert [mark.kind for mark in marks(tokens(doubted))][:1] == ["doubt"]
    assert marks(tokens(rated)) == []


def test_a_thing_promises_nothing() -> None:
    assert found("The firm promises help.") == [("commit", "promises")]
    assert found("The club's motto promises joy.") == found("The day promises to be warm.") == []
