"""A folder's files are from one run: one process writes there at a time, beside what is there, and shows it when whole.

    with only_writer(out, "sourcereading tables"):
        with beside(out) as new:                       # a folder within ``out``
            (new / "a.csv").write_text(…)
            (new / "manifest.json").write_text(…)
            show(new, out, "manifest.json", unfinished, former)

A process that is stopped before ``show``, by whatever means, leaves the former files as they were. ``show`` takes a
hundredth of a second or so; a process killed within it leaves a record that says that the files are no whole.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import socket
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sourcereading.text.writable import PlaceError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NEW = ".sourcereading-new"
"""Within the folder: what is being written. What a stopped run left of it is removed by the next one."""
LOCK = ".sourcereading-lock"
"""Within the folder, while a process writes there: which one, as JSON. The system itself holds the lock on it, and ends
it with the process, so that no lock outlives its holder."""

ASKING = f"{LOCK}-asking"
"""Within the folder for a moment, where the file system has no locks: a process looks whether another writes there."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What file systems say that have no locks, as some on other machines."""
_AT = 1 << 20
"""Windows locks a byte against reading, too: one far behind the text."""
_held: dict[Path, tuple[int, int]] = {}
"""Of the folders that this process writes into, the thread and the open lock."""


@contextmanager
def only_writer(folder: Path, command: str) -> Iterator[None]:
    """Keeps others who ask out of a folder meanwhile; the thread that has it may ask again. The folder is made, and is
    not left behind empty.

    Parameters
    ----------
    folder : where to write, as an absolute path.
    command : what writes, for the message to others: "sourcereading tables".

    Raises
    ------
    PlaceError : another process writes there (the message says which one, where and since when); or the folder, or a
        lock in it, cannot be made.
    """
    if folder in _held and _held[folder][0] == threading.get_ident():
        yield
        return
    with said_of(folder):
        made = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        lock = _locked(folder, command)
    try:
        _held[folder] = threading.get_ident(), lock
        with said_of(folder):
            _sign(lock, command)
        yield
    finally:
        if _held.pop(folder, None) is not None:  # else this is a forked process
            _let_go_of(folder, lock)
            for place in made:
                with suppress(OSError):  # it is not empty
                    place.rmdir()


def _let_go_of(folder: Path, lock: int) -> None:
    """Removes the lock of a folder; Windows removes no open file."""
    if sys.platform == "win32":
        os.close(lock)
    with suppress(OSError):
        (folder / LOCK).unlink()
    if sys.platform != "win32":
        os.close(lock)


def _locked(folder: Path, command: str) -> int:
    """The open and locked file ``LOCK`` of a folder."""
    file = folder / LOCK
    while True:
        lock = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if sys.platform == "win32":
                os.lseek(lock, _AT, os.SEEK_SET)
                msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
                os.lseek(lock, 0, os.SEEK_SET)
            else:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(lock), file.stat()):
                    return lock
        except OSError as error:
            if error.errno in _NO_LOCKS and _claimed(lock, file, command):
                return lock
            os.close(lock)
            if error.errno not in (*_TAKEN, *_NO_LOCKS):
                raise
            ended = f". If it has ended, delete {file}" if error.errno in _NO_LOCKS else ""
            remedy = f"wait for its end, or name another folder{ended}"
            raise PlaceError(f"{folder}: {_holder(file)}; {remedy}") from None
        os.close(lock)  # its holder has ended and removed it: the name is free, or another's


def _claimed(lock: int, file: Path, command: str) -> bool:
    """Whether this process has got a folder where the file system has no locks, so that the record in ``file`` counts.
    One process at a time looks at it and writes its own: the one that made the file ``ASKING``."""
    asking = file.with_name(ASKING)
    try:
        os.close(os.open(asking, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        remedy = f"run again, and where this is said again, delete {asking}"
        raise PlaceError(f"{file.parent}: another process is about to write there; {remedy}") from None
    try:
        if _runs(file) or not os.path.samestat(os.fstat(lock), file.stat()):
            return False
        _sign(lock, command)
        return True
    except FileNotFoundError:  # its holder has just ended
        return False
    finally:
        asking.unlink()


def _sign(lock: int, command: str) -> None:
    """Writes into a lock who holds it."""
    since = datetime.now().astimezone().isoformat(" ", "seconds")
    holder = {"command": command, "process": os.getpid(), "host": socket.gethostname(), "since": since}
    os.lseek(lock, 0, os.SEEK_SET)
    os.ftruncate(lock, os.write(lock, json.dumps(holder).encode()))  # others never see it empty
    os.fsync(lock)  # other machines are to see it now


def _runs(file: Path) -> bool:
    """Whether the process still runs, as far as one can know, that a file ``LOCK`` names."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        if found["host"] == socket.gethostname() and sys.platform != "win32":
            os.kill(found["process"], 0)
    except (ValueError, KeyError, TypeError, OverflowError, ProcessLookupError):  # nobody signed; or it has ended
        return False
    except PermissionError:  # it is another user's
        pass
    return True


def _holder(file: Path) -> str:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        who = f"{found['command']} (process {found['process']} on {found['host']}, since {found['since']})"
    except (OSError, ValueError, KeyError, TypeError):  # it has just begun, or just ended
        who = "another process"
    return f"{who} is writing there"


def _let_go() -> None:
    """A forked process holds no lock of the one that it came from, else that lock would outlive its holder."""
    for _, lock in _held.values():
        os.close(lock)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """An empty folder within ``folder`` to write into; at the end what is left of it is removed.

    Raises
    ------
    PlaceError : the disk is full, or may not be written; the message has the file and the remedy.
    """
    new = folder / NEW
    with said_of(folder):
        if new.exists():
            shutil.rmtree(new)  # of a run that was stopped
        new.mkdir()
        try:
            yield new
        except OSError as error:
            if not error.filename and error.errno in (*_FULL, errno.EIO):  # a write: of the file begun last
                files = [path for path in new.rglob("*") if path.is_file()]
                error.filename = str(max(files, key=lambda path: path.stat().st_mtime_ns)) if files else None
            raise
        finally:
            shutil.rmtree(new, ignore_errors=True)


@contextmanager
def said_of(folder: Path) -> Iterator[None]:
    """Says of an error in writing into a folder which file it is about, and what to do."""
    try:
        yield
    except OSError as error:
        name = Path(os.fsdecode(error.filename)) if error.filename else folder
        told = error.filename or error.errno in (*_FULL, *_FORBIDDEN, errno.EIO)
        if not told or not (name.is_relative_to(folder) or folder.is_relative_to(name)):
            raise  # it is about something else
        inside = Path(*(part for part in name.parts if not part.endswith(NEW)))
        if error.errno in _FULL:
            why = f"the disk is full ({error.strerror}); make room"
        elif error.errno in _FORBIDDEN:
            why = f"you have no permission to write there ({error.strerror}); change the folder's permissions"
        else:
            why = f"{error.strerror or error}; check the disk"
        kept = "what an earlier run wrote is as it was"
        raise PlaceError(f"{inside}: {why}, or name another folder; {kept}") from error


@contextmanager
def whole(file: Path, command: str) -> Iterator[Path]:
    """The path of a file to write, which takes the place of ``file`` at the end. Until then, what is there stays. What
    is no regular file, such as /dev/stdout, is written itself.

    Parameters
    ----------
    command : as for ``only_writer``.

    Raises
    ------
    PlaceError : the disk is full, or may not be written; or another process writes this file.
    """
    file = file.resolve()
    if file.exists() and not file.is_file():
        yield file
        return
    work = file.with_name(f".{file.name[:40]}{NEW}")
    new = work / file.name
    try:
        with said_of(new), only_writer(work, command):
            try:
                yield new
                new.replace(file)
            finally:
                new.unlink(missing_ok=True)
    finally:
        with suppress(OSError):
            work.rmdir()


def write_all(contents: Mapping[str, str], folder: Path, command: str, former: Iterable[str] = ()) -> None:
    """Writes texts into files of a folder, all or none; former files that are not written again are removed.

    Parameters
    ----------
    contents : the name of each file, and its text.
    command : as for ``only_writer``.

    Raises
    ------
    PlaceError : the disk is full, or may not be written; or another process writes there.
    """
    with only_writer(folder, command), beside(folder) as new:
        for name, content in contents.items():
            (new / name).write_bytes(content.encode("utf-8"))
        with _uninterrupted():
            for name in {*former} - {*contents}:
                (folder / name).unlink(missing_ok=True)
            for name in contents:
                (new / name).replace(folder / name)


def show(
    new: Path, folder: Path, record: str, unfinished: str, former: Iterable[str], last: Iterable[str] = ()
) -> None:
    """Puts what was written beside in the place of what was there; nothing interrupts it but a kill.

    Parameters
    ----------
    new : the folder that ``beside`` gave.
    record : the file, in ``new`` too, by which a run is known and which says what is whole. It is moved last of all.
    unfinished : what stands in it meanwhile: that the files are no whole, and which are ours.
    former : files of an earlier run, relative to the folder; those that are not written again are removed.
    last : files without which the others are known to be no whole: removed first, moved last.

    Raises
    ------
    PlaceError : a file cannot be replaced; the record says that the files are no whole.
    """
    last = [*last]
    files = sorted(path.relative_to(new).as_posix() for path in new.rglob("*") if not path.is_dir())
    begun = new / f"{record}-unfinished"
    begun.write_text(unfinished, encoding="utf-8")
    for place in {(folder / name).parent for name in files}:
        place.mkdir(parents=True, exist_ok=True)
    with _uninterrupted():
        begun.replace(folder / record)
        try:
            for name in [*last, *({*former} - {*files, record})]:
                (folder / name).unlink(missing_ok=True)
            for name in [*(name for name in files if name not in (record, *last)), *last, record]:
                (new / name).replace(folder / name)
        except OSError as error:  # on Windows a file that another program has open
            raise PlaceError(
                f"{folder / name}: cannot be replaced ({error.strerror}); close what has it open and run again. Until "
                "then the files here are of two runs"
            ) from error
    places = {place for name in former for place in (folder / name).parents if folder in place.parents}
    for place in sorted(places, reverse=True):
        with suppress(OSError):  # it is not empty
            place.rmdir()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits for the end of it."""
    if threading.current_thread() is not threading.main_thread():
        yield  # Ctrl-C goes to the main thread
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt
