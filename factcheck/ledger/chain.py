"""Adding an entry to the ledger, and proving that none was changed, removed or put between, nor what they vouch for.

Rooms whose rows the ledger vouches for have them proved too: they register a check when the application starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.ledger.acts import words_of
from factcheck.ledger.models import GENESIS, Entry, Head

type Check = Callable[[], Iterable[str]]

type Listener = Callable[[Entry], None]

_checks: list[Check] = []
_listeners: list[Listener] = []


class ChainBroken(Exception):
    """The ledger does not add up; `faults` names every row that does not fit, each in a sentence."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__(" ".join(faults))


@dataclass(frozen=True)
class Anchor:
    """How the chain stood once, written down outside the database: an entry's number and its hash."""

    number: int
    hash: str

    @classmethod
    def read(cls, text: str) -> Self:
        """An anchor from `NUMBER:HASH`. Raises ValueError if it is none."""
        number, _, digest = text.strip().partition(":")
        if not number.isdecimal() or len(number) > 18 or len(digest) != 64:
            raise ValueError(f"“{text}” is no anchor. Give it as ledger_head prints it: NUMBER:HASH.")
        return cls(int(number), digest.lower())

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


def when_verifying(check: Check) -> None:
    """Have `verify` ask `check` too, which yields a sentence for each row that is not as the ledger says."""
    if check not in _checks:
        _checks.append(check)


def when_recorded(listener: Listener) -> None:
    """Have `listener` called with each new entry, in the transaction of its act."""
    if listener not in _listeners:
        _listeners.append(listener)


@transaction.atomic
def record(act: str, *, actor: User | None, on: models.Model, **details: Any) -> Entry:
    """Append one act to the ledger, inside the transaction of the act itself.

    `details` must be plain JSON. `actor` is None for what the system does unasked. Raises KeyError for an act that has
    no words.
    """
    words_of(act, kind=on._meta.model_name or "")
    head = Head.objects.select_for_update(no_key=True).get_or_create(pk=1)[0]
    entry = Entry(
        pk=(Entry.objects.aggregate(last=Max("pk"))["last"] or 0) + 1,
        act=act,
        actor=actor,
        at=timezone.now(),
        subject_type=on._meta.label_lower,
        subject_id=on.pk,
        subject_name=str(on)[:300],
        details=details,
        previous_hash=head.hash,
    )
    entry.hash = entry.seal()
    entry.save(force_insert=True)
    head.hash, head.length = entry.hash, head.length + 1
    head.save()
    for listener in _listeners:
        listener(entry)
    return entry


def take_turn() -> None:
    """Wait until nobody else is about to add an entry; nobody can from then on until this transaction ends.

    What a verb finds afterwards stays so until its own entry stands: two who begin one thing at once come one after the
    other. A verb that holds rows as well takes its turn before them wherever a listener, or what follows from another
    act, may ask for the same rows: those wait for the rows while they have the turn.
    """
    Head.objects.select_for_update(no_key=True).get_or_create(pk=1)


def head_of_chain() -> Anchor:
    """How the chain stands now: the number and the hash of its last entry; number 0 before the first."""
    last = Entry.objects.only("pk", "hash").first()
    return Anchor(last.pk, last.hash) if last else Anchor(0, GENESIS)


def verify(anchor: Anchor | None = None) -> int:
    """Walk the whole chain and all it vouches for, and return how many entries it holds.

    Raises ChainBroken, which names every row that does not fit, or that the chain does not hold the `anchor`.
    """
    faults = [*_faults_of_chain(), *_faults_of_anchor(anchor)]
    for check in _checks:
        faults += check()
    if faults:
        raise ChainBroken(faults)
    return Entry.objects.count()


def _faults_of_chain() -> Iterator[str]:
    previous, count = GENESIS, 0
    for entry in Entry.objects.order_by("pk").iterator():
        if not entry.is_sealed:
            yield _("Ledger entry %(pk)s (%(words)s) was changed.") % {"pk": entry.pk, "words": entry.words}
        elif entry.previous_hash != previous:
            yield _("Before ledger entry %(pk)s (%(words)s) one was changed, removed or put between.") % {
                "pk": entry.pk,
                "words": entry.words,
            }
        previous, count = entry.hash, count + 1
    heads = list(Head.objects.order_by("pk"))
    if len(heads) > 1 or any(head.pk != 1 for head in heads):
        yield _("The ledger has a head that no act of this desk made.")
    head = next((head for head in heads if head.pk == 1), Head())
    if head.length != count:
        yield _("The ledger should end with entry number %(length)s, but %(count)s are there.") % {
            "length": head.length,
            "count": count,
        }
    elif head.hash != previous:
        yield _("The head of the ledger does not hold the hash of the last entry.")


def _faults_of_anchor(anchor: Anchor | None) -> Iterator[str]:
    if anchor is None or anchor == Anchor(0, GENESIS):
        return
    held = Entry.objects.filter(pk=anchor.number).values_list("hash", flat=True).first()
    if held is None:
        yield _("Entry %(number)s was in the ledger when the anchor was written down, and is not there now.") % {
            "number": anchor.number
        }
    elif held != anchor.hash:
        yield _("Entry %(number)s has another hash than the anchor: the chain was written anew since.") % {
            "number": anchor.number
        }
