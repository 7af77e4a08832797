"""Who may open each page of the desk, and who may do each act there."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from factcheck.articles.models import ImportBatch, Page
from factcheck.desk import urls
from tests.factories import (
    ArticleFactory,
    BlockFactory,
    ClaimFactory,
    CommentFactory,
    ConflictFactory,
    MessageFactory,
    OutsideCheckFactory,
    PositionFactory,
    SavedSearchFactory,
    SecondOpinionFactory,
    StatementFactory,
    UserFactory,
    VerdictFactory,
    VersionSuggestionFactory,
)

PAGES = ["home", "articles", "article", "intake", "sentences", "statement", "story", "compare"]
PAGES += ["add_articles", "added", "page", "received"]
MOVED = ["fetch", "new_article"]  # tests/desk/articles/test_add.py says where to
PAGES += ["versions", "version", "known_sources", "furniture"]
PAGES += ["claims", "claim", "similar", "source", "conflicts", "conflict", "verdicts", "verdict", "ledger"]
EDITING = ["aliases", "begin_verdict", "join_claim", "evidence", "remove_evidence", "submit"]
PAGES += ["assignment", "claim_comments", "verdict_comments", "keys"]
EDITING += ["complete", "dismiss_denials", "block", "assign_many", "resolve_comment", "reopen_comment", "undo"]
PAGES += ["search", "checks", "check"]
EDITING += ["save_search", "change_search", "remove_search"]
REVIEWING = ["send_back", "publish", "retract"]
PAGES += ["preview", "change_evidence", "inbox", "deliveries", "names", "ask_opinion", "reword_claim"]
EDITING += ["order_evidence", "discard", "upload_picture", "read_all", "read", "undo_beside", "sign_out_beside"]
EDITING += ["recall", "propose_retraction", "drop_retraction", "settle_opinion", "drop_opinion"]
REVIEWING += ["schedule", "unschedule", "confirm_retraction", "refuse_retraction"]
PAGES += ["place", "mend_story", "merge_source", "shown_pictures"]
EDITING += ["move_article", "name_original", "call_version", "split_story", "join_story", "tell_apart_sources"]
PAGES += ["correct_statement", "withdraw_statement"]
EDITING += ["take_back_position", "dismiss_suggestion"]
PAGES += ["topics", "topic_names"]
EDITING += ["claim_topics", "tag_many"]
OF_ADMINISTRATORS = ["change_topic", "site"]  # tests/desk/claims/test_topics.py and test_site.py say so
ASKED_OF_ONE = ["opinion"]  # tests/desk/verdicts/test_opinions.py says of whom
ASKED_BY_THE_CLOCK = ["here", "keep"]  # tests/desk/team/test_assignments.py and verdicts/test_unsaved.py say who may
OF_ONE_PERSON = ["message"]  # tests/desk/inbox/test_inbox.py says who may


@pytest.fixture
def address(db, editor):
    """The address of a page by its name, with a row behind it where it needs one."""
    article = ArticleFactory()
    statement = StatementFactory(article=article)
    claim = PositionFactory(statement=statement, claim=ClaimFactory()).claim
    position = claim.positions.get()
    verdict = VerdictFactory(in_review=True, claim=claim)
    evidence = verdict.evidence.create(statement=statement)
    page = Page.objects.create(url="https://paper.example/", body=b"<html>", fetched_by=UserFactory())
    keys = {
        "page": [page.pk],
        "received": [page.pk],
        "article": [article.pk],
        "intake": [article.pk],
        "complete": [article.pk],
        "dismiss_denials": [1],
        "added": [ImportBatch.objects.create(name="a.txt", status="done", created_by=editor).pk],
        "furniture": [article.outlet.pk],
        "block": [BlockFactory(outlet=article.outlet).pk],
        "sentences": [article.pk],
        "statement": [statement.pk],
        **{name: [statement.pk] for name in ("correct_statement", "withdraw_statement")},
        "dismiss_suggestion": [article.pk],
        "take_back_position": [position.pk],
        **{name: [article.pk] for name in ("place", "move_article", "name_original", "call_version")},
        **{name: [article.story.slug] for name in ("mend_story", "split_story", "join_story")},
        **{name: [statement.source.slug] for name in ("merge_source", "tell_apart_sources")},
        "story": [article.story.slug],
        "compare": [article.story.slug],
        "source": [statement.source.slug],
        "aliases": [statement.source.slug],
        "claim": [claim.slug],
        "begin_verdict": [claim.slug],
        "assignment": [claim.slug],
        "claim_comments": [claim.slug],
        "claim_topics": [claim.slug],
        "verdict_comments": [verdict.slug],
        "resolve_comment": [CommentFactory(claim=claim).pk],
        "reopen_comment": [CommentFactory(claim=claim).pk],
        **{key: [SavedSearchFactory(owner=editor).pk] for key in ("change_search", "remove_search")},
        "undo": ["1"],
        "read": [MessageFactory(recipient=editor).pk],
        "join_claim": [claim.slug],
        "reword_claim": [claim.slug],
        "conflict": [ConflictFactory().pk],
        "check": [OutsideCheckFactory().pk],
        "version": [VersionSuggestionFactory().pk],
        "remove_evidence": [verdict.slug, evidence.pk],
        "change_evidence": [verdict.slug, verdict.evidence.create(title="Minutes", url="https://town.example/").pk],
        **{name: [verdict.slug] for name in ("verdict", "evidence", "submit", "send_back", "publish", "retract")},
        **{name: [verdict.slug] for name in ("preview", "order_evidence", "discard", "sign_out_beside")},
        "undo_beside": [verdict.slug, "1"],
        **{name: [verdict.slug] for name in ("recall", "propose_retraction", "shown_pictures")},
        **{name: [verdict.slug] for name in ("schedule", "unschedule", "ask_opinion")},
        "settle_opinion": [verdict.slug, 1],
        "drop_opinion": [SecondOpinionFactory().pk],
        **{name: [verdict.slug, 1] for name in ("confirm_retraction", "refuse_retraction", "drop_retraction")},
    }
    return lambda name: reverse(f"desk:{name}", args=keys.get(name, []))


def test_every_address_of_the_desk_is_in_one_of_these_lists():
    listed = PAGES + MOVED + EDITING + REVIEWING + ASKED_OF_ONE + ASKED_BY_THE_CLOCK + OF_ONE_PERSON
    listed += OF_ADMINISTRATORS

    assert sorted(listed) == sorted(pattern.name for pattern in urls.urlpatterns)
    assert get_resolver().namespace_dict["desk"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_for_people_of_the_desk(name, address, as_user, editor, reviewer, administrator):
    url = address(name)

    told = [as_user(user).get(url).status_code for user in (editor, reviewer, administrator, UserFactory())]

    assert told == [200, 200, 200, 403]


@pytest.mark.parametrize("name", PAGES)
def test_reading_a_page_writes_nothing_but_who_has_it_open(name, address, as_user, editor):
    client, url = as_user(editor), address(name)

    with CaptureQueriesContext(connection) as asked:
        client.get(url)

    writes = [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [sql for sql in writes if "verdicts_presence" not in sql] == []


@pytest.mark.parametrize("name", PAGES + EDITING + REVIEWING)
def test_a_visitor_is_sent_to_sign_in(name, address, client):
    url = address(name)

    response = client.get(url)

    assert (response.status_code, response.url) == (302, f"{reverse('login')}?next={url}")


@pytest.mark.parametrize("name", EDITING)
def test_an_act_of_editing_is_for_people_of_the_desk(name, address, as_user, editor):
    url = address(name)

    assert as_user(UserFactory()).post(url).status_code == 403
    assert as_user(editor).post(url).status_code in (302, 422)


@pytest.mark.parametrize("name", REVIEWING)
def test_an_act_of_review_is_for_reviewers(name, address, as_user, editor, reviewer):
    url = address(name)

    assert as_user(editor).post(url, {"note": "x"}).status_code == 403
    assert as_user(reviewer).post(url, {"send_back-note": "x", "retract-note": "x"}).status_code == 302


@pytest.mark.parametrize("name", EDITING + REVIEWING)
def test_an_act_is_never_done_by_following_a_link(name, address, as_user, administrator):
    assert as_user(administrator).get(address(name)).status_code == 405


def test_an_act_without_the_form_s_token_is_refused(address, editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    assert client.post(address("submit")).status_code == 403


def test_an_expired_session_sends_htmx_to_the_login_page_as_a_whole(address, client):
    response = client.get(address("article"), headers={"HX-Request": "true"})

    assert response.status_code == 200
    assert response["HX-Redirect"].startswith(reverse("login"))
