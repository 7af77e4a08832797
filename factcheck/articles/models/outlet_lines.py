"""The lines that stand in many articles of one outlet, and where they stand."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from factcheck.articles.models.articles import Article, Outlet


class BlockQuerySet(models.QuerySet["Block"]):
    def counted(self) -> Self:
        """With `articles`: in how many articles each stands."""
        return self.annotate(articles=models.Count("holdings"))

    def told(self) -> Self:
        """With what a list tells of each: how many articles, who decided, and the last few articles as examples."""
        articles = Holding.objects.select_related("article").order_by("-article_id")
        some = articles.defer("article__received", "article__text", "article__findings")[: Block.EXAMPLES]
        return (
            self.counted().select_related("decided_by").prefetch_related(models.Prefetch("holdings", some, "examples"))
        )

    def no_longer_common(self) -> Self:
        """Those that nobody decided about, and that stand in too few stories by now."""
        stories = models.Count("holdings__article__story", distinct=True)
        return self.filter(decided_at=None).alias(stories=stories).filter(stories__lt=Block.MANY)


class Block(models.Model):
    """A line that stands in many articles of one outlet, whatever they report: its furniture, or a person says not."""

    MANY = 5  # stories in which it stands, among an outlet's last articles
    EXAMPLES = 3
    articles: int  # of those that are `counted()`

    class State(models.TextChoices):
        RECOGNISED = "recognised", pgettext_lazy("line of an outlet", "furniture")
        ASKED = "asked", pgettext_lazy("line of an outlet", "to be decided")
        DECLINED = "declined", pgettext_lazy("line of an outlet", "not furniture")

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="blocks")
    hash = models.BigIntegerField()
    text = models.TextField(_("as it stood first"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECOGNISED)
    doubt = models.CharField(_("why a person decides"), max_length=200, blank=True)
    recognised_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["outlet", "hash"],
                name="block_is_recognised_once",
                violation_error_message=_("This line of the outlet is known already."),
            ),
        ]

    def __str__(self) -> str:
        return Truncator(self.text).chars(120)

    def get_absolute_url(self) -> str:
        return reverse("desk:furniture", args=[self.outlet_id])

    @property
    def is_furniture(self) -> bool:
        return self.state == self.State.RECOGNISED


class Holding(models.Model):
    """That one block stands in one article, left out of its reading text or not."""

    pk = models.CompositePrimaryKey("article", "block")
    # Without constraints, as for fingerprints; the primary key finds the rows of an article.
    article = models.ForeignKey(Article, models.CASCADE, related_name="holdings", db_constraint=False, db_index=False)
    block = models.ForeignKey(Block, models.CASCADE, related_name="holdings", db_constraint=False)

    def __str__(self) -> str:
        return f"{self.block_id} in {self.article_id}"
