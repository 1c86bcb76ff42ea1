"""What stands in an article's text and is no part of the article: links to other stories, buttons, appeals, notes on
copyright and corrections, figures of the market or the weather.

The words are in ``data/lexicons/furniture.csv``; "…" in a term is up to six words, "…@" an address. A paragraph that
reports somebody's words is none, whatever its first words are: "Read more books, the minister said."
"""

from __future__ import annotations

import re
from functools import cache

from sourcereading.text.lexicon import lexicon
from sourcereading.text.verbs import verbs

_LONGEST, _HEAD = 400, 800
_LONGEST_APPEAL, _LONGEST_OFFER, _LONGEST_BOX = 40, 60, 8
"""Words of an appeal to the reader, of one that also says what they get, and of a line in a box of figures."""
_QUOTED = re.compile(r"[\"“”„«»]")
_YOU = re.compile(r"\byou", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_END = re.compile(r"[^\W\d_]{3,}\.$")
_SENTENCE_END = re.compile(r"\s(?<=[.!?…]\s)\s*")
_FIGURE = re.compile(r"[+–−$€£¥-]?\d(?:[\d.,]*\d)?(?:%|°[CF]?)?")


def is_furniture(paragraph: str) -> bool:
    """Whether a paragraph is furniture.

    >>> [is_furniture(line) for line in ("Read more: Dam holds", "Read more books, the minister said.")]
    [True, False]
    """
    if len(paragraph) > _LONGEST:
        return False
    if found := _at_head().match(paragraph):
        if found.lastgroup in ("whole", "label"):
            return True
        rest = paragraph[found.end() :]
        return _are_makers(rest) if found.lastgroup == "credit" else not _reports(rest)
    if _is_stamp(paragraph) or _is_of_figures(paragraph) or _tells_of_itself(paragraph):
        return True
    if joined := _joined().search(paragraph):
        return _are_makers(paragraph[: joined.start()]) and _are_makers(paragraph[joined.end() :])
    lower = paragraph.lower()
    if any(words in lower for words in _further_on()) and _within().search(paragraph):
        return not _reports(paragraph)
    return _is_appeal(paragraph) or _buttons().fullmatch(paragraph) is not None


def is_note(paragraph: str) -> bool:
    """Whether a paragraph is a label of furniture with its words: "Editor's note: the dam is", which may go on in the
    next line."""
    found = _at_head().match(paragraph)
    return found is not None and found.lastgroup == "label" and found.end() < len(paragraph)


def buttons_end(text: str, start: int, end: int) -> int | None:
    """Where a row of buttons ends that stands at or near the head of a text, with the menu, the date and the names
    before it: "2 May Share Facebook Email The dam held."; None where there is none."""
    head = text[start : min(end, start + _HEAD)]
    found = _buttons().search(head) if sum(name in head for name in _terms("button")) > 2 else None
    return start + found.end() if found else None


def glued_from(text: str, start: int, end: int) -> int | None:
    """Where lines of furniture begin that have lost their ends and stand behind a text: "The dam held. Related videos
    Related articlesMore from author Dam leaks", "The dam held. READ MORE: Dam leaks"; None where there are none."""
    rows = (one for one in _in_a_row().finditer(text, start, end) if one["row"].lstrip("([")[0].isupper())
    found = next((one for one in rows if not one["link"] or one["link"].isupper() or " " in one["link"]), None)
    return found.start("row") if found else None


def _is_stamp(text: str) -> bool:
    """Whether a text is a date, a time or a count alone: "Published Monday, 3 May 2024, 05:39 GMT", "941 comments"."""
    words = _WORD.findall(text.lower()) if len(text) <= 80 and any(map(str.isdigit, text)) else []
    if not words or _WORDS_END.search(text):
        return False  # "100 days.", as an answer
    return _stamp_words().issuperset(words) and not _QUOTED.search(text)


def _is_of_figures(text: str) -> bool:
    """Whether a text has no word ("___", "-0.77%"), or is a line of figures: "Halden 14°C", "FTSE 7,412.30 +0.4%"."""
    if not any(map(str.isalpha, text)):
        return not _QUOTED.search(text) and not (text[-1] == "." and any(map(str.isdigit, text)))
    words = text.split()
    if len(words) > _LONGEST_BOX:
        return False
    figures = [word for word in words if _FIGURE.fullmatch(word)]
    marked = any(not word.isdigit() for word in figures)
    return marked and len(words) <= 2 * len(figures) and text[-1] not in ".!?:,;"


def _tells_of_itself(text: str) -> bool:
    """Whether a text is about the article that it stands in: "Update, May 3: This story has been updated."."""
    found = _of_itself().match(text)
    return found is not None and (bool(found["version"]) or not _says(_SENTENCE_END.split(text[found.end() :])[0]))


def _is_appeal(text: str) -> bool:
    """Whether the first or the last sentence of a text asks readers to do what only a site can ask for: "Ana Ruiz
    writes on harbours. Follow her on Facebook". A longer text says "you"."""
    parts = _SENTENCE_END.split(text)
    begun = [begins[0] for part in (parts[0], parts[-1]) if (begins := _appeal().match(part))]
    longest = _LONGEST_OFFER if begun and _YOU.search(text) else _LONGEST_APPEAL
    if not begun or len(text.split()) > longest:
        return False
    if not any(_site().search(text.replace(begins, " ", 1)) for begins in begun):
        return False
    return not _reports(_site().sub(" ", text))  # "comments" is no verb in "in the comments"


@cache
def _stamp_words() -> frozenset[str]:
    return frozenset(_terms("stamp"))


def _are_makers(text: str) -> bool:
    """Whether a text is names and what joins them: "Ana Ruiz in Halden; editing by Ben Holm"."""
    words = _WORD.findall(text)
    joining = {"in", "and", "of", "from", "the", "for", "with", "writer", "writers", "contributed"}
    joining.update(*map(str.split, _terms("credit")))
    return bool(words) and all(word[0].isupper() or word in joining for word in words)


def _reports(text: str) -> bool:
    """Whether a text quotes, or has a verb of saying in a finite form."""
    return bool(_QUOTED.search(text)) or _says(text)


def _says(text: str) -> bool:
    """Whether a verb of saying is there in a form that is finite, and no order ("Read more")."""
    known = (verbs().get(word.lower()) for word in _WORD.findall(text))
    forms = (verb.form.split() for verb in known if verb)
    return any("base" not in form and ("s" in form or "past" in form) for form in forms)


@cache
def _terms(kind: str) -> tuple[str, ...]:
    rows = lexicon("furniture", ("term", "class", "example"))
    return tuple(sorted((row["term"] for row in rows if row["class"] == kind), key=len, reverse=True))


def _any_of(kind: str) -> str:
    """A pattern for the terms of a class."""
    made = []
    for term in _terms(kind):
        words = re.escape(term).replace("…@", r"\S{1,80}@\S+").replace("@…", r"@\w+")
        words = words.replace("…\\ ", r"(?:\S+\s+){1,6}?").replace("\\ …", r"(?:\s[^\s.!?]+){1,5}$")
        made.append(words.replace("\\ ", r"\s+").replace("'", "['’]"))
    return "|".join(made) or "(?!)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _at_head() -> re.Pattern[str]:
    more = rf"(?:(?:{_any_of('whole')}|\d+|{_any_of('stamp')})(?![^\W_])[\W_]*+)*+"
    whole = rf"(?:{_any_of('whole')})(?![^\W_])[\W_]*+{more}$"
    label = rf"(?:{_any_of('label')})(?:\s\([^()]{{1,40}}\)|,[^:\n]{{1,30}}\d(?::?\d)*(?:\s\w\w){{0,2}})?\s?:"
    link = rf"(?:{_any_of('label')})\s?[–—-]\s(?-i:(?=[\W\d]*[A-Z]))(?=.{{0,200}}[^.!?]$)"  # "Also read- Dam holds"
    return _compiled(
        rf"(?:[^\w©]|_)*+(?:(?P<whole>{whole})|(?P<label>{label})|(?P<link>{link})"
        rf"|(?P<credit>(?:{_any_of('credit')})(?!\w))|(?P<begins>(?:{_any_of('begins')})(?!\w)))"
    )


@cache
def _of_itself() -> re.Pattern[str]:
    noted = r"(?:[^.!?\n“”\"]{1,60}:\s)?"  # "Update, 3 May, 02:12 PM: "
    made = rf"(?:(?:is|was|has\sbeen|have\sbeen)\s)?(?:{_any_of('made')})(?!\w)"
    version = r"(?P<version>an?\s(?:earlier|previous)\s\w+\sof\s)"
    return _compiled(rf"[\W_]*+{noted}(?:{version}|(?=\w))this\s(?:{_any_of('itself')})\s(?(version)|{made})")


@cache
def _appeal() -> re.Pattern[str]:
    return _compiled(rf"[\W_]*+(?:{_any_of('appeal')})(?!\w)")


@cache
def _site() -> re.Pattern[str]:
    return _compiled(rf"(?<!\w)(?:{_any_of('site')})(?!\w)")


@cache
def _joined() -> re.Pattern[str]:
    return _compiled(rf"\b(?:{_any_of('joined')})(?!\w)")


@cache
def _in_a_row() -> re.Pattern[str]:
    link = rf"(?P<link>{_any_of('label')})\s?[:|]\s[^.!?:]{{1,150}}$"
    return _compiled(rf"\s(?<=[.!?”\"’]\s)(?P<row>(?:(?:{_any_of('whole')})\s*){{2,}}|[(\[]?{link})")


@cache
def _within() -> re.Pattern[str]:
    return _compiled(rf"\b(?:(?:{_any_of('within')})(?!\w)|(?:{_any_of('ends')})\W*$)")


@cache
def _further_on() -> tuple[str, ...]:
    """Of each term that may stand further on in a paragraph, the words before its gap: a quick look comes first."""
    return tuple(term.partition(" …")[0] for term in (*_terms("within"), *_terms("ends")))


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?:{_any_of('button')})(?!\w)[\s|·•]*){{3,}}")
