"""Issues: real sentences in, the issues that they name out; what must not fire; the codebook's own rules."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcereading.issues.codebook import COLUMNS, TAKEN, Codebook, codebook
from sourcereading.issues.mentions import mentions, mentions_in
from sourcereading.reading.schema import SCHEMAS
from sourcereading.text.lexicon import DataError
from sourcereading.text.paths import ROOT, data_path
from sourcereading.text.sentences import sentences, tokens
from timing import ALLOWED, growth, units

HEADER = "topic,issue,pattern,not_near,definition,example,borderline,needs\n"


def found(text: str, book: Codebook | None = None) -> list[tuple[str, str]]:
    """What names an issue in a sentence, with the issue."""
    named = mentions(tokens(text), book or codebook())
    return [(text[mention.start : mention.end], mention.issue) for mention in named]


def book_of(folder: Path, rows: str) -> Codebook:
    path = folder / "codebook.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return codebook(path)


# --- The shipped codebook on real sentences --------------------------------------------------------


def test_the_seed_names_the_seven_issues_of_the_negotiation_and_little_else():
    text = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    named: dict[str, set[str]] = {}
    for sentence in sentences(text):
        for mention in mentions(sentence.tokens, codebook()):
            named.setdefault(mention.issue, set()).add(text[mention.start : mention.end])
    assert named == {
        "territory": {
            "territorial issue", "Donetsk region", "territorial control", "Donbas", "cession of territory",
            "territorial concession", "occupied territories", "controlled areas",
        },
        "nuclear plant": {"Zaporizhzhia Nuclear Power Plant"},
        "humanitarian and minorities": {"humanitarian", "ethnic"},
        "reconstruction": {"postwar reconstruction"},
        "security": {"security threat"},
        "conduct of negotiations": {
            "negotiations", "negotiators", "key obstacle", "compromises", "breakthrough", "on the table", "holdup",
            "negotiating tactics", "keep talking",
        },
        "peace settlement": {"peaceful outcome", "peace settlement"},
        "war and armed attack": {"war"},
        "media and press": {"media leaks"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Reserve Bank left its policy rate unchanged, saying food prices remained a worry.",
            [
                ("Reserve Bank", "growth and prices"),
                ("policy rate", "growth and prices"),
                ("food prices", "growth and prices"),
            ],
        ),
        (
            "Exporters said new American tariffs would cost them orders.",
            [("Exporters", "trade"), ("tariffs", "trade")],
        ),
        (
            "The ministry confirmed 41 cases of mpox and asked the WHO for vaccines.",
            [("mpox", "disease and epidemics"), ("WHO", "public health"), ("vaccines", "medicines and vaccines")],
        ),
        (
            "A court in Seoul sentenced him to twenty years in prison for taking bribes.",
            [
                ("court", "courts and trials"),
                ("sentenced", "courts and trials"),
                ("prison", "prisons and punishment"),
                ("bribes", "corruption and scandal"),
            ],
        ),
        (
            "Greenhouse-gas emissions fell, but rising seas threaten the atolls.",
            [
                ("Greenhouse-gas", "climate change"),
                ("emissions", "climate change"),
                ("rising seas", "climate change"),
            ],
        ),
        (
            "Asylum-seekers crossed the Channel in small boats.",
            [("Asylum-seekers", "refugees and asylum"), ("small boats", "refugees and asylum")],
        ),
        (
            "Hackers fed the chatbot's answers to the ministry.",
            [("Hackers", "cyber security and data"), ("chatbot's", "artificial intelligence")],
        ),
        (
            "Turnout in the by-election was low; the ruling party lost.",
            [("Turnout", "elections"), ("by-election", "elections"), ("ruling party", "parties")],
        ),
        (
            "The council put off the flood barrier and wants to close the ward.",
            [
                ("The council", "local government and planning"),
                ("flood barrier", "flood defence"),
                ("close the ward", "hospital closure"),
            ],
        ),
        (
            "Two missiles hit the port before the cease-fire began.",
            [("missiles", "war and armed attack"), ("cease-fire", "peace settlement")],
        ),
        (
            "The naira fell again and load shedding came back, while taps ran dry for a second week.",
            [
                ("naira", "growth and prices"),
                ("load shedding", "oil, gas and electricity"),
                ("taps ran dry", "water and waste"),
            ],
        ),
        (
            "Growers of paddy blocked the highway and asked for a minimum support price.",
            [
                ("Growers", "farming and food"),
                ("paddy", "farming and food"),
                ("highway", "transport"),
                ("minimum support price", "farming and food"),
            ],
        ),
        (
            "Lithium miners want lower royalties, but Indigenous leaders went to the high court.",
            [
                ("Lithium", "mining and raw materials"),
                ("miners", "mining and raw materials"),
                ("royalties", "mining and raw materials"),
                ("Indigenous leaders", "race and equality"),
                ("high court", "courts and trials"),
            ],
        ),
        (
            "Births fell below 700,000, so nurseries close and towns merge primary schools.",
            [("Births", "population and family"), ("nurseries", "schools"), ("primary schools", "schools")],
        ),
        (
            "Junior doctors will walk out, and the maternity unit has no anaesthetists.",
            [
                ("Junior doctors", "hospitals and care"),
                ("will walk out", "jobs and wages"),
                ("maternity unit", "hospitals and care"),
                ("anaesthetists", "hospitals and care"),
            ],
        ),
        (
            "One rebel MP tabled a motion of no confidence after the deputy was killed at a traffic stop.",
            [
                ("rebel MP", "parties"),
                ("motion of no confidence", "government and parliament"),
                ("traffic stop", "crime and police"),
            ],
        ),
        ("Members voted nine to one for strike action.", [("strike action", "jobs and wages")]),
        ("The Senate voted 52-48 on Monday.", [("Senate", "government and parliament")]),
        ("MPs voted for the plan.", [("MPs voted", "government and parliament")]),
        ("Turkey voted in May.", [("voted", "elections")]),
        (
            "The fuel levy rises in a drought.",
            [("fuel levy", "public finances and taxes"), ("drought", "extreme weather")],
        ),
        ("The tsunami reached the harbour.", [("tsunami", "fires and earthquakes")]),
        (
            "More diplomatic pressure moved the rupee.",
            [("diplomatic", "foreign relations"), ("rupee", "growth and prices")],
        ),
        ("The film's budget was small and shooting took a month.", [("film's", "film, music and stage")]),
        ("Tennis courts and fish tanks cost money.", [("Tennis", "other sport")]),
        (
            "The court at Wimbledon was wet, and fans protested to the referee.",
            [("Wimbledon", "other sport"), ("fans", "team sport"), ("referee", "team sport")],
        ),
        (
            "The museum's trustees vote on the purchase, which is by a friend of mine.",
            [("museum's", "art and museums")],
        ),
        (
            "Her pupils and other students of the elementary school held a food drive.",
            [
                ("pupils", "schools"),
                ("students", "schools"),
                ("elementary school", "schools"),
                ("food drive", "charity"),
            ],
        ),
        (
            "The striker scored twice, and the goalkeeper blamed the pitch.",
            [
                ("striker", "team sport"),
                ("scored", "team sport"),
                ("goalkeeper", "team sport"),
                ("pitch", "team sport"),
            ],
        ),
        ("The crane fell on the crowd.", [("crane fell", "accidents")]),
        ("Pirates seized the tanker, and two men were charged with murder.",
         [("Pirates", "crime and police"), ("charged with", "courts and trials"), ("murder", "crime and police")]),
        ("Statins cut the risk of blood clots.",
         [("Statins", "medicines and vaccines"), ("blood clots", "disease and epidemics")]),
        ("The guard shot the intruder, who was shot in the leg.", [("was shot", "guns and shootings")]),
        ("Nurses won a pay raise after the outage.",
         [("Nurses", "hospitals and care"), ("pay raise", "jobs and wages"), ("outage", "oil, gas and electricity")]),
    ],
)
def test_articles_from_anywhere_get_sensible_issues(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He signed the contract as a third party and left the birthday party early.",
        "She talks about her children, and who talks to whom is nobody's business.",
        "The hotel's hospitality was famous, and its olive oil was too.",
        "The think tank's new annex is a school of thought in itself.",
        "Years of trial and error followed.",
        "Peace of mind came with the Peace Prize.",
        "A storm of protest followed the landslide victory.",
        "The firm had a virus on its computer.",
        "They put the food on the table and us at ease.",
        "He rebuilt his reputation and the team's confidence.",
        "The border collie cut its paw.",
        "Her breakthrough role came late.",
        "Steve Jobs had a firm conviction.",
        "He studied medicine and later served as a judge of the prize.",
        "A virus of nostalgia has come over a prisoner of her own grief.",
        "A campaign group paid 42 crore rupees, said a retired teacher who was less diplomatic.",
        "He will walk out of the room, for her shares are his, and he shares a joke with Mr Lynch.",
        "The town began a campaign against litter. The campaign has a new slogan.",
        "Girls from Lissau built a robot for the contest.",
        "They ended their blockade of the road.",
        "The firm's aim is the goal of all; its captain has a match for it.",
        "Her infectious laugh filled the hall.",
        "The shop closed its security hole.",
        "His goals are noble, and their players in this season of change pitch a plan.",
        "It was a jab at her rival, and an indictment of the whole plan.",
        "Do not judge them by their shoes, whatever late King Olaf and his court thought.",
        "The plan derailed, and a pile up of duties on her desk has a toxic effect.",
        "He sports a beard and a smoking gun.",
        "They called it a marathon meeting and left a sick puppy of a text.",
        "An architect of the strategy gave its critics ammunition.",
        "Leaders at Soviet Union leaders' homes flooded the airwaves.",
        "They want to confirm her nomination and postpone the vote.",
        "Surveillance cameras filmed it, and the political scientist has a degree in political science.",
        "The roll of film lay on an embankment.",
        "He keeps shooting himself in the foot, yet she sticks to her guns.",
        "An army of volunteers and a small army of followers knocked on doors.",
        "It was a publicity coup for the firm.",
        "Arithmetic does not negotiate.",
        "It is the smallest state in the union; its credit unions are old.",
        "The Harbour Union Leader is on sale.",
        "The phone banking goes on, as she is banking on a late surge.",
        "They got away with murder, in what she called daylight robbery.",
        "They stabbed her in the back.",
        "Take it with a grain of salt; there is a grain of truth in it.",
        "It goes against the grain of a guilty pleasure, and the jury is still out.",
        "Who could hold the world to ransom? A job killer.",
        "The row is a symptom of deeper problems.",
        "The advertising ecosystem is new.",
        "A blizzard of paper came flooding out of the hall.",
        "The Senators outshot their guests in the second period.",
        "The list held social security numbers, and guards checked the special housing unit.",
        "There was a news blackout.",
        "A group charged with beautifying downtown met.",
        "It is not rocket science, nor an exact science.",
        "She was preaching to the choir, and faced the music.",
        "The tip spread like wildfire: a political earthquake.",
        "Their enthusiasm was contagious.",
        "He weathered the storm.",
    ],
)
def test_ordinary_words_name_no_issue(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The video of the shooting shows a gun.", ["guns and shootings"] * 2),
        ("The army of Tareth crossed the river.", ["armed forces and weapons"]),
        ("A coup was foiled.", ["government and parliament"]),
        ("The unions met, and their union agreed.", ["jobs and wages"] * 2),
        ("Banking rules are tighter.", ["business and finance"]),
        ("He was murdered, and the killer stabbed a neighbour.", ["crime and police"] * 3),
        ("The grain was lost in the flooding.", ["farming and food", "extreme weather"]),
        ("The jury found him guilty.", ["courts and trials"] * 2),
        ("They paid a ransom after the robbery.", ["crime and police"] * 2),
        ("The symptoms are mild, and the disease is contagious.", ["disease and epidemics"] * 3),
        ("The ecosystem of the lake is in danger.", ["environment"]),
        ("A blizzard and a hurricane closed the roads.", ["extreme weather"] * 2),
        ("The senators debated it.", ["government and parliament"]),
        ("Tribal leaders oppose the pipeline.", ["oil, gas and electricity"]),
        ("The wildfire came after the earthquake.", ["fires and earthquakes"] * 2),
        ("The truce between the armies held.", ["peace settlement", "armed forces and weapons"]),
    ],
)  # fmt: skip
def test_the_same_words_in_their_own_sense_name_it(text, expected):
    assert [issue for _, issue in found(text)] == expected


def test_every_issue_has_its_rule_and_its_example_names_it_and_its_borderline_case_does_not():
    book = codebook()
    assert len({issue.topic for issue in book.issues}) >= 10
    for issue in book.issues:
        assert issue.definition.split("?")[0].startswith("Does it name") or "Does it say" in issue.definition
        assert issue.borderline.startswith("No: "), issue
        assert issue.issue in {name for _, name in found(issue.example)}, issue
        assert issue.issue not in {name for _, name in found(issue.borderline)}, issue


# --- The rules of matching -------------------------------------------------------------------------


def test_the_longest_match_wins_and_a_shared_span_counts_for_both(tmp_path):
    book = book_of(
        tmp_path, "a,strikes,strike(s)\na,attacks,air strike(s)\nb,talks,peace talks\nb,peace,peace talks\n"
    )
    assert found("The air strikes and the strike ended the peace talks.", book) == [
        ("air strikes", "attacks"),
        ("strike", "strikes"),
        ("peace talks", "talks"),
        ("peace talks", "peace"),
    ]


def test_one_mention_counts_once_per_issue(tmp_path):
    book = book_of(tmp_path, "a,talks,negotiat*\na,talks,*tiation\na,talks,negotiation\n")
    assert found("The negotiation failed.", book) == [("negotiation", "talks")]


def test_stars_capitals_endings_hyphens_and_possessives(tmp_path):
    book = book_of(tmp_path, "a,stem,govern*\na,ending,*phobia\na,health,WHO\na,tax,tax(es)\na,truce,cease-fire\n")
    text = "Who governed? The WHO's xenophobia. Post-tax taxes, a ‘cease fire’, cease-fire, cease, fire."
    assert found(text, book) == [
        ("governed", "stem"),
        ("WHO's", "health"),
        ("xenophobia", "ending"),
        ("tax", "tax"),
        ("taxes", "tax"),
        ("cease fire", "truce"),
        ("cease-fire", "truce"),
    ]


def test_not_near_rules_out_within_five_words_and_may_cover_the_match(tmp_path):
    book = book_of(tmp_path, "a,safety,security,social security; guard(s)\n")
    assert found("Social security is no security guard.", book) == []
    assert found("The guard who came in first saw no security.", book) == [("security", "safety")]
    assert found("The guard in the hall had security.", book) == []


def of_article(text: str, book: Codebook | None = None) -> list[tuple[str, str]]:
    """What names an issue in a text of several sentences, with the issue; mentions within longer names are left out."""
    named = mentions_in([sentence.tokens for sentence in sentences(text)], book or codebook())
    return [
        (text[mention.start : mention.end], mention.issue)
        for of_sentence in named
        for mention in of_sentence
        if not mention.within
    ]


def test_a_row_counts_only_where_the_article_has_what_it_needs(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "topic,issue,pattern,needs\na,votes,campaign(s),ballot*; campaign trail\na,sport,goal(s),this issue\n"
        "a,sport,striker,\na,sport,referee(s),\n",
        encoding="utf-8",
    )
    book = codebook(path)
    assert of_article("The campaign began. It rained.", book) == []
    assert of_article("The campaign began. The ballots are white.", book) == [("campaign", "votes")]
    assert of_article("The campaigns met on the campaign trail.", book) == [("campaigns", "votes")], "not in itself"
    assert of_article("The goal is peace. A striker left.", book) == [("striker", "sport")]
    assert of_article("The striker missed the goal.", book) == [("striker", "sport"), ("goal", "sport")]
    two = "The goal was late. A striker left. Both referees saw it."
    assert [words for words, _ in of_article(two, book)] == ["goal", "striker", "referees"]


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("They met at the Google Science Fair.", {"Science": "Google Science Fair"}),
        ("She runs the Halden School of Medicine Trust.", {"Medicine": "Halden School of Medicine Trust"}),
        ("Sen. Ida Boxer spoke, and Boxer left.", {"Boxer": "Ida Boxer"}),
        ("She reads the Halden Journal-Constitution.", {"Constitution": "Halden Journal-Constitution"}),
        ("The Halden Power Plant stood still.", {"Power Plant": ""}),
        ("The Halden Court of Appeal ruled.", {"Court of Appeal": ""}),
        ("Attorney General Ida Holm came.", {"Attorney General": ""}),
        ("Science is dear. The police came.", {"Science": "", "police": ""}),
    ],
)
def test_a_part_of_a_longer_name_is_told_from_what_the_name_is_of(text, within):
    named = mentions_in([sentence.tokens for sentence in sentences(text)], codebook())
    found = {text[m.start : m.end]: m.within for of_sentence in named for m in of_sentence}
    assert within.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town began a campaign against litter. The campaign has a new slogan. Some laughed at the campaign.", []),
        ("The candidate began a campaign. The campaign won voters.", ["elections"] * 4),
        ("Girls from Lissau built a robot for the contest.", []),
        ("Autonomous machines such as robots do the work.", ["artificial intelligence"]),
        ("The team's security guard closed the shop's security gate.", []),
        ("The army says security at the border is poor.", ["armed forces and weapons", "security"]),
        ("Hamas and the army of Velia fought.", ["armed forces and weapons"] * 2),
        ("Fans dressed as Doctor Who met.", ["film, music and stage"]),
        ("Farmers ended their blockade of the road.", ["farming and food"]),
        ("Rocket launches woke the town of Lissau.", []),
        ("Rocket launches put a satellite into orbit.", ["research and science"]),
        ("The train was derailed near Lissau.", ["accidents"]),
        ("Toxic waste was dumped there.", ["environment"]),
        ("The Republican nominee came. A Republican from Velia left.", ["elections", "parties"]),
        ("A runner won the marathon.", ["other sport"]),
        ("The jab was given. His jabs at her backfired. The dose was small.", ["medicines and vaccines"]),
        ("A breakthrough came, a diplomat said.", ["conduct of negotiations", "foreign relations"]),
        ("None of those breakthroughs was a surprise.", []),
        ("Ruiz won the primary. Holm ran for president. A campaign ad was on air.", ["elections"] * 3),
        ("The primary aim is clear. A primary school has a run for its money.", ["schools"]),
        ("Ruiz cast a bipartisan vote. Holm voted for the Iraq war.", ["parties", "war and armed attack"]),
        ("People voted in favour of leaving.", ["elections"]),
        ("Witness testimony moved the judge. He testified in court.", ["courts and trials"] * 4),
    ],
)
def test_a_word_of_several_senses_names_an_issue_only_in_company(text, expected):
    assert [issue for _, issue in of_article(text)] == expected


def test_the_apostrophe_of_a_plural_makes_no_difference(tmp_path):
    book = book_of(tmp_path, "a,strikes,teachers' strike\na,marches,nurses march\na,law,Murphy's law\n")
    for apostrophe in "'’":
        text = f"The teachers{apostrophe} strike, the nurses{apostrophe} march and Murphy{apostrophe}s law."
        assert [issue for _, issue in found(text, book)] == ["strikes", "marches", "law"]
    assert found("The teachers strike.", book) == [("teachers strike", "strikes")]
    assert found("“The teachers,” strike said ‘the teachers’. Strike.", book) == []


def test_curly_and_straight_apostrophes_name_the_same_issues():
    assert found("The women’s rights group") == [("women’s rights", "race and equality")]
    assert found("The women's rights group") == [("women's rights", "race and equality")]


# --- The codebook as a file ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("a,b,*\n", r"line 2: pattern '\*': '\*' would match far too much; write 3 letters or more"),
        ("a,b,in*\n", "line 2: .*write 3 letters or more"),
        ("a,b,peace\na,b,oil/gas\n", "line 3: pattern 'oil/gas': 'oil/gas' is not one word; write letters"),
        ("a,b,neg*ate\n", "line 2: .*is not one word"),
        ("a,b,-\n", "line 2: pattern '-' holds no word; write a word or a phrase"),
        ("a,b,peace,war!\n", "line 2: not_near 'war!': 'war!' is not one word"),
        ("a,b,\n", "line 2: pattern is empty; fill it or delete the row"),
        ("a,b,peace\na,b,Peace deal\na,b,peace\n", "line 4: .*same as in line 2 .*delete one of the two"),
        ("a,b,peace\nc,b,war\n", "line 3: issue 'b' is of topic 'a' in line 2 and of 'c' here; give it one"),
        ("a,b,peace,,Q?\na,b,war,,R?\n", "line 3: a second definition for the issue 'b'; leave the cell empty"),
        ("", "line 1: no rows; add one pattern a row"),
        ("a,b,peace,,,,,war!\n", "line 2: needs 'war!': 'war!' is not one word"),
        ("a,b,peace,,,,,this issue\n", "line 2: needs 'this issue', but every row of the issue 'b' needs something"),
    ],
)
def test_a_bad_row_is_an_error_with_file_line_and_remedy(tmp_path, rows, message):
    with pytest.raises(DataError, match=r"codebook\.csv, " + message):
        book_of(tmp_path, rows)


def test_an_unknown_column_is_said(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("topic,issue,pattern,notnear\na,b,peace,war\n", encoding="utf-8")
    with pytest.raises(
        DataError, match="line 1: unknown column 'notnear'; known are topic, issue, pattern, not_near"
    ):
        codebook(path)


@pytest.mark.parametrize("name", ["speaker", "Text", "line", "=cmd", "two words"])
def test_a_column_of_ones_own_cannot_have_every_name(tmp_path, name):
    path = tmp_path / "mine.csv"
    path.write_text(f"topic,issue,pattern,{name}\na,b,peace,1\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"mine\.csv, line 1: a column .*cannot be called '" + name):
        codebook(path)


def test_a_name_that_cannot_be_a_column_of_ones_own_is_that_of_a_table():
    assert set(SCHEMAS["issues"]) - set(COLUMNS) <= TAKEN


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("topic;issue;pattern\na;b;peace\n", "line 1: the cells are separated by semicolons; save it as CSV"),
        ("topic\tissue\tpattern\na\tb\tpeace\n", "line 1: the cells are separated by tabs; save it as CSV"),
        ("topic,issue,pattern,\na,b,peace,\n", "line 1: column 4 has no name; name it or delete the column"),
        ("topic,issue,pattern,pattern\na,b,peace,war\n", "line 1: column pattern occurs twice; delete or rename"),
        ("topic,issue\na,b\n", "line 1: no column pattern; add it to the header line"),
        ("topic,issue,pattern\na,b,peace,war\n", "line 2: more cells than columns; put a cell with a comma"),
        ("", "line 1: no column topic, issue, pattern; add it"),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_may_do_to_the_file_is_said(tmp_path, text, message):
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"mine\.csv, " + message):
        codebook(path)


def test_a_file_that_is_no_codebook_is_named(tmp_path):
    with pytest.raises(DataError, match=r"none\.csv: no such file"):
        codebook(tmp_path / "none.csv")
    with pytest.raises(DataError, match=r"cannot be read .*; name a CSV file"):
        codebook(tmp_path)
    (tmp_path / "mine.csv").write_bytes("topic,issue,pattern\na,b,café\n".encode("cp1252"))
    with pytest.raises(DataError, match=r"mine\.csv: not UTF-8 .*; save it as UTF-8 CSV"):
        codebook(tmp_path / "mine.csv")


def test_a_codebook_of_three_columns_will_do(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("\ufefftopic,issue,pattern\r\nsport,football,goal(s)\r\n", encoding="utf-8")
    assert found("Two goals", codebook(path)) == [("goals", "football")]


def test_the_shipped_codebook_is_read_once_and_can_go_to_another_process():
    book = codebook()
    assert book is codebook()
    assert book == codebook(data_path("lexicons", "issues.csv"))
    copy = pickle.loads(pickle.dumps(book))
    assert found("The peace talks failed.", copy) == found("The peace talks failed.", book)


# --- Any text at all -------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    [
        "peace",
        "talks",
        "peace-talks",
        "war",
        "U.S.",
        "social",
        "security",
        "guard",
        "the",
        "negotiations,",
        ".",
        "’s",
        "AI",
        "ai",
        "flood-defence",
        "İ",
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join))


@given(_TEXTS)
def test_spans_are_right_and_never_overlap_within_an_issue(text):
    named = mentions(tokens(text), codebook())
    reached: dict[str, int] = {}
    for mention in named:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start].isalnum() and text[mention.end - 1].isalnum()
        assert mention.start >= reached.get(mention.issue, 0)
        reached[mention.issue] = mention.end
    assert named == sorted(named, key=lambda mention: mention.start)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_white_space_around_a_text_changes_nothing(text):
    moved = [(m.start - 2, m.end - 2, m.issue) for m in mentions(tokens(f" \n{text}  "), codebook())]
    assert moved == [(m.start, m.end, m.issue) for m in mentions(tokens(text), codebook())]


@pytest.mark.parametrize(
    "unit", units(["peace talks ", "security social ", "war-", "the ", "negotiat", "a-", "peace, "])
)
def test_time_grows_with_the_text_and_no_faster(unit):
    assert growth(tokens, lambda words: mentions(words, codebook()), unit) < ALLOWED
