"""The command ``sourcereading``: reports, tables, corrections, codebook, new, evaluate.

Exit status 0: done, every file accepted. 1: a notebook failed. 2: nothing could be done, or the call was
wrong. 3: done, but some files were refused. 130: interrupted. 141: the program that read the output stopped.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

DONE, NOTEBOOK_FAILED, NOTHING_DONE, SOME_REFUSED, INTERRUPTED, UNREAD = 0, 1, 2, 3, 130, 141

_SEEDS = "seeds"
_MAIN_HELP = """\
examples:
  sourcereading reports                      the articles in seeds/, into reports/
  sourcereading reports my-articles --out my-reports
  sourcereading tables my-articles --out my-tables --format parquet
  sourcereading tables my-articles --out my-tables --codebook my-codebook.csv
  sourcereading corrections my-articles      a first corrections.csv beside them, to fill in
  sourcereading new my-folder                a working copy: notebooks, word lists, a place for articles
  sourcereading codebook import my-words.dic    a word list of LIWC, Lexicoder or quanteda as a codebook
  sourcereading evaluate attribution gold.jsonl --predictions mine.jsonl

ARTICLES is a text (.txt, .md) or a saved web page (.html), a folder of such files, or a table of articles (CSV,
JSON Lines or Parquet) with a column `text`. In a folder, sources.csv, corrections.csv and people.csv are about
the articles.

exit status: 0 all files accepted; 3 done, but some files were refused; 1 a notebook failed;
2 nothing could be done, or the call was wrong.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with ``arguments`` (those of the process by default); returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.version:
        from sourcereading.report.show import library_version

        print(f"sourcereading {library_version()}")
        return DONE
    if options.command is None:
        parser.print_help(sys.stderr)
        return NOTHING_DONE
    if options.debug:
        logging.basicConfig(format="%(message)s")  # to stderr
        logging.getLogger("sourcereading").setLevel(logging.DEBUG)
    try:
        status = options.do(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # as in `sourcereading evaluate … | head -1`
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the flush at exit
        return UNREAD
    except KeyboardInterrupt:
        _say("\nInterrupted; what was written so far may be incomplete.")
        return INTERRUPTED
    except (ValueError, OSError) as error:
        if options.debug:
            traceback.print_exc()
        _say(f"sourcereading: {_message(error)}")
        return NOTHING_DONE
    except Exception as error:
        if options.debug:
            traceback.print_exc()
        kind = type(error).__name__
        _say(
            f"sourcereading: {kind}: {error}. This is an error of the program; --debug shows where it happened."
        )
        return NOTHING_DONE


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
    _add_corrections(commands, [common, issues])
    _add_new(commands, [common])
    _add_codebook(commands, [common])
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
    reports.add_argument("articles", nargs="?", default=_SEEDS, metavar="ARTICLES", help="default: seeds")
    reports.add_argument(
        "--out", default="reports", metavar="DIR", help="folder to write into; default: reports"
    )
    reports.add_argument("--single", metavar="FILE.html", help="also write all pages as one HTML file, for mail")
    reports.add_argument("--zip", metavar="FILE.zip", help="also write the folder of reports as one archive")
    reports.add_argument("--pdf", metavar="FILE.pdf", help="also print all pages into one PDF (needs Chromium)")
    reports.set_defaults(do=_reports)


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
    tables.set_defaults(do=_tables)


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
    corrections.set_defaults(do=_corrections)


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
    new.set_defaults(do=_new)


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
    book.set_defaults(do=_codebook)


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
    evaluate.set_defaults(do=_evaluate)


def _reports(options: argparse.Namespace) -> int:
    from sourcereading.reading.wording import count
    from sourcereading.report import one_file, pdf
    from sourcereading.report.run import write_reports
    from sourcereading.text.paths import source_path

    if options.articles == _SEEDS and not source_path(_SEEDS).exists():
        raise ValueError(
            "there is no folder seeds here; name your articles, or begin with `sourcereading new`, which writes a "
            "folder with notebooks, word lists and three invented articles"
        )
    articles = source_path(options.articles)
    single = options.single and one_file.usable_copy(options.single, "--single", articles)
    archive = options.zip and one_file.usable_copy(options.zip, "--zip", articles)
    printed = options.pdf and one_file.usable_copy(options.pdf, "--pdf", articles)
    if printed:
        pdf.browser()  # before the work, not after it
    with Bar(sys.stderr) as bar:
        result = write_reports(options.articles, options.out, bar.step, options.codebook)
    folder = result.index.parent
    if single:
        one_file.write_one_file(folder, result.pages, single)
    if archive:
        one_file.write_archive(folder, result.files, archive)
    if printed:
        pdf.write_pdf(folder, result.pages, printed)
    status = _refusals(result.reading.problems)
    for entry in result.failed:
        _say(f"sourcereading: {entry.name}.ipynb, {entry.error}")
    if result.failed:
        _say("sourcereading: the other notebooks are complete; correct the cell and run again")
        status = NOTEBOOK_FAILED
    _say_corrections(result.reading.changes)
    read, ran = count(len(result.reading.articles), "article"), count(len(result.notebooks), "notebook")
    print(f"Read {read}, ran {ran}. Open {result.index}")
    for copy in filter(None, (single, archive, printed)):
        print(f"The same in one file: {copy}")
    return status


def _tables(options: argparse.Namespace) -> int:
    from sourcereading.reading.files import check_place
    from sourcereading.reading.reading import read
    from sourcereading.reading.wording import count
    from sourcereading.text.paths import source_path
    from sourcereading.text.places import usable_folder

    out = usable_folder(options.out, source_path(options.articles))
    check_place(out, options.format)
    with Bar(sys.stderr) as bar:
        reading = read(options.articles, bar.step, options.codebook)
    reading.save(out, format=options.format)
    status = _refusals(reading.problems)
    _say_corrections(reading.changes)
    print(f"Read {count(len(reading.articles), 'article')}. The tables are in {out}")
    return status


def _corrections(options: argparse.Namespace) -> int:
    from sourcereading.reading import corrections_template
    from sourcereading.reading.reading import read
    from sourcereading.reading.wording import count
    from sourcereading.text.companions import CORRECTIONS, PEOPLE
    from sourcereading.text.paths import source_path

    if options.people and options.where:
        raise ValueError("--where is for rows of a table; leave it out with --people")
    source = source_path(options.articles)
    beside = source if source.is_dir() else source.parent
    file = corrections_template.usable(
        options.out or beside / (PEOPLE if options.people else CORRECTIONS), options.force
    )
    with Bar(sys.stderr) as bar:
        reading = read(options.articles, bar.step, options.codebook)
    if options.people:
        rows = corrections_template.people_rows(reading)
    else:
        rows = corrections_template.correction_rows(reading, options.table, options.where)
    corrections_template.write(rows, file, options.force)
    status = _refusals(reading.problems)
    what = "aliases and role" if options.people else "value, by and why where the reading is wrong"
    print(f"Wrote {count(len(rows), 'row')} to {file}. Fill in {what}, keep it beside the articles, and run again.")
    return status


def _new(options: argparse.Namespace) -> int:
    from sourcereading.reading.wording import count
    from sourcereading.report.working_copy import write_working_copy

    place, files = write_working_copy(options.folder)
    written = ", ".join(f"{count(number, 'file')} in {name}/" for name, number in files.items())
    print(f"Wrote a working copy to {place}: {written}.")
    print("There, `sourcereading reports` reads the articles in seeds/; sourcereading.md says more.")
    return DONE


def _codebook(options: argparse.Namespace) -> int:
    from sourcereading.issues import codebook, import_dictionary
    from sourcereading.issues.codebook import COLUMNS
    from sourcereading.reading.files import write_rows
    from sourcereading.reading.wording import count
    from sourcereading.text.places import usable_file

    def keep(_: Path) -> str:
        return "" if options.force else "exists; name another file with --out, or replace it with --force"

    imported = import_dictionary(options.file)
    out = usable_file(options.out or f"{Path(options.file).stem}.csv", "--out", ".csv", keep)
    write_rows(imported.rows, COLUMNS[:3], out)
    for entry in imported.left_out:
        print(f"line {entry.line}: {entry.word!r} ({entry.category}) is left out: {entry.reason}")
    book = codebook(out.resolve())
    left = f"{count(len(imported.left_out), 'entry', 'entries')} left out"
    print(f"Wrote {count(len(imported.rows), 'row')} of {count(len(book.issues), 'issue')} to {out}; {left}.")
    return DONE


def _evaluate(options: argparse.Namespace) -> int:
    if options.flat and options.what != "attribution":
        raise ValueError("--flat is for attribution only; leave it out")
    if options.approximators and options.what != "certainty":
        raise ValueError("--approximators is for certainty only; leave it out")
    from sourcereading_evaluation import evaluate, gold_files

    predictions_file = _predictions_file(options.predictions, options.gold)
    gold = gold_files.gold_rows(options.gold)
    if options.what == "attribution":
        figures, predictions = evaluate.attribution(gold, flat=options.flat)
    elif options.what == "certainty":
        figures, predictions = evaluate.certainty(gold, approximators=options.approximators)
    else:
        figures, predictions = evaluate.sentiment(gold)
    if predictions_file:
        lines = (json.dumps(row, ensure_ascii=False) for row in predictions)
        predictions_file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    for line in evaluate.lines(figures, options.gold):
        print(line)
    return DONE


def _predictions_file(name: str | None, gold: str) -> Path | None:
    """Where the predictions go; what prevents it is said before anything is read."""
    from sourcereading.text.paths import expanded
    from sourcereading.text.places import usable_file

    def keep(file: Path) -> str:
        return "is the gold file itself; name another file with --predictions" if file.resolve() == of_gold else ""

    of_gold = expanded(gold).resolve()
    return usable_file(name, "--predictions", keep=keep) if name is not None else None


def _refusals(problems: Any) -> int:
    """Names the files that were refused, and counts the warnings, on stderr; returns the exit status."""
    from sourcereading.reading.wording import count

    refused = problems[problems["outcome"] == "refused"]
    for row in refused.head(20).itertuples():
        _say(f"refused {row.file}: {row.reason}")
    if len(refused) > 20:
        _say(f"refused {len(refused) - 20} more; the table `problems` lists all")
    if warned := len(problems) - len(refused):
        _say(f"{count(warned, 'warning')}; the table `problems` lists all")
    return SOME_REFUSED if len(refused) else DONE


def _say_corrections(changes: Any) -> None:
    from sourcereading.reading.corrections import corrected_by

    if note := corrected_by(changes):
        _say(note)


class Bar:
    """A progress bar on a terminal; elsewhere plain lines, one per step and at most one per twentieth."""

    WIDTH = 20

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._shown: tuple[int, int] | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._live:
            self._write("\r\x1b[K")

    def step(self, done: int, total: int, label: str) -> None:
        """Shows that ``done`` of ``total`` steps are done, and what has ended or is being done."""
        filled = self.WIDTH * done // max(total, 1)
        bar = f"[{'#' * filled}{'-' * (self.WIDTH - filled)}] {done}/{total} {label}".rstrip()
        if self._live:
            self._write(f"\r\x1b[K{bar[:78]}")
        elif self._shown != (shown := (filled if total > self.WIDTH else done, total)):
            self._shown = shown
            self._write(f"{bar}\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _message(error: Exception) -> str:
    """The message of an error. One of the operating system names its file."""
    if not isinstance(error, OSError) or not error.filename:
        return str(error)
    if isinstance(error, FileNotFoundError):
        return f"{error.filename}: no such file or folder; check the name"
    remedies = {
        PermissionError: "check that you have permission to read and write there",
        IsADirectoryError: "it is a folder; name a file",
        NotADirectoryError: "a part of this path is a file; check the name",
    }
    remedy = remedies.get(type(error), "check the name, and that the disk is not full")
    return f"{error.filename}: {error.strerror}; {remedy}"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
