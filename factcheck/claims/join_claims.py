"""Making one claim of two that say the same."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.claims.models import Claim, ClaimAlias, Position, Statement
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.ledger.chain import record


class CannotJoin(Exception):
    """Two claims that have to stay apart; the message says why and what to do."""


@transaction.atomic
def join(claim: Claim, *, into: Claim, editor: User) -> Claim:
    """Move everything said of `claim` to `into`; the address of `claim` leads there from now on.

    A statement with a position on both keeps the one on `into`. If readers could see `claim`, they can see `into`.
    Suggested conflicts follow what is said now. Raises CannotJoin for one claim, or one with a verdict.
    """
    if claim.pk == into.pk:
        raise CannotJoin(_("This is the same claim. Choose another one to join it with."))
    if claim.verdict:
        raise CannotJoin(
            _("This claim has a verdict, and a verdict is never moved. Join the other claim into this one.")
        )
    moved = list(Statement.objects.with_texts().filter(positions__claim=claim))
    held = into.positions.values("statement")
    Position.objects.filter(claim=claim, statement__in=held).delete()
    Position.objects.filter(claim=claim).update(claim=into)
    ClaimAlias.objects.filter(claim=claim).update(claim=into)
    ClaimAlias.objects.create(slug=claim.slug, claim=into)
    into.topics.add(*claim.topics.all())
    if shown_at := Claim.objects.values_list("shown_at", flat=True).get(pk=claim.pk):
        Claim.objects.filter(pk=into.pk, shown_at=None).update(shown_at=shown_at)
    record("claim.joined", actor=editor, on=into, joined=claim.text, slug=claim.slug)
    claim.delete()
    for statement in moved:
        suggest_for(statement)
    return into
