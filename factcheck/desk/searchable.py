"""What can be looked for at the desk, and how each kind of row is told among the results."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from factcheck.articles.models import Article, Outlet, Story, StoryQuerySet
from factcheck.claims.models import Claim, Source, SourceAlias, Statement
from factcheck.languages.retold import retold
from factcheck.search.facets import Facet, Several, Years
from factcheck.search.highlights import excerpt, highlight
from factcheck.search.kinds import Hit, Kind
from factcheck.search.matches import Beside
from factcheck.search.words import Query
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.prose import bare_words

SAID_ON = Coalesce("said_on", "article__published_on")
STATES = dict(Verdict.Status.choices)


def articles() -> QuerySet[Article]:
    return Article.objects.with_outlets().defer("received", "findings")


def tell_article(article: Article, query: Query) -> Hit:
    facts = _together(article.outlet, article.agency, _day(article.published_on))
    return Hit(highlight(article.headline, query), article.get_absolute_url(), excerpt(article.text, query), facts)


def tell_story(story: Story, query: Query) -> Hit:
    versions: list[Any] = [version.outlet for version in story.versions]
    papers = dict.fromkeys(map(str, versions))
    facts = _together(_versions(len(versions)), ", ".join(papers))
    return Hit(highlight(story.title, query), reverse("desk:story", args=[story.slug]), facts=facts)


def _versions(count: int) -> str:
    return ngettext("one version", "%(count)d versions", count) % {"count": count}


def stories_with_papers() -> StoryQuerySet:
    outlined = Article.objects.select_related("outlet").only("story", "relation", "published_on", "outlet__name")
    return Story.objects.prefetch_related(Prefetch("articles", outlined))


def tell_outlet(outlet: Outlet, query: Query) -> Hit:
    facts = "" if outlet.is_text_public else _("readers see quotations only")
    url = reverse("desk:articles", query={"outlet": outlet.pk})
    return Hit(highlight(outlet.name, query), url, highlight(outlet.domain, query), facts)


def statements() -> QuerySet[Statement]:
    whole = ("article__received", "article__findings", "article__text")
    return Statement.objects.with_articles().defer(*whole)


def tell_statement(statement: Statement, query: Query) -> Hit:
    facts = _together(statement.get_manner_display(), statement.article.outlet, _day(statement.said_or_published_on))
    url = reverse("desk:statement", args=[statement.pk])
    return Hit(highlight(statement.speaker, query), url, excerpt(statement.exact, query), facts)


def tell_source(source: Source, query: Query) -> Hit:
    facts = _together(source.get_kind_display(), "" if source.is_on_record else _("not on the record"))
    url = reverse("desk:source", args=[source.slug])
    return Hit(highlight(source.name, query), url, highlight(source.role, query), facts)


def claims(reader: User) -> QuerySet[Claim]:
    """Each with the status of its newest verdict and how that rates it, whatever was retracted before."""
    newest = Verdict.objects.visible_to(reader).filter(claim=OuterRef("pk")).order_by("-pk")
    columns = {"status": "status", "rating": "rating__slug", "rated": "rating__label", "colour": "rating__colour"}
    return Claim.objects.annotate(**{name: Subquery(newest.values(path)[:1]) for name, path in columns.items()})


def tell_claim(claim: Any, query: Query) -> Hit:
    facts = _("verdict %(state)s") % {"state": STATES[claim.status].lower()} if claim.status else _("no verdict")
    url = reverse("desk:claim", args=[claim.slug])
    return Hit(highlight(claim.text, query), url, facts=facts, rating=claim.rated or "", colour=claim.colour or "")


def tell_verdict(verdict: Verdict, query: Query) -> Hit:
    rating = verdict.rating
    return Hit(
        highlight(verdict.claim.text, query),
        reverse("desk:verdict", args=[verdict.slug]),
        excerpt("\n".join(filter(None, [verdict.conclusion, bare_words(verdict.reasoning)])), query),
        _together(
            STATES[verdict.status].lower(), "" if rating else _("not rated yet"), _day(verdict.changed_at.date())
        ),
        rating.label if rating else "",
        rating.colour if rating else "",
    )


def kinds_for(reader: User) -> list[Kind]:
    """Every kind that the desk holds, without the verdicts that `reader` is to rate before they see them."""
    return [
        Kind(
            "articles",
            _("Articles"),
            articles,
            tell_article,
            by=("listed_on", "id"),
            facets=[
                Facet("outlet", _("Outlet"), "outlet", "outlet__name"),
                Years("year", _("Year"), "published_on", without=_("undated")),
            ],
        ),
        Kind(
            "stories", _("Stories"), Story.objects.all, tell_story, by=("created_at", "id"), whole=stories_with_papers
        ),
        Kind(
            "papers",
            _("Papers"),
            Outlet.objects.all,
            tell_outlet,
            facets=[Facet("language", _("Language"), "language")],
        ),
        Kind(
            "statements",
            _("Statements"),
            statements,
            tell_statement,
            beside=[Beside("source", Source), Beside("source", SourceAlias, "source")],
            facets=[
                Facet("source", _("Source"), "source__slug", "source__name", without=_("the paper itself")),
                Facet("outlet", _("Outlet"), "article__outlet", "article__outlet__name"),
                Years("year", _("Year"), "on", without=_("undated"), given={"on": SAID_ON}),
            ],
        ),
        Kind(
            "sources",
            _("Sources"),
            Source.objects.all,
            tell_source,
            beside=[Beside("pk", SourceAlias, "source")],
            facets=[Facet("sort", _("Kind"), "kind", names=_labels(Source.Kind.choices))],
        ),
        Kind(
            "claims",
            _("Claims"),
            lambda: claims(reader),
            tell_claim,
            by=("created_at", "id"),
            facets=[
                Facet("state", _("State"), "status", names=_labels(STATES.items()), without=_("no verdict")),
                Facet("rating", _("Rating"), "rating", "rated", without=_("not rated"), told=retold),
                Several(
                    "source", _("Source"), "positions__statement__source", "name", without=_("nobody"), model=Source
                ),
            ],
        ),
        Kind(
            "verdicts",
            _("Verdicts"),
            lambda: Verdict.objects.visible_to(reader).select_related("claim", "rating"),
            tell_verdict,
            by=("changed_at", "id"),
            beside=[Beside("claim", Claim)],
            facets=[
                Facet("state", _("State"), "status", names=_labels(STATES.items())),
                Facet("rating", _("Rating"), "rating__slug", "rating__label", without=_("not rated"), told=retold),
                Years("year", _("Year of the last change"), "changed_at"),
            ],
        ),
    ]


def _day(day: date | None) -> str:
    return date_format(day) if day else _("undated")


def _labels(choices: Iterable[tuple[str, object]]) -> dict[str, str]:
    return {value: str(label) for value, label in choices}


def _together(*facts: Any) -> str:
    return " · ".join(str(fact) for fact in facts if fact)
