"""Taking in what a reader writes: once for the same words, in a bounded number from each network."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from factcheck.ledger.chain import record, take_turn
from factcheck.verdicts.letters.forget_readers import forget_old_addresses
from factcheck.verdicts.letters.mail_answers import mail_answers
from factcheck.verdicts.models import Letter, LetterCount, LetterWriter, Verdict

SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none is taken for another
OF_ALL_NETWORKS = 50  # times as many letters an hour as from one: robots have many addresses
VERDICT = re.compile(r"/verdicts/([-\w]+)/", re.ASCII)


class TooManyLetters(Exception):
    """So many letters came within the last hour that no more is taken in now."""


def receive(kind: Letter.Kind, *, text: str, place: str, address: str, language: str, network: str) -> Letter:
    """The letter with these words, new or as it was sent before; whoever left an address is told once it is answered.

    Raises TooManyLetters.
    """
    sender = salted_hmac("letters", f"{timezone.now():%Y-%m-%d} {network}", algorithm="sha256").hexdigest()
    _must_not_be_too_many(sender)  # before anybody waits for anybody
    return _receive(kind, text=text.strip(), place=place.strip(), address=address, language=language, sender=sender)


@transaction.atomic
def _receive(kind: Letter.Kind, *, text: str, place: str, address: str, language: str, sender: str) -> Letter:
    take_turn()
    _must_not_be_too_many(sender)
    now = timezone.now()
    LetterCount.objects.create(network=sender, at=now)
    forget_old_addresses()
    said = " ".join(text.casefold().split()) + (f"\n{place}" if kind == Letter.Kind.ERROR else "")
    digest = hashlib.sha256(said.encode()).hexdigest()
    letter = Letter.objects.filter(kind=kind, digest=digest).first()
    if letter:
        Letter.objects.filter(pk=letter.pk).update(times=F("times") + 1)
    else:
        verdict = _verdict_at(place) if kind == Letter.Kind.ERROR else None
        letter = Letter(kind=kind, reference=_reference(), digest=digest, text=text, place=place, language=language)
        letter.verdict, letter.received_at = verdict, now
        letter.full_clean()
        letter.save(force_insert=True)
        record("letter.received", actor=None, on=letter, verdict=verdict.pk if verdict else None)
    if address:
        left = {"language": language, "left_at": now, "mail_due_at": now}
        LetterWriter.objects.get_or_create(letter=letter, address=address, defaults=left)
    if address and letter.state == Letter.State.ANSWERED and settings.SENDS_MAIL:
        transaction.on_commit(lambda: mail_answers.enqueue() and None)
    return letter


def _must_not_be_too_many(sender: str) -> None:
    lately = LetterCount.objects.filter(at__gt=timezone.now() - timedelta(hours=1))
    most = settings.LETTERS_PER_HOUR
    if lately.filter(network=sender).count() >= most or lately.count() >= most * OF_ALL_NETWORKS:
        raise TooManyLetters


def _reference() -> str:
    signs = "".join(secrets.choice(SIGNS) for _ in range(12))
    return "-".join(signs[at : at + 4] for at in range(0, 12, 4))


def _verdict_at(place: str) -> Verdict | None:
    """The public verdict that an address leads to, in whichever language."""
    found = VERDICT.search(place)
    return Verdict.objects.public().filter(slug=found[1]).first() if found else None
