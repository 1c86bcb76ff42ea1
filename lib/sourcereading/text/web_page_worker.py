"""A process that takes the article out of web pages: one JSON line in, one out. Started by ``web_pages`` alone.

It is a process of its own because a page may be made so that the extractor needs hours or takes the process down;
then it is ended, and the reading goes on. It imports nothing of the library, so that it starts quickly.
"""

import json
import logging
import re
import signal
import sys
from collections.abc import Iterator
from itertools import islice

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_PARTS = frozenset(("p", "head", "quote", "list", "item", "table", "row", "cell", "code"))
"""Elements of an extracted text that are paragraphs or hold some."""
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-12-31"}
"""The date of publication, from what the page declares; no search through its text. By itself the extractor takes no
date later than today, so that what it finds would depend on the day it is run."""
_UNSEEN = ["//template", "//*[@hidden and not(@hidden='until-found')]"]
"""What a browser does not show, and the extractor would take for text."""
_BLOCKS = frozenset(("p", "li", "dd", "dt", "td", "th", "div", "h1", "h2", "h3", "h4", "h5", "h6"))
_HEADS = ("h2", "h3", "h4", "h5", "p", "div", "span")
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?i:caption|credit)(?:$|[\s_-])|[a-z](?:Caption|Credit)\b")
_APPEAL_CLASS = re.compile(
    r"(?:^|[\s_-])(?:cta|donate|newsletters?|paywall|promo|sign-?up|sponsor(?:ed)?|subscribe|subscriptions?)(?:$|[\s_-])",
    re.I,
)
_BELOW_TITLE = re.compile(
    r"(?:^|[\s_-])(?:article-summary|deck|dek|standfirst|strapline|sub-?head(?:ing|line)?|sub-?title)(?:$|[\s_-])", re.I
)
"""What stands between a title and its article."""
_TEXT_CLASS = re.compile(r"(?:^|\s)(?:intro|lead|paragraph|text)(?:$|\s)", re.I)
_OWNER = re.compile(
    r"(?:©|&copy;|Copyright)\s*(?:©|&copy;|\(c\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s+)?(?:by\s)?([A-Z][\w’'& -]{2,50})"
)
"""Who has the copyright of a page: it tells which of its names is the outlet's."""
_INLINE = frozenset(("a", "abbr", "b", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"))
_ENDS = ".?!:;,…\"”’»)"
_TORN, _AROUND = 50, 30
"""Places where a page's lines may be torn that are looked at, and characters around each."""
_LONGEST_LINE, _MANY = 500, 100_000
_MEMORY = 1_000_000_000
_DEEPEST = 250
"""Elements within one another; at some five more the parser stops reading a page, and says nothing."""
_LINE_BREAK = re.compile(r"(?<! ) *\n *")
_PUBLISHER = re.compile(r'"publisher"\s*:\s*\{(?:[^{}]|\{[^{}]{0,300}\}){0,300}?"name"\s*:\s*"([^"\\\\]{2,80})"')
_BODY = re.compile(r'"articleBody"\s*:\s*("(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*+")')
_SENTENCE = re.compile(r"(?:\S+\s+){8,}\S*[.!][”\"’']?$")
_WORD = re.compile(r"\w+")
_BLANKS = re.compile(r"\s+")
_PARTING = re.compile(r"\n{2,}")


def main() -> None:
    """Says whether the extractor is there, then answers a line for each line that comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one, which ends it
    logging.disable()  # what the extractor would log is in the answer
    try:
        import trafilatura.settings
    except ImportError as error:
        _answer({"missing": str(error)})
        return
    _limit_memory()
    _answer({})
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            _answer(_article(trafilatura, asked["page"], asked["url"]))
        except Exception as error:  # whatever a page does to the extractor counts for that page alone
            _answer({"failed": f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"})


def _article(extractor, page: str, url: str) -> dict:
    """The article that the extractor finds on a page, and what the page itself declares."""
    before, tree = _peak(), extractor.load_html(page)
    if tree is None:
        raise ValueError("no HTML")
    if _is_cut_off(tree):
        raise ValueError(f"more than {_DEEPEST} elements within one another: what follows them is not read")
    _wrap_loose_words(tree)
    _make_paragraphs(tree)
    _write_quotation_marks(tree)
    found = extractor.bare_extraction(
        tree, url=url or None, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES),
        prune_xpath=_UNSEEN,
    )  # fmt: skip
    assert found is None or isinstance(found, extractor.settings.Document)
    if before < 0.8 * _MEMORY < _peak():  # else what is missing would pass for what the page does not have
        raise MemoryError("it needs a gigabyte")
    text, owner = _parted(_joined(_text(found.body), tree), tree) if found else "", _OWNER.search(page)
    return {
        "text": text,
        "layout": _layout(text, found.body, tree) if found else [],
        "title": found and found.title or "",
        "window": next(map(_line, tree.iter("title")), ""),
        "headings": [_line(heading) for heading in islice(tree.iter("h1"), 3)],
        "outlets": [*_declared(tree), found and found.sitename or ""],
        "handle": _meta(tree, "twitter:site"),
        "owner": owner[1] if owner else "",
        "host": found and found.hostname or "",
        "author": found and found.author or "",
        "date": found and found.date or "",
        "url": found and found.url or "",
        "words": len(extractor.html2txt(page).split()),
    }


def _is_cut_off(tree) -> bool:
    """Whether the parser stopped within a page, at elements nested too deep: the last one it has is the deepest."""
    depth = 0
    while len(tree):
        tree, depth = tree[-1], depth + 1
    return depth >= _DEEPEST


def _wrap_loose_words(tree) -> None:
    """Gives words that stand in a section, with line breaks only, a block of their own: the extractor loses the first
    of them."""
    for element in list(islice(tree.iter("section", "article", "main", "center"), _MANY)):
        if (element.text or "").strip() and element.find("br") is not None:
            block = element.makeelement("div")
            block.text, element.text = element.text, None
            block.extend(list(element))
            element.append(block)


def _make_paragraphs(tree) -> None:
    """Makes a paragraph of a block of words that stands beside one: the extractor takes it for a box, and leaves it
    out. With a class of another kind it is one."""
    for block in list(islice(tree.iter("div", "center"), _MANY)):
        named = block.get("class") or block.get("id")
        if named and not _TEXT_CLASS.search(named):
            continue
        if any(part.tag not in _INLINE for part in block.iterdescendants()):
            continue
        beside = (block.getprevious(), block.getnext())
        if any(one is not None and one.tag == "p" for one in beside):
            line = _line(block)
            if len(line) == _LONGEST_LINE or _SENTENCE.match(line):
                block.tag = "p"


def _write_quotation_marks(tree) -> None:
    """Writes the marks that a browser shows around an element for quotations, which the extractor takes for a block."""
    for quotation in list(islice(tree.iter("q"), _MANY)):
        quotation.tag = "span"
        quotation.text = f"“{quotation.text or ''}"
        quotation.tail = f"”{quotation.tail or ''}"


def _limit_memory() -> None:
    """Keeps this process from taking more than ``_MEMORY``, where the system can."""
    if resource:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))


def _peak() -> int:
    """Bytes of memory that this process has needed at most; 0 where the system does not say. Linux counts in kB."""
    scale = 1024 if sys.platform == "linux" else 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale if resource else 0


def _text(body) -> str:
    """The text of an extracted body: paragraphs separated by blank lines, a line break where the page has one."""
    for element in body.iter():
        if element.tag == "head":  # a line's end in its source is none on the page
            for part in element.iter():
                part.text = part.text and _BLANKS.sub(" ", part.text)
                part.tail = part.tail and _BLANKS.sub(" ", part.tail)
        if element.tag in _PARTS:
            element.text = f"\n\n{element.text or ''}"
            element.tail = f"\n\n{element.tail or ''}"
        elif element.tag == "lb":
            element.tail = f"\n{element.tail or ''}"
    lines = _LINE_BREAK.sub("\n", "".join(body.itertext()))
    return _PARTING.sub("\n\n", lines).strip()


def _joined(text: str, tree) -> str:
    """A text in which what the page has in one line is one paragraph: the extractor parts a large first letter from its
    word, and a link from the sentence it stands in where no paragraph is around them."""
    blocks, lines = text.split("\n\n"), ""
    for at in list(islice(filter(lambda at: _is_torn(blocks[at - 1], blocks[at]), range(1, len(blocks))), _TORN)):
        lines = lines or _lines(tree)
        before = next(k for k in range(at - 1, -1, -1) if blocks[k])
        ends, begins = blocks[before][-_AROUND:], blocks[at][:_AROUND]
        joint = next((joint for joint in ("", " ") if f"{ends}{joint}{begins}" in lines), None)
        if joint is not None:
            blocks[before], blocks[at] = f"{blocks[before]}{joint}{blocks[at]}", ""
    return "\n\n".join(filter(None, blocks))


def _parted(text: str, tree) -> str:
    """A text in the lines that the page gives it, where the extractor took it from what a page declares of itself (JSON
    with the whole article), and has lost the ends of its lines."""
    declared = "" if "\n" in text else next(_declared_bodies(tree, text), "")
    return _PARTING.sub("\n\n", declared.strip().replace("\n", "\n\n")) or text


def _declared_bodies(tree, text: str) -> Iterator[str]:
    """The strings in a page's declarations that have the same letters as its text."""
    for script in islice(tree.iter("script"), _MANY):
        if script.get("type") == "application/ld+json":
            for quoted in _BODY.findall(script.text or ""):
                body = json.loads(quoted, strict=False)
                if _key(body) == _key(text):
                    yield body


def _is_torn(before: str, behind: str) -> bool:
    """Whether a paragraph may go on with the one before: that is one letter, or ends as no sentence does."""
    return (len(before) == 1 and before.isupper()) or (before[-1:] not in _ENDS and behind[:1].islower())


def _lines(tree) -> str:
    """The words of a page, with an end of line where anything but a part of a line begins or ends."""
    return _LINE_BREAK.sub("\n", "".join(_words(tree))).replace("  ", " ")


def _words(element) -> Iterator[str]:
    edge = "" if element.tag in _INLINE else "\n"
    yield edge + _BLANKS.sub(" ", element.text or "")
    for part in element:
        if isinstance(part.tag, str):  # no comment
            yield from _words(part)
        yield _BLANKS.sub(" ", part.tail or "")
    yield edge


def _layout(text: str, body, tree) -> list[tuple[int, int, str]]:
    """What the page itself says that blocks of the text are: (start, end, kind)."""
    kinds = {_key(line): "heading" if _is_title(line) else "bold" for line in _bold_lines(tree)}
    kinds.update((_key(block), "quotation") for block in _quotations(body))
    points = ((line, "item") for item in islice(body.iter("item"), _MANY) if (line := _key(_line(item))))
    kinds = dict(points) | kinds
    beside = (_linked_lines, _rows_of_links, _above_links, _labelled_lines, _appeals)
    kinds.update((_key(line), "furniture") for lines in beside for line in lines(tree))
    kinds.update((_key(line), "furniture") for line in _figures(body))
    kinds.update((_key(line), "caption") for lines in (_captions, _beside_pictures) for line in lines(tree))
    lines = islice(tree.iter(*_HEADS), _MANY)
    below = (one for one in lines if _BELOW_TITLE.search(f"{one.get('class')} {one.get('id')}"))
    kinds.update((_key(_line(head)), "heading") for head in below)
    heads = ((_key(_line(head)), "heading") for head in body.iter("head"))
    kinds.update((key, kind) for key, kind in heads if key not in kinds)
    kinds.update((_key(_line(heading)), "heading") for heading in islice(tree.iter("h1"), 3))
    found, start = [], 0
    for block in text.split("\n\n"):
        end = start + len(block)
        if (kind := kinds.get(_key(block))) and (len(block) <= _LONGEST_LINE or kind == "quotation"):
            found.append((start, end, kind))
        start = end + 2
    return found


def _linked_lines(tree) -> Iterator[str]:
    """What stands alone on the page as a link to another page, or behind a label: a related story, a button. A
    sentence that is a link as a whole is none."""
    for link in islice(tree.iter("a"), _MANY):
        if not (link.get("href") or "#").startswith("#"):
            yield from map(_line, islice(link.iter("p", "h2", "h3", "h4", "h5", "li"), 6))
            line = _block_of(link, labelled=True)
            if line and not _SENTENCE.match(line):
                yield line


def _rows_of_links(tree) -> Iterator[str]:
    """Paragraphs of two links or more with at most a word beside each ("Dam leaks [VIDEO]") that end as no sentence."""
    for block in islice(tree.iter("p", "li"), _MANY):
        links = [len(_WORD.findall(_line(link))) for link in islice(block.iter("a"), 20)]
        line = _line(block) if len(links) > 1 else ""
        if line and line[-1] not in ".!?" and len(_WORD.findall(line)) - sum(links) <= len(links):
            yield line


def _above_links(tree) -> Iterator[str]:
    """What stands above a list of links alone: "Best deals", "Do not miss these stories:"."""
    for links in islice(tree.iter("ul", "ol"), _MANY):
        head = links.getprevious()
        line = _line(head) if head is not None and head.tag in _BLOCKS else ""
        linked = "".join(_key(_line(link)) for link in islice(links.iter("a"), 20))
        if _is_title(line.removesuffix(":")) and _key(_line(links)) == linked:
            yield line


def _labelled_lines(tree) -> Iterator[str]:
    """Lines with a label in bold ("Ferries out: Storm closes the harbour") that end as no sentence does: the titles of
    other stories, or a box of facts."""
    for label in islice(tree.iter("b", "strong"), _MANY):
        block = label.getparent()
        if block is not None and block.tag in _BLOCKS and not (block.text or "").strip():
            line, words = _line(block), _line(label)
            if words.endswith(":") and len(line) > len(words) and line[-1] not in ".?!…\"'”’)":
                yield line


def _figures(body) -> Iterator[str]:
    """The cells of tables without a sentence: figures of the market or of a game."""
    for table in islice(body.iter("table"), _MANY):
        cells = [_line(cell) for cell in table.iter("cell")]
        if not any(map(_SENTENCE.match, cells)):
            yield from cells


def _bold_lines(tree) -> Iterator[str]:
    """Paragraphs that are set in bold as a whole: headings, or the questions of an interview."""
    return filter(None, map(_block_of, islice(tree.iter("b", "strong"), _MANY)))


def _is_title(line: str) -> bool:
    """Whether a line is short and ends as no sentence does."""
    return len(line.split()) <= 12 and line.rstrip("\"'”’»)")[-1:] not in (*".?!:;,…", "")


def _quotations(body) -> list[str]:
    """The blocks that the page sets off as quotations; none where that is most of the text: a matter of looks."""
    quoted = ["".join(quote.itertext()).strip() for quote in body.iter("quote")]
    whole = len("".join(body.itertext()))
    return _PARTING.sub("\n\n", "\n\n".join(quoted)).split("\n\n") if 2 * sum(map(len, quoted)) < whole else []


def _block_of(element, labelled: bool = False) -> str:
    """The words of the block in which an element stands alone; "" where it does not."""
    for _ in range(4):
        parent = element.getparent()
        if parent is None or not _is_alone(element, parent, labelled):
            return ""
        element = parent
        if element.tag in _BLOCKS:
            return _line(element)
    return ""


def _is_alone(element, parent, labelled: bool) -> bool:
    """Whether an element has no words beside it in its parent, or only a label: "Read more:"."""
    if len(parent) > 4:
        return False
    beside = [parent.text, *(other.tail for other in parent)]
    beside += [_line(other) for other in parent if other is not element]
    words = " ".join(part for part in beside if part).split()
    return not words or (labelled and len(words) <= 6 and words[-1].endswith(":"))


def _appeals(tree) -> Iterator[str]:
    """The lines of small boxes that ask the reader to subscribe."""
    for element in islice(tree.iter("div", "section", "aside", "form", "p"), _MANY):
        if _APPEAL_CLASS.search(element.get("class") or "") and len(_line(element)) < _LONGEST_LINE:
            yield from map(_line, islice(element.iter("p", "div", "h2", "h3", "h4", "span", "li"), 12))


def _captions(tree) -> Iterator[str]:
    for element in islice(tree.iter("figcaption", "p", "div", "span"), _MANY):
        if element.tag == "figcaption" or _CAPTION_CLASS.search(element.get("class") or ""):
            line = _line(element)
            if len(line) < _LONGEST_LINE:
                yield line
                yield from (_line(part) for part in islice(element.iter("p", "div", "span"), 6))


def _beside_pictures(tree) -> Iterator[str]:
    """Words in italics below a picture, in its paragraph or the next one, and the paragraphs in a list of pictures."""
    for pictures in islice(tree.iter("ul", "ol"), _MANY):
        items = pictures.findall("li")
        if all(item.find(".//img") is not None for item in items):
            yield from (_line(block) for item in items for block in islice(item.iter("p", "div"), 6))
    for picture in islice(tree.iter("img"), _MANY):
        block = next((one for one in islice(picture.iterancestors(), 4) if one.tag in _BLOCKS), None)
        if block is not None and block.tag == "p":
            yield _in_italics(block) or ("" if _line(block) else _in_italics(block.getnext()))


def _in_italics(block) -> str:
    """The words of a paragraph that is set in italics as a whole; "" for any other."""
    if block is None or block.tag != "p":
        return ""
    line, italics = _line(block), " ".join(map(_line, islice(block.iter("em", "i"), 6)))
    return line if line == italics and len(line) <= _LONGEST_LINE // 2 else ""


def _line(element) -> str:
    """The words of an element as one line, up to a length."""
    return " ".join(" ".join(islice(element.itertext(), 40)).split())[:_LONGEST_LINE]


def _key(line: str) -> str:
    return "".join(line.split())


def _declared(tree) -> Iterator[str]:
    """The names of who publishes the page, as it declares them."""
    yield _meta(tree, "og:site_name")
    for script in islice(tree.iter("script"), _MANY):
        if script.get("type") == "application/ld+json" and (name := _PUBLISHER.search(script.text or "")):
            yield name[1]
            break
    yield _meta(tree, "application-name")


def _meta(tree, name: str) -> str:
    found = (meta for meta in tree.iter("meta") if name in (meta.get("property"), meta.get("name")))
    return next((meta.get("content") or "" for meta in found), "")


def _answer(fields: dict) -> None:
    print(json.dumps(fields), flush=True)


if __name__ == "__main__":
    main()
