"""Statements and marks as Web Annotations: checked against the rules of the W3C data model and against the tables."""

import json
import re

import pandas as pd
import pytest

import sourcereading as sr
from sourcereading.report import web_annotation
from sourcereading.text.paths import ROOT

IRI = re.compile(r"(?:https?://|urn:[a-z0-9][a-z0-9-]+:)[^\s<>\"{}|\\^`]+")
HOSTILE = "</script> “It’s $x$ =1+1 \u202eand so on, it may rain,” said NA, 😀 <b>. 😀 It could snow, Ana Ruiz claimed."


def ana(url=""):
    text = "The dam may hold, Ana Ruiz said. “Nobody,” she added, “will leave.”"
    return sr.read(pd.DataFrame([{"text": text, "url": url, "title": "The dam"}]))


def page_of(reading, number=0):
    return web_annotation.annotation_page(reading, reading.articles["article_id"].iloc[number])


def tags(annotation):
    return [body["value"] for body in annotation["body"] if body["purpose"] == "tagging"]


def check(page, text):
    """The rules of https://www.w3.org/TR/annotation-model/ that these pages come under: 3.1, 3.2.3, 3.3.5, 4.1, 4.2.4,
    4.2.5, 4.3.1 and 5.2."""
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (page["type"] == "AnnotationPage" and IRI.fullmatch(page["id"]) and IRI.fullmatch(page["partOf"]["id"]))
    assert isinstance(page["partOf"]["label"], str) and page["partOf"]["total"] == len(page["items"]) > 0
    assert page["startIndex"] == 0
    ids = [page["id"], page["partOf"]["id"], *(item["id"] for item in page["items"])]
    assert len(set(ids)) == len(ids)
    for item in page["items"]:
        assert item["type"] == "Annotation" and IRI.fullmatch(item["id"]) and "@context" not in item
        assert set(item["motivation"]) == {"tagging", "describing"}
        for body in item["body"]:
            assert body["type"] == "TextualBody" and isinstance(body["value"], str) and body["value"]
            assert body["purpose"] in ("tagging", "describing")
        assert item["target"]
        for target in item["target"]:
            assert IRI.fullmatch(target["source"])
            assert "state" not in target or IRI.fullmatch(target["state"]["cached"])
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            start, end = position["start"], position["end"]
            assert 0 <= start < end and text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])


@pytest.mark.parametrize("source", ["seeds", "data/practice", "hostile"])
def test_pages_keep_the_rules_of_the_model_and_the_offsets_of_the_tables(source):
    reading = sr.read([HOSTILE] if source == "hostile" else ROOT / source)
    for article in reading.articles.itertuples():
        said = web_annotation.as_text(reading, article.article_id)
        page = json.loads(said)
        check(page, article.text)
        assert said == web_annotation.as_text(reading, article.article_id)
        rows = reading.statements[reading.statements["article_id"] == article.article_id]
        rows = rows[(rows["speaker"] != "(writer)") & (rows["reporting_clause_of"] == "")]
        marks = reading.certainty[reading.certainty["article_id"] == article.article_id]
        named = {tag.removeprefix("id: ") for item in page["items"] for tag in tags(item) if tag.startswith("id: ")}
        assert named == {*rows["statement_id"], *marks["mark_id"]}
        stretches = [target for item in page["items"] for target in item["target"]]
        assert len(stretches) == len(rows) + len(marks)


def test_a_statement_has_its_speaker_its_voice_and_a_target_for_each_stretch():
    items = page_of(ana())["items"]
    dam, nobody, may, _will = items
    assert tags(dam)[:3] == ["statement", "speaker: Ana Ruiz", "voice: indirect"]
    assert tags(nobody)[:4] == ["statement", "speaker: Ana Ruiz", "voice: direct", "certainty: high"]
    assert [target["selector"][0]["exact"] for target in nobody["target"]] == ["“Nobody,”", "“will leave.”"]
    assert tags(may)[:5] == ["mark", "type: possibility", "direction: lowers", "speaker: Ana Ruiz", "voice: indirect"]
    assert may["target"][0]["selector"][0] == {
        "type": "TextQuoteSelector", "exact": "may", "prefix": "The dam ", "suffix": " hold, Ana Ruiz said. “Nobody,” ",
    }  # fmt: skip
    assert "modal verb" in may["body"][-1]["value"]


def test_the_source_is_the_address_and_the_offsets_are_those_of_the_copy():
    reading = ana("https://news.example/dam")
    copy = f"urn:sha256:{reading.articles['sha256'].iloc[0]}"
    target = page_of(reading)["items"][0]["target"][0]
    assert target["source"] == "https://news.example/dam"
    assert target["state"] == {"type": "TimeState", "cached": copy}
    assert page_of(ana())["items"][0]["target"][0]["source"] == copy
    for no_address in ("page 3", "javascript:ran()", "https://a b", 'https://a"b'):
        assert page_of(ana(no_address))["items"][0]["target"][0]["source"] == copy


def test_an_article_without_statement_or_mark_has_no_file_and_no_link():
    reading = sr.read(["It rained."])
    article_id = reading.articles["article_id"].iloc[0]
    assert web_annotation.as_text(reading, article_id) == web_annotation.link(reading, article_id) == ""
    reading = ana()
    article_id = reading.articles["article_id"].iloc[0]
    assert f'href="../annotations/{article_id}.jsonld"' in web_annotation.link(reading, article_id)
