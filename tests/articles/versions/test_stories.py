import pytest

from factcheck.articles.models import Article, Story, VersionSuggestion
from factcheck.articles.versions.stories import CannotMove, join, make_original, move, set_relation, split_off
from factcheck.articles.versions.suggestions import accept
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.verdicts.undo_acts import undo
from tests.articles.harbour import OTHER, REPRINT, WHOLE, take_in
from tests.factories import ArticleFactory, StoryFactory, VersionSuggestionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    """A story of three: the original, a copy and a derived text."""
    story = StoryFactory(title="The bridge", slug="the-bridge")
    original = ArticleFactory(story=story, headline="The bridge")
    copy = ArticleFactory(story=story, reprint=True)
    derived = ArticleFactory(story=story, relation="derived")
    return original, copy, derived


def standing():
    """Where every article stands: story, relation, and whether a person chose it; and what every story is called."""
    articles = Article.objects.order_by("pk").values_list("pk", "story", "relation", "is_story_chosen")
    stories = Story.objects.order_by("pk").values_list("pk", "title", "slug", "created_at")
    return list(articles), list(stories)


def take_back(editor):
    undo([Entry.objects.first()], editor=editor)


def test_a_person_s_choice_of_story_is_kept_and_recorded(family, editor):
    _, copy, _ = family
    other = ArticleFactory().story

    moved = move(copy, story=other, actor=editor)

    assert (moved.story, moved.is_story_chosen) == (other, True)
    entry = Entry.objects.get()
    assert (entry.act, entry.actor) == ("article.moved", editor)
    assert (entry.details["left"], entry.details["story"]) == ("the-bridge", other.slug)


def test_a_person_s_original_is_not_replaced_by_a_fuller_text(editor):
    take_in(OTHER)
    reprint = take_in(REPRINT).article
    story = StoryFactory()
    move(reprint, story=story, actor=editor)

    take_in(WHOLE)

    assert Article.objects.get(received=REPRINT).is_original
    assert Article.objects.get(received=WHOLE).story == story


def test_a_story_that_loses_its_original_gets_the_likeliest_other_and_its_title(editor):
    whole = take_in(WHOLE).article
    reprint = take_in(REPRINT).article
    Story.objects.filter(pk=whole.story_id).update(title=whole.headline)

    move(whole, story=StoryFactory(), actor=editor)

    left = Article.objects.get(pk=reprint.pk)
    assert left.is_original
    assert left.story.title == reprint.headline[:300]


def test_the_address_of_a_story_without_articles_leads_where_its_last_one_went(editor):
    other, reprint = take_in(OTHER).article, take_in(REPRINT).article
    left = other.story

    move(other, story=reprint.story, actor=editor)

    assert not Story.objects.filter(pk=left.pk).exists()
    assert Story.objects.at_address(left.slug).get() == reprint.story
    assert Article.objects.get(pk=other.pk).relation == "related"


def test_a_person_names_the_original(editor):
    whole, reprint = take_in(WHOLE).article, take_in(REPRINT).article

    make_original(reprint, actor=editor)

    assert Article.objects.get(pk=reprint.pk).is_original
    assert not Article.objects.get(pk=whole.pk).is_original


def test_what_is_no_version_is_a_story_of_its_own_and_nobody_is_asked_again(family, editor):
    original, copy, _ = family

    story = split_off([copy], actor=editor)

    assert Article.objects.get(pk=copy.pk).is_original
    assert story != original.story
    kept = VersionSuggestion.objects.held_apart().get()
    assert {kept.article, kept.candidate} == {original, copy}
    assert kept.decided_by == editor


def test_several_versions_are_split_off_together(family, editor):
    original, copy, derived = family

    story = split_off([original, derived], actor=editor)

    assert set(story.articles.all()) == {original, derived}
    assert Article.objects.get(pk=original.pk).is_original
    assert Article.objects.get(pk=copy.pk).is_original
    assert Story.objects.get(slug="the-bridge").title == copy.headline


def test_two_stories_are_joined_and_both_addresses_lead_there(family, editor):
    other = ArticleFactory().story

    join(other, into=family[0].story, actor=editor)

    assert Story.objects.at_address(other.slug).get() == Story.objects.at_address("the-bridge").get()
    assert Article.objects.filter(story__slug="the-bridge", is_story_chosen=True).count() == 1


def test_addresses_go_on_leading_through_several_joins(family, editor):
    first, second = ArticleFactory().story, ArticleFactory().story
    slug = first.slug

    join(first, into=second, actor=editor)
    join(second, into=family[0].story, actor=editor)

    assert Story.objects.at_address(slug).get() == family[0].story


def test_no_new_story_gets_an_address_that_leads_elsewhere(family, editor):
    join(ArticleFactory(story__slug="ferries", headline="Ferries").story, into=family[0].story, actor=editor)

    taken_in = take_in(WHOLE, headline="Ferries").article

    assert taken_in.story.slug == "ferries-2"


def test_what_a_version_is_can_be_said_by_hand(family, editor):
    _, copy, _ = family

    set_relation(copy, relation="update", actor=editor)

    assert Article.objects.get(pk=copy.pk).relation == "update"
    assert Entry.objects.get().details["was"] == "copy"


@pytest.mark.parametrize(
    "act",
    [
        lambda family, other, editor: move(family[1], story=other.story, actor=editor),
        lambda family, other, editor: move(family[0], story=other.story, actor=editor),
        lambda family, other, editor: move(other, story=family[0].story, actor=editor),
        lambda family, _, editor: split_off([family[1]], actor=editor),
        lambda family, _, editor: split_off([family[0], family[2]], actor=editor),
        lambda family, other, editor: join(other.story, into=family[0].story, actor=editor),
        lambda family, other, editor: join(family[0].story, into=other.story, actor=editor),
        lambda family, _, editor: make_original(family[2], actor=editor),
        lambda family, _, editor: set_relation(family[1], relation="related", actor=editor),
    ],
    ids=[
        "move",
        "move original",
        "move the only one",
        "split",
        "split original",
        "join",
        "join into",
        "original",
        "relation",
    ],
)
def test_each_act_is_taken_back_to_the_letter(act, family, editor):
    other = ArticleFactory()
    before = standing()

    act(family, other, editor)
    assert standing() != before
    take_back(editor)

    assert standing() == before
    assert Story.objects.at_address(other.story.slug).get() == other.story
    assert not VersionSuggestion.objects.exists()
    assert verify() == 2


def test_the_address_of_what_was_split_off_and_is_back_leads_there_and_is_used_again(family, editor):
    slug = split_off([family[1]], actor=editor).slug
    take_back(editor)
    assert Story.objects.at_address(slug).get() == family[0].story

    assert split_off([family[1]], actor=editor).slug == slug
    assert Story.objects.at_address(slug).get().articles.get() == family[1]


def test_a_suggestion_that_was_answered_wrongly_is_asked_again(family, editor):
    suggestion = VersionSuggestionFactory(candidate=family[0])
    before = standing()
    accept(suggestion, actor=editor)

    take_back(editor)

    assert standing() == before
    assert VersionSuggestion.objects.open().get() == suggestion


def test_what_moved_again_since_stays_where_it_is(family, editor):
    other = ArticleFactory()
    move(family[1], story=other.story, actor=editor)
    first = Entry.objects.get()
    make_original(family[1], actor=editor)

    with pytest.raises(CannotUndo, match="The story has changed since"):
        undo([first], editor=editor)


def test_an_act_is_taken_back_once(family, editor):
    make_original(family[1], actor=editor)
    entry = Entry.objects.get()
    undo([entry], editor=editor)

    with pytest.raises(CannotUndo, match="undone already"):
        undo([entry], editor=editor)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda family, _, editor: move(family[1], story=family[0].story, actor=editor), "in this story already"),
        (lambda family, _, editor: split_off(family, actor=editor), "No other version would be left"),
        (lambda _, __, editor: split_off([], actor=editor), "Choose the versions"),
        (lambda family, other, editor: split_off([family[1], other], actor=editor), "versions of several stories"),
        (lambda family, _, editor: make_original(family[0], actor=editor), "the original of its story already"),
        (lambda family, _, editor: join(family[0].story, into=family[0].story, actor=editor), "the same story"),
        (lambda family, _, editor: set_relation(family[0], relation="copy", actor=editor), "This is the original"),
        (lambda family, _, editor: set_relation(family[1], relation="copy", actor=editor), "called reprint already"),
        (
            lambda family, _, editor: set_relation(family[1], relation="original", actor=editor),
            "Choose what the version is",
        ),
    ],
)
def test_a_choice_that_changes_nothing_is_refused_in_words(act, sentence, family, editor):
    other = ArticleFactory()
    before = standing()

    with pytest.raises(CannotMove, match=sentence):
        act(family, other, editor)

    assert standing() == before
    assert not Entry.objects.exists()


def test_a_story_that_was_joined_meanwhile_is_refused_in_words(family, editor):
    gone, other = ArticleFactory().story, ArticleFactory()
    join(Story.objects.get(pk=gone.pk), into=family[0].story, actor=editor)

    with pytest.raises(CannotMove, match="somebody joined it with another"):
        move(other, story=gone, actor=editor)
