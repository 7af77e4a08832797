"""Where two statements clash or agree, and what a sentence says of a claim: suggestions for a person to judge."""

from factcheck.compare.clashing.agreements import agreement
from factcheck.compare.clashing.clashes import FIRST, OPPOSITE, SECOND, Clash, ClashRelation, clash
from factcheck.compare.clashing.gists import Gist, Said, Term, gist, said_in
from factcheck.compare.clashing.rarity import Rarity
from factcheck.compare.clashing.stances import Stance, stance

__all__ = [
    "FIRST",
    "OPPOSITE",
    "SECOND",
    "Clash",
    "ClashRelation",
    "Gist",
    "Rarity",
    "Said",
    "Stance",
    "Term",
    "agreement",
    "clash",
    "gist",
    "said_in",
    "stance",
]
