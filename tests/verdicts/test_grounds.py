import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from factcheck.articles.journal import CannotUndoImport, undo
from factcheck.articles.models import ImportBatch
from factcheck.claims.models import Claim, Position, Statement
from factcheck.ledger.models import Entry
from factcheck.verdicts.draft_verdict import Draft, revise
from factcheck.verdicts.models import Revision, Verdict
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import submit
from tests.factories import ClaimFactory, PositionFactory, StatementFactory, VerdictFactory
from tests.verdicts.ticking import publish_ticked


@pytest.fixture
def position(db):
    return PositionFactory(claim=ClaimFactory(text="The bridge is safe.", slug="the-bridge-is-safe"))


@pytest.fixture
def published(position, reviewer):
    return release(VerdictFactory(claim=position.claim), reviewer)


def release(verdict, reviewer):
    submit(verdict, editor=verdict.author)
    publish_ticked(Verdict.objects.get(pk=verdict.pk), reviewer=reviewer)
    return Verdict.objects.get(pk=verdict.pk)


@pytest.fixture
def client(administrator, as_user):
    return as_user(administrator)


def change(client, row, **values):
    """Send the administrators' page of a row as it is, with some values changed."""
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    form = client.get(address).context["adminform"].form
    sent = {name: "" if (value := form.get_initial_for_field(field, name)) is None else value
            for name, field in form.fields.items()}  # fmt: skip
    return client.post(address, {name: value for name, value in (sent | values).items() if value is not False})


def remove(client, row):
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])
    return client.post(address, {"post": "yes"})


def stored(row):
    return type(row).objects.filter(pk=row.pk).values().first()


def load(tmp_path, *rows):
    path = tmp_path / "rows.json"
    path.write_text(json.dumps(rows))
    call_command("import_articles", path, stdout=StringIO())


HELD = [
    (lambda v: v.claim, {"text": "The bridge is not safe."}, "by “Reword” on its page on the desk"),
    (lambda v: v.claim, {"slug": "another"}, "the old address goes on leading to it"),
    (lambda v: v.claim, {"origin": lambda v: StatementFactory().pk}, "is public and rests on this claim"),
    (lambda v: v.claim.positions.get(), {"stance": "denies"}, "rests on this position"),
    (lambda v: v.claim.positions.get(), {"claim": lambda v: ClaimFactory().pk}, "rests on this position"),
    (lambda v: v.claim.positions.get().statement, {"manner": "direct"}, "rests on this statement"),
    (lambda v: v.claim.positions.get().statement, {"said_on": "2001-01-01"}, "Change the verdict’s text first"),
    (lambda v: v.rating, {"label": "Right"}, "Make another rating for new verdicts."),
    (lambda v: v.rating, {"number": 9}, "The verdict on “The bridge is safe.” is public with this rating."),
]


@pytest.mark.parametrize(("row", "values", "sentence"), HELD)
def test_what_a_public_verdict_rests_on_is_not_changed_in_the_administration(row, values, sentence, published, client):
    row = row(published)
    values = {name: value(published) if callable(value) else value for name, value in values.items()}
    before, acts = stored(row), Entry.objects.count()

    response = change(client, row, **values)

    assert response.status_code == 200
    assert sentence in str(response.context["errors"])
    assert (stored(row), Entry.objects.count()) == (before, acts)


@pytest.mark.parametrize(("row", "values", "sentence"), HELD)
def test_nor_by_a_fixture(row, values, sentence, published, tmp_path):
    row = row(published)
    values = {name: value(published) if callable(value) else value for name, value in values.items()}
    before = stored(row)

    with pytest.raises(CommandError) as refused:
        load(tmp_path, {"model": row._meta.label_lower, "pk": row.pk, "fields": values})

    assert f"row 1, {next(iter(values))}" in str(refused.value)
    assert sentence in str(refused.value)
    assert stored(row) == before
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("of", [lambda p: p, lambda p: p.statement], ids=["position", "statement"])
def test_nor_is_it_removed_there_with_all_that_goes_along(of, published, client):
    position = Position.objects.get()

    response = remove(client, of(position))

    assert "is public and rests on this" in response.text
    assert Position.objects.get() == position
    assert Statement.objects.get() == position.statement


def test_nor_among_many_that_are_chosen_in_a_list(published, client):
    free = PositionFactory()

    chosen = {"action": "delete_selected", "_selected_action": [*Position.objects.values_list("pk", flat=True)]}
    response = client.post(reverse("admin:claims_position_changelist"), {**chosen, "post": "yes"})

    assert "rests on this position" in response.text
    assert Position.objects.filter(pk=free.pk).exists()


def test_nor_by_undoing_the_import_that_brought_it(reviewer, tmp_path):
    claim, statement = ClaimFactory(), StatementFactory()
    fields = {"claim": claim.pk, "statement": statement.pk, "stance": "supports"}
    load(tmp_path, {"model": "claims.position", "fields": fields})
    release(VerdictFactory(claim=claim), reviewer)

    with pytest.raises(CannotUndoImport, match="is public and rests on this position"):
        undo(ImportBatch.objects.get(), actor=None)

    assert Position.objects.exists()


def test_nor_by_undoing_the_import_that_changed_it(position, reviewer, tmp_path):
    load(tmp_path, {"model": "claims.position", "pk": position.pk, "fields": {"stance": "denies"}})
    release(VerdictFactory(claim=position.claim), reviewer)

    with pytest.raises(CannotUndoImport, match="is public and rests on this position"):
        undo(ImportBatch.objects.get(), actor=None)

    assert Position.objects.get().stance == "denies"


def test_a_verdict_that_is_a_draft_again_lets_its_grounds_be_mended(published, client):
    before = Draft(published.rating, published.conclusion, published.reasoning)
    after = Draft(published.rating, "Another conclusion.", published.reasoning)
    revise(published, editor=published.author, base=before, draft=after)

    change(client, Position.objects.get(), stance="denies")

    assert Position.objects.get().stance == "denies"


def test_what_a_retracted_verdict_rested_on_stays(published, reviewer, client):
    retract_urgently(published, reviewer=reviewer, note="The report was forged.")

    response = change(client, Position.objects.get(), stance="denies")

    assert "was retracted, and this position stays as it rested on it" in str(response.context["errors"])


def test_a_position_taken_after_publication_is_no_part_of_it(published, client):
    later = PositionFactory(claim=published.claim)

    remove(client, later)

    assert not Position.objects.filter(pk=later.pk).exists()


@pytest.mark.parametrize(
    ("row", "values"),
    [
        (lambda v: v.claim.positions.get().statement.source, {"name": "Somebody Else"}),
        (lambda v: v.claim.positions.get().statement.article, {"headline": "Quite another headline"}),
        (lambda v: v.claim.positions.get().statement.article.outlet, {"name": "Another Paper"}),
        (lambda v: v.rating, {"colour": "#123456"}),
    ],
)
def test_names_may_change_and_the_published_page_keeps_those_that_it_had(row, values, published, client, as_user):
    before = client.get(published.get_absolute_url()).content

    response = change(client, row(published), **values)

    assert response.status_code == 302
    assert client.get(published.get_absolute_url()).content == before
    assert Revision.objects.get().sha256() == Entry.objects.get(act="verdict.published").details["sha256"]


def test_a_position_that_is_removed_in_the_administration_takes_a_review_back_to_draft(position, client):
    verdict = VerdictFactory(claim=position.claim)
    submit(verdict, editor=verdict.author)

    remove(client, position)

    assert Verdict.objects.get(pk=verdict.pk).status == "draft"
    assert "is gone" in " ".join(Entry.objects.get(act="verdict.reopened").details["changes"])


def test_a_person_renamed_in_the_administration_takes_their_verdict_back_to_draft(position, administrator, client):
    verdict = VerdictFactory(claim=position.claim)
    submit(verdict, editor=verdict.author)
    author = verdict.author

    joined = {"date_joined_0": "2026-01-01", "date_joined_1": "00:00:00"}
    sent = {"username": author.username, "first_name": "Another", "is_active": "on", **joined}
    client.post(reverse("admin:auth_user_change", args=[author.pk]), sent)

    assert Verdict.objects.get(pk=verdict.pk).status == "draft"


def test_a_fixture_cannot_give_a_claim_an_address_that_another_one_had(position, editor, tmp_path):
    Claim.objects.get().aliases.create(slug="the-old-bridge")

    with pytest.raises(CommandError, match="Another claim had this address, and it leads there"):
        load(tmp_path, {"model": "claims.claim", "fields": {"text": "The bridge is old.", "slug": "the-old-bridge"}})
