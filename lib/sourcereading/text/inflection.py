"""The forms of English words: of a verb ("signalled", "signaled"), of a noun, and the singular of a plural.

Regular forms follow from the spelling. Irregular words, and verbs of more than one syllable that double their last
consonant, are rows of ``data/lexicons/inflections.csv``; both British and American spellings are given.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sourcereading.text.lexicon import DataError, lexicon
from sourcereading.text.paths import data_path

_DOUBLED, _EITHER, _IZE = "doubled", "doubled or single", "-ize or -ise"
_SHORT = re.compile(r"[^aeiou]*u?[aeiou][bdgmnprt]")
"""One syllable with one vowel and one consonant after it, which is doubled: "quip", "quipped"."""
_SIBILANTS = ("s", "x", "z", "ch", "sh")


class VerbForms(NamedTuple):
    """The spellings of each form of a verb, the usual one first."""

    base: tuple[str, ...]
    s: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]
    ing: tuple[str, ...]


@cache
def listed_forms(word_class: str) -> dict[str, str]:
    """The words of one class that ``inflections.csv`` lists, with what it says of their forms."""
    found = {}
    for row in lexicon("inflections", ("term", "class", "forms", "example")):
        if problem := _problem(row["class"], row["forms"]):
            path = data_path("lexicons", "inflections.csv")
            raise DataError(f"{path}, line {row['line']}: {problem}")
        if row["class"] == word_class:
            found[row["term"]] = row["forms"]
    return found


def _problem(word_class: str, forms: str) -> str:
    if word_class not in ("verb", "noun"):
        return f"unknown class {word_class!r}; known are verb, noun"
    if word_class == "verb" and forms not in (_DOUBLED, _EITHER, _IZE) and len(forms.split()) != 4:
        return f"a verb has four forms (goes went gone going), or {_DOUBLED!r}, {_EITHER!r} or {_IZE!r}"
    return ""


def verb_forms(verb: str) -> VerbForms:
    """The forms of a verb, regular or listed.

    >>> verb_forms("go").past
    ('went',)
    >>> verb_forms("signal").past
    ('signalled', 'signaled')
    >>> verb_forms("criticise").ing
    ('criticising', 'criticizing')
    """
    rule = listed_forms("verb").get(verb, "")
    if not rule and verb.endswith("ise") and listed_forms("verb").get(f"{verb[:-3]}ize") == _IZE:
        rule = _IZE
    if rule == _IZE:
        other = f"{verb[:-3]}{'ise' if verb.endswith('ize') else 'ize'}"
        return VerbForms(*(one + two for one, two in zip(_regular(verb), _regular(other), strict=True)))
    if rule and rule not in (_DOUBLED, _EITHER):
        return VerbForms((verb,), *(tuple(form.split("/")) for form in rule.split()))
    double = _regular(verb, rule in (_DOUBLED, _EITHER) or _SHORT.fullmatch(verb) is not None)
    if rule != _EITHER:
        return double
    return VerbForms(*(tuple(dict.fromkeys(one + two)) for one, two in zip(double, _regular(verb), strict=True)))


@cache
def only_pasts() -> frozenset[str]:
    """The irregular forms of the past that are no participles: "fell", "rose", not "made"."""
    forms = map(verb_forms, listed_forms("verb"))
    return frozenset(word for verb in forms for word in verb.past if word not in verb.participle)


def _regular(verb: str, doubles: bool = False) -> VerbForms:
    stem = verb + verb[-1] if doubles else verb
    past = _changed_y(verb, "ied") or stem + ("d" if verb.endswith("e") else "ed")
    silent_e = verb.endswith("e") and not verb.endswith(("ee", "oe", "ye"))
    ing = (verb[:-1] if silent_e else stem) + "ing"
    return VerbForms((verb,), (_with_s(verb),), (past,), (past,), (ing,))


def _with_s(word: str) -> str:
    return _changed_y(word, "ies") or word + ("es" if word.endswith(_SIBILANTS) else "s")


def _changed_y(word: str, ending: str) -> str:
    """The word with another ending for a final y after a consonant, else ""."""
    return word[:-1] + ending if word.endswith("y") and word[-2:-1] not in tuple("aeiou") else ""


@cache
def irregular_pasts() -> frozenset[str]:
    """The past forms of the irregular verbs that do not end in -ed: "went", "said", "put"."""
    forms = (form for verb in listed_forms("verb") for form in verb_forms(verb).past)
    return frozenset(form for form in forms if not form.endswith("ed") or form in ("fled", "bled", "sped"))


def plurals(noun: str) -> tuple[str, ...]:
    """The plurals of a noun.

    >>> plurals("hypothesis"), plurals("risk")
    (('hypotheses',), ('risks',))
    """
    return tuple(listed_forms("noun").get(noun, _with_s(noun)).split())


@cache
def _singulars() -> dict[str, str]:
    nouns = listed_forms("noun")
    return {plural: noun for noun in nouns for plural in plurals(noun)} | {noun: noun for noun in nouns}


def singular(word: str) -> str:
    """The singular of a plural; of another word, a form that its plural shares. It need not be a word.

    >>> singular("houses"), singular("taxes"), singular("policies"), singular("wolves"), singular("crisis")
    ('house', 'tax', 'policy', 'wolf', 'crisis')
    """
    if word in _singulars():
        return _singulars()[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "zzes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def inflected(term: str, forms: str) -> list[str]:
    """All forms of a lexicon's term: ``forms`` is "" (only itself), "verb", "noun" or the other forms themselves.

    Only the first word of a phrase is inflected.

    >>> inflected("rule out", "verb")
    ['rule out', 'rules out', 'ruled out', 'ruling out']
    """
    word, space, rest = term.partition(" ")
    if not forms:
        others: tuple[str, ...] = ()
    elif forms == "verb":
        others = tuple(form for spellings in verb_forms(word) for form in spellings)
    elif forms == "noun":
        others = plurals(word)
    else:
        others = tuple(forms.split())
    return list(dict.fromkeys(form + space + rest for form in (word, *others)))
