"""Fixtures in the administrators' pages: rows of several models, each looked at, then imported all or none."""

import json

import pytest
from django.urls import reverse

from factcheck.articles.models import Article, Fingerprint, ImportBatch, Outlet, Story
from factcheck.claims.models import Claim, Conflict, Position, Source, Statement
from factcheck.ledger.models import Entry
from tests.articles.admin.uploading import CHANGELIST, decide, outcomes, shown, upload
from tests.factories import ArticleFactory, OutletFactory

TEXT = "The mayor said that the bridge is safe. Inspectors said that it is not."
pytestmark = pytest.mark.usefixtures("media")


def statement(pk, exact, source):
    start = TEXT.index(exact)
    fields = {"article": 3, "source": source, "manner": "indirect", "exact": exact, "start": start}
    return {"model": "claims.statement", "pk": pk, "fields": {**fields, "end": start + len(exact)}}


def article(pk=3, **fields):
    known = {"outlet": 1, "story": 2, "headline": "Bridge", "received": TEXT, "text": TEXT}
    return {"model": "articles.article", "pk": pk, "fields": {**known, **fields}}


def position(**fields):
    return {"model": "claims.position", "fields": {"statement": 5, "claim": ["bridge-is-safe"], **fields}}


def other(**fields):
    """One more article."""
    text = "Another day. It rained a lot."
    return article(7, relation="related", **{"received": text, "text": text, "outlet": 1, **fields})


def finding(**parts):
    """A finding of the other article's first words."""
    told = {"what": "furniture", "value": "Another day", "start": 0, "end": 11, "because": "it is one"}
    return told | {"leaves_out": True} | parts


def marked(**fields):
    row = statement(7, "Inspectors", 6)
    return {**row, "fields": {**row["fields"], **fields}}


def misplaced(row):
    return {**row, "fields": {**row["fields"], "start": 3}}


# The rows stand so that each refers to one further down.
ROWS = [
    {"model": "claims.conflict", "fields": {"first": 4, "second": 5, "state": "open"}},
    {"model": "claims.position", "fields": {"statement": 4, "claim": ["bridge-is-safe"], "stance": "supports"}},
    statement(4, "the bridge is safe", ["the-mayor"]),
    statement(5, "it is not", 6),
    article(),
    {"model": "claims.claim", "fields": {"text": "The bridge is safe.", "slug": "bridge-is-safe", "origin": 4}},
    {"model": "claims.source", "fields": {"name": "The mayor", "slug": "the-mayor", "role": "mayor"}},
    {"model": "claims.source", "pk": 6, "fields": {"name": "Inspectors", "slug": "i", "kind": "organisation"}},
    {"model": "articles.story", "pk": 2, "fields": {"title": "The bridge", "slug": "the-bridge"}},
    {"model": "articles.outlet", "pk": 1, "fields": {"name": "The Herald"}},
]  # fmt: skip


def test_an_uploaded_fixture_is_shown_row_by_row_and_changes_nothing(client):
    response = upload(client, ROWS)

    assert outcomes(response) == [(n, "created", "") for n in range(1, 11)]
    assert "Import all rows" in response.text
    assert not Outlet.objects.exists()
    assert not Entry.objects.exists()
    assert ImportBatch.objects.get().status == "previewed"


def test_it_is_then_imported_whole_in_one_ledger_entry(client, administrator):
    upload(client, ROWS)

    response = decide(client, "import")

    assert "Imported rows.json: 10 created." in response.text
    imported = Article.objects.get()
    assert imported.fingerprints.count() == imported.fingerprint_count > 0
    assert imported.batch == ImportBatch.objects.get(status="done")
    assert [model.objects.count() for model in (Source, Statement, Claim, Position, Conflict)] == [2, 2, 1, 1, 1]
    entry = Entry.objects.get()
    assert (entry.act, entry.actor, entry.details["counts"]) == ("fixture.imported", administrator, {"created": 10})


def test_rows_made_afterwards_get_keys_of_their_own(client):
    upload(client, ROWS)
    decide(client, "import")

    assert OutletFactory().pk > 1
    assert ArticleFactory().pk > 3


def test_importing_the_same_file_again_has_nothing_to_do(client):
    upload(client, ROWS)
    decide(client, "import")

    response = upload(client, ROWS)

    assert {fate for _, fate, _ in outcomes(response)} == {"unchanged"}
    assert "there is nothing to import" in response.text
    assert "nothing to do" in decide(client, "import").text
    assert Entry.objects.count() == 1


def test_json_lines_are_read_too_and_numbered_by_line(client):
    lines = "\n\n".join(json.dumps(row) for row in ROWS).encode()

    response = upload(client, lines, "rows.jsonl")

    assert [number for number, _, _ in outcomes(response)] == list(range(1, 20, 2))


def test_a_changed_row_says_what_changes(client):
    OutletFactory(pk=11, name="The Herold")

    response = upload(client, [{"model": "articles.outlet", "pk": 11, "fields": {"name": "The Herald"}}])

    assert outcomes(response) == [(1, "changed", "")]
    assert "name: The Herold → The Herald" in response.text


def test_a_row_that_changes_an_article_s_text_is_refused(client):
    known = ArticleFactory()

    response = upload(client, [{"model": "articles.article", "pk": known.pk, "fields": {"text": "Other words."}}])

    assert outcomes(response) == [(1, "refused", "text")]
    assert "An article&#x27;s text never changes." in response.text


def test_fields_that_a_row_does_not_name_stay_as_they_are(client):
    OutletFactory(pk=11, domain="herald.example")

    upload(client, [{"model": "articles.outlet", "pk": 11, "fields": {"name": "The Herald"}}])
    decide(client, "import")

    assert Outlet.objects.get().domain == "herald.example"


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ({"model": "articles.paper", "fields": {}}, "model", "There is no model “articles.paper”."),
        ({"model": "auth.user", "fields": {"username": "x"}}, "model", "People and their rights are not imported"),
        ({"model": "ledger.entry", "fields": {}}, "model", "The ledger is written by the desk alone."),
        ({"model": "verdicts.revision", "fields": {}}, "model", "go through review"),
        ({"model": "articles.importbatch", "fields": {}}, "model", "Rows of this kind are not imported."),
        ({"model": "articles.outlet", "fields": {"nmae": "X"}}, "nmae", "There is no such field; the fields are id,"),
        ({"model": "articles.outlet", "fields": {"articles": []}}, "articles", "There is no such field"),
        ({"model": "articles.outlet", "fields": {"name": 5}}, "name", "The value is not text."),
        ({"model": "articles.outlet", "fields": {}}, "name", "This field cannot be blank."),
        ({"model": "articles.outlet", "pk": "x", "fields": {"name": "X"}}, "pk", "“x” is no key."),
        ({"model": "articles.outlet", "pk": 9**99, "fields": {"name": "X"}}, "pk", "is no key."),
        ({"model": "articles.outlet", "pk": 8, "fields": {"name": "The Herald"}}, "name", "already exists."),
        ({"model": "articles.outlet", "fields": {"name": "X", "is_text_public": "maybe"}}, "is_text_public", "must be"),
        (article(9, published_on="2019-02-30"), "published_on", "invalid date"),
        (article(9, outlet=404), "outlet", "It refers to outlet 404, which is not on the desk"),
        (article(9, outlet=["Nobody"]), "outlet", "It refers to outlet ['Nobody']"),
        (article(9, outlet="x"), "outlet", "“x” is no key of a outlet."),
        (article(9, outlet=1, received="B", text="B"), "", "This story has an original already."),
        (article(9, previous=9), "previous", "It refers to article 9"),
        (misplaced(statement(7, "it is not", 6)), "", "do not stand at this place in the article's reading text"),
        ({"model": "claims.source", "fields": {"name": "N", "slug": "n", "people": 4}}, "", "Only anonymous people"),
        ({"model": "claims.claim", "fields": {"text": "x" * 201, "slug": "x"}}, "text", "at most 200 characters"),
        ({"model": "claims.conflict", "fields": {"first": 5, "second": 4}}, "", "earlier first"),
        (position(claim=["x"]), "claim", "It refers to claim ['x']"),
        ({"model": "articles.outlet", "pk": 12, "fields": {"name": "X"}}, "pk", "so a new key lies between 1 and 11."),
        ({"model": "articles.outlet", "pk": 2**63 - 1, "fields": {"name": "X"}}, "pk", "Give it another, or none."),
        ({"model": "articles.outlet", "pk": 0, "fields": {"name": "X"}}, "pk", "The highest key of a outlet here is 0"),
        (other(findings={}), "findings", "Findings are a list."),
        (other(findings=[{"what": "link"}]), "findings", "Finding 1 has not the parts of one: what, value, start,"),
        (other(findings=[finding(what="truth")]), "findings", "Finding 1 is of no known kind; the kinds are headline,"),
        (other(findings=[finding(end=400)]), "findings", "stands from 0 to 400, and the received text has 29"),
        (other(findings=[finding(start=-1)]), "findings", "stands from -1 to 11"),
        (other(findings=[finding(start=True)]), "findings", "has not the parts of one"),
        (other(findings=[finding(), finding(value="It said no such")]), "findings", "Finding 2 leaves out words that"),
        (marked(prefix="Nobody said that "), "", "do not stand at this place in the article's reading text"),
        (marked(suffix=" at all"), "", "do not stand at this place in the article's reading text"),
        (marked(start=5000, end=5010), "", "do not stand at this place in the article's reading text"),
        (position(stance="loves"), "stance", "'loves' is not a valid choice."),
        (ROWS[-1], "pk", "Row 10 has the same key."),
    ],
)  # fmt: skip
def test_a_bad_row_is_refused_with_number_field_and_reason_and_nothing_is_half_done(client, row, field, reason):
    response = upload(client, [*ROWS, row])

    assert response.status_code == 200
    [refused] = shown(response, "refused")
    assert (refused.place, refused.field) == ("row 11", field)
    assert reason in refused.told
    assert "Import all rows" not in response.text
    assert "nothing was imported" in decide(client, "import").text
    assert not Outlet.objects.exists()
    assert not Fingerprint.objects.exists()


def test_a_row_that_needs_a_refused_one_is_refused_too(client):
    response = upload(client, [*ROWS[:-1], {"model": "articles.outlet", "pk": 1, "fields": {"name": ""}}])

    refused = {row.place for row in shown(response, "refused")}
    assert refused == {f"row {number}" for number in (1, 2, 3, 4, 5, 6, 10)}


def test_a_discarded_file_is_not_kept_and_cannot_be_imported(client):
    upload(client, ROWS)

    response = decide(client, "discard")

    assert "Discarded rows.json; nothing was imported." in response.text
    batch = ImportBatch.objects.get()
    assert (batch.status, batch.file.name) == ("discarded", "")
    assert "decided already" in decide(client, "import").text
    assert not Outlet.objects.exists()


def test_who_made_a_row_is_who_imports_it_whatever_the_file_says(client, administrator, editor, tmp_path):
    rows = json.loads(json.dumps(ROWS))
    for row in rows:
        if row["model"] in ("claims.statement", "claims.claim"):
            row["fields"]["created_by"] = editor.pk
    rows[4]["fields"]["batch"] = ImportBatch.objects.create(name="another.json", sha256="0" * 64).pk

    upload(client, rows)
    decide(client, "import")

    assert {row.created_by for model in (Statement, Claim) for row in model.objects.all()} == {administrator}
    assert Article.objects.get().batch == ImportBatch.objects.get(name="rows.json")

    upload(client, [{"model": "claims.claim", "pk": Claim.objects.get().pk, "fields": {"created_by": editor.pk}}])

    assert "nothing to do" in decide(client, "import").text
    assert Claim.objects.get().created_by == administrator


@pytest.mark.parametrize("escape", ["\\ud83d", "\\u0000"], ids=["half a character", "nothing"])
@pytest.mark.parametrize(
    ("row", "field"),
    [
        ('{"model": "articles.outlet", "fields": {"name": "The %s Herald"}}', "name"),
        ('{"model": "articles.outlet", "fields": {"na%sme": "X"}}', "na\ufffdme"),
        ('{"model": "articles.%soutlet", "fields": {}}', "model"),
        ('{"model": "articles.outlet", "pk": ["%s"], "fields": {}}', "pk"),
        ('{"model": "articles.article", "fields": {"findings": [{"value": ["%s"]}]}}', "findings"),
    ],
)
def test_text_that_is_none_is_refused_with_its_row_and_field_and_nothing_is_kept(client, escape, row, field):
    content = json.dumps(ROWS[-1]) + "\n" + row % escape

    response = upload(client, content.encode(), "rows.jsonl")

    code = escape.removeprefix("\\u").upper()
    sentence = f"rows.jsonl, row 2, {field}: It holds U+{code}, which stands for no character. Remove it"
    assert response.status_code == 422
    assert sentence in response.context["form"].errors["file"][0]
    assert not ImportBatch.objects.exists()


def test_a_number_that_no_json_has_is_refused(client):
    response = upload(client, b'[{"model": "articles.article", "fields": {"findings": [NaN]}}]')

    assert "It is not JSON" in response.text
    assert not Article.objects.exists()


def test_the_highest_key_stays_near_so_that_more_can_come_in(client):
    upload(client, [{"model": "articles.outlet", "pk": 2**63 - 1, "fields": {"name": "The Herald"}}])

    assert "nothing was imported" in decide(client, "import").text
    assert OutletFactory().pk < 2**63 - 1


def test_keys_of_a_file_may_go_on_from_the_highest_as_far_as_it_has_rows(client):
    known = OutletFactory(pk=40)

    upload(client, [{"model": "articles.outlet", "pk": known.pk + 1, "fields": {"name": "The Herald"}}])
    decide(client, "import")

    assert Outlet.objects.get(pk=41).name == "The Herald"


def test_rows_found_with_their_hashes_in_a_dump_are_unchanged(client):
    from django.core import serializers

    ArticleFactory()
    models = (Outlet, Story, Article)
    dump = serializers.serialize("jsonl", [row for model in models for row in model.objects.all()])

    assert {fate for _, fate, _ in outcomes(upload(client, dump.encode(), "dump.jsonl"))} == {"unchanged"}


def test_a_file_that_waits_for_a_decision_can_be_found_again(client):
    upload(client, ROWS)

    batch = ImportBatch.objects.get()
    address = reverse("admin:articles_importbatch_change", args=[batch.pk])

    assert address in client.get(CHANGELIST).text
    assert "Import all rows" in client.get(address, follow=True).text
