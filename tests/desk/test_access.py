"""What a page of the desk answers once its session ended; tests/test_access.py asks who may open which."""

from django.urls import reverse

from tests.factories import ArticleFactory


def test_an_expired_session_sends_htmx_to_the_login_page_as_a_whole(db, client):
    response = client.get(reverse("desk:article", args=[ArticleFactory().pk]), headers={"HX-Request": "true"})

    assert response.status_code == 200
    assert response["HX-Redirect"].startswith(reverse("login"))
