import json

import pytest
from django.core.management import call_command

from factcheck.articles import registry
from factcheck.articles.editing import choose_lines, received_lines
from factcheck.articles.intake.batches import import_file
from factcheck.articles.journal import undo
from factcheck.articles.models import Article
from factcheck.articles.versions.stories import make_original, move
from factcheck.articles.versions.suggestions import accept
from tests.articles.bridge import GOOD, OTHER, TEXT
from tests.articles.harbour import REPRINT, WHOLE, take_in
from tests.factories import ArticleFactory, StatementFactory, StoryFactory, VersionSuggestionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """The stories that were told, one list for each time."""
    told = []
    monkeypatch.setattr(registry, "_story_listeners", [lambda keys: told.append(sorted(keys))])
    return told


def test_an_import_tells_the_stories_that_were_there_once_for_all_rows_of_a_part(write, heard):
    import_file(write([GOOD, OTHER]), actor=None)
    assert heard == []
    bridge, snow = Article.objects.order_by("pk").values_list("story", flat=True)

    rows = [{**row, "outlet": "The Lantern", "url": ""} for row in (GOOD, {**GOOD, "text": f"{TEXT} More."}, OTHER)]
    import_file(write(rows, "2.jsonl"), actor=None)

    assert heard == [[bridge, snow]]


def test_an_import_that_changes_nothing_tells_nobody(write, heard):
    import_file(write([GOOD]), actor=None)

    import_file(write([{**GOOD, "headline": "Bridge closed"}], "2.jsonl"), actor=None)

    assert heard == []


def test_undoing_tells_the_stories_that_stay(write, heard):
    import_file(write([GOOD]), actor=None)
    batch = import_file(write([OTHER, {"text": TEXT, "outlet": "The Lantern"}], "2.jsonl"), actor=None)
    heard.clear()

    undo(batch, actor=None)

    assert heard == [[Article.objects.get().story_id]]


def test_moving_an_article_tells_both_stories_and_none_that_is_removed(heard, editor):
    whole, reprint, other = take_in(WHOLE).article, take_in(REPRINT).article, StoryFactory()
    heard.clear()

    move(reprint, story=other, actor=editor)
    move(Article.objects.get(pk=whole.pk), story=other, actor=editor)

    assert heard == [sorted([whole.story_id, other.pk]), [other.pk]]


def test_another_original_tells_its_story(heard, editor):
    take_in(WHOLE)
    reprint = take_in(REPRINT).article
    heard.clear()

    make_original(reprint, actor=editor)

    assert heard == [[reprint.story_id]]


def test_accepting_a_suggestion_tells_the_story_that_is_kept(heard, editor):
    suggestion = VersionSuggestionFactory()

    accept(suggestion, actor=editor)

    assert heard == [[suggestion.candidate.story_id]]


def test_choosing_other_lines_tells_the_story(heard, editor):
    article = take_in(WHOLE).article
    heard.clear()

    choose_lines(article, kept={received_lines(article)[1].start}, actor=editor)

    assert heard == [[article.story_id]]


def test_a_fixture_tells_the_stories_in_whose_articles_something_came_in(heard, tmp_path):
    article, statement = ArticleFactory(), StatementFactory()
    rows = [
        {"model": "articles.article", "pk": article.pk, "fields": {"headline": "Another headline"}},
        {"model": "claims.statement", "pk": statement.pk, "fields": {"role": "the chief engineer"}},
    ]
    path = tmp_path / "rows.json"
    path.write_text(json.dumps(rows))

    call_command("import_articles", path)

    assert heard == [sorted([article.story_id, statement.article.story_id])]


def test_rooms_above_say_what_fixtures_hold_in_the_order_of_what_refers_to_what():
    models = list(registry.importable_models())

    assert models[:3] == ["articles.outlet", "articles.story", "articles.article"]
    assert models.index("claims.statement") < models.index("claims.position")
    assert models[-1] == "verdicts.rating"


def test_what_the_desk_works_out_itself_is_no_reason_to_keep_an_import():
    assert registry.decided_rows("claims.carriage") == registry.NONE
    assert registry.decided_rows("claims.statement") != registry.NONE
