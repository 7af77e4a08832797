"""Where a verb of saying gives nobody's words: it names a thing, only supposes, or is part of a set phrase."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from factcheck.compare.attributions.clauses import Mention, Sentence, Token, word_class
from factcheck.compare.attributions.verbs import Cue, is_adverb, is_finite
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.lexicon import lines_of

NEGATOR_DISTANCE = 5
FURTHEST_THERE = 12  # tokens
FURTHEST_VERB = 12
LONGEST_NAME = 4
LONGEST_OBJECT = 5  # tokens of "the first of two late penalties"


def says_nothing(sentence: Sentence, cue: Cue, source: Mention | None) -> bool:
    """Whether nothing was said by what looks like a verb of saying with its subject."""
    if _is_restrictive(sentence, cue) or _gives_a_name(sentence, cue) or _is_authors_own(sentence, source):
        return True
    if source and (_is_supposed(sentence, source) or _is_untrue(sentence, source)):
        return True
    if source and _is_subject_clause(sentence, cue, source):
        return True
    return (
        _is_attribute(sentence, cue)
        or _is_set_phrase(sentence, cue)
        or _keeps_from(sentence, cue)
        or _lasts(sentence, cue)
        or _is_still_to_come(sentence, cue)
        or _permits(sentence, cue)
        or _is_rush(sentence, cue)
        or _is_for_example(sentence, cue)
    )


def _is_attribute(sentence: Sentence, cue: Cue) -> bool:
    """Whether a participle at the head of a sentence goes with the noun behind it: "Warning signs were put up".

    One that opens a clause of its own has a thing with its article, a clause or a preposition behind it, and a comma
    before the main clause.
    """
    at = cue.end
    if cue.start or cue.form not in ("ing", "participle") or at >= len(sentence) or cue.end > cue.verb + 1:
        return False
    follower = sentence[at]
    if not follower.is_word or follower.quoted or is_adverb(follower):
        return False
    if cue.form == "participle" and not cue.tells:
        return not follower.isa("preposition", "content_opener", "adjunct_opener", "time")
    if follower.isa("determiner", "subject_pronoun", "object_pronoun", "content_opener", "preposition", "time"):
        return False
    if follower.is_name:
        return False
    verb = next((past for past in range(at, len(sentence)) if is_finite(sentence[past])), len(sentence))
    return all(token.low != "," for token in sentence[at:verb])


def _is_subject_clause(sentence: Sentence, cue: Cue, source: Mention) -> bool:
    """Whether what was said is only named as the subject: "What Ruiz said mattered little"."""
    opens = sentence.low(source.start) == "what" or sentence.low(source.start - 1) == "what"
    if not opens or source.start > 1:
        return False
    verb = next((at for at in range(cue.end, len(sentence)) if is_finite(sentence[at])), len(sentence))
    return not sentence.isa(verb + 1, "content_opener") and not sentence.is_quoted(verb + 1)


def _is_set_phrase(sentence: Sentence, cue: Cue) -> bool:
    """Whether verb and object are a phrase that tells nothing: "to tell the truth", "said goodbye"."""
    objects = _objects_of_deeds().get(cue.phrase)
    if not objects or cue.passive:
        return False
    run = takewhile(_may_be_in_object, sentence[cue.end : cue.end + LONGEST_OBJECT])
    words = [token.low for token in run]
    behind = cue.end + len(words)
    is_clause = sentence.low(behind) == "that" or sentence.isa(behind, "auxiliary")  # "claimed lives were lost"
    return not is_clause and any(word in objects for word in words)


def _may_be_in_object(token: Token) -> bool:
    return token.is_word and not token.quoted and not token.isa("preposition", "relative", "auxiliary", "pronoun", "to")


@cache
def _objects_of_deeds() -> dict[str, frozenset[str]]:
    """The nouns of `other_senses.txt` by their verb."""
    found = {}
    for line in lines_of("en/attributions/other_senses"):
        verb, _, nouns = line.partition(":")
        found[verb] = frozenset(nouns.split())
    return found


def _lasts(sentence: Sentence, cue: Cue) -> bool:
    """Whether "for" says how long: "argued for two hours", but "called for a week of prayer"."""
    run = list(takewhile(_may_be_in_object, sentence[cue.end : cue.end + LONGEST_OBJECT]))
    is_time = bool(run) and class_of(run[-1].low) in ("unit", "calendar")
    return cue.phrase.endswith(" for") and is_time and sentence.low(cue.end + len(run)) != "of"


def _keeps_from(sentence: Sentence, cue: Cue) -> bool:
    """Whether "deny" has a person and a thing behind it: "denied City a point", "denied him his due"."""
    if cue.phrase != "deny" or cue.end >= len(sentence) or sentence.isa(cue.end, "time"):
        return False
    at = cue.end
    while at < cue.end + LONGEST_NAME and sentence.is_name(at) and not sentence.isa(at, "determiner"):
        at += 1
    at += at == cue.end and sentence.isa(at, "object_pronoun")
    has_thing = sentence.isa(at, "determiner", "quantity") and sentence.low(at) not in ("that", "this")
    nearby = sentence.within(at + 1, at + FURTHEST_VERB)
    return at > cue.end and has_thing and not any(token.isa("auxiliary") for token in nearby)


def _is_still_to_come(sentence: Sentence, cue: Cue) -> bool:
    """Whether it was only tried, planned or awaited: "tried to say", "was about to announce", "is expected to say"."""
    if sentence.low(cue.start) == "to":
        opens = sentence.low(sentence.after_lead(0, cue.start))
        is_judged = opens in ("it", "it's") and not sentence.isa(cue.start - 1, "mark")  # "it is fair to say"
        return is_judged or sentence.low(cue.start - 1) in _before_deeds()
    if cue.form == "ing" and _is_held_back(sentence, cue.start - 1):
        return True
    is_awaited = cue.passive and cue.phrase == "expect" and sentence.low(cue.end) == "to"
    return is_awaited and sentence.low(cue.end + 1) in ("say", "announce", "tell", "declare")


def _is_held_back(sentence: Sentence, before: int) -> bool:
    """Whether somebody did not say so: "without saying", "stopped short of saying", "refrained from saying"."""
    if sentence.low(before) == "without":
        return True
    is_kept = sentence.low(before - 1) == "short" or not word_class("refraining").isdisjoint(
        forms_of(sentence.low(before - 1))
    )
    return sentence.low(before) in ("of", "from") and is_kept


def _before_deeds() -> frozenset[str]:
    verbs = (form for verb in word_class("endeavour") | word_class("permitting") for form in forms_of(verb))
    return frozenset(verbs) | word_class("impending")


def _permits(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb tells what somebody may do: "who were not authorised to speak", "was allowed to leave"."""
    return cue.passive and cue.phrase in word_class("permitting") and sentence.low(cue.end) == "to"


def _is_rush(sentence: Sentence, cue: Cue) -> bool:
    """Whether "charge" has no clause and no charge behind it: "charged the fence", but "charged him with theft"."""
    if cue.phrase != "charge" or cue.passive or cue.end >= len(sentence) or sentence.isa(cue.end, "content_opener"):
        return False
    run = takewhile(lambda token: token.is_word and not token.isa("coordinator"), sentence[cue.end :])
    return not any(token.quoted or token.low in ("with", "over", "that") or is_finite(token) for token in run)


def _is_for_example(sentence: Sentence, cue: Cue) -> bool:
    """Whether it gives an example or another wording: "with, say, two boats", "that is to say"."""
    if cue.phrase != "say" or cue.form != "base":
        return False
    before = cue.start - 1
    if sentence.low(cue.start) == "to":
        return sentence.isa(before, "be") and sentence.low(before - 1) in ("that", "which")
    return cue.is_bare and sentence.low(before) == "," and sentence.low(cue.end) == ","


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
    return sentence.isa(source.start - 1, "supposition") or sentence.isa(source.start, "supposition", "anybody")


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
