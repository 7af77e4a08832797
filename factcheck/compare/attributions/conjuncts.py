"""Parts of what is said that are alike in form: "that …, that … and that …", "taking …, hiding … or lying".

Quirk et al., A Comprehensive Grammar of the English Language, 13.43 ff.: joined parts of a sentence are alike in form
and function, and a coordinator stands before the last of them.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.compare.attributions.clauses import Sentence
from factcheck.compare.attributions.closings import goes_on_saying
from factcheck.compare.attributions.verbs import Cue, is_finite
from factcheck.compare.lexicon import words_of

SURE_VERBS = "learned/wordnet_sure_verbs"
COORDINATORS = ("and", "or", "nor", "but")
LONG_LIST = 3  # parts
CLOSED = ("determiner", "coordinator", "quantity", "pronoun", "preposition", "subordinator", "adverb", "time")
NO_GERUNDS = frozenset(["anything", "everything", "nothing", "something"])


def last_conjunct(sentence: Sentence, at: int, cue: Cue) -> int:
    """Where the last of the like parts begins whose first begins at token `at`; `at` itself where there is but one."""
    if sentence.low(at) == "that" and _opens_clause(sentence, at):
        return _last_like(sentence, at, _opens_clause)
    if sentence.low(at) == "to" or cue.phrase.endswith(" to"):
        return _last_like(sentence, at, _opens_infinitive, LONG_LIST)  # two may be two statements
    if cue.form != "ing" and _opens_gerund(sentence, at):
        return _last_like(sentence, at, _opens_gerund)
    return at


def _last_like(sentence: Sentence, at: int, opens: Callable[[Sentence, int], bool], fewest: int = 2) -> int:
    """The last of as many like parts at least; `at` if there are fewer."""
    last, parts = at, 1
    for part in range(at + 2, len(sentence)):
        before = sentence.low(part - 1)
        adds = before == "," and (goes_on_saying(sentence.low(part)) or _opens_aside(sentence, at, part))
        if adds or sentence.isa(part, "stop"):
            break
        if before in (",", *COORDINATORS) and opens(sentence, part):
            parts += 1
            last = part if before != "," and parts >= fewest else last
    return last


def _opens_aside(sentence: Sentence, at: int, part: int) -> bool:
    """Whether "which" or the like goes on about a noun, of which what follows is said: no part of a list of acts."""
    return sentence.low(at) != "that" and sentence.isa(part, "relative")


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Whether a subject stands behind "that", which then is no pronoun: no "and that was the end of it"."""
    return sentence.low(at) == "that" and at + 1 < len(sentence) and not is_finite(sentence[at + 1])


def _opens_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether "to" or a verb in its base form stands there, for sure or as its object shows: "and plant the trees"."""
    if sentence.low(at) == "to" or at + 1 >= len(sentence) or sentence.is_name(at):
        return sentence.low(at) == "to"
    if sentence.low(at) in words_of(SURE_VERBS):
        return True
    is_other = sentence.isa(at, *CLOSED) or is_finite(sentence[at]) or not sentence[at].is_word
    has_object = sentence.isa(at + 1, "determiner", "object_pronoun") and not sentence.isa(at + 1, "relative")
    return has_object and not is_other


def _opens_gerund(sentence: Sentence, at: int) -> bool:
    word = sentence.low(at)
    return word.endswith("ing") and not sentence.isa(at, "preposition") and word not in NO_GERUNDS
