"""Block quotations, letters and posts: paragraphs that are somebody's words without quotation marks.

The names and events are invented."""

import pytest

from one_text import said
from sourcereading.attribution.statements import attribute
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import sentences


def speakers(*blocks):
    """Speaker and words of each statement that is somebody's, of paragraphs of which those behind ">" are set off as
    quotations by their page."""
    layout, start = [], 0
    for block in blocks:
        end = start + len(block.lstrip(">"))
        layout += [f"{start}-{end} quotation"] if block[0] == ">" else []
        start = end + 2
    text = "\n\n".join(block.lstrip(">") for block in blocks)
    found = sentences(text, "", "; ".join(layout))
    made = {}
    for row in attribute(text, found, quotations(text, found)).rows:
        if row.reporting_clause_of < 0 and row.speaker != "(writer)":
            made.setdefault(row.statement, (row.speaker, []))[1].append(text[row.start : row.end])
    return [(speaker, " / ".join(words)) for speaker, words in made.values()]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["The board met.", ">The port will be shut.", "It left."], [("(unattributed)", "The port will be shut.")]),
        (["Ana Ruiz wrote:", ">The port is shut.", ">It may open.", "She left."],
         [("Ana Ruiz", "The port is shut. / It may open.")]),
        (["Ana Ruiz said in a statement:", ">The port is shut.", "It rained."], [("Ana Ruiz", "The port is shut.")]),
        (["Ana Ruiz posted on X:", ">The port is shut.", "It rained."], [("Ana Ruiz", "The port is shut.")]),
        (["The vote was on Monday.", ">We lost. It was close.", ">— Ana Ruiz (@anaruiz) May 3, 2024", "It rained."],
         [("Ana Ruiz", "We lost. / It was close.")]),
        (["Ben Holm lost.", ">It was close. — Ana Ruiz (@anaruiz) May 3, 2024"], [("Ana Ruiz", "It was close.")]),
        (["Ben Holm lost.", ">It was close.", ">— Ana Ruiz, mayor of Velia", "It rained."],
         [("Ana Ruiz", "It was close.")]),
        (["Ana Ruiz replied on X:", ">It was close.", ">— Ana Ruiz (@anaruiz) May 3, 2024"],
         [("Ana Ruiz", "It was close.")]),
        (["Ana Ruiz shared this:", ">It was close.", ">— Ben Holm (@holm) 3 May 2024"],
         [("Ben Holm", "It was close.")]),
        (["The board met.", ">Ida Holm said the port was shut and would not open soon."],
         [("(unattributed)", "Ida Holm said the port was shut and would not open soon."),
          ("Ida Holm", "the port was shut and would not open soon")]),
    ],
)  # fmt: skip
def test_what_a_page_sets_off_as_a_quotation_is_never_the_writers(blocks, expected):
    assert speakers(*blocks) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.\n\nThe port is shut — Ana Ruiz (@anaruiz) May 3, 2024\n\nIt left.",
         [("Ana Ruiz", "The port is shut")]),
        ("It rained.\n\nI saw “the wall” fall.\n\n— Ana Ruiz (@anaruiz) May 3, 2024",
         [("Ana Ruiz", "I saw “the wall” fall.")]),
        ("It rained.\n\nThis club is lost. My dad is 80.\n\n— Ana Ruiz (@anaruiz) May 3, 2024\n\nIt left.",
         [("Ana Ruiz", "This club is lost. / My dad is 80.")]),
        # letters to the editor, and a comment with the name of an account
        ("Letters\n\nSIR – I was on that ferry.\n\nThe captain was silent.\n\nBen Holm, Velia\n\nIt rained.",
         [("Ben Holm", "SIR – I was on that ferry. / The captain was silent.")]),
        ("Letters\n\nDear Editor, The toll is a tax on nurses.\nAna Ruiz\nVelia\n\nSir: Let them pay.\n\nBen Holm",
         [("Ana Ruiz", "Dear Editor, The toll is a tax on nurses."), ("Ben Holm", "Sir: Let them pay.")]),
        ("Sir Ben Holm left.\n\nIt rained.\n\nAna Ruiz, Velia", []),
        ("“Let them pay.” – halden_gull", [("halden_gull", "“Let them pay.”")]),
        # a post without words, or that the page has lost
        ("Ana Ruiz shared a picture.\n\n— Ana Ruiz (@anaruiz) May 3, 2024\n\nThe town voted.", []),
        ("Ana Ruiz said on X:\n\nThe town voted on Monday. It was late.", []),
        ("Ana Ruiz posted on Facebook:\n\nThe town voted on Monday.", []),
        ("Ana Ruiz tweeted:\n\nThe mayor took office in May.", []),
        ("Ana Ruiz wrote in a post:\n\nThe mayor took office in May.", []),
        ("Ana Ruiz said in a video:\n\nThe film has been seen by many.", []),
        # no posts
        ("It rained.\n\nThe port is shut (@halden) on Monday.", []),
        ("It rained — Ana Ruiz stayed.\n\nThe town voted.", []),
        ("The vote was on Monday.\n\nIt was close.\n\n— Ana Ruiz\n\nIt left.", []),
    ],
)  # fmt: skip
def test_posts_in_plain_text(text, expected):
    assert [(speaker, words) for speaker, _, words in said(text)] == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        # a narrator's paragraph in the looks of a quotation
        (["It rained.", ">“We lost,” Ana Ruiz said. The hall fell silent."], [("Ana Ruiz", "“We lost,”")]),
        # what stands there twice is a pull quote
        (["Ana Ruiz said the port would not open before the winter storms.",
          ">the port would not open before the winter storms"],
         [("Ana Ruiz", "the port would not open before the winter storms.")]),
        (["Ana Ruiz said:", ">“The port is shut.”", "It rained."], [("Ana Ruiz", "“The port is shut.”")]),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_block_quotation(blocks, expected):
    assert speakers(*blocks) == expected


_LIST = "The wall is old and leaks\n\nShe would speak “plainly” of the costs\n\nIt rained, and the ferry was late."
_TWO = [("Ana Ruiz", "The wall is old and leaks / She would speak “plainly” of the costs")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Mayor Ana Ruiz also said:\n\n{_LIST}", _TWO),
        (f"In a report, Ana Ruiz concluded:\n\nAdvertisement\n\n{_LIST}", _TWO),
        (f"Ana Ruiz found:\n\n{_LIST}", _TWO),
        ("Ana Ruiz also said:\n\n• It leaks.\n\n• The ferry may be late.\n\nI like rain.",
         [("Ana Ruiz", "It leaks. / The ferry may be late.")]),
        ("Ana Ruiz warned:\n1. It leaks.\n2. The ferry may be late.\n\nIt rained.",
         [("Ana Ruiz", "It leaks. / The ferry may be late.")]),
        ("Ana Ruiz said the town should:\n\n- close the wall;\n\n- sell the goats.\n\nIt rained.",
         [("Ana Ruiz", "the town should / close the wall; / sell the goats.")]),
        ("Ana Ruiz said there were two faults:\n\nthe wall is old, and leaks;\n\nthe port is shut.\n\nIt rained.",
         [("Ana Ruiz", "there were two faults / the wall is old, and leaks; / the port is shut.")]),
        # no words of theirs
        ("Police found:\n\na coat of good wool\n\na pass of the right kind\n\nIt rained.", []),
        ("Ana Ruiz said two will stand:\n\nBen Holm, a teacher from Velia\n\nIda Holm, who left us\n\nIt rained.",
         [("Ana Ruiz", "two will stand")]),
        (f"At the gate you need to know this:\n\n{_LIST}", []),
        ("Ana Ruiz spoke. This is what she said:\n\nStorm closes the port for days\n\nThe storm was strong.", []),
        (f"It rained. Ana Ruiz said so. More from our desk:\n\n{_LIST}", []),
        ("“We lost,” Ana Ruiz said. She left at noon with her two goats:\n\n" + _LIST,
         [("Ana Ruiz", "“We lost,”")]),
    ],
)  # fmt: skip
def test_the_points_of_a_list_below_a_colon(text, expected):
    assert [(speaker, words) for speaker, _, words in said(text)] == expected


def test_a_point_is_paraphrased_where_it_is_not_quoted():
    assert [voice for _, voice, _ in said("Ana Ruiz also said:\n\n• It leaks.\n\n• The ferry is late.")] == ["indirect"]
