"""The first sentences of a page: who speaks, how surely in their own words, what is named; true of any article."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sourcereading as sr
from sourcereading import findings
from sourcereading.analysis.findings import lede, lede_certainty
from sourcereading.analysis.findings.lede import in_short, issues
from sourcereading.analysis.quoting import clause_around


def speakers(reading):
    return lede.speakers(reading)[0]


def certainty(reading):
    return lede_certainty.certainty(reading)[0]


def read(*texts):
    return sr.read(list(texts))


def quoted(said):
    """What a lede quotes, cut at its "…", with single spaces."""
    pieces = (piece for words in re.findall("“([^”]*)”", said) for piece in words.split("…"))
    return [piece.strip() for piece in pieces if piece.strip()]


def test_the_seed_in_a_few_sentences(seed):
    assert speakers(seed) == (
        "One of 2 speakers, J.D. Vance, reports the other and has 272 of the 291 words outside reporting clauses, "
        "64 of them quoted. Heard only through J.D. Vance: the Ukrainian side."
    )
    assert certainty(seed) == (
        "Uncertainty stated by J.D. Vance, 4 times, as in “he cannot yet guarantee a peaceful outcome” (paraphrased) "
        "and “… I wouldn't say with confidence …” (quoted); "
        "probability given: “the chances of success or failure remain roughly equal” (paraphrased)."
    )
    assert issues(seed) == "Main issue: “conduct of negotiations” (7 of 15 sentences)."
    assert findings.at_a_glance(seed) == " ".join([speakers(seed), certainty(seed), issues(seed)])
    assert in_short(seed) == (
        "2 speakers, most words by J.D. Vance: 272 of 291 words. "
        "Uncertainty stated by J.D. Vance, 4 times, as in “he cannot yet guarantee a peaceful outcome” (paraphrased)."
    )


@pytest.mark.parametrize(
    ("text", "said", "short"),
    [
        ("It rained.", "No speaker is quoted or paraphrased.", "No speaker is quoted or paraphrased."),
        (
            "“It rains.” And so on.",
            "All that is quoted or paraphrased has an unknown speaker: 2 of the 5 words outside reporting clauses.",
            "All that is quoted or paraphrased has an unknown speaker: 2 of the 5 words outside reporting clauses.",
        ),
        (
            "“It may rain,” said Ana Ruiz. The pier was closed.",
            "One speaker, Ana Ruiz, has 3 of the 7 words outside reporting clauses, all quoted.",
            "One speaker, Ana Ruiz: 3 of 7 words.",
        ),
        (
            "“It rains again,” said Ana Ruiz. Ben Holm said that it snows.",
            "2 speakers with all 5 words outside reporting clauses. Most by Ana Ruiz: 3, all quoted.",
            "2 speakers, most words by Ana Ruiz: 3 of 5 words.",
        ),
        (
            "“It rains,” said Ana Ruiz. Ben Holm said it snows.",
            "2 speakers with all 4 words outside reporting clauses. Most by Ana Ruiz and Ben Holm: 2 each, "
            "2 of these 4 quoted.",
            "2 speakers, most words by Ana Ruiz and Ben Holm: 2 each of 4 words.",
        ),
        (
            "“It rains,” said Ana Ruiz. The board was closed. “Nobody asked any of us about it.” A gull cried.",
            "7 words have an unknown speaker. "
            "One known speaker, Ana Ruiz, has 2 of the 16 words outside reporting clauses, all quoted.",
            "One known speaker, Ana Ruiz: 2 of 16 words; unknown speakers: 7.",
        ),
    ],
)
def test_who_speaks(text, said, short):
    assert lede.speakers(read(text)) == (said, short)


def test_what_comes_through_another_speaker_is_said_to():
    once = "Ana Ruiz said that Ben Holm warned that the pier leaks."
    assert speakers(read(once)).endswith(" Heard only through Ana Ruiz: Ben Holm.")
    twice = f"{once} Ruiz said that Holm claimed that the wall leaks."
    assert speakers(read(twice)).endswith(" Heard only through Ana Ruiz: Ben Holm.")
    himself = f"{once} “It leaks,” said Holm."
    assert "through" not in speakers(read(himself))
    deep = "Ana Ruiz said that Ben Holm said that Ida Holm warned that the old pier at the quay leaks."
    assert speakers(read(deep)) == (
        "One of 3 speakers, Ana Ruiz, reports all others and has 4 of the 15 words outside reporting clauses, "
        "all paraphrased. Heard only through Ben Holm (through Ana Ruiz): Ida Holm."
    )
    loose = "“Ben Holm said the pier leaks.” The quay was closed."
    assert "One speaker" not in speakers(read(loose))
    nobody = "Ana Ruiz said that they say that the pier leaks."
    assert "they" not in speakers(read(nobody))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The pier holds.", "No word that says how sure something is was found."),
        ("About 300 boats left.", "No word that says how sure something is was found."),
        (
            "Ana Ruiz said the pier was new. The wall may fail before winter.",
            "Possibility named by the writer: “The wall may fail before winter”.",
        ),
        (
            "“The pier may fail,” said Ana Ruiz. The wall may fail.",
            "Possibility named by Ana Ruiz: “The pier may fail” (quoted).",
        ),
        (
            "Ana Ruiz claimed that the pier holds. It may rain.",
            "Possibility named by the writer: “It may rain”; "
            "distance from the source kept: “Ana Ruiz claimed that the pier holds”.",
        ),
        (
            "“If it rains, the pier closes,” said Ana Ruiz. Ben Holm said rain was likely.",
            "Probability given by Ben Holm: “rain was likely” (paraphrased). "
            "Condition named by Ana Ruiz: “If it rains …” (quoted).",
        ),
        (
            "Asked if the pier stays open if Ruiz wins the vote, Ben Holm said the plan was clear. It closes if it "
            "rains.",
            "Condition named by the writer: “It closes if it rains”.",
        ),
        (
            "The likely owner left. The likely owner left, too. A flood is likely.",
            "Probability given by the writer, as in “The likely owner left” and “A flood is likely”.",
        ),
        (
            "Ana Ruiz said that Ben Holm warned that the pier could fail.",
            "Possibility named by Ben Holm (through Ana Ruiz): “the pier could fail” (paraphrased).",
        ),
        (
            "“It will certainly hold, without doubt,” said Ana Ruiz. Ben Holm said it might leak.",
            "Certainty stressed by Ana Ruiz, twice, as in “It will certainly hold …” (quoted). "
            "Possibility named by Ben Holm: “it might leak” (paraphrased).",
        ),
        (
            "Local fishermen doubt that the pier holds. The pier was built in May.",
            "Uncertainty of others reported by the writer: “Local fishermen doubt that the pier holds”.",
        ),
        (
            "The mayor of Velia was convinced that the pier was safe.",
            "Certainty of others reported by the writer: “The mayor of Velia was convinced that the pier was safe”.",
        ),
        (
            "It is not clear what, if any, effect it has.",
            "Uncertainty stated by the writer: “It is not clear what, if any, effect it has”.",
        ),
        (
            "“We have no context for the moment if nobody knows where we came from,” said Ana Ruiz.",
            "Condition named by Ana Ruiz: “We have no context for the moment if nobody knows where we came from” "
            "(quoted).",
        ),
        (
            "Ana Ruiz asked whether the pier holds. Ben Holm said it might leak.",
            "Possibility named by Ben Holm: “it might leak” (paraphrased). "
            "Uncertainty stated by Ana Ruiz: “whether the pier holds” (paraphrased).",
        ),
        (
            "Ana Ruiz said she would go. She would not be drawn on whether the pier holds.",
            "Question left open by the writer, twice, as in “She would not be drawn on whether the pier holds”.",
        ),
        (
            "Ben Holm refused to say whether he would resign.",
            "Refused by Ben Holm: “to say whether he would resign”.",
        ),
        (
            "The council has not decided whether to attend. Ben Holm said the pier might leak.",
            "Possibility named by Ben Holm: “the pier might leak” (paraphrased). "
            "Uncertainty of others reported by the writer: “The council has not decided whether to attend”.",
        ),
        (
            "It would be astonishing if the picture were still on the wall.",
            "View given by the writer: “It would be astonishing if the picture were still on the wall”.",
        ),
    ],
)
def test_the_strongest_words_about_certainty_and_whose_they_are(text, said):
    assert certainty(read(text)) == said


def test_the_text_comes_before_its_headline():
    text = "Pier Holds, No Doubt, Says Mayor\n\nAna Ruiz said it was not clear that the pier would hold."
    assert certainty(read(text)).startswith("Uncertainty stated by Ana Ruiz: “it was not clear that")


def test_a_correction_changes_what_is_said(tmp_path):
    text = "Ana Ruiz met Ida Holm. She said the bridge could fall."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    before = certainty(sr.read(tmp_path))
    rows = "quote,change,value,by,why\nthe bridge could fall,speaker,Ben Holm,a reader,heard it\n"
    (tmp_path / "corrections.csv").write_text(rows, encoding="utf-8")
    after = sr.read(tmp_path)
    said = ": “the bridge could fall” (paraphrased)."
    assert before.endswith(said) and "Ben Holm" not in before
    assert certainty(after) == f"Possibility named by Ben Holm{said}"
    assert speakers(after).startswith("One speaker, Ben Holm, has 4 of the 9 words")


_NONE = "No main issue in this codebook"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.", f"{_NONE}: none is named."),
        ("The ballot was long, and every voter waited. It rained.", f"{_NONE}: none is named in enough sentences."),
        (  # as the text spells it
            "NATO met. The NATO met again.",
            f"{_NONE}: “international bodies and treaties” is named most, by one word only (“NATO”).",
        ),
        (
            "The ballot was long. The ballot was white.",
            f"{_NONE}: “elections” is named most, by one word only (“ballot”).",
        ),
        (
            "The ballot was long. Every voter waited. The court sat. The judge left. It rained.",
            "Main issues: “courts and trials” and “elections” (2 of 5 sentences each).",
        ),
        (  # another is in more sentences, by one word only
            "The ballot was long. The ballot was white. The ballot is lost. The court sat. The judge left.",
            f"{_NONE}: “elections” is named most, by one word only (“ballot”).",
        ),
        (  # forms of one word are one word
            "Voters came. One voter left. A voter's hat fell.",
            f"{_NONE}: “elections” is named most, by one word only (“voter”).",
        ),
        (  # words within the names of something else do not count
            "She works for the Voter Hat Company. He works at the Ballot Paper Mill.",
            f"{_NONE}: none is named.",
        ),
        ("The ballot was long. A voter left. " + "It was cold. " * 20, f"{_NONE}: none is named in enough sentences."),
        (  # another is in as many sentences, by one word only
            "The ballot was long. A voter left. The court sat. The court rose.",
            f"{_NONE}: 2 issues are named in equally many sentences.",
        ),
        (  # what an article comes to late is not what it is about
            "It was cold. " * 4 + "The ballot was long. A voter left.",
            f"{_NONE}: “elections” is named most, but not in the opening.",
        ),
        ("It was cold. " * 3 + "The ballot was long. A voter left.", "Main issue: “elections” (2 of 5 sentences)."),
    ],
)  # fmt: skip
def test_a_main_issue_needs_different_words_in_the_most_sentences(text, expected):
    assert issues(read(text)) == expected


def test_the_main_issues_of_several_articles_are_counted():
    votes, trial = "The ballot was long. A voter left.", "The court sat. The judge left."
    assert issues(read(votes, f"{votes} It rained.", trial, "It snowed.")) == (
        "3 of the 4 articles have a main issue: “elections” (in 2) and “courts and trials” (in 1). "
        "In 1 no issue of the codebook stands out."
    )
    assert issues(read("It rained.", "It snowed.")) == f"{_NONE} for any of 2 articles."
    assert issues(read(votes, "It snowed.")).startswith("1 of the 2 articles has a main issue: “elections”. ")
    others = "The missile fell. The war went on.", "The surgeon left the hospital. A nurse came."
    assert issues(read(votes, trial, *others)) == "All 4 articles have a main issue; no two have the same."


def test_several_articles_lead_with_nobody_of_one_article():
    several = read(
        "“It may rain,” said Ana Ruiz.", "Ben Holm said it was not clear.", "“Rain is likely,” Ana Ruiz said.",
        "Officials said it rained.", "Officials said it snowed.",
    )  # fmt: skip
    assert speakers(several) == (
        "5 articles with 27 words and 5 speakers (3 names; who speaks in several articles counts in each). "
        "Among those who speak in more than one: Ana Ruiz (in 2)."
    )
    assert certainty(several) == (
        "Uncertainty is stated strongly (▼▼) in 1 of the 5 articles, and a probability is given in 1."
    )
    shorter = read("“It may rain,” said Ana Ruiz.", "“Rain is likely,” Ana Ruiz said.", "Ana B. Ruiz said it was late.")
    assert speakers(shorter).endswith("more than one: Ana Ruiz (in 2, perhaps 3 with “Ana B. Ruiz”).")
    apart = read("“It may rain,” said Ana Ruiz.", "Ben Holm said it snowed.")
    assert speakers(apart) == "2 articles with 11 words and 2 speakers."


def test_nearly_certain_is_no_doubt_and_leads_only_where_certainty_prevails():
    sure = "The flood is almost certain, Ana Ruiz said. The vote is all but certain, Ben Holm said."
    assert certainty(read(sure)) == (
        "Near certainty stated by Ana Ruiz: “The flood is almost certain” (paraphrased)."
    )
    doubt = f"{sure} Ida Holm said it might rain, or it might snow."
    assert certainty(read(doubt)).startswith("Possibility named by Ida Holm, twice: ")


@pytest.mark.parametrize(
    ("text", "mark", "words"),
    [
        ("He cannot promise an end: talks go on.", "cannot promise", "He cannot promise an end"),
        ("Asked again, he cannot promise an end.", "cannot promise", "… he cannot promise an end"),
        ('It could be "the worst" of all.', "could", "It could be …"),
        (
            "In spring, people in all three of the old towns behind the long wall may move.",
            "may",
            "… people in all three of the old towns behind the long wall may move",
        ),
        (
            "In spring, nobody in any of the three old towns behind the long wall may move.",
            "may",
            "… nobody in any of the three old towns behind the long wall may move",
        ),
        (
            "On Monday the letter that was signed by all the many parents of color in each of the towns may be read.",
            "may",
            "… may be read",
        ),
        (
            "They may buy all of the old pumps that the town has kept in the shed behind the harbour.",
            "may",
            "They may buy all of the old pumps …",
        ),
        ("If it rains, they may stay.", "may", "… they may stay"),
        ("I wouldn't say with confidence that we're going to get to a settlement.", "wouldn't say with confidence",
         "I wouldn't say with confidence …"),
    ],
)  # fmt: skip
def test_a_mark_is_quoted_with_its_clause(text, mark, words):
    start = text.index(mark)
    assert clause_around(text, (0, len(text)), (start, start + len(mark))).words == words


PIECES = (
    "Ana Ruiz said that the pier could fail. ", "“It may rain,” said Ben Holm, “or it may not.” ", "It rained.\n\n",
    "The mayor claimed the vote was \"almost certain\" to pass. ", "If the wall (the old one) fails, who knows? ",
    "“We cannot promise—not yet—that it holds.” ", "Ruiz said that Holm denied that it leaked. ", "They did not. ",
    "According to the harbour office, a 60 percent chance remains; nobody is sure. ", "Voters may vote on the ballot. ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
@settings(deadline=None, max_examples=25)
def test_a_lede_quotes_only_what_is_in_the_text(pieces):
    text = "".join(pieces)
    reading = read(text)
    plain = " ".join(text.split())
    for said in (findings.at_a_glance(reading), in_short(reading)):
        assert said.endswith(".") and said.count("“") == said.count("”") and '"' not in said
        names = {*reading.issues["issue"]}
        assert all(piece in plain or piece in names for piece in quoted(said))


def test_marks_of_the_practice_and_seed_are_quoted_from_the_text(seed, practice):
    for reading in (seed, *practice.split().values()):
        plain = " ".join(reading.articles["text"].iloc[0].split())
        said = findings.at_a_glance(reading)
        assert all(piece in plain or piece in {*reading.issues["issue"]} for piece in quoted(said))


def test_a_denied_statement_is_not_told_as_a_claim():
    reading = read("Ana Ruiz denied that the cost might double. Ben Holm said it could rain.")
    denied = reading.statements["text"].str.startswith("the cost might")
    reading = replace(reading, statements=reading.statements.assign(denied=denied))
    assert certainty(reading) == "Possibility named by Ben Holm: “it could rain” (paraphrased)."
    only = read("Ana Ruiz denied that the cost of the pier had doubled. It rained.")
    denied = only.statements["text"].str.startswith("the cost")
    only = replace(only, statements=only.statements.assign(denied=denied))
    assert certainty(only) == "Denied by Ana Ruiz: “the cost of the pier had doubled”."


def test_a_mark_across_two_rows_is_quoted():
    reading = read("Ana Ruiz said rain was likely.")
    row = reading.certainty.iloc[0]
    statements = reading.statements.assign(end=reading.statements["end"].clip(upper=row["start"] + 3))
    assert "“rain was likely” (paraphrased)" in certainty(replace(reading, statements=statements))
