"""The acts around review and after publication, as the verdict's page offers them and does them."""

import pytest
from django.urls import reverse

from factcheck.verdicts.models import Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.review_verdict import submit
from tests.desk.verdicts.test_verdicts import typed
from tests.factories import UserFactory, VerdictFactory


def page_of(verdict):
    return reverse("desk:verdict", args=[verdict.slug])


def act(name, verdict):
    return reverse(f"desk:{name}", args=[verdict.slug])


@pytest.fixture
def public(reviewer):
    """A published verdict."""
    verdict = VerdictFactory(in_review=True)
    publish(verdict, reviewer=reviewer)
    return Verdict.objects.get(pk=verdict.pk)


def test_the_author_withdraws_from_review_and_what_stands_typed_is_saved(db, as_user):
    verdict = VerdictFactory(in_review=True)
    desk = as_user(verdict.author)
    offered = desk.get(page_of(verdict)).content.decode()

    desk.post(act("recall", verdict), typed(verdict))

    assert "Withdraw from review" in offered
    assert Verdict.objects.get().is_draft


def test_withdrawing_from_review_is_offered_to_nobody_else(as_user, reviewer):
    verdict = VerdictFactory(in_review=True)

    assert "Withdraw from review" not in as_user(reviewer).get(page_of(verdict)).content.decode()


@pytest.mark.parametrize("page", ["verdict", "list", "claim", "home"])
def test_a_published_verdict_that_is_being_changed_says_both_states(page, as_user, public):
    Verdict.objects.update(status="draft")
    pages = {
        "verdict": page_of(public),
        "list": reverse("desk:verdicts"),
        "claim": reverse("desk:claim", args=[public.claim.slug]),
        "home": reverse("desk:home"),
    }

    html = as_user(public.author).get(pages[page]).content.decode()

    assert "public: revision 1" in html
    assert "draft of a correction" in html


def test_a_correction_in_review_says_so_beside_what_is_public(public):
    Verdict.objects.update(status="draft")

    submit(public, editor=public.author)

    assert [badge.label for badge in Verdict.objects.get().badges] == ["public: revision 1", "correction in review"]


def test_a_verdict_that_nobody_changes_has_one_badge(public):
    assert [badge.label for badge in public.badges] == ["public: revision 1"]
    assert [badge.label for badge in VerdictFactory(author=UserFactory()).badges] == ["Draft"]
