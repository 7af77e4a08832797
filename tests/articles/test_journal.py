import json

import pytest
from django.core.management import CommandError

from factcheck.articles.intake.batches import ImportManner, import_file
from factcheck.articles.journal import CannotUndoImport, digest_of, undo
from factcheck.articles.models import Article, ImportBatch, Outlet, Story
from factcheck.articles.versions.withdraw_article import withdraw
from factcheck.ledger.chain import ChainBroken, verify
from factcheck.ledger.models import Entry
from tests.articles.bridge import BAD, GOOD, OTHER, TEXT, everything, run
from tests.factories import OutletFactory, StatementFactory

KEEP_GOING = ImportManner(keeps_going=True)


@pytest.mark.django_db
class TestUndoing:
    def test_what_a_batch_created_goes_and_what_it_changed_is_as_it_was(self, write, administrator):
        import_file(write([{**OTHER, "headline": "Snow"}]), actor=None)
        before = everything()
        rows = [GOOD, {**OTHER, "headline": "Snow in June"}, {**OTHER, "headline": "June snow"}, BAD]
        batch = import_file(write([*rows, {**GOOD, "text": f"{TEXT} More."}], "2.jsonl"), actor=None, manner=KEEP_GOING)

        undo(batch, actor=administrator)

        assert before[:-1] == everything()[:-1]
        batch.refresh_from_db()
        assert batch.status == "undone"
        entry = Entry.objects.latest("pk")
        assert (entry.act, entry.actor, entry.details["counts"]["restored"]) == ("import.undone", administrator, 1)

    def test_an_original_that_a_batch_put_aside_is_the_original_again(self, write):
        import_file(write([{**GOOD, "published_on": "2019-03-05"}]), actor=None)
        before = everything()
        earlier = {"text": TEXT, "outlet": "The Lantern", "published_on": "2019-03-04", "headline": "Lantern on bridge"}
        batch = import_file(write([earlier], "2.jsonl"), actor=None)
        assert Article.objects.get(outlet__name="The Herald").relation == "copy"

        undo(batch, actor=None)

        assert before == [*everything()[:-1], before[-1]]

    def test_an_article_that_was_withdrawn_is_still_vouched_for_and_hinders_no_undoing(self, write, administrator):
        batch = import_file(write([GOOD, OTHER]), actor=None)

        withdraw(Article.objects.first(), reason="By mistake", actor=administrator)
        verify()
        undo(batch, actor=administrator)

        assert not Article.objects.exists()
        verify()

    def test_undoing_twice_is_refused(self, write):
        batch = import_file(write([GOOD]), actor=None)
        undo(batch, actor=None)

        with pytest.raises(CannotUndoImport, match="The batch is undone"):
            undo(batch, actor=None)

    def test_importing_again_after_undoing_imports_again(self, write):
        path = write([GOOD, OTHER])
        undo(import_file(path, actor=None), actor=None)

        assert import_file(path, actor=None).counts == {"created": 2}

    def test_a_statement_marked_since_keeps_the_batch(self, write):
        batch = import_file(write([GOOD]), actor=None)
        StatementFactory(article=Article.objects.get(), exact="the pillars held")

        with pytest.raises(CommandError, match=r"The statement “.*the pillars held.*” stands on “The river"):
            run("undo_import", batch.pk)

        assert Article.objects.count() == 1

    def test_a_later_version_keeps_the_batch(self, write):
        batch = import_file(write([GOOD]), actor=None)
        import_file(write([{**GOOD, "text": f"{TEXT} More."}], "2.jsonl"), actor=None)

        with pytest.raises(CannotUndoImport, match=r"The article “.*” stands on"):
            undo(batch, actor=None)

    def test_a_reprint_that_joined_since_keeps_the_batch_of_its_original(self, write):
        batch = import_file(write([GOOD]), actor=None)
        import_file(write([{"text": TEXT, "outlet": "The Lantern"}], "2.jsonl"), actor=None)

        with pytest.raises(CannotUndoImport, match="joined the story"):
            undo(batch, actor=None)

    def test_a_record_that_was_changed_again_keeps_the_batch(self, write):
        import_file(write([{**GOOD, "headline": "Bridge"}]), actor=None)
        batch = import_file(write([{**GOOD, "headline": "Bridge closed"}], "2.jsonl"), actor=None)
        Article.objects.update(headline="Old bridge closed")

        with pytest.raises(CannotUndoImport, match=r"The headline of “Old bridge closed .*” was changed again since."):
            undo(batch, actor=None)

    def test_a_fixture_is_undone_too(self, tmp_path):
        lantern = OutletFactory(pk=7, name="Lantern")
        path = tmp_path / "rows.json"
        rows = [
            {"model": "articles.outlet", "pk": 7, "fields": {"name": "The Lantern"}},
            {"model": "articles.outlet", "pk": 8, "fields": {"name": "The Beacon"}},
            {"model": "articles.story", "pk": 3, "fields": {"title": "Bridge", "slug": "bridge"}},
            {
                "model": "articles.article",
                "fields": {"outlet": 8, "story": 3, "headline": "B", "received": "B", "text": "B"},
            },
        ]
        path.write_text(json.dumps(rows))
        run("import_articles", path)

        run("undo_import", ImportBatch.objects.get().pk)

        lantern.refresh_from_db()
        assert lantern.name == "Lantern"
        assert [model.objects.count() for model in (Outlet, Story, Article)] == [1, 0, 0]


@pytest.mark.django_db
class TestDigest:
    def test_the_ledger_keeps_a_digest_of_what_each_row_did(self, write, administrator):
        import_file(write([OTHER]), actor=None)
        batch = import_file(write([GOOD, {**OTHER, "headline": "Snow"}, BAD], "2.jsonl"), actor=None, manner=KEEP_GOING)

        entry = Entry.objects.on(batch).get()

        assert entry.details["rows_sha256"] == digest_of(batch)
        assert verify() == Entry.objects.count()
        undo(batch, actor=administrator)
        assert Entry.objects.latest("pk").details["rows_sha256"] == entry.details["rows_sha256"]
        assert verify() == Entry.objects.count()

    @pytest.mark.parametrize(
        "change",
        [
            lambda batch: batch.rows.filter(fate="changed").update(before={"headline": "Another"}),
            lambda batch: batch.rows.filter(fate="refused").delete(),
            lambda batch: batch.articles.update(received_sha256="0" * 64),
            lambda batch: batch.articles.update(batch=None),
        ],
    )
    def test_rows_and_texts_that_are_told_otherwise_later_are_named(self, write, change):
        import_file(write([OTHER]), actor=None)
        batch = import_file(write([GOOD, {**OTHER, "headline": "Snow"}, BAD], "2.jsonl"), actor=None, manner=KEEP_GOING)

        change(batch)

        with pytest.raises(ChainBroken, match=r"What the import “2.jsonl” did is told otherwise than entry"):
            verify()

    def test_a_fixture_has_one_too(self, tmp_path):
        path = tmp_path / "rows.json"
        path.write_text(json.dumps([{"model": "articles.outlet", "fields": {"name": "The Beacon"}}]))
        run("import_articles", path)
        assert verify() == 1

        ImportBatch.objects.get().rows.update(subject_id=99)

        with pytest.raises(ChainBroken, match="told otherwise"):
            verify()
