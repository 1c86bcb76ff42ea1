"""What each command does: a function of the parsed options that returns the exit status.

What only one command needs is imported within its function: each starts as quickly as it can.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from sourcereading.cli.parser import SEEDS
from sourcereading.cli.terminal import DONE, NOTEBOOK_FAILED, SOME_REFUSED, Bar, pace, say
from sourcereading.reading.corrections import corrected_by
from sourcereading.reading.reading import Reading, read
from sourcereading.reading.wording import count
from sourcereading.text.paths import expanded, source_path
from sourcereading.text.safe_files import only_writer, whole
from sourcereading.text.writable import usable_file, usable_folder

if TYPE_CHECKING:
    from pandas import DataFrame


def reports(options: argparse.Namespace) -> int:
    """Runs the notebooks, writes the reports and the copies that are asked for, and says what failed."""
    from sourcereading.report import one_file, pdf
    from sourcereading.report.run import write_reports

    articles = source_path(options.articles)
    if options.articles == SEEDS and not articles.exists():
        raise ValueError(
            "there is no folder seeds here; name your articles, or begin with `sourcereading new`, which writes a "
            "folder with notebooks, word lists and three invented articles"
        )
    taken = _taken(articles, options)
    asked = {"--single": options.single, "--zip": options.zip, "--pdf": options.pdf}
    copies = {option: one_file.usable_copy(name, option, articles) for option, name in asked.items() if name}
    if options.pdf:
        pdf.browser()  # before the work, not after it
    with Bar(sys.stderr) as bar:
        result = write_reports(
            options.articles, options.out, bar.step, options.codebook, keep_notebooks=options.notebooks, taken=taken,
            process=options.process,
        )  # fmt: skip
    folder = result.index.parent
    if options.single:
        one_file.write_one_file(folder, result.pages, copies["--single"])
    if options.zip:
        one_file.write_archive(folder, result.files, copies["--zip"])
    if options.pdf:
        pdf.write_pdf(folder, result.pages, copies["--pdf"])
    status = _refusals(result.reading.problems)
    for entry in result.failed:
        say(f"sourcereading: {entry.name}.ipynb, {entry.error}")
    if result.failed:
        say("sourcereading: the other notebooks are complete; correct the cell and run again")
        status = NOTEBOOK_FAILED
    _say_corrections(result.reading)
    articles_read, ran = count(len(result.reading.articles), "article"), count(len(result.notebooks), "notebook")
    print(f"Read {articles_read}, ran {ran}. Open {result.index}")
    if options.notebooks:
        print(f"The notebooks with their outputs: {folder / 'notebooks'}")
    for copy in copies.values():
        print(f"The same in one file: {copy}")
    return status


def _taken(articles: Path, options: argparse.Namespace) -> Any:
    """The articles asked for of an archive; None where the source is no archive."""
    from sourcereading.text.folders import is_archive

    if not is_archive(articles):
        if options.where:
            raise ValueError("--articles is for an archive; leave it out")
        return None
    if options.codebook:
        raise ValueError("an archive has its own codebook; leave --codebook out, or write the archive again with it")
    from sourcereading_archive.selection import read_archive

    taken = read_archive(articles, options.where)
    if taken.which:
        say(f"Reports on {taken.which}; --articles takes others")
    return taken


def tables(options: argparse.Namespace) -> int:
    """Reads the articles and writes their tables."""
    from sourcereading.reading.files import check_place

    out = usable_folder(options.out, source_path(options.articles))
    check_place(out, options.format)
    with only_writer(out, "sourcereading tables"):
        reading = _read(options.articles, options.codebook)
        reading.save(out, format=options.format)
    status = _refusals(reading.problems)
    _say_corrections(reading)
    print(f"Read {count(len(reading.articles), 'article')}. The tables are in {out}")
    return status


def archive(options: argparse.Namespace) -> int:
    """Writes an archive."""
    from sourcereading.reading.files import load_parquet
    from sourcereading_archive.run import write_archive

    if options.workers and options.scheduler:
        raise ValueError("--workers is for a cluster on this machine; leave it out with --scheduler")
    with Bar(sys.stderr) as bar:
        begun = monotonic()

        def step(done: int, total: int) -> None:
            bar.step(done, total, pace(done, total, monotonic() - begun))

        made = write_archive(
            options.articles, options.out, options.codebook or None, options.workers, options.scheduler, step, say=say
        )
    status = _refusals(load_parquet(made.folder / "problems.parquet"))
    what = f"{count(made.articles, 'article')} in {count(made.parts, 'part')}"
    print(f"Read {what}, {made.refused} refused, {made.read_once} read once already. The archive is {made.folder}")
    return status


def corrections(options: argparse.Namespace) -> int:
    """Writes a first corrections.csv or people.csv."""
    from sourcereading.reading import corrections_template
    from sourcereading.text.companions import CORRECTIONS, PEOPLE

    if options.people and options.where:
        raise ValueError("--where is for rows of a table; leave it out with --people")
    source = source_path(options.articles)
    beside = source if source.is_dir() else source.parent
    file = corrections_template.usable(
        options.out or beside / (PEOPLE if options.people else CORRECTIONS), options.force
    )
    reading = _read(options.articles, options.codebook)
    if options.people:
        rows = corrections_template.people_rows(reading)
    else:
        rows = corrections_template.correction_rows(reading, options.table, options.where)
    corrections_template.write(rows, file, options.force)
    status = _refusals(reading.problems)
    what = "aliases and role" if options.people else "value, by and why where the reading is wrong"
    print(f"Wrote {count(len(rows), 'row')} to {file}. Fill in {what}, keep it beside the articles, and run again.")
    return status


def new(options: argparse.Namespace) -> int:
    """Writes a working copy."""
    from sourcereading.report.working_copy import write_working_copy

    place, files = write_working_copy(options.folder)
    written = ", ".join(f"{count(number, 'file')} in {name}/" for name, number in files.items())
    print(f"Wrote a working copy to {place}: {written}.")
    print("There, `sourcereading reports` reads the articles in seeds/; sourcereading.md says more.")
    return DONE


def lesson(options: argparse.Namespace) -> int:
    """Writes the pages of a lesson on the articles."""
    from sourcereading.report.pdf import browser
    from sourcereading_lessons.lesson import of_articles
    from sourcereading_lessons.lesson_files import FILES, PDF, check_place, write
    from sourcereading_lessons.plans import OWN, plan
    from sourcereading_lessons.printing import WITHOUT, write_pdf

    out = usable_folder(options.out, source_path(options.articles))
    check_place(out, (*FILES, PDF))
    if options.pdf:
        browser(WITHOUT)  # before the work, not after it
    reading = _read(options.articles)
    pages = of_articles(reading)
    write(pages, out, (*FILES, PDF))
    if options.pdf:
        write_pdf(plan(OWN), pages, out / PDF)
    status = _refusals(reading.problems)
    _say_corrections(reading)
    start = f"Print {PDF}" if options.pdf else "Print the pages"
    if len(reading.articles) > 1 and "grid.html" not in pages:
        say("sourcereading: no grid of what each article says: it is for two to four articles")
    print(f"Read {count(len(reading.articles), 'article')}. {start} in {out}, and begin with teacher.html")
    return status


def key(options: argparse.Namespace) -> int:
    """Writes the keys as pages with empty sheets, or compares sheets with them."""
    from sourcereading_evaluation.key_sheet import read_sheets
    from sourcereading_evaluation.second_reading import report
    from sourcereading_lessons.key_page import HOW_TO_MARK, write_keys

    if options.sheets:
        print("\n".join(report(read_sheets(options.sheets))))
        return DONE
    folder = usable_folder(options.out)
    keys, sheets = write_keys(folder)
    wrote = f"{count(keys, 'key')} as pages and {count(sheets, 'empty sheet')}"
    print(f"Wrote {wrote} to {folder}. To check a key, begin with {HOW_TO_MARK}")
    return DONE


def answers_of_a_class(options: argparse.Namespace) -> int:
    """Writes the page of what a class answered."""
    from sourcereading.text.typed_tables import typed_table
    from sourcereading_lessons import class_sheet
    from sourcereading_lessons.class_page import class_page
    from sourcereading_lessons.lesson import sources
    from sourcereading_lessons.lesson_files import result_place, write_result
    from sourcereading_lessons.plans import plan

    out = result_place(options.sheet, options.out)
    table = typed_table(options.sheet, "line")
    texts = sources(class_sheet.lesson_of(table), options.articles, table.file)
    filled = class_sheet.read_sheet(table, texts)
    result = class_page(plan(filled.lesson), filled)
    write_result(result.page, result.table, out)
    print(f"Read {count(result.answers, 'answer')}. Open {out}")
    return DONE


def poll(options: argparse.Namespace) -> int:
    """Writes the page of a poll of phrases."""
    from sourcereading.analysis.class_poll import class_poll
    from sourcereading_lessons import poll_pages
    from sourcereading_lessons.lesson_files import result_place, write_result

    out = result_place(options.sheet, options.out)
    answers = class_poll(options.sheet)
    write_result(poll_pages.result(answers), answers.phrases, out)
    print(f"Read {count(answers.phrases['times'].sum(), 'answer')}. Open {out}")
    return DONE


def import_codebook(options: argparse.Namespace) -> int:
    """Makes a codebook of another program's word list."""
    from sourcereading.issues import codebook, import_dictionary
    from sourcereading.issues.codebook import COLUMNS
    from sourcereading.reading.files import write_rows

    def keep(_: Path) -> str:
        return "" if options.force else "exists; name another file with --out, or replace it with --force"

    imported = import_dictionary(options.file)
    out = usable_file(options.out or f"{Path(options.file).stem}.csv", "--out", ".csv", keep)
    with whole(out, "sourcereading codebook") as new:
        write_rows(imported.rows, COLUMNS[:3], new)
    for entry in imported.left_out:
        print(f"line {entry.line}: {entry.word!r} ({entry.category}) is left out: {entry.reason}")
    book = codebook(out.resolve())
    left = f"{count(len(imported.left_out), 'entry', 'entries')} left out"
    print(f"Wrote {count(len(imported.rows), 'row')} of {count(len(book.issues), 'issue')} to {out}; {left}.")
    return DONE


def score(options: argparse.Namespace) -> int:
    """Compares the reading with a gold file, and prints the figures."""
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
        with whole(predictions_file, "sourcereading evaluate") as new:
            new.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    for line in evaluate.lines(figures, options.gold):
        print(line)
    return DONE


def _predictions_file(name: str | None, gold: str) -> Path | None:
    """Where the predictions go; what prevents it is said before anything is read."""

    def keep(file: Path) -> str:
        return "is the gold file itself; name another file with --predictions" if file.resolve() == of_gold else ""

    of_gold = expanded(gold).resolve()
    return usable_file(name, "--predictions", keep=keep) if name is not None else None


def _read(articles: str, codebook: str | None = None) -> Reading:
    """The reading of some articles; a bar shows how far it is."""
    with Bar(sys.stderr) as bar:
        return read(articles, bar.step, codebook)


def _refusals(problems: DataFrame) -> int:
    """Names the files that were refused, and counts the warnings, on stderr; returns the exit status."""
    refused = problems[problems["outcome"] == "refused"]
    for row in refused.head(20).itertuples():
        say(f"refused {row.file}: {row.reason}")
    if len(refused) > 20:
        say(f"refused {len(refused) - 20} more; the table `problems` lists all")
    if warned := len(problems) - len(refused):
        say(f"{count(warned, 'warning')}; the table `problems` lists all")
    return SOME_REFUSED if len(refused) else DONE


def _say_corrections(reading: Reading) -> None:
    if note := corrected_by(reading.changes):
        say(note)
