"""Who is "he", "Ruiz", "the mayor"? The one whom the text means, and nobody where it fits two or none."""

import pytest

from one_text import attributed
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER

UNKNOWN = (UNATTRIBUTED, "")


def last_speaker(text):
    """The speaker of the last statement, with how the text names them."""
    _, attribution = attributed(text)
    row = [row for row in attribution.rows if row.speaker != WRITER][-1]
    return row.speaker, row.basis


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # two bear it
        (
            "Dan Orme, who played here, died on Friday.\n\n“He was kind,” his brother, Rob Orme, wrote.\n\n"
            "“I had no idea,” Orme said at the time.",
            UNKNOWN,
        ),
        ("Dan Holm, 40, is a baker. His wife, Laura Holm, is a nurse.\n\n“I never saw the car,” Holm said.", UNKNOWN),
        # one was called by it before the other came
        (
            "Robert Orme runs for mayor. Orme wants a new quay. The governor met Ethel Orme in 1999.\n\n"
            "Orme said it rained.",
            ("Robert Orme", "surname"),
        ),
        # one has spoken, the other was named long before
        (
            "Gary Orme left." + " It rained." * 15 + " Jan Orme says it is late. Orme told us it rained.",
            ("Jan Orme", "surname"),
        ),
        # what is said of "her" shows who is called by it
        ("Ana Ruiz met Ben Ruiz. Ruiz left with her aunt. Ruiz said it rained.", ("Ana Ruiz", "surname")),
        ("Ana Ruiz met Ben Ruiz. Ruiz said it hurt her leg.", ("Ana Ruiz", "surname")),
        ("Ana Ruiz met Ben Ruiz. Ruiz told himself to wait. Ruiz said it rained.", ("Ben Ruiz", "surname")),
        ("Ana Ruiz met Ben Ruiz. Ruiz left with her aunt. Ruiz met his son. Ruiz said it rained.", UNKNOWN),
        ("Ana Ruiz met Ida Ruiz. Ruiz left with her aunt. Ruiz said it rained.", UNKNOWN),
        ("Ana Ruiz met Mayor Qel Ruiz. Ruiz left with her aunt. Ruiz said it rained.", UNKNOWN),
        ("Ana Ruiz met Ben Ruiz. Ruiz saw Ida Holm and her aunt. Ruiz said it rained.", UNKNOWN),
        # the one who was named first goes on, where no other has come since
        ("President Ben Holm left for his wife, Ida Holm. The president said it was late. “No,” Holm said.",
         ("Ben Holm", "surname")),
        ("Ben Holm said it was late. His wife, Ida Holm, left. “No,” Holm said.", UNKNOWN),
        ("President Ben Holm met Ida Holm. Ida Holm said it was late. The president said it was wet. “No,” Holm said.",
         UNKNOWN),
        # a title or a form of address decides
        ("Mayor Ana Ruiz left. Ben Ruiz stayed. Mayor Ruiz said it rained.", ("Ana Ruiz", "surname")),
        ("Ana Ruiz left. Ben Ruiz stayed. Mr Ruiz said it rained.", ("Ben Ruiz", "surname")),
        ("Chloe Holm left. Mr Holm said it rained.", ("Holm", "name")),
        ("Mr. Holm left. Chloe Holm stayed. Then Holm said it rained.", ("Holm", "name")),
        # a surname with the mother's behind it
        ("Melba Ruiz Febo left. Ms. Ruiz said it rained.", ("Melba Ruiz Febo", "surname")),
        ("The Ana Ruiz Show was late. Ruiz said it rained.", ("Ruiz", "name")),
        ("Melba Ruiz Febo met Ida Ruiz. Ruiz said it rained.", ("Ida Ruiz", "surname")),
        # one person whose name is given in two ways, and what is no person's name
        ("Ana Ruiz met Ana M. Ruiz's friends. Ruiz said it rained.", ("Ana Ruiz", "surname")),
        ("Ana Ruiz left. Neither Ruiz slept. The Ruiz Bridge fell. Ruiz said it rained.", ("Ana Ruiz", "surname")),
        # whom "she" met, where "he" can be nobody else of the sentence
        ("Ida Holm left. In 1955 she met Ben Orme; he told her it was late.", ("Ben Orme", "pronoun")),
        ("Ida Holm left. She praised Ben Orme, but he said it was late.", ("Ben Orme", "pronoun")),
        ("Ida Holm left. She met Ana Orme, and she said it was late.", ("Ida Holm", "pronoun")),
        ("Ben Holm left. He praised Tom Orme, but he said it was late.", ("Ben Holm", "pronoun")),
        # a grandson is no "she"
        ("Ida Holm left. Her grandson shouted that it rained. She said it was late.", ("Ida Holm", "pronoun")),
    ],
)
def test_whose_surname_it_is(text, found):
    assert last_speaker(text) == found


def test_inside_speech_they_are_whom_the_speaker_has_in_mind():
    _, attribution = attributed("The loggers said it was late. “They said no to all that we asked for,” Ana Ruiz said.")
    assert [row.speaker for row in attribution.rows if row.speaker != WRITER] == ["the loggers", "Ana Ruiz"]


def test_a_surname_of_two_is_kept_as_the_text_has_it():
    text = "Ana Ruiz met Ben Ruiz. “No,” Ruiz said."
    _, attribution = attributed(text)
    row = next(row for row in attribution.rows if row.speaker != WRITER)
    assert (row.speaker, text[slice(*row.speaker_span)]) == (UNATTRIBUTED, "Ruiz")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the one who was asked answers
        ("Judge Peter Orme asked Tom Reyes if it was true.\n\n“Yes,” he said.", ("Tom Reyes", "pronoun")),
        ("“Who pays?” Ana Ruiz asked Ida Holm. “Nobody,” she said.", ("Ida Holm", "pronoun")),
        ("Ana Ruiz asked her if it rained. “No,” she said.", UNKNOWN),
        # the subject of its own sentence, but not whom the content names
        (
            "“It is over,” Paul Orme said. Ambassador Ben Holm welcomed the plan “to open the roads”, he said later.",
            ("Ben Holm", "pronoun"),
        ),
        ("“No,” Ben Holm said. Jan Orme had come back, he said.", ("Ben Holm", "pronoun")),
        ("“No,” Ben Holm said. Speaking about Jan Orme's plan, he said it was late.", ("Ben Holm", "pronoun")),
        # number: "he" is no group, "they" is no person
        ("The loggers told police it was late. He said it rained.", UNKNOWN),
        ("The loggers told Ana Ruiz it was late. They said it rained.", ("the loggers", "pronoun")),
        ("Ana Ruiz said it was late. They said it rained.", UNKNOWN),
        # gender, of somebody named by the surname, too
        (
            "“A play,” Karim Wasel said. Ida Holm wrote it. But in the play, Holm wants it back. “Mine,” she says.",
            ("Ida Holm", "pronoun"),
        ),
        # no thing is a person
        (
            "Ida Holm opens her show, The Long Harbour. The Long Harbour made Holm's town proud. “Mine,” she says.",
            ("Ida Holm", "pronoun"),
        ),
        ("“No,” Ben Holm said. A boat sank in South Halden in June. “Yes,” he said.", ("Ben Holm", "pronoun")),
        # after somebody in doubt nobody older
        ("Ida Ruiz met Ana Ruiz. Lena Holm said it was wet. Ruiz said it was late. She said it rained.", UNKNOWN),
        # but one of the two, where it fits only one
        ("Ida Ruiz met Ben Ruiz. Jan Holm said it was wet. Ruiz said it was late. She said it rained.",
         ("Ida Ruiz", "pronoun")),
        # whoever asks may go on, where the one who was asked does not fit
        ("Ana Ruiz asked Ben Holm whether it rained. She said she had to know.", ("Ana Ruiz", "pronoun")),
        ("Ana Ruiz asked the board whether it rained. She said she had to know.", ("Ana Ruiz", "pronoun")),
        ("Ben Holm was tired. “Who will pay?” he asked. He said the road was full.", ("Ben Holm", "pronoun")),
        ("Ben Holm was tired. “Who will pay?” he asked the meeting. He said it was full.", ("Ben Holm", "pronoun")),
        ("Ben Holm came. “Who will pay?” a reporter asked. He said it was full.", ("Ben Holm", "pronoun")),
        ("“Who will pay?” a reporter asked. He said the road was full.", ("(unattributed)", "")),
        ("Ana Ruiz asked Ida Holm to leave. She said it was late.", ("Ana Ruiz", "pronoun")),
        ("Ana Ruiz paid 140 crowns and asked for a receipt. “Keep it,” she said.", ("Ana Ruiz", "pronoun")),
        # nobody speaks to themselves
        ("“It is late,” Ana Ruiz said. “It rained,” she told Ruiz.", UNKNOWN),
        ("Ana Ruiz and her aunt said it was late. “It rained,” they told Ruiz.", UNKNOWN),
        # a person who is only described, in the same sentence or with a gender
        ("“No,” Ben Holm said. A former senator was ill, but he said it was late.", ("a former senator", "pronoun")),
        ("“No,” Ida Holm said. A spokeswoman for the board came in. “Yes,” she said.",
         ("a spokeswoman for the board", "pronoun")),
        ("“No,” Ben Holm said. The senator has a boat. “Yes,” he said.", ("Ben Holm", "pronoun")),
        # a surname of two, where the pronoun fits one
        ("Ida Ruiz met Ben Ruiz. “No,” Ana Holm said. Ruiz signed a deal. “Yes,” she said.", ("Ida Ruiz", "pronoun")),
        # the one person whom the sentence before names, if it does not go on about an older one
        ("Ben Orme said it was wet. Look at Mayor Jon Abel. He said it was late.", ("Jon Abel", "pronoun")),
        ("Ben Orme said it was wet. Before the talks with Mayor Jon Abel he was ill. He said it was late.",
         ("Ben Orme", "pronoun")),
        # no place is a person, and no firm
        ("“No,” Ana Ruiz said. Bara Halden lost money in May, as did all in Bara Halden. “Yes,” she said.",
         ("Ana Ruiz", "pronoun")),
        ("“No,” Ana Ruiz said. Holm USA lost money in May. “Yes,” she said.", ("Ana Ruiz", "pronoun")),
        # those and that which are the subject of the sentence before
        ("Norland soldiers crossed the river. They said it was late.", ("Norland soldiers", "pronoun")),
        ("The Halden Bank lost money. It said it was late.", ("Halden Bank", "pronoun")),
        ("The teaching unions were cold. They said it was late.", ("the teaching unions", "pronoun")),
        ("The two quays were cold. They said it was late.", UNKNOWN),
        ("The quay was wet. It said it was late.", UNKNOWN),
        ("Ana Ruiz met Ida Holm. The two women left. They said it was late.", UNKNOWN),
        # nobody of another post of a live blog
        ("9.40am\n\nBen Holm said it was wet.\n\n10.05am\n\nThe board met. “It may close,” he said.", UNKNOWN),
        ("10:05 GMT\n\nBen Holm said it was wet.\n\n10:15 GMT\n\n“It may close,” he said.", UNKNOWN),
        ("10:05 GMT\n\nIt rained.\n\n8:15 p.m.\n\nBen Holm said it was wet.\n\nHe said it was late.",
         ("Ben Holm", "pronoun")),
        ("Ben Holm said it was wet at 9.40am.\n\nThe board met at 10.05am.\n\n“It may close,” he said.",
         ("Ben Holm", "pronoun")),
        # captions name nobody
        ("Ida Holm greets the crew. (Photo by Ben Holm/Norland Press)\n\n“It is late,” she said.", UNKNOWN),
        # whose the subject is, but not where it is somebody else
        ("Jon Abel said it was late. Ben Holm's plan was that Ida Orme would buy what he called “a ruin”.",
         ("Ben Holm", "pronoun")),
        ("Jon Abel said it was late. Ben Holm's speech met with cheers. He said it rained.", ("Ben Holm", "pronoun")),
        ("Jon Abel said it was late. Ben Holm's lawyer met Ida Orme. He said it rained.", ("Jon Abel", "pronoun")),
        ("Jon Abel said it was late. Ben Holm's son left. He said it rained.", ("Ben Holm's son", "pronoun")),
        # a source is no "it"
        ("The board said it was late. A source close to Ana Ruiz said it was wet. It said it rained.",
         ("the board", "pronoun")),
        # nobody gives the full name of "Mr Orme", who is a person all the same
        ("It rained. What Mr. Orme has seen are the charts. “They're terrifying,” he said.", ("Orme", "pronoun")),
        ("“No,” Ana Ruiz said. President Orme flew to Halden. “Yes,” he said.", ("Orme", "pronoun")),
        ("Former Halden mayor Ben Holm was late. “No,” he said.", ("Ben Holm", "pronoun")),
        # somebody whom the sentence before only names, where nobody has spoken
        ("The board met Ana Ruiz on Friday. She said it was late.", ("Ana Ruiz", "pronoun")),
    ],
)  # fmt: skip
def test_who_a_pronoun_is(text, found):
    assert last_speaker(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the sentence before is about one person
        ("Ana Ruiz, who runs a ferry, was not amused.\n\n“Nobody asked us about it.”", ("Ana Ruiz", "continued")),
        ("Ana Ruiz was not amused. She left early.\n\n“Nobody asked us about it.”", ("Ana Ruiz", "continued")),
        ("Ana Ruiz said it rained. However, she did not leave. “It can be a long day.”", ("Ana Ruiz", "continued")),
        # and another may speak of them
        ("Ana Ruiz was shot on Monday.\n\n“She was a good nurse and a friend.”", UNKNOWN),
        ("Ana Ruiz left. The quay was wet.\n\n“Nobody asked us about the tolls.”", UNKNOWN),
        ("Ana Ruiz was not amused.\n\n“Nobody asked us about the tolls.” The band played.", UNKNOWN),
        # a sentence about nobody stands between, in the same paragraph
        ("“None of us is a star,” Ana Ruiz said. But the day was long. “We have to go.”", ("Ana Ruiz", "continued")),
        ("“None of us is a star,” Ana Ruiz said. The board was late. “We have to go.”", UNKNOWN),
        ("“None of us is a star,” Ana Ruiz said. The day was long.\n\n“We have to go.”", UNKNOWN),
        # with a quotation before what another is reported to say
        ("“It is fine,” Ana Ruiz told Ben Holm after Holm said it rained. “I will stay.”", ("Ana Ruiz", "name")),
        ("Ana Ruiz called it “fine,” but Ben Holm said it was “late.” “I will go.”", ("Ben Holm", "name")),
        # who asks nobody may go on
        ("“It is late, right?” said Ana Ruiz.\n\n“We have to go.”", ("Ana Ruiz", "name")),
        ("“It is late, right?” Ana Ruiz told Ben Holm.\n\n“We have to go.”", UNKNOWN),
        # to go on is not to answer
        ("“Who pays?” Ana Ruiz asked Ben Holm.\n\n“Nobody will pay for it.”", UNKNOWN),
    ],
)
def test_whose_a_quotation_that_stands_alone_is(text, found):
    assert last_speaker(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Governor Ana Ruiz opened the road. The governor said it rained.", ("Ana Ruiz", "role")),
        ("The state governor Ana Ruiz left. The governor said it rained.", ("Ana Ruiz", "role")),
        ("Prime Minister Ana Ruiz left. The Norland foreign minister said it rained.",
         ("the Norland foreign minister", "described")),
        ("Prime Minister Ana Ruiz met Foreign Minister Ben Holm. The foreign minister said it rained.",
         ("Ben Holm", "role")),
        ("Mayor Ana Ruiz met Mayor Ben Holm. The mayor said it rained.", ("the mayor", "described")),
        ("Mayor Ana Ruiz left. The former mayor said it rained.", ("the former mayor", "described")),
        ("Orme Lines, a shipping company, lost money. The company said it rained.", ("Orme Lines", "role")),
        ("Halden Bank lost money. The bank said it rained.", ("Halden Bank", "role")),
        ("The Commission on Roads was late. The commission said it rained.", ("Commission on Roads", "role")),
        ("The Commission on Roads met the Harbour Commission. The commission said it rained.",
         ("the commission", "described")),
        ("United States Roads and Rail Services said it rained.", ("United States Roads and Rail Services", "name")),
        ("José Ruíz left. Ruiz said it rained.", ("José Ruíz", "surname")),
        ("Jose Ruiz left. Ruíz said it rained.", ("Jose Ruiz", "surname")),
        ("Halden Bank lost money. Norland Bank won. The bank said it rained.", ("the bank", "described")),
        ("President Ruiz left. The president said it rained.", ("Ruiz", "role")),
        ("President Ruiz left. President Ben Holm stayed. The president said it rained.",
         ("the president", "described")),
        ("Ana Ruiz's spokesman said it was wet. The spokesman said it rained.", ("Ana Ruiz's spokesman", "role")),
        ("Ana Ruiz's aide said it was wet. An aide said it was cold. The aide said it rained.",
         ("the aide", "described")),
        ("The governor, Ana Ruiz, left. The governor said it rained.", ("Ana Ruiz", "role")),
        ("Ana Ruiz met Ben Holm. Ruiz, the mayor of Halden, left. The mayor said it rained.", ("Ana Ruiz", "role")),
        ("Orme, the prime minister, left. The prime minister said it rained.", ("Orme", "role")),
        ("Prime Minister Ben Orme met Norland's prime minister, Ida Holm. The prime minister said it rained.",
         ("the prime minister", "described")),
        ("The driver left, Ana Ruiz stayed. The driver said it rained.", ("the driver", "described")),
        ("Orme Lines Ltd lost money. The company said it rained.", ("Orme Lines Ltd", "role")),
        ("Orme Lines Inc. lost money. Halden Bank plc won. The company said it rained.", ("the company", "described")),
        ("The Halden News was late. The newspaper said it rained.", ("Halden News", "role")),
        ("The Halden News was late. The outlet said it rained.", ("Halden News", "role")),
        ("The Halden News met the Norland Times. The outlet said it rained.", ("the outlet", "described")),
        ("The Halden News said it rained. It is not the Norland Times. The outlet said it may snow.",
         ("Halden News", "role")),
        ("Calls leaked to The Halden News. The Halden News was late. The outlet said it rained.",
         ("Halden News", "role")),
        ("The Halden Eye outlet was late. The outlet said it rained.", ("Halden Eye", "role")),
        ("A boat left in Port Halden. The Port Halden newspaper said it rained.",
         ("the Port Halden newspaper", "described")),
        ("Ben Holm, 56, won. The 56-year-old said it rained.", ("Ben Holm", "role")),
        ("Ben Holm, 34, won. “No,” said the 56-year-old.", ("the 56-year-old", "described")),
        ("Coach Ben Holm tore into his bosses. “No,” the 56-year-old said.", ("Ben Holm", "role")),
        ("Coach Ben Holm met Jon Abel. “No,” the 56-year-old said.", ("the 56-year-old", "described")),
        # a description that was fuller before
        ("A Norland trade official said it rained. The official said it was late.",
         ("a Norland trade official", "role")),
        ("A trade official said it rained. A police official said it was wet. The official said it was late.",
         ("the official", "described")),
        ("A new poll shows that it rained. The poll shows that it was late.", ("a new poll", "role")),
        # whose aide, party or plan it is
        ("Ben Holm left. Holm's wife said it was late.", ("Ben Holm's wife", "described")),
        ("Mayor Ben Holm left. Mayor Holm's office said it was late.", ("Ben Holm's office", "described")),
        ("Ben Holm left. “No,” his lawyer said.", ("Ben Holm's lawyer", "pronoun")),
        ("Ida Holm left. “No,” her party said.", ("Ida Holm's party", "pronoun")),
        ("Ben Holm left. It rained, according to his diary.", ("his diary", "described")),
        ("Ben Holm met Jon Orme. Two men came. “No,” his lawyer said.", ("his lawyer", "described")),
        ("Ben Holm met Ida Holm. Holm's wife said it was late.", ("Holm's wife", "described")),
        ("Norland's board said it was late.", ("Norland's board", "described")),
        ("Ana Ruiz left. Their board said it was late.", ("their board", "described")),
        # a document that is named before
        ("It was late after the Halden Harbour Institute final report. The report found that it rained.",
         ("Halden Harbour Institute final report", "role")),
        ("The Halden Times poll and a Port Norland poll were late. The poll shows that it rained.",
         ("the poll", "described")),
        ("The Ana Ruiz report was late. The report shows that it rained.", ("the report", "described")),
        ("Some drivers said it rained. The driver said it was late.", ("the driver", "described")),
    ],
)  # fmt: skip
def test_a_role_is_led_back_to_the_one_who_has_it(text, found):
    assert last_speaker(text) == found


ANA = ("Ana Ruiz", "role")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # by a title, an apposition or a clause
        ("Republican presidential nominee Ben Holm’s 1995 filings leaked. Democratic vice presidential nominee Jon "
         "Abel left. The Republican nominee said it rained.", ("Ben Holm", "role")),
        ("President Orme left. The first lady, Michelle Orme, stayed. Mr. Orme slept. The president said it rained.",
         ("Orme", "role")),
        ("But Attorney General Ana Ruiz left. The Norland attorney general said it rained.", ANA),
        ("Ana Ruiz, tax commissioner of Norland, left. The tax commissioner said it rained.", ANA),
        ("Ana Ruiz is the harbour commissioner. Ben Holm left. The harbour commissioner said it rained.", ANA),
        ("Sen. Ana Ruiz left. Ben Holm stayed. The senator said it rained.", ANA),
        # anew, in the next sentence
        ("Ana Ruiz gave money to the Halden Foundation. The Norland businesswoman said it rained.", ANA),
        ("Ana Ruiz left. She spoke in Halden. The Democrat said it rained.", ANA),
        ("“It is late,” said Ana Ruiz. On Friday the former secretary of state and nominee said it rained.", ANA),
        ("Ana Ruiz left.\n\nThe billionaire said of Ben Holm that it rained.", ANA),
        # described first, named at once
        ("Norland's tax commissioner says it rained. Ana Ruiz says it was late.", ANA),
    ],
)  # fmt: skip
def test_one_person_with_a_name_and_a_description_is_one_speaker(text, found):
    _, attribution = attributed(text)
    rows = [row for row in attribution.rows if row.speaker != WRITER]
    assert found in [(row.speaker, row.basis) for row in rows]
    assert len({row.speaker for row in rows}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ana Ruiz met Senator Ida Holm. The senator said it rained.",  # two have the role
        "Ana Ruiz met Ida Holm. The businesswoman said it rained.",  # two fit
        "Ben Holm left. The businesswoman said it rained.",  # a man
        "Republican Ana Ruiz left. The Democratic candidate said it rained.",  # another party
        "Swedish minister Ana Ruiz left. The Norwegian politician said it rained.",  # another country
        "Mayor Ana Ruiz left. The senator said it rained.",  # another office
        "Mayor Ana Ruiz left. The former mayor said it rained.",
        "A senator came late. Ana Ruiz left. The senator said it rained.",  # somebody else was called so
        "Ana Ruiz left. The other senator said it rained.",
        "Ana Ruiz left. The mayor said it rained.",  # there is one mayor, who needs no name
        "Ana Ruiz left. The senator said that Ana Ruiz was late.",  # who is in the same sentence by name
        "Ana Ruiz left. The spokesman said it rained.",  # no word that says anew who somebody is
        "Ana Ruiz left. It rained. It was late. The businesswoman said it rained.",  # too far
        "Ana Ruiz's rival left. Her opponent, Ida Holm, stayed. The candidate for Halden said it rained.",
        "Vice President Ana Ruiz left. The president said it rained.",
        "Ana Ruiz was the mayor of Halden. The mayor said it rained.",  # no longer
        "Norland's tax commissioner says it rained. Ana Ruiz, a farmer, says it was late.",  # who is somebody else
        "Norland's tax commissioner says it rained. Ana Ruiz denied it.",
        "Ana Ruiz sued the mogul's firm. The billionaire said it rained.",  # who is the mogul
        "Ana Ruiz met the mogul. The billionaire said it rained.",
    ],
)
def test_a_description_that_may_mean_somebody_else_stays_by_itself(text):
    _, attribution = attributed(text)
    first = next(row for row in attribution.rows if row.speaker != WRITER)
    assert first.basis == "described", first.speaker


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Ana Ruiz said it rained. Ruiz said it was wet. She said it was late.", ["name", "surname", "pronoun"]),
        ("Ana Ruiz said it rained, adding that it was late.", ["name", "continued"]),
        ("Officials said it rained. The report says it was late.", ["described", "described"]),
        ("Holm said it rained.", ["name"]),
        ("Ana Ruiz and Ben Holm said it rained.", ["joint"]),
        ("The quay was wet. “No, it will not be closed at all.”", [""]),
        ("Q: Is it wet?\n\nA: It is.\n\nAna Ruiz left.", ["described", "continued"]),
    ],
)
def test_how_the_text_names_a_speaker(text, bases):
    _, attribution = attributed(text)
    assert [row.basis for row in attribution.rows if row.speaker != WRITER] == bases
    assert {row.basis for row in attribution.rows if row.speaker == WRITER} <= {""}
