"""Claims that say nearly the same, found while a new one is typed.

The index of words finds those that share rare words, however they are worded, and the few it finds are compared word
for word.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from factcheck.claims.models import Claim
from factcheck.compare.language.signals import carries_content
from factcheck.compare.words.folded_words import folded_words
from factcheck.search.shared_words import sharing
from factcheck.search.words import words_in

ALIKE = 62.0  # of 100: how like in wording two claims are that may say the same
SHARED = 0.45  # of 1: how much of a claim's rare words the other holds
COMPARED = 60


def similar_claims(text: str, *, most: int = 5) -> list[Claim]:
    """The claims that are most like `text`, in their wording or in the rare words they hold; the likest first.

    None for fewer than two words.
    """
    wanted = folded_words(text)
    if len(wanted) < 2:
        return []
    words = words_in(text)
    telling = [word for word in words if carries_content(word)] or words
    found = []
    for claim in sharing(Claim, telling, most=COMPARED):
        alike = fuzz.token_sort_ratio(" ".join(wanted), " ".join(folded_words(claim.text)))
        if alike >= ALIKE or claim.share >= SHARED:
            found.append((alike / 100 + claim.share, claim))
    return [claim for _, claim in sorted(found, key=lambda one: (-one[0], one[1].pk))[:most]]
