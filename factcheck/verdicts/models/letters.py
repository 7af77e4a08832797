"""What readers write to the desk without an account, and the addresses of those who want to be told."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from factcheck.claims.models import Claim
from factcheck.verdicts.models.verdicts import Verdict

LONGEST_LETTER = 4_000
LONGEST_PLACE = 500
MOST_MAIL_TRIES = 5


class LetterQuerySet(models.QuerySet["Letter"]):
    def open(self) -> Self:
        return self.filter(state=Letter.State.OPEN)


class Letter(models.Model):
    """An error that a reader reports, or a claim that one asks the desk to check; the same words are one letter.

    `place` is the page that it is about, or where the claim was seen. The reference opens the page on which whoever
    wrote finds the answer, and is told to nobody else. `digest` stands for the words.
    """

    class Kind(models.TextChoices):
        ERROR = "error", _("An error reported")
        CLAIM = "claim", _("A claim to check")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ANSWERED = "answered", _("answered")
        DISMISSED = "dismissed", _("put aside")

    kind = models.CharField(max_length=5, choices=Kind.choices)
    reference = models.SlugField(max_length=20, unique=True)
    digest = models.CharField(max_length=64)
    text = models.TextField(max_length=LONGEST_LETTER, blank=True)
    place = models.CharField(max_length=LONGEST_PLACE, blank=True)
    language = models.CharField(max_length=15)
    times = models.PositiveIntegerField(default=1)
    received_at = models.DateTimeField()
    verdict = models.ForeignKey(Verdict, models.SET_NULL, null=True, blank=True, related_name="letters")
    claim = models.ForeignKey(Claim, models.SET_NULL, null=True, blank=True, related_name="letters")
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    answer = models.TextField(max_length=LONGEST_LETTER, blank=True)
    note = models.TextField(max_length=LONGEST_LETTER, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "digest"], name="letter_of_the_same_words_is_one"),
            models.CheckConstraint(
                condition=~Q(state="answered") | ~Q(answer=""),
                name="answered_letter_has_an_answer",
                violation_error_message=_("Write what the reader is to be told."),
            ),
        ]
        indexes = [models.Index(fields=["-id"], condition=Q(state="open"), name="letter_open")]

    def __str__(self) -> str:
        """Nothing of what it says: the ledger keeps this, and is never cleared."""
        return f"{self.kind} letter {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("public:letter", args=[self.reference])

    @property
    def is_open(self) -> bool:
        return self.state == Letter.State.OPEN


class LetterWriterQuerySet(models.QuerySet["LetterWriter"]):
    def to_mail(self) -> Self:
        """Those whose letter is answered, who were not told yet, and of whom it is time to try."""
        untold = self.filter(told_at__isnull=True, letter__state=Letter.State.ANSWERED, mail_tries__lt=MOST_MAIL_TRIES)
        return untold.filter(mail_due_at__lte=timezone.now())

    def expired(self) -> Self:
        """Those who wrote so long ago that their address is no longer kept."""
        return self.filter(left_at__lt=timezone.now() - timedelta(days=settings.LETTER_ADDRESS_DAYS))


class LetterWriter(models.Model):
    """The mail address that somebody left with a letter, apart from its words and for a bounded time."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="writers")
    address = models.EmailField()
    language = models.CharField(max_length=15)
    left_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mail_due_at = models.DateTimeField()

    objects = LetterWriterQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "address"], name="letter_writer_is_one_a_letter")]
        indexes = [
            models.Index(fields=["mail_due_at"], condition=Q(told_at__isnull=True), name="letter_writer_untold"),
            models.Index(fields=["left_at"], name="letter_writer_left"),
        ]

    def __str__(self) -> str:
        return f"a writer of {self.letter}"


class LetterCount(models.Model):
    """One letter came from one network, of which no more is kept than a digest that changes every day."""

    network = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at", "network"], name="letter_count_by_time")]

    def __str__(self) -> str:
        return f"a letter at {self.at:%H:%M}"
