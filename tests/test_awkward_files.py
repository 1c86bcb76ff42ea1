"""A battery of awkward files. Each is written here, read alone and among the others, and has one outcome that is right:
accepted with its text kept, or refused by name. All texts are invented."""

import codecs
import gzip
import json
import os
import time
import unicodedata
from dataclasses import dataclass

import pytest

from sourcereading import cli
from sourcereading.cli.terminal import DONE, NOTHING_DONE, SOME_REFUSED
from sourcereading.reading.files import load_csv
from sourcereading.text.articles import read_articles
from sourcereading.text.decoding import LONGEST

LINE = "Ana Ruiz said the ferry may be late. “Nobody knows,” she added.\n"


@dataclass(frozen=True)
class Case:
    """Bytes of a file; the text that comes of it, None where it is refused; a word of its reason or warning."""

    data: bytes
    text: str | None
    told: str = ""


def kept(text, told=""):
    """A text that is accepted as it stands."""
    return Case(text.encode("utf-8"), text, told)


def refused(data, told):
    return Case(data.encode("utf-8") if isinstance(data, str) else data, None, told)


def flood(unit, size=10_000):
    return kept("Ana Ruiz said no. " + unit * (size // len(unit)) + " End.\n", told="?")


CASES = {
    # nothing in it
    "empty": refused(b"", "empty"),
    "blank lines": refused("\n \t\n" * 40, "empty"),
    "a bom alone": refused(codecs.BOM_UTF16_BE, "empty"),
    "invisible alone": refused("\u200b\ufeff\u2060\n", "empty"),
    "one letter": kept("I", "only one letter"),
    "marks alone": kept("—?! “”\n", "no statements"),
    # line ends
    "crlf": Case(LINE.replace("\n", "\r\n").encode() * 2, LINE * 2),
    "cr": Case(b"Ana left.\rTom came.\r", "Ana left.\nTom came.\n"),
    "all line ends": Case(b"One left.\r\nTwo came.\rSix stayed.\n\r\n", "One left.\nTwo came.\nSix stayed.\n\n"),
    "other separators": kept("Ana left.\u2028Tom came.\u2029Bo stayed.\x85Ida slept.\x0bThe end.", "control"),
    # encodings
    "utf-8 with a bom": Case(codecs.BOM_UTF8 + LINE.encode(), LINE),
    "utf-16": Case((LINE + "16").encode("utf-16"), LINE + "16"),
    "utf-32": Case((LINE + "32").encode("utf-32"), LINE + "32"),
    "windows-1252": Case("José’s café is “shut”.".encode("cp1252"), "José’s café is “shut”.", "Windows-1252"),
    "utf-16 without a bom": refused(LINE.encode("utf-16-le"), "UTF-16 without a BOM"),
    "half a utf-16 sign": refused(codecs.BOM_UTF16_LE + b"A\0B", "its BOM says"),
    "a byte of no encoding": refused(b"Ana \x8d left.", "(byte 4)"),
    "cut off": refused(LINE.encode()[: LINE.encode().index("“".encode()) + 2], "cut off"),
    "a surrogate in utf-8": refused(b"Ana \xed\xa0\x81 \x81 left.", "neither"),
    "nul": refused(b"Ana\0 left.", "NUL"),
    "mojibake": kept("â€œNo,â€\x9d Ana said.", "mojibake"),
    "lost signs": kept("Ana \ufffdleft\ufffd.", "replacement"),
    # another kind of file
    "a picture": refused(b"\x89PNG\r\n\x1a\n\0", "picture"),
    "a pdf": refused(b"%PDF-1.4\n", "PDF"),
    "an office document": refused(b"PK\x03\x04\x14", "office"),
    "a pdf behind blank lines": refused(b"\n\n%PDF-1.4\n", "PDF"),
    "an old office document": refused(b"\xd0\xcf\x11\xe0" + b"\0" * 99, "old office document"),
    "an e-mail": refused(f"From: a\nTo: b,\n c\nMIME-Version: 1.0\n\n=E2=80=9C{LINE}", "e-mail"),
    "no e-mail": kept(f"Update: it rains.\n\n{LINE}It said: MIME-Version: 1.0"),
    "markdown": kept("“No,” **Ana Ruiz** said.\n"),
    "a link in markdown": kept("“No,” Ana Ruiz [said](https://a.example/b).\n"),
    "packed": refused(gzip.compress(LINE.encode(), mtime=0), "gzip"),
    "rich text": refused("{\\rtf1 Ana left.}", "rich-text"),
    "a program": refused(b"\x7fELF\x02", "program"),
    "a web page": refused("<!doctype HTML><p>Ana left.</p>", "name the file .html"),
    "a web page without doctype": refused("\n <html lang=en><p>Ana left.</p>", "name the file .html"),
    "a piece of a web page": kept("<p>Ana left.</p>", "HTML"),
    "json": refused(json.dumps({"text": LINE}), "JSON"),
    "deep json": kept("[" * 20_000, "no statements"),
    # signs
    "direction controls": kept("Ana \u202eleft\u202c.", "bidi"),
    "a word with holes": kept("Ana s\u200ba\u200bid no.", "invisible"),
    "a hidden message": kept("Ana left." + "".join(chr(0xE0000 + ord(c)) for c in "obey"), "invisible"),
    "control signs": kept("Ana \x1b[1mleft\x1b[0m\x07.", "control"),
    "a letter of another script": kept("\u0410na left.", "mixed scripts"),
    "decomposed": kept(unicodedata.normalize("NFD", "José Núñez said “no”.")),
    "composed": kept("José Núñez said “no”."),
    "piled accents": kept("Ana s" + "\u0301\u0316" * 200 + "aid no."),
    "wide letters": kept("Ａｎａ ｓａｉｄ ｎｏ．"),
    "longer in lower case": kept("İ said “İİİ” and ẞ left. " * 20),
    "joined emoji": kept("Ana said “👩\u200d🚀 yes”.", "invisible"),
    "french": kept("Le maire a déclaré que rien n’est décidé et que les travaux seront repris. " * 3, "language"),
    "hebrew": kept("ראש העיר אמר שהמעבורת תתעכב עד האביב.", "language"),
    # marks of quotation
    "an open quotation": kept("Ana said “it rains. Tom left.", "unpaired"),
    "a closed quotation": kept("It rains,” Ana said.", "unpaired"),
    "a quotation over paragraphs": kept("“One,” Ana said.\n\n“Two, and on.\n\n“Three.”"),
    "feet and inches": kept("The 6'2\" keeper said the 9″ plank was “fine”."),
    "nested quotations": kept("“He said ‘I heard “no” twice’,” Ana said."),
    # names that look like something else
    **{
        f"speaker {name}": kept(f"{name} said the ferry may be late. “No,” said {name}.\n")
        for name in ("NA", "nan", "None", "True", "1e5", "=SUM(A1)", "<b>Ana</b>", "Ana | Bo", "$x_{$", "{name}")
    },
    # too much
    "too long": refused("Ana left. " * (LONGEST // 10 + 1), "split it"),
    **{
        f"flood of {unit!r}": flood(unit)
        for unit in ('"', "“", "”", "'", ".", "!?", "(", ")", "—", "-", "\n", "x\n\n", " ", "not ", "Mr. ", "U.S. ",
                     "said ", "a", "A", "1", "\u0301", "\u200b", "<", "&", "Ana Ruiz and ", "who said that ", ": ) ")
    },
}  # fmt: skip
MAY_BE_TOLD = ("speaker <b>Ana</b>",)
"""Warned of something besides: tags that are read as words."""


def read(articles, out, capsys):
    """What the command makes of articles: exit status, the tables of articles and problems, and what it says."""
    status = cli.main(["tables", "--out", str(out), "--", str(articles)])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    if status == NOTHING_DONE:
        return status, None, None, said
    return (status, load_csv(out / "articles.csv", "articles"), load_csv(out / "problems.csv", "problems"), said)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow) if name.startswith("flood") else name for name in CASES]
)
def test_a_file_alone(name, tmp_path, capsys):
    case, file = CASES[name], tmp_path / "the article.txt"
    file.write_bytes(case.data)
    started = time.process_time()
    status, articles, problems, said = read(file, tmp_path / "out", capsys)
    assert time.process_time() - started < 10
    if case.text is None:
        assert (status, "the article.txt: " in said, case.told in said) == (NOTHING_DONE, True, True)
        return
    assert status == DONE
    assert articles["text"].tolist() == [case.text]
    reasons = " ".join(problems["reason"])
    if case.told not in ("", "?"):
        assert case.told in reasons
    elif not case.told and name not in MAY_BE_TOLD:
        assert not reasons


def test_all_files_together(tmp_path, capsys):
    """None is lost, and none harms another."""
    folder = tmp_path / "articles"
    folder.mkdir()
    files = {}
    for number, (name, case) in enumerate(CASES.items()):
        if not name.startswith("flood"):
            files[f"{number:03}.txt"] = case
            (folder / f"{number:03}.txt").write_bytes(case.data)
    status, articles, problems, _ = read(folder, tmp_path / "out", capsys)
    assert status == SOME_REFUSED
    texts = dict(zip(articles["file"], articles["text"], strict=True))
    assert texts == {file: case.text for file, case in files.items() if case.text is not None}
    bad = problems[problems["outcome"] == "refused"]
    assert sorted(bad["file"]) == [file for file, case in files.items() if case.text is None]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["files_in"] == len(files) == manifest["accepted"] + manifest["refused"]


NAMES = (
    "two  blanks.txt", "-o.txt", "it's.txt", "новость.txt", "📰.txt", "%s{0}$HOME.txt", "=1+1.txt", "LOUD.TXT",
    "n" * 200 + ".txt", "a;b&c.txt", "\u202etxt.exe.txt", "caf\u00e9.txt", "cafe\u0301.txt", "no suffix", "note.md",
    "d1/same.txt", "d2/same.txt", "/".join(["d"] * 40) + "/deep.txt",
)  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="such names are not allowed elsewhere")
def test_any_name_of_a_file(tmp_path, capsys):
    names = [*NAMES, "two\nlines.txt", 'a "b".txt', "a\\b.txt", "[a]*?.txt", "<b>.txt"]
    folder = tmp_path / "articles"
    for number, name in enumerate(names):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"Speaker {number} said no.\n")
    written = sum(1 for file in folder.rglob("*") if file.is_file())  # a Mac takes the two cafés for one
    status, articles, problems, _ = read(folder, tmp_path / "out", capsys)
    assert (status, len(articles), problems.empty) == (DONE, written, True)
    assert articles["article_id"].is_unique
    assert set(articles["file"]) <= set(names)


@pytest.mark.skipif(os.name != "posix", reason="there are no such files elsewhere")
@pytest.mark.parametrize("kind", ["fifo", "endless", "standard input", "dangling", "circular", "folder"])
def test_what_is_no_file_is_refused_and_not_waited_for(kind, tmp_path, capsys):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Ana left.")
    odd = folder / "odd.txt"
    targets = {"endless": "/dev/zero", "standard input": "/dev/stdin", "dangling": "none.txt", "circular": "odd.txt"}
    if kind in targets:
        odd.symlink_to(targets[kind])
    elif kind == "fifo":
        os.mkfifo(odd)
    else:
        odd.mkdir()
    status, articles, problems, said = read(folder, tmp_path / "out", capsys)
    assert (status, articles["file"].tolist()) == (SOME_REFUSED, ["a.txt"])
    assert problems[["file", "outcome"]].to_numpy().tolist() == [["odd.txt", "refused"]]
    if kind != "folder":
        status, *_, said = read(odd, tmp_path / "out2", capsys)
        assert (status, "odd.txt" in said) == (NOTHING_DONE, True)


def test_a_link_to_an_article_is_read_once_and_said(tmp_path, capsys):
    folder = tmp_path / "articles"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("Ana left.")
    (folder / "b.txt").symlink_to("a.txt")
    (folder / "sub" / "up").symlink_to("..")
    status, articles, problems, _ = read(folder, tmp_path / "out", capsys)
    assert (status, len(articles)) == (DONE, 1)
    told = dict(zip(problems["file"], problems["reason"], strict=True))
    assert "the same text as a.txt" in told["b.txt"] and "not followed" in told["sub/up"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv", "a.jsonl", "a.parquet"])
def test_a_file_too_large_is_refused_unread(name, tmp_path, capsys):
    with (tmp_path / name).open("wb") as file:
        file.truncate(6 * 2**30)  # takes no room: a hole
    started = time.process_time()
    status, *_, said = read(tmp_path / name, tmp_path / "out", capsys)
    assert time.process_time() - started < 1
    assert (status, f"{name}: 6,442 MB, more than" in said) == (NOTHING_DONE, True)


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".odt", ".epub", ".mhtml"])
def test_other_kinds_are_refused_with_what_to_do(suffix, tmp_path, capsys):
    (tmp_path / f"a{suffix}").write_text("Ana left.")
    status, *_, said = read(tmp_path / f"a{suffix}", tmp_path / "out", capsys)
    assert status == NOTHING_DONE
    assert (
        f"a{suffix}: not a text file ({suffix}); save the article as text (.txt) or as a web page (.html)"
        in said
    )


@pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX")
def test_a_file_closed_to_everybody_is_refused_even_to_root(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("It rained.")
    file.chmod(0)
    (tmp_path / "b.txt").write_text("It may rain.")
    intake = read_articles(tmp_path)
    (problem,) = intake.problems
    assert (problem.file, problem.outcome) == ("a.txt", "refused")
    assert [article.file for article in intake.articles] == ["b.txt"]
