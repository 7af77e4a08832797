"""A quotation that no word of saying is near: who does something in the sentence before it speaks in it.

Where two are named there, it may be either's, and is left to the reader.
"""

from __future__ import annotations

from factcheck.compare.attributions.clauses import Mention, Sentence
from factcheck.compare.attributions.labels import is_all_quoted
from factcheck.compare.attributions.lead_ins import SHORTEST_UNCUED
from factcheck.compare.attributions.speakers import mention_before
from factcheck.compare.attributions.verbs import is_finite
from factcheck.compare.findings import Attribution
from factcheck.compare.language.noun_classes import is_person

PERSONS = frozenset(["who", "he", "she", "his", "her", "him", "himself", "herself"])
PLACING = ("across", "at", "from", "in", "near", "on", "outside")


def uncredited_speech(before: Sentence, speech: Sentence) -> Attribution | None:
    """The quotation that a sentence is, given to the one person that the sentence before it is about."""
    if not is_all_quoted(speech) or len(speech[0].word.split()) < SHORTEST_UNCUED:
        return None
    person = None if any(token.quoted for token in before) else _only_person(before)
    return Attribution(before.span(person), None, speech.span(Mention(0, 1)), direct=True) if person else None


def _only_person(sentence: Sentence) -> Mention | None:
    """The subject that opens a sentence, if it is a person and nobody else is named."""
    start = sentence.after_dateline()
    verbs = (at for at in range(start + 1, len(sentence)) if is_finite(sentence[at]) and not _is_aside(sentence, at))
    verb = next(verbs, None)
    subject = mention_before(sentence, verb) if verb and sentence[start].is_name else None
    if verb is None or subject is None or subject.start != start:
        return None
    shows_person = any(token.low in PERSONS or is_person(token.low) for token in sentence)
    is_alone = not any(_is_somebody(sentence, at) for at in range(verb, len(sentence)))
    return subject if shows_person and is_alone else None


def _is_aside(sentence: Sentence, at: int) -> bool:
    """Whether a token stands between two commas behind the subject."""
    return sum(token.low == "," for token in sentence[:at]) % 2 == 1


def _is_somebody(sentence: Sentence, at: int) -> bool:
    """Whether a person is named at a token: by a common noun, or by a name without the preposition of a place."""
    if is_person(sentence.low(at)) or not sentence.is_name(at):
        return is_person(sentence.low(at))
    lead = at - 1
    while lead and (sentence.is_name(lead) or sentence.low(lead) == "the"):
        lead -= 1
    return not sentence.isa(at, "time") and sentence.low(lead) not in PLACING
