"""Which kind of source each speaker is, whether it is named, and what the text says that it is: invented sentences."""

import pytest

import sourcereading as sr
from sourcereading.attribution.antecedents import Speaker
from sourcereading.attribution.bearers import Bearers
from sourcereading.attribution.positions import POSITIONS, matches, position_of
from sourcereading.attribution.source_kinds import Evidence, kind_of_source
from sourcereading.text.lexicon import lexicon
from sourcereading.text.sentences import sentences, tokens


def speakers(text):
    """The rows of the table speakers of a text, by name."""
    return {row.speaker: row for row in sr.read([text]).speakers.itertuples()}


def only(text):
    found = [row for name, row in speakers(text).items() if name != "(unattributed)"]
    assert len(found) == 1, [row.speaker for row in found]
    return found[0]


KINDS = [
    ("Ana Ruiz said it rained.", "person", True),
    ("A senior official said it rained.", "unnamed", False),
    ("Two aides said it rained.", "unnamed", False),
    ("One of the residents said it rained.", "unnamed", False),
    ("Ana Ruiz left. Her spokesman said it rained.", "unnamed", False),
    ("Sources said it rained.", "unnamed", False),
    ("Three people familiar with the matter said it rained.", "unnamed", False),
    ("People briefed on the plan said it rained.", "unnamed", False),
    ("Residents said it rained.", "group", False),
    ("Republicans said it rained.", "group", False),
    ("Several aides said it rained.", "group", False),
    ("Obama administration officials said it rained.", "group", False),
    ("Half of voters said it rained.", "group", False),
    ("Four out of 10 voters said it rained.", "group", False),
    ("Friends of Ruiz said it rained.", "group", False),
    ("The Kremlin said it rained.", "organisation", True),
    ("The Treasury said it rained.", "organisation", True),
    ("Norway said it rained.", "organisation", True),
    ("The Holm campaign said it rained.", "organisation", True),
    ("The ministry said it rained.", "organisation", False),
    ("The Norland Federation of Teachers said it rained.", "organisation", True),
    ("A survey showed that it rained.", "document", False),
    ("The report said it rained.", "document", False),
    ("A Halden Institute study found that it rained.", "document", True),
    ("Court documents said it rained.", "document", False),
    ("Reuters reported that it rained.", "medium", True),
    ("The New York Times reported that it rained.", "medium", True),
    ("A local newspaper reported that it rained.", "medium", False),
    ("The Halden Post said it rained.", "medium", True),
    ("Europeans said it rained. It was late, he said.", "group", False),
    ("One of her ads says that it rained.", "document", False),
    ("One of them said it rained.", "unnamed", False),
    ("Nine in 10 said it rained.", "group", False),
    ("A poll released last week shows that it rained.", "document", False),
    ("The Norland protocol says that it rained.", "", True),
]


@pytest.mark.parametrize(("text", "kind", "named"), KINDS)
def test_the_kind_of_a_source_and_whether_it_is_named(text, kind, named):
    row = only(text)
    assert (row.kind, row.named) == (kind, named), row.rule


POSITIONED = [
    ("Voters came. Many will vote for Ana Ruiz. Ana Ruiz said it rained.", "politician", ""),
    ("The election is near. Ana Ruiz's campaign began. Ana Ruiz said it rained.", "politician", ""),
    ("Ana Ruiz's campaign began. Ana Ruiz said it rained.", "", ""),
    ("The election is near. Ana Ruiz's campaign to save the park began. Ana Ruiz said it rained.", "", ""),
    ("The candidates Ida Kern, Jo Dahl and Ana Ruiz met. Ana Ruiz said it rained.", "politician", ""),
    ("The candidates met Ida Kern and Ana Ruiz. Ana Ruiz said it rained.", "", ""),
    ("Ana Ruiz was elected mayor. Ana Ruiz said it rained.", "politician", ""),
    ("If Ana Ruiz was elected mayor, it would rain. Ana Ruiz said it rained.", "", ""),
    ("They wrote to former secretary of state Ana Ruiz and others. Ana Ruiz said it rained.", "official", ""),
    ("Former Norway leader Ana Ruiz said it rained.", "head of state or government", ""),
    ("Army Capt. Ana Ruiz said it rained.", "military", "Army"),
    ("Republican nominee for president Ana Ruiz said it rained.", "politician", ""),
    ("Ana Ruiz was elected to the council. Ana Ruiz said it rained.", "politician", ""),
    ("Experts such as Ben Holm and Ana Ruiz met. Ana Ruiz said it rained.", "expert or scholar", ""),
    ("Women such as Ben Holm and Ana Ruiz met. Ana Ruiz said it rained.", "", ""),
    ("They met at a charity founded by Ana Ruiz. Ana Ruiz said it rained.", "organisation", ""),
    ("One local woman, Ana Ruiz, left. Ana Ruiz said it rained.", "witness or resident", ""),
    ("Ana Ruiz, who is listed as an attorney, said it rained.", "other", ""),
    ("Ana Ruiz, a Holm campaign aide in 2008 and now director of the Velia Institute, said it rained.",
     "organisation", "Velia Institute"),
    ("Mayor Ana Ruiz left. Ana Ruiz, who served as economist at the Velia Institute, said it rained.",
     "politician", ""),
    ("Ana Ruiz works for Velia Water. Ana Ruiz said it rained.", "", "Velia Water"),
    ("Ana Ruiz, undersecretary for management, said it rained.", "official", ""),
    ("New York economist Ana Ruiz said it rained.", "expert or scholar", ""),
    ("Ana Ruiz of the New York-based Velia Fund said it rained.", "organisation", "Velia Fund"),
    ("Supporters in Congress said it rained.", "politician", ""),
    ("My father said it rained.", "", ""),
    ("The election is near. The field was led by Ben Holm, who leads Ana Ruiz. Ana Ruiz said it rained.",
     "politician", ""),
    ("Co-moderator Ana Ruiz said it rained.", "journalist", ""),
    ("As Ana Ruiz of the Halden Times points out, it rained.", "journalist", "Halden Times"),
    ("They told Ana Ruiz of the army. Ana Ruiz said it rained.", "", ""),
    ("Ana Ruiz, a Tide spokeswoman, said it rained.", "", "Tide"),
    ("Norland Party chairman Ana Ruiz said it rained.", "politician", "Norland Party"),
    ("Ana Ruiz, historian and professor at Velia University, said it ended.", "expert or scholar", "Velia University"),
    ("Daily News opinion editor Ana Ruiz said it rained.", "journalist", "Daily News"),
    ("Ana Ruiz's press secretary, Jo Dahl, said it rained.", "official", ""),
    ("President Ana Ruiz said it rained.", "head of state or government", ""),
    ("Ana Ruiz, the president of Orme Lines Ltd, said it rained.", "company", "Orme Lines Ltd"),
    ("Ana Ruiz, the president of the dockers' union, said it rained.", "organisation", "dockers' union"),
    ("The foreign minister, Ana Ruiz, said it rained.", "official", ""),
    ("Ana Ruiz, a former minister, said it rained.", "official", ""),
    ("A spokesman for the foreign ministry said it rained.", "official", "foreign ministry"),
    ("A spokesman for the airline said it rained.", "company", "airline"),
    ("An adviser to the minister said it rained.", "official", ""),
    ("The prime minister's spokesman said it rained.", "official", ""),
    ("Sen. Ana Ruiz of Norland said it rained.", "politician", ""),
    ("The UK has urged a truce.", "official", ""),
    ("The US said it rained.", "official", ""),
    ("One of us said it rained.", "", ""),
    ("Ana Ruiz (D-Norland) said it rained.", "politician", ""),
    ("Holm campaign manager Ana Ruiz said it rained.", "politician", "Holm campaign"),
    ("Ben Holm, the Labour candidate, spoke. Holm spokeswoman Ana Ruiz said it rained.", "politician", ""),
    ("Port Halden police chief Ana Ruiz said it rained.", "police and court", "Port Halden police"),
    ("Ana Ruiz, head of the police union, said it rained.", "organisation", "police union"),
    ("Col. Ana Ruiz said it rained.", "military", ""),
    ("Stanford economist Ana Ruiz said it rained.", "expert or scholar", "Stanford"),
    ("Ana Ruiz, a professor of law at Halden University, said it rained.", "expert or scholar", "Halden University"),
    ("Ana Ruiz, who teaches law at Halden University, said it rained.", "expert or scholar", "Halden University"),
    ("A doctor who treated the victims said it rained.", "expert or scholar", ""),
    ("Ana Ruiz, who leads the dockers' union, said it rained.", "organisation", "dockers' union"),
    ("Ana Ruiz, 56, a neighbour, said it rained.", "witness or resident", ""),
    ("Holm supporter Ana Ruiz said it rained.", "witness or resident", ""),
    ("Reuters reporter Ana Ruiz said it rained.", "journalist", "Reuters"),
    ("The actor Ana Ruiz said it rained.", "other", ""),
    ("A lawyer for one side said it rained.", "other", ""),
    ("Ana Ruiz, a critic of the president, said it rained.", "", ""),
    ("A spokeswoman said it rained.", "", ""),
    ("Critics said it rained.", "", ""),
    ("Ana Ruiz said it rained.", "", ""),
    ("Ana Ruiz, who works as a secretary, said it rained.", "", ""),
    ("Ana Ruiz, founder of Norway Walkers, said it rained.", "organisation", "Norway Walkers"),
    ("According to a count by the Associated Press, it rained.", "", "Associated Press"),
    ("The report by the ministry said it rained.", "", "ministry"),
]


@pytest.mark.parametrize(("text", "position", "affiliation"), POSITIONED)
def test_the_position_and_the_affiliation_that_the_text_gives(text, position, affiliation):
    row = [row for row in speakers(text).values() if row.speaker != "Ben Holm"][-1]
    assert (row.position, row.affiliation) == (position, affiliation), row.rule


def test_an_account_is_a_person_with_a_name():
    kind = kind_of_source(Speaker("@ruiz", "", ""), Evidence(), Bearers(sentences("It rained.")))
    assert (kind.kind, kind.named) == ("person", True)


def test_what_somebody_is_comes_before_what_they_were():
    row = only("Former senator Ana Ruiz said it rained. Ruiz, a lobbyist for the airline, said it would end.")
    assert (row.position, row.affiliation) == ("organisation", "airline")
    assert only("Former senator Ana Ruiz said it rained.").rule == (
        "person: “Ana Ruiz” is a person’s name; politician: formerly “senator”"
    )


def test_pronouns_and_titles_are_those_of_the_text():
    found = speakers("Ana Ruiz said it rained. Ms. Ruiz left. She said it would end. Jo Holm said it was dry.")
    assert [found[name].referred_as for name in ("Ana Ruiz", "Jo Holm")] == ["she; Ms.", ""]


def test_where_a_source_is_first_mentioned():
    text = "The wall leaks. Ana Ruiz left. The mayor was silent. Then Ruiz said it rained."
    row = speakers(text)["Ana Ruiz"]
    assert row.first_mention == round(text.index("Ana Ruiz") / len(text), 4)


def test_a_label_in_capitals_is_a_person_but_for_known_bodies():
    text = "KERN: Did it rain?\n\nCNN: It did. I saw it.\n\nKERN: Are you sure?\n\nCNN: I am."
    assert {name: row.kind for name, row in speakers(text).items()} == {"KERN": "person", "CNN": "medium"}


def test_who_made_a_text_is_before_its_noun():
    assert only("A Halden Post poll showed that it rained.").affiliation == "Halden Post"
    assert only("The complaint to the Court of Appeals says it rained.").affiliation == ""


OCCUPATIONS = [
    ("Trawler skipper Hamish Rennie said it rained.", "witness or resident", ""),
    ("Hamish Rennie, a limnologist at the Halden Institute, said it rained.", "expert or scholar", "Halden Institute"),
    ("Analyst Priya Nair at Brandt & Lowe said it rained.", "expert or scholar", "Brandt & Lowe"),
    ("Bakery owner Rosa Lentini said it rained.", "company", ""),
    ("Rosa Lentini, the founder of a charity, said it rained.", "organisation", ""),
    ("Rosa Lentini, of the teachers’ union, said it rained.", "organisation", "teachers’ union"),
    ("Rosa Lentini, a junior at Halden High School, said it rained.", "witness or resident", "Halden High School"),
    ("Rosa Lentini, a junior minister, said it rained.", "official", ""),
    ("Rosa Lentini, Labour MP for Halden North, said it rained.", "politician", "Labour"),
    ("Shadow culture secretary Rosa Lentini said it rained.", "politician", ""),
    ("Energy minister Rosa Lentini said it rained.", "official", ""),
    ("Dr Rosa Lentini said it rained.", "expert or scholar", ""),
    ("Dr Rosa Lentini, the mayor, said it rained.", "politician", ""),
    ("Dr Rosa Lentini, the trial’s chief investigator, said it rained.", "expert or scholar", ""),
    ("Supt Rosa Lentini said it rained.", "police and court", ""),
    ("“It rained,” said the state’s governor, Rosa Lentini.", "politician", ""),
    ("“It rained,” said the club’s captain, Rosa Lentini. The striker missed the match.", "other", "club"),
    ("“It rained,” said Velia manager Rosa Lentini. The striker missed the match.", "other", "Velia"),
    ("“It rained,” said Velia manager Rosa Lentini.", "company", "Velia"),
    ("“It rained,” said army captain Rosa Lentini. The bus missed the match.", "military", "army"),
    ("A colleague said it rained.", "", ""),
    ("Rosa Lentini, a marine biogeochemist at the Halden Institute, said it rained.", "expert or scholar",
     "Halden Institute"),
    ("Rosa Lentini, a paleoclimatologist, said it rained.", "expert or scholar", ""),
    ("Microbiologist Rosa Lentini said it rained.", "expert or scholar", ""),
    ("An apologist for the board said it rained.", "", ""),
    ("A biofuel trader said it rained.", "company", ""),
    ("Rosa Lentini, a vice president at Orme Lines, said it rained.", "organisation", "Orme Lines"),
    ("Rosa Lentini, a vice president of the firm, said it rained.", "company", "firm"),
    ("Rosa Lentini, the vice president of Norland, said it rained.", "official", ""),
    ("Vice President Rosa Lentini said it rained.", "official", ""),
    ("Rosa Lentini, an MMA fighter, said it rained.", "other", ""),
    ("A rebel fighter said it rained.", "military", ""),
    ("Rosa Lentini, a union steward, said it rained.", "organisation", ""),
    ("Rosa Lentini, a steward on the ferry, said it rained.", "witness or resident", ""),
    ("An opposition figure said it rained.", "politician", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two key figures in the talks said it rained.", "unnamed"),
        ("Senior figures in the club said it rained.", "group"),
        ("Official figures said it rained.", "document"),
        ("New figures from the office say it rained.", "document"),
        ("A General Assembly resolution said it rained.", "document"),
        ("The General Assembly said it rained.", "organisation"),
    ],
)
def test_figures_are_people_or_numbers_and_an_assembly_is_no_general(text, kind):
    assert only(text).kind == kind


@pytest.mark.parametrize(("text", "position", "affiliation"), OCCUPATIONS)
def test_the_position_and_the_body_of_people_of_every_trade(text, position, affiliation):
    row = only(text)
    assert (row.position, row.affiliation) == (position, affiliation)


def test_a_speaker_that_the_text_does_not_give_has_no_kind():
    row = speakers("It rained. “It will end soon, and nobody will care about it.”")["(unattributed)"]
    assert (row.kind, row.named, row.position, row.rule) == ("", False, "", "no source named")


def test_the_rows_of_the_lexicon_say_what_their_classes_say():
    wrong = []
    for row in lexicon("source_words", ("term", "class"), ("example", "source")):
        words = tokens(row["example"])
        found = [match for match in matches(words) if set(row["class"].split()) == match.classes]
        position = position_of(words, matches(words)) if "person" in row["class"].split() else None
        named = {POSITIONS[one] for one in row["class"].split() if one in POSITIONS}
        if not found or (position is not None and named and position.position not in named):
            wrong.append(row["term"])
    assert wrong == []


def test_own_columns_of_people_csv_are_in_the_table(tmp_path):
    (tmp_path / "a.txt").write_text("Ana Ruiz said it rained. Ben Holm said it was dry.")
    people = tmp_path / "people.csv"
    people.write_text("name,aliases,role,article,Region,kind,alias\nAna Ruiz,,,,north,x,y\n")
    reading = sr.read(tmp_path)
    assert reading.speakers[["speaker", "kind", "region"]].to_numpy().tolist() == [
        ["Ana Ruiz", "person", "north"], ["Ben Holm", "person", ""],
    ]  # fmt: skip
    told = [reason.partition(",")[0] for reason in reading.problems["reason"]]
    assert told == [
        "line 1: a column of your own cannot be called 'kind'", "line 1: unknown column 'alias'",
    ]  # fmt: skip
    assert sr.load(reading.save(tmp_path / "tables")).speakers.equals(reading.speakers)


TOLD = """Officials said the wall leaks. “It leaks badly,” said Ana Ruiz, an economist at the Halden Institute.

The report said the wall was old. “It will hold for years,” said Ben Holm, the mayor. Holm said he was calm."""


def test_voices_are_counted_by_any_column():
    speakers = sr.read([TOLD]).speakers
    counts = sr.voices_by(speakers, "position")
    assert counts[["position", "sources", "statements", "words"]].to_numpy().tolist() == [
        ["politician", 1, 2, 8], ["", 1, 1, 4], ["expert or scholar", 1, 1, 3], ["official", 1, 1, 3],
    ]  # fmt: skip
    assert counts["percent"].sum() == pytest.approx(100)
    counts = sr.voices_by(speakers.assign(region=["", "north", "", "north"]), ["region", "named"])
    assert counts[["region", "named", "sources", "words"]].to_numpy().tolist() == [
        ["north", True, 2, 11], ["", False, 2, 7],
    ]  # fmt: skip
    with pytest.raises(ValueError, match="no column gender; it has speaker, aliases, role, kind"):
        sr.voices_by(speakers, "gender")


def test_nobody_has_no_voices():
    assert sr.voices_by(sr.read(["Ana Ruiz said it rained."]).speakers.iloc[:0], "kind").empty


LINES = [
    (TOLD, 0, "4 sources: 1 from an authority (a group), 1 from politics, 1 expert, 1 document; 2 named, 2 not"),
    (TOLD, 2,
     "4 sources: 1 from an authority (a group), 1 from politics, 1 expert, 1 document; 2 named, 2 not; "
     "2 did not answer"),
    ("Ana Ruiz said it rained.", 0, "1 source, whose position is not said; named"),
    ("Ana Ruiz said it rained. Ben Holm said it was dry.", 0,
     "2 sources, whose positions are not said; all named"),
    ("Sen. Ana Ruiz said it rained. Ben Holm said it was dry.", 0,
     "2 sources: 1 from politics, 1 whose position is not said; all named"),
    ("Officials said it rained. Police said it was dry.", 1,
     "2 sources: 1 from an authority (a group), 1 from police and courts; none named; 1 did not answer"),
    ("Sen. Ana Ruiz said it rained. Sen. Ben Holm said it was dry.", 0, "2 sources: 2 from politics; all named"),
    ("It rained.", 0, "no source"),
    ("It rained.", 1, "no source; 1 did not answer"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "declined", "line"), LINES)
def test_the_sources_of_an_article_in_a_line(text, declined, line):
    assert sr.in_a_line(sr.read([text]).speakers, declined) == line


def test_a_heading_before_a_paragraph_is_nobodys_name():
    assert "Fight Crime" not in speakers("Tools to Fight Crime: The board met. In May, he said it rained.")


def test_what_looks_like_a_position_and_is_none():
    """A name behind a courtesy title, another's candidacy in somebody's quotation, a user of something."""
    text = (
        "Mr. King said the show would go on.\n\nThe election is near, and Ben Holm runs for mayor.\n\n"
        "“His campaign has brought strife,” said Sonja Herr.\n\nA user of the site said it was late."
    )
    found = sr.read([text]).speakers.set_index("speaker")["position"]
    assert found[["Mr. King", "Sonja Herr", "a user of the site"]].tolist() == ["", "", ""]


def test_a_body_is_told_in_words_that_fit_a_body():
    line = sr.in_a_line(sr.read(["The ministry said it rained. The parliament of Norland said no."]).speakers)
    assert line == "2 sources: 1 from an authority, 1 from politics; 1 named, 1 not"
