import hashlib
import json
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from factcheck.ledger.chain import ChainBroken, head_of_chain, record, verify
from factcheck.ledger.models import GENESIS, Entry, Head
from tests.factories import OutletFactory

ENTRY_COLUMNS = "id, act, actor_id, at, subject_type, subject_id, subject_name, details, previous_hash, hash"
OTHER_VALUES = {
    "id": 9999,
    "at": datetime(2001, 1, 1, tzinfo=UTC),
    "subject_id": 4242,
    "details": {"step": "another"},
}


@pytest.fixture
def acts(db, editor):
    outlet = OutletFactory(name="The Example")
    return [record(act, actor=editor, on=outlet, step=n) for n, act in enumerate(("made", "changed", "removed"))]


def test_every_act_is_bound_to_the_one_before_it(acts):
    assert [entry.previous_hash for entry in acts[1:]] == [entry.hash for entry in acts[:-1]]
    assert verify() == 3


def test_an_act_says_who_did_what_to_what(acts, editor):
    entry = Entry.objects.on(OutletFactory._meta.model.objects.get()).first()

    assert (entry.act, entry.actor, entry.subject_name) == ("removed", editor, "The Example")


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_head"])
@pytest.mark.parametrize("change", ["UPDATE {} SET hash = 'never'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_or_remove_a_row(acts, table, change):
    with pytest.raises(IntegrityError, match=r"never changed or removed|only moves on"), transaction.atomic():
        connection.cursor().execute(change.format(table))


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_head"])
def test_the_database_refuses_to_replace_a_row_or_to_empty_a_table(acts, table):
    columns = "id, hash, length" if table == "ledger_head" else ENTRY_COLUMNS
    change = f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}"
    if connection.vendor == "postgresql":
        change = f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table} CASCADE"

    with pytest.raises(IntegrityError, match="never changed or removed"), transaction.atomic():
        connection.cursor().execute(change)


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("column", ENTRY_COLUMNS.split(", "))
def test_each_changed_column_of_each_entry_is_named(acts, reviewer, without_triggers, column, number):
    others = {**OTHER_VALUES, "actor_id": reviewer.pk}

    Entry.objects.filter(pk=acts[number].pk).update(**{column: others.get(column, "f" * 60)})

    with pytest.raises(ChainBroken, match=r"[Ll]edger entry"):
        verify()


@pytest.mark.parametrize("column", ["id", "hash", "length"])
def test_each_changed_column_of_the_head_is_named(acts, without_triggers, column):
    Head.objects.update(**{column: {"id": 7, "hash": "f" * 64, "length": 2}[column]})

    with pytest.raises(ChainBroken, match=r"head|should end with"):
        verify()


def test_every_row_that_does_not_fit_is_named_not_only_the_first(acts, without_triggers):
    Entry.objects.filter(pk__in=[acts[0].pk, acts[2].pk]).update(act="nothing happened")

    with pytest.raises(ChainBroken) as broken:
        verify()

    assert broken.value.faults == [
        f"Ledger entry {acts[0].pk} (nothing happened) was changed.",
        f"Ledger entry {acts[2].pk} (nothing happened) was changed.",
    ]


def test_a_removed_last_entry_is_missed(acts, without_triggers):
    Entry.objects.filter(pk=acts[2].pk).delete()

    with pytest.raises(ChainBroken, match="should end with entry number 3, but 2 are there"):
        verify()


def test_a_chain_written_anew_as_a_whole_does_not_fit_an_earlier_anchor(acts, without_triggers):
    anchor = head_of_chain()
    write_anew(act="never happened")

    assert verify() == 3
    with pytest.raises(ChainBroken, match="another hash than the anchor"):
        verify(anchor)


def test_an_anchor_of_an_entry_that_is_gone_is_named(acts, without_triggers):
    anchor = head_of_chain()
    Entry.objects.filter(pk=acts[2].pk).delete()
    Head.objects.update(hash=acts[1].hash, length=2)

    with pytest.raises(ChainBroken, match="was in the ledger when the anchor was written down"):
        verify(anchor)


def test_the_commands_print_an_anchor_and_prove_the_chain_against_it(acts, capsys):
    call_command("ledger_head")
    anchor = capsys.readouterr().out.strip()
    record("changed", actor=None, on=acts[0].actor)

    call_command("verify_ledger", "--anchor", anchor)

    assert anchor == f"{acts[2].pk}:{acts[2].hash}"
    assert capsys.readouterr().out.startswith("All 4 entries")


def test_the_command_ends_badly_when_the_chain_is_broken(acts, without_triggers):
    Entry.objects.filter(pk=acts[1].pk).update(subject_name="Another")

    with pytest.raises(CommandError, match=r"\(outlet changed\) was changed"):
        call_command("verify_ledger")


def test_what_is_no_anchor_is_answered_with_how_one_looks(db):
    with pytest.raises(CommandError, match="NUMBER:HASH"):
        call_command("verify_ledger", "--anchor", "12")


def test_entries_of_the_first_releases_which_do_not_seal_their_number_still_stand(acts, without_triggers):
    write_anew(seal=sha256_without_number)

    assert verify() == 3


def write_anew(*, act="", seal=Entry.seal):
    """What somebody with full rights on the database and this code could do."""
    previous = GENESIS
    for entry in Entry.objects.order_by("pk"):
        entry.act, entry.previous_hash = act or entry.act, previous
        entry.hash = previous = seal(entry)
        Entry.objects.filter(pk=entry.pk).update(act=entry.act, previous_hash=f"{entry.pk}", hash=f"{entry.pk}")
        Entry.objects.filter(pk=entry.pk).update(previous_hash=entry.previous_hash, hash=entry.hash)
    Head.objects.update(hash=previous)


def sha256_without_number(entry):
    said = {
        "act": entry.act,
        "actor": entry.actor_id,
        "at": entry.at.isoformat(),
        "subject": [entry.subject_type, entry.subject_id, entry.subject_name],
        "details": entry.details,
        "previous": entry.previous_hash,
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
