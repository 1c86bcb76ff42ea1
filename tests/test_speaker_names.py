"""Who is named: the sentence in, the names of those who speak out. All sentences are invented."""

import json
from pathlib import Path

import pytest

import sourcereading as sr
from one_text import attributed
from sourcereading.text.parts_of_speech import is_past, is_present

HERE = Path(__file__).parent


def speakers(text):
    return [speaker.name for speaker in attributed(text)[1].speakers]


def said(text):
    rows = attributed(text)[1].rows
    return [(row.speaker, text[row.start : row.end]) for row in rows if row.speaker != "(writer)"]


@pytest.mark.parametrize(
    "name",
    [
        "World Health Organization", "Office for National Statistics", "Institute for Fiscal Studies",
        "Centers for Disease Control and Prevention", "Food and Drug Administration", "Council on Foreign Relations",
        "Securities and Exchange Commission", "Royal Society for the Protection of Birds", "Friends of the Earth",
        "Liberal Democrats", "House of Commons", "Israel Defense Forces", "Center for Science in the Public Interest",
        "Bill and Melinda Gates Foundation", "Ohio Sports Hall of Fame", "Doctors Without Borders",
        "Organization for Security and Co-operation in Europe", "Marks and Spencer", "WHO", "Bank of England",
    ],
)  # fmt: skip
def test_an_institution_keeps_its_whole_name(name):
    assert speakers(f"The {name} said that the plan was dead.") == [name]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("World Health Organization", "World Trade Organization"),
        ("Office for National Statistics", "Office for Budget Responsibility"),
        ("Israel Defense Forces", "Syrian Democratic Forces"),
    ],
)
def test_two_institutions_do_not_become_one_by_a_word_they_share(first, second):
    assert speakers(f"The {first} said it was late. The {second} said it was not late.") == [first, second]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Johanna van den Brink said the road was shut. Van den Brink said it may flood.", "Johanna van den Brink"),
        ("Marlies de Graaf said it was shut. De Graaf said it may flood. Ms de Graaf said it did.", "Marlies de Graaf"),
        ("Debora Wasser Schulte said it was lost. Wasser Schulte said it may rain.", "Debora Wasser Schulte"),
        ("Joan Judge said the ward was full. Ms Judge said it may close. Judge said no one called.", "Joan Judge"),
        ("Peter Bishop, a plumber, said the pipe was old. Mr Bishop said it may burst.", "Peter Bishop"),
        ("Harold Quint Jr. said the road was shut. Quint said it may flood.", "Harold Quint Jr"),
        ("J.R. Holm said the road was shut. J. R. Holm said it may flood.", "J.R. Holm"),
        ("Ana M. Ruiz said the road was shut. Ana Ruiz said it may flood.", "Ana M. Ruiz"),
        ("Will Holm said he would stay.", "Will Holm"),
        ("April March said the road was shut.", "April March"),
        ("Surgeon Ben Holm said it was late. Holm said it may rain.", "Ben Holm"),
        ("U.S. Ambassador to Norland Ben Holm said it was late. Holm said it may rain.", "Ben Holm"),
        ("State Rep. Ben Holm, R-Halden, who is a baker, said it was late.", "Ben Holm"),
        ("Dr. Ben Holm, MD, MPH, said it was late.", "Ben Holm"),
        ("Late on Friday Ruiz said the plan was dead.", "Ruiz"),
        ("On December 18th Norland announced that it would leave.", "Norland"),
        ("In May Ana Ruiz said it was late. Ruiz said it may rain.", "Ana Ruiz"),
        ("Yesterday afternoon Ana Ruiz said the hall was shut.", "Ana Ruiz"),
        ("Dara Finch [pictured] said the ward was full.", "Dara Finch"),
        ("3M said it may sell the plant.", "3M"),
        ("IT said that the servers were down.", "IT"),
        ("The bridge is closed, according to a report Friday.", "a report"),
        ("Democrats, including Vice President Holm, have met and argued it is the latest.", "Democrats"),
        ("The family of Ben Holm, an Israeli American, says it is late.", "the family of Ben Holm"),
        ("A brochure she got about her new car said it was late.", "a brochure"),
        ("This comes after police said it was late.", "police"),
        ("The child was otherwise fine and the army said it was late.", "the army"),
        ("The Republican incumbent said it was late.", "the Republican incumbent"),
    ],
)
def test_a_speaker_has_one_name(text, name):
    assert speakers(text) == [name]


def test_an_institution_may_leave_out_whose_it_is():
    text = "The Halden Harbour Board said it was late. The Harbour Board said it may rain."
    assert speakers(text) == ["Halden Harbour Board"]


def test_a_word_that_only_opens_a_quotation_is_no_part_of_a_name():
    assert speakers("“Now Hamas must agree,” Ana Ruiz said. Hamas said it was late.") == ["Ana Ruiz", "Hamas"]


def test_another_minister_is_not_the_prime_minister():
    text = (
        "Prime Minister Ben Olin left. The Israeli foreign minister said it was late. "
        "The prime minister said it was not."
    )
    assert [name for name, _ in said(text)] == ["the Israeli foreign minister", "Ben Olin"]


@pytest.mark.parametrize(
    "text",
    [
        "You get a lot more frequent, harsher and unkind comments.",
        "The vote came amid international calls to end the war.",
        "The weak sales report has cleared the way for a cut.",
        "Her more heated remarks in other halls have left the party in doubt.",
        "Benchmark 10-year notes last rose in price.",
        "These new demands that it close are late.",
        "The bank will face 18 states, two firms and a number of towns.",
        "Two questions: Why would Holm do that?",
        "Twenty-seven states led by coal firms are challenging the rules.",
    ],
)
def test_a_noun_is_no_verb_of_saying(text):
    assert speakers(text) == []


def test_a_number_in_a_name_counts_nothing():
    assert speakers("Area 51 reports that the gate is shut.") == ["Area 51"]


@pytest.mark.parametrize(
    ("text", "name", "members"),
    [
        ("Mary Oost and Jon Abel said it was late.", "Mary Oost and Jon Abel", ["Mary Oost", "Jon Abel"]),
        ("Ministers Ana Ruiz and Jon Abel said it was late.", "Ana Ruiz and Jon Abel", ["Ana Ruiz", "Jon Abel"]),
        ("“It is late,” said Ana Ruiz and her aunt.", "Ana Ruiz and her aunt", ["Ana Ruiz", "her aunt"]),
        (
            "Mia Holm, Jon Abel and Ana Ruiz said it was late.",
            "Mia Holm, Jon Abel and Ana Ruiz",
            ["Mia Holm", "Jon Abel", "Ana Ruiz"],
        ),
        ("Oost and Abel said it was late.", "Oost and Abel", ["Oost and Abel"]),
    ],
)
def test_those_who_speak_together_are_each_a_speaker(text, name, members):
    reading = sr.read([text])
    assert {row for row in reading.statements["speaker"] if row != "(writer)"} == {name}
    assert [*reading.speakers["speaker"]] == members
    assert set(reading.speakers["statements"]) == {1} and reading.speakers["indirect_words"].nunique() == 1


def test_a_spokesman_for_two_is_one():
    assert speakers("A spokesman for Mary Oost and Jon Abel said it was late.") == [
        "a spokesman for Mary Oost and Jon Abel"
    ]


def test_every_speaker_is_a_noun_phrase():
    """In all invented texts: no speaker is a number, an article or an adverb, and none holds a verb of its own."""
    texts = [json.loads(line)["text"] for line in (HERE / "data/attribution_invented.jsonl").read_text().splitlines()]
    texts += [path.read_text() for path in sorted((HERE.parent / "data/practice").rglob("*.txt"))]
    names = [name for text in texts for name in speakers(text) if not name.startswith("(")]
    assert len(names) > 100
    for name in names:
        small = [word for word in name.split() if word[0].islower()]
        assert any(letter.isalpha() for letter in name), name
        assert name.lower() not in ("the", "a", "an", "this", "that", "there", "late", "now", "together"), name
        assert not any(is_present(word) for word in small), name
        assert not (len(small) > 1 and is_past(small[-1])), name
