"""Whether two speakers, as two rows credit them, are one: a name, a body and its members, a role and its body."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.compare.judging.speech.bodies import are_one_body
from factcheck.compare.judging.speech.credited import SPOKES, WRITINGS, Credited
from factcheck.compare.language import word_relations
from factcheck.compare.language.inflection import with_s
from factcheck.compare.language.names import are_kin, are_misspelt, are_spellings
from factcheck.compare.language.noun_classes import is_kind_of, is_person

OFFICES = SPOKES | {"official", "officials", "officer", "officers", "aide", "aides", "spokespeople", "representative"}


def is_another(one: Credited, other: Credited) -> bool:
    """Whether a named speaker became an unnamed one, the reverse, or one sort of source another."""
    if bool(one.names) != bool(other.names):
        named, unnamed = (one, other) if one.names else (other, one)
        return _is_left_open(named, unnamed)
    if _belongs_to(one, other) or _belongs_to(other, one):
        return True
    if one.names:
        return not (is_same(one, other) or one.is_description != other.is_description)
    return _are_other_sources(one, other)


def _is_left_open(named: Credited, unnamed: Credited) -> bool:
    """Whether nothing says that readers know an unnamed speaker as the named one."""
    are_named_apart = any(noun.endswith("s") for noun in named.nouns & unnamed.nouns)  # "Tarn officials"
    is_in_name = not unnamed.nouns.isdisjoint(named.names)  # "a court", "Tarn Crown Court"
    return unnamed.is_open and bool(unnamed.nouns) and not (are_named_apart or is_in_name)


def _are_other_sources(one: Credited, other: Credited) -> bool:
    """Whether nouns for two speakers, or for whom the two belong to, cannot mean the same people."""
    if _may_be_one(one.head, other.head):
        return bool(one.owners and other.owners) and not _any_one(one.owners, other.owners)
    if not ((one.is_open and other.is_open) or one.is_body or other.is_body):
        return False
    return not (_any_one(one.nouns, {other.head}) or _any_one({one.head}, other.owners))


def _belongs_to(one: Credited, other: Credited) -> bool:
    """Whether somebody speaks on one side and on the other one of theirs, who has no office with them: "her lawyer"."""
    is_of_named = one.is_of_named and not other.is_of_named and is_same(one, other)
    is_of_other = is_of_named or (not one.names and other.head in one.owners)
    return is_of_other and is_person(one.head) and one.head not in OFFICES


def _any_one(nouns: Iterable[str], others: Iterable[str]) -> bool:
    return any(_may_be_one(noun, other) for noun in nouns for other in others)


def may_be_one_body(one: Credited, other: Credited) -> bool:
    """Whether two speakers without names may be one another's members or other names: "officials", "authorities"."""
    return not (one.names or other.names) and any(_may_be_one(a, b) for a in one.nouns for b in other.nouns)


def are_one_and_many(one: Credited, other: Credited) -> bool:
    """Whether one of a kind speaks on one side and several on the other: "a nurse", "nurses"."""
    if one.names or other.names:
        return False
    pairs = [(a, b) for single, several in ((one, other), (other, one)) for a in single.nouns for b in several.nouns]
    return any(b == with_s(a) and b not in one.nouns & other.nouns for a, b in pairs)


def speak_for_one_body(one: Credited, other: Credited) -> bool:
    """Whether both speak for one body by office, or one of them is the body: who its spokesman is adds no other source.

    Whoever speaks for somebody by name is another: "Dask", "a spokesman for Dask".
    """
    offices = one.nouns & SPOKES, other.nouns & SPOKES
    if all(offices):
        return not one.body.isdisjoint(other.body)
    return any(
        office and not own.names and named.names == own.body and (own.is_of_body or not named.names_person)
        for office, own, named in zip(offices, (one, other), (other, one), strict=True)
    )


def is_same(one: Credited, other: Credited) -> bool:
    """Whether two speakers have a name in common."""
    return any(may_be_one_name(a, b) for a in one.names for b in other.names)


def may_be_one_name(name: str, other: str) -> bool:
    """Whether two words of names may be forms or spellings of one."""
    return name == other or are_kin(name, other) or are_spellings(name, other) or are_misspelt(name, other)


def _may_be_one(noun: str, other: str) -> bool:
    return (
        are_one_body(noun, other)
        or (noun in WRITINGS and other in WRITINGS)
        or word_relations.are_synonyms(noun, other)
        or is_kind_of(noun, other)
        or is_kind_of(other, noun)
        or word_relations.are_derived(noun, other)
    )
