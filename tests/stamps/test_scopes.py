"""What a statement writes to, and what a page was made from, as read from the statement itself."""

from __future__ import annotations

import pytest
from django.db.models import Exists, OuterRef

from factcheck.articles.models import Article, Story
from factcheck.claims.models import Statement
from factcheck.stamps.reads import TablesRead
from factcheck.stamps.writes import scopes_of


@pytest.mark.parametrize(
    ("sql", "scopes"),
    [
        ('SELECT 1 FROM "claims_claim"', ()),
        ('INSERT INTO "claims_claim" ("text") VALUES (%s)', ("claims_claim+",)),
        ('INSERT OR IGNORE INTO "claims_claim" ("text") VALUES (%s)', ("claims_claim+",)),
        ('INSERT INTO "claims_claim" VALUES (%s) ON CONFLICT DO UPDATE SET x', ("claims_claim", "claims_claim+")),
        ('UPDATE "claims_claim" SET "text" = %s', ("claims_claim",)),
        ('DELETE FROM "claims_claim" WHERE id = 1', ("claims_claim",)),
        ("update claims_claim set text = 'x'", ("claims_claim",)),
        ('INSERT INTO "people_session" VALUES (%s)', ()),
        ('TRUNCATE "people_session", "claims_claim"', ("*",)),
        ('WITH old AS (SELECT 1) DELETE FROM "claims_claim"', ("*",)),
        ('WITH old AS (SELECT 1) SELECT * FROM "claims_claim"', ()),
        ("SAVEPOINT s1", ()),
        ("BEGIN IMMEDIATE", ()),
    ],
)
def test_a_statement_stamps_what_it_writes_to(sql, scopes):
    assert scopes_of(sql) == scopes


def test_rows_that_are_only_joined_by_their_key_cannot_be_added_to_a_page():
    noted = read(Statement.objects.select_related("article__outlet"))

    assert {"claims_statement", "claims_statement+", "articles_article", "articles_outlet"} <= noted.scopes
    assert not {"articles_article+", "articles_outlet+"} & noted.scopes


def test_rows_that_are_searched_for_in_any_part_of_a_query_may_be_added():
    said = Statement.objects.filter(article__story=OuterRef("pk"))

    assert {"claims_statement+", "articles_story+"} <= read(Story.objects.filter(Exists(said))).scopes
    assert "articles_article+" in read(Story.objects.filter(articles__headline="x")).scopes
    twice = Article.objects.select_related("story").filter(story__articles__headline="x")
    assert "articles_article+" in read(twice).scopes


def test_a_page_that_asks_what_nobody_watches_is_not_known_to_hold():
    noted = TablesRead({})

    noted.note("SELECT * FROM people_session")

    assert not noted.is_known


def read(rows):
    noted = TablesRead({})
    noted.note(str(rows.query))
    return noted
