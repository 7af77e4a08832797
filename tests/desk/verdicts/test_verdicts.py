import pytest
from django.urls import reverse

from factcheck.claims.models import Claim, Conflict
from factcheck.verdicts.draft_verdict import MOST_AT_FIRST
from factcheck.verdicts.models import Evidence, Rating, Verdict
from tests.factories import ClaimFactory, ConflictFactory, PositionFactory, UserFactory, VerdictFactory


def typed(verdict, **fields):
    now = {"rating": verdict.rating_id, "conclusion": verdict.conclusion, "reasoning": verdict.reasoning}
    return {**now, **{f"base_{name}": value for name, value in now.items()}, **fields}


def test_an_editor_begins_a_verdict_from_its_claim(desk, editor):
    claim = ClaimFactory()

    response = desk.post(reverse("desk:begin_verdict", args=[claim.slug]))

    verdict = Verdict.objects.get()
    assert (verdict.claim, verdict.author) == (claim, editor)
    assert response.url == reverse("desk:verdict", args=[verdict.slug])


def test_a_verdict_begins_with_what_is_said_of_its_claim_as_evidence(desk):
    claim = ClaimFactory()
    for_it, against_it = (PositionFactory(claim=claim, stance=stance).statement for stance in ("supports", "denies"))
    PositionFactory(claim=claim, stance="mentions")

    for _ in range(2):
        desk.post(reverse("desk:begin_verdict", args=[claim.slug]))

    assert [piece.statement for piece in Verdict.objects.get().evidence.all()] == [for_it, against_it]


def test_of_many_statements_none_is_chosen_beforehand(desk):
    claim = ClaimFactory()
    PositionFactory.create_batch(MOST_AT_FIRST + 1, claim=claim)

    desk.post(reverse("desk:begin_verdict", args=[claim.slug]))

    assert not Verdict.objects.get().evidence.exists()


def test_what_an_editor_types_is_saved_as_the_working_text(desk, editor):
    verdict = VerdictFactory()
    half_true = Rating.objects.get(slug="half-true")

    desk.post(
        reverse("desk:verdict", args=[verdict.slug]), typed(verdict, rating=half_true.pk, reasoning="Line.\r\nTwo.")
    )

    verdict.refresh_from_db()
    assert (verdict.rating, verdict.reasoning, verdict.last_editor) == (half_true, "Line.\nTwo.", editor)


def test_a_second_saver_who_clashes_keeps_what_they_typed_and_sees_the_other_s(desk):
    verdict = VerdictFactory()
    mine = typed(verdict, conclusion="Never closed at all.")
    Verdict.objects.filter(pk=verdict.pk).update(conclusion="Closed on the very same day.")

    response = desk.post(reverse("desk:verdict", args=[verdict.slug]), mine)

    html = response.content.decode()
    assert response.status_code == 409
    assert "changed the conclusion while you were writing" in html
    assert "Never closed at all." in html
    assert "Closed on the very same day." in html


def test_saving_again_after_bringing_both_together_succeeds(desk):
    verdict = VerdictFactory()
    mine = typed(verdict, conclusion="Never closed at all.")
    Verdict.objects.filter(pk=verdict.pk).update(conclusion="Closed on the very same day.")
    form = desk.post(reverse("desk:verdict", args=[verdict.slug]), mine).context["form"]

    both = {name: form[name].value() or "" for name in form.fields}
    response = desk.post(reverse("desk:verdict", args=[verdict.slug]), {**both, "conclusion": "Closed that day."})

    verdict.refresh_from_db()
    assert response.status_code == 302
    assert verdict.conclusion == "Closed that day."


def test_a_statement_on_the_claim_is_taken_as_evidence_and_removed_again(desk):
    verdict = VerdictFactory()
    statement = PositionFactory(claim=verdict.claim).statement
    url = reverse("desk:evidence", args=[verdict.slug])

    desk.post(url, {"statement": statement.pk})
    evidence = Evidence.objects.get(statement=statement)
    desk.post(reverse("desk:remove_evidence", args=[verdict.slug, evidence.pk]))

    assert not Evidence.objects.filter(statement=statement).exists()


def test_a_document_without_an_address_is_refused_with_the_reason(desk):
    verdict = VerdictFactory()

    response = desk.post(reverse("desk:evidence", args=[verdict.slug]), {"title": "A report"})

    assert response.status_code == 422
    assert "Give the address where it stands." in response.content.decode()


def test_a_draft_without_a_rating_stays_a_draft_and_says_why(desk, editor):
    verdict = VerdictFactory(rating=None)

    response = desk.post(reverse("desk:submit", args=[verdict.slug]), follow=True)

    assert "Give the verdict a rating and a conclusion" in response.content.decode()


def test_the_last_editor_is_told_that_somebody_else_approves(as_user, reviewer):
    verdict = VerdictFactory(in_review=True, last_editor=reviewer)

    html = as_user(reviewer).get(reverse("desk:verdict", args=[verdict.slug])).content.decode()

    assert "another reviewer has to approve it" in html
    assert "Approve and publish" not in html


def test_the_second_of_two_reviewers_who_publish_at_once_is_told(as_user, reviewer):
    verdict = VerdictFactory(in_review=True)
    url = reverse("desk:publish", args=[verdict.slug])
    as_user(UserFactory(reviewer=True)).post(url)

    response = as_user(reviewer).post(url, {"change-kind": "updated", "change-note": "x"}, follow=True)

    assert "somebody may have been quicker" in response.content.decode()
    assert verdict.revisions.count() == 1


def test_a_confirmed_conflict_is_open(desk):
    conflict = ConflictFactory()

    desk.post(reverse("desk:conflict", args=[conflict.pk]), {"state": "open"})

    assert Conflict.objects.get().state == "open"


def test_a_conflict_explained_without_a_word_is_refused_with_the_reason(desk):
    conflict = ConflictFactory()

    response = desk.post(reverse("desk:conflict", args=[conflict.pk]), {"state": "explained"}, follow=True)

    assert "Say in a sentence how both statements can stand" in response.content.decode()


def test_the_desk_shows_what_waits_for_this_reviewer_but_not_what_they_wrote(as_user, reviewer):
    VerdictFactory(in_review=True, claim__text="The tunnel is shut.")
    VerdictFactory(in_review=True, last_editor=reviewer, claim__text="The ferry sank.")

    html = as_user(reviewer).get(reverse("desk:home")).content.decode()

    assert "The tunnel is shut." in html
    assert "The ferry sank." not in html


@pytest.mark.parametrize("name", ["home", "claims", "verdicts", "articles", "ledger"])
def test_a_desk_page_asks_at_most_15_queries(name, as_user, reviewer, django_assert_max_num_queries):
    for _ in range(5):
        PositionFactory(claim=VerdictFactory(in_review=True).claim)
    desk = as_user(reviewer)

    with django_assert_max_num_queries(15):
        desk.get(reverse(f"desk:{name}"))


def test_a_verdict_page_asks_at_most_15_queries(as_user, reviewer, django_assert_max_num_queries):
    verdict = VerdictFactory(in_review=True)
    for _ in range(5):
        verdict.evidence.create(statement=PositionFactory(claim=verdict.claim).statement)
    Claim.objects.update(origin=None)
    desk = as_user(reviewer)
    desk.get(reverse("desk:verdict", args=[verdict.slug]))

    with django_assert_max_num_queries(15):
        desk.get(reverse("desk:verdict", args=[verdict.slug]))
