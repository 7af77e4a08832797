"""What people of the desk are told of acts that concern them, and how each wants to be told."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from factcheck.claims.models import Claim
from factcheck.ledger.models import Entry
from factcheck.verdicts.models.teamwork import Comment
from factcheck.verdicts.models.verdicts import Verdict


class MessageQuerySet(models.QuerySet["Message"]):
    def to(self, person: Any) -> Self:
        return self.filter(recipient=person)

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)

    def told_alone(self) -> Self:
        """Leaves out those about what waits on the desk until it is done, whether the message was read or not."""
        return self.exclude(kind__in=[Message.Kind.SENT_BACK, Message.Kind.TO_REVIEW])

    def to_mail(self) -> Self:
        """Those whose mail is due, to people who may still get it and have not seen them on the desk meanwhile."""
        waiting = self.filter(mail=Message.Mail.WAITING, mail_due_at__lte=timezone.now())
        return waiting.unread().filter(recipient__is_active=True)

    def with_causes(self) -> Self:
        """With whoever did what the message tells, and what it is about."""
        return self.select_related("entry__actor", "comment__author", "claim", "verdict")


class Message(models.Model):
    """One person is told of one act, or of one comment, that concerns them.

    `what` continues a sentence that begins with the name of whoever did it.
    """

    class Kind(models.TextChoices):
        ASSIGNED = "assigned", _("A claim is assigned to you")
        TASK_CHANGED = "task_changed", _("What is assigned to you is changed, or given to somebody else")
        SENT_BACK = "sent_back", _("A verdict of yours is sent back, or taken back to draft")
        TO_REVIEW = "to_review", _("A verdict that you may approve goes to review")
        PUBLISHED = "published", _("A verdict of yours is published")
        CORRECTED = "corrected", _("A published verdict of yours is updated, corrected or clarified")
        RETRACTED = "retracted", _("A published verdict of yours is retracted")
        MENTIONED = "mentioned", _("Somebody names you in a comment")
        COMMENTED = "commented", _("Somebody comments on what is yours")

    class Mail(models.TextChoices):
        NONE = "", pgettext_lazy("mail", "no mail")
        WAITING = "waiting", pgettext_lazy("mail", "Waiting")
        SENT = "sent", pgettext_lazy("mail", "Sent")
        FAILED = "failed", pgettext_lazy("mail", "Failed")

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    what = models.CharField(max_length=200)
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="+")
    verdict = models.ForeignKey(Verdict, models.CASCADE, null=True, blank=True, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    comment = models.ForeignKey(Comment, models.CASCADE, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    mail = models.CharField(max_length=7, choices=Mail.choices, default=Mail.NONE, blank=True)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mail_due_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(entry__isnull=False, comment__isnull=True) | Q(entry__isnull=True, comment__isnull=False),
                name="message_tells_of_an_act_or_a_comment",
            ),
            models.UniqueConstraint(fields=["recipient", "entry"], name="message_of_an_act_is_one_a_person"),
            models.UniqueConstraint(fields=["recipient", "comment"], name="message_of_a_comment_is_one_a_person"),
        ]
        indexes = [
            models.Index(fields=["recipient", "-id"], name="message_by_recipient"),
            models.Index(fields=["recipient"], condition=Q(read_at__isnull=True), name="message_unread"),
            models.Index(fields=["mail_due_at"], condition=Q(mail="waiting"), name="message_to_mail"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.claim}"

    def get_absolute_url(self) -> str:
        """The page of the desk that the message leads to."""
        page, subject = ("desk:verdict", self.verdict) if self.verdict else ("desk:claim", self.claim)
        return reverse(page, args=[subject.slug], fragment="comments" if self.comment_id else None)

    @property
    def is_read(self) -> bool:
        return self.read_at is not None

    @property
    def actor(self) -> User | None:
        """Whoever did what the message tells; None where nobody asked for it."""
        return self.comment.author if self.comment else self._entry.actor

    @property
    def at(self) -> datetime:
        return self.comment.created_at if self.comment else self._entry.at

    @property
    def _entry(self) -> Entry:
        assert self.entry  # noqa: S101 - a constraint holds it
        return self.entry


class Delivery(models.Model):
    """How one person wants to be told of one kind of thing. Where there is no row, it is as `usual` says."""

    class Way(models.TextChoices):
        MAIL = "mail", _("on the desk and by mail")
        DESK = "desk", _("on the desk only")
        NONE = "none", _("not at all")

    BY_MAIL = (Message.Kind.ASSIGNED, Message.Kind.SENT_BACK, Message.Kind.MENTIONED)

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Message.Kind.choices)
    way = models.CharField(max_length=4, choices=Way.choices)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="delivery_is_one_a_person_and_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_way_display()}"

    @classmethod
    def usual(cls, kind: str) -> Delivery.Way:
        return cls.Way.MAIL if kind in cls.BY_MAIL else cls.Way.DESK
