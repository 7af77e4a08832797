"""The list of claims: narrowed, put in order and paged."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from factcheck.verdicts.models import Rating
from tests.factories import (
    AssignmentFactory,
    ClaimFactory,
    PositionFactory,
    SecondOpinionFactory,
    TopicFactory,
    VerdictFactory,
)

LIST = "/desk/claims/"


@pytest.fixture
def claims(editor):
    """Four claims by what is special about them."""
    today = timezone.localdate()
    claims = {name: ClaimFactory(text=f"{name} bridge") for name in ("rated", "contested", "late", "soon")}
    VerdictFactory(claim=claims["rated"], in_review=True)
    PositionFactory(claim=claims["contested"])
    PositionFactory(claim=claims["contested"], denies=True)
    AssignmentFactory(claim=claims["late"], due_on=today - timedelta(days=1), assignee=editor)
    AssignmentFactory(claim=claims["soon"], due_on=today + timedelta(days=2))
    TopicFactory(slug="spans", claims=[claims["soon"], claims["rated"]])
    return claims


def shown(desk, query):
    return [claim.text.partition(" ")[0] for claim in desk.get(f"{LIST}?{query}").context["list"].page]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", ["soon", "late", "contested", "rated"]),
        ("state=in_review", ["rated"]),
        ("state=none", ["soon", "late", "contested"]),
        ("state=published", []),
        ("rating=false", ["rated"]),
        ("rating=true", []),
        ("topic=spans", ["soon", "rated"]),
        ("topic=spans&state=none&q=bridge", ["soon"]),
        ("contested=on", ["contested"]),
        ("contested=on&unseen=on", ["contested"]),
        ("unseen=on&state=none&q=contested", ["contested"]),
        ("due=overdue", ["late"]),
        ("due=week", ["soon"]),
        ("due=dated", ["soon", "late"]),
        ("order=due", ["late", "soon"]),
        ("mine=on", ["late"]),
        ("state=x&due=y&order=z", ["soon", "late", "contested", "rated"]),
        ("rating=%00&topic=%00", ["soon", "late", "contested", "rated"]),
    ],
)
def test_the_list_of_claims_is_narrowed_and_ordered_by_the_address(query, kept, claims, desk):
    assert shown(desk, query) == kept


def test_each_row_tells_rating_topic_sides_and_who_has_it_until_when(claims, desk):
    page = desk.get(LIST).content.decode()

    for told in ("in review", "</svg>False", "?topic=spans", "contested", "overdue by 1 day", "nobody’s"):
        assert told in page
    assert page.index("State the claim") < page.index("claims-table")


def test_soonest_due_first_is_paged_both_ways(desk):
    today = timezone.localdate()
    made = [AssignmentFactory(due_on=today + timedelta(days=n // 2)).claim for n in range(60)]

    first = desk.get(LIST, {"order": "due"}).context["list"].page
    second = desk.get(LIST, {"order": "due", "after": first.after}).context["list"].page
    again = desk.get(LIST, {"order": "due", "before": second.before}).context["list"].page

    assert [*first, *second] == made
    assert list(again) == list(first)


def test_the_rating_that_somebody_is_to_give_unseen_is_not_told_by_narrowing(desk, editor):
    opinion = SecondOpinionFactory(asked_of=editor)

    assert Rating.objects.get(slug="false") == opinion.verdict.rating
    assert shown(desk, "rating=false") == []


def test_what_no_claim_fits_leads_back_to_all(claims, desk):
    assert "Show all claims" in desk.get(LIST, {"state": "published"}).content.decode()


def test_the_list_asks_the_database_few_times(claims, desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        desk.get(LIST)
    with django_assert_max_num_queries(13):
        desk.get(LIST, {"order": "due", "topic": "spans"})
