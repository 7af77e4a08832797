"""The desk's first page: what waits for whom, in which order, and that each thing is done where it stands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from factcheck.articles.models import DroppedDenial, Outlet
from factcheck.claims.models import Conflict
from factcheck.verdicts.comments import comment
from factcheck.verdicts.models import Message, SecondOpinion
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import propose_retraction
from factcheck.verdicts.review_verdict import send_back, submit
from tests.desk.reading import as_read
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    ConflictFactory,
    MessageFactory,
    PositionFactory,
    StatementFactory,
    StoryFactory,
    UserFactory,
    VerdictFactory,
    VersionSuggestionFactory,
)

DENIAL = "The bridge is not in danger, said Ana Ruiz, the mayor."
HOME = "/desk/"
HTMX = {"HX-Request": "true"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(as_user, reviewer):
    return as_user(reviewer)


@pytest.fixture
def everything(reviewer):
    """One of each kind waits for the reviewer; returns the words by which each is known, in their order."""
    asked = VerdictFactory(claim__text="Asked of one.")
    SecondOpinion.objects.create(verdict=asked, asked_of=reviewer, asked_by=asked.author)
    back = VerdictFactory(author=reviewer, claim__text="Sent back once.")
    submit(back, editor=reviewer)
    send_back(back, reviewer=UserFactory(reviewer=True), note="Name the inspector.")
    VerdictFactory(in_review=True, claim__text="The tunnel is shut.")
    left_out()
    ConflictFactory(first=StatementFactory(), second=StatementFactory(), because="The mayor takes it back.")
    VersionSuggestionFactory(article=ArticleFactory(headline="Bridge reopens"))
    ArticleFactory(headline="Nobody knows when", published_on=None)
    claim = AssignmentFactory(assignee=reviewer).claim
    comment("Is the report public?", on=claim, author=UserFactory(editor=True))
    PositionFactory(claim=PositionFactory(claim__text="The ferry sank.").claim, denies=True)
    return [
        "Name the inspector.",
        "Asked of one.",
        "The tunnel is shut.",
        DENIAL,
        "The mayor takes it back.",
        "Bridge reopens",
        "Nobody knows when",
        "Is the report public?",
        "The ferry sank.",
    ]


def read(desk, **query):
    return as_read(desk.get(HOME, query).content.decode())


def test_what_waits_stands_in_the_order_in_which_it_presses(desk, everything):
    html = read(desk)

    places = [html.index(words) for words in everything]
    assert places == sorted(places)


def test_the_menu_counts_the_cards_and_the_conflicts(desk, everything):
    html = read(desk)

    assert 'Inbox <span class="count">8</span>' in html
    assert 'Conflicts <span class="count">1</span>' in html


def test_the_first_page_asks_fewer_than_15_queries_with_one_of_each(desk, everything, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        desk.get(HOME)


def test_a_kind_is_looked_at_alone(desk, everything):
    html = read(desk, kind="conflict")

    assert "The mayor takes it back." in html
    assert "The tunnel is shut." not in html
    assert 'aria-current="page">Two statements that may clash' in html


def test_an_unknown_kind_shows_all(desk, everything):
    assert "The tunnel is shut." in read(desk, kind="<x>")


def test_of_many_of_one_kind_the_first_are_shown_and_a_link_leads_to_the_rest(desk):
    for number in range(7):
        ConflictFactory(because=f"Reason {number}.", score=-number)

    html = read(desk)

    assert "Reason 4." in html
    assert "Reason 5." not in html
    assert '<a href="?kind=conflict">And 2 more: two statements that may clash</a>' in html
    assert "Reason 6." in read(desk, kind="conflict")


def test_an_editor_who_may_not_review_is_shown_no_reviews(as_user, editor):
    VerdictFactory(in_review=True, claim__text="The tunnel is shut.")

    html = read(as_user(editor))

    assert "The tunnel is shut." not in html
    assert 'class="count"' not in html


def test_a_conflict_is_judged_where_it_stands_and_undone(desk):
    conflict = ConflictFactory()

    response = desk.post(
        reverse("desk:conflict", args=[conflict.pk]), {"state": "open", "back": HOME}, headers=HTMX, follow=True
    )

    html = as_read(response.content.decode())
    assert html.startswith('<div id="waiting">')
    assert 'name="state"' not in html
    assert 'hx-swap-oob="true" >Inbox</a>' in html or 'hx-swap-oob="true">Inbox</a>' in html
    (message,) = response.context["messages"]
    desk.post(reverse("desk:undo", args=[message.extra_tags]))
    assert Conflict.objects.get().state == "suggested"


def test_versions_are_judged_where_they_stand(desk):
    suggestion = VersionSuggestionFactory()

    response = desk.post(reverse("desk:version", args=[suggestion.pk]), {"state": "refused", "back": HOME})

    suggestion.refresh_from_db()
    assert (response.url, suggestion.state) == (HOME, "refused")


def test_a_message_is_called_read_without_being_followed(desk, reviewer):
    message = MessageFactory(recipient=reviewer)

    response = desk.post(reverse("desk:read", args=[message.pk]), {"back": HOME})

    assert response.url == HOME
    assert not Message.objects.unread().exists()


def test_the_messages_of_others_are_not_called_read(desk):
    message = MessageFactory()

    assert desk.post(reverse("desk:read", args=[message.pk])).status_code == 404


def test_a_proposed_retraction_is_decided_by_another_reviewer(desk, as_user, reviewer):
    verdict = VerdictFactory(claim__text="The pier is open.")
    published(verdict, reviewer)
    proposer = UserFactory(reviewer=True)
    propose_retraction(verdict, editor=proposer, note="The minutes were forged.")

    assert "The minutes were forged." in read(desk)
    assert "The minutes were forged." not in read(as_user(proposer))


def test_a_paper_nobody_knows_is_asked_for(desk):
    ArticleFactory(headline="Two Friends Telephone", outlet=Outlet.objects.create(name=Outlet.UNKNOWN))

    html = read(desk)

    assert "Two Friends Telephone</a>" in html
    assert "Paper not known: which?" in html


def test_an_empty_desk_shows_three_steps_that_lead_on(desk):
    html = read(desk)

    assert html.index("Add two articles") < html.index("Compare them") < html.index("Mark who said what")
    assert f'href="{reverse("desk:add_articles")}"' in html


def test_a_desk_on_which_nothing_waits_says_so(desk):
    ArticleFactory()

    assert "Nothing waits for you." in read(desk)
    assert "Nothing of this kind waits." in read(desk, kind="review")


class TestLeftOut:
    def test_a_reprint_that_dropped_a_denial_is_told_with_its_picture_and_a_way_to_compare(self, desk):
        original, reprint = left_out()

        html = read(desk)

        assert f"{reprint.outlet} printed the story of {original.outlet} without this" in html
        assert f"<b>Ana Ruiz:</b> {DENIAL}" in html
        assert f"?original={original.pk}&version={reprint.pk}" in html
        assert f'aria-label="{reprint.outlet}, reprint, 2 March 2026' in html

    def test_the_link_to_mark_it_fills_the_form_with_the_denial(self, desk):
        original, _ = left_out()
        start = original.text.index(DENIAL)

        html = desk.get(original.get_absolute_url(), {"words": f"{start}-{start + len(DENIAL)}"}).content.decode()

        assert 'value="Ana Ruiz"' in html

    def test_what_is_not_worth_it_is_dismissed_where_it_stands_and_undone(self, desk):
        left_out()
        denial = DroppedDenial.objects.get()

        address = reverse("desk:dismiss_denials", args=[denial.comparison_id])
        response = desk.post(address, {"denial": denial.pk, "back": HOME}, headers=HTMX, follow=True)

        assert DENIAL not in response.content.decode()
        (message,) = response.context["messages"]
        desk.post(reverse("desk:undo", args=[message.extra_tags]))
        assert DENIAL in read(desk)

    def test_all_that_a_version_left_out_is_dismissed_at_once(self, desk):
        left_out()
        denial = DroppedDenial.objects.get()

        desk.post(reverse("desk:dismiss_denials", args=[denial.comparison_id]), {"all": "1"})

        assert DENIAL not in read(desk)


def left_out():
    """An original and its reprint, a day later and without a denial."""
    story = StoryFactory()
    kept = "The council may close the old bridge on Monday, three engineers said."
    original = ArticleFactory(story=story, text=f"{kept}\n\n{DENIAL}", published_on="2026-03-01")
    return original, ArticleFactory(story=story, text=kept, reprint=True, published_on="2026-03-02")


def published(verdict, reviewer):
    submit(verdict, editor=verdict.author)
    publish(verdict, reviewer=reviewer)


def test_of_assigned_claims_the_soonest_due_comes_first_then_the_weightier_and_the_undated_last(desk, reviewer):
    today = timezone.localdate()
    undated = AssignmentFactory(assignee=reviewer, priority=3)
    later = AssignmentFactory(assignee=reviewer, due_on=today + timedelta(days=5))
    soon = AssignmentFactory(assignee=reviewer, due_on=today + timedelta(days=1), priority=1)
    soon_and_high = AssignmentFactory(assignee=reviewer, due_on=today + timedelta(days=1), priority=3)

    html = desk.get(HOME).content.decode()

    expected = [assignment.claim.slug for assignment in (soon_and_high, soon, later, undated)]
    assert sorted(expected, key=lambda slug: html.index(f"/desk/claims/{slug}/")) == expected
