"""Writing the messages of an act, in its own transaction: what is taken back with it was never told.

The ledger calls `tell_of_act` with each entry. A comment is no act there, so the step that writes it calls
`tell_of_comment`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from factcheck.ledger.models import Entry
from factcheck.verdicts.assignments import people_of_the_desk
from factcheck.verdicts.messages.mail_messages import mail_messages
from factcheck.verdicts.messages.news import News, news_of_act, news_of_comment
from factcheck.verdicts.models import Comment, Delivery, Message, Verdict

VERDICT_OF = {"verdicts.verdict": "verdict", "verdicts.revision": "verdict__revisions"}


def tell_of_act(entry: Entry) -> None:
    """Tell each person whom the act of `entry` concerns once, but not whoever did it."""
    if subject := VERDICT_OF.get(entry.subject_type):
        _let_reviews_rest(subject, entry.subject_id)
    _deliver(news_of_act(entry), actor=entry.actor, message=partial(Message, entry=entry))


def tell_of_comment(comment: Comment) -> None:
    """Tell each person whom a comment names or concerns once, but not its author."""
    _deliver(news_of_comment(comment), actor=comment.author, message=partial(Message, comment=comment))


def _deliver(news: Iterable[News], *, actor: User | None, message: partial[Message]) -> None:
    """Write one message to each person, of the first news that concerns them; mails go once all of it is committed."""
    first: dict[int, News] = {}
    for one in news:
        first = {**dict.fromkeys(one.people, one), **first}
    if actor:
        first.pop(actor.pk, None)
    if not first:
        return
    chosen = {(row.person_id, row.kind): row.way for row in Delivery.objects.filter(person__in=first)}
    messages = []
    for person in people_of_the_desk().filter(pk__in=first):
        one = first[person.pk]
        way = chosen.get((person.pk, one.kind), Delivery.usual(one.kind))
        if way != Delivery.Way.NONE:
            messages.append(message(recipient=person, **_told(one), **_mailed(way, person)))
    Message.objects.bulk_create(messages)
    if any(written.mail for written in messages):
        transaction.on_commit(mail_messages.enqueue, robust=True)


def _told(news: News) -> dict[str, object]:
    verdict = news.about if isinstance(news.about, Verdict) else None
    claim = news.about.claim if isinstance(news.about, Verdict) else news.about
    return {"kind": news.kind, "what": news.what[:200], "claim": claim, "verdict": verdict}


def _mailed(way: str, person: User) -> dict[str, object]:
    if way != Delivery.Way.MAIL or not person.email or not settings.SENDS_MAIL:
        return {}
    return {"mail": Message.Mail.WAITING, "mail_due_at": timezone.now()}


def _let_reviews_rest(subject: str, key: int) -> None:
    """What no longer waits for review asks nobody to review it."""
    asking = Message.objects.filter(**{subject: key}, kind=Message.Kind.TO_REVIEW).unread()
    asking.exclude(verdict__status=Verdict.Status.IN_REVIEW).update(read_at=timezone.now())
