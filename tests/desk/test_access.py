"""What people may do, and what a page answers once its session ended; tests/test_access.py asks who may open which."""

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from factcheck.verdicts.assignments import WORKS_ON_THE_DESK
from tests.factories import ArticleFactory, UserFactory

REVIEWS = "verdicts.review_verdict"


def test_what_a_person_may_do_is_asked_by_one_query(editor, django_assert_num_queries):
    editor.user_permissions.add(Permission.objects.get(codename="review_verdict"))
    person = User.objects.get(pk=editor.pk)

    with django_assert_num_queries(1):
        assert person.has_perm(WORKS_ON_THE_DESK)
        assert person.has_perm(REVIEWS)
        assert not person.has_perm("auth.change_user")


def test_an_administrator_may_do_everything(administrator):
    assert administrator.has_perm(REVIEWS)
    assert administrator.get_all_permissions() > {REVIEWS, WORKS_ON_THE_DESK}


@pytest.mark.parametrize("role", ["editor", "reviewer", "administrator"])
def test_whose_account_is_closed_may_do_nothing(role, db):
    person = UserFactory(**{role: True}, is_active=False)

    assert not person.has_perm(WORKS_ON_THE_DESK)
    assert not person.get_all_permissions()


def test_an_expired_session_sends_htmx_to_the_login_page_as_a_whole(db, client):
    response = client.get(reverse("desk:article", args=[ArticleFactory().pk]), headers={"HX-Request": "true"})

    assert response.status_code == 200
    assert response["HX-Redirect"].startswith(reverse("login"))
