from io import StringIO

import pytest
from django.core.management import call_command

from factcheck.articles.editing import correct_record
from factcheck.articles.models import Article, DroppedDenial, RecordedComparison
from factcheck.articles.registry import stories_changed
from factcheck.articles.versions import record_comparisons
from factcheck.articles.versions.stories import make_original, split_off
from factcheck.compare.sentence_rows import SentenceFate
from tests.factories import ArticleFactory, OutletFactory, StoryFactory

TEXT = """The council may close the old bridge on Monday, three engineers said.

The bridge is not in danger, said Ana Ruiz, the mayor.

Buses are diverted through the harbour."""
REPRINT = """The council may close the old bridge on Monday, three engineers said.

Buses are diverted through the harbour."""


@pytest.fixture
def story(db):
    story = StoryFactory()
    ArticleFactory(story=story, text=TEXT, published_on="2026-03-01", headline="The bridge")
    ArticleFactory(story=story, text=REPRINT, reprint=True, published_on="2026-03-02", headline="The bridge")
    return story


def fates(version):
    return [row.fate for row in RecordedComparison.objects.get(version=version).sentence_rows]


def dropped():
    return [(denial.speaker, denial.words) for denial in DroppedDenial.objects.open()]


def test_a_version_is_compared_as_soon_as_it_comes_in(story):
    reprint = story.versions[1]

    assert fates(reprint) == [SentenceFate.KEPT, SentenceFate.KEPT, SentenceFate.CUT, SentenceFate.KEPT]
    assert dropped() == [("Ana Ruiz", "The bridge is not in danger, said Ana Ruiz, the mayor.")]


def test_what_is_recorded_is_made_anew_for_another_original(story, editor):
    original, reprint = story.versions

    make_original(reprint, actor=editor)

    assert fates(original)[2] == SentenceFate.ADDED
    assert list(RecordedComparison.objects.current().values_list("version", "original")) == [(original.pk, reprint.pk)]


def test_a_version_that_is_moved_to_a_story_of_its_own_is_compared_with_none(story, editor):
    split_off([story.versions[1]], actor=editor)

    assert not RecordedComparison.objects.current().exists()
    assert not dropped()


def test_a_corrected_headline_is_compared_again(story, editor):
    reprint = story.versions[1]

    correct_record(reprint, actor=editor, headline="The old bridge may close")

    assert fates(reprint)[0] == SentenceFate.EDITED


def test_a_denial_that_was_received_with_the_page_is_not_said_to_be_left_out(db):
    story = StoryFactory()
    ArticleFactory(story=story, text=TEXT)

    ArticleFactory(story=story, text=REPRINT, received=TEXT, reprint=True, published_on="2026-03-03")

    assert not dropped()


@pytest.mark.parametrize(
    "known", [{"published_on": None}, {"relation": "derived"}, {"published_on": "2026-02-01"}, {"outlet": "unknown"}]
)
def test_nothing_is_said_to_be_left_out_of_a_version_that_may_not_be_blamed(story, known):
    if "outlet" in known:
        known = {"outlet": OutletFactory(name="Unknown outlet")}

    Article.objects.filter(pk=story.versions[1].pk).update(**known)

    assert not dropped()


def test_what_was_dismissed_stays_dismissed_when_the_comparison_is_made_anew(story, editor):
    DroppedDenial.objects.update(dismissed_by=editor, dismissed_at="2026-03-05T00:00Z")

    correct_record(story.versions[1], actor=editor, headline="The old bridge may close")

    assert not dropped()
    assert DroppedDenial.objects.get().dismissed_by == editor


def test_many_versions_are_compared_by_a_task_once_they_are_stored(
    story, monkeypatch, django_capture_on_commit_callbacks
):
    RecordedComparison.objects.all().delete()
    monkeypatch.setattr(record_comparisons, "AT_ONCE", 0)

    with django_capture_on_commit_callbacks() as waiting:
        stories_changed([story.pk])
        before = RecordedComparison.objects.count()
    for call in waiting:
        call()

    assert (before, RecordedComparison.objects.count()) == (0, 1)


def test_the_command_compares_what_was_not_compared_and_may_be_repeated(story):
    RecordedComparison.objects.all().delete()

    told = [run() for _ in range(2)]

    assert told == ["1 more versions compared with their originals.", "0 more versions compared with their originals."]


def test_telling_that_a_story_changed_costs_two_queries_where_all_is_compared(story, django_assert_num_queries):
    with django_assert_num_queries(2):
        record_comparisons.record_in_stories([story.pk])


def run():
    output = StringIO()
    call_command("record_comparisons", stdout=output)
    return output.getvalue().strip()
