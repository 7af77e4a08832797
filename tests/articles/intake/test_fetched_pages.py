import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone

from factcheck.articles.intake import fetched_pages
from factcheck.articles.intake.fetched_pages import ask_for, fetch_page
from factcheck.articles.models import Article, Page
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry

PAGE = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Bridge shut – The Herald</title></head><body>"
    "<h1>Bridge shut</h1><p>The bridge is shut until spring, the mayor said on Monday, and nobody objected.</p>"
    "<p>Engineers had said in a letter of March that the pillars would hold for twenty more years.</p></body></html>"
).encode()


def test_a_page_is_fetched_kept_as_it_came_and_its_article_taken_in(paper, editor):
    paper.answers["/story"] = 200, {"Content-Type": "text/html; charset=utf-8", "X-From": "cache"}, PAGE

    page = ask_for(paper.url("/story"), editor=editor)

    article = Article.objects.get()
    assert (page.state, page.article, page.error) == ("imported", article, "")
    assert (bytes(page.body), page.sha256) == (PAGE, hashlib.sha256(PAGE).hexdigest())
    assert ["X-From", "cache"] in page.headers
    assert page.robots == "127.0.0.1 has no robots.txt."
    assert page.outcome == "It is a new article. Its story: no other article shares its text."
    assert (article.headline, article.url) == ("Bridge shut", paper.url("/story"))
    assert {"what": "address", "because": fetched_pages.FETCHED}.items() <= article.findings[0].items()


def test_each_page_kept_is_an_entry_in_the_ledger_with_its_hash(paper, editor):
    paper.answers["/story"] = PAGE

    page = ask_for(paper.url("/story"), editor=editor)

    kept = Entry.objects.get(act="page.fetched")
    assert (kept.actor, kept.subject_id) == (editor, page.pk)
    assert kept.details == {"address": paper.url("/story"), "sha256": page.sha256}
    assert Entry.objects.filter(act="article.created", actor=editor).count() == 1
    assert verify() == Entry.objects.count()


def test_fetching_the_same_again_keeps_the_page_and_changes_no_article(paper, editor):
    paper.answers["/story"] = PAGE
    first = ask_for(paper.url("/story"), editor=editor)

    again = ask_for(paper.url("/story"), editor=editor)

    assert (again.article, again.outcome) == (first.article, "The desk had this text already, and nothing changed.")
    assert Page.objects.count() == 2


def test_another_text_at_the_address_is_the_next_version(paper, editor):
    paper.answers["/story"] = PAGE
    first = ask_for(paper.url("/story"), editor=editor)
    paper.answers["/story"] = PAGE.replace(b"until spring", b"for good")

    again = ask_for(paper.url("/story"), editor=editor)

    assert again.article.previous == first.article
    assert again.outcome.startswith("The text at this address has changed: it is a new version.")


def test_the_article_stands_where_the_redirects_lead(paper, editor):
    paper.answers["/short"] = 301, {"Location": "/story"}, b""
    paper.answers["/story"] = PAGE

    page = ask_for(paper.url("/short"), editor=editor)

    assert (page.final_url, page.article.url) == (paper.url("/story"), paper.url("/story"))


def test_plain_text_is_an_article_too(paper, editor):
    text = "Bridge shut\n\nThe bridge is shut, the café said, and nobody knows until when it will be so."
    paper.answers["/story.txt"] = 200, {"Content-Type": "text/plain"}, text.encode("cp1252")

    article = ask_for(paper.url("/story.txt"), editor=editor).article

    assert (article.headline, article.received) == ("Bridge shut", text)


def test_a_page_that_is_refused_tells_why_and_leaves_no_article(paper, editor):
    page = ask_for(paper.url("/nowhere"), editor=editor)

    assert (page.state, page.body, page.article) == ("refused", None, None)
    assert page.error.startswith("127.0.0.1 answered 404 Not Found. Open the page in a browser")
    assert not Entry.objects.exists()


def test_a_page_without_an_article_is_kept_all_the_same(paper, editor):
    paper.answers["/app"] = b"<!doctype html><html><body><div id=root></div></body></html>"

    page = ask_for(paper.url("/app"), editor=editor)

    assert page.state == "refused"
    assert page.error.startswith("No article's text was found in the page.")
    assert bytes(page.body) == paper.answers["/app"]


def test_a_page_with_characters_that_no_database_holds_is_taken_in(paper, editor):
    body = PAGE.replace(b"Monday", b"Mon\0day")
    paper.answers["/story"] = lambda out: out.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Odd: a\0b\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    )

    page = ask_for(paper.url("/story"), editor=editor)

    assert page.state == "imported"
    assert bytes(page.body) == body
    assert ["X-Odd", "ab"] in page.headers


def test_a_task_done_twice_does_nothing_twice(paper, editor):
    paper.answers["/story"] = PAGE
    page = ask_for(paper.url("/story"), editor=editor)
    asked = len(paper.asked)

    fetch_page.func(page.pk)

    assert len(paper.asked) == asked


def test_what_nobody_thought_of_is_told_on_the_page_and_to_the_log(editor, monkeypatch):
    def broken(url):
        raise RuntimeError("no such thing")

    monkeypatch.setattr(fetched_pages, "fetch", broken)
    page = Page.objects.create(url="https://paper.example/", fetched_by=editor)

    with pytest.raises(RuntimeError):
        fetch_page.func(page.pk)

    page.refresh_from_db()
    assert (page.state, page.error) == ("refused", fetched_pages.BROKEN)


def test_a_page_that_waits_for_half_a_minute_is_overdue(editor):
    page = Page.objects.create(url="https://paper.example/", fetched_by=editor)

    assert not page.is_overdue
    page.created_at = timezone.now() - timedelta(seconds=31)
    assert page.is_overdue
