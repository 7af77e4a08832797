"""What a page says of its article, where it says more than one thing, or the wrong one."""

from datetime import date

import pytest

from factcheck.articles.formats.page import read_page
from factcheck.articles.intake.batches import import_article
from factcheck.articles.reading.findings import What
from tests.articles.formats.reading_files import json_ld

BODY = (
    "<p>The ferry to Skerry Island was taken out of service on Friday after water was found in its engine.</p>"
    "<p>A smaller boat will carry passengers from Monday, but no cars, until the yard has mended it.</p>"
)


def page(head="", body="", **options):
    html = f"<!doctype html><html><head>{head}</head><body><article>{body}{BODY}</article></body></html>"
    return read_page(html.encode(), **options)


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


def told(found, what):
    return [finding.value for finding in found.told if finding.what == what]


class TestTheHeadline:
    def test_is_the_one_that_readers_see_and_the_other_is_told(self):
        found = page(json_ld(headline="Skerry ferry scandal deepens"), "<h1>Water stops the Skerry ferry</h1>")

        assert (found.headline, told(found, What.OTHER_HEADLINE)) == (
            "Water stops the Skerry ferry",
            ["Skerry ferry scandal deepens"],
        )
        assert found.because["headline"] == "it is the heading that the page's readers see"

    @pytest.mark.parametrize("heading", ["The Skerry Post", "News", "Win a trip to Orkney"])
    def test_is_no_heading_that_names_site_or_section_or_stands_outside(self, heading):
        body = f"</article><h1>{heading}</h1><article>"
        head = json_ld(headline="Water stops the Skerry ferry") + meta("og:site_name", "The Skerry Post")

        assert page(head, body).headline == "Water stops the Skerry ferry"

    @pytest.mark.parametrize(
        "title",
        [
            "Water stops the ferry | Island news",
            "Water stops the ferry - The Skerry Post",
            "Water stops the ferry » Transport | The Skerry Post",
            "Water stops the ferry – 4 June 2031",
        ],
    )
    def test_ends_before_site_section_and_day(self, title):
        found = page(meta("og:title", title) + meta("og:site_name", "The Skerry Post"))

        assert found.headline == "Water stops the ferry"

    def test_keeps_what_stands_behind_a_dash_and_is_its_own(self):
        assert page(meta("og:title", "Ferry out – and no help in sight")).headline == "Ferry out – and no help in sight"

    def test_is_without_the_kicker_that_the_page_leaves_out_elsewhere(self):
        heading = "<h1><span class='c-kicker'>Transport</span> Water stops the ferry</h1>"

        assert page(json_ld(headline="Water stops the ferry"), heading).headline == "Water stops the ferry"

    def test_is_without_a_kicker_that_only_its_place_tells(self):
        heading = "<h1><em>Transport</em> Water stops the ferry</h1>"

        assert page(json_ld(headline="Water stops the ferry"), heading).headline == "Water stops the ferry"

    @pytest.mark.parametrize(
        "path",
        [
            "<nav><ul><li><h1>Ferry: water in the engine</h1></li></ul></nav>",
            "<ol class='page-breadcrumbs'><li><h1>Ferry: water in the engine</h1></li></ol>",
            "<div><a href='/'>Home</a><a href='/isles'>Isles</a><h1>Ferry: water in the engine</h1></div>",
        ],
    )
    def test_is_no_heading_at_the_end_of_the_path_through_the_site(self, path):
        head = json_ld(headline="Ferry: water in the engine") + meta("og:title", "Water stops the ferry")

        found = page(head, f"{path}<h2><span>Transport</span> Water stops the ferry</h2>")

        assert (found.headline, told(found, What.OTHER_HEADLINE)) == (
            "Water stops the ferry",
            ["Ferry: water in the engine"],
        )

    def test_keeps_its_first_half_where_only_one_place_leaves_it_out(self):
        head = meta("og:title", "Water stops the ferry") + meta("twitter:title", "Skerry Island: Water stops the ferry")

        assert page(head, "<h1>Skerry Island: Water stops the ferry</h1>").headline.startswith("Skerry Island")

    def test_beside_the_one_for_machines_and_readers_is_told_when_only_a_meta_tag_has_it(self):
        head = json_ld(headline="Water stops the ferry") + meta("og:title", "You won't believe what stopped this ferry")

        found = page(head, "<h1>Water stops the ferry</h1>")

        assert told(found, What.OTHER_HEADLINE) == ["You won't believe what stopped this ferry"]

    def test_has_no_hyphens_that_only_break_lines(self):
        assert page("", "<h1>Water stops the Skerry fer\xadry</h1>").headline == "Water stops the Skerry ferry"


class TestSeveralDescriptions:
    def test_the_one_at_the_page_s_own_address_counts(self):
        other = json_ld(headline="Herring up", url="https://post.example/herring", datePublished="2030-01-01")
        own = json_ld(
            headline="Ferry out", mainEntityOfPage={"@id": "http://www.post.example/ferry/"}, datePublished="2031-06-04"
        )

        found = page(f'{other}{own}<link rel="canonical" href="https://post.example/ferry">')

        assert (found.headline, found.published_on) == ("Ferry out", date(2031, 6, 4))

    def test_the_first_counts_where_none_says_where_it_stands(self):
        assert page(json_ld(headline="Ferry out") + json_ld(headline="Herring up")).headline == "Ferry out"


class TestTheByline:
    @pytest.mark.parametrize(
        "author",
        [
            {"@type": "Person", "givenName": "Rhona", "familyName": "Blake"},
            [{"@type": "Person", "name": "Rhona Blake"}, {"@type": "Organization", "name": "The Skerry Post"}],
            "Von Rhona Blake, r.blake@post.example",
        ],
    )
    def test_is_the_people_alone(self, author):
        found = page(json_ld(author=author, publisher={"name": "The Skerry Post"}))

        assert found.byline == "Rhona Blake"

    @pytest.mark.parametrize(
        "said",
        ["r.blake@post.example", "The Skerry Post", "post.example", "https://post.example/by/1", "National Desk"],
    )
    def test_of_mail_site_address_or_desk_gives_way_to_the_name_in_the_page(self, said):
        head = meta("author", said) + meta("og:site_name", "The Skerry Post")

        found = page(head, "<p class='info'>By Rhona Blake</p>", address="https://post.example/ferry")

        assert found.byline == "Rhona Blake"

    @pytest.mark.parametrize(
        "byline",
        [
            "<p itemprop='author'><a href='/by/rb'><span itemprop='name'>Rhona Blake</span></a></p>",
            "<p class='author'><style>.by{color:#ba0600}</style>Rhona Blake Published: 4 Jun 2031</p>",
            "<p>By <b>Rhona Blake</b><span>Jun 4, 2031</span><span>6:46 PM</span></p>",
        ],
    )
    def test_is_without_what_the_page_puts_around_it(self, byline):
        assert page("", byline).byline == "Rhona Blake"

    @pytest.mark.parametrize(
        "other",
        [
            "<a href='/herring'><b>Herring up</b><span>By Ian Moss</span></a>",
            "<div><a href='/herring'>By Fishing Less, Herring Grows</a></div>",
            "<figure><p>By Ian Moss</p></figure>",
        ],
    )
    def test_is_none_of_another_article_or_a_picture(self, other):
        assert page("", other).byline == ""

    def test_is_the_desk_where_nobody_is_named(self):
        assert page(meta("author", "National Desk")).byline == "National Desk"

    def test_of_a_box_beside_the_article_is_none(self):
        assert page("", "<aside><p>Herring up</p><p>By Ian Moss</p></aside>").byline == ""

    def test_and_the_agency_are_two_things(self):
        found = page(json_ld(author="Rhona Blake und Ian Moss, dpa"))

        assert (found.byline, found.agency) == ("Rhona Blake and Ian Moss", "DPA")


class TestTheDay:
    def test_of_a_change_is_told_and_is_no_day_of_publication(self):
        found = page(meta("article:modified_time", "2031-06-09T08:00:00Z"))

        assert (found.published_on, told(found, What.UPDATED)) == (None, ["2031-06-09"])

    def test_of_publication_and_of_a_change_are_two(self):
        found = page(json_ld(datePublished="2031-06-04", dateModified="2031-06-09T08:00:00Z"))

        assert (found.published_on, told(found, What.UPDATED)) == (date(2031, 6, 4), ["2031-06-09"])

    def test_is_that_of_the_paper_s_own_zone(self):
        published = meta("article:published_time", "2031-06-03T23:30:00-07:00")

        assert page(json_ld(datePublished="2031-06-04T06:30:00Z") + published).published_on == date(2031, 6, 3)

    def test_of_another_moment_changes_nothing(self):
        published = meta("article:published_time", "2031-06-03T22:30:00-07:00")

        assert page(json_ld(datePublished="2031-06-04T06:30:00Z") + published).published_on == date(2031, 6, 4)

    @pytest.mark.parametrize(("other", "day"), [("23/01/2030", date(2031, 6, 4)), ("01/23/2030", date(2031, 4, 6))])
    def test_in_figures_is_read_as_the_page_s_other_dates_are(self, other, day):
        found = page(meta("date", "04/06/2031"), f"<p>The ferry was last mended on {other}, the company said.</p>")

        assert found.published_on == day


class TestAPaywall:
    @pytest.mark.parametrize("said", [False, "False", "false"])
    def test_is_told_because_the_text_may_be_cut_short(self, said):
        [finding] = page(json_ld(isAccessibleForFree=said)).told

        assert (finding.what, "may be cut short" in finding.because) == (What.PAYWALL, True)

    def test_around_a_part_is_told_too(self):
        assert told(page(json_ld(hasPart={"isAccessibleForFree": False})), What.PAYWALL) == [""]

    def test_is_not_told_of_a_page_that_is_free(self):
        assert page(json_ld(isAccessibleForFree=True)).told == ()

    @pytest.mark.django_db
    def test_is_told_with_the_article(self):
        stored = import_article(page(meta("article:content_tier", "locked")), actor=None).article

        assert "paywall" in {finding["what"] for finding in stored.findings}
