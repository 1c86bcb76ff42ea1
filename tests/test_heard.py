"""Who is heard: the audit, who is first and last, channels, outlets and months, the line above an article."""

import csv
import io
import re

import pandas as pd
import pytest

import sourcereading as sr
from sourcereading.analysis import findings
from sourcereading.report import charts
from sourcereading.report.article_page import article_page
from sourcereading.report.downloads import csv_bytes

# Invented.
WALL = (
    "Officials said the war would go on. “It leaks badly,” said Ana Ruiz, an economist at the Halden Institute.\n\n"
    "“=1+1 is my answer,” Ben Holm, the mayor, wrote in an email. Ruiz said in a statement that she was calm. "
    "The ministry did not respond to a request for comment."
)
OTHER = "“No war,” said Ida Holm, a skipper. Ana Ruiz, an economist, said it leaks."


@pytest.fixture(scope="module")
def two():
    rows = [("Wall", WALL, "The Gull", "2026-10-30"), ("Other", OTHER, "The Crane", "2026-11-02")]
    return sr.read(pd.DataFrame(rows, columns=["title", "text", "outlet", "date"]))


def test_the_audit_has_a_row_per_source_and_article_for_a_spreadsheet(two):
    audit = sr.audit(two)
    assert list(audit["source"]) == ["officials", "Ana Ruiz", "Ben Holm", "Ida Holm", "Ana Ruiz"]
    ruiz = audit.iloc[1]
    assert list(ruiz[["article", "date", "outlet", "kind", "named", "position"]]) == [
        "Wall", "2026-10-30", "The Gull", "person", True, "expert or scholar",
    ]  # fmt: skip
    assert list(ruiz[["affiliation", "channels", "statements"]]) == ["Halden Institute", "written statement", 2]
    assert ruiz["first_words"] == "“It leaks badly,”"
    assert audit["first_words"].iloc[0] == "the war would go on."  # only paraphrased
    cells = list(csv.reader(io.StringIO(csv_bytes(audit).decode("utf-8-sig"))))
    assert len(cells) == 6 and not any(re.match("[=+@-]", cell) for row in cells for cell in row)


def test_the_analysts_own_columns_are_in_the_audit_and_counted_and_nothing_is_filled_in(tmp_path):
    (tmp_path / "a.txt").write_text(OTHER)
    (tmp_path / "people.csv").write_text("name,aliases,role,region\nAna Ruiz,,,=north\n")
    reading = sr.read(tmp_path)
    audit = sr.audit(reading)
    assert audit[["source", "region"]].to_numpy().tolist() == [["Ida Holm", ""], ["Ana Ruiz", "=north"]]
    assert "'=north" in csv_bytes(audit).decode("utf-8-sig")
    counts = sr.by_own_columns(reading.speakers)
    assert counts[["column", "value", "sources"]].to_numpy().tolist() == [["region", "", 1], ["region", "=north", 1]]
    assert set(sr.meanings(reading.speakers, "speakers")) == set(reading.speakers.columns)
    assert sr.by_own_columns(sr.read([OTHER]).speakers).empty


def test_who_is_first_and_last_is_told_for_each_article(two):
    ends = sr.first_and_last(two)
    assert ends[["place", "speaker", "group"]].to_numpy().tolist() == [
        ["first", "officials", "official"], ["last", "Ana Ruiz", "expert or scholar"],
        ["first", "Ida Holm", "other"], ["last", "Ana Ruiz", "expert or scholar"],
    ]  # fmt: skip
    told = "the last to speak has most often the position “expert or scholar” (2 articles)"
    assert told in findings.who_speaks_first(two)


def test_channels_are_counted_in_statements_and_words(two):
    counts = sr.by_channel(two).set_index("channel")
    assert list(counts["statements"]) == [1, 1, 4] and counts.index[-1] == ""
    assert list(counts.loc["letter or e-mail", ["words", "direct_words"]]) == [5, 5]
    assert (counts["words"] == counts["direct_words"] + counts["indirect_words"]).all()


def test_every_total_is_the_same_and_leads_to_its_rows():
    text = (
        "Ana Ruiz and Ben Holm said in a statement that it leaked. Ruiz said it was late. “No,” officials wrote on "
        "Twitter. Nobody slept, it was said. Holm said that Ida Orme had said it was wet."
    )
    reading = sr.read([text, WALL, OTHER])
    rows, told, channels = sr.statements_of_sources(reading), sr.heard_sources(reading), sr.by_channel(reading)
    each = rows.groupby(["article_id", "speaker"]).size()
    assert told.set_index(["article_id", "speaker"])["statements"].sort_index().equals(each.sort_index())
    assert {*rows["speaker"]} >= {"Ana Ruiz", "Ben Holm", "officials", "Ida Orme"}
    assert channels.set_index("channel")["statements"].to_dict() == rows["channel"].value_counts().to_dict()
    written = rows.loc[rows["channel"] == "written statement", "speaker"]
    assert sorted(written) == ["Ana Ruiz", "Ana Ruiz", "Ben Holm"]  # the joint one for each, and the one of WALL
    for counted in (channels, *(sr.voices_by(reading.speakers, by) for by in ("kind", "position", "named"))):
        assert counted["statements"].sum() == len(rows)
        assert counted["words"].sum() == told["words"].sum()
    each = f"of {len(rows)} statements of sources the text says how"
    assert each in findings.by_which_channel(reading)
    assert f"{len(told)} sources" in findings.who_is_heard(reading)
    unquoted = told[told["direct_words"] == 0]
    names = findings.who_is_quoted(reading).partition("Only paraphrased: ")[2]
    assert names.endswith(f"and {len(unquoted) - 2} more.")


def test_sources_are_counted_by_outlet_and_month_where_two_are_known(two):
    outlets = sr.heard_across(two, "outlet")
    assert list(outlets["outlet"].unique()) == ["The Crane", "The Gull"]
    assert outlets.groupby("outlet")["percent"].sum().tolist() == [pytest.approx(100)] * 2
    assert list(sr.heard_across(two, "month")["month"].unique()) == ["2026-10", "2026-11"]
    assert all(sr.heard_across(sr.read([WALL, OTHER]), by).empty for by in ("outlet", "month"))


def test_the_line_above_an_article_leads_to_the_words_of_each_source(two):
    page = article_page(next(iter(two.split().values())))
    line = re.search('<details class="a-heard">.*?</details>', page)[0]
    of = "1 from an authority (a group), 1 from politics, 1 expert"
    assert f"3 sources: {of}; 2 named, 1 not; 1 did not answer." in line
    links = dict(re.findall('<a href="#([^"]*)"><bdi>([^<]*)', line))
    assert list(links.values()) == ["officials", "Ben Holm", "Ana Ruiz", "the ministry"]
    assert all(f'id="{anchor}"' in page for anchor in links)
    assert '<p class="a-heard">No source.</p>' in article_page(sr.read(["It rained all day."]))


SAID = {
    findings.who_is_heard: [
        (["It rained."], "No known source is quoted or paraphrased."),
        (["“It rained.” It was late."], "No known source is quoted or paraphrased."),
        (["Ana Ruiz said it rained."], "1 source, whose position is not said; named."),
        (["Sen. Ana Ruiz said it rained. Officials said it was dry."],
         "2 sources: 1 from an authority (a group), 1 from politics; 1 named, 1 not. "
         "Of the positions that are said, “official” has the most words, by 1 source: 3 of the 5 words of sources "
         "(60 %)."),
        (["Sen. Ana Ruiz said it rained. Officials said it rained."],
         "2 sources: 1 from an authority (a group), 1 from politics; 1 named, 1 not."),
        (["Sen. Ana Ruiz said it rained. Ida Orme said it was dry and cold.", "Officials said no."],
         "2 articles with 3 sources, each counted in every article that has it. Of the positions that are said, "
         "“politician” has the most words, by 1 source: 2 of the 8 words of sources (25 %). The position of 1 "
         "is not said; 1 is not named."),
        (["Sen. Ana Ruiz said it rained.", "Sen. Ben Holm said no."],
         "2 articles with 2 sources, each counted in every article that has it. Of the positions that are said, "
         "“politician” has the most words, by 2 sources: all. The position of all is said; all are named."),
        (["Ana Ruiz said it rained.", "Ben Holm said no."],
         "2 articles with 2 sources, each counted in every article that has it. The position of none is said; all are "
         "named."),
    ],
    findings.who_speaks_first: [
        (["Sen. Ana Ruiz said it rained.", "Sen. Ida Orme said no. Officials said it was dry."],
         "2 articles have a known source. As far as positions are said, the first to speak has most often the position "
         "“politician” (2 articles) and the last to speak has no position more often than any other."),
        (["Sen. Ana Ruiz said no.", "Sen. Ida Orme said yes.", "Officials said no. Sen. Eva Lind said yes."],
         "3 articles have a known source. As far as positions are said, both the first and the last to speak have most "
         "often the position “politician” (2 and 3 articles)."),
    ],
    findings.who_is_named: [
        (["Ana Ruiz said it rained."], "The one source is named."),
        (["Ana Ruiz said it rained. Ben Holm said it was dry."], "Both sources are named."),
        (["An official, speaking on condition of anonymity, said it rained. Ana Ruiz said it was dry."],
         "1 of the 2 sources is named. People without a name: an official. That a name is withheld is said once, "
         "without a reason."),
        (["An official said it rained. A critic said no. Ana Ruiz said yes.", "An aide said it rained.", "It was dry."],
         "1 of the 4 sources is named. 3 are people without a name, in 2 of the 3 articles, at most 2 in one."),
    ],
    findings.who_is_quoted: [
        (["“It rained,” said Ana Ruiz."], "The one source is quoted."),
        (["“It rained,” said Ana Ruiz. Ben Holm said it was dry."],
         "1 of the 2 sources has words in quotation marks. Only paraphrased: Ben Holm."),
    ],
    findings.by_which_channel: [
        (["Ana Ruiz said it rained."],
         "The text does not say how the words of the one statement of a source reached the writer."),
    ],
    findings.how_many_sources: [
        (["Ana Ruiz said it rained."], "No known source speaks of an issue of the codebook."),
        (["Ana Ruiz feared the war, she said. Ben Holm said the war was over."],
         "Sources speak of one issue, “war and armed attack”. As far as the text shows, it has 2 independent sources."),
        (["Ana Ruiz feared the war, she said.", "Ben Holm said the war was over. Ida Orme said the war went on."],
         "Sources speak of 1 issue. If an issue counts once in each article, there are 2. As far as the text shows, 1 "
         "of these 2 has only one independent source. Most in one article, 2: “war and armed attack”."),
    ],
    findings.who_gave_no_answer: [
        (["It rained."], "The text says of nobody that they did not answer or would not comment."),
        (["Ana Ruiz declined to comment. Ben Holm declined to comment."],
         "2 did not answer or would not comment, as the text says: Ana Ruiz and Ben Holm."),
    ],
    findings.how_sources_differ: [
        (["It rained."], "There is one article here; comparing needs two or more."),
        (["It rained.", "It was dry."], "The 2 articles have no sources. No outlet is known. No month is known."),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("finding", "texts", "said"), [(one, *pair) for one, pairs in SAID.items() for pair in pairs])
def test_a_finding_stays_true_of_other_texts(finding, texts, said):
    assert finding(sr.read(texts)).replace("\xa0", " ") == said


def test_nothing_here_infers_what_only_people_know_or_judges(practice, seed):
    asked = [one for one in findings.QUESTIONS if one.notebook[:2] == "09"]
    texts = " ".join(one.answer(reading) for reading in (practice, seed) for one in asked).lower()
    assert not re.search(r"\b(gender|women|woman|man|men|male|female|ethnic\w*|balanced?|unbalanced|biased?)\b", texts)
    assert not {"gender", "ethnicity", "politics"} & set(sr.audit(practice).columns)


def test_a_source_whose_kind_is_not_said_has_a_bar_of_its_own():
    reading = sr.read(["Ana Ruiz said it rained. The Norland protocol says that it rained."])
    assert [*charts.sources_by_kind(reading).data["kind"]] == ["person", "kind not said"]


def test_who_only_gave_no_answer_is_not_said_to_have_no_name():
    tried = sr.try_sentences.heard("Ana Ruiz said no.", "Officials said no.", "Ben Holm would not comment.", "Rain.")
    assert tried["named"].astype("object").where(tried["named"].notna(), "").tolist() == [True, False, "", ""]
    assert sr.show_table(tried, "tried", "Tried")._repr_html_().count("<td>no</td>") == 4  # three did not decline
