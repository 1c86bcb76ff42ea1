"""Words that must not be put into the mouth of a thing, or of somebody else: a sentence in, the statements out. The
names and events are invented."""

import pytest

from one_text import who_said


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("the court phone records placed the car in Velia.", "phone records placed the car in Velia."),
        ("jurors phone records placed the car in Velia.", "phone records placed the car in Velia."),
        ("the inquest police had received no call.", "police had received no call."),
        ("reporters staff had left.", "staff had left."),
        ("the court officials in Velia that it leaked.", "it leaked."),
        ("reporters gathered at the port that it leaked.", "it leaked."),
        ("jurors selected in March to go home.", "jurors selected in March to go home."),
    ],
)
def test_who_is_told_ends_where_a_clause_begins(told, words):
    assert who_said(f"Ana Ruiz told {told}") == [("Ana Ruiz", words)]


def test_what_a_document_shows_is_within_what_is_told():
    found = who_said("Ana Ruiz told the court bank statements showed 63 payments.")
    assert found == [("Ana Ruiz", "bank statements showed 63 payments."), ("bank statements", "63 payments")]


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("The maker of Orme chips and Halden soap", "the maker of Orme chips and Halden soap"),
        ("The owner of the ships and Halden officials", "Halden officials"),
        ("Voters praised the owner of ships and Ana Ruiz", "Ana Ruiz"),
    ],
)
def test_what_somebody_makes_does_not_speak(subject, speaker):
    assert who_said(f"{subject} said it leaks.") == [(speaker, "it leaks.")]


def test_a_place_before_based_is_not_one_of_two_speakers():
    speaker, words = who_said("The Halden, Norland-based maker of Orme chips and Velia soap expects a loss of $3.")[0]
    assert (speaker, words) == ("Norland-based maker of Orme chips and Velia soap", "a loss of $3.")


@pytest.mark.parametrize(
    "text",
    [
        "Replays suggested he was right.",
        "The “Orme Roar”, as the drummers call it, was finally heard.",
        "Ana Ruiz and Ben Holm, as they call each other, have met again.",
        "The referee questioned the two captains, looked at the pitch and left.",
        "Police questioned three men on Monday.",
        "The board questioned Ana Ruiz about the leak.",
        "The doctors had written it off.",
        "It was a story of crossed signals, slights and late boats.",
    ],
)
def test_what_is_no_statement(text):
    assert who_said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Critics suggested he was right.", "critics", "he was right."),
        ("Replays suggested that he was right.", "replays", "he was right."),
        ("The old wall was, as Ana Ruiz puts it, “a fox”.", "Ana Ruiz", "“a fox”."),
        ("As Ana Ruiz puts it, the wall is late.", "Ana Ruiz", "the wall is late."),
        ("Ana Ruiz questioned the mayor’s plan.", "Ana Ruiz", "the mayor’s plan."),
        ("Ana Ruiz questioned the health of the captain.", "Ana Ruiz", "the health of the captain."),
        ("Ana Ruiz questioned the role of the two captains.", "Ana Ruiz", "the role of the two captains."),
        ("Ana Ruiz wrote down that it leaks.", "Ana Ruiz", "it leaks."),
    ],
)
def test_what_is_one(text, speaker, words):
    assert who_said(text) == [(speaker, words)]


BLOG = """Our blog on the storm goes on all day.

Orme Rail, the train operator, has posted:

“Do not travel. Tickets for today will be valid until Sunday.”

Ana Ruiz, the mayor, met Ben Holm, the coach, at noon. More from Ruiz, who took questions:

Q: Was the wall ready?
A: It was ready for the storm we were told to expect.

Q: Should you have warned them sooner?
A: I leave that to Holm."""


def test_a_post_in_a_blog_with_questions_ends_with_its_quotation_and_who_answers_is_announced():
    assert who_said(BLOG) == [
        ("Orme Rail", "“Do not travel. / Tickets for today will be valid until Sunday.”"),
        ("the interviewer", "Was the wall ready?"),
        ("Ana Ruiz", "It was ready for the storm we were told to expect."),
        ("the interviewer", "Should you have warned them sooner?"),
        ("Ana Ruiz", "I leave that to Holm."),
    ]


def test_who_sends_words_from_a_place_is_named_without_it():
    assert who_said("Reader Ana Ruiz emails from Velia: “It leaks.”") == [("Ana Ruiz", "“It leaks.”")]


@pytest.mark.parametrize("verb", ["spoke to say", "talked to said", "have spoken to say"])
def test_whom_the_writer_spoke_to_is_the_source(verb):
    assert who_said(f"The crews we {verb} the wall is wet.") == [("the crews", "the wall is wet.")]


def test_to_speak_is_not_to_speak_to_somebody():
    assert who_said("She spoke to say goodbye.") == []


@pytest.mark.parametrize(
    "remark",
    [
        "local president of the prison workers' union",
        "the latest indication of the high cost of the storm as Velia expands the port and orders a new pump",
        "the kind of leak that topples walls",
    ],
)
def test_an_apposition_behind_a_reporting_clause_is_not_said(remark):
    assert who_said(f"The wall has cracked, said Ana Ruiz, {remark}.") == [("Ana Ruiz", "The wall has cracked")]


@pytest.mark.parametrize("more", ["the walls crack and nobody cares", "the town is empty", "rivers will rise"])
def test_a_clause_behind_a_reporting_clause_is_said(more):
    assert who_said(f"The dam leaks, Ana Ruiz said, {more}.") == [("Ana Ruiz", f"The dam leaks / {more}.")]


def test_reports_that_somebody_has_seen_are_a_noun():
    found = who_said("Norland intelligence reports seen by the Halden Post suggest that the dam leaks.")
    assert found == [("Norland intelligence reports", "the dam leaks.")]
    assert who_said("The paper reports that the dam leaks.") == [("the paper", "the dam leaks.")]


def test_a_base_form_behind_what_somebody_said_is_no_verb_of_the_speaker():
    found = who_said("Ana Ruiz said she would go to the square and shout “Enough.”")
    assert found == [("Ana Ruiz", "she would go to the square and shout “Enough.”")]
    assert who_said("Critics say the dam leaks and warn it could break.") == [
        ("critics", "the dam leaks"),
        ("critics", "it could break."),
    ]


def test_the_verb_behind_a_relative_clause_may_be_that_of_what_is_told():
    told = "the call that the paper just reported was “mad”."
    assert who_said(f"Ana Ruiz told the Halden Post that {told}") == [("Ana Ruiz", told)]
    assert ("police", "is armed") in who_said("A man who police say is armed is on the run.")


def test_what_was_done_in_a_thing_is_not_said_with_the_verb_behind_it():
    assert who_said("The vote in which they confirmed the mayor’s win in Velia did not help her.") == []
    found = who_said("In a letter in which they confirmed the dam was safe, the engineers left.")
    assert found == [("(unattributed)", "the dam was safe")]


def test_a_critic_in_a_clause_about_somebody_is_not_the_one_who_speaks_next():
    found = who_said("Ben Holm, whom a teacher described as shy, left the school. He said it was too loud.")
    assert found == [("a teacher", "shy"), ("Ben Holm", "it was too loud.")]
    found = who_said("The board heard a farmer who described the fire as huge. He said he had called the police.")
    assert found[1][0] == "a farmer"


def test_who_made_a_speech_speaks_in_it():
    start = "Tom Ruland and Ben Holm are mayors. Ruland said it leaks."
    found = who_said(f"{start} Ruland watched a clip of a speech Holm gave in 2019, in which he said the army won.")
    assert found[-1] == ("Ben Holm", "the army won.")
    assert who_said(f"{start} Ruland gave a speech in Velia, in which he said the army won.")[-1][0] == "Tom Ruland"


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("a nurse at the hospital, Ana Ruiz", "Ana Ruiz"),
        ("another witness, former port adviser Ana Ruiz", "Ana Ruiz"),
        ("an aide in Halden, Norland", "an aide"),
        ("a clerk in the office, citing former mayor Ben Holm", "a clerk"),
        ("a clerk, former aide to mayor Ben Holm", "a clerk"),
    ],
)
def test_who_is_described_is_named_behind_a_comma(source, speaker):
    assert who_said(f"“It leaks,” said {source}.") == [(speaker, "“It leaks,”")]


def test_what_is_added_needs_no_comma():
    found = who_said("“It leaks,” says Ana Ruiz adding that it may break.")
    assert found == [("Ana Ruiz", "“It leaks,”"), ("Ana Ruiz", "it may break.")]
    found = who_said("“It leaks,” Ana Ruiz said adding that it may break.")
    assert found == [("Ana Ruiz", "“It leaks,”"), ("Ana Ruiz", "it may break.")]
    assert who_said("Ana Ruiz said adding salt was wrong.") == [("Ana Ruiz", "adding salt was wrong.")]
    assert who_said("“It leaks,” said the reporting team.") == [("the reporting team", "“It leaks,”")]
