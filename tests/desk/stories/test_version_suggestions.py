import pytest
from django.urls import reverse

from factcheck.articles.models import VersionSuggestion
from tests.desk.reading import as_read
from tests.desk.test_undo import undo
from tests.factories import ArticleFactory, VersionSuggestionFactory

LIST = reverse("desk:versions")


def test_what_is_asked_is_listed_with_its_measure_and_reason(desk):
    suggestion = VersionSuggestionFactory()

    page = as_read(desk.get(LIST).content.decode())

    assert suggestion.article.headline in page
    assert suggestion.candidate.headline in page
    assert "30 % of the first stands in the second, 40 % of the second in the first" in page
    assert "they share less than half of either text" in page


def test_the_desk_s_first_page_leads_to_it(desk):
    suggestion = VersionSuggestionFactory()

    page = desk.get(reverse("desk:home")).content.decode()

    assert f'href="{reverse("desk:version", args=[suggestion.pk])}"' in page


def test_a_pair_stands_side_by_side(desk):
    text = "The mayor said that the bridge is safe. Nobody was hurt, and the ferry runs again."
    suggestion = VersionSuggestionFactory(
        candidate=ArticleFactory(text=text), article=ArticleFactory(text=text.replace("safe", "closed"))
    )

    page = as_read(desk.get(reverse("desk:version", args=[suggestion.pk])).content.decode())

    assert ">safe</del>" in page
    assert ">closed</ins>" in page


@pytest.mark.parametrize("state", ["accepted", "refused", "same_event"])
def test_an_answer_is_kept_and_listed_with_who_gave_it(desk, editor, state):
    suggestion = VersionSuggestionFactory()

    response = desk.post(reverse("desk:version", args=[suggestion.pk]), {"state": state}, follow=True)

    assert response.redirect_chain == [(LIST, 302)]
    assert "Nothing is asked" in response.content.decode()
    decided = VersionSuggestion.objects.get()
    assert (decided.state, decided.decided_by) == (state, editor)
    assert editor.get_full_name() in desk.get(LIST, {"state": state}).content.decode()


def test_a_second_answer_is_refused_with_the_first(desk):
    suggestion = VersionSuggestionFactory()
    url = reverse("desk:version", args=[suggestion.pk])
    desk.post(url, {"state": "refused"})

    response = desk.post(url, {"state": "accepted"}, follow=True)

    assert "Somebody decided this already: not versions of one story." in response.content.decode()


@pytest.mark.parametrize("state", ["accepted", "refused", "same_event"])
def test_a_wrong_answer_is_taken_back(desk, state):
    suggestion = VersionSuggestionFactory()
    address = reverse("desk:version", args=[suggestion.pk])

    undo(desk, desk.post(address, {"state": state}, follow=True))

    assert VersionSuggestion.objects.open().get() == suggestion


def test_an_answer_that_is_none_changes_nothing(desk):
    suggestion = VersionSuggestionFactory()

    response = desk.post(reverse("desk:version", args=[suggestion.pk]), {"state": "suggested"})

    assert response.status_code == 422
    assert VersionSuggestion.objects.open().exists()


def test_the_list_takes_the_same_queries_for_one_and_for_many(desk, django_assert_max_num_queries):
    for _ in range(12):
        VersionSuggestionFactory()

    with django_assert_max_num_queries(8):
        desk.get(LIST)
