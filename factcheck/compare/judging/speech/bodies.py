"""Whether two nouns may name one body: an organisation, and the people who act or speak for it."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from factcheck.compare.language.base_forms import as_read, read_bases_of
from factcheck.compare.lexicon import lines_of


@lru_cache(maxsize=4_096)
def are_one_body(noun: str, other: str) -> bool:
    """Whether one may stand for the other, in any form: "army" and "troops", "officials" and "authorities"."""
    left, right = (
        set().union(*(_lines().get(base, set()) for base in read_bases_of(word.lower()))) for word in (noun, other)
    )
    return not left.isdisjoint(right)


@cache
def _lines() -> dict[str, set[int]]:
    found = defaultdict[str, set[int]](set)
    for number, line in enumerate(lines_of("en/judging/bodies")):
        for word in line.split(","):
            found[as_read(word.strip())].add(number)
    return dict(found)
