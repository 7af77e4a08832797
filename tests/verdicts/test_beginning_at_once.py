"""Two people who begin the same thing at the same moment. SQLite lets one writer in at a time, so there is no race."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import close_old_connections, connection, connections

from factcheck.claims.models import Claim
from factcheck.claims.take_position import state_claim
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.draft_verdict import draft
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.reword_claim import reword
from tests.factories import ClaimFactory, UserFactory

PAIRS = 25

pytestmark = pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="SQLite lets only one of two writers begin at a time."
)


@pytest.fixture(autouse=True)
def committed(django_db_setup, django_db_blocker):
    """Rows that other connections see. The ledger refuses to be emptied, so its triggers sleep while it is."""
    with django_db_blocker.unblock():
        yield
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            for table in (
                "verdicts_verdict",
                "claims_claimalias",
                "claims_claim",
                "ledger_entry",
                "ledger_head",
                "auth_user_groups",
                "auth_user",
            ):
                cursor.execute(f"DELETE FROM {table}")
            cursor.execute("SET session_replication_role = DEFAULT")


def at_once(*acts):
    """What each act returned; all begin together, each in a thread with a connection of its own."""
    gate = Barrier(len(acts))

    def run(act):
        close_old_connections()
        connection.ensure_connection()
        gate.wait()
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_two_who_begin_one_verdict_at_the_same_moment_both_get_the_one_that_is_there():
    people = [UserFactory(editor=True), UserFactory(editor=True)]
    claims = [ClaimFactory() for _ in range(PAIRS)]

    begun = [at_once(*(lambda one=one, to=claim: draft(to, author=one) for one in people)) for claim in claims]

    assert all(first == second for first, second in begun)
    assert Verdict.objects.count() == PAIRS
    assert verify() == PAIRS


def test_verdicts_on_two_claims_of_the_same_words_begin_at_the_same_moment():
    author = UserFactory(editor=True)
    claims = [ClaimFactory(text=f"Is it so{mark}") for mark in (".", "!", "?")]

    begun = at_once(*(lambda to=claim: draft(to, author=author) for claim in claims))

    assert len({verdict.slug for verdict in begun}) == 3


def test_two_who_state_one_claim_at_the_same_moment_both_get_the_one_that_is_there():
    editor = UserFactory(editor=True)
    texts = [f"The ferry carries {number} people." for number in range(PAIRS)]

    stated = [at_once(*[lambda text=text: state_claim(text, editor=editor)] * 2) for text in texts]

    assert all(first == second for first, second in stated)
    assert Claim.objects.count() == PAIRS


def test_of_two_claims_that_get_the_same_words_at_the_same_moment_one_is_refused():
    editor = UserFactory(editor=True)
    pairs = [(ClaimFactory(), ClaimFactory(), f"The ferry carries {number} people.") for number in range(PAIRS)]

    def say(claim, text):
        try:
            return reword(claim, text=text, editor=editor)
        except ValidationError as refusal:
            return refusal

    for one, other, text in pairs:
        outcomes = at_once(lambda one=one, text=text: say(one, text), lambda other=other, text=text: say(other, text))
        assert {type(outcome) for outcome in outcomes} == {Entry, ValidationError}


def test_whoever_rewords_a_claim_after_a_verdict_was_begun_at_the_same_moment_changed_it_last():
    author, editor = UserFactory(editor=True), UserFactory(editor=True)

    for number in range(PAIRS):
        claim, text = ClaimFactory(), f"The ferry carries {number} people."
        verdict, reworded = at_once(
            lambda claim=claim: draft(claim, author=author),
            lambda claim=claim, text=text: reword(claim, text=text, editor=editor),
        )
        begun = Entry.objects.on(verdict).get(act="verdict.drafted")
        assert Verdict.objects.get(pk=verdict.pk).last_editor == (editor if reworded.pk > begun.pk else author)
