"""What is said, thought or wanted behind a verb: "that …", a bare clause, "to …", a thing; or nothing of the kind."""

from __future__ import annotations

from factcheck.compare.attributions.clause_starts import (
    LONGEST_ADJUNCT,
    LONGEST_SUBJECT,
    has_verb,
    is_new_subject,
    opens_behind_noun,
    opens_behind_time,
    opens_clause,
)
from factcheck.compare.attributions.clauses import Mention, Sentence
from factcheck.compare.attributions.extents import content_end
from factcheck.compare.attributions.speakers import mention_before
from factcheck.compare.attributions.verbs import Cue, is_adverb, is_many

TOPIC_OPENERS = ("of", "about", "against")
LONGEST_HEARER = 14
LONGEST_NAME = 6
LONGEST_BOUND = 4  # tokens of "more than £ 4m"
LONGEST_TIME = 8


def complement(sentence: Sentence, cue: Cue) -> Mention | None:
    """The words behind the verb that give what was said, or None where it stands alone."""
    at = cue.end
    if at >= len(sentence) or not _belongs(sentence, cue):
        return None
    if cue.reports and sentence.low(at) in (":", ","):
        return _behind_mark(sentence, cue)
    if not sentence.is_quoted(at) and not sentence[at].is_word:
        return None
    if cue.form == "adjective":
        return Mention(at, content_end(sentence, at, cue))
    told = _behind_hearer(sentence, cue) if cue.tells else None
    if told or (cue.phrase == "tell" and _tells_nothing(sentence, cue)):
        return told
    return _reported(sentence, cue) if cue.reports else _stood_for(sentence, cue)


def _tells_nothing(sentence: Sentence, cue: Cue) -> bool:
    """Whether only the hearer follows "told": "told the board", “The bridge is safe, Ruiz told the board as it met”."""
    if not has_verb(sentence, cue.end + 1, cue.end + LONGEST_HEARER):
        return True
    nearby = range(cue.start - 1, max(0, cue.start - LONGEST_NAME), -1)
    bound = next((at for at in nearby if sentence.isa(at, "mark", "subordinator", "coordinator")), 0)
    has_speaker = cue.form in ("past", "s") and bound < cue.start - 1
    return has_speaker and sentence.low(bound) == "," and has_verb(sentence, 0, bound)


def _belongs(sentence: Sentence, cue: Cue) -> bool:
    """Whether what follows the verb can be its complement, where the verb may as well be a noun or an attribute."""
    at = cue.end
    if (cue.phrase == "put" and not _is_estimate(sentence, cue)) or _is_act(sentence, cue):
        return False
    if cue.form == "adjective":
        return at > cue.verb + 1 or sentence.isa(at, "content_opener", "subject_pronoun")
    if cue.needs_that and not (_is_finite_group(sentence, cue) and _has_that(sentence, at)):
        return False
    if cue.needs_clause and not (_has_clause(sentence, at) or _is_finding(sentence, cue)):
        return False
    if not _is_doubtful(sentence, cue):
        return True
    opens = sentence.is_quoted(at) or sentence.is_name(at)
    opens = opens or sentence.isa(at, "determiner", "subject_pronoun", "object_pronoun", "content_opener")
    return opens or (cue.reports and opens_clause(sentence, at))


def _is_finite_group(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb has a subject: no "to hold", no "holding" but behind a comma."""
    if sentence.low(cue.verb - 1) == "to":
        return False
    return cue.form != "ing" or not cue.is_bare or sentence.low(cue.start - 1) == ","


def _is_finding(sentence: Sentence, cue: Cue) -> bool:
    """Whether an inquiry "found" a thing, which it says by it: "the audit found errors", no "police found the boy"."""
    if cue.phrase != "find" or not sentence[cue.end].is_word:
        return False
    source = mention_before(sentence, cue.start) if cue.start else None
    return source is not None and any(token.isa("inquiry") for token in sentence[source.start : source.end])


def _is_act(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb tells of an act: "went on to win", "went on air"."""
    return cue.phrase == "go on" and sentence[cue.end].is_word


def _is_estimate(sentence: Sentence, cue: Cue) -> bool:
    """Whether a number stands behind "at" behind the verb: "put the loss at £4m"."""
    at = next((at for at in range(cue.end + 1, cue.end + LONGEST_HEARER) if sentence.low(at) == "at"), len(sentence))
    nearby = sentence.within(at + 1, at + 1 + LONGEST_BOUND)
    return any(token.isa("quantity") or any(map(str.isdigit, token.low)) for token in nearby)


def _has_that(sentence: Sentence, at: int) -> bool:
    """Whether "that" and a clause stand at `at`, or behind the time or the aside that stands there."""
    at = _behind_aside(sentence, at)
    return sentence.low(at) == "that" and has_verb(sentence, at + 1, at + 1 + LONGEST_SUBJECT)


def _has_clause(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at `at`, or behind the time or the words between commas that stand there."""
    if opens_clause(sentence, at) or opens_behind_time(sentence, at):
        return True
    return sentence.low(_behind_aside(sentence, at)) == "that"


def _behind_aside(sentence: Sentence, at: int) -> int:
    """Past the time, the place, the hearer or the words between commas that stand before "that"; `at` without them."""
    if sentence.low(at) == ",":
        return _behind_commas(sentence, at)
    is_aside = sentence.isa(at, "time", "time_lead", "preposition") or (at < len(sentence) and is_adverb(sentence[at]))
    if not is_aside and not addresses(sentence, at):
        return at
    nearby = range(at + 1, at + LONGEST_TIME)
    return next((past for past in nearby if sentence.isa(past, "mark", "content_opener")), at)


def _is_doubtful(sentence: Sentence, cue: Cue) -> bool:
    """Whether the word may be a noun or a mere attribute: "the campaign claims", "men calling for help"."""
    if " " in cue.phrase:  # the preposition tells it from a noun: "campaign railing against the toll"
        return False
    if not cue.is_bare:
        return sentence.low(cue.verb - 1) == "to"
    if cue.form not in ("s", "base", "ing") or not cue.start or _is_never_noun(sentence, cue):
        return False
    before = sentence[cue.start - 1]
    if cue.form == "base" and cue.start <= 3 and before.low.endswith("s"):
        return False
    return before.is_word and not before.isa("pronoun") and not (before.is_name and cue.form == "s")


def _is_never_noun(sentence: Sentence, cue: Cue) -> bool:
    """Whether the word is "says", "say" behind a plural, or "saying" before a comma."""
    behind_plural = cue.form == "base" and sentence.low(cue.start - 1).endswith("s")
    return cue.phrase == "say" and (cue.form == "s" or behind_plural or sentence.low(cue.end) == ",")


def _behind_mark(sentence: Sentence, cue: Cue) -> Mention | None:
    """What follows "said:"; the clause behind words set off by commas: "said, however, that …"."""
    if sentence.low(cue.end) == ":":
        end = sentence.before_marks(len(sentence))
        return Mention(cue.end + 1, end) if cue.end + 1 < end else None
    start = _behind_commas(sentence, cue.end)
    return Mention(start, content_end(sentence, start, cue)) if sentence.isa(start, "subject_pronoun") else None


def _behind_commas(sentence: Sentence, at: int) -> int:
    """Where the sentence goes on behind what stands between the comma at `at` and the next."""
    return next((end for end in range(at + 2, at + 9) if sentence.low(end) == ","), len(sentence)) + 1


def _behind_hearer(sentence: Sentence, cue: Cue) -> Mention | None:
    """What is told: "that …" behind the hearer; for "urge" and its kind hearer and act together."""
    has_hearer = cue.reports and cue.phrase != "ask" and not sentence.isa(cue.end, "content_opener")
    for at in range(cue.end + 1, min(len(sentence), cue.end + LONGEST_HEARER)):
        if (
            has_hearer
            and sentence.low(at) == "if"
            and any(token.low in TOPIC_OPENERS for token in sentence[cue.end : at])
        ):
            break  # "warned homes of floods if the rain goes on"
        opens = sentence.isa(at, "question_opener") or is_new_subject(sentence, at)
        if opens or (has_hearer and opens_behind_noun(sentence, at)):
            return Mention(at, content_end(sentence, at, cue))
        if sentence.isa(at, "auxiliary") and not _is_described(sentence, cue.end, at):
            break  # no hearer: "warned they could sell if …", "warned the talks could fail"
        if sentence.isa(at, "mark") and sentence.low(at) not in ("(", ")"):
            break
    if not cue.reports or cue.phrase == "ask":
        return Mention(cue.end, content_end(sentence, cue.end, cue))
    return None


def _is_described(sentence: Sentence, start: int, end: int) -> bool:
    return any(token.isa("relative") for token in sentence[start:end])


def _reported(sentence: Sentence, cue: Cue) -> Mention | None:
    at = cue.end
    if sentence.low(at) == "when" and _is_negated(sentence, cue):
        return Mention(at, content_end(sentence, at, cue))
    is_aside = sentence.isa(at, "preposition", "time", "adjunct_opener") or is_adverb(sentence[at])
    is_aside = is_aside or addresses(sentence, at)
    if is_aside or opens_behind_time(sentence, at):
        return _behind_adjunct(sentence, cue) or _topic(sentence, cue)
    if sentence.isa(at, "coordinator") or sentence.low(at) == "than":
        return None
    return Mention(at, content_end(sentence, at, cue))


def _topic(sentence: Sentence, cue: Cue) -> Mention | None:
    """What somebody "mused about", where nothing tells what was said of it."""
    at = cue.end + 1
    if sentence.low(cue.end) != "about" or at >= len(sentence) or not sentence[at].is_word:
        return None
    return Mention(at, content_end(sentence, at, cue))


def addresses(sentence: Sentence, at: int) -> bool:
    """Whether "to" stands at `at` and a thing or a person behind it, no act: "to the board", "to Ruiz", "to me"."""
    if sentence.low(at) != "to":
        return False
    opens_noun = sentence.isa(at + 1, "determiner", "quantity", "object_pronoun", "plural_noun")
    opens_noun = opens_noun or (at + 1 < len(sentence) and is_many(sentence[at + 1]))
    return opens_noun or sentence.is_name(at + 1)


def _behind_adjunct(sentence: Sentence, cue: Cue) -> Mention | None:
    """The clause behind "said on Monday in a statement …", "said again …"."""
    at = cue.end
    if is_adverb(sentence[at]) and at + 1 < len(sentence) and not sentence.isa(at + 1, "time"):
        if opens_clause(sentence, at + 1):
            return Mention(at + 1, content_end(sentence, at + 1, cue))
        if sentence[at + 1].is_word and not sentence.isa(at + 1, "preposition", "time"):
            return Mention(at, content_end(sentence, at, cue))
    for start in range(at, min(len(sentence), at + LONGEST_ADJUNCT)):
        is_subject = sentence.isa(start, "subject_pronoun") and not sentence.isa(start + 1, "time")
        if sentence.low(start) == "that" or (is_subject and start > at + 1):
            return Mention(start, content_end(sentence, start, cue))
        if start > at and cue.reports and is_new_subject(sentence, start):
            return Mention(start, content_end(sentence, start, cue))
        if sentence.is_quoted(start) or sentence.isa(start, "stop"):
            return None
    return None


def _is_negated(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb says what was not said: "did not say when" asks for a time, "said when asked" tells of one."""
    helpers = sentence[cue.start : cue.verb]
    return any(token.isa("negator") or token.low.endswith("n't") for token in helpers)


def _stood_for(sentence: Sentence, cue: Cue) -> Mention | None:
    at = cue.end
    if sentence.isa(at, "preposition", "no_object") or is_adverb(sentence[at]) or addresses(sentence, at):
        return None
    return Mention(at, content_end(sentence, at, cue))
