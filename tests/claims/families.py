"""Random families of versions, with one utterance that some of them carry; nothing of it is stored."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from factcheck.articles.models import Article, Outlet
from factcheck.claims.fates import is_before
from factcheck.claims.models import Carriage, Statement
from factcheck.claims.utterances import Utterance

DAYS = st.none() | st.integers(1, 4)
RELATIONS = st.sampled_from(["copy", "update", "derived", "related"])
VERSIONS = st.lists(st.tuples(DAYS, RELATIONS, st.booleans(), st.booleans()), min_size=1, max_size=7)


def family(versions, first_day):
    """The articles, those of them that carry the words, and the utterance, quoted from the last of these.

    Each of `versions` has a day or none, a relation, and whether its paper is known and whether it has the words.
    """
    articles = [_article(1, first_day, "original", is_known=True)]
    articles += [
        _article(key, day, relation, is_known=known) for key, (day, relation, known, _) in enumerate(versions, 2)
    ]
    carrying = [articles[0], *(one for one, (*_, has) in zip(articles[1:], versions, strict=True) if has)]
    quoted = carrying[-1]
    said = Statement(pk=1, article=quoted, exact="words")
    said._prefetched_objects_cache = {
        "carriages": [_carriage(one, one in carrying) for one in articles if one != quoted]
    }
    return articles, carrying, Utterance(said, [])


def may_be_blamed(article, carrying):
    """Whether it may be said of a version that it left out what others carry."""
    is_later = any(is_before(carrier, article) for carrier in carrying)
    is_known = article.published_on is not None and not article.outlet.is_unknown
    return is_later and is_known and article.relation in ("copy", "update")


def _article(key, day, relation, *, is_known):
    outlet = Outlet(name=f"Paper {key}" if is_known else Outlet.UNKNOWN)
    return Article(pk=key, story_id=1, outlet=outlet, relation=relation, published_on=day and date(2026, 3, day))


def _carriage(article, has):
    return Carriage(article=article, status="intact" if has else "cut", spans=[[0, 5]] if has else [])
