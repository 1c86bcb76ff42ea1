"""Keys that can be checked: their pages, the sheets of a second reader, and what pages say of who has checked them."""

import re
from datetime import date
from html import unescape

import pandas as pd
import pytest

from sourcereading import cli
from sourcereading.reading.files import save_csv
from sourcereading.text.paths import ROOT, ReaderError
from sourcereading_evaluation.key_checks import in_words, sheets
from sourcereading_evaluation.key_lines import articles, key_lines, speech_in
from sourcereading_evaluation.key_sheet import COLUMNS, LETTERS, Marked, Sheet, empty_sheet, read_sheet
from sourcereading_evaluation.second_reading import SURE, VOICE, WHO, agreement, compare, report
from sourcereading_lessons.key_page import how_to_mark, key_page

WIRE, FERRY = "halden_1_wire", "skellan_ferry"
_LETTER = {voice: letter for letter, voice in LETTERS.items()}


def as_the_key(article):
    """A sheet on which everything is marked as in the key."""
    rows = []
    for line in key_lines(article):
        for number, one in enumerate(speech_in(line, article)):
            who = {"(writer)": "", "(unattributed)": "?"}.get(one.speaker, one.speaker)
            words = "" if number else "; ".join(mark.text for mark in line.words)
            rows.append((article, str(line.number), line.text, who, _LETTER[one.voice], words, "", ""))
    rows[0] = (*rows[0][:6], "Ana Ruiz", "2026-11-27")
    return pd.DataFrame(rows, columns=COLUMNS)


def save(frame, file):
    save_csv([frame], file, "utf-8-sig")


@pytest.fixture
def handed_in(tmp_path):
    """Reads a sheet that is as the key but for some cells, given by line, column and what is written there."""

    def read(*changes, article=WIRE, name="sheet.csv"):
        frame = as_the_key(article)
        for line, column, text in changes:
            frame.loc[frame["line"] == str(line), column] = text
        save(frame, tmp_path / name)
        return read_sheet(tmp_path / name)

    return read


# --- Comparing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("article", articles())
def test_a_sheet_as_the_key_differs_nowhere(article, handed_in):
    found = compare(handed_in(article=article))
    assert found.differing == []
    assert all(agreement(found.answers[name]).value == 1 for name in (WHO, VOICE, SURE))


def test_where_they_differ_is_told_with_the_words(handed_in):
    sheet = handed_in(
        (5, "speaker", "the ministry"), (5, "voice", "q"), (10, "certainty", "If"), (17, "certainty", ""),
        (22, "certainty", "tripled"),
    )  # fmt: skip
    found = {(one.line, one.question): (one.key, one.reader) for one in compare(sheet).differing}
    assert found == {
        (5, WHO): ("Ilse Marrow", "the ministry"),
        (5, VOICE): ("paraphrased (Ilse Marrow)", "quoted (the ministry)"),
        (10, SURE): ("“could”", "not marked"),
        (17, SURE): ("“Nobody does”, borderline", "not marked"),
        (22, SURE): ("not marked", "“tripled”"),
    }
    said = list(report([sheet]))
    assert said[0] == "halden_1_wire: the key beside Ana Ruiz (2026-11-27), who read 22 of 22 lines"
    assert said[1] == "They differ in 4 lines."
    assert "    who speaks · key: Ilse Marrow · Ana Ruiz: the ministry" in said
    assert re.fullmatch(r"  who speaks: +0\.9\d \(0\.\d\d to 1\.00\); the same in 23 of 24 places", said[-3])


def test_a_name_may_be_a_part_of_that_of_the_key_and_words_may_have_other_letters(handed_in):
    assert compare(handed_in((5, "speaker", "Marrow"), (10, "speaker", "An official"))).differing == []
    assert compare(handed_in((2, "certainty", "60  PERCENT chance;IF"))).differing == []
    assert compare(handed_in((17, "certainty", "nobody does"))).differing == []


def test_a_speaker_inside_a_speaker_is_asked_in_a_row_of_its_own(handed_in, tmp_path):
    frame = as_the_key(FERRY)
    nested = frame.index[frame["speaker"] == "the engineer's supervisor"]
    frame = frame.drop(nested)
    save(frame, tmp_path / "one.csv")
    (one,) = compare(read_sheet(tmp_path / "one.csv")).differing
    assert (one.line, one.question, one.key, one.reader) == (7, WHO, "the engineer's supervisor", "nobody else")


def test_a_line_that_was_not_read_is_left_out(tmp_path):
    frame = as_the_key(WIRE).iloc[:9]
    save(frame, tmp_path / "part.csv")
    sheet = read_sheet(tmp_path / "part.csv")
    assert len(compare(sheet).answers[SURE]) == len(sheet.lines) < len(key_lines(WIRE))
    assert f"who read {len(sheet.lines)} of 22 lines" in next(report([sheet]))


def test_what_a_spreadsheet_does_to_a_sheet_is_no_damage(tmp_path):
    text = as_the_key(WIRE).to_csv(sep=";", index=False, lineterminator="\r\n").replace("2026-11-27", "27.11.2026")
    (tmp_path / "excel.csv").write_bytes(text.encode("cp1252"))
    sheet = read_sheet(tmp_path / "excel.csv")
    assert sheet.day == date(2026, 11, 27) and compare(sheet).differing == []


# --- Damaged sheets -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([(5, "voice", "")], "row 6: no voice; write q (quoted), p (paraphrased), b (both)"),
        ([(5, "voice", "x")], "row 6: the voice 'x' is not known; write q (quoted)"),
        ([(5, "speaker", "")], "row 6: p without a speaker; write who speaks"),
        ([(1, "speaker", "Ana Ruiz")], "row 2: w and the speaker 'Ana Ruiz'; delete the speaker, or write q, p or b"),
        ([(5, "certainty", "likley")], "row 6: “likley” is not in the sentence; copy the words from it"),
        ([(5, "sentence", "It rained.")], "row 6: not the sentence of line 5 (“She said the assembly was"),
        ([(5, "line", "99")], "row 6: the text has no line '99'; copy the number from an empty sheet (1 to 22)"),
        ([(5, "line", "9" * 5000)], "row 6: the text has no line '999"),
        ([(5, "line", "no")], "row 6: the text has no line 'no'"),
        ([(5, "line", "")], "row 6: the text has no line ''"),
        ([(5, "article", "x")], "row 6: no key is called 'x'; copy one of"),
        ([(5, "article", FERRY)], "row 6: another article than the rows above; put it into a sheet of its own"),
        ([(1, "reader", "")], "row 2: no reader; write it there"),
        ([(5, "reader", "Ben Holm")], "row 6: another reader than above; a sheet is one person's"),
        ([(1, "date", "soon")], "the date 'soon' is not a day; write it as 2026-11-27"),
        ([(1, "date", "31.02.2026")], "the date '31.02.2026' is not a day"),
    ],
)  # fmt: skip
def test_a_damaged_sheet_is_an_error_with_file_row_and_remedy(changes, said, handed_in):
    with pytest.raises(ReaderError) as error:
        handed_in(*changes)
    assert str(error.value).startswith(f"sheet.csv, {said}")


def test_an_empty_sheet_says_once_what_all_rows_lack(tmp_path):
    save(empty_sheet(FERRY), tmp_path / "ferry.csv")
    with pytest.raises(ReaderError, match=r"rows 2, 3, 4, 5 and 33 more: no voice") as error:
        read_sheet(tmp_path / "ferry.csv")
    assert len(str(error.value).splitlines()) == 3


def test_the_writer_and_a_speaker_in_one_sentence_are_too_many(tmp_path):
    frame = as_the_key(WIRE)
    frame.loc[len(frame)] = (WIRE, "5", "", "", "w", "", "", "")
    save(frame, tmp_path / "both.csv")
    row = len(frame) + 1
    with pytest.raises(ReaderError, match=rf"both.csv, row {row}: w, but line 5 has another row, too; delete this row"):
        read_sheet(tmp_path / "both.csv")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "a.csv: no column is named 'article' (the first row has: nothing)"),
        (",".join(COLUMNS).encode() + b"\n", "a.csv: nothing stands below the names of the columns; fill it in"),
        (b"article,line\nhalden_1_wire,1\n", "a.csv, row 1: no column is named 'sentence', 'speaker'"),
        (",".join(COLUMNS).encode() + b'\nhalden_1_wire,1,"x\n', "a.csv, row 2: a double quote is not closed"),
        (",".join(COLUMNS).encode() + b"\nhalden_1_wire,1,a,b\n", "a.csv, row 2: not the sentence of line 1"),
    ],
)
def test_a_file_that_is_no_sheet_says_so(content, said, tmp_path):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(ReaderError) as error:
        read_sheet(tmp_path / "a.csv")
    assert str(error.value).startswith(said)


# --- Pages ----------------------------------------------------------------------------------------------------


def plain(markup):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_a_key_s_page_has_the_text_who_speaks_how_sure_and_questions():
    page = key_page(FERRY)
    said = plain(page)
    assert "An AI assistant marked this key; no person has checked it." in said
    assert "the engineer's supervisor, through an engineer who worked on the ship" in said
    assert '<b>highly unlikely</b><sup>%</sup>' in page and "<b>must</b><sup>▲?</sup>" in page
    assert '<span class="n">I </span><span class="n"><b>could</b><sup>▼</sup></span><span class="n"> be sued' in page
    assert said.count("Two readings are defensible here. Which is yours?") == 11
    assert len(re.findall(r'<li value="\d+">', page)) == 37


@pytest.mark.parametrize("article", articles())
def test_the_words_of_a_key_s_page_are_those_of_the_text(article):
    found = re.findall(r'<p class="said">(.*?)</p>', key_page(article), re.DOTALL)
    shown = [unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", line)) for line in found]
    assert ["".join(line.split()) for line in shown] == ["".join(line.text.split()) for line in key_lines(article)]


def test_how_to_mark_gives_no_key_away():
    said = plain(how_to_mark().partition("</style>")[2])
    texts = " ".join(line.text for article in articles() for line in key_lines(article))
    for words in re.findall(r"“([^”]{12,})”", said):
        assert words not in texts


def test_the_command_writes_pages_and_keeps_what_was_filled_in(tmp_path, capsys):
    out = tmp_path / "keys"
    assert cli.main(["key", "--out", str(out)]) == 0
    assert "Wrote 5 keys as pages and 5 empty sheets" in capsys.readouterr().out
    assert {file.stem for file in out.glob("*.csv")} == {*articles()}
    assert {file.stem for file in out.glob("*.html")} == {*articles(), "how-to-mark"}
    save(as_the_key(WIRE), out / f"{WIRE}.csv")
    assert cli.main(["key", "--out", str(out)]) == 0
    assert "0 empty sheets" in capsys.readouterr().out
    sheet = str(out / f"{WIRE}.csv")
    assert cli.main(["key", sheet]) == 0
    assert "They do not differ." in capsys.readouterr().out
    assert cli.main(["key", sheet, sheet]) == 2
    assert "Ana Ruiz has a sheet on halden_1_wire already" in capsys.readouterr().err
    assert cli.main(["key", str(out / f"{FERRY}.csv")]) == 2
    assert "skellan_ferry.csv, rows 2, 3, 4, 5 and 33 more: no voice" in capsys.readouterr().err


# --- Who has checked a key ------------------------------------------------------------------------------------


def read_by(name, article, lines=None):
    every = {line.number: Marked(speech_in(line, article), line.words) for line in key_lines(article)}
    return Sheet("", article, name, date(2026, 11, 27), dict(list(every.items())[:lines]))


def test_a_page_says_who_has_checked_a_key_as_soon_as_somebody_has():
    one, two = read_by("Ana Ruiz", WIRE), read_by("Ben Holm", WIRE)
    nobody = "An AI assistant marked this key; no person has checked it."
    assert in_words([], [WIRE], "this key") == in_words([one], [FERRY], "this key") == nobody
    assert in_words([read_by("Ana Ruiz", WIRE, lines=9)], [WIRE], "this key") == nobody
    said = in_words([one], [WIRE], "it")
    assert said == "An AI assistant marked it; only one person has checked it, Ana Ruiz (2026-11-27)."
    said = in_words([two, one], [WIRE], "this key")
    assert said.endswith("; Ana Ruiz (2026-11-27) and Ben Holm (2026-11-27) have checked it.")
    assert in_words([one, two], [WIRE, FERRY], "the keys").endswith("; no person has checked them.")


def test_every_text_that_says_who_marked_the_keys_says_what_the_sheets_say():
    """These are written by hand: as soon as a sheet is handed in, they have to say so."""
    assert sheets() == (), "somebody has checked a key: say so in the files below, and here"
    pages = ("README.md", "teach/README.md", "data/gold/README.md", "data/data-dictionary.md")
    for name in (*pages, "notebooks/00-start-here.ipynb", "notebooks/07-how-good-is-this.ipynb"):
        said = " ".join((ROOT / name).read_text(encoding="utf-8").split())
        assert re.search(r"no person has (?:checked|\",? ?\"?checked)|checked by no person", said, re.IGNORECASE), name
