"""Indirect speech: what somebody is said in a sentence to have said, thought or wanted, in the paper's words."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.attributions.clauses import Mention, Sentence, word_class
from factcheck.compare.attributions.complements import addresses, complement, has_verb
from factcheck.compare.attributions.extents import content_end
from factcheck.compare.attributions.readings import Reading, reading
from factcheck.compare.attributions.sourced import according_to, found_in_survey, hearsay, nouns_of_saying
from factcheck.compare.attributions.speakers import mention_after, mention_before, opens_mention, source_of
from factcheck.compare.attributions.verbs import Cue

LONGEST_CLOSING_SPEAKER = 12
NEGATOR_DISTANCE = 5
FURTHEST_THERE = 12  # tokens
JOINTS = ("relative", "content_opener", "preposition", "coordinator", "mark")  # none closes what is said
LONGEST_COMMENT = 10  # tokens of "As Ruiz noted on Monday," behind its verb


def reported_speech(sentence: Sentence, cues: Sequence[Cue], quoted: Sequence[Reading]) -> list[Reading]:
    """The indirect speech of a sentence outside what `quoted` has taken. What is said inside it is left in it."""
    closing = _closing(sentence, cues[-1]) if cues and not quoted else None
    if closing:
        return [closing]
    found = according_to(sentence)
    if not found and not quoted:
        found = found_in_survey(sentence)
    last: Mention | None = None
    past = 0
    for cue in cues:
        around = next((one for one in [*quoted, *found] if one.start <= cue.start < one.end), None)
        if around:
            last = around.source or last
            past = max(past, around.end) if around in quoted else past
            continue
        one = _read(sentence, cue, last, past) if cue.start >= past else None
        if one:
            found.append(_clipped(sentence, one, quoted))
            last = one.source or last
            past = max(past, found[-1].end)
    found = _with_later_source(sentence, found, quoted)
    taken = [*quoted, *found]
    nouns = [
        one
        for one in [*nouns_of_saying(sentence), *hearsay(sentence)]
        if not any(r.start <= one.cue.start < r.end for r in taken)
    ]
    return [*found, *(_clipped(sentence, one, taken) for one in nouns)]


def _closing(sentence: Sentence, cue: Cue) -> Reading | None:
    """“The talks may fail, Ruiz said.”: the verb that closes a sentence gives all of it to its speaker."""
    if not cue.reports or cue.needs_clause or cue.form not in ("past", "s", "base") or len(sentence) - cue.end > 1:
        return None
    source = mention_before(sentence, cue.start) if cue.start else None
    if source is None or source.start < 3 or source.end - source.start > LONGEST_CLOSING_SPEAKER:
        return None
    return _fronted(sentence, source.start, source, cue, 0) if sentence.low(source.start - 1) == "," else None


def _read(sentence: Sentence, cue: Cue, last: Mention | None, past: int) -> Reading | None:
    inverted = _inverted(sentence, cue, past)
    if inverted:
        return _fronted(sentence, cue.start, inverted, cue, past)
    source = source_of(sentence, cue, last)
    if _is_restrictive(sentence, cue) or _gives_a_name(sentence, cue) or _is_authors_own(sentence, source):
        return None
    if source and (_is_supposed(sentence, source) or _is_untrue(sentence, source)):
        return None
    if cue.passive or cue.phrase in word_class("impression"):
        return _without_speaker(sentence, cue, past)
    content = _behind_comment(sentence, cue, source) or complement(sentence, cue)
    if content is None:
        return _interrupting(sentence, cue, source, past) if cue.reports and source else None
    if cue.reports and source and sentence.isa(source.start - 1, "parted"):
        content = Mention(source.start - 1, content.end)
    return Reading(source, Mention(cue.start, cue.end), content)


def _inverted(sentence: Sentence, cue: Cue, past: int) -> Mention | None:
    """The speaker behind the verb in "The talks failed, said Ana Ruiz, the envoy."."""
    may_invert = cue.reports and not (cue.needs_that or cue.tells or cue.form == "ing")
    if not may_invert or not cue.is_bare or sentence.low(cue.start - 1) != ",":
        return None
    head = sentence.within(cue.end, cue.end + 4)
    if not any(token.is_name or token.isa("determiner", "quantity") for token in head):
        return None
    if not opens_mention(sentence, cue.end) or not has_verb(sentence, past, cue.start):
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


def _is_restrictive(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb only says which people are meant: "voters who want change"."""
    before = cue.start - 1
    if sentence.low(before) == "that":
        return sentence.low(cue.end) != "that" and not sentence.is_quoted(cue.end)
    if any(_tells_that_there_are(sentence, at) for at in range(before - FURTHEST_THERE, before)):
        return False  # "there are voters who say so" tells that they do
    return sentence.low(before) in ("who", "which") and not sentence.isa(before - 1, "mark")


def _tells_that_there_are(sentence: Sentence, at: int) -> bool:
    return sentence.low(at) == "there's" or (sentence.low(at) == "there" and sentence.isa(at + 1, "be"))


def _is_supposed(sentence: Sentence, source: Mention) -> bool:
    """Whether the clause only supposes that somebody says so: "if Ruiz says", "should Ruiz say"."""
    for at in (source.start - 1, source.start):
        if sentence.isa(at, "inverted_condition") and (at == 0 or not sentence[at - 1].is_word):
            return True
    return sentence.isa(source.start - 1, "supposition")


def _is_untrue(sentence: Sentence, source: Mention) -> bool:
    """Whether the paper says that nobody said so: "it is not true that Ruiz said", "the myth that Ruiz said"."""
    at = source.start - 2
    if sentence.low(at + 1) != "that" or not sentence.isa(at, "truth", "untruth"):
        return False
    nearby = sentence.within(at - NEGATOR_DISTANCE, at)
    is_negated = any(token.isa("negator") or token.low.endswith("n't") for token in nearby)
    return is_negated if sentence.isa(at, "truth") else not is_negated


def _gives_a_name(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb gives a thing its name, or rings somebody up: "a firm called Acme", "called the mayor"."""
    behind = sentence.within(cue.end, cue.end + 20)
    if cue.phrase == "call" and not any(token.quoted or token.isa("named_as") for token in behind):
        return True
    if cue.phrase not in word_class("naming") or cue.form != "past" or not cue.is_bare:
        return False
    before = sentence.within(cue.start - 4, cue.start)
    return sentence.low(cue.start - 1) == "," or any(token.isa("article") for token in before)


def _is_authors_own(sentence: Sentence, source: Mention | None) -> bool:
    """Whether "I", "we" or "you" outside quotation marks stands for the author or the reader."""
    return source is not None and source.end - source.start == 1 and sentence.isa(source.start, "self")


def _without_speaker(sentence: Sentence, cue: Cue, past: int) -> Reading | None:
    """“The vote is expected to fail”: nobody says so by name, and the subject is part of what is said."""
    at = cue.end
    if at >= len(sentence) or (cue.needs_that and sentence.low(at) != "that"):
        return None
    if cue.passive and cue.phrase == "ask" and (sentence.isa(at, "content_opener") or sentence.low(at) == "about"):
        return reading(None, cue, at, content_end(sentence, at, cue))
    if addresses(sentence, at):  # "was added to the plan"
        return None
    if cue.passive and sentence.low(at) == "by":
        return _by_agent(sentence, cue, past)
    if sentence.low(at) not in (("to", "that", "as", "for", "of") if cue.passive else ("to",)) and not _judges(
        sentence, cue
    ):
        return None
    subject = mention_before(sentence, cue.start) if cue.start else None
    start = subject.start if subject and subject.start >= past else at
    return reading(None, cue, start, content_end(sentence, at, cue))


def _judges(sentence: Sentence, cue: Cue) -> bool:
    """“The plan was deemed unlawful”."""
    judges = cue.passive and cue.phrase in word_class("judging")
    return judges and sentence[cue.end].is_word and not sentence.isa(cue.end, "preposition")


def _by_agent(sentence: Sentence, cue: Cue, past: int) -> Reading | None:
    """“Asked by a reporter whether …”, “the plan was rejected by voters”."""
    agent = mention_after(sentence, cue.end + 1)
    if agent is None:
        return None
    for at in range(agent.start + 1, min(agent.end + 1, len(sentence))):
        if sentence.isa(at, "question_opener") or sentence.low(at) in ("about", "to"):
            return reading(Mention(agent.start, at), cue, at, content_end(sentence, at, cue))
    if not cue.start or sentence.isa(cue.start - 1, "coordinator"):
        return None
    patient = mention_before(sentence, cue.start)
    if patient is None or patient.start < past:
        return None
    if cue.tells:  # the patient is who was told
        return _fronted(sentence, patient.start, agent, cue, past)
    return reading(agent, cue, *patient)


def _behind_comment(sentence: Sentence, cue: Cue, source: Mention | None) -> Mention | None:
    """“As Ruiz noted on Monday, the talks may fail”: the main clause is what was said."""
    opener = source.start - 1 if source else -1
    if not cue.reports or sentence.low(opener) != "as" or (opener and not sentence.isa(opener - 1, "coordinator")):
        return None
    nearby = range(cue.end, cue.end + LONGEST_COMMENT)
    comma = next((at for at in nearby if sentence.low(at) == "," or sentence.isa(at, "auxiliary")), len(sentence))
    end = sentence.before_marks(len(sentence))
    return Mention(comma + 1, end) if sentence.low(comma) == "," and has_verb(sentence, comma + 1, end) else None


def _interrupting(sentence: Sentence, cue: Cue, source: Mention, past: int) -> Reading | None:
    """“The risk, Ruiz said, is war”, “The talks failed, Ruiz said on Monday”, “The talks failed, as Ruiz said”."""
    if source.end - source.start == 1 and sentence.isa(source.start, "relative"):
        return None
    is_comment = sentence.low(source.start - 1) == "as" and sentence.low(cue.end) != "to"
    before = source.start - 2 if is_comment else source.start - 1
    if before < past or not (sentence.low(before) == "," or sentence.isa(before, "dash") or sentence.is_quoted(before)):
        return None
    if sentence.low(cue.end) == "," and (_goes_on(sentence, cue.end + 1) or _lacks_verb(sentence, past, before, cue)):
        start = sentence.after_lead(max(past, sentence.after_dateline()), source.start)
        start = start if start < before else cue.end + 1
        return reading(source, cue, start, content_end(sentence, cue.end, cue))
    closes = cue.end >= len(sentence) - 1
    if cue.form in ("ing", "adjective") or (cue.needs_clause and not closes and not is_comment):
        return None
    return _fronted(sentence, before + 1, source, cue, past)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the clause that the verb interrupts goes on at `at`."""
    if at + 1 >= len(sentence) or sentence.isa(at, "clause_leaver"):
        return False
    return not sentence.low(at).endswith("ing") and (sentence.low(at) == "that" or not sentence.isa(at, "relative"))


def _lacks_verb(sentence: Sentence, past: int, end: int, cue: Cue) -> bool:
    """Whether the main verb is yet to come: “The film, Ruiz said, with its songs, is hers”, “If it is, she said, …”."""
    waits = sentence.isa(past, "aside_opener") or not has_verb(sentence, past, end)
    return waits and has_verb(sentence, cue.end + 1, len(sentence))


def _fronted(sentence: Sentence, at: int, source: Mention, cue: Cue, past: int) -> Reading | None:
    """What is said before the speaker and the verb, which begin at `at`."""
    end = sentence.before_marks(at)
    start = sentence.after_lead(max(past, sentence.after_dateline()), end)
    return reading(source, cue, start, end) if has_verb(sentence, start, end) else None


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
