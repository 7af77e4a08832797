from __future__ import annotations

from factcheck.articles.models import Article
from factcheck.claims.models import Position
from tests.factories import ArticleFactory, ClaimFactory, PositionFactory, SourceFactory, StatementFactory
from tests.public.reading import text_of


def test_a_source_page_shows_the_role_and_each_statement_with_what_it_is_for_or_against(claim, client):
    text = text_of(client.get("/sources/anna-brandt/"))

    assert "Anna Brandt harbour master. Named person, on the record." in text
    assert "Nobody is closing anything" in text
    assert "Denies The harbour will be closed." in text


def test_a_source_page_sums_up_what_was_said_denied_and_left_out(claim, client):
    text = text_of(client.get("/sources/anna-brandt/"))

    assert "Said No claim on this site. Denied The harbour will be closed. Left out by The Reprint: 1" in text


def test_a_card_says_who_left_the_words_out_right_below_where_they_stand(claim, client):
    digest = ArticleFactory(story=claim.positions.first().statement.article.story, relation=Article.Relation.DERIVED)

    text = text_of(client.get("/sources/anna-brandt/"))

    assert f"The Original, 14 February 2019 Left out by The Reprint {digest.outlet} : does not carry it" in text


def test_words_that_are_marked_in_two_versions_stand_once_on_their_source_s_page(claim, story, client):
    source = claim.positions.first().statement.source
    reprint = story.articles.get(relation="copy")
    again = StatementFactory(article=reprint, source=source, exact="Plans to close the harbour are being drawn up")
    PositionFactory(claim=claim, statement=again)

    page = client.get("/sources/four-people/").content.decode()

    assert page.count("<blockquote") == 1
    assert page.count('<span class="tag supports">') == 1


def test_people_whom_a_paper_does_not_name_are_shown_as_their_number(claim, client):
    assert "4 people, not named, not on the record." in text_of(client.get("/sources/four-people/"))


def test_a_source_shows_only_what_is_public(claim, client):
    source = claim.positions.last().statement.source
    PositionFactory(statement=StatementFactory(source=source))

    assert "the bridge is safe" not in text_of(client.get("/sources/anna-brandt/"))


def test_a_source_that_the_desk_only_knows_of_has_no_page(db, client):
    source = PositionFactory(statement=StatementFactory(source=SourceFactory())).statement.source

    assert client.get(source.get_absolute_url()).status_code == 404


def test_a_source_page_takes_few_queries_for_any_number_of_claims(claim, client, django_assert_max_num_queries):
    source = claim.positions.last().statement.source
    for _ in range(3):
        position = PositionFactory(statement=StatementFactory(source=source), claim=ClaimFactory(shown=True))
        PositionFactory(claim=position.claim, stance=Position.Stance.DENIES)

    with django_assert_max_num_queries(7):  # one of them asks what changed since the page was kept
        page = client.get("/sources/anna-brandt/")

    assert page.context["page"].paginator.count == 4
