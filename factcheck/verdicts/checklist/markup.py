"""Whether harvesters of fact checks would read a verdict's markup as it is meant, rule by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.compare.words.segments import sentences
from factcheck.languages.sentences import noted
from factcheck.verdicts.checklist.findings import CheckFinding, short

LONGEST_CLAIM = 75  # characters; what is longer is cut where it is shown
READ_AS_TRUE = re.compile(r"(true|correct)", re.IGNORECASE)
READ_AS_UNCERTAIN = re.compile(r"bias", re.IGNORECASE)
RATING, CLAIM = "#id_rating", "#claim"


def what_breaks_the_markup(review: Mapping[str, Any]) -> Iterator[CheckFinding]:
    """What a reader of the markup would drop or take wrongly; `review` is the ClaimReview of a page, or empty."""
    if review:
        yield from _about_the_claim(review)
        yield from _about_the_rating(review["reviewRating"])


def _about_the_claim(review: Mapping[str, Any]) -> Iterator[CheckFinding]:
    claim, label = review["claimReviewed"], review["reviewRating"]["alternateName"]
    if re.match(rf"{re.escape(label)}\s*[:–—-]", claim, re.IGNORECASE):
        sentence = noted(
            "The claim begins with its rating, %(label)s: harvesters want the claim alone.", label=short(label)
        )
        yield CheckFinding("markup-claim", sentence, CLAIM, stops=True)
    if not review["url"].startswith(("https://", "http://")):
        sentence = noted("The address of this site is not set, so the markup has no whole address.")
        yield CheckFinding("markup-address", sentence, CLAIM, stops=True)
    made = review["itemReviewed"].keys() - {"@type"}
    if made and "author" not in made:
        sentence = noted("The claim is given as the desk’s own: harvesters drop what checks itself.")
        yield CheckFinding("markup-author", sentence, CLAIM, stops=True)
    if len(claim) > LONGEST_CLAIM:
        sentence = noted(
            "The claim has %(count)s characters; beyond %(longest_claim)s some readers of the markup cut it.",
            count=len(claim),
            longest_claim=LONGEST_CLAIM,
        )
        yield CheckFinding("markup-length", sentence, CLAIM)


def _about_the_rating(rating: dict[str, Any]) -> Iterator[CheckFinding]:
    label, value, best = rating["alternateName"], rating.get("ratingValue"), rating.get("bestRating")
    is_best = value is not None and value == best
    if READ_AS_TRUE.match(label) and not is_best:
        sentence = noted(
            "Harvesters read every rating that begins like %(label)s as true. Choose another label.", label=short(label)
        )
        yield CheckFinding("markup-label", sentence, RATING, stops=True)
    if READ_AS_UNCERTAIN.match(label):
        sentence = noted("Harvesters read %(label)s as uncertain. Choose another label.", label=short(label))
        yield CheckFinding("markup-label", sentence, RATING, stops=True)
    if value is not None and not _is_on_scale(rating):
        sentence = noted(
            "%(label)s has the number %(value)s, and harvesters need a scale with a lowest and a highest.",
            label=short(label),
            value=value,
        )
        yield CheckFinding("markup-scale", sentence, RATING, stops=True)
    if len(sentences(rating["ratingExplanation"])) > 2:
        sentence = noted("The conclusion has more than two sentences; readers of the markup expect one or two.")
        yield CheckFinding("markup-conclusion", sentence, "#id_conclusion")


def _is_on_scale(rating: dict[str, Any]) -> bool:
    worst, value, best = (rating[name] for name in ("worstRating", "ratingValue", "bestRating"))
    return bool(worst is not None and worst <= value <= best and worst < best)
