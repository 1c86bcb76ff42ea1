"""Reading in: texts are kept exactly, and nothing is passed over in silence."""

import codecs
import gzip
import hashlib
import json
import os
import tracemalloc
from pathlib import Path

import pandas as pd
import pytest

import sourcereading as sr
from sourcereading.text import articles, table_files
from sourcereading.text.articles import NothingToRead, read_articles


def said(intake):
    return [(problem.file, problem.outcome) for problem in intake.problems]


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


def test_an_unknown_column_of_sources_csv_is_said_and_the_others_count(folder):
    (folder / "sources.csv").write_text("file,publisher,title\na.txt,Post,Yes\n", encoding="utf-8")
    intake = read_articles(folder)
    assert intake.articles[0].title == "Yes"
    assert said(intake) == [("sources.csv", "warned")] and "'publisher'" in intake.problems[0].reason
    assert intake.sources == 1


def test_a_file_changed_since_it_was_described_is_said(folder):
    (folder / "sources.csv").write_text("file,sha256\na.txt,00\n", encoding="utf-8")
    (problem,) = read_articles(folder).problems
    assert (problem.file, problem.outcome) == ("a.txt", "warned")
    assert "sha256 is different" in problem.reason


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
    assert intake.problems[0].reason == "a duplicate: the same text as a.txt; read once"
    assert "as text 1;" in read_articles(["Ana left.", "Ana left."]).problems[0].reason


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


# --- sources.csv ----------------------------------------------------------------------------------------------


def test_what_sources_csv_says_of_no_file_or_twice_is_said(folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "b.txt").write_text("Tom left.")
    rows = "file;title\n.\\sub\\b.txt;B\n./a.txt;A\na.txt;again\nnone.txt;x\n;y\n"
    (folder / "sources.csv").write_text(rows)
    intake = read_articles(folder)
    assert [article.title for article in intake.articles] == ["A", "B"]
    reasons = " | ".join(problem.reason for problem in intake.problems)
    assert {problem.file for problem in intake.problems} == {"sources.csv"}
    for part in (
        "semicolons",
        "line 4: a.txt is on line 3",
        "line 6: file is empty",
        "none.txt (line 5)",
    ):
        assert part in reasons


@pytest.mark.parametrize(
    "content", ["name,title\na.txt,A\n", 'file,title\na.txt,"A', "file,title\na.txt,A,B\n"]
)
def test_a_sources_csv_that_cannot_be_used_does_not_stop_the_articles(folder, content):
    (folder / "sources.csv").write_text(content)
    intake = read_articles(folder)
    assert [article.title for article in intake.articles] == [""]
    assert said(intake) == [("sources.csv", "warned")]


def test_a_sources_csv_about_other_files_says_nothing_of_a_single_one(folder):
    (folder / "sources.csv").write_text("file,what\nother.txt,1\nother.txt,2\n")
    assert not read_articles(folder / "a.txt").problems


# --- folders --------------------------------------------------------------------------------------------------


def test_what_systems_leave_behind_is_no_article(folder):
    for name in (".a.txt", "Thumbs.db", "desktop.ini", "~$a.docx", ".git/x.txt", ".ipynb_checkpoints/a.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    intake = read_articles(folder)
    assert (intake.sources, len(intake.articles), intake.problems) == (1, 1, ())


def test_a_link_to_a_folder_is_said(folder, tmp_path_factory):
    (folder / "link").symlink_to(tmp_path_factory.mktemp("elsewhere"), target_is_directory=True)
    intake = read_articles(folder)
    assert said(intake) == [("link", "warned")] and "not followed" in intake.problems[0].reason
    assert intake.sources == 1


def test_what_this_program_wrote_is_not_read_back(folder):
    sr.read(folder).save(folder / "tables")
    sr.read(folder).save(folder)
    (folder / "reports").mkdir()
    (folder / "reports" / "index.html").write_text("<p>x")
    (folder / "reports" / ".sourcereading.json").write_text('["index.html"]')
    intake = read_articles(folder)
    assert [article.file for article in intake.articles] == ["a.txt"]
    assert sorted(said(intake)) == sorted(
        [(folder.name, "warned"), ("reports", "warned"), ("tables", "warned")]
    )
    with pytest.raises(NothingToRead, match="saved tables"):
        read_articles(folder / "tables")


@pytest.mark.skipif(os.name != "posix", reason="names are bytes there only")
def test_a_name_that_is_not_utf8_is_shown(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Ana left.")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.docx")).write_text("x")
    reading = sr.read(tmp_path)
    assert reading.articles["file"].tolist() == ["caf\\xe9.txt"]
    assert reading.problems["file"].tolist() == ["caf\\xe9.docx"]
    reading.save(tmp_path / "out")


# --- tables ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.tsv", "a.ndjson", "a.jsonl", "a.csv.gz", "a.TSV.gz", "a.jsonl.gz"])
def test_tables_of_other_names_and_packed_ones_are_read(name, tmp_path):
    row = json.dumps({"title": "One, two", "text": "Ana left."})
    text = f"{row}\n" if "json" in name else "title,text\n\"One, two\",Ana left.\n"
    if "tsv" in name.lower():
        text = "title\ttext\nOne, two\tAna left.\n"
    (tmp_path / name).write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    for source in (tmp_path, tmp_path / name):
        intake = read_articles(source)
        assert [(article.title, article.text) for article in intake.articles] == [("One, two", "Ana left.")]
        assert not intake.problems


def test_what_is_packed_and_no_table_or_too_much_or_cut_off_is_refused_with_what_to_do(tmp_path, monkeypatch):
    packed = gzip.compress(b"text\n" + b"Ana left.\n" * 400)
    cut = gzip.compress(b"text")[:-9]
    for name, data in {"a.txt.gz": packed, "b.csv.gz": packed, "c.csv.gz": cut, "d.csv.gz": b"text"}.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.setattr(table_files, "TABLE_LIMIT", 2_000)
    reasons = {problem.file: problem.reason for problem in read_articles(tmp_path).problems}
    assert reasons["a.txt.gz"] == "a packed file that is no table (.csv.gz, .tsv.gz, .jsonl.gz); unpack it"
    assert reasons["b.csv.gz"] == "unpacked, more than 0 MB; split it"
    assert all("not a gzip file that can be unpacked" in reasons[name] for name in ("c.csv.gz", "d.csv.gz"))


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.jsonl", "a.parquet"])
def test_of_a_large_table_only_some_rows_are_in_memory(name, tmp_path):
    frame = pd.DataFrame({"text": [f"Ana left {n}. " + "So it was. " * 2_000 for n in range(1_000)]})  # 22 MB
    if name == "a.parquet":
        frame.to_parquet(tmp_path / name)
    elif name == "a.jsonl":
        frame.to_json(tmp_path / name, orient="records", lines=True)
    else:
        frame.to_csv(tmp_path / name, index=False)
    del frame
    tracemalloc.start()
    rows, _ = table_files.table_rows(tmp_path / name, any_size=True)
    assert sum(len(row["text"]) for row in rows) > 22_000_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000


def test_a_line_without_end_is_refused_and_the_next_one_read(tmp_path, monkeypatch):
    monkeypatch.setattr(table_files, "_LONGEST_LINE", 40)
    (tmp_path / "a.jsonl").write_text('{"text": "Ana left."}\n' + "x" * 90 + '\n{"text": "Bo left."}\n')
    intake = read_articles(tmp_path)
    assert [article.text for article in intake.articles] == ["Ana left.", "Bo left."]
    assert intake.problems[0].reason == "line 2: 0 MB or more; write one object per line"


def test_bytes_that_are_no_text_are_found_wherever_they_are(tmp_path):
    long = "text\n" + "Ana Ruiz said so.\n" * 70_000  # more than is decoded at a time
    parts = {
        "a.csv": (long + "é").encode()[:-1], "b.csv": long.encode() + b"\0", "c.csv": long.encode() + b"\x81",
        "d.csv": b"\xef\xbb\xbf" + long.encode() + b"\xff",
    }  # fmt: skip
    for name, data in parts.items():
        (tmp_path / name).write_bytes(data)
    reasons = [problem.reason for problem in read_articles(tmp_path).problems]
    assert [reason.partition(";")[0] for reason in reasons] == [
        "cut off in the middle of a UTF-8 character",
        "NUL bytes: not a text, or UTF-16 without a BOM",
        f"neither UTF-8 nor Windows-1252 (byte {len(long):,})",
        f"its BOM says utf-8-sig, but byte {len(long)} is not valid there",
    ]


def test_a_long_intake_says_what_it_opens(tmp_path, monkeypatch):
    monkeypatch.setattr(articles, "_BETWEEN", -1)
    (tmp_path / "a.txt").write_text("Ana left.")
    (tmp_path / "b.csv").write_text("text\nTom left.\nBo left.\n")
    steps = []
    sr.read(tmp_path, progress=lambda *step: steps.append(step))
    assert steps[:3] == [(0, 0, f"opened {name}") for name in ("a.txt (1)", "b.csv, row 1 (2)", "b.csv, row 2 (3)")]
    assert steps[3:] == [(1, 3, "a.txt"), (2, 3, "b.csv, row 1"), (3, 3, "b.csv, row 2")]


def test_a_row_of_a_csv_with_too_many_or_few_cells_is_refused_and_shifts_nothing(tmp_path):
    rows = (
        'title,text\nA,"Ana left,\nshe said."\nB,Tom left, he said.\nC\n\nD,Ida left.\nE,"x"y\nF,Eve left.\n'
    )
    (tmp_path / "t.csv").write_text(rows)
    intake = read_articles(tmp_path / "t.csv")
    assert [(article.title, article.text) for article in intake.articles] == [
        ("A", "Ana left,\nshe said."),
        ("D", "Ida left."),
    ]
    reasons = [problem.reason for problem in intake.problems]
    assert reasons[0].startswith("line 4: the number of cells is 3")
    assert reasons[1].startswith("line 5: the number of cells is 1") and reasons[2].startswith("line 8: ")
    assert "from this line on" in reasons[2]


@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_cells_parted_otherwise_are_read_with_a_warning(tmp_path, mark, name):
    (tmp_path / "t.csv").write_text(f"title{mark}text\nA{mark}Ana left, she said.\n", encoding="utf-8-sig")
    intake = read_articles(tmp_path / "t.csv")
    assert intake.articles[0].text == "Ana left, she said."
    assert said(intake) == [("t.csv", "warned")] and name in intake.problems[0].reason


def test_an_article_of_a_csv_may_be_long(tmp_path):
    (tmp_path / "t.csv").write_text("text\n" + "Ana left. " * 20_000 + "\n")
    assert len(read_articles(tmp_path / "t.csv").articles[0].text) == 200_000


def test_values_of_json_lines_are_kept_as_written(tmp_path):
    lines = [
        '\ufeff{"text": "Ana left.", "title": 2024, "date": "2026-01-02", "url": null, "outlet": 1.10}',
        '{"text": "Tom',
        '{"text": "\\ud800 left."}',
        '{"text": 5}',
        "[1]",
        '{"text": "Ida\u2028left.", "title": "\\ud800"}',
    ]
    (tmp_path / "t.jsonl").write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff"}\n')
    intake = read_articles(tmp_path / "t.jsonl")
    first, second = intake.articles
    assert (first.title, first.date, first.url, first.outlet) == ("2024", "2026-01-02", "", "1.10")
    assert (second.text, second.title) == ("Ida\u2028left.", "\\ud800")
    assert [problem.outcome for problem in intake.problems] == ["refused"] * 5
    for part, problem in zip(
        ("line 2: not JSON", "surrogate", "no text", "line 5: not a JSON object", "line 7: not UTF-8"),
        intake.problems,
        strict=True,
    ):
        assert part in problem.reason
    assert intake.sources == 7


def test_dates_of_a_frame_are_written_as_dates():
    dates = pd.to_datetime(["2026-01-02", "2026-01-02 10:30", None], format="mixed")
    frame = pd.DataFrame(
        {"text": ["a", "b", "c"], "date": dates, "title": [2024, None, pd.NA], "url": [1.0, 2.5, None]}
    )
    articles = read_articles(frame).articles
    assert [article.date for article in articles] == ["2026-01-02", "2026-01-02T10:30:00", ""]
    assert [article.title for article in articles] == ["2024", "", ""]
    assert [article.url for article in articles] == ["1", "2.5", ""]


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet"])
@pytest.mark.parametrize("frame", [pd.DataFrame({"text": []}, dtype="str"), pd.DataFrame({"body": ["x"]})])
def test_a_table_without_articles_is_a_problem_named_once(tmp_path, name, frame):
    if name == "t.csv":
        frame.to_csv(tmp_path / name, index=False)
    elif name == "t.jsonl":
        frame.to_json(tmp_path / name, orient="records", lines=True)
    else:
        frame.to_parquet(tmp_path / name)
    (tmp_path / "a.txt").write_text("Ana left.")
    intake = read_articles(tmp_path)
    assert said(intake) == [(name, "refused")] and name not in intake.problems[0].reason
    assert "empty" in intake.problems[0].reason or "(columns: body)" in intake.problems[0].reason


def test_articles_of_a_reading_keep_their_id_and_file(tmp_path):
    (tmp_path / "b.txt").write_text("Ana left.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Tom left.")
    first = sr.read(tmp_path)
    pd.testing.assert_frame_equal(sr.read(first.articles).articles, first.articles)
    twice = pd.DataFrame({"text": ["Ana", "Ben", "Ida"], "article_id": ["x", "x", "../y"]})
    intake = read_articles(twice)
    assert said(intake) == [("row 2", "warned"), ("row 3", "warned")]
    ids = [article.article_id for article in intake.articles]
    assert ids[0] == "x" and ids[1].startswith("x-") and "/" not in ids[2]
    assert f"its article_id is {ids[1]}, because row 1 has x, too" in intake.problems[0].reason


def test_two_texts_with_one_id_are_both_read(monkeypatch):
    monkeypatch.setattr(articles, "ID_DIGITS", 1)
    texts = pd.DataFrame({"text": [f"Ana left at {number}." for number in range(40)], "title": "Wire"})
    intake = read_articles(texts)
    ids = [article.article_id for article in intake.articles]
    assert len(set(ids)) == 40 and min(map(len, ids)) == 6 and not [p for p in intake.problems if p.outcome != "warned"]
    assert all(_hash_start(article) for article in intake.articles)


def _hash_start(article):
    return hashlib.sha256(article.text.encode()).hexdigest().startswith(article.article_id.removeprefix("wire-"))


# --- what is given --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Ana left.\nTom stayed.", "Ana left and Tom stayed. " * 30, "Ana left."])
def test_a_text_in_place_of_a_path_is_told_to_be_put_in_a_list(text):
    with pytest.raises(NothingToRead, match=r"read\(\[text\]\)"):
        sr.read(text)


@pytest.mark.parametrize("source", [None, 5, b"Ana left.", {"text": "x"}])
def test_what_holds_no_articles_is_named(source):
    with pytest.raises(TypeError, match=f"cannot be read from {type(source).__name__}: give the path"):
        sr.read(source)


def test_paths_in_a_list_are_explained(tmp_path):
    with pytest.raises(NothingToRead, match="a path, not a text"):
        sr.read([tmp_path])


def test_a_text_with_half_a_character_is_refused():
    intake = read_articles(["Ana \ud800 left.", "Tom left."])
    assert said(intake) == [("text 1", "refused")] and "character 5" in intake.problems[0].reason


def test_a_home_folder_is_understood(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "a.txt").write_text("Ana left.")
    assert len(sr.read("~/a.txt").articles) == 1
    with pytest.raises(NothingToRead, match="~nobody-here/x: no such"):
        sr.read("~nobody-here/x")


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("?!... -- ()", "no statements"),
        ("<p>He said so.</p>", "HTML"),
        ("AT&amp;T said so.", "HTML"),
        ("â€œNo,â€\x9d he said.", "mojibake"),
        ("Ana\U000e0041 left.", "invisible"),
        ("V\u0430nce left.", "mixed scripts"),
        ("Le ministre a déclaré que rien n’est décidé, selon son porte-parole à Paris. " * 3, "language"),
        ("总统说谈判可能恢复他没有说明时间", "language"),
        ("Ministeren sagde mandag, at regeringen vil se på planen igen, for alt for mange er imod. " * 2, "language"),
        ('He said "we will go. She left.', "unpaired quotes"),
        ('“He said no," she added. "He said yes”, they wrote.', "unpaired quotes"),
    ],
)
def test_what_may_mislead_is_warned_of(text, warning):
    (problem,) = read_articles([text]).problems
    assert (problem.outcome, warning in problem.reason) == ("warned", True)


@pytest.mark.parametrize(
    "text",
    [
        "“No one,” she said. “It’s fine.”\n\n“It goes on\n\n“and on.”",
        'He is 6\'2" tall. "Yes," she said.',
        "At 5 μm the gap closes; R&D goes on.",
        "Ana left. " * 10,
        "LIVE: Harbour vote. 9.15am Council meets. 9.40am Ana Ruiz arrives. 10.05am Wall falls. 10.30am Ruiz quits.",
        "Walter de Mornay said it may flood. De Mornay said he was sorry. “I left,” de Mornay of the Herald said.",
    ],
)
def test_what_is_usual_is_not_warned_of(text):
    assert not read_articles([text]).problems


def test_every_article_of_the_project_is_read_without_a_warning():
    for folder in ("seeds", "data/practice", "data/practice_ferry"):
        assert sr.read(folder).problems.empty


def test_the_record_of_reports_may_be_anything(folder):
    for content in ("5", "{", json.dumps({"a": 1})):
        (folder / ".sourcereading.json").write_text(content)
        assert len(read_articles(folder).articles) == 1
