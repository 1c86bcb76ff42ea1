"""The command line: what it calls, what it says, how it ends."""

import io
import json
import logging
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

import sourcereading_evaluation
from sourcereading import cli
from sourcereading.cli import commands
from sourcereading.cli.parser import make_parser
from sourcereading.cli.terminal import Bar
from sourcereading.reading import one_article
from sourcereading.reading.schema import SCHEMAS, table
from sourcereading.report import run
from sourcereading.report.index_page import Entry
from sourcereading_evaluation import evaluate


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("“It may rain,” said Ann Bell.", encoding="utf-8")
    return folder


def test_tables_are_written_and_the_last_line_says_where(articles, tmp_path, capsys):
    out = tmp_path / "new" / "tables"
    assert cli.main(["tables", str(articles), "--out", str(out)]) == 0
    beside = {"manifest.json", "codebook.csv"}
    assert {path.name for path in out.iterdir()} == {f"{name}.csv" for name in SCHEMAS} | beside
    said = capsys.readouterr()
    assert str(out) in said.out.splitlines()[-1]
    assert "[####################] 1/1" in said.err


def test_a_refused_file_is_named_and_gives_status_3(articles, tmp_path, capsys):
    (articles / "empty.txt").write_text("")
    assert cli.main(["tables", str(articles), "--out", str(tmp_path / "out")]) == 3
    said = capsys.readouterr()
    assert re.search(r"^refused empty\.txt: .", said.err, re.MULTILINE)
    assert "Read 1 article." in said.out
    problems = pd.read_csv(tmp_path / "out" / "problems.csv")
    assert problems[["file", "outcome"]].values.tolist() == [["empty.txt", "refused"]]


@pytest.mark.parametrize("command", ["tables", "reports"])
def test_articles_that_are_not_there_give_status_2_without_a_traceback(command, tmp_path, capsys):
    assert cli.main([command, str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr()
    assert "nowhere: no such file or folder" in said.err and "Traceback" not in said.err
    assert not said.out


@pytest.mark.parametrize("command", ["tables", "reports"])
def test_out_must_not_be_a_file(command, articles, tmp_path, capsys):
    (tmp_path / "out").write_text("mine")
    assert cli.main([command, str(articles), "--out", str(tmp_path / "out")]) == 2
    assert "is a file; name a folder with --out" in capsys.readouterr().err
    assert (tmp_path / "out").read_text() == "mine"


def test_out_must_have_a_name(articles, capsys):
    assert cli.main(["tables", str(articles), "--out", ""]) == 2
    assert "the name of the folder to write into is empty; name one with --out" in capsys.readouterr().err


def test_debug_shows_the_traceback(tmp_path, capsys):
    assert cli.main(["tables", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out"), "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def ended(*entries: Entry, refused: tuple[str, ...] = ()) -> run.Result:
    problems = pd.DataFrame([(name, "refused", "it is empty") for name in refused], columns=list(SCHEMAS["problems"]))
    reading = SimpleNamespace(articles=[1, 2], problems=problems, changes=table("changes"))
    return run.Result(Path("/somewhere/index.html"), reading, entries)


@pytest.mark.parametrize(
    ("result", "status", "said"),
    [
        (ended(Entry("01-a", "A", "")), 0, ""),
        (ended(Entry("01-a", "A", ""), refused=("x.txt",)), 3, "refused x.txt: it is empty"),
        (ended(Entry("01-a", "A", "", "cell 3: KeyError: 'x'")), 1, "01-a.ipynb, cell 3: KeyError: 'x'"),
        (ended(Entry("01-a", "A", "", "cell 3: E"), refused=("x.txt",)), 1, "refused x.txt"),
    ],
)
def test_reports_ends_with_the_index_and_tells_what_failed(result, status, said, monkeypatch, capsys):
    calls = []
    monkeypatch.setattr(run, "write_reports", lambda *arguments, **_: calls.append(arguments) or result)
    assert cli.main(["reports"]) == status
    output = capsys.readouterr()
    assert output.out.splitlines()[-1].endswith("/somewhere/index.html")
    assert said in output.err
    assert calls[0][:2] == ("seeds", "reports")


def test_an_interruption_gives_status_130(monkeypatch, capsys):
    def interrupted(*arguments, **_):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "write_reports", interrupted)
    assert cli.main(["reports"]) == 130
    assert "Interrupted" in capsys.readouterr().err


def test_a_fault_of_the_program_is_called_one(monkeypatch, capsys):
    monkeypatch.setattr(run, "write_reports", lambda *_, **__: {}["missing"])
    assert cli.main(["reports"]) == 2
    said = capsys.readouterr().err
    assert "KeyError: 'missing'. This is an error of the program" in said and "Traceback" not in said


@pytest.fixture
def scorer(monkeypatch):
    """Stands in for the module ``evaluate``: what it was called with."""
    calls = {}

    def scored(name):
        def score(gold, **options):
            calls[name] = (gold, options)
            figures = {"measured": name, "n": {"texts": len(gold)}, "kinds": {"direct": {"gold": 1, "P": 50.0}}}
            return figures, [{"id": row["id"], "cues": [], "note": "ä"} for row in gold]

        return score

    names = ("attribution", "certainty", "sentiment")
    fake = SimpleNamespace(lines=evaluate.lines, **{name: scored(name) for name in names})
    monkeypatch.setitem(sys.modules, "sourcereading_evaluation.evaluate", fake)
    monkeypatch.setattr(sourcereading_evaluation, "evaluate", fake, raising=False)
    return calls


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["attribution"], {"flat": False}),
        (["attribution", "--flat"], {"flat": True}),
        (["certainty", "--approximators"], {"approximators": True}),
        (["sentiment"], {}),
    ],
)
def test_evaluate_scores_a_gold_file(arguments, options, scorer, tmp_path, capsys):
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": "1", "text": "one\u2028line"}, {"id": "2", "text": "two"}]
    gold.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n", encoding="utf-8")
    call = ["evaluate", arguments[0], str(gold), *arguments[1:], "--predictions", str(out)]
    assert cli.main(call) == 0
    assert scorer[arguments[0]] == (rows, options)
    written = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in written] == ["1", "2"]
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"{arguments[0]}. Gold: {gold} (2 texts)"
    assert printed[2:4] == ["kinds    gold      P", "direct      1   50.0"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"id": "1", "text": "x"}\n{"id": ', r"gold\.jsonl, line 2: not JSON"),
        (b'{"id": "1"}', r"gold\.jsonl, line 1: needs an object with id and text"),
        (b"[1]", r"line 1: needs an object"),
        (b"\n", r"no rows"),
        (b"\xff\xfe", r"not UTF-8"),
    ],
)
def test_a_gold_file_that_cannot_be_used_is_explained(content, message, scorer, tmp_path, capsys):
    (tmp_path / "gold.jsonl").write_bytes(content)
    assert cli.main(["evaluate", "certainty", str(tmp_path / "gold.jsonl")]) == 2
    assert re.search(message, capsys.readouterr().err)


def test_evaluate_refuses_what_does_not_fit(scorer, tmp_path, capsys):
    assert cli.main(["evaluate", "sentiment", "x", "--flat"]) == 2
    assert cli.main(["evaluate", "sentiment", "x", "--approximators"]) == 2
    assert cli.main(["evaluate", "sentiment", str(tmp_path / "none.jsonl")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3 and said[-1].endswith("none.jsonl: no such file or folder; check the name")


def test_a_wrong_call_gives_status_2(capsys):
    assert cli.main([]) == 2
    for wrong in (
        ["tables", "x"],
        ["unknown"],
        ["evaluate", "tone", "x"],
        ["tables", "x", "--out", "y", "--format", "z"],
    ):
        with pytest.raises(SystemExit) as ending:
            cli.main(wrong)
        assert ending.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_examples_of_the_help_are_calls_that_work(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "100")
    parser = make_parser()
    help_texts = [parser.format_help()]
    for command in ("reports", "tables", "corrections", "new", "codebook", "lesson", "evaluate"):
        with pytest.raises(SystemExit):
            cli.main([command, "--help"])
        help_texts.append(capsys.readouterr().out)
    examples = re.findall(r"^  (sourcereading .+?)(?: {4,}.*)?$", "\n".join(help_texts), re.MULTILINE)
    calls = [shlex.split(call) for example in examples for call in example.split(" && ")]
    assert len(calls) >= 9
    for program, *arguments in calls:
        assert program == "cd" or callable(getattr(commands, parser.parse_args(arguments).do))


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert re.fullmatch(r"sourcereading \d+\.\d+\S*\n", capsys.readouterr().out)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_the_bar_on_a_terminal_is_redrawn_and_taken_away():
    stream = Terminal()
    with Bar(stream) as bar:
        bar.step(5, 10, "03-how-sure")
        bar.step(10, 10, "x" * 200)
    drawn = stream.getvalue().split("\r\x1b[K")
    assert drawn[1] == "[##########----------] 5/10 03-how-sure"
    assert len(drawn[2]) < 80 and drawn[3] == ""


def test_the_bar_elsewhere_is_a_line_per_step_and_not_too_many():
    stream = io.StringIO()
    with Bar(stream) as bar:
        for label in ("a", "a again", "b"):
            bar.step(1 if label == "b" else 0, 2, label)
    assert stream.getvalue() == "[--------------------] 0/2 a\n[##########----------] 1/2 b\n"
    stream = io.StringIO()
    with Bar(stream) as bar:
        for number in range(1, 501):
            bar.step(number, 500, "article")
    assert len(stream.getvalue().splitlines()) <= 21
    assert stream.getvalue().endswith("500/500 article\n")


@pytest.mark.parametrize("command", ["tables", "reports"])
def test_out_must_not_lie_among_the_articles(command, articles, capsys):
    for out in (articles, articles / "out"):
        assert cli.main([command, str(articles), "--out", str(out)]) == 2
        assert "is in the folder of articles" in capsys.readouterr().err
    assert [path.name for path in articles.iterdir()] == ["a.txt"]


def test_out_may_lie_beside_a_single_article(articles):
    assert cli.main(["tables", str(articles / "a.txt"), "--out", str(articles / "out")]) == 0
    assert cli.main(["tables", str(articles), "--out", str(articles.parent / "out")]) == 0


@pytest.mark.parametrize("command", ["tables", "reports"])
def test_an_out_that_cannot_be_made_is_told_before_anything_is_read(command, tmp_path, capsys):
    (tmp_path / "file").write_text("mine")
    assert cli.main([command, str(tmp_path / "nowhere"), "--out", str(tmp_path / "file" / "x")]) == 2
    said = capsys.readouterr().err
    assert f"{tmp_path / 'file'} is a file; name another folder with --out" in said and "nowhere" not in said


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_an_out_that_may_not_be_written_is_told(articles, tmp_path, capsys):
    (tmp_path / "locked").mkdir(mode=0o500)
    assert cli.main(["tables", str(articles), "--out", str(tmp_path / "locked" / "x")]) == 2
    assert "you may not write in" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["tables", "reports"])
def test_articles_that_are_not_there_leave_no_folder_behind(command, tmp_path):
    assert cli.main([command, str(tmp_path / "nowhere"), "--out", str(tmp_path / "a" / "out")]) == 2
    assert not [*tmp_path.iterdir()]


def test_tables_do_not_replace_files_of_somebody_else(articles, tmp_path, capsys):
    out = tmp_path / "out"
    for _ in range(2):
        assert cli.main(["tables", str(articles), "--out", str(out)]) == 0
    (out / "manifest.json").unlink()
    assert cli.main(["tables", str(articles), "--out", str(out)]) == 2
    assert "articles.csv exists and is not a table saved by this program" in capsys.readouterr().err


def test_a_home_folder_is_understood_in_every_path(articles, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(articles)
    assert cli.main(["tables", "~/articles", "--out=~/out"]) == 0
    assert (tmp_path / "out" / "manifest.json").exists()
    (tmp_path / "gold.jsonl").write_text('{"id": 1, "text": "It may rain.", "label": "hedged"}')
    assert cli.main(["evaluate", "certainty", "~/gold.jsonl", "--predictions=~/mine.jsonl"]) == 0
    assert (tmp_path / "mine.jsonl").exists() and [path.name for path in articles.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{}"], "is a folder; name a gold file"),
        (["{}/gold.jsonl", "--predictions", "{}"], "is a folder; name a file with --predictions"),
        (["{}/gold.jsonl", "--predictions", "{}/none/x"], "there is no folder"),
        (["{}/gold.jsonl", "--predictions", "{}/gold.jsonl"], "is the gold file itself"),
    ],
)
def test_evaluate_looks_at_its_paths_first(arguments, message, scorer, tmp_path, capsys):
    (tmp_path / "gold.jsonl").write_text("not looked at" if len(arguments) > 1 else "{}")
    assert cli.main(["evaluate", "certainty", *(part.format(tmp_path) for part in arguments)]) == 2
    assert message in capsys.readouterr().err and not scorer


def test_a_refused_table_is_named_once(articles, tmp_path, capsys):
    (articles / "x.csv").write_text("body\nAna left.\n")
    assert cli.main(["tables", str(articles), "--out", str(tmp_path / "out")]) == 3
    assert "refused x.csv: no column named text (columns: body)" in capsys.readouterr().err


def test_warnings_are_counted(articles, tmp_path, capsys):
    (articles / "b.txt").write_text("<p>It may rain.</p>")
    assert cli.main(["tables", str(articles), "--out", str(tmp_path / "out")]) == 0
    assert "1 warning; the table `problems` lists all" in capsys.readouterr().err


def test_a_reader_who_stops_reading_gets_no_traceback(tmp_path):
    (tmp_path / "gold.jsonl").write_text('{"id": 1, "text": "It may rain.", "label": "hedged"}')
    process = subprocess.Popen(
        [sys.executable, "-m", "sourcereading", "evaluate", "certainty", str(tmp_path / "gold.jsonl")],
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[2])},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), errors) == (141, "")


@pytest.mark.parametrize("options", [[], ["--debug"]])
def test_debug_shows_where_the_program_failed_on_an_article(articles, tmp_path, monkeypatch, caplog, capsys, options):
    def attribute(text, *rest):
        return {}["missing"] if "crash" in text else real(text, *rest)

    real = one_article.attribute
    monkeypatch.setattr(one_article, "attribute", attribute)
    monkeypatch.setattr(logging.root, "handlers", [])  # as in a process of its own: pytest has set up logging here
    caplog.set_level(logging.NOTSET, "sourcereading")  # for the level to be restored
    (articles / "b.txt").write_text("It will crash.")
    assert cli.main(["tables", str(articles), "--out", str(tmp_path / "out"), *options]) == 3
    said = capsys.readouterr().err
    assert "refused b.txt: the program failed on this text (KeyError: 'missing')" in said
    assert ("Traceback" in said) == bool(options)
