import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from factcheck.articles.models import Article, Fingerprint, ImportBatch, Outlet, Story
from factcheck.claims.models import Claim, Conflict, Position, Source, Statement
from factcheck.ledger.models import Entry
from tests.factories import ArticleFactory, OutletFactory

TEXT = "The mayor said that the bridge is safe. Inspectors said that it is not."
UPLOAD = reverse("admin:articles_importbatch_upload")
CHANGELIST = reverse("admin:articles_importbatch_changelist")


def statement(pk, exact, source):
    start = TEXT.index(exact)
    fields = {"article": 31, "source": source, "manner": "indirect", "exact": exact, "start": start}
    return {"model": "claims.statement", "pk": pk, "fields": {**fields, "end": start + len(exact)}}


def article(pk=31, **fields):
    known = {"outlet": 11, "story": 21, "headline": "Bridge", "received": TEXT, "text": TEXT}
    return {"model": "articles.article", "pk": pk, "fields": {**known, **fields}}


def position(**fields):
    return {"model": "claims.position", "fields": {"statement": 42, "claim": ["bridge-is-safe"], **fields}}


def misplaced(row):
    return {**row, "fields": {**row["fields"], "start": 3}}


# The rows stand so that each refers to one further down.
ROWS = [
    {"model": "claims.conflict", "fields": {"first": 41, "second": 42, "state": "open"}},
    {"model": "claims.position", "fields": {"statement": 41, "claim": ["bridge-is-safe"], "stance": "supports"}},
    statement(41, "the bridge is safe", ["the-mayor"]),
    statement(42, "it is not", 52),
    article(),
    {"model": "claims.claim", "fields": {"text": "The bridge is safe.", "slug": "bridge-is-safe", "origin": 41}},
    {"model": "claims.source", "fields": {"name": "The mayor", "slug": "the-mayor", "role": "mayor"}},
    {"model": "claims.source", "pk": 52, "fields": {"name": "Inspectors", "slug": "i", "kind": "organisation"}},
    {"model": "articles.story", "pk": 21, "fields": {"title": "The bridge", "slug": "the-bridge"}},
    {"model": "articles.outlet", "pk": 11, "fields": {"name": "The Herald"}},
]  # fmt: skip


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def client(administrator, as_user):
    return as_user(administrator)


def upload(client, rows, name="rows.json"):
    content = rows if isinstance(rows, bytes) else json.dumps(rows).encode()
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)}, follow=True)


def outcomes(response):
    shown = [*response.context["refused"], *response.context["outcomes"]]
    return [(outcome.number, outcome.fate, outcome.field) for outcome in shown]


def decide(client, decision):
    batch = ImportBatch.objects.latest("pk")
    address = reverse("admin:articles_importbatch_preview", args=[batch.pk])
    return client.post(address, {decision: "yes"}, follow=True)


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

    assert OutletFactory().pk > 11
    assert ArticleFactory().pk > 31


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
        ({"model": "articles.outlet", "pk": 12, "fields": {"name": "The Herald"}}, "name", "already exists."),
        ({"model": "articles.outlet", "fields": {"name": "X", "is_text_public": "maybe"}}, "is_text_public", "must be"),
        (article(99, published_on="2019-02-30"), "published_on", "invalid date"),
        (article(99, outlet=404), "outlet", "It refers to outlet 404, which is not on the desk"),
        (article(99, outlet=["Nobody"]), "outlet", "It refers to outlet ['Nobody']"),
        (article(99, outlet="x"), "outlet", "“x” is no key of a outlet."),
        (article(99, outlet=11, received="B", text="B"), "", "This story has an original already."),
        (article(99, previous=99), "previous", "It refers to article 99"),
        (misplaced(statement(43, "it is not", 52)), "", "do not stand at this place in the article's reading text"),
        ({"model": "claims.source", "fields": {"name": "N", "slug": "n", "people": 4}}, "", "Only anonymous people"),
        ({"model": "claims.claim", "fields": {"text": "x" * 201, "slug": "x"}}, "text", "at most 200 characters"),
        ({"model": "claims.conflict", "fields": {"first": 42, "second": 41}}, "", "earlier first"),
        (position(claim=["x"]), "claim", "It refers to claim ['x']"),
        (position(stance="loves"), "stance", "'loves' is not a valid choice."),
        (ROWS[-1], "pk", "Row 10 has the same key."),
    ],
)  # fmt: skip
def test_a_bad_row_is_refused_with_number_field_and_reason_and_nothing_is_half_done(client, row, field, reason):
    response = upload(client, [*ROWS, row])

    assert response.status_code == 200
    [refused] = response.context["refused"]
    assert (refused.number, refused.field) == (11, field)
    assert reason in refused.told
    assert "Import all rows" not in response.text
    assert "nothing was imported" in decide(client, "import").text
    assert not Outlet.objects.exists()
    assert not Fingerprint.objects.exists()


def test_a_row_that_needs_a_refused_one_is_refused_too(client):
    response = upload(client, [*ROWS[:-1], {"model": "articles.outlet", "pk": 11, "fields": {"name": ""}}])

    refused = {outcome.number for outcome in response.context["refused"]}
    assert refused == {1, 2, 3, 4, 5, 6, 10}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The submitted file is empty."),
        (b" \n", "rows.json: The file is empty."),
        (b"\xff\xfe\x00", "rows.json: It is not UTF-8 text."),
        (b'[{"model": ', "rows.json: It is not JSON at line 1, column 12."),
        (b"[" * 100_000, "rows.json: It is not JSON"),
        (b"[]", "rows.json: It holds no rows."),
        (b'{"model": "articles.outlet", "fields": {}}\nx', "rows.json, row 2: The line is not JSON."),
        (b'[{"name": "The Herald"}]', "rows.json, row 1: It is no fixture row"),
        (b'[{"model": "articles.outlet", "fields": {}, "fiels": 1}]', "rows.json, row 1, fiels"),
        (
            b'[{"model": "articles.outlet", "fields": {}}' + b', {"model": "a.b", "fields": {}}' * 2000 + b"]",
            "2,001 rows",
        ),
    ],
)
def test_a_file_that_is_no_fixture_is_answered_in_a_sentence(client, content, sentence):
    response = upload(client, content)

    assert response.status_code == 422
    assert sentence in response.context["form"].errors["file"][0]
    assert not ImportBatch.objects.exists()


def test_a_discarded_file_is_not_kept_and_cannot_be_imported(client):
    upload(client, ROWS)

    response = decide(client, "discard")

    assert "Discarded rows.json; nothing was imported." in response.text
    batch = ImportBatch.objects.get()
    assert (batch.status, batch.file.name) == ("discarded", "")
    assert "decided already" in decide(client, "import").text
    assert not Outlet.objects.exists()


def test_rows_found_with_their_hashes_in_a_dump_are_unchanged(client):
    from django.core import serializers

    ArticleFactory()
    models = (Outlet, Story, Article)
    dump = serializers.serialize("jsonl", [row for model in models for row in model.objects.all()])

    assert {fate for _, fate, _ in outcomes(upload(client, dump.encode(), "dump.jsonl"))} == {"unchanged"}


@pytest.mark.parametrize("role", ["editor", "reviewer"])
def test_only_administrators_import_files(role, as_user, request):
    client = as_user(request.getfixturevalue(role))

    assert client.get(UPLOAD).status_code == 302
    assert client.get(CHANGELIST).status_code == 302


def test_a_visitor_is_sent_to_sign_in(db):
    assert Client().get(UPLOAD).status_code == 302


def test_a_file_that_waits_for_a_decision_can_be_found_again(client):
    upload(client, ROWS)

    address = reverse("admin:articles_importbatch_preview", args=[ImportBatch.objects.get().pk])

    assert address in client.get(CHANGELIST).text


def test_the_pages_lead_to_the_import(client):
    for address in (reverse("admin:index"), CHANGELIST):
        assert UPLOAD in client.get(address).text
