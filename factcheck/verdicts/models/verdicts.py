"""Ratings, verdicts, evidence and revisions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from factcheck.claims.models import Carriage, Claim, Conflict, Statement
from factcheck.ledger.models import Entry

RELEASES = ("verdict.published", "verdict.retracted")  # the acts that make a revision public


class NotAllowed(Exception):
    """An act that the rules of review forbid; the message tells the person why and what to do."""


class Rating(models.Model):
    """One step of the desk's scale."""

    label = models.CharField(max_length=40, unique=True)
    slug = models.SlugField(max_length=40, unique=True)
    definition = models.CharField(max_length=300)
    number = models.SmallIntegerField(
        null=True,
        blank=True,
        unique=True,
        help_text="Its step on the scale, the truest highest. Empty for a rating outside the scale.",
    )
    colour = models.CharField(
        max_length=7, validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", "Write the colour as #rrggbb.")]
    )

    class Meta:
        ordering = [F("number").desc(nulls_last=True), "label"]

    def __str__(self) -> str:
        return self.label


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def public(self) -> Self:
        """Verdicts with a published state that readers may see, retracted ones among them."""
        return self.filter(current__isnull=False)

    def standing(self) -> Self:
        """Published verdicts that were not retracted."""
        return self.public().not_withdrawn()

    def not_withdrawn(self) -> Self:
        return self.exclude(status=Verdict.Status.RETRACTED)

    def awaiting_review(self) -> Self:
        return self.filter(status=Verdict.Status.IN_REVIEW)

    def reviewable_by(self, user: Any) -> Self:
        """Those in review that this person was not the last to change."""
        return self.awaiting_review().exclude(last_editor=user)

    def drafts_of(self, user: Any) -> Self:
        return self.filter(Q(author=user) | Q(last_editor=user), status=Verdict.Status.DRAFT)

    def out_of_step(self) -> Self:
        """Published verdicts that something changed under since, as the ledger tells."""
        release = {"subject_type": Revision._meta.label_lower, "act__in": RELEASES}
        released = Entry.objects.filter(subject_id=models.OuterRef(models.OuterRef("current")), **release)
        since = Q(pk__gt=models.Subquery(released.order_by("-pk").values("pk")[:1]))
        steps = {"subject_type": Verdict._meta.label_lower, "act__in": ("verdict.out_of_step", "verdict.in_step")}
        noted = Entry.objects.filter(since, subject_id=models.OuterRef("pk"), **steps).order_by("-pk")
        is_out = self.filter(status=Verdict.Status.PUBLISHED).alias(step=models.Subquery(noted.values("act")[:1]))
        return is_out.filter(step="verdict.out_of_step")

    def at_risk(self) -> Self:
        """Verdicts whose evidence gave way: a newer text of the article lacks or changes the words, or they clash anew.

        Those too that are out of step with what the desk says by now.
        A conflict counts if it was found after the last change of the verdict and nobody dismissed or explained it.
        """
        evidence = Evidence.objects.filter(verdict=models.OuterRef("pk"))
        given_way = evidence.filter(
            statement__carriages__article=F("statement__article__next"),
            statement__carriages__status__in=Carriage.CHANGED,
        )
        found_since = Q(state__in=Conflict.UNSETTLED, created_at__gt=models.OuterRef("verdict__changed_at"))
        either_side = Q(first=models.OuterRef("statement")) | Q(second=models.OuterRef("statement"))
        clashing = evidence.filter(models.Exists(Conflict.objects.filter(found_since & either_side)))
        out = Verdict.objects.out_of_step().filter(pk=models.OuterRef("pk"))
        return self.not_withdrawn().filter(models.Exists(given_way) | models.Exists(clashing) | models.Exists(out))

    def with_people(self) -> Self:
        return self.select_related("claim", "rating", "author", "last_editor", "reviewer", "current")


class Verdict(models.Model):
    """What the desk concluded about one claim, and how far it has come.

    The fields here are the working text. What readers see is `current`, the latest revision.
    """

    class Status(models.TextChoices):
        DRAFT = "draft"
        IN_REVIEW = "in_review", "in review"
        PUBLISHED = "published"
        RETRACTED = "retracted"

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="verdict")
    slug = models.SlugField(max_length=120, unique=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    rating = models.ForeignKey(Rating, models.PROTECT, null=True, blank=True, related_name="verdicts")
    conclusion = models.CharField(max_length=300, blank=True, help_text="One sentence that a reader can repeat.")
    reasoning = models.TextField(blank=True, help_text="Markdown.")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    last_editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    edition = models.PositiveIntegerField(default=1, help_text="Counts the changes of the working text.")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField()
    current = models.OneToOneField("Revision", models.PROTECT, null=True, blank=True, related_name="+")

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-id"]
        permissions = [("review_verdict", "Can approve, publish, correct and retract verdicts")]
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewer__isnull=True) | ~Q(reviewer=F("last_editor")),
                name="verdict_reviewer_is_not_last_editor",
                violation_error_message="A verdict cannot be approved by the last person who changed it.",
            ),
            models.CheckConstraint(
                condition=Q(status="draft") | Q(rating__isnull=False) & ~Q(conclusion=""),
                name="verdict_in_review_is_complete",
                violation_error_message="Give the verdict a rating and a conclusion before it goes to review.",
            ),
        ]

    def __str__(self) -> str:
        return f"Verdict on “{self.claim}”"

    def get_absolute_url(self) -> str:
        return reverse("public:verdict", args=[self.slug])

    @property
    def is_draft(self) -> bool:
        return self.status == self.Status.DRAFT

    @property
    def is_in_review(self) -> bool:
        return self.status == self.Status.IN_REVIEW

    @property
    def is_public(self) -> bool:
        return self.current_id is not None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was retracted: its page says so, and its text stays as it was."""
        return self.status == self.Status.RETRACTED


class Evidence(models.Model):
    """What a verdict rests on: a statement, or an outside document with its archive link."""

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="evidence")
    statement = models.ForeignKey(Statement, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField("document", max_length=300, blank=True)
    url = models.URLField("address", max_length=1000, blank=True)
    archive_url = models.URLField("archive link", max_length=1000, blank=True)
    note = models.CharField("what it shows", max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0, help_text="Its place among the verdict's evidence.")

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(statement__isnull=False, title="") | Q(statement__isnull=True) & ~Q(title="") & ~Q(url=""),
                name="evidence_is_a_statement_or_a_document",
                violation_error_message="Evidence is one statement, or a document with a title and an address.",
            ),
            models.UniqueConstraint(
                fields=["verdict", "statement"],
                name="statement_is_evidence_once",
                violation_error_message="The verdict rests on this statement already.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.statement)

    @property
    def address(self) -> str:
        """Where the document or the statement's article stands on the web; empty if it is not known."""
        return self.statement.article.url if self.statement else self.url


class RevisionQuerySet(models.QuerySet["Revision"]):
    def released_after(self, entry: Entry) -> Self:
        """Those whose own entry in the ledger comes after this one, whatever the clock said."""
        label = Revision._meta.label_lower
        released = Entry.objects.filter(subject_type=label, act__in=RELEASES, pk__gt=entry.pk)
        return self.filter(pk__in=released.values("subject_id"))

    def current(self) -> Self:
        """The state of each verdict that readers see now, with its verdict, claim and rating."""
        return self.filter(pk=F("verdict__current")).select_related("verdict__claim", "rating")

    def standing(self) -> Self:
        return self.exclude(kind=Revision.Kind.RETRACTED)

    def outlined(self) -> Self:
        """What a list of revisions tells, without their texts."""
        return self.only("verdict", "number", "kind", "note", "published_at")

    def with_corrected_mark(self) -> Self:
        """Adds `was_corrected`, which stays true when a later revision is an update."""
        corrected = Revision.objects.filter(verdict=models.OuterRef("verdict"), kind=Revision.Kind.CORRECTED)
        return self.annotate(was_corrected=models.Exists(corrected))

    def since_publication(self) -> Self:
        """Every change of what was public: updates, corrections, clarifications, retractions."""
        return self.exclude(kind=Revision.Kind.PUBLISHED)


class Revision(models.Model):
    """One published state of a verdict, whole, never changed afterwards.

    `claimant`, `evidence` and `positions` are what stood on the page, as a `Snapshot` writes them.
    """

    TOLD = (
        "claim_text", "rating_label", "rating_definition", "rating_number", "conclusion", "reasoning", "claimant",
        "evidence", "positions", "author_name", "reviewer_name", "kind", "note", "number",
    )  # fmt: skip

    class Kind(models.TextChoices):
        PUBLISHED = "published"
        UPDATED = "updated"
        CORRECTED = "corrected"
        CLARIFIED = "clarified"
        RETRACTED = "retracted"

    CHANGES = {  # what a reviewer may call a later revision
        Kind.UPDATED: "an update: new facts",
        Kind.CORRECTED: "a correction: something was wrong",
        Kind.CLARIFIED: "a clarification: something was unclear",
    }

    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    note = models.TextField(blank=True, help_text="What changed and why, for readers.")
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
    author_name = models.CharField(max_length=200)
    reviewer_name = models.CharField(max_length=200)
    published_at = models.DateTimeField()

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "number"], name="revision_number_is_unique"),
            models.CheckConstraint(
                condition=Q(kind="published") | ~Q(note=""),
                name="revision_says_what_changed",
                violation_error_message="Say in the note what changed and why; readers see it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict}, revision {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("public:revision", args=[self.verdict.slug, self.number])

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
