"""The one finder of names: runs of capitalised words in a sentence, and the full names of an article."""

import pytest

from sourcereading.text.full_names import full_names
from sourcereading.text.name_words import text_of
from sourcereading.text.names import capitalised_inside, name_runs
from sourcereading.text.sentences import sentences, tokens


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ursula von der Halden met Ana de Ruiz.", ["Ursula von der Halden", "Ana de Ruiz"]),
        ("The Ministry of Health closed Netmakers’ Quay.", ["Ministry of Health", "Netmakers’ Quay"]),
        ("She met Ruiz of Halden.", ["Ruiz", "Halden"]),
        ("He praised Halden’s Ana Ruiz.", ["Halden", "Ana Ruiz"]),
        ("It rained.", []),
    ],
)
def test_runs_of_capitalised_words_are_names(text, names):
    assert [text_of(run) for _, run in name_runs(tokens(text))] == names


def test_full_names_are_known_by_their_last_words_and_first_word_and_their_roles():
    text = "Secretary of State Ana Ruiz spoke. Lena van der Krog, the mayor of Halden, left the Ministry of Health."
    full, roles = full_names(sentences(text))
    assert {key: [*names] for key, names in full.items()} == {
        "ruiz": ["Ana Ruiz"], "ana": ["Ana Ruiz"], "krog": ["Lena van der Krog"], "lena": ["Lena van der Krog"],
        "van der krog": ["Lena van der Krog"], "der krog": ["Lena van der Krog"],
    }  # fmt: skip
    assert [*roles["mayor"]] == ["Lena van der Krog"]


def test_a_capital_counts_only_behind_another_word():
    found = capitalised_inside(sentences("Boats left. The crews of Halden sang “Home” and Ruiz’s song."))
    assert found == {"halden", "ruiz"}
