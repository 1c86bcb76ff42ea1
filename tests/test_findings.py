"""Findings are true of any articles: of none that speaks, of one speaker, of ties, of very many."""

import re

import pandas as pd
import pytest

import sourcereading as sr
from sourcereading.analysis import compare, findings, try_sentences
from sourcereading.analysis.names import article_labels, article_names
from sourcereading.analysis.statements import in_one_line, reported
from sourcereading.report import charts
from sourcereading.report.show import finding
from sourcereading_evaluation import findings as of_keys

TINY = ["It rained."]
ONE = ["It rained. “It may rain,” said Ana Ruiz."]
TIED = ["“It may rain,” said Ana Ruiz. “It will rain,” said Ben Holm. It rained."]
NAMES = [
    f"{first} {last}" for first in ("Ana", "Ida", "Eva", "Mia", "Nora") for last in ("Ruiz", "Holm", "Berg")
]
MANY = [
    f"{NAMES[n % 15]} said the bridge could close. “It is likely to hold,” said Otto Falk. {n} boats passed."
    for n in range(200)
]
HOSTILE = ["“</p><b>It may $x$ rain</b>,” said Foo_Bar*Baz.", "“=1+1,” said NA."]
ANSWERS = [question.answer for question in findings.QUESTIONS] + [
    findings.at_a_glance,
    findings.how_articles_differ,
    findings.what_is_told_twice,
    findings.who_is_in_several,
    findings.which_passages,
    of_keys.has_key,
    of_keys.how_often_right,
]

_NOUN = "article|word|sentence|paragraph|statement|mark|mention|issue|hedge|speaker|name|phrase|file|run|other|stretch"
_ONE_OF_MANY = re.compile(rf"\b1 (?:more |quoted )?(?:{_NOUN})(?:s|es)\b")
_MANY_OF_ONE = re.compile(rf"\b(?:[2-9]|\d[\d,]*\d) (?:more |quoted )?(?:{_NOUN})\b")


@pytest.fixture(scope="module")
def readings(seed, practice):
    texts = {"tiny": TINY, "one": ONE, "tied": TIED, "many": MANY, "hostile": HOSTILE}
    found = {name: sr.read(list(text)) for name, text in texts.items()}
    empty = found["tiny"]
    return found | {"seed": seed, "practice": practice, "no speaker": empty}


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.__name__)
def test_every_finding_is_a_sentence_for_every_kind_of_reading(readings, answer):
    for name, reading in readings.items():
        said = answer(reading)
        assert said[0].isupper() or said[0].isdigit() or said[0] in "“(", (name, said)
        assert said.endswith("."), (name, said)
        assert not re.search(r"\bnan\b|None|  |\.\.|: \.|, \.|\{|\}", said), (name, said)
        assert not _ONE_OF_MANY.search(said) and not _MANY_OF_ONE.search(said), (name, said)
        assert len(said) < 900, (name, len(said))


@pytest.fixture(scope="module")
def saved(practice, tmp_path_factory):
    return sr.load(practice.save(tmp_path_factory.mktemp("saved")))


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.__name__)
def test_a_saved_reading_gives_the_same_finding(practice, saved, answer):
    assert answer(saved) == answer(practice)


def test_findings_of_the_seed(seed):
    speakers = seed.speakers.set_index("speaker")
    vance = speakers.loc["J.D. Vance"]
    words = int(vance["direct_words"] + vance["indirect_words"])
    total = int(findings.own_words(seed, ["speaker"])["words"].sum())
    said = findings.who_speaks(seed)
    most = f"The one with the most words is J.D. Vance: {words} of the {total} words outside reporting clauses"
    assert f"2 speakers. {most}" in said
    assert f"(93\xa0%), {vance['direct_words']} of them in quotation marks" in said
    title = charts.words_by_speaker(seed).title
    assert title.startswith("J.D. Vance has the most words of all speakers: 272 of 291 words (93\xa0%)"), "the same"
    assert (
        findings.through_whom(seed)
        == "1 statement comes through another speaker: the Ukrainian side, reported by J.D. Vance."
    )
    equal = "“roughly equal” (of “about even”, nine in ten readers say 49–51\xa0%)"
    assert f"1 phrase gives a probability: {equal}." in findings.which_probabilities(seed)
    in_paraphrase = "The one phrase of a speaker that gives a probability is in paraphrase."
    assert in_paraphrase in findings.quoted_or_paraphrased(seed)
    words = findings.strongest_words(seed)
    assert words.startswith("The words that weigh most in the scores by the news scorer: “fake” (−2.03), ")
    assert "The words that weigh most in the scores by TextBlob: “candidly” (+0.60), " in words
    assert f"{len(seed.certainty)} marks" in findings.how_sure(seed)
    assert findings.how_articles_differ(seed) == "There is one article here; comparing needs two or more."


def toned(reading, names):
    """The names that findings and charts of tone give in any of their words."""
    drawn = [chart(reading) for chart in (charts.sentiment_by_speaker, charts.tone_toward)]
    said = [text for chart in drawn for text in (chart.title, chart.alt, *(t.get_text() for t in chart.figure.texts))]
    said += [answer(reading) for answer in (findings.in_what_tone, findings.about_whom, findings.strongest_words)]
    return {name for name in names if any(name in text for text in said)}


def test_of_fewer_than_five_stretches_nobodys_tone_is_told(seed):
    bad, good = "“Ben Holm lied to us,” said Ana Ruiz. ", "Ida Quint praised the brave Tom Falk. "
    names = ["Ana Ruiz", "Ben Holm", "the writer", "Tom Falk"]
    for times, told in ((1, set()), (4, set()), (5, set(names))):
        assert toned(sr.read([(bad + good) * times]), names) == told, times
    assert toned(seed, ["Russia", "Ukraine"]) == set()


def test_a_stretch_without_a_tone_does_not_count_toward_five():
    unsure = sr.read(["“Ben Holm lied to us,” said Ana Ruiz. " * 4 + "“It is 12 of 13,” said Ana Ruiz. " * 4])
    assert toned(unsure, ["Ana Ruiz"]) == set()
    assert findings.in_what_tone(unsure).startswith(
        "Of 8 stretches of text, the news scorer calls 4 negative; 4 have no score. TextBlob scores none. "
    )
    assert findings.in_what_tone(unsure).endswith(
        "No speaker has 5 scored stretches in one voice, so nothing is said of anybody’s tone."
    )


def test_a_mean_whose_interval_includes_zero_is_told_as_no_clear_tone_and_without_a_number():
    mixed = sr.read(["“We won a great victory,” said Ana Ruiz. “They lied and killed people,” she said. " * 3])
    said = findings.in_what_tone(mixed)
    assert said.endswith("Nobody with 5 scored stretches or more in one voice has a clear tone.")
    chart = charts.sentiment_by_speaker(mixed)
    assert chart.title == "No speaker with 5 scored stretches or more in one voice has a clear tone"
    assert "Ana Ruiz, quoted: no clear tone; 6 of 6 stretches have a score." in chart.alt
    sad = sr.read(["“They lied and killed people,” said Ana Ruiz. “They failed us all in the end,” she said. " * 3])
    assert "Clear tone by the news scorer, in 5 stretches or more: Ana Ruiz, quoted, negative (mean −" in (
        findings.in_what_tone(sad)
    )
    assert charts.sentiment_by_speaker(sad).title == "A clear tone, by the news scorer: Ana Ruiz, quoted, negative"


def test_a_title_does_not_say_what_the_tones_toward_somebody_amount_to():
    seven_to_one = sr.read(["Ida Quint is brave and honest. It rained. " * 7 + "Quint lied and failed the victims."])
    chart = charts.tone_toward(seven_to_one)
    assert chart.title == "1 pair of speaker and target has 5 scored stretches or more"
    assert "The writer on Ida Quint: 1 negative and 7 positive" in chart.alt
    assert findings.about_whom(seven_to_one) == (
        "1 pair of speaker and target has 5 scored stretches or more. As the news scorer reads them, the writer on "
        "Ida Quint, 8 stretches: 1 negative and 7 positive."
    )


def test_where_the_scorer_is_mostly_unsure_this_is_said_first_and_takes_no_room_in_the_chart():
    reading = sr.read(["Ida Quint is brave and honest. " * 5 + "Quint won the race. " * 15])
    assert findings.about_whom(reading).startswith(
        "On 15 of 20 stretches that name somebody the news scorer is unsure: read the words. 1 pair"
    )
    chart = charts.tone_toward(reading)
    assert "5 positive and 15 unsure" in chart.alt
    assert "unsure" not in [text.get_text() for text in chart.figure.texts]


def test_the_lowest_statement_is_cited_with_its_quotations_whole():
    text = "“It may rain,” said Ana Ruiz. “I cannot promise that the valley will be dry, and I am not sure.”"
    assert charts.certainty_ladder(sr.read([text])).alt.endswith(
        "is that of a statement of Ana Ruiz: “‘It may rain,’ … ‘I cannot promise that the valley will be dry, and I am "
        "not sure.’”."
    )


def test_the_chart_and_the_finding_count_the_same_opposite_signs():
    text = "“More people were killed and more were attacked,” said Ana Ruiz. " * 6
    reading = sr.read([text])
    assert "calls 6 negative. TextBlob scores 6; on 6 of them the two have opposite" in findings.in_what_tone(reading)
    drawn = " ".join(text.get_text() for text in charts.sentiment_by_speaker(reading).figure.texts)
    assert "hollow: TextBlob has the opposite sign (6 dots)" in drawn


def test_one_statement_and_two_sentences_are_counted_in_plain_english():
    reading = sr.read(["The war goes on, and Ana Ruiz said the voters “may win”. The war is over."])
    assert "1 statement of a speaker, partly quoted. Of its 4 words, 2" in findings.in_whose_words(reading)
    assert findings.left_without_issue(reading) == "Both sentences name an issue of the codebook."


def test_nobody_speaks(readings):
    tiny = readings["tiny"]
    assert findings.who_speaks(tiny) == "No speaker is quoted or paraphrased."
    assert findings.how_long(tiny) == "The article has 2 words in 1 sentence and 1 paragraph."
    assert findings.which_issues(tiny).startswith("No sentence names an issue of the codebook")
    # On a page, one answer to several questions is given once.
    issues = {ask(tiny) for ask in (findings.which_issues, findings.who_raises, findings.left_without_issue)}
    speakers = {ask(tiny) for ask in (findings.who_speaks, findings.in_whose_words, findings.through_whom)}
    assert len(issues) == len(speakers) == 1
    assert findings.in_brief(tiny)["finding"].is_unique
    assert findings.at_a_glance(tiny) == (
        "No speaker is quoted or paraphrased. No word that says how sure something is was found. "
        "No main issue in this codebook: none is named."
    )


def test_one_speaker(readings):
    assert findings.who_speaks(readings["one"]) == (
        "One speaker, Ana Ruiz: 1 statement with 3 words, all in quotation marks."
    )
    assert findings.how_sure(readings["one"]).endswith("is: it lowers certainty. It is a hedge.")
    assert findings.who_hedges(readings["one"]) == "1 hedge, by Ana Ruiz."
    assert findings.in_whose_words(readings["one"]).endswith("All of its words (3) are in quotation marks.")
    assert findings.who_speaks_first(readings["one"]) == "First and last: Ana Ruiz, quoted."


def test_every_level_of_certainty_is_counted_by_its_name():
    """Four levels, not "2 low, 7 middle and 2 more"."""
    text = "Ruiz said it holds. Ruiz said it could fail. Ruiz said it certainly holds. "
    text += "Ruiz said she could not guarantee that it might, perhaps, hold."
    said = findings.how_sure_statements(sr.read([text]))
    assert re.search(r": \d+ low, \d+ middle, \d+ unmarked and \d+ high\.$", said), said


def test_a_tie_has_no_winner(readings):
    assert findings.who_speaks(readings["tied"]) == (
        "2 speakers. Those with the most words are Ana Ruiz and Ben Holm: 3 words each."
    )
    assert "“rain” occurs most often" in findings.which_words(readings["tied"])
    both = findings.which_words(sr.read(["It is rain and wind. It was wind and rain."]))
    assert both.endswith("“rain” and “wind” occur most often: twice each.")


def test_a_quotation_without_a_speaker_is_said_to_have_none():
    reading = sr.read(["“They never asked any of us about it!” The mood was bitter."])
    assert findings.who_speaks(reading).endswith("1 statement (8 words) has an unknown speaker.")
    assert findings.who_speaks(reading).startswith("No known speaker is quoted or paraphrased.")


def test_many_articles_are_summed_not_listed(readings):
    many = readings["many"]
    assert findings.what_was_read(many).startswith("200 articles were read: ")
    assert "the one with the most words is Otto Falk, in all 200 articles" in findings.who_speaks(many)
    assert findings.who_is_in_several(many).startswith(
        "All 16 named speakers are in more than one article: Otto Falk (in 200), "
    )
    likely = "200 phrases give a probability: “likely” 200 times (nine in ten readers say 60–90\xa0%)."
    assert findings.which_probabilities(many).startswith(likely)


def test_a_rate_is_given_only_from_enough_words(readings):
    assert "per 1,000" not in findings.how_sure(readings["one"])
    assert "per 1,000 words" in findings.how_sure(readings["seed"])


def test_a_refused_file_is_said(tmp_path):
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    assert findings.what_was_read(sr.read(tmp_path)).endswith(
        "1 file could not be read; the table of problems says why."
    )


def test_article_text_in_a_finding_is_shown_as_text(readings):
    shown = finding(
        findings.which_probabilities(readings["hostile"]) + findings.who_speaks(readings["hostile"])
    )._repr_html_()
    assert "<b>" not in shown and "</p><" not in shown


def test_in_brief_has_every_question_with_its_notebook(seed):
    brief = findings.in_brief(seed)
    assert list(brief.columns) == ["question", "finding", "notebook"]
    assert brief["question"].is_unique and len(brief) == len(findings.QUESTIONS)
    assert brief.loc[
        brief["question"] == "Who speaks, and how much?", "finding"
    ].item() == findings.who_speaks(seed)


def test_a_hedge_in_a_reporting_clause_is_the_writers_and_counted_separately():
    reading = sr.read(["Ana Ruiz claimed that the bridge may close. Ben Holm said the bridge will hold."])
    said = findings.who_hedges(reading)
    assert said == "2 hedges: 1 by Ana Ruiz and 1 by the writer in a reporting clause."
    assert " 2 of them are hedges, and 1 expresses certainty." in findings.how_sure(reading)  # as many as beside it


def test_a_nearly_certain_probability_is_no_hedge_in_any_sentence():
    reading = sr.read(["The flood is almost certain, Ana Ruiz said. The vote is all but certain, said Ben Holm."])
    assert findings.how_sure(reading).endswith(
        ": both give a probability. None of them is a hedge, and 2 express certainty "
        "(all by a probability that is nearly certain, for or against)."
    )
    assert findings.who_hedges(reading) == "The text has no hedge."
    said = findings.quoted_or_paraphrased(sr.read(["“It is cold,” said Ana Ruiz. She said a flood is almost certain."]))
    assert ", none in 5 words of paraphrase." in said
    assert said.endswith("The one phrase of a speaker that gives a probability is in paraphrase.")


def test_what_is_in_one_voice_only_is_not_compared():
    said = findings.quoted_or_paraphrased(sr.read(["Ana Ruiz said that it may rain."]))
    assert said == "All words of speakers (3) are paraphrased, so the two cannot be compared."


def test_how_the_reading_agrees_with_the_keys(seed):
    said = of_keys.agreement()
    assert re.match(r"In 5 articles with a key, the reading finds \d+ of 90 statements", said)
    assert re.search(r"\d+ of 95 marks of certainty; and \d+ of 36 mentions of issues\.$", said)


def test_what_is_said_of_keys_depends_on_what_is_read(seed, practice):
    """Notebook 02 once said that nobody had marked the article, and 07 that all were marked, of one run."""
    invented = pd.DataFrame({"text": ["It rained.", "It snowed."]})
    some = sr.read(pd.concat([seed.articles[["text"]].iloc[:1], invented[:1]]))
    some.articles.loc[0, "sha256"] = seed.articles["sha256"].iloc[0]
    for reading, begins in (
        (seed, "Yes: there is an answer key for the article read here. An AI assistant marked it; no person has "),
        (practice, "Yes: there is an answer key for each of the 3 articles read here. An AI assistant marked them; "),
        (some, "For 1 of the 2 articles read here there is an answer key. An AI assistant marked it; no person "),
        (sr.read(invented[:1]), "No: there is no answer key for the article read here, so how well this is done"),
        (sr.read(invented), "No: there is no answer key for the 2 articles read here, so how well this is done"),
    ):
        assert of_keys.has_key(reading).startswith(begins)
        same = begins.partition(": ")[2] or begins
        assert of_keys.how_often_right(reading).startswith(same[:1].upper() + same[1:]), "no answer to yes or no"
    assert "How well the other is read is not known." in of_keys.has_key(some)


# --- What a finding may not claim ---------------------------------------------------------------------------

WATER = "The water rose. The wall held. Boats were moved. Nobody slept. The wind turned. Morning came. "


def test_words_of_an_issue_are_not_what_an_article_is_about():
    """Eight sentences on a flood and one with a voter are not an article about elections."""
    said = findings.which_issues(sr.read([WATER + "Dusk fell. A voter waved. It was cold."]))
    assert said == (
        "8 of 9 sentences name no issue of the codebook; in the other one, one issue is named: “elections” (by "
        "“voter”)."
    )
    assert "most" not in said and "about" not in said


def test_issues_in_equally_many_sentences_have_no_leader():
    two = sr.read(["Voters and the army waited. It rained."])
    assert findings.which_issues(two).startswith("2 issues are named, in 1 of 2 sentences. Each")
    tied = "Voters waited. The polls closed. Soldiers came. The army left. A church burned. "
    said = findings.which_issues(sr.read([tied]))
    assert "No issue leads: “armed forces and weapons” and “elections” are in 2 sentences each." in said


def test_an_issue_in_most_sentences_leads_even_where_another_is_named_more_often_in_one():
    """Five words in one sentence do not outweigh three sentences."""
    text = "Voters, polls, ballots, candidates and elections! Soldiers came. The army left. Troops returned."
    said = findings.which_issues(sr.read([text]))
    assert "The one in most sentences, 3, is “armed forces and weapons” (by “army”, “soldiers” and “troops”)." in said


def test_who_names_issues_leaves_out_voices_that_name_none():
    assert findings.who_raises(sr.read(["A voter waved."])) == (
        "The only mention of an issue is in the writer’s own words."
    )
    both = findings.who_raises(sr.read(["“We are voters,” said Ana Ruiz. The army left."]))
    assert both == "Of 2 mentions of issues: 1 in quoted words of speakers and 1 in the writer’s own words."
    clause = findings.who_raises(sr.read(["The army said it rained. A voter waved."]))
    assert clause.endswith("1 in the writer’s own words and 1 in reporting clauses such as “she said”.")
    text = "“We are voters,” said Ana Ruiz. Ruiz said the polls closed. The army said it rained. Voters slept."
    assert findings.who_raises(sr.read([text])).count(" 1 in ") == 4, "four kinds, and none is left to “more”"


def test_where_issues_are_named_first_and_last():
    reading = sr.read(["It rained. Voters waited. It rained. The army left. It rained."])
    assert findings.where_issues(reading) == (
        "The first issue named is “elections”, in sentence 2 of 5; the last is “armed forces and weapons”, in "
        "sentence 4."
    )
    assert findings.where_issues(sr.read(["It rained. Voters saw the army."])) == (
        "Only one sentence names issues: sentence 2 of 2."
    )
    several = sr.read(["Voters waited. The army left.", "The polls closed.", "It rained."])
    assert findings.where_issues(several) == (
        "Of 2 issues, none is named in all 3 articles, and 1 in one only."
    )


def test_who_says_most_names_what_it_is_a_share_of_and_who_has_more():
    """Ruiz has 3 of 10 words of speakers and of 15 outside reporting clauses; an unknown speaker has more."""
    text = "“It may rain,” said Ana Ruiz. “So soon,” said Ben Holm.\n\nIt rained all day long.\n\n“We knew all of it!”"
    said = findings.who_speaks(sr.read([text]))
    assert "The one with the most words is Ana Ruiz: 3 of the 15 words outside reporting clauses (20\xa0%)" in said
    assert said.endswith("1 statement (5 words, more than any speaker has) has an unknown speaker.")


def test_a_speaker_of_one_article_is_not_the_speaker_of_all():
    texts = ["“It may rain today,” said Ana Ruiz. “No,” said Ben Holm.", "It rained.", "“Not now,” said Ben Holm."]
    said = findings.who_speaks(sr.read(texts))
    assert "3 speakers (2 names; who speaks in several articles counts in each)" in said
    assert "Of those in more than one article, the one with the most words is Ben Holm, in 2 of the 3 articles" in said
    assert findings.who_speaks(sr.read(texts[:2])) == (
        "2 speakers. Nobody is known to be heard in more than one of the articles."
    )


def test_the_same_description_in_two_articles_need_not_be_the_same_people():
    two = sr.read(["Officials said it may rain.", "Officials said nobody came."])
    assert findings.who_is_in_several(two) == (
        "No named speaker is in more than one article under the same name. “officials” (in 2 articles) may mean "
        "another source in each article, and is not counted."
    )
    said = findings.who_speaks(sr.read([
        "Officials said it may rain. Residents said no.", "Officials said nobody came. Residents said yes.",
    ]))  # fmt: skip
    assert "4 speakers (2 names; " in said and "Nobody is known to be heard in more than one" in said
    assert said.endswith("“officials” (in 2 articles) and 1 more name may mean another source in each article.")
    hedged = sr.read(["Officials said it may rain.", "Officials said it may snow. Ana Ruiz said it might hail."])
    assert findings.who_hedges(hedged) == "3 hedges: 1 by Ana Ruiz and 2 by 2 others."


def test_a_figure_that_two_articles_share_is_given_to_neither():
    quoted, told = "“It may rain all day,” said Ana Ruiz. " * 20, "Ana Ruiz said that it may rain all day. " * 20
    said = findings.how_articles_differ(sr.read([quoted, told, told.replace("rain", "snow")]))
    assert said.startswith(
        "3 articles. Share of speakers’ words in quotation marks: from 0\xa0% in 2 articles to 100\xa0% in text 1."
    )


def test_articles_too_short_for_a_rate_are_given_none():
    said = findings.how_articles_differ(sr.read(["It may rain.", "It rained all day."]))
    assert said == "2 articles. A rate or a share is given from 100 words on. The articles have from 3 to 4 words."


def test_of_two_passages_of_the_same_length_neither_is_the_longest():
    one, two = "the old harbor wall will fail soon", "nobody has to leave the valley now"
    reading = sr.read([f"Ruiz: {one}. Then rain. Holm: {two}.", f"Some said {one}. Others wrote {two}."])
    said = findings.which_passages(reading)
    assert said.startswith("2 passages of 6 words or more are in two or more articles.")
    assert said[said.index("articles.") + 10 :].startswith("Both have 7 words; the first, in 2 articles: ")


# --- Articles side by side ---------------------------------------------------------------------------------


def test_by_article_divides_each_article_by_itself():
    said = "“It may rain,” said Ana Ruiz. It rained. "
    table = compare.by_article(sr.read([said * 40, "It rained all day. " * 40]))
    assert table["words"].tolist() == [320, 160]
    assert table["statements"].tolist() == [40, 0]
    assert table["quoted_percent"].tolist() == [pytest.approx(300 / 8), 0]
    assert table["quoted_percent_of_reported"].iloc[0] == 100
    assert pd.isna(table["quoted_percent_of_reported"].iloc[1])
    assert table["reported_percent"].iloc[0] == pytest.approx(300 / 8)
    assert table["hedges"].tolist() == [40, 0]


def test_few_words_have_counts_and_no_rate_in_the_table_of_articles():
    """As the finding above it says: a rate or a share is given from 100 words on."""
    table = compare.by_article(sr.read(["“It may rain,” said Ana Ruiz. " * 15, "It may rain. Ruiz said no. " * 16]))
    assert table["words"].tolist() == [90, 96] and table["hedges"].tolist() == [15, 16]
    rates = [column for column in table if column.endswith(("_percent", "_reported", "_per_1000"))]
    assert len(rates) == 6 and table[rates].isna().all(axis=None)


def test_a_count_and_a_share_have_one_name_each(readings):
    """Mentions of issues beside different issues; quoted words of all words beside those of the reported words."""
    table = compare.by_article(readings["practice"])
    assert table["issue_mentions"].tolist() == [5, 8, 4] and table["different_issues"].tolist() == [4, 4, 3]
    assert table["quoted_percent"].round(1).tolist() == [26.1, 13.2, 42.3]
    assert table["quoted_percent_of_reported"].round(1).tolist() == [49.5, 43.3, 78.4]
    drawn = charts.compare_articles(readings["practice"])
    assert drawn.data.equals(table)
    assert "Share of speakers’ words in quotation marks: from 43\xa0% in The Morning Gull (invented)" in drawn.alt
    said = findings.how_articles_differ(readings["practice"])
    assert said.startswith(f"3 articles. {drawn.title}. "), "the chart and the finding begin with the same contrast"


def test_articles_are_called_by_their_outlet_where_that_tells_them_apart():
    frame = pd.DataFrame({"text": ["It rained.", "It snowed."], "outlet": ["Gull", "Wire"], "title": ["A", "A"]})
    assert list(article_names(sr.read(frame).articles).values()) == ["Gull", "Wire"]
    same = sr.read(frame.assign(outlet="Gull"))
    names = list(article_names(same.articles).values())
    assert names == ["A (1)", "A (2)"]


def test_articles_without_a_title_are_called_by_their_headline():
    texts = ["The dam holds\n\nIt rained.", "The dam fails\n\nIt snowed.", "It snowed all day, and the old dam held."]
    articles = sr.read(texts).articles
    assert list(article_names(articles).values()) == ["“The dam holds”", "“The dam fails”", "text 3"]
    assert list(article_labels(articles[:2]).values()) == ["“The dam holds”", "“The dam fails”"]
    alike = sr.read([text.replace("fails", "holds") for text in texts]).articles
    assert list(article_names(alike).values()) == ["text 1", "text 2", "text 3"]


def test_labels_leave_out_what_all_titles_begin_with():
    frame = pd.DataFrame({"text": ["It rained.", "It snowed."], "title": ["The old dam holds", "The old dam fails"]})
    articles = sr.read(frame).articles
    assert list(article_labels(articles).values()) == ["holds", "fails"]
    assert list(article_names(articles).values()) == ["The old dam holds", "The old dam fails"]
    alike = sr.read(frame.assign(title="The old dam")).articles
    assert list(article_labels(alike).values()) == ["dam (1)", "dam (2)"]


def test_parts_of_a_statement_are_separated_only_where_something_is_left_out():
    text = "“It may  rain.” “We stay.”\n\n“All of us,” said Ana."
    assert in_one_line(text, [(0, 15), (16, 26), (28, 40)]) == "“It may  rain.” “We stay.” “All of us,”"
    assert in_one_line(text, [(0, 15), (28, 40)]) == "“It may  rain.” … “All of us,”"
    assert in_one_line("“Now.”“Then.”", [(0, 6), (6, 13)]) == "“Now.”“Then.”"
    reading = sr.read(["“It may rain. We stay,” said Ana Ruiz. “All of us.”"])
    assert reported(reading.statements, reading.articles)["text"].tolist() == [
        "“It may rain. We stay,” … “All of us.”"
    ]


def test_a_shared_passage_is_found_at_its_full_length_with_what_follows():
    reading = sr.read(
        [
            "“The dam will hold until the end of spring, if it is mended,” said Ana Ruiz.",
            "“The dam will hold until the end of spring,” said Ana Ruiz.",
            "Ruiz: the dam will hold until autumn or so, at most.",
        ]
    )
    found = compare.shared_passages(reading)
    assert found["text"].tolist() == ["The dam will hold until the end of spring"] * 2
    assert found["goes_on"].tolist() == [", if it is mended,” said Ana Ruiz.", ",” said Ana Ruiz."]
    texts = reading.articles.set_index("article_id")["text"]
    assert all(texts[row.article_id][row.start : row.end] == row.text for row in found.itertuples())


def test_a_passage_shared_by_three_and_a_longer_one_by_two_are_both_found():
    start = "the old harbor wall will fail before"
    reading = sr.read(
        [f"One said {start} the end of May.", f"Two said {start} the end of May.", f"Three said {start} June."]
    )
    found = compare.shared_passages(reading)
    assert found.groupby("passage").size().tolist() == [2, 3]
    assert found.groupby("passage")["words"].first().tolist() == [12, 8]


@pytest.mark.slow
def test_identical_articles_share_one_passage_in_linear_time():
    words = " ".join(f"word{n}" for n in range(20_000))
    found = compare.shared_passages(sr.read([f"{words} one.", f"{words} two."]))
    assert found["words"].tolist() == [20_000, 20_000]


def test_nothing_shared_gives_an_empty_table_with_its_columns():
    found = compare.shared_passages(sr.read(TINY))
    assert (
        list(found.columns) == ["passage", "article_id", "start", "end", "words", "text", "goes_on"]
        and found.empty
    )


# --- Probes ------------------------------------------------------------------------------------------------


def test_probes_show_what_is_found_and_that_nothing_is():
    assert try_sentences.said("“It may rain,” said Ana Ruiz.", "It rained.")["speaker"].tolist() == [
        "Ana Ruiz",
        "(writer)",
    ]
    assert try_sentences.marked("It may rain.", "It rained.")["mark"].tolist() == ["may", try_sentences.NOTHING]
    assert try_sentences.about("Voters went home.", "It rained.")["issue"].tolist() == ["elections", ""]
    toned = try_sentences.toned("A terrible plan.", "A qwrt.")
    assert toned["textblob_words"].tolist() == ["terrible −1.00", try_sentences.NOTHING]
    named = try_sentences.toned_toward("They praised Ben Holm.", "It rained.")
    assert named["target"].tolist() == ["Ben Holm", try_sentences.NOTHING]
    assert try_sentences.split("It rained. It stopped.")["cut"].tolist() == ["It rained. | It stopped."]


def test_a_probe_agrees_with_the_whole_reading(seed):
    sentences = seed.sentences["text"].tolist()
    marks = try_sentences.marked(*sentences)
    assert marks.loc[marks["mark"] != try_sentences.NOTHING, "mark"].tolist() == seed.certainty["text"].tolist()
    about = try_sentences.about(*sentences)
    assert about.loc[about["words"] != try_sentences.NOTHING, "words"].tolist() == seed.issues["text"].tolist()


def test_the_same_speaker_quoted_and_paraphrased():
    text = (
        "“It may leak,” said Ana Ruiz. Ruiz said it could fail and that there was a 60 percent chance of rain. "
        "“It holds,” said Otto Falk. “It may, perhaps,” an official said."
    )
    table = findings.quoted_beside_paraphrased(sr.read([text]))
    assert table["speaker"].tolist() == ["Ana Ruiz"]  # of the others there is one voice only
    assert table.iloc[0, 1:].tolist() == [3, 1, 0, 13, 2, 1]
    said = findings.quoted_or_paraphrased(sr.read([text]))
    assert said.startswith("Ana Ruiz: 1 hedge in 3 quoted words, 2 in 13 words of the writer’s paraphrase; all")
    assert said.endswith("The one phrase of a speaker that gives a probability is in paraphrase.")


def test_those_who_are_known_come_first_of_those_who_are_heard_through_another():
    unknown = "Ben Holm said he was told that it leaks. He said he was told to wait."
    known = "Ana Ruiz said Ida Holm warned it leaks. Ruiz said officials warned that it rains."
    told = findings.through_whom(sr.read([f"{unknown} {known}"]))
    assert told.index("Ida Holm, reported by Ana Ruiz") < told.index("unknown speakers, reported by Ben Holm")


def test_the_pair_with_most_scored_stretches_leads_the_chart_and_not_the_one_that_is_named_most():
    text = "Ida Quint is brave and honest. " * 5 + "Quint won the race. " * 15 + "Ben Holm lied to the victims. " * 7
    chart = charts.tone_toward(sr.read([text]))
    assert chart.title.endswith("; most: the writer on Ben Holm (7)")
    assert chart.data["target"].tolist() == ["Ben Holm", "Ida Quint"]
