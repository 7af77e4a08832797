"""How much two texts must share to be versions of one another. Knows no Django, since Spark's machines ask, too."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.compare import Relation, RelationLabel

LEAST_SHARED = 2  # fingerprints
LEAST_CONTAINED = 0.15  # of the smaller text's fingerprints
CLOSEST = 6  # how many candidates of one article are looked at
SERIES = 5  # stories of one outlet: from here on, a fingerprint in most of the outlet's articles is furniture
MANY_VERSIONS = 50  # of one story: further copies are found by those, and are not indexed
LABELS = [RelationLabel.COPY, RelationLabel.UPDATE, RelationLabel.DERIVED]
IN_PASSAGES = 0.42  # the least share of one text that stands in the other in long passages, to be called a version


class ListedPair(NamedTuple):
    """Two articles by their addresses, the original or else the earlier first, and what the second is to it.

    `in_original` is the share of the first that stands in the second, `in_version` that of the second in the first, and
    `shared` how many fingerprints both have.
    """

    a: str
    b: str
    relation: str
    in_original: float
    in_version: float
    shared: int


def is_version(relation: Relation) -> bool:
    """Whether two texts share so much in long passages that one must have been made from the other."""
    return relation.label in LABELS and relation.in_passages >= IN_PASSAGES


def label_of(relation: Relation) -> RelationLabel:
    """What the second text is to the first; if they share only scattered passages, no more than related."""
    return relation.label if is_version(relation) or relation.label not in LABELS else RelationLabel.RELATED
