"""By whose word a sentence holds, where words beside it say so: "according to X", "in her view", "by his own account".

The viewpoint subjuncts and attributive comment clauses of Quirk et al. (8.89, 8.124 ff., 15.53 f.).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.compare.attributions.clause_starts import has_verb
from factcheck.compare.attributions.clauses import Mention, Sentence
from factcheck.compare.attributions.readings import Reading
from factcheck.compare.attributions.speakers import mention_after, opens_mention
from factcheck.compare.attributions.verb_forms import kinds_of

LONGEST_POSSESSOR = 8  # tokens of "the ministry of health's own"
OPENERS = ("in", "by", "on", "from", "to", "at")


class Viewpoint(NamedTuple):
    """Words beside a sentence, from `start` to `end`, that say by whose word it holds."""

    start: int
    end: int
    source: Mention


def held_by(sentence: Sentence) -> list[Reading]:
    """What a sentence gives "according to" somebody or "in the view of" somebody, before these words or behind them."""
    found: list[Reading] = []
    past = 0
    for one in _viewpoints(sentence):
        if one.start < past:
            continue
        past = found[-1].end if found else sentence.after_dateline()
        content = _sourced(sentence, one, past)
        if content.start < content.end:
            cue_end = one.source.start if one.source.end == one.end else one.end
            found.append(Reading(one.source, Mention(one.start, cue_end), content))
            past = one.end
    return found


def _viewpoints(sentence: Sentence) -> Iterator[Viewpoint]:
    opening = sentence.after_lead(sentence.after_dateline(), len(sentence))
    for at in range(len(sentence)):
        if sentence.low(at) == "according" and sentence.low(at + 1) == "to":
            source = mention_after(sentence, at + 2)
            one = Viewpoint(at, source.end, source) if source else None
        elif at <= opening or sentence.low(at - 1) == ",":
            one = _in_the_view_of(sentence, at) or _in_ones_view(sentence, at) or _told_by(sentence, at)
        else:
            one = None
        if one and (at == 0 or sentence.low(at) == "according" or _closes(sentence, one)):
            yield one


def _closes(sentence: Sentence, one: Viewpoint) -> bool:
    return sentence.low(one.end) == "," or one.end >= len(sentence) or sentence.ends_at(one.end)


def _in_the_view_of(sentence: Sentence, at: int) -> Viewpoint | None:
    """“In the words of the coroner, …”."""
    noun = at + 1 + sentence.isa(at + 1, "article", "noun_opener") + sentence.isa(at + 2, "quantity")
    if sentence.low(at) not in OPENERS or not sentence.isa(noun, "viewpoint") or sentence.low(noun + 1) != "of":
        return None
    source = mention_after(sentence, noun + 2) if opens_mention(sentence, noun + 2) else None
    return Viewpoint(at, source.end, source) if source else None


def _in_ones_view(sentence: Sentence, at: int) -> Viewpoint | None:
    """“In Ruiz's view, …”, “By his own account, …”."""
    if sentence.low(at) not in OPENERS:
        return None
    for owner in range(at + 1, at + 1 + LONGEST_POSSESSOR):
        is_pronoun = owner == at + 1 and sentence.isa(owner, "possessive")
        if not is_pronoun and not sentence.low(owner).endswith(("'s", "s'")):
            if sentence.isa(owner, "mark"):
                return None
            continue
        noun = next((behind for behind in (owner + 1, owner + 2) if sentence.isa(behind, "viewpoint")), None)
        return Viewpoint(at, noun + 1, Mention(at + 1, owner + 1)) if noun else None
    return None


def _told_by(sentence: Sentence, at: int) -> Viewpoint | None:
    """“As noted by Ruiz, …”, “Per the fire service, …”, “To hear Ruiz tell it, …”, “As far as Ruiz is concerned, …”."""
    words = [sentence.low(at + ahead) for ahead in range(3)]
    if words[0] == "per" or words[:2] in (["going", "by"], ["judging", "by"], ["going", "on"]):
        start = at + 1 + (words[0] != "per")
        source = mention_after(sentence, start) if opens_mention(sentence, start) else None
        return Viewpoint(at, source.end, source) if source else None
    if words[0] == "as" and words[2] == "by" and "participle" in kinds_of(words[1]):
        source = mention_after(sentence, at + 3)
        return Viewpoint(at, source.end, source) if source else None
    if words[:2] == ["to", "hear"]:
        return _up_to(sentence, at, at + 2, ("tell", "it"))
    if words == ["as", "far", "as"]:
        return _up_to(sentence, at, at + 3, ("is", "concerned")) or _up_to(sentence, at, at + 3, ("are", "concerned"))
    return None


def _up_to(sentence: Sentence, at: int, start: int, last: tuple[str, str]) -> Viewpoint | None:
    for end in range(start + 1, start + LONGEST_POSSESSOR):
        if (sentence.low(end), sentence.low(end + 1)) == last:
            return Viewpoint(at, end + 2, Mention(start, end))
    return None


def _sourced(sentence: Sentence, one: Viewpoint, past: int) -> Mention:
    end = sentence.before_marks(len(sentence))
    at = one.start
    if at == 1 and sentence.is_quoted(0):
        return Mention(0, 1)
    if at == 1 and sentence[0].is_word and not sentence.isa(0, "lead", "coordinator"):  # "That's according to Ruiz."
        return Mention(0, 0)
    if sentence.low(one.end) == "," and sentence.is_quoted(one.end + 1):
        return Mention(one.end + 1, one.end + 2)
    if at <= max(1, sentence.after_dateline()):
        return Mention(one.end + (sentence.low(one.end) == ","), end)
    before = Mention(sentence.after_lead(past, at), sentence.before_marks(at))
    before = _last_clause(sentence, before)
    interrupts = not has_verb(sentence, *before) and one.end < end - 1
    return Mention(before.start, end) if interrupts else before


def _last_clause(sentence: Sentence, content: Mention) -> Mention:
    """The clause behind the last ", and" or ";": what stands further away is seldom the source's."""
    for comma in range(content.end - 2, content.start, -1):
        joins = sentence.low(comma) == "," and sentence.low(comma + 1) in ("and", "but")
        start = sentence.after_lead(comma, content.end)
        if (joins or sentence.low(comma) == ";") and has_verb(sentence, start + 1, content.end):
            return Mention(start, content.end)
    return content
