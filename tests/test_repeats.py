"""Words that stand in a text twice, and what else went wrong when it was saved. All is invented."""

import pytest

import sourcereading as sr
from sourcereading.text.repeats import repeated
from sourcereading.text.sentences import FURNITURE, TEXT, paragraphs, sentences

LEAD = "Mayor Ana Ruiz said the wall may not hold. “We have to close the quay by Friday,” she said."
SECOND = "Engineer Ben Holm said it could fail."


def kinds(*lines):
    return [sentence.kind for sentence in sentences("\n\n".join(lines)) if sentence.tokens]


def reasons(*lines):
    return " ".join(sr.read(["\n\n".join(lines)]).problems["reason"])


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


def test_who_said_a_pull_quote_is_no_part_of_the_text():
    pulled, who = "“We have to close the quay by Friday”", "Ana Ruiz, mayor"
    for end, kind in ((who, FURNITURE), ("Ruiz left.", TEXT)):
        text, at = "\n\n".join([LEAD, pulled, end, SECOND]), len(LEAD) + 2
        between = at + len(pulled) + 2
        layout = f"{at}-{between - 2} quotation; {between}-{between + len(end)} quotation"
        assert [part.kind for part in sentences(text, "", layout)] == [TEXT, TEXT, FURNITURE, kind, TEXT]


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
