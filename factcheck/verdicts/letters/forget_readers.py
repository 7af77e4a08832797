"""Deleting what tells who wrote a letter: after a while by itself, and at once where somebody asks for it."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from factcheck.ledger.chain import record, take_turn
from factcheck.verdicts.models import Letter, LetterCount, LetterWriter


def forget_old_addresses() -> int:
    """Delete the addresses that were kept long enough, and return how many; of networks what is older than a day."""
    LetterCount.objects.filter(at__lt=timezone.now() - timedelta(days=1)).delete()
    return LetterWriter.objects.expired().delete()[0]


@transaction.atomic
def forget_reader(address: str) -> int:
    """Delete a mail address, and the words of letters that it alone was left with; return of how many it was."""
    take_turn()
    letters = list(Letter.objects.filter(writers__address__iexact=address).distinct())
    LetterWriter.objects.filter(address__iexact=address).delete()
    for letter in letters:
        if not letter.writers.exists():
            forget_letter(letter)
    return len(letters)


@transaction.atomic
def forget_letter(letter: Letter, *, editor: User | None = None) -> None:
    """Delete what a letter says, the answer and the note on it, and who wrote it; that there was one stays known."""
    take_turn()
    letter.writers.all().delete()
    state = Letter.State.DISMISSED
    forgotten = {"text": "", "place": "", "answer": "", "note": "", "digest": f"forgotten {letter.pk}", "state": state}
    Letter.objects.filter(pk=letter.pk).update(**forgotten)
    record("letter.forgotten", actor=editor, on=letter)
