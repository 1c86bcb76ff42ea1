"""Furniture: what stands in a text and is no part of the article, and sentences that look like it. All is invented."""

import pytest

from sourcereading.text.furniture import buttons_end, is_furniture
from sourcereading.text.sentences import FURNITURE, TEXT, sentences
from timing import ALLOWED, growth, units

LINES = """
We and our partners store information on a device, such as cookies, and process personal data.
Have something to say? Send a letter to the editor.
(With inputs from agencies)
First published on: 04-05-2026 at 09:10 IST
The interview has been edited for length and clarity.
This article was produced in partnership with the Norland Fund.
A version of this article appears in print on May 5 with the headline: The wall.
The opinions expressed in this article are the author’s own.
Ruiz reported from Velia and Holm from Marn. Norland Press writers Ida Ek and Bo Sund contributed.
Follow our news of the dam at https://haldenpost.example/dam
A post shared by Ana Ruiz (@anaruiz)
Listen on:
Also read- Dam holds for now: a long night in Velia
Related – The wall that holds
To view the full story, please subscribe to the Halden Post. You can choose a $60 year or a $5 week.
To continue reading, log in or create a free account.
When you join the Halden Post family, you’ll get unlimited digital access to our stories.
First-time subscribers also receive a welcome gift made in Velia!
This article is for subscribers only.
Start your free trial today. Cancel when you like.
Read more: the minister who said no
READ MORE: Dam holds for now
RELATED: Why the dam holds
Editor’s note (3 May 2024): the dam is 40 metres high.
Share | Facebook | Twitter | Email
Updated 3 May 2024, 05:39 GMT
Copyright 2024 Halden Media. All rights reserved.
(Reporting by Ana Ruiz in Halden; Editing by Ben Holm)
—Staff writer Ana Ruiz can be reached at ana.ruiz@haldenpost.example. Follow her on X @ruiz.
This article has been reviewed according to Halden Wire's editorial process and policies.
941 comments
From the section Norland & Velia
Most read in world news
HLD 12.41 -0.7%
Sign up to our free Morning Halden briefing and never miss a story
Enter your email address to get the best of the Ledger every weekday
Advertisement - scroll to continue
ADVERTISEMENT · STORY CONTINUES BELOW
We use cookies to improve your experience. By continuing you agree to our cookie policy.
This content is provided by Chirper, which may be using cookies and other technologies.
You have reached your limit of free articles. Already a subscriber? Log in
Halden 14°C
FTSE 100 7,412.30 +0.4%
Vote: Should the quay be closed?
Take our poll: should the quay be closed?
Your vote has been counted
Loading poll…
Updated 3 hours ago
This article was amended on 4 May 2024. An earlier text gave the height of the dam as 50 metres.
This article appeared in the print edition under the headline “Wall of worry”
Ana Ruiz is a staff writer at the Halden Post. Follow her on Chirper at @anaruiz
Tags: harbour, council, dams
Filed under: Harbour, Council
Listen to this article · 6 min
Got a story? Email news@halden.example
Tap here to join our WhatsApp channel for breaking news
Download the free Halden Post app on the App Store or Google Play
Join the conversation
3 shares
10:45 p.m.
* * *
More from Leaders
1 of 4
Comments are closed
To comment on this story, log in or create an account
Read our full coverage of the dam here
Support independent local news: become a member today
Correction, May 4, 2024: The dam is 40 metres high.
UPDATE, 5 May, 02:12 PM: This story has been updated with a statement of the council.
Note: this article was first published in April
The views expressed in this article are the author's own and do not reflect those of the Ledger.
Watch: The moment the quay gave way
Live: follow the flood in Velia
Don't miss a thing: get the Ledger's alerts on your phone
Sponsored content
Recommended for you
What to read next
Show more
214 Comments
Popular in sport
VELI $3.20 +1.1%
Get our daily newsletter in your inbox
Accept all cookies
This site is protected by reCAPTCHA. The privacy policy and terms of service apply.
Advertisement (Continue reading below)
Last updated 2 days ago
This post was edited to remove a wrong date.
Have your say in our poll
Subscribe to The Halden Hour podcast on your favourite app
Topics: Ferries, Velia
About the author
Related topics
Share your thoughts in the comments below
Your browser does not support the video element
Create a free account to keep reading
2 min listen
Read the rest here.
Read the rest of the story in the Ledger
ABSTRACT.
FULL TEXT
DON'T MISS
Ana Ruiz is the harbour columnist of the Ledger. Reach her directly at ruiz@haldenpost.example.
Ana Ruiz reported from Halden, and Ben Holm and Odette Farrow from Velia, Norland.
""".strip().split("\n")

LOOK_ALIKES = """
We and our neighbours close the gate at noon.
She sent a letter to the editor and left.
The inputs from agencies were late.
First, she closed the gate at 9.10.
The speech was read for length and then for clarity.
This article of the law was produced in parliament.
The opinions in the room were two.
Ruiz reported from Velia that her writers contributed nothing.
Follow the path to the dam.
A post on the wall marks the height.
Listen on a quiet night and you hear the dam.
A version of the law appears in print in May.
Watch - the old one - was stolen from the mayor.
Vote – and then wait for a year.
Live – that is all they ask for.
To view the full moon, people drove to the port.
To read the full list of faults takes an hour.
When you join the board, you’ll get a key and a chair.
This article is of no use in the port.
This story is for those who left.
Start with the wall, then mend the gate.
You’ve seen the port in the rain.
First-time buyers also receive a grant from the town.
The plan gives members unlimited access to the pool.
Enjoy the port while it lasts, the mayor said of the free trial.
Read more books, the minister said.
The paper’s copyright claim failed.
Copyright 2024 was the law’s name, Ana Ruiz said.
All rights reserved for kings fell to the people, the court said.
Follow the money.
Reporting by Ana Ruiz showed that the dam leaks.
Writing by hand is slow.
He used Facebook, Twitter, WhatsApp and Email to reach voters.
The hut can be reached at dawn.
The panel contributed to this report, which names Ben Holm.
She objected to the paper’s editorial process.
In May 2024 the dam held.
Related costs rose.
Advertisement spending rose by a fifth last year.
“Read more books,” she said.
Comments on the plan are due by Friday.
There were 941 comments on the plan.
Sign up for the draft, the leaflet told young men.
The app downloads each photo that you take.
Cookies were sold at the gate for two crowns.
Most read the letter twice and did not sign it.
More from the same family died in May.
Shares in Halden Water (NYSE: HLD) fell 3%.
It was 14°C in Halden on Monday.
The index rose 0.4% to 7,412.30.
Vote for Ruiz, the posters said.
The article was amended by parliament in May.
This article of the treaty was changed in 1994.
This story began in a cellar in Velia.
Updated rules for ferries take effect on Monday.
Ana Ruiz is a writer who lives in Velia.
She asked readers to subscribe to a newsletter that never came.
Read the rest of the letter, the judge said.
Full text messages were read to the court.
Don’t miss the boat, the minister warned.
Reach for the sky, the sheriff told them at the harbour.
Ana Ruiz reported from Halden that the dam had failed.
The crew reported from the bridge at noon.
Follow the river to the old quay and you see the wall.
Join the queue early if you want a seat.
Click, and the light went out.
Watch the harbour on a winter night and you will see the boats come in.
Get off at Velia and walk to the dam.
Tell your doctor if the pain lasts.
Tags on the goats showed whose they were.
Live music returns to the quay on Friday.
Correction of the error took a year.
“Log in to your account at once,” the message said.
He told them to download the app.
Support for the mayor fell to 41 percent.
An earlier version of the bill failed in May.
A previous owner of this house kept goats.
Loading the boats took all night.
Updated 3 hours before the storm, the map showed no wind.
At 10:45 p.m. the wall broke.
Listen to the wind and you will know why they left.
Photos of the dam hang in each room.
Tap water is safe again.
Email was down for three hours.
Copyright law is old.
You have a right to see the file.
Your vote counts, Ms Ruiz told them.
Register by May 3 to vote in the council election.
Recommended doses are on the label.
We use salt to keep the fish.
Download speeds doubled in May.
Sponsored riders took the lead.
Velia 3, Norland 2 was the result.
This article draws on letters that Ana Ruiz kept.
1999 was a dry year.
Forty-two.
“12,” he said.
Poll workers counted until three.
Deals of this size are rare in Velia.
This post was vacant for a year.
Popular anger grew in May.
The wind blew at 14 km/h.
Have your papers ready at the gate.
Topics ranged from ferries to fish.
Share prices fell in Velia.
About the author little is known.
Rate rises hurt those who rent.
Create a garden where nothing grew before, and people come.
Your thoughts on the dam matter, the leaflet says.
The browser that she built is used by a million people.
Subscribe, pay, forget: so it went for years.
Cookie makers fear the new tax.
Accept it or leave, the owner told them.
In the comments below the film, people asked for more.
This report was published by the ministry on Monday.
Popular in her youth, Ruiz was forgotten by 1990.
Last updated in 1950, the law bans goats on the quay.
""".strip().split("\n")


def kinds(*lines):
    return [sentence.kind for sentence in sentences("\n\n".join(lines)) if sentence.tokens]


@pytest.mark.parametrize("line", LINES)
def test_what_is_no_part_of_the_article_is_furniture(line):
    assert is_furniture(line)
    assert set(kinds("The dam held.", line, "Nobody was hurt.")[1:-1]) <= {FURNITURE}


@pytest.mark.parametrize("line", LOOK_ALIKES)
def test_a_sentence_with_the_words_of_furniture_is_text(line):
    assert not is_furniture(line)
    assert set(kinds("The dam held.", line, "Nobody was hurt.")) == {TEXT}
    assert set(kinds("The dam held.", "Nobody was hurt.", line)) == {TEXT}


@pytest.mark.parametrize(
    "lines",
    [
        ["Getty"],
        ["– Ana Ruiz"],
        ["Fishing", "Velia", "ferries"],
        ["Goat fined on the quay in a storm of protest", "Ferries", "Show more"],
    ],
)
def test_lines_behind_the_last_sentence_are_furniture(lines):
    text = ["Mayor Ana Ruiz said the wall may not hold.", "Nobody was hurt.", "The ferry ran."]
    assert kinds(*text, *lines) == [TEXT] * 3 + [FURNITURE] * len(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["To be at the gate you need:", "a pass", "a coat"],
        ["“We lost all.”", "― Ana Ruiz"],
        ["The mayor of Halden will be at the gate by"],
    ],
)
def test_a_list_a_credit_or_a_cut_sentence_at_the_end_is_none(lines):
    assert FURNITURE not in kinds("The dam held.", "Nobody was hurt.", *lines)


def test_lines_of_furniture_that_are_glued_to_a_text_are_cut_off():
    text = "The dam held. Related videos Related articlesMore from the desk Dam leaks Goat fined"
    assert [(text[part.start : part.end], part.kind) for part in sentences(text)] == [
        ("The dam held.", TEXT),
        ("Related videos Related articlesMore from the desk Dam leaks Goat fined", FURNITURE),
    ]
    assert kinds("The dam held. Related costs rose.") == [TEXT, TEXT]
    held = "The dam held all night, and nobody in the old port of Velia was hurt."
    for link in ("READ MORE: The goat of Velia", "Also read: The goat", "(Read more: The goat)", "WATCH | A goat"):
        assert kinds("It rained.", f"{held} {link}", "It blew.") == [TEXT, TEXT, FURNITURE, TEXT]
        assert kinds("It rained.", f"{held} {link} was there.") == [TEXT] * 3
    assert FURNITURE not in kinds("It rained.", "The dam held. Related: nothing at all", "It blew.")


def test_an_appeal_may_go_on_with_what_the_reader_gets():
    offer = "When you join the Halden Post family, you’ll get unlimited digital access to stories of the port"
    more = "We have been at this for years, and we are proud to show the town in all of its weathers and quarrels."
    assert is_furniture(f"{offer} that you find nowhere else. {more}")
    assert not is_furniture(f"When they join the Halden Post, they get unlimited digital access. {more} {more}")


def test_an_answer_of_one_figure_is_text():
    assert kinds("How many goats?", "60.", "And days?", "100 days.") == [TEXT] * 4


def test_a_row_of_buttons_and_what_stands_before_it_are_cut_off():
    text = "By Ana Ruiz - 3 May Share Facebook Twitter Email A senior official has said the dam leaks.\n\nIt rained."
    assert [(text[part.start : part.end], part.kind) for part in sentences(text)] == [
        ("By Ana Ruiz - 3 May Share Facebook Twitter Email", FURNITURE),
        ("A senior official has said the dam leaks.", TEXT),
        ("It rained.", TEXT),
    ]
    assert buttons_end("Share prices fell on Facebook.", 0, 30) is None


@pytest.mark.parametrize(
    "line",
    [
        "Ana Ruiz was on time twice in the long talks about the old wall in Velia",
        "Moment the crowd of Velia lift the boat after thrashing the port",
    ],
)
def test_a_line_between_the_title_and_the_text_is_a_heading(line):
    assert kinds("Dam holds for now", line, "The dam held.", "Nobody was hurt.") == ["heading"] * 2 + [TEXT] * 2
    assert kinds("Dam holds for now", f"{line}.", "The dam held.") == ["heading", TEXT, TEXT]
    assert kinds("Dam holds for now", "The dam held.", line, "Nobody was hurt.") == ["heading", TEXT, TEXT, TEXT]


def test_a_heading_in_bold_with_no_text_behind_it_is_furniture():
    text = "The dam held.\n\nNobody was hurt.\n\nBest deals"
    assert [one.kind for one in sentences(text, layout="33-43 bold")] == [TEXT, TEXT, FURNITURE]
    assert [one.kind for one in sentences(f"{text}\n\nIt rained.", layout="33-43 bold")][2] is TEXT


def test_a_headline_in_capitals_between_paragraphs_is_a_heading():
    line = "As Halden’s Statements on the Dam Stir Controversy, Some Members Call for Silence on All Questions"
    assert kinds("The dam held.", line, "Nobody was hurt.") == [TEXT, "heading", TEXT]
    assert kinds("The dam held.", f"{line}.", "Nobody was hurt.") == [TEXT, TEXT, TEXT]


@pytest.mark.slow
@pytest.mark.parametrize("unit", units(["Share ", "Share Facebook Email ", "Read more: ", "a@b ", "Follow a "]))
def test_time_of_furniture_grows_with_the_text_and_no_faster(unit):
    assert growth(str, is_furniture, unit) < ALLOWED
    assert growth(str, sentences, f"{unit}\n\n") < ALLOWED


@pytest.mark.parametrize(
    ("lines", "furniture"),
    [
        (["It leaked.", "Editor’s note: the dam regularly", "leaks", "and has done, engineers", "said."], [1, 2, 3, 4]),
        (["It leaked.", "Editor’s note: the dam regularly", "leaks.", "it rained all day."], [1, 2]),
        (["It leaked.", "Editor’s note: the dam leaks,", "floods,", "and was never safe."], [1, 2, 3]),
        (["It leaked.", "Editor’s note: the dam leaks", "Ruiz said that it was late."], [1]),
        (["The council of the town", "Read more: Dam holds", "said on Monday that it was late."], [1]),
        (["It leaked.", "Advertisement", "iPhones were wet, Ruiz said."], [1]),
    ],
)
def test_a_note_that_the_ends_of_lines_cut_is_furniture_to_its_end(lines, furniture):
    text, found = "\n\n".join(lines), set()
    for sentence in sentences(text):
        if sentence.kind is FURNITURE:
            found.add(sentence.paragraph)
    assert sorted(found) == furniture
