"""Whose words they are where two could have said them: a sentence in, the statements out; every kind has look-alikes,
which must stay as they are. The names and events are invented."""

import pytest

from one_text import who_said


def test_question_and_answer_without_a_word_between_them_are_nobodys():
    found = who_said("“No,” Ana Ruiz said. “Are you sure?” “Yes.”")
    assert [speaker for speaker, _ in found] == ["Ana Ruiz", "(unattributed)", "(unattributed)"]
    found = who_said("“Is it safe?” Ana Ruiz asked Ben Holm. “Yes,” he said. “And the wall?” she asked. “Less so.”")
    assert [speaker for speaker, _ in found] == ["Ana Ruiz", "Ben Holm", "Ana Ruiz", "(unattributed)"]
    assert who_said("“Why me?” Ana Ruiz asked. “I did nothing.”") == [("Ana Ruiz", "“Why me?” / “I did nothing.”")]
    assert who_said("“No,” Ana Ruiz said. “Are you sure? I am not.”")[-1][0] == "Ana Ruiz"


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The brother of the victim, Ana Ruiz,", "the brother of the victim"),
        ("The father of one of the boys, Ben Holm,", "the father of one of the boys"),
        ("The lawyer for the driver, Ben Holm,", "the lawyer for the driver"),
        ("The victim’s brother, Ben Holm,", "Ben Holm"),
        ("The mayor of Velia, Ana Ruiz,", "Ana Ruiz"),
        ("The head of the union, Ben Holm,", "Ben Holm"),
    ],
)
def test_a_name_behind_two_people_is_nobodys_in_particular(source, speaker):
    assert who_said(f"{source} said the trial was fair.") == [(speaker, "the trial was fair.")]
