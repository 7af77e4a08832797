import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from factcheck.articles import formats
from factcheck.articles.formats.columns import DESCRIBED
from factcheck.articles.formats.export import lines
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.intake.batches import ImportManner, import_file
from factcheck.articles.journal import CannotUndoImport, undo
from factcheck.articles.models import Article, Fingerprint, ImportBatch, ImportRow, Outlet, Story
from factcheck.articles.versions.stories import make_original
from factcheck.ledger.models import Entry
from tests.factories import OutletFactory, StatementFactory

KEEP_GOING = ImportManner(keeps_going=True)
TEXT = (
    "The river rose by two metres overnight, and the council closed the old bridge at dawn.\n\n"
    "Engineers said the pillars held. “We saw no cracks,” the chief engineer told reporters on Monday."
)
GOOD = {"text": TEXT, "outlet": "The Herald", "url": "https://herald.example/bridge"}
OTHER = {"text": "Snow fell on the pass in June, the first in forty years.", "outlet": "The Courier"}
BAD = {"text": "A note from nowhere.", "published_on": "2019-02-30", "headline": "Note\ud800"}


@pytest.fixture
def write(tmp_path):
    def write(rows, name="rows.jsonl"):
        path = tmp_path / name
        path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
        return path

    return write


def run(command, *words):
    target = io.StringIO()
    call_command(command, *map(str, words), stdout=target)
    return target.getvalue()


def everything():
    return [list(model.objects.order_by("pk").values()) for model in (Article, Story, Outlet, Fingerprint, ImportBatch)]


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
            ({"text": "A\x00B"}, "control character U+0000"),
            ({"text": "A", "url": "javascript:alert(1)"}, "“javascript:alert(1)” is no web address."),
            ({"text": "A", "headline": "x\x1b[31m"}, "headline: It holds a control character."),
            ({"text": "A", "published_on": "31.12.2019"}, "is no date that exists. Write it as YYYY-MM-DD."),
        ],
        ids=["long", "nul", "script", "escape", "date"],
    )
    def test_what_is_wrong_with_a_row_is_kept_with_it(self, write, row, sentence):
        import_file(write([GOOD, row]), actor=None, manner=KEEP_GOING)

        refused = ImportRow.objects.get()
        assert (refused.place.split(",")[0], refused.number) == ("row 2", 2)
        assert sentence in f"{refused.place}: {refused.reason}"
        assert json.loads(refused.line)["text"] == row["text"]


@pytest.mark.django_db
def test_an_import_in_a_pipe_shows_no_progress(write, capsys):
    run("import_articles", write([GOOD, OTHER]))

    assert capsys.readouterr().err == ""


def test_the_help_documents_every_format_and_column(capsys):
    with pytest.raises(SystemExit):
        call_command("import_articles", "--help")

    told = capsys.readouterr().out
    assert all(f"  {name} " in told for name in (*formats.TOLD, *DESCRIBED))


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
class TestExporting:
    def test_an_export_makes_the_same_articles_again_with_what_people_chose(self, write, tmp_path, editor):
        reprint = {"text": f"{TEXT} Reporting by Ana.", "outlet": "The Lantern", "published_on": "2019-03-05"}
        update = {**GOOD, "text": f"{TEXT}\n\nIt opens again on Friday."}
        import_file(write([GOOD, reprint, OTHER, update]), actor=None)
        make_original(Article.objects.get(outlet__name="The Lantern"), actor=editor)
        Article.objects.filter(outlet__name="The Courier").update(headline="Snow in June")
        path = tmp_path / "all.jsonl"
        told = run("export_articles", path)
        stories = {(a.received, a.story.slug, a.relation, a.is_story_chosen) for a in Article.objects.all()}

        again = import_file(path, actor=None)
        Article.objects.update(previous=None)
        Article.objects.all().delete()
        Story.objects.all().delete()
        import_file(path, actor=None)

        assert told == f"4 articles in {path}.\n"
        assert again is None
        assert {(a.received, a.story.slug, a.relation, a.is_story_chosen) for a in Article.objects.all()} == stories
        assert Article.objects.filter(previous__isnull=False).count() == 1
        assert run("export_articles") == path.read_text()

    def test_a_story_of_the_same_name_about_something_else_is_another(self, write):
        import_file(write([{**GOOD, "story": "briefs", "story_title": "Briefs of Monday"}]), actor=None)

        rows = [{**OTHER, "story": "briefs", "story_title": "Briefs of May"}]
        rows += [{"text": "More.", "story": "briefs", "story_title": "Briefs of May", "relation": "update"}]
        import_file(write(rows, "2.jsonl"), actor=None)

        assert [story.articles.count() for story in Story.objects.order_by("pk")] == [1, 2]


class TestRoundTrip(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(
            st.builds(
                lambda text, rest: {"text": text, **rest},
                st.sampled_from(
                    [TEXT, f"By Ana Ruiz | March 3, 2018\n\n{TEXT}", f"{TEXT} It opens on Friday.", "A note.\r\nMore."]
                )
                | st.text(
                    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n\t\u2028")
                ).filter(str.strip),
                st.sampled_from(
                    [
                        {},
                        {"outlet": "The Herald"},
                        {"outlet": "The Courier", "headline": "Brücke", "byline": "Ana", "language": "de"},
                        {"outlet": "The Herald", "url": "https://herald.example/a", "published_on": "2018-03-03"},
                        {"url": "https://courier.example/b", "agency": "Reuters"},
                    ]
                ),
            ),
            min_size=1,
            max_size=6,
        )
    )
    def test_an_export_imported_into_an_empty_database_exports_the_same_bytes(self, rows):
        for model in (Fingerprint, Article, Story, Outlet):
            assert not model.objects.exists()
        folder = Path(self.enterContext(TemporaryDirectory()))
        path = folder / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        import_file(path, actor=None, manner=KEEP_GOING)
        exported = list(lines())
        path.write_text("".join(f"{line}\n" for line in exported), newline="\n")
        Article.objects.update(previous=None)
        for model in (Article, Story, Outlet):
            model.objects.all().delete()

        if exported:
            import_file(path, actor=None)

        assert list(lines()) == exported
