"""Sentences on pages that some articles would make untrue: each input here once made one false."""

import re

import pytest

import sourcereading as sr
from sourcereading import findings
from sourcereading.analysis.findings import at_a_glance, in_short
from sourcereading.analysis.statements import how_many
from sourcereading.certainty import labels
from sourcereading.reading.column_help import dictionary
from sourcereading.report.article_list import article_list
from sourcereading.report.article_page import article_page
from sourcereading.report.group import Group
from sourcereading.report.index_page import Entry, index_page
from sourcereading.report.page import Anchors
from sourcereading_evaluation import findings as of_keys

ALL_DENIED = "The council denied that it might resign. Ida Holm rejected claims that the bridge was unsafe."
UNKNOWN = "“The gate will hold.” “It might not.” The gate was built in 1990."


def read(*texts):
    return sr.read(list(texts))


def test_a_speaker_of_whom_nothing_is_known_is_no_speaker_and_is_not_nobody():
    reading = read(UNKNOWN)
    said = findings.who_speaks(reading)
    assert said == "No known speaker is quoted or paraphrased. 2 statements (7 words) have an unknown speaker."
    page = article_page(reading)
    assert "<p>2 statements without a known speaker, in the order of the text.</p>" in page and "0 speakers" not in page
    both = read(f"{UNKNOWN} Ana Ruiz said that the gate was old.")
    counted = how_many(sr.reported(both.statements, both.articles), both.speakers)
    assert counted == "1 statement of 1 speaker, and 2 without a known speaker"


def test_all_pages_count_the_same_speakers_where_two_speak_together():
    reading = read("Ana Ruiz and Ben Holm said it was late. Ida Orme said no.")
    assert at_a_glance(reading).startswith("3 speakers with ") and in_short(reading).startswith("3 speakers, ")
    page, index = article_page(reading), index_page([Group("invented", reading, "tables")], [])
    assert "3 sources" in page and "2 statements of 3 speakers" in page and "2 statements of 3 speakers" in index


def test_the_index_counts_no_speaker_where_none_is_known():
    index = index_page([Group("invented", read(UNKNOWN), "tables")], [])
    assert '<p class="soft">13 words, 2 statements without a known speaker.</p>' in index


def test_a_finding_on_other_articles_says_so_on_the_index():
    entries = [Entry("06", "Compare", "3 articles.", brought="data/practice"), Entry("02", "Who", "2 speakers.")]
    index = index_page([Group("invented", read(UNKNOWN), "tables")], entries)
    assert "Of data/practice: 3 articles." in index and "<br>2 speakers." in index


def test_the_speaker_with_most_words_need_not_have_most_of_the_text():
    text = "“It rains,” said Ana Ruiz. “It snows now,” said Ben Holm. " + "The pier is old. " * 9
    said = findings.who_speaks(read(text))
    assert "Most is said" not in said
    assert said.startswith("2 speakers. The one with the most words is Ben Holm: 3 of the 41 words")
    assert said.endswith("all in quotation marks.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Ruiz said that it rains.", "1 statement of a speaker, paraphrased. None of its words (2) are"),
        ("“It rains,” said Ana Ruiz. “It snows,” said Ben Holm.", "2 statements of speakers, all quoted. All of their"),
        ("“It rains,” said Ana Ruiz. Ben Holm said it snows.", "2 statements of speakers: 1 quoted and 1 paraphrased."),
    ],
)
def test_all_and_none_are_said_in_words(text, said):
    assert findings.in_whose_words(read(text)).startswith(said)


def test_a_hedge_in_a_denial_is_not_the_speakers_doubt():
    reading = read(ALL_DENIED)
    said = findings.who_hedges(reading)
    assert said.startswith("2 hedges: ") and said.endswith("All of them are in what the speaker denies.")
    assert "denies" not in findings.who_hedges(read("Ana Ruiz said that it might rain."))
    some = findings.who_hedges(read(f"{ALL_DENIED} Ana Ruiz said that it might rain."))
    assert some.endswith("2 of them are in what the speaker denies.")


def test_where_all_is_denied_the_page_says_that_there_is_no_level():
    assert "<p>2 statements, denied and so without a level.</p>" in article_page(read(ALL_DENIED))


def test_what_a_speaker_denies_gives_the_speaker_no_tone():
    attacked = ("Velia", "us", "them", "towns")
    text = " ".join(f"Norland denied that it had brutally attacked {place}." for place in attacked)
    text += " Norland denied that it was corrupt. Norland denied that Ana Ruiz was a liar."
    reading = read(text)
    own = reading.sentiment[reading.sentiment["speaker"] == "Norland"]
    assert len(own) and not own["evidence"].any() and own["polarity"].isna().all()
    assert set(own["tone"]) <= {"", "unsure"}
    assert "Norland" not in findings.in_what_tone(reading)
    listed = sr.with_denials(sr.scorers_side_by_side(reading.sentiment), reading.statements)
    assert listed["text"].str.startswith("denies: ").all()
    said = read("Ana Ruiz said that Norland was a corrupt country.")
    rows = sr.with_denials(said.sentiment, said.statements)
    assert not rows["text"].str.contains("denies").any()
    assert said.sentiment["evidence"].any(), "what is said has a tone"


def test_the_writers_of_several_articles_are_not_one_writer():
    one, two = "It may rain. The pier is shut.", "It could snow, and it might freeze."
    assert findings.who_hedges(read(one)) == "1 hedge, by the writer."
    assert findings.who_hedges(read(one, two)) == "3 hedges, all by the writers."
    levels = findings.how_sure_statements(read(one, two))
    assert levels.startswith("Certainty of 3 statements (all of the writers): ")


def test_the_numbers_of_a_list_add_up():
    text = "It may rain. It may snow. It might rain. It might snow. It might hail. It could freeze. It could thaw."
    said = findings.which_probabilities(read(text))
    total = int(re.search(r"(\d+) words say only", said)[1])
    named, more = re.search(r"” (\d+) times", said), re.search(r"and (\d+) more", said)
    assert total == 7 == int(named[1]) + int(more[1])


@pytest.mark.parametrize(
    ("articles", "said"),
    [
        (["It rained.", "It snowed."], "strongly (▼▼) in none of the 2 articles, and a probability is given in none."),
        (["It is unclear and likely."] * 2, "strongly (▼▼) in both articles, and a probability is given in all."),
    ],
)
def test_none_and_all_of_several_articles(articles, said):
    texts = [f"{text} Number {number} it is." for number, text in enumerate(articles)]
    assert said in findings.at_a_glance(read(*texts))


def test_the_card_of_probabilities_has_stated_ranges_and_phrases_without_a_number():
    text = "Ana Ruiz said there was a 60 to 70 percent chance of rain. The chances of snow were growing."
    page = article_page(read(text))
    card = re.search(r"<p>Probability: <bdi>(.*?)</bdi>", page)[1].replace("\xa0", " ")
    assert card == "“60 to 70 percent chance” [stated: 60–70 %]; “chances” [no number]"


def test_an_issue_of_a_reporting_clause_is_not_named_in_the_statement():
    page = article_page(read("The mayor said that it rained. Ana Ruiz said that the mayor was ill."))
    cells = re.findall(r'<tr[^>]*><th[^>]*><a id="claim-\d+".*?</tr>', page, re.S)
    assert ["local government" in cell for cell in cells] == [False, True]


def test_the_example_of_each_sign_in_the_legend_has_that_sign():
    for direction, words in labels.DIRECTION_WORDS.items():
        example = {"shifts": "Ana Ruiz claimed that it leaks.", "suspends": "If it leaks, we go."}.get(
            direction, f"It {words.example} leak." if direction == "lowers" else f"It is {words.example} to leak."
        )
        example = {"blurs": "It has about 300 rooms.", "raises": "It certainly leaks."}.get(direction, example)
        mark = next(read(example).certainty.itertuples())
        assert (mark.text.lower().split()[0], labels.sign(mark)) == (words.example.split()[0], words.sign), direction


@pytest.mark.parametrize("level", labels.LEVELS)
def test_the_example_of_each_level_has_that_level(level):
    example = next(row[2] for row in dictionary()["certainty_level"] if row[0] == level)
    assert read(example).statements["certainty_level"].tolist() == [level]


def test_articles_of_one_title_are_told_apart_by_their_files(tmp_path):
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(f"It rained on number {name}.", encoding="utf-8")
    titles = "file,title\none.txt,The ferry\ntwo.txt,The ferry\nthree.txt,The pier\n"
    (tmp_path / "sources.csv").write_text(titles, encoding="utf-8")
    files = re.findall(r'<bdi class="file">([^<]*)</bdi>', article_list(sr.read(tmp_path), "invented", Anchors()))
    assert sorted(files) == ["one.txt", "two.txt"]


def test_every_link_within_a_long_page_leads_somewhere():
    page = article_page(read(" ".join(f"“It is number {number},” said Ana Ruiz." for number in range(150))))
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_how_often_is_not_answered_with_no():
    assert of_keys.how_often_right(read("It rained.")).startswith("There is no answer key for the article read here")


def test_no_repeated_phrase_is_said_to_be_covered_where_there_is_none():
    found = findings.left_to_name(sr.codebook_gaps.candidates(read("It rained.")))
    assert found == "There is no repeated phrase or name that could be an issue and has none."


def test_quotation_marks_within_others_are_single():
    reading = read(UNKNOWN)
    assert "<h1>Reading of “‘The gate will hold.’ ‘It might not.’ The gate was built in 1990.”</h1>" in index_page(
        [Group("invented", reading, "tables")], []
    )
    same = [f"“It rains again in the old port,” said {name}." for name in ("Ana Ruiz", "Ben Holm")]
    assert findings.which_passages(read(*same)).endswith(": “‘It rains again in the old port,’ said”.")
