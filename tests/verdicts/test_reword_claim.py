from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from factcheck.claims.models import Claim, Conflict
from factcheck.claims.take_position import state_claim, take_position
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.verdicts.models import NotAllowed, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.reword_claim import reword
from factcheck.verdicts.undo_acts import undo
from tests.factories import ClaimFactory, StatementFactory, VerdictFactory

WORDS = "The old bridge is safe."


@pytest.fixture
def claim(db):
    return ClaimFactory(text="The bridge is safe.", slug="the-bridge-is-safe")


@pytest.fixture
def verdict(claim):
    return VerdictFactory(claim=claim)


@pytest.fixture
def published(verdict, reviewer):
    submit(verdict, editor=verdict.author)
    publish(verdict, reviewer=reviewer)
    return Verdict.objects.get(pk=verdict.pk)


def stored(row):
    return type(row).objects.get(pk=row.pk)


def how_far(verdict):
    verdict = stored(verdict)
    return verdict.status, verdict.last_editor, verdict.reviewer


def test_a_claim_in_other_words_has_an_address_of_them_and_keeps_the_old_one(claim, editor):
    reword(claim, text=f" {WORDS}\n", editor=editor)

    assert (stored(claim).text, stored(claim).slug) == (WORDS, "the-old-bridge-is-safe")
    assert Claim.objects.at_address("the-bridge-is-safe").get() == claim
    entry = Entry.objects.on(claim).get()
    assert (entry.act, entry.actor) == ("claim.reworded", editor)
    assert entry.details["was"] == {"text": "The bridge is safe.", "slug": "the-bridge-is-safe"}


def test_no_other_claim_is_given_an_address_that_one_had(claim, editor):
    reword(claim, text=WORDS, editor=editor)

    assert state_claim("The bridge is safe.", editor=editor).slug == "the-bridge-is-safe-2"


def test_words_that_a_claim_had_before_bring_their_address_back(claim, editor):
    reword(claim, text=WORDS, editor=editor)

    reword(claim, text="The bridge is safe.", editor=editor)

    assert stored(claim).slug == "the-bridge-is-safe"
    assert [alias.slug for alias in claim.aliases.all()] == ["the-old-bridge-is-safe"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Another claim.", "Another claim says this already. Join the two instead."),
        ("The  bridge is safe.", "has these words already"),
        ("", "cannot be blank"),
        ("x" * 201, "at most 200 characters"),
    ],
)
def test_what_is_no_other_claim_is_refused_and_nothing_is_changed(text, reason, verdict, editor):
    ClaimFactory(text="Another claim.")
    before = stored(verdict)

    with pytest.raises(ValidationError, match=reason):
        reword(verdict.claim, text=text, editor=editor)

    assert (stored(verdict).last_editor, stored(verdict).edition) == (before.last_editor, before.edition)
    assert not Entry.objects.exists()


def test_whoever_rewords_a_claim_cannot_approve_the_verdict_on_it(verdict, reviewer):
    reword(verdict.claim, text=WORDS, editor=reviewer)
    submit(verdict, editor=verdict.author)

    with pytest.raises(NotAllowed, match="another reviewer has to approve it"):
        publish(verdict, reviewer=reviewer)


def test_a_verdict_in_review_goes_back_to_draft_and_says_why(verdict, editor):
    submit(verdict, editor=verdict.author)

    reword(verdict.claim, text=WORDS, editor=editor)

    assert how_far(verdict) == ("draft", editor, None)
    reopened = Entry.objects.get(act="verdict.reopened")
    assert reopened.details["changes"] == [f"The claim was “The bridge is safe.” and is “{WORDS}”."]
    assert Entry.objects.get(pk=reopened.details["cause"]).act == "claim.reworded"


def test_readers_see_the_words_and_the_address_that_were_published_until_the_next_revision(
    published, editor, reviewer, client
):
    before = client.get(published.get_absolute_url()).content

    reword(published.claim, text=WORDS, editor=editor)

    assert how_far(published) == ("draft", editor, None)
    assert client.get(published.get_absolute_url()).content == before
    for address in ("/claims/the-bridge-is-safe/", "/claims/", "/search/?q=bridge"):
        page = client.get(address).text
        assert "old bridge" not in page, address
        assert "The bridge is safe." in page.replace("<mark>", "").replace("</mark>", ""), address

    submit(published, editor=editor)
    publish(published, reviewer=reviewer, kind="clarified", note="The claim says which bridge is meant.")

    assert WORDS in client.get("/claims/the-bridge-is-safe/").text
    assert verify() == Entry.objects.count()


def test_a_claim_whose_verdict_was_retracted_stays_as_it_was(published, editor, reviewer):
    retract_urgently(published, reviewer=reviewer, note="The report was forged.")

    with pytest.raises(NotAllowed, match="State a new claim"):
        reword(published.claim, text=WORDS, editor=editor)


def test_suggested_conflicts_tell_the_new_words(claim, editor):
    take_position(StatementFactory(), claim=claim, stance="supports", editor=editor)
    take_position(StatementFactory(), claim=claim, stance="denies", editor=editor)

    reword(claim, text=WORDS, editor=editor)

    assert Conflict.objects.get().because == f"One supports and one denies “{WORDS}”"


@pytest.mark.parametrize("state", ["draft", "in review", "published"])
def test_rewording_is_undone_and_the_verdict_is_as_far_as_it_was(state, verdict, editor, reviewer):
    if state != "draft":
        submit(verdict, editor=verdict.author)
    if state == "published":
        publish(verdict, reviewer=reviewer)
    before, claim = how_far(verdict), stored(verdict.claim)

    undo([reword(verdict.claim, text=WORDS, editor=editor)], editor=editor)

    assert (stored(claim).text, stored(claim).slug) == (claim.text, claim.slug)
    assert how_far(verdict) == before


def test_rewording_that_was_published_since_is_not_undone_even_if_the_clock_was_set_back(
    published, editor, reviewer, monkeypatch
):
    entry = reword(published.claim, text=WORDS, editor=editor)
    set_back(monkeypatch)
    submit(published, editor=editor)
    publish(published, reviewer=reviewer, kind="clarified", note="Which bridge is meant.")

    with pytest.raises(CannotUndo, match="what is published is corrected, not undone"):
        undo([entry], editor=editor)


def set_back(monkeypatch):
    """Have the clock be wrong by a day from now on."""
    now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: now() - timedelta(days=1))
