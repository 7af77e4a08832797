"""Taking back what one person did last: acts of the desk that nothing builds on yet, and nothing that is published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.articles.versions.stories import MOVES, put_back
from factcheck.articles.versions.suggestions import undecide
from factcheck.claims.models import Claim, Conflict
from factcheck.claims.reword_claim import reword
from factcheck.claims.undo_acts import (
    bring_back_denial,
    drop_claim,
    drop_source,
    restore_position,
    restore_statement,
    restore_topics,
    show_as_before,
    suggest_again,
    uncorrect,
    unmark,
    unmerge,
    unsettle,
    untell_apart,
    withdraw_position,
)
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo, as_left
from factcheck.verdicts.assignments import told
from factcheck.verdicts.letters.answer_letter import undo_dismissal, untie_claim
from factcheck.verdicts.models import Assignment, Comment, Evidence, Revision, Verdict
from factcheck.verdicts.translate_verdict import restore_translations


class Undo(Protocol):
    """Takes one act back; raises CannotUndo."""

    def __call__(self, entry: Entry, *, editor: User) -> None: ...


@transaction.atomic
def undo(acts: Iterable[Entry], *, editor: User) -> None:
    """Take back what `editor` did in one go, its last act first; all of it, or nothing.

    Raises CannotUndo if it was somebody else's, is published, or something builds on it.
    """
    take_turn()
    newest_first = sorted(acts, key=lambda entry: -entry.pk)
    if not newest_first:
        raise CannotUndo(_("There is no such act."))
    for entry in newest_first:
        if entry.actor_id != editor.pk:
            raise CannotUndo(_("Only the person who did it can undo it."))
        if not can_be_undone(entry):
            raise CannotUndo(_("This cannot be taken back here."))
        _must_not_be_published(entry)
        UNDO[entry.act](entry, editor=editor)


def can_be_undone(entry: Entry) -> bool:
    """Whether it is the kind of act that can be taken back at all."""
    return entry.act in UNDO


@transaction.atomic
def withdraw_evidence(entry: Entry, *, editor: User) -> None:
    """Take added evidence out again; the verdict is then as far, and by whom, as it was."""
    verdict = as_left(Verdict, entry)
    Evidence.objects.filter(pk=entry.details["evidence"]["id"]).delete()
    _give_back(verdict, entry, "evidence.withdrawn", editor=editor)


@transaction.atomic
def restore_evidence(entry: Entry, *, editor: User) -> None:
    """Put removed evidence back into its place; the verdict is then as far, and by whom, as it was."""
    verdict = as_left(Verdict, entry)
    evidence = Evidence(verdict=verdict, **entry.details["evidence"])
    evidence.full_clean()
    evidence.save(force_insert=True)
    _give_back(verdict, entry, "evidence.restored", editor=editor)


@transaction.atomic
def drop_correction(entry: Entry, *, editor: User) -> None:
    """Have a verdict be published as it stands again, which nobody changed since."""
    _give_back(as_left(Verdict, entry), entry, "correction.dropped", editor=editor)


@transaction.atomic
def restore_assignment(entry: Entry, *, editor: User) -> None:
    """Give a claim back to whom it was given before, with the priority and due date of then."""
    assignment = as_left(Assignment, entry)
    before = entry.details["before"]
    assignment.assignee_id, assignment.priority = before["assignee"], before["priority"]
    assignment.due_on = date.fromisoformat(before["due_on"]) if before["due_on"] else None
    assignment.assigned_by = editor
    assignment.save()
    record("assignment.restored", actor=editor, on=assignment, undoes=entry.pk, after=told(assignment))


@transaction.atomic
def reopen_resolved(entry: Entry, *, editor: User) -> None:
    """Call a comment open again that was resolved."""
    comment = as_left(Comment, entry)
    comment.resolved_at = comment.resolved_by = None
    comment.save()
    record("comment.reopened", actor=editor, on=comment, undoes=entry.pk)


@transaction.atomic
def restore_words(entry: Entry, *, editor: User) -> None:
    """Give a claim the words and the address it had; its verdict, if nobody changed it since, is as far as it was."""
    claim = as_left(Claim, entry)
    verdict = Verdict.objects.select_for_update(no_key=True).filter(claim=claim).order_by("-pk").first()
    reword(claim, editor=editor, undoes=entry.pk, **entry.details["was"])
    before = entry.details["before"]
    if verdict and before and verdict.edition == before["edition"]:
        _give_back(verdict, entry, "verdict.restored", editor=editor)


def _give_back(verdict: Verdict, entry: Entry, act: str, *, editor: User) -> None:
    """The text is letter by letter what it was, so review stands where it stood: nobody has changed it."""
    before: dict[str, Any] = entry.details["before"]
    verdict.status = before["status"]
    verdict.last_editor_id, verdict.reviewer_id = before["last_editor"], before["reviewer"]
    verdict.edition += 1
    verdict.changed_at = timezone.now()
    verdict.full_clean()
    verdict.save()
    record(act, actor=editor, on=verdict, undoes=entry.pk, edition=verdict.edition)


def _must_not_be_published(entry: Entry) -> None:
    since = Revision.objects.released_after(entry)
    is_published = False
    if entry.act == "claim.reworded":
        is_published = since.filter(verdict__claim=entry.subject_id).exists()
    elif entry.act in ("position.taken", "position.taken_back"):
        is_published = since.filter(verdict__claim=entry.details["claim"]).exists()
    elif entry.act == "statement.withdrawn":
        is_published = since.filter(verdict__claim__in=entry.details["claims"]).exists()
    elif entry.act in ("statement.marked", "statement.corrected"):
        parts = since.only("claimant", "evidence", "positions")
        is_published = any(entry.subject_id in revision.statements for revision in parts.iterator())
    if is_published:
        raise CannotUndo(_("A verdict was published with it since, and what is published is corrected, not undone."))


UNDO: dict[str, Undo] = {
    "source.named": drop_source,
    "statement.marked": unmark,
    "claim.stated": drop_claim,
    "claim.reworded": restore_words,
    "statement.corrected": uncorrect,
    "statement.withdrawn": restore_statement,
    "claim.topics_set": restore_topics,
    **dict.fromkeys(("claim.shown", "claim.hidden"), show_as_before),
    "position.taken": withdraw_position,
    "position.taken_back": restore_position,
    **{f"conflict.{state}": unsettle for state in Conflict.State},
    "denial.dismissed": bring_back_denial,
    "source.merged": unmerge,
    "source.told_apart": untell_apart,
    **dict.fromkeys(MOVES, put_back),
    **{f"versions.{answer}": undecide for answer in ("accepted", "refused", "same_event")},
    "suggestion.dismissed": suggest_again,
    "claim.assigned": restore_assignment,
    "comment.resolved": reopen_resolved,
    "correction.begun": drop_correction,
    "evidence.added": withdraw_evidence,
    "evidence.removed": restore_evidence,
    "letter.dismissed": undo_dismissal,
    "letter.became_claim": untie_claim,
    **dict.fromkeys(("translation.named", "translation.left"), restore_translations),
}
