"""What a page declares of its article, cleaned. All names are invented."""

import pytest

from sourcereading.text.page_facts import authors_of, lines_of, outlet_of, signed_by, title_of


@pytest.mark.parametrize(
    ("declared", "title", "addresses", "outlet"),
    [
        (["The Marn Post", "Marnpost"], "Dam holds", ["www.marnpost.example", ""], "The Marn Post"),
        (["", "Marnpost"], "Dam holds | News | The Marn Post", ["marnpost.example", ""], "The Marn Post"),
        (["", "Thecrimson"], "Dam holds - The Halden Crimson", ["thecrimson.com", ""], "The Halden Crimson"),
        (["U.S.", "Norland Wire", ""], "Dam holds", ["", "@NorlandWire"], "Norland Wire"),
        (["haldentoday", "HALDEN TODAY", ""], "Dam holds", ["haldentoday.com", ""], "HALDEN TODAY"),
        (["Halden Today", "The Halden TODAY inc."], "Dam holds", ["haldentoday.example", ""], "Halden Today"),
        (["The Halden TODAY inc.", ""], "Dam holds", ["haldentoday.example", ""], ""),
        (["", "Story dam holds after night of storm 105726154"], "Dam holds", ["wire.halden.example", ""], ""),
        (["", "Hosted"], "Dam holds", ["hosted.wire.example", ""], ""),
        (["Hosted", "Hosted"], "Dam holds | Hosted", ["hosted.wire.example", "@wire"], ""),
        (["Marn", "Marn"], "Dam holds", ["marn.letters.example", "@marn"], "Marn"),
        (["", "haldenobserver.com"], "Dam holds", ["haldenobserver.com", ""], "haldenobserver.com"),
        (["", ""], "Dam holds - Ana Ruiz", ["marnpost.example", ""], ""),
        (["", ""], "Dam holds | The Halden Courier", ["", "", "The Halden Courier"], "The Halden Courier"),
        (["Halden | Velia, Norland", ""], "Dam holds", ["halden.example", ""], "Halden"),
        (["Dams | Velia, Norland", ""], "Dam holds", ["halden.example", ""], "Dams | Velia, Norland"),
        (["", "Newsfromtides"], "Dam holds | Tides | NAAS", ["tides.example", "@newsfromtides"], "Tides"),
        (["", ""], "Dam holds | News | NAAS", ["haldennews.example", ""], ""),
        (["Hosted", "Hosted"], "Dam holds | Hosted", ["hosted.nw.example", "@nw", "Norland Wire"], "Norland Wire"),
        (["", ""], "Dam holds", ["hosted.marn.example", "", "The Norland Wire"], ""),
    ],
)
def test_the_outlet_is_a_name_and_no_piece_of_an_address(declared, title, addresses, outlet):
    assert outlet_of(declared, title, addresses) == outlet


@pytest.mark.parametrize(
    ("title", "headings", "outlet", "clean"),
    [
        ("Dam holds | News | The Marn Post", [], "The Marn Post", "Dam holds"),
        ("Dam holds | News", [], "The Marn Post", "Dam holds"),
        ("Dam holds | Ana Ruiz", [], "The Marn Post", "Dam holds | Ana Ruiz"),
        ("Dam holds - Marn Post", [], "The Marn Post", "Dam holds"),
        ("Dam holds – report", [], "The Marn Post", "Dam holds – report"),
        ("Ruiz: the dam - and the man", [], "The Marn Post", "Ruiz: the dam - and the man"),
        ("The dam at noon - Wire Service Halden", ["The dam at noon"], "", "The dam at noon"),
        ("The Marn Post", [], "The Marn Post", "The Marn Post"),
        ("Opinion | The dam holds", [], "The Marn Post", "Opinion | The dam holds"),
    ],
)
def test_the_title_is_without_the_outlet(title, headings, outlet, clean):
    assert title_of(title, headings, outlet, ["www.marnpost.example", ""]) == clean


@pytest.mark.parametrize(
    ("declared", "authors"),
    [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz; ana-ruiz", "Ana Ruiz"),
        ("Ana Ruiz and Ben Holm | Ida Holm", "Ana Ruiz; Ben Holm; Ida Holm"),
        ("The Marn Post; Norland Wire", "Norland Wire"),
        ("The Marn Post Staff", "The Marn Post Staff"),
        ("The Marn Post Staff; Ana Ruiz", "Ana Ruiz"),
        ("ana.ruiz@marnpost.example; https://marnpost.example/ruiz", ""),
        ("ANA RUIZ; BEN J. HOLM Norland Wire; MNP News", "ANA RUIZ; BEN J. HOLM; MNP News"),
        ("", ""),
        ("Ana Ruiz Link Copied", "Ana Ruiz"),
        ("Ana Ruiz Author Ana Ruiz is a science writer based; Velia", "Ana Ruiz"),
        ("Ana Ruiz; Reuters", "Ana Ruiz; Reuters"),
    ],
)
def test_authors_are_names_without_the_outlet(declared, authors):
    assert authors_of(declared, "The Marn Post") == authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["It rained.", "—Staff writer Ana B. Ruiz can be reached at ana.ruiz@haldenpost.example.", "Subscribe."],
         "Ana B. Ruiz"),
        (["It rained.", "Staff writers Ana Ruiz and Ben Holm can be reached at desk@haldenpost.example."],
         "Ana Ruiz; Ben Holm"),
        (["It rained.", "– Ben Holm"], "Ben Holm"),
        (["“It rained.”", "– Ben Holm"], ""),
        (["It rained.", "– the mayor"], ""),
        (["It rained.", "The writer Ana Ruiz lives in Velia."], ""),
        (["The writer can be reached at noon."], ""),
        ([""], ""),
    ],
)  # fmt: skip
def test_who_is_named_as_the_writer_behind_the_text(lines, authors):
    assert signed_by("\n\n".join(lines)) == authors


def test_a_place_beside_names_is_no_author():
    declared, text = "Ana Ruiz; Velia; Reuters", "It rained in Velia on Monday."
    assert authors_of(declared, "The Marn Post", text) == "Ana Ruiz; Reuters"
    assert authors_of(declared, "The Marn Post") == declared


def test_who_the_author_is_stands_at_the_end():
    life = "Ana Ruiz covers the port. She says that it rains."
    body = ["It rained.", "Ana Ruiz is in the story."] + ["It rained again."] * 4
    at = len("\n\n".join(body)) + 2
    assert lines_of("Ana Ruiz; Ben Holm", "\n\n".join([*body, life])) == [(at, at + len(life))]
    for last in ("Ana Ruiz said that it rains.", "Ida Ek covers the port.", "Holm was there, too."):
        assert lines_of("Ana Ruiz; Ben Holm", "\n\n".join([*body, last])) == []
