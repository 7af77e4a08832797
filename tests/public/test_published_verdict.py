"""A published state is read from its row once, and anew where the row says another thing."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from factcheck.claims.models import Claim
from factcheck.public.kept_parts import forget_parts
from factcheck.public.published_verdict import PublishedVerdict
from factcheck.public.views.verdicts import _current
from factcheck.verdicts.models import Revision


@pytest.fixture(autouse=True)
def anew():
    forget_parts()


def read(verdict):
    [row] = _current(slug=verdict.slug)
    return PublishedVerdict.of(row)


def test_the_same_row_is_read_once_in_each_language(published):
    english = read(published)

    assert read(published) is english
    with override("es"):
        assert read(published) is not english


def test_a_row_that_says_another_thing_is_read_anew(published):
    before = read(published)
    Claim.objects.filter(pk=published.claim_id).update(slug="another")

    assert read(published).revision.verdict.claim.slug == "another"
    assert before.revision.verdict.claim.slug != "another"


def test_what_is_read_is_the_state_and_its_hash(published):
    state = Revision.objects.get(verdict=published)

    found = read(published)

    assert {name: getattr(found.revision, name) for name in Revision.columns()} == {
        name: getattr(state, name) for name in Revision.columns()
    }
    assert found.sha256 == state.sha256()
