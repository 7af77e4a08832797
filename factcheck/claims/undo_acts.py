"""Taking back one act on sources, statements, claims, positions and conflicts, as long as nothing builds on it.

Each of these takes the act's own ledger entry, which says what was there before, and leaves an entry of its own.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from factcheck.articles.models import DroppedDenial
from factcheck.claims.correct_statement import put, read_told
from factcheck.claims.follow_statements import follow
from factcheck.claims.merge_sources import put_asunder
from factcheck.claims.models import (
    Claim,
    Conflict,
    DismissedSuggestion,
    Position,
    Source,
    SourcesApart,
    Statement,
    Topic,
)
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo, as_left

BOTH = 2  # sides of a conflict


@transaction.atomic
def unmark(entry: Entry, *, editor: User) -> None:
    """Remove a statement again, with the conflicts suggested for it. Raises CannotUndo if anything builds on it."""
    statement = as_left(Statement, entry)
    if claim := Claim.objects.filter(positions__statement=statement).first():
        raise CannotUndo(_("The statement has a position on “%(claim)s” by now.") % {"claim": claim})
    if claim := Claim.objects.filter(origin=statement).first():
        raise CannotUndo(_("The statement is the origin of “%(claim)s” by now.") % {"claim": claim})
    if Conflict.objects.involving([statement]).exclude(state=Conflict.State.SUGGESTED).exists():
        raise CannotUndo(_("Somebody has settled a conflict of this statement since."))
    anchor = {"article": statement.article_id, "start": statement.start, "end": statement.end}
    record("statement.unmarked", actor=editor, on=statement, undoes=entry.pk, **anchor)
    try:
        statement.delete()
    except ProtectedError as error:
        raise CannotUndo(_("A verdict rests on this statement by now.")) from error


@transaction.atomic
def withdraw_position(entry: Entry, *, editor: User) -> None:
    """Untie a statement from a claim, or tie it as it was before; suggestions follow."""
    position = as_left(Position, entry)
    statement, before = position.statement, entry.details.get("before")
    act, key = "position.restored" if before else "position.withdrawn", position.pk
    if before:
        position.stance = before
        position.save()
    else:
        position.delete()
        position.pk = key
    record(act, actor=editor, on=position, undoes=entry.pk, claim=position.claim_id, stance=position.stance)
    suggest_for(statement)


@transaction.atomic
def unsettle(entry: Entry, *, editor: User) -> None:
    """Bring a conflict back to the state and explanation it had before it was settled."""
    conflict = as_left(Conflict, entry)
    conflict.state, conflict.explanation = entry.details["before"]
    conflict.full_clean()
    conflict.save()
    record("conflict.unsettled", actor=editor, on=conflict, undoes=entry.pk, state=conflict.state)


@transaction.atomic
def suggest_again(entry: Entry, *, editor: User) -> None:
    """Let words be suggested again that were dismissed."""
    dismissed = as_left(DismissedSuggestion, entry)
    record("suggestion.brought_back", actor=editor, on=dismissed, undoes=entry.pk)
    dismissed.delete()


@transaction.atomic
def bring_back_denial(entry: Entry, *, editor: User) -> None:
    """Have a denial that a version left out stand on the desk's list again."""
    denial = as_left(DroppedDenial, entry)
    denial.dismissed_by = denial.dismissed_at = None
    denial.save()
    record("denial.brought_back", actor=editor, on=denial, undoes=entry.pk)


@transaction.atomic
def restore_topics(entry: Entry, *, editor: User) -> None:
    """Have a claim be about what it was about before, as far as these topics are still there."""
    claim = as_left(Claim, entry)
    topics = list(Topic.objects.filter(pk__in=entry.details["before"]))
    claim.topics.set(topics)
    record("claim.topics_restored", actor=editor, on=claim, undoes=entry.pk, topics=[topic.name for topic in topics])


@transaction.atomic
def show_as_before(entry: Entry, *, editor: User) -> None:
    """Have a claim be public, or not, as it was before somebody made it so."""
    claim, before = as_left(Claim, entry), entry.details["before"]
    claim.shown_at = datetime.fromisoformat(before) if before else None
    claim.save(update_fields=["shown_at"])
    record("claim.unshown", actor=editor, on=claim, undoes=entry.pk)


@transaction.atomic
def drop_claim(entry: Entry, *, editor: User) -> None:
    """Remove a claim that was stated along with what is taken back, unless it is of use to somebody by now."""
    claim = Claim.objects.filter(pk=entry.subject_id, positions=None, aliases=None).first()
    if claim and not Entry.objects.on(claim).filter(act="claim.reworded").exists():
        _drop(claim, "claim.dropped", editor=editor, undoes=entry)


@transaction.atomic
def drop_source(entry: Entry, *, editor: User) -> None:
    """Remove a source that was named along with what is taken back, unless it is of use to somebody by now."""
    if source := Source.objects.filter(pk=entry.subject_id).first():
        _drop(source, "source.dropped", editor=editor, undoes=entry)


@transaction.atomic
def uncorrect(entry: Entry, *, editor: User) -> None:
    """Give a statement the words and facts that it had before it was corrected."""
    statement = put(as_left(Statement, entry), read_told(entry.details["was"]))
    record("statement.uncorrected", actor=editor, on=statement, undoes=entry.pk)
    suggest_for(statement)


@transaction.atomic
def restore_statement(entry: Entry, *, editor: User) -> None:
    """Bring a withdrawn statement back, with its positions and what was judged of its conflicts."""
    _must_be_gone(Statement, entry)
    details = entry.details
    if Claim.objects.filter(pk__in=details["claims"]).count() < len(details["claims"]):
        raise CannotUndo(_("A claim that it spoke of is joined with another by now."))
    statement = Statement(pk=entry.subject_id, **read_told(details["was"]))
    statement.full_clean()
    statement.save(force_insert=True)
    Statement.objects.filter(pk=statement.pk).update(created_at=details["was"]["created_at"])
    for kept in details["positions"]:
        Position.objects.create(pk=kept["pk"], statement=statement, claim_id=kept["claim"], stance=kept["stance"])
    for kept in details["conflicts"]:
        _restore_conflict(kept)
    Claim.objects.filter(pk__in=details["origin_of"], origin=None).update(origin=statement)
    follow(Statement.objects.filter(pk=statement.pk))
    record("statement.restored", actor=editor, on=statement, undoes=entry.pk)
    suggest_for(statement)


@transaction.atomic
def restore_position(entry: Entry, *, editor: User) -> None:
    """Tie a statement to a claim again, as it was before that was taken back."""
    _must_be_gone(Position, entry)
    statement = Statement.objects.filter(pk=entry.details["statement"]).first()
    if not statement or not Claim.objects.filter(pk=entry.details["claim"]).exists():
        raise CannotUndo(_("The statement or the claim is gone by now."))
    position = Position(
        pk=entry.subject_id, statement=statement, claim_id=entry.details["claim"], stance=entry.details["stance"]
    )
    position.full_clean()
    position.save(force_insert=True)
    told_of = {"claim": position.claim_id, "stance": position.stance}
    record("position.restored", actor=editor, on=position, undoes=entry.pk, **told_of)
    suggest_for(statement)


@transaction.atomic
def unmerge(entry: Entry, *, editor: User) -> None:
    """Have two sources again that were merged, each with what it said."""
    put_asunder(entry, as_left(Source, entry), editor=editor)


@transaction.atomic
def untell_apart(entry: Entry, *, editor: User) -> None:
    """Forget that two sources with like names are not one, so that it is asked again."""
    source = as_left(Source, entry)
    either = Q(first=source, second=entry.details["other"]) | Q(first=entry.details["other"], second=source)
    SourcesApart.objects.filter(either).delete()
    record("source.asked_again", actor=editor, on=source, undoes=entry.pk)


def _restore_conflict(kept: dict[str, Any]) -> None:
    """Put a conflict back that somebody had judged, if its other side is still there."""
    if Statement.objects.filter(pk__in=[kept["first_id"], kept["second_id"]]).count() == BOTH:
        Conflict.objects.create(**kept)


def _must_be_gone(model: type[models.Model], entry: Entry) -> None:
    later = Entry.objects.filter(subject_type=entry.subject_type, subject_id=entry.subject_id, pk__gt=entry.pk)
    if later.exists() or models.QuerySet(model).filter(pk=entry.subject_id).exists():
        raise CannotUndo(_("This is undone already."))


def _drop(row: models.Model, act: str, *, editor: User, undoes: Entry) -> None:
    try:
        with transaction.atomic():
            record(act, actor=editor, on=row, undoes=undoes.pk)
            row.delete()
    except ProtectedError:
        return  # others use it: then it stays, and the entry goes with the savepoint
