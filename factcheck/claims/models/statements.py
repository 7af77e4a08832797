"""What was said in one article, and the matters that it speaks of."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models import Article
from factcheck.claims.models.carriage import Carriage
from factcheck.claims.models.claims import Position
from factcheck.claims.models.sources import Source


class StatementQuerySet(models.QuerySet["Statement"]):
    def with_articles(self) -> Self:
        return self.select_related("source", "article__outlet", "article__story")

    def with_texts(self) -> Self:
        """With sources, and of each article what it takes to read the statement where it stands."""
        return self.select_related("source", "article").defer("article__received", "article__findings")

    def in_story(self, story: models.Model) -> Self:
        return self.filter(article__story=story)

    def standing_in(self, article: Article) -> Self:
        """What is marked in an article, and what is marked in another version whose words were found in it."""
        carried = Carriage.objects.filter(article=article, statement=models.OuterRef("pk")).exclude(spans=[])
        found = self.filter(Q(article=article) | models.Exists(carried))
        unread = ("text", "received", "findings")
        return found.select_related("source", "article__outlet").defer(*(f"article__{name}" for name in unread))

    def not_followed(self) -> models.QuerySet[Statement, tuple[int, str, str, str, int, str]]:
        """Each statement beside each version of its story that it was not followed into.

        Key and selector of the statement, key and text of the version.
        """
        known = Carriage.objects.filter(statement=models.OuterRef("pk"), article=models.OuterRef("version"))
        versions = self.order_by().annotate(version=F("article__story__articles"))
        unknown = versions.exclude(version=F("article")).filter(~models.Exists(known))
        return unknown.values_list("pk", "exact", "prefix", "suffix", "version", "article__story__articles__text")

    def without_terms(self) -> Self:
        """Statements that came by another way than marking, and are not in the index of terms yet."""
        return self.filter(~models.Exists(StatementTerm.objects.filter(statement=models.OuterRef("pk"))))

    def public(self) -> Self:
        """Statements that readers may see: those with a position on a public claim."""
        return self.filter(models.Exists(Position.objects.public().filter(statement=models.OuterRef("pk"))))


class Statement(models.Model):
    """One utterance in one article: an anchored quotation, its source, and how the paper gives it.

    `exact`, `prefix` and `suffix` are the W3C text-quote selector, `start` and `end` the text-position
    selector, both into the article's reading text, in code points.
    """

    class Manner(models.TextChoices):
        DIRECT = "direct", pgettext_lazy("statement", "direct speech")
        INDIRECT = "indirect", pgettext_lazy("statement", "indirect speech")
        OWN_WORDS = "own_words", pgettext_lazy("statement", "the paper's own words")

    article = models.ForeignKey(Article, models.PROTECT, related_name="statements")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="statements")
    manner = models.CharField(_("how it is given"), max_length=10, choices=Manner.choices)
    exact = models.TextField("words")
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    role = models.CharField(_("what the paper calls the speaker"), max_length=300, blank=True)
    said_on = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="statement_has_words",
                violation_error_message=_("A statement has at least one word."),
            ),
            models.UniqueConstraint(
                fields=["article", "start", "end"],
                name="statement_is_marked_once",
                violation_error_message=_("These words are marked as a statement already."),
            ),
            models.CheckConstraint(
                condition=Q(manner="own_words") | Q(source__isnull=False),
                name="statement_has_a_source",
                violation_error_message=_("Say who speaks, or that these are the paper's own words."),
            ),
        ]

    def __str__(self) -> str:
        words = self.exact if len(self.exact) <= 80 else f"{self.exact[:79]}…"
        return f"{self.speaker}: {words}"

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#statement-{self.pk}"

    def clean(self) -> None:
        if self.article_id and not self._is_anchored(self.article.text):
            raise ValidationError(
                gettext("The words do not stand at this place in the article's reading text. Select them again."),
                code="anchor",
            )

    def _is_anchored(self, text: str) -> bool:
        """Whether the words, and those before and after them, stand where they are said to; a field may be missing."""
        if None in (self.start, self.end):
            return True
        before, after = text[: self.start], text[self.end :]
        is_there = text[self.start : self.end] == self.exact
        return is_there and before.endswith(self.prefix) and after.startswith(self.suffix)

    @property
    def speaker(self) -> str:
        return self.source.name if self.source else str(self.article.outlet)

    @property
    def said_or_published_on(self) -> date | None:
        return self.said_on or self.article.published_on


class StatementTerm(models.Model):
    """One matter that one statement speaks of; a minus before it says that the statement denies it."""

    pk = models.CompositePrimaryKey("term", "statement")
    term = models.CharField(max_length=40)
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="terms")

    def __str__(self) -> str:
        return self.term
