"""Whether two sentences tell one deed with its parties in other places: in the passive, or by the converse verb.

"A dog bit the clerk", "the clerk was bitten by a dog" (Quirk et al. 1985, 3.63 to 3.78); "Lund sold the barge to
Dask", "Dask bought the barge from Lund" (relational opposites of Cruse, Lexical Semantics, 1986, 10.6 to 10.10).
Read from the form alone: the two parties, of the same words, stand right beside the verbs in turned order, and
whatever else the one says the other says as well, in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.compare.judging.row.turned_round import ARTICLES, BE
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.signals import carries_content
from factcheck.compare.language.word_relations import is_verb_of_saying
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.plain_words import phrase

LONGEST = 60  # words of a sentence
PARTY = 8  # words
DIFFERENCE = 9  # words: the verb, its auxiliaries, articles and what leads to a party, of both sentences
AUXILIARIES = BE | {"has", "have", "had", "will", "would", "to"}
# What is said of a deed to have been done, and the adverb that says as much of it.
REPORTED = {"alleged": "allegedly", "reported": "reportedly", "rumored": "reportedly", "supposed": "supposedly"}
SHORTEST = 3  # words: "is alleged to"
GET = frozenset(["got", "gets", "get"])


class _Clause(NamedTuple):
    """A sentence, where its verb stands, and the word that leads to the other party: "by", "to", or none."""

    words: Sequence[str]
    verb: range
    leads: range

    @property
    def verb_words(self) -> Sequence[str]:
        return self.words[self.verb.start : self.verb.stop]

    def party_before(self, other: _Clause) -> int | None:
        """Where the party begins that stands before the verb here and is led to there."""
        told = other.words[other.leads.stop : other.leads.stop + PARTY]
        for first in range(max(0, self.verb.start - PARTY), self.verb.start):
            party = self.words[first : self.verb.start]
            if list(told[: len(party)]) == list(party):
                return first
        return None

    def rest(self) -> Counter[str]:
        """All words but the verb and what leads to the other party."""
        left_out = {*self.verb, *self.leads}
        return Counter(word for at, word in enumerate(self.words) if at not in left_out)


def tell_one_deed(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether of two sentences, their plain words, one is the passive or the converse of the other."""
    if max(len(left), len(right)) > LONGEST or len(set(left) ^ set(right)) > DIFFERENCE:
        return False
    bare = [[word for word in words if word not in ARTICLES] for words in (left, right)]
    read = [_as_reported(words) for words in bare]
    if bare[0] != bare[1] and read[0] == read[1]:
        return True
    adverbs = [Counter(word for word in words if word.endswith("ly")) for words in read]
    if adverbs[0] != adverbs[1]:
        return False
    one, other = ([word for word in words if not word.endswith("ly")] for words in read)
    return any(_is_passive_of(*both) or _is_converse_of(*both) for both in ((one, other), (other, one)))


def _as_reported(words: Sequence[str]) -> list[str]:
    """The words with "allegedly" for "is alleged to have" (Huddleston and Pullum 2002, 16.9 on passives with "to")."""
    found: list[str] = []
    for word in words:
        found.append(word)
        if found[-1] == "have" and found[-2:-1] == ["to"] and len(found) > SHORTEST and found[-4] in BE:
            adverb = REPORTED.get(found[-3])
            found[-4:] = [adverb] if adverb else found[-4:]
    return found


def suffers_what_it_did(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether who did something on the one side has it done to him on the other: "bit the man", "bitten by the man"."""
    if len(set(left) ^ set(right)) > DIFFERENCE:
        return False
    one, other = ([word for word in words if word not in ARTICLES] for words in (left, right))
    return any(
        active.words[: active.verb.start] == passive.words[: passive.verb.start]
        and active.words[active.verb.stop :] in _behind_passive(passive)
        for both in ((one, other), (other, one))
        for passive, active in _voices(*both)
    )


def _behind_passive(passive: _Clause) -> tuple[list[str], list[str]]:
    """What stands behind a verb in the passive, whom "by" leads to last and first: "in the face", "the mayor"."""
    between, doer = passive.words[passive.verb.stop : passive.leads.start], passive.words[passive.leads.stop :]
    return [*between, *doer], [*doer, *between]


def _is_passive_of(passive: Sequence[str], active: Sequence[str]) -> bool:
    return any(
        _agree(told.verb_words, suffered.verb_words) and _parties_turned(told, suffered)
        for suffered, told in _voices(passive, active)
    )


def _voices(passive: Sequence[str], active: Sequence[str]) -> Iterator[tuple[_Clause, _Clause]]:
    """Each verb of a sentence in the passive with "by", and the same verb of the other sentence."""
    for suffered in _passives(passive):
        bases = set(bases_of(suffered.verb_words[-1]))
        for at in (at for at, word in enumerate(active) if not bases.isdisjoint(bases_of(word))):
            first = at
            while first and active[first - 1] in AUXILIARIES:
                first -= 1
            yield suffered, _Clause(active, range(first, at + 1), range(at + 1, at + 1))


def _passives(words: Sequence[str]) -> Iterator[_Clause]:
    for by in (at for at, word in enumerate(words) if word == "by"):
        for at in range(by - 1, 0, -1):
            first = at
            while first and (words[first - 1] in AUXILIARIES or words[first - 1] in GET):
                first -= 1
            if first < at and len(bases_of(words[at])) > 1:
                yield _Clause(words, range(first, at + 1), range(by, by + 1))
                break


def _agree(active: Sequence[str], passive: Sequence[str]) -> bool:
    """Whether the two are of one time: "is mending", "is being mended"; "will mend", "will be mended"."""
    is_to_come = [any(word in ("will", "would", "to") for word in words) for words in (active, passive)]
    is_perfect = [any(word in ("has", "have", "had") for word in words) for words in (active, passive)]
    is_going_on = [active[-1].endswith("ing"), "being" in passive]
    return is_to_come[0] == is_to_come[1] and is_perfect[0] == is_perfect[1] and is_going_on[0] == is_going_on[1]


def _is_converse_of(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the left has "sold … to" and the right, its parties turned, "bought … from"."""
    verbs = _converse_verbs()
    if verbs.isdisjoint(left) or verbs.isdisjoint(right):
        return False
    return any(
        _parties_turned(_Clause(left, range(at, at + 1), here), _Clause(right, range(there, there + 1), yonder))
        for verb, preposition, other_verb, other_preposition in _converses()
        for at in _places(left, verb)
        for there in _places(right, other_verb)
        for here in _behind(left, at, preposition)
        for yonder in _behind(right, there, other_preposition)
    )


def _places(words: Sequence[str], verb: frozenset[str]) -> list[int]:
    return [at for at, word in enumerate(words) if word in verb]


def _behind(words: Sequence[str], verb: int, preposition: str) -> list[range]:
    """The preposition that leads to the other party, or nothing where the party stands right behind the verb."""
    if not preposition:
        return [range(verb + 1, verb + 1)]
    return [range(at, at + 1) for at in range(verb + 1, len(words)) if words[at] == preposition]


def _parties_turned(one: _Clause, other: _Clause) -> bool:
    """Whether who stands before the one verb is led to by the other, and the reverse, all else being the same."""
    first, second = one.party_before(other), other.party_before(one)
    if first is None or second is None or one.rest() != other.rest():
        return False
    before = one.words[:first][-1:], other.words[:second][-1:]  # "the red dog", "the red man"
    return before[0] != before[1] or all(not carries_content(word) or is_verb_of_saying(word) for word in before[0])


@cache
def _converse_verbs() -> frozenset[str]:
    return frozenset().union(*(verb for verb, _, _, _ in _converses()))


@cache
def _converses() -> list[tuple[frozenset[str], str, frozenset[str], str]]:
    """Each pair of verbs, all forms of them, with the preposition before whom each names last, if there is one."""
    found = []
    for line in lines_of("en/judging/converses"):
        sides = [phrase(side) for side in line.split("/")]
        (verb, *rest), (other, *other_rest) = sides
        found.append(
            (frozenset(forms_of(verb)), (rest or [""])[0], frozenset(forms_of(other)), (other_rest or [""])[0])
        )
    return [*found, *((other, word, verb, preposition) for verb, preposition, other, word in found)]
