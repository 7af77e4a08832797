"""What papers published: outlets, stories and articles."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models.date_hints import date_hints
from factcheck.articles.models.imports import ImportBatch
from factcheck.articles.models.languages import language_name
from factcheck.languages.sentences import noted
from factcheck.slugs import at_slug

FIRST_WORDS = noted("no headline stands there; these are its first words")  # why a text is called so
UNDATED = date(1, 1, 1)  # where lists have articles of an unknown day


class OutletQuerySet(models.QuerySet["Outlet"]):
    def get_by_natural_key(self, name: str) -> Outlet:
        return self.get(name=name)


class Outlet(models.Model):
    """A publisher."""

    UNKNOWN = "Unknown outlet"

    name = models.CharField(max_length=200, unique=True)
    domain = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=12, default="en", help_text=_("A language tag such as en or es."))
    is_text_public = models.BooleanField(
        _("whole text may be shown to the public"),
        default=False,
        help_text=_("Leave off unless the publisher allows it: public pages then show one sentence and a link."),
    )

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["domain"],
                condition=~Q(domain=""),
                name="outlet_domain_is_unique",
                violation_error_message=_("Another outlet has this domain already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)

    @property
    def is_unknown(self) -> bool:
        return self.name == self.UNKNOWN

    @property
    def public_name(self) -> str:
        return public_name_of(self.name)


class StoryQuerySet(models.QuerySet["Story"]):
    def get_by_natural_key(self, slug: str) -> Story:
        return self.get(slug=slug)

    def at_address(self, slug: str) -> Self:
        """The story that an address leads to, its own or one of a story that it was joined with."""
        former = StoryAlias.objects.filter(slug=slug).values("story")
        return self.filter(at_slug(Story, slug, former=former))


class Story(models.Model):
    """One piece of reporting and all its published versions."""

    title = models.CharField(max_length=300)
    slug = models.SlugField(max_length=120, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("public:story", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        if StoryAlias.objects.filter(slug=self.slug).exclude(story=self.pk).exists():
            raise ValidationError(
                {"slug": gettext("Another story had this address, and it leads there. Choose another.")}
            )

    @property
    def original(self) -> Article | None:
        return next((article for article in self.versions if article.is_original), None)

    @property
    def versions(self) -> list[Article]:
        """All articles of the story, the original first, then by date."""
        return sorted(self.articles.all(), key=Article.version_order)


class StoryAlias(models.Model):
    """The address of a story that is part of another now; it leads to that one."""

    slug = models.SlugField(max_length=120, unique=True)
    story = models.ForeignKey(Story, models.CASCADE, related_name="aliases")

    class Meta:
        verbose_name_plural = _("story aliases")

    def __str__(self) -> str:
        return self.slug


class ArticleQuerySet(models.QuerySet["Article"]):
    def get_by_natural_key(self, received_sha256: str, url: str, outlet: str) -> Article:
        return self.get(received_sha256=received_sha256, url=url, outlet__name=outlet)

    def newest_at_address(self) -> Self:
        return self.filter(next__isnull=True)

    def reprints(self) -> Self:
        """Those that may be said to have left something out."""
        return self.filter(relation__in=Article.REPRINTS)

    def incomplete(self) -> Self:
        """Those of which the day or the paper is not known, so that nothing can be said of what they left out."""
        unknown = Outlet.objects.filter(name=Outlet.UNKNOWN).values("pk")[:1]
        return self.filter(Q(listed_on=UNDATED) | Q(outlet=models.Subquery(unknown)))

    def with_outlets(self) -> Self:
        return self.select_related("outlet", "story")

    def with_comparison(self) -> Self:
        """With what is recorded of each beside its original, if anything is."""
        texts = (f"comparison__original__{name}" for name in ("text", "received", "findings"))
        return self.select_related("comparison__original__outlet").defer(*texts)

    def in_lists(self) -> Self:
        """What a list tells of each, without the texts."""
        return self.with_outlets().defer("received", "text", "findings")


class Article(models.Model):
    """One text that one outlet published at one address at one time. Its text never changes."""

    class Relation(models.TextChoices):
        ORIGINAL = "original", pgettext_lazy("version", "original")
        COPY = "copy", pgettext_lazy("version", "reprint")
        UPDATE = "update", pgettext_lazy("version", "update")
        DERIVED = "derived", pgettext_lazy("version", "builds on it")
        RELATED = "related", pgettext_lazy("version", "another report")

    REPRINTS = (Relation.COPY, Relation.UPDATE)

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="articles", db_index=False)  # see `indexes`
    story = models.ForeignKey(Story, models.PROTECT, related_name="articles")
    relation = models.CharField(max_length=10, choices=Relation.choices, default=Relation.ORIGINAL)
    is_story_chosen = models.BooleanField(_("story was chosen by a person"), default=False)
    url = models.CharField("address", max_length=1000, blank=True, validators=[URLValidator(["http", "https"])])
    headline = models.CharField(max_length=500)
    byline = models.CharField(max_length=500, blank=True)
    agency = models.CharField(_("agency credit"), max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    listed_on = models.GeneratedField(  # where lists have it: undated articles stand last
        expression=Coalesce("published_on", models.Value(UNDATED)),
        output_field=models.DateField(),
        db_persist=True,
    )
    language = models.CharField(max_length=12, default="en")
    received = models.TextField(_("text as received"))
    received_sha256 = models.CharField(max_length=64, editable=False)
    text = models.TextField(_("reading text"))
    findings = models.JSONField(_("what was inferred and left out"), default=list, blank=True)
    fingerprint_count = models.PositiveIntegerField(default=0, editable=False)
    previous = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="next")
    batch = models.ForeignKey(ImportBatch, models.PROTECT, null=True, blank=True, related_name="articles")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["received_sha256", "url", "outlet"],
                name="article_is_received_once",
                violation_error_message=_("This text was received from this outlet and address already."),
            ),
            models.UniqueConstraint(
                fields=["story"],
                condition=Q(relation="original"),
                name="story_has_one_original",
                violation_error_message=_("This story has an original already."),
            ),
            models.CheckConstraint(
                condition=Q(previous__isnull=True) | ~Q(previous=F("id")),
                name="article_does_not_follow_itself",
                violation_error_message=_("An article cannot be its own previous version."),
            ),
        ]
        indexes = [
            models.Index(fields=["url"]),
            models.Index(fields=["published_on"]),
            models.Index(fields=["-listed_on", "-id"]),
            models.Index(fields=["outlet", "-listed_on", "-id"]),
            models.Index(fields=["outlet", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.headline} ({self.outlet})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.received_sha256 = sha256_of(self.received)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("desk:article", args=[self.pk])

    def natural_key(self) -> tuple[str, str, str]:
        return (sha256_of(self.received), self.url, *self.outlet.natural_key())

    natural_key.dependencies = ["articles.outlet"]  # type: ignore[attr-defined]  # how Django sorts a fixture's rows

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.received_sha256 = sha256_of(self.received)
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        stored = Article.objects.filter(pk=self.pk).values("received", "text").first() if self.pk else None
        changed = [name for name, value in (stored or {}).items() if value != getattr(self, name)]
        if changed:
            sentence = gettext(
                "An article's text never changes. Import the new text at the same address: it follows this one."
            )
            raise ValidationError(dict.fromkeys(changed, sentence))

    @property
    def credited_agency(self) -> str:
        """The agency, where it is another than the paper itself."""
        return "" if self.agency.casefold() == self.outlet.name.casefold() else self.agency

    @property
    def has_headline(self) -> bool:
        """Whether its headline stood somewhere, or somebody gave it one: else it is the text's first words."""
        return not any(one["because"] == FIRST_WORDS and one["value"] == self.headline for one in self.findings)

    @property
    def date_hints(self) -> list[str]:
        return date_hints(self.received)

    @property
    def language_name(self) -> str:
        return language_name(self.language)

    @property
    def is_original(self) -> bool:
        return self.relation == self.Relation.ORIGINAL

    @property
    def is_reprint(self) -> bool:
        """Whether it may be said to have left something out, if it came later: it is the same text."""
        return self.relation in self.REPRINTS

    def version_order(self) -> tuple[bool, str, int]:
        """Sorts the versions of a story: the original, then by date, undated last."""
        return not self.is_original, str(self.published_on or "9999"), self.pk


def public_name_of(outlet: str) -> str:
    """An outlet as readers know it: of one that nobody knows there is no name to print."""
    return gettext("a paper not known") if outlet == Outlet.UNKNOWN else outlet


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
