"""The shell of every HTML page of the reports: self-contained, without script, one style.

A page contains its style sheet and its images; it asks the network for nothing, and its content security policy
forbids what should slip through. Who calls ``page`` escapes what goes into ``body``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcereading.reading.wording import short
from sourcereading.report.markup import escape, in_order
from sourcereading.report.styles import style

POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'none'; "
    "form-action 'none'; base-uri 'none'"
)
"""What a page may load: images and styles it carries itself. Nothing else, and no script."""


def page(
    title: str,
    body: str,
    contents: Sequence[tuple[str, str]] = (),
    home: str = "index.html",
    extra_style: str = "",
    description: str = "",
    kind: str = "",
    head: str = "",
) -> str:
    """A whole HTML page.

    Parameters
    ----------
    title : plain text for the window's title, before the program's name. The ``<h1>`` is the body's own.
    contents : (id, plain text) of the headings that the contents rail lists.
    home : link to the index page, "" on the index itself.
    extra_style, kind : CSS that only this kind of page needs, and a class of the main part for its rules.
    description : what was found, in plain text, for a program that shows a link to the page.
    head : more HTML for the head: metadata.
    """
    back = "sourcereading"
    if home:
        back += f' · <a href="{escape(home)}">All pages of this reading</a>'
        back += " (links to other pages work in its folder only)"
    rail = ""
    if contents:
        links = (f'<a href="#{escape(anchor)}">{escape(text)}</a>' for anchor, text in contents)
        items = "".join(f"<li>{link}</li>" for link in links)
        rail = f'<nav class="rail" aria-label="Contents"><p>On this page</p><ol>{items}</ol></nav>'
    main = f' class="{escape(kind)}"' if kind else ""
    body = (
        f'<a class="skip" href="#main">Skip to the text</a>\n<header class="site">{back}</header>\n'
        f'<div class="layout{" with-rail" if contents else ""}">\n{rail}\n'
        f'<main id="main"{main}>\n{body}\n</main>\n</div>\n'
    )
    return shell(title, body, extra_style, description, head)


def shell(title: str, body: str, extra_style: str = "", description: str = "", head: str = "") -> str:
    """What every HTML page has around its body; the parameters are those of ``page``."""
    said = escape(in_order(short(description, 200)))
    about = f'<meta name="description" property="og:description" content="{said}">\n' if description else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(in_order(title))} · sourcereading</title>\n{about}{head}"
        f"<style>\n{style('style')}{extra_style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def anchor_of(text: str) -> str:
    """The id of a heading, where it is the first of that name on its page.

    >>> anchor_of("Who speaks?"), anchor_of("Reporting-clause")
    ('who-speaks', 'reporting-clause')
    """
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")[:60].strip("-") or "section"


class Anchors:
    """Ids for headings, unique within a page: "Who speaks?" becomes ``who-speaks``, then ``who-speaks-2``."""

    def __init__(self) -> None:
        self._taken = {"main"}

    def take(self, text: str) -> str:
        """A new id made from ``text``."""
        stem = anchor_of(text)
        anchor, number = stem, 1
        while anchor in self._taken:
            number += 1
            anchor = f"{stem}-{number}"
        self._taken.add(anchor)
        return anchor
