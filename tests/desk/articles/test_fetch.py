from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck.articles.models import Article, Page
from tests.articles.intake.test_fetched_pages import PAGE


@pytest.fixture
def waiting(editor):
    return Page.objects.create(url="https://paper.example/story", fetched_by=editor)


class TestFetching:
    def test_an_address_becomes_an_article(self, desk, paper):
        paper.answers["/story"] = PAGE

        response = desk.post(reverse("desk:add_articles"), {"words": paper.url("/story")}, follow=True)

        html = response.content.decode()
        assert response.redirect_chain == [(Page.objects.get().get_absolute_url(), 302)]
        assert "Taken in." in html
        assert Article.objects.get().get_absolute_url() in html
        assert "127.0.0.1 has no robots.txt." in html
        assert Page.objects.get().sha256 in html

    def test_an_article_that_was_fetched_leads_to_the_page_as_received(self, desk, paper):
        paper.answers["/story"] = PAGE
        desk.post(reverse("desk:add_articles"), {"words": paper.url("/story")})

        html = desk.get(Article.objects.get().get_absolute_url()).content.decode()

        assert f'<a href="{Page.objects.get().get_absolute_url()}">original page</a>' in html

    def test_a_refusal_is_told_and_leads_on_to_pasting(self, desk, paper):
        url = paper.url("/gone?a=1&b=2")

        html = desk.post(reverse("desk:add_articles"), {"words": url}, follow=True).content.decode()

        assert "127.0.0.1 answered 404 Not Found." in html
        assert f'value="{url.replace("&", "&amp;")}"' in html
        assert (
            f"{reverse('desk:add_articles')}?url=http%3A%2F%2F127.0.0.1%3A{paper.port}%2Fgone%3Fa%3D1%26b%3D2" in html
        )

    @pytest.mark.parametrize("url", ["", "ftp://paper.example/", "javascript://alert(1)"])
    def test_what_is_no_address_is_answered_and_stays_in_the_form(self, desk, url):
        response = desk.post(reverse("desk:add_articles"), {"words": url})

        assert response.status_code == 422
        assert url in response.content.decode()
        assert not Page.objects.exists()

    def test_pages_fetched_last_are_listed(self, desk, waiting):
        html = desk.get(reverse("desk:add_articles")).content.decode()

        assert waiting.url in html
        assert waiting.get_absolute_url() in html

    def test_without_the_form_s_token_nothing_is_fetched(self, editor):
        client = Client(enforce_csrf_checks=True)
        client.force_login(editor)

        assert client.post(reverse("desk:add_articles"), {"words": "https://paper.example/"}).status_code == 403
        assert not Page.objects.exists()

    @pytest.mark.parametrize("state", ["waiting", "fetched"])
    def test_a_page_under_way_asks_again_by_itself_and_by_a_link(self, desk, waiting, state):
        Page.objects.update(state=state)

        html = desk.get(waiting.get_absolute_url()).content.decode()

        assert 'hx-trigger="every 1s"' in html
        assert f'<a href="{waiting.get_absolute_url()}">Look again</a>' in html

    def test_a_page_that_is_done_does_not_ask_again(self, desk, waiting):
        Page.objects.update(state="refused", error="It was closed.")

        html = desk.get(waiting.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()

        assert html.strip().startswith('<div id="progress"')
        assert "It was closed." in html
        assert "hx-trigger" not in html

    @pytest.mark.parametrize("state", ["waiting", "fetched"])
    def test_a_page_that_nobody_goes_on_with_says_what_to_do(self, desk, waiting, state):
        Page.objects.update(state=state, created_at=timezone.now() - timedelta(minutes=2))

        html = desk.get(waiting.get_absolute_url()).content.decode()

        assert "db_worker" in html
        assert "Try again" in html

    def test_the_page_as_received_is_handed_out_as_a_file_and_never_shown(self, desk, paper):
        paper.answers["/story"] = PAGE
        desk.post(reverse("desk:add_articles"), {"words": paper.url("/story")})

        response = desk.get(reverse("desk:received", args=[Page.objects.get().pk]))

        assert response.content == PAGE
        assert response["Content-Type"] == "application/octet-stream"
        assert response["Content-Disposition"].startswith("attachment")

    def test_a_page_that_was_not_received_is_not_handed_out(self, desk, waiting):
        assert desk.get(reverse("desk:received", args=[waiting.pk])).status_code == 404

    def test_the_pages_of_fetching_ask_the_database_little(self, desk, paper, django_assert_max_num_queries):
        paper.answers["/story"] = PAGE
        desk.post(reverse("desk:add_articles"), {"words": paper.url("/story")})

        with django_assert_max_num_queries(7):
            desk.get(reverse("desk:add_articles"))
        with django_assert_max_num_queries(7):
            desk.get(Page.objects.get().get_absolute_url())
