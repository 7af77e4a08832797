import pytest
from django.contrib import admin
from django.urls import reverse

from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from tests.factories import ArticleFactory, ConflictFactory, OutletFactory, PositionFactory, VerdictFactory


@pytest.fixture
def desk(administrator):
    """Something of every kind."""
    position = PositionFactory()
    ConflictFactory(first=position.statement)
    VerdictFactory(claim=position.claim)
    record("claim.changed", actor=administrator, on=position.claim)


def test_an_administrator_sets_an_article_s_record_right_and_the_ledger_says_so(client, administrator):
    article, outlet = ArticleFactory(headline="Brigde"), OutletFactory()
    values = {
        "headline": "Bridge",
        "outlet": outlet.pk,
        "url": "https://herald.example/b",
        "published_on": "2019-02-15",
    }
    address = reverse("admin:articles_article_change", args=[article.pk])

    response = client.post(address, {**values, "byline": "Ana Ruiz", "agency": "", "language": "en"})

    assert response.status_code == 302
    before, article.headline = article.text, "Bridge"
    article.refresh_from_db()
    assert (article.headline, article.outlet, article.byline, article.text) == ("Bridge", outlet, "Ana Ruiz", before)
    entry = Entry.objects.on(article).get()
    assert (entry.act, entry.actor) == ("article.changed", administrator)
    assert entry.details["changes"]["headline"] == ["Brigde", "Bridge"]


def test_the_text_cannot_be_changed_there(client):
    article = ArticleFactory()
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text

    assert article.text in page
    assert 'name="text"' not in page
    assert 'name="received"' not in page
    assert 'name="story"' not in page


def test_an_outlet_is_made_changed_and_removed_with_an_entry_each(client):
    values = {"name": "The Herald", "domain": "", "language": "en"}
    client.post(reverse("admin:articles_outlet_add"), values)
    pk = OutletFactory._meta.model.objects.get().pk

    client.post(reverse("admin:articles_outlet_change", args=[pk]), {**values, "is_text_public": "on"})
    client.post(reverse("admin:articles_outlet_delete", args=[pk]), {"post": "yes"})

    assert list(Entry.objects.order_by("pk").values_list("act", flat=True)) == [
        "outlet.made",
        "outlet.changed",
        "outlet.removed",
    ]


@pytest.mark.parametrize(
    "model", [model for model in admin.site._registry if model._meta.app_label != "auth"], ids=lambda m: m._meta.label
)
def test_every_list_and_search_opens_in_few_queries(model, client, desk, django_assert_max_num_queries):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")

    with django_assert_max_num_queries(15):
        response = client.get(address, {"q": "bridge"} if admin.site._registry[model].search_fields else {})
    row = model._meta.default_manager.first()

    assert response.status_code == 200
    assert client.get(address).status_code == 200
    if row and model._meta.app_label in ("articles", "claims", "verdicts", "ledger"):
        page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[row.pk])
        assert client.get(page).status_code == 200


@pytest.mark.parametrize("name", ["ledger_entry", "verdicts_verdict", "verdicts_revision", "verdicts_evidence"])
def test_the_ledger_and_what_goes_through_review_are_only_read(name, client, desk):
    assert client.get(reverse(f"admin:{name}_add")).status_code == 403
