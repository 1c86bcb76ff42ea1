"""Odd tables of articles: each is read as it says, or refused with its name, the reason and a remedy. All invented."""

import codecs
import gzip
import io
import json
import zipfile

import pandas as pd
import pytest

from sourcereading.text.articles import read_articles

ANA, BEN = "Ana Ruiz said the ferry may be late.", "Ben Holm said no."
ROWS = f"text,title\n{ANA},One\n{BEN},Two\n"
LINES = [json.dumps({"text": text}) for text in (ANA, BEN)]
BOTH = [ANA, BEN]


def parquet(frame):
    return frame.to_parquet(index=frame.index.name is not None)


def archive():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("a.csv", ROWS)
    return data.getvalue()


READ = {
    "mark.csv": (codecs.BOM_UTF8 + ROWS.encode(), BOTH),
    "utf-16.csv": (ROWS.encode("utf-16"), BOTH),
    "utf-16.jsonl": ("\n".join(LINES).encode("utf-16"), BOTH),
    "old-line-ends.csv": (ROWS.replace("\n", "\r"), BOTH),
    "blank-lines.csv": (f"\n\n{ROWS}\n\n", BOTH),
    "blanks-in-header.csv": (ROWS.replace("text,title", " text , title "), BOTH),
    "excel.csv": (f"sep=;\ntext;title\n{ANA};One\n{BEN};Two\n", BOTH),
    "excel-commas.csv": (codecs.BOM_UTF8 + f"sep=,\r\n{ROWS}".encode(), BOTH),
    "excel-tabs.csv": (f'"sep=\t"\ntext\ttitle\n{ANA}\tOne, two\n', [ANA]),
    "two-marks.csv": (codecs.BOM_UTF8 * 2 + ROWS.encode(), BOTH),
    "one-column.csv": (f"text\n{ANA}\n{BEN}\n", BOTH),
    "no-name.csv": (f"text,,\n{ANA},x,y\n", [ANA]),
    "line-end-in-cell.csv": (f'text,title\n"{ANA}\n\n{BEN}",One\n', [f"{ANA}\n\n{BEN}"]),
    "quotes.csv": ('text\n"Ana said ""no"", twice."\n', ['Ana said "no", twice.']),
    "quotes-within.csv": ('text\nAna said "no" today.\n', ['Ana said "no" today.']),
    "formula.csv": ("text\n=1+1 said Ana.\n", ["=1+1 said Ana."]),
    "words-for-nothing.csv": ("text,title\nNA,NA\nnan,1e5\n", ["NA", "nan"]),
    "tabs.tsv": (f"text\ttitle\n{ANA}\ta, b\n", [ANA]),
    "lines.ndjson": ("\n".join(LINES), BOTH),
    "capitals.csv": (f"TEXT,Title\n{ANA},One\n{BEN},Two\n", BOTH),
    "capitals.jsonl": (f'{{"Text": "{ANA}", "TITLE": "One"}}', [ANA]),
    "capitals.parquet": (parquet(pd.DataFrame({"Text": BOTH, "OUTLET": "The Post"})), BOTH),
    "packed.csv.gz": (gzip.compress(ROWS.encode()), BOTH),
    "not-a-number.jsonl": (f'{{"text": "{ANA}", "title": NaN}}', [ANA]),
    "categories.parquet": (parquet(pd.DataFrame({"text": pd.Categorical(BOTH)})), BOTH),
    "index.parquet": (parquet(pd.DataFrame({"text": BOTH}, pd.Index([5, 9], name="number"))), BOTH),
}
TOLD = {  # read, and what is said besides
    "semicolons.csv": (ROWS.replace(",", ";"), BOTH, "separated by semicolons"),
    "tabs.csv": (ROWS.replace(",", "\t"), BOTH, "separated by tabs"),
    "windows.csv": ("text\nJosé said “no”.\n".encode("cp1252"), ["José said “no”."], "save it as UTF-8"),
    "short-row.csv": (f"text,title\n{ANA}\n{BEN},Two\n", [BEN], "line 2: the number of cells is 1"),
    "long-row.csv": (f"text,title\nAna said, no,One\n{BEN},Two\n", [BEN], "put a cell that has a comma"),
    "broken-line.jsonl": (f'{LINES[0]}\n{{"text": "\n{LINES[1]}', BOTH, "line 2: not JSON"),
    "list-in-line.jsonl": (f'["a"]\n{LINES[1]}', [BEN], "write one object"),
    "two-keys.jsonl": (f'{{"text": "{ANA}", "text": "{BEN}"}}\n{LINES[1]}', [BEN], "two values named text; delete one"),
    "other-types.jsonl": ('{"text": 5}\n{"text": ["a"]}\n' + LINES[1], [BEN], "the whole article as one string"),
    "nested.jsonl": (f'{{"text": {{"body": "a"}}}}\n{LINES[1]}', [BEN], "the whole article as one string"),
    "nothing.parquet": (parquet(pd.DataFrame({"text": [ANA, None]})), [ANA], "empty: there is no text"),
    "one-letter.jsonl": ('{"text": "a"}', ["a"], "only one letter in it (“a”)"),
    "no-latin.jsonl": (json.dumps({"text": "Ā楢慮祲"}), ["Ā楢慮祲"], "does not look like English"),
    "numbers.csv": (f"text\n12345\n{ANA}\n", ["12345", ANA], "there is no word in it"),
    "two-encodings.csv": (f"text,title\n{ANA},Café\n{BEN},".encode() + b"Caf\xe9\n", BOTH, "1252"),
    "nul.jsonl": (json.dumps({"text": "Ana\0 left."}), ["Ana\0 left."], "control characters"),
}
REFUSED = {
    "empty.csv": ("", "an empty table"),
    "header-alone.csv": ("text,title\n", "an empty table"),
    "twice.csv": ("text,title,text\na,b,c\n", "two columns named text; rename one"),
    "no-header.csv": (f"{ANA},One\n{BEN},Two\n", "no column named text (columns: Ana Ruiz said"),
    "two-cases.csv": ("TEXT,Text\na,b\n", "two columns named text; rename one"),
    "note-first.csv": (f"# made by us\n{ROWS}", "no column named text (columns: # made by us)"),
    "bars.csv": (ROWS.replace(",", "|"), "no column named text (columns: text|title)"),
    "no-mark.csv": (ROWS.encode("utf-16-le"), "save it as UTF-8"),
    "nul.csv": (ROWS.replace("no", "n\0"), "NUL bytes"),
    "open-quote.csv": (f'text,title\n"{ANA},One\n{BEN},Two\n', "check the double quotes. Nothing is read from"),
    "backslashes.csv": ('text\n"Ana said \\"no\\" today."\n', "check the double quotes"),
    "commas.csv": ("text\nAna left, Ben said no.\n", "put a cell that has a comma"),
    "indented.jsonl": (json.dumps([{"text": ANA}], indent=1), "write one object per line"),
    "list.json": (json.dumps([{"text": ANA}]), "with one object per line and name it .jsonl"),
    "other-names.parquet": (parquet(pd.DataFrame({"body": BOTH})), "no column named text (columns: body)"),
    "bytes.parquet": (parquet(pd.DataFrame({"text": [b"a"]})), "the whole article as one string"),
    "no.parquet": (ROWS, "save it as CSV in UTF-8"),
    "packed.parquet.gz": (gzip.compress(b"PAR1"), "unpack it"),
    "packed.csv.xz": (b"\xfd7zXZ", "unpack it"),
    "packed.zip": (archive(), "unpack it"),
    "sheet.xlsx": (archive(), "save a table as CSV in UTF-8"),
    "old-sheet.csv": (b"\xd0\xcf\x11\xe0\xa1\xb1" + b"\0" * 99, "a table as .csv"),
    "sheet.csv": (archive(), "a table as .csv"),
}  # fmt: skip
ALL = {name: (data, texts, "") for name, (data, texts) in READ.items()} | TOLD
ALL |= {name: (data, [], told) for name, (data, told) in REFUSED.items()}


@pytest.mark.parametrize("name", ALL)
def test_an_odd_table_is_read_as_it_says_or_refused_with_what_to_do(name, tmp_path):
    data, texts, told = ALL[name]
    file = tmp_path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    intake = read_articles(file)
    assert [article.text for article in intake.articles] == texts
    assert all(problem.file.startswith(name) for problem in intake.problems)
    assert any(told in problem.reason for problem in intake.problems) if told else not intake.problems
    assert texts or all(problem.outcome == "refused" for problem in intake.problems)


def test_a_date_is_kept_as_it_is_written_and_gives_a_month_only_where_it_begins_with_one():
    from sourcereading.analysis.heard import months

    dates = {
        "2026-01-05": "2026-01", "2026-01": "2026-01", "2026-01-05T10:00:00Z": "2026-01", "2026-13-45": "",
        "2026-0105": "", "20260105": "", "5 January 2026": "", "05/01/2026": "", "1/5/26": "", "45000": "",
        "2026": "", "n.d.": "", "": "",
    }  # fmt: skip
    rows = pd.DataFrame({"text": [f"{ANA} {n}" for n in range(len(dates))], "date": [*dates]})
    articles = read_articles(rows).articles
    assert [article.date for article in articles] == [*dates]
    assert months(pd.DataFrame({"date": [*dates]}, dtype="str")).tolist() == [*dates.values()]
