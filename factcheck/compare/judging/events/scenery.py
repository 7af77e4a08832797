"""Whether a sentence that negates denies nothing: it paints the weather, or sets something above all that went before.

"There was not a cloud to be seen" and "It had not rained" take back nothing that somebody holds (Quirk et al., A
Comprehensive Grammar of English, 1985: 10.26 on "it" without reference, 18.45 on existential "there"); "The town had
not seen such crowds since the war" is a superlative (Huddleston and Pullum, 2002, 13.4.4). Such a sentence is more than
scenery where somebody says it, where somebody acts in it, where it is tied to the time of what happened, and in a text
that speaks of the weather elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.noun_classes import is_person
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import APART, GROUPED_DENIALS, NEGATED, carries_content, signals_in
from factcheck.compare.language.word_relations import is_known_word
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import read, settled

WEATHER = frozenset(form for word in words_of("en/judging/weather") for form in forms_of(word))
SPOKEN_OF = regex.compile(r"\b(?:" + "|".join(sorted(WEATHER)) + r")\b", regex.IGNORECASE)
DEGREES, FAR = frozenset(["such", "so"]), 6  # words
BEFORE = frozenset(["since", "before", "decade", "decades", "years", "generation", "memory"])
MAY_PAINT = regex.compile(SPOKEN_OF.pattern + r"|\bs(?:o|uch)\b", regex.IGNORECASE)
NEAR = 5  # words between a negation and what it is said of
QUOTED = regex.compile(r"[“”\"„«»]")
ACTOR = regex.compile(r"(?<!\b(?:in|at|over|on|off|to|near|above|of|the)\s)\b\p{Lu}\p{Ll}")  # a name that is no place
BREAK = regex.compile(r"[,;:—–]")
# Who acts or is told of, and what ties a sentence to the time of a deed.
PEOPLE = frozenset(["i", "we", "he", "she", "they", "you"])
COORDINATORS = frozenset(["and", "or", "nor", "yet", "than"])
TIED = (
    PEOPLE
    | (words_of("en/judging/clause_openers") - COORDINATORS)
    | {"that", "during", "for", "time", "until", "despite"}
)


def paints_scene(text: str, span: Span) -> bool:
    """Whether all that a sentence negates is weather or a comparison, and nobody speaks or acts in it."""
    if QUOTED.search(text, span.start, span.end) or not MAY_PAINT.search(text, span.start, span.end):
        return False
    words = settled(read(text, span))
    plain = [word.plain for word in words]
    denials = [(where, group) for where, group in GROUPED_DENIALS.find(plain) if group != APART]
    is_said = any(signal.kind == "cue" for signal in signals_in(words))
    if is_said or any(group not in NEGATED for _, group in denials):
        return False
    if all(_outdoes(plain[where.stop :]) for where, _ in denials):
        return True
    is_aside = not (SPOKEN_OF.search(text, 0, span.start) or SPOKEN_OF.search(text, span.end))
    return (
        is_aside and not _tells_of_deed(text, words) and all(_is_of_weather(text, words, where) for where, _ in denials)
    )


def _outdoes(behind: Sequence[str]) -> bool:
    """Whether what is negated is "such" or "so" a thing, and all that went before is named for it to be above."""
    for at, (word, thing) in enumerate(pairwise(behind[:FAR])):
        if word in DEGREES:
            return carries_content(thing) and thing not in BEFORE and not BEFORE.isdisjoint(behind[at + 2 :])
    return False


def _tells_of_deed(text: str, words: Sequence[Word]) -> bool:
    """Whether a sentence names somebody who acts, doubts something, or is tied to another deed."""
    plain = [word.plain for word in words]
    if not TIED.isdisjoint(plain) or any(map(is_person, plain)):
        return True
    is_named = ACTOR.search(text, words[0].end, words[-1].end) is not None or not is_known_word(plain[0])
    return is_named or any(signal.kind != "negation" for signal in signals_in(words))


def _is_of_weather(text: str, words: Sequence[Word], where: range) -> bool:
    """Whether a word for weather stands near a negation, in its clause."""
    for at in range(max(0, where.start - NEAR), min(len(words), where.stop + NEAR)):
        first, last = sorted((words[at], words[where[0]]), key=attrgetter("start"))
        if words[at].plain in WEATHER and not BREAK.search(text, first.start, last.end):
            return True
    return False
