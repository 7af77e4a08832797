"""What is given to a source without a verb: "in a poll by X", "her claim that …", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.compare.attributions.clause_starts import has_verb
from factcheck.compare.attributions.clauses import Mention, Sentence, Token, word_class
from factcheck.compare.attributions.extents import content_end
from factcheck.compare.attributions.readings import Reading
from factcheck.compare.attributions.speakers import mention_after, mention_before, opens_mention
from factcheck.compare.attributions.verb_forms import kinds_of
from factcheck.compare.attributions.verbs import Cue, is_adverb, is_finite
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.lexicon import lines_of

FURTHEST_OWNER = 3
LONGEST_OWNER = 12  # tokens of "by Acme, the consultancy," between a noun and "that"
OWNING = ("by", "from", "of", "among")
PLACING = ("in", "on", "at")
LONGEST_SURVEY = 30
NO_FINITE = ("be", "been", "being", "having")


def found_in_survey(sentence: Sentence) -> list[Reading]:
    """“In a May poll by Acme, six in ten agreed”."""
    comma = next((at for at, token in enumerate(sentence[:LONGEST_SURVEY]) if token.low == ","), 0)
    if sentence.low(0) not in ("in", "among") or not any(token.isa("survey") for token in sentence[1:comma]):
        return []
    content = Mention(comma + 1, sentence.before_marks(len(sentence)))
    return [Reading(Mention(1, comma), Mention(0, 1), content)] if has_verb(sentence, *content) else []


def hearsay(sentence: Sentence) -> Iterator[Reading]:
    """“The envoy is reportedly ready to leave”: said by nobody in particular."""
    for at, token in enumerate(sentence):
        if not token.isa("hearsay"):
            continue
        start = at
        while start and sentence.isa(start - 1, "auxiliary", "adverb"):
            start -= 1
        subject = mention_before(sentence, start) if start else None
        if not start and sentence.low(at + 1) == ",":
            yield Reading(None, Mention(at, at + 1), Mention(at + 2, sentence.before_marks(len(sentence))))
        end = at + 1
        while end < len(sentence) and sentence.low(end) != "," and not sentence.ends_at(end):
            end += 1
        if subject and end > at + 1:
            yield Reading(None, Mention(at, at + 1), Mention(subject.start, end))


def nouns_of_saying(sentence: Sentence) -> Iterator[Reading]:
    """What a noun of saying or thinking opens: "her claim that …", "calls for a ban", "a report by Acme that …"."""
    for at, noun in enumerate(sentence):
        if noun.quoted or noun.low not in _openers():
            continue
        if sentence.isa(at - 1, "coordinator") and "base" in kinds_of(noun.low):  # "and promise to pay"
            continue
        if sentence.low(at - 1) == "no":  # "there is no suggestion that"
            continue
        owner, opener = None, at + 1
        if "that" in _openers()[noun.low]:
            owned = _owner_behind(sentence, at) or _owner_before_be(sentence, at)
            owner, opener = owned or _spreading(sentence, at) or (owner, opener)
        if sentence.low(opener) not in _openers()[noun.low] or opener + 1 >= len(sentence):
            continue
        if opener > at + 1 and sentence.low(opener) == "that" and not _opens_clause(sentence, opener):
            continue
        start = opener if sentence.low(opener) in ("that", "to") else opener + 1
        end = _before_main_verb(sentence, at, start)
        end = end or content_end(sentence, start, Cue(at, at, start, noun.low, "noun", False))
        if end - start > 1 or sentence.is_quoted(start) or sentence.is_name(start):
            cue = Mention(at, max(start, at + 1) if opener == at + 1 else at + 1)
            yield Reading(owner or _owner(sentence, at), cue, Mention(start, end))


def _owner_behind(sentence: Sentence, at: int) -> tuple[Mention | None, int] | None:
    """Whose claim it is where that stands behind the noun at `at`, if anybody's, and where "that" follows it."""
    lead = at + 1
    if sentence.low(lead) not in (*OWNING, *PLACING) or not opens_mention(sentence, lead + 1):
        return None
    nearby = range(lead + 2, lead + LONGEST_OWNER)
    opener = next((that for that in nearby if sentence.low(that) == "that"), 0)
    between = sentence.within(lead + 1, opener)
    if not between or any(map(_bars, between)):
        return None
    if any(token.low == "," for token in between) and between[-1].low != ",":
        return None
    owner = mention_after(sentence, lead + 1) if sentence.low(lead) in OWNING else None
    return owner and Mention(owner.start, min(owner.end, sentence.before_marks(opener))), opener


def _owner_before_be(sentence: Sentence, at: int) -> tuple[Mention | None, int] | None:
    """Whose view it is in "the view of the board is that …", "her answer was that …", and where "that" stands."""
    be = next((ahead for ahead in range(at + 1, at + LONGEST_OWNER) if sentence.isa(ahead, "auxiliary", "mark")), 0)
    if not sentence.isa(be, "be") or sentence.low(be + 1) != "that":
        return None
    if be == at + 1:
        return _owner(sentence, at), be + 1
    if sentence.low(at + 1) not in OWNING or any(map(_bars, sentence.within(at + 2, be))):
        return None
    return Mention(at + 2, be), be + 1


def _spreading(sentence: Sentence, at: int) -> tuple[Mention | None, int] | None:
    """Nobody's by name, and where "that" stands, in "fears grew that …", "word has spread that …"."""
    verb = at + 1
    while sentence.isa(verb, "auxiliary", "adverb"):
        verb += 1
    bases = {sentence.low(verb), *bases_of(sentence.low(verb))}
    return (None, verb + 1) if bases & word_class("spreading") and sentence.low(verb + 1) == "that" else None


def _bars(token: Token) -> bool:
    """Whether a word shows that "that" further on belongs to something else."""
    if token.low in (",", "(", ")"):
        return False
    return token.quoted or token.low == "to" or token.isa("mark", "relative", "subordinator") or is_finite(token)


def _opens_clause(sentence: Sentence, that: int) -> bool:
    """Whether "that" may open what was said: no verb stands behind it, as one does in "a report that was leaked"."""
    at = that + 1
    while at < len(sentence) and (is_adverb(sentence[at]) or sentence.isa(at, "quantity")):
        at += 1
    return at < len(sentence) and not is_finite(sentence[at])


def _before_main_verb(sentence: Sentence, noun: int, start: int) -> int | None:
    """Where the helper stands that the whole claim is the subject of: "her claim that it was sold has been denied".

    Only where it is plain: the claim opens its clause, and has one verb, which opens no clause itself.
    """
    opening = next((at + 1 for at in range(noun - 1, -1, -1) if not sentence[at].is_word or sentence[at].quoted), 0)
    if sentence.low(start) != "that" or any(map(_bars_subject, sentence[opening:noun])):
        return None
    is_over = has_verb_begun = False
    for at in range(start + 1, len(sentence)):
        token = sentence[at]
        if token.quoted or token.isa("mark", "relative", "subordinator", "coordinator", "contracted"):
            return None
        is_helper = token.isa("auxiliary") and token.low not in NO_FINITE
        if is_over and is_helper:
            return at
        if not has_verb_begun and is_finite(token) and not is_helper and kinds_of(token.low):
            return None
        has_verb_begun = has_verb_begun or is_finite(token)
        is_over = has_verb_begun and not token.isa("auxiliary") and not is_adverb(token)
    return None


def _bars_subject(token: Token) -> bool:
    """Whether a word before a noun shows that the noun is no subject: a verb, or a preposition that it hangs on."""
    return is_finite(token) or token.isa("subordinator") or (token.isa("preposition") and token.low != "of")


@cache
def _openers() -> dict[str, frozenset[str]]:
    """The words that open what was said behind each noun of `reporting_nouns.txt`, one and many."""
    found: dict[str, frozenset[str]] = {}
    for noun, opener in map(str.split, lines_of("en/attributions/reporting_nouns")):
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        for form in (noun, plural):
            found[form] = found.get(form, frozenset()) | {opener}
    return found


def _owner(sentence: Sentence, at: int) -> Mention | None:
    """Whose claim it is: "Ruiz's claim", "her claim", "the envoy made a claim"."""
    for before in range(at - 1, max(-1, at - 1 - FURTHEST_OWNER), -1):
        if sentence.isa(before, "possessive") or sentence.low(before).endswith(("'s", "s'")):
            return Mention(before, before + 1)
        if sentence.isa(before, "holding"):
            holder = mention_before(sentence, before) if before else None
            return None if holder and sentence.low(holder.start) in ("there", "there's") else holder
    return None
