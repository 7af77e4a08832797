"""What a paper's robots.txt says of fetching its pages, and that it is obeyed."""

import pytest

from factcheck.articles.web.fetch import fetch
from tests.articles.web.refusing import PAGE, refusal


def test_robots_that_forbid_the_page_are_obeyed(paper):
    paper.answers["/robots.txt"] = b"User-agent: *\nDisallow: /*?print=\nDisallow: /private\nAllow: /private/open$\n"
    paper.answers["/private/open"] = paper.answers["/a"] = PAGE

    assert "asks programs not to fetch this page, in its robots.txt" in refusal(paper.url("/private/1"))
    assert "robots.txt" in refusal(paper.url("/a?print=1"))
    assert fetch(paper.url("/private/open")).robots == "The robots.txt of 127.0.0.1 allows it."
    assert fetch(paper.url("/a")).body == PAGE
    assert "/private/1" not in paper.paths()


def test_robots_that_name_the_desk_count_before_those_for_all(paper, settings):
    paper.answers["/robots.txt"] = b"User-agent: *\nDisallow:\n\nUser-agent: FactcheckDesk\nDisallow: /\n"

    assert "robots.txt" in refusal(paper.url("/a"))


def test_robots_that_forbid_where_a_redirect_leads_are_obeyed(paper):
    paper.answers["/robots.txt"] = b"User-agent: *\nDisallow: /b\n"
    paper.answers["/a"] = 302, {"Location": "/b"}, b""

    assert "robots.txt" in refusal(paper.url("/a"))
    assert paper.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_robots_that_are_not_there_forbid_nothing(paper, status):
    paper.answers["/robots.txt"] = status, {}, b"User-agent: *\nDisallow: /"
    paper.answers["/a"] = PAGE

    assert fetch(paper.url("/a")).robots == "127.0.0.1 has no robots.txt."


@pytest.mark.parametrize("status", [500, 503])
def test_robots_that_cannot_be_told_for_an_error_forbid_everything(paper, status):
    paper.answers["/robots.txt"] = status, {}, b""

    assert f"its robots.txt answers with error {status}. Try again later" in refusal(paper.url("/a"))


def test_robots_that_stand_elsewhere_are_followed_there(paper):
    paper.answers["/robots.txt"] = 301, {"Location": "/rules.txt"}, b""
    paper.answers["/rules.txt"] = b"User-agent: *\nDisallow: /a\n"

    assert "robots.txt" in refusal(paper.url("/a"))


def test_robots_that_are_long_count_as_far_as_they_are_read(paper):
    rules = b"User-agent: *\nDisallow: /a\n"
    paper.answers["/robots.txt"] = rules + b"# nothing\n" * 100_000

    assert "robots.txt" in refusal(paper.url("/a"))
