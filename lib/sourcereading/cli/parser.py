"""What the command takes, and the help that it shows."""

from __future__ import annotations

import argparse
from typing import Any

from sourcereading.cli import commands as do
from sourcereading_archive.command import add_archive
from sourcereading_lessons.command import add_class, add_lesson, add_poll
from sourcereading_lessons.key_command import add_key

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

_RAW = argparse.RawDescriptionHelpFormatter


def make_parser() -> argparse.ArgumentParser:
    """What the command takes; ``do`` of the parsed options is the function that does it."""
    parser = argparse.ArgumentParser(
        prog="sourcereading",
        description="Reads news articles closely: who says what, how surely, about which issues, in what tone.",
        epilog=_MAIN_HELP,
        formatter_class=_RAW,
    )
    parser.add_argument("--version", action="store_true", help="show the version")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show the traceback of an error")
    issues = argparse.ArgumentParser(add_help=False)
    issues.add_argument(
        "--codebook", metavar="FILE", help="the codebook of issues; default: data/lexicons/issues.csv"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    parser.set_defaults(debug=False)
    _add_reports(commands, [common, issues])
    _add_tables(commands, [common, issues])
    add_archive(commands, [common, issues], do.archive)
    _add_corrections(commands, [common, issues])
    _add_new(commands, [common])
    _add_codebook(commands, [common])
    add_lesson(commands, [common], do.lesson)
    add_key(commands, [common], do.key)
    add_class(commands, [common], do.answers_of_a_class)
    add_poll(commands, [common], do.poll)
    _add_evaluate(commands, [common])
    return parser


def _add_reports(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    reports = commands.add_parser(
        "reports",
        parents=parents,
        formatter_class=_RAW,
        help="run every notebook on the articles and write HTML reports",
        description="Runs every notebook on the articles; writes a page per notebook, an annotated page per\n"
        "article, the tables and an index page. Files that an earlier run wrote into the folder are replaced;\n"
        "other files there are not changed.",
        epilog="example:\n  sourcereading reports my-articles --out my-reports",
    )
    reports.add_argument("articles", nargs="?", default=do.SEEDS, metavar="ARTICLES", help="default: seeds")
    reports.add_argument(
        "--out", default="reports", metavar="DIR", help="folder to write into; default: reports"
    )
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
    reports.set_defaults(do=do.reports)


def _add_tables(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    tables = commands.add_parser(
        "tables",
        parents=parents,
        formatter_class=_RAW,
        help="write the tables only",
        description="Writes every table of the reading as NAME.csv or NAME.parquet, a copy of the codebook,\n"
        "and manifest.json.",
        epilog="example:\n  sourcereading tables my-articles --out my-tables --format parquet",
    )
    tables.add_argument("articles", metavar="ARTICLES", help="a file, a folder or a table of articles")
    tables.add_argument("--out", required=True, metavar="DIR", help="folder to write into")
    tables.add_argument("--format", choices=("csv", "parquet"), default="csv", help="default: csv")
    tables.set_defaults(do=do.tables)


def _add_corrections(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    corrections = commands.add_parser(
        "corrections",
        parents=parents,
        formatter_class=_RAW,
        help="write a first corrections.csv or people.csv to fill in",
        description="Writes rows of a table as rows of corrections.csv. Fill in value, by and why where the reading\n"
        "is wrong, keep the file beside the articles, and run again: the corrections are applied. A row\n"
        "without a value changes nothing. data/data-dictionary.md says what can be changed.",
        epilog="examples:\n  sourcereading corrections my-articles --table certainty --where could\n"
        "  sourcereading corrections my-articles --people",
    )
    corrections.add_argument("articles", metavar="ARTICLES", help="a file, a folder or a table of articles")
    corrections.add_argument(
        "--table", choices=("statements", "certainty", "issues"), default="statements", help="default: statements"
    )
    corrections.add_argument("--where", default="", metavar="TEXT", help="only rows with this text in any cell")
    corrections.add_argument("--people", action="store_true", help="write people.csv: one speaker per row")
    corrections.add_argument("--out", metavar="FILE", help="default: corrections.csv (people.csv) beside the articles")
    corrections.add_argument("--force", action="store_true", help="replace the file if it exists")
    corrections.set_defaults(do=do.corrections)


def _add_new(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    new = commands.add_parser(
        "new",
        parents=parents,
        formatter_class=_RAW,
        help="write a working copy: notebooks, word lists, a place for articles",
        description="Writes the notebooks, the word lists and a place for articles into a folder of your own, to be\n"
        "changed as you like. In that folder its word lists count before those of the library. No file is\n"
        "replaced.",
        epilog="example:\n  sourcereading new my-folder && cd my-folder && sourcereading reports",
    )
    new.add_argument("folder", nargs="?", default=".", metavar="DIR", help="default: the working directory")
    new.set_defaults(do=do.new)


def _add_codebook(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    book = commands.add_parser(
        "codebook",
        parents=parents,
        formatter_class=_RAW,
        help="make a codebook from a word list of another program",
        description="Writes the word list of LIWC (.dic), Lexicoder (.lcd, .lc3) or quanteda (.yml, .yaml) as a\n"
        "codebook, a CSV file for --codebook, and names each entry that a codebook cannot hold.",
        epilog="example:\n  sourcereading codebook import my-words.dic --out my-codebook.csv",
    )
    book.add_argument("what", choices=("import",), help="what to do")
    book.add_argument("file", metavar="FILE", help="the word list")
    book.add_argument("--out", metavar="FILE", help="default: FILE with the ending .csv, in the working folder")
    book.add_argument("--force", action="store_true", help="replace the file if it exists")
    book.set_defaults(do=do.import_codebook)


def _add_evaluate(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    evaluate = commands.add_parser(
        "evaluate",
        parents=parents,
        formatter_class=_RAW,
        help="compare the reading with a gold file",
        description="Reads the texts of a gold file and compares the result with its annotations.",
        epilog="example:\n  sourcereading evaluate certainty gold.jsonl --predictions mine.jsonl",
    )
    evaluate.add_argument("what", choices=("attribution", "certainty", "sentiment"))
    evaluate.add_argument("gold", metavar="GOLD.jsonl", help="one JSON object per line, with id and text")
    evaluate.add_argument(
        "--predictions", metavar="FILE", help="write the predictions in the gold file's format"
    )
    evaluate.add_argument("--flat", action="store_true", help="attribution: outermost statements only")
    evaluate.add_argument(
        "--approximators",
        action="store_true",
        help="certainty: approximations, such as “about 300”, count as hedges, too",
    )
    evaluate.set_defaults(do=do.score)
