"""Contested claims become public by a person's act, and are taken off the site by another."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from factcheck.claims.models import Claim
from factcheck.claims.show_claim import CannotShow, hide, show
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.verdicts import undo_acts
from tests.factories import ClaimFactory, PositionFactory


@pytest.fixture
def contested(db):
    claim = ClaimFactory(slug="bridge")
    PositionFactory(claim=claim)
    PositionFactory(claim=claim, denies=True)
    return claim


def test_readers_see_a_contested_claim_once_somebody_shows_it_and_not_before(contested, reviewer, client):
    assert client.get("/claims/bridge/").status_code == 404
    assert contested.text not in client.get("/").content.decode()

    show(contested, editor=reviewer)

    assert client.get("/claims/bridge/").status_code == 200
    assert contested.text in client.get("/").content.decode()
    hide(contested, editor=reviewer)
    assert client.get("/claims/bridge/").status_code == 404
    assert contested.text not in client.get("/").content.decode()


def test_a_claim_with_one_side_is_not_shown(db, reviewer):
    claim = PositionFactory().claim

    with pytest.raises(CannotShow, match="one statement supports and another denies"):
        show(claim, editor=reviewer)

    assert not Claim.objects.public().exists()
    assert not Entry.objects.exists()


def test_a_shown_claim_that_is_contested_no_more_is_not_public(contested, reviewer):
    show(contested, editor=reviewer)

    contested.positions.first().delete()

    assert not Claim.objects.public().exists()


def test_a_setting_has_all_contested_claims_be_public(contested, settings, client):
    settings.SHOWS_CONTESTED_CLAIMS = True

    assert client.get("/claims/bridge/").status_code == 200


def test_showing_and_hiding_stand_in_the_ledger_once_each(contested, reviewer):
    for _ in range(2):
        show(contested, editor=reviewer)
    for _ in range(2):
        hide(contested, editor=reviewer)

    assert [entry.words for entry in Entry.objects.all()] == [
        "contested claim taken off the site",
        "contested claim made public",
    ]
    assert verify() == 2


@pytest.mark.parametrize("acts", [[show], [show, hide]])
def test_the_last_of_showing_and_hiding_is_undone(acts, contested, reviewer):
    stood = []
    for act in acts:
        stood.append(Claim.objects.get().shown_at)
        act(contested, editor=reviewer)

    undo_acts.undo(Entry.objects.all()[:1], editor=reviewer)

    assert Claim.objects.get().shown_at == stood[-1]
    with pytest.raises(CannotUndo, match="undone already"):
        undo_acts.undo(Entry.objects.filter(act=f"claim.{'hidden' if hide in acts else 'shown'}"), editor=reviewer)


def test_what_was_public_before_stays_public(contested):
    working_note = PositionFactory().claim

    import_module("factcheck.claims.migrations.0013_shown_claims").keep_public(apps, None)

    assert list(Claim.objects.public()) == [contested]
    assert Claim.objects.get(pk=working_note.pk).shown_at is None
