"""How far the words reach that somebody is said to have said."""

from __future__ import annotations

from factcheck.compare.clauses import Sentence
from factcheck.compare.verb_forms import kinds_of
from factcheck.compare.verbs import Cue, is_adverb, may_be_past

FURTHEST_OPENER = 12


def clause_end(sentence: Sentence, at: int, cue: Cue) -> int:
    """Where a reported clause that begins at `at` ends."""
    aside = _stands_aside(sentence, cue)
    loose = sentence.low(at) != "that"
    end = at + 1
    while end < len(sentence):
        low = sentence.low(end)
        if low == ";" or sentence.ends_at(end) or _opens_predicate(sentence, end, cue):
            break
        if low == "," and (aside or _leaves_clause(sentence, end + 1, loose)):
            break
        if loose and sentence.isa(end, "dash") and sentence.low(end + 1) != "and":
            break
        end += 1
    return _without_joint(sentence, at, end)


def object_end(sentence: Sentence, at: int, cue: Cue) -> int:
    """Where the thing or act that begins at `at`, to which a stand is taken, ends."""
    aside = _stands_aside(sentence, cue)
    end = at + 1
    while end < len(sentence):
        if sentence.isa(end, "stop", "object_end") or sentence.ends_at(end) or _opens_predicate(sentence, end, cue):
            break
        if sentence.low(end) == "," and (aside or _leaves_object(sentence, end)):
            break
        end += 1
    return _without_joint(sentence, at, end)


def _stands_aside(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb stands in a clause beside the main one, as in "When he said it was over, they left"."""
    if cue.start == 0:
        return True
    for at in range(cue.start - 1, max(-1, cue.start - FURTHEST_OPENER), -1):
        if sentence.isa(at, "aside_opener") or (sentence.isa(at, "relative") and sentence.low(at) != "that"):
            return True
        if sentence.low(at) == "but" or (sentence.isa(at, "mark") and sentence.low(at) not in (".", "(", ")")):
            return False
    return False


def _leaves_clause(sentence: Sentence, at: int, loose: bool) -> bool:
    if at >= len(sentence) or sentence.isa(at, "clause_leaver"):
        return True
    return (loose and sentence.isa(at, "loose_leaver")) or _is_participle(sentence, at)


def _leaves_object(sentence: Sentence, comma: int) -> bool:
    if comma + 1 >= len(sentence):
        return True
    if sentence.isa(comma + 1, "object_leaver"):
        return not _closes_list(sentence, comma)
    return _is_participle(sentence, comma + 1)


def _is_participle(sentence: Sentence, at: int) -> bool:
    return sentence.low(at).endswith("ing") and not sentence.is_name(at)


def _closes_list(sentence: Sentence, comma: int) -> bool:
    """Whether the comma and "and" stand before the last item of a list: "roads, trains, and airports"."""
    item = sentence.within(comma + 2, comma + 7)
    if sentence.low(comma + 1) != "and" or any(token.isa("auxiliary") or may_be_past(token) for token in item):
        return False
    return any(token.low == "," for token in sentence.within(comma - 5, comma))


def _opens_predicate(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether "and" at `at` goes on with another verb of the same speaker: "… and vowed to stay"."""
    if sentence.low(at) not in ("and", "but", "then") or cue.form == "base":
        return False
    after = at + 1
    while after < len(sentence) and is_adverb(sentence[after]):
        after += 1
    forms = {"past", "participle"} if cue.form in ("past", "participle") else {cue.form}
    return not forms.isdisjoint(kinds_of(sentence.low(after)))


def _without_joint(sentence: Sentence, at: int, end: int) -> int:
    while end > at + 1 and sentence.low(end - 1) in (",", "and", "but"):
        end -= 1
    return end
