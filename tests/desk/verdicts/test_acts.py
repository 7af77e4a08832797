"""The acts around review and after publication, as the verdict's page offers them and does them."""

import pytest
from django.urls import reverse

from factcheck.verdicts.models import RetractionProposal, UnsavedText, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import propose_retraction
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
    assert [badge.label for badge in VerdictFactory(author=UserFactory()).badges] == ["draft"]


def test_a_retraction_is_proposed_by_one_and_confirmed_by_another(as_user, public, reviewer):
    as_user(public.author).post(act("propose_retraction", public), {"retract-note": "The minutes were forged."})
    html = as_user(reviewer).get(page_of(public)).content.decode()
    proposal = RetractionProposal.objects.get()

    as_user(reviewer).post(reverse("desk:confirm_retraction", args=[public.slug, proposal.pk]))

    assert f"Retraction proposed by {public.author.first_name}" in " ".join(html.split())
    assert "The minutes were forged." in html
    assert Verdict.objects.get().is_withdrawn


def test_the_desk_lists_a_proposed_retraction_for_other_reviewers_alone(as_user, public, reviewer):
    propose_retraction(public, editor=reviewer, note="The minutes were forged.")

    own = as_user(reviewer).get(reverse("desk:home")).content.decode()
    another = as_user(UserFactory(reviewer=True)).get(reverse("desk:home")).content.decode()

    assert "The minutes were forged." in another
    assert "The minutes were forged." not in own


def test_who_proposed_a_retraction_is_offered_to_take_it_back_not_to_confirm_it(as_user, public, reviewer):
    proposal = propose_retraction(public, editor=reviewer, note="The minutes were forged.")
    desk = as_user(reviewer)

    html = desk.get(page_of(public)).content.decode()
    desk.post(reverse("desk:drop_retraction", args=[public.slug, proposal.pk]))

    assert "Another reviewer has to decide" in html
    assert "Confirm: retract" not in html
    assert not RetractionProposal.objects.exists()


def test_a_retraction_that_is_refused_says_why_where_it_was_proposed(as_user, public, reviewer):
    proposal = propose_retraction(public, editor=public.author, note="The minutes were forged.")
    refuse = reverse("desk:refuse_retraction", args=[public.slug, proposal.pk])

    as_user(reviewer).post(refuse, {"retract-note": "They are genuine."})

    html = as_user(public.author).get(page_of(public)).content.decode()
    assert "Retraction refused" in html
    assert "They are genuine." in html


def test_an_urgent_retraction_says_so_to_readers(as_user, public, reviewer, client):
    as_user(reviewer).post(act("retract", public), {"retract-note": "The minutes were forged."})

    text = " ".join(client.get(public.get_absolute_url()).content.decode().split())

    assert f"It was urgent, so one person decided it: {reviewer.first_name}" in text


def test_the_reason_of_a_retraction_is_given_back_where_it_is_refused(as_user, public, reviewer):
    propose_retraction(public, editor=reviewer, note="The minutes were forged.")
    desk = as_user(public.author)

    desk.post(act("propose_retraction", public), {**typed(public), "sitting": "a", "retract-note": "Me too."})

    (kept,) = UnsavedText.objects.all()
    assert kept.fields["retract-note"] == "Me too."
