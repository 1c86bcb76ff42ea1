"""Reading in: texts are kept exactly, and nothing is passed over in silence."""

import codecs

import pandas as pd
import pytest

from sourcereading.articles import NothingToRead, read_articles


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_bytes(codecs.BOM_UTF8 + "Ana said “yes.”\r\nShe left.\r".encode())
    (tmp_path / "sources.csv").write_text(
        "file,title,outlet\na.txt,Yes she said,The Marn Post\n", encoding="utf-8"
    )
    return tmp_path


def test_bom_and_line_ends_go_and_nothing_else(folder):
    (article,) = read_articles(folder).articles
    assert article.text == "Ana said “yes.”\nShe left.\n"


def test_sources_csv_is_taken_over_and_nothing_is_guessed(folder):
    (article,) = read_articles(folder).articles
    assert (article.title, article.outlet, article.date, article.url) == (
        "Yes she said",
        "The Marn Post",
        "",
        "",
    )


def test_an_unknown_column_of_sources_csv_is_said(folder):
    (folder / "sources.csv").write_text("file,publisher\na.txt,Post\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"sources\.csv, line 1: unknown column 'publisher'"):
        read_articles(folder)


def test_a_file_changed_since_it_was_described_is_said(folder):
    (folder / "sources.csv").write_text("file,sha256\na.txt,00\n", encoding="utf-8")
    (problem,) = read_articles(folder).problems
    assert (problem.file, problem.outcome) == ("a.txt", "warned")
    assert "sha256 differs" in problem.reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_bom_names_the_encoding(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes("Ana said “yes”.".encode(encoding))
    intake = read_articles(tmp_path)
    assert [article.text for article in intake.articles] == ["Ana said “yes”."]
    assert not intake.problems


def test_windows_1252_is_read_with_a_warning(tmp_path):
    (tmp_path / "a.txt").write_bytes("Ana said “café”.".encode("cp1252"))
    intake = read_articles(tmp_path)
    assert intake.articles[0].text == "Ana said “café”."
    assert "Windows-1252" in intake.problems[0].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        ("\ufeff \u200b\n".encode(), "empty"),
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04x", "office"),
        (b"Ana\0said", "NUL"),
        ("é".encode()[:1], "cut off"),
        (b"<!DOCTYPE html><p>x", "HTML"),
        (b'{"text": "x"}', "JSON"),
        (b"a\x81b", "neither"),
    ],
)
def test_what_is_no_text_is_refused_with_name_and_reason(tmp_path, data, reason):
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text("Ana left.")
    intake = read_articles(tmp_path)
    assert [article.file for article in intake.articles] == ["good.txt"]
    assert [(problem.file, problem.outcome) for problem in intake.problems] == [("bad.txt", "refused")]
    assert reason in intake.problems[0].reason
    assert intake.sources == 2


def test_the_same_text_twice_is_read_once_and_said(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"Ana left.\n")
    (tmp_path / "b.txt").write_bytes(b"Ana left.\r\n")
    intake = read_articles(tmp_path)
    assert len(intake.articles) == 1
    assert intake.problems[0].reason == "the same text as a.txt; read once"


def test_one_name_in_two_folders_gives_two_ids_that_do_not_depend_on_the_folder(tmp_path):
    for name, text in (("x", "Ana left."), ("y", "Tom left.")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(text)
    together = {article.article_id for article in read_articles(tmp_path).articles}
    apart = {read_articles(tmp_path / name).articles[0].article_id for name in ("x", "y")}
    assert together == apart
    assert len(together) == 2


def test_a_table_of_articles(tmp_path):
    texts, titles = ["Ana left.", "", "Tom left."], ["NA", "1e5", "None"]
    frame = pd.DataFrame({"text": texts, "title": titles, "date": ["2026-01-02"] * 3})
    frame.to_csv(tmp_path / "t.csv", index=False)
    frame.to_json(tmp_path / "t.jsonl", orient="records", lines=True)
    for source in (tmp_path / "t.csv", tmp_path / "t.jsonl", frame):
        intake = read_articles(source)
        assert [article.title for article in intake.articles] == ["NA", "None"]
        assert intake.articles[0].date == "2026-01-02"
        assert [problem.outcome for problem in intake.problems] == ["refused"]
        assert intake.sources == 3


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_nothing_to_read_says_what_to_do(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToRead, match=r"\.txt|give a text file"):
        read_articles(tmp_path / name)


def test_a_table_without_a_text_column_names_the_remedy(tmp_path):
    (tmp_path / "t.csv").write_text("body\nAna left.\n")
    (problem,) = read_articles(tmp_path / "t.csv").problems
    assert "text" in problem.reason
