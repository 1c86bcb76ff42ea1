"""The files of each article are the same, whoever makes them."""

from queue import SimpleQueue
from threading import Event
from time import sleep

import pytest

from sourcereading.report import article_files


@pytest.mark.parametrize("program", [article_files._PROGRAM, "raise SystemExit"])
def test_another_process_makes_the_same_files_and_one_that_ends_leaves_none_out(practice, monkeypatch, program):
    alone = sorted(article_files.article_files(practice))
    assert [files.article_id for files in alone] == sorted(practice.articles["article_id"])
    monkeypatch.setattr(article_files, "WORTH_IT", 1)
    monkeypatch.setattr(article_files, "cores", lambda: 2)
    monkeypatch.setattr(article_files, "_AT_ONCE", 1)
    monkeypatch.setattr(article_files, "_PROGRAM", program)
    assert sorted(article_files.article_files(practice)) == alone


def test_what_another_process_makes_last_is_not_left_out(practice, monkeypatch):
    begun, ended = Event(), Event()

    class Done(SimpleQueue):
        def empty(self):
            was = super().empty()
            begun.set()
            ended.wait(60)  # meanwhile the other makes all the rest
            sleep(0.1)  # and its thread ends
            return was

    def work(process, left, done):
        begun.wait(60)
        while part := article_files.next_of(left):
            done.put(article_files._made(part))
        ended.set()

    for name, value in {"WORTH_IT": 1, "_AT_ONCE": 1, "cores": lambda: 2, "SimpleQueue": Done}.items():
        monkeypatch.setattr(article_files, name, value)
    monkeypatch.setattr(article_files, "_work", work)
    made = article_files.article_files(practice)
    assert sorted(files.article_id for files in made) == sorted(practice.articles["article_id"])


def test_what_is_wrong_with_an_article_is_said_here(practice, monkeypatch):
    monkeypatch.setattr(article_files, "article_page", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(article_files.article_files(practice))
