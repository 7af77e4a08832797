import json

import pytest

from factcheck.articles.intake.batches import import_file
from factcheck.articles.models import Outlet
from tests.articles.bridge import BAD, GOOD, OTHER, TEXT, everything, run


@pytest.mark.django_db
class TestDryRun:
    def test_it_tells_what_each_row_would_do_and_why_and_changes_nothing(self, write):
        import_file(write([GOOD, {**OTHER, "headline": "Snow"}]), actor=None)
        before = everything()
        longer = {**GOOD, "text": f"{TEXT}\n\nIt opens again on Friday."}
        reprint = {"text": TEXT, "outlet": "The Lantern"}
        rows = [GOOD, {**OTHER, "headline": "Snow in June"}, longer, reprint, {"text": "New."}, BAD]

        told = run("import_articles", "--dry-run", write(rows, "next.jsonl"))

        assert "next.jsonl, nothing imported yet: 6 rows: 1 refused, 1 changed, 1 new version" in told
        assert "1 joined a story, 1 created, 1 unchanged" in told
        assert "row 2: “Snow in June (The Courier)”: headline: Snow → Snow in June" in told
        assert "a version of “The river rose" in told
        assert "row 6, published_on: “Note\ufffd”: “2019-02-30” is no date" in told
        assert before == everything()

    def test_a_dry_run_of_a_fixture_tells_its_rows(self, tmp_path):
        path = tmp_path / "outlets.json"
        path.write_text(json.dumps([{"model": "articles.outlet", "fields": {"name": "The Lantern"}}]))

        assert "outlets.json: 1 created" in run("import_articles", "--dry-run", path)
        assert not Outlet.objects.exists()
        assert "outlets.json: 1 created" in run("import_articles", path)
        assert Outlet.objects.get().name == "The Lantern"
        assert "there already" in run("import_articles", path)
