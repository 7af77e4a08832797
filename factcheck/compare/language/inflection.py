"""The forms of an English word, made by rule and from the list of irregular verbs in `lexicon/`.

Sometimes one form too many is made ("alleg"): a form that no text holds does no harm where texts are searched.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from factcheck.compare.lexicon import lines_of, words_of

VOWELS = "aeiou"
ENGLISH = re.compile(r"[a-z]{4,}|[a-z]{2}[a-rt-z]")
DOUBLING = re.compile(r".*(?:[^aeiou]|qu)[aeiou][bdfgklmnprstvz]")
ENDINGS = [  # the first that fits, and what stands there without it
    (re.compile(ending), bases)
    for ending, *bases in (
        (r"(.*(?:ss|us|is)|[^aeiouy]*(?:ing|ed)|news|evening|united)", r"\1"),
        (r"(.*)ie[sd]", r"\1y", r"\1ie"),
        (r"(.*ee)d", r"\1d", r"\1"),
        (r"([a-z])ying", r"\1ie"),
        (r"(.*[aeiou]([bdfgklmnprstvz]))\2(?:ing|ed)", r"\1\2", r"\1"),
        (r"(.*)(?:ing|ed)", r"\1", r"\1e"),
        (r"(.*ee)s", r"\1"),
        (r"(.*)es", r"\1e", r"\1"),
        (r"(.*?)s?", r"\1"),
    )
]


def with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def with_ed(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return [verb[:-1] + "ied"]
    return [stem + "ed" for stem in _maybe_doubled(verb)]


def with_ing(verb: str) -> list[str]:
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return [verb[:-1] + "ing"]
    return [form + "ing" for form in _maybe_doubled(verb)]


def _maybe_doubled(verb: str) -> list[str]:
    """ "plan" and "plann": which of them takes the ending depends on how the verb is spoken."""
    return [verb, verb + verb[-1]] if DOUBLING.fullmatch(verb) else [verb]


@cache
def irregular_verbs() -> dict[str, tuple[str, str]]:
    """Past and past participle of verbs, by the base."""
    return {base: (past, participle) for base, past, participle in map(str.split, lines_of("en/words/irregular_verbs"))}


@cache
def irregular_pasts() -> frozenset[str]:
    return frozenset(form for forms in irregular_verbs().values() for form in forms)


@lru_cache(maxsize=4_096)
def forms_of(word: str) -> tuple[str, ...]:
    """The word, in lower case, and its other forms: of "denied" also "deny", "denies" and "denying".

    A word that only holds sentences together, or has other letters than English ones, is all there is.
    """
    if word.endswith("ings"):
        return (word, *forms_of(word[:-1]))
    bases = _irregular_bases().get(word) or _bases(word)
    found = dict.fromkeys([word, f"{word}s"] if word.endswith(("ing", "o")) and bases else [word])
    for base in bases:
        found |= dict.fromkeys(_inflected(base))
    return tuple(found)


def _inflected(base: str) -> list[str]:
    past = irregular_verbs().get(base) or with_ed(base)
    return [base, with_s(base), *past, *with_ing(base)]


@cache
def _irregular_bases() -> dict[str, tuple[str, ...]]:
    found = defaultdict[str, dict[str, None]](dict)
    for base in irregular_verbs():
        for form in _inflected(base):
            found[form][base] = None
    return {form: tuple(bases) for form, bases in found.items()}


def _bases(word: str) -> list[str]:
    """What the word may be a form of, by its ending; itself, if it has none, and nothing, if it has no forms."""
    if word in words_of("en/words/function_words") or not ENGLISH.fullmatch(word):
        return []
    found, bases = next((found, bases) for ending, bases in ENDINGS if (found := ending.fullmatch(word)))
    return [found.expand(base) for base in bases]
