"""Second opinions: how somebody rates a claim who has not seen the verdict on it."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from factcheck.languages.sentences import noted
from factcheck.verdicts.models.ratings import Rating
from factcheck.verdicts.models.verdicts import Verdict


class SecondOpinionQuerySet(models.QuerySet["SecondOpinion"]):
    def awaited(self) -> Self:
        return self.filter(answered_at__isnull=True)

    def awaited_from(self, user: User) -> Self:
        return self.awaited().filter(asked_of=user).select_related("verdict__claim", "asked_by")

    def unsettled(self) -> Self:
        """Those that rate the claim otherwise than the verdict does now, which nobody has answered for this rating."""
        answered = self.filter(answered_at__isnull=False).exclude(rating=F("verdict__rating"))
        return answered.filter(Q(settled_rating__isnull=True) | ~Q(settled_rating=F("verdict__rating")))

    def with_people(self) -> Self:
        return self.select_related("asked_of", "asked_by", "rating", "settled_by")


class SecondOpinion(models.Model):
    """How one more editor rates the claim of a verdict without seeing it: a rating and a sentence.

    Where that is another rating than the verdict's, `settlement` says why the verdict stands; it holds as long as the
    verdict keeps the rating that it was written for.
    """

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="opinions")
    asked_of = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    rating = models.ForeignKey(Rating, models.PROTECT, null=True, blank=True, related_name="+")
    sentence = models.CharField("why", max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    settlement = models.CharField(max_length=500, blank=True)
    settled_rating = models.ForeignKey(Rating, models.PROTECT, null=True, blank=True, related_name="+")
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SecondOpinionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["verdict"],
                condition=Q(answered_at__isnull=True),
                name="second_opinion_is_awaited_from_one",
                violation_error_message=_("Somebody is asked for a second opinion already."),
            ),
            models.UniqueConstraint(
                fields=["verdict", "asked_of"],
                name="second_opinion_is_one_a_person",
                violation_error_message=_("This person has rated it already."),
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(rating__isnull=False) & ~Q(sentence=""),
                name="second_opinion_has_a_rating_and_says_why",
                violation_error_message=_("Give a rating, and say why in a sentence."),
            ),
        ]

    def __str__(self) -> str:
        return noted("Second opinion of %(asked_of)s on %(verdict)s", asked_of=self.asked_of, verdict=self.verdict)

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None

    @property
    def agrees(self) -> bool:
        """Whether it rates the claim as the verdict does now."""
        return self.is_answered and self.rating_id == self.verdict.rating_id

    @property
    def is_settled(self) -> bool:
        """Whether somebody has said why the verdict keeps its present rating all the same."""
        return bool(self.settlement) and self.settled_rating_id == self.verdict.rating_id
