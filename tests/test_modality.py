"""Modal verbs in their senses: what may be so, against what one may, can or has to do."""

import pytest

from one_text import types_of_marks as found

OPEN = [
    ("He said four might need help.", "possibility", "might"),
    ("Recruitment should not be a problem.", "possibility", "should"),
    ("Senators may also face charges.", "possibility", "may"),
    ("The players may now miss the final.", "possibility", "may"),
    ("No deal may be better than a bad one.", "possibility", "may"),
    ("Under the new law, thousands could lose their homes.", "possibility", "could"),
    ("He named three villages that might flood.", "possibility", "might"),
    ("The grant, which might run out in June, pays two nurses.", "possibility", "might"),
    ("Whatever might come, the school stays.", "possibility", "might"),
    ("Nothing that might leak is stored here.", "possibility", "might"),
    ("Those might be the last bees in the valley.", "possibility", "might"),
    ("The fog should lift by eight.", "possibility", "should"),
    ("The ferry should be running again by Sunday.", "possibility", "should"),
    ("The harvest should begin next week.", "possibility", "should"),
    ("The new valve should reduce the noise.", "possibility", "should"),
    ("Swimming should resume in June.", "possibility", "should"),
    ("Paint like this can harm fish.", "approximator", "can"),
    ("A cold winter can kill the vines.", "approximator", "can"),
    ("Wet leaves can be dangerous on the track.", "approximator", "can"),
    ("The wind could tear off the roof.", "possibility", "could"),
    ("They must have taken the wrong road.", "possibility", "must have"),
    ("It must be a joke.", "possibility", "must be"),
    ("The plan may be dropped.", "possibility", "may"),
    ("The vote may not be held at all.", "possibility", "may"),
    ("The mill may be used as a school from May, Holm thinks.", "possibility", "may"),
    ("The ice in the harbour should be gone by noon.", "possibility", "should"),
    ("The ferry from Port Halden should have arrived by now.", "possibility", "should"),
    ("He must be the oldest keeper in Velia.", "possibility", "must be"),
    ("He could lose his seat over it.", "possibility", "could"),
    ("It is a flaw that could cost millions.", "possibility", "could"),
    ("She warned that he could run again.", "possibility", "could"),
    ("The worst damage could come by night.", "possibility", "could"),
    ("The best doctors could leave.", "possibility", "could"),
    ("The house they live in may fall.", "possibility", "may"),
    ("No deal may be reached by June.", "possibility", "may"),
    ("Hailstones can break a roof.", "approximator", "can"),
    ("The crate is supposed to hold 900 coins.", "attribution", "supposed"),
    ("The clerk is supposed to have fled.", "attribution", "supposed"),
    ("Those who voted for him may lose heart.", "possibility", "may"),
    ("Voters in the north may turn away from her.", "possibility", "may"),
    ("Holders of the bond may lose their money.", "possibility", "may"),
    ("Members of the union may strike next week.", "possibility", "may"),
    ("Each storm may bring more rain.", "possibility", "may"),
]


@pytest.mark.parametrize(("text", "kind", "word"), OPEN)
def test_a_modal_of_what_may_be_so_is_a_mark(text, kind, word):
    assert (kind, word) in found(text)


def test_a_promise_of_leave_and_a_polite_phrase_leave_only_their_own_mark():
    assert found("She promised him that he could run the mill.") == [("commitment", "promised")]
    assert found("She would stay if she could find the money.") == [("conditional", "if")]


CLOSED = [
    # what is allowed or was possible, by who does it, what they do and under which rule
    "Jurors may not discuss the case with anyone.",
    "The president may, under the constitution, dissolve parliament.",
    "The council may by order close any footpath, the law says.",
    "No boarder may keep a phone.",
    "Last year members could borrow six books.",
    "With a permit, farmers could hunt on the moor.",
    "This map may not be copied.",
    "Names of minors may not be published.",
    "The ramp may only be used by crews.",
    "The bus could carry 60 pupils.",
    "The old tank could store 900 litres.",
    "The barn could sleep twelve.",
    "She could tell the coin was false.",
    "You could tell from the smell.",
    "He left early so he could vote.",
    "The gate shut before they could leave.",
    "Could you spell that, the clerk asked?",
    "Their might lay in numbers.",
    "Economic might was no help.",
    "The mayor should resign by Friday.",
    "The firm should reopen the path by June.",
    "The bill should be paid by Monday.",
    "Parents should return the forms by noon.",
    "The council should reduce the fee.",
    "She can drive a lorry.",
    "The mayor can help residents fill in forms.",
    "Members can reduce their fee by half.",
    "The depot can hold 40 buses.",
    "You can lower the blind by hand.",
    "Come what may, he sings on Friday.",
    "The keys should be returned by noon.",
    "The firm should have paid its crews by now.",
    "The firm is supposed to hold a meeting by noon.",
    "Holm can break the seal.",
    # a bound is true or false as it stands
    "More than 300 pupils left.",
    "At least nine cows died.",
    "Up to 400 people work there.",
    "As many as 60 horses ran.",
    "No mayor could lift the ban.",
    "The vase is older than they thought possible.",
    "No one at the mill could tell jokes like Holm.",
    "The hall could seat 900 people.",
    "They wanted the longest test you could find.",
    "The tea was as hot as he could drink it.",
    "May the best team win.",
    # what somebody could do, then or by themselves, and what they were allowed to do
    "It was a voice that could fill a hall.",
    "At eighty he could name every bridge.",
    "It was worse than the founders could have imagined.",
    "Only an outsider could mend it.",
    "The most useful step Ruiz could take was to resign.",
    "It was the longest route that he could find.",
    "The court ruled that they could stay.",
    "They built it with something he could lift.",
    # permission, with a clause or a phrase between who is allowed it and "may"
    "Members who pay the higher fee may take pictures without flash.",
    "Those who pay the higher fee may take pictures.",
    "Holders of a press card may take pictures.",
    "Everyone with a badge may enter the crypt.",
    "Adults may take pictures.",
    # permission by law, the month, politeness
    "By law, no one may ask for votes near the hall.",
    "She said it in may when the bill was read.",
    "The fair opens in early may.",
]


@pytest.mark.parametrize("text", CLOSED)
def test_permission_ability_capacity_duty_and_the_noun_are_no_marks(text):
    assert found(text) == []
