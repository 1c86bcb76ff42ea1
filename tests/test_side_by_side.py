"""Several processes: the same tables as one gives, and an error by name where one of them ends."""

import gc
import os
import subprocess
import sys
from threading import Event

import pandas as pd
import pytest

import sourcereading as sr
from sourcereading.reading import side_by_side
from sourcereading.reading.side_by_side import ProcessEnded, workers_for
from sourcereading.text.lexicon import DataError
from sourcereading.text.other_process import OtherProcess, started
from sourcereading.text.paths import ROOT

TEXTS = ["Ana Ruiz said the dam may hold.\n\nIt rained.", "“It won’t,” said Ben Holm, 51.", "The best dam lied."]


@pytest.fixture(autouse=True)
def parts_of_one_article(monkeypatch):
    monkeypatch.setattr(side_by_side, "LEAST", 1)


@pytest.fixture
def other_process_asked(monkeypatch):
    """This process begins to read when the other one has been asked for a part, after what comes first."""
    asked, ask, found, times = Event(), OtherProcess.ask, side_by_side._found, []

    def asks(*what):
        times.append(what)
        if len(times) > 1:
            asked.set()
        return ask(*what)

    monkeypatch.setattr(OtherProcess, "ask", asks)
    monkeypatch.setattr(side_by_side, "_found", lambda *what: asked.wait() and found(*what))


@pytest.mark.slow
def test_two_processes_give_the_same_tables_and_the_same_progress_as_one(tmp_path, other_process_asked):
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "people.csv").write_text("name,aliases\nBenedict Holm,Ben Holm\n", encoding="utf-8")
    steps = [], []
    readings = [
        sr.read(tmp_path, lambda *step, kept=kept: kept.append(step), workers=workers)
        for workers, kept in enumerate(steps, 1)
    ]
    for name, frame in readings[0].tables().items():
        pd.testing.assert_frame_equal(readings[1].tables()[name], frame)
    assert "Benedict Holm" in set(readings[1].statements["speaker"])
    assert steps[0] == steps[1] == [(1, 3, "0.txt"), (2, 3, "1.txt"), (3, 3, "2.txt")]


@pytest.mark.parametrize("program", ["import os; os._exit(3)", "import sys; sys.stdin.buffer.read(9); sys.exit(3)"])
def test_a_process_that_ends_is_an_error_that_names_its_articles(program, monkeypatch, other_process_asked):
    monkeypatch.setattr(side_by_side, "_PROGRAM", program)
    with pytest.raises(ProcessEnded, match=r"text \d to text \d has ended \(exit status 3\).*workers=1"):
        sr.read(TEXTS, workers=2)


def test_a_fault_in_the_project_s_data_is_raised_as_in_one_process(monkeypatch, other_process_asked):
    broken = "import pickle, sys\nfrom sourcereading.text.lexicon import DataError\n"
    broken += "for _ in range(2): pickle.load(sys.stdin.buffer)\n"
    broken += "pickle.dump(DataError('verbs.csv, line 3: no'), sys.stdout.buffer)"
    monkeypatch.setattr(side_by_side, "_PROGRAM", broken)
    with pytest.raises(DataError, match=r"verbs\.csv, line 3"):
        sr.read(TEXTS, workers=2)


def test_few_articles_stay_in_one_process_and_many_take_all_cores(monkeypatch):
    monkeypatch.setattr(side_by_side, "cores", lambda: 8)
    small, large = [{"text": "It rained."}], [{"text": "It rained. " * 5000}] * 30
    assert [workers_for(small, None), workers_for(large, None), workers_for(large, 3), workers_for(small, 3)] == [
        1, 8, 3, 1,
    ]  # fmt: skip
    with pytest.raises(ValueError, match="workers=0: use 1 or more"):
        workers_for(small, 0)


def test_an_article_leaves_nothing_that_has_to_be_searched_for():
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "data" / "practice").glob("*.txt"))]
    sr.read(texts, workers=1)
    gc.collect()
    gc.disable()  # while articles are read it is off, too
    try:
        sr.read(texts, workers=1)
        assert gc.collect() < 1_000, "objects of an article hold each other"
    finally:
        gc.enable()


@pytest.mark.skipif(os.name != "posix", reason="only there a terminal's Ctrl-C goes to a group of processes")
def test_ctrl_c_in_a_terminal_does_not_reach_the_other_process():
    with started("input()") as process:
        assert os.getpgid(process._process.pid) not in (os.getpgid(0), 0)


@pytest.mark.parametrize("asked", [b"", b"\x80\x05\x95\x10\x00"])
def test_a_process_whose_asker_was_killed_ends_without_a_word(asked):
    code = "import os; os.dup2(1, 2); from sourcereading.reading.side_by_side import serve; serve()"
    ended = subprocess.run([sys.executable, "-c", code], input=asked, stdout=subprocess.PIPE, check=True)
    assert ended.stdout == b""
