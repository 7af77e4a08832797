"""Acts and mails at the same moment. SQLite lets one writer in at a time, so there is no race."""

import pytest
from django.core import mail
from django.db import connection  # noqa: F401 - the condition below reads it

from factcheck.verdicts.assignments import assign, assign_all
from factcheck.verdicts.draft_verdict import draft
from factcheck.verdicts.messages.mail_messages import mail_messages
from factcheck.verdicts.models import Assignment, Message, Verdict
from tests.at_once import at_once, db  # noqa: F401 - the database of this module
from tests.factories import AssignmentFactory, MessageFactory, UserFactory

PAIRS = 6

pytestmark = [
    pytest.mark.usefixtures("db"),
    pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite lets only one of two writers begin at a time."),
]


def test_claims_are_assigned_while_their_verdicts_are_begun():
    editor, assignee = UserFactory(editor=True), UserFactory(editor=True)
    claims = [AssignmentFactory(assignee=None, assigned_by=editor).claim for _ in range(PAIRS)]

    at_once(
        lambda: assign_all(claims, editor=editor, assignee=assignee),
        lambda: [draft(claim, author=editor) for claim in claims],
    )

    assert Assignment.objects.filter(assignee=assignee).count() == Verdict.objects.count() == PAIRS
    assert Message.objects.to(assignee).count() == PAIRS


def test_two_who_assign_one_claim_at_the_same_moment_tell_of_both_acts():
    first, second, *assignees = (UserFactory(editor=True) for _ in range(4))
    claim = AssignmentFactory(assignee=None, assigned_by=first).claim

    at_once(
        lambda: assign(claim, editor=first, assignee=assignees[0]),
        lambda: assign(claim, editor=second, assignee=assignees[1]),
    )

    kinds = sorted(Message.objects.values_list("kind", flat=True))
    assert kinds == ["assigned", "assigned", "task_changed"]


def test_two_who_mail_at_the_same_moment_send_each_mail_once():
    messages = [MessageFactory(to_mail=True) for _ in range(PAIRS)]

    at_once(*[mail_messages.call] * 4)

    assert sorted(sent.to[0] for sent in mail.outbox) == sorted(message.recipient.email for message in messages)
