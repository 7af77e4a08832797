"""A speaker and a verb of saying between commas, in the middle of what is said or behind it."""

from __future__ import annotations

from factcheck.compare.attributions.clause_starts import has_verb
from factcheck.compare.attributions.clauses import Mention, Sentence, Token, word_class
from factcheck.compare.attributions.extents import content_end
from factcheck.compare.attributions.passives import fronted
from factcheck.compare.attributions.readings import Reading, reading
from factcheck.compare.attributions.verbs import Cue, is_adverb, is_finite

LONGEST_CIRCUMSTANCE = 12  # tokens of "told the court in a statement on Monday" behind its verb


def amid(sentence: Sentence, cue: Cue, source: Mention, past: int) -> Reading | None:
    """“The dam, Ruiz told the board on Monday, was weak”: with a hearer or a circumstance before the second comma.

    Only the subject of what is said stands before the speaker, so that its verb follows right behind the comma.
    """
    is_infinitive = any(token.low == "to" for token in sentence[cue.start : cue.verb])
    if not cue.reports or is_infinitive or cue.form in ("ing", "adjective") or source.start < past + 2:
        return None
    comma = _end_of_circumstance(sentence, cue)
    before = source.start - 1
    if comma is None or sentence.low(before) != "," or is_finite(sentence[source.start]):
        return None
    start = sentence.after_lead(max(past, sentence.after_dateline()), before)
    if start >= before or sentence.isa(start, "preposition", "time", "aside_opener", "relative"):
        return None
    if sentence.low(start).endswith("ing") or any(map(is_finite, sentence[start:before])):
        return None
    verb = comma + 1
    while verb < len(sentence) - 1 and is_adverb(sentence[verb]):
        verb += 1
    if not is_finite(sentence[verb]):
        return None
    return reading(source, cue, start, content_end(sentence, comma, cue))


def _end_of_circumstance(sentence: Sentence, cue: Cue) -> int | None:
    """The comma behind the hearer, the time or the place that alone follows the verb."""
    opens = sentence.isa(cue.end, "preposition", "time", "adjunct_opener") or sentence.low(cue.end) == "to"
    if not opens and not (cue.tells and cue.end < len(sentence) and sentence[cue.end].is_word):
        return None
    nearby = range(cue.end + 1, min(len(sentence), cue.end + LONGEST_CIRCUMSTANCE))
    comma = next((at for at in nearby if sentence.isa(at, "mark")), 0)
    between = sentence[cue.end : comma]
    is_clause = any(_opens_content(token) or is_finite(token) for token in between)
    return comma if sentence.low(comma) == "," and not is_clause else None


def _opens_content(token: Token) -> bool:
    return token.quoted or (token.isa("content_opener") and token.low != "to")


def interrupting(sentence: Sentence, cue: Cue, source: Mention, past: int) -> Reading | None:
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
    if cue.form in ("ing", "adjective") or (is_seldom_last(cue) and not closes and not is_comment):
        return None
    return fronted(sentence, before + 1, source, cue, past)


def is_seldom_last(cue: Cue) -> bool:
    """Whether the verb does not follow what was said: "the talks failed, the mayor reported", but no "he knew"."""
    return cue.needs_clause and cue.phrase not in word_class("postposed")


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the clause that the verb interrupts goes on at `at`."""
    if at + 1 >= len(sentence) or sentence.isa(at, "clause_leaver"):
        return False
    return not sentence.low(at).endswith("ing") and (sentence.low(at) == "that" or not sentence.isa(at, "relative"))


def _lacks_verb(sentence: Sentence, past: int, end: int, cue: Cue) -> bool:
    """Whether the main verb is yet to come: “The film, Ruiz said, with its songs, is hers”, “If it is, she said, …”."""
    waits = sentence.isa(past, "aside_opener") or not has_verb(sentence, past, end)
    return waits and has_verb(sentence, cue.end + 1, len(sentence))
