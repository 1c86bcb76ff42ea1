"""The page of an article holds the article, all of it and nothing that runs."""

import re
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

import sourcereading as sr
from sourcereading.certainty import labels
from sourcereading.report.annotated_text import Article, annotated_text
from sourcereading.report.article_page import article_page, legend_rows
from sourcereading.report.styles import style
from sourcereading.text.paths import ReaderError

HOSTILE = (
    "</style><script>alert(1)</script> is a headline\n\n"
    "“<img src=x onerror=alert(1)> might work,” said Ana <b>Ruiz</b>. Bo Lind claimed that “x_{$y} & z” could be "
    "\u202ereversed\u202c in Kyiv.\n\n"
    "[link](javascript:alert(1)) and ![i](http://example.org/x.png) are text, Ruiz said; "
    "the chances are roughly equal.\r\n"
    "&lt;p&gt; stays as it is."
)
VOID = {"meta", "br", "hr", "img", "input", "link"}


class Reader(HTMLParser):
    """Reads a page as a strict reader would: tags balance, ids are unique; collects texts without insertions."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.tags, self.headings = [], [], [], []
        self.paragraphs, self.links, self.targets = [], [], []
        self.feed(markup)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if attributes.get("href", "").startswith("#"):
            self.links.append(attributes["href"][1:])
        if "popovertarget" in attributes:
            self.targets.append(attributes["popovertarget"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "p":
            self.paragraphs.append("")
        if tag not in VOID:
            self.open.append((tag, "x" in attributes.get("class", "").split()))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data):
        if any(tag == "p" for tag, _ in self.open) and not any(inserted for _, inserted in self.open):
            self.paragraphs[-1] += data


def read_back(fragment):
    """The article's words as a reader of the fragment sees them, without labels, signs and ranges."""
    return " ".join(" ".join(Reader(fragment).paragraphs).split())


@pytest.fixture(scope="module")
def hostile():
    return sr.read([HOSTILE])


def annotated(reading, article_id):
    return annotated_text(Article.of(reading, article_id))


def only(reading):
    return reading.articles["article_id"].iloc[0]


def visible(text):
    return " ".join(text.split())


def test_the_text_can_be_read_back_in_order(seed, practice, hostile):
    for reading in (seed, practice, hostile):
        for article in reading.articles.itertuples():
            assert read_back(annotated(reading, article.article_id)) == visible(article.text)


def test_every_statement_is_on_the_page(seed):
    page = Reader(article_page(seed))
    whole = " ".join(" ".join(page.paragraphs).split())
    own = seed.statements[seed.statements["speaker"] != "(writer)"]
    assert len(own) and all(visible(text) in whole for text in own["text"])


def test_paragraphs_are_kept(seed):
    text = seed.articles["text"].iloc[0]
    expected = [visible(part) for part in re.split(r"\n\s*\n|\n", text) if part.strip()]
    assert [visible(part) for part in Reader(annotated(seed, only(seed))).paragraphs] == expected


def test_pages_are_well_formed_with_one_h1_and_headings_in_order(seed, practice, hostile):
    for reading in (seed, practice, hostile):
        for part in reading.split().values():
            page = Reader(article_page(part))
            assert len(page.ids) == len(set(page.ids))
            assert set(page.links) <= set(page.ids) and set(page.targets) <= set(page.ids)
            assert page.headings.count(1) == 1 and page.headings[0] == 1
            assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
            assert ("html", {"lang": "en"}) in page.tags


def test_nothing_in_a_text_runs(hostile):
    page = article_page(hostile)
    tags = Reader(page).tags
    assert not {tag for tag, _ in tags} & {"script", "iframe", "object", "form"}
    assert all(attributes.get("src", "data:").startswith("data:") for _, attributes in tags)
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
    links = [attributes["href"] for _, attributes in tags if "href" in attributes]
    assert all(link.startswith(("#", "data:", "../index.html", "../annotations/")) for link in links)
    assert page.count("<style>") == page.count("</style>") == 1
    assert "default-src 'none'" in page


def popover(fragment, anchor):
    """What opens at a number or a sign, as text."""
    found = re.search(rf'popover id="{anchor}">(.*?)</span>', fragment, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).split())


def test_a_number_opens_each_statement_and_a_name_where_the_speaker_changes(seed):
    fragment = annotated(seed, only(seed))
    labels = re.findall(r'class="x a-who"[^>]*aria-label="([^"]*)"><i>(\d+)</i>(?: <bdi>([^<]*)</bdi>)?', fragment)
    assert [number for _, number, _ in labels if number] == [str(number) for number in range(1, 18)]
    assert labels[0] == ("1 J.D. Vance, paraphrased", "1", "J.D. Vance")
    assert labels[2] == ("3 J.D. Vance, paraphrased", "3", ""), "still Vance in the same paragraph"
    assert labels[7] == ("8 the Ukrainian side, paraphrased", "8", "the Ukrainian side")


def test_a_statement_opens_its_chain_of_sources(seed, practice):
    fragment = annotated(seed, only(seed))
    first = popover(fragment, "s1")
    assert "Speaker J.D. Vance, speaking to journalist Sohrab Ahmari, paraphrased by the writer" in first
    assert "“U.S. Vice President J.D. Vance told journalist Sohrab Ahmari in a feature for UnHerd.”" in first
    assert "Speaker the Ukrainian side, reported by J.D. Vance, paraphrased by the writer" in popover(fragment, "s8")
    second = popover(annotated(practice, practice.articles["article_id"].iloc[2]), "s2")
    assert "Anselm Pryde, speaking to “me”, reported by Odette Farrow, quoted by the writer" in second


def test_reporting_clauses_are_muted(seed):
    assert re.search(r'<span class="a-clause">Vance said</span>', annotated(seed, only(seed)))


def test_marks_have_sign_owner_and_reason(seed):
    fragment = annotated(seed, only(seed))
    for mark in seed.certainty.itertuples():
        assert f' “{mark.text.replace(chr(39), "&#x27;")}” ' in fragment
    assert "◇</button>" in fragment and "△</button>" in fragment
    statements = seed.statements[(seed.statements["speaker"] != "(writer)")]["statement_id"].nunique()
    assert fragment.count("<b>Rule</b>") == fragment.count("<b>Speaker</b>") == len(seed.certainty) + statements


def test_a_mark_shows_its_strength(seed):
    fragment = annotated(seed, only(seed))
    found = {text: sign for sign, text in re.findall(r'aria-label="(\S+) “([^”]*)”', fragment)}
    assert found["cannot yet guarantee"] == "▼▼" and found["potential"] == "▼" and found["going to"] == "△"
    assert "Strength clear: changes the score by −0.12 (on a scale from 0 to 1)" in popover(fragment, "m1")


def test_a_mark_in_a_reporting_clause_is_the_writers(seed):
    fragment = annotated(seed, only(seed))
    claimed = seed.certainty.set_index("text").loc["claimed", "mark_id"].rpartition(".")[2]
    assert "Speaker the writer, introducing a statement of J.D. Vance" in popover(fragment, claimed)


def test_a_probability_has_its_range_in_the_line(seed):
    fragment = annotated(seed, only(seed))
    found = re.findall(r'<span class="x a-range"> <span>([^<]*)</span></span>', fragment)
    assert found == ["[of “about even”, nine in ten readers say 49–51\xa0%]"]


def test_a_number_in_the_text_is_not_repeated():
    reading = sr.read(["There is a 60 percent chance of rain, Ana Ruiz said."])
    assert "a-range" not in annotated(reading, only(reading))


def test_issues_stand_beside_their_paragraph(seed):
    fragment = annotated(seed, only(seed))
    assert "<b>reconstruction</b> <bdi>postwar reconstruction</bdi>" in fragment
    assert fragment.count('class="a-issue"') >= len(seed.issues)


def test_what_is_not_known_is_said(seed, practice):
    page = article_page(seed)
    assert "346 words in 15 sentences · outlet, date and address not known" in page
    wire = article_page(next(iter(practice.split().values())))
    assert '<bdi>Meridian Wire (invented)</bdi> · <bdi class="sr-day">2025-05-05</bdi> · 380 words' in wire
    assert "address not known" in wire and "CC BY 4.0, sourcereading contributors; invented text" in wire


def test_an_article_without_a_title_is_called_by_how_it_begins(seed):
    page = article_page(seed)
    assert "<h1><bdi>“In the negotiations to end Russia&#x27;s war against Ukraine, the…”</bdi></h1>" in page


def test_the_page_begins_with_what_was_found(seed):
    page = article_page(seed)
    lead = page.index('<p class="lead">One of 2 speakers, J.D. Vance, reports the other and has 272 of the 291 words')
    assert lead < page.index('id="text"') < page.index('id="glance"') < page.index('id="claims"')


def test_the_glance_counts_what_the_table_of_claims_lists(seed):
    page = article_page(seed)
    levels = re.findall(r"<td[^>]*>(low|middle|unmarked|high)(?: \(|<)", page)
    counted = [f"{levels.count(level)} {level}" for level in labels.LEVELS]
    least = '2 low (<a href="#claim-7">the least certain</a>)'
    assert f"Certainty of 17 statements of speakers: {least}, 7 middle, 7 unmarked, 1 high" in page
    assert counted == ["2 low", "7 middle", "7 unmarked", "1 high"]
    assert 'Probability: <bdi>“roughly equal” [of “about even”, nine in ten readers say 49–51\xa0%]</bdi>' in page
    assert "<b><bdi>J.D. Vance</bdi></b> 272 words: 64 quoted, 208 paraphrased" in page


def test_a_page_mailed_alone_says_how_to_cite_it_and_its_copyright(seed):
    about = article_page(seed).partition('id="about"')[2]
    assert "<dt>Cite as</dt><dd><bdi>Reading of “In the negotiations" in about
    assert "all rights with its publisher" in about and seed.articles["sha256"].iloc[0] in about
    assert "not whether they are true" in about


def test_the_table_of_statements_has_every_statement_and_its_chain_of_sources(seed):
    page = article_page(seed)
    own = seed.statements[(seed.statements["speaker"] != "(writer)") & (seed.statements["reporting_clause_of"] == "")]
    ids = [name for name in Reader(page).ids if name.startswith("claim-")]
    assert len(ids) == own["statement_id"].nunique()
    assert len(re.findall(r'download="[^"]*\.csv"', page)) == 3
    heads = re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', page)[:7]
    assert heads == ["no.", "speaker", "chain of sources", "statement", "how sure", "issues", "introduced by"]
    row = re.search(r'<th scope="row"><a id="claim-8".*?</tr>', page)[0]
    assert re.findall(r"<td[^>]*>(.*?)</td>", row) == [
        "the Ukrainian side",
        "reported by J.D. Vance, paraphrased by the writer",
        "it could eventually lose the Donetsk region",
        "middle (0.57): ▼ could",
        "territory",
        '<span class="sr-none">–</span>',
    ]


def test_a_page_is_of_one_article(practice):
    with pytest.raises(ValueError, match="of one article, not of 3"):
        article_page(practice)


def test_what_turns_letters_around_is_named_and_shut_in():
    reading = sr.read(["“It may rain,” said \u202eAna\u202c Ruiz. \u2067It rained."])
    fragment = annotated(reading, only(reading))
    for name, character in (("RLO", "\u202e"), ("PDF", "\u202c"), ("RLI", "\u2067")):
        assert f'<bdi class="a-turn" data-name="{name}">{character}</bdi>' in fragment
    assert read_back(fragment) == visible(reading.articles["text"].iloc[0])


def test_a_page_without_speakers_marks_or_issues_is_a_page():
    reading = sr.read(["The shop opened at nine. It closed at ten."])
    page = article_page(reading)
    assert "No speaker is quoted or paraphrased" in page and "no issue of the codebook" in page
    assert read_back(annotated(reading, only(reading))) == "The shop opened at nine. It closed at ten."


def test_the_notes_above_a_text_are_of_what_it_has():
    def notes(text):
        return article_page(sr.read([text]))

    statements, marks = "The numbers are those of the table", "The marks of certainty have a table below."
    texts = ("“It may rain,” said Ana Ruiz.", "It may rain.", "Ana Ruiz said it rained.", "Rain.")
    both, sure, said, none = map(notes, texts)
    assert [(statements in page, marks in page) for page in (both, sure)] == [(True, True), (False, True)]
    assert statements in said and marks not in said and 'class="a-paper"' not in none


def test_a_hostile_speaker_stays_text(seed):
    tables = dict(seed.tables())
    for name in ("statements", "certainty", "issues", "sentiment"):
        frame = tables[name]
        names = frame["speaker"].replace("J.D. Vance", '</bdi><script>"x"\u202e$')
        tables[name] = frame.assign(speaker=names.astype("str"))
    page = article_page(SimpleNamespace(**tables, codebook=seed.codebook))
    assert "<script>" not in page and "&lt;/bdi&gt;&lt;script&gt;" in page
    Reader(page)


def test_pages_are_light_and_the_same_twice(seed):
    one, other = (article_page(seed) for _ in range(2))
    assert one == other and len(one.encode()) < 200_000


@pytest.mark.slow
def test_a_long_article_is_a_page(practice):
    text = "\n\n".join(practice.articles["text"])
    reading = sr.read([(text + "\n\n") * (100_000 // len(text) + 1)])
    page = article_page(reading)
    parsed = Reader(page)
    assert " ".join(" ".join(parsed.paragraphs).split()).count("Netmakers' Quay itself, opinion was mixed") > 10
    assert set(parsed.targets) <= set(parsed.ids)


# --- In a notebook -----------------------------------------------------------------------------------------


def test_an_article_is_shown_in_a_notebook_with_its_style_and_without_script(seed, hostile):
    for reading in (seed, hostile):
        markup = sr.show_article(reading)._repr_html_()
        parsed = Reader(markup)
        assert {tag for tag, _ in parsed.tags} <= {
            "article", "style", "p", "b", "div", "ul", "li", "span", "button", "i", "bdi",
        }  # fmt: skip
        assert "script" not in {tag for tag, _ in parsed.tags} and not parsed.links
        assert parsed.targets and set(parsed.targets) == set(parsed.ids)
        text = markup[markup.index('<div class="a-text">') :].removesuffix("</article>")
        assert read_back(text) == visible(reading.articles["text"].iloc[0])
        assert sr.show_article(reading)._repr_mimebundle_()[1]["sourcereading"]["kind"] == "article"


def test_its_style_holds_for_the_article_alone(seed):
    style = re.search(r"<style>(.*?)</style>", sr.show_article(seed).markup, re.DOTALL)[1]
    depth, selectors = 0, []
    for part in re.split(r"([{}])", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)):
        depth += {"{": 1, "}": -1}.get(part, 0)
        if depth == 0 and part.strip() and part not in "{}":
            selectors.append(part.strip())
    assert depth == 0 and len(selectors) > 5
    assert all(".sr-article" in selector for selector in selectors if selector != "@media print"), selectors


def test_an_article_that_is_shown_twice_opens_its_own_notes(seed):
    both = Reader(sr.show_article(seed).markup + sr.show_article(seed).markup)
    assert len(both.ids) == len(set(both.ids)) and len(both.ids) % 2 == 0


def test_of_several_articles_the_first_is_shown_and_says_so(practice):
    ids = practice.articles["article_id"].tolist()
    first, second = sr.show_article(practice).markup, sr.show_article(practice, ids[1]).markup
    call = f"<code>sr.show_article(reading, &quot;{ids[1]}&quot;)</code>"
    assert "The first of 3 articles; in a report each has" in first
    assert f'<span class="sr-call">Another one: {call}' in first
    assert ".sr-call{display:none;}" in style("style") and ".sr-call" not in style("show_article")
    assert "The first of" not in second and "The Morning Gull (invented)" in second
    assert "The first of" not in sr.show_article(practice, ids[0]).markup


def test_an_unknown_article_is_an_error_that_names_some(practice):
    ids = practice.articles["article_id"].tolist()
    named = f"no article 'x' in this reading; its column article_id has '{ids[0]}', '{ids[1]}' and '{ids[2]}'"
    with pytest.raises(ReaderError, match=named):
        sr.show_article(practice, "x")
    with pytest.raises(ReaderError, match="there is no article to show; the table problems says"):
        sr.show_article(SimpleNamespace(articles=practice.articles[:0]))


def test_a_speaker_that_is_concluded_has_a_sign_and_says_what_it_rests_on():
    text = "Mayor Ana Ruiz said it rained.\n\nShe said it snowed, adding it was late. The mayor said it froze."
    reading = sr.read([text])
    fragment = annotated(reading, only(reading))
    buttons = re.findall(r'class="x a-who"[^>]*>(.*?)</button>', fragment)
    assert [button.endswith("↑") for button in buttons] == [False, True, True, True]
    named = [re.search(r"Named (.*?) Introduced", popover(fragment, f"s{number}")) for number in range(1, 5)]
    assert [found and found[1] for found in named] == [
        None, "by a pronoun: “She”", "goes on from before", "by a role: “The mayor”",
    ]  # fmt: skip
    legend = {key: said for key, _, said in legend_rows(Article.of(reading, only(reading)))}
    assert "↑ speaker concluded from what stands before" in legend["voices"]


def test_what_is_no_part_of_the_article_is_small_and_the_legend_says_so():
    def shown_as(text):
        reading = sr.read([text])
        legend = {key: said for key, _, said in legend_rows(Article.of(reading, only(reading)))}
        looks = re.findall(r'class="a-par([^"]*)"', annotated(reading, only(reading)))
        return looks, "no part of the article" in legend["voices"]

    text = "Dam holds\n\nAna Ruiz said it rained."
    assert shown_as(text) == ([" a-head", ""], False)
    more = f"{text}\n\nPhoto: Ben Holm\n\nRead more: Dam holds for now"
    assert shown_as(more) == ([" a-head", "", " a-aside", " a-aside"], True)


def test_the_table_of_issues_has_no_numbers_of_rows_where_some_mentions_are_in_names():
    reading = sr.read(["Dolan met the Tax Party of Ostrel. The tax is dear, and the war goes on."])
    assert (reading.issues["within"] != "").any()
    table = article_page(reading).partition('a-issues">')[2]
    assert table and ">issue</th>" in table and ">row</th>" not in table


def test_of_a_writer_who_only_introduces_others_all_words_are_in_reporting_clauses():
    assert "all in reporting clauses" in article_page(sr.read(["“It rains,” said Ana Ruiz."]))
    assert "2 of them in reporting clauses" in article_page(sr.read(["“It rains,” said Ana. It rained."]))
