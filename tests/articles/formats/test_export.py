import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from factcheck.articles.formats.export import lines
from factcheck.articles.intake.batches import ImportManner, import_file
from factcheck.articles.models import Article, Fingerprint, Outlet, Story
from factcheck.articles.versions.stories import make_original
from tests.articles.bridge import GOOD, OTHER, TEXT, run

KEEP_GOING = ImportManner(keeps_going=True)


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
    @settings(max_examples=25)
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
