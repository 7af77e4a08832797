import pytest
from django.urls import reverse

from factcheck.claims.models import Claim, Conflict, Position, Source, Statement
from factcheck.ledger.models import Entry
from factcheck.verdicts.models import Evidence
from tests.desk.reading import as_read
from tests.factories import ArticleFactory, ConflictFactory, PositionFactory, StatementFactory, VerdictFactory

MARKED = {
    "exact": "The mayor",
    "start": 0,
    "manner": "indirect",
    "source": "Ada Bell",
    "kind": "person",
    "people": 1,
    "claim": "The bridge is safe.",
    "stance": "supports",
}


def undo(desk, response, back=""):
    """Press the Undo that the page offers."""
    (message,) = response.context["messages"]
    assert message.extra_tags, f"“{message}” offers no undo."
    return desk.post(reverse("desk:undo", args=[message.extra_tags]), {"back": back}, follow=True)


def test_marking_is_undone_with_the_source_and_claim_it_brought(desk):
    article = ArticleFactory()
    page = article.get_absolute_url()

    response = undo(desk, desk.post(page, MARKED, follow=True), back=page)

    assert "Undone." in response.content.decode()
    assert response.redirect_chain == [(page, 302)]
    assert not any(model.objects.exists() for model in (Statement, Source, Claim))


def test_marking_with_htmx_offers_undo_beside_the_workspace(desk):
    article = ArticleFactory()
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{article.get_absolute_url()}"}

    html = as_read(desk.post(article.get_absolute_url(), MARKED, headers=headers).content.decode())

    assert '<div id="messages" role="status" class="arrived" hx-swap-oob="true">' in html
    assert f'name="back" value="{article.get_absolute_url()}"' in html


def test_a_conflict_settled_in_a_list_is_back_where_its_row_stood(desk):
    conflict = ConflictFactory()
    page = reverse("desk:conflicts", query={"story": conflict.first.article.story.slug})
    response = desk.post(conflict.get_absolute_url(), {"state": "dismissed", "back": page}, follow=True)

    undone = undo(desk, response, back=f"{page}#conflicts")

    assert undone.redirect_chain == [(f"{page}#conflict-{conflict.pk}", 302)]
    assert f'id="conflict-{conflict.pk}"' in undone.text


def test_a_position_is_undone(desk):
    statement = StatementFactory()
    response = desk.post(
        reverse("desk:statement", args=[statement.pk]), {"claim": "It is safe.", "stance": "denies"}, follow=True
    )

    undo(desk, response)

    assert not Position.objects.exists()


def test_a_settled_conflict_is_undone(desk):
    conflict = ConflictFactory()

    undo(desk, desk.post(conflict.get_absolute_url(), {"state": "dismissed"}, follow=True))

    assert Conflict.objects.get().state == "suggested"


@pytest.mark.parametrize("is_added", [True, False])
def test_a_change_of_evidence_is_undone(desk, is_added):
    verdict = VerdictFactory()
    statement = PositionFactory(claim=verdict.claim).statement
    done = desk.post(reverse("desk:evidence", args=[verdict.slug]), {"statement": statement.pk}, follow=True)
    if not is_added:
        evidence = Evidence.objects.get(statement=statement)
        done = desk.post(reverse("desk:remove_evidence", args=[verdict.slug, evidence.pk]), follow=True)

    undo(desk, done)

    assert Evidence.objects.filter(statement=statement).exists() is not is_added


def test_what_somebody_builds_on_is_not_undone_and_says_why(desk):
    article = ArticleFactory()
    done = desk.post(article.get_absolute_url(), MARKED, follow=True)
    VerdictFactory().evidence.create(statement=article.statements.get())

    response = undo(desk, done)

    assert "It could not be undone. A verdict rests on this statement by now." in response.content.decode()
    assert Statement.objects.exists()


def test_what_is_undone_is_not_undone_twice(desk):
    done = desk.post(ArticleFactory().get_absolute_url(), MARKED, follow=True)
    undo(desk, done)

    response = undo(desk, done)

    assert "It could not be undone." in response.content.decode()


def test_nobody_undoes_for_another(desk, as_user, reviewer):
    done = desk.post(ArticleFactory().get_absolute_url(), MARKED, follow=True)

    response = undo(as_user(reviewer), done)

    assert "Only the person who did it can undo it." in response.content.decode()
    assert Statement.objects.exists()


def test_submitting_for_review_offers_no_undo(desk):
    verdict = VerdictFactory()

    response = desk.post(reverse("desk:submit", args=[verdict.slug]), follow=True)

    (message,) = response.context["messages"]
    assert message.extra_tags == ""


@pytest.mark.parametrize("acts", ["x", "1-", "9" * 30, "-".join(["1"] * 500)])
def test_what_names_no_acts_is_not_found(desk, acts):
    assert desk.post(reverse("desk:undo", args=[acts])).status_code == 404


def test_every_undo_is_in_the_ledger(desk):
    undo(desk, desk.post(ArticleFactory().get_absolute_url(), MARKED, follow=True))

    undone = {entry.details.get("undoes"): entry.act for entry in Entry.objects.all()}
    assert set(undone.values()) >= {"statement.unmarked", "position.withdrawn", "claim.dropped", "source.dropped"}
