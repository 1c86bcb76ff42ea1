"""A process that takes the article out of web pages: one JSON line in, one out. Started by ``web_pages`` alone.

It is a process of its own because a page may be made so that the extractor needs hours or takes the process down;
then it is ended, and the reading goes on. It imports nothing of the library, so that it starts quickly.
"""

import json
import logging
import re
import signal
import sys

_PARTS = frozenset(("p", "head", "quote", "list", "item", "table", "row", "cell", "code"))
"""Elements of an extracted text that are paragraphs or hold some."""
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-12-31"}
"""The date of publication, from what the page declares; no search through its text. By itself the extractor takes no
date later than today, so that what it finds would depend on the day it is run."""
_LINE_BREAK = re.compile(r"(?<! ) *\n *")
_PARTING = re.compile(r"\n{2,}")


def main() -> None:
    """Says whether the extractor is there, then answers a line for each line that comes."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C is for the process that started this one, which ends it
    logging.disable()  # what the extractor would log is in the answer
    try:
        from trafilatura import bare_extraction, html2txt
    except ImportError as error:
        _answer({"missing": str(error)})
        return
    _answer({})
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            found = bare_extraction(
                asked["page"],
                url=asked["url"] or None,
                include_comments=False,
                with_metadata=True,
                date_extraction_params=dict(_DATES),
            )
            _answer(
                {
                    "text": _text(found.body) if found else "",
                    "title": found and found.title or "",
                    "outlet": found and found.sitename or "",
                    "date": found and found.date or "",
                    "url": found and found.url or "",
                    "words": len(html2txt(asked["page"]).split()),
                }
            )
        except Exception as error:  # whatever a page does to the extractor counts for that page alone
            _answer({"failed": f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"})


def _text(body) -> str:
    """The text of an extracted body: paragraphs separated by blank lines, a line break where the page has one."""
    for element in body.iter():
        if element.tag in _PARTS:
            element.text = f"\n\n{element.text or ''}"
            element.tail = f"\n\n{element.tail or ''}"
        elif element.tag == "lb":
            element.tail = f"\n{element.tail or ''}"
    lines = _LINE_BREAK.sub("\n", "".join(body.itertext()))
    return _PARTING.sub("\n\n", lines).strip()


def _answer(fields: dict) -> None:
    print(json.dumps(fields), flush=True)


if __name__ == "__main__":
    main()
