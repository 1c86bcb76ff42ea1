"""The examples of the glossary stand in the practice articles, and the program reads them as the glossary says."""

import re

import pytest

import sourcereading as sr
from sourcereading.analysis import findings
from sourcereading.text.lexicon import lexicon
from sourcereading.text.paths import ROOT
from sourcereading_evaluation import gold_files
from test_notebooks import GLOSSARY, TELLINGS


@pytest.fixture(scope="module")
def told():
    """Each of the three articles, read alone, by what the glossary calls it."""
    return {name: sr.read(ROOT / "data" / "practice" / f"{file}.txt") for name, file in TELLINGS.items()}


def rows(table, **values):
    """The rows with these values; of ``text`` a part is enough."""
    for column, value in values.items():
        same = table[column].str.contains(value, regex=False) if column == "text" else table[column] == value
        table = table[same]
    return table


def marked(reading, text, **values):
    return len(rows(reading.certainty, text=text, **values)) > 0


def said(reading, text, **values):
    return len(rows(reading.statements, text=text, **values)) > 0


def tone(reading, text, scorer):
    return rows(reading.sentiment, text=text, scorer=scorer, target="")["polarity"].iloc[0]


def hedges_per_1000(reading, speaker):
    hedges = sr.counts_by(findings.hedges_of(reading), ["speaker"], findings.own_words(reading), "hedges")
    number, words = rows(hedges, speaker=speaker)[["hedges", "words"]].iloc[0]
    return number, words, round(1000 * number / words)


def certainty_words():
    return {row["term"] for row in lexicon("certainty_marks", ("term", "class"), ("forms", "example", "source"))}


def key(kind):
    return next(row for row in gold_files.keys(kind) if row["id"] == "halden_1_wire")


def heard(reading, speaker):
    return rows(reading.speakers, speaker=speaker).iloc[0]


# What the program makes of each example.
READ = {
    "Affiliation": lambda r: heard(r, "Tobin Askel")["affiliation"] == "Halden Fishers' League",
    "Band": lambda r: list(rows(r.certainty, text="could").iloc[-1][["low", "high"]]) == [10, 70]
    and rows(r.certainty, text="could")["median"].isna().all(),
    "Channel": lambda r: said(r, "We do not know what", channel="letter or e-mail"),
    "Codebook": lambda r: len(rows(r.issues, text="town hall", issue="local government and planning")),
    "Conditional": lambda r: marked(r, "if", direction="suspends"),
    "Cue": lambda r: said(r, "fleet", cue="fumed"),
    "Denied": lambda r: said(r, "the estimate had changed", denied=True, certainty_level=""),
    "Denominator": lambda r: hedges_per_1000(r, "Ilse Marrow") == (2, 35, 57)
    and {"provided", "likely"} <= {*rows(r.certainty, speaker="Ilse Marrow")["text"]},
    "Direct": lambda r: said(r, "I have it in writing", voice="direct"),
    "Evidence": lambda r: not rows(r.sentiment, text="we could stay")["evidence"].any(),
    "Finding": lambda r: findings.what_was_read(r).startswith("1 article was read: 380 words in 22 sentences."),
    "Hedge": lambda r: marked(r, "might") and "might" in {*findings.hedges_of(r)["text"]},
    "Independent": lambda r: list(
        rows(sr.independent_sources(r.issues, r.statements, r.speakers), issue="elections")["independent"]
    ) == [2],
    "Indirect": lambda r: said(r, "the gates will kill the salt marshes", voice="indirect"),
    "Interval": lambda r: (tone := sr.tone_by(rows(r.sentiment, target="")).iloc[0])["low"] < 0 < tone["high"]
    and tone["speaker"] == "(writer)",
    "Issue": lambda r: len(rows(r.issues, text="storm-surge", issue="extreme weather")),
    "Key": lambda r: [len(key("attribution")["attributions"]), len(key("certainty")["marks"])] == [15, 18],
    "Level": lambda r: said(r, "The wall will fail,", certainty_level="high"),
    "Lexicon": lambda r: marked(r, "might") and "might" in certainty_words(),
    "Mark": lambda r: marked(r, "cannot promise", direction="lowers"),
    "Mixed": lambda r: said(r, "he backed the plan", voice="mixed"),
    "n": lambda r: list(rows(r.certainty, text="likely")["n"]) == [5146],
    "Nested": lambda r: list(findings.chains(r)["reported_by"][findings.chains(r)["text"] == "we could stay"])
    == ["Odette Farrow"] and said(r, "we could stay", speaker="Anselm Pryde"),
    "Owner": lambda r: marked(r, "claimed", speaker="(writer)"),
    "Polarity": lambda r: round(tone(r, "those beautiful flats", "news"), 2) == 0.68,
    "Position": lambda r: heard(r, "Anselm Pryde")["position"] == "politician",
    "Probability": lambda r: marked(r, "60 percent chance", type="probability"),
    "Reporting clause": lambda r: rows(r.statements, text="said Odette Farrow, 61")["reporting_clause_of"].all(),
    "Scale": lambda r: [*rows(r.certainty, text="likely")[["official_scale", "official_low", "official_high"]].iloc[0]]
    == ["ICD-203", 55, 80],
    "Scorer": lambda r: tone(r, "with a heavy heart", "news") > 0 > tone(r, "with a heavy heart", "textblob"),
    "Speaker": lambda r: len(rows(r.speakers, speaker="the ministry of waters")),
    "Statement": lambda r: {*rows(r.statements, text="We do not know what")["statement_id"]}
    == {*rows(r.statements, text="Nobody does.")["statement_id"]},
    "Stretch": lambda r: said(r, "The barrier would cost 2.4 billion crowns", part=1),
    "Target": lambda r: len(rows(r.sentiment, text="is tired of questions", target="Tobin Askel")),
    "Token": lambda r: len(rows(r.tokens, text="storm-surge")) == 1,
    "Unnamed": lambda r: heard(r, "an official familiar with the plan")["kind"] == "unnamed",
    "Voice": lambda r: said(r, "The league speaks for 140 boats.", voice="writer"),
}  # fmt: skip


def straight(text):
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


@pytest.mark.parametrize("term", GLOSSARY)
def test_an_example_stands_in_its_article_and_is_read_as_the_glossary_says(told, term):
    name, example = re.search(r"\*([\w ]+):\*\s([^*]*)", GLOSSARY[term]).groups()
    words = re.findall("“([^”]+)”", example)
    text = " ".join(straight(told[name].articles["text"].iloc[0]).split())
    assert words or term in ("Interval", "Key")
    assert term == "Finding" or all(straight(" ".join(part.split())) in text for part in words)
    assert READ[term](told[name])
