import pytest
from django.db import IntegrityError, connection, transaction

from factcheck.ledger.chain import ChainBroken, record, verify
from factcheck.ledger.models import Entry
from tests.factories import OutletFactory


@pytest.fixture
def acts(db, editor):
    outlet = OutletFactory(name="The Example")
    return [record(act, actor=editor, on=outlet, step=n) for n, act in enumerate(("made", "changed", "closed"))]


def test_every_act_is_bound_to_the_one_before_it(acts):
    assert [entry.previous_hash for entry in acts[1:]] == [entry.hash for entry in acts[:-1]]
    assert verify() == 3


def test_an_act_says_who_did_what_to_what(acts, editor):
    entry = Entry.objects.on(OutletFactory._meta.model.objects.get()).first()

    assert (entry.act, entry.actor, entry.subject_name) == ("closed", editor, "The Example")


@pytest.mark.parametrize("change", ["UPDATE ledger_entry SET act = 'never'", "DELETE FROM ledger_entry"])
def test_the_database_refuses_to_change_or_remove_an_entry(acts, change):
    with pytest.raises(IntegrityError, match="never changed or removed"), transaction.atomic():
        connection.cursor().execute(change)


def test_an_entry_changed_behind_the_database_s_back_is_found(acts, without_triggers):
    Entry.objects.filter(pk=acts[1].pk).update(act="nothing happened")

    with pytest.raises(ChainBroken, match=r"\(nothing happened\) was changed"):
        verify()


def test_a_removed_last_entry_is_missed(acts, without_triggers):
    Entry.objects.filter(pk=acts[2].pk).delete()

    with pytest.raises(ChainBroken, match="should end with entry number 3, but 2 are there"):
        verify()


@pytest.fixture
def without_triggers(db):
    """What somebody with full rights on the database could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            cursor.execute("DROP TRIGGER ledger_entry_never_updates")
            cursor.execute("DROP TRIGGER ledger_entry_never_deletes")
