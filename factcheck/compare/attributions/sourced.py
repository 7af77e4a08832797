"""What is given to a source without a verb: "according to X", "her claim that …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from factcheck.compare.attributions.clauses import Mention, Sentence
from factcheck.compare.attributions.complements import has_verb
from factcheck.compare.attributions.extents import content_end
from factcheck.compare.attributions.readings import Reading
from factcheck.compare.attributions.speakers import mention_after, mention_before
from factcheck.compare.attributions.verbs import Cue
from factcheck.compare.lexicon import lines_of

FURTHEST_OWNER = 3
LONGEST_SURVEY = 30


def according_to(sentence: Sentence) -> list[Reading]:
    """What a sentence gives "according to" somebody, before it or behind it."""
    found: list[Reading] = []
    past = 0
    for at, (word, following) in enumerate(pairwise(sentence)):
        if (word.low, following.low) != ("according", "to") or at < past:
            continue
        source = mention_after(sentence, at + 2)
        if source is None:
            continue
        past = found[-1].end if found else sentence.after_dateline()
        content = _sourced(sentence, at, source, past)
        if content.start < content.end:
            found.append(Reading(source, Mention(at, at + 2), content))
            past = source.end
    return found


def _sourced(sentence: Sentence, at: int, source: Mention, past: int) -> Mention:
    end = sentence.before_marks(len(sentence))
    if at == 1 and sentence[0].is_word and not sentence.isa(0, "lead", "coordinator"):  # "That's according to Ruiz."
        return Mention(0, 0)
    if at <= 1:
        return Mention(source.end + (sentence.low(source.end) == ","), end)
    before = Mention(sentence.after_lead(past, at), sentence.before_marks(at))
    before = _last_clause(sentence, before)
    interrupts = not has_verb(sentence, *before) and source.end < end - 1
    return Mention(before.start, end) if interrupts else before


def _last_clause(sentence: Sentence, content: Mention) -> Mention:
    """The clause behind the last ", and" or ";": what stands further away is seldom the source's."""
    for comma in range(content.end - 2, content.start, -1):
        joins = sentence.low(comma) == "," and sentence.low(comma + 1) in ("and", "but")
        start = sentence.after_lead(comma, content.end)
        if (joins or sentence.low(comma) == ";") and has_verb(sentence, start + 1, content.end):
            return Mention(start, content.end)
    return content


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
        end = at + 1
        while end < len(sentence) and sentence.low(end) != "," and not sentence.ends_at(end):
            end += 1
        if subject and end > at + 1:
            yield Reading(None, Mention(at, at + 1), Mention(subject.start, end))


def nouns_of_saying(sentence: Sentence) -> Iterator[Reading]:
    """What stands behind a noun of saying or thinking: "her claim that the vote was stolen", "calls for a ban"."""
    for at, (noun, opener) in enumerate(pairwise(sentence)):
        if (noun.low, opener.low) not in _openers() or at + 2 >= len(sentence):
            continue
        start = at + 1 if opener.low in ("that", "to") else at + 2
        end = content_end(sentence, start, Cue(at, at, start, noun.low, "noun", False))
        if end - start > 1 or sentence.is_quoted(start) or sentence.is_name(start):
            yield Reading(_owner(sentence, at), Mention(at, max(start, at + 1)), Mention(start, end))


@cache
def _openers() -> frozenset[tuple[str, str]]:
    """The nouns of `reporting_nouns.txt`, one and many, each with the word that opens what was said."""
    found: set[tuple[str, str]] = set()
    for noun, opener in map(str.split, lines_of("en/attributions/reporting_nouns")):
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        found |= {(noun, opener), (plural, opener)}
    return frozenset(found)


def _owner(sentence: Sentence, at: int) -> Mention | None:
    """Whose claim it is: "Ruiz's claim", "her claim", "the envoy made a claim"."""
    for before in range(at - 1, max(-1, at - 1 - FURTHEST_OWNER), -1):
        if sentence.isa(before, "possessive") or sentence.low(before).endswith(("'s", "s'")):
            return Mention(before, before + 1)
        if sentence.isa(before, "holding"):
            return mention_before(sentence, before) if before else None
    return None
