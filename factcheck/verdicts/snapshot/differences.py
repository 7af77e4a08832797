"""What two snapshots of a verdict differ in, told in sentences: what changed under a verdict while it was in review."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.sentences import noted
from factcheck.verdicts.snapshot.quotations import Quotation
from factcheck.verdicts.snapshot.whole import Snapshot

TEXTS = {
    "claim_text": noted("The claim"),
    "rating_label": noted("The rating"),
    "rating_definition": noted("What the rating means"),
    "rating_number": noted("The rating’s place on the scale"),
    "rating_colour": noted("The rating’s colour"),
    "conclusion": noted("The conclusion"),
    "reasoning": noted("The reasoning"),
    "author_name": noted("The author’s name"),
}
PARTS = {
    "title": noted("its headline"),
    "medium": noted("what it is"),
    "maker": noted("who made it"),
    "made_on": noted("when it was made"),
    "picture": noted("its picture, or the words for it"),
    "url": noted("its address"),
    "archive_url": noted("its archive link"),
    "note": noted("what it shows"),
    "quotation": noted("the quotation"),
}
LONGEST = 60  # characters quoted of a text


def differences(before: Snapshot, after: Snapshot) -> list[str]:
    """A sentence for each part that differs; empty where readers would see the same."""
    told = (*_texts(before, after), *_claimant(before, after), *_sides(before, after), *_exhibits(before, after))
    drawn = [] if before.strips == after.strips else [noted("What each paper printed of the story is drawn otherwise.")]
    return list(dict.fromkeys([*told, *drawn]))


def _texts(before: Snapshot, after: Snapshot) -> Iterator[str]:
    for field, name in TEXTS.items():
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield noted("%(what)s was “%(old)s” and is “%(new)s”.", what=name, old=_short(old), new=_short(new))


def _claimant(before: Snapshot, after: Snapshot) -> Iterator[str]:
    if before.claimant != after.claimant:
        yield noted("Who made the claim, or how they are named, is told otherwise.")


def _sides(before: Snapshot, after: Snapshot) -> Iterator[str]:
    old, new = _placed(before), _placed(after)
    for key in old.keys() | new.keys():
        was, now = old.get(key), new.get(key)
        if was == now:
            continue
        if was is None and now is not None:
            yield noted(
                "%(told_by)s, “%(exact)s”, was not there and stands %(now)s.",
                told_by=now[1].told_by,
                exact=_short(now[1].exact),
                now=_side(now[0]),
            )
        elif now is None and was is not None:
            yield noted(
                "%(told_by)s, “%(exact)s”, stood %(was)s and is gone.",
                told_by=was[1].told_by,
                exact=_short(was[1].exact),
                was=_side(was[0]),
            )
        elif was and now:
            yield from _moved(was, now)
    if [(s.stance, s.strength) for s in before.sides] != [(s.stance, s.strength) for s in after.sides]:
        yield noted("How well the sides are sourced is counted otherwise.")


def _moved(was: tuple[str, Quotation], now: tuple[str, Quotation]) -> Iterator[str]:
    said = f"{now[1].told_by}, “{_short(now[1].exact)}”"
    if was[0] != now[0]:
        yield noted("%(said)s, stood %(was)s and stands %(now)s.", said=said, was=_side(was[0]), now=_side(now[0]))
    if was[1].source != now[1].source:
        yield noted("%(said)s: who speaks is told otherwise.", said=said)
    if was[1].carriage != now[1].carriage:
        yield noted("%(said)s: other papers carry it otherwise.", said=said)
    if (was[1].outlet, was[1].headline, was[1].url) != (now[1].outlet, now[1].headline, now[1].url):
        yield noted("%(said)s: its paper, headline or address changed.", said=said)
    elif was[1] != now[1] and was[0] == now[0] and (was[1].source, was[1].carriage) == (now[1].source, now[1].carriage):
        yield noted("%(said)s: its words, date or manner changed.", said=said)


def _exhibits(before: Snapshot, after: Snapshot) -> Iterator[str]:
    new = [exhibit for exhibit in after.exhibits if exhibit not in before.exhibits]
    for exhibit in before.exhibits:
        if exhibit in after.exhibits:
            continue
        changed = next((other for other in new if exhibit.identity == other.identity), None)
        if changed is None:
            yield noted("“%(title)s” is no longer evidence.", title=_short(exhibit.title))
        else:
            new.remove(changed)
            parts = [name for part, name in PARTS.items() if getattr(exhibit, part) != getattr(changed, part)]
            yield noted(
                "Of “%(title)s” another thing is said: %(parts)s.", title=_short(exhibit.title), parts=", ".join(parts)
            )
    for exhibit in new:
        yield noted("“%(title)s” is new evidence.", title=_short(exhibit.title))
    if before.exhibits != after.exhibits and sorted(map(repr, before.exhibits)) == sorted(map(repr, after.exhibits)):
        yield noted("The evidence stands in another order.")


def _placed(snapshot: Snapshot) -> dict[int, tuple[str, Quotation]]:
    return {quotation.statement: (side.stance, quotation) for side in snapshot.sides for quotation in side.quotations}


def _side(stance: str) -> str:
    known = {"supports": noted("for the claim"), "denies": noted("against it")}
    return known.get(stance) or noted("as “%(stance)s”", stance=stance)


def _short(text: object) -> str:
    words = " ".join(str(text).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
