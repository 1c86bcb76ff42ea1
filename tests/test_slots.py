"""A phrase is a mark only where it may stand: its literal readings are none."""

import pytest

from one_text import types_of_marks as found

LITERAL = [
    "Anyone who knows the song sang.",
    "Who knows the song?",
    "Holm scored with a long shot.",
    "It was a long shot from the left that settled it.",
    "The names were printed on the cards.",
    "They threw their hats up in the air.",
    "At times of crisis the hall opens.",
    "The ship made a change of course.",
    "They were fined for certain crimes.",
    "The clerk asked no question.",
    "Ruiz reads a mystery every week.",
    "She sings in a way that pleases many.",
    "The farm lies in part of Velia.",
    "She has a degree in theory and form.",
    "Holm waved hopefully.",
    "They decide each case fairly.",
    "More broadly, the plan failed.",
    "The second song was not nearly as good.",
    "He put a coat around a 6-year-old girl.",
    "It is what we hear about all the time.",
    "Holm was held on the evidence of a diary.",
    "The panel sat judging by smell alone.",
    "They say God knows the song.",
    "She put a safe bet on the grey.",
    "The jury is still out in the trial of the builder.",
]
MARKED = [
    ("Nobody asked, and who knows what follows.", "who knows"),
    ("The bid is a long shot.", "long shot"),
    ("It looked like a long shot.", "long shot"),
    ("A split is on the cards.", "on the cards"),
    ("The plan remains up in the air.", "up in the air"),
    ("The deal hangs in the balance.", "in the balance"),
    ("They disagreed at times.", "at times"),
    ("The mayor, of course, knew.", "of course"),
    ("Holm knows for certain that it leaked.", "for certain"),
    ("There is no question about it.", "no question"),
    ("It was, in a way, a defeat.", "in a way"),
    ("Hopefully, the ferry sails.", "Hopefully"),
    ("The ferry will hopefully sail.", "hopefully"),
    ("God knows who won.", "God knows"),
    ("The sea was fairly calm.", "fairly"),
    ("About a third of the boats left.", "About"),
    ("It is a safe bet that it rains.", "a safe bet"),
    ("He gives the impression of great haste.", "gives the impression"),
    ("The plan failed in part because it rained.", "in part"),
    ("It was, to a certain extent, their fault.", "to a certain extent"),
    ("I’d be inclined to think so.", "inclined to think"),
    ("By the look of the ruts, the lorry braked late.", "By the look of"),
    ("The lorry braked late, judging by the ruts.", "judging by"),
    ("The loss was put at $3 million.", "put at"),
    ("The ferry is late, or so the story goes.", "the story goes"),
    ("The jury is still out on the tramway.", "jury is still out"),
]


@pytest.mark.parametrize("text", LITERAL)
def test_a_phrase_out_of_its_slot_is_no_mark(text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "phrase"), MARKED)
def test_a_phrase_in_its_slot_is_a_mark(text, phrase):
    assert any(phrase in words for _, words in found(text))


OPENINGS = [
    "The keeper wasted a big chance before the break.",
    "The grant offers pupils a better chance to travel.",
    "They are taking no chances with the dam.",
    "Holm won against great odds.",
    "The clerk marked 17 of a possible 20.",
    "The nurse helped in any way possible.",
    "We wish the pool could open.",
    "It was a clear chance.",
]
CHANCES = [
    ("The choir has a real chance of a medal.", "real chance"),
    ("There is a decent chance it will snow.", "chance"),
    ("There is a small chance the ferry could sail.", "small chance"),
    ("The club stands a better chance now.", "better chance"),
    ("The scheme has the potential to cut bills.", "potential"),
    ("The potential for a strike is there.", "potential"),
    ("The likelihood that it floods is rising.", "likelihood"),
    ("Odds of rain are increasing.", "Odds"),
    ("Neighbours say they're even likely to move.", "likely"),
]


@pytest.mark.parametrize("text", OPENINGS)
def test_an_opportunity_a_wish_and_a_technical_term_are_no_marks(text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "phrase"), CHANCES)
def test_a_chance_of_something_is_a_mark(text, phrase):
    assert any(phrase in words for _, words in found(text))
