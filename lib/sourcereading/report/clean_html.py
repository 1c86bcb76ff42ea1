"""HTML that the library did not write, reduced to what cannot act: no script, no form, no link out.

One pass over the parser's events: an allowed tag is written anew with its allowed attributes, every other tag is left
out and its text stays; of ``style`` and ``script`` nothing stays. Tags balance, whatever comes in, so that no output
can close what a page has around it. Text and attributes are escaped, and no tag is let through in which a browser
would read text otherwise than here.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from sourcereading.report.show import escape

_TAGS = frozenset(
    """
    a abbr b bdi blockquote br caption code col colgroup dd del details div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup
    table tbody td tfoot th thead tr u ul var wbr
    """.split()  # noqa: SIM905
)
_EMPTY = frozenset({"br", "col", "hr", "img", "wbr"})
_DROPPED = frozenset({"script", "style"})
_ATTRIBUTES = frozenset(
    "alt aria-label class colspan dir id lang open role rowspan scope start tabindex title".split()  # noqa: SIM905
)
_STYLES = frozenset({"background-color", "color", "font-style", "font-weight", "text-align", "white-space"})
_STYLE_VALUE = re.compile(r"[-#%.\w\s]+|(?:rgb|hsl)a?\([-%.,/\w\s]*\)", re.ASCII)
_LINK = re.compile(r"#[\w-]+|[\w.-]+\.html(#[\w-]+)?")
_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]{6,}")


def clean(markup: str, alone: bool = True) -> str:
    """``markup`` with nothing in it that acts.

    Parameters
    ----------
    markup : any HTML.
    alone : whether it is shown among other parts of a page, as the output of a cell is: the page's title and ids stay
        the page's own, so its h1 becomes h2 and its ids go.
    """
    cleaner = _Cleaner(alone)
    cleaner.feed(markup)
    return cleaner.result()


def plain_text(markup: str) -> str:
    """The words of some HTML in one line, without tags."""
    cleaner = _Cleaner(alone=True)
    cleaner.feed(markup)
    cleaner.close()
    return " ".join("".join(cleaner.words).split())


def without_addresses(text: str) -> str:
    """Text without the places in memory that Python shows of objects: they differ from run to run."""
    return _ADDRESS.sub("", text)


class _Cleaner(HTMLParser):
    def __init__(self, alone: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.alone = alone
        self.words: list[str] = []
        self._parts: list[str] = []
        self._open: list[tuple[str, int]] = []  # allowed tags, with the place of each in the parts
        self._dropped = ""

    def result(self) -> str:
        self.close()
        while self._open:
            self._end()
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropped = tag
        if self._dropped or tag not in _TAGS:
            return
        kept = {name: value for name, value in attrs if self._allowed(name, value or "")}
        if tag == "img" and "src" not in kept:
            return
        if self.alone and tag == "h1":
            tag = "h2"
        if tag not in _EMPTY:
            self._open.append((tag, len(self._parts)))
        self._parts.append(f"<{tag}{''.join(_attribute(name, value or '') for name, value in kept.items())}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._dropped:
            self._dropped = ""
        if self.alone and tag == "h1":
            tag = "h2"
        if tag in (name for name, _ in self._open):
            while self._end() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.words.append(data)
            self._parts.append(escape(without_addresses(data)))

    def _end(self) -> str:
        """Closes the innermost tag. A header of a table without words is a cell: it names nothing."""
        tag, place = self._open.pop()
        written = tag
        if tag == "th" and not "".join(self._parts[place + 1 :]).strip():
            written = "td"
            self._parts[place] = self._parts[place].replace("<th", "<td", 1)
        self._parts.append(f"</{written}>")
        return tag

    def _allowed(self, name: str, value: str) -> bool:
        if name == "href":
            return bool(_LINK.fullmatch(value))
        if name == "src":
            return value.startswith("data:image/")
        return name == "style" or (name in _ATTRIBUTES and not (self.alone and name == "id"))


def _attribute(name: str, value: str) -> str:
    if name == "style":
        value = _safe_style(value)
        return f' style="{escape(value)}"' if value else ""
    return f' {name}="{escape(without_addresses(value))}"'


def _safe_style(style: str) -> str:
    """The declarations that colour and weigh text; nothing that loads or places anything."""
    pairs = (declaration.partition(":")[::2] for declaration in style.split(";"))
    known = ((name.strip().lower(), value.strip()) for name, value in pairs)
    return "; ".join(f"{name}: {value}" for name, value in known if name in _STYLES and _STYLE_VALUE.fullmatch(value))
