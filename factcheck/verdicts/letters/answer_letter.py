"""What the desk makes of a letter: an answer, a claim, or nothing, with a note for the desk."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.claims.models import Claim
from factcheck.claims.take_position import state_claim
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.models import Entry
from factcheck.ledger.people import name_of
from factcheck.ledger.undo import as_left
from factcheck.verdicts.letters.forget_readers import forget_old_addresses
from factcheck.verdicts.letters.mail_answers import mail_answers
from factcheck.verdicts.models import Letter


class LetterClosed(Exception):
    """Somebody was quicker; the message says who."""


@transaction.atomic
def answer(letter: Letter, *, text: str, editor: User) -> None:
    """Tell whoever wrote it: by mail if they left an address, and on the page that their reference opens.

    Raises LetterClosed, or ValidationError where nothing is said.
    """
    letter = _held_open(letter)
    letter.answer = text.replace("\r\n", "\n").strip()
    _close(letter, Letter.State.ANSWERED, "letter.answered", editor=editor)
    forget_old_addresses()
    if settings.SENDS_MAIL and letter.writers.exists():
        transaction.on_commit(lambda: mail_answers.enqueue() and None)


@transaction.atomic
def dismiss(letter: Letter, *, note: str, editor: User) -> None:
    """Put it aside, with a note for the desk; nobody is told. Raises LetterClosed."""
    letter = _held_open(letter)
    letter.note = note.replace("\r\n", "\n").strip()
    _close(letter, Letter.State.DISMISSED, "letter.dismissed", editor=editor)


@transaction.atomic
def reopen(letter: Letter, *, editor: User) -> None:
    """Have an answered or dismissed letter wait again; an answer that was sent stays where it arrived."""
    take_turn()
    letter = Letter.objects.select_for_update(no_key=True).get(pk=letter.pk)
    if not letter.is_open:
        _open(letter)
        record("letter.reopened", actor=editor, on=letter)


@transaction.atomic
def claim_of(letter: Letter, *, text: str, editor: User) -> Claim:
    """State the claim of a letter, or find the one that has these words, and tie the letter to it.

    Raises ValidationError where they are no claim's.
    """
    claim = state_claim(text, editor=editor)
    letter = Letter.objects.select_for_update(no_key=True).get(pk=letter.pk)
    if letter.claim_id != claim.pk:
        before, letter.claim = letter.claim_id, claim
        letter.save(update_fields=["claim"])
        record("letter.became_claim", actor=editor, on=letter, claim=claim.pk, before=before)
    return claim


@transaction.atomic
def undo_dismissal(entry: Entry, *, editor: User) -> None:
    """Have a letter wait again that was put aside."""
    letter = as_left(Letter, entry)
    _open(letter)
    record("letter.reopened", actor=editor, on=letter, undoes=entry.pk)


@transaction.atomic
def untie_claim(entry: Entry, *, editor: User) -> None:
    """Have a letter be of the claim it was of before, or of none."""
    letter = as_left(Letter, entry)
    letter.claim = Claim.objects.filter(pk=entry.details["before"]).first()
    letter.save(update_fields=["claim"])
    record("letter.untied", actor=editor, on=letter, undoes=entry.pk)


def _held_open(letter: Letter) -> Letter:
    take_turn()
    letter = Letter.objects.select_for_update(no_key=True, of=("self",)).select_related("closed_by").get(pk=letter.pk)
    if not letter.is_open:
        who = name_of(letter.closed_by) if letter.closed_by else _("Somebody")
        raise LetterClosed(
            _("%(who)s has dealt with this letter already: it is %(state)s.")
            % {"who": who, "state": letter.get_state_display()}
        )
    return letter


def _close(letter: Letter, state: Letter.State, act: str, *, editor: User) -> None:
    letter.state, letter.closed_by, letter.closed_at = state, editor, timezone.now()
    letter.full_clean()
    letter.save()
    record(act, actor=editor, on=letter)


def _open(letter: Letter) -> None:
    letter.state, letter.closed_by, letter.closed_at = Letter.State.OPEN, None, None
    letter.save()
