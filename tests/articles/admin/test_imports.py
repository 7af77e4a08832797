"""Files in the administrators' pages: looked at row by row, then imported, discarded or undone."""

import json
from contextlib import suppress
from datetime import timedelta
from io import StringIO
from pathlib import Path
from shutil import copy

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from factcheck.articles.intake import batches
from factcheck.articles.journal import undo
from factcheck.articles.models import Article, ImportBatch
from factcheck.ledger.models import Entry
from tests.articles.admin.uploading import CHANGELIST, UPLOAD, decide, shown, upload
from tests.articles.formats.test_documents import FIRST_PAGE, SECOND_PAGE, pdf
from tests.factories import StatementFactory

ALL = sorted((Path(__file__).parents[1] / "samples").iterdir())
SAMPLES = [sample for sample in ALL if sample.name != "shell.html"]  # it holds no article
pytestmark = pytest.mark.usefixtures("media")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The submitted file is empty."),
        (b" \n", "rows.json: The file is empty."),
        (b"GIF89a", "rows.json: It is a picture, not text."),
        (b'[{"model": ', "rows.json: It is not JSON at line 1, column 12."),
        (b'{"model": "articles.outlet", "fields": {}}\nx', "rows.json, row 2: The line is not JSON."),
        (b'[{"model": "articles.outlet", "fields": {}, "fiels": 1}]', "rows.json, row 1, fiels"),
        (
            b'[{"model": "articles.outlet", "fields": {}}' + b', {"model": "a.b", "fields": {}}' * 2000 + b"]",
            "2,001 rows",
        ),
    ],
)
def test_a_file_that_is_plainly_no_import_is_answered_in_a_sentence_and_not_kept(client, content, sentence, tmp_path):
    response = upload(client, content)

    assert response.status_code == 422
    assert sentence in response.context["form"].errors["file"][0]
    assert not ImportBatch.objects.exists()
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe\x00", "It begins like UTF-16 text and does not go on so."),
        (b"[" * 100_000, "It is not JSON at character 2"),
        (b"[]", "It holds no article."),
        (b'[{"text": "A"} 5]', "A “,” is missing at character 16"),
    ],
)
def test_a_file_that_turns_out_unreadable_says_so_on_its_page(client, content, sentence):
    response = upload(client, content)

    assert ImportBatch.objects.get().status == "refused"
    assert sentence in response.text


def test_the_pages_lead_to_the_import(client):
    for address in (reverse("admin:index"), CHANGELIST):
        assert UPLOAD in client.get(address).text


@pytest.fixture
def rows():
    """Articles, two of them refused."""
    good = [{"text": f"Note {n} of the harbour master, on the winter ferry.", "outlet": "The Log"} for n in range(4)]
    return [*good, {"text": "", "headline": "Empty"}, {"text": "A note.", "published_on": "2019-13-01"}]


def csv_of(rows):
    lines = [f"{row['text']};{row.get('published_on', '')}" for row in rows]
    return "\n".join(["text;published_on", *(line.replace(", ", " ") for line in lines)]).encode()


class TestArticles:
    def test_a_file_of_articles_is_shown_by_kind_and_changes_nothing(self, client, rows):
        response = upload(client, rows)

        groups = response.context["page"].groups
        assert [(group.outcome, group.count) for group in groups] == [("refused", 2), ("created", 4)]
        assert [(row.place, row.field) for row in shown(response, "refused")] == [
            ("row 5", "text"),
            ("row 6", "published_on"),
        ]
        assert "Import the 4 good rows" in response.text
        assert not Article.objects.exists()

    def test_the_good_rows_are_imported_and_the_refused_ones_can_be_downloaded(self, client, rows, administrator):
        upload(client, rows)

        response = decide(client, "import")

        batch = ImportBatch.objects.get()
        assert "Imported rows.json: 2 refused, 4 created." in response.text
        assert (batch.status, batch.counts) == ("done", {"created": 4, "refused": 2})
        assert (Entry.objects.get().act, Entry.objects.get().actor) == ("articles.imported", administrator)
        refused = client.get(reverse("admin:articles_importbatch_refused", args=[batch.pk]))
        first, second = map(json.loads, refused.getvalue().decode().splitlines())
        assert (first["headline"], second["published_on"]) == ("Empty", "2019-13-01")
        assert 'filename="rows.json.refused.jsonl"' in refused["Content-Disposition"]

    @pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
    def test_every_format_that_the_terminal_takes_goes_in_here_too(self, client, sample, tmp_path):
        upload(client, sample.read_bytes(), sample.name)

        decide(client, "import")

        here = sorted(Article.objects.values_list("url", "received", "text"))
        assert here
        batch = ImportBatch.objects.get()
        assert batch.status == ImportBatch.Status.DONE
        undo(batch, actor=batch.created_by)
        call_command("import_articles", copy(sample, tmp_path), keep_going=True, stdout=StringIO())
        assert sorted(Article.objects.values_list("url", "received", "text")) == here

    def test_an_import_is_undone_by_a_button_or_says_why_not(self, client, rows):
        upload(client, rows[:2])
        decide(client, "import")
        kept = StatementFactory(article=Article.objects.first(), exact="the harbour master")

        refusal = decide(client, "undo")
        kept.delete()
        done = decide(client, "undo")

        assert "It cannot be undone: The statement" in refusal.text
        assert "Undone: what rows.json created is gone" in done.text
        assert not Article.objects.exists()

    def test_a_file_that_is_on_the_desk_already_has_nothing_to_import(self, client, rows):
        upload(client, rows[:2])
        decide(client, "import")

        response = upload(client, rows[:2])

        assert "there is nothing to import" in response.text
        assert "Import all rows" not in response.text

    def test_a_table_takes_its_outlet_from_the_form(self, client, rows):
        file = SimpleUploadedFile("rows.csv", csv_of(rows[:3]))
        client.post(UPLOAD, {"file": file, "outlet": "The Log", "language": "de"})

        decide(client, "import")

        assert set(Article.objects.values_list("outlet__name", "language")) == {("The Log", "de")}

    def test_a_batch_at_work_tells_how_far_it_is_and_looks_again_by_itself(self, client, rows):
        upload(client, rows)
        now = timezone.now()
        ImportBatch.objects.update(
            status="importing", taken=500, at=250, size=1000, began_at=now - timedelta(seconds=5), alive_at=now
        )

        page = client.get(reverse("admin:articles_importbatch_preview", args=[ImportBatch.objects.get().pk])).text

        assert "500 rows, 25&nbsp;% of the file, 100 rows a second, about 15 s left." in " ".join(page.split())
        assert '<meta http-equiv="refresh" content="2">' in page

    def test_an_import_that_was_broken_off_goes_on_where_it_was(self, client, rows, monkeypatch):
        upload(client, rows)
        monkeypatch.setattr("factcheck.articles.intake.parts.TOGETHER", 2)
        take_part = batches._take_part

        def break_off(batch, *rest):
            if batch.taken:
                raise SystemExit
            take_part(batch, *rest)

        monkeypatch.setattr("factcheck.articles.intake.batches._take_part", break_off)
        with suppress(SystemExit):
            decide(client, "import")
        assert Article.objects.count() == 2
        ImportBatch.objects.update(alive_at=timezone.now() - timedelta(minutes=2))
        monkeypatch.setattr("factcheck.articles.intake.batches._take_part", take_part)

        page = client.get(reverse("admin:articles_importbatch_preview", args=[ImportBatch.objects.get().pk])).text
        decide(client, "import")

        assert "Go on where it was" in page
        assert ImportBatch.objects.get().counts == {"created": 4, "refused": 2}
        assert Article.objects.count() == 4

    def test_a_long_file_is_worked_through_in_part_and_says_so(self, client, rows, monkeypatch):
        monkeypatch.setattr("factcheck.articles.intake.preview.WORKED_THROUGH", 2)

        response = upload(client, rows)

        assert response.context["page"].counts_told == "2 refused, 2 created, 2 sound"
        assert "The first rows were worked through" in response.text
        assert "Import the 4 good rows" in response.text


def test_a_file_larger_than_the_limit_is_refused_and_not_kept(client, settings, tmp_path):
    settings.IMPORT_MAX_BYTES = 40

    response = upload(client, [{"text": "x" * 50}])

    assert response.status_code == 422
    assert "0.0 MB is the most here. Split it, or import it with manage.py" in response.content.decode()
    assert not ImportBatch.objects.exists()
    assert not list(tmp_path.rglob("*.json"))


def test_a_release_in_pdf_is_previewed_and_imported_with_its_pages(client):
    batch_page = upload(client, pdf(FIRST_PAGE, SECOND_PAGE), name="release.pdf")
    assert "A PDF document with its text" in batch_page.content.decode()

    client.post(batch_page.redirect_chain[-1][0], {"import": "1"})

    article = Article.objects.get()
    assert [finding["value"] for finding in article.findings if finding["what"] == "page"] == ["1", "2"]
