from __future__ import annotations

import pytest

from factcheck.articles.versions.record_comparisons import record_in_stories
from factcheck.claims.models import Claim, Position, Statement
from factcheck.verdicts.reword_claim import reword
from tests.factories import ClaimFactory, PositionFactory, StatementFactory, VerdictFactory
from tests.public.reading import text_of


def test_a_claim_page_shows_both_sides_and_no_verdict_yet(claim, client):
    text = text_of(client.get("/claims/the-harbour-will-be-closed/"))

    assert "No verdict yet" in text
    assert "For the claim 1 story · 4 anonymous people" in text
    assert "Against the claim 1 story · 1 named source" in text


def test_words_that_the_desk_marked_in_two_papers_are_quoted_once_with_both_papers(claim, story, client):
    again = StatementFactory(article=story.versions[1], exact="Plans to close the harbour are being drawn up")
    PositionFactory(claim=claim, statement=again)

    response = client.get("/claims/the-harbour-will-be-closed/")

    assert response.content.decode().count("<mark>Plans to close the harbour are being drawn up</mark>") == 1
    assert "Also in The Reprint , word for word" in text_of(response)


def test_a_claim_page_leads_to_its_published_verdict(published, client):
    page = client.get("/claims/the-harbour-will-be-closed/").content.decode()

    assert 'href="/verdicts/the-harbour-will-be-closed/"' in page
    assert "The harbour master denies it under her name." in page


def test_a_claim_page_does_not_tell_of_a_verdict_in_the_works(draft, client):
    response = client.get("/claims/the-harbour-will-be-closed/")

    assert "No verdict yet" in text_of(response)
    assert draft.conclusion not in response.content.decode()


def test_a_claim_draws_its_balance_and_when_each_side_was_said(claim, client):
    PositionFactory(claim=claim, statement__said_on="2021-05-01")

    response = client.get("/claims/the-harbour-will-be-closed/")

    text, page = text_of(response), response.content.decode()
    denial = claim.positions.get(stance="denies").statement
    assert "Nothing against the claim stands in The Reprint" in text
    assert "Statements from February 2019 to May 2021: 2 for, 1 against." in text
    assert f'href="#statement-{denial.pk}"' in page
    assert f'id="statement-{denial.pk}"' in page
    picture = page[
        page.index('<figure class="timeline">') : page.index("</svg>", page.index('<figure class="timeline">'))
    ]
    assert 'role="group"' in picture, "an image would hide the links in it"
    assert picture.count("<a") == picture.count("<title>") == picture.count("<circle") == 3
    assert "<title>1 May 2021, " in picture


def test_a_claim_shows_what_each_paper_printed_of_it(claim, story, client):
    record_in_stories([story.pk])

    page = client.get("/claims/the-harbour-will-be-closed/").content.decode()

    assert "What each paper printed" in page
    assert "denial by Anna Brandt: left out" in page


def test_words_with_quotation_marks_of_their_own_get_no_others(claim, story, client):
    words = StatementFactory(article=story.original, exact='"Nobody is closing anything," said Anna Brandt')
    PositionFactory(claim=claim, statement=words, stance=Position.Stance.DENIES)

    text = text_of(client.get("/claims/the-harbour-will-be-closed/"))

    assert '"Nobody is closing anything," said Anna Brandt' in text
    assert "“Plans to close the harbour are being drawn up”" in text
    assert '“"' not in text


def test_a_claim_with_one_side_is_a_working_note_and_not_public(db, client):
    claim = PositionFactory().claim

    assert client.get(claim.get_absolute_url()).status_code == 404


def test_a_claim_without_statements_is_public_once_its_verdict_is(release, client, db):
    verdict = release(VerdictFactory())

    response = client.get(verdict.claim.get_absolute_url())

    assert "Nobody, in what the desk has read." in text_of(response)


def test_a_statement_is_public_with_its_claim(claim):
    kept_back = StatementFactory()
    one_sided = PositionFactory().statement

    assert set(Statement.objects.public()) == {position.statement for position in claim.positions.all()}
    assert kept_back not in Statement.objects.public()
    assert one_sided not in Statement.objects.public()


def test_a_claim_that_is_contested_and_decided_is_listed_once(published):
    PositionFactory(claim=published.claim)

    assert list(Claim.objects.public()) == [published.claim]


def test_the_list_of_claims_shows_public_ones_with_their_outcome(published, client):
    contested = ClaimFactory(text="The bridge is safe.", shown=True)
    PositionFactory(claim=contested)
    PositionFactory(claim=contested, stance=Position.Stance.DENIES)
    PositionFactory(claim=ClaimFactory(text="The tower leans."))

    text = text_of(client.get("/claims/"))

    assert (
        "The bridge is safe. No verdict yet"
        " For 1 named source, 1 story in 1 paper Against 1 named source, 1 story in 1 paper" in text
    )
    assert "The harbour will be closed. False The verdict For 4 anonymous people, 1 story in 2 papers" in text
    assert "The tower leans." not in text


@pytest.mark.parametrize(("address", "most"), [("/claims/", 6), ("/claims/the-harbour-will-be-closed/", 8)])
def test_claim_pages_take_few_queries(address, most, published, client, django_assert_max_num_queries):
    client.get(address)

    with django_assert_max_num_queries(most):
        client.get(address)


def test_the_address_that_a_contested_claim_had_leads_readers_to_it(claim, editor, client):
    reword(claim, text="The old harbour will be closed.", editor=editor)

    response = client.get("/claims/the-harbour-will-be-closed/")

    assert (response.status_code, response.url) == (301, "/claims/the-old-harbour-will-be-closed/")


def test_an_address_that_a_working_note_had_tells_readers_nothing_of_its_words(editor, client):
    note = ClaimFactory(text="The dam is safe.", slug="the-dam-is-safe")
    reword(note, text="The dam broke in secret.", editor=editor)

    assert client.get("/claims/the-dam-is-safe/").status_code == 404
