from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck.verdicts.comments import comment
from factcheck.verdicts.models import Assignment, Presence
from factcheck.verdicts.presence import greet
from tests.desk.reading import as_read
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    ClaimFactory,
    CommentFactory,
    PositionFactory,
    UserFactory,
    VerdictFactory,
)

HTMX = {"HX-Request": "true"}


def shown_on(desk, claim):
    """What the form of a claim's assignment sends if nothing is changed."""
    form = desk.get(reverse("desk:assignment", args=[claim.slug])).context["form"]
    now = {name: form[name].value() or "" for name in form.fields}
    return {**now, **{f"initial-{name}": value for name, value in now.items()}}


class TestOneClaim:
    def test_is_assigned_from_its_page_and_the_form_leads_back(self, desk, editor):
        claim = ClaimFactory()
        typed = {"assignee": editor.pk, "priority": 3, "due_on": "2099-05-04", "back": "/desk/claims/?q=bridge"}

        response = desk.post(reverse("desk:assignment", args=[claim.slug]), typed, follow=True)

        assignment = Assignment.objects.get()
        assert (assignment.assignee, assignment.priority, assignment.due_on) == (editor, 3, date(2099, 5, 4))
        assert response.redirect_chain == [("/desk/claims/?q=bridge", 302)]
        assert "Assigned." in response.content.decode()

    def test_never_leads_to_another_site(self, desk):
        claim = ClaimFactory()

        response = desk.post(
            reverse("desk:assignment", args=[claim.slug]), {"priority": 1, "back": "https://elsewhere.example/"}
        )

        assert response.url == reverse("desk:claim", args=[claim.slug])

    def test_answers_htmx_with_the_panel_and_the_message(self, desk, editor):
        claim = ClaimFactory()

        response = desk.post(
            reverse("desk:assignment", args=[claim.slug]), {"assignee": editor.pk, "priority": 2}, headers=HTMX
        )

        html = as_read(response.content.decode())
        assert html.lstrip().startswith('<section id="assignment"')
        assert f"assigned to <b>{editor.get_full_name()}" in html
        assert 'hx-swap-oob="true"' in html

    def test_is_not_due_in_the_past_and_what_was_typed_stays(self, desk, editor):
        claim = ClaimFactory()
        typed = {"assignee": editor.pk, "priority": 3, "due_on": "2019-02-14"}

        response = desk.post(reverse("desk:assignment", args=[claim.slug]), typed)

        html = as_read(response.content.decode())
        assert response.status_code == 422
        assert "This day is past. Choose today or a later one." in html
        assert 'value="2019-02-14"' in html

    def test_that_is_overdue_can_still_change_hands(self, desk, editor):
        assignment = AssignmentFactory(due_on=date(2019, 2, 14))
        typed = {**shown_on(desk, assignment.claim), "assignee": editor.pk}

        desk.post(reverse("desk:assignment", args=[assignment.claim.slug]), typed)

        assignment.refresh_from_db()
        assert (assignment.assignee, assignment.due_on) == (editor, date(2019, 2, 14))

    def test_keeps_what_somebody_else_changed_meanwhile(self, desk, editor):
        assignment = AssignmentFactory()
        typed = {**shown_on(desk, assignment.claim), "priority": 3}
        Assignment.objects.update(assignee=editor)

        desk.post(reverse("desk:assignment", args=[assignment.claim.slug]), typed)

        assignment.refresh_from_db()
        assert (assignment.assignee, assignment.priority) == (editor, 3)

    def test_is_not_given_to_somebody_who_lost_access(self, desk):
        gone = UserFactory(editor=True)
        claim = ClaimFactory()
        gone.groups.clear()

        response = desk.post(reverse("desk:assignment", args=[claim.slug]), {"assignee": gone.pk, "priority": 2})

        assert response.status_code == 422
        assert not Assignment.objects.exists()


class TestManyClaims:
    def test_are_assigned_at_once_from_the_list(self, desk, editor):
        claims = [ClaimFactory(), ClaimFactory()]
        ClaimFactory()

        response = desk.post(
            reverse("desk:assign_many"),
            {"claims": [claim.pk for claim in claims], "assignee": editor.pk, "back": "/desk/claims/?q=bridge"},
        )

        assert {one.claim for one in Assignment.objects.of(editor)} == set(claims)
        assert response.url == "/desk/claims/?q=bridge"

    def test_keep_what_is_not_chosen(self, desk):
        assignment = AssignmentFactory(due_on=date(2099, 5, 4))

        desk.post(reverse("desk:assign_many"), {"claims": [assignment.claim.pk], "priority": 3})

        changed = Assignment.objects.get()
        assert (changed.priority, changed.assignee, changed.due_on) == (3, assignment.assignee, date(2099, 5, 4))

    def test_lose_their_assignee_and_day_where_that_is_chosen(self, desk):
        assignment = AssignmentFactory(due_on=date(2099, 5, 4))

        desk.post(
            reverse("desk:assign_many"), {"claims": [assignment.claim.pk], "assignee": "nobody", "is_undated": "on"}
        )

        changed = Assignment.objects.get()
        assert (changed.assignee, changed.due_on) == (None, None)

    @pytest.mark.parametrize(
        ("typed", "reason"),
        [
            ({"assignee": "nobody"}, "Tick at least one claim in the list."),
            ({"claims": True}, "Choose what to change"),
            ({"claims": True, "due_on": "2019-02-14"}, "This day is past."),
            ({"claims": True, "due_on": "2099-05-04", "is_undated": "on"}, "not both"),
        ],
    )
    def test_stay_ticked_when_something_is_wrong(self, desk, typed, reason):
        claim = ClaimFactory()

        response = desk.post(reverse("desk:assign_many"), {**typed, "claims": [claim.pk] if "claims" in typed else []})

        html = as_read(response.content.decode())
        assert response.status_code == 422
        assert reason in html
        assert (str(claim) in html) == ("claims" in typed)

    def test_are_undone_together(self, desk, editor):
        claims = [ClaimFactory(), ClaimFactory()]
        done = desk.post(
            reverse("desk:assign_many"), {"claims": [one.pk for one in claims], "assignee": editor.pk}, follow=True
        )
        (message,) = done.context["messages"]

        desk.post(reverse("desk:undo", args=[message.extra_tags]))

        assert not Assignment.objects.of(editor).exists()


class TestLists:
    @pytest.mark.parametrize("name", ["claims", "verdicts"])
    def test_say_who_works_on_what_until_when(self, desk, editor, name):
        AssignmentFactory(claim=VerdictFactory().claim, assignee=editor, priority=3, due_on=timezone.localdate())

        html = as_read(desk.get(reverse(f"desk:{name}")).content.decode())

        assert f"assigned to <b>{editor.get_full_name()}" in html
        assert "high priority" in html
        assert "due today" in html

    def test_of_claims_show_only_mine_if_i_want(self, desk, editor):
        mine, other = AssignmentFactory(assignee=editor).claim, AssignmentFactory().claim

        html = as_read(desk.get(reverse("desk:claims"), {"mine": "on"}).content.decode())

        assert str(mine) in html
        assert str(other) not in html


class TestHome:
    def test_lists_what_is_assigned_to_me_the_overdue_first_and_in_words(self, desk, editor):
        later = AssignmentFactory(assignee=editor, due_on=timezone.localdate() + timedelta(days=1)).claim
        overdue = AssignmentFactory(assignee=editor, due_on=timezone.localdate() - timedelta(days=3)).claim

        html = desk.get(reverse("desk:home")).content.decode()

        assert "overdue by 3 days" in html
        assert html.index(str(overdue)) < html.index(str(later))

    def test_shows_comments_that_wait_for_me(self, desk, editor):
        comment("Is the report public?", on=AssignmentFactory(assignee=editor).claim, author=UserFactory(editor=True))

        assert "Is the report public?" in desk.get(reverse("desk:home")).content.decode()


class TestWhoIsHere:
    @pytest.fixture
    def pages(self):
        verdict = VerdictFactory()
        return {
            "article": (ArticleFactory(), lambda page: [page.pk]),
            "claim": (verdict.claim, lambda page: [page.slug]),
            "verdict": (verdict, lambda page: [page.slug]),
        }

    @pytest.mark.parametrize("kind", ["article", "claim", "verdict"])
    def test_is_told_when_the_page_opens(self, desk, reviewer, pages, kind):
        page, key = pages[kind]
        greet(reviewer, page)

        html = desk.get(reverse(f"desk:{kind}", args=key(page))).content.decode()

        assert f"<b>{reviewer.get_full_name()}" in html
        assert "is here" in html
        assert Presence.objects.on(page).count() == 2

    def test_is_asked_by_the_clock_and_answered_only_if_it_changed(self, desk, reviewer):
        claim = ClaimFactory()
        url = reverse("desk:here", args=["claim", claim.pk])
        greet(reviewer, claim)

        told = desk.post(url, {"shown": ""})
        same = desk.post(url, {"shown": str(reviewer.pk)})

        assert f"{reviewer.get_full_name()}</b> is here" in as_read(told.content.decode())
        assert same.status_code == 204

    def test_costs_two_queries_beyond_signing_in(self, desk, django_assert_num_queries):
        url = reverse("desk:here", args=["claim", ClaimFactory().pk])

        with django_assert_num_queries(5):
            desk.post(url, {"shown": ""})

    @pytest.mark.django_db
    def test_never_sends_somebody_who_types_to_the_login_page(self, client):
        response = client.post(reverse("desk:here", args=["claim", ClaimFactory().pk]), headers=HTMX)

        assert response.status_code == 286
        assert "HX-Redirect" not in response
        assert "You are signed out" in response.content.decode()

    @pytest.mark.django_db
    def test_is_not_told_to_strangers(self, as_user):
        response = as_user(UserFactory()).post(reverse("desk:here", args=["claim", ClaimFactory().pk]))

        assert response.status_code == 403

    @pytest.mark.parametrize(("kind", "pk"), [("ledger", 1), ("claim", 10**30)])
    def test_is_not_kept_for_other_pages(self, desk, kind, pk):
        assert desk.post(reverse("desk:here", args=[kind, pk])).status_code == 404

    def test_is_not_noted_by_following_a_link_or_without_the_token(self, desk, editor):
        url = reverse("desk:here", args=["claim", ClaimFactory().pk])
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(editor)

        assert desk.get(url).status_code == 405
        assert strict.post(url).status_code == 403


@pytest.mark.parametrize(("name", "most"), [("claim", 15), ("verdict", 15)])
def test_a_page_opened_for_the_first_time_asks_few_queries(
    name, most, as_user, reviewer, django_assert_max_num_queries
):
    verdict = VerdictFactory(in_review=True)
    for _ in range(5):
        verdict.evidence.create(statement=PositionFactory(claim=verdict.claim).statement)
        CommentFactory(claim=verdict.claim)
        greet(UserFactory(editor=True), verdict)
    AssignmentFactory(claim=verdict.claim)
    url = reverse(f"desk:{name}", args=[verdict.slug if name == "verdict" else verdict.claim.slug])
    desk = as_user(reviewer)

    with django_assert_max_num_queries(most):
        desk.get(url)


def test_the_keys_are_listed_on_a_page_of_their_own(desk):
    html = desk.get(reverse("desk:keys")).content.decode()

    assert "<kbd>?</kbd>" in html
    assert "accept the suggestion" in html
