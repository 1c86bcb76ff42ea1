"""Folders under faults: a run that is killed, a full disk, two runs at once, files of two runs.

Whatever happens, a folder has the former whole result, the new one, or none that passes for whole.
"""

import errno
import json
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path

import pytest

import sourcereading as sr
from sourcereading import cli
from sourcereading.reading import files
from sourcereading.report import one_file
from sourcereading.text import safe_files
from sourcereading.text.paths import ROOT, ReaderError
from sourcereading.text.safe_files import ASKING, LOCK, NEW, only_writer, whole
from sourcereading.text.writable import PlaceError
from sourcereading_lessons.lesson_files import write

OLD, NEWER = ["Ana left.", "Tom said no."], ["“It may rain,” said Ida Holm.\n\n“No,” said Ben."]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "lib")}
posix = pytest.mark.skipif(os.name != "posix", reason="signals as on POSIX")


@pytest.fixture(scope="module")
def readings():
    return sr.read(OLD), sr.read(NEWER)


def process(code, *arguments):
    code = textwrap.dedent(code)
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def texts(folder):
    """The articles in a folder of tables, and whether every table is of that run; None where it is not whole."""
    try:
        loaded = sr.load(folder)
    except ReaderError as error:
        assert "again" in str(error) or "name a folder" in str(error)
        return None
    assert set(loaded.tokens["article_id"]) == set(loaded.articles["article_id"])
    return loaded.articles["text"].tolist()


@posix
def test_tables_killed_at_any_moment_are_the_old_or_none(tmp_path, readings):
    """A forked process kills itself at the first, second … opening, renaming or removing of a file in the folder."""
    old, new = readings
    found, steps = set(), stopped_at(0, old, new, tmp_path / "whole")
    assert texts(tmp_path / "whole") == NEWER
    for step in (1, steps // 3, *range(steps - 16, steps + 1, 4)):
        folder = tmp_path / f"{step}"
        status = stopped_at(step, old, new, folder)
        now = texts(folder)
        assert now == NEWER or (now in (None, OLD) and status == -signal.SIGKILL)
        found.add(str(now))
        new.save(folder)  # the next run: it takes the lock, clears up, and knows the files as its own
        assert texts(folder) == NEWER
        assert sorted(path.name for path in folder.iterdir()) == sorted(files.table_files("csv"))
    assert found == {str(OLD), "None", str(NEWER)}


def stopped_at(step, old, new, folder):
    """Saves two readings, the second in a process that is killed at a step; what it ended with, or how many steps it
    has."""
    old.save(folder)
    seen = []

    def hook(event, args):
        if event in ("open", "os.rename", "os.remove", "os.mkdir") and str(folder) in str(args[0]):
            seen.append(event)
            if len(seen) == step:
                os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        sys.addaudithook(hook)
        new.save(folder)
        os._exit(len(seen))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_files_of_two_runs_and_cut_files_are_not_loaded(tmp_path, readings):
    old, new = readings
    old.save(tmp_path / "old")
    new.save(tmp_path / "new")
    (tmp_path / "old" / "statements.csv").replace(tmp_path / "new" / "statements.csv")
    with pytest.raises(ReaderError, match=r"statements\.csv: not the file that manifest.json describes.*again"):
        sr.load(tmp_path / "new")
    new.save(tmp_path / "new")
    (tmp_path / "new" / "tokens.csv").unlink()
    with pytest.raises(ReaderError, match=r"there is no tokens\.csv, which manifest.json names; write"):
        sr.load(tmp_path / "new")
    new.save(tmp_path / "new")
    manifest = json.loads((tmp_path / "new" / "manifest.json").read_text())
    del manifest["sha256"]  # as an earlier version wrote it
    manifest["rows"]["tokens"] += 1
    (tmp_path / "new" / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(ReaderError, match=r"the table tokens has \d+ rows, not \d+ as manifest\.json says"):
        sr.load(tmp_path / "new")
    (tmp_path / "new" / "articles.csv").write_text("article_id,text\r\n")
    with pytest.raises(ReaderError, match=r"articles\.csv: no column title: of another version of this program"):
        sr.load(tmp_path / "new")


@posix
def test_a_full_disk_is_an_error_with_file_and_remedy_and_the_old_tables_stay(tmp_path, readings, monkeypatch):
    old, new = readings
    old.save(tmp_path)

    def to_a_full_disk(frame, path):
        path.touch()
        with Path("/dev/full").open("w") as disk:
            disk.write("a")

    monkeypatch.setattr(files, "save_csv", to_a_full_disk)
    with pytest.raises(PlaceError, match=r"articles\.csv: the disk is full \(No space left.*; make room, or name"):
        new.save(tmp_path)
    assert texts(tmp_path) == OLD and not (tmp_path / NEW).exists() and not (tmp_path / LOCK).exists()

    def forbidden(frame, path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(files, "save_csv", forbidden)
    with pytest.raises(PlaceError, match=r"articles\.csv: you have no permission to write there .*change"):
        new.save(tmp_path)


HOLDER = """
    import sys, time
    from pathlib import Path
    from sourcereading.text.safe_files import only_writer
    with only_writer(Path(sys.argv[1]), "sourcereading reports"):
        print("has it", flush=True)
        time.sleep(60)
"""


@posix
def test_two_at_once_one_gets_an_error_that_says_who_and_a_dead_one_holds_nothing(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Ana left.")
    command = ["tables", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")]
    holder = process(HOLDER, tmp_path / "out")
    try:
        holder.stdout.readline()
        assert cli.main(command) == 2
        said = capsys.readouterr().err
        assert f"out: sourcereading reports (process {holder.pid} on " in said and "since 2" in said
        assert "is writing there; wait for its end, or name another folder" in said
    finally:
        holder.kill()
        holder.communicate()
    assert (tmp_path / "out" / LOCK).exists()  # it was killed
    assert cli.main(command) == 0
    assert not (tmp_path / "out" / LOCK).exists()


@posix
def test_a_forked_process_does_not_keep_the_lock(tmp_path):
    with only_writer(tmp_path / "out", "a"):
        child = os.fork()
        if not child:
            time.sleep(20)
            os._exit(0)
    try:
        with only_writer(tmp_path / "out", "b"):
            pass
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert not (tmp_path / "out").exists()  # nothing was written


def test_a_file_that_cannot_be_replaced_is_named_and_what_is_there_does_not_load(tmp_path, readings, monkeypatch):
    """As on Windows, where a spreadsheet has it open."""
    old, new = readings
    old.save(tmp_path)
    replace = Path.replace

    def held(one, other):
        if Path(other).name == "statements.csv":
            raise PermissionError(errno.EACCES, "Permission denied", str(other))
        return replace(one, other)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        with pytest.raises(PlaceError, match=r"statements\.csv: cannot be replaced .*run again"):
            new.save(tmp_path)
    with pytest.raises(ReaderError):
        sr.load(tmp_path)
    new.save(tmp_path)
    assert texts(tmp_path) == NEWER


def test_ctrl_c_waits_while_files_are_put_in_place(tmp_path, readings, monkeypatch):
    old, new = readings
    old.save(tmp_path)
    replace = Path.replace

    def interrupted(one, other):
        signal.raise_signal(signal.SIGINT)
        replace(one, other)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        new.save(tmp_path)
    assert texts(tmp_path) == NEWER


@posix
@pytest.mark.parametrize("option", ["--single", "--zip"])
def test_a_copy_of_reports_is_the_old_one_until_the_new_one_is_whole(tmp_path, option, monkeypatch):
    (tmp_path / "index.html").write_text("<title>A</title></header>\n<p>1</p></body>")
    file, made = tmp_path / f"copy.{option[2:]}", []

    def write():
        made.append(one_file.write_one_file(tmp_path, ["index.html"], file) if option == "--single" else
                    one_file.write_archive(tmp_path, ["index.html"], file))  # fmt: skip
        return file.read_bytes()

    first = write()
    (tmp_path / "index.html").write_text("<title>A</title></header>\n<p>2</p></body>")
    child = os.fork()
    if not child:
        sys.addaudithook(lambda event, args: event == "os.rename" and os.kill(os.getpid(), signal.SIGKILL))
        write()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL and file.read_bytes() == first
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
        with pytest.raises(PlaceError, match=f"{file}: the disk is full .No space left.; make room"):
            write()
    assert file.read_bytes() == first
    assert write() != first and sorted(entry.name for entry in tmp_path.iterdir()) == [file.name, "index.html"]


@posix
def test_where_the_file_system_has_no_locks_the_record_of_who_writes_counts(tmp_path, monkeypatch):
    def no_locks(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(safe_files.fcntl, "flock", no_locks)
    with only_writer(tmp_path, "a"):  # a thread of another process
        monkeypatch.setattr(safe_files, "_held", {})
        told = r"a \(process \d+ .*is writing there; wait .*If it has ended, delete"
        with pytest.raises(PlaceError, match=told), only_writer(tmp_path, "b"):
            pass
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    record = {"command": "a", "process": int(ended.stdout), "host": socket.gethostname(), "since": ""}
    (tmp_path / LOCK).write_text(json.dumps(record))
    with only_writer(tmp_path, "b"):
        pass
    assert not (tmp_path / LOCK).exists()


@posix
def test_without_locks_one_process_at_a_time_is_in_a_folder(tmp_path, monkeypatch):
    def no_locks(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(safe_files.fcntl, "flock", no_locks)
    context = multiprocessing.get_context("fork")
    start, met = context.Event(), context.Queue()

    def enter():
        start.wait()
        found = []
        while len(found) < 20:
            with suppress(PlaceError), only_writer(tmp_path, "a"):
                try:
                    (tmp_path / "inside").touch(exist_ok=False)
                    time.sleep(0.001)
                    (tmp_path / "inside").unlink()
                    found.append("alone")
                except FileExistsError:
                    found.append("two")
            time.sleep(0.001)
        met.put(found)

    processes = [context.Process(target=enter) for _ in range(4)]
    for process in processes:
        process.start()
    start.set()
    found = [met.get(timeout=60) for _ in processes]
    for process in processes:
        process.join()
    assert found == [["alone"] * 20] * 4 and not [*tmp_path.iterdir()]
    (tmp_path / ASKING).touch()  # of a process that was killed in that moment
    told = f"about to write there; .* delete {tmp_path / ASKING}"
    with pytest.raises(PlaceError, match=told), only_writer(tmp_path, "a"):
        pass


def test_a_lesson_that_the_disk_does_not_take_leaves_the_former_one(tmp_path, monkeypatch):
    write({"text.html": "old", "grid.html": "old"}, tmp_path)

    def full(path, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(PlaceError, match=r"the disk is full .*make room"):
            write({"text.html": "new"}, tmp_path, ["text.html", "grid.html"])
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"text.html": "old", "grid.html": "old"}
    write({"text.html": "new"}, tmp_path, ["text.html", "grid.html"])
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"text.html": "new"}


@posix
def test_a_file_that_is_none_is_written_itself_and_a_link_stays_one(tmp_path):
    with whole(Path("/dev/null"), "a") as new:
        assert new == Path("/dev/null")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with whole(tmp_path / "link", "a") as new:
        new.write_text("new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "file").read_text() == "new"
