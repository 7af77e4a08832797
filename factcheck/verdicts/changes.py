"""What one revision changed of the one before it, ready to show word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from factcheck.compare import compare
from factcheck.compare.display import Run, RunState, inline_runs
from factcheck.verdicts.merge_texts import words_that_differ
from factcheck.verdicts.models import Revision
from factcheck.verdicts.prose import links_in
from factcheck.verdicts.snapshot import (
    Bound,
    Excerpts,
    Exhibit,
    Quotation,
    QuotedSide,
    Snapshot,
    bounds_of,
    takedowns_of,
)


@dataclass(frozen=True)
class ChangedSentence:
    """The words of one sentence, or the few that were split or merged, and whether it stood elsewhere before."""

    runs: Sequence[Run]
    is_moved: bool


@dataclass(frozen=True)
class TextChange:
    """One part of the text that changed: its name for readers, its paragraphs in sentences."""

    name: str
    paragraphs: Sequence[Sequence[ChangedSentence]]


@dataclass(frozen=True)
class ChangedPart:
    """One part of a piece of evidence that reads otherwise: its name, its words before and after as one."""

    name: str
    runs: Sequence[Run]


@dataclass(frozen=True)
class ChangedExhibit:
    """A piece of evidence that stands in both and is told otherwise; `shown` is a picture before and now."""

    title: str
    parts: Sequence[ChangedPart]
    shown: Sequence[Exhibit] = ()


@dataclass(frozen=True)
class Changes:
    """All that differs between two revisions."""

    texts: Sequence[TextChange]
    links_out: Sequence[str]
    links_in: Sequence[str]
    exhibits_out: Sequence[Exhibit]
    exhibits_in: Sequence[Exhibit]
    exhibits_changed: Sequence[ChangedExhibit]
    quotations_out: Sequence[Quotation]
    quotations_in: Sequence[Quotation]

    @property
    def is_empty(self) -> bool:
        return not any(vars(self).values())


def changes_between(before: Revision, after: Revision, bounds: Mapping[int, Bound] | None = None) -> Changes:
    """All that a page shows of what changed; give the bounds of the articles where they are known."""
    old, new = _as_printed([Snapshot.of_revision(before), Snapshot.of_revision(after)], bounds)
    old_links, new_links = links_in(before.reasoning), links_in(after.reasoning)
    return Changes(
        texts=[
            TextChange(name, list(changed_paragraphs(text, new_text)))
            for (name, text), new_text in zip(_texts(old).items(), _texts(new).values(), strict=True)
            if text != new_text
        ],
        links_out=[address for address in old_links if address not in new_links],
        links_in=[address for address in new_links if address not in old_links],
        exhibits_out=_missing_from(new, old),
        exhibits_in=_missing_from(old, new),
        exhibits_changed=list(_changed_exhibits(old, new)),
        quotations_out=_only_in(old, new),
        quotations_in=_only_in(new, old),
    )


def _as_printed(snapshots: Sequence[Snapshot], bounds: Mapping[int, Bound] | None) -> list[Snapshot]:
    """Snapshots that stand on one page, as it may show them: bounded quotations, no picture taken down."""
    quotations = [quotation for snapshot in snapshots for quotation in snapshot.quotations]
    excerpts = Excerpts(quotations, bounds_of(quotations) if bounds is None else bounds)
    takedowns = takedowns_of(snapshots)
    return [snapshot.excerpted(excerpts).without_taken_down(takedowns) for snapshot in snapshots]


def _texts(snapshot: Snapshot) -> dict[str, str]:
    return {
        _("The claim"): snapshot.claim_text,
        _("The rating"): snapshot.rating_label,
        _("What the rating means"): snapshot.rating_definition,
        _("The conclusion"): snapshot.conclusion,
        _("The reasoning"): snapshot.reasoning_text,
    }


def _missing_from(other: Snapshot, one: Snapshot) -> list[Exhibit]:
    """The exhibits of `one` that the `other` does not have, not even told otherwise."""
    known = {exhibit.identity for exhibit in other.exhibits}
    return [exhibit for exhibit in one.exhibits if exhibit.identity not in known]


def _changed_exhibits(old: Snapshot, new: Snapshot) -> Iterator[ChangedExhibit]:
    before = {exhibit.identity: exhibit for exhibit in old.exhibits}
    for exhibit in new.exhibits:
        was = before.get(exhibit.identity, exhibit)
        parts = [
            ChangedPart(name, words_that_differ(text, exhibit.told[name]))
            for name, text in was.told.items()
            if text != exhibit.told[name]
        ]
        if parts:
            yield ChangedExhibit(exhibit.title, parts, [was, exhibit] if was.picture != exhibit.picture else [])


def _only_in(one: Snapshot, other: Snapshot) -> list[Quotation]:
    """Quotations that the other does not have on the same side; what reprints carry of them may have changed."""
    known = {(side.stance, quotation.statement) for side, quotation in _placed(other)}
    return [quotation for side, quotation in _placed(one) if (side.stance, quotation.statement) not in known]


def _placed(snapshot: Snapshot) -> Iterable[tuple[QuotedSide, Quotation]]:
    return [(side, quotation) for side in snapshot.sides for quotation in side.quotations]


def changed_paragraphs(before: str, after: str) -> Iterator[list[ChangedSentence]]:
    """The two texts as one: rows in the new text's order, a new paragraph wherever either text begins one."""
    paragraph: list[ChangedSentence] = []
    out_end = in_end = 0
    for row in compare(before, after).rows:
        gap_out = before[out_end : row.original.start] if row.original and not row.moved else ""
        gap_in = after[in_end : row.version.start] if row.version else ""
        if paragraph and "\n" in (gap_in if row.version else gap_out):
            yield paragraph
            paragraph = []
        paragraph.append(ChangedSentence(list(_spaced(inline_runs(row, before, after))), row.moved))
        out_end = row.original.end if row.original and not row.moved else out_end
        in_end = row.version.end if row.version else in_end
    yield paragraph


def _spaced(runs: Iterable[Run]) -> Iterator[Run]:
    """Words taken out brought no space with them: without one they would run into their neighbours."""
    last = Run("")
    for run in runs:
        if (
            (last.state == RunState.REMOVED) != (run.state == RunState.REMOVED)
            and last.text[-1:].isalnum()
            and run.text[:1].isalnum()
        ):
            yield Run(" ")
        yield Run(run.text, run.state)
        last = run
