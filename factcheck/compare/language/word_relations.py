"""How two English words stand to each other: opposites, synonyms, rivals for one place, one derived from the other.

Read from WordNet's files in `lexicon/learned/` and from `lexicon/alternatives.txt`, on first use. Each question may be
asked of any inflected form, in upper or lower case, and is a few look-ups in sets. Words are taken out of all context:
a word has the relations of each of its frequent meanings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import combinations

from factcheck.compare.language.base_forms import as_read, read_bases_of
from factcheck.compare.language.noun_classes import are_rival_nouns, is_kind_of, nouns
from factcheck.compare.lexicon import lines_of, words_of

NEGATING = ("un", "non")  # "dis-" and "in-" make words of other kinds too: "display", "invaluable"
SHORTEST_STEM = 4  # letters

type Related = Mapping[str, set[str]]


@lru_cache(maxsize=8_192)
def are_antonyms(word: str, other: str) -> bool:
    """Whether the words themselves are opposites, in any form: "backs" and "opposed", not "denial" and "admitted"."""
    left, right = read_bases_of(word.lower()), read_bases_of(other.lower())
    if not set(left).isdisjoint(right):
        return False
    return _are_related(_opposites(), left, right) or _are_graded_opposites(word, other) or is_negated(word, other)


def _are_graded_opposites(word: str, other: str) -> bool:
    """Whether two comparatives or two superlatives are of opposites: "easier" and "harder"."""
    return any(
        _are_related(_opposites(), _ungraded(word.lower(), degree), _ungraded(other.lower(), degree))
        for degree in ("er", "est")
        if word.endswith(degree) and other.endswith(degree)
    )


def _ungraded(word: str, degree: str) -> tuple[str, ...]:
    """What a comparative or superlative may be one of (Quirk et al. 1985, 7.75 to 7.79)."""
    stem = word.removesuffix(degree)
    return stem, f"{stem}e", stem[:-1] + "y" if stem.endswith("i") else stem[:-1]


@lru_cache(maxsize=8_192)
def is_negated(word: str, other: str) -> bool:
    """Whether one of two words is the other with "un-" or "non-" before it: "lawful" and "unlawful"."""
    short, long = sorted((word.lower(), other.lower()), key=len)
    stem = next((long.removeprefix(prefix).lstrip("-") for prefix in NEGATING if long.startswith(prefix)), "")
    return stem == short and len(short) >= SHORTEST_STEM


def has_opposite(word: str) -> bool:
    """Whether a word as it stands has opposites: "dry", not "dried"."""
    return word in _opposites()


@lru_cache(maxsize=8_192)
def are_opposites(word: str, other: str) -> bool:
    """Whether the words, or what both are derived from, are antonyms: "alive" and "dead", "denial" and "admitted"."""
    left, right = read_bases_of(word.lower()), read_bases_of(other.lower())
    if set(left) & set(right):
        return False
    return are_antonyms(word, other) or _are_related(
        _opposites(), (*left, *_roots_of(word)), (*right, *_roots_of(other))
    )


@lru_cache(maxsize=8_192)
def may_be_opposites(word: str, other: str) -> bool:
    """Whether the words are opposites, or one is the opposite of the other's synonym: "stop" and "continue"."""
    left, right = read_bases_of(word.lower()), read_bases_of(other.lower())
    if set(left) & set(right):
        return False
    near = [{*bases, *(near for base in bases for near in _synonyms().get(base, ()))} for bases in (left, right)]
    return _are_related(_opposites(), near[0], right) or _are_related(_opposites(), left, near[1])


@lru_cache(maxsize=8_192)
def are_synonyms(word: str, other: str) -> bool:
    """Whether the words share one of their frequent meanings: "doctor" and "physicians"; each word is its own."""
    left, right = read_bases_of(word.lower()), read_bases_of(other.lower())
    return bool(set(left) & set(right)) or _are_related(_synonyms(), left, right)


@lru_cache(maxsize=8_192)
def are_alike(word: str, other: str) -> bool:
    """Whether two verbs, adjectives or adverbs mostly mean the same: "began" and "started"; never two of saying."""
    left, right = read_bases_of(word.lower()), read_bases_of(other.lower())
    return set(left).isdisjoint(right) and _are_related(_like_words(), left, right)


def synonyms_of(base: str) -> list[str]:
    """A word in its base form and those that share one of its frequent meanings: "ponder", "muse", "reflect"."""
    return sorted({base} | _synonyms().get(base, set()))


@lru_cache(maxsize=8_192)
def are_rivals(word: str, other: str) -> bool:
    """Whether the words fill one place and name different things: "senator" and "governor", "hurt" and "killed".

    Never said of synonyms, not even in a rare meaning, nor of a word and what it is a kind of ("mayor", "official").
    Opposites are rivals only if they are of one class too.
    """
    if are_synonyms(word, other) or is_kind_of(word, other) or is_kind_of(other, word):
        return False
    left, right = read_bases_of(word.lower()), read_bases_of(other.lower())
    if _are_related(_rare_synonyms(), left, right):
        return False
    return _are_related(_alternatives(), left, right) or are_rival_nouns(word, other)


@lru_cache(maxsize=8_192)
def are_reversed(word: str, other: str) -> bool:
    """Whether of two deeds one undoes the other or goes the other way: "joined" and "left", "soared" and "plunged"."""
    left, right = read_bases_of(word.lower()), read_bases_of(other.lower())
    if are_synonyms(word, other) or _are_related(_rare_synonyms(), left, right):
        return False
    return _are_related(_reversals(), left, right)


def root_of(word: str) -> str:
    """What a word is derived from, in its base form: "deny" for "denials"; the word itself if from nothing known."""
    roots = _roots_of(word)
    return roots[0] if roots else read_bases_of(word.lower())[0]


@lru_cache(maxsize=8_192)
def are_derived(word: str, other: str) -> bool:
    """Whether one of two words is derived from the other, or both from one root: "departure", "departed"."""
    families = ({*read_bases_of(some.lower()), *_roots_of(some)} for some in (word, other))
    return not set.isdisjoint(*families)


def is_verb_of_saying(word: str) -> bool:
    """Whether a verb, in any form, is one of communication in a frequent meaning: wide, "ask" and "promise" too."""
    return not _communication().isdisjoint(read_bases_of(word.lower()))


@lru_cache(maxsize=16_384)
def is_known_word(word: str) -> bool:
    """Whether a word, in any form, stands in any of the lists: what is no name though a sentence opens with it."""
    return not _known().isdisjoint(read_bases_of(word.lower()))


@cache
def _known() -> frozenset[str]:
    related = set(_opposites()) | set(_synonyms()) | set(_rare_synonyms()) | set(_derived()) | set(nouns().by_noun)
    roots = {root for roots in _derived().values() for root in roots}
    return frozenset(related | roots | _communication() | words_of("en/words/function_words"))


@cache
def _communication() -> frozenset[str]:
    return frozenset(map(as_read, words_of("learned/wordnet_communication")))


@lru_cache(maxsize=4_096)
def _roots_of(word: str) -> tuple[str, ...]:
    derived = _derived()
    return next((derived[base] for base in read_bases_of(word.lower()) if base in derived), ())


def _are_related(related: Related, left: Iterable[str], right: Iterable[str]) -> bool:
    others = set(right)
    return any(not others.isdisjoint(related[word]) for word in left if word in related)


@cache
def _opposites() -> Related:
    found = defaultdict[str, set[str]](set)
    for word, others in _entries("learned/wordnet_opposites"):
        for other in map(as_read, others):
            found[word].add(other)
            found[other].add(word)
    return found


@cache
def _derived() -> dict[str, tuple[str, ...]]:
    return {word: tuple(map(as_read, roots)) for word, roots in _entries("learned/wordnet_derived")}


@cache
def _synonyms() -> Related:
    return _each_with_each([(word,) for word in _read(line)] for line in lines_of(SYNONYMS) if line[0] != "~")


@cache
def _rare_synonyms() -> Related:
    return _each_with_each([(word,) for word in _read(line[1:])] for line in lines_of(SYNONYMS) if line[0] == "~")


@cache
def _like_words() -> Related:
    found = defaultdict[str, set[str]](set)
    for line in lines_of("learned/wordnet_like_words"):
        first, second = map(_read, line.split(":"))
        for word in first:
            for other in (*first, *second):
                found[word].add(other)
                found[other].add(word)
    return found


@cache
def _alternatives() -> Related:
    """Words by what excludes them: on a scale of `alternatives`, or among the kinds of one verb."""
    scales = [[_read(step.replace("/", " ")) for step in steps] for _, steps in _entries("alternatives")]
    return _each_with_each([*scales, *_kinds("learned/wordnet_verbs")])


@cache
def _reversals() -> Related:
    sides = [[_read(side.replace("/", " ")) for side in sides] for _, sides in _entries("en/judging/reversals")]
    return _each_with_each([*sides, *_kinds("learned/wordnet_opposite_verbs")])


def _kinds(name: str) -> list[list[list[str]]]:
    return [[_read(kind.replace(",", " ")) for kind in kinds] for _, kinds in _entries(name)]


def _each_with_each(lines: Iterable[Iterable[Iterable[str]]]) -> Related:
    """Every word of a step with every word of the other steps of its line."""
    found = defaultdict[str, set[str]](set)
    for line in lines:
        for step, other in combinations(line, 2):
            for word in step:
                found[word].update(other)
            for word in other:
                found[word].update(step)
    return found


def _entries(name: str) -> Iterable[tuple[str, list[str]]]:
    for line in lines_of(name):
        word, _, others = line.partition(":")
        yield as_read(word), others.split()


def _read(line: str) -> list[str]:
    return list(map(as_read, line.split()))


SYNONYMS = "learned/wordnet_synonyms"
