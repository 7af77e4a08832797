"""Saying otherwise what a piece of evidence from outside is, without adding it anew."""

import pytest
from django.urls import reverse

from factcheck.ledger.models import Entry
from factcheck.verdicts.models import Evidence, Picture, Verdict
from factcheck.verdicts.review_verdict import submit
from tests.desk.verdicts.test_verdicts import typed
from tests.factories import StatementFactory, VerdictFactory
from tests.pictures import shown_in, upload

NAMES = ["medium", "title", "maker", "made_on", "url", "archive_url", "note", "alt"]


@pytest.fixture
def evidence(media):
    return shown_in(VerdictFactory(rests_on_report=False), title="The pots", maker="@mayor", made_on="2019-02")


def address(evidence):
    return reverse("desk:change_evidence", args=[evidence.verdict.slug, evidence.pk])


def seen(evidence):
    """The fields of its form as they stood when it was opened."""
    now = {**{name: getattr(evidence, name) for name in NAMES}, "picture": evidence.picture.sha256}
    return {**now, **{f"initial-{name}": value for name, value in now.items()}}


def test_an_editor_mends_a_title_and_a_date_and_the_picture_stays(desk, evidence):
    response = desk.post(address(evidence), {**seen(evidence), "title": "The post", "made_on": "14 February 2019"})

    mended = Evidence.objects.get()
    assert response.url == reverse("desk:verdict", args=[evidence.verdict.slug])
    assert (mended.title, mended.made_on, mended.picture) == ("The post", "2019-02-14", evidence.picture)
    assert Entry.objects.first().act == "evidence.annotated"


def test_the_form_holds_what_it_is_and_its_picture(desk, evidence):
    html = desk.get(address(evidence)).content.decode()

    assert 'value="The pots"' in html
    assert f'name="initial-picture" value="{evidence.picture.sha256}"' in html
    assert reverse("data:small_picture", args=[evidence.picture.sha256]) in html


def test_a_change_takes_a_verdict_in_review_back_to_draft_and_no_change_leaves_it_there(desk, evidence):
    submit(evidence.verdict, editor=evidence.verdict.author)

    desk.post(address(evidence), seen(evidence))
    assert Verdict.objects.get().is_in_review

    desk.post(address(evidence), {**seen(evidence), "maker": "@the_mayor"})
    assert Verdict.objects.get().is_draft


def test_what_somebody_else_changed_meanwhile_is_not_set_back(desk, evidence):
    mine = {**seen(evidence), "title": "The post"}
    Evidence.objects.update(maker="@the_mayor")

    desk.post(address(evidence), mine)

    assert (Evidence.objects.get().title, Evidence.objects.get().maker) == ("The post", "@the_mayor")


def test_another_picture_takes_the_place_of_the_first(desk, evidence):
    desk.post(address(evidence), {**seen(evidence), "upload": upload(colour="red")})

    assert Evidence.objects.get().picture == Picture.objects.exclude(pk=evidence.picture_id).get()


def test_what_becomes_a_document_loses_its_picture(desk, evidence):
    desk.post(address(evidence), {**seen(evidence), "medium": "document", "url": "https://town.example/"})

    mended = Evidence.objects.get()
    assert (mended.medium, mended.picture, mended.alt) == ("document", None, "")


def test_what_is_wrong_is_given_back_with_the_reason(desk, evidence):
    response = desk.post(address(evidence), {**seen(evidence), "title": "The post", "alt": ""})

    html = response.content.decode()
    assert response.status_code == 422
    assert "Say in words what the picture shows" in html
    assert 'value="The post"' in html
    assert Evidence.objects.get().title == "The pots"


def test_the_evidence_of_a_retracted_verdict_stays_as_it_was_and_what_was_typed_is_given_back(desk, evidence):
    Verdict.objects.update(status="retracted")

    response = desk.post(address(evidence), {**seen(evidence), "title": "The post"})

    assert response.status_code == 422
    assert "This verdict is retracted" in response.content.decode()
    assert 'value="The post"' in response.content.decode()


def test_a_quotation_is_not_changed_here(desk, evidence):
    quoted = evidence.verdict.evidence.create(statement=StatementFactory())

    assert desk.get(address(quoted)).status_code == 404


def test_the_way_there_saves_what_stands_typed(desk, evidence):
    verdict = evidence.verdict
    fields = {**typed(verdict, reasoning="Typed before."), "then": address(evidence)}

    response = desk.post(reverse("desk:verdict", args=[verdict.slug]), fields)

    assert response.url == address(evidence)
    assert Verdict.objects.get().reasoning == "Typed before."
