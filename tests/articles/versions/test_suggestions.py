from datetime import date

import pytest

from factcheck.articles.formats.incoming import Incoming
from factcheck.articles.intake.batches import import_article
from factcheck.articles.models import Article, Story, VersionSuggestion
from factcheck.articles.versions.stories import move, split_off
from factcheck.articles.versions.suggestions import CannotDecide, accept, call_same_event, refuse
from factcheck.ledger.models import Entry
from tests.factories import ArticleFactory, VersionSuggestionFactory

SHARED = [
    "The harbour board will close both ferry lines from October, its chairwoman told residents on Tuesday evening.",
    "The older of the two vessels failed its inspection in August, and no yard on the coast has a dock before spring.",
    "Some four thousand people cross the bay every day, most of them on their way to the shipyards and the hospital.",
]
OWN = {
    "one": [
        "Bus drivers will work longer shifts until the boats are back, and fares on the coastal road are to be halved.",
        "Opponents on the council say that the board knew of the cracks in the hull for two years and told nobody.",
        "A public hearing has been set for the second week of November in the old customs house on the north quay.",
        "Teachers on the far shore have begun to gather the children before dawn so that nobody misses the first bell.",
    ],
    "other": [
        "Fishermen offered to carry letters and bread across in their own boats, as they did in the winter of the ice.",
        "The hospital has rented rooms near the quay for nurses who would otherwise spend four hours on the road.",
        "A shipwright who looked at the hull for this paper said that he would not send his dog to sea in it.",
        "The mayor of the island town called the decision a punishment for a vote that the board had lost in June.",
    ],
}


def take_in(*paragraphs, **values):
    incoming = Incoming(received="\n\n".join(paragraphs), headline=f"On the ferries {len(paragraphs)}", **values)
    return import_article(incoming, actor=None).article


def half_shared():
    """Two articles that share so much that a person is asked, and no more."""
    first = take_in(*SHARED, *OWN["one"], outlet="The Herald")
    second = take_in(*OWN["other"], *SHARED, outlet="The Courier")
    return first, second


@pytest.mark.django_db
def test_articles_that_share_less_than_half_of_either_are_asked_about_not_joined():
    first, second = half_shared()

    suggestion = VersionSuggestion.objects.open().get()

    assert first.story != second.story
    assert (suggestion.candidate, suggestion.article) == (first, second)
    assert 0.25 < suggestion.in_version < 0.5
    assert suggestion.because == "they share less than half of either text"


@pytest.mark.django_db
def test_one_outlet_s_texts_of_different_days_are_asked_about_until_one_is_a_copy():
    first = take_in(*SHARED, *OWN["one"][:1], outlet="The Herald", published_on=date(2020, 3, 1))
    series = take_in(*SHARED, *OWN["other"][:1], outlet="The Herald", published_on=date(2020, 3, 9))
    elsewhere = take_in(*SHARED, *OWN["one"][1:2], outlet="The Courier", published_on=date(2020, 3, 2))

    assert series.story != first.story
    assert elsewhere.story in (first.story, series.story)
    assert "one outlet published both" in series.suggestions.get().because


@pytest.mark.django_db
def test_texts_of_different_years_are_joined_only_if_one_is_a_copy():
    first = take_in(*SHARED, *OWN["one"][:1], outlet="The Herald", published_on=date(2016, 3, 1))
    later = take_in(*SHARED, *OWN["other"][:1], outlet="The Courier", published_on=date(2020, 3, 1))
    copy = take_in(*SHARED, outlet="The Gazette", published_on=date(2021, 3, 1))

    assert later.story != first.story
    assert copy.story in (first.story, later.story)


@pytest.mark.django_db
def test_a_text_of_two_stories_joins_one_and_is_asked_about_the_other():
    first = take_in(*OWN["one"], outlet="The Herald")
    second = take_in(*OWN["other"], *SHARED, outlet="The Courier")
    both = take_in(*OWN["one"], *OWN["other"], *SHARED, outlet="The Gazette")

    suggestion = both.suggestions.get()

    assert {both.story, suggestion.candidate.story} == {first.story, second.story}


@pytest.mark.django_db
def test_accepting_makes_one_story_of_two_and_is_recorded(editor):
    first, second = half_shared()
    suggestion = VersionSuggestion.objects.get()

    accept(suggestion, actor=editor)

    moved = Article.objects.get(pk=second.pk)
    assert (moved.story, moved.is_story_chosen, moved.is_original) == (first.story, True, False)
    assert Story.objects.count() == 1
    assert not VersionSuggestion.objects.open().exists()
    entry = Entry.objects.get(act="versions.accepted")
    assert (entry.actor, entry.details["articles"]) == (editor, [second.pk])


@pytest.mark.django_db
@pytest.mark.parametrize(("answer", "state"), [(refuse, "refused"), (call_same_event, "same_event")])
def test_stories_held_apart_are_not_asked_about_again(answer, state, editor):
    first, _ = half_shared()
    answer(VersionSuggestion.objects.get(), actor=editor)

    third = take_in(*SHARED, *OWN["one"], *OWN["other"], outlet="The Gazette")

    assert VersionSuggestion.objects.get().state == state
    assert third.story in Story.objects.all()
    assert first.story in Story.objects.all()
    assert Entry.objects.filter(act=f"versions.{state}", actor=editor).count() == 1


@pytest.mark.django_db
def test_what_a_person_moved_is_not_asked_about_again(editor):
    whole = take_in(*SHARED, *OWN["one"], outlet="The Herald")
    reprint = take_in(*SHARED, *OWN["one"], outlet="The Courier")
    split_off([reprint], actor=editor)

    take_in(*SHARED, *OWN["one"], outlet="The Gazette")

    assert not VersionSuggestion.objects.open().exists()
    assert Article.objects.get(pk=reprint.pk).story != whole.story


@pytest.mark.django_db
def test_a_suggestion_is_decided_once(editor):
    decided = refuse(VersionSuggestionFactory(), actor=editor)
    settled = VersionSuggestionFactory()
    move(settled.article, story=settled.candidate.story, actor=editor)

    with pytest.raises(CannotDecide, match="Somebody decided this already: not versions of one story"):
        accept(decided, actor=editor)
    with pytest.raises(CannotDecide, match="versions of one story already"):
        accept(settled, actor=editor)


@pytest.mark.django_db
def test_a_story_with_a_person_s_choices_keeps_them_when_others_are_merged_into_it(editor):
    suggestion = VersionSuggestionFactory()
    other = ArticleFactory(story=suggestion.article.story, reprint=True)

    accept(suggestion, actor=editor)

    assert suggestion.candidate.story.articles.count() == 3
    assert Article.objects.get(pk=suggestion.candidate.pk).is_original
    assert Article.objects.get(pk=other.pk).story == suggestion.candidate.story
