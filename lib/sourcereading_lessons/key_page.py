"""A key as a page to read: the text with who speaks and how sure, and a question where two readings are defensible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, VOICES
from sourcereading.certainty.labels import DIRECTION_WORDS
from sourcereading.reading.files import save_csv
from sourcereading.reading.wording import count
from sourcereading.report.markup import escape, shown
from sourcereading.report.page import shell
from sourcereading.report.styles import style
from sourcereading_evaluation.key_checks import checked
from sourcereading_evaluation.key_lines import Line, Said, articles, key_lines, keys, text_of
from sourcereading_evaluation.key_sheet import empty_sheet
from sourcereading_lessons.lesson_files import check_place, write
from sourcereading_lessons.lines import Telling, as_marked
from sourcereading_lessons.paper import bullets, how, prose, said_in, signs, table, whose
from sourcereading_lessons.plans import key_notes, second_reading

HOW_TO_MARK = "how-to-mark.html"
_QUESTION = "Two readings are defensible here. Which is yours?"
_STYLES = {DIRECT: "q", MIXED: "b", INDIRECT: "p"}


def write_keys(folder: Path) -> tuple[int, int]:
    """Writes the page of every key, and an empty sheet where there is none yet; how many of each. A PlaceError where a
    page would replace a file that is not ours."""
    pages = {HOW_TO_MARK: how_to_mark()} | {f"{article}.html": key_page(article) for article in articles()}
    check_place(folder, list(pages))
    write(pages, folder)
    sheets = [article for article in articles() if not (folder / f"{article}.csv").exists()]
    for article in sheets:
        # With a BOM: spreadsheets know by it that curly quotation marks are in UTF-8.
        save_csv([empty_sheet(article)], folder / f"{article}.csv", "utf-8-sig")
    return len(articles()), len(sheets)


def key_page(article: str) -> str:
    """The page of a key; the whole text, on as many sides as it needs."""
    key, notes = _marked(article), key_notes()[article]
    asked: dict[int, list[str]] = {}
    for note in notes.open:
        asked.setdefault(key.line_of(note.words).number, []).append(note.text)
    lines = "".join(_line(line, asked.get(line.number, ()), key.about.text) for line in key.lines)
    places = sum(map(len, asked.values()))
    title = key.about.title or f"the {notes.short} article"
    lead = (
        f"<b>{shown(checked([article], 'this key'))}</b> It is one careful reading; in {count(places, 'place')} two "
        "are defensible, and the page asks which is yours. If you want to check the key, fill in the sheet "
        f"{escape(article)}.csv first, and then read on."
    )
    head = f'<h1>The key: {shown(title)}</h1>\n<p>{lead}</p>\n<p class="legend">{_legend(key)}</p>\n'
    body = f'{head}<ol class="key">\n{lines}</ol>\n'
    return _document(f"The key: {title}", body, "Who says what here, and how surely?")


def how_to_mark() -> str:
    """The page for a second reader: how to fill in a sheet."""
    plan = second_reading()
    steps = "".join(f"<li>{prose(one)}</li>" for one in plan["steps"])
    columns = [(f"<b>{escape(one['name'])}</b>", prose(one["rule"])) for one in plan["columns"]]
    names = ("sentence", "speaker", "voice", "certainty")
    example = [[shown(one[name]) for name in names] for one in plan["example"]]
    body = (
        f"<h1>{escape(plan['title'])}</h1>\n<p>{prose(plan['lead'])}</p>\n<ol>{steps}</ol>\n"
        f"<h2>The three columns</h2>\n{table(('column', 'what to write'), columns, 'how')}"
        f"<h2>An invented example</h2>\n{table(names, example, 'how')}<h2>Rules</h2>\n"
        f"{bullets(map(prose, plan['rules']))}"
    )
    return _document(plan["title"], body, plan["question"])


def _document(title: str, body: str, question: str) -> str:
    return shell(title, f'<main id="main" class="keyed">\n{body}</main>\n', style("key"), question)


def _marked(article: str) -> Telling:
    """The whole text as the key has it."""
    attribution = text_of(article)
    about = SimpleNamespace(text=attribution["text"], title=attribution.get("title", ""), file=attribution["file"])
    telling = Telling(about, article, key_lines(article), ())
    return as_marked(telling, attribution, keys("certainty")[article], key_notes()[article].unnamed)


def _legend(key: Telling) -> str:
    """What lines under words, and signs behind them, mean."""
    voices = (f'<span class="{_STYLES[voice]}">{escape(VOICES[voice])}</span>' for voice in _STYLES)
    through = '<span class="n">said by one, told by another</span>'
    return " · ".join([*voices, through, *signs(key.lines).split(" · "), "<sup>?</sup>\xa0borderline"])


def _line(line: Line, asked: Sequence[str], text: str) -> str:
    """A sentence with its marks, who speaks in it beside it, and the questions below."""
    who = "".join(
        f"<p>{whose(one)}<br><small>{how(one)}{'' if one.named else ' · not named'}</small></p>"
        for one in said_in(line)
    )
    questions = "".join(f'<p class="ask"><b>{_QUESTION}</b> {shown(one)}</p>' for one in asked)
    said = f'<p class="said">{"".join(_parts(line, text))}</p><div class="who">{who}</div>'
    return f'<li value="{line.number}">{said}{questions}</li>\n'


def _parts(line: Line, text: str) -> Iterator[str]:
    """The sentence in pieces between which what is marked changes."""
    spans = [(one.start, one.end) for one in line.said] + [(one.start, one.end) for one in line.words]
    edges = {at for span in spans for at in span if line.start < at < line.end}
    for start, end in pairwise(sorted({line.start, line.end} | edges)):
        part = shown(text[start:end].replace("\n", " "))
        for word in line.words:
            if word.start <= start and end <= word.end:
                sign = DIRECTION_WORDS[word.direction].sign + ("?" if word.open else "")
                part = f"<b>{part}</b>" + (f"<sup>{sign}</sup>" if end == word.end else "")
        inner = _innermost(line.said, start, end)
        yield f'<span class="{"n" if inner.through else _STYLES[inner.voice]}">{part}</span>' if inner else part


def _innermost(said: Sequence[Said], start: int, end: int) -> Any:
    around = [one for one in said if one.start <= start and end <= one.end]
    return min(around, key=lambda one: (one.end - one.start, not one.through), default=None)
