"""Quotations that a colon leads in without a verb of saying: Ruiz: “…”, “This from the mayor: …”, “Her answer: …”."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.attributions.clauses import Mention, Sentence, Token
from factcheck.compare.attributions.readings import Reading
from factcheck.compare.attributions.speakers import subject
from factcheck.compare.attributions.verbs import is_finite
from factcheck.compare.lexicon import words_of

LONGEST_LABEL = 6
LONGEST_LEAD = 4
SHORTEST_UNCUED = 4  # words
LONGEST_LEADER = 10  # tokens of "And from Ana Ruiz, the envoy:"
GIVERS = ("from", "of", "by")


def is_label(label: Sequence[Token]) -> bool:
    """Whether the words before a colon can be the name of a speaker."""
    if not label or any(token.quoted or not token.is_name for token in label):
        return False
    return len(label[0].low) > 1 and label[-1].low not in words_of("en/attributions/not_speakers")


def with_colon_before(sentence: Sentence, at: int, done: int) -> Reading | None:
    """The envoy's answer was plain: “…”  ·  Ruiz: “…”."""
    colon = at - 1
    if sentence.low(colon) != ":" or colon < max(1, done):
        return None
    giver = _giver(sentence, done, colon)
    if giver is None and len(sentence[at].word.split()) < SHORTEST_UNCUED:
        return None
    done = sentence.after_lead(done, colon)
    before = sentence[done:colon]
    if any(is_finite(token) for token in before):
        return Reading(subject(sentence, colon), Mention(colon, at), Mention(at, at + 1))
    if len(before) <= LONGEST_LABEL and is_label(before):
        return Reading(Mention(done, colon), Mention(colon, at), Mention(at, at + 1))
    leader = led_in_by(sentence, done, colon) or giver or _named_first(sentence, done, colon)
    return Reading(leader, Mention(colon, at), Mention(at, at + 1)) if leader else None


def led_in_by(sentence: Sentence, start: int, colon: int) -> Mention | None:
    """The speaker in "And from Ana Ruiz, the envoy:", "This from the mayor:"."""
    head = sentence.within(start, colon)
    opener = next((at for at, token in enumerate(head[:LONGEST_LEAD]) if token.low in ("from", "by")), None)
    if opener is None or len(head) > LONGEST_LEADER or opener + 1 >= len(head):
        return None
    if not all(token.isa("lead", "subject_pronoun", "adverb", "mark") for token in head[:opener]):
        return None
    names = head[opener + 1].is_name or head[opener + 1].isa("determiner")
    return Mention(start + opener + 1, sentence.before_marks(colon)) if names else None


def _giver(sentence: Sentence, start: int, colon: int) -> Mention | None:
    """The speaker in "The verdict of one juror:", "Two words from Ruiz:", "Ruiz's answer:"."""
    noun = next((at for at in range(start, colon) if sentence.isa(at, "utterance")), None)
    if noun is None or colon - start > LONGEST_LEADER:
        return None
    if noun + 2 < colon and sentence.low(noun + 1) in GIVERS:
        return Mention(noun + 2, sentence.before_marks(colon))
    owner = next((at for at in range(start, noun) if _is_possessor(sentence, at)), None)
    return Mention(start, owner + 1) if owner is not None else None


def _is_possessor(sentence: Sentence, at: int) -> bool:
    return sentence.low(at).endswith(("'s", "s'")) or sentence.isa(at, "possessive")


def _named_first(sentence: Sentence, start: int, colon: int) -> Mention | None:
    """The speaker in "Ana Ruiz, smiling:", "Ruiz (Lab):", "Ruiz, in a tweet:"."""
    end = next((at for at in range(start, colon) if sentence.low(at) in (",", "(")), start)
    name = sentence[start:end]
    if not 0 < len(name) <= LONGEST_LABEL or colon - start > LONGEST_LEADER:
        return None
    is_name = is_label(name) and not name[0].isa("preposition", "lead", "time", "adverb")
    return Mention(start, end) if is_name else None
