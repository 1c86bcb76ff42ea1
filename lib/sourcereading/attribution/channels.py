"""How the words of a statement reached the writer, where the text says so: "told reporters", "said in a statement".

It is read from the reporting clause: the verb, the person addressed, a document as the source, and what stands in the
clause with a preposition ("in a speech on Monday"). The words are data (``sourcing.csv``). Where none of them stands
there, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sourcereading.attribution.spans import Statement
from sourcereading.attribution.voices import CONTINUED
from sourcereading.attribution.word_patterns import compiled, either, terms
from sourcereading.text.one_of import one_of
from sourcereading.text.parts_of_speech import is_past
from sourcereading.text.sentence_words import function_words

OWN, SPEECH, WRITTEN, SOCIAL = "told this outlet", "press conference or speech", "written statement", "social media"
LETTER, OTHER, REPORT = "letter or e-mail", "interview with another medium", "report or court paper"
AGENCY, HEARSAY = "wire agency", "hearsay"
CHANNELS = (OWN, SPEECH, WRITTEN, SOCIAL, LETTER, OTHER, REPORT, AGENCY, HEARSAY)

_NOUNS = {"speech": SPEECH, "statement": WRITTEN, "social": SOCIAL, "letter": LETTER, "report": REPORT}
_PREPOSITIONS = {
    "speech": "in at during on", "statement": "in through via by", "letter": "in by via through over",
    "social": "in on via through", "report": "in", "interview": "in during on", "medium": "on",
}  # fmt: skip
_SHORTEST = 8
"""Fewer characters say nothing of a channel."""
_NEAR = 400
"""Characters between two verbs of which the second goes on with the first."""
_PHRASE = 90
"""Characters of an addressee or a source that are looked at."""


def find_channels(text: str, statements: Sequence[Statement], outlet: str) -> None:
    """Sets the channel of every statement whose channel the text gives.

    Parameters
    ----------
    text : the text of the article.
    statements : its statements, outer ones before those nested in them.
    outlet : who published the article; what is told to it is told to this outlet. "" where that is not known: then
        what is told to any medium is an interview with another.
    """
    before: Statement | None = None
    for statement in statements:
        statement.channel = _channel(text, statement, outlet)
        if statement.parent is not None and statement.channel in ("", OWN):
            statement.channel = _through(text, statement.parent, outlet)
        elif not statement.channel and before is not None and _goes_on(text, before, statement):
            statement.channel = before.channel  # "told reporters that it rained. It was cold, she said"
        if not statement.channel and statement.parent is None:
            statement.channel = _in_scene(text, statement, before, outlet)
        before = statement


def _goes_on(text: str, before: Statement, statement: Statement) -> bool:
    """Whether a statement goes on with the one before it: in the same sentence, or in the same paragraph, where its own
    clause has nothing but who says it: "She said", not "She said later"."""
    if statement.speaker != before.speaker or statement.parent is not None or before.channel == HEARSAY:
        return False
    if not (before.cue and statement.cue):
        first, last = before.pieces[-1][1], statement.pieces[0][0]
        return 0 <= last - first < _NEAR and "\n\n" not in text[first:last]  # “It rained,” she told CNN. “It was cold.”
    between = text[before.cue[1] : statement.cue[0]]
    if statement.basis == CONTINUED and not re.search(r"[.!?]\W*\s+[A-Z]", between):
        return True
    return len(between) < _NEAR and "\n\n" not in between and _is_bare(text, statement)


def _is_bare(text: str, statement: Statement) -> bool:
    """Whether a reporting clause says no more than who speaks: "she said", "but Hale added"."""
    before, behind = _segments(text, statement)
    return _BARE.fullmatch(f"{' '.join(before)} {behind}") is not None


_BARE = re.compile(r"\W*(?:(?:and|but|that|also|too|then|in turn|yet|again|simply|flatly)\b\W*)*", re.IGNORECASE)
"""What may stand in a reporting clause beside its source and its verb, where it goes on."""
_SCENE = re.compile(
    r"(?:^|(?<=[.!?”\"]\s)|(?<=\n))"
    r"(?P<scene>(?:Speaking|Appearing|Testifying|Addressing|Giving|Under|In|At|On|During)\s[^.!?;\n]{4,120}?,)\s+"
    r"(?P<who>[^,.;!?\n]{2,60})"
)


def _in_scene(text: str, statement: Statement, before: Statement | None, outlet: str) -> str:
    """The channel that a sentence before in the paragraph gives of who speaks: "Speaking *at a rally*, Hale attacked
    the tax. “It is a con,” she said"; "" where another has spoken since, or the clause says more than who speaks."""
    if not _is_bare(text, statement):
        return ""
    start = min(place for place, _ in [*statement.pieces, *statement.clause])
    begin = max(text.rfind("\n\n", 0, start) + 1, start - _NEAR, before.pieces[-1][1] if before is not None else 0)
    surname = statement.speaker.split()[-1]
    for found in _SCENE.finditer(text, begin, max(start, statement.cue[0] if statement.cue else 0)):
        scene = found["scene"]
        named, _, behind = found["who"].partition(surname)
        verb = any(word.islower() and (is_past(word) or word.endswith(("ed", "s"))) for word in named.split())
        if verb or found["who"] == named or behind[:1].isalnum():
            continue  # "Ruiz attacked *Holm*"
        if channel := _in_frame(scene, outlet) or (SPEECH if compiled("occasion").search(scene.lower()) else ""):
            return channel
    return ""


def _through(text: str, parent: Statement, outlet: str) -> str:
    """The channel of what one source reports of another."""
    if parent.channel in (AGENCY, REPORT):
        return parent.channel
    return OTHER if medium(_source(text, parent), outlet) == OTHER else HEARSAY


def _channel(text: str, statement: Statement, outlet: str) -> str:
    """The channel by the statement's own reporting clause: what it says of the words comes before who is addressed."""
    cue = text[slice(*statement.cue)].lower() if statement.cue else ""
    source = _source(text, statement)
    before, behind = _segments(text, statement)
    found = _document(source) or _in_phrase(behind, statement.addressee, outlet)
    found = found or next((one for part in before if (one := _in_frame(part, outlet))), "")
    if not found and (within := _WITHIN.match(source)):
        found = _in_phrase(within["phrase"], "", outlet)
    if not found and before and cue.endswith("ing"):
        found = _in_deed(before[-1], outlet)
    if not found and compiled("occasion").search(f"{' '.join(before)} {behind}".lower()):
        found = SPEECH
    addressee = statement.addressee
    if statement.cue and not addressee and (title := _TITLE.match(text, statement.cue[1])):
        addressee = title["title"]
    found = found or _by_verb(cue) or _addressed(cue, addressee, behind, outlet) or _of_agency(source, outlet)
    named = _ACCOUNT.match(text, statement.speaker_span[1]) if statement.speaker_span and cue == "wrote" else None
    account = named or source.startswith("@")
    return found or (SOCIAL if account else "")


_ACCOUNT = re.compile(r"\s?\(@\w+\)")
"""The name of an account behind a source: "Ana Ruiz *(@anaruiz)* wrote"."""
_WITHIN = re.compile(r"(?:[A-Z][\w’'.-]*\s+)+(?P<phrase>(?:in|on|during)\s+(?:an?|his|her|their)\s.*)", re.DOTALL)
"""A source that is read with a phrase behind it: "Hale *in her speech*"."""
_TITLE = re.compile(r"\s+[\"“](?P<title>[A-Z][^\"“”,]*),?[\"”]")
"""A title in quotation marks behind a verb: told *“Halden Today”*."""


def _source(text: str, statement: Statement) -> str:
    return text[slice(*statement.speaker_span)][:_PHRASE] if statement.speaker_span else ""


def _segments(text: str, statement: Statement) -> tuple[list[str], str]:
    """The words of the reporting clause before its cue, without the source, and those behind the cue."""
    before: list[str] = []
    behind: list[str] = []
    source, cue = statement.speaker_span, statement.cue
    for start, end in statement.clause:
        if cue is None or not start <= cue[0] < end:
            behind.append(text[start:end])
            continue
        from_cue = cue[1]
        if source is not None and start <= source[0] < cue[0]:
            before += [text[start : source[0]], text[source[1] : cue[0]]]
        else:
            before.append(text[start : cue[0]])
            from_cue = max(from_cue, source[1]) if source is not None and source[0] < end else from_cue
        behind.append(text[from_cue:end])
    return before, " ".join(behind)


# -- phrases with a preposition ------------------------------------------------------------------------------


@cache
def _phrases() -> re.Pattern[str]:
    """A preposition, what stands before its noun, and the noun."""
    kinds = (*_NOUNS, "interview", "medium")
    nouns = "|".join(rf"(?P<{kind}>{either(kind)})" for kind in kinds)
    words = r"(?P<between>(?:[\w’'.$&/-]+\s+|of\s+){0,5}?)"
    before = rf"\b(?P<preposition>in|at|on|during|via|through|by|over)\s+{words}"
    return re.compile(rf"{before}(?:{nouns})\b(?!-)", re.IGNORECASE)


@cache
def _frames() -> re.Pattern[str]:
    """What may stand before such a phrase that opens a sentence or follows the source: "*Speaking on Monday* in a"."""
    opening = "and|but|then|later|also|earlier|meanwhile|however|speaking|appearing|writing|late|early"
    times = r"last|this|that|the|same|on|week|month|year|night|morning|afternoon|evening|day|\w+day|when|after|soon"
    return re.compile(
        rf"(?:^|,\s)\W*(?:(?:{opening}|{times})\b,?\s*){{0,6}}(?:(?:asked|pressed|questioned)\s[^,;:]{{0,60}}?\s)?"
        r"(?=(?:in|at|on|during|via|through)\s)",
        re.IGNORECASE,
    )


_NEVER_BETWEEN = re.compile(
    r"\b(?:blog|in|at|on|for|to|by|with|from|that|who|which|and|about|since|"
    r"when|while|before|after|(?<!series )(?<!string )"
    r"(?<!flurry )(?<!pair )(?<!number )(?<!couple )(?<!round )(?<!one )of)\b|^\w+ing\b", re.IGNORECASE,
)  # fmt: skip
_BEHIND = re.compile(
    r"(?:\w+(?:ed|ing|ly)|earlier|late|early|last|next|yesterday|today|tonight|sent|given|seen|shown|made)\b"
)
"""Words that may follow a noun and are no part of its phrase, beside those that carry grammar."""


def _is_head(behind: str) -> bool:
    """Whether a noun is the last of its phrase: "in an email on Monday", not "in the email leaks"."""
    word = re.match(r"\s+([a-z][\w’'-]*)", behind)
    if word is None or _BEHIND.match(word[1]):
        return not re.match(r"['’]s?\s+\w|-\w", behind)
    return word[1] in function_words()


def _in_phrase(words: str, addressee: str, outlet: str) -> str:
    """The channel of the first phrase with a preposition that names one."""
    for found in _phrases().finditer(words):
        kind = next(name for name in (*_NOUNS, "interview", "medium") if found[name])
        fits = found["preposition"].lower() in _PREPOSITIONS[kind].split()
        if not fits or _NEVER_BETWEEN.search(found["between"]):
            continue
        recorded = kind == "letter" and re.search(rf"\b{either('broadcast')}\b", found["between"], re.IGNORECASE)
        if recorded or kind in _NOUNS and not _is_head(words[found.end() :]):
            continue
        name = found[kind]
        if kind in ("medium", "social") and name[0].islower() != _is_common(kind, name):
            continue
        if kind == "medium":
            return medium(words[found.start(kind) :], outlet)
        if kind != "interview":
            return _NOUNS[kind]
        if channel := _interview(found["between"], words[found.end() :], addressee, outlet):
            return channel
    return ""


def _is_common(kind: str, name: str) -> bool:
    """Whether a word of a class is written in small letters: "tweet", not "Facebook"."""
    return any(name.lower() == term.lower() and term[0].islower() for term in terms(kind))


def _interview(between: str, behind: str, addressee: str, outlet: str) -> str:
    """With whom an interview was: the medium that the phrase or the person addressed names; "" where it names none."""
    with_whom = re.match(r"\s+(?:[\w’'-]+\s+){0,4}?(?:with|on|to|for|by|in|aired on|from)\s+(.*)", behind, re.DOTALL)
    named = with_whom[1] if with_whom else ""
    for words in (addressee, between, named):
        if found := medium(words, outlet):
            return found
    if re.match(rf"(?:a\s+)?{either('press')}\b", named, re.IGNORECASE):
        return SPEECH
    for inside in re.finditer(r"\b(?:with|on|to|for|of|from|’s|'s)\s+", named[:_PHRASE]):
        if found := medium(named[inside.end() :], outlet):
            return found
    if re.search(rf"\b{either('broadcast')}\b", between + named[:40], re.IGNORECASE):
        return OTHER
    if re.search(rf"\b{either('remote')}\b", between, re.IGNORECASE) and not named:
        return OWN
    return OWN if outlet and between.lower().split() == ["an"] and _HERE.match(behind) else ""


_HERE = re.compile(
    r"\W*$|\W*(?:(?:on|early|late)\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\W*(?:$|in\b|at\b|that\b)|"
    r"(?:afterwards?|later|that(?! (?:aired|was|ran|appeared|will))|at|from|before|after|"
    r"in (?!\d|recent|early|late|[A-Z]\w+ \d))\b)"
)
"""Behind "said in an interview": nothing that tells of another time, as of an interview that was given elsewhere."""


@cache
def _sent() -> re.Pattern[str]:
    """A text that is sent out: "issued a statement"."""
    return re.compile(rf"\b{either('sends')}\s+(?:[\w’'-]+\s+){{0,4}}?(?P<noun>{either(*_NOUNS)})\b", re.IGNORECASE)


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"\b(?:speaking|talking)\s+to\s+{either('press', 'audience')}\b", re.IGNORECASE)


_OTHER_CLAUSE, _LATER = re.compile(r"\bwho\b"), re.compile(r"\b(?:after|before|when|as|while)\b")
_TOOK_TO = re.compile(r"\btook to\s+(?:Twitter|Facebook|Instagram|social media)\b")
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|where|was|were|had)\b")


def _in_frame(words: str, outlet: str) -> str:
    """The channel of a phrase that stands before the verb: "In a statement, Hale said", "Hale issued a statement
    saying", not "Hale, who was hired after a speech, said"."""
    if len(words) < _SHORTEST:
        return ""
    sent = _sent().search(words)
    if sent and _is_head(words[sent.end() :]) and not _OTHER_CLAUSE.search(words, 0, sent.start()):
        if _LATER.search(words, sent.end()):
            return ""  # "Hale held a press conference, after Ruiz said"
        name = sent["noun"].lower()
        if name.startswith(("message", "video", "statement")) and (on := _in_phrase(words[sent.end() :], "", outlet)):
            return on
        return next((_NOUNS[kind] for kind in _NOUNS if name in map(str.lower, terms(kind))), "")
    if _TOOK_TO.search(words):
        return SOCIAL
    if _speaking().search(words):
        return SPEECH
    for frame in _frames().finditer(words):
        if not _RELATIVE.search(words, *frame.span()):
            phrase = re.split(r",\s", words[frame.end() :])[0]
            if found := _in_phrase(phrase, "", outlet):
                return found
    return ""


def _in_deed(words: str, outlet: str) -> str:
    """The channel of what somebody did, saying something: "attacked Holm *on CNN*, saying", "opened *the debate*
    saying"."""
    if _opening().search(words):
        return SPEECH
    phrase = _DEED.fullmatch(re.sub(r"^\s*,\s*who\b[^,]*,", " ", words))
    if phrase is None or _texts().search(phrase["deed"]):
        return ""
    return _in_phrase(phrase["phrase"], "", outlet)


_DEED = re.compile(
    r"(?P<deed>\s*[a-z]+\s+(?:[\w’'-]+\s+){0,4}?)(?P<phrase>(?:in|at|on|during)\s[^,;:]*),\W*", re.DOTALL
)


@cache
def _opening() -> re.Pattern[str]:
    between = r"\s+(?:[\w’'-]+\s+){0,3}?"
    return re.compile(rf"^\s*{either('opens')}{between}{either('speech')}(?:\s+by)?\W*$", re.IGNORECASE)


@cache
def _texts() -> re.Pattern[str]:
    """What may itself stand in a phrase: "attacked *a report* on CNN, saying", and words that begin another phrase."""
    nouns = either(*_NOUNS, "interview", "shown")
    return re.compile(rf"\b(?:{nouns}|of|for|about|that|who|with|from|over|after|by)\b", re.IGNORECASE)


# -- verbs, addressees and sources ---------------------------------------------------------------------------


def _by_verb(cue: str) -> str:
    """The channel of a verb: "tweeted", "testified"."""
    kinds = (("social_verb", SOCIAL), ("speech_verb", SPEECH))
    return next((channel for kind, channel in kinds if not set(cue.split()).isdisjoint(terms(kind))), "")


def _addressed(cue: str, addressee: str, behind: str, outlet: str) -> str:
    """The channel by who is told: reporters, a crowd, the writer, or a medium."""
    behind = behind.lstrip()
    said_to = behind.removeprefix("to ") if behind.startswith(("to ", addressee or "to ")) else addressee
    if not said_to or set(cue.split()).isdisjoint(terms("tells")):
        return ""
    if addressee.lower() in terms("own"):
        return OWN
    many = _many().match(said_to)
    if many and _is_head(said_to[many.end() :]) and not _GOES_ON_AS_NAME.match(said_to, many.end()):
        on_air = re.search(rf"\b{either('broadcast')}\b", many[0], re.IGNORECASE) or medium(said_to, "")
        return OTHER if on_air else SPEECH
    return medium(said_to, outlet)


_GOES_ON_AS_NAME = re.compile(r"\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z]")
"""Behind an audience: "the House *Speaker*", not "the House *Monday*"."""


@cache
def _heads() -> dict[str, str]:
    """The nouns of documents with their channels."""
    found = {noun.lower(): channel for kind, channel in _NOUNS.items() if kind != "speech" for noun in terms(kind)}
    return {noun: channel for noun, channel in found.items() if noun not in ("x", "medium")}


def _document(source: str) -> str:
    """The channel of a source that is a text: "court papers", "a letter from Hale", "the statement"."""
    words = _BEHIND_HEAD.split(source)[0].split()
    if words and words[-1] == "Post":
        return ""  # "the Halden Post"
    words = [word.lower() for word in words]
    tails = (" ".join(words[-size:]) for size in (3, 2, 1) if len(words) >= size)
    found = next((_heads()[tail] for tail in tails if tail in _heads()), "")
    return found if found != SOCIAL or words[-1].startswith(("tweet", "post")) else ""


_BEHIND_HEAD = re.compile(
    r"\s+(?:from|of|by|on|to|in|for|about|obtained|released|published|filed|issued|sent|that|which|posted)\b|,"
)


def _of_agency(source: str, outlet: str) -> str:
    """The wire agency's channel, where the source is one: "Reuters reported"."""
    return AGENCY if source in _agencies() and not _is_own(source, outlet) else ""


@cache
def _agencies() -> frozenset[str]:
    names = {re.sub(r"^[Tt]he ", "", name) for name in terms("agency")}
    return frozenset(names | {f"{article} {name}" for name in names for article in ("the", "The")})


@cache
def _many() -> re.Pattern[str]:
    """Many people who are told, at the start of some words."""
    press = one_of(("reporters", "journalists", "the press", "the media"))
    nouns = {"".join(term.split(" ", 1)[1:]) for term in terms("audience") if term.startswith(("a ", "an ", "the "))}
    some = one_of(noun for noun in nouns if noun.islower())
    return re.compile(
        rf"(?:(?:the\s+|an?\s+(?:group|crowd|scrum|gaggle|handful)\s+of\s+)?(?:[\w’'-]+\s+){{0,2}}?{press}"
        rf"|(?:[\w’'-]+\s+){{0,3}}?{either('audience')}"
        rf"|(?:an?|the|his|her|their|one)\s+(?:[\w’'.-]+\s+){{0,3}}?{some})\b(?!\s+{some}|['’]s\b)",
        re.IGNORECASE,
    )


@cache
def _media() -> re.Pattern[str]:
    """The name of a medium at the start of some words: a known one, one that ends in a word such as "Times", or "the
    newspaper"."""
    bare = {re.sub(r"^[Tt]he ", "", name) for name in terms("medium", "agency")}
    names = one_of(bare | {name.upper() for name in bare})
    word, kind, role = (one_of(terms(one)) for one in ("medium_word", "medium_kind", "medium_role"))
    return re.compile(
        rf"[\"“]?(?:(?:[Tt]he|[Aa]n?)\s+)?(?P<name>{names}(?=\W|$)|[A-Z]{{3,5}}-(?:TV|FM|AM)\b"
        rf"|(?:[A-Z][\w’'&.-]+\s+){{0,3}}{word}\b|(?:[A-Z][\w’'&.-]+\s+){{1,3}}{kind}\b|(?:[\w-]+\s+)?{role}\b)"
    )


def medium(words: str, outlet: str) -> str:
    """Whether words begin with a medium: told this outlet, interview with another medium, or "" for none.

    >>> medium("The Halden Times on Monday", "Halden Times"), medium("CNN’s Ida Holm", ""), medium("Ben Holm", "")
    ('told this outlet', 'interview with another medium', '')
    """
    found = _media().match(words[:_PHRASE])
    if found is None:
        return ""
    return OWN if _is_own(found["name"], outlet) else OTHER


def _is_own(name: str, outlet: str) -> bool:
    """Whether a name is the outlet's: its words, some of its last ones, its first ones before "News", or their first
    letters."""
    site = re.sub(r"\.(?:com|org|net|co\.uk)$", "", outlet.lower())
    own = [word for word in re.findall(r"\w+", site) if word != "the"]
    said = [word for word in re.findall(r"\w+", name.lower()) if word != "the"]
    if not own or not said:
        return False
    first = own == said[: len(own)] or own in ([*said, "news"], [*said, "online"])
    return own[-len(said) :] == said or first or "".join(word[0] for word in own) == said[0]
