"""Charts say what the data say, and no article and no speaker's name breaks one."""

import io
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from PIL import Image

import sourcereading as sr
from sourcereading.analysis import findings
from sourcereading.issues.codebook import codebook
from sourcereading.reading.reading import Reading
from sourcereading.reading.schema import SCHEMAS, table
from sourcereading.report import charts
from sourcereading.report.charts import looks
from sourcereading.report.charts.lettering import clean, shorten, text_width, wrap
from sourcereading.report.charts.plate import NARROW, Frame, Plate
from sourcereading.report.charts.style import ROWS, source_line
from sourcereading.report.png import DPI, png

NAMES = [name for name in charts.__all__ if name != "Chart"]

IN_WORDS = (
    "Articles side by side", "Hedges by speaker and voice", "Issues named together", "Issues by article",
    "Speakers by article", "Positions by article",
)  # fmt: skip
"""Titles of charts that have words instead of a drawing, on one short article."""

TWO_VOICES = (
    '"We might lose the vote," said Ana Ruiz on Monday. Ruiz said the bridge would be built by June. '
    "The chances are roughly equal, said Bo Lind.\n\n"
    'Lind claimed that the flood could return. "There is no doubt that the river will rise," Lind said. '
    "The town has 900 people."
)
PLAIN = "The council met on Friday. It closed at noon."

HOSTILE = [
    "NA", "None", "nan", "1e5", "", "Ana $x_{$ Silva", "$$", r"\frac{a}{b} & \unknown", "<b>Bo</b>", "a" * 300,
    "Very Long Name " * 12, "王小明", "Line\nbreak\tTab", "\u202eevil\u202c", "\x00\x07bell", "=1+1", "👩‍🚀 Ω ﷽",
    "(writer)", "(unattributed)",
]  # fmt: skip


_READ: dict[tuple[str, ...], sr.Reading] = {}


def read_once(texts):
    """A reading of some texts, made once for all the charts of it."""
    key = tuple(texts)
    if key not in _READ:
        _READ[key] = sr.read(list(texts))
    return _READ[key]


@pytest.fixture(scope="module")
def empty():
    return Reading(**{name: table(name) for name in SCHEMAS}, sources=0, codebook=codebook())


def renamed(reading, names):
    """The reading with its speakers called ``names`` in turn."""
    tables = dict(reading.tables())
    old = sorted(set(tables["statements"]["speaker"]) - {"(writer)"})
    new = dict(zip(old, names * (1 + len(old) // len(names)), strict=False))
    for name in ("statements", "certainty", "issues", "sentiment", "speakers"):
        frame = tables[name]
        tables[name] = frame.assign(speaker=frame["speaker"].map(lambda was: new.get(was, was)).astype("str"))
    return replace(reading, **tables)


def drawn(chart):
    """Every text on a chart."""
    texts = [text.get_text() for text in chart.figure.texts]
    for axes in chart.figure.axes:
        texts += [text.get_text() for text in axes.texts]
    return texts


@pytest.fixture(scope="module")
def of_the_seed(seed):
    """The charts of the seed by name, each drawn once."""
    return cache(lambda name: getattr(charts, name)(seed))


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_has_title_subtitle_source_alt_and_data(name, of_the_seed):
    chart = of_the_seed(name)
    assert isinstance(chart.figure, Figure) and isinstance(chart.data, pd.DataFrame)
    on_it = " ".join(drawn(chart))
    assert chart.title.split()[0] in on_it
    assert "Source: 000_a0dc03ebcfbd7fe2.txt. Read with sourcereading" in on_it
    assert "n = " in on_it.replace("\xa0", " ") or chart.title in IN_WORDS
    assert chart.alt.startswith(chart.title) and chart.alt.endswith(".") and len(chart.alt) > len(chart.title) + 10


@pytest.mark.parametrize("name", NAMES)
def test_titles_and_alts_come_from_the_data(name, of_the_seed):
    chart = getattr(charts, name)(read_once([TWO_VOICES, TWO_VOICES.upper()]))
    assert chart.alt != of_the_seed(name).alt


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_reading_says_so_in_words(name, empty):
    chart = getattr(charts, name)(empty)
    assert "no article" in " ".join(drawn(chart)).lower()
    assert len(chart.alt) > 25 and not len(chart.data)
    assert chart._repr_html_().startswith('<p class="sr-nothing')  # a sentence, no empty picture


@pytest.mark.parametrize("name", NAMES)
def test_an_article_without_a_speaker_draws(name):
    chart = getattr(charts, name)(read_once([PLAIN]))
    assert chart.alt and chart._repr_html_()


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.filterwarnings("error")
def test_no_name_of_a_speaker_breaks_a_chart(name, practice):
    chart = getattr(charts, name)(renamed(practice, HOSTILE))
    markup = chart._repr_html_()
    assert "<b>Bo" not in markup and "\x00" not in markup
    assert all(not text.get_parse_math() for text in chart.figure.texts)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_same_reading_gives_the_same_bytes(name, seed):
    one, other = (getattr(charts, name)(seed) for _ in range(2))
    assert one._repr_html_() == other._repr_html_()


def outside(figure):
    """The texts of a figure that are not wholly on it."""
    figure.set_dpi(DPI)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = figure.get_size_inches() * DPI
    found = []
    for text in [*figure.texts, *(text for axes in figure.axes for text in axes.texts)]:
        box = text.get_window_extent(canvas.get_renderer())
        if box.x0 < -1 or box.x1 > width + 1 or box.y0 < -1 or box.y1 > height + 1:
            found.append(text.get_text())
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_narrow_chart_says_the_same_in_type_that_can_be_read_on_a_phone(name, of_the_seed):
    chart = of_the_seed(name)
    assert chart.narrow.get_size_inches()[0] == NARROW and not outside(chart.narrow)
    assert all(text.get_fontsize() >= 7.5 for text in chart.narrow.texts)  # 10 pixels
    title = " ".join(text.get_text() for text in chart.narrow.texts if text.get_fontsize() == 11)
    assert title == clean(chart.title)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_drawn_outside_the_plate(name, seed, practice):
    for reading in (seed, practice, renamed(practice, HOSTILE)):
        chart = getattr(charts, name)(reading)
        assert not outside(chart.figure)
        assert not outside(chart.narrow)


def test_a_plate_of_which_the_words_do_not_fit_is_found():
    plate = Plate(Frame("A title", "", []), 0.5, width=NARROW)
    plate.write(NARROW - 0.2, plate.top, "too far to the right")
    assert outside(plate.figure) == ["too far to the right"]


def test_a_look_means_one_thing():
    """A colour and hatch that stand for a voice stand for nothing else; of other looks, only the ends of a scale are
    shared."""
    voices = {(look.colour, look.hatch) for look in looks.LOOKS.values()}
    tables = [looks.LEVEL_LOOKS, looks.TONE_LOOKS, looks.BASIS_LOOKS, looks.SCALE_LOOKS, {"": looks.PLAIN}]
    for table_of_looks in tables:
        seen = [(look.colour, look.hatch, look.marker, look.hollow) for look in table_of_looks.values()]
        assert len(set(seen)) == len(seen), table_of_looks
        assert not {(look.colour, look.hatch) for look in table_of_looks.values()} & voices
    for level, tone in (("low", "negative"), ("high", "positive")):
        assert looks.LEVEL_LOOKS[level].colour == looks.TONE_LOOKS[tone].colour


def test_a_chart_shows_itself_in_a_notebook(seed):
    chart = charts.words_by_speaker(seed)
    data, metadata = chart._repr_mimebundle_()
    assert 'alt="J.D. Vance has the most words of all speakers: 272 of 291 words (93\xa0%), 64' in data["text/html"]
    assert metadata["sourcereading"]["kind"] == "figure"
    assert repr(chart) == chart.alt


def test_words_by_speaker_counts_every_word_once_without_reporting_clauses(seed):
    chart = charts.words_by_speaker(seed)
    clauses = seed.statements.loc[seed.statements["reporting_clause_of"] != "", "words"].sum()
    assert chart.data["words"].sum() + clauses == seed.articles["words"].sum()
    assert f"{clauses} words of reporting clauses" in " ".join(drawn(chart))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "“The bridge must be built this year, whatever it costs the town,” said Ana Ruiz. “No,” said Bo Lind.",
            "Ana Ruiz has the most words of all speakers: 12 of 13 words (92\xa0%), all of them in quotation marks",
        ),
        (
            "“The river rises,” said Ana Ruiz. “The river falls,” said Bo Lind.",
            "Ana Ruiz and Bo Lind have the most words of all speakers: 3 each of 6",
        ),
        (
            "“The old dam over the valley may not hold until May.”\n\n“The river rises,” said Ana Ruiz.",
            "Ana Ruiz is the only named speaker: 3 of 14 words (21\xa0%), all of them in quotation marks. "
            "11 words have no named speaker",
        ),
        ("“The old dam may fail.”", "No speaker is named, for 5 words of 5"),
    ],
)
def test_the_title_of_words_says_who_of_the_named_has_most(text, title):
    assert charts.words_by_speaker(read_once([text])).title == title


def test_unknown_speakers_are_no_person():
    reading = read_once(["“The old dam over the valley may not hold until May.”\n\n“The river rises,” said Ana Ruiz."])
    on_it = drawn(charts.words_by_speaker(reading))
    assert on_it.index("Ana Ruiz") < on_it.index("unknown speakers")
    assert "1 speaker and unknown ones" in " ".join(on_it)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("“It rains,” said Ana Ruiz. Bo Lind said that it snows.",
         "As many statements are quoted as paraphrased: 1 each of 2 statements; "
         "of the speakers, Ana Ruiz and Bo Lind have the most statements: 1 each"),
        ("Ana Ruiz said that it rains.", "The one statement is paraphrased"),
        ("“The old dam may fail.”\n\n“It may rain.”\n\n“It rains,” said Ana Ruiz. Bo Lind said: “It snows.” He said it "
         "hails.", "4 of 5 statements are quoted; of the named speakers, Bo Lind has the most statements: 2 in all"),
    ],
)  # fmt: skip
def test_the_title_of_voices_holds_where_there_are_ties_and_unknown_speakers(text, title):
    assert charts.statements_by_voice(read_once([text])).title == title


def test_statements_by_voice_counts_statements_not_stretches(seed):
    own = seed.statements[(seed.statements["speaker"] != "(writer)") & (seed.statements["reporting_clause_of"] == "")]
    assert charts.statements_by_voice(seed).data["statements"].sum() == own["statement_id"].nunique()


def test_charts_and_findings_count_each_of_those_who_speak_together():
    reading = read_once(["Ana Ruiz and Bo Lind said that it rains. Bo Lind said: “It snows.” Ida Holm left."])
    for chart in (charts.words_by_speaker(reading), charts.statements_by_voice(reading)):
        assert {*chart.data["speaker"]} - {"(writer)"} == {"Ana Ruiz", "Bo Lind"} == {*reading.speakers["speaker"]}
        assert "2 speakers" in " ".join(drawn(chart)) and "for each of them" in " ".join(drawn(chart))
    assert "2 speakers" in findings.who_speaks(reading)
    title = charts.statements_by_voice(reading).title
    assert "1 each of 2 statements; of the speakers, Bo Lind has the most statements: 2 in all" in title


def test_word_frequencies_leaves_out_headings_and_keeps_to_top(practice):
    chart = charts.word_frequencies(practice, top=5)
    assert len(chart.data) <= 5 and chart.data["words"].iloc[0] == practice.articles["words"].sum()
    assert chart.data["count"].is_monotonic_decreasing


def test_certainty_marks_separate_the_writers_reporting_clauses(seed):
    chart = charts.certainty_marks(seed)
    framed = chart.data[chart.data["voice"] == "reporting clause"]
    assert framed["type"].tolist() == ["attribution"]
    assert chart.data["marks"].sum() == len(seed.certainty)
    assert {"◇ keeps distance from the source", "the writer’s reporting clauses"} <= set(drawn(chart))


def test_the_strongest_words_stand_first_and_whole(seed):
    for figure in (charts.certainty_marks(seed).figure, charts.certainty_marks(seed).narrow):
        on_it = " ".join(text.get_text() for text in figure.texts)
        assert "(remains uncertain, cannot yet guarantee, wouldn't say with confidence, whether)" in on_it


MUCH = "The new bridge over the wide river of the town could be of great use to all the people who live there. " * 5


def test_rates_are_compared_where_two_have_words_enough(seed):
    few = charts.hedges_by_speaker(seed)
    assert few.title == "Hedges by speaker and voice"
    assert "only one has as many: J.D. Vance, paraphrased (208)." in few.alt
    reading = read_once([f"“{MUCH}” said Ana Ruiz. Bo Lind said that it may rain.\n\n{MUCH.replace('could', 'will')}"])
    chart = charts.hedges_by_speaker(reading)
    assert chart.title == "Hedges per 1,000 words: from 0 (the writer’s own words) to 45 (Ana Ruiz, quoted)"
    on_it = " ".join(drawn(chart))
    assert "Bo Lind" not in on_it and "Not drawn: 1 hedge in 3 words: speakers without a name, or" in on_it


def test_the_ladder_starts_with_doubt_and_ends_sure(seed):
    data = charts.certainty_ladder(seed).data
    assert data["certainty_score"].is_monotonic_increasing
    assert "remains uncertain" in data["marks"].iloc[0]


def test_the_ladder_quotes_a_quoted_statement_once():
    chart = charts.certainty_ladder(sr.read(["“It may rain,” said Ana Ruiz. The dam holds, said Bo Lind."]))
    assert "is that of a statement of Ana Ruiz: “It may rain,”" in chart.alt


def test_a_long_ladder_says_what_it_leaves_out(practice):
    chart = charts.certainty_ladder(practice)
    on_it = " ".join(drawn(chart))
    assert "with marks between" in on_it and "34 more without a mark" in on_it
    assert len(chart.data) == 35 and (chart.data["marks"] != "").all()


def test_probabilities_show_their_basis():
    text = (
        "The odds are about even, Ana Ruiz said. There is a 60 percent chance of rain, she said. "
        "The chances are growing, said Bo Lind. The bridge could fall, he said."
    )
    chart = charts.probability_ranges(sr.read([text]))
    bases = dict(zip(chart.data["text"], chart.data["basis"], strict=True))
    assert bases["60 percent chance"] == "numeric" and bases["could"] == "proxy"
    on_it = drawn(chart) + [text.get_text() for axes in chart.figure.axes for text in axes.texts]
    assert "stated: 60\xa0%" in on_it and any(text.startswith("nine in ten readers say 49–51\xa0%") for text in on_it)
    assert any(text.startswith("a wide range") for text in on_it) and "no number" in on_it


def test_the_chart_of_issues_and_its_finding_name_the_same_one(seed, practice):
    for reading in (seed, practice):
        chart = charts.issue_counts(reading)
        first = chart.data.iloc[0]
        named = reading.issues[reading.issues["issue"] == first["issue"]]
        assert first["sentences"] == named["sentence_id"].nunique()
        assert f"“{first['issue']}”" in chart.title and f"“{first['issue']}”" in findings.which_issues(reading)


def test_many_speakers_are_counted_in_a_line():
    said = " ".join(f'"The river rises at gate {n}," said Speaker{chr(65 + n)} Number{chr(65 + n)}.' for n in range(20))
    chart = charts.words_by_speaker(sr.read([said]))
    assert "Not drawn: 8 more speakers" in " ".join(drawn(chart)) or len(chart.data) <= ROWS
    assert chart.data["speaker"].nunique() == 20


def test_compare_articles_needs_two(seed, practice):
    assert "one article only" in charts.compare_articles(seed).alt
    chart = charts.compare_articles(practice)
    assert chart.data["article"].tolist() == [
        "Meridian Wire (invented)", "The Morning Gull (invented)", "The Saltmarsh Review (invented)",
    ]  # fmt: skip
    assert chart.title == (
        "Hedges per 1,000 words: from 6 in The Morning Gull (invented) to 40 in The Saltmarsh Review (invented)"
    )


def test_articles_of_a_table_are_named_by_their_row(tmp_path):
    said = '{"text": "“It %s rain on the town,” said Ana Ruiz. RAIN"}'.replace("RAIN", "It rained. " * 60)
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(said % word for word in ("may", "will")) + "\n", encoding="utf-8")
    chart = charts.compare_articles(sr.read(path))
    assert chart.data["article"].tolist() == ["row 1", "row 2"]


def test_a_chart_of_articles_that_differ_little_says_so():
    text = "“The wall may hold,” said Ana Ruiz. The town is by the sea. " * 12
    chart = charts.compare_articles(read_once([f"First. {text}", f"Other. {text}", "Too short."]))
    assert chart.title.startswith("The articles differ little. ")
    assert "1 article with fewer than 100 words" in " ".join(drawn(chart))


WAR, VOTE = "The war goes on. ", "The voters waited. "


@pytest.mark.parametrize(
    ("texts", "counts", "strip"),
    [
        ([WAR], "Words of one issue only are found: “war and armed attack”, in 1 of 1 sentence",
         "The first issue named is “war and armed attack”; no issue is named more than twice"),
        ([VOTE + WAR * 4 + "It rained all day on the quay. " * 20 + WAR],
         "“war and armed attack” is named in the most sentences, 5 of 26",
         "The first issue named is “elections”; “war and armed attack” has 4, 0 and 1 mentions in the "
         "first, second and last third of the text"),
        ([VOTE * 2 + WAR * 2], "“elections” and “war and armed attack” are named in the most sentences, 2 of 4 each",
         "The first issue named is “elections”; no issue is named more than twice"),
        ([WAR, "The tea was hot."], "Words of one issue only are found: “war and armed attack”, in 1 of 2 sentences",
         "One of 2 articles names an issue"),
        ([WAR, VOTE], "“elections” and “war and armed attack” are named in the most sentences, 1 of 2 each",
         "No issue is named in both articles"),
    ],
)  # fmt: skip
def test_titles_of_issues_say_what_was_counted(texts, counts, strip):
    reading = read_once(texts)
    assert charts.issue_counts(reading).title == counts
    assert charts.issue_strip(reading).title == strip


def test_a_pair_of_issues_is_drawn_from_three_statements_on():
    both = "The voters spoke of the war. "
    twice, thrice = (charts.issues_together(read_once([both * times])) for times in (2, 3))
    assert twice.title == "Issues named together" and "Most often, in 2 statements: “elections” with “war" in twice.alt
    assert thrice.title == "“elections” and “war and armed attack” are named together most: in 3 statements"


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_fifty_articles_make_one_chart(name):
    texts = [f"{TWO_VOICES} This was report number {number}." for number in range(50)]
    chart = getattr(charts, name)(read_once(texts))
    assert chart.figure.get_size_inches()[1] < 16
    assert "50 articles" in " ".join(drawn(chart))


def test_lines_fit_and_keep_their_words():
    text = "The breakthrough we’ve made is that all the issues are now on the table, he noted on Monday"
    lines = wrap(text, 2.0)
    assert " ".join(lines) == text and all(text_width(line) <= 2.0 for line in lines)
    assert shorten(text, 2.0).endswith("…") and text_width(shorten(text, 2.0)) <= 2.0
    assert shorten("Ana Ruiz", 2.0) == "Ana Ruiz"


def test_clean_keeps_what_can_be_drawn():
    assert clean("Ana\n Ruiz\u202e\x00") == "Ana Ruiz"
    assert clean("王 Ω") == "□ Ω"


def test_the_source_names_outlet_and_date(practice):
    assert "Meridian Wire (invented), 2025-05-05" in source_line(practice.articles)
    assert source_line(practice.articles.head(0)).startswith("Source: no article.")


def test_titles_stay_true_where_all_are_alike():
    bare = charts.certainty_ladder(sr.read(["“It rains,” said Ana Ruiz. “It snows,” said Bo Lind."]))
    assert "2 statements, none with a word that says how sure it is" in " ".join(drawn(bare))
    denied = charts.certainty_ladder(sr.read(["Ana Ruiz denied that the dam could fail."]))
    assert denied.alt.endswith("What is said is denied.")
    alike = charts.certainty_ladder(sr.read(["“It could rain,” said Ana Ruiz. “It could snow,” said Bo Lind."]))
    assert alike.title == "None of 2 statements has low certainty"
    assert "is that of 2 statements, the first of Ana Ruiz" in alike.alt
    one = sr.read(["“The dam may fail.”"])
    assert charts.certainty_ladder(one).title == "The one statement has middle certainty"
    assert charts.word_frequencies(one).title == "No word occurs more than once, function words and numbers left out"


def many_articles():
    said = "There is a {} percent chance of rain, said Ana. The dam may fail, said Bo Lind. It is likely, he said."
    return sr.read([said.format(10 + number) for number in range(25)])


def test_of_many_articles_phrases_are_counted_and_the_rest_is_in_the_tables():
    reading = many_articles()
    chart = charts.probability_ranges(reading)
    times = dict(zip(chart.data["text"].str.lower(), chart.data["times"], strict=True))
    assert (times["may"], times["likely"], times["10 percent chance"]) == (25, 25, 1)
    assert len(chart.data) < 30 and "article_id" not in chart.data
    assert any(text == "“likely” ×25" for text in drawn(chart))
    ladder = charts.certainty_ladder(reading)
    assert len(ladder.data) < len(reading.statements) / 2
    assert "in the table statements" in " ".join(drawn(ladder))


@pytest.mark.parametrize("articles", [21, 60])
def test_the_ladder_has_few_rows_whatever_the_scores(articles):
    said = "The gate holds, said Ana. The pier is new, said Bo Lind. The dam may fail, he said. It will surely rain."
    reading = sr.read([f"This was report number {number}. {said}" for number in range(articles)])
    statements = reading.statements  # every score different, as in articles of real length
    statements["certainty_score"] = statements["certainty_score"] + [row / 1e4 for row in range(len(statements))]
    chart = charts.certainty_ladder(reading)
    assert f"{2 * articles - 7} statements with marks between" in " ".join(drawn(chart))
    assert chart.figure.get_size_inches()[1] < 8


def test_issues_and_speakers_across_articles(practice, seed):
    issues, speakers = charts.issues_by_article(practice), charts.speakers_by_article(practice)
    assert issues.title.startswith("3 issues are named in all 3 articles: “local government and planning”, ")
    assert speakers.title == "3 speakers are heard in all 3 articles: Ilse Marrow, Tobin Askel and Anselm Pryde"
    assert "in 3 of 3" in drawn(issues) and "9\xa0%" in drawn(issues)
    assert "more speakers, in at most 1 article each; they are in the CSV." in " ".join(drawn(speakers))
    assert set(speakers.data["name"]) > {"Jonna Threap"} and (speakers.data["part"] > 0).all()
    assert "one article only" in charts.issues_by_article(seed).alt


def test_a_row_across_articles_is_a_share_of_each_article():
    said = "“The wall may leak,” said Ana Ruiz."
    texts = [f"{said} It rained.", f"{said} It rained all day on the quay.", "Rain."]
    chart = charts.speakers_by_article(read_once(texts))
    assert chart.data[["name", "part", "whole"]].to_numpy().tolist() == [["Ana Ruiz", 4, 9], ["Ana Ruiz", 4, 14]]
    assert chart.empty and "One speaker is heard in 2 of the 3 articles, more than any other: Ana Ruiz." in chart.alt
    alone = charts.speakers_by_article(read_once([said, said.replace("Ana Ruiz", "Ben Holm")]))
    assert alone.empty and "No speaker is heard in more than one of the 2 articles under the same name." in alone.alt


@pytest.mark.parametrize("articles", [2, 21])
def test_charts_across_articles_hold_for_few_and_many(articles):
    text = "“The wall may leak and the voters wait,” said {}. The war goes on."
    names = ("Ana Ruiz", "Ben Holm", "Ida Holm")
    texts = [text.format(names[number % 3]) + " Rain." * number for number in range(articles)]
    for draw in (charts.issues_by_article, charts.speakers_by_article):
        chart = draw(read_once(texts))
        assert max(figure.get_size_inches()[1] for figure in (chart.figure, chart.narrow)) < 12
        assert len(chart._repr_html_()) < 500_000
        many = "n\xa0=\xa03 speakers" in " ".join(drawn(chart)) or f"in {articles} of {articles}" in drawn(chart)
        assert many or (chart.empty and articles == 2)  # two speakers, each in one article: nothing to compare


def test_of_many_stretches_the_tone_is_drawn_as_heights():
    words = ["is a disaster", "is wonderful", "was a success", "is a crisis", "is a failure"]
    said = " ".join(f"“Plan {number} {words[number % 5]},” said Ana Ruiz." for number in range(60))
    few = " ".join(f"“Line {number} {words[number % 5]},” said Ben Holm." for number in range(10))
    chart = charts.sentiment_by_speaker(sr.read([f"{said}\n\n{few}"]))
    of_many, of_few = chart.draw(8).axes[-2:]
    assert len(of_many.patches) == 1 and max(len(line.get_xdata()) for line in of_many.lines) == 2
    assert not of_few.patches and max(len(line.get_xdata()) for line in of_few.lines) > 5


def test_what_several_articles_call_alike_is_not_one_source():
    rain, snow = "The company said that it may rain. ", "The company said it will snow all day in the hills. "
    said, left = "“It rains,” said Ana Ruiz.", "“Yes,” Ruiz said. Ana Ruiz left. “No,” said Ben Holm."
    reading = read_once([rain + said, snow + left, f"{snow}It did. {said}"])
    across = charts.speakers_by_article(reading)
    assert {*across.data["name"]} == {"Ana Ruiz", "Ben Holm"}
    assert "left out: in each article they are others" in " ".join(drawn(across))
    for chart in (charts.words_by_speaker(reading), charts.statements_by_voice(reading)):
        assert "Ana Ruiz" in chart.title and "ompany" not in chart.title
        shown = drawn(chart)
        assert "the company" not in shown and "perhaps another source in each article." in " ".join(shown)
    assert "the writers" in drawn(charts.words_by_speaker(reading))
    alone = read_once(["“It rains,” officials said.", "“It snows,” officials said."])
    for chart in (charts.words_by_speaker(alone), charts.statements_by_voice(alone)):
        assert "officials" in drawn(chart)


def test_two_names_that_may_be_of_one_person_are_said():
    said = ["“It rains,” said Ana Ruiz.", "“It snows,” said Ruiz.", "“It hails,” said Ida Holm. “No,” said Ben Holm."]
    reading = read_once(said)
    assert "Perhaps one person, or body, in two rows: Ruiz and Ana Ruiz." in drawn(charts.words_by_speaker(reading))
    one = read_once(["“It rains,” said Ana Ruiz. “No,” said Ben Ruiz."])
    assert "Perhaps" not in " ".join(drawn(charts.words_by_speaker(one)))


def test_where_the_writers_words_dwarf_all_others_these_have_a_scale_of_their_own():
    said = "“The old wall holds,” said Ana Ruiz. “No,” said Ben Holm. "
    few, many = (charts.words_by_speaker(read_once([said + "It rained all day. " * times])) for times in (2, 9))
    assert "All words" not in drawn(few) and "the writer" in drawn(few)
    assert "All words" in drawn(many) and "the writer" not in drawn(many)
    bars = [axes.get_xlim()[1] for axes in many.figure.axes]
    assert bars == [41, 4] and "41" in drawn(many)


@pytest.fixture(scope="module")
def seventy():
    """Seventy articles of outlets, with a date each."""
    text = "“The war may go on and the voters wait,” said {}. " + "It will surely rain on the quay all day long. " * 12
    names = ("Ana Ruiz", "Ben Holm", "Ida Holm")
    texts = [text.format(names[at % 3]) + "Rain. " * at for at in range(70)]
    days = [f"2026-01-{1 + at % 28:02d}" for at in range(70)]
    return sr.read(pd.DataFrame({"text": texts, "outlet": ["One", "Other"] * 35, "date": days}))


@pytest.mark.parametrize("name", NAMES)
def test_of_many_articles_a_chart_draws_no_crowd_of_signs(name, seventy):
    chart = getattr(charts, name)(seventy)
    signs = [line for axes in chart.figure.axes for line in axes.lines if line.get_marker() not in ("None", "")]
    assert max((len(line.get_xdata()) for line in signs), default=0) <= 60
    assert "70 articles of 2 outlets, 2026-01-01 to 2026-01-28." in " ".join(drawn(chart))
    assert not outside(chart.figure) and not outside(chart.narrow)
    assert max(figure.get_size_inches()[1] for figure in (chart.figure, chart.narrow)) < 16


def test_of_many_articles_a_row_goes_from_the_highest_share_down(seventy):
    chart = charts.issues_by_article(seventy)
    tops = [stairs.get_data().values for stairs in chart.figure.axes[0].patches]
    assert "from the highest down" in " ".join(drawn(chart)) and tops
    assert all((row[1:] > row[:-1]).all() for row in tops)  # the axis goes down
    assert chart.data.columns.tolist() == ["name", "articles", "median_percent", "highest_percent"]
    assert chart.data["articles"].iloc[0] == 70


def test_of_many_articles_issues_are_drawn_by_their_place_in_all_texts(seventy):
    chart = charts.issue_strip(seventy)
    data = chart.data.set_index("issue")
    assert data.loc["elections", "mentions"] == data.loc["elections", "first_third"] == 70
    assert "70 mentions, 100\xa0% in the first third" in " ".join(drawn(chart))


def test_what_articles_have_word_for_word_is_one_row_of_the_ladder():
    said = "“The dam may fail,” said Ana Ruiz."
    chart = charts.certainty_ladder(read_once([f"Number {number} is out. {said}" for number in range(3)]))
    assert len([text for text in drawn(chart) if text.startswith("3 times, Ana Ruiz, quoted")]) == 1
    assert len(chart.data) == 3 and "is that of 3 statements" in chart.alt


def test_a_picture_has_few_colours_also_of_a_photograph_and_keeps_those_of_rare_dots():
    photograph, dot, blank = Figure((2, 1)), Figure((2, 1), facecolor="white"), Figure((2, 1), facecolor="white")
    photograph.add_axes((0, 0, 1, 1)).imshow(np.random.default_rng(1).random((192, 384, 3)))
    dot.add_artist(Rectangle((0.5, 0.5), 0.02, 0.02, color="#0000ff"))
    with rc_context({"savefig.bbox": "tight"}):  # of the notebook: a picture is as wide as its figure
        few, rare, one = (Image.open(io.BytesIO(png(figure))) for figure in (photograph, dot, blank))
    assert few.size == (2 * DPI, DPI) and len(few.getcolors()) == 24
    assert (0, 0, 255) in {colour for _, colour in rare.convert("RGB").getcolors()}
    assert one.convert("RGB").getcolors() == [(2 * DPI * DPI, (255, 255, 255))]


def test_the_ladder_says_where_a_doubt_is_only_reported():
    said = ["Local fishermen doubt that the pier holds.", "It is not clear whether the pier holds."]
    marks = [charts.certainty_ladder(read_once([text])).data["marks"].iloc[0] for text in said]
    assert marks == ["▼ doubt (another’s)", "▼ is not clear whether"]
