"""Checks of other desks: taken in once, placed beside a claim by a person, shown to readers, never an article."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from factcheck.articles.models import Article
from factcheck.claims.models import Claim
from factcheck.ledger.models import Entry
from factcheck.verdicts.join_claims import join
from factcheck.verdicts.models import OutsideCheck, OutsideRating, Rating
from tests.factories import ClaimFactory, OutsideCheckFactory, PositionFactory

CHECKS = reverse("desk:checks")
CHECK = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://www.canal-check.example/lock/",
    "claimReviewed": "The lock was sold.",
    "datePublished": "2026-03-04T10:00:00+01:00",
    "author": {"@type": "Organization", "name": "Canal Check"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Rolf Imker"}},
    "reviewRating": {"alternateName": "Wrong", "ratingValue": "1", "bestRating": 5, "worstRating": 1.0},
}
FEED = {"@type": "DataFeed", "dataFeedElement": [{"item": [CHECK]}, {"item": [{**CHECK, "url": "https://b.example/"}]}]}


def upload(content, name="feed.json"):
    return {
        "file": SimpleUploadedFile(name, json.dumps(content).encode() if not isinstance(content, bytes) else content)
    }


def test_a_feed_s_checks_are_taken_in_once_and_no_article_comes_of_them(desk):
    desk.post(CHECKS, upload(FEED))
    html = desk.post(CHECKS, upload(FEED), follow=True).content.decode()

    check = OutsideCheck.objects.get(url=CHECK["url"])
    assert (check.desk, check.claimant, check.label) == ("Canal Check", "Rolf Imker", "Wrong")
    assert (check.value, check.worst, check.best, check.reviewed_on.isoformat()) == (1, 1, 5, "2026-03-04")
    assert "2 known already" in html
    assert not Article.objects.exists()


def test_a_page_that_carries_a_check_and_pasted_json_are_read_alike(desk):
    page = f"<!doctype html><script type='application/ld+json'>{json.dumps({'@graph': [CHECK]})}</script>".encode()

    desk.post(CHECKS, upload(page, "page.html"))
    desk.post(CHECKS, {"pasted": json.dumps({**CHECK, "url": "https://b.example/"})})

    assert OutsideCheck.objects.count() == 2


def test_a_check_that_its_publisher_changed_is_changed_here_and_the_record_says_so(desk):
    desk.post(CHECKS, upload(CHECK))

    desk.post(CHECKS, upload({**CHECK, "reviewRating": {"alternateName": "Right"}}))

    assert OutsideCheck.objects.get().label == "Right"
    assert [entry.act for entry in Entry.objects.order_by("pk")] == ["check.added", "check.changed"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"<p>None</p>", b"\xff\xfe\x00", b'{"claimReviewed": "No address"}']
)
def test_what_holds_no_check_is_refused_in_a_sentence_and_gives_back_what_was_pasted(desk, content):
    response = desk.post(CHECKS, {**upload(content, "x.json"), "pasted": "kept"})

    html = response.content.decode()
    assert response.status_code == 422
    assert ">\nkept</textarea>" in html
    assert 'class="errorlist' in html


def test_an_address_that_leads_nowhere_on_the_web_is_refused_and_the_others_are_kept(desk):
    html = desk.post(CHECKS, upload([CHECK, {**CHECK, "url": "javascript:alert(1)"}]), follow=True).content.decode()

    assert OutsideCheck.objects.get().url == CHECK["url"]
    assert "Enter a valid URL" in html


def test_a_claim_of_the_same_words_is_found_and_any_other_is_chosen_by_a_person(desk):
    claim = ClaimFactory(text="The lock was sold.")
    desk.post(CHECKS, upload(FEED))
    assert {check.claim for check in OutsideCheck.objects.all()} == {claim}
    other = OutsideCheckFactory(claim_text="The town sold its old lock in spring.")

    desk.post(reverse("desk:check", args=[other.pk]), {"claim": "The lock was sold."})

    other.refresh_from_db()
    assert other.claim == claim
    assert Entry.objects.first().act == "check.placed"


def test_placing_a_check_by_new_words_states_the_claim_and_by_none_takes_it_off(desk):
    check = OutsideCheckFactory()
    address = reverse("desk:check", args=[check.pk])

    desk.post(address, {"claim": "The lock was given away."})
    assert OutsideCheck.objects.get().claim == Claim.objects.get(text="The lock was given away.")
    desk.post(address, {"claim": ""})

    assert OutsideCheck.objects.get().claim is None


def test_joining_claims_takes_the_checks_along(editor):
    check = OutsideCheckFactory(claim=ClaimFactory())
    into = ClaimFactory()

    join(check.claim, into=into, editor=editor)

    check.refresh_from_db()
    assert check.claim == into


def test_readers_see_what_another_desk_found_and_what_that_means_here(client, desk):
    claim = PositionFactory(claim__shown=True, stance="supports").claim
    PositionFactory(claim=claim, stance="denies")
    OutsideCheckFactory(claim=claim, desk="Canal Check", label="Wrong", value=1, worst=1, best=5)
    OutsideRating.objects.create(domain="", label="wrong", rating=Rating.objects.get(slug="mostly-false"))
    OutsideRating.objects.create(domain="canal-check.example", label="wrong", rating=Rating.objects.get(slug="false"))

    for html in (
        client.get(claim.get_absolute_url()).content.decode(),
        desk.get(reverse("desk:claim", args=[claim.slug])).content.decode(),
    ):
        assert "What other desks found" in html
        assert "Wrong (1, from 1 to 5)" in html
        assert str(Rating.objects.get(slug="false")) in html
        assert "Mostly false" not in html


def test_a_claim_that_is_not_public_shows_its_checks_to_nobody_outside(client, db):
    position = PositionFactory()
    OutsideCheckFactory(claim=position.claim)

    assert client.get(position.claim.get_absolute_url()).status_code == 404


def test_the_list_shows_those_beside_no_claim_in_few_queries(desk, django_assert_max_num_queries):
    for number in range(12):
        OutsideCheckFactory(claim=ClaimFactory() if number % 2 else None)

    with django_assert_max_num_queries(15):
        html = desk.get(f"{CHECKS}?unplaced").content.decode()

    assert html.count("Choose its claim") == 6


def test_the_command_takes_in_a_file_and_says_what_came_of_it(db, tmp_path, capsys):
    file = tmp_path / "feed.json"
    file.write_text(json.dumps(FEED))

    call_command("import_checks", file)

    assert "2 new" in capsys.readouterr().out


def test_the_command_says_in_a_sentence_what_is_wrong_with_a_file(db, tmp_path):
    file = tmp_path / "feed.json"
    file.write_text("{")

    with pytest.raises(CommandError, match=r"feed\.json"):
        call_command("import_checks", file)
