"""Whose verb of saying it is in a language whose closed classes are known: the noun phrase before or behind it.

An adverb or what says when and where before the verb is skipped for the subject behind it; for a relative pronoun
its antecedent stands, and for what "and" joins to a clause the subject of that clause.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from factcheck.compare.attributions.named_sources import APPOSED, trimmed
from factcheck.compare.attributions.noun_phrases import (
    ADJUNCTS,
    PAST,
    is_phrase,
    phrase_before,
    phrase_behind,
    phrase_end,
)
from factcheck.compare.attributions.speech_words import SpeechWords
from factcheck.compare.attributions.word_tags import TOKEN, Tagged, class_of, tagged
from factcheck.compare.findings import Span

LONGEST_SOURCE = 90  # characters
SENTENCE_WITHIN = regex.compile(r"[.!?…][\"'“”„«»‘’‚‹›)]*\s+(?=\p{Lu})|[:;]\s")
FOCUS = frozenset(["allein", "auch", "gerade", "insbesondere", "nur", "selbst", "sogar"])  # "auch der Minister sagte"
RELATIVES = frozenset(["das", "der", "die", "welche", "welcher", "welches"])
SUBJECT_LEFT_OUT = frozenset(["es", "it", "pt", "ru", "uk"])  # where a verb needs none
NO_STATEMENT = tuple(regex.compile(rf"(?:{adjunct}|[,C])*+") for adjunct in ADJUNCTS)
HUNG = regex.compile(r"-(?P<pronoun>ils?|elles?|on)\b")  # French: "affirme-t-elle"
FRONTED = regex.compile(r"(?:[MO][ag#]*N+|[RF]+[DEMO]?[ag#]*N+|A)+[xaVH]")  # "den Bericht las er", "gestern kam er"
NO_VERBS = frozenset(["so"])  # a verb of saying by its place only: "…, so der Minister"
CLAUSE_END = regex.compile(r"\s*(?:[,.!?;:]|$)")


class Subject(NamedTuple):
    """Who is found beside a verb; without a source, whether the language leaves it out here."""

    source: Span | None
    is_left_out: bool = False


NONE = Subject(None)


class VerbInClause(NamedTuple):
    """A verb of saying with the words before it, of which those from `first` on may hold its subject."""

    text: str
    verb: Span
    known: SpeechWords
    lead: Tagged
    first: int
    behind: Span | None


def subject_of(text: str, start: int, verb: Span, end: int, known: SpeechWords) -> Subject:
    """The subject of a verb in a clause from `start`, looked for up to `end`."""
    if hung := HUNG.search(text, verb.start, verb.end):
        return Subject(Span(*hung.span("pronoun")))
    start = max([start, *(stop.end() for stop in SENTENCE_WITHIN.finditer(text, start, verb.start))])
    lead = tagged(text, Span(start, verb.start), known.tag)
    behind = inverted(text, Span(verb.end, end), known.tag)
    first = lead.signs.rfind(",") + 1
    is_one_word = first < len(lead.signs) and set(lead.signs[first + 1 :]) <= set("AK")
    if is_one_word and lead.low(first) in class_of(known.tag, "nothing"):  # "nada indica que"
        return NONE
    if lead.signs.endswith(","):
        return Subject(_apposed(lead, known.tag) or behind, is_left_out=known.tag in SUBJECT_LEFT_OUT)
    clause = VerbInClause(text, verb, known, lead, _past_joints(text, lead, first, verb, known), behind)
    return _german(clause) if known.tag == "de" else _other(clause)


def _past_joints(text: str, lead: Tagged, first: int, verb: Span, known: SpeechWords) -> int:
    """The first word behind "and", "but", "while"."""
    last = len(lead.signs)
    while first < last and lead.signs[first] == "C":
        first += 1
    if first == last:
        return last
    past = subordinator_end(text, lead.words[first].start(), verb.start, known) or 0
    return next((at for at in range(first, last) if lead.words[at].start() >= past), last)


def inverted(text: str, behind: Span, tag: str) -> Span | None:
    """The subject behind a verb, with the name that is set off behind what somebody is: "said the mayor, Ana Ruiz"."""
    found = phrase_behind(tagged(text, behind, tag), tag)
    if found is None or not (tag == "de" or found.of(text).rpartition(" ")[2].islower()):
        return found
    name = APPOSED.match(text, found.end)
    return trimmed(text, found.start, name.end("name")) if name else found


def _german(clause: VerbInClause) -> Subject:
    lead, first, last = clause.lead, clause.first, len(clause.lead.signs)
    if first < last and lead.low(first) in FOCUS:
        first += 1
    while last > first and lead.signs[last - 1] in "AK":
        last -= 1
    if own := _whole(lead, first, last, "de") or _joined(lead, first, last, "de"):
        return Subject(own)
    if lead.signs.endswith("C"):
        return Subject(_shared(clause))
    helper = next((at for at in range(first, len(lead.signs)) if lead.signs[at] in "HV"), None)
    if helper is not None:
        return _beside_helper(lead, first, helper)
    if first < last and lead.signs[first] == "Q":
        return NONE
    is_relative = 0 < first < last and lead.low(first) in RELATIVES and lead.signs[first - 1] == ","
    if not is_relative or not CLAUSE_END.match(clause.text, clause.verb.end):
        return Subject(clause.behind)
    is_object = phrase_end(lead, "de", first + 1, last) is not None  # "das Buch, das er lobte"
    return Subject(None if is_object else phrase_before(lead, "de", first - 1))


def _beside_helper(lead: Tagged, first: int, helper: int) -> Subject:
    """Der Minister hatte gesagt  ·  zuvor hatte der Minister gesagt; no "hätte gesagt", no "wurde gesagt"."""
    if any(sign == "V" for sign in lead.signs[helper:]) or lead.low(helper) in class_of("de", "unreal"):
        return NONE
    if is_phrase(lead, "de", first, helper):
        return Subject(lead.span(first, helper))
    past = phrase_end(lead, "de", helper + 1, len(lead.signs), behind=True)
    return Subject(lead.span(helper + 1, past) if past else None)


def _other(clause: VerbInClause) -> Subject:
    lead, first, tag = clause.lead, clause.first, clause.known.tag
    signs, last = lead.signs, len(lead.signs)
    if signs.endswith("C") or first == last > 0:
        is_left_out = first == last or (tag in SUBJECT_LEFT_OUT and signs[0] in "VH")
        return Subject(_first_subject(lead, tag) or clause.behind, is_left_out=is_left_out)
    while first < last and signs[first] == "A":
        first += 1
    while last > first and (signs[last - 1] in "AK" or lead.low(last - 1).rstrip("'’") in class_of(tag, "clitic")):
        last -= 1
    if first == last:
        return Subject(clause.behind, is_left_out=tag in SUBJECT_LEFT_OUT)
    if signs[first] == "Q" or signs[first : first + 2] == "DQ":  # "quien", "el cual"
        is_relative = signs[first:last] in ("Q", "DQ") and signs[first - 1 : first] == ","
        return Subject(phrase_before(lead, tag, first - 1) if is_relative else None)
    if signs[last - 1] in "VH":
        return NONE
    return Subject(_own(lead, first, last, tag) or clause.behind)


def _own(lead: Tagged, first: int, last: int, tag: str) -> Span | None:
    """X  ·  …, and X  ·  X who had come  ·  in March X"""
    if found := _whole(lead, first, last, tag) or _joined(lead, first, last, tag):
        return found
    signs = lead.signs
    relative = signs.find("Q", first, last)
    if relative > first and "V" in signs[relative:last] and is_phrase(lead, tag, first, relative):
        return lead.span(first, last)
    verb = next((at for at in range(first + 1, last) if signs[at] in "VHQ"), last)
    opens = (at for at in range(first + 1, verb) if signs[at] in "DE" and signs[at - 1] not in "RFDE")
    return next((lead.span(at, last) for at in opens if is_phrase(lead, tag, at, last)), None)


def _whole(lead: Tagged, first: int, last: int, tag: str) -> Span | None:
    return lead.span(first, last) if first < last and is_phrase(lead, tag, first, last) else None


def _joined(lead: Tagged, first: int, last: int, tag: str) -> Span | None:
    """X asked for him, and Y …: the subject that a clause behind "and" has of its own."""
    at = lead.signs.rfind("C", first, last) + 1
    is_clause = at > first + 1 and not is_phrase(lead, tag, first, last) and is_phrase(lead, tag, at, last)
    before = lead.signs[first : max(at - 1, first)]
    return lead.span(at, last) if is_clause and set(before) & set("VHxa") else None


def _apposed(lead: Tagged, tag: str) -> Span | None:
    """The mayor, Ana Ruiz, …  ·  many, who came back, …: what stands before the first comma, with what is set off."""
    first = 1 if lead.signs[0] == "C" else 0
    comma = lead.signs.index(",")
    if comma == len(lead.signs) - 1 or not is_phrase(lead, tag, first, comma):
        return None
    whole = lead.span(first, len(lead.signs) - 1)
    if lead.signs[comma + 1] in "RFA":  # "the union, for its part, "
        return lead.span(first, comma)
    return whole if whole.end - whole.start <= LONGEST_SOURCE else lead.span(first, comma)


def _shared(clause: VerbInClause) -> Span | None:
    """The subject of the clause that "and" goes on from: "X came and", "said X and"."""
    text, lead, known = clause.text, clause.lead, clause.known
    for verb in known.verbs.finditer(text, lead.words[0].start(), lead.words[-1].start()):
        joint = lead.words[-1].start()
        said_by = inverted(text, Span(verb.end(), joint), known.tag)
        if said_by and not text[said_by.end : joint].strip():
            return said_by
    return _first_subject(lead, known.tag)


def _first_subject(lead: Tagged, tag: str) -> Span | None:
    """The noun phrase that a clause begins with, if a verb or a relative clause stands behind it."""
    first = 1 if lead.signs[:1] == "C" else 0
    end = len(lead.signs) - 1
    if tag in PAST:
        end = next((at for at in range(first + 1, end) if PAST[tag].fullmatch(lead.words[at].group())), first)
        return lead.span(first, end) if is_phrase(lead, tag, first, end) else None
    past = phrase_end(lead, tag, first, end)
    if tag == "de" and (past is None or past < end) and (fronted := FRONTED.match(lead.signs, first)):
        past = phrase_end(lead, tag, fronted.end(), end, behind=True)
        return lead.span(fronted.end(), past) if past else None
    if past is None or past >= end:
        return None
    follows = lead.signs[past]
    is_subject = follows in ("VHxa," if tag == "de" else "VH")
    return lead.span(first, past) if is_subject else None


def subordinator_end(text: str, start: int, end: int, known: SpeechWords) -> int | None:
    """Where a "while" or "as" ends that a clause opens with, which may tell what somebody says."""
    joined = known.joins.match(text, start, end)
    if joined and "Q" in tagged(text, Span(*joined.span()), known.tag).signs:
        return joined.end()
    first = TOKEN.match(text, start, end)
    is_one = first is not None and first.group().casefold() in class_of(known.tag, "subordinating")
    return first.end() if first and is_one else None


def is_joined(text: str, start: int, known: SpeechWords) -> bool:
    """Whether a clause opens with "and", "but", "while"."""
    joined = known.joins.match(text, start)
    return bool(joined and joined.group())


def is_statement(text: str, said: Span, tag: str) -> bool:
    """Whether what stands before ", says X" may be a clause: neither a name set off nor only when, where and why."""
    words = tagged(text, said, tag)
    if words.words and words.low(0) in class_of(tag, "adverbial"):  # "weil er krank war, sagte er ab"
        return False
    is_name = "," in words.signs and is_phrase(words, tag, 0, words.signs.index(","))
    return not is_name and not NO_STATEMENT[tag == "de"].fullmatch(words.signs)


def is_one_clause(gap: str, known: SpeechWords) -> bool:
    """Whether what stands between a verb and the clause that it reports is no clause of another verb."""
    if any(verb.group().casefold() not in NO_VERBS for verb in known.verbs.finditer(gap)):
        return False
    parts = [tagged(part, Span(0, len(part)), known.tag) for part in gap.rstrip(" ,").split(",")[1:]]
    return all(is_phrase(part, known.tag, 0, len(part.signs)) or is_fronted(part, known.tag) for part in parts)


def is_fronted(words: Tagged, tag: str) -> bool:
    """Whether words only say when, where and how, or join what follows to what was said before."""
    return bool(NO_STATEMENT[tag == "de"].fullmatch(words.signs)) or all(
        word.group() in class_of(tag, "particle") for word in words.words
    )
