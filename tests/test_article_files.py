"""The files of each article are the same, whoever makes them."""

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


def test_what_is_wrong_with_an_article_is_said_here(practice, monkeypatch):
    monkeypatch.setattr(article_files, "article_page", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(article_files.article_files(practice))
