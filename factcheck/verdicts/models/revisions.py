"""What was published of verdicts, state by state; nothing of it is ever changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from factcheck.languages.sentences import noted
from factcheck.ledger.models import Entry
from factcheck.ledger.people import NOBODY_NAMED, REVIEWER_UNNAMED
from factcheck.verdicts.models.ratings import Rating

RELEASES = ("verdict.published", "verdict.retracted")  # the acts that make a revision public


@dataclass(frozen=True)
class Authorship:
    """Who wrote and reviewed one state of a verdict, as readers know them, and when it became public."""

    author: str
    reviewer: str
    is_rated_twice: bool
    kind: str
    published_at: datetime | None

    @property
    def kind_told(self) -> str:
        return str(Revision.Kind(self.kind).label)


class RevisionQuerySet(models.QuerySet["Revision"]):
    def released_after(self, entry: Entry) -> Self:
        """Those whose own entry in the ledger comes after this one, whatever the clock said."""
        label = Revision._meta.label_lower
        released = Entry.objects.filter(subject_type=label, act__in=RELEASES, pk__gt=entry.pk)
        return self.filter(pk__in=released.values("subject_id"))

    def current(self) -> Self:
        """The state of each verdict that readers see now, with its verdict, claim and rating."""
        return self.filter(current_of__isnull=False).select_related("verdict__claim", "rating")

    def standing(self) -> Self:
        return self.exclude(kind=Revision.Kind.RETRACTED)

    def outlined(self) -> Self:
        """What a list of revisions tells, without their texts."""
        return self.only("verdict", "number", "kind", "note", "published_at")

    def with_corrected_mark(self) -> Self:
        """Adds `was_corrected`, which stays true when a later revision is an update."""
        corrected = Revision.objects.filter(verdict=models.OuterRef("verdict"), kind=Revision.Kind.CORRECTED)
        return self.annotate(was_corrected=models.Exists(corrected))

    def with_predecessor(self) -> Self:
        """Adds `predecessor`, the slug of the verdict on the same claim that was retracted before, if there is one."""
        earlier = Revision.objects.current().filter(
            verdict__claim=models.OuterRef("verdict__claim"), verdict__lt=models.OuterRef("verdict")
        )
        return self.annotate(predecessor=models.Subquery(earlier.order_by("-verdict").values("verdict__slug")[:1]))

    def with_bylines(self) -> Self:
        """Adds what `author_byline` and `reviewer_byline` have to know: whether a name is the login of an account."""
        return self.annotate(
            author_is_login=models.Exists(_accounts_without_the_name("author_name")),
            reviewer_is_login=models.Exists(_accounts_without_the_name("reviewer_name")),
        )

    def since_publication(self) -> Self:
        """Every change of what was public: updates, corrections, clarifications, retractions."""
        return self.exclude(kind=Revision.Kind.PUBLISHED)


def _accounts_without_the_name(column: str) -> models.QuerySet[User]:
    """Those whose login is the name in this column, and whose full name is another."""
    name = models.OuterRef(column)
    return User.objects.filter(username=name).exclude(first_name=name, last_name="")


class Revision(models.Model):
    """One published state of a verdict, whole, never changed afterwards.

    `claimant`, `evidence`, `positions` and `strips` are what stood on the page, as a `Snapshot` writes them.
    """

    TOLD = (
        "claim_text", "rating_label", "rating_definition", "rating_number", "conclusion", "reasoning", "claimant",
        "evidence", "positions", "author_name", "reviewer_name", "kind", "note", "number",
    )  # fmt: skip

    class Kind(models.TextChoices):
        PUBLISHED = "published", pgettext_lazy("revision", "Published")
        UPDATED = "updated", pgettext_lazy("revision", "Updated")
        CORRECTED = "corrected", pgettext_lazy("revision", "Corrected")
        CLARIFIED = "clarified", pgettext_lazy("revision", "Clarified")
        RETRACTED = "retracted", pgettext_lazy("revision", "Retracted")

    TEXTS = ("reasoning", "claimant", "evidence", "positions", "strips")  # what makes a row long

    CHANGES = {  # what a reviewer may call a later revision
        Kind.UPDATED: _("an update: new facts"),
        Kind.CORRECTED: _("a correction: something was wrong"),
        Kind.CLARIFIED: _("a clarification: something was unclear"),
    }

    verdict = models.ForeignKey("verdicts.Verdict", models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    note = models.TextField(blank=True, help_text=_("What changed and why, for readers."))
    claim_text = models.CharField(max_length=200)
    rating = models.ForeignKey(Rating, models.PROTECT, related_name="+")
    rating_label = models.CharField(max_length=40)
    rating_definition = models.CharField(max_length=300)
    rating_number = models.SmallIntegerField(null=True, blank=True)
    rating_colour = models.CharField(max_length=7)
    conclusion = models.CharField(max_length=300)
    reasoning = models.TextField(blank=True)
    claimant = models.JSONField(default=dict, blank=True)
    evidence = models.JSONField(default=list, blank=True)
    positions = models.JSONField(default=list, blank=True)
    strips = models.JSONField(
        null=True, blank=True, help_text=_("What each paper printed of the stories that are quoted.")
    )
    author_name = models.CharField(max_length=200)
    reviewer_name = models.CharField(max_length=200)
    published_at = models.DateTimeField()
    checklist = models.JSONField(
        _("what its reviewer ticked"),
        null=True,
        blank=True,
        help_text=_("Key, sentence, who and when, of each; not public."),
    )
    is_rated_twice = models.BooleanField(
        null=True,
        blank=True,
        help_text=_("Whether a second editor, who had not seen the verdict, rated the claim the same."),
    )
    is_urgent = models.BooleanField(
        null=True, blank=True, help_text=_("Of a retraction: whether one person decided it.")
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "number"], name="revision_number_is_unique"),
            models.CheckConstraint(
                condition=Q(kind="published") | ~Q(note=""),
                name="revision_says_what_changed",
                violation_error_message=_("Say in the note what changed and why; readers see it."),
            ),
        ]
        indexes = [
            models.Index(fields=["-id"], condition=~Q(kind="published"), name="revision_changes_newest"),
            models.Index(fields=["verdict", "published_at"], name="revision_of_verdict_by_day"),
        ]

    def __str__(self) -> str:
        return noted("%(verdict)s, revision %(number)s", verdict=self.verdict, number=self.number)

    def get_absolute_url(self) -> str:
        return reverse("public:revision", args=[self.verdict.slug, self.number])

    @property
    def author_byline(self) -> str:
        """The author as readers know them; the first releases published the login of who had no full name."""
        is_login = getattr(self, "author_is_login", False) or "@" in self.author_name
        return NOBODY_NAMED if is_login else self.author_name

    @property
    def reviewer_byline(self) -> str:
        is_login = getattr(self, "reviewer_is_login", False) or "@" in self.reviewer_name
        return REVIEWER_UNNAMED if is_login else self.reviewer_name

    @property
    def byline(self) -> Authorship:
        people = self.author_byline, self.reviewer_byline
        return Authorship(*people, bool(self.is_rated_twice), self.kind, self.published_at)

    @property
    def is_retraction(self) -> bool:
        return self.kind == self.Kind.RETRACTED

    @property
    def statements(self) -> set[int]:
        """The keys of the statements that the page quotes."""
        placed = [quotation for side in self.positions for quotation in side.get("statements", ())]
        quotations = [*placed, *self.evidence, self.claimant]
        return {quotation["statement"] for quotation in quotations if quotation.get("statement")}

    @classmethod
    def columns(cls) -> list[str]:
        """The names of all columns; the ledger keeps them with the hash, so that a later column leaves it true."""
        return [field.attname for field in cls._meta.concrete_fields]

    def sha256(self, columns: Iterable[str] | None = None) -> str:
        """The hash of the values of these columns, or of all, in hexadecimal; the ledger keeps it."""
        return _sha256({name: _plain(getattr(self, name)) for name in columns or self.columns()})

    def sha256_of_told(self) -> str:
        """The hash that the first releases kept: of what a page says, without times and keys."""
        return _sha256({name: getattr(self, name) for name in self.TOLD})


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _sha256(told: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
