"""What people of the desk say to each other about a claim or a draft, and when that is dealt with."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.claims.models import Claim
from factcheck.ledger.chain import record
from factcheck.ledger.people import name_of
from factcheck.verdicts.messages.tell_people import tell_of_comment
from factcheck.verdicts.models import Comment, Verdict


class AlreadySo(Exception):
    """Somebody was quicker to resolve or reopen the comment; the message names them."""


@transaction.atomic
def comment(text: str, *, on: Claim | Verdict, author: User) -> Comment:
    """Say something about a claim or a draft, and tell whom it names or concerns.

    Raises ValidationError if nothing is said, or too much.

    It is no act for the ledger: the comment itself is never changed and names its author and time.
    """
    written = Comment(text=text.replace("\r\n", "\n").strip(), author=author)
    if isinstance(on, Verdict):
        written.verdict = on
    else:
        written.claim = on
    written.full_clean()
    written.save()
    tell_of_comment(written)
    return written


@transaction.atomic
def resolve(comment: Comment, *, editor: User) -> Comment:
    """Call a comment dealt with. Raises AlreadySo if somebody has."""
    comment = _locked(comment)
    if comment.resolved_by:
        raise AlreadySo(
            _("%(resolved_by)s has resolved this comment already.") % {"resolved_by": name_of(comment.resolved_by)}
        )
    comment.resolved_at, comment.resolved_by = timezone.now(), editor
    comment.save()
    record("comment.resolved", actor=editor, on=comment)
    return comment


@transaction.atomic
def reopen(comment: Comment, *, editor: User) -> Comment:
    """Call a resolved comment open again. Raises AlreadySo if it is."""
    comment = _locked(comment)
    if not comment.is_resolved:
        raise AlreadySo(_("This comment is open already."))
    comment.resolved_at = comment.resolved_by = None
    comment.save()
    record("comment.reopened", actor=editor, on=comment)
    return comment


def _locked(comment: Comment) -> Comment:
    return Comment.objects.select_for_update(no_key=True, of=("self",)).select_related("resolved_by").get(pk=comment.pk)
