"""Interviews and transcripts: labels of speakers, questions and answers without labels, and what looks like them.

The names and events are invented."""

import pandas as pd
import pytest

from one_text import attributed
from one_text import who_said as said
from sourcereading.attribution.label_names import role_in_words
from sourcereading.reading.reading import read
from sourcereading.text.lexicon import lexicon
from sourcereading.text.sentences import TEXT

ROWS = lexicon("transcript_labels", ("term", "class", "example"))
ASKED = "Will the wall hold?"


def rows(word_class):
    chosen = [row for row in ROWS if row["class"] == word_class]
    return pytest.mark.parametrize("row", chosen, ids=[row["term"] for row in chosen])


def speakers(text):
    return [speaker for speaker, _ in said(text)]


def paragraphs(*texts):
    return "\n\n".join(texts)


# --- The words of the lexicon ----------------------------------------------------------------------------------


@rows("question")
def test_the_example_of_a_question_is_the_interviewers(row):
    text = paragraphs("Ana Ruiz runs the mill.", row["example"], "A: We do.")
    assert said(text) == [("the interviewer", "Who pays?"), ("Ana Ruiz", "We do.")]


@rows("answer")
def test_the_example_of_an_answer_is_the_persons(row):
    text = paragraphs("Ana Ruiz runs the mill.", "Q: Who pays?", row["example"])
    assert said(text) == [("the interviewer", "Who pays?"), ("Ana Ruiz", "The council pays.")]


@rows("note")
def test_the_example_of_a_note_has_no_speaker(row):
    label, question = row["example"].split(": ")
    assert row["term"] in label.lower() and question == "Who pays?"
    text = paragraphs("VALE: Will it hold?", "BRELL: No.", row["example"], "VALE: Why?", "BRELL: I know it.")
    assert "Who pays?" not in [words for _, words in said(text)]
    assert said(paragraphs(*[row["example"]] * 3, "Brell: You do.")) == []


@rows("role")
def test_the_example_of_a_role_is_a_speaker(row):
    [first, second] = said(paragraphs(row["example"], "BRELL: I do."))
    label = row["example"].partition(":")[0].lower()
    assert first[0].removeprefix("the ") == label.removeprefix("the ") and row["term"] in label
    assert second == ("BRELL", "I do.")


@rows("unknown")
def test_the_example_of_an_unknown_speaker_is_one(row):
    assert said(paragraphs(row["example"], "BRELL: I do.")) == [
        (row["example"].partition(":")[0].lower(), "Who pays?"), ("BRELL", "I do."),
    ]  # fmt: skip


@rows("direction")
def test_the_example_of_a_direction_is_nobodys_words(row):
    assert said(paragraphs(row["example"], "HOLM: I do.", "RUIZ: Thank you."))[0] == ("Ruiz", "Who / pays?")


@rows("clip")
def test_the_example_of_a_clip_ends_a_turn(row):
    text = paragraphs("VALE: Who pays?", "BRELL: I do.", row["example"], "I see it on the wall.", "VALE: When?")
    assert said(text)[1:] == [("BRELL", "I do."), ("VALE", "When?")]


@rows("interview")
def test_the_example_of_words_for_an_interview_say_who_answers(row):
    text = paragraphs("Ben Holm runs the mill.", row["example"], "Do you pay?", "I do.", "Do you like it?", "I do not.")
    assert speakers(text)[-3:] == ["Ana Ruiz", "the interviewer", "Ana Ruiz"]


@rows("edited")
def test_the_example_of_words_on_how_an_interview_was_made_shows_that_it_is_one(row):
    essay = ("I lost my house.", "Do you know why?", "I do not.", "Do you?", "I never asked.")
    assert speakers(paragraphs(*essay)) == []
    assert speakers(paragraphs(*essay, row["example"])) == ["the interviewer", "(unattributed)"] * 2


@rows("prompt")
def test_the_example_of_a_prompt_is_a_question(row):
    text = paragraphs("Ana Ruiz runs the mill.", "Do you pay?", "I do.", row["example"], "I grind corn.")
    assert speakers(text) == ["the interviewer", "Ana Ruiz"] * 2


# --- Labels ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asks", "answers", "again", "more"),
    [
        ("VALE:", "BRELL:", "VALE:", "BRELL:"),
        ("Vale:", "Brell:", "Vale:", "Brell:"),
        ("[00:00:12] Vale:", "[00:00:15] Brell:", "[00:00:21] Vale:", "[00:00:26] Brell:"),
        ("Vale (00:12):", "Brell (00:15):", "Vale (00:21):", "Brell (00:26):"),
        ("Vale 00:12\n\n", "Brell 00:15\n\n", "Vale 00:21\n\n", "Brell 00:26\n\n"),
        ("00:12 Vale\n", "00:15 Brell\n", "00:21 Vale\n", "00:26 Brell\n"),
        ("[Vale]:", "[Brell]:", "[Vale]:", "[Brell]:"),
        ("(Vale)", "(Brell)", "(Vale)", "(Brell)"),
        ("**Vale:**", "**Brell:**", "**Vale:**", "**Brell:**"),
        ("> **Vale**:", "> **Brell**:", "> **Vale**:", "> **Brell**:"),
        ("**Vale**\n\n", "**Brell**\n\n", "**Vale**\n\n", "**Brell**\n\n"),
        ("- Vale:", "- Brell:", "- Vale:", "- Brell:"),
        ("Vale:\n\n", "Brell:\n\n", "Vale:\n\n", "Brell:\n\n"),
        ("VALE (voice-over):", "BRELL (through translator):", "VALE:", "BRELL:"),
        ('"VALE:', '"BRELL:', '"VALE:', '"BRELL:'),
        ("Vale (Velia) (Lib):", "Brell (Halden) (Lab):", "Vale:", "Brell:"),
    ],
)
def test_labels_of_many_forms_name_who_speaks(asks, answers, again, more):
    text = paragraphs(f"{asks} {ASKED}", f"{answers} It may not.", f"{again} And then?", f"{more} We leave.")
    found = [(speaker.casefold(), words) for speaker, words in said(text)]
    assert found == [("vale", ASKED), ("brell", "It may not."), ("vale", "And then?"), ("brell", "We leave.")]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["NORA VALE, HOST:", "TOMAS BRELL, CHIEF ENGINEER:", "VALE:", "BRELL:"], ["Nora Vale", "Tomas Brell"]),
        (["Nora Vale:", "Tomas Brell, chief engineer:", "Vale:", "Brell:"], ["Nora Vale", "Tomas Brell"]),
        (["Nora Vale:", "Tomas Brell:", "NV:", "TB:"], ["Nora Vale", "Tomas Brell"]),
        (["SEN. RUIZ:", "MR. HOLM:", "SENATOR RUIZ:", "HOLM:"], ["RUIZ", "HOLM"]),
        (["SEN. ANA RUIZ (D-NORLAND):", "BEN HOLM:", "SEN. RUIZ:", "HOLM:"], ["Ana Ruiz", "Ben Holm"]),
        (["DR. LEO O'QUILL:", "IDA MCKAY:", "O'QUILL:", "MCKAY:"], ["Leo O'Quill", "Ida McKay"]),
        (["BEN HOLM:", "IDA HOLM:"] * 2, ["Ben Holm", "Ida Holm"]),
        (["Eva van den Brink:", "Ida Holm:", "Van den Brink:", "Holm:"], ["Eva van den Brink", "Ida Holm"]),
        (["MODERATOR:", "BEN HOLM:", "MODERATOR:", "HOLM:"], ["the moderator", "Ben Holm"]),
        (["UNIDENTIFIED PERSON #1:", "BEN HOLM:", "UNIDENTIFIED PERSON #1:", "HOLM:"],
         ["unidentified person 1", "Ben Holm"]),
        (["Speaker 1:", "Speaker 2:", "Speaker 1:", "Speaker 2:"], ["speaker 1", "speaker 2"]),
        (["THE LEDGER:", "JULIA BOTTS:", "THE LEDGER:", "BOTTS:"], ["LEDGER", "Julia Botts"]),
        (["Q:", "Julia Botts:", "Q:", "JB:"], ["the interviewer", "Julia Botts"]),
    ],
)
def test_a_short_label_joins_the_long_one(labels, names):
    turns = [ASKED, "It may not.", "What would you do?", "I would close it."]
    text = paragraphs(*(f"{label} {words}" for label, words in zip(labels, turns, strict=True)))
    assert speakers(text) == names * 2


@pytest.mark.parametrize("label", ["Dispatch", "DISPATCH", "The Dispatch", "HALDEN DISPATCH"])
def test_a_label_may_be_a_part_of_the_outlets_name(tmp_path, label):
    (tmp_path / "sources.csv").write_text("file,outlet\na.txt,Halden Dispatch\n", encoding="utf-8")
    turns = (f"{label}: {ASKED}", "Brell: It may not.", f"{label}: Do you fear it?", "Brell: I do.")
    (tmp_path / "a.txt").write_text(paragraphs(*turns), encoding="utf-8")
    found = read(tmp_path).statements.query("speaker != '(writer)'")
    assert found["speaker"].tolist() == ["Halden Dispatch", "Brell"] * 2


def test_a_label_in_capitals_is_the_person_of_the_introduction():
    text = paragraphs("On Monday engineer Tomas Brell came.", f"NORA VALE, HOST: {ASKED}", "BRELL: No, I fear.")
    assert said(text) == [("Nora Vale", ASKED), ("Tomas Brell", "No, I fear.")]


def test_a_label_that_two_bear_is_nobodys():
    text = paragraphs("NORA VALE: Will you go?", "BEN VALE: I will.", "VALE: When?", "NORA VALE: I asked you.")
    assert speakers(text) == ["Nora Vale", "Ben Vale", "(unattributed)", "Nora Vale"]


def test_how_labels_name_speakers_and_their_roles():
    text = paragraphs(f"NORA VALE, HOST: {ASKED}", "BEN HOLM, NORLAND ENGINEER: No.", "VALE: Why?", "HOLM: I know it.")
    _, attribution = attributed(text)
    assert [row.basis for row in attribution.rows if row.speaker != "(writer)"] == [
        "name", "name", "surname", "surname",
    ]  # fmt: skip
    assert [(one.name, one.role) for one in attribution.speakers] == [
        ("Nora Vale", "host"), ("Ben Holm", "Norland engineer"),
    ]  # fmt: skip
    assert role_in_words("CHIEF ENGINEER") == "chief engineer"


def test_the_label_of_a_turn_is_no_dateline_and_no_heading():
    found, _ = attributed(paragraphs(f"VALE: {ASKED}", "BRELL: It may not.", "VALE: When?", "BRELL: I do not know"))
    assert {sentence.kind for sentence in found} == {TEXT}


def test_lines_of_a_transcript_without_blank_lines_are_turns():
    text = (
        "VALE: Will the wall at the old quay hold?\nBRELL: It may not last the winter, I fear.\n"
        "VALE: What would you do about the quay?\nBRELL: I would close it and move them all."
    )
    assert speakers(text) == ["VALE", "BRELL", "VALE", "BRELL"]


def test_turns_that_have_lost_the_ends_of_their_lines():
    text = "VALE: Will the wall hold? BRELL: It may not. I doubt it. VALE: Since when? BRELL: May."
    assert said(text) == [
        ("VALE", "Will the wall hold?"), ("BRELL", "It may not. / I doubt it."),
        ("VALE", "Since when?"), ("BRELL", "May."),
    ]  # fmt: skip
    assert said("The list is long. NOTE: You may skip it. NOTE: We do. TIME: Is it late?") == []


def test_a_paragraph_without_label_goes_on_with_the_turn():
    text = paragraphs(f"VALE: {ASKED}", "BRELL: No.", "The stones are loose.", "VALE: Since when?", "BRELL: May.",
                      "I saw it.", "The channel is on the air on Mondays.")  # fmt: skip
    assert said(text) == [
        ("VALE", ASKED), ("BRELL", "No. / The stones are loose."),
        ("VALE", "Since when?"), ("BRELL", "May. / I saw it."),
    ]  # fmt: skip


def test_a_narrator_between_turns_is_the_writer():
    quoted = "“It is a shame,” said Holm."
    for told in (["Vale then left the room.", quoted], [quoted, "Vale then left the room."]):
        text = paragraphs(f"VALE: {ASKED}", "BRELL: I doubt it.", *told, "VALE: I am back.", "BRELL: You are.")
        assert said(text)[1:] == [
            ("BRELL", "I doubt it."), ("Holm", "“It is a shame,”"), ("Vale", "I am back."), ("BRELL", "You are."),
        ]  # fmt: skip


def test_a_turn_goes_on_behind_a_stage_direction():
    text = paragraphs("NORA VALE, HOST:", "The wall may fall.", "(SOUNDBITE OF MUSIC)", "Ida Holm joins us now.",
                      "IDA HOLM: Thank you.", "VALE: What did you see?", "HOLM: Water.")  # fmt: skip
    assert said(text)[:2] == [("Nora Vale", "The wall may fall. / Ida Holm joins us now."), ("Ida Holm", "Thank you.")]


def test_a_clip_has_the_speaker_of_its_label():
    text = paragraphs(f"VALE: {ASKED}", "BRELL: I doubt it (LAUGHTER) very much.", "(BEGIN VIDEO CLIP OF THE MAYOR)",
                      "MAYOR ANA RUIZ: It is safe (there is a break in it).", "(END VIDEO CLIP)", "VALE: You see.",
                      "BRELL: I do.")  # fmt: skip
    assert said(text)[1:3] == [
        ("BRELL", "I doubt it / very much."), ("Ana Ruiz", "It is safe (there is a break in it)."),
    ]  # fmt: skip


def test_questions_in_the_form_of_a_press_conference():
    text = paragraphs("MAYOR RUIZ: Please sit.", "Q Mayor, will you close it?", "MAYOR RUIZ: I will.", "Q When?")
    assert speakers(text) == ["RUIZ", "the interviewer", "RUIZ", "the interviewer"]


@pytest.mark.parametrize("labels", [("Q.", "A."), ("Q:", "A:"), ("Q1:", "A1:"), ("Question:", "Answer:"), ("Q:", "")])
def test_questions_and_answers_with_labels(labels):
    asks, answers = labels
    turns = (f"{asks} Did you go?", f"{answers} I did.", f"{asks} Why?", f"{answers} For my son.")
    assert said(paragraphs("Ana Ruiz runs the mill.", *turns)) == [
        ("the interviewer", "Did you go?"), ("Ana Ruiz", "I did."),
        ("the interviewer", "Why?"), ("Ana Ruiz", "For my son."),
    ]  # fmt: skip


# --- Without labels ------------------------------------------------------------------------------------------------

TURNS = ("What is your show about?", "It is about a history.", "When did you first paint?", "I was six. I had crayons.")


def test_labels_on_the_first_question_and_answer_alone():
    assert said(paragraphs(f"LEDGER: {TURNS[0]}", f"Julia Botts: {TURNS[1]}", *TURNS[2:])) == [
        ("LEDGER", TURNS[0]), ("Julia Botts", TURNS[1]),
        ("LEDGER", TURNS[2]), ("Julia Botts", "I was six. / I had crayons."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "introduction",
    [
        "Julia Botts paints in a cellar.",
        "Ben Holm owns a gallery. The Ledger spoke with painter Julia Botts.",
        "I met Ben Holm first. Then I talked to Julia Botts.",
        "A talk with Julia Botts\n\nJulia Botts and Ben Holm have a show.",
        "Julia Botts has a show. In Velia she spoke to Nora Vale about her work.",
    ],
)
def test_questions_and_answers_without_labels_are_the_person_whom_the_introduction_presents(introduction):
    text = paragraphs(introduction, *TURNS, "This interview has been edited for length.")
    assert said(text)[-4:] == [
        ("the interviewer", TURNS[0]), ("Julia Botts", TURNS[1]),
        ("the interviewer", TURNS[2]), ("Julia Botts", "I was six. / I had crayons."),
    ]  # fmt: skip
    assert read([text]).problems.empty


def test_who_answers_may_be_in_the_title_alone(tmp_path):
    (tmp_path / "sources.csv").write_text("file,title\na.txt,“I was six”: Julia Botts on her show\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(paragraphs(*TURNS), encoding="utf-8")
    found = read(tmp_path)
    assert set(found.statements["speaker"]) == {"the interviewer", "Julia Botts"}


def test_a_question_in_bold_need_not_end_in_a_question_mark():
    text = paragraphs("Julia Botts has a show.", f"**{TURNS[0]}**", TURNS[1], "**Your father painted, too.**",
                      "He did. I have his brushes.", f"**{TURNS[2]}**", TURNS[3])  # fmt: skip
    assert speakers(text) == ["the interviewer", "Julia Botts"] * 3


@pytest.mark.parametrize("introduction", ["", "Julia Botts and Ben Holm have a show.\n\n"])
def test_an_interview_with_nobody_in_particular_is_unattributed_and_says_so(introduction):
    found = read([introduction + paragraphs(*TURNS, "Do you still have them?", "I gave them to my sister.")])
    assert set(found.statements["speaker"]) - {"(writer)"} == {"the interviewer", "(unattributed)"}
    assert found.problems["outcome"].tolist() == ["warned"]
    assert "who answers is not said in the text" in found.problems["reason"][0]


def test_one_label_for_the_questions_alone():
    text = paragraphs("Julia Botts has a show.", f"LEDGER: {TURNS[0]}", TURNS[1], f"LEDGER: {TURNS[2]}", TURNS[3])
    assert speakers(text) == ["LEDGER", "Julia Botts"] * 2


def test_a_question_within_a_turn_is_its_speakers():
    text = paragraphs("VALE: Is it safe?", "I have seen it.", "BRELL: I doubt it.", "Who would not? Would you?",
                      "VALE: I see.", "BRELL: Do you?")  # fmt: skip
    assert said(text)[:2] == [
        ("VALE", "Is it safe? / I have seen it."), ("BRELL", "I doubt it. / Who would not? / Would you?"),
    ]  # fmt: skip
    text = paragraphs("VALE: I went.", "Who would not?", "It was cold.", "BRELL: Not I.", "VALE: I know.")
    assert speakers(text) == ["VALE", "BRELL", "VALE"]


def test_the_first_turn_may_have_no_talk_and_the_last_its_words_below():
    text = paragraphs("A talk.", "RUIZ: The wall is up.", "It is old.", "VALE: Do you doubt it?", "RUIZ:", "It leaks.")
    assert said(text) == [("RUIZ", "The wall is up. / It is old."), ("VALE", "Do you doubt it?"), ("RUIZ", "It leaks.")]


def test_a_questionnaire_has_those_who_are_labelled():
    text = paragraphs("Should it close?", "Ana Ruiz: I would.", "Ben Holm: I would not.", "Should taxes rise?",
                      "Ana Ruiz: No.", "Ben Holm: Yes.")  # fmt: skip
    assert speakers(text) == ["the interviewer", "Ana Ruiz", "Ben Holm"] * 2


@pytest.mark.parametrize(
    "labels", [("Vale —", "Brell —"), ("VALE.", "BRELL."), ("Vale |", "Brell |"), ("Stone:", "Hill:")]
)
def test_labels_that_cannot_be_read_are_told(labels):
    asks, answers = labels
    text = paragraphs(f"{asks} Will it hold?", f"{answers} I doubt it.", f"{asks} Why?", f"{answers} I built it.")
    [reason] = read([text]).problems["reason"]
    assert reason.startswith("4 paragraphs begin as in a transcript (“")


# --- What looks like them ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        paragraphs("WASHINGTON: The vote is on Monday. You should go.", "LONDON: The bank is shut. Who knows why?"),
        paragraphs("Velia: 3", "Norland: 2", "Velia: 1", "Norland: 4"),
        paragraphs("Ana Ruiz: 43 percent", "Ben Holm: 41 percent", "Ida Holm: 2 percent"),
        paragraphs("Name: Ana Ruiz", "Age: 43", "Name: Ben Holm", "Age: 41"),
        paragraphs("Myth: You can see it.", "Fact: You cannot, and we looked.", "Myth: Do you?", "Fact: We do not."),
        paragraphs("Problem: Do you pay?", "Answer key: We do.", "Problem: Do I?", "Answer key: You do."),
        paragraphs("The result: nobody came.", "The reason: it rained."),
        paragraphs("The reason: money. Who has it?", "Note: We asked twice.", "Update: We have heard from Ana Ruiz."),
        paragraphs("Monday: You may see rain.", "Tuesday: We expect sun.", "Monday: You may see rain."),
        paragraphs("Who is the mayor?", "A: Ana Ruiz", "B: Ben Holm", "C: Ida Holm"),
        paragraphs("On taxes", "Ruiz: A cut. It is late.", "Holm: A rise.", "On schools", "Ruiz: Two.", "Holm: None."),
        paragraphs("Ruiz: We will build it", "Holm: You will not get it", "Ruiz: I am not afraid of Holm"),
        paragraphs("Richard Quill", "You may ask why he left. I did.", "Ana Ruiz", "You may not like it.", "The end"),
        # an essay with questions of its own
        paragraphs("I lost my house in May.", "Why did I stay?", "I was proud.", "What would you do?", "I know."),
        # answers to readers, and by nobody
        paragraphs("What is known of the fire?", "It broke out in May.", "What should you do?", "You should stay in."),
        paragraphs("Can I bring my dog?", "You can. We love dogs.", "Do I need a ticket?", "You do. We sell them."),
        paragraphs("Do you know the mill?", "Who owns it?", "Have you been there?", "Would you buy it?"),
    ],
)
def test_what_has_the_form_of_labels_or_questions_alone_is_the_writers(text):
    assert said(text) == []
    assert read([text]).problems.empty


def test_a_headline_is_no_label():
    text = paragraphs("Ruiz: The Wall Is Safe", "The mayor spoke on Monday.", f"VALE: {ASKED}", "RUIZ: I know it.",
                      "VALE: Do you?", "RUIZ: I do.")  # fmt: skip
    assert speakers(text) == ["VALE", "Ruiz", "VALE", "Ruiz"]


def test_a_title_with_a_question_is_no_turn():
    text = paragraphs("The Vale Hour: who knows?", f"VALE: {ASKED}", "RUIZ: I know it.", "VALE: Do you?", "RUIZ: I do.")
    statements = read(pd.DataFrame([{"text": text, "title": "The Vale Hour: who knows?"}])).statements
    assert set(statements.loc[statements["voice"] != "writer", "speaker"]) == {"Vale", "RUIZ"}


def test_an_answer_may_quote_somebody():
    answer = "Of Ida Holm. She said: “Come on Sunday.” I went."
    text = paragraphs("Julia Botts has a show.", TURNS[0], answer, *TURNS[2:])
    assert speakers(text) == ["the interviewer", "Julia Botts", "the interviewer", "Julia Botts"]


def test_answers_that_others_report_are_theirs():
    text = paragraphs("Why did you leave?", "“I was afraid,” Ana Ruiz said.", "Would you come back?",
                      "“I would not,” Ben Holm said. I know them both.")  # fmt: skip
    assert speakers(text) == ["Ana Ruiz", "Ben Holm"]
