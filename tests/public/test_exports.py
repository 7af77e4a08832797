"""All public data as files: every row, in the shapes of the API, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.core.cache import cache

from factcheck.claims.models import Source
from factcheck.public.api import exports
from factcheck.public.api.exports import FORMATS, TABLES, cell
from factcheck.site.pages import SitePage
from factcheck.site.write_page import write_page
from tests.factories import OutsideCheckFactory, StatementFactory, TopicFactory, VerdictFactory


@pytest.fixture(autouse=True)
def nobody_asked_before():
    cache.clear()


def file_of(client, name):
    answer = client.get(f"/export/{name}")
    assert answer.status_code == 200
    return answer.getvalue().decode()


def lines_of(client, noun):
    return [json.loads(line) for line in file_of(client, f"{noun}.jsonl").splitlines()]


@pytest.fixture
def everything(corrected, release):
    release(VerdictFactory())
    OutsideCheckFactory(claim=corrected.claim)
    TopicFactory().claims.add(corrected.claim)
    return corrected


@pytest.mark.parametrize("noun", TABLES)
def test_a_file_holds_what_the_list_of_the_api_holds(noun, everything, client):
    lines = lines_of(client, noun)
    rows = list(csv.reader(io.StringIO(file_of(client, f"{noun}.csv"))))

    assert lines
    assert len(rows) == len(lines) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    if noun not in ("revisions", "stories"):
        listed = client.get(f"/api/v1/{noun}").json()
        listed = listed["items"] if isinstance(listed, dict) else listed
        assert sorted(map(str, listed)) == sorted(map(str, lines))


def test_parts_of_a_part_stand_in_columns_of_their_own(published, client):
    [row] = csv.DictReader(io.StringIO(file_of(client, "verdicts.csv")))

    assert (row["rating.label"], row["rating.number"]) == ("False", "1")


def test_every_state_of_a_verdict_is_whole_in_its_file(corrected, client):
    first, second = lines_of(client, "revisions")

    assert (first["kind"], second["kind"]) == ("published", "corrected")
    assert first["sides"][1]["quotations"][0]["exact"] == "Nobody is closing anything"


@pytest.mark.parametrize("attack", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_nothing_in_a_table_is_a_formula(attack, published, client):
    Source.objects.filter(slug="anna-brandt").update(role=attack)

    row = next(row for row in csv.DictReader(io.StringIO(file_of(client, "sources.csv"))) if row["role"])

    assert row["role"] == f"'{attack}"


def test_numbers_and_nothing_are_written_as_they_are():
    assert [cell(-1), cell(None), cell([]), cell(["a", "b"])] == ["-1", "", "", "a; b"]
    assert json.loads(cell([{"a": 1}])) == [{"a": 1}]


def test_a_file_goes_on_where_a_part_ended(release, client, monkeypatch, db):
    monkeypatch.setattr(exports, "IN_ONE_QUERY", 2)
    for _ in range(5):
        release(VerdictFactory())

    assert len({verdict["slug"] for verdict in lines_of(client, "verdicts")}) == 5


def test_of_one_article_a_file_prints_no_more_than_a_page_may(published, client, settings):
    article = published.claim.positions.first().statement.article
    for number in range(1, 41):
        words = f"Pier {number} was rebuilt in the year the storm took the old sea wall."
        published.claim.positions.create(statement=StatementFactory(article=article, exact=words), stance="mentions")

    said = [line for line in lines_of(client, "statements") if line["outlet"] == "The Original"]

    printed = sum(len(line["before"]) + len(line["exact"]) + len(line["after"]) for line in said)
    assert printed <= max(len(article.text) // 10, 160)


def test_a_file_says_its_name_and_its_licence_where_the_site_has_one(published, client, administrator):
    assert "Link" not in client.get("/export/verdicts.csv")
    text = "Take it, and say where it is from."
    write_page(SitePage.LICENCE, language="en", text=text, is_published=True, editor=administrator)

    answer = client.get("/export/verdicts.csv")

    assert answer["Content-Disposition"] == 'attachment; filename="verdicts.csv"'
    assert answer["Content-Type"] == FORMATS["csv"]
    assert answer.headers["Link"] == '<http://localhost:8000/about/licence/>; rel="license"'


@pytest.mark.parametrize("name", ["people.csv", "verdicts.xls"])
def test_there_is_no_other_file(name, db, client):
    assert client.get(f"/export/{name}").status_code == 404


def test_every_file_is_named_on_the_page_of_the_api(published, client):
    page = client.get("/api/").content.decode()

    assert all(f'href="/export/{noun}.{form}"' in page for noun in TABLES for form in FORMATS)


def test_who_has_a_file_is_sent_it_again_only_when_something_was_written(published, release, client):
    etag = client.get("/export/verdicts.csv")["ETag"]
    cache.clear()
    assert client.get("/export/verdicts.csv", headers={"If-None-Match": etag}).status_code == 304

    release(VerdictFactory())

    cache.clear()
    again = client.get("/export/verdicts.csv", headers={"If-None-Match": etag})
    assert again.status_code == 200
    assert again["ETag"] != etag
