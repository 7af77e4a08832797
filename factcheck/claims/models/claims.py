"""The checkable sentences, and what statements say of them."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models import Story
from factcheck.languages.retold import kept_label
from factcheck.slugs import at_slug


class ClaimQuerySet(models.QuerySet["Claim"]):
    def contested(self) -> Self:
        """Claims that at least one statement supports and at least one denies."""
        positions = Position.objects.filter(claim=models.OuterRef("pk"))
        return self.filter(
            models.Exists(positions.filter(stance=Position.Stance.SUPPORTS)),
            models.Exists(positions.filter(stance=Position.Stance.DENIES)),
        )

    def shown(self) -> Self:
        """Claims that somebody made public; all of them where the settings want no such act."""
        return self.all() if settings.SHOWS_CONTESTED_CLAIMS else self.filter(shown_at__isnull=False)

    def open_to_readers(self) -> Self:
        """Claims that readers see without a verdict: contested in the papers, and made public by a person."""
        return self.shown().contested()

    def public(self) -> Self:
        """Claims that readers may see: with a published verdict, or contested and made public.

        Both sides of a contested claim stand in the papers already; a claim with one side is a working note.
        """
        return self.filter(_is_decided()) | self.open_to_readers()

    def undecided(self) -> Self:
        """Claims on which readers find no verdict; one may be in the works."""
        return self.filter(~_is_decided())

    def without_verdict(self) -> Self:
        return self.filter(verdict__isnull=True)

    def at_address(self, slug: str) -> Self:
        """The claim that an address leads to, its own or one that it had before."""
        former = ClaimAlias.objects.filter(slug=slug).values("claim")
        return self.filter(at_slug(Claim, slug, former=former))


def _is_decided() -> models.Exists:
    """Whether readers find a verdict on the claim, even if it is a retracted one."""
    return models.Exists(Claim.objects.filter(pk=models.OuterRef("pk"), verdict__current__isnull=False))


class Claim(models.Model):
    """One checkable sentence that statements are for or against."""

    text = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    origin = models.ForeignKey(
        "claims.Statement",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The statement that made the claim. Left empty, it is the earliest that supports it."),
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    shown_at = models.DateTimeField(_("made public as contested"), null=True, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["-created_at", "-id"]),
            models.Index(fields=["-created_at", "-id"], condition=Q(shown_at__isnull=False), name="claim_shown_newest"),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("public:claim", args=[self.slug])

    def clean(self) -> None:
        if ClaimAlias.objects.filter(slug=self.slug).exclude(claim=self.pk).exists():
            raise ValidationError(
                {"slug": gettext("Another claim had this address, and it leads there. Choose another.")}
            )

    @property
    def verdict(self) -> Any:
        """The newest verdict, or None; the ones before it were retracted. Lists fetch `verdicts` beforehand."""
        return max(self.verdicts.all(), key=lambda verdict: verdict.pk, default=None)

    @property
    def public_text(self) -> str:
        """Its words as readers know them: those that its last verdict was published with, else its own.

        Readers' pages fetch `public_verdicts` beforehand, the desk's all `verdicts`, both with what is published.
        """
        verdicts: Any = getattr(self, "public_verdicts", None)
        if verdicts is None:
            verdicts = self.verdicts.all()
        public = [verdict for verdict in verdicts if verdict.current_id is not None]
        newest = max(public, key=lambda verdict: verdict.pk, default=None)
        return newest.current.claim_text if newest else self.text


class ClaimAlias(models.Model):
    """An address that a claim had before it was reworded or joined into another; it leads to the claim of now."""

    slug = models.SlugField(max_length=120, unique=True)
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="aliases")

    def __str__(self) -> str:
        return self.slug


class PositionQuerySet(models.QuerySet["Position"]):
    def public(self) -> Self:
        return self.filter(models.Exists(Claim.objects.public().filter(pk=models.OuterRef("claim"))))

    def denying_in(self, story: Story) -> set[int]:
        """The keys of a story's statements that deny a claim."""
        denying = self.filter(stance=Position.Stance.DENIES, statement__article__story=story)
        return set(denying.values_list("statement", flat=True))

    def with_statements(self) -> Self:
        related = ("statement__source", "statement__article__outlet", "statement__article__story")
        return self.select_related(*related).defer("statement__article__received", "statement__article__findings")


class Position(models.Model):
    """What one statement says of one claim."""

    class Stance(models.TextChoices):
        SUPPORTS = "supports", pgettext_lazy("position", "Supports")
        DENIES = "denies", pgettext_lazy("position", "Denies")
        QUALIFIES = "qualifies", pgettext_lazy("position", "Qualifies")
        MENTIONS = "mentions", pgettext_lazy("position", "Mentions")

    statement = models.ForeignKey("claims.Statement", models.CASCADE, related_name="positions")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="positions")
    stance = models.CharField(max_length=10, choices=Stance.choices)

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ["statement__said_on", "statement__article__published_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "claim"],
                name="statement_has_one_position_on_a_claim",
                violation_error_message=_("This statement has a position on this claim already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement} {kept_label(self.Stance(self.stance))} “{self.claim}”"
