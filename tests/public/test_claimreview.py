"""What harvesters read of a verdict page: each rule of the field, one by one."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from factcheck.articles.models import Article, Outlet
from factcheck.claims.models import Source
from factcheck.public.linked_data import as_json
from factcheck.verdicts.models import Rating
from tests.factories import PositionFactory, StatementFactory
from tests.public.reading import PAGE, text_of

DESK = "http://localhost:8000"


class Scripts(HTMLParser):
    """The text of each script element, as a browser would cut it."""

    def __init__(self):
        super().__init__()
        self.found, self.is_inside = [], False

    def handle_starttag(self, tag, attrs):
        self.is_inside = tag == "script"
        if self.is_inside:
            self.found.append("")

    def handle_endtag(self, tag):
        self.is_inside = False

    def handle_data(self, data):
        if self.is_inside:
            self.found[-1] += data


def scripts_of(client):
    parser = Scripts()
    parser.feed(client.get(PAGE).content.decode())
    return [json.loads(script) for script in parser.found]


def markup_of(client):
    return scripts_of(client)[0]


def at(data, path):
    for step in path.split("."):
        data = data[int(step) if step.isdecimal() else step]
    return data


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("description", "The Reprint left out what Anna Brandt said against the claim."),
        ("@context", "https://schema.org"),
        ("@type", "ClaimReview"),
        ("claimReviewed", "The harbour will be closed."),
        ("url", f"{DESK}{PAGE}"),
        ("identifier", "the-harbour-will-be-closed"),
        ("headline", "The harbour master denies it under her name."),
        ("text", "The plans are somebody’s plans. See the minutes."),
        ("inLanguage", "en"),
        ("keywords", "Anna Brandt"),
        ("reviewRating.@type", "Rating"),
        ("reviewRating.alternateName", "False"),
        ("reviewRating.ratingValue", 1),
        ("reviewRating.worstRating", 1),
        ("reviewRating.bestRating", 5),
        ("reviewRating.ratingExplanation", "The harbour master denies it under her name."),
        ("author.@type", "NewsMediaOrganization"),
        ("author.name", "Fact-check desk"),
        ("author.url", f"{DESK}/"),
        ("author.publishingPrinciples", f"{DESK}/methodology/"),
        ("author.correctionsPolicy", f"{DESK}/about/complaints/"),
        ("author.verificationFactCheckingPolicy", f"{DESK}/methodology/"),
        ("itemReviewed.@type", "Claim"),
        ("itemReviewed.author.@type", "Organization"),
        ("itemReviewed.author.name", "four people with knowledge of the talks"),
        ("itemReviewed.datePublished", "2019-02-14"),
        ("itemReviewed.firstAppearance.url", "https://original.example/harbour%2C1.html"),
        ("itemReviewed.appearance.0.url", "https://reprint.example/harbour"),
        ("isBasedOn.0.@type", "Article"),
        ("isBasedOn.0.publisher.name", "The Original"),
        ("isBasedOn.1.name", "Minutes of the council"),
        ("isBasedOn.1.url", "https://city.example/minutes"),
        ("isBasedOn.1.archivedAt", "https://archive.example/minutes"),
    ],
)
def test_the_markup_of_a_verdict(path, value, published, client):
    assert at(markup_of(client), path) == value


def test_the_page_and_the_desk_stand_in_a_second_script(published, client):
    _, page = scripts_of(client)

    assert (page["@context"], page["@type"]) == ("https://schema.org", "WebPage")
    assert page["publisher"]["@type"] == "NewsMediaOrganization"
    assert page["breadcrumb"]["@type"] == "BreadcrumbList"
    assert [step["item"] for step in page["breadcrumb"]["itemListElement"]] == [f"{DESK}/", f"{DESK}{PAGE}"]


def test_dates_are_those_of_the_first_and_of_the_latest_publication(corrected, client):
    markup = markup_of(client)

    latest, first = corrected.revisions.all()
    assert markup["datePublished"] == first.published_at.isoformat()
    assert markup["dateModified"] == latest.published_at.isoformat()


def test_a_correction_is_told_and_an_update_is_not_one(corrected, release, client):
    release(corrected, kind="updated", note="A new date.", conclusion="She denies it again.")

    comments = markup_of(client)["correction"]

    assert [(comment["@type"], comment["text"]) for comment in comments] == [
        ("CorrectionComment", "The harbour master spoke by telephone, not in writing.")
    ]


@pytest.mark.parametrize("slug", ["unproven", "disputed"])
def test_a_rating_outside_the_scale_has_no_numbers(slug, draft, release, client):
    release(draft, rating=Rating.objects.get(slug=slug))

    rating = markup_of(client)["reviewRating"]

    assert set(rating) == {"@type", "alternateName", "ratingExplanation"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            Source.Kind.PERSON,
            {"@type": "Person", "name": "Jo Roe", "jobTitle": "minister", "sameAs": "https://people.example/jo"},
        ),
        (
            Source.Kind.ORGANISATION,
            {"@type": "Organization", "name": "Jo Roe", "sameAs": "https://people.example/jo"},
        ),
        (
            Source.Kind.ANONYMOUS,
            {"@type": "Person", "name": "Jo Roe", "jobTitle": "minister", "sameAs": "https://people.example/jo"},
        ),
        (Source.Kind.DOCUMENT, {"@type": "Organization", "name": "Jo Roe", "sameAs": "https://people.example/jo"}),
        (None, {"@type": "Organization", "name": "The Original"}),
    ],
)
def test_the_claim_s_author_is_whom_the_page_names(kind, expected, draft, release, client):
    statement = draft.claim.positions.first().statement
    if kind:
        fields = {"kind": kind, "people": 1, "name": "Jo Roe", "role": "minister"}
        Source.objects.filter(pk=statement.source_id).update(**fields, same_as="https://people.example/jo")
    else:
        statement.source, statement.manner = None, "own_words"
        statement.save()
    release(draft)

    assert markup_of(client)["itemReviewed"]["author"] == expected


def test_a_paper_called_as_the_desk_is_no_author_that_would_check_itself(draft, release, without_checks, client):
    statement = draft.claim.positions.first().statement
    statement.source, statement.manner = None, "own_words"
    statement.save()
    Outlet.objects.filter(pk=statement.article.outlet_id).update(name="Fact-Check Desk")
    release(draft)

    assert "author" not in markup_of(client)["itemReviewed"]


def test_numbers_stay_on_their_scale_whatever_steps_it_lost(published, client):
    Rating.objects.exclude(pk=published.current.rating_id).update(number=None)

    numbers = markup_of(client)["reviewRating"]

    assert numbers["worstRating"] <= numbers["ratingValue"] <= numbers["bestRating"]


def test_addresses_of_evidence_hold_no_comma_at_which_harvesters_would_split_them(draft, release, client):
    address = {"url": "https://city.example/minutes,2.html", "archive_url": "https://archive.example/minutes,2"}
    draft.evidence.filter(statement=None).update(**address)
    release(draft)

    basis = markup_of(client)["isBasedOn"][1]

    assert basis["url"] == "https://city.example/minutes%2C2.html"
    assert basis["archivedAt"] == "https://archive.example/minutes%2C2"


def test_where_the_claim_stands_is_told_once_and_never_the_desk_s_own_page(draft, release, client):
    again = StatementFactory(article=draft.claim.positions.first().statement.article, exact="Plans")
    own = StatementFactory()
    Article.objects.filter(pk=own.article_id).update(url=f"{DESK}/claims/x/")
    PositionFactory(claim=draft.claim, statement=own)
    PositionFactory(claim=draft.claim, statement=again)
    release(draft)

    claim = markup_of(client)["itemReviewed"]

    assert [work["url"] for work in claim["appearance"]] == ["https://reprint.example/harbour"]
    assert urlsplit(claim["firstAppearance"]["url"]).netloc == "original.example"


def test_a_claim_that_nobody_made_yet_has_no_author(draft, release, client):
    draft.claim.positions.first().delete()
    release(draft)

    assert markup_of(client)["itemReviewed"] == {"@type": "Claim"}


def test_what_nothing_is_known_of_is_left_out(draft, release, without_checks, client):
    Article.objects.update(url="", published_on=None)
    draft.evidence.all().delete()
    release(draft, reasoning="")

    markup = markup_of(client)

    assert not {"text", "isBasedOn", "correction", "creativeWorkStatus"} & set(markup)
    assert set(markup["itemReviewed"]) == {"@type", "author"}


def test_every_word_of_the_markup_also_stands_on_the_page(published, client):
    markup, text = markup_of(client), text_of(client.get(PAGE))

    for told in (markup["claimReviewed"], markup["headline"], markup["reviewRating"]["alternateName"]):
        assert told in text
    assert markup["itemReviewed"]["author"]["name"] in text


def test_the_rating_stands_in_plain_headings_outside_what_extractors_drop(published, client):
    page = client.get(PAGE).content.decode()

    assert re.search(r"<h2[^>]*>(?:(?!</h2>).)*False", page, re.DOTALL)
    assert 'class="rating' not in page
    assert "<aside" not in page
    assert "<ins" not in page
    assert "<del" not in page


def test_the_claim_review_stands_on_one_page_only(published, client):
    for address in ("/", "/claims/", "/claims/the-harbour-will-be-closed/", f"{PAGE}revisions/1/", "/corrections/"):
        assert "ClaimReview" not in client.get(address).content.decode()


def test_a_page_with_a_verdict_is_open_to_robots(published, client):
    assert 'name="robots"' not in client.get(PAGE).content.decode()


def test_a_demonstration_s_markup_says_that_it_is_one(published, client, settings):
    settings.IS_DEMONSTRATION = True

    assert markup_of(client)["creativeWorkStatus"] == "Demonstration"


@pytest.mark.parametrize("attack", ["</script><script>alert(1)</script>", "<!--", "a & b", "\u2028"])
def test_nothing_in_the_data_can_end_its_script(attack):
    text = as_json({"name": attack})

    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"name": attack}
