"""How words reached the writer, who gave no answer, and why a source has no name: a sentence in, the columns out.

All sentences are invented.
"""

import re

import pytest

from sourcereading import analysis, read
from sourcereading.attribution.candidacies import shown_by_name, shown_by_words, speaks_of_elections, speaks_of_sport
from sourcereading.attribution.channels import (
    AGENCY,
    CHANNELS,
    HEARSAY,
    LETTER,
    OTHER,
    OWN,
    REPORT,
    SOCIAL,
    SPEECH,
    WRITTEN,
    medium,
)  # fmt: skip
from sourcereading.attribution.statements import attribute
from sourcereading.attribution.voices import DIRECT, WRITER
from sourcereading.text.lexicon import read_csv_rows
from sourcereading.text.paths import data_path
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import sentences


def rows(text, outlet="Halden Post"):
    found = sentences(text)
    return attribute(text, found, quotations(text, found), outlet=outlet).rows


def channels(text, outlet="Halden Post"):
    return [row.channel for row in rows(text, outlet) if row.speaker != WRITER]


def declined(text):
    return "; ".join(row.declined for row in rows(text) if row.declined)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Ana Ruiz told the Halden Post that it leaks.", OWN),
        ("“It leaks,” Ana Ruiz told me.", OWN),
        ("“It leaks,” Ana Ruiz said in a phone interview.", OWN),
        ("Ana Ruiz said in an interview that it leaks.", OWN),
        ("“It leaks,” Ana Ruiz said in an interview on Friday in her office.", OWN),
        ("Ana Ruiz told the Velia Tribune that it leaks.", OTHER),
        ("Ana Ruiz attacked Ben Holm on CNN, saying it leaks.", OTHER),

        ("Ana Ruiz told her radio audience that it leaks.", OTHER),
        ("Ana Ruiz told a North Carolina rally that it leaks.", SPEECH),
        ("“It leaks,” Ana Ruiz told a cheering crowd.", SPEECH),
        ("Ana Ruiz in her announcement speech said that it leaks.", SPEECH),
        ("“It leaks,” Ana Ruiz said as she accepted her award.", SPEECH),
        ("Ana Ruiz opened the debate by saying that it leaks.", SPEECH),
        ("“It leaks,” Ana Ruiz said in an interview with the Velia Tribune on Monday.", OTHER),
        ("Ana Ruiz told reporters on Monday that it leaks.", SPEECH),
        ("Under cross-examination by Holm, Ana Ruiz conceded that it leaks.", SPEECH),
        ("On a call with analysts, Ana Ruiz said it leaks.", SPEECH),
        ("“It leaks,” Ana Ruiz told the council’s planning committee.", SPEECH),
        ("“It leaks,” Ana Ruiz said at her post-match press conference.", SPEECH),
        ("“It leaks,” Ana Ruiz told WHLD-TV.", OTHER),
        ("“It leaks,” Ana Ruiz said in a post on X.", SOCIAL),
        ("Speaking at a rally in Halden, Ana Ruiz said it leaks.", SPEECH),
        ("Ana Ruiz testified that it leaks.", SPEECH),
        ("“It leaks,” Ana Ruiz said in a statement on Monday.", WRITTEN),
        ("In a news release, the ministry said it leaks.", WRITTEN),
        ("Ana Ruiz issued a statement saying it leaks.", WRITTEN),
        ("Ana Ruiz told the Velia Tribune in a statement that it leaks.", WRITTEN),
        ("Ana Ruiz tweeted that it leaks.", SOCIAL),
        ("“It leaks,” Ana Ruiz wrote on Facebook.", SOCIAL),
        ("“It leaks,” Ana Ruiz said in an email to the Halden Post.", LETTER),
        ("According to a letter from Ana Ruiz, the dam leaks.", LETTER),
        ("According to court documents, the dam leaks.", REPORT),
        ("The survey found that the dam leaks.", REPORT),
        ("Reuters reported that the dam leaks.", AGENCY),
    ],
)
def test_the_channel_is_what_the_reporting_clause_says(text, channel):
    assert channels(text) == [channel]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz said it leaks.",
        "Ana Ruiz said in an interview last year that it leaks.",
        "Ana Ruiz said in an interview with Ben Holm that it leaks.",
        "Ana Ruiz told the House Speaker that it leaks.",
        "Ana Ruiz attacked a report on CNN, saying it leaks.",
        "“It leaks,” Ana Ruiz said as she accepted the job.",
        "Ana Ruiz, who resigned after a tweet, said it leaks.",
        "Ana Ruiz, who was hired in a statement year, said it leaks.",
        "Ana Ruiz told her mother that it leaks.",
        "Ana Ruiz said in a blog post that it leaks.",
        "Ana Ruiz told a reporter that it leaks.",
        "Ana Ruiz asked the crowd to leave.",
        "Ana Ruiz said in the email affair that it leaks.",
        "On March 2, Ana Ruiz said it leaks.",
        "The Halden Post reported that it leaks.",
    ],
)
def test_no_channel_where_the_text_does_not_say(text):
    assert set(channels(text)) <= {""}


def test_the_channel_is_that_of_the_speakers_words_before_in_the_paragraph():
    assert channels("Ana Ruiz told reporters that it leaks and added that it is old.") == [SPEECH, SPEECH]
    assert channels("Ana Ruiz told reporters that it leaks. She said it is old.") == [SPEECH, SPEECH]
    assert channels("“It leaks,” Ana Ruiz tweeted. “It is old.”") == [SOCIAL, SOCIAL]
    assert channels("“It leaks,” Ana Ruiz tweeted. But she added, “It is old.”") == [SOCIAL, SOCIAL]
    assert channels("“It leaks,” Ana Ruiz tweeted.\n\nShe added, “It is old.”") == [SOCIAL, ""]
    assert channels("“It leaks,” Ana Ruiz tweeted. Ben Holm added, “It is old.”") == [SOCIAL, ""]
    assert channels("“It leaks,” Ana Ruiz tweeted. “It is old,” she told her sister.") == [SOCIAL, ""]
    assert channels("“It leaks,” Ana Ruiz tweeted. “It is old,” she said on Friday.") == [SOCIAL, ""]
    assert channels("Ana Ruiz told CNN it leaks. She said in a speech that it is old.") == [OTHER, SPEECH]


def test_a_sentence_before_sets_the_scene():
    assert channels("Speaking at a rally in Orsby, Ana Ruiz attacked the tax. “It is a con,” she said.") == [SPEECH]
    assert channels("In an interview with CNN, Ana Ruiz defended the tax. “It is fair,” Ruiz said.") == [OTHER]
    assert channels("Speaking at a rally in Orsby, Ana Ruiz attacked Ben Holm. “It is a con,” Holm said.") == [""]
    assert channels("Speaking at a rally, Ana Ruiz attacked the tax.\n\n“It is a con,” she said.") == [""]
    assert channels("At a rally, Ana Ruiz attacked the tax. “It is a con,” she said last year.") == [""]


def test_what_another_source_reports_is_hearsay_and_what_an_agency_reports_is_the_agencys():
    assert channels("Ben Holm said that Ana Ruiz had told him that it leaks.") == ["", HEARSAY]
    assert channels("Reuters reported that Ana Ruiz had said it leaks.") == [AGENCY, AGENCY]
    assert channels("Reuters reported that the dam leaks.", "Reuters") == [""]


def test_the_outlet_is_known_by_its_name_a_part_of_it_or_its_letters():
    assert medium("the Post", "The Halden Post") == medium("AP", "Associated Press") == OWN
    assert medium("the BBC", "BBC News") == OWN != medium("the Post", "Post Courier")
    assert medium("The Velia Post", "The Halden Post") == medium("The Velia Post", "") == OTHER
    assert medium("Ben Holm", "Halden Post") == medium("the post office", "Halden Post") == ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Ruiz declined to comment.", "Ana Ruiz"),
        ("Ana Ruiz would not be drawn on her future.", "Ana Ruiz"),
        ("Asked whether she would resign, Ana Ruiz declined to answer.", "Ana Ruiz"),
        ("Ana Ruiz, who declined to comment, left the hall.", "Ana Ruiz"),
        ("Ana Ruiz has not responded to a request for comment from the Halden Post.", "Ana Ruiz"),
        ("The ministry did not immediately respond to several emails.", "the ministry"),
        ("Ana Ruiz could not immediately be reached for comment.", "Ana Ruiz"),
        ("Ana Ruiz would not say whether she would run.", "Ana Ruiz"),
        ("Ana Ruiz declined to say who had won.", "Ana Ruiz"),
        ("Ana Ruiz and Ben Holm declined interview requests.", "Ana Ruiz; Ben Holm"),
        ("Neither Ana Ruiz nor Ben Holm responded to a request for comment.", "Ana Ruiz; Ben Holm"),
        ("Phone messages left with Ana Ruiz's office were not returned.", "Ana Ruiz's office"),
        ("Calls and emails to the Halden police went unanswered.", "the Halden police"),
        ("Efforts to reach Ana Ruiz on Monday were unsuccessful.", "Ana Ruiz"),
        ("Ana Ruiz said she would not comment on the case.", "Ana Ruiz"),
        ("A spokeswoman said the firm does not comment on rumours.", "a spokeswoman"),
        ("“No comment,” Ana Ruiz said.", "Ana Ruiz"),
        ("The Post emailed Ana Ruiz on Monday. She did not reply.", "Ana Ruiz"),
    ],
)
def test_who_gives_no_answer_stands_in_the_writers_row(text, who):
    assert declined(text) == who
    assert not any(row.declined for row in rows(text) if row.speaker != WRITER)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz refused to sign the bill.",
        "The crews did not respond to the fire.",
        "Crews did not respond to emergency calls on Monday.",
        "The patients did not respond.",
        "An agreement could not be reached on Monday.",
        "The village could not be reached by road.",
        "Ana Ruiz refused to answer questions from the committee.",
        "Ana Ruiz refused to speak to her father.",
        "The council refused to confirm Ben Holm.",
        "Ben Holm declined to be named.",
        "Ana Ruiz declined to run again.",
        "Ben Holm said Ana Ruiz had refused to comment.",
        "If Ana Ruiz declines to comment, we will print it.",
        "Ana Ruiz was accused of refusing to discuss the plan.",
        "Ana Ruiz did not respond to a request for help from the city.",
        "Ana Ruiz refused to say the words.",
        "Ana Ruiz did not say whether she would run.",
        "“I will not comment on that,” Ana Ruiz told the crowd.",
    ],
)
def test_what_is_refused_to_others_is_no_answer_refused_to_the_writer(text):
    assert declined(text) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An aide, who asked not to be named because the talks go on, said it leaks.",
         "asked not to be named because the talks go on"),
        ("“It leaks,” said an aide who was not authorized to speak publicly.", "not authorized to speak publicly"),
        ("Two pilots, who spoke on condition that their names not be used, said it leaks.",
         "on condition that their names not be used"),
        ("Two assistants, neither of whom wanted to be named, said it leaks.", "neither of whom wanted to be named"),
        ("The referee, Simon Oake, is not permitted to give interviews.", ""),
        ("Simon Oake, who is not permitted to give interviews, left.", ""),
        ("An aide to Ana Ruiz, who is not permitted to speak, said it leaks.", "not permitted to speak"),
        ("Speaking on condition of anonymity for fear of reprisals, an aide said it leaks.",
         "on condition of anonymity for fear of reprisals"),
        ("One skipper, who did not want his name in the paper, said it leaks.", "not want his name in the paper"),
        ("Ana Ruiz was not named as a suspect, police said.", ""),
        ("The town has the background of a port, Ana Ruiz said.", ""),
    ],
)  # fmt: skip
def test_the_words_for_having_no_name_stand_in_the_writers_row(text, words):
    assert [row.anonymity for row in rows(text) if row.anonymity] == ([words] if words else [])


KINDS = {
    "speech": SPEECH, "statement": WRITTEN, "social": SOCIAL, "letter": LETTER, "interview": OTHER, "report": REPORT,
    "medium": OTHER, "medium_word": OTHER,
    "medium_kind": OTHER, "medium_role": OTHER, "agency": AGENCY, "audience": SPEECH, "tells": SPEECH,
    "social_verb": SOCIAL, "speech_verb": SPEECH, "sends": WRITTEN, "remote": OWN,
    "broadcast": OTHER, "own": OWN, "opens": SPEECH, "occasion": SPEECH, "person": SPEECH, "prize": SPEECH,
    "cheers": SPEECH, "loud": SPEECH,
}  # fmt: skip
UNNAMED = ("anonymous", "unnamed_wish", "named", "authorized", "speak_out", "reason")
NOT_DECLINED = ("from_others", "by_others", "answered")


CANDIDACIES = (
    "candidate_before", "candidate_owns", "candidate_behind", "candidate_says", "candidate_paraphrased", "votes",
    "runs", "office", "seeks", "wins", "primary", "leads", "polls", "campaigns", "possessive", "ends", "campaign",
    "electoral",
)  # fmt: skip
TOGETHER = 60


def shows_a_candidacy(text):
    found = sentences(text)
    said = [row for row in attribute(text, found, quotations(text, found)).rows if row.speaker != WRITER]
    names = [name.span() for name in re.finditer(r"(?:Ana )?Ruiz(?:'s)?", text)]
    shown = any(shown_by_name(text, *name) for name in names)
    return shown or any(shown_by_words(text, row.start, row.end, row.voice == DIRECT) for row in said)


def examples_read(examples):
    """The rows of each example: many are read as one article, a paragraph each, with another between."""
    for first in range(0, len(examples), TOGETHER):
        some = [example["example"] for example in examples[first : first + TOGETHER]]
        found, at = rows("\n\nIt rained.\n\n".join(some), ""), 0
        for example, text in zip(examples[first:], some, strict=False):
            yield example, [row for row in found if at <= row.start < at + len(text)]
            at += len(text) + len("\n\nIt rained.\n\n")


def test_the_example_of_a_sourcing_word_does_what_its_class_says():
    def works(row, found):
        kind = row["class"]
        if kind in KINDS:
            return KINDS[kind] in {one.channel for one in found}
        if kind == "shown":
            return not any(one.channel for one in found)
        if kind == "goes_on":
            return [one.channel for one in found if one.speaker != WRITER] == [SPEECH, SPEECH]
        if kind == "called":
            return "Tunde" in {one.speaker for one in found}
        if kind in UNNAMED:
            return any(one.anonymity for one in found)
        return any(one.declined for one in found) != (kind in NOT_DECLINED)

    path = data_path("lexicons", "sourcing.csv")
    known = read_csv_rows(path, ("term", "class", "example", "source"))
    apart = (*CANDIDACIES, "election", "sport", "aim")
    examples = [row for row in known if row["class"] not in apart]
    failing = [row for row, found in examples_read(examples) if not works(row, found)]
    failing = [row for row in failing if not works(row, rows(row["example"], ""))]  # by itself
    failing += [row for row in known if row["class"] in CANDIDACIES and not shows_a_candidacy(row["example"])]
    failing += [row for row in known if row["class"] == "aim" and shows_a_candidacy(row["example"])]
    failing += [row for row in known if row["class"] == "election" and not speaks_of_elections(row["example"])]
    failing += [row for row in known if row["class"] == "sport" and not speaks_of_sport(row["example"])]
    assert [f"line {row['line']}: {row['term']} ({row['class']}): {row['example']}" for row in failing] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz's campaign to save the park began.", "Ana Ruiz's advertising campaign began.",
        "Ana Ruiz ran for the bus.", "They voted for the plan of Ana Ruiz.", "Ana Ruiz's supporters left.",
        "Ana Ruiz leads the team.", "Ana Ruiz won the prize.",
    ],
)  # fmt: skip
def test_no_candidacy_where_the_text_does_not_show_one(text):
    assert not shows_a_candidacy(text)


TEXT = """The dam leaks, Ana Ruiz told reporters. An aide, who asked not to be named because the talks go on, said the \
dam would hold. The aide was not authorized to speak publicly.

Ben Holm said that Ida Holm had told him that taxes would rise. Ida Holm said taxes would fall. The mayor and Norland \
Power declined to comment."""  # fmt: skip


@pytest.fixture(scope="module")
def invented():
    return read([TEXT])


def test_who_did_not_answer_is_listed_by_name(invented):
    assert analysis.no_answers(invented.statements)["speaker"].tolist() == ["the mayor", "Norland Power"]
    limited = read(["Ana Ruiz said she could not comment on the inquiry. It rained."])
    assert analysis.no_answers(limited.statements)["text"].tolist() == [
        "Ana Ruiz said she could not comment on the inquiry."
    ]


def test_who_is_not_named_is_listed_with_the_reason(invented):
    found = analysis.unnamed_sources(invented.statements, invented.sentences)
    assert found[["speaker", "reason"]].to_numpy().tolist() == [
        ["an aide", "because the talks go on"], ["an aide", "not authorized to speak publicly"],
    ]  # fmt: skip
    assert all(TEXT[row.start : row.end].find(row.words) >= 0 for row in found.itertuples())


def test_independent_sources_are_counted_and_one_source_claims_have_their_words(invented):
    tables = (invented.issues, invented.statements, invented.speakers)
    found = analysis.independent_sources(*tables).set_index("issue")["independent"].to_dict()
    assert found == {"flood defence": 2, "public finances and taxes": 1}
    assert analysis.one_source_claims(*tables)["text"].tolist() == ["taxes would rise", "taxes would fall."]


def test_a_one_source_claim_is_shown_with_the_stretch_that_names_the_issue():
    reading = read(["Other plans, according to Ana Ruiz, include a new nuclear power plant."])
    claims = analysis.one_source_claims(reading.issues, reading.statements, reading.speakers)
    assert claims["text"].tolist() == ["include a new nuclear power plant."]


def test_sources_of_one_body_are_not_independent(invented):
    speakers = invented.speakers.assign(affiliation="Norland Power")
    found = analysis.independent_sources(invented.issues, invented.statements, speakers)
    assert found["independent"].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("text", "sources", "independent"),
    [
        # who speaks for the other
        ("Ana Ruiz said taxes fell. Ruiz spokesman Ben Holm said taxes rose.", 2, 1),
        ("Ana Ruiz said taxes fell. A lawyer for Ruiz said taxes rose.", 2, 1),
        ("Ana Ruiz said taxes fell. The Ruiz campaign said taxes rose.", 2, 1),
        ("Advisers to Ana Ruiz said taxes fell. Ruiz's lawyer said taxes rose.", 2, 1),
        # and who does not, or no longer
        ("Ana Ruiz said taxes fell. The Holm campaign said taxes rose.", 2, 2),
        ("Ana Ruiz said taxes fell. Former Ruiz adviser Ben Holm said taxes rose.", 2, 2),
        ("Ana Ruiz said taxes fell. Norland lawyer Ben Holm said taxes rose.", 2, 2),
        ("Ana Ruiz said taxes fell. Ben Ruiz said taxes rose. A spokesman for Ben Ruiz said taxes were late.", 3, 2),
        # one body, and a parliament, whose members speak for themselves
        ("Ana Ruiz of the Halden Institute said taxes fell. The Halden Institute said taxes rose.", 2, 1),
        # one who is only told of by the other, and one who speaks, too
        ("Ana Ruiz said Ben Holm said taxes fell. Ruiz said taxes rose.", 2, 1),
        ("Ana Ruiz said Ben Holm said taxes fell. Ruiz said taxes rose. Holm said taxes rose.", 2, 2),
        ("Senator Ana Ruiz said taxes fell. Senator Ben Holm said taxes rose.", 2, 2),
    ],
)
def test_sources_are_independent_where_the_text_gives_no_tie(text, sources, independent):
    reading = read([text])
    found = analysis.independent_sources(reading.issues, reading.statements, reading.speakers)
    assert found[["sources", "independent"]].to_numpy().tolist() == [[sources, independent]]


def test_channels_of_a_reading_are_those_that_are_documented(invented):
    assert set(invented.statements["channel"]) - {""} <= set(CHANNELS)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz told the TV that she would go.",
        "The caucus held a press conference on Monday, shortly after Ana Ruiz said that it would rain.",
        "In a column on the day before the debate, Ana Ruiz said that it would rain.",
    ],
)
def test_a_channel_of_something_else_is_none(text):
    said = read([text]).statements.query("speaker == 'Ana Ruiz'")
    assert len(said) and set(said["channel"]) == {""}
