"""Whether two statements are one utterance, passed on by two papers: they cannot clash, whatever stands around them."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import LCSseq

from factcheck.compare.clashing.clauses import DENIERS, LONGEST, words_in
from factcheck.compare.language.signals import carries_content

SHORTEST = 8  # words


@lru_cache(maxsize=4_096)
def is_one_utterance(first: str, second: str) -> bool:
    """Whether all content of the shorter stands in the other in order, and nothing that denies between its words."""
    one, other = sorted((_plain(first), _plain(second)), key=len)
    if len(one) < SHORTEST:
        return False
    edits = LCSseq.opcodes(one, other)
    blocks = [edit for edit in edits if edit.tag == "equal"]
    lost = (word for edit in edits if edit.tag != "equal" for word in one[edit.src_start : edit.src_end])
    if not blocks or any(map(carries_content, lost)):
        return False
    kept = one[blocks[0].src_start : blocks[-1].src_end], other[blocks[0].dest_start : blocks[-1].dest_end]
    return _deniers(kept[0]) == _deniers(kept[1])


def _plain(text: str) -> list[str]:
    return [word.plain for word in words_in(text[:LONGEST])]


def _deniers(plain: list[str]) -> int:
    return sum(1 for _ in DENIERS.find(plain))
