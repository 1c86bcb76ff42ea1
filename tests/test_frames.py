"""Who the subject of a reporting verb is where much stands between them, and which words of the sentence are said. All
texts are invented."""

import pytest

from one_text import who_said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sen. Ben Holm, facing a hard vote in Velia, a port town, said it was late.", "Ben Holm"),
        ("Ben Holm, speaking in Velia, Norland, said it was late.", "Ben Holm"),
        ("Ida Holm, elected in May in Velia, a port town, said it was late.", "Ida Holm"),
        ("The firm, based near Velia, said it was late.", "the firm"),
        ("Ana Ruiz, waiting with her crew at Halden Pier, said it was late.", "Ana Ruiz"),
        # What is set off with a participle, then a predicate without saying
        ("Ben Holm, shielded by the board, has stayed on and has said that it was late.", "Ben Holm"),
        ("The bank, hit by losses, cut 200 jobs and said it was late.", "the bank"),
        ("Ana Ruiz, elected in May, has travelled to Velia and has warned that it was late.", "Ana Ruiz"),
        # A relative clause behind the text or the talk in which it is said
        ("In an interview that was broadcast on Monday the minister said it was late.", "the minister"),
        ("In an interview that was published on Monday Ana Ruiz said it was late.", "Ana Ruiz"),
        ("In a letter that was sent to the board in May the union said it was late.", "the union"),
        ("In a report that was published in June the agency warned that it was late.", "the agency"),
        ("The men who met on Monday said it was late.", "the men"),
        ("Local media reported it was late.", "local media"),
        # Look-alikes: the name before the apposition speaks
        ("On Monday, Ruiz, the mayor, said it was late.", "Ruiz"),
        ("As it rained in Velia, Holm, the mayor, said it was late.", "Holm"),
        ("Working with Ben Holm, the mayor, Ana Ruiz said it was late.", "Ana Ruiz"),
        ("In Velia, the mayor, Ana Ruiz, said it was late.", "Ana Ruiz"),
        ("Asked about the pier, Ana Ruiz, the mayor, said it was late.", "Ana Ruiz"),
        # A verb that is no noun
        ("But some who advocate cheap fares argue that it was late.", "some"),
        ("Two of the clerks who report late insist that it was late.", "two of the clerks"),
    ],
)
def test_far_subjects(text, speaker):
    assert [who for who, _ in who_said(text)] == [speaker]


@pytest.mark.parametrize(
    ("aside", "inner"),
    [
        ("advised by doctors to rest", ("doctors", "to rest")),
        ("asked by reporters whether it leaked", ("reporters", "whether it leaked")),
    ],
)
def test_who_is_told_something_in_an_aside_says_what_follows(aside, inner):
    assert who_said(f"The king, {aside}, left and said that he was well.") == [inner, ("the king", "he was well.")]


@pytest.mark.parametrize("told", ["was asked", "was told on Monday", "has been warned"])
def test_who_is_told_something_before_a_colon_does_not_say_it(told):
    assert who_said(f"Ana Ruiz {told}: “It leaks.”") == [("(unattributed)", "“It leaks.”")]
    assert who_said("Ana Ruiz was asked by Ben Holm: “It leaks.”") == [("Ben Holm", "“It leaks.”")]
    assert who_said("Ana Ruiz was clear: “It leaks.”") == [("Ana Ruiz", "“It leaks.”")]


@pytest.mark.parametrize("aside", ["media would say that it leaked", "the board would ask whether it leaked"])
def test_what_somebody_would_say_is_not_said_inside_what_another_says(aside):
    assert who_said(f"Ana Ruiz said {aside}.") == [("Ana Ruiz", f"{aside}.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A name behind a role that speaks is no content
        ("It was late, said a former head of Velia's Port Office, Ben Holm, who also ran the pier.",
         [("Ben Holm", "It was late")]),
        ("It was late, said the mayor, Ana Ruiz, and the town slept.", [("Ana Ruiz", "It was late")]),
        ("“It is late,” said Sen. Robert Holm Jr. (D-Velia), a clerk.", [("Robert Holm Jr.", "“It is late,”")]),
        # No name has a relative clause without a comma
        ("Ana Ruiz said on Monday that some in Port Halden, Norland who were waiting complained when it rained.",
         [("Ana Ruiz", "some in Port Halden, Norland who were waiting complained when it rained.")]),
        # A number opens what is said
        ("Almost 650 18-foot boats have left since 2016, the group says.",
         [("the group", "Almost 650 18-foot boats have left since 2016")]),
        ("Nearly half of the crews have left, the group says.",
         [("the group", "Nearly half of the crews have left")]),
        # What goes on behind the reporting clause
        ("The town has a duty, Ana Ruiz said, to protect its people.",
         [("Ana Ruiz", "The town has a duty / to protect its people.")]),
        ("The firm laid a cable, Ana Ruiz said, to “make sure anyone” can see it.",
         [("Ana Ruiz", "The firm laid a cable / to “make sure anyone” can see it.")]),
        ("It was time, Ana Ruiz said, for the crews to leave.",
         [("Ana Ruiz", "It was time / for the crews to leave.")]),
        ("It was time, Ana Ruiz said, to laughter from the crew.", [("Ana Ruiz", "It was time")]),
        ("It was time, Ana Ruiz said, for the second year in a row.", [("Ana Ruiz", "It was time")]),
        ("It has a duty, Ana Ruiz said, to “boos” from the crew.", [("Ana Ruiz", "It has a duty")]),
        # A second verb of the same subject
        ("Ana Ruiz paused, then revealed why the pier was shut.", [("Ana Ruiz", "why the pier was shut.")]),
        ("Ana Ruiz left the hall, praising the crews but saying that it leaked.", [("Ana Ruiz", "it leaked.")]),
        ("Ana Ruiz left the hall, admitting that it was late but warning that it would leak.",
         [("Ana Ruiz", "it was late"), ("Ana Ruiz", "it would leak.")]),
        ("Ben Holm, then mayor, said it leaked.", [("Ben Holm", "it leaked.")]),
        ("The crews left, and Ben Holm, then said to be ill, stayed.", []),
        ("The crews slept, and the dogs went on barking and saying nothing.", []),
    ],
)  # fmt: skip
def test_what_is_said(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A relative clause between the subject and its verb keeps what it reports
        ("Ben Holm, who had said the pier was safe, said on Monday that it leaked.",
         [("Ben Holm", "the pier was safe"), ("Ben Holm", "it leaked.")]),
        ("Ben Holm - who once said he would “buy the pier” - said in Velia that it leaked.",
         [("Ben Holm", "he would “buy the pier”"), ("Ben Holm", "it leaked.")]),
        ("Ana Ruiz, who said it leaked, and Ben Holm said that the pier would close.",
         [("Ana Ruiz", "it leaked"), ("Ben Holm", "the pier would close.")]),
        # The clause that a gerund is in has its subject
        ("Ana Ruiz met a clerk who left the hall after saying that it leaked.", [("a clerk", "it leaked.")]),
        ("It was a reply to the clerk who closed the hall by declaring that it leaked.", [("the clerk", "it leaked.")]),
        ("Ana Ruiz, who runs the pier, settled it by saying that it leaked.", [("Ana Ruiz", "it leaked.")]),
        # Who issues a text speaks in it; who reads it does not
        ("Ana Ruiz filed a lawsuit in 2013 alleging that it leaked.", [("Ana Ruiz", "it leaked.")]),
        ("Ana Ruiz filed a lawsuit against the firm on Monday alleging that it leaked.", [("Ana Ruiz", "it leaked.")]),
        ("The board sent a letter to the mayor warning that it leaked.", [("the board", "it leaked.")]),
        ("The board issued a statement that said it leaked.", [("the board", "it leaked.")]),
        ("The firm posted a message that read, “It leaks.”", [("a message", "“It leaks.”")]),
        ("Ana Ruiz received a letter saying that it leaked.", [("a letter", "it leaked.")]),
        ("Ana Ruiz read a letter from the mayor saying that it leaked.", [("a letter from the mayor", "it leaked.")]),
        ("The film was replaced by a message that said, “It is gone.”", [("a message", "“It is gone.”")]),
        ("Ana Ruiz obtained a report to the board warning that it leaked.", [("a report", "it leaked.")]),
        # Two speakers with a quotation each
        ("When a man shouted, “Go,” Ben Holm joked, “Amen!”", [("a man", "“Go,”"), ("Ben Holm", "“Amen!”")]),
        ("After the judge said, “Stand up,” Ana Ruiz replied, “I cannot.”",
         [("the judge", "“Stand up,”"), ("Ana Ruiz", "“I cannot.”")]),
        ("When a man shouted “Go!” the crews left.", [("a man", "“Go!”")]),
        ("When asked about “Going Far,” Ana Ruiz said, “I cannot.”", [("Ana Ruiz", "“I cannot.”")]),
        # Asked to do something
        ("Ana Ruiz asked Ben Holm, who is fourth in the count, to close the pier.",
         [("Ana Ruiz", "Ben Holm, who is fourth in the count, to close the pier.")]),
        ("Ana Ruiz told Ben Holm, who was late, that it leaked.", [("Ana Ruiz", "it leaked.")]),
        # What somebody is led to say is said
        ("Ana Ruiz was forced to admit that it leaked.", [("Ana Ruiz", "it leaked.")]),
        ("The board is right to note, however, that it leaks.", [("the board", "it leaks.")]),
        ("Ana Ruiz was asked to say that it leaked.", []),
        ("Ana Ruiz was not forced to admit that it leaked.", []),
        ("Alongside calls for a review, even a clerk said it leaked.", [("a clerk", "it leaked.")]),
    ],
)  # fmt: skip
def test_who_speaks_in_which_clause(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sale came amid reports in the Halden Post that the pier leaks.", [("Halden Post", "the pier leaks.")]),
        ("The sale came after a report by the Halden Post that the pier leaks.", [("Halden Post", "the pier leaks.")]),
        ("The mayor's calls for the board to close the pier failed.", [("the mayor", "the board to close the pier")]),
        ("The mayor's call to close the pier failed.", [("the mayor", "to close the pier")]),
        ("The clerks heard Ana Ruiz's plea to keep the pier open.", [("Ana Ruiz", "to keep the pier open.")]),
        # A topic, a time, a person asked, nobody's
        ("The mayor's calls for a new pier failed.", []),
        ("The sale came amid reports in May that the pier leaks.", []),
        ("The mayor's appeal to voters failed.", []),
        ("Amid calls for Ben Holm to resign, the board met.", []),
        ("The mayor's call for help to the town came late.", []),
        # A dash before a quotation ends the writer's words; a judgement ends before a clause of its own
        ("The town rejects the claim - “It is old,” one clerk declared.", [("one clerk", "“It is old,”")]),
        ("Ana Ruiz called Ben Holm the “ultimate cynic,” linking to a story on the pier.",
         [("Ana Ruiz", "Ben Holm the “ultimate cynic,”")]),
        ("Ana Ruiz called it “unfair,” and her staff has made an effort to stop it.", [("Ana Ruiz", "it “unfair,”")]),
        ("Ana Ruiz called him a “nice guy” and a “fox” on Monday.", [("Ana Ruiz", "him a “nice guy” and a “fox”")]),
        ("Ana Ruiz called it “old,” “weak” and “unfair.”", [("Ana Ruiz", "it “old,” “weak” and “unfair.”")]),
        # A subject with words between commas has its verb behind them
        ("Ana Ruiz met a clerk, who said that Ben Holm, under fire for the leak, would stay.",
         [("a clerk", "Ben Holm, under fire for the leak, would stay.")]),
    ],
)  # fmt: skip
def test_nouns_and_ends(text, expected):
    assert who_said(text) == expected
