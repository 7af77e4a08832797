"""Links and codes that count once, used twice at the same moment. SQLite lets one writer in at a time."""

import pytest
from django.contrib.auth.models import User
from django.db import connection  # noqa: F401 - the condition below reads it
from django_otp.plugins.otp_totp.models import TOTPDevice

from factcheck.people.invite_people import AlreadyHere, NotOpen, accept_invitation, draw_secret, invite
from factcheck.people.models import Invitation
from factcheck.people.second_step import CodeRefused, check_code
from tests.at_once import at_once, db  # noqa: F401 - the database of this module
from tests.factories import UserFactory
from tests.people.signing_in import PASSWORD, code_of, somebody, with_second_step

TIMES = 3

pytestmark = [
    pytest.mark.usefixtures("db"),
    pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite lets only one of two writers begin."),
]


def done(act, *refusals):
    """Whether the act was done; one that is refused as it should be was not."""

    def run():
        try:
            act()
        except refusals:
            return False
        return True

    return run


def test_an_invitation_makes_one_account():
    inviter = UserFactory(administrator=True)
    for number in range(TIMES):
        secret = draw_secret(invite(f"new{number}@desk.example", role="Editors", inviter=inviter))

        outcomes = at_once(
            *(
                done(
                    lambda login=f"{who}{number}", secret=secret: accept_invitation(
                        secret, login=login, name="New", password=PASSWORD
                    ),
                    NotOpen,
                )
                for who in ("first", "second")
            )
        )

        assert sorted(outcomes) == [False, True]
    assert User.objects.count() == TIMES + 1


def test_an_address_has_one_invitation():
    inviter = UserFactory(administrator=True)
    for number in range(TIMES):
        address = f"new{number}@desk.example"

        at_once(*[done(lambda to=address: invite(to, role="Editors", inviter=inviter), AlreadyHere)] * 2)

    assert Invitation.objects.unanswered().count() == TIMES


def test_a_code_lets_in_once():
    person = somebody()
    with_second_step(person)
    for _ in range(TIMES):
        TOTPDevice.objects.update(last_t=-1, throttling_failure_count=0, throttling_failure_timestamp=None)
        code = code_of(person)

        outcomes = at_once(*[done(lambda code=code: check_code(person, code), CodeRefused)] * 2)

        assert sorted(outcomes) == [False, True]
