"""What is latest is told by the order of the acts: a clock that was set back moves nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from factcheck.ledger.models import Entry
from factcheck.verdicts.models import Revision
from tests.factories import ClaimFactory, VerdictFactory


@pytest.fixture
def two(release, monkeypatch):
    """A verdict that was published, and then, by a clock that was set back, another."""
    release(VerdictFactory(claim=ClaimFactory(text="The bridge is safe.")))
    earlier = timezone.now() - timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: earlier)
    return release(VerdictFactory(claim=ClaimFactory(text="The dam is safe."), slug="dam"))


@pytest.mark.parametrize("address", ["/", "/feed.atom", "/claimreview.json", "/search/?q=safe&order=newest"])
def test_the_verdict_published_last_stands_first(address, two, client):
    page = client.get(address).text.replace("<mark>", "").replace("</mark>", "")

    assert 0 < page.index("The dam is safe.") < page.index("The bridge is safe.")


def test_the_correction_made_last_stands_first(two, release, client):
    first = Revision.objects.order_by("pk").first().verdict
    release(first, kind="corrected", note="It was another bridge.", conclusion="It stands.")
    release(two, kind="clarified", note="The lower dam is meant.", conclusion="The lower one holds.")

    page = client.get("/corrections/").text

    assert page.index("The lower dam is meant.") < page.index("It was another bridge.")


def test_the_last_revision_is_the_one_with_the_highest_number(two, release, client, monkeypatch):
    release(two, kind="corrected", note="It is not.", conclusion="It is not safe.")
    much_earlier = timezone.now() - timedelta(days=9)
    monkeypatch.setattr(timezone, "now", lambda: much_earlier)
    release(two, kind="updated", note="It is again.", conclusion="It is safe again.")

    page = client.get("/verdicts/dam/").text.partition("<main")[2]

    assert "It is safe again." in page
    assert page.index("It is again.") < page.index("It is not.")


def test_the_ledger_lists_acts_by_their_number(two, as_user, editor):
    page = as_user(editor).get("/desk/ledger/").context["page"]

    assert [entry.pk for entry in page] == sorted(Entry.objects.values_list("pk", flat=True), reverse=True)
