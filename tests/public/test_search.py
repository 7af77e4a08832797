"""What readers find, and what they must not."""

import pytest
from django.core.cache import cache

from factcheck.verdicts.retract_verdict import retract_urgently
from tests.factories import ArticleFactory, ClaimFactory, SourceFactory, StatementFactory, TopicFactory, VerdictFactory

URL = "/search/"


@pytest.fixture(autouse=True)
def forgotten_words():
    """No test knows the words of another's pages."""
    cache.delete("words-of-public-pages")


def read(client, **where):
    return client.get(URL, where).content.decode()


def test_readers_find_published_verdicts_claims_and_sources(corrected, client):
    page = read(client, q="harbour")

    assert 'id="found-verdicts"' in page
    assert 'id="found-claims"' in page
    assert "<mark>harbour</mark>" in page
    assert "Anna <mark>Brandt</mark>" in read(client, q="brandt")


def test_readers_find_stories_and_see_how_a_claim_was_rated(corrected, client):
    page = read(client, q="harbour")

    assert 'id="found-stories"' in page
    claims = client.get(URL, {"q": "harbour"}).context["results"].groups[1]
    assert claims.hits[0].rating == "False"


def test_an_excerpt_for_readers_shows_words_and_no_marks(published, client):
    (verdicts, *_) = client.get(URL, {"q": "plans"}).context["results"].groups

    told = "".join(piece.text for piece in verdicts.hits[0].excerpt)
    assert "The plans are somebody’s plans. See the minutes." in told


def test_readers_narrow_verdicts_by_rating(corrected, client):
    results = client.get(URL, {"q": "harbour", "kind": "verdicts"}).context["results"]

    ratings = results.narrowings[0]
    assert [choice.count for choice in ratings.choices] == [1]
    assert client.get(f"{URL}?{ratings.choices[0].query}").context["results"].count == 1


@pytest.mark.parametrize("kind", ["", "verdicts", "claims", "sources", "articles", "statements"])
def test_readers_find_nothing_of_what_the_desk_has_not_published(kind, client, db):
    article = ArticleFactory(headline="Okapi", text="The okapi spoke.")
    StatementFactory(article=article, exact="okapi", source=SourceFactory(name="Okapi keeper"))
    VerdictFactory(claim=ClaimFactory(text="An okapi spoke."), conclusion="The okapi did.", in_review=True)

    page = read(client, q="okapi", kind=kind)

    assert "<mark>" not in page
    assert "Nothing fits." in page
    assert "Is it a claim that should be checked?" in page


def test_words_of_a_published_verdict_s_new_draft_are_not_found(published, client):
    type(published).objects.filter(pk=published.pk).update(conclusion="An okapi did it.")

    assert "Nothing fits." in read(client, q="okapi")


def test_a_retracted_verdict_is_not_found(published, reviewer, client):
    retract_urgently(published, reviewer=reviewer, note="The document was forged.")

    assert 'id="found-verdicts"' not in read(client, q="harbour")


def test_a_search_asks_the_database_few_times(corrected, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(URL, {"q": "harbour"})
    with django_assert_max_num_queries(9):  # three kinds of choices are of rows that one has several of
        client.get(URL, {"q": "harbour", "kind": "verdicts"})


def test_results_are_kept_out_of_other_search_engines(corrected, client):
    assert '<meta name="robots" content="noindex">' in read(client, q="harbour")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("habour", "harbour"),
        ("harbuor closed", "harbour closed"),
        ("Brandtt", "brandt"),
        ("harbor brant", "harbour brandt"),
    ],
)
def test_a_misspelt_search_that_finds_nothing_is_told_what_may_be_meant(typed, meant, published, client):
    response = client.get(URL, {"q": typed})

    assert response.context["meant"].words == meant
    assert f">{meant}</a>?" in response.content.decode()
    assert client.get(f"{URL}?{response.context['meant'].query}").context["results"].groups


@pytest.mark.parametrize("typed", ["harbour", "xqzwvk", "habour xqzwvk", "har", '"habour master"', "okapy", ""])
def test_nothing_is_suggested_where_something_is_found_or_nothing_would_be(typed, published, client):
    VerdictFactory(claim=ClaimFactory(text="An okapi spoke."), conclusion="The okapi did.", in_review=True)

    assert client.get(URL, {"q": typed}).context["meant"] is None


def test_a_suggestion_looks_among_everything(published, client):
    meant = client.get(URL, {"q": "habour", "kind": "verdicts", "rating": "false"}).context["meant"]

    assert meant.query == "q=harbour"


@pytest.mark.parametrize(
    ("kind", "facet", "label"),
    [
        ("verdicts", "topic", "Piers"),
        ("verdicts", "source", "Anna Brandt"),
        ("verdicts", "outlet", "The Original"),
        ("claims", "topic", "Piers"),
        ("claims", "source", "Anna Brandt"),
        ("claims", "outlet", "The Original"),
        ("stories", "outlet", "The Reprint"),
        ("sources", "sort", "Person"),
    ],
)
def test_readers_narrow_what_they_found_by_links_with_counts(kind, facet, label, published, client):
    TopicFactory(name="Piers", claims=[published.claim])
    typed = "brandt" if kind == "sources" else "harbour"

    narrowings = client.get(URL, {"q": typed, "kind": kind}).context["results"].narrowings

    choices = next(narrowing.choices for narrowing in narrowings if narrowing.facet.name == facet)
    chosen = next(choice for choice in choices if choice.label == label)
    assert chosen.count == 1
    assert client.get(f"{URL}?{chosen.query}").context["results"].count == 1
    assert client.get(f"{URL}?q={typed}&kind={kind}&{facet}=99999").context["results"].count == 0


def test_every_kind_can_be_shown_newest_first(published, client):
    for kind in ("verdicts", "claims", "stories", "sources"):
        assert client.get(f"/search/?q=harbour&kind={kind}&order=newest").status_code == 200
