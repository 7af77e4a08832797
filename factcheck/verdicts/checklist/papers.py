"""Whether every paper that readers are shown is known, and the day it wrote, and whether the claim leads to one."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from factcheck.articles.models import Article
from factcheck.languages.sentences import noted
from factcheck.verdicts.checklist.findings import CheckFinding, key_of, short
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.snapshot import Ground


def what_is_not_known_of_papers(ground: Ground) -> Iterator[CheckFinding]:
    """Of each article that is quoted, or told to carry a quotation or to leave it out."""
    for article in _shown_articles(ground):
        mend = reverse("desk:intake", args=[article.pk])
        if article.outlet.is_unknown:
            sentence = noted("It is not known which paper %(article)s is from.", article=short(article.headline))
            yield CheckFinding(key_of("paper", article.pk), sentence, mend, stops=True)
        if article.published_on is None:
            sentence = noted(
                "%(article)s, %(outlet)s, has no date.", article=short(article.headline), outlet=article.outlet
            )
            yield CheckFinding(key_of("date", article.pk), sentence, mend, stops=True)


def what_is_not_known_of_the_claim(verdict: Verdict, ground: Ground) -> Iterator[CheckFinding]:
    mend = reverse("desk:claim", args=[verdict.claim.slug])
    if ground.origin is None:
        sentence = noted(
            "It is not known who made the claim: no statement supports it, and none is named as its origin."
        )
        yield CheckFinding("origin", sentence, mend)


def what_has_no_address(ground: Ground) -> Iterator[CheckFinding]:
    """Of articles that readers should be able to look up: where the claim was made, and what the verdict rests on."""
    statements = [*filter(None, [ground.origin]), *ground.cited]
    for article in {statement.article_id: statement.article for statement in statements}.values():
        if not article.url:
            is_origin = ground.origin and ground.origin.article_id == article.pk
            headline = short(article.headline)
            if is_origin:
                sentence = noted("Where the claim was made, %(headline)s, has no address.", headline=headline)
            else:
                sentence = noted("An article that it rests on, %(headline)s, has no address.", headline=headline)
            yield CheckFinding(key_of("address", article.pk), sentence, reverse("desk:article", args=[article.pk]))


def _shown_articles(ground: Ground) -> list[Article]:
    articles = {statement.article_id: statement.article for statement in ground.statements}
    for statement in ground.balance.statements:
        for carriage in statement.carriages.all():
            articles.setdefault(carriage.article_id, carriage.article)
    return list(articles.values())
