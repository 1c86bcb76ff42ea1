"""What somebody thinks, hopes or fears, behind a verb of class "belief": "the mayor hopes *the dam will hold*"."""

from __future__ import annotations

from sourcereading.attribution.clause_subjects import RELATIVES
from sourcereading.attribution.clause_words import Span, Window
from sourcereading.attribution.complements import A_BARE_CLAUSE, A_NOUN_PHRASE, A_THAT_CLAUSE, AN_ORDER, Content
from sourcereading.attribution.noun_phrases import can_speak, noun_phrase
from sourcereading.text.parts_of_speech import is_noun


def is_thought(w: Window, at: int, subject: Span | None, found: Content) -> bool:
    """Whether what follows a word of belief is what somebody thinks: "that" and a clause, or a clause that begins with
    its subject; nothing of "it", nor in "what Hale thinks is late", "the wall Hale thinks is late"."""
    if subject is not None:
        before = subject.first - 1
        gapped = w.word(before) in (*RELATIVES, "that") and found.how == A_BARE_CLAUSE and w.has(at + 1, "auxiliary")
        if gapped and not w.has(subject.first, "subject_pronoun"):
            return True  # "a move that Hale thinks *was late*"; "they" is mostly somebody of the same clause
        if w.word(subject.first) == "which" and w.word(before) == ",":  # "the board, which thinks it is late"
            subject = noun_phrase(w, before - 1) or subject
        related = w.has(before, "relative", "interrogative") or w.word(before) in ("than", "to")
        related = related or (w.is_open(before) and not w.is_adverb(before) and not w.has(before, "time"))
        thing = w.word(subject.first) in ("it", "that", "there", "this", "one", "you", "which")
        if thing or related or not can_speak(w, subject):
            return False
    first = found.span.first
    opens = w.has(first, "determiner", "subject_pronoun") or w.capital(first) or is_noun(w.word(first))
    bare = opens and found.how == A_BARE_CLAUSE and first == at + 1
    return bare or found.how in (A_THAT_CLAUSE, A_NOUN_PHRASE, AN_ORDER)
