"""What is said of somebody in the passive, by whom it may say or not: "was told by Ruiz that …", "is expected to …"."""

from __future__ import annotations

from itertools import takewhile

from factcheck.compare.attributions.clause_starts import has_verb, opens_clause
from factcheck.compare.attributions.clauses import Mention, Sentence, word_class
from factcheck.compare.attributions.complements import addresses
from factcheck.compare.attributions.extents import content_end
from factcheck.compare.attributions.readings import Reading, reading
from factcheck.compare.attributions.speakers import mention_after, mention_before, opens_mention
from factcheck.compare.attributions.verbs import Cue, is_finite
from factcheck.compare.language.noun_classes import class_of

LONGEST_TIME = 5
LONGEST_HEARER = 8
SPEAKERS = ("person", "occupation", "organisation")


def without_speaker(sentence: Sentence, cue: Cue, past: int) -> Reading | None:
    """“The vote is expected to fail”: nobody says so by name, and the subject is part of what is said."""
    at = cue.end
    if at >= len(sentence) or (cue.needs_that and sentence.low(at) != "that"):
        return None
    if not cue.passive:
        return _of_subject(sentence, cue, at, past) if sentence.low(at) == "to" else None
    if sentence.low(at) == ",":
        return _as_it_was_said(sentence, cue, past)
    if _opens_what_is_told(sentence, cue):
        return reading(None, cue, at, content_end(sentence, at, cue))
    return _behind_passive(sentence, cue, _behind_time(sentence, at), past)


def _behind_passive(sentence: Sentence, cue: Cue, at: int, past: int) -> Reading | None:
    if addresses(sentence, at):  # "it was suggested to Ruiz that", no "was added to the plan"
        hearer = takewhile(lambda at: not sentence.isa(at, "mark"), range(at, at + LONGEST_HEARER))
        that = next((at for at in hearer if sentence.low(at) == "that"), None)
        return _of_subject(sentence, cue, that, past) if that and sentence.low(cue.start - 1) == "it" else None
    if sentence.low(at) == "by":
        return _by_agent(sentence, cue, past)
    opens = sentence.low(at) in ("to", "that", "as", "for", "of") or _judges(sentence, cue)
    return _of_subject(sentence, cue, at, past) if opens else None


def _opens_what_is_told(sentence: Sentence, cue: Cue) -> bool:
    """“Jurors were told the lake was low”, “Ruiz was asked about the lake”."""
    at = cue.end
    if cue.phrase == "ask" and (sentence.isa(at, "content_opener") or sentence.low(at) == "about"):
        return True
    return cue.tells and opens_clause(sentence, at) and not sentence.isa(at, "content_opener", "mark")


def _of_subject(sentence: Sentence, cue: Cue, at: int, past: int) -> Reading:
    subject = mention_before(sentence, cue.start) if cue.start else None
    is_apart = sentence.low(at) == "that" and (cue.tells or (subject and sentence.low(subject.start) == "it"))
    start = subject.start if subject and subject.start >= past and not is_apart else at
    end = content_end(sentence, at, cue)
    agent = _agent_behind(sentence, cue, at, end)
    return reading(agent, cue, start, agent.start - 1 if agent else end)


def _behind_time(sentence: Sentence, at: int) -> int:
    """Past the "on Friday" before "that": "it was announced on Friday that …"."""
    behind = next((past for past in range(at, at + LONGEST_TIME) if sentence.low(past) == "that"), at)
    is_time = any(token.isa("time") for token in sentence.within(at, behind))
    return behind if is_time and not any(token.isa("mark") for token in sentence.within(at, behind)) else at


def _as_it_was_said(sentence: Sentence, cue: Cue, past: int) -> Reading | None:
    """“The lake, it was claimed, was low”."""
    start = sentence.after_lead(max(past, sentence.after_dateline()), cue.start)
    if (sentence.low(cue.start - 1), sentence.low(cue.start - 2)) != ("it", ",") or start >= cue.start - 2:
        return None
    return reading(None, cue, start, sentence.before_marks(len(sentence)))


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
    opens = not cue.start or sentence.isa(cue.start - 1, "coordinator")
    patient = None if opens else mention_before(sentence, cue.start)
    if patient is None or patient.start < past:
        return None
    ground = _ground(sentence, cue, agent)
    if ground:
        return reading(ground[0], cue, patient.start, content_end(sentence, ground[1], cue))
    if cue.tells:  # the patient is who was told
        return fronted(sentence, patient.start, agent, cue, past)
    return reading(agent, cue, *patient)


def _agent_behind(sentence: Sentence, cue: Cue, start: int, end: int) -> Mention | None:
    """Who speaks at the end of "accused of lying by two clerks", "urged to stay by the board"; no "hit by a wave"."""
    by = next((at for at in range(end - 1, start + 1, -1) if sentence.low(at) == "by"), 0)
    if not by or sentence.low(start) not in ("of", "for", "to") or not opens_mention(sentence, by + 1):
        return None
    if is_finite(sentence[by - 1]) or sentence.low(by - 1).endswith(("ed", "en")) or cue.phrase == "expect":
        return None
    agent = mention_after(sentence, by + 1)
    head = sentence.within(by + 1, agent.end if agent else by)
    speaks = any(class_of(token.low) in SPEAKERS or (token.is_name and not token.isa("time")) for token in head)
    return agent if speaks else None


def _ground(sentence: Sentence, cue: Cue, agent: Mention) -> tuple[Mention, int] | None:
    """The agent alone, and where what is held of somebody begins: "accused by Ruiz of lying", "seen by her as low"."""
    for at in range(agent.start + 1, min(agent.end + 2, len(sentence) - 1)):
        opens = sentence.low(at + 1).endswith("ing") or sentence.isa(at + 1, "possessive", "article")
        accuses = sentence.low(at) == "of" and cue.phrase in word_class("accusing")
        if accuses or sentence.low(at) == "as" or (sentence.low(at) == "for" and opens):
            return Mention(agent.start, sentence.before_marks(at)), at
    return None


def fronted(sentence: Sentence, at: int, source: Mention, cue: Cue, past: int) -> Reading | None:
    """What is said before the speaker and the verb, which begin at `at`."""
    end = sentence.before_marks(at)
    start = sentence.after_lead(max(past, sentence.after_dateline()), end)
    return reading(source, cue, start, end) if has_verb(sentence, start, end) else None
