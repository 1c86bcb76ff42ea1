"""Processes that work for this one answer it, and are gone when it no longer needs them."""

import os
import pickle
import sys
import time

import pytest

from sourcereading.text.other_process import asked, copied, send, shared_out, started

_DOUBLED = """
import pickle
from sourcereading.text.other_process import asked, send
coming, answers = asked()
print("not an answer")
send(answers, 2 * pickle.load(coming))
"""
here = pytest.mark.skipif(sys.platform != "linux", reason="only there a process is copied")


def doubled():
    coming, answers = asked()
    print("not an answer", flush=True)
    send(answers, 2 * pickle.load(coming))


@pytest.mark.parametrize(
    "begun", [lambda: started(_DOUBLED, quiet=True), pytest.param(lambda: copied(doubled), marks=here)]
)
def test_it_answers_and_what_it_prints_is_no_answer(begun):
    with begun() as process:
        process.ask("word ")
        assert process.answer() == "word word "
        assert process.wait() == 0
        with pytest.raises(EOFError):
            process.answer()


@pytest.mark.parametrize(
    "begun",
    [
        lambda: started("import time; time.sleep(60)"),
        pytest.param(lambda: copied(lambda: time.sleep(60)), marks=here),
        pytest.param(lambda: copied(lambda: 1 / 0), marks=here),
    ],
)
def test_it_ends_with_the_block_at_once_whatever_it_does(begun):
    with begun() as process:
        pid = process._process.pid
        process._to.write(b"not read")
        before = time.monotonic()
    assert time.monotonic() - before < 0.5
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@here
def test_a_copy_ends_where_nobody_can_ask_it_any_more(tmp_path):
    done = tmp_path / "done"
    process = copied(lambda: asked()[0].read() or done.touch())
    process._to.close()
    assert process.wait() == 0 and done.exists()
    process.close()


@here
def test_what_a_copy_fails_of_is_said(capfd):
    process = copied(lambda: 1 / 0)
    assert process.wait() == 1
    process.close()
    assert "ZeroDivisionError: division by zero" in capfd.readouterr().err


_TIMES = "from sourcereading.text.other_process import serve_with; serve_with(lambda first: lambda part: first * part)"
_STOPS = "from sourcereading.text.other_process import serve_with; serve_with(lambda _: lambda part: 1 // (part - 3))"


@pytest.mark.parametrize("programs", [[], [_TIMES], [_TIMES, _TIMES], [_TIMES, "raise SystemExit"], [_STOPS]])
@pytest.mark.parametrize("joins", [True, False])
def test_each_part_is_done_once_whoever_does_it_and_ends(programs, joins):
    processes = [started(program, quiet=True) for program in programs]
    work = (lambda part: 7 * part) if _STOPS not in programs else (lambda part: -9)
    done = list(shared_out(range(9), work, processes, joins, 7))
    assert sorted(number for number, _ in done) == [*range(9)]
    assert _STOPS in programs or all(made == 7 * number for number, made in done)
    assert all(process.wait() is not None for process in processes)


@pytest.mark.parametrize("program", [_STOPS, "raise SystemExit(1)"])
def test_a_process_that_ends_is_the_error_that_is_wanted(program):
    def ended(part, status):
        return KeyError(f"{part}: {status}")

    with pytest.raises(KeyError, match=r"[03]: 1"):
        list(shared_out(range(9), print, [started(program, quiet=True)], False, None, ended))


def test_what_is_wrong_with_a_part_is_raised_and_no_process_is_left():
    process = started(_TIMES, quiet=True)
    with pytest.raises(ZeroDivisionError):
        list(shared_out(range(9), lambda _: 1 / 0, [process], True, 7))
    with pytest.raises(ProcessLookupError):
        os.kill(process._process.pid, 0)
