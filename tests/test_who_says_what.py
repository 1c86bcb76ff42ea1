"""Who says what in the constructions of news: a sentence in, the statements out. All texts are invented."""

import pytest

from one_text import said, who_said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the writer's words before a name are no content
        ("In a statement, one of the family's attorneys, Ben Holm, said the videos show Marlow leaving his car.",
         [('Ben Holm', 'the videos show Marlow leaving his car.')]),
        ('Ben Holm, the author of “Going Far,” about the rapid spread of news, said the days when it was '
         'true are gone.',
         [('Ben Holm', 'the days when it was true are gone.')]),
        ('In a Mass, held along the border, Ana Ruiz told the story of a town.',
         []),
        ('The dam is safe, held by new walls, Ana Ruiz said.',
         [('Ana Ruiz', 'The dam is safe, held by new walls')]),
        ('Papers that Ben Holm questioned are in the archive, Ana Ruiz wrote Holm.',
         [('Ana Ruiz', 'Papers that Ben Holm questioned are in the archive')]),
        ('The man who police said was armed has fled.',
         [('police', 'was armed')]),
        ('Ben Holm’s repeated emphasis on the toll led to a vote.',
         []),
        ('Ben Holm repeated his habit of singing, and both clerks joined in.',
         []),
        ('Ana Ruiz wrote the sentence on a card and kept it.',
         []),
        ('Ana Ruiz joked about a move to Velia if Ben Holm is elected.',
         []),
        ('Ana Ruiz asked the clerks about it if it rained.',
         []),
        ('Ana Ruiz explained the rule in May, but people keep asking: It is old.',
         []),
        ('Ana Ruiz mentioned two costs: the wall and the pier.',
         [('Ana Ruiz', 'two costs: the wall and the pier.')]),
        ('Profit fell, missing Street estimates, as costs rose.',
         []),
        ('Ana Ruiz, who requested anonymity to discuss the toll, left.',
         []),
        ('The crews will be asked to leave in May.',
         []),
        ('The crews were asked to leave in May.',
         [('(unattributed)', 'to leave in May.')]),
        ('Ana Ruiz was calm. She did, however, say that the port was closed.',
         [('Ana Ruiz', 'the port was closed.')]),
        ('Ana Ruiz called them out.',
         []),
        ('Ana Ruiz denied that, saying that it was late.',
         [('Ana Ruiz', 'it was late.')]),
        ('Ana Ruiz told reporters who had gathered outside that the hall was closed.',
         [('Ana Ruiz', 'the hall was closed.')]),
        ('Ana Ruiz told reporters who won the vote.',
         [('Ana Ruiz', 'who won the vote.')]),
        ('Ben Holm spoke. Asked by Ana Ruiz why, in that case, he had left, he replied: “I was cold.”',
         [('Ana Ruiz', 'why, in that case, he had left'), ('Ben Holm', '“I was cold.”')]),
        ('Ben Holm spoke. Asked why, in that case, he had left, he replied: “I was cold.”',
         [('Ben Holm', '“I was cold.”')]),
        ('The MP, Ana Ruiz, had written to the committee urging it to reject the plan.',
         [('Ana Ruiz', 'it to reject the plan.')]),
        ('Ana Ruiz wrote songs urging peace.',
         []),
        # who it is
        ('Tom Lund told Ben Holm that it was late. “I know,” he replied.',
         [('Tom Lund', 'it was late.'), ('Ben Holm', '“I know,”')]),
        ('The chief executive, Ana Ruiz, and the chairman, Ben Holm, said the bid had failed.',
         [('Ana Ruiz and Ben Holm', 'the bid had failed.')]),
        ('Both Ruiz and Holm said it was late.',
         [('Ruiz and Holm', 'it was late.')]),
        ('Police and prosecutors said the man was armed.',
         [('police and prosecutors', 'the man was armed.')]),
        ('Ana Ruiz and other residents said it was late.',
         [('Ana Ruiz and other residents', 'it was late.')]),
        ('Actor and director Ana Ruiz said it was late.',
         [('Ana Ruiz', 'it was late.')]),
        ('Ministers, including Ana Ruiz and Ben Holm, said it was late.',
         [('ministers', 'it was late.')]),
        ('Two Western officials spoke. One said the raid had failed. The other cautioned that it was too early.',
         [('one official', 'the raid had failed.'), ('the other official', 'it was too early.')]),
        ('Ben Holm said it was late. When asked by Tom Lund if he had lied, he said he had not.',
         [('Ben Holm', 'it was late.'), ('Tom Lund', 'if he had lied'), ('Ben Holm', 'he had not.')]),
        ('One man called out: “Shame on you.”',
         [('one man', '“Shame on you.”')]),
        ('Ana Ruiz called out the firm for its “lies”.',
         []),
        ("Mrs Orme's daughters, Amy and Beth, said it was late.",
         [('Amy and Beth', 'it was late.')]),
        ('Two owners, Ana Ruiz, Bo Orme and Ben Holm, said the shop would close.',
         [('Ana Ruiz, Bo Orme and Ben Holm', 'the shop would close.')]),
        ('“It is late,” said the owners, Ana Ruiz and Ben Holm, in a letter.',
         [('Ana Ruiz and Ben Holm', '“It is late,”')]),
        ('The minister, Ana Ruiz, and her deputy said it was late.',
         [('Ana Ruiz and her deputy', 'it was late.')]),
        ('He met the minister, Ana Ruiz, and her deputy said it was late.',
         [("Ana Ruiz's deputy", 'it was late.')]),
        ('Most voters in Norland, Velia and Halden said they were worried.',
         [('most voters in Norland, Velia and Halden', 'they were worried.')]),
        ('Farmers across Norland, Velia, and Halden said the ban hurts.',
         [('farmers across Norland, Velia, and Halden', 'the ban hurts.')]),
        ('In Velia, Ana Ruiz and Ben Holm said it was late.',
         [('Ana Ruiz and Ben Holm', 'it was late.')]),
        ('“It is late,” Ben Holm told Ana Ruiz, who opened the door and said she would vote.',
         [('Ben Holm', '“It is late,”'), ('Ana Ruiz', 'she would vote.')]),
        ('The pier is a focal point for demonstrators here, who have met and called for talks.',
         [('demonstrators', 'talks.')]),
        ('The bank wept at the headline (“Late Again,” declared the Halden Post on Monday), but paid in the end.',
         [('Halden Post', '“Late Again,”')]),
        ('“It is a link,” said lead author Dr Ana Ruiz, a nurse at the institute.',
         [('Ana Ruiz', '“It is a link,”')]),
        ('“It is a link,” said study leader Ana Ruiz.',
         [('Ana Ruiz', '“It is a link,”')]),
        ('The toll is a burden – Ana Ruiz: “It was late.”',
         [('Ana Ruiz', '“It was late.”')]),
        ('Here is Ana Ruiz, director of the port, on the lunchtime programme: “It was late.”',
         [('Ana Ruiz', '“It was late.”')]),
        ('From our reader Ben in Halden, below the line: “It was late.”',
         [('Ben', '“It was late.”')]),
        ('For Ana Ruiz, the answer is simple: “It was late.”',
         []),
        ('Ben Holm was asked again, by the Green member Ana Ruiz, whether it was late.',
         [('Ana Ruiz', 'whether it was late.')]),
        ('Minister Ana Ruiz promised an inquiry and said it was late.',
         [('Ana Ruiz', 'it was late.')]),
        ('Ben Holm dismissed as “gossip” reports that the port was shut.',
         [('Ben Holm', '“gossip” reports that the port was shut.')]),
        ('Ana Ruiz put the chances of a vote at “better than even”.',
         [('Ana Ruiz', 'the chances of a vote at “better than even”.')]),
        ('The wall had leaked for weeks, Ana Ruiz said, and pumps were running day and night.',
         [('Ana Ruiz', 'The wall had leaked for weeks / and pumps were running day and night.')]),
        ('The delay was due to rain, Ana Ruiz said, and would cost nothing.',
         [('Ana Ruiz', 'The delay was due to rain / and would cost nothing.')]),
        ('The wall had leaked for weeks, Ana Ruiz said, and left the hall.',
         [('Ana Ruiz', 'The wall had leaked for weeks / and left the hall.')]),
        ('Not so, said Ana Ruiz, who led the work.',
         [('Ana Ruiz', 'Not so')]),
        ('By what, Ana Ruiz asked.',
         [('Ana Ruiz', 'By what')]),
        ('On Monday, said Ana Ruiz.',
         []),
        ('Whips insist his job is safe. “He is going nowhere,” one told a friend.',
         [('whips', 'his job is safe.'), ('one whip', '“He is going nowhere,”')]),
        ('The bankers said it was close. One said it was fine.',
         [('the bankers', 'it was close.'), ('one banker', 'it was fine.')]),
        ('The firms said it was close. One said it was fine.',
         [('the firms', 'it was close.'), ('(unattributed)', 'it was fine.')]),
        ('One trustee said it was late. Another said it was early.',
         [('one trustee', 'it was late.'), ('another trustee', 'it was early.')]),
        ('The guard, a bearded man called Matteo, brought two glasses. He said it was late.',
         [('Matteo', 'it was late.')]),
        ('“It is late,” Ida Orme said at noon.\n\nI asked Ana Ruiz whether she was afraid. She smiled. “It is'
         ' early,” she said.',
         [('Ida Orme', '“It is late,”'), ('Ana Ruiz', '“It is early,”')]),
        ('The Treasury said it was late.\n\nA statement from the Department for Transport arrives. “It is '
         'early,” it says.',
         [('Treasury', 'it was late.'), ('a statement from the Department for Transport', '“It is early,”')]),
    ],
)  # fmt: skip
def test_whose_words_and_which(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what only looks like saying
        ('Titled “A Late Christmas,” the short film pans over the port.',
         []),
        ('Ben Holm has a rule, which allows him to keep the port open and deny that it leaks.',
         []),
        ('Clerks say it is late and deny it leaks.',
         [('clerks', 'it is late'), ('clerks', 'it leaks.')]),
        ('The hiring of the clerks added to the doubt of who ran what.',
         []),
        ('Norland called an emergency meeting to discuss the test.',
         []),
        ('Ana Ruiz called the meeting a farce.',
         [('Ana Ruiz', 'the meeting a farce.')]),
        # who it is
        ('“It is late,” Tom Orme, a voter, said.\n\nWhile Ben Holm had help, that has not happened for Ida '
         'Holm, which is something that worries Henry Corrie, president of the Halden Caucus.\n\n“No one is '
         'writing songs,” he said.',
         [('Tom Orme', '“It is late,”'), ('Henry Corrie', '“No one is writing songs,”')]),
        ('Experts on North Norland and nuclear tests said it could change.',
         [('experts on North Norland and nuclear tests', 'it could change.')]),
        ('Officials in New Halden and Port Velia said it was late.',
         [('officials in New Halden and Port Velia', 'it was late.')]),
        ('Prosecutors Ana Ruiz and Ben Holm said it was late.',
         [('Ana Ruiz and Ben Holm', 'it was late.')]),
        ('HALDEN ― The toll is an insult, top clerks said on Friday.',
         [('top clerks', 'The toll is an insult')]),
        ('The crews were late for many tasks, Ana Ruiz said, including the wall and the pier.',
         [('Ana Ruiz', 'The crews were late for many tasks / including the wall and the pier.')]),
        ('“It is late,” said Ana Ruiz, who held posts, including the last one at the port.',
         [('Ana Ruiz', '“It is late,”')]),
    ],
)  # fmt: skip
def test_groups_infinitives_and_those_who_are_introduced(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ana Ruiz accused Ben Holm, the mayor of Halden, of lying in May, and left.',
         [('Ana Ruiz', 'Ben Holm, the mayor of Halden, of lying in May')]),
        ('The flood was what Ana Ruiz described as “an act of war.”',
         [('Ana Ruiz', '“an act of war.”')]),
        ('State Del. Marcia "Cia" Price (D-Halden), who ran, screamed: "This is a big year."',
         [('Marcia Price', '"This is a big year."')]),
        ('"It is late," said Ana "Annie" Ruiz.',
         [('Ana Ruiz', '"It is late,"')]),
        ('The bias begins to show when looking at the survey: “It is late.”',
         []),
        ('The mayor hit back: “It is late.”',
         [('the mayor', '“It is late.”')]),
        ('It was seven hours after the police said it was late.',
         [('the police', 'it was late.')]),
    ],
)  # fmt: skip
def test_nicknames_pivots_and_colons(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A geophysicist who reviewed the plan, and who asked not to be named, said the wall was old.',
         [('a geophysicist', 'the wall was old.')]),
        ('Ana Ruiz, who left in May, and who now lives in Velia, said the wall was old.',
         [('Ana Ruiz', 'the wall was old.')]),
        ('And into the silence a voice from somewhere near the bar of the House said it was late.',
         []),
        ('Most of the crews near the port said it was late.',
         [('most of the crews near the port', 'it was late.')]),
        ('A letter posted on the door said it was late.',
         [('a letter', 'it was late.')]),
        ('Ana Ruiz wanted to know if it was late.',
         [('Ana Ruiz', 'if it was late.')]),
        ('Ben Holm did not want to know if it was late.',
         []),
        ('“Who pays?” Ben Holm wanted to know.',
         [('Ben Holm', '“Who pays?”')]),
    ],
)  # fmt: skip
def test_phrases_that_go_on(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ida Holm left in May.\n\nThe mayor of the village, Reto Imhof, said that he owes Holm a chapel. She'
         ' says that he owes her a cow.',
         [('Reto Imhof', 'he owes Holm a chapel.'), ('Ida Holm', 'he owes her a cow.')]),
        ('Wen Xiaoli said that she had met Ben Holm. He said it was late.',
         [('Wen Xiaoli', 'she had met Ben Holm.'), ('Ben Holm', 'it was late.')]),
        ('Reto Imhof said he would go. “I know,” he said.',
         [('Reto Imhof', 'he would go.'), ('Reto Imhof', '“I know,”')]),
        ('The director of “Late Rain,” Ana Ruiz, said it was slow.',
         [('Ana Ruiz', 'it was slow.')]),
        ('“It is late,” Ana Ruiz, 45, said.',
         [('Ana Ruiz', '“It is late,”')]),
        ('The mine is run by Tarrant Copper, a unit of Halvorsen Resources. The company said it was shut.',
         [('Tarrant Copper', 'it was shut.')]),
        ('Port Guard, a unit of the army, met Orvane. The company said it was shut.',
         [('the company', 'it was shut.')]),
        ('The rating agency Trisul cut its view. The agency said it was late.',
         [('Trisul', 'it was late.')]),
    ],
)  # fmt: skip
def test_pronouns_of_one_gender_and_bodies_of_a_kind(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ana Ruiz said on Friday as she entered the talks.',
         []),
        ('Ana Ruiz’s attack on Ben Holm shows that the vote is near.',
         []),
        ('A letter to Ben Holm said it was late.',
         [('a letter to Ben Holm', 'it was late.')]),
        ('In an earlier post in the Halden Post Ben Holm wrote that it was late.',
         [('Ben Holm', 'it was late.')]),
        ('The clerks know what you mean when you say the port is late.',
         []),
        ('Ben Holm met the Vale. The Vale reported that it was late. “I know,” he said.',
         [('Vale', 'it was late.'), ('Ben Holm', '“I know,”')]),
    ],
)  # fmt: skip
def test_things_and_readers_do_not_speak(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize(
    ("scene", "speaker"),
    [
        # somebody new, who is only described
        ("A sergeant who gave only his call sign, Magpie, came. He had been told of help, he said.\n\n", "a sergeant"),
        ("A sergeant, wet and tired, came in. ", "a sergeant"),
        ("There was a sergeant at the door. ", "a sergeant"),
        ("By the door stood a sergeant. ", "a sergeant"),
        ("A sergeant came in.\n\n", "(unattributed)"),
        ("It was late. A customer came in. He was wet.\n\n", "(unattributed)"),
        ("It was late. A doctor called Holm. ", "(unattributed)"),
        # nobody new who may be meant
        ("It was late. A nurse let him in. ", "Ben Holm"),
        ("It was late. A woman came in. ", "Ben Holm"),
        ("A gull landed on the roof. ", "Ben Holm"),
        ("A day passed. ", "Ben Holm"),
        ("There was a letter from a clerk on the mat. ", "Ben Holm"),
        ("A man was killed on the road. ", "Ben Holm"),
        ("A widower who works at night, Holm was tired. ", "Ben Holm"),
        ("It was late. A clerk came in. “It rains,” Holm said. ", "Ben Holm"),
    ],
)
def test_who_comes_in(scene, speaker):
    text = f"“We have no bread,” said Ben Holm, a baker.\n\n{scene}“They told us on Tuesday,” he said."
    assert said(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("scene", "speaker"),
    [
        ("Amy Farrow and Beth Orme came in. ", "(unattributed)"),
        ("Amy Farrow and Beth Orme said it was late. ", "Amy Farrow and Beth Orme"),
        ("Amy Farrow met Beth Orme. ", "police"),
        ("Amy Farrow and Beth Orme left. It was late. It rained. ", "police"),
    ],
)
def test_they_who_come_in_together(scene, speaker):
    assert said(f"Police said it was early. {scene}They said it rained.")[-1][0] == speaker


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("She had told him the same thing about the oven, he said, and he supposed that this was a joke.",
         [("Ben Holm", "She had told him the same thing about the oven"), ("Ben Holm", "this was a joke.")]),
        ("Ana Ruiz had told him of the oven, he said, and the cook laughed at the thought that it was old.",
         [("Ben Holm", "Ana Ruiz had told him of the oven"), ("Ana Ruiz", "the oven")]),
        ("The oven was cold, Holm said, and the board decided that it would stay so.",
         [("Ben Holm", "The oven was cold")]),
        ("In the hall, Ana Ruiz said, and Holm agreed, that it was late.",
         [("Ben Holm", "it was late.")]),
    ],
)  # fmt: skip
def test_a_clause_said_inside_what_another_tells(clause, expected):
    text = f"“No,” said Ana Ruiz.\n\n“The oven is cold,” said Ben Holm.\n\n{clause}"
    assert who_said(text)[2:] == expected
