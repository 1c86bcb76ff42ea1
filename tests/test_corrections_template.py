"""A first file is written, one cell is filled in, and the next reading shows it everywhere."""

import csv
import shutil

import nbformat
import pandas as pd
import pytest

import sourcereading as sr
from sourcereading import cli
from sourcereading.reading import corrections_template
from sourcereading.report import run
from sourcereading.report.article_page import article_page
from sourcereading.report.index_page import Group, index_page
from sourcereading.text.paths import ROOT


@pytest.fixture
def halden(tmp_path):
    """A copy of the practice articles."""
    return shutil.copytree(ROOT / "data" / "practice", tmp_path / "halden")


def rows_of(file):
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def rewrite(file, rows):
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def same(one, other, leave_out=("problems",)):
    for name, frame in one.tables().items():
        if name not in leave_out:
            pd.testing.assert_frame_equal(frame, other.tables()[name])


@pytest.mark.parametrize("name", corrections_template.TABLES)
def test_a_first_file_changes_nothing_and_names_every_row(halden, name):
    before = sr.read(halden)
    corrections_template.write(corrections_template.correction_rows(before, name), halden / "corrections.csv")
    same(sr.read(halden), before)
    rows = rows_of(halden / "corrections.csv")
    for row in rows:  # a spreadsheet's semicolons, and every value confirmed
        row.update(value=row["now"], by="Ed Lund")
    rewrite(halden / "corrections.csv", rows)
    after = sr.read(halden)
    assert after.changes["applied"].all(), after.changes[~after.changes["applied"]].to_dict("records")
    assert len(after.changes) == len(rows) > 10
    for table in ("certainty", "issues"):  # confirming what is read changes nothing but who says so
        again, first = (reading.tables()[table].drop(columns="corrected") for reading in (after, before))
        pd.testing.assert_frame_equal(again, first)


@pytest.mark.parametrize("name", ["halden_1_wire.txt", "own.csv"])
def test_no_article_and_no_table_of_ones_own_is_replaced(halden, name, capsys):
    (halden / "own.csv").write_text("text\nIt rained.\n")
    before = (halden / name).read_bytes()
    assert cli.main(["corrections", str(halden), "--out", str(halden / name), "--force"]) == 2
    assert name in capsys.readouterr().err and (halden / name).read_bytes() == before


def test_a_text_that_no_row_has_is_told(halden, capsys):
    assert cli.main(["corrections", str(halden), "--where", "qwrtz"]) == 2
    assert "no row of statements has 'qwrtz'" in capsys.readouterr().err
    assert not (halden / "corrections.csv").exists()


def test_one_cell_is_filled_in_and_seen(halden, capsys):
    file = halden / "corrections.csv"
    assert cli.main(["corrections", str(halden), "--where", "never asked us"]) == 0
    assert f"Wrote 2 rows to {file}." in capsys.readouterr().out
    rows = rows_of(file)
    assert [(row["article"], row["quote"], row["now"], row["value"]) for row in rows] == [
        ("halden_1_wire.txt", '"They never asked us,"', "Odette Farrow", ""),
        ("halden_2_tabloid.txt", '"They never asked us!"', "(unattributed)", ""),
    ]
    rows[1].update(value="Odette Farrow", by="Ed Lund", why="she says so in the two others")
    rewrite(file, rows)
    assert cli.main(["tables", str(halden), "--out", str(halden.parent / "tables")]) == 0
    assert "1 correction by readers is applied (Ed Lund 1)." in capsys.readouterr().err
    reading = sr.load(halden.parent / "tables")
    (changed,) = reading.statements[reading.statements["corrected"] != ""].to_dict("records")
    assert (changed["speaker"], changed["text"]) == ("Odette Farrow", '"They never asked us!"')
    assert "(unattributed)" not in reading.speakers["speaker"].tolist()

    parts = reading.split()
    page = article_page(parts[changed["article_id"]])
    assert "1 correction by readers is applied (Ed Lund 1)." in page
    assert "Odette Farrow</bdi> (corrected)</button>" in page
    assert "corrected by Ed Lund: she says so in the two others (speaker)" in page
    assert "Corrections by readers" in page
    untouched = article_page(parts[reading.articles["article_id"].iloc[0]])
    assert "corrected" not in untouched.split("</style>")[1]
    index = index_page([Group("halden", reading, "tables")], [])
    assert ("1 correction by readers is applied (Ed Lund 1)." in index and "she says so in the two others" in index)


def test_a_corrected_mark_says_so_where_it_is_opened(halden):
    row = "could,the gates,retype mark,probability,Ed Lund,odds"
    (halden / "corrections.csv").write_text(f"quote,prefix,change,value,by,why\n{row}\n")
    reading = sr.read(halden / "halden_1_wire.txt")
    page = article_page(reading)
    assert "<b>Corrected by</b> <bdi>Ed Lund: odds (retype mark)</bdi>" in page


def test_people_are_written_changing_nothing_and_merged_by_hand(halden, capsys):
    file, before = halden / "people.csv", sr.read(halden)
    assert cli.main(["corrections", str(halden), "--people"]) == 0
    same(sr.read(halden), before)
    rows = {row["name"]: row for row in rows_of(file)}
    assert not any("its director" in row["aliases"] for row in rows.values())
    rows["Estmere Marsh Trust"].update(aliases="Marsh Trust", role="trust")
    del rows["Marsh Trust"]
    rewrite(file, [*rows.values()])
    speakers = sr.read(halden).speakers
    assert speakers.loc[speakers["speaker"] == "Estmere Marsh Trust", "role"].tolist() == ["trust", "trust"]
    assert "Marsh Trust" not in speakers["speaker"].tolist()


def test_a_file_that_is_there_is_not_replaced_unless_told(halden, capsys):
    file = halden / "corrections.csv"
    file.write_text("quote,change\n")
    assert cli.main(["corrections", str(halden)]) == 2
    assert (f"{file} exists; name another file with --out, or replace it with --force" in capsys.readouterr().err)
    assert file.read_text() == "quote,change\n"
    assert cli.main(["corrections", str(halden), "--table", "issues", "--force"]) == 0
    assert {row["change"] for row in rows_of(file)} == {"change issue"}
    assert cli.main(["corrections", str(halden), "--out", str(halden / "no" / "x.csv")]) == 2
    assert "there is no folder" in capsys.readouterr().err
    assert cli.main(["corrections", str(halden), "--out", str(halden)]) == 2
    assert "is a folder; name a file" in capsys.readouterr().err
    assert cli.main(["corrections", str(halden), "--out", str(halden / "x.txt")]) == 2
    assert "x.txt is not a .csv file; name one with --out" in capsys.readouterr().err
    assert cli.main(["corrections", str(halden / "halden_1_wire.txt"), "--people"]) == 0
    assert (halden / "people.csv").is_file()


def test_a_file_of_another_kind_is_never_replaced(halden, capsys):
    file = halden / "prices.csv"
    file.write_text("item,price\n")
    assert cli.main(["corrections", str(halden), "--out", str(file), "--force"]) == 2
    assert f"{file} has other columns and is not replaced" in capsys.readouterr().err
    assert file.read_text() == "item,price\n"


def test_a_quotation_that_a_spreadsheet_would_run_comes_back(tmp_path):
    (tmp_path / "a.txt").write_text("=1+1 is two, the mayor said. It may be, said Ana Ruiz.")
    reading = sr.read(tmp_path)
    written = corrections_template.correction_rows(reading, "statements")
    corrections_template.write(written, tmp_path / "corrections.csv")
    rows = rows_of(tmp_path / "corrections.csv")
    assert [row["quote"] for row in rows] == ["'=1+1 is two", "It may be"]
    for row in rows:
        row.update(value="Ida Holm")
    rewrite(tmp_path / "corrections.csv", rows)
    assert sr.read(tmp_path).changes["applied"].tolist() == [True, True]


@pytest.mark.slow
def test_the_page_of_a_notebook_counts_corrections(halden, tmp_path):
    (halden / "corrections.csv").write_text("quote,change,by\nthe gates could,remove mark,Ed Lund\nno such,voice,\n")
    (tmp_path / "notebooks").mkdir()
    cell = nbformat.v4.new_code_cell('ARTICLES = "seeds"', metadata={"tags": ["parameters"]})
    prose = nbformat.v4.new_markdown_cell("# Mine")
    nbformat.write(nbformat.v4.new_notebook(cells=[prose, cell]), tmp_path / "notebooks" / "mine.ipynb")
    run.write_reports(halden, tmp_path / "out", notebooks=tmp_path / "notebooks")
    page = (tmp_path / "out" / "mine.html").read_text(encoding="utf-8")
    note = "1 correction by readers is applied (Ed Lund 1)."
    head, _, rest = page.partition(f'<p class="corrections">{note}</p>')
    assert head.count("<h1") == 1 and '<div class="cell">' not in head and '<div class="cell">' in rest
