"""Whether the words of a row stand in one order on both sides, or in another that they may stand in.

A credit and an adverbial stand at either end; an adverb stands before or behind the auxiliaries, and some behind the
verb. After Quirk et al., A Comprehensive Grammar of English (1985): 8.14 to 8.23 on where adverbials stand, 14.28 on
reporting clauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.judging.row.tenses import MODALS, is_past
from factcheck.compare.judging.row.turned_round import ARTICLES, BE
from factcheck.compare.language.noun_classes import is_person, meanings_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import Signal, signals_in
from factcheck.compare.lexicon import words_of

type Placed = list[tuple[str, Word]]  # words, each with what it counts as
type Parts = tuple[Placed, Placed, Placed, Placed]

OPEN_ADVERBIALS = frozenset(["at", "in", "on", "during", "after", "before", "despite", "with"])
OPEN_CLAUSES = frozenset(["that", "and", "but"])
TELLING = frozenset(["tell", "tells", "told"])
LONGEST_HEARER = 2  # words: "told a court"
OF_CAUSE = frozenset(["because", "since"])
OPEN_FRONTED = OF_CAUSE | {"after", "before", "when", "while", "although", "though", "once", "until"}
DENYING = frozenset(["not", "no", "never", "nobody", "nothing", "none", "neither", "nor"])
OWNING = ("'s", "’s", "s'", "s’")
LONGEST_OWNER = 3  # words
COMMA, CLOSING = ",", (",", ".", ";", "")
JOINS = frozenset(["and", "or"])
# Words by which a list's order counts.
RANKING = frozenset(
    ["respectively", "former", "latter", "order", "then", "followed", "first", "second", "third", "ahead"]
)
SAYS = Signal("cue", "says")
MARKS = ",;:.!?—–-\"“”‘’'()"
AUXILIARIES = BE | MODALS | {"has", "have", "had", "do", "does", "did"}
ADVERBS = words_of("en/judging/adverbs")
FOCUSING = words_of("en/judging/focusing_adverbs")
NO_ADVERBS = words_of("en/judging/no_adverbs")


def is_same_order(left: Placed, right: Placed, sides: tuple[RowSide, RowSide]) -> bool:
    """Whether words come in one order, or two parts of them stand in turned order that may."""
    a, b = [plain for plain, _ in left], [plain for plain, _ in right]
    if a == b:
        return True
    if sorted(a) != sorted(b):
        return False
    if _adverbs_moved(a, b):
        return True
    left, right = _with_credit_in_order(left, sides[0]), _with_credit_in_order(right, sides[1])
    a, b = [plain for plain, _ in left], [plain for plain, _ in right]
    if a == b:
        return True
    start = next(at for at in range(len(a)) if a[at] != b[at])
    stop = next(len(a) - at for at in range(len(a)) if a[-1 - at] != b[-1 - at])
    if _items(left[start:stop], sides[0]) == _items(right[start:stop], sides[1]) != frozenset():
        return True
    turned = chain(_turned(left[start:stop], right[start:stop]), _turned(left, right))
    return any(_may_turn(parts, sides) for parts in turned)


def _with_credit_in_order(words: Placed, side: RowSide) -> Placed:
    """The words of a row, the subject before its verb in a credit that closes it: "…, said Dask, who …"."""
    for at in range(1, len(words) - 1):
        is_credit = SAYS in signals_in([words[at][1]]) and words[at][0] not in TELLING
        if is_credit and _opens_clause(words[at:], side) and AUXILIARIES.isdisjoint(plain for plain, _ in words[at:]):
            return [*words[:at], *words[at + 1 :], words[at]]
    return words


def _turned(left: Placed, right: Placed) -> Iterator[Parts]:
    """Two parts of the left and the same two of the right, turned round: first, second, first there, second there."""
    a, b = [plain for plain, _ in left], [plain for plain, _ in right]
    for at in range(1, len(a)):
        there = len(a) - at
        if a[at:] == b[:there] and a[:at] == b[there:]:
            yield left[:at], left[at:], right[there:], right[:there]


def _may_turn(parts: Parts, sides: tuple[RowSide, RowSide]) -> bool:
    first, second, first_there, second_there = parts
    for here, there in ((first, first_there), (second, second_there)):
        if _is_credit(here, sides[0]) and _is_credit(there, sides[1]):
            return True
    if _is_credit(first + second, sides[0]) and _is_credit(second_there + first_there, sides[1]):
        return True
    if _is_apposition(first, second, sides[0]) and _is_apposition(second_there, first_there, sides[1]):
        return True
    if _are_genitives(parts, sides):
        return True
    return any(_may_stand_first(*at_head) for at_head in ((first, sides[0]), (second_there, sides[1])))


def _may_stand_first(part: Placed, side: RowSide) -> bool:
    return _is_fronted(part, side) or _is_adverbial(part, side)


def _is_fronted(part: Placed, side: RowSide) -> bool:
    """Whether a part is a clause of time or cause that stands first, up to its comma; "not because" does not move."""
    if part[0][0] not in OPEN_FRONTED or not _opens_clause(part, side):
        return False
    is_denied = any(word.plain in DENYING for word in side.words)
    return side.text[part[-1][1].end :].lstrip()[:1] == COMMA and not (is_denied and part[0][0] in OF_CAUSE)


def _are_genitives(parts: Parts, sides: tuple[RowSide, RowSide]) -> bool:
    """Whether "of" joins two parts on one side and "'s" on the other."""
    first, second, first_there, second_there = parts
    if _owns(first, second, sides[0]) and _is_owner(second_there, sides[1]):
        return True
    return _owns(second_there, first_there, sides[1]) and _is_owner(first, sides[0])


def _owns(thing: Placed, owner: Placed, side: RowSide) -> bool:
    """Whether "of" joins a thing and whose it is: "the decision of the court"."""
    between = side.text[thing[-1][1].end : owner[0][1].start].split()
    return between[:1] == ["of"] and max(len(thing), len(owner)) <= LONGEST_OWNER


def _is_owner(part: Placed, side: RowSide) -> bool:
    """Whether a part ends in "'s": "the court's"."""
    return side.text[: part[-1][1].end].endswith(OWNING)


def _is_apposition(first: Placed, second: Placed, side: RowSide) -> bool:
    """Whether a name and what somebody is stand side by side: "Dask, the mayor, …", "Mayor Dask"."""
    if not (_is_whole_name(first, side) and _says_who(second)) and not (
        _says_who(first) and _is_whole_name(second, side)
    ):
        return False
    between = side.text[first[-1][1].end : second[0][1].start]
    behind = side.text[second[-1][1].end : side.span.end].lstrip()
    return COMMA not in between or behind[:1] in CLOSING


def _is_whole_name(part: Placed, side: RowSide) -> bool:
    return all(side.text[word.start].isupper() and not is_person(word.plain) for _, word in part)


def _says_who(part: Placed) -> bool:
    """Whether a part is a noun for a person with no more than what stands before it."""
    return is_person(part[-1][0]) and AUXILIARIES.isdisjoint(plain for plain, _ in part)


def _items(part: Placed, side: RowSide) -> frozenset[tuple[str, ...]]:
    """The nouns that commas and "and" join in a part, if it is no more than such: in whichever order they stand."""
    items: list[list[str]] = [[]]
    before = part[0][1]
    for plain, word in part:
        if plain in JOINS or COMMA in side.text[before.end : word.start]:
            items.append([])
        if plain not in JOINS:
            items[-1].append(plain)
            if not (side.is_name(word) or (meanings_of(plain) and not is_past(plain))):
                return frozenset()
        before = word
    found = frozenset(map(tuple, filter(None, items)))
    is_ranked = any(word.plain in RANKING or is_number(word.plain) for word in side.words)
    return found if len(found) > 1 and not is_ranked else frozenset()


def _opens_clause(part: Placed, side: RowSide) -> bool:
    """Whether a part of a row stands at the head of a clause, an article or "said" before it aside."""
    at = side.words.index(part[0][1])
    while at and (side.words[at - 1].plain in ARTICLES or SAYS in signals_in([side.words[at - 1]])):
        at -= 1
    before = side.text[side.span.start : side.words[at].start].rstrip()
    return not before or before[-1] in MARKS or side.words[at - 1].plain in OPEN_CLAUSES


def _is_credit(part: Placed, side: RowSide) -> bool:
    """Whether a part of a row says who speaks and no more: "a clerk said", "according to a letter"."""
    ends = [signals_in([word]) for _, word in (part[0], part[-1])]
    begins = part[0][0] == "according" or SAYS in ends[0]
    tells = any(plain in TELLING for plain, _ in part[-LONGEST_HEARER - 1 : -1])
    return (begins or tells or SAYS in ends[1]) and _opens_clause(part, side)


def _is_adverbial(part: Placed, side: RowSide) -> bool:
    """Whether a part of a row is a phrase with a preposition at the head of a clause: it may stand at its end too."""
    return part[0][0] in OPEN_ADVERBIALS and _opens_clause(part, side) and not signals_in([word for _, word in part])


def _adverbs_moved(left: list[str], right: list[str]) -> bool:
    """Whether only adverbs stand elsewhere: beyond auxiliaries, those of manner beyond a verb too: "built quickly"."""
    (rest, places), (other_rest, other_places) = _without_adverbs(left), _without_adverbs(right)
    if rest != other_rest or places.keys() != other_places.keys() or any(len(at) > 1 for at in places.values()):
        return False
    return all(
        _may_cross(adverb, rest[min(here, there) : max(here, there)])
        for adverb, (here,) in places.items()
        for (there,) in [other_places[adverb]]
    )


def is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and word not in FOCUSING and word not in NO_ADVERBS)


def _without_adverbs(words: list[str]) -> tuple[list[str], dict[str, list[int]]]:
    """The other words, and before which of them each adverb stands."""
    rest: list[str] = []
    places: dict[str, list[int]] = {}
    for word in words:
        if is_adverb(word):
            places.setdefault(word, []).append(len(rest))
        else:
            rest.append(word)
    return rest, places


def _may_cross(adverb: str, words: list[str]) -> bool:
    verbs = [word for word in words if word not in AUXILIARIES]
    return not verbs or (adverb.endswith("ly") and len(verbs) == 1 and verbs == words[-1:] and is_past(verbs[0]))
