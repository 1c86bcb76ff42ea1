"""Who is named: the sentence in, the names of those who speak out. All sentences are invented."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sourcereading as sr
from one_text import attributed
from sourcereading.text.name_words import speaker_words
from sourcereading.text.parts_of_speech import is_adverb, is_participle, is_past, is_present
from sourcereading.text.sentence_words import classes_of

HERE = Path(__file__).parent


def speakers(text):
    return [speaker.name for speaker in attributed(text)[1].speakers]


def said(text):
    rows = attributed(text)[1].rows
    return [(row.speaker, text[row.start : row.end]) for row in rows if row.speaker != "(writer)"]


@pytest.mark.parametrize(
    "name",
    [
        "World Health Organization", "Office for National Statistics", "Institute for Fiscal Studies",
        "Centers for Disease Control and Prevention", "Food and Drug Administration", "Council on Foreign Relations",
        "Securities and Exchange Commission", "Royal Society for the Protection of Birds", "Friends of the Earth",
        "Liberal Democrats", "House of Commons", "Israel Defense Forces", "Center for Science in the Public Interest",
        "Bill and Melinda Gates Foundation", "Ohio Sports Hall of Fame", "Doctors Without Borders",
        "Organization for Security and Co-operation in Europe", "Marks and Spencer", "WHO", "Bank of England",
    ],
)  # fmt: skip
def test_an_institution_keeps_its_whole_name(name):
    assert speakers(f"The {name} said that the plan was dead.") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Public Health England", "Just Stop Oil", "Age UK", "US Soccer", "Transport for London", "Action on Sugar",
        "Help for Heroes", "Teach for America", "Mothers Against Drunk Driving", "Toyota Motor Co.", "Tesla Inc.",
        "JPMorgan Chase & Co.", "Wildlife and Countryside Link", "University of Illinois at Chicago", "Earth First",
        "Department for Environment, Food and Rural Affairs", "Campaign to Protect Rural England", "St. Louis Fed",
        "Manchester United", "Marks & Spencer", "Save the Children", "New Hampshire Department of Justice",
    ],
)  # fmt: skip
def test_common_words_and_full_stops_in_the_name_of_a_body_are_its_own(name):
    assert speakers(f"{name} said the plan was dead.") == [name]
    assert speakers(f"“The plan is dead,” said {name}, which runs it.") == [name]
    assert speakers(f"“The plan is dead,” said a spokesman for {name} on Monday.") == [f"a spokesman for {name}"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("“It rained,” said Ana Ruiz Friday.", ["Ana Ruiz"]),
        ("Ana Ruiz at Halden University said it rained.", ["Ana Ruiz"]),
        ("Public Health Minister Ana Ruiz said it rained.", ["Ana Ruiz"]),
        ("Now Hamas said it rained.", ["Hamas"]),
        ("US Senator Ana Ruiz said it rained.", ["Ana Ruiz"]),
        ("White House Press Secretary Ana Ruiz said it rained.", ["Ana Ruiz"]),
        ("He left Orme Motor Co. The mayor said it rained.", ["the mayor"]),
        ("The Times of Orme and Reuters said it rained.", ["Times of Orme", "Reuters", "Times of Orme and Reuters"]),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(sentence, names):
    assert speakers(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Delegates asked how the plan could be paid for.", ["delegates"]),
        ("Six in 10 Norland voters said the plan was dead.", ["six in 10 Norland voters"]),
        ("“This is a waste of time,” said Del. Stacey Holm of Norland.", ["Stacey Holm"]),
        ("The Chairman of the Senate Committee on Banking said it rained.",
         ["the Chairman of the Senate Committee on Banking"]),
        ("Opposition Spokesperson on Health and Wellness Dr Alva Holm says it rained.", ["Alva Holm"]),
        ("The House Ways and Means Committee said it rained.", ["House Ways and Means Committee"]),
        ("Pres. Ana Ruiz said the plan was dead.", ["Ana Ruiz"]),
        ("The driver was asleep, a police report indicates.", ["a police report"]),
        ("Anybody said the plan was dead.", []),
        ("A previous version of this article said that the bridge was shut.", []),
        ("He wished that sometimes Holm's over-the-top comments were kept short.", []),
        ("There are conflicting stories and many questions about how the board paid for it.", []),
        ("Norland firms need to grow free of the tyranny of a report so they can think ahead.", []),
        ("Disillusioned, Ruiz left, convinced that the board had let it happen.", []),
    ],
)
def test_no_part_of_another_phrase_is_a_speaker(sentence, names):
    found = [name for name in speakers(sentence) if name != "(unattributed)"]
    assert found == names


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Agriculture, Fisheries and Food", "Bureau of Alcohol, Tobacco, Firearms and Explosives",
        "Department for Environment, Food and Rural Affairs", "National Conference of State Legislatures",
        "Norland Access to Medical Care Commission", "Committee for a Responsible Federal Budget",
        "Committee to Protect Journalists", "Joint Chiefs of Staff", "House Committee on Foreign Relations",
        "Children's Hospital of Philadelphia", "American Federation of State, County and Municipal Employees",
    ],
)  # fmt: skip
def test_commas_prepositions_and_titles_in_the_name_of_an_institution_are_its_own(name):
    assert speakers(f"The {name} said the plan would fail.") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Save the Children", "Americans for Prosperity", "Physicians for Human Rights", "King's College London",
        "Ca$h Direct", "P!nk", "7-Eleven", "AT&T", "@anaruiz",
    ],
)  # fmt: skip
def test_a_name_is_whole_with_its_marks_and_small_words(name):
    assert speakers(f"{name} said the plan would fail.") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Department of Health, Oxfam and Greenpeace said it was late.", "Oxfam"),
        ("Sen. Angus Cook of Velia said it was late.", "Angus Cook"),
        ("Lawyers for Ruiz said it was late.", "lawyers for Ruiz"),
        ("Halden Police Chief Ana Ruiz said it was late.", "Ana Ruiz"),
        ("The Halden Harbour Party's Ana Ruiz said it was late.", "Ana Ruiz"),
        ("Yahoo! said no data were lost.", "Yahoo"),
        ("Twelve states, 10-year notes and a bank said it was late.", "bank"),
    ],
)
def test_what_stands_before_a_name_is_not_taken_for_an_institution(text, names):
    assert any(names in speaker for speaker in speakers(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Minister for Roads, Bridges and Tolls, Pia Holt, said the road was open.",
        "The Permanent Secretary to the Ministry of Farming, Small Ferries and Island Affairs, Pia Holt, said it was.",
        "Pia Holt, the minister for roads, bridges and tolls, said the road was open.",
    ],
)
def test_a_title_may_have_commas(text):
    assert speakers(text) == ["Pia Holt"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("World Health Organization", "World Trade Organization"),
        ("Office for National Statistics", "Office for Budget Responsibility"),
        ("Israel Defense Forces", "Syrian Democratic Forces"),
    ],
)
def test_two_institutions_do_not_become_one_by_a_word_they_share(first, second):
    assert speakers(f"The {first} said it was late. The {second} said it was not late.") == [first, second]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Johanna van den Brink said the road was shut. Van den Brink said it may flood.", "Johanna van den Brink"),
        ("Marlies de Graaf said it was shut. De Graaf said it may flood. Ms de Graaf said it did.", "Marlies de Graaf"),
        ("Debora Wasser Schulte said it was lost. Wasser Schulte said it may rain.", "Debora Wasser Schulte"),
        ("Joan Judge said the ward was full. Ms Judge said it may close. Judge said no one called.", "Joan Judge"),
        ("Peter Bishop, a plumber, said the pipe was old. Mr Bishop said it may burst.", "Peter Bishop"),
        ("Harold Quint Jr. said the road was shut. Quint said it may flood.", "Harold Quint Jr."),
        ("J.R. Holm said the road was shut. J. R. Holm said it may flood.", "J.R. Holm"),
        ("Ana M. Ruiz said the road was shut. Ana Ruiz said it may flood.", "Ana M. Ruiz"),
        ("Will Holm said he would stay.", "Will Holm"),
        ("April March said the road was shut.", "April March"),
        ("Surgeon Ben Holm said it was late. Holm said it may rain.", "Ben Holm"),
        ("U.S. Ambassador to Norland Ben Holm said it was late. Holm said it may rain.", "Ben Holm"),
        ("State Rep. Ben Holm, R-Halden, who is a baker, said it was late.", "Ben Holm"),
        ("Dr. Ben Holm, MD, MPH, said it was late.", "Ben Holm"),
        ("Late on Friday Ruiz said the plan was dead.", "Ruiz"),
        ("On December 18th Norland announced that it would leave.", "Norland"),
        ("In May Ana Ruiz said it was late. Ruiz said it may rain.", "Ana Ruiz"),
        ("In 2012 the board closed the pier, saying it was old.", "the board"),
        ("On Friday Ana Ruiz left the hall, saying it was late.", "Ana Ruiz"),
        ("Last spring an official said it was late.", "an official"),
        ("Yesterday afternoon Ana Ruiz said the hall was shut.", "Ana Ruiz"),
        ("Dara Finch [pictured] said the ward was full.", "Dara Finch"),
        ("3M said it may sell the plant.", "3M"),
        ("IT said that the servers were down.", "IT"),
        ("The bridge is closed, according to a report Friday.", "a report"),
        ("Democrats, including Vice President Holm, have met and argued it is the latest.", "Democrats"),
        ("The family of Ben Holm, an Israeli American, says it is late.", "the family of Ben Holm"),
        ("A brochure she got about her new car said it was late.", "a brochure"),
        ("Experts on Norland and nuclear waste said it was late.", "experts on Norland and nuclear waste"),
        ("Transport for Velia said it was late.", "Transport for Velia"),
        ("Spokesman for Norland said it was late.", "spokesman for Norland"),
        ("It rained in Norland and water bosses said it was late.", "water bosses"),
        ("This comes after police said it was late.", "police"),
        ("The child was otherwise fine and the army said it was late.", "the army"),
        ("The Republican incumbent said it was late.", "the Republican incumbent"),
    ],
)
def test_a_speaker_has_one_name(text, name):
    assert speakers(text) == [name]


def test_an_institution_may_leave_out_whose_it_is():
    text = "The Halden Harbour Board said it was late. The Harbour Board said it may rain."
    assert speakers(text) == ["Halden Harbour Board"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Halden Harbour Board met. The Harbour Board said it was late.", "Halden Harbour Board"),
        ("The U.S. Tolls Agency (TA) left. The Tolls Agency said it was late.", "U.S. Tolls Agency"),
        ("The U.S. Road Tolls Agency (RTA) left. The RTA said it was late.", "U.S. Road Tolls Agency"),
        ("The Velia Nurses Union-Halden Workers met. VNU-HW said it was late.", "Velia Nurses Union-Halden Workers"),
        ("Then the Norland Office for Roads met. The Office for Roads said no one came.", "Norland Office for Roads"),
        # another one may be meant, or what stands before is no part of the name
        ("The Halden Port Board met the Velia Port Board. The Port Board said it was late.", "Port Board"),
        ("The Port Court met. The Velia Port Court left. The Port Court said it was late.", "Port Court"),
        ("The Port Court said it was late. The Velia Port Court left.", "Port Court"),
        ("On Tuesday Port Board staff left. The Port Board said it was late.", "Port Board"),
        ("Then President Port Board staff left. The Port Board said it was late.", "Port Board"),
    ],
)
def test_a_body_has_the_fullest_name_that_the_text_gives_before(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Some Tories", "some Tories"),
        ("Several House Republicans", "several House Republicans"),
        ("Two young Norwegians", "two young Norwegians"),
        ("Right-wing Tories", "right-wing Tories"),
        ("The moderate Democrats", "the moderate Democrats"),
        # the name of all, of a party, of a place, of a person
        ("The Democrats", "Democrats"),
        ("Liberal Democrats", "Liberal Democrats"),
        ("Three Rivers", "Three Rivers"),
        ("Little Lucas", "Little Lucas"),
        ("Former Mayor Ana Holms", "Ana Holms"),
    ],
)
def test_some_of_a_group_are_not_the_group(phrase, name):
    assert speakers(f"{phrase} said it was late.") == [name]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Union organizers", "union organizers"), ("Health bosses", "health bosses"),
        ("News outlets", "news outlets"), ("Local officials", "local officials"), ("Human critics", "human critics"),
        ("Norland officials", "Norland officials"), ("British officials", "British officials"),
        ("Labour officials", "Labour officials"), ("NATO officials", "NATO officials"),
    ],
)  # fmt: skip
def test_a_description_has_no_capital_because_a_sentence_begins(phrase, name):
    assert speakers(f"{phrase} said it was late.") == [name]


def test_a_word_with_a_capital_elsewhere_keeps_it():
    assert speakers("Tower officials said it was late. They left the Tower.") == ["Tower officials"]


@pytest.mark.parametrize(
    "text",
    [
        "One, who would give only her first name, Duana, said it was late.",
        "The chief, who can be identified only by his call sign, Duana, said it was late.",
    ],
)
def test_what_somebody_is_called_is_the_name(text):
    assert speakers(text) == ["Duana"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Velia County police stopped a car. Police said it was late.", "Velia County police"),
        ("Federal prosecutors left. On Friday prosecutors said it was late.", "federal prosecutors"),
        ("On Friday Velia police left. The police said it was late.", "Velia police"),
        # whose they are is not said, or not at first, or there are others
        ("Police stopped a car. In 2019 Velia police left. Police said it was late.", "police"),
        ("Velia police left. Norland police stayed. Police said it was late.", "police"),
        ("Riot police left. Police said it was late.", "police"),
        ("Velia police officers left. Police said it was late.", "police"),
        ("On Friday police said it was late. Police said it rained.", "police"),
        ("Turkish officials left. Officials said it was late.", "officials"),
    ],
)
def test_whose_the_police_are(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("One critic said it was long; another said it was short.", ["one critic", "another critic"]),
        ("A head teacher in Halden said no one came. Another said all came.",
         ["a head teacher in Halden", "another head teacher"]),
        ("Some curators said it was late. Others said it rained.", ["some curators", "other curators"]),
        ("A report said it was late. Another said it rained.", ["a report", "another report"]),
        # one of whom is not said, or too long ago
        ("Ana Ruiz said it was late. Another said it rained.", ["Ana Ruiz", "(unattributed)"]),
        ("A clerk said it was late. It rained. It snowed. Another said it rained.", ["a clerk", "(unattributed)"]),
        ("Two clerks said it was late. Another said it rained.", ["two clerks", "(unattributed)"]),
        ("A number of clerks said it was late. Another said it rained.", ["a number of clerks", "(unattributed)"]),
        ("A clerk said it was late. Others said it rained.", ["a clerk", "others"]),
    ],
)
def test_another_is_another_of_those_before(text, names):
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Those who live near the pier", "those who live near the pier"),
        ("Some of those who left later", "some of those who left"),
        ("Those who know the mayor, a baker,", "those who know the mayor"),
        ("Those familiar with the plan", "those familiar with the plan"),
    ],
)
def test_those_are_named_with_the_clause_that_says_who_they_are(phrase, name):
    assert speakers(f"{phrase} told us that it was late.") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruiz met a clerk, who said that it rained.", "a clerk"),
        ("They wrote to the clerk, who said it rained.", "the clerk"),
        ("Ruiz was told by the bank, which says it rained.", "the bank"),
        ("Ruiz sued under the Water Act 2015, which says that it rained.", "Water Act 2015"),
        ("It reserved judgment in the petition of Chief Ana Ruiz, who claims that it rained.", "Ana Ruiz"),
        ("Ana Ruiz praised the work of her aunt, who said that it rained.", "Ana Ruiz's aunt"),
        # the whole phrase, or the whole clause
        ("The mother of Ana Ruiz, who said it rained, left.", "the mother of Ana Ruiz"),
        ("In the report of the Port Board, which says it rained, there are gaps.", "the report of the Port Board"),
        ("They lost the game, which suggests that they are tired.", "(unattributed)"),
    ],
)
def test_whom_a_relative_pronoun_means(text, name):
    assert speakers(text) == [name]


def test_a_word_that_only_opens_a_quotation_is_no_part_of_a_name():
    assert speakers("“Now Hamas must agree,” Ana Ruiz said. Hamas said it was late.") == ["Ana Ruiz", "Hamas"]


def test_another_minister_is_not_the_prime_minister():
    text = (
        "Prime Minister Ben Olin left. The Israeli foreign minister said it was late. "
        "The prime minister said it was not."
    )
    assert [name for name, _ in said(text)] == ["the Israeli foreign minister", "Ben Olin"]


@pytest.mark.parametrize(
    "text",
    [
        "You get a lot more frequent, harsher and unkind comments.",
        "The vote came amid international calls to end the war.",
        "The weak sales report has cleared the way for a cut.",
        "Her more heated remarks in other halls have left the party in doubt.",
        "Benchmark 10-year notes last rose in price.",
        "These new demands that it close are late.",
        "The bank will face 18 states, two firms and a number of towns.",
        "Two questions: Why would Holm do that?",
        "Twenty-seven states led by coal firms are challenging the rules.",
    ],
)
def test_a_noun_is_no_verb_of_saying(text):
    assert speakers(text) == []


def test_a_number_in_a_name_counts_nothing():
    assert speakers("Area 51 reports that the gate is shut.") == ["Area 51"]


@pytest.mark.parametrize(
    ("text", "name", "members"),
    [
        ("Mary Oost and Jon Abel said it was late.", "Mary Oost and Jon Abel", ["Mary Oost", "Jon Abel"]),
        ("Ministers Ana Ruiz and Jon Abel said it was late.", "Ana Ruiz and Jon Abel", ["Ana Ruiz", "Jon Abel"]),
        ("“It is late,” said Ana Ruiz and her aunt.", "Ana Ruiz and her aunt", ["Ana Ruiz", "her aunt"]),
        (
            "Mia Holm, Jon Abel and Ana Ruiz said it was late.",
            "Mia Holm, Jon Abel and Ana Ruiz",
            ["Mia Holm", "Jon Abel", "Ana Ruiz"],
        ),
        ("Both Mary Oost and Jon Abel said it was late.", "Mary Oost and Jon Abel", ["Mary Oost", "Jon Abel"]),
        ("Oost and Abel said it was late.", "Oost and Abel", ["Oost and Abel"]),
        ("Ana Ruiz won. She and her aunt said it was late.", "Ana Ruiz and her aunt", ["Ana Ruiz", "her aunt"]),
    ],
)
def test_those_who_speak_together_are_each_a_speaker(text, name, members):
    reading = sr.read([text])
    assert {row for row in reading.statements["speaker"] if row != "(writer)"} == {name}
    assert [*reading.speakers["speaker"]] == members
    assert set(reading.speakers["statements"]) == {1} and reading.speakers["indirect_words"].nunique() == 1


def test_a_spokesman_for_two_is_one():
    assert speakers("A spokesman for Mary Oost and Jon Abel said it was late.") == [
        "a spokesman for Mary Oost and Jon Abel"
    ]


def faults(name):
    """What makes a speaker's name no noun phrase."""
    words = name.split()
    small = [word for word in words if word[0].islower()]
    first, last = words[0].lower(), words[-1]
    whole = "relative" in {kind for word in small for kind in classes_of(word)}  # "those who asked"
    ends = {"article", "possessive", "preposition", "coordinator", "auxiliary", "negative"}
    return [
        fault
        for fault, found in (
            ("nothing but numbers", not any(letter.isalpha() for letter in name)),
            ("a time", len(words) == 1 and bool(classes_of(first) & {"time", "month"})),
            ("an article or a pronoun", len(words) == 1 and bool(classes_of(first) & {"article", "subject_pronoun"})),
            ("begins with a function word", bool(classes_of(words[0]) & {"subordinator", "coordinator", "auxiliary"})),
            ("ends in a function word", last in small and len(words) > 1 and bool(classes_of(last) & ends)),
            ("ends in a participle", len(small) > 2 and is_participle(last) and not speaker_words("group").get(last)),
            ("ends in an adverb", len(words) > 1 and last in small and is_adverb(last)),
            ("holds a verb", not whole and any(is_present(word) or classes_of(word) & {"auxiliary"} for word in small)),
            ("ends in a verb", len(small) > 1 and is_past(last)),
            ("holds marks", name.count("(") != name.count(")") or bool(set(name) & set("“”\"?;:"))),
            ("goes over the end of a sentence", re.search(r"[a-z]{4,}[.!] [A-Z]", name) is not None),
        )
        if found
    ]


def invented_texts():
    lines = [line for path in sorted((HERE / "data").glob("*.jsonl")) for line in path.read_text().splitlines()]
    texts = [row["text"] for row in map(json.loads, lines) if isinstance(row.get("text"), str)]
    folders = (HERE.parent / "data/practice", HERE.parent / "seeds")
    return texts + [path.read_text() for folder in folders for path in sorted(folder.rglob("*.txt"))]


def test_every_speaker_is_a_noun_phrase():
    """In all invented texts, and in the seed."""
    texts = invented_texts()
    names = {name for text in texts for name in speakers(text) if not name.startswith("(")}
    assert len(names) > 100
    assert {name: found for name in sorted(names) if (found := faults(name))} == {}


OPENINGS = ["", "But ", "Late on Friday ", "On 5 March ", "However, ", "After the vote, ", "In a statement, "]
DETERMINERS = ["the", "a", "their", "Norland's"]
ADJECTIVES = ["", "new ", "international ", "more cautious ", "former "]
PEOPLE = ["officials", "critics", "minister", "spokesman", "residents", "ministry", "company"]
DOCUMENTS = ["report", "survey", "letter", "draft resolution"]
BEHIND = ["", " in Halden", " of the board", " close to Ana Ruiz"]  # what is part of the name
OTHER = ["", " released on Monday", " obtained by The Halden Post", " published"]  # and what is not
ADVERBS = [" ", " also ", " still ", " somehow ", " later ", " on Monday ", " late on Friday ", " reportedly "]
VERBS = ["said", "warned", "argued", "claimed"]


@given(*map(st.sampled_from, (OPENINGS, DETERMINERS, ADJECTIVES, PEOPLE, BEHIND, ADVERBS, VERBS)))
def test_the_subject_of_a_verb_of_saying_is_its_speaker(opening, determiner, adjective, noun, behind, adverb, verb):
    subject = f"{determiner} {adjective}{noun}{behind}"
    sentence = f"{opening}{subject}{adverb}{verb} that the tolls would rise."
    assert speakers(sentence[0].upper() + sentence[1:]) == [subject]


@given(*map(st.sampled_from, (OPENINGS, ["the", "a", "Norland's"], ADJECTIVES, DOCUMENTS, OTHER, VERBS)))
def test_what_is_done_to_a_document_is_no_part_of_its_name(opening, determiner, adjective, noun, other, verb):
    subject = f"{determiner} {adjective}{noun}"
    sentence = f"{opening}{subject}{other} {verb} that the tolls would rise."
    assert speakers(sentence[0].upper() + sentence[1:]) == [subject]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luis “Flaco” Holm said it was late. Flaco said they would wait. Holm said no.", "Luis Holm"),
        ("Ana (Nina) Holm spoke. Nina said it was late.", "Ana Holm"),
        ("The World Health Organization said cases fell. WHO said they rose.", "World Health Organization"),
        ("The Norland Road Safety Board (NRSB) met. The NRSB said it was late.", "Norland Road Safety Board"),
        ("Deepsea's Hegel said the code was old. Tom Hegel said it was new.", "Tom Hegel"),
        ("Norland's envoy to Velia Li Xiaming said no. Li said the pact was dead.", "Li Xiaming"),
        ("In Velia, 62-year-old Ana Ruiz said it was late. Ruiz said no more.", "Ana Ruiz"),
        ("Two Orme cars hit an Orme Model 3. Orme said it was safe.", "Orme"),
        ("British Orme drivers spoke. Orme said it was safe.", "Orme"),
    ],
)
def test_one_bearer_of_several_names_is_one_speaker(text, name):
    assert speakers(text) == [name]


def test_letters_that_two_names_have_stand_for_neither():
    text = "The Norland Trade Board and the Norland Tolls Board met. NTB said it was late."
    assert speakers(text) == ["NTB"]


@pytest.mark.parametrize(
    "text",
    [
        "You said it was late.",
        "Both said it was late.",
        "People who’ve said it was late were right.",
        "Another said it was late.",
        "Twelve percent said it was late.",
        "He and his lawyers said it was late.",
    ],
)
def test_a_word_that_names_nobody_by_itself_is_no_speaker(text):
    assert set(speakers(text)) <= {"(unattributed)", "people"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Former minister Sir Ben Holm said it was late.", "Former minister"),
        ("The report with Ben Holm said it was late.", ""),
        ("Sen. Ben Holm said it was late.", ""),
    ],
)
def test_a_role_is_a_noun_phrase(text, role):
    assert [speaker.role for speaker in attributed(text)[1].speakers] == [role]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The draft resolution adopted Friday calls for “urgent steps”.", "the draft resolution"),
        ("A poll released on Monday showed that Ruiz would lose.", "a poll"),
        ("An email obtained by The Halden Post said the plan was dead.", "an email"),
        ("A speech Holm gave in May said that the plan was dead.", "a speech"),
        ("Norland's ministers all said it was late.", "Norland's ministers"),
        ("Even critics said it was late.", "critics"),
        ("Officials briefed on the plan said it was late.", "officials briefed on the plan"),
        ("A source familiar with Holm's thinking said it was late.", "a source familiar with Holm's thinking"),
        ("42% of Norlanders say they don't know enough.", "42% of Norlanders"),
        ("Half of Norland Democrats said they want it to end.", "half of Norland Democrats"),
        ("The head of Orme Lines said it was late.", "the head of Orme Lines"),
        ("In a Velia Times interview Ruiz said it was late.", "Ruiz"),
        ("The effort has also included members of the board, who say they knew.", "members of the board"),
        ("The tolls rose more sharply as polls showed that Holm may win.", "polls"),
        ("Ana Ruiz, of Halden, Md., said it was late.", "Ana Ruiz"),
        ("Ana Ruiz, who watched, said the event brought back memories.", "Ana Ruiz"),
        ("The review and its aims The S.E.C. said it would end.", "S.E.C."),
        ("A group based in Halden said it was late.", "a group"),
        ("The board members hired last year said it was late.", "the board members"),
        ("A judge fined a man ten euros after the man said that Velia should burn.", "the man"),
        ("The bill has not gone over well with families, many of whom say it is late.", "families"),
        ("Registered voters said it was late.", "registered voters"),
        ("With Holm jumping up and down saying the pact is dead, nobody slept.", "Holm"),
    ],
)
def test_a_speaker_ends_where_its_noun_phrase_ends(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The vote was late; and John Orme, a clerk at the town hall who said it was early, left.", "John Orme"),
        ("It was late, while Ana Ruiz, a former minister wrote that it was early.", "Ana Ruiz"),
        ("Ana Ruiz, a spokesman said, was late.", "a spokesman"),
        ("In Halden, a spokesman said that it was late.", "a spokesman"),
        ("Dozens of residents said it was late.", "dozens of residents"),
        ("The ministry of roads has since said that it was late.", "the ministry of roads"),
        ("Last week the 56-year-old warned that it was late.", "the 56-year-old"),
        ("A news report published on Monday said that it was late.", "a news report"),
        ("The cautious report said that it was late.", "the cautious report"),
    ],
)
def test_the_right_phrase_of_a_sentence_speaks(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The silliness of this theory can be seen by observing the gentle way in which Ruiz has led.", []),
        ("The latest twist highlights the doubts that have been there all along.", []),
        ("The latest film argues the tolls were a mistake.", ["the latest film"]),
        ("The residents insist the tolls were a mistake.", ["the residents"]),
    ],
)
def test_a_capital_at_the_start_makes_no_speaker_of_a_thing(text, names):
    assert speakers(text) == names


def test_a_role_ends_before_its_verb():
    text = "It was late while Ana Ruiz, a former minister wrote that it was “early”."
    assert [speaker.role for speaker in attributed(text)[1].speakers] == ["a former minister"]


@pytest.mark.parametrize(
    "text",
    [
        "Only five towns in Norland spend more than the board says they should.",
        "The ministers remain calm despite a few who say the plan is dead.",
        "The affair has led to renewed Norwegian calls for an inquiry.",
    ],
)
def test_a_clause_is_no_speaker(text):
    assert not {"only five towns in Norland spend more than the board", "renewed Norwegian"} & {*speakers(text)}
    assert not any("remain" in name for name in speakers(text))


@pytest.mark.parametrize("opening", ["I’m", "I'm", "Hello, I’m"])
def test_who_says_who_they_are_has_no_pronoun_in_the_name(opening):
    assert speakers(f"“{opening} Ola Brenn,” said the host. Brenn said it rained.")[-1] == "Ola Brenn"
