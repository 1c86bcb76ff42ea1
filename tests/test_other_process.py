"""Processes that work for this one answer it, and are gone when it no longer needs them."""

import os
import pickle
import sys
import time

import pytest

from sourcereading.text.other_process import asked, copied, send, started

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
