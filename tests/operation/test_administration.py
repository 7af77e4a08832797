"""The administrators' pages: whose they are, how they are grouped, and the way back."""

from __future__ import annotations

import pytest
from django.contrib.admin import site
from django.core.management import call_command
from django.utils.functional import Promise

from factcheck.articles.models import RecordedComparison
from factcheck.claims.models import Carriage, StatementTerm
from tests.factories import ArticleFactory, StatementFactory, StoryFactory

NAMED_IN_NO_LANGUAGE = {"id", "sha256"}
DENIAL = "An inspector denied that the bridge is safe."


@pytest.fixture
def page(as_user, administrator):
    return as_user(administrator).get("/admin/")


def test_they_go_by_the_site_s_name_and_lead_back_to_desk_and_readers(page, settings):
    html = page.content.decode()

    assert f"{settings.SITE_NAME} · administration" in html
    assert "Django administration" not in html
    for address in ("/desk/", "/", "/desk/site/", "/desk/people/", "/admin/articles/importbatch/upload/"):
        assert f'href="{address}"' in html


def test_models_stand_in_groups_that_a_person_understands_each_once(page):
    groups = page.context["app_list"]

    assert [group["name"] for group in groups] == [
        *("Articles and papers", "Claims", "Verdicts", "People", "Record", "Site"),
    ]
    names = [model["object_name"] for group in groups for model in group["models"]]
    assert len(names) == len(set(names))
    assert {"Article", "Claim", "Verdict", "User", "Entry", "Rating"} <= set(names)


def test_the_page_of_one_application_is_still_found(as_user, administrator):
    assert as_user(administrator).get("/admin/articles/").status_code == 200


def test_what_an_older_release_did_not_work_out_is_told_until_one_command_did_it(as_user, administrator):
    story = StoryFactory()
    original = ArticleFactory(story=story, text=f"The bridge is open. {DENIAL}", published_on="2026-03-01")
    ArticleFactory(story=story, text="The bridge is open.", reprint=True, published_on="2026-03-02")
    StatementFactory(article=original, exact=DENIAL)
    RecordedComparison.objects.all().delete()
    Carriage.objects.all().delete()
    StatementTerm.objects.all().delete()

    before = as_user(administrator).get("/admin/").content.decode()
    call_command("catch_up", verbosity=0)

    assert before.count("manage.py catch_up") == 3
    assert "manage.py catch_up" not in as_user(administrator).get("/admin/").content.decode()


def test_every_field_of_the_desk_s_rows_has_a_name_in_each_language():
    for model in site._registry:
        if model.__module__.startswith("factcheck."):
            unnamed = {field.name for field in model._meta.fields if not isinstance(field.verbose_name, Promise)}
            assert unnamed <= NAMED_IN_NO_LANGUAGE, model


def test_an_administrator_reads_them_in_their_own(as_user, administrator):
    client = as_user(administrator)

    page = client.get("/admin/verdicts/rating/add/", headers={"Accept-Language": "es"}).content.decode()

    assert "Definición" in page
    assert "Definition" not in page
