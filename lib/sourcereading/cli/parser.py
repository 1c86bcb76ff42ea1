"""What the command takes, and the help that it shows."""

from __future__ import annotations

import argparse
from collections.abc import Callable

SEEDS = "seeds"
"""The folder of articles that is read when none is named."""

_MAIN_HELP = """\
examples:
  sourcereading reports                      the articles in seeds/, into reports/
  sourcereading reports my-articles --out my-reports
  sourcereading tables my-articles --out my-tables --format parquet
  sourcereading tables my-articles --out my-tables --codebook my-codebook.csv
  sourcereading archive articles.parquet --out my-archive    the tables of a corpus larger than memory
  sourcereading corrections my-articles      a first corrections.csv beside them, to fill in
  sourcereading new my-folder                a working copy: notebooks, word lists, a place for articles
  sourcereading codebook import my-words.dic    a word list of LIWC, Lexicoder or quanteda as a codebook
  sourcereading lesson my-article.txt --out my-lesson    a lesson on paper: text, sheet, machine's page
  sourcereading class class-quoted.csv       what a class answered, beside key and machine
  sourcereading poll poll.csv                what a class hears in “likely”, beside what readers say
  sourcereading evaluate attribution gold.jsonl --predictions mine.jsonl

ARTICLES is a text (.txt, .md) or a saved web page (.html), a folder of such files, or a table of articles (CSV,
TSV, JSON Lines or Parquet) with a column `text`. In a folder, sources.csv, corrections.csv and people.csv are about
the articles.

exit status: 0 all files accepted; 3 done, but some files were refused; 1 a notebook failed;
2 nothing could be done, or the call was wrong.
"""

_ARTICLES = "a file, a folder or a table of articles"
_Add = Callable[..., argparse.ArgumentParser]
"""Adds a command, as ``make_parser`` defines it."""


def make_parser() -> argparse.ArgumentParser:
    """What the command takes; ``do`` of the parsed options names the function of ``commands`` that does it."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="sourcereading",
        description="Reads news articles closely: who says what, how surely, about which issues, in what tone.",
        epilog=_MAIN_HELP,
        formatter_class=raw,
    )
    parser.add_argument("--version", action="store_true", help="show the version")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show the traceback of an error")
    issues = argparse.ArgumentParser(add_help=False)
    issues.add_argument("--codebook", metavar="FILE", help="the codebook of issues; default: data/lexicons/issues.csv")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    parser.set_defaults(debug=False)

    def add(
        name: str, help: str, description: str, *examples: str, do: str = "", codebook: bool = False
    ) -> argparse.ArgumentParser:
        parents = [common, issues] if codebook else [common]
        epilog = "\n  ".join([f"example{'s' * (len(examples) > 1)}:", *(f"sourcereading {one}" for one in examples)])
        command: argparse.ArgumentParser = commands.add_parser(
            name, parents=parents, formatter_class=raw, help=help, description=description, epilog=epilog
        )
        command.set_defaults(do=do or name)
        return command

    for add_command in (
        _reports, _tables, _archive, _corrections, _new, _codebook, _lesson, _key, _class, _poll, _evaluate,
    ):  # fmt: skip
        add_command(add)
    return parser


def _reports(add: _Add) -> None:
    reports = add(
        "reports",
        "run every notebook on the articles and write HTML reports",
        "Runs every notebook on the articles; writes a page per notebook, an annotated page per\n"
        "article, the tables and an index page. Files that an earlier run wrote into the folder are replaced;\n"
        "other files there are not changed.",
        "reports my-articles --out my-reports",
        codebook=True,
    )
    reports.add_argument("articles", nargs="?", default=SEEDS, metavar="ARTICLES", help="default: seeds")
    reports.add_argument("--out", default="reports", metavar="DIR", help="folder to write into; default: reports")
    reports.add_argument(
        "--notebooks", action="store_true", help="also keep the notebooks that were run, with their outputs"
    )
    reports.add_argument(
        "--articles",
        dest="where",
        default="",
        metavar="WHERE",
        help="of an archive: which articles, such as \"outlet == 'The Gazette' and date >= '2026-01'\"; default: the "
        "first 200",
    )
    reports.add_argument("--single", metavar="FILE.html", help="also write all pages as one HTML file, for mail")
    reports.add_argument("--zip", metavar="FILE.zip", help="also write the folder of reports as one archive")
    reports.add_argument("--pdf", metavar="FILE.pdf", help="also print all pages into one PDF (needs Chromium)")


def _tables(add: _Add) -> None:
    tables = add(
        "tables",
        "write the tables only",
        "Writes every table of the reading as NAME.csv or NAME.parquet, a copy of the codebook,\n"
        "and manifest.json.",
        "tables my-articles --out my-tables --format parquet",
        codebook=True,
    )
    tables.add_argument("articles", metavar="ARTICLES", help=_ARTICLES)
    tables.add_argument("--out", required=True, metavar="DIR", help="folder to write into")
    tables.add_argument("--format", choices=("csv", "parquet"), default="csv", help="default: csv")


def _archive(add: _Add) -> None:
    archive = add(
        "archive",
        "write the tables of a corpus larger than memory",
        "Writes the tables as Parquet, in parts of some hundred articles, on all cores of this machine or\n"
        "on a Dask cluster. A run that was stopped goes on when it is started again. At the end every source is\n"
        "accounted for in manifest.json, and _SUCCESS says that the archive is whole. Needs Dask:\n"
        "pip install 'sourcereading[archive]'.",
        "archive articles.parquet --out my-archive",
        "archive articles.jsonl --out /shared/my-archive --scheduler tcp://10.0.0.5:8786",
        codebook=True,
    )
    archive.add_argument("articles", metavar="SOURCE", help="a folder, or a table of articles")
    archive.add_argument("--out", required=True, metavar="DIR", help="folder of the archive")
    archive.add_argument("--workers", type=_number, metavar="N", help="processes on this machine; default: its cores")
    archive.add_argument("--scheduler", metavar="ADDRESS", help="a running Dask scheduler, in place of --workers")


def _number(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; give 1 or more")
    return int(text)


def _corrections(add: _Add) -> None:
    corrections = add(
        "corrections",
        "write a first corrections.csv or people.csv to fill in",
        "Writes rows of a table as rows of corrections.csv. Fill in value, by and why where the reading\n"
        "is wrong, keep the file beside the articles, and run again: the corrections are applied. A row\n"
        "without a value changes nothing. data/data-dictionary.md says what can be changed.",
        "corrections my-articles --table certainty --where could",
        "corrections my-articles --people",
        codebook=True,
    )
    corrections.add_argument("articles", metavar="ARTICLES", help=_ARTICLES)
    corrections.add_argument(
        "--table", choices=("statements", "certainty", "issues"), default="statements", help="default: statements"
    )
    corrections.add_argument("--where", default="", metavar="TEXT", help="only rows with this text in any cell")
    corrections.add_argument("--people", action="store_true", help="write people.csv: one speaker per row")
    corrections.add_argument("--out", metavar="FILE", help="default: corrections.csv (people.csv) beside the articles")
    corrections.add_argument("--force", action="store_true", help="replace the file if it exists")


def _new(add: _Add) -> None:
    new = add(
        "new",
        "write a working copy: notebooks, word lists, a place for articles",
        "Writes the notebooks, the word lists and a place for articles into a folder of your own, to be\n"
        "changed as you like. In that folder its word lists count before those of the library. No file is\n"
        "replaced.",
        "new my-folder && cd my-folder && sourcereading reports",
    )
    new.add_argument("folder", nargs="?", default=".", metavar="DIR", help="default: the working directory")


def _codebook(add: _Add) -> None:
    book = add(
        "codebook",
        "make a codebook from a word list of another program",
        "Writes the word list of LIWC (.dic), Lexicoder (.lcd, .lc3) or quanteda (.yml, .yaml) as a\n"
        "codebook, a CSV file for --codebook, and names each entry that a codebook cannot hold.",
        "codebook import my-words.dic --out my-codebook.csv",
        do="import_codebook",
    )
    book.add_argument("what", choices=("import",), help="what to do")
    book.add_argument("file", metavar="FILE", help="the word list")
    book.add_argument("--out", metavar="FILE", help="default: FILE with the ending .csv, in the working folder")
    book.add_argument("--force", action="store_true", help="replace the file if it exists")


def _lesson(add: _Add) -> None:
    lesson = add(
        "lesson",
        "make a lesson on paper from articles",
        "Writes HTML files to print from a browser, with sides of A4 for each article: the text with\n"
        "numbered lines and no marks, the student's sheet, the machine's page, and the teacher's page. Of two\n"
        "to four articles there is a grid, too: what each of them says of one thing, empty for the class and\n"
        "as the program fills it. There is no key, and nobody has checked what the program reads. Of a long\n"
        "text only the beginning is taken. Files that an earlier run wrote into the folder are replaced; other\n"
        "files there are not changed.\n"
        "Beside them are four CSV files, empty, for what a class answers: see `sourcereading class`.",
        "lesson my-article.txt --out my-lesson",
    )
    lesson.add_argument("articles", metavar="ARTICLES", help=_ARTICLES)
    lesson.add_argument("--out", required=True, metavar="DIR", help="folder to write into")
    lesson.add_argument(
        "--pdf", action="store_true", help="print all pages into lesson.pdf, too; needs Chromium or Chrome"
    )


def _key(add: _Add) -> None:
    key = add(
        "key",
        "show the answer keys, and check them with a second reader",
        "Without a sheet: writes each answer key as a page to read, and an empty sheet (CSV) for somebody\n"
        "who marks the text without looking at the key; how-to-mark.html says how. Sheets that are there are not\n"
        "replaced. With sheets: prints where they differ from the keys, with the words, and how far they agree.",
        "key --out keys",
        "key keys/halden_1_wire.csv",
    )
    key.add_argument("sheets", nargs="*", metavar="SHEET", help="a sheet that somebody has filled in")
    key.add_argument("--out", default="keys", metavar="DIR", help="folder to write into; default: keys")


def _class(add: _Add) -> None:
    answers = add(
        "class",
        "show where a class agrees: its answers beside key and machine",
        "Reads the class sheet of a lesson, a CSV file with a row per line of the text and a column per\n"
        "student (or one per answer, with how many raised a hand), and writes one HTML page to show or print, and a\n"
        "CSV: the answers to each line beside the key and the program's, the lines on which the class differs most,\n"
        "and how far it agrees. No name of a student is in them.",
        "class class-quoted.csv",
        "class my-lesson/class-quoted.csv --articles my-article.txt",
        do="answers_of_a_class",
    )
    answers.add_argument("sheet", metavar="SHEET.csv", help="the class sheet that came with a lesson, filled in")
    answers.add_argument("--articles", metavar="ARTICLES", help="for a lesson of your own: what it was made from")
    answers.add_argument("--out", metavar="FILE.html", help="default: SHEET-result.html beside the sheet")


def _poll(add: _Add) -> None:
    poll = add(
        "poll",
        "show what a class hears in “likely”, beside what readers say",
        "Reads a CSV file with a row per phrase and a column per student, each cell a number from 0 to\n"
        "100 (or a column per band, such as “60-74 %”, with how many raised a hand), and writes one HTML page with\n"
        "a chart, and a CSV. No name of a student is in them.",
        "poll poll.csv",
    )
    poll.add_argument("sheet", metavar="SHEET.csv", help="teach/how-sure/poll.csv, filled in")
    poll.add_argument("--out", metavar="FILE.html", help="default: SHEET-result.html beside the sheet")


def _evaluate(add: _Add) -> None:
    evaluate = add(
        "evaluate",
        "compare the reading with a gold file",
        "Reads the texts of a gold file and compares the result with its annotations.",
        "evaluate certainty gold.jsonl --predictions mine.jsonl",
        do="score",
    )
    evaluate.add_argument("what", choices=("attribution", "certainty", "sentiment"))
    evaluate.add_argument("gold", metavar="GOLD.jsonl", help="one JSON object per line, with id and text")
    evaluate.add_argument("--predictions", metavar="FILE", help="write the predictions in the gold file's format")
    evaluate.add_argument("--flat", action="store_true", help="attribution: outermost statements only")
    evaluate.add_argument(
        "--approximators",
        action="store_true",
        help="certainty: approximations, such as “about 300”, count as hedges, too",
    )
