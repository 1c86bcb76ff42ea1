"""The same statement told in several articles: what is aligned, what is not, and what is different."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sourcereading as sr
from sourcereading.analysis import findings
from sourcereading.analysis.alignment import Letters, sharing_words, without_slogans
from sourcereading.analysis.claims import told_twice
from sourcereading.analysis.copies import first_copies
from sourcereading.analysis.differences import numbers_in, same_speaker
from sourcereading.analysis.grid import CHANCES, grid
from sourcereading.analysis.told_twice import pairs, tellings, words_of

EVENT = "The wall of Port Halden was topped by the sea in January. Half of the town stood under water for days."
"""Two sentences that make two articles reports on one event."""


def told(*articles):
    return told_twice(sr.read(list(articles)))


def changed(one, other):
    """What is different in the statement with the strongest difference, of two articles on one event."""
    found, _ = told(f"{EVENT} {one}", f"{EVENT} {other}")
    return found["changed"].iloc[0]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("“The barrier will protect every home, provided the assembly pays for it,” said Ana Ruiz.",
         "“The barrier will protect every home,” said Ana Ruiz.", "condition only in the first: “provided”"),
        ("The Marsh Trust said the gates could starve the salt marshes.",
         "The Marsh Trust said the gates will kill the salt marshes.",
         "hedge only in the first: “could”; certainty only in the second: “will”"),
        ("The barrier is likely to pass the assembly next week, Ana Ruiz said.",
         "The barrier is almost certain to pass the assembly next week, Ana Ruiz said.",
         "probability: “likely” | “almost certain”"),
        ("Ana Ruiz said the barrier would cost 40 million crowns this year.",
         "Ana Ruiz said the barrier would cost nearly ninety million crowns this year.",
         "number: 40 million | ninety million; approximation only in the second: “nearly”"),
        ("“They never asked us about the barrier,” said Ben Holm.",
         "Insiders say they never asked us about the barrier.", "speaker: Ben Holm | insiders"),
        ("“They never asked us about the barrier,” said Ben Holm.", "“They never asked us about the barrier!” The mood "
         "was bitter.", "speaker: Ben Holm | unknown speaker"),
        ("“Nobody has to leave the quay before spring,” said Ana Ruiz.",
         "Ana Ruiz said nobody has to leave the quay before spring.", "voice: quoted | paraphrased"),
        ("Ana Ruiz said the estimate had changed since the spring.",
         "Ana Ruiz denied that the estimate had changed since the spring.", "negation only in the second: “denies”"),
        ("Ana Ruiz said the builders had been paid for the gates.",
         "Ana Ruiz claimed the builders had been paid for the gates.", "hedge only in the second: “claimed”"),
    ],
)  # fmt: skip
def test_what_is_different(one, other, said):
    assert changed(one, other) == said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ministry said the gates will open in spring.", "The ministry said the harbor master has resigned."),
        ("Ana Ruiz is the mayor of Port Halden.", "Ana Ruiz is tired of questions about the boats."),
        ("“Nobody does,” said Ben Holm.", "“Nobody does,” said Ida Holm."),
        ("Ben Holm said he would vote for the barrier.", "Ida Holm asked why the barrier was painted green."),
        ("The storm broke two windows on the quay.", "The storm drove the geese into the flats."),
    ],
)
def test_the_same_subject_is_not_the_same_statement(one, other):
    found, _ = told(f"{EVENT} {one}", f"{EVENT} {other}")
    assert not [text for text in found["text"] if text.strip("“”., ") in f"{one} {other}"]


def test_articles_that_share_nothing_else_must_be_more_alike():
    """Boilerplate of one line, and a few words in another order, are no statement told twice."""
    one, other = "Ben Holm did not want to comment on it.", "A speaker of the bank did not comment on the loan."
    assert told(f"The river rose. {one}", f"The bank closed early. {other}")[0].empty
    same = "“The barrier will protect every home behind it,” said Ana Ruiz."
    assert len(told(f"The river rose. {same}", f"The bank closed early. {same}")[0]) == 1


def test_a_slogan_that_stands_everywhere_is_left_out():
    texts = [
        f"{line} “Stronger together now!” the posters in the town said."
        for line in ("The geese came in.", "A bakery burned.", "Ida Holm won a race.", "Two ships left.", "It hailed.")
    ]
    assert told(*[text.replace("the posters in the town", place) for text, place in zip(
        texts, ("a poster", "his shirt", "their banner", "a car", "the mayor"), strict=True)])[0].empty  # fmt: skip


def test_a_longer_passage_that_stands_everywhere_is_told():
    said = "“The barrier will protect every home behind it until the end of the century,” said Ana Ruiz."
    found, tellings = told(*[f"{said} Report {number}." for number in range(5)])
    assert found["articles"].tolist() == [5] and len(tellings) == 5
    assert found["changed"].tolist() == [""]


def test_no_pair_is_within_one_article():
    said = "“The barrier will protect every home,” said Ana Ruiz."
    assert told(f"{said} It rained. {said}", "The geese came in.")[0].empty


def test_each_article_tells_a_statement_once():
    found, tellings = told(
        "“The barrier will protect every home behind it,” said Ana Ruiz. The barrier will protect every home.",
        "“The barrier will protect every home behind it,” said Ana Ruiz.",
    )
    assert not tellings.duplicated(["claim", "article_id"]).any() and len(found) == 1


PLANTED = {
    "Marrow on the barrier": ("behind it, provided the", 'protect every home behind it,"', "behind it, provided the"),
    "Quill on the wall": ("", '"The wall will fail,"', "In the worst of our four cases, the wall will fail"),
    "Askel on the fleet": ("If they shut us out for two, most", '"Most of the fleet will go', "Some of us might go"),
    "the vote": ("the assembly was likely", "all but certain to go her way", "“roughly even.”"),
    "the quay": ("no household on Netmakers' Quay", "nobody will lose their home", "nobody would have to move"),
    "They never asked us": ('"They never asked us,"', '"They never asked us!"', "But they never asked us"),
    "It may be the right plan": ('"It may be the right plan', "", "“It may be the right plan"),
    "the marshes": ("could starve the salt marshes", "will kill the salt marshes", ""),
    "the closed harbor": ("for two seasons", "shut for two whole years", "Two seasons is a long time"),
    "whom the writer doubts": ("", "Her allies claim", "He claimed that the ministry"),
    # What tells these apart is not in every cell:
    "chance that the sea tops the wall": ("60 percent chance", "in the streets by 2050", "60 percent chance"),
    "the bill": ("could rise by a third", "", "by as much as a third"),
    "the ministry on that": ('"There is one estimate', "", "there is “one estimate"),
}
"""For each row of data/gold/README.md the words that the grid has in the cell of each article, "" for "not there". In
the last three it lacks "almost certain" (which is with the chances) and the range, the insiders, and what the ministry
would not discuss."""


def test_the_grid_shows_the_planted_differences_of_the_practice_articles(practice):
    three = practice.articles["article_id"][:3].tolist()
    rows = grid(practice, told_twice(practice)[1])
    for name, wanted in PLANTED.items():
        assert any(all(_shown(row, *one) for one in zip(three, wanted, strict=True)) for row in rows), name


def _shown(row, article, words):
    """Whether a row has the words in the cell of an article; where there are none, whether it says "not there"."""
    cells = [one.text for one in (*row.cells.get(article, ()), *row.instead.get(article, ()))]
    return any(words in text for text in cells) if words else not cells


def test_who_tells_a_claim_nowhere_says_something_else_there():
    claim = "“The gate will hold every tide behind it,” said Ana Ruiz."
    other = "Ana Ruiz said the boats may leave. The harbor burned. An aide said it rained."
    reading = sr.read([f"{EVENT} {claim}", f"{claim} {EVENT}", f"{EVENT} {other}"])
    rows = grid(reading, told_twice(reading)[1])
    row = next(row for row in rows if "gate" in row.about)
    last = reading.articles["article_id"].iloc[2]
    assert last not in row.cells
    assert [(one.speaker, one.text, one.marks) for one in row.instead[last]] == [
        ("Ana Ruiz", "the boats may leave.", "hedge: may")
    ]
    page = sr.show_tellings(told_twice(reading)[1], reading)._repr_html_()
    assert "not there; the same speaker here:" in page


def test_a_speaker_without_a_name_is_not_taken_for_the_same_one():
    claim = "“The gate will hold every tide behind it,” an official said."
    reading = sr.read([f"{EVENT} {claim}", f"{claim} {EVENT}", f"{EVENT} An official said it rained."])
    rows = grid(reading, told_twice(reading)[1])
    assert all(not row.instead for row in rows)


def test_the_grid_ends_where_the_text_is_cut():
    reading = sr.read([f"{EVENT} It is likely to rain, Ana Ruiz said.", f"{EVENT} It may be likely to snow."])
    whole, ends = told_twice(reading)[1], dict.fromkeys(reading.articles["article_id"], len(EVENT) // 2)
    assert [row.about for row in grid(reading, whole)][-1] == CHANCES
    assert len(grid(reading, whole, ends)) == 1


def test_nothing_to_compare_gives_empty_tables_with_their_columns(seed):
    whole = told(EVENT, EVENT)
    for reading in (seed, sr.read(["It rained.", "Ben Holm."])):
        for table, full in zip(told_twice(reading), whole, strict=True):
            assert table.empty and table.dtypes.equals(full.dtypes)
    assert "There is one article here" in findings.what_is_told_twice(seed)
    assert repr(sr.show_told_twice(told_twice(seed)[0], seed.articles)) == "The same statement in two articles: none."
    assert repr(sr.show_tellings(told_twice(seed)[1], seed)) == "Who tells it how: none."


def test_offsets_lead_to_the_words():
    reading = sr.read([f"{EVENT} Ana Ruiz {said} the wall leaks a lot." for said in ("said", "said that")])
    texts = reading.articles.set_index("article_id")["text"]
    _, rows = told_twice(reading)
    assert len(rows) == 6
    assert all(texts[row.article_id][row.start : row.end] == row.text for row in rows.itertuples())


def test_words_from_articles_are_escaped():
    said = "“The <b>barrier</b> will protect <script>every home</script> & town,” said Ana Ruiz."
    reading = sr.read([f"{said} It rained.", said.replace("will", "could")])
    pairs, rows = told_twice(reading)
    for shown in (sr.show_told_twice(pairs, reading.articles), sr.show_tellings(rows, reading)):
        assert "<script" not in shown._repr_html_() and "&lt;script&gt;" in shown._repr_html_().replace("<b>", "")


def test_what_only_one_side_has_is_in_bold():
    said = "“The gates {} the marshes,” said Ana Ruiz."
    reading = sr.read([f"{EVENT} {said.format(words)}" for words in ("could starve", "will kill")])
    shown = sr.show_told_twice(told_twice(reading)[0], reading.articles)._repr_html_()
    assert "The gates <b>could starve</b> the marshes" in shown and "The gates <b>will kill</b> the marshes" in shown


def test_many_articles_have_a_row_for_each_telling():
    said = "“The barrier will protect every home behind it until the end of the century,” said Ana Ruiz."
    few = sr.read([f"{said} Report {number}." for number in range(3)] + ["It rained."])
    many = sr.read([f"{said} Report {number}." for number in range(6)])
    few, many = (sr.show_tellings(told_twice(reading)[1], reading)._repr_html_() for reading in (few, many))
    assert few.count("not there</td>") == 1 and many.count("not there</td>") == 0
    assert many.count("<tr>") == 7


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It cost 2.4 billion in 2050.", [2.4e9, 2050]),
        ("twenty-five of 1,200 homes", [25, 1200]),
        ("one of two hundred and three", [200, 3]),
        ("a 60 percent chance", [60]),
        ("10:30 on 5/6", [5, 6]),
        ("one estimate", []),
    ],
)
def test_numbers(text, values):
    assert [number.value for number in numbers_in(text)] == values


def test_names_of_one_speaker():
    assert same_speaker("the ministry of waters", "the waters ministry")
    assert same_speaker("Estmere Marsh Trust", "Marsh Trust")
    assert not same_speaker("Ben Holm", "Ida Holm")
    assert not same_speaker("(writer)", "Ida Holm")


WORDS = st.lists(st.sampled_from(["gate", "wall", "sea", "rises", "two", "40", "not", "will", "Ruiz"]), max_size=9)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcd"), WORDS), max_size=8))
def test_similarity_is_a_share_and_never_within_an_article(rows):
    articles, texts = [article for article, _ in rows], [words for _, words in rows]
    found = sharing_words(texts, articles, (), 0)
    assert found["by_words"].between(0, 1 + 1e-9).all()
    assert all(articles[one] != articles[other] and one < other for one, other in found[["one", "other"]].to_numpy())
    alike = Letters(texts).alike(found["one"].tolist(), found["other"].tolist())
    assert ((alike >= 0) & (alike <= 1 + 1e-9)).all()
    for value, one, other in zip(alike, found["one"], found["other"], strict=True):
        assert texts[one] != texts[other] or value == pytest.approx(1)
    assert len(without_slogans(texts, articles)) == len(texts)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=3), min_size=2, max_size=4))
def test_each_telling_has_one_partner_in_another_article_and_order_does_not_matter(articles):
    rows = [(f"a{number}", " ".join(words)) for number, texts in enumerate(articles) for words in texts]
    frame = pd.DataFrame(rows, columns=["article_id", "text"]).assign(speaker="(writer)", voice="writer")
    found = pairs(frame)
    beside = frame["article_id"].to_numpy()[found["other"]]
    assert not pd.DataFrame({"one": found["one"], "beside": beside}).duplicated().any()
    other = pairs(frame.iloc[::-1].reset_index(drop=True))
    assert sorted(found["similarity"].round(6)) == sorted(other["similarity"].round(6))


def test_words_are_compared_without_case_and_with_straight_apostrophes():
    assert words_of("“They don’t ASK,” 1,200 times") == ["they", "don't", "ask", "1,200", "times"]


def test_the_writers_own_sentences_are_tellings_but_not_reporting_clauses():
    found = tellings(sr.read(["Port Halden\n\nIt rained all day. “We stay here,” said Ana Ruiz."]))
    assert found["text"].tolist() == ["It rained all day.", "“We stay here,”"]


def test_what_very_many_articles_say_in_the_same_words_is_one_statement():
    said = "“The barrier will protect every home behind it until the end of the century,” said Ana Ruiz."
    frame = pd.DataFrame({"text": [f"{said} Report {number} follows." for number in range(130)]})
    found, rows = told_twice(sr.read(frame))
    assert found["articles"].tolist() == [130] and len(rows) == 130


def test_the_finding_leads_with_the_strongest_difference(practice):
    pairs, _ = told_twice(practice)
    said = findings.what_is_told_twice(practice)
    assert said == findings.what_is_told_twice(practice, pairs)
    assert said.startswith("13 statements are told in two or more of the 3 articles in words that are alike; in 10 ")
    assert "The strongest difference: in Meridian Wire (invented) a report by the Halden Institute, paraph" in said
    assert said.endswith("(condition only in the first: “if”; speaker: a report by the Halden Institute | the writer).")


def test_a_finding_without_a_difference_says_so():
    said = "“The barrier will protect every home behind it,” said Ana Ruiz."
    assert findings.what_is_told_twice(sr.read([f"The river rose. {said}", f"The bank closed early. {said}"])) == (
        "1 statement is told in both articles in words that are alike, with no difference in who says it, how "
        "surely, or with which numbers."
    )
    assert findings.what_is_told_twice(sr.read(["The river rose.", "The bank closed early."])) == (
        "No statement is told in two of the articles in words that are alike; what most articles say in the same "
        "few words is not counted."
    )


AGENCY = " ".join(
    f"{name} said the {thing} of Port Halden will stay {state} until the end of the spring."
    for name, thing, state in (
        ("Ana Ruiz", "gate", "closed"), ("Ben Holm", "harbor", "open"), ("Ida Holm", "market", "under water"),
        ("The ministry", "railway", "shut for all trains"),
    )
)  # fmt: skip
OTHER = "“Ships must wait outside the wall,” said the master of the harbor. "


def test_what_copies_have_in_the_same_sentences_is_not_told_twice():
    cut = AGENCY.replace("will stay open", "could stay open")
    texts = [AGENCY, f"{OTHER}{cut}", f"Ida Holm said the market of Port Halden may stay under water then. {OTHER}"]
    reading = sr.read(texts)
    found, rows = told_twice(reading)
    one, two, other = reading.articles["article_id"]
    assert first_copies(reading.sentences) == {one: one, two: one, other: other}
    by_change = found.sort_values("start")[["article_id", "other_article_id", "articles", "changed"]].values.tolist()
    assert by_change == [
        [two, other, 2, ""],
        [one, two, 2, "hedge only in the second: “could”; certainty only in the first: “will”"],
        [one, other, 3, "hedge only in the second: “may”; certainty only in the first: “will”"],
    ]
    assert rows[rows["about"].str.contains("market")]["article_id"].tolist() == [one, two, other]
    grid_page = sr.show_tellings(rows, reading)._repr_html_()
    assert grid_page.count("not there</td>") == 2, "the copy has what its original has"
    said = findings.what_is_told_twice(reading)
    assert said.startswith("text 1 and text 2 are copies of one text: half of the words of the shorter one, or more, ")
    assert "What these tell is not counted as told twice. 3 statements are told in two or more of the 3" in said


def test_copies_add_no_pairs_however_many_they_are():
    texts = [f"{AGENCY} Edition {number} of the paper." for number in range(40)]
    found, rows = told_twice(sr.read(texts))
    assert found.empty and rows.empty
    said = findings.what_is_told_twice(sr.read(texts))
    assert said.startswith(f"{', '.join(f'text {n}' for n in (1, 2, 3))} and 37 more are copies of one text: ")
    assert "No other statement is told in two of the articles" in said
    two = findings.what_is_told_twice(sr.read([*texts[:2], *(f"{OTHER * 8}Edition {n}." for n in range(2))]))
    assert two.startswith("2 of the 4 articles are copies of another one: ")


@pytest.mark.parametrize(
    "other",
    [
        AGENCY.replace(" will ", " may "),  # in other sentences
        f"{OTHER} {'It rained in the north and in the south of the country on every day. ' * 9}",
        AGENCY.partition(". ")[0],  # too short to tell
    ],
)
def test_articles_that_share_less_are_no_copies(other):
    sentences = sr.read([AGENCY, other]).sentences
    assert all(article == first for article, first in first_copies(sentences).items())
