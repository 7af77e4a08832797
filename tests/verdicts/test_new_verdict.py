"""A claim whose verdict was retracted gets another one; the retracted one stays where and as it was."""

from urllib.parse import urlsplit

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from factcheck.ledger.chain import verify
from factcheck.search.index import index_of
from factcheck.verdicts.comments import comment
from factcheck.verdicts.draft_verdict import draft
from factcheck.verdicts.models import Assignment, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import submit
from tests.factories import AssignmentFactory, VerdictFactory


@pytest.fixture
def retracted(reviewer):
    verdict = VerdictFactory(in_review=True, slug="the-bridge-is-safe")
    publish(verdict, reviewer=reviewer)
    retract_urgently(verdict, reviewer=reviewer, note="The report was forged.")
    return Verdict.objects.get(pk=verdict.pk)


@pytest.fixture
def begun(retracted, editor):
    """The next verdict on the claim, in its first draft."""
    return draft(retracted.claim, author=editor)


@pytest.fixture
def published_anew(begun, reviewer):
    Verdict.objects.filter(pk=begun.pk).update(
        rating=VerdictFactory().rating, conclusion="The bridge is closed, says the city.", reasoning="It says so."
    )
    begun.evidence.create(title="Notice", url="https://city.example/2", archive_url="https://archive.example/2")
    submit(begun, editor=begun.author)
    publish(begun, reviewer=reviewer)
    return Verdict.objects.get(pk=begun.pk)


def test_a_claim_whose_verdict_was_retracted_gets_a_new_one(retracted, begun):
    retracted.refresh_from_db()

    assert begun != retracted
    assert begun.slug != retracted.slug
    assert (begun.status, retracted.status, retracted.slug) == ("draft", "retracted", "the-bridge-is-safe")
    assert retracted.claim.verdict == begun


def test_the_new_verdict_is_begun_once(retracted, begun, editor):
    assert draft(retracted.claim, author=editor) == begun


def test_the_database_refuses_two_verdicts_that_stand_on_one_claim(begun):
    with pytest.raises(IntegrityError), transaction.atomic():
        VerdictFactory(claim=begun.claim)


def test_a_new_draft_is_not_told_to_readers_who_still_find_the_retracted_one(begun, retracted, client):
    html = client.get(retracted.claim.get_absolute_url()).content.decode()

    assert "Verdict retracted" in html
    assert retracted.get_absolute_url() in html
    assert begun.get_absolute_url() not in html + client.get(retracted.get_absolute_url()).content.decode()


def test_a_claim_s_page_shows_the_verdict_that_stands_and_leads_to_the_retracted_one(published_anew, retracted, client):
    html = client.get(retracted.claim.get_absolute_url()).content.decode()

    assert "The bridge is closed, says the city." in html
    assert published_anew.get_absolute_url() in html
    assert "An earlier verdict was retracted" in html
    assert retracted.get_absolute_url() in html


def test_the_retracted_verdict_and_the_new_one_lead_to_each_other(published_anew, retracted, client):
    old = client.get(retracted.get_absolute_url()).content.decode()
    new = client.get(published_anew.get_absolute_url()).content.decode()

    assert "The report was forged." in old
    assert published_anew.get_absolute_url() in old
    assert "An earlier verdict on this claim was retracted" in new
    assert retracted.get_absolute_url() in new


@pytest.mark.parametrize("page", ["/claims/", "/sitemap.xml"])
def test_a_claim_with_two_verdicts_is_listed_once(page, published_anew, client):
    html = client.get(page).content.decode()

    address = published_anew.claim.get_absolute_url()
    assert html.count(f"{address}</loc>" if page.endswith("xml") else f'"{address}"') == 1


def test_machines_read_which_of_the_two_verdicts_stands(published_anew, retracted, client):
    elements = client.get("/claimreview.json").json()["dataFeedElement"]

    is_deleted = {urlsplit(element["item"][0]["url"]).path: "dateDeleted" in element for element in elements}
    assert is_deleted == {published_anew.get_absolute_url(): False, retracted.get_absolute_url(): True}


def test_revisions_and_ledger_of_both_verdicts_are_whole(published_anew, retracted):
    assert [retracted.revisions.count(), published_anew.revisions.count()] == [2, 1]
    assert verify()


def test_who_was_assigned_the_claim_has_work_again_with_the_new_verdict(retracted, editor):
    AssignmentFactory(claim=retracted.claim, assignee=editor)
    before = list(Assignment.objects.unfinished())

    draft(retracted.claim, author=editor)

    assert before == []
    assert Assignment.objects.unfinished().count() == 1


def test_comments_on_the_retracted_verdict_stay_with_it(begun, retracted, as_user, editor):
    comment("Where is the report?", on=retracted, author=editor)
    desk = as_user(editor)

    old, new = (
        desk.get(reverse("desk:verdict", args=[verdict.slug])).content.decode() for verdict in (retracted, begun)
    )

    assert "Where is the report?" in old
    assert "Where is the report?" not in new


def test_the_desk_offers_a_new_verdict_where_one_was_retracted(retracted, as_user, editor):
    desk = as_user(editor)
    on_claim = desk.get(reverse("desk:claim", args=[retracted.claim.slug])).content.decode()
    on_verdict = desk.get(reverse("desk:verdict", args=[retracted.slug])).content.decode()

    response = desk.post(reverse("desk:begin_verdict", args=[retracted.claim.slug]))

    begun = Verdict.objects.exclude(pk=retracted.pk).get()
    assert "Begin a new verdict" in on_claim
    assert "Begin a new verdict" in on_verdict
    assert response.url == reverse("desk:verdict", args=[begun.slug])


def test_the_desk_s_search_tells_a_claim_by_its_newest_verdict(begun, as_user, editor):
    search = f"{reverse('desk:search')}?kind=claims&q=bridge"

    html = " ".join(as_user(editor).get(f"{search}&state=draft").content.decode().split())

    assert begun.claim.slug in html
    assert begun.claim.slug not in as_user(editor).get(f"{search}&state=retracted").content.decode()


def test_the_words_of_verdicts_are_indexed_after_all_migrations(db):
    verdict = VerdictFactory(conclusion="An unheard-of zeppelin.")
    Verdict.objects.filter(pk=verdict.pk).update(conclusion="A quagga, of all things.")
    table = Verdict._meta.db_table
    found = f"SELECT rowid FROM {index_of(table)} WHERE {index_of(table)} MATCH %s"
    if connection.vendor == "postgresql":
        found = f"SELECT id FROM {table} WHERE search_words @@ to_tsquery('simple', %s)"

    with connection.cursor() as cursor:
        rows = [cursor.execute(found, [word]).fetchall() for word in ("zeppelin", "quagga")]

    assert rows == [[], [(verdict.pk,)]]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL builds no table anew")
def test_every_trigger_stands_after_all_migrations(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'verdicts_%%'")
        triggers = {name for (name,) in cursor.fetchall()}

    assert {f"verdicts_verdict_search_words_{act}" for act in ("insert", "delete", "update")} <= triggers
    assert {f"verdicts_revision_search_words_{act}" for act in ("insert", "delete", "update")} <= triggers
    assert {f"verdicts_revision_never_{act}s" for act in ("update", "delete", "replace")} <= triggers
