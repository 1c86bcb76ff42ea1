"""Who says what: a sentence in, the statements out. The names and events are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sourcereading as sr
from one_text import attributed, said
from sourcereading.attribution.statements import attribute
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import sentences
from timing import ALLOWED, growth, units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a clause after the verb
        ("Ana Ruiz said that the dam would hold.", [("Ana Ruiz", "indirect", "the dam would hold.")]),
        ("Ana Ruiz said the dam would hold.", [("Ana Ruiz", "indirect", "the dam would hold.")]),
        ("Ana Ruiz said on Monday that the dam would hold.", [("Ana Ruiz", "indirect", "the dam would hold.")]),
        ("Ana Ruiz told reporters the dam would hold.", [("Ana Ruiz", "indirect", "the dam would hold.")]),
        ("The report says there is no danger.", [("the report", "indirect", "there is no danger.")]),
        ("Ana Ruiz said late on Monday that it leaked.", [("Ana Ruiz", "indirect", "it leaked.")]),
        ("US said it would wait.", [("US", "indirect", "it would wait.")]),
        ("Officials warned of floods.", [("officials", "indirect", "floods.")]),
        ("Officials warned that the river was rising.", [("officials", "indirect", "the river was rising.")]),
        # content before its reporting clause
        ("The dam would hold, Ana Ruiz said.", [("Ana Ruiz", "indirect", "The dam would hold")]),
        (
            "The dam is the key obstacle, Mayor Ana Ruiz told journalist Tom Hale in an interview for the Post.",
            [("Ana Ruiz", "indirect", "The dam is the key obstacle")],
        ),
        ("The dam would hold, according to Ana Ruiz.", [("Ana Ruiz", "indirect", "The dam would hold")]),
        ("According to Ana Ruiz, the dam would hold.", [("Ana Ruiz", "indirect", "the dam would hold.")]),
        (
            "“It holds,” Zoe O’Neill said. “No,” O’Neill added.",
            [("Zoe O’Neill", "direct", "“It holds,”"), ("Zoe O’Neill", "direct", "“No,”")],
        ),
        # content on both sides
        (
            "Other issues, according to Ruiz, include the road.",
            [("Ruiz", "indirect", "Other issues / include the road.")],
        ),
        ("In winter, Ruiz said, there are often three.", [("Ruiz", "indirect", "In winter / there are often three.")]),
        (
            "The cost, said an official who asked not to be named, could rise.",
            [("an official", "indirect", "The cost / could rise.")],
        ),
        (
            "“We try,” Ruiz said, “and we fail.”",
            [("Ruiz", "direct", "“We try,” / “and we fail.”")],
        ),
        # a name that ends in 's
        ("Orme's said it rained.", [("Orme's", "indirect", "it rained.")]),
        ("Orme’s says it rains.", [("Orme’s", "indirect", "it rains.")]),
        ("Orme's of Halden said it rained.", [("Orme's of Halden", "indirect", "it rained.")]),
        ("A spokesman for Orme’s said it rained.", [("a spokesman for Orme’s", "indirect", "it rained.")]),
        ("“No,” Orme’s lawyer said.", [("Orme’s lawyer", "direct", "“No,”")]),
        # a time between the subject and its verb, or behind the verb
        ("The mayor on Tuesday denied that the dam leaked.", [("the mayor", "indirect", "the dam leaked.")]),
        ("Police late on 5 March said two men died.", [("police", "indirect", "two men died.")]),
        ("The mayor in May said it leaked.", [("the mayor", "indirect", "it leaked.")]),
        ("Ana May said it leaked.", [("Ana May", "indirect", "it leaked.")]),
        ("The ministry last week said the dam leaked.", [("the ministry", "indirect", "the dam leaked.")]),
        (
            "The mayor, who is likely to stay, said last week: “It is a gift.”",
            [("the mayor", "direct", "“It is a gift.”")],
        ),
        (
            "The mayor, who is likely to stay, said two years ago: “It is a gift.”",
            [("the mayor", "direct", "“It is a gift.”")],
        ),
        # appositions in a row
        (
            "Ana Ruiz, director of the Centre for Rivers, a think-tank, said it leaked.",
            [("Ana Ruiz", "indirect", "it leaked.")],
        ),
        (
            "Ana Ruiz, the head of Halden Water, a utility, said it leaked.",
            [("Ana Ruiz", "indirect", "it leaked.")],
        ),
        (
            "In Halden, the head of the league, a baker, said it leaked.",
            [("the head of the league", "indirect", "it leaked.")],
        ),
        # the writer's clause on what is said
        (
            "Ruiz insisted that nobody would be “left to sink”, as a leaked memo suggested.",
            [("Ruiz", "mixed", "nobody would be “left to sink”")],
        ),
        ("Ruiz said the plan was safe, even as water poured in.", [("Ruiz", "indirect", "the plan was safe")]),
        ("Ruiz said it would flood, as it did in May.", [("Ruiz", "indirect", "it would flood, as it did in May.")]),
        (
            "Ruiz said that, as the river rose, the dam would hold.",
            [("Ruiz", "indirect", "as the river rose, the dam would hold.")],
        ),
        # "there" is nobody told
        ("The memo warns there is a risk.", [("the memo", "indirect", "there is a risk.")]),
        ("Ana Ruiz told reporters there was a risk.", [("Ana Ruiz", "indirect", "there was a risk.")]),
        # quotations
        ("“We try,” said Ana Ruiz, 61, who runs a café.", [("Ana Ruiz", "direct", "“We try,”")]),
        ("“We try,” he beamed.", [("(unattributed)", "direct", "“We try,”")]),
        ("“The wall will fail,” warned flood expert Dr. Ana Ruiz.", [("Ana Ruiz", "direct", "“The wall will fail,”")]),
        ('Ruiz called it "a gift."', [("Ruiz", "mixed", 'it "a gift."')]),
        (
            "Ruiz said she could promise nothing: “It may fail.”",
            [("Ruiz", "mixed", "she could promise nothing: “It may fail.”")],
        ),
        # two statements of one speaker
        (
            "Ruiz said the dam was old and added that it leaked.",
            [("Ruiz", "indirect", "the dam was old"), ("Ruiz", "indirect", "it leaked.")],
        ),
        (
            "“It leaks,” Ruiz said, adding that it was old.",
            [("Ruiz", "direct", "“It leaks,”"), ("Ruiz", "indirect", "it was old.")],
        ),
        # two speakers
        (
            "Ruiz said the dam was old, but Hale denied that it leaked.",
            [("Ruiz", "indirect", "the dam was old"), ("Hale", "indirect", "it leaked.")],
        ),
        (
            "He claimed that the ministry never called; according to the ministry, he was told in March.",
            [
                ("(unattributed)", "indirect", "the ministry never called"),
                ("the ministry", "indirect", "he was told in March."),
            ],
        ),
        # judgements
        ("Ruiz described the plan as a gift.", [("Ruiz", "indirect", "the plan as a gift.")]),
        ("Hale was quoted as saying that it was late.", [("Hale", "indirect", "it was late.")]),
        ("Ruiz vowed to rebuild the pier.", [("Ruiz", "indirect", "to rebuild the pier.")]),
        ("Ruiz wondered whether the plan would work.", [("Ruiz", "indirect", "whether the plan would work.")]),
        ("As Ana Ruiz said, it will rain.", [("Ana Ruiz", "indirect", "it will rain.")]),
        ("“We are sad,” the family told reporters.", [("the family", "direct", "“We are sad,”")]),
        ("Mayor Jose\u0301 Pe\u0301rez said it rained.", [("Jose\u0301 Pe\u0301rez", "indirect", "it rained.")]),
        # somebody near Ruiz is not Ruiz
        ("A friend of Ruiz said it would rain.", [("a friend of Ruiz", "indirect", "it would rain.")]),
        ("The family of Ana Ruiz said it rained.", [("the family of Ana Ruiz", "indirect", "it rained.")]),
        # a relative clause, an apposition
        ("Ana Ruiz, the mayor of Halden, said the dam would hold.", [("Ana Ruiz", "indirect", "the dam would hold.")]),
        ("Ana Ruiz, who said the dam would hold, left.", [("Ana Ruiz", "indirect", "the dam would hold")]),
    ],
)  # fmt: skip
def test_statements_of_a_sentence(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday.",
        "Previously, Hale and Orme summarized the results of three days of talks.",
        "An official asked not to be named.",
        "The claim that the dam leaks is old.",
        "His report was long.",
        # what is not said
        "Ana Ruiz never said that Hale lied.",
        "Ana Ruiz might say that Hale lied.",
        "If Ana Ruiz says that Hale lied, we leave.",
        "Did Ana Ruiz say that Hale lied?",
        "No official said that Hale lied.",
        "Nobody said that Hale lied.",
        "Ana Ruiz declined to comment.",
        "Ana Ruiz did not say for how long.",
        "Ana Ruiz did not say when she would go.",
        "The company would not say whether it had paid.",
        "The “miracle” gate costs two billion.",
        "He read “The Long Night” in a week.",
        "The league speaks for 140 boats.",
    ],
)
def test_sentences_without_a_statement(text):
    assert said(text) == []


def test_a_quotation_of_two_sentences_is_one_statement():
    assert said("“We try to solve it. We keep talking,” Ruiz said.") == [
        ("Ruiz", "direct", "“We try to solve it. / We keep talking,”")
    ]


def test_a_quotation_goes_on_after_its_frame_and_in_the_next_paragraph():
    text = "“We try,” Ruiz said. “We do not give up.\n\n“We cannot.”"
    assert said(text) == [("Ruiz", "direct", "“We try,” / “We do not give up. / “We cannot.”")]


def test_a_quotation_after_an_indirect_statement_is_its_speakers():
    assert said("Ruiz said the dam was old. “It leaks.”") == [
        ("Ruiz", "indirect", "the dam was old."),
        ("Ruiz", "direct", "“It leaks.”"),
    ]


def test_a_sentence_that_ends_in_a_colon_introduces_the_quotation_after_it():
    assert said("Ruiz told the council in a letter:\n\n“The dam leaks. It is old.”") == [
        ("Ruiz", "direct", "“The dam leaks. / It is old.”")
    ]


def test_an_interview_with_labels_is_direct_without_quotation_marks():
    text = (
        "Ana Ruiz found the ring in May.\n\nQ: What did you think?\n\n"
        "A: It was old. The lab says it is 3,000 years old.\n\nQ: And now?\n\nA: Now we dig."
    )
    assert said(text) == [
        ("the interviewer", "direct", "What did you think?"),
        ("Ana Ruiz", "direct", "It was old. / The lab says it is 3,000 years old."),
        ("the lab", "indirect", "it is 3,000 years old"),
        ("the interviewer", "direct", "And now?"),
        ("Ana Ruiz", "direct", "Now we dig."),
    ]


def test_a_name_and_a_colon_before_a_quotation():
    assert said("Ana Ruiz: “The bridge is safe. It is new.”") == [
        ("Ana Ruiz", "direct", "“The bridge is safe. / It is new.”")
    ]
    assert said("Ana dos Santos: “The bridge is safe.”") == [("Ana dos Santos", "direct", "“The bridge is safe.”")]


def test_nobody_is_guessed():
    assert said("The quay was quiet.\n\n“They never asked us!”") == [
        ("(unattributed)", "direct", "“They never asked us!”")
    ]


def test_a_statement_inside_a_statement():
    text = (
        "Ruiz also claimed that the other side acknowledges it could lose the valley, though the timeline is "
        "uncertain—“it could be years.”"
    )
    assert said(text) == [
        (
            "Ruiz", "mixed",
            "the other side acknowledges it could lose the valley, though the timeline is "
            "uncertain—“it could be years.”",
        ),
        ("the other side", "indirect", "it could lose the valley"),
    ]  # fmt: skip
    _, attribution = attributed(text)
    outer, inner = (row for row in attribution.rows if row.speaker != "(writer)")
    assert (inner.parent, outer.parent) == (outer.statement, -1)


def test_a_statement_retold_inside_a_quotation_is_indirect():
    assert said("“The mayor told me we could stay,” said Ana Ruiz.") == [
        ("Ana Ruiz", "direct", "“The mayor told me we could stay,”"),
        ("the mayor", "indirect", "we could stay"),
    ]


def test_nobody_nests_in_himself():
    assert said("Tom Hale said he told them that it was late.") == [
        ("Tom Hale", "indirect", "he told them that it was late.")
    ]


def test_frames_are_the_writers_and_point_to_what_they_frame():
    text = "However, he said that it rained."
    _, attribution = attributed(text)
    frame, content = attribution.rows
    assert (text[frame.start : frame.end], frame.speaker, frame.reporting_clause_of) == (
        "However, he said that", "(writer)", content.statement,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("U.S. Vice President J.D. Orme spoke. Orme said it rained. He said it snowed.", ["J.D. Orme"]),
        ("Ana Ruiz said yes was right. Mrs. Ruiz said no was wrong. She said it rained.", ["Ana Ruiz"]),
        ("Ana Ruiz, the mayor, said it rained. The mayor said it snowed.", ["Ana Ruiz"]),
        ("Its director, Ana Ruiz, said it rained.", ["Ana Ruiz"]),
        ("The ministry of health said it rained. The ministry said it snowed.", ["the ministry of health"]),
        ("Officials said it rained. The officials said it snowed.", ["officials", "the officials"]),
        # the last speaker that fits, not the last name
        ("Tom Hale said it rained. Ana Ruiz left. He said it snowed.", ["Tom Hale"]),
        ("Tom Hale said it rained. Ana Ruiz said it snowed. He said it was late.", ["Tom Hale", "Ana Ruiz"]),
        # a person introduced since
        ("Tom Hale said it rained. Jan Orme was not persuaded. “No,” he said.", ["Tom Hale", "Jan Orme"]),
        ("Jan Orme, head of the Halden Fishers' League, was not persuaded. “No,” he said.", ["Jan Orme"]),
        # the subject of the sentence before, also behind its role or with an apposition
        (
            "Tom Hale said it rained. The state's health minister, K. S. Orme, rejected this. “Lies,” he told us. "
            "Ben Holm, a grocer, watched.",
            ["Tom Hale", "K. S. Orme"],
        ),
        ("Ana Ruiz said it rained. Ida Holm, blamed for the leak, left. “No,” she said.", ["Ana Ruiz", "Ida Holm"]),
        ("Ana Ruiz said it rained. Holm laughed. “No,” she said. Ida Holm left.", ["Ana Ruiz", "Ida Holm"]),
        ("Tom Hale said it rained. A friend of Ben Holm left. “No,” he said.", ["Tom Hale", "(unattributed)"]),
        # nobody named only later
        ("The quay was wet. “No,” she said. Ana Ruiz is a nurse.", ["(unattributed)"]),
        ("Tom Hale said that she had told him it rained. Ana Ruiz left.", ["Tom Hale"]),
        # no coin is tossed
        ("“No,” he said.", ["(unattributed)"]),
        ("Ana Ruiz met Ida Holm. She said it rained.", ["(unattributed)"]),
        ("Ana Ruiz met Ben Holm. She said it rained.", ["Ana Ruiz"]),
    ],
)
def test_one_name_for_each_speaker(text, speakers):
    assert list(dict.fromkeys(speaker for speaker, _, _ in said(text))) == speakers


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mayor Ana Ruiz said it rained.", "Mayor"),
        ("The mayor, Ana Ruiz, said it rained.", "The mayor"),
        ("Its director, Ana Ruiz, said it rained.", "Its director"),
        ("Ana Ruiz, the mayor, said it rained.", "the mayor"),
        # a form of address is no role, nor is what somebody is to another
        ("Dr. Ana Ruiz said it rained.", ""),
        ("Lady Ana Ruiz said it rained.", ""),
        ("Ana Ruiz said it rained. Mrs Ruiz, the mayor, said it snowed.", "the mayor"),
        ("Her opposite number, Ana Ruiz, said it rained.", ""),
        ("Ana Ruiz, his sister, said it rained.", ""),
    ],
)
def test_the_role_of_a_speaker(text, role):
    _, attribution = attributed(text)
    assert [(one.name, one.role) for one in attribution.speakers] == [("Ana Ruiz", role)]


ARTICLE_TEXT = st.lists(
    st.sampled_from(
        [
            "“", "”", '"', "'", "‘", "—", ", ", ". ", "; ", ": ", "\n\n", " ", "said ", "told ", "that ", "Ana Ruiz ",
            "he ", "according to ", "the mayor ", "it rained", "adding ", "who ", "and ", "called ", "as ", "?", "(",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


QUOTED = (
    "The crowd chanted “Resign!” Mayor Ana Ruiz said she would stay.",
    "“It leaks,” said Ben Holm. “Ana Ruiz said so.”",
    "“It leaks. Ana Ruiz said it was old.",
    "It was old.”",
    "“It leaks”, Ana Ruiz said, and Ben Holm called it “a farce”, adding: “It is late.”",
    "According to Ana Ruiz, “it leaks”.",
    "\n\n“It is late. She said so.",
    "“Go!” he said. “We left,” she told Ben Holm.",
)
"""Sentences with quotation marks, some of which are left open."""


def innermost(covering):
    """The innermost of the rows that cover a word: each holds the next, from one outermost row on."""
    held = {row.parent: row for row in covering}
    assert len(held) == len(covering), covering
    row = held.pop(-1)
    while row.statement in held:
        row = held.pop(row.statement)
    assert not held, covering
    return row


@given(st.one_of(ARTICLE_TEXT, st.text(max_size=120)))
def test_every_word_has_exactly_one_innermost_statement(text):
    found, attribution = attributed(text)
    own = dict.fromkeys(attribution.rows, 0)
    for number, sentence in enumerate(found):
        rows = [row for row in attribution.rows if row.sentence == number]
        for token in sentence.tokens:
            if token.is_word:
                covering = [row for row in rows if row.start <= token.start and token.end <= row.end]
                own[innermost(covering)] += 1
        assert all(sentence.start <= row.start < row.end <= sentence.end for row in rows)
    assert all(count == row.own_words for row, count in own.items())
    statements = {row.statement for row in attribution.rows}
    assert statements == set(range(len(statements)))
    assert all(row.reporting_clause_of < 0 or row.reporting_clause_of in statements for row in attribution.rows)


@given(st.lists(st.sampled_from(QUOTED), max_size=6).map(" ".join))
def test_a_pair_of_quotation_marks_has_one_outermost_speaker(text):
    found, attribution = attributed(text)
    for quotation in quotations(text, found):
        inside = [row for row in attribution.rows if row.start < quotation.end and quotation.start < row.end]
        assert len({row.speaker for row in inside if row.parent < 0}) <= 1


@pytest.mark.parametrize(
    "unit",
    units([
        '"',
        "“a” ",
        '"a," he said. ',
        "he said ",
        "Hale said that ",
        "according to Hale, ",
        "and ",
        "said, ",
        "; he said a",
    ]),
)
def test_time_grows_with_the_text_only(unit):
    def prepare(text):
        found = sentences(text)
        return text, found, quotations(text, found)

    assert growth(prepare, lambda prepared: attribute(*prepared), unit) < ALLOWED


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Ben Holm told The Halden Post then that it was late.", "The Halden Post"),
        ("“It was late,” Ben Holm told reporters afterwards.", "reporters"),
        ("Ben Holm told him never to come back.", "him"),
        ("Ben Holm told the board recently it was wet.", "the board"),
        ("Ben Holm told Nina Later that it was wet.", "Nina Later"),
        ("Ben Holm told the family that it was wet.", "the family"),
        ("Ben Holm told the Weekly that it was wet.", "the Weekly"),
    ],
)
def test_who_is_addressed_is_no_word_for_when_or_how(text, addressee):
    said = sr.read([text]).statements
    assert [*said.loc[said["addressee"] != "", "addressee"].unique()] == [addressee]
