"""Those who are named one after the other and speak together: invented sentences."""

import pytest

import sourcereading as sr
from one_text import said

TOGETHER = [
    ("Sen. Ana Ruiz, R-Norland, and Rep. Ben Holm, D-Halden, said it rained.", "Ana Ruiz and Ben Holm"),
    ("Sen. Ana Ruiz (R-Norland) and Rep. Ben Holm (D-Halden) both said it rained.", "Ana Ruiz and Ben Holm"),
    ("Sens. Ana Ruiz (D-Ore.), Ben Holm (D-Ohio) and Ida Hale (D-N.J.) all said it rained.",
     "Ana Ruiz, Ben Holm and Ida Hale"),
    ("Ana Ruiz, 56, of Halden, Ben Holm, 34, of Norvale, and Ida Hale, 20, said it rained.",
     "Ana Ruiz, Ben Holm and Ida Hale"),
    ("Mayor Ana Ruiz of Halden, Mayor Ben Holm of Norvale and Mayor Ida Hale of Orme said it rained.",
     "Ana Ruiz, Ben Holm and Ida Hale"),
    ("Ana Ruiz, the mayor of Halden, and Ben Holm, her deputy, said it rained.", "Ana Ruiz and Ben Holm"),
    ("The White House, the Pentagon, and the State Department said it rained.",
     "White House, Pentagon and State Department"),
    ("“It rained,” said Sen. Ana Ruiz, R-Norland, and Rep. Ben Holm, D-Halden.", "Ana Ruiz and Ben Holm"),
    ("It rained, according to Sen. Ana Ruiz, R-Norland, and Rep. Ben Holm, D-Halden.", "Ana Ruiz and Ben Holm"),
    ("According to Ana Ruiz, 56, and Ben Holm, 34, it rained.", "Ana Ruiz and Ben Holm"),
    ("United States Citizenship and Immigration Services said it rained.",
     "United States Citizenship and Immigration Services"),
    ("U.S. Customs and Border Protection said it rained.", "U.S. Customs and Border Protection"),
    # who is only described
    ("Doctors, nurses and porters said it rained.", "doctors, nurses and porters"),
    ("Fishermen, farmers, and shopkeepers said it rained.", "fishermen, farmers, and shopkeepers"),
    ("The mayor, the sheriff and two councillors said it rained.", "the mayor, the sheriff and two councillors"),
    ("“It rained,” doctors, nurses and porters said.", "doctors, nurses and porters"),
    ("It rained, according to doctors, nurses and porters.", "doctors, nurses and porters"),
    ("“It rained,” said the mayor, two officers and a nurse.", "the mayor, two officers and a nurse"),
    ("Officials in Velia, Norland and Halden said it rained.", "officials in Velia, Norland and Halden"),
    ("The governments of Norland, Velia and Orvane said it rained.", "the governments of Norland, Velia and Orvane"),
    ("Lawyers for Holm, Ana Ruiz and Bo Orme said it rained.", "lawyers for Holm, Ana Ruiz and Bo Orme"),
    ("Lawyers for Holm, Ana Ruiz and Bo Orme, said it rained.", "Ana Ruiz and Bo Orme"),
    ("In a letter to parents, teachers and pupils said it rained.", "teachers and pupils"),
    ("Asked by reporters, nurses and doctors said it rained.", "nurses and doctors"),
    ("The play moved critics, and nurses and doctors said it rained.", "nurses and doctors"),
    ("According to the mayor, nurses and porters left.", "the mayor"),
    ("According to cables from the embassy, Ana Ruiz and Bo Orme left.", "cables from the embassy"),
    # who does not speak
    ("She met Ida Orme, and Ana Ruiz said it rained.", "Ana Ruiz"),
    ("Backed by Ben Holm, the mayor, and Ida Hale, Ana Ruiz said it rained.", "Ana Ruiz"),
    ("In Halden, Norland, Ana Ruiz said it rained.", "Ana Ruiz"),
    ("“It rained,” said Ana Ruiz, the mayor, and Ben Holm left.", "Ana Ruiz"),
    ("“It rained,” said Ana Ruiz, the mayor, and Ben Holm, her deputy, left.", "Ana Ruiz"),
    ("According to Ana Ruiz, Ben Holm and Ida Hale left.", "Ana Ruiz"),
    ("The White House and Health Services said it rained.", "White House and Health Services"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), TOGETHER)
def test_all_of_those_who_are_named_together_speak(text, speaker):
    assert [one for one, _, _ in said(text)] == [speaker]


WHOSE = [
    ("@ruiz wrote: “It rained.”", [("@ruiz", "“It rained.”")]),
    ("“It rained,” tweeted @ruiz.", [("@ruiz", "“It rained,”")]),
    ("The ad ends with footage of Ben Holm saying, “It rained.”", [("Ben Holm", "“It rained.”")]),
    ("In a talk with the board of the Halden Post Ana Ruiz said it rained.", [("Ana Ruiz", "it rained.")]),
    ("In a story the Halden News Service said it rained.", [("Halden News Service", "it rained.")]),
    ("The Halden Post reports that it rained, according to the Velia Centre.",
     [("Halden Post", "it rained, according to the Velia Centre."), ("Velia Centre", "it rained")]),
    ("Police said that it rained, according to the Halden Post.",
     [("Halden Post", "Police said that it rained"), ("police", "it rained")]),
    ("Ana Ruiz confirmed that she had met Holm but declined to discuss it.", [("Ana Ruiz", "she had met Holm")]),
    ("Ana Ruiz said that he came but wanted to leave.", [("Ana Ruiz", "he came but wanted to leave.")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statements"), WHOSE)
def test_whose_words_they_are(text, statements):
    assert [(one, words) for one, _, words in said(text)] == statements


def test_what_an_account_writes_is_told_on_social_media():
    rows = sr.read(["@ruiz wrote: “It rained.” Ben Holm (@holm) wrote: “It did.”"]).statements
    assert [*rows.loc[rows["speaker"] != "(writer)", "channel"]] == ["social media"] * 2


def test_a_title_for_several_is_that_of_each():
    rows = sr.read(["Sens. Ana Ruiz (D-Ore.), Ben Holm and Ida Hale said it rained."]).speakers
    assert [*rows["position"]] == ["politician"] * 3
