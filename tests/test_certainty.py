"""Marks of certainty: compositions found, look-alikes left alone, properties that hold for any text."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from one_text import types_of_marks as found
from sourcereading.certainty.marks import DIRECTIONS, Mark, hedged, marks
from sourcereading.certainty.words import classes_of
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import sentences, tokens
from sourcereading_evaluation import evaluate
from sourcereading_evaluation.gold_files import gold_rows
from timing import ALLOWED, growth, units

SEED = next(Path(__file__).resolve().parents[1].joinpath("seeds").glob("*.txt"))
DATA = Path(__file__).parent / "data"


def types(text: str) -> set[str]:
    return {kind for kind, _ in found(text)}


# One row per composition: sentence, the mark it must have.
COMPOSED = [
    ("He said he cannot yet guarantee a peaceful outcome.", "negated_confidence", "cannot yet guarantee"),
    ("I wouldn’t say with confidence that we win.", "negated_confidence", "wouldn’t say with confidence"),
    ("It is by no means certain that they meet.", "negated_confidence", "by no means certain"),
    ("Nobody can say for certain who fired.", "negated_confidence", "Nobody can say for certain"),
    ("She stopped short of promising aid.", "negated_confidence", "stopped short of promising"),
    ("He declined to rule out a strike.", "negated_confidence", "declined to rule out"),
    ("The date remains uncertain.", "negated_confidence", "remains uncertain"),
    ("The cause is not yet clear.", "negated_confidence", "is not yet clear"),
    (
        "The claim has not been independently verified.",
        "negated_confidence",
        "has not been independently verified",
    ),
    ("They have yet to confirm the toll.", "negated_confidence", "have yet to confirm"),
    ("It is far too early to tell who won.", "negated_confidence", "far too early to tell"),
    ("There is no guarantee of success.", "negated_confidence", "no guarantee"),
    (
        "They did not offer Kyiv any firm guarantees.",
        "negated_confidence",
        "did not offer Kyiv any firm guarantees",
    ),
    ("We are in no position to promise help.", "negated_confidence", "in no position to promise"),
    ("They cannot, at this point, confirm the toll.", "negated_confidence", "cannot, at this point, confirm"),
    ("It is unclear whether they met.", "negated_confidence", "unclear whether"),
    ("The ministry would neither confirm nor deny it.", "negated_confidence", "would neither confirm"),
    ("More research is needed on the vaccine.", "negated_confidence", "research is needed"),
    (
        "The envoy stopped short of calling the raid a crime.",
        "negated_confidence",
        "stopped short of calling",
    ),
    ("The mayor would not go so far as to call it arson.", "negated_confidence", "would not go so far as to"),
    ("It is premature to blame the pilot.", "negated_confidence", "premature to blame"),
    ("Nothing in the letter shows that he paid.", "negated_confidence", "Nothing in the letter shows"),
    (
        "Few ministers would stake their jobs on the budget.",
        "negated_confidence",
        "Few ministers would stake",
    ),
    ("A warm winter does not necessarily mean a dry one.", "negated_confidence", "does not necessarily"),
    ("They had trouble explaining the loss.", "negated_confidence", "trouble explaining"),
    ("She agreed, though not without hesitation.", "negated_confidence", "not without hesitation"),
    ("The report raises questions about the valve.", "negated_confidence", "questions"),
    ("Who owns the well is a matter of dispute.", "negated_confidence", "matter of dispute"),
    ("The count should be treated with caution.", "negated_confidence", "with caution"),
    ("Further tests are, therefore, needed.", "negated_confidence", "tests are, therefore, needed"),
    ("Curators can only guess at its age.", "negated_confidence", "only guess"),
    ("For all anyone knows, the ring is in Cork.", "own_view", "For all anyone knows"),
    (
        "To the best of the clerk’s knowledge, nobody signed.",
        "own_view",
        "To the best of the clerk’s knowledge",
    ),
    ("A suspected leak closed the school.", "own_view", "suspected"),
    ("The striker is tipped to leave.", "own_view", "tipped"),
    ("The raid bore all the hallmarks of an inside job.", "own_view", "hallmarks"),
    ("They are hopeful that the dam holds.", "own_view", "hopeful"),
    ("By some accounts the bridge fell at noon.", "attribution", "By some accounts"),
    ("Legend has it that the bell rang.", "attribution", "Legend has it"),
    ("There is talk of a second quarry.", "attribution", "talk"),
    ("The pump failed, or so the captain claims.", "attribution", "or so"),
    ("He claimed on Monday that the valve was shut.", "attribution", "claimed"),
    ("Will the dam hold?", "negated_confidence", "Will"),
    ("Is the long boom over, and will prices fall?", "negated_confidence", "Is"),
    (
        "No minister who spoke after the vote was prepared to guarantee it.",
        "negated_confidence",
        "was prepared to guarantee",
    ),
    ("They gave only limited assurance of help.", "negated_confidence", "limited assurance"),
    ("The rash need not mean that he is ill.", "negated_confidence", "not mean"),
    ("She resisted calling the flood an act of nature.", "negated_confidence", "resisted calling"),
    ("The burns are consistent with a lightning strike.", "own_view", "consistent with"),
    ("The keeper will play provided his club signs the papers.", "conditional", "provided"),
    ("A second scan removed all doubt.", "booster", "removed all doubt"),
    ("The sale stands, pending approval.", "conditional", "pending"),
    ("They had no trouble confirming the toll.", "booster", "no trouble confirming"),
    ("There is no doubt that he came.", "booster", "no doubt"),
    ("Nobody doubts her courage.", "booster", "Nobody doubts"),
    ("Nobody refused to promise help.", "booster", "Nobody refused to promise"),
    ("I can say with confidence that we win.", "booster", "can say with confidence"),
    ("They vowed to rebuild the port.", "commitment", "vowed"),
    ("We will keep talking.", "commitment", "will"),
    ("The talks could resume.", "possibility", "could"),
    ("He must have been mistaken.", "possibility", "must have"),
    ("The parcel should be there by noon.", "possibility", "should"),
    ("In the view of the court, it is void.", "own_view", "In the view"),
    ("As far as we know, he left.", "own_view", "As far as we know"),
    ("The ring is thought to have smuggled gold.", "own_view", "thought"),
    ("Had the pilot known, he would have turned.", "conditional", "Had"),
    ("Should talks break down, the army will move.", "conditional", "Should"),
    ("The king is said to have fled.", "attribution", "said"),
    ("Some in the party say he lied.", "attribution", "Some in the party say"),
    ("The shop sold 40-odd bikes.", "approximator", "40-odd"),
    ("A deal is very unlikely.", "probability", "very unlikely"),
    ("The chances of success or failure remain roughly equal.", "probability", "roughly equal"),
    ("It is all but certain to pass.", "probability", "all but certain"),
    ("There is a 60 percent chance of rain.", "probability", "60 percent chance"),
    ("He put the odds of a strike at one in three.", "probability", "one in three"),
    ("Chances are slim.", "probability", "Chances are slim"),
    ("Hopes of a deal are slim.", "probability", "slim"),
    ("The plan is likely to sway voters.", "probability", "likely"),
    ("Very probably the ferry sails.", "probability", "Very probably"),
    ("My guess is that he ran.", "own_view", "My guess is"),
    ("The towns are 100-1 outsiders.", "probability", "100-1"),
    ("The firm is still on track to sell 300 vans.", "possibility", "on track to"),
    ("The bid looks doomed.", "own_view", "looks doomed"),
    ("The silence causes uncertainty about the rent.", "negated_confidence", "uncertainty"),
    ("Roads are liable to close at short notice.", "approximator", "liable to"),
    ("Officials said it was a place where people could die.", "possibility", "could"),
    ("The mayor is believed by many to be ill.", "own_view", "believed"),
    ("Experts are split over the origin of the mask.", "negated_confidence", "split"),
    ("Details remain scarce.", "negated_confidence", "remain scarce"),
    ("It would appear the keys were lost.", "own_view", "appear"),
    ("Otherwise the firm would have to sell.", "conditional", "Otherwise"),
    ("Insurers estimate the damage at 340 million dollars.", "own_view", "estimate"),
    ("The agency projects a deficit of 4 percent.", "own_view", "projects"),
    ("Economists predict a recession.", "own_view", "predict"),
    ("He was held on suspicion of murder.", "own_view", "suspicion"),
    ("The rule comes into force sometime next year.", "approximator", "sometime"),
]


@pytest.mark.parametrize(("text", "kind", "words"), COMPOSED, ids=[row[2] for row in COMPOSED])
def test_composition_is_found(text: str, kind: str, words: str) -> None:
    assert (kind, words) in found(text)


# One row per guard: a sentence with a word that looks like a mark and is none.
GUARDED = [
    "Visitors may not set foot on the beach under the by-law.",
    "The benefit, once disputed, is proven.",
    "He put an end to the rumours.",
    "An unlikely hero saved the recorders.",
    "A professor of probability gave the lecture.",
    "No grade got more or less than another.",
    "The fans could not yet see the car.",
    "Knocking could still be heard.",
    "The firm assumed control of the mine.",
    "The signs of life, if you will, are there.",
    "He suggested raising taxes.",
    "The case couldn't be more clear.",
    "The officers had probable cause to search the van.",
    "The rider lunched with his heir apparent.",
    "Likely Labour voters were polled by telephone.",
    "Hope Lane is closed to traffic.",
    "Official figures show that rents rose.",
    "The police suspect was charged on Friday.",
    "The voters in question live abroad.",
    "Questions about tax were answered in full.",
    "She drove home with caution.",
    "The dispute over pay ended on Friday.",
    "The column stopped short of the border.",
    "The licence was suspended pending an inquiry.",
    "He asked about the 30 complaints.",
    "Trains are running normally again.",
    "In his assessment of the plan he used old maps.",
    "The parents of certain pupils were told.",
    "The rules must be understood to help anyone.",
    "The talks resumed on 12 May in Geneva.",
    "Theresa May resigned.",
    "Visitors may not enter the hall after 6 p.m.",
    "Members may bring one guest.",
    "The army showed its might on Sunday.",
    "As a child she could speak four languages.",
    "Rescuers could not find the plane.",
    "He did everything he could.",
    "Drivers must wear seat belts.",
    "You should apologise to her.",
    "They began to speak candidly about the boundaries.",
    "She spoke about 300 people she had met.",
    "The film is about three brothers.",
    "They gathered around two tables.",
    "Some of the soldiers were wounded.",
    "Guards handled the protesters roughly.",
    "What kind of car did he drive?",
    "The poll surveyed 900 likely voters.",
    "Voters, likely and registered, were surveyed.",
    "A certain Mr Brandt owned the warehouse.",
    "Certain goods are exempt from the tax.",
    "He left as soon as possible.",
    "The grant made the rescue possible.",
    "The electric potential was measured.",
    "The suspect appeared in court on Monday.",
    "She looked like her mother.",
    "She believes in God.",
    "He thinks before he speaks.",
    "He suggested a walk in the park.",
    "Children are supposed to be in bed by nine.",
    "She is expecting a baby.",
    "The castle came into view.",
    "The group claimed responsibility for the blast.",
    "The storm claimed twenty lives.",
    "The bridge is as long as three football fields.",
    "He provided aid to the village.",
    "The city is subject to attacks every night.",
    "The fine must be paid whether or not the firm appeals.",
    "The runner did not clear the hurdle.",
    "The house passed a vote of no confidence.",
    "She did not commit the murder.",
    "He was sworn in on Monday.",
    "It is not only certain but proven.",
    "The Tomb of the Unknown Soldier was reopened.",
    "The two men are at odds over the budget.",
    "They were at odds, and the score was even.",
    "Hopes of a deal are high.",
    "They won a coin toss.",
    "He got a second chance.",
    "The team won the coin toss.",
    "The firm is a 50-50 joint venture.",
    "The two armies are equal in size.",
    "Exactly 60 percent of voters backed him.",
    "Who of the clerks — the old ones — would have left?",
    "The doors fail to comply with certain federal rules.",
    "They do not sell to certain buyers.",
    "The van was tested on a track to the north.",
    "They built on track to Rome.",
    "He is the sometime head of the bar.",
    "It was a street in which people could turn left or right.",
    "The ministry set up tents where families could collect water.",
    "The nurses worked so fast that they could leave at nine.",
    "Drivers are liable to a fine.",
    "The islands look like a pair of sleeping dogs from the deck of the ferry.",
    "Concerned parents met in the hall.",
    "Some 20th-century plays were read.",
    "The bakery will close on 31 October.",
    "They filed a claim for the dye that it lost in the river.",
    "The lawyer told a federal judge that her client signed the form.",
    "The sign at the gate says that dogs are welcome.",
    "The inspectors answered the questions that remained.",
    "Parents who tend to 4,000 sheep sleep less.",
    "He praised its potential to regulators.",
    "The firm that runs the lake suggested a visit in June.",
    "Residents are urged to call police if they see the man.",
    "She predicted the storm that flooded the town.",
    "He projected two films onto the wall.",
    "The firm's projects cost 40 million dollars.",
    "She sold the piano so that her son could go to school.",
    "The firm paid in cash so the mine could open.",
    "She worked so that her children might live.",
    "The clinic closed before the last patients could be treated.",
    "He was the only guard who could climb the wall.",
    "The bishop could have been a banker, but he chose the church.",
    "As one might expect, the hall was full.",
]


def test_what_may_follow_is_no_purpose() -> None:
    assert types("It leaks, so the wall could fall.") == {"possibility"}
    assert types("They warned before the vote that the wall could fall.") == {"possibility"}


@pytest.mark.parametrize("text", GUARDED)
def test_guard_leaves_look_alike_alone(text: str) -> None:
    assert not hedged(marks(tokens(text)), approximators=True), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The will to fight is gone.",
        "Will you help me?",
        "Will they ever learn, she asked.",
        "He said so, according to the police.",
        "He said it is over.",
    ],
)
def test_plain_words_are_no_marks(text: str) -> None:
    assert found(text) == []


def test_a_doubt_under_if_is_the_condition_alone() -> None:
    found_types = types("If unresolved, the dispute will cost jobs.")
    assert "conditional" in found_types and "negated_confidence" not in found_types


def test_governed_words_are_not_also_raised() -> None:
    assert "commitment" not in types(
        "I wouldn't say with confidence that we're going to get to a settlement."
    )
    assert "commitment" not in types("It is unclear whether they will guarantee the border or promise aid.")
    assert "commitment" not in types("If they promise aid, he leaves.")
    assert "commitment" in types("They cannot guarantee peace, but promised to keep talking.")


def test_longest_match_wins() -> None:
    assert found("It is very unlikely.") == [("probability", "very unlikely")]
    assert found("It is more likely than not.") == [("probability", "more likely than not")]


def test_headline_may_is_a_modal_and_the_month_is_not() -> None:
    assert types("Talks May Resume In Geneva") == {"possibility"}
    assert found("Talks Held In May In Geneva") == []


def test_seed_article() -> None:
    text = SEED.read_text(encoding="utf-8")
    got = Counter()
    for sentence in sentences(text):
        got.update((mark.type, text[mark.start : mark.end]) for mark in marks(sentence.tokens))
    assert got[("possibility", "could")] == 4
    assert got[("possibility", "potential")] == 2
    for words in ("cannot yet guarantee", "wouldn't say with confidence", "remains uncertain", "whether"):
        assert got[("negated_confidence", words)] == 1
    assert got[("probability", "roughly equal")] == 1
    assert got[("own_view", "in his assessment")] == 1
    assert got[("attribution", "claimed")] == 1
    assert sum(count for (kind, _), count in got.items() if kind == "probability") == 1
    assert not [words for kind, words in got if kind == "booster" or words == "about"]


@pytest.mark.parametrize(
    ("name", "pairs", "right"),
    [
        ("certainty_pairs", 30, 30),
        ("certainty_pairs_worked", 200, 199),
        ("certainty_pairs_worked2", 122, 114),
        ("certainty_pairs_unseen", 60, 48),
    ],
)
def test_of_the_pairs_both_are_right(name: str, pairs: int, right: int) -> None:
    rows = gold_rows(DATA / f"{name}.jsonl")
    figures, _ = evaluate.certainty(rows, approximators=True)
    assert figures["pairs"]["both right"]["pairs"] == pairs
    assert figures["pairs"]["both right"]["right"] >= right


def test_news_sentences_are_told_apart() -> None:
    figures, _ = evaluate.certainty(gold_rows(DATA / "certainty_news_worked.jsonl"))
    assert figures["sentences"]["hedged"]["F1"] >= 95


def test_hedged_counts_a_blur_only_when_asked() -> None:
    blurred = marks(tokens("About 300 people came."))
    assert not hedged(blurred)
    assert hedged(blurred, approximators=True)
    assert not hedged(marks(tokens("There is no doubt.")), approximators=True)
    assert not hedged([])


def test_every_kind_has_a_weight_and_every_type_a_direction() -> None:
    weighed = data_path("parameters", "certainty_weights.csv").read_text(encoding="utf-8")
    for text, *_ in COMPOSED:
        for mark in marks(tokens(text)):
            assert f"\n{mark.kind},{mark.type}," in weighed
            assert mark.direction == DIRECTIONS[mark.type]
            assert mark.rule


def test_the_shape_of_a_word_gives_classes() -> None:
    assert "doubt" in classes_of("inconclusive")
    assert "doubt" not in classes_of("insure")
    assert {"negator", "could"} <= classes_of("couldn't")


def _sound(text: str, got: list[Mark]) -> None:
    end = 0
    for mark in got:
        assert end <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end].strip() == text[mark.start : mark.end]
        end = mark.end


VOCABULARY = (
    "not no nobody cannot hardly sure certain doubt guarantee promise say tell whether if may could chance 60 percent "
    "likely very more than equal odds in one five about some claim believe that he the a to , ; “ ” . ? of is be "
    "rule out short stopped too early roughly as far know must have should Had Should provided May wouldn't"
)
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=100)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120))
def test_marks_are_sound_on_any_text(text: str) -> None:
    _sound(text, marks(tokens(text)))
    for sentence in sentences(text) if text.strip() else []:
        _sound(text, marks(sentence.tokens))


@pytest.mark.parametrize(
    "unit",
    units([
        "not ",
        "very ",
        "no ",
        "could ",
        "whether ",
        "if , ",
        "provided , ",
        "chance ",
        "even ",
        "unclear very ",
        "nobody , ",
        "the odds of ",
        "may see ",
        "1 in ",
        "roughly ",
    ]),
)
def test_time_is_linear_in_a_flood(unit: str) -> None:
    assert growth(tokens, marks, unit) < ALLOWED


@pytest.mark.parametrize(
    "text",
    [
        "Asked if Fenwick would keep the armband, she laughed.",
        "Asked by reporters whether the talks might fail, the mayor shrugged.",
        "She was asked if the bridge will be safe and nodded.",
        "“I can’t believe it,” she said.",
        "He could not believe his luck.",
        "The data are promising.",
        "He could be charming, but he was a bully.",
        "She could also be very blunt.",
        "There were complaints about 12 of the buses.",
        "He said no decision had been taken.",
        "She brushed off the rumours.",
        "It was difficult, if not impossible.",
        "I’d say one in three pupils came.",
        "They won 3-1.",
    ],
)
def test_a_question_in_a_reporting_clause_surprise_and_other_look_alikes_are_no_marks(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He did not say whether they left.", [("negated_confidence", "whether")]),
        ("No decision yet on a sale.", [("negated_confidence", "No decision")]),
        ("Residents were asked to leave if the river rises.", [("conditional", "if")]),
        ("I don't believe that he left.", [("own_view", "believe")]),
        ("The party is promising tax cuts.", [("commitment", "promising")]),
        ("The dam could be unsafe.", [("possibility", "could")]),
        ("There could be no doubt.", [("booster", "no doubt")]),
        ("There could be little doubt.", [("booster", "little doubt")]),
        ("They started as 5,000-1 outsiders.", [("probability", "5,000-1")]),
        ("“I’d say fifty-fifty,” she said.", [("probability", "fifty-fifty")]),
        ("There is a risk that the dam will fail.", [("possibility", "risk")]),
        ("It is possible that the dam will fail.", [("possibility", "possible")]),
        ("He raised doubts about two of the certificates.", [("negated_confidence", "doubts")]),
        ("She spoke for about 300 minutes.", [("approximator", "about")]),
        ("A deal is possible, if not probable.", [("possibility", "possible")]),
        ("I'd say one in three.", [("probability", "one in three")]),
        ("They are 100-1 outsiders.", [("probability", "100-1")]),
        ("The 20-1 shot won the race.", [("probability", "20-1 shot")]),
        ("It is inconceivable that he knew.", [("booster", "inconceivable")]),
        ("It is not impossible that he knew.", [("possibility", "not impossible")]),
        ("It would not be impossible for them.", [("possibility", "not be impossible")]),
        ("We assess with high confidence that it fell.", [("booster", "with high confidence")]),
        ("We assess with moderate confidence that it fell.", [("own_view", "with moderate confidence")]),
        ("We assess with low confidence that it fell.", [("negated_confidence", "with low confidence")]),
        ("There is a real risk that ministers quit their posts.", [("possibility", "risk")]),
        ("There is a risk that comes with the job.", []),
    ],
)
def test_what_stands_beside_the_look_alikes_keeps_its_mark(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall will fail.", [("commitment", "will")]),
        ("It won't come back.", [("commitment", "won't")]),
        ("It will likely fail.", [("probability", "likely")]),
        ("There is a 60 percent chance that it will hold.", [("probability", "60 percent chance")]),
        ("It may hold if nothing is built.", [("possibility", "may"), ("conditional", "if")]),
        ("Few, if any, came.", []),
    ],
)
def test_the_plain_future_is_told_as_certain_unless_something_governs_it(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz hopes it will hold.", [("own_view", "hopes")]),
        ("It seems that prices will rise.", [("own_view", "seems")]),
        ("Some say it will fail.", [("attribution", "Some say")]),
        ("The belief that the dam will hold is wrong.", [("own_view", "belief")]),
        ("I think he fell, and the dam will fail.", [("own_view", "think"), ("commitment", "will")]),
        ("I think it definitely leaked.", [("own_view", "think"), ("booster", "definitely")]),
        ("Mark Will said the road was shut.", []),
        ("Talks Will Resume In Norland", [("commitment", "Will")]),
    ],
)
def test_a_future_in_what_is_only_believed_does_not_raise(text, expected):
    assert found(text) == expected


# Another's claim, a person who asks, what a rule lets people do, a habit, a question: the sentence and all its marks.
SENSES = [
    ("He had no proof of it.", [("attribution", "no proof")]),
    ("The senator gave no evidence that the fund was empty.", [("attribution", "no evidence")]),
    ("We have no proof of it.", [("negated_confidence", "no proof")]),
    ("There is no proof that the dam leaks.", [("negated_confidence", "no proof")]),
    ("The council called the charges unsubstantiated.", []),
    ("They printed unsubstantiated reports.", [("attribution", "unsubstantiated")]),
    ("Her safety was not hanging in the balance.", []),
    ("Holm is raising questions about her phone.", []),
    ("The leak raises questions about the dam.", [("negated_confidence", "questions")]),
    ("The letter gives boys of every town hope that they can study.", []),
    ("The boys hope that they can study.", [("own_view", "hope")]),
    ("With this project we are telling a story.", []),
    ("Analysts project that sales fall.", [("own_view", "project")]),
    ("They had misgivings about Mrs. Holm.", []),
    ("He discussed his commitment to the poor.", []),
    ("They made a firm commitment to leave.", [("commitment", "commitment")]),
    ("She demanded that he make a pledge to leave.", []),
    ("I want to assure all of you.", [("commitment", "assure")]),
    ("We don't know what we're talking about.", []),
    ("She does not know where to turn.", []),
    ("We don't know what to expect.", [("negated_confidence", "don't know")]),
    ("She would be surprised if the board agreed.", [("own_view", "would be surprised if")]),
    ("I wouldn't be surprised if it rained.", [("possibility", "wouldn't be surprised if")]),
    ("She was surprised if he came.", []),
    ("It would be astonishing if it were there.", [("own_view", "would be astonishing if")]),
    ("It would be a shame if the hall closed.", [("conditional", "if")]),
    ("Residents could apply for a pass.", []),
    ("The fire could spread.", [("possibility", "could")]),
    ("The firm could buy its rival.", [("possibility", "could")]),
    ("He'll tell you he's fine.", []),
    ("Ask a silly question and you'll get a number.", []),
    ("She went home and she will return.", [("commitment", "will")]),
    ("Will the dam hold?", [("negated_confidence", "Will")]),
    ("Mr. Holm, will you pledge not to sell the park?", []),
    ("“Will it hold?” he asked, and it will stay.", [("negated_confidence", "Will"), ("commitment", "will")]),
    ("Might it leak?", [("possibility", "Might")]),
    ("The study has not yet been peer reviewed.", [("negated_confidence", "has not yet been peer reviewed")]),
    ("Whatever they may think of it, they pay.", []),
    ("Whoever wins may have to wait.", [("possibility", "may")]),
    ("However, the cost may rise.", [("possibility", "may")]),
    ("You may not have heard of the band.", []),
    ("You may have to queue.", [("possibility", "may")]),
    ("Some people may not vote.", [("possibility", "may")]),
    ("I could have hugged the referee.", []),
    ("We could have missed the signs.", [("possibility", "could")]),
    ("She could skate before she could walk.", []),
    ("The auditors could find no trace of it.", []),
    ("The ruling could mean no meals for 300 children.", [("possibility", "could")]),
    ("That was the best they could do.", []),
    ("We could see a lot of rain by Friday.", [("possibility", "could")]),
    ("We could see the boats.", []),
    ("It was the easiest catch possible.", []),
    ("The dispute threatens to split the party.", [("possibility", "threatens")]),
    ("Workers threatened to strike.", []),
    ("The club risks losing its licence.", [("possibility", "risks")]),
    ("He risked his life.", []),
    ("A verdict is expected next week.", [("own_view", "expected")]),
    ("That was to be expected.", []),
    ("It is feared that they drowned.", [("own_view", "feared")]),
    ("It became apparent that he lied.", []),
    ("An apparent attempt failed.", [("own_view", "apparent")]),
    ("Others are less sure.", [("negated_confidence", "less sure")]),
    ("The crew were no less sure that it fell.", [("booster", "no less sure")]),
    ("I am not 100 percent sure.", [("negated_confidence", "not 100 percent sure")]),
    ("I am 100 percent sure.", [("probability", "100 percent sure")]),
    ("Officials could not say who paid.", [("negated_confidence", "could not say")]),
    ("The firm would not say why it closed.", [("negated_confidence", "would not say")]),
    ("She would not say please.", []),
    ("Police are trying to establish who fired.", [("negated_confidence", "trying to establish")]),
    ("They are trying to establish a school.", []),
    ("Nobody could have foreseen the storm.", []),
    ("He left the gate open, assuming that they would follow.", [("own_view", "assuming")]),
    ("It would close, assuming that he left.", [("conditional", "assuming")]),
    ("Holm could have lived had the ambulance come sooner.", [("possibility", "could"), ("conditional", "had")]),
    ("The likely voter sample was small.", []),
    ("There is not a shred of doubt that he ran.", [("booster", "not a shred of doubt")]),
    ("It is too early to say goodbye.", []),
    ("I think in many ways it is a loss.", [("own_view", "think")]),
    ("Clearly, they lost.", [("booster", "Clearly")]),
    ("The grant lapses should the school shrink.", [("conditional", "should")]),
    ("Nor should they worry.", []),
    ("The footage was unclear.", []),
    ("It is unclear from the footage who fired.", [("negated_confidence", "unclear")]),
    ("The risk is that it fails.", [("possibility", "risk")]),
]


@pytest.mark.parametrize(("text", "expected"), SENSES, ids=[text for text, _ in SENSES])
def test_a_mark_is_one_by_its_sense(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The band played songs from its album “Maybe Tomorrow” on Friday.", []),
        ("Her novel Perhaps the Sea won the prize in 2011.", []),
        ("The film, Possibly Maybe, opens on Friday.", []),
        ("The play Almost Certainly Blue runs until May.", []),
        ("“Perhaps,” she said.", ["Perhaps"]),
        ("She said: “Maybe Velia will join.”", ["Maybe"]),
        ("“Maybe Holm will go,” he said.", ["Maybe"]),
        ("He replied: Maybe it rained.", ["Maybe"]),
        ("It was, I think, late.", ["think"]),
        ("Ministers May Resign Over Tax Plan", ["May"]),
        ("PERHAPS IT RAINED A gauge was found", ["PERHAPS"]),
        # a word that is only mentioned, or a title of one word; a quoted word that is used keeps its mark
        ("The word “maybe” stood there 31 times.", []),
        ("The sculptor called the piece “Perhaps” and left.", []),
        ("The exhibition “Perhaps” runs until June.", []),
        ("He called a deal “likely” on Monday.", ["likely"]),
        ("A deal is “unlikely” this year.", ["unlikely"]),
        ("The report “could” be read twice.", ["could"]),
        # probability as a subject of study
        ("She teaches probability to nurses.", []),
        ("A course in probability and statistics was held.", []),
        ("The probability of frost falls with every degree.", ["probability"]),
        # a reason to think it is denied
        ("The firm sees no reason to think the deal is dead.", []),
        ("The firm sees a reason to think the deal is dead.", ["think"]),
        # a share of a group, compared with another one
        ("Women in the survey were more likely than men to walk to work.", []),
        ("Pupils from rural schools are less likely to swim than others.", []),
        ("Polls show that rural voters are more likely than others to stay away.", []),
        ("A strike by drivers is more likely than a deal.", ["more likely"]),
        ("She is more likely to win than Holm.", ["more likely"]),
    ],
)
def test_a_word_of_a_name_or_title_is_no_mark(text: str, found: list[str]) -> None:
    assert [text[mark.start : mark.end] for mark in marks(tokens(text)) if mark.direction != "raises"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Perhaps 300 people came.", [("Perhaps", "possibility")]),
        ("She is maybe 80 percent fit.", [("maybe", "possibility")]),
        ("The forecast carried a high degree of uncertainty.", [("uncertainty", "negated_confidence")]),
        ("The estimate comes with great uncertainty.", [("uncertainty", "negated_confidence")]),
        ("It was a time of great uncertainty.", []),
        ("I cannot tell you who fired on the school.", [("cannot tell", "negated_confidence")]),
        ("I can't tell you why it failed.", [("can't tell", "negated_confidence")]),
        ("I cannot tell you how grateful I am.", []),
        ("I can't tell you what it means to me.", []),
        ("The player will not discuss the vote.", []),
        ("The clerk won't say who paid.", []),
        ("The play will not say it.", [("will", "commitment")]),
        ("The clerk will not leave.", [("will", "commitment")]),
        ("The clerk will not speak at the fair.", [("will", "commitment")]),
        ("Another asked if the bus would be late.", [("if", "negated_confidence")]),
        ("I'm nearly one myself.", []),
        ("They are nearly one of us.", []),
        ("Nearly one in five left.", [("Nearly", "approximator")]),
        ("It is nearly one metre deep.", [("nearly", "approximator")]),
        ("If that's not serious I don't know what is.", []),
        ("If this is not a crisis, I do not know what is.", []),
        ("I don't know what is in the box.", [("don't know", "negated_confidence")]),
        ("He never went into the room to clear his peg.", []),
        ("Nobody is clear about it.", [("Nobody is clear", "negated_confidence")]),
        ("He thinks I don't know that he left.", [("thinks", "own_view")]),
        ("I think I don't know that it works.", [("think", "own_view"), ("don't know", "negated_confidence")]),
        ("The lane could cope.", []),
        ("The lane could flood.", [("could", "possibility")]),
        ("The odds, she said, were one in five.", [("one in five", "probability")]),
        ("The chances, as ever, are 20 percent.", [("20 percent", "probability")]),
        ("The club had chances, and two in three were missed.", []),
        # whether a state or a claim is uncertain
        ("The silence causes considerable uncertainty for tenants.", []),
        ("The silence creates uncertainty over the rent.", [("uncertainty", "negated_confidence")]),
        # titles
        ("Her second novel, “If the River Rises”, sold well.", []),
        ("He said, “If the river rises, we leave.”", [("If", "conditional")]),
        ("It is a painting called “Doubt”.", []),
        ("He called the number “doubtful”.", [("doubtful", "negated_confidence")]),
        # aloft, or open
        ("Two small planes were up in the air for an hour.", []),
        ("Two small plans were up in the air for a year.", [("up in the air", "negated_confidence")]),
        # what a person takes on, or supposes
        ("The plan assumes oil at 70 dollars.", [("assumes", "own_view")]),
        ("The plan assumes growth of 3 percent a year.", [("assumes", "own_view")]),
        ("The owner assumes debts of 70 million dollars and keeps all workers.", []),
        ("The fund assumes control of 40 percent of the shares.", []),
        ("The bank forecasts growth of 2 percent.", [("forecasts", "own_view")]),
        ("The agency projects sales of 4 million lamps.", [("projects", "own_view")]),
        ("The bank forecasts of last year were read out.", []),
        ("The union predicted a long strike.", [("predicted", "own_view")]),
        ("The union predicted the strike of last year.", []),
        ("The gene predicts a protein of 968 acids.", []),
        # rumours that are denied
        ("The rumour was false.", []),
        ("The firm called the rumours untrue.", []),
        ("The rumour spread on Friday.", [("rumour", "attribution")]),
        ("The report was reportedly false.", [("reportedly", "attribution")]),
        # what nobody can fix, and what somebody has fixed or wants
        ("The mayor is set to lose her seat.", [("set to", "possibility")]),
        ("The bridge is set to open on Monday.", []),
        ("The trial is due to begin, and the firm plans to appeal.", []),
        ("The firm hopes to build two plants.", []),
        ("The firm hopes that two plants are built.", [("hopes", "own_view")]),
        # excluded: what may be, or who
        ("A landslide cannot be excluded, geologists told the mayors.", [("cannot be excluded", "negated_confidence")]),
        ("The presence of guards cannot be excluded.", [("cannot be excluded", "negated_confidence")]),
        ("Women cannot be excluded, the court told the mayors.", []),
        # a chance in a match, a favourite, a heading adverb
        ("The visitors' best chance fell to the left back.", []),
        ("The best chance of rain is on Monday.", [("best chance", "probability")]),
        ("In the most unlikely alliance of the year a priest rowed.", []),
        ("Probably, the dam will fall.", [("Probably", "probability")]),
        ("It takes an hour or so.", [("or so", "approximator")]),
        ("It took so much sand or so little.", []),
        ("Believed to be lost, the letter was in a drawer.", [("Believed", "own_view")]),
        ("Asked to leave, the guard wept.", []),
        ("Snow is expected above 800 metres.", [("expected", "own_view")]),
        ("On the balance of probabilities the guard knew.", [("On the balance of probabilities", "probability")]),
        ("It remains to be seen if it holds.", [(word, "negated_confidence") for word in ("remains to be seen", "if")]),
        ("The alleged false report was burned.", [("alleged", "attribution")]),
    ],
)
def test_a_mark_of_everyday_words_and_what_only_looks_like_it(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[mark.start : mark.end], mark.type) for mark in marks(tokens(text))] == found
