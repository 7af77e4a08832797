import json

import pytest
from django.core.management import CommandError

from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.intake.batches import ImportManner, import_file
from factcheck.articles.models import Article, ImportBatch, ImportRow
from tests.articles.bridge import BAD, GOOD, OTHER, run

KEEP_GOING = ImportManner(keeps_going=True)


@pytest.mark.django_db
class TestRefusedRows:
    def test_one_refused_row_refuses_the_file_and_all_refused_rows_are_named(self, write):
        with pytest.raises(ImportRefused) as refusal:
            import_file(write([GOOD, BAD, OTHER, BAD]), actor=None)

        assert "rows.jsonl: 2 rows are refused:" in str(refusal.value)
        assert "row 2, published_on: “2019-02-30” is no date" in str(refusal.value)
        assert "row 4, published_on" in str(refusal.value)
        assert not Article.objects.exists()
        assert not ImportBatch.objects.exists()

    def test_going_on_past_them_sets_them_aside_to_be_mended_and_imported_alone(self, write):
        path = write([GOOD, BAD, OTHER, '{"text": '])

        told = run("import_articles", "--keep-going", path)

        aside = path.with_name("rows.jsonl.refused.jsonl")
        first, second = map(json.loads, aside.read_text().splitlines())
        assert "4 rows: 2 created, 2 refused" in told
        assert str(aside) in told
        assert Article.objects.count() == 2
        assert {**first, "refused": ""} == {**BAD, "refused": ""}
        assert first["refused"].startswith("row 2, published_on: “2019-02-30”")
        assert second["line"] == '{"text": '

        aside.write_text(json.dumps({**first, "published_on": "2019-02-28", "headline": "Note"}))
        assert "1 created" in run("import_articles", aside).splitlines()[0]
        assert str(Article.objects.latest("pk").published_on) == "2019-02-28"

    def test_a_file_that_cannot_be_read_to_its_end_keeps_what_was_read_and_says_so(self, tmp_path):
        path = tmp_path / "rows.json"
        path.write_text(f"[{json.dumps(GOOD)}, {json.dumps(OTHER)} oops]")

        with pytest.raises(CommandError, match=r"rows.json: A “,” is missing"):
            run("import_articles", "--keep-going", path)

        assert Article.objects.count() == 2
        batch = ImportBatch.objects.get()
        assert (batch.status, batch.counts) == ("done", {"created": 2})
        assert "A “,” is missing" in batch.refusal

    @pytest.mark.parametrize(
        ("row", "sentence"),
        [
            ({"text": "é" * 2_500_001}, "text: The text is longer than 5 MB."),
            ({"text": "A" + "\x01" * 9}, "Control characters stand all over it from line 1 on"),
            ({"text": "A", "url": "javascript:alert(1)"}, "“javascript:alert(1)” is no web address."),
            ({"text": "A", "published_on": "31.12.2019"}, "is no date that exists. Write it as YYYY-MM-DD."),
        ],
        ids=["long", "binary", "script", "date"],
    )
    def test_what_is_wrong_with_a_row_is_kept_with_it(self, write, row, sentence):
        import_file(write([GOOD, row]), actor=None, manner=KEEP_GOING)

        refused = ImportRow.objects.get()
        assert (refused.place.split(",")[0], refused.number) == ("row 2", 2)
        assert sentence in f"{refused.place}: {refused.reason}"
        assert json.loads(refused.line)["text"] == row["text"]
