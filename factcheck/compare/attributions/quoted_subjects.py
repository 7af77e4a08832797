"""Quoted words that are the subject of their sentence: “No surrender” was the message from the captain."""

from __future__ import annotations

from factcheck.compare.attributions.clauses import Mention, Sentence
from factcheck.compare.attributions.readings import Reading
from factcheck.compare.attributions.speakers import mention_after, mention_before, opens_mention
from factcheck.compare.attributions.verb_forms import kinds_of

LONGEST_PREDICATE = 6  # tokens of "his last and only verdict"
FURTHEST_AGENT = 10  # tokens of "given over loudspeakers by"
GIVERS = ("by", "from", "of")


def quoted_subject(sentence: Sentence, at: int) -> Reading | None:
    """The quotation at `at` as what somebody's message, answer or verdict was, or as how somebody put it."""
    verb = at + 1
    while sentence.isa(verb, "auxiliary", "adverb") and not sentence.isa(verb, "be"):
        verb += 1
    if not sentence.isa(verb, "be") or sentence[verb].is_name:
        return None
    if sentence.low(verb + 1) == "how":
        return _put_so(sentence, at, verb)
    nearby = range(verb + 1, verb + 1 + LONGEST_PREDICATE)
    noun = next((behind for behind in nearby if sentence.isa(behind, "utterance")), None)
    if noun is None or any(sentence.isa(between, "mark", "preposition") for between in range(verb + 1, noun)):
        return None
    giver = _owner(sentence, verb + 1, noun) or _giver(sentence, noun)
    return Reading(giver, Mention(verb, noun + 1), Mention(at, at + 1)) if giver else None


def _put_so(sentence: Sentence, at: int, verb: int) -> Reading | None:
    """“Too little” was how Ruiz described the offer."""
    for behind in range(verb + 3, verb + 2 + FURTHEST_AGENT):
        if not kinds_of(sentence.low(behind)).isdisjoint(("past", "s")) and not sentence.is_name(behind):
            teller = mention_before(sentence, behind)
            return Reading(teller, Mention(behind, behind + 1), Mention(at, at + 1)) if teller else None
    return None


def _owner(sentence: Sentence, start: int, noun: int) -> Mention | None:
    """Whose message it is: "his answer", "the captain’s last words"."""
    for at in range(start, noun):
        if sentence.isa(at, "possessive"):
            return Mention(at, at + 1)
        if sentence.low(at).endswith(("'s", "s'")):
            return Mention(start, at + 1)
    return None


def _giver(sentence: Sentence, noun: int) -> Mention | None:
    """Who gave the message: "the advice given by the captain", "the word from Ana Ruiz"."""
    for at in range(noun + 1, noun + 1 + FURTHEST_AGENT):
        if sentence.low(at) in GIVERS and opens_mention(sentence, at + 1):
            return mention_after(sentence, at + 1)
        if sentence.isa(at, "mark", "subordinator", "auxiliary"):
            return None
    return None
