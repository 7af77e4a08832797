import pytest

from factcheck.articles.models import Article, CommonFingerprint, Fingerprint
from factcheck.articles.versions import fingerprint_index
from factcheck.articles.versions.fingerprint_index import COMMON, Index, IndexedArticle, index, stored
from factcheck.articles.versions.likeness import MANY_VERSIONS, SERIES
from factcheck.articles.versions.sketch import FEW, prints_of
from factcheck.compare import fingerprint
from tests.factories import ArticleFactory, OutletFactory, StoryFactory

PASSAGE = (
    "The harbour board will close both ferry lines from October because the older vessel failed its yearly inspection "
    "and the repair yard has no free dock before the spring, its chairwoman told the residents of the north quay."
)
LONG = "\n\n".join(f"{PASSAGE.replace('October', f'October {n}')} Word {n} of {n} more followed." for n in range(20))


def test_a_short_text_is_stored_by_all_its_fingerprints_and_a_longer_one_by_half():
    assert len(fingerprint(PASSAGE)) <= FEW
    assert list(prints_of(PASSAGE)) == list(fingerprint(PASSAGE))
    assert 0.3 < len(prints_of(LONG)) / len(fingerprint(LONG)) < 0.7


def test_a_reprint_of_half_a_text_is_among_its_nearest():
    known = Index()
    known.add(1, IndexedArticle(1, 1, len(prints_of(LONG))), prints_of(LONG))
    known.add(2, IndexedArticle(2, 1, 2), [1, 2])

    assert [near.article for near in known.closest(prints_of(LONG[: len(LONG) // 2]))] == [1]


def test_what_stands_in_too_many_stories_says_nothing():
    known = Index()
    for n in range(COMMON + 1):
        known.add(n, IndexedArticle(n, n, 3), [7, 8, 9])

    assert known.common == {7, 8, 9}
    assert known.closest([7, 8, 9]) == []


def test_a_story_in_a_hundred_papers_is_no_furniture():
    known = Index()
    for n in range(100):
        known.add(n, IndexedArticle(1, n, 3), [7, 8, 9])

    assert not known.common
    assert known.closest([7, 8, 9])


@pytest.mark.django_db
def test_what_stands_in_most_of_one_outlet_s_articles_is_furniture_before_it_is_common():
    outlet = OutletFactory()
    articles = [ArticleFactory(outlet=outlet) for _ in range(SERIES + 2)]
    known = Index()
    for article in articles:
        known.add(article.pk, IndexedArticle(article.story_id, outlet.pk, 3), [7, 8, 9])

    assert known.common == {7, 8, 9}


@pytest.mark.django_db
def test_what_stands_in_a_few_of_one_outlet_s_many_articles_is_none():
    outlet = OutletFactory()
    articles = [ArticleFactory(outlet=outlet) for _ in range(20)]
    known = Index()
    for article in articles[: SERIES + 2]:
        known.add(article.pk, IndexedArticle(article.story_id, outlet.pk, 3), [7, 8, 9])

    assert not known.common


@pytest.mark.django_db
def test_furniture_is_remembered_and_its_rows_are_removed():
    articles = [ArticleFactory(text=PASSAGE) for _ in range(COMMON + 1)]
    index(articles)
    known = stored(prints_of(PASSAGE))

    fingerprint_index.remember_common(known)

    assert CommonFingerprint.objects.count() == len(prints_of(PASSAGE))
    assert not Fingerprint.objects.exists()
    assert not stored(prints_of(PASSAGE)).entries


@pytest.mark.django_db
def test_furniture_is_not_stored_again():
    CommonFingerprint.objects.create(hash=prints_of(PASSAGE)[0])
    article = ArticleFactory(text=PASSAGE)

    index([article])

    assert article.fingerprints.count() == len(prints_of(PASSAGE)) - 1


@pytest.mark.django_db
def test_of_a_story_with_very_many_versions_further_copies_are_found_by_the_others():
    story = StoryFactory()
    original = ArticleFactory(text=PASSAGE, story=story)
    copies = [ArticleFactory(text=PASSAGE, story=story, reprint=True) for _ in range(MANY_VERSIONS)]
    index([original])

    index(copies)

    assert {row.article_id for row in Fingerprint.objects.all()} == {original.pk}


@pytest.mark.django_db
def test_fingerprints_computed_anew_take_the_place_of_the_old():
    article = ArticleFactory(text=PASSAGE)
    index([article])

    index(Article.objects.all())

    assert article.fingerprints.count() == len(prints_of(PASSAGE))


@pytest.mark.django_db
def test_the_lookup_takes_three_queries_whatever_is_found(django_assert_num_queries):
    index([ArticleFactory(text=LONG) for _ in range(5)])

    with django_assert_num_queries(3):
        found = stored(prints_of(LONG))

    assert len(found.entries) == 5
