"""What two snapshots of a verdict differ in, told in sentences: what changed under a verdict while it was in review."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.verdicts.snapshot.quotations import Quotation
from factcheck.verdicts.snapshot.whole import Snapshot

TEXTS = {
    "claim_text": "The claim",
    "rating_label": "The rating",
    "rating_definition": "What the rating means",
    "rating_number": "The rating’s place on the scale",
    "rating_colour": "The rating’s colour",
    "conclusion": "The conclusion",
    "reasoning": "The reasoning",
    "author_name": "The author’s name",
}
PARTS = {
    "title": "its headline",
    "medium": "what it is",
    "maker": "who made it",
    "made_on": "when it was made",
    "picture": "its picture, or the words for it",
    "url": "its address",
    "archive_url": "its archive link",
    "note": "what it shows",
    "quotation": "the quotation",
}
LONGEST = 60  # characters quoted of a text


def differences(before: Snapshot, after: Snapshot) -> list[str]:
    """A sentence for each part that differs; empty where readers would see the same."""
    told = (*_texts(before, after), *_claimant(before, after), *_sides(before, after), *_exhibits(before, after))
    drawn = [] if before.strips == after.strips else ["What each paper printed of the story is drawn otherwise."]
    return list(dict.fromkeys([*told, *drawn]))


def _texts(before: Snapshot, after: Snapshot) -> Iterator[str]:
    for field, name in TEXTS.items():
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield f"{name} was “{_short(old)}” and is “{_short(new)}”."


def _claimant(before: Snapshot, after: Snapshot) -> Iterator[str]:
    if before.claimant != after.claimant:
        yield "Who made the claim, or how they are named, is told otherwise."


def _sides(before: Snapshot, after: Snapshot) -> Iterator[str]:
    old, new = _placed(before), _placed(after)
    for key in old.keys() | new.keys():
        was, now = old.get(key), new.get(key)
        if was == now:
            continue
        if was is None and now is not None:
            yield f"{now[1].told_by}, “{_short(now[1].exact)}”, was not there and stands {_side(now[0])}."
        elif now is None and was is not None:
            yield f"{was[1].told_by}, “{_short(was[1].exact)}”, stood {_side(was[0])} and is gone."
        elif was and now:
            yield from _moved(was, now)
    if [(s.stance, s.strength) for s in before.sides] != [(s.stance, s.strength) for s in after.sides]:
        yield "How well the sides are sourced is counted otherwise."


def _moved(was: tuple[str, Quotation], now: tuple[str, Quotation]) -> Iterator[str]:
    said = f"{now[1].told_by}, “{_short(now[1].exact)}”"
    if was[0] != now[0]:
        yield f"{said}, stood {_side(was[0])} and stands {_side(now[0])}."
    if was[1].source != now[1].source:
        yield f"{said}: who speaks is told otherwise."
    if was[1].carriage != now[1].carriage:
        yield f"{said}: other papers carry it otherwise."
    if (was[1].outlet, was[1].headline, was[1].url) != (now[1].outlet, now[1].headline, now[1].url):
        yield f"{said}: its paper, headline or address changed."
    elif was[1] != now[1] and was[0] == now[0] and (was[1].source, was[1].carriage) == (now[1].source, now[1].carriage):
        yield f"{said}: its words, date or manner changed."


def _exhibits(before: Snapshot, after: Snapshot) -> Iterator[str]:
    new = [exhibit for exhibit in after.exhibits if exhibit not in before.exhibits]
    for exhibit in before.exhibits:
        if exhibit in after.exhibits:
            continue
        changed = next((other for other in new if exhibit.identity == other.identity), None)
        if changed is None:
            yield f"“{_short(exhibit.title)}” is no longer evidence."
        else:
            new.remove(changed)
            parts = [name for part, name in PARTS.items() if getattr(exhibit, part) != getattr(changed, part)]
            yield f"Of “{_short(exhibit.title)}” another thing is said: {', '.join(parts)}."
    for exhibit in new:
        yield f"“{_short(exhibit.title)}” is new evidence."
    if before.exhibits != after.exhibits and sorted(map(repr, before.exhibits)) == sorted(map(repr, after.exhibits)):
        yield "The evidence stands in another order."


def _placed(snapshot: Snapshot) -> dict[int, tuple[str, Quotation]]:
    return {quotation.statement: (side.stance, quotation) for side in snapshot.sides for quotation in side.quotations}


def _side(stance: str) -> str:
    return {"supports": "for the claim", "denies": "against it"}.get(stance, f"as “{stance}”")


def _short(text: object) -> str:
    words = " ".join(str(text).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
