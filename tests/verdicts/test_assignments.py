from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from factcheck.ledger.models import Entry
from factcheck.verdicts.assignments import NotOfTheDesk, assign, assign_all, people_of_the_desk
from factcheck.verdicts.models import Assignment, Verdict
from tests.factories import AssignmentFactory, ClaimFactory, UserFactory, VerdictFactory


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def test_a_claim_is_given_to_somebody_with_a_priority_and_a_day(editor, reviewer):
    assignment = assign(ClaimFactory(), assignee=editor, priority=3, due_on=date(2030, 5, 4), editor=reviewer)

    assert (assignment.assignee, assignment.priority, assignment.assigned_by) == (editor, 3, reviewer)
    entry = Entry.objects.on(assignment).get()
    assert (entry.act, entry.details["before"]["assignee"]) == ("claim.assigned", None)
    assert entry.details["after"] == {"assignee": editor.pk, "priority": 3, "due_on": "2030-05-04"}


def test_what_is_not_said_stays_as_it_is(editor, reviewer):
    claim = ClaimFactory()
    assign(claim, assignee=editor, due_on=date(2030, 5, 4), editor=reviewer)

    assignment = assign(claim, priority=1, editor=reviewer)

    assert (assignment.assignee, assignment.priority, assignment.due_on) == (editor, 1, date(2030, 5, 4))


def test_an_assignment_that_changes_nothing_is_no_act(editor):
    claim = ClaimFactory()
    assign(claim, assignee=editor, editor=editor)

    assign(claim, assignee=editor, editor=editor)

    assert Entry.objects.filter(act="claim.assigned").count() == 1


@pytest.mark.parametrize("person", [{}, {"editor": True, "is_active": False}])
def test_a_claim_is_not_given_to_somebody_without_access(editor, person):
    with pytest.raises(NotOfTheDesk, match="does not work on the desk any more"):
        assign(ClaimFactory(), assignee=UserFactory(**person), editor=editor)

    assert not Assignment.objects.exists()


def test_a_priority_outside_the_three_is_refused(editor):
    with pytest.raises(ValidationError):
        assign(ClaimFactory(), priority=7, editor=editor)


def test_many_claims_are_given_at_once_or_none(editor):
    claims = [ClaimFactory(), ClaimFactory()]

    assign_all(claims, assignee=editor, editor=editor)
    with pytest.raises(NotOfTheDesk):
        assign_all(claims, assignee=UserFactory(), editor=editor)

    assert [one.assignee for one in Assignment.objects.all()] == [editor, editor]


def test_the_people_of_the_desk_are_those_who_may_work_on_verdicts(editor, reviewer, administrator):
    UserFactory()

    assert set(people_of_the_desk()) == {editor, reviewer, administrator}


@pytest.mark.parametrize(
    ("days", "words", "is_overdue"),
    [
        (-2, "overdue by 2 days", True),
        (-1, "overdue by 1 day", True),
        (0, "due today", False),
        (1, "due tomorrow", False),
    ],
)
def test_a_due_date_is_told_in_words(days, words, is_overdue):
    assignment = Assignment(due_on=in_days(days))

    assert (assignment.due_in_words, assignment.is_overdue) == (words, is_overdue)


def test_a_distant_due_date_is_told_as_a_date():
    assert Assignment(due_on=date(2099, 5, 4)).due_in_words == "due 4 May 2099"


def test_an_assignment_without_a_date_is_never_overdue():
    assert (Assignment().due_in_words, Assignment().is_overdue) == ("", False)


def test_a_claim_with_a_published_verdict_is_finished(editor):
    verdict = VerdictFactory()
    AssignmentFactory(claim=verdict.claim)
    Verdict.objects.update(status="published")

    assert not Assignment.objects.unfinished().exists()
