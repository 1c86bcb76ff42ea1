"""From the bytes of a file to its text: the encoding, why it is no article, and what a reader should be warned of.

Nothing is repaired. A BOM is dropped and line ends become LF; the rest is kept, with a warning where it is odd.
"""

from __future__ import annotations

import codecs
import io
import json
import re
import stat
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO

from sourcereading.text.sentence_words import function_words

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_SIGNATURES = (
    (b"%PDF", "a PDF; save its text as .txt"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save its text as .txt or .html, a table as .csv"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"\x7fELF", "a program, not a text"),
    (b"\x89PNG", "a picture, not a text"),
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc, .xls); save its text as .txt, a table as .csv"),
    (b"{\\rtf", "a rich-text document; save it as plain text (.txt)"),
)
_PAGE = re.compile(r"\s*(?:<!doctype\b|<html\b)", re.IGNORECASE)
_MAIL = re.compile(r"\s{0,9}(?:[\w-]{1,40}: .{0,998}\n(?:[ \t].{0,998}\n){0,99}){0,99}?MIME-Version: ", re.IGNORECASE)
"""The beginning of an e-mail, or a page saved as one, as it was sent: its words may be written in code."""
_BLANK = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad\s]+")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_GREEK_TWINS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορ"  # not μ and Ω, which stand before units
_WARN = (
    (re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]"), "direction controls (bidi: they can hide words)"),
    (re.compile("[\u200b-\u200d\u2060\u00ad]"), "invisible characters inside words"),
    (re.compile(f"[\U000e0000-\U000e007f{_NONCHARACTERS}]"), "invisible characters (tags or noncharacters)"),
    (re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"), "control characters"),
    (re.compile("\ufffd"), "replacement characters (�): a part of the text was lost before it was read here"),
    (re.compile("â€|Ã[\u00a0-\u00bf]|Â[\u00a0-\u00bf]"), "mojibake (“â€œ” for “): get the text again as UTF-8"),
    (
        re.compile(f"[A-Za-z][\u0400-\u04ff{_GREEK_TWINS}]|[\u0400-\u04ff{_GREEK_TWINS}][A-Za-z]"),
        "mixed scripts inside a word: letters that look Latin but are not",
    ),
    (
        re.compile(
            r"</?(?:p|br|div|span|a|b|i|u|em|strong|h[1-6]|li|[ou]l|blockquote|img|script|style)(?:\s[^<>]{0,300})?/?>"
            r"|&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
        ),
        "HTML tags or entities: they are read as words; save the page's text as .txt",
    ),
)  # fmt: skip
_PLAIN = r"\t\n -~\u00a0-\u00ac\u00ae-\u00c1\u00c4-\u00e1\u00e3-\u024f‐-…‰-⁞€™"
"""Letters and signs that only the last warning is of."""
_ODD = re.compile(f"[^{_PLAIN}]")
LONGEST = 1_500_000
"""Characters of the longest article that is read: more than most novels have. A reading takes a second and
some 25 MB per 150,000, so that a longer text would delay all others."""
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f\uff21-\uff5a]+")  # the last are wide ones
_BLOCKS = re.compile(r"\n[^\S\n]*\n")
_SAMPLE = 20_000
"""Characters by which the language is recognised."""
_FEWEST_WORDS, _FEWEST_LETTERS, _ENGLISH_FROM = 20, 3, 0.08
"""From fewer no language is recognised; in English a third of the words are in ``grammar.csv``."""
_ALIKE = frozenset(
    ("was", "die", "per", "his", "man", "all", "over", "under", "want", "her", "our", "plus", "till", "for", "in", "is")
    + ("as", "an", "at", "on", "no", "so", "do", "me", "am", "be", "if", "up", "us")
)
"""Function words that are words of other languages, too."""


class Refused(ValueError):
    """Why a source is not an article."""


_PIECE = 1 << 20
_READABLE = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


def file_bytes(file: Path, limit: int) -> bytes:
    """The bytes of a regular file, of at most ``limit``; what prevents it is a ``Refused``."""
    check_file(file, limit)
    try:
        return file.read_bytes()
    except OSError as error:
        raise _unreadable(error) from None


def check_file(file: Path, limit: float) -> None:
    """Refuses what is no regular file, may not be read, or has more bytes than ``limit``."""
    try:
        status = file.stat()
    except OSError as error:
        raise _unreadable(error) from None
    if not stat.S_ISREG(status.st_mode):
        raise Refused("not a regular file")
    if not status.st_mode & _READABLE:  # root could, and would read what its owner has closed to everybody
        raise Refused("its permissions do not allow reading it; change them")
    if status.st_size > limit:
        raise Refused(f"{status.st_size / 1e6:,.0f} MB, more than {limit / 1e6:,.0f} MB; split it")


def _unreadable(error: OSError) -> Refused:
    return Refused(f"cannot be read ({error.strerror}); check that it exists and may be opened")


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text of a file's bytes with LF for line ends, and warnings; see ``encoding_of``."""
    encoding, warnings = encoding_of(io.BytesIO(data))
    return _line_ends(data.decode(encoding)), warnings


def encoding_of(file: IO[bytes]) -> tuple[str, list[str]]:
    """In which encoding an open file of any size is a text, from its start to its end, and warnings.

    BOM first, then UTF-8, then Windows-1252 with a warning; nothing is guessed beyond that.
    """
    head = file.read(64)
    for signature, what in _SIGNATURES:
        if head.lstrip().startswith(signature):
            raise Refused(what)
    if encoding := bom(head):
        if fault := _fault(file, encoding):
            raise Refused(f"its BOM says {encoding}, but byte {fault[0]} is not valid there; save it as UTF-8")
        return encoding, []
    if any(b"\0" in piece for piece in _pieces(file)):
        raise Refused("NUL bytes: not a text, or UTF-16 without a BOM; save it as UTF-8")
    fault = _fault(file, "utf-8")
    if not fault:
        return "utf-8", []
    if fault[1]:
        raise Refused("cut off in the middle of a UTF-8 character; get the file again")
    if fault := _fault(file, "cp1252"):
        raise Refused(f"neither UTF-8 nor Windows-1252 (byte {fault[0]:,}); save it as UTF-8")
    return "cp1252", ["not UTF-8: read as Windows-1252; check letters with accents, and save it as UTF-8"]


def _fault(file: IO[bytes], encoding: str) -> tuple[int, bool] | None:
    """The first byte of an open file that is not valid in an encoding, and whether its text is cut off there."""
    with_mark = encoding == "utf-8-sig"
    decoder = codecs.getincrementaldecoder("utf-8" if with_mark else encoding)()
    before = -len(codecs.BOM_UTF8) if with_mark else 0  # bytes are counted from behind this mark
    for piece in _pieces(file):
        waiting = len(decoder.getstate()[0])
        try:
            decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            return before - waiting + error.start, not piece
        before += len(piece)
    return None


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The bytes of an open file from its start; at its end an empty piece."""
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece
    yield b""


def bom(data: bytes) -> str | None:
    """The encoding that a BOM names."""
    return next((name for mark, name in _BOMS if data.startswith(mark)), None)


def article_text(text: str) -> tuple[str, list[str]]:
    """A text as it is kept, with warnings; ``Refused`` where it is no article."""
    text = _line_ends(text.removeprefix("\ufeff"))
    if len(text) > LONGEST:
        raise Refused(f"{len(text):,} characters, more than {LONGEST:,}; split it into articles")
    if not text or _BLANK.fullmatch(text):
        raise Refused("empty: there is no text in it")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused(
            f"character {error.start + 1:,} is half of a surrogate pair; save the text again as UTF-8"
        ) from None
    if _PAGE.match(text):
        raise Refused("an HTML page; name the file .html, or save the article's text as .txt")
    if _MAIL.match(text):
        raise Refused("an e-mail, or a page saved like one (.mht), as it is sent; open it, and save its text as .txt")
    if text.lstrip()[0] in "{[" and _is_json(text):
        raise Refused("JSON data, not an article; use a .jsonl table with a column text")
    odd = _ODD.search(text) is not None
    warnings = [f"contains {what}" for pattern, what in (_WARN if odd else _WARN[-1:]) if pattern.search(text)]
    return text, [*warnings, *_warnings(text, odd)]


def shown(name: str) -> str:
    """A file name that can be written: bytes that are not UTF-8 as ``\\xff``."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _warnings(text: str, odd: bool) -> list[str]:
    warnings, words = [], _WORD.findall(text[:_SAMPLE])
    if not _WORD.search(text):
        warnings.append("there is no word in it, so no statements can be found")
    elif len(words) == 1 == len(words[0]):
        warnings.append(f"there is only one letter in it (“{words[0]}”); check that the whole text is there")
    elif not _is_english(text[:_SAMPLE], words, odd):
        warnings.append("the language does not look like English; the reading works for English texts only")
    if _quotes_differ(text):
        warnings.append(
            "unpaired quotes: a mark without its partner, or straight and curly ones mixed; check who says what"
        )
    return warnings


@cache
def _english() -> frozenset[str]:
    return frozenset(term for term in function_words() if len(term) > 1) - _ALIKE


def _is_english(text: str, words: list[str], odd: bool) -> bool:
    letters = sum(map(len, words)) if odd else 0  # without odd signs there are only Latin letters
    if letters >= _FEWEST_LETTERS and sum(map(len, _LETTERS.findall(text))) < letters / 2:
        return False
    small = [word for word in words if word.islower()]  # without names, of which short news may be full
    words = small if len(small) >= len(words) / 2 else [word.lower() for word in words]
    if len(words) < _FEWEST_WORDS or len(set(words)) < _FEWEST_WORDS / 2:
        return True
    return sum(map(_english().__contains__, words)) >= _ENGLISH_FROM * len(words)


def _quotes_differ(text: str) -> bool:
    """Whether a mark lacks its partner. A quotation over several paragraphs opens each of them again."""
    if not any(mark in text for mark in '“”"') or "„" in text:
        return False
    blocks = _BLOCKS.split(text)
    for block, after in zip(blocks, [*blocks[1:], ""], strict=True):
        opening, closing = block.count("“"), block.count("”")
        straight = block.count('"') - len(re.findall(r'\d"', block))  # inches
        first = after.lstrip()[:1]
        anew = [line.lstrip()[:1] for line in block.split("\n")[1:]]
        if not closing <= opening <= closing + anew.count("“") + (first == "“"):
            return True
        if straight % 2 and block.count('"') % 2 and first != '"' and '"' not in anew:
            return True
        if straight and opening + closing:
            return True
    return False
