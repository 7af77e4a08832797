from django.core.management import call_command

from factcheck.claims.models import Agreement
from factcheck.claims.suggest_conflicts import suggest_for
from tests.claims.test_suggest_conflicts import marked
from tests.factories import ArticleFactory, SourceFactory, StatementFactory, StoryFactory

FLED = "The mayor of Tarn fled by boat on Monday night"
AGAIN = "the mayor had fled Tarn in a small boat at night"
NEVER = "The mayor of Tarn never fled by boat"


def pairs():
    return [(agreed.first, agreed.second) for agreed in Agreement.objects.order_by("pk")]


def test_who_says_the_same_in_another_story_is_recorded(db):
    one, other = marked(FLED), marked(AGAIN)

    assert pairs() == [(one, other)]
    assert 0.5 <= Agreement.objects.get().score <= 1


def test_who_denies_it_is_not(db):
    marked(FLED)

    marked(NEVER)

    assert pairs() == []


def test_a_reprint_is_no_second_voice(db):
    story = StoryFactory()
    for is_reprint in (False, True):
        marked(FLED, article=ArticleFactory(story=story, text=f"{FLED}.", reprint=is_reprint))

    assert pairs() == []


def test_a_source_is_no_second_voice_for_itself(db):
    voss = SourceFactory(name="Anna Voss")

    marked(FLED, source=voss)
    marked(AGAIN, source=voss)

    assert pairs() == []


def test_two_sources_of_one_article_are_two_voices(db):
    article = ArticleFactory(text=f"{FLED}, Voss said. Others said that {AGAIN}.")
    one, other = (marked(words, article=article) for words in (FLED, AGAIN))

    assert pairs() == [(one, other)]


def test_an_article_moved_into_the_story_takes_its_voice_back(db):
    one, other = marked(FLED), marked(AGAIN)
    other.article.story, other.article.relation = one.article.story, "copy"
    other.article.save()

    assert not Agreement.objects.of_two_voices().exists()


def test_looking_again_records_nothing_twice(db):
    marked(FLED)
    other = marked(AGAIN)

    suggest_for(other)

    assert Agreement.objects.count() == 1


def test_the_command_finds_who_agrees_among_all_statements(db):
    for words in (FLED, AGAIN):
        StatementFactory(article=ArticleFactory(text=f"{words}."), exact=words, source=SourceFactory())

    call_command("suggest_conflicts", verbosity=0)

    assert Agreement.objects.count() == 1
