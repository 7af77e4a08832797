"""What claims are about."""

from __future__ import annotations

import unicodedata
from typing import Any, NamedTuple, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext as _

from factcheck.claims.models.claims import Claim
from factcheck.slugs import at_slug


class TopicQuerySet(models.QuerySet["Topic"]):
    def named(self, name: str) -> Self:
        """The topic of this name, however it is written in capitals and small letters."""
        return self.filter(key=key_of(name))

    def counted(self) -> Self:
        """Each with `how_many` claims it has."""
        return self.annotate(how_many=Count("claims"))

    def in_use(self) -> Self:
        """Those with a claim."""
        return self.counted().filter(how_many__gt=0)

    def commonest_first(self) -> Self:
        return self.counted().order_by("-how_many", "key")

    def public(self) -> Self:
        """Those with a claim that readers may see, and `how_many` of these."""
        seen = Count("claims", filter=Q(claims__in=Claim.objects.public()))
        return self.annotate(how_many=seen).filter(how_many__gt=0)

    def at_address(self, slug: str) -> Self:
        """The topic that an address leads to, its own or one that it had before."""
        former = TopicAlias.objects.filter(slug=slug).values("topic")
        return self.filter(at_slug(Topic, slug, former=former))


class TopicLink(NamedTuple):
    """A topic as a page names it, and leads to it."""

    slug: str
    name: str


def topic_lines(claim: models.OuterRef) -> models.Subquery:
    """Slug and name of the topics of a claim, a line for each, in the query that fetches the claim or what is on it."""
    line = Concat("slug", models.Value(" "), "name")
    of_claim = Topic.objects.filter(claims=claim).order_by().values("claims")
    return models.Subquery(of_claim.annotate(lines=models.StringAgg(line, models.Value("\n"))).values("lines"))


def read_topic_lines(lines: str | None) -> list[TopicLink]:
    """The topics that `topic_lines` gave, by name."""
    named = (TopicLink(*line.split(" ", 1)) for line in (lines or "").splitlines())
    return sorted(named, key=lambda topic: key_of(topic.name))


class Topic(models.Model):
    """What claims can be about, in a word or a few; a claim has any number of them. No verdict seals them."""

    name = models.CharField(max_length=60)
    key = models.CharField(max_length=120, unique=True, editable=False)  # the name, capitals and accents' forms apart
    slug = models.SlugField(max_length=120, unique=True)
    claims = models.ManyToManyField(Claim, related_name="topics", blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = key_of(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("public:topic", args=[self.slug])

    def clean_fields(self, exclude: Any = None) -> None:
        self.name = " ".join(self.name.split())
        self.key = key_of(self.name)
        super().clean_fields(exclude)

    def clean(self) -> None:
        if Topic.objects.named(self.name).exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("There is a topic “%(value)s” already.") % {"value": self.name}})


class TopicAlias(models.Model):
    """An address that a topic had before it was renamed or joined into another; it leads to the topic of now."""

    slug = models.SlugField(max_length=120, unique=True)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="aliases")

    def __str__(self) -> str:
        return self.slug


def key_of(name: str) -> str:
    """What two writings of one name have in common."""
    return unicodedata.normalize("NFKC", " ".join(name.split()).casefold())[:120]
