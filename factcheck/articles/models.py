"""What papers published: outlets, stories, articles, the fingerprints they are found by, and the files they came in."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

OVERDUE = timedelta(seconds=30)


class OutletQuerySet(models.QuerySet["Outlet"]):
    def get_by_natural_key(self, name: str) -> Outlet:
        return self.get(name=name)


class Outlet(models.Model):
    """A publisher."""

    UNKNOWN = "Unknown outlet"

    name = models.CharField(max_length=200, unique=True)
    domain = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=12, default="en", help_text="A language tag such as en or es.")
    is_text_public = models.BooleanField(
        "whole text may be shown to the public",
        default=False,
        help_text="Leave off unless the publisher allows it: public pages then show one sentence and a link.",
    )

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["domain"],
                condition=~Q(domain=""),
                name="outlet_domain_is_unique",
                violation_error_message="Another outlet has this domain already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)

    @property
    def is_unknown(self) -> bool:
        return self.name == self.UNKNOWN


class StoryQuerySet(models.QuerySet["Story"]):
    def get_by_natural_key(self, slug: str) -> Story:
        return self.get(slug=slug)


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

    @property
    def original(self) -> Article | None:
        return next((article for article in self.versions if article.is_original), None)

    @property
    def versions(self) -> list[Article]:
        """All articles of the story, the original first, then by date."""
        return sorted(self.articles.all(), key=Article.version_order)


class ImportBatch(models.Model):
    """One file taken in: what it holds, what it would do or did, and who said so."""

    class Status(models.TextChoices):
        READING = "reading"  # a preview is being made
        PREVIEWED = "previewed"
        IMPORTING = "importing"  # or broken off: `taken` says after which row
        DONE = "done"
        REFUSED = "refused"  # the file as a whole; `refusal` says why
        DISCARDED = "discarded"
        UNDONE = "undone"

    PATIENCE = timedelta(minutes=1)

    name = models.CharField("file name", max_length=255)
    sha256 = models.CharField("SHA-256 of the file", max_length=64, db_index=True)
    file = models.FileField(upload_to="imports/", blank=True)
    shape = models.CharField("format", max_length=12, blank=True)
    given = models.JSONField("given for every row", default=dict, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PREVIEWED)
    refusal = models.TextField("why it was refused", blank=True)
    counts = models.JSONField(default=dict)
    preview = models.JSONField(default=dict, blank=True)
    outlets_made = models.JSONField(default=list, blank=True)
    taken = models.PositiveBigIntegerField("rows done", default=0)
    at = models.PositiveBigIntegerField("bytes read", default=0)
    size = models.PositiveBigIntegerField("bytes of the file", default=0)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    began_at = models.DateTimeField(null=True, blank=True)
    alive_at = models.DateTimeField("last sign of life", null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "import batches"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_at_work(self) -> bool:
        return self.status in (self.Status.READING, self.Status.IMPORTING)

    @property
    def is_stalled(self) -> bool:
        """Whether nothing was heard for so long that whoever worked on it must be gone."""
        if not self.is_at_work or self.alive_at is None:
            return False
        return timezone.now() - self.alive_at > self.PATIENCE

    @property
    def can_be_undone(self) -> bool:
        return self.status in (self.Status.DONE, self.Status.IMPORTING)


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def refused(self) -> Self:
        return self.filter(fate=ImportRow.Fate.REFUSED)


class ImportRow(models.Model):
    """What one row of a batch did to a stored row, and what stood there before; or why the row was refused.

    The articles that a batch of articles created have no such row: they name their batch themselves.
    """

    class Fate(models.TextChoices):
        CREATED = "created"
        CHANGED = "changed"
        REFUSED = "refused"

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    number = models.PositiveBigIntegerField(help_text="Counted through the whole file, from 1.")
    fate = models.CharField(max_length=8, choices=Fate.choices)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    place = models.CharField(max_length=400, blank=True)
    reason = models.TextField(blank=True)
    line = models.TextField("the refused row as JSON", blank=True)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        ordering = ["number", "id"]
        indexes = [models.Index(fields=["batch", "fate", "number"])]

    def __str__(self) -> str:
        return f"{self.batch}, row {self.number}: {self.fate}"


class ArticleQuerySet(models.QuerySet["Article"]):
    def get_by_natural_key(self, received_sha256: str, url: str, outlet: str) -> Article:
        return self.get(received_sha256=received_sha256, url=url, outlet__name=outlet)

    def newest_at_address(self) -> Self:
        return self.filter(next__isnull=True)

    def with_outlets(self) -> Self:
        return self.select_related("outlet", "story")

    def in_lists(self) -> Self:
        """What a list tells of each, without the texts."""
        return self.with_outlets().defer("received", "text", "findings")


class Article(models.Model):
    """One text that one outlet published at one address at one time. Its text never changes."""

    class Relation(models.TextChoices):
        ORIGINAL = "original"
        COPY = "copy"
        UPDATE = "update"
        DERIVED = "derived"
        RELATED = "related"

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="articles", db_index=False)  # see `indexes`
    story = models.ForeignKey(Story, models.PROTECT, related_name="articles")
    relation = models.CharField(max_length=10, choices=Relation.choices, default=Relation.ORIGINAL)
    is_story_chosen = models.BooleanField("story was chosen by a person", default=False)
    url = models.CharField("address", max_length=1000, blank=True, validators=[URLValidator(["http", "https"])])
    headline = models.CharField(max_length=500)
    byline = models.CharField(max_length=500, blank=True)
    agency = models.CharField("agency credit", max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    listed_on = models.GeneratedField(  # where lists have it: undated articles stand last
        expression=Coalesce("published_on", models.Value(date(1, 1, 1))),
        output_field=models.DateField(),
        db_persist=True,
    )
    language = models.CharField(max_length=12, default="en")
    received = models.TextField("text as received")
    received_sha256 = models.CharField(max_length=64, editable=False)
    text = models.TextField("reading text")
    findings = models.JSONField("what was inferred and left out", default=list, blank=True)
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
                violation_error_message="This text was received from this outlet and address already.",
            ),
            models.UniqueConstraint(
                fields=["story"],
                condition=Q(relation="original"),
                name="story_has_one_original",
                violation_error_message="This story has an original already.",
            ),
            models.CheckConstraint(
                condition=Q(previous__isnull=True) | ~Q(previous=F("id")),
                name="article_does_not_follow_itself",
                violation_error_message="An article cannot be its own previous version.",
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
            sentence = "An article's text never changes. Import the new text at the same address: it follows this one."
            raise ValidationError(dict.fromkeys(changed, sentence))

    @property
    def page_received(self) -> Page | None:
        """The page that the server fetched last for this text, if it fetched one."""
        return self.pages.without_bodies().first()

    @property
    def is_original(self) -> bool:
        return self.relation == self.Relation.ORIGINAL

    def version_order(self) -> tuple[bool, str, int]:
        """Sorts the versions of a story: the original, then by date, undated last."""
        return not self.is_original, str(self.published_on or "9999"), self.pk


class PageQuerySet(models.QuerySet["Page"]):
    def without_bodies(self) -> Self:
        return self.defer("body")


class Page(models.Model):
    """One address that an editor asked the server to fetch, and the page as it was received, with its hash."""

    class State(models.TextChoices):
        WAITING = "waiting"
        FETCHED = "fetched"
        REFUSED = "refused"
        IMPORTED = "imported"

    url = models.CharField("address asked for", max_length=1000, validators=[URLValidator(["http", "https"])])
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    final_url = models.CharField("address that answered", max_length=1000, blank=True)
    status = models.PositiveSmallIntegerField("status of the answer", null=True, blank=True)
    headers = models.JSONField("headers as received", default=list, blank=True)
    body = models.BinaryField("page as received", null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    robots = models.CharField("what robots.txt says", max_length=500, blank=True)
    error = models.TextField("why it was refused", blank=True)
    outcome = models.TextField("what became of the article", blank=True)
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="pages")
    fetched_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    fetched_at = models.DateTimeField(null=True, blank=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.url

    def get_absolute_url(self) -> str:
        return reverse("desk:page", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.WAITING, self.State.FETCHED)

    @property
    def is_overdue(self) -> bool:
        """Whether it is under way for so long that nobody seems to work on it."""
        return self.is_under_way and timezone.now() - self.created_at > OVERDUE


class Fingerprint(models.Model):
    """One winnowed hash of one article's text; articles that share some are candidates for one story."""

    pk = models.CompositePrimaryKey("hash", "article")
    hash = models.BigIntegerField()
    # Without a constraint, which the database would check for each of many millions of rows.
    article = models.ForeignKey(Article, models.CASCADE, related_name="fingerprints", db_constraint=False)

    def __str__(self) -> str:
        return f"{self.hash:016x}"


class CommonFingerprint(models.Model):
    """A fingerprint of words that stand in too many stories to say where a text comes from: furniture."""

    hash = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return f"{self.hash:016x}"


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
        RECOGNISED = "recognised", "furniture"
        ASKED = "asked", "to be decided"
        DECLINED = "declined", "not furniture"

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="blocks")
    hash = models.BigIntegerField()
    text = models.TextField("as it stood first")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECOGNISED)
    doubt = models.CharField("why a person decides", max_length=200, blank=True)
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
                violation_error_message="This line of the outlet is known already.",
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


class VersionSuggestionQuerySet(models.QuerySet["VersionSuggestion"]):
    def open(self) -> Self:
        """Those that nobody decided, and that are not settled by the articles' being in one story by now."""
        return self.filter(state=VersionSuggestion.State.SUGGESTED).exclude(article__story=F("candidate__story"))

    def held_apart(self) -> Self:
        return self.filter(state__in=[VersionSuggestion.State.REFUSED, VersionSuggestion.State.SAME_EVENT])

    def with_articles(self) -> Self:
        return self.select_related(
            "article__outlet", "article__story", "candidate__outlet", "candidate__story", "decided_by"
        )


class VersionSuggestion(models.Model):
    """Two articles of different stories that may be versions of one, for a person to decide."""

    class State(models.TextChoices):
        SUGGESTED = "suggested"
        ACCEPTED = "accepted", "versions of one story"
        REFUSED = "refused", "not versions of one story"
        SAME_EVENT = "same_event", "same event, not the same text"

    article = models.ForeignKey(Article, models.CASCADE, related_name="suggestions")
    candidate = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name="article stored before it")
    relation = models.CharField(max_length=10)
    in_original = models.FloatField("share of the candidate's words")
    in_version = models.FloatField("share of the article's words")
    shared = models.PositiveIntegerField("fingerprints that both have")
    because = models.CharField("why a person decides", max_length=300)
    state = models.CharField(max_length=12, choices=State.choices, default=State.SUGGESTED)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VersionSuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "candidate"],
                name="version_is_suggested_once",
                violation_error_message="This was suggested already.",
            ),
            models.CheckConstraint(
                condition=~Q(article=F("candidate")),
                name="version_suggestion_has_two_articles",
                violation_error_message="An article is no version of itself.",
            ),
        ]
        indexes = [models.Index(fields=["state", "-id"])]

    def __str__(self) -> str:
        return f"{self.article} – {self.candidate}"

    @property
    def stories(self) -> frozenset[int]:
        return frozenset((self.article.story_id, self.candidate.story_id))


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
