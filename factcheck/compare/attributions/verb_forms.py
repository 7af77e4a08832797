"""The forms of the verbs and adjectives that give somebody's words or mind, from the lists in `lexicon/`."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from factcheck.compare.language.inflection import irregular_verbs, with_ed, with_ing, with_s
from factcheck.compare.lexicon import lines_of

LISTS = (
    *(f"en/attributions/{kind}_verbs" for kind in ("reporting", "clause", "that", "telling", "stance")),
    "learned/wordnet_stances",
)
AFTER_ADJECTIVE = ("about", "of", "with", "over", "for", "in", "by", "at")


class Form(NamedTuple):
    """What an inflected word may be: `kind` is base, s, past, participle, ing or adjective."""

    lemma: str
    kind: str


@cache
def particles_of(lemma: str) -> tuple[tuple[str, ...], ...]:
    """What may follow a verb or adjective as part of it ("call for"), longest first; empty for the bare word."""
    found = [tuple(rest) for name in LISTS for head, *rest in map(str.split, lines_of(name)) if head == lemma]
    if lemma in lines_of("en/attributions/stance_adjectives"):
        found += [(preposition,) for preposition in AFTER_ADJECTIVE] + [()]
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True))


def forms_of(word: str) -> tuple[Form, ...]:
    """The listed verbs and adjectives that a word, in lower case, may be a form of."""
    return _forms().get(word, ())


def kinds_of(word: str) -> frozenset[str]:
    """The kinds of form that a word may be."""
    return frozenset(form.kind for form in forms_of(word))


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    found: dict[str, dict[Form, None]] = defaultdict(dict)
    for adjective in lines_of("en/attributions/stance_adjectives"):
        found[adjective][Form(adjective, "adjective")] = None
    for verb in dict.fromkeys(entry.split()[0] for name in LISTS for entry in lines_of(name)):
        for word, kind in _inflected(verb):
            found[word][Form(verb, kind)] = None
    return {word: tuple(forms) for word, forms in found.items()}


def _inflected(verb: str) -> list[tuple[str, str]]:
    irregular = irregular_verbs().get(verb)
    past, participle = ([irregular[0]], [irregular[1]]) if irregular else (with_ed(verb), with_ed(verb))
    return [
        (verb, "base"),
        (with_s(verb), "s"),
        *((word, "ing") for word in with_ing(verb)),
        *((word, "past") for word in past),
        *((word, "participle") for word in participle),
    ]
