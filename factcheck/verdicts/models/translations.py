"""Verdicts that say the same in several languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models.languages import language_name
from factcheck.languages.catalogues import own_name
from factcheck.languages.of_page import path_in
from factcheck.languages.sentences import noted
from factcheck.verdicts.models.verdicts import Verdict


class TranslationQuerySet(models.QuerySet["Translation"]):
    def beside(self, verdict: Verdict | models.OuterRef) -> Self:
        """The rows of all verdicts that say the same as this one, its own among them."""
        return self.filter(original__translations__verdict=verdict)

    def shown(self) -> Self:
        """Of verdicts that stand in public: readers are told of no others."""
        return self.filter(verdict__current__isnull=False).exclude(verdict__status=Verdict.Status.RETRACTED)


class Translation(models.Model):
    """That a verdict says in its language what `original` says; the original has a row, too, which names itself.

    No verdict seals it: which others there are changes while a published state stands.
    """

    verdict = models.OneToOneField(Verdict, models.CASCADE, related_name="translation")
    original = models.ForeignKey(Verdict, models.PROTECT, related_name="translations")
    language = models.CharField(_("language"), max_length=20)

    objects = TranslationQuerySet.as_manager()

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["original", "language"],
                name="verdict_has_one_translation_in_a_language",
                violation_error_message=_("There is a verdict in this language among them already."),
            ),
        ]

    def __str__(self) -> str:
        return noted("Among translations: %(verdict)s", verdict=self.verdict)

    @property
    def language_told(self) -> str:
        return language_name(self.language)


class TranslatedPage(NamedTuple):
    """A verdict as pages in other languages lead to it."""

    language: str
    is_original: bool
    slug: str

    @property
    def language_told(self) -> str:
        """What its language is called in it."""
        return own_name(self.language)

    @property
    def is_spoken(self) -> bool:
        """Whether the site has its pages in this language."""
        return self.language in dict(settings.LANGUAGES)

    @property
    def path(self) -> str:
        """Its page, spoken in its language where the site speaks it."""
        return path_in(self.language, self.lasting_path) if self.is_spoken else self.lasting_path

    @property
    def lasting_path(self) -> str:
        """Its page in the site's own language: one check has one address, whatever language its page is read in."""
        return path_in(settings.LANGUAGE_CODE, reverse("public:verdict", args=[self.slug]))


@dataclass(frozen=True)
class Translations:
    """A public verdict with its language, if the desk named that, and the pages that say the same in others."""

    own: TranslatedPage | None = None
    others: Sequence[TranslatedPage] = ()

    @classmethod
    def read(cls, lines: str | None, *, slug: str) -> Self:
        """What `translation_lines` gave of the verdict with this slug; a retracted one has no others."""
        pages = sorted(map(_read_line, (lines or "").splitlines()))
        own = next((page for page in pages if page.slug == slug), None)
        return cls(own, tuple(page for page in pages if page != own)) if own else cls()


def translation_lines(verdict: models.OuterRef) -> models.Subquery:
    """A line for each public verdict that says the same as this one, in the query that fetches what is of it."""
    is_original = Case(When(verdict=F("original"), then=Value(" 1 ")), default=Value(" 0 "))
    line = Concat("verdict__slug", is_original, "language")  # PostgreSQL joins the last two, which have one type, first
    beside = Translation.objects.beside(verdict).shown().order_by().values("original")
    return models.Subquery(beside.annotate(lines=models.StringAgg(line, Value("\n"))).values("lines"))


def _read_line(line: str) -> TranslatedPage:
    slug, is_original, language = line.split(" ")
    return TranslatedPage(language, is_original == "1", slug)
