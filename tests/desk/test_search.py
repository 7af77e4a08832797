"""Searching the desk, narrowing what was found, and keeping searches."""

from datetime import date

import pytest

from factcheck.search.models import SavedSearch
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    OutletFactory,
    PositionFactory,
    SavedSearchFactory,
    SourceFactory,
    StatementFactory,
    StoryFactory,
    UserFactory,
    VerdictFactory,
)

URL = "/desk/search/"


@pytest.fixture
def held(db):
    """One row of each kind that speaks of an okapi, and articles of two outlets and years."""
    OutletFactory(name="The Okapi Post")
    article = ArticleFactory(
        story=StoryFactory(title="The okapi is back"),
        headline="The okapi is back",
        outlet=OutletFactory(name="The Bugle"),
        published_on=date(2019, 2, 15),
    )
    ArticleFactory(text="An okapi, again.", outlet=OutletFactory(name="The Echo"), published_on=date(2017, 7, 20))
    ArticleFactory(text="Nothing of it.", published_on=None)
    StatementFactory(article=article, exact="the bridge is safe", source=SourceFactory(name="Okapi keeper"))
    VerdictFactory(claim=ClaimFactory(text="The okapi is back."))


def read(response):
    return response.content.decode()


def test_every_kind_of_row_is_found_with_its_words_marked(held, desk):
    page = read(desk.get(URL, {"q": "OKAPI"}))

    for kind in ("articles", "stories", "papers", "statements", "sources", "claims", "verdicts"):
        assert f'id="found-{kind}"' in page
    assert "The <mark>okapi</mark> is back" in page
    assert "<mark>Okapi</mark> keeper" in page


def test_everything_that_was_found_is_counted_by_its_kind(held, desk):
    tabs = desk.get(URL, {"q": "okapi"}).context["results"].counted_tabs

    assert {tab.label: tab.count for tab in tabs} == {
        "everything": "",
        "articles": "2",
        "stories": "1",
        "papers": "1",
        "statements": "1",
        "sources": "1",
        "claims": "1",
        "verdicts": "1",
    }


def test_a_story_is_found_with_its_papers_and_a_paper_leads_to_its_articles(held, desk):
    stories, papers = desk.get(URL, {"q": "okapi"}).context["results"].groups[1:3]

    assert stories.hits[0].facts == "one version · The Bugle"
    assert desk.get(papers.hits[0].url).status_code == 200


def test_an_excerpt_of_a_reasoning_shows_its_words_without_marks_and_a_verdict_its_rating(desk):
    VerdictFactory(reasoning="An *okapi* [slept](https://zoo.example/) here. [[statement:7]]")

    (group,) = desk.get(URL, {"q": "okapi"}).context["results"].groups

    told = "".join(piece.text for piece in group.hits[0].excerpt)
    assert told == "Inspectors closed the bridge the same week. An okapi slept here."
    assert group.hits[0].rating == "False"


def test_words_of_a_text_cannot_become_markup(desk):
    ArticleFactory(headline="<script>alert(1)</script> okapi", text="<b>okapi</b>")

    page = read(desk.get(URL, {"q": "okapi"}))

    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>okapi</mark>" in page
    assert "<b>okapi" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=okapi&kind=articles", 2),
        ("q=okapi&kind=articles&year=2017", 1),
        ("q=okapi&kind=articles&year=none", 0),
        ("kind=articles&year=none", 1),
        ("kind=articles", 4),
        ("q=okapi&kind=statements&year=2019", 1),
        ("q=okapi&kind=claims&state=draft&rating=false", 1),
        ("q=okapi&kind=claims&state=published", 0),
        ("q=okapi&kind=verdicts&state=draft", 1),
        ("q=okapi&kind=sources&sort=person", 1),
        ("q=okapi&kind=articles&outlet=x", 0),
        ("q=okapi&kind=articles&year=0000", 0),
        ("q=okapi&kind=articles&year=%00", 2),
        ("q=okapi&kind=articles&year_from=2016&year_to=2018", 1),
        ("q=okapi&kind=articles&year_from=2017", 2),
        ("q=okapi&kind=claims&source=none", 1),
        ("q=okapi&kind=claims&source=x", 0),
        ("q=okapi&kind=statements&source=%00x", 0),
        ("q=okapi%00&kind=articles", 2),
    ],
)
def test_what_was_found_can_be_narrowed_by_the_address(query, found, held, desk):
    results = desk.get(f"{URL}?{query}").context["results"]

    assert (len(results.hits), results.count) == (found, found)


def test_each_choice_says_how_many_rows_it_leaves_and_links_to_them(held, desk):
    results = desk.get(URL, {"q": "okapi", "kind": "articles"}).context["results"]

    outlets, years = results.narrowings
    assert [(choice.label, choice.count) for choice in outlets.choices] == [("The Bugle", 1), ("The Echo", 1)]
    assert [choice.label for choice in years.choices] == ["2017", "2019"]
    narrowed = desk.get(f"{URL}?{years.choices[0].query}").context["results"]
    assert (narrowed.count, narrowed.narrowings[1].chosen) == (1, "2017")
    assert desk.get(f"{URL}?{narrowed.narrowings[1].query}").context["results"].count == 2


@pytest.mark.parametrize("order", ["", "newest"])
def test_more_results_than_one_page_holds_are_paged(order, desk):
    made = [ArticleFactory(text=f"okapi {n}") for n in range(45)]
    asked = {"q": "okapi", "kind": "articles", "order": order}

    first = desk.get(URL, asked).context["results"]
    second = desk.get(URL, {**asked, "after": first.page.after}).context["results"]

    assert list(second.page) == [row.pk for row in reversed(made)][20:40]


@pytest.mark.parametrize("kind", ["", "articles"])
def test_the_most_relevant_stands_first_and_the_newest_on_demand(kind, desk):
    headline = ArticleFactory(headline="The okapi is back", published_on=date(2010, 1, 1))
    newer = ArticleFactory(text="It rained. An okapi slept.", published_on=date(2020, 1, 1))
    asked = {"q": "okapi", "kind": kind}

    ranked = desk.get(URL, asked).context["results"]
    newest = desk.get(f"{URL}?{ranked.other_order}").context["results"]

    def shown(results):
        return [hit.url for hit in (results.hits or results.groups[0].hits)]

    assert shown(ranked) == [headline.get_absolute_url(), newer.get_absolute_url()]
    assert shown(newest) == [newer.get_absolute_url(), headline.get_absolute_url()]
    assert desk.get(f"{URL}?{newest.other_order}").context["results"].is_ranked
    assert all("order=newest" in tab.query for tab in newest.tabs)


def test_every_form_of_a_word_is_found_and_a_quoted_one_as_it_stands(desk):
    ArticleFactory(text="He denied it.")
    ArticleFactory(text="She denies it.")

    assert len(desk.get(URL, {"q": "deny", "kind": "articles"}).context["results"].hits) == 2
    assert len(desk.get(URL, {"q": '"denied"', "kind": "articles"}).context["results"].hits) == 1


def test_claims_are_narrowed_by_who_speaks_of_them(desk):
    brandt, torres = SourceFactory(name="Anna Brandt"), SourceFactory(name="Ana Torres")
    claims = [ClaimFactory(text=f"The okapi sleeps at {place}.") for place in ("home", "sea")]
    for claim, source in [(claims[0], brandt), (claims[0], torres), (claims[1], torres)]:
        PositionFactory(claim=claim, statement__source=source)
    PositionFactory(claim=claims[1], statement__source=torres)

    results = desk.get(URL, {"q": "okapi", "kind": "claims"}).context["results"]

    sources = results.narrowings[-1]
    assert [(choice.label, choice.count) for choice in sources.choices] == [("Ana Torres", 2), ("Anna Brandt", 1)]
    narrowed = desk.get(f"{URL}?{sources.choices[1].query}").context["results"]
    assert list(narrowed.page) == [claims[0].pk]
    assert narrowed.narrowings[-1].chosen == "Anna Brandt"
    assert len(narrowed.narrowings[-1].choices) == 0


def test_years_can_be_asked_for_from_and_to_and_all_other_choices_stay(held, desk):
    page = read(desk.get(URL, {"q": "okapi", "kind": "articles"}))
    form = page[page.index('<form method="get" class="years">') :]
    form = form[: form.index("</form>")]

    assert '<input type="hidden" name="q" value="okapi">' in form
    assert '<input type="hidden" name="kind" value="articles">' in form
    narrowed = desk.get(URL, {"q": "okapi", "kind": "articles", "year_from": "2016", "year_to": "2018"})
    assert "<b>2016 to 2018</b>" in read(narrowed)
    assert desk.get(f"{URL}?{narrowed.context['results'].narrowings[1].query}").context["results"].count == 2


@pytest.fixture
def typing(desk):
    """What comes of a search while its words are being typed."""
    return lambda **where: desk.get(URL, where, headers={"HX-Request": "true"})


def test_while_words_are_typed_the_last_one_is_a_beginning_and_the_address_says_so(held, typing, desk):
    response = typing(q="the oka", kind="articles")

    part = read(response)
    assert response.context["results"].count == 1
    assert "<html" not in part
    assert part.count('id="results"') == 1
    assert '<p id="told" class="visually-hidden" role="status" hx-swap-oob="true">Articles: 1.</p>' in part
    assert response["HX-Replace-Url"] == f"{URL}?q=the+oka%2A&kind=articles"
    assert desk.get(response["HX-Replace-Url"]).context["results"].count == 1


@pytest.mark.parametrize(
    ("typed", "looked_for"), [("okapi ", "okapi"), ('"okapi"', '"okapi"'), ("ok", "ok"), ("", ""), ("okap*", "okap*")]
)
def test_a_word_that_is_finished_or_hardly_begun_stays_as_it_is(typed, looked_for, held, typing):
    assert typing(q=typed).context["results"].words.typed == looked_for


def test_signs_without_a_word_are_explained_while_they_are_typed(typing):
    response = typing(q="***")

    assert response.status_code == 422
    assert "holds no letter and no digit" in read(response)


def test_where_nothing_is_found_words_that_begin_so_are_one_click_away(held, desk):
    results = desk.get(URL, {"q": "oka"}).context["results"]

    assert not results.groups
    assert desk.get(f"{URL}?{results.begun}").context["results"].groups


def test_nothing_found_and_nothing_typed_are_told_apart(held, desk):
    assert "Nothing fits." in read(desk.get(URL, {"q": "zebra"}))
    assert "Nothing fits." in read(desk.get(URL, {"q": "zebra", "kind": "articles"}))
    assert "Nothing fits." not in read(desk.get(URL))


def test_signs_without_a_word_are_answered_with_a_sentence_and_stay_typed(desk):
    response = desk.get(URL, {"q": "***"})

    assert response.status_code == 422
    assert "holds no letter and no digit. Type a word." in read(response)
    assert 'value="***"' in read(response)


@pytest.mark.parametrize("address", ["/desk/articles/", "/desk/claims/"])
def test_a_list_is_searched_by_the_same_words(address, held, desk):
    assert "kapi" in read(desk.get(address, {"q": '"okapi is"'}))
    assert "Show all" in read(desk.get(address, {"q": "zebra"}))
    assert desk.get(address, {"q": "***"}).status_code == 422


def test_a_search_asks_the_database_few_times(held, desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        desk.get(URL, {"q": "okapi"})
    for kind in ("statements", "claims"):
        with django_assert_max_num_queries(8):
            desk.get(URL, {"q": "okapi", "kind": kind})


def test_a_search_is_kept_under_a_name_without_its_page(desk, editor):
    asked = desk.get(f"{URL}?q=okapi&kind=articles&after=2019-01-01_3").context["results"].query

    desk.post(f"{URL}saved/", {"name": "Okapis", "query": asked, "is_shared": "on"})

    kept = SavedSearch.objects.get()
    assert (kept.owner, kept.name, kept.query, kept.is_shared) == (editor, "Okapis", "q=okapi&kind=articles", True)
    assert kept.get_absolute_url() == f"{URL}?q=okapi&kind=articles"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ({"name": " ", "query": "q=okapi"}, "Give the search a name."),
        ({"name": "Taken", "query": "q=okapi"}, "You have a saved search of this name already."),
        ({"name": "Free", "query": ""}, "Look for something first"),
        ({"name": "x" * 81, "query": "q=okapi"}, "at most 80 characters"),
    ],
)
def test_a_search_that_cannot_be_kept_says_why(typed, answer, desk, editor):
    SavedSearchFactory(owner=editor, name="Taken")

    assert answer in read(desk.post(f"{URL}saved/", typed, follow=True))
    assert SavedSearch.objects.count() == 1


def test_a_kept_search_is_renamed_shared_and_removed_by_its_owner(desk, editor):
    kept = SavedSearchFactory(owner=editor)

    desk.post(f"{URL}saved/{kept.pk}/", {"name": "Renamed", "is_shared": "on"})

    kept.refresh_from_db()
    assert (kept.name, kept.is_shared, kept.query) == ("Renamed", True, "q=bridge")
    desk.post(f"{URL}saved/{kept.pk}/remove/")
    assert not SavedSearch.objects.exists()


def test_what_others_keep_is_seen_if_they_share_it_and_never_changed(desk):
    shared, private = SavedSearchFactory(name="For all", is_shared=True), SavedSearchFactory(name="Mine alone")

    page = read(desk.get(URL))

    assert "For all" in page
    assert "Mine alone" not in page
    for kept in (shared, private):
        assert desk.post(f"{URL}saved/{kept.pk}/", {"name": "Taken over"}).status_code == 404
        assert desk.post(f"{URL}saved/{kept.pk}/remove/").status_code == 404


def test_a_person_who_leaves_takes_their_searches_along(db):
    owner = UserFactory()
    SavedSearchFactory(owner=owner)

    owner.delete()

    assert not SavedSearch.objects.exists()
