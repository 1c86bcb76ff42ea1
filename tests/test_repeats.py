"""Furniture, and words that stand in a text twice: what is no part of the article is no text. All is invented."""

import pytest

import sourcereading as sr
from sourcereading.text.furniture import buttons_end, is_furniture
from sourcereading.text.repeats import repeated
from sourcereading.text.sentences import FURNITURE, TEXT, paragraphs, sentences
from timing import ALLOWED, growth, units

LEAD = "Mayor Ana Ruiz said the wall may not hold. “We have to close the quay by Friday,” she said."
SECOND = "Engineer Ben Holm said it could fail."


def kinds(*lines):
    return [sentence.kind for sentence in sentences("\n\n".join(lines)) if sentence.tokens]


def reasons(*lines):
    return " ".join(sr.read(["\n\n".join(lines)]).problems["reason"])


@pytest.mark.parametrize(
    "line",
    [
        "Read more: the minister who said no",
        "READ MORE: Dam holds for now",
        "RELATED: Why the dam holds",
        "Editor’s note (3 May 2024): the dam is 40 metres high.",
        "Share | Facebook | Twitter | Email",
        "Updated 3 May 2024, 05:39 GMT",
        "Copyright 2024 Halden Media. All rights reserved.",
        "(Reporting by Ana Ruiz in Halden; Editing by Ben Holm)",
        "—Staff writer Ana Ruiz can be reached at ana.ruiz@haldenpost.example. Follow her on X @ruiz.",
        "This article has been reviewed according to Halden Wire's editorial process and policies.",
    ],
)
def test_what_is_no_part_of_the_article_is_furniture(line):
    assert is_furniture(line)
    assert kinds("The dam held.", line, "Nobody was hurt.") == [TEXT, FURNITURE, TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the minister said.",
        "The paper’s copyright claim failed.",
        "Copyright 2024 was the law’s name, Ana Ruiz said.",
        "All rights reserved for kings fell to the people, the court said.",
        "Follow the money.",
        "Reporting by Ana Ruiz showed that the dam leaks.",
        "Writing by hand is slow.",
        "He used Facebook, Twitter, WhatsApp and Email to reach voters.",
        "The hut can be reached at dawn.",
        "The panel contributed to this report, which names Ben Holm.",
        "She objected to the paper’s editorial process.",
        "In May 2024 the dam held.",
        "Related costs rose.",
    ],
)
def test_a_sentence_with_the_words_of_furniture_is_text(line):
    assert not is_furniture(line)
    assert kinds("The dam held.", line, "Nobody was hurt.") == [TEXT, TEXT, TEXT]


def test_a_row_of_buttons_and_what_stands_before_it_are_cut_off():
    text = "By Ana Ruiz - 3 May Share Facebook Twitter Email A senior official has said the dam leaks.\n\nIt rained."
    assert [(text[part.start : part.end], part.kind) for part in sentences(text)] == [
        ("By Ana Ruiz - 3 May Share Facebook Twitter Email", FURNITURE),
        ("A senior official has said the dam leaks.", TEXT),
        ("It rained.", TEXT),
    ]
    assert buttons_end("Share prices fell on Facebook.", 0, 30) is None


def test_a_headline_in_capitals_between_paragraphs_is_a_heading():
    line = "As Halden’s Statements on the Dam Stir Controversy, Some Members Call for Silence on All Questions"
    assert kinds("The dam held.", line, "Nobody was hurt.") == [TEXT, "heading", TEXT]
    assert kinds("The dam held.", f"{line}.", "Nobody was hurt.") == [TEXT, TEXT, TEXT]


def test_a_text_saved_twice_over_is_counted_once_and_said():
    reading = sr.read(["\n\n".join([LEAD, SECOND] * 3)])
    assert reading.speakers.set_index("speaker")["statements"].to_dict() == {"Ana Ruiz": 2, "Ben Holm": 1}
    assert reading.articles["sentences"].tolist() == [3]
    (reason,) = reading.problems["reason"]
    assert reason.startswith("4 of 6 paragraphs repeat words of others (the first: “Mayor Ana Ruiz said")


def test_a_pull_quote_is_not_counted_wherever_it_stands():
    pulled = "“We have to close the quay by Friday”"
    for lines in ([LEAD, pulled, SECOND], [pulled, LEAD, SECOND]):
        assert kinds(*lines).count(TEXT) == 3
        assert "1 of 3 paragraphs repeats words of another" in reasons(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["“No,” she said.", LEAD, "“No,” she said."],  # short words are said twice
        ["What do you want from the council now?", SECOND, "What do you want from the council now?", LEAD],
        [LEAD, "“We have to close the road by Friday”", SECOND],
        [LEAD, "The wall may not hold.", SECOND],
    ],
)
def test_words_that_only_look_alike_are_read(lines):
    text = "\n\n".join(lines)
    assert not repeated(text, paragraphs(text))
    assert "repeat" not in reasons(*lines)


def test_a_heading_may_repeat_what_is_said_without_a_warning():
    assert "repeat" not in reasons("We Have to Close the Quay by Friday", LEAD, SECOND)


def test_glued_sentences_and_broken_words_are_said_with_their_number():
    said = "1 sentence begins without a blank before it (“hold.Engineer”)"
    assert said in reasons("It may not hold.Engineer Ruiz left.")
    assert "2 sentences begin without" in reasons("It may not hold.Ruiz left.Holm stayed.")
    wrapped = (
        "The mayor of the town of Halden said on Monday that she would cut pen-\n"
        "sions for all who work in the old harbour, and that it would proba-\nbly rain."
    )
    assert "2 words are broken at the end of a line (“pen- sions”)" in reasons(wrapped)
    assert reasons("The well-known U.S.House met. She reads Halden.Com.") == ""


@pytest.mark.slow
@pytest.mark.parametrize("unit", units(["Share ", "Share Facebook Email ", "Read more: ", "a@b ", "Follow a "]))
def test_time_of_furniture_grows_with_the_text_and_no_faster(unit):
    assert growth(str, is_furniture, unit) < ALLOWED
    assert growth(str, sentences, f"{unit}\n\n") < ALLOWED
