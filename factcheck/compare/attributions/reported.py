"""Indirect speech: what somebody is said in a sentence to have said, thought or wanted, in the paper's words."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.attributions.clause_starts import has_verb
from factcheck.compare.attributions.clauses import Mention, Sentence, word_class
from factcheck.compare.attributions.complements import complement
from factcheck.compare.attributions.interruptions import amid, interrupting, is_seldom_last
from factcheck.compare.attributions.passives import fronted, without_speaker
from factcheck.compare.attributions.readings import Reading, reading
from factcheck.compare.attributions.sourced import found_in_survey, hearsay, nouns_of_saying
from factcheck.compare.attributions.speakers import mention_after, mention_before, opens_mention, source_of
from factcheck.compare.attributions.unsaid import says_nothing
from factcheck.compare.attributions.verbs import Cue
from factcheck.compare.attributions.viewpoints import held_by

LONGEST_CLOSING_SPEAKER = 12
JOINTS = ("relative", "content_opener", "preposition", "coordinator", "mark")  # none closes what is said
LONGEST_COMMENT = 10  # tokens of "As Ruiz noted on Monday," behind its verb


def reported_speech(sentence: Sentence, cues: Sequence[Cue], quoted: Sequence[Reading]) -> list[Reading]:
    """The indirect speech of a sentence outside what `quoted` has taken. What is said inside it is left in it."""
    closing = _closing(sentence, cues[-1]) if cues and not quoted else None
    if closing:
        return [closing]
    found = held_by(sentence)
    if not found and not quoted:
        found = found_in_survey(sentence)
    claims = list(nouns_of_saying(sentence))
    last: Mention | None = None
    past = 0
    for cue in cues:
        around = next((one for one in [*quoted, *found] if _covers(sentence, one, cue)), None)
        if around:
            last = around.source or last
            past = max(past, around.end) if around in quoted else past
            continue
        one = _read(sentence, cue, last, past) if cue.start >= past else None
        if one:
            one = _with_whole_patient(sentence, one, claims)
            found.append(_clipped(sentence, one, quoted))
            last = one.source or last
            past = max(past, found[-1].end)
    found = _with_later_source(sentence, found, quoted)
    taken = [*quoted, *found]
    nouns = [
        one
        for one in [*claims, *hearsay(sentence)]
        if not any(r.start <= one.cue.start < r.end and r.cue.start != one.content.end for r in taken)
    ]
    return [*found, *(_clipped(sentence, one, taken) for one in nouns)]


def _with_whole_patient(sentence: Sentence, one: Reading, claims: Sequence[Reading]) -> Reading:
    """“Her claim that it was sold was denied by Ruiz”: what was denied is the claim, not its last word."""
    claim = next((claim for claim in claims if claim.content.end == one.cue.start), None)
    if claim is None or one.content.end != one.cue.start:
        return one
    start = claim.cue.start - sentence.isa(claim.cue.start - 1, "determiner")
    owner = claim.source
    start = owner.start if owner and owner.end == claim.cue.start else start
    return one._replace(content=Mention(start, one.cue.start))


def _covers(sentence: Sentence, one: Reading, cue: Cue) -> bool:
    """Whether the verb is in another reading, or is a noun of its speaker: "according to its reports"."""
    return one.holds(cue.start) or (one.names_with(cue.start) and not sentence.isa(cue.start - 1, "relative"))


def _closing(sentence: Sentence, cue: Cue) -> Reading | None:
    """“The talks may fail, Ruiz said.”: the verb that closes a sentence gives all of it to its speaker."""
    if not cue.reports or is_seldom_last(cue) or cue.form not in ("past", "s", "base") or len(sentence) - cue.end > 1:
        return None
    source = mention_before(sentence, cue.start) if cue.start else None
    if source is None or sentence.low(source.start) == "according":
        return None
    if source.start < 3 or source.end - source.start > LONGEST_CLOSING_SPEAKER:
        return None
    return fronted(sentence, source.start, source, cue, 0) if sentence.low(source.start - 1) == "," else None


def _read(sentence: Sentence, cue: Cue, last: Mention | None, past: int) -> Reading | None:
    inverted = _inverted(sentence, cue)
    if inverted and has_verb(sentence, past, cue.start):
        return fronted(sentence, cue.start, inverted, cue, past)
    if inverted and (whole := _around(sentence, cue, inverted, past)):
        return whole
    source = source_of(sentence, cue, last)
    if says_nothing(sentence, cue, source):
        return None
    if cue.passive or cue.phrase in word_class("impression"):
        return without_speaker(sentence, cue, past)
    around = amid(sentence, cue, source, past) if source else None
    content = None if around else _behind_comment(sentence, cue, source) or complement(sentence, cue)
    if content is None:
        return around or (interrupting(sentence, cue, source, past) if cue.reports and source else None)
    parts = source is not None and sentence.isa(source.start - 1, "parted")
    if cue.reports and source and parts and not sentence.isa(source.start - 2, "preposition"):
        content = Mention(source.start - 1, content.end)
    return Reading(source, Mention(cue.start, cue.end), content)


def _around(sentence: Sentence, cue: Cue, source: Mention, past: int) -> Reading | None:
    """“The risk, says Ruiz, is war”."""
    start = sentence.after_lead(max(past, sentence.after_dateline()), cue.start)
    end = sentence.before_marks(len(sentence))
    goes_on = sentence.low(source.end) == "," and has_verb(sentence, source.end + 1, end)
    if not goes_on or start >= cue.start - 1 or has_verb(sentence, start, cue.start):
        return None
    return reading(source, cue, start, end)


def _inverted(sentence: Sentence, cue: Cue) -> Mention | None:
    """The speaker behind the verb in "The talks failed, said Ana Ruiz, the envoy."."""
    may_invert = cue.reports and not (cue.needs_that or cue.tells or cue.form == "ing")
    if not may_invert or not cue.is_bare or sentence.low(cue.start - 1) != ",":
        return None
    head = sentence.within(cue.end, cue.end + 4)
    if not any(token.is_name or token.isa("determiner", "quantity", "plural_noun") for token in head):
        return None
    if not opens_mention(sentence, cue.end):
        return None
    source = mention_after(sentence, cue.end)
    if source is None or sentence.is_quoted(source.end) or _begins_clause(sentence, source):
        return None
    return source


def _begins_clause(sentence: Sentence, mention: Mention) -> bool:
    """Whether a verb stands in the mention before any comma or "who": it is a clause, not a speaker."""
    for token in sentence[mention.start : mention.end]:
        if token.isa("mark", "relative"):
            return False
        if (token.isa("auxiliary") and not token.is_name) or token.low.endswith("ed"):
            return True
    return False


def _behind_comment(sentence: Sentence, cue: Cue, source: Mention | None) -> Mention | None:
    """“As Ruiz noted on Monday, the talks may fail”: the main clause is what was said."""
    opener = source.start - 1 if source else -1
    if not cue.reports or sentence.low(opener) != "as" or (opener and not sentence.isa(opener - 1, "coordinator")):
        return None
    nearby = range(cue.end, cue.end + LONGEST_COMMENT)
    comma = next((at for at in nearby if sentence.low(at) == "," or sentence.isa(at, "auxiliary")), len(sentence))
    end = sentence.before_marks(len(sentence))
    return Mention(comma + 1, end) if sentence.low(comma) == "," and has_verb(sentence, comma + 1, end) else None


def _with_later_source(sentence: Sentence, found: list[Reading], quoted: Sequence[Reading]) -> list[Reading]:
    """“Noting that …, Ruiz said …”: a verb that opens the sentence has the speaker of the next one."""
    later = min((one for one in [*found, *quoted] if one.source), key=lambda one: one.cue.start, default=None)
    if later is None or not sentence.low(0).endswith("ing"):
        return found
    return [one if one.source or one.cue.start else one._replace(source=later.source) for one in found]


def _clipped(sentence: Sentence, one: Reading, taken: Sequence[Reading]) -> Reading:
    """The reading with its content ended where speech of its own begins, if a clause then still has its verb.

    Words quoted in passing are no such speech: "Ruiz argued that the board saw “no sign” of it".
    """
    start, end = one.content
    others = [_beginning(other, start) for other in taken if not other.quotes_in_passing(sentence)]
    clipped = min((at for at in others if start < at < end), default=end)
    if clipped == end or (has_verb(sentence, start, end) and not has_verb(sentence, start, clipped)):
        return one
    while clipped > start + 1 and sentence.isa(clipped - 1, *JOINTS):
        clipped -= 1
    return one._replace(content=Mention(start, clipped))


def _beginning(one: Reading, past: int) -> int:
    """Where a reading begins, with its speaker if that stands past a token."""
    return min(one.start, one.source.start) if one.source and one.source.start > past else one.start
