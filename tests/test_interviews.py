"""Interviews in the styles of different houses, and texts that look like one.

The names and events are invented. In an interview "Q " begins what the interviewer says and "A " what is answered;
the marks themselves are taken away."""

import pytest

from one_text import said
from sourcereading.reading.reading import read

EDITED = "This conversation has been edited and shortened."

# What the text has before the turns, the turns, and who speaks in them.
INTERVIEWS = {
    "bold questions, the person presented": (
        ["Ana Ruiz takes over the orchestra of Velia this autumn. We met in the canteen of the hall."],
        ["Q **You come to a house that has had five chiefs in ten years. Does that worry you?**",
         "A Five? The manager told me it was four. No, it does not worry me.",
         "Q **Who taught you?**", "A My first teacher, above a shop. He told me that I would never be good.",
         "+ It was a cold room. At the end the oboe said, “So.” I liked that.",
         "Q **The hall is to be rebuilt. Some of your players would rather tear it down.**",
         "A You mean all of my players. I like it.", "Q **And if people stay away?**", "A Then I will play alone.",
         EDITED],
        ("the interviewer", "Ana Ruiz"),
    ),
    "bold questions, statements among them": (
        ["A boat of my own", "Ben Holm has run the ferry at Port Halden since 2001."],
        ["Q **Ferries lose money everywhere. Why not yours?**", "A (Laughs.) Because I do not count it.",
         "Q **The council says that it will close the line.**", "A It has said so since I was a boy.",
         "Q **Would you sell?**", "A Not to them. My daughter may.", "Q **Thank you.**", "A I thank you."],
        ("the interviewer", "Ben Holm"),
    ),
    "bold questions, a note before them": (
        ["Ida Holm writes about bread. This interview was held by telephone."],
        ["Q **When do you get up?**", "A At two. I have done so for thirty years.",
         "Q **What did your mother bake?**", "A Nothing at all! She bought it.",
         "Q **Do people eat less bread now?**", "A They eat less of it, and I sell more."],
        ("the interviewer", "Ida Holm"),
    ),
    "bold questions, headings among them": (
        ["Ida Holm writes about bread. The Ledger spoke with her."],
        ["+ **On sleep**", "Q **When do you get up?**", "A At two.", "+ You get used to it.", "+ **On bread**",
         "Q **Do you sell much?**", "A I do. Talk is cheap in my house."],
        ("the interviewer", "Ida Holm"),
    ),
    "no labels, an answer of several paragraphs and what the outlet adds": (
        ["The painter Ana Ruiz has a show in Velia. We spoke to her at her house."],
        ["Q What is your show about?", "A It is about my house.", "+ The house was cold.",
         "+ You get up at four, you feed the goats, you make a fire that will not burn, you carry water from the well, "
         "you break the ice in it, and only then, if it is light, you paint.",
         "+ " + "You cannot know what it was like there " * 10 + "before the war, or can you?",
         "Q Do you still have your first brushes?", "A Gone.",
         "+ I gave them to my sister.", "+ Talk is cheap there.", "+ I miss them.",
         "+ Got a story? Will you tell us?", "+ The show is open until June."],
        ("the interviewer", "Ana Ruiz"),
    ),
    "one label for questions on lines of their own": (
        ["Julia Botts has a show."],
        ["1 LEDGER:\n\nWhat do you paint?", "2 Houses.", "+ I like them.",
         "1 LEDGER:\n\nWhy do you paint houses?", "2 For the rain."],
        ("LEDGER", "Julia Botts"),
    ),
    "a question that is none by its mark": (
        ["Julia Botts has a show."],
        ["1 Q: You paint.", "2 I do.", "1 Q: Why do you?", "2 For the rain."],
        ("the interviewer", "Julia Botts"),
    ),
    "only one asks, and goes on": (
        ["A talk on walls."],
        ["1 NORA VALE: Will the wall hold?", "+ My son lives there.", "2 BEN HOLM: It may not.",
         "1 NORA VALE: And then?", "2 BEN HOLM: We leave."],
        ("Nora Vale", "Ben Holm"),
    ),
    "names like places": (
        ["A talk on walls."],
        ["1 LAKE COUNTY NEWS: Will the wall hold?", "2 ANA LAKE: It may not.", "1 LAKE COUNTY NEWS: And then?",
         "2 LAKE: We leave, I think."],
        ("LAKE COUNTY NEWS", "Ana Lake"),
    ),
    "initials": (
        ["Nora Vale met the engineer Tomas Brell at the wall."],
        ["1 NV: Will the wall hold?", "2 TB: It may not. I built it.", "1 NV: And then?", "2 TB: We leave, I suppose.",
         "+ I have a sister in Velia.", "1 NV: You would go there?", "2 TB: I would."],
        ("Nora Vale", "Tomas Brell"),
    ),
    "initials behind full names": (
        ["A talk on walls."],
        ["1 Nora Vale: Will the wall hold?", "2 Tomas Brell: It may not.", "1 NV: You built it.", "2 TB: I did.",
         "1 NV: Would you do so again?", "2 TB: Never."],
        ("Nora Vale", "Tomas Brell"),
    ),
    "no labels, a remark as a question": (
        ["The painter Ana Ruiz has a show in Velia. We spoke to her at her house."],
        ["Q What is your show about?", "A It is about my house.", "+ I was six when we moved.",
         "Q One critic wrote that you paint like a roofer.", "A My brother is one. I took it well.",
         "Q Do you still have your first brushes?", "A I gave them to my sister."],
        ("the interviewer", "Ana Ruiz"),
    ),
    "no labels, a note at the end": (
        ["Ben Holm, 51, leaves the harbour after thirty years."],
        ["Q Are you sad?", "A I am tired.", "Q You never took a day off.", "A I had no time. My wife did.",
         "Q What will change?", "A Not much, I think.", "Q Will you miss your boats?", "A I see them from my window.",
         EDITED],
        ("the interviewer", "Ben Holm"),
    ),
    "bold statements, none to anybody": (
        ["Ida Brandt runs the water works. She spoke to the Ledger."],
        ["Q **How bad is it?**", "A As bad as I have seen it.", "Q **The mayor says there is no shortage.**",
         "A I look at the gauge.", "Q **Will there be rationing?**", "A We hope not."],
        ("the interviewer", "Ida Brandt"),
    ),
    "no labels, what the answer agrees to": (
        ["The director Maud Teller is late. She lets us wait."],
        ["Q You’ve said the script was rejected 31 times. What kept you going?", "A Spite, mostly. [laughs]",
         "+ You know how it is.", "Q Who was the worst?", "A A man in Velia. I framed the letter.",
         "Q There’s a lot of silence in it.", "A There is. I grew up in a quiet house.",
         "Q Is it true you won’t watch it?", "A I saw it once.", "+ You would not either.",
         "Q What’s next?", "A Sleep.", "+ Small Change is in cinemas now."],
        ("the interviewer", "Maud Teller"),
    ),
    "people who are asked one after the other": (
        ["The council votes on Monday. We asked two people what they think."],
        ["1 Ana Ruiz, 34, nurse\n\nI would close it today.", "+ My children swim there.",
         "2 Ben Holm, fishmonger\n\n“No. What about the boats?”", "+ The vote is at noon."],
        ("Ana Ruiz", "Ben Holm"),
    ),
    "two people answer": (
        ["Ana Ruiz and Ben Holm run the mill. The Ledger spoke to them."],
        ["Q Who had the idea?", "2 Ana Ruiz: I had it.", "3 Ben Holm: You did not!", "Q Who pays?",
         "2 Ana Ruiz: He does.", "3 Ben Holm: We both do."],
        ("the interviewer", "Ana Ruiz", "Ben Holm"),
    ),
    "the outlet as a label": (
        ["The minister, Ana Ruiz, received the Ledger on Friday."],
        ["1 Ledger: Minister, is there water in Velia today?", "2 Ruiz: There was this morning. I rang.",
         "1 Ledger: The mayor says it runs two hours a day.", "2 Ruiz: They count the hours when people are awake.",
         "+ And I would like to add something.", "1 Ledger: If it runs.", "2 Ruiz: (Smiles) If it runs, yes."],
        ("Ledger", "Ana Ruiz"),
    ),
    "the outlet in capitals, once": (
        ["Engineer Tomas Brell speaks about the wall."],
        ["1 THE LEDGER: Will the wall hold?", "2 TOMAS BRELL: I doubt it.", "1 LEDGER: Why?",
         "2 BRELL: I have seen it.", "1 LEDGER: What would you do?", "2 BRELL: I would leave."],
        ("LEDGER", "Tomas Brell"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("style", INTERVIEWS)
def test_an_interview_has_its_two_sides(style):
    introduction, turns, names = INTERVIEWS[style]
    sides = {"Q": 0, "A": 1, "1": 0, "2": 1, "3": 2}
    expected = [names[sides[turn[0]]] for turn in turns if turn[1] == " " and turn[0] in sides]
    text = "\n\n".join([*introduction, *(turn[2:] if turn[1] == " " else turn for turn in turns)])
    reading = read([text])
    assert reading.problems.empty
    rows = reading.statements.query("parent_id == '' and speaker != '(writer)'").drop_duplicates("statement_id")
    assert rows["speaker"].tolist() == expected


# What the text is, and who speaks in it, in order.
TRANSCRIPTS = {
    "a briefing": (
        """
Briefing by the mayor's spokeswoman Ana Ruiz, Town Hall, 3:04 p.m.

MS. RUIZ: Good afternoon, everybody. I have one thing at the top.

Q    Thanks, Ana. Does the mayor still trust the harbour chief?

MS. RUIZ: He does. I have nothing to add to that.

Q    You said on Monday that the wall was safe. Was that wrong?

MS. RUIZ: I said what the engineers told us, and I would say it again.

Q    Can I follow up?

MS. RUIZ: Go ahead, Ben.

Q    (Inaudible.)

MS. RUIZ: We'll look into that.

END 3:41 P.M.
""",
        ["Ana Ruiz", "the interviewer", "Ana Ruiz", "the interviewer", "Ana Ruiz", "the interviewer",
         "Ana Ruiz", "Ana Ruiz"],
    ),
    "a court": (
        """
THE COURT: Please be seated. Call your next witness.

MR. HOLM: The people call Ida Vale.

THE CLERK: Do you swear to tell the truth?

THE WITNESS: I do.

DIRECT EXAMINATION

BY MR. HOLM:

Q. Where were you on May 3?

A. I was at the quay.

Q. What did you see?

A. I saw the wall move.

MR. QUILL: Objection. Leading.

THE COURT: Overruled. You may answer.

A. It moved twice.
""",
        ["the court", "HOLM", "the clerk", "the witness", "HOLM", "(unattributed)", "HOLM", "(unattributed)",
         "QUILL", "the court", "(unattributed)"],
    ),
    "a podcast with times": (
        """
[00:00:04] Nora Vale: Welcome back to the Harbour Hour. I'm Nora Vale.

[00:00:09] Ben Holm: And I'm Ben Holm. How are you, Nora?

[00:00:13] Nora Vale: I'm cold. [laughs] But we have a guest.

[00:00:20] Ida Brell: Thanks for having me.

[00:00:24] Ben Holm: So, what did you find in the wall?

[00:00:31] Ida Brell: Water. [music]
""",
        ["Nora Vale", "Ben Holm", "Nora Vale", "Ida Brell", "Ben Holm", "Ida Brell"],
    ),
    "a machine's transcript": (
        """
Nora Vale  0:04
Welcome back to the Harbour Hour.

Ben Holm  0:09
How are you, Nora?

Nora Vale  0:13
I'm cold. Are you?

Ben Holm  0:20
I am. My boat leaks.
""",
        ["Nora Vale", "Ben Holm", "Nora Vale", "Ben Holm"],
    ),
    "a television show": (
        """
WALLACE: Good morning. I'm here with Governor Ruiz.

WALLACE (voice-over): Ruiz took office in May. Her critics say she has done little.

(BEGIN VIDEO CLIP)

BEN HOLM, FORMER GOVERNOR: She has no plan.

(END VIDEO CLIP)

WALLACE (on camera): Governor, what do you say to that?

GOV. ANA RUIZ (N): He had eight years.

(CROSSTALK)

WALLACE: Let me finish --

RUIZ: No, you had your turn.

WALLACE: We'll be right back.

(COMMERCIAL BREAK)

WALLACE: And we're back.
""",
        ["WALLACE", "WALLACE", "her critics", "Ben Holm", "WALLACE", "Ana Ruiz", "WALLACE", "Ana Ruiz",
         "WALLACE", "WALLACE"],
    ),
    "a panel": (
        """
Moderator: Who wants to begin?

Ana Ruiz: I'll go. The dam was built for another river.

Ben Holm: I disagree. We knew what we were building.

[applause]

Ida Vale: Can I come in here? You both forget the town.

Moderator: Ana?

Ana Ruiz: Nobody forgets the town.

Audience member: What about the farms?

Ben Holm: We have to pay them.
""",
        ["the moderator", "Ana Ruiz", "Ben Holm", "Ida Vale", "the moderator", "Ana Ruiz",
         "the audience member", "Ben Holm"],
    ),
    "questions and answers": (
        """
Ida Vale has run the ferry for twenty years. The Ledger spoke with her on the quay.

Q. When did you start?

A. In 2004. My father had the boat.

Q. Will you stop?

A. Not while I can stand.
""",
        ["the interviewer", "Ida Vale", "the interviewer", "Ida Vale"],
    ),
    "answers right below the questions": (
        """
Ida Vale, 51, is a diver. She talks to Ben Holm about cold water.

What is the coldest you have been?
Minus two. I was under the ice for an hour.

Did you think of giving up?
Every day. I still do.

What would you tell a beginner?
Buy a good suit. I did not.
""",
        ["the interviewer", "Ida Vale", "the interviewer", "Ida Vale", "the interviewer", "Ida Vale"],
    ),
    "a committee": (
        """
The Chair: I call the meeting to order. Ms Ruiz, you have the floor.

Ana Ruiz (Velia North): Thank you, Chair. I want to ask the minister about the dam.

The Minister (Ben Holm): I thank the honourable member for the question.

Ana Ruiz: When will it be mended?

The Minister: In May.

An hon. member: Of which year?

The Chair: Order.
""",
        ["the chair", "Ana Ruiz", "the minister", "Ana Ruiz", "the minister", "an hon member", "the chair"],
    ),
    "a call with investors": (
        """
Operator

Good day, and welcome to the Halden Water call. Our first question comes from Ida Vale of Norland Bank.

Ida Vale -- Norland Bank -- Analyst

Hi. What do you expect for the year?

Ben Holm -- Chief Executive

We expect growth. I am glad you asked.

Ida Vale -- Norland Bank -- Analyst

Thank you.
""",
        ["the operator", "Ida Vale", "Ben Holm", "Ida Vale"],
    ),
    "a debate with cross-talk": (
        """
HOLM: I have a plan, and she does not. [applause]

RUIZ: That is just not true. [cross-talk] You never had one.

MODERATOR: One at a time. Secretary Ruiz, you have two minutes.

RUIZ: Thank you. I would close the old quay. [cheers and applause]

HOLM: And who pays?
""",
        ["HOLM", "Ruiz", "the moderator", "Ruiz", "HOLM"],
    ),
    "a parliament": (
        """
Ben Holm (Velia South) (Lab): Will the minister say whether the bridge is closed?

The Minister for Roads (Ida Brandt): I thank my friend. It is resting.

Mr. Holm: Resting? My constituents would like to rest, too.

Several hon. members: Hear, hear.

Madam Speaker: Order. Let the minister answer.
""",
        ["Ben Holm", "the Minister for Roads", "Ben Holm", "several hon members", "the madam speaker"],
    ),
    "names in bold print that has been lost": (
        """
The panel met in Halden on Tuesday.

Ana Ruiz What worries me is the silence. Nobody asks the dockers.

Ben Holm I asked them. They want work.

Ana Ruiz And what did you offer?

Ben Holm A meeting.
""",
        ["Ana Ruiz", "Ben Holm", "Ana Ruiz", "Ben Holm"],
    ),
    "a recorded call": (
        """
Police released the call on Monday.

Dispatcher: Port Halden emergency, what is the address?

Caller: It's 12 Quay Street. You have to hurry.

Dispatcher: Is anybody hurt?

Caller: I don't know. I can't see.

The fire was out by noon, the mayor said.
""",
        ["the dispatcher", "the caller", "the dispatcher", "the caller", "the mayor"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", TRANSCRIPTS)
def test_a_transcript_of_a_kind_has_its_speakers(kind):
    text, expected = TRANSCRIPTS[kind]
    found = said(text.strip())
    assert [speaker for speaker, _, _ in found] == expected
    marks = ("(inaudible", "[laughs", "crosstalk", "applause", "by mr.", "0:04", "briefing", "end 3")
    assert not [words for _, _, words in found if any(mark in words.lower() for mark in marks)]


LOOK_ALIKES = {
    "a long column that asks twice": [
        "Ana Ruiz wrote of this town.", "Do you know the mill?", *["I worked there for a year."] * 5,
        "Would you go back?", *["I might, in May."] * 5],
    "a column with long parts": [
        "Ana Ruiz wrote of this town.", "Do you know the mill?", *["I worked there for a year."] * 20,
        "Would you go back?", "I might.", "Do you think it matters?", "I do."],
    "an obituary that asks what nobody knows": [
        "Ana Ruiz died in May.", "What would you do?", "I went to the church.", "Who was there?", "Half the town.",
        "Who wept?", "My mother did."],
    "an FAQ with one word in the first person": [
        "Ana Ruiz wrote the law.", "What do you pay?", "Ten crowns.", "When do you pay?", "In May.",
        "Do you pay twice?", "No. Ask me in a year."],
    "one question in a talk": ["The Ledger met Ana Ruiz.", "Do you like rain?", "I like it.", "It fell all day."],
    "a heading with Q": ["Q: Who pays for the wall?", "It is dear.", "I asked, and nobody knows."],
    "a quiz with letters": ["Q: Who is your mayor?", "A: Ana Ruiz", "B: Ben Holm", "C: Ida Holm"],
    "a list with letters": ["A. You may stay until noon.", "It is warm.", "A. We shall ask you to leave."],
    "a place whose name begins with Q": ["Q Park is near you. Will you go?", "Q Park was built by us.", "It is green."],
    "days with dashes": ["Sunday — You can swim.", "Monday — You can walk.", "Tuesday — We rest."],
    "things with dashes": ["The dam — you see it.", "The quay — we built it.", "The gate — I like it."],
    "a list with dashes": ["Velia — Rain at noon.", "Norland — Sun.", "Velia — Snow.", "Norland — Sun."],
    "one label with a question": ["Ruiz: Do you want a wall?", "The vote is on Monday.", "It rained."],
    "an advert that asks twice": ["Halden Water: Do you pay too much?", "Halden Water: Do you want more?"],
    "a list of what is for sale": ["Ana Ruiz: The house is old.", "It has a yard.", "Ana Ruiz: It is cheap.", "Hurry."],
    "headings far apart": ["Ana Ruiz: Who needs you?", "It rained.", "She left.", "He stayed.", "Ben Holm: A life"],
    "places of one word": [
        "Norland: The ferry is out. Do you have a boat?", "Velia: It rains in Norland and in Velia. We went.",
        "Norland: It is still out. Would you swim?", "Velia: We left you a note."],
    "an FAQ below a report": [
        "Ana Ruiz said in an interview that the toll would rise in May.", "Do you have to pay?", "I did.",
        "Can you go round?", "I tried. It takes an hour.", "Will you get a receipt?", "You will. I have three."],
    "an FAQ": [
        "The toll at Velia rises in May.", "Do you have to pay?", "You do. I checked.", "Can I go round?",
        "You can. It takes an hour.", "Will my receipt count?", "Yes, if you keep it. I would."],
    "an essay that opens with a question": [
        "How are you?", "I never know what to say.", "I was ill for a year, and people asked.", "What would you say?",
        "I lie.", "My doctor lies, too, and so do all whom I have met since then.", "It is a small town.",
        "I walk a lot.", "The river is low in May."],
    "an essay with a name": [
        "I read Ana Ruiz at school.", "Do you know the book?", "I lost mine.", "Would you read it?", "I would not."],
    "a column with rhetorical questions": [
        "The ferry is gone.", "Do you miss it?", "I do. It was slow, it smelled of fish, and it was ours.",
        "Would you pay twice the price?", "I would.", "The council would not, and so we drive.", "The road is wet."],
    "a quiz": ["How well do you know Velia?", "Who founded your town?", "a) Ana Ruiz b) Ben Holm",
               "When was your bridge built?", "a) 1901 b) 1974", "What do you call the river?",
               "a) the Esker b) the Marn"],
    "letters": ["Your paper is wrong. Have you seen the wall?", "I have, and it stands.", "Ana Ruiz, Velia",
                "Why do you print such things? I ask you.", "I shall not renew.", "Ben Holm, Port Halden"],
    "an agony aunt": ["Dear Ida: My husband snores. What should I do?", "Dear Tired: You should tell him. I told mine.",
                      "Dear Ida: My son lies to me. Do I tell him?", "Dear Worried: You do. I would."],
    "an agony aunt, without labels": ["My husband snores and I lie awake. What should I do?",
                                      "You should tell him. I told mine.", "My son lies to me and you. Do I tell him?",
                                      "You do. I would."],
    "a fact check": ["Claim: You can see the wall from space. Can you?", "Verdict: You cannot. We asked.",
                     "Claim: Do we pay for it?", "Verdict: We do not, and you should not."],
    "a live blog": ["Are you in the Old Town? Write to us.", "10:05 The river rises. We are at the bridge.",
                    "Have you been moved? Tell us where you are.", "10:20 I see two boats from my window."],
    "candidates": ["Ana Ruiz: engineer, 43, wants you to pay less.", "Ben Holm: baker, 41, would wait with you.",
                   "Ida Holm: nurse, 50. Who else has a plan?"],
    "who stands in an election": [
        "Ana Ruiz, engineer", "Wants to cut the toll by half.", "Ben Holm, baker", "Says little. We asked.", "Vote!"],
    "names behind what they wrote": [
        "I love the new kit.", "Ana Ruiz, 34, nurse", "My dog could do better.", "Ben Holm, 19, student",
        "I look like a fish.", "Ida Holm, teacher", "The club was asked for a comment."],
    "bodies with the names of people": [
        "Ana Ruiz Park was closed on Monday. Do you know it?", "Ben Holm Hall is near you.",
        "Ana Ruiz Park is green, and I like it."],
    "places in bold": ["**Port Halden** The ferry is out. Do you have a boat?", "**New Velia** It rains. We went.",
                       "**Port Halden** It is still out.", "**New Velia** We left."],
    "a recipe": ["Have you ever made bread?", "Mix 500 g of flour with water. I use warm water.", "Do you have time?",
                 "Let it rest for two hours. I let it rest for three.", "Bake it."],
    "a poem": ["Who are you, at my door?", "I am the rain.", "What do you want of me?", "I want your floor."],
    "results of a survey": ["Do you trust your council?", "Yes: 43 percent", "No: 41 percent", "Would you vote?",
                            "Yes: 40 percent", "No: 52 percent"],
    "a company's customers": ["Halden Water answers its customers.", "Why do you charge more?", "We built two dams.",
                              "When will you come to my street?", "We will be there in May.", "Do you test the water?",
                              "We test it each day."],
    "topics as labels": ["WEATHER: You may see rain.", "TRAFFIC: We expect jams.", "WEATHER: You may see sun.",
                         "TRAFFIC: We see none."],
    "places as labels": ["Port Halden: The ferry is out. Do you have a boat?", "Velia: It rains. We went there.",
                         "Port Halden: It is still out. Would you swim?", "Velia: We bought fish for you.",
                         "Port Halden: No ferry. Do you mind?", "Velia: We left."],
}  # fmt: skip


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_what_looks_like_an_interview_is_in_nobodys_mouth(kind):
    found = said("\n\n".join(LOOK_ALIKES[kind]))
    assert [words for _, _, words in found] == ["the toll would rise in May."] * ("report" in kind)


@pytest.mark.parametrize("kind", [kind for kind in LOOK_ALIKES if "dashes" in kind])
def test_a_list_with_dashes_is_not_taken_for_a_transcript(kind):
    assert read(["\n\n".join(LOOK_ALIKES[kind])]).problems.empty


def test_who_quotes_others_between_questions_is_a_narrator():
    text = ("Ana Ruiz runs the mill. The Ledger met her.", "Would you leave?", "I asked my wife.", "Do you like it?",
            "It smells of “old fish”, she says.", "Do you sleep?", "I do.")  # fmt: skip
    assert [words for _, _, words in said("\n\n".join(text))] == ["It smells of “old fish”"]


def test_who_is_quoted_in_an_obituary_is_not_asked():
    text = (
        "Agnes Farrow kept the light at Velia for forty years.\n\nWhy did you stay? people asked.\n\n"
        "“I liked it,” she said.\n\nDid you never leave? they asked.\n\n“I had no boat,” she said. “Nobody asked me.”"
    )
    assert "the interviewer" not in [speaker for speaker, _, _ in said(text)]


def test_the_script_of_an_advert_is_in_no_persons_mouth():
    text = (
        "Halden Soap has a new film. Ana Ruiz wrote it.\n\nWoman: Do you see my hands?\n\nMan: I do.\n\n"
        "Woman: Would you believe that I wash?\n\nMan: I would not!"
    )
    assert [speaker for speaker, _, _ in said(text)] == ["the woman", "the man"] * 2
