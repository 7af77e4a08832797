import itertools

import pytest

from factcheck.articles.formats.incoming import day_of
from factcheck.articles.models import Article, Story
from tests.articles.harbour import OTHER, REPRINT, WHOLE, take_in


@pytest.mark.django_db
@pytest.mark.parametrize("order", list(itertools.permutations([WHOLE, REPRINT, OTHER])))
def test_a_reprint_and_its_original_are_one_story_whichever_comes_first(order):
    for text in order:
        take_in(text)

    whole, reprint, other = (Article.objects.get(received=text) for text in (WHOLE, REPRINT, OTHER))
    assert whole.story == reprint.story != other.story
    assert whole.is_original
    assert reprint.relation in ("copy", "update", "derived")
    assert whole.story.title == whole.headline
    assert Story.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("day", [None, "2019-05-02", "2019-05-04"])
@pytest.mark.parametrize("whole_first", [True, False])
def test_the_agency_s_own_text_is_the_original_whatever_the_days(day, whole_first):
    texts = [(WHOLE, {"published_on": day and day_of(day)}), (REPRINT, {})]
    for text, values in texts if whole_first else reversed(texts):
        take_in(text, **values)

    assert Article.objects.get(relation="original").received == WHOLE


@pytest.mark.django_db
def test_of_two_papers_the_earlier_is_the_original():
    text = WHOLE.replace("(Bloomberg) -- ", "")
    take_in(text, outlet="The Herald", published_on=day_of("2019-05-04"))
    take_in(text, outlet="The Courier", published_on=day_of("2019-05-03"))

    assert Article.objects.get(relation="original").outlet.name == "The Courier"
    assert Article.objects.get(relation="copy").outlet.name == "The Herald"


@pytest.mark.django_db
def test_without_days_the_fuller_text_is_the_original():
    text = WHOLE.replace("(Bloomberg) -- ", "")
    take_in(text.split("\n\nThe harbour")[0])

    outcome = take_in(text)

    assert outcome.article.is_original
    assert "the whole text" in outcome.because


@pytest.mark.django_db
def test_a_report_of_the_same_event_in_other_words_is_another_story():
    take_in(WHOLE)

    take_in(
        "Minister Will Keep the Harbour, Says Spokesman\n\nJan Kos, who speaks for the minister, told this paper that "
        "the harbour will be sold as agreed. “He is not planning to withdraw,” he said, and laughed.\n\n"
        "The council wants the court to forbid the sale, and says that it can wait until the summer for a ruling."
    )

    assert Story.objects.count() == 2


@pytest.mark.django_db
def test_boilerplate_that_stands_in_many_stories_joins_none():
    notice = (
        "This page was made by volunteers of the town and nobody was paid for any of the words that stand on it today."
    )
    for n in range(25):
        take_in(f"Notice {n} of the Year\n\n{notice}\n\n{' '.join(f'Train {n}{m} was late.' for m in range(30))}")
    before = Story.objects.count()

    take_in(f"The Last Notice of the Year\n\n{notice}\n\nOn this day nothing at all was late.")

    assert before == 25
    assert Story.objects.count() == before + 1
