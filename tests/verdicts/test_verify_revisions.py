from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from factcheck.ledger.chain import ChainBroken, record, verify
from factcheck.verdicts.models import Rating, Revision, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from tests.factories import VerdictFactory

COLUMNS = [field.attname for field in Revision._meta.concrete_fields]


@pytest.fixture
def released(reviewer):
    """A verdict that was published, then retracted, and another one."""
    verdict = VerdictFactory(in_review=True)
    publish(verdict, reviewer=reviewer, note="At last.")
    retract_urgently(verdict, reviewer=reviewer, note="The minutes were forged.")
    publish(VerdictFactory(in_review=True), reviewer=reviewer)
    return Verdict.objects.get(pk=verdict.pk)


def other_value(column, revision):
    if column == "rating_id":
        return Rating.objects.exclude(pk=revision.rating_id).first().pk
    if column == "verdict_id":
        return VerdictFactory().pk
    others = {"id": 9999, "number": 77, "rating_number": -7, "published_at": datetime(2001, 1, 1, tzinfo=UTC)}
    others |= {"is_urgent": not revision.is_urgent, "is_rated_twice": True}
    structured = {"claimant": {"exact": "x"}, "evidence": [{"title": "x"}], "positions": [{"stance": "denies"}]}
    return {**others, **structured}.get(column, "#0000ff" if column == "rating_colour" else "clarified")


def test_published_and_retracted_verdicts_are_proved_with_the_chain(released):
    assert verify() == 3


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("column", COLUMNS)
def test_each_changed_column_of_each_revision_is_named(released, without_triggers, column, number):
    revision = released.revisions.get(number=number)
    if column == "id":
        Verdict.objects.filter(pk=released.pk).update(current=None)

    Revision.objects.filter(pk=revision.pk).update(**{column: other_value(column, revision)})

    with pytest.raises(ChainBroken, match=r"[Rr]evision"):
        verify()
    if column == "id":
        Revision.objects.filter(pk=9999).update(id=revision.pk)


def test_a_verdict_that_shows_another_revision_is_named(released):
    Verdict.objects.filter(pk=released.pk).update(current=released.revisions.get(number=1))

    with pytest.raises(ChainBroken, match="shows readers another revision than the last"):
        verify()


def test_a_verdict_that_was_taken_from_the_public_is_named(released):
    Verdict.objects.filter(pk=released.pk).update(current=None)

    with pytest.raises(ChainBroken, match="shows readers another revision than the last"):
        verify()


def test_a_revision_that_is_gone_is_named(released, without_triggers):
    Verdict.objects.filter(pk=released.pk).update(current=None)
    released.revisions.all().delete()

    with pytest.raises(ChainBroken, match="Revision 2 of entry") as broken:
        verify()

    assert len([fault for fault in broken.value.faults if fault.endswith("is gone.")]) == 2


def test_a_revision_that_nobody_published_is_named(released):
    revision = released.revisions.get(number=1)
    revision.pk, revision.number = None, 3
    revision.save(force_insert=True)

    with pytest.raises(ChainBroken, match="was never published: no entry vouches for it"):
        verify()


def test_a_revision_of_the_first_releases_is_proved_by_what_its_page_said(released):
    revision = released.revisions.get(number=2)

    record("verdict.retracted", actor=None, on=revision, number=2, sha256=revision.sha256_of_told())

    assert verify() == 4


def test_the_database_refuses_to_replace_a_revision_or_to_empty_the_table(released):
    change = "INSERT OR REPLACE INTO verdicts_revision SELECT * FROM verdicts_revision"
    if connection.vendor == "postgresql":
        change = "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE verdicts_revision CASCADE"

    with pytest.raises(IntegrityError, match="never changed or removed"), transaction.atomic():
        connection.cursor().execute(change)


def test_a_rating_that_was_renamed_since_leaves_the_proof_alone(released):
    Rating.objects.update(definition="Another definition.")

    assert verify() == 3
