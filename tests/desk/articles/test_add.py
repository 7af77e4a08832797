"""Adding articles by the one way in: looked at first, stored together, told what was found, completed and undone."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.articles.models import Article, ImportBatch, Outlet, Page
from tests.articles.harbour import REPRINT, WHOLE
from tests.articles.intake.test_fetched_pages import PAGE
from tests.desk.reading import as_read
from tests.factories import ArticleFactory, StatementFactory, UserFactory

ADD = "/desk/articles/add/"
STORY = (
    "Bridge shut\n\nBy Ana Ruiz | March 3, 2018\n\n"
    "The bridge over the Corvane is shut until spring, the mayor said on Friday after two inspectors saw the cracks. "
    "Traffic is led over the old ferry road, which takes an hour more, and the bus company runs half of its lines.\n\n"
    "“Nobody has told us anything of cracks,” said Ada Bell, who speaks for the company that built the bridge. "
    "“There are none.” The council meets on Monday to hear what a new bridge would cost, and who would pay for it."
)
SHORT = "The bridge is shut."

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(as_user, editor, media):
    return as_user(editor)


def file(name, text):
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def post(desk, files=(), words="", **given):
    return desk.post(ADD, {"files": list(files), "words": words, **given}, follow=True)


def store(desk, response):
    return desk.post(response.redirect_chain[-1][0], {"import": "1"}, follow=True)


def test_files_are_looked_at_together_before_anything_is_stored(desk):
    html = as_read(post(desk, [file("a.txt", WHOLE), file("b.txt", REPRINT)]).content.decode())

    assert "Nothing is stored yet." in html
    assert "1 joined a story, 1 created" in html
    assert "Store 2 articles" in html
    assert "a version of “Minister&#x27;s Aides" in html
    assert not Article.objects.exists()


def test_what_is_stored_is_told_by_story_with_a_way_to_compare(desk):
    response = store(desk, post(desk, [file("a.txt", WHOLE), file("b.txt", REPRINT)]))

    html = as_read(response.content.decode())
    original, reprint = Article.objects.order_by("pk")
    assert "Stored:</b> 2 created." in html
    assert f"/compare/?original={original.pk}&version={reprint.pk}" in html.replace("&amp;", "&")


def test_all_that_was_added_is_undone_at_once(desk):
    stored = store(desk, post(desk, [file("a.txt", WHOLE), file("b.txt", REPRINT)]))

    html = desk.post(stored.redirect_chain[-1][0], {"undo": "1"}, follow=True).content.decode()

    assert "Undone: what it brought is gone" in html
    assert not Article.objects.exists()


def test_what_a_statement_stands_on_is_not_undone_and_the_page_says_why(desk):
    stored = store(desk, post(desk, words=STORY))
    StatementFactory(article=Article.objects.get(), exact="The bridge")

    html = desk.post(stored.redirect_chain[-1][0], {"undo": "1"}, follow=True).content.decode()

    assert "It cannot be undone" in html
    assert Article.objects.exists()


def test_what_was_looked_at_is_discarded(desk):
    looked_at = post(desk, words=STORY)

    html = desk.post(looked_at.redirect_chain[-1][0], {"discard": "1"}, follow=True).content.decode()

    assert "Discarded: nothing was stored." in html
    assert not Article.objects.exists()


def test_a_pasted_text_is_read_for_what_it_says_of_itself(desk):
    store(desk, post(desk, words=STORY.replace("\n", "\r\n")))

    article = Article.objects.get()
    assert (article.received, article.headline, article.byline) == (STORY, "Bridge shut", "Ana Ruiz")


def test_what_is_given_counts_before_what_the_text_says(desk):
    given = {
        "outlet": "The Herald",
        "headline": "Shut",
        "published_on": "2018-03-04",
        "url": "https://herald.example/1",
    }

    store(desk, post(desk, words=STORY, **given))

    article = Article.objects.get()
    assert (article.url, article.outlet.name) == ("https://herald.example/1", "The Herald")
    assert (article.headline, str(article.published_on)) == ("Shut", "2018-03-04")


def test_paper_and_day_are_given_for_many_files_at_once(desk):
    given = {"outlet": "The Herald", "published_on": "2018-03-04"}

    store(desk, post(desk, [file("a.txt", STORY), file("a.txt", WHOLE)], **given))

    assert set(Article.objects.values_list("outlet__name", "published_on")) == {("The Herald", date(2018, 3, 4))}


def test_a_short_text_is_asked_about(desk):
    html = as_read(post(desk, words=SHORT).content.decode())

    assert f"is short: {len(SHORT)} characters. Store it all the same?" in html
    assert "all the same</button>" in html.replace(" </button>", "</button>")


def test_files_a_text_and_an_archive_come_in_at_once(desk):
    rows = json.dumps([{"text": STORY, "outlet": "The Herald"}])

    html = post(desk, [file("a.txt", WHOLE), file("rows.json", rows)], words=STORY).content.decode()

    assert {"2 files", "rows.json"} <= set(ImportBatch.objects.values_list("name", flat=True))
    for batch in ImportBatch.objects.all():
        assert reverse("desk:added", args=[batch.pk]) in html


def test_the_source_of_a_page_is_read_as_a_page(desk):
    html = f"<!doctype html><title>Bridge shut</title><article><h1>Bridge shut</h1><p>{STORY}</p></article>"

    store(desk, post(desk, words=html))

    assert "<p>" not in Article.objects.get().text


def test_addresses_are_fetched_one_a_line(desk, paper):
    paper.answers["/story"] = paper.answers["/other"] = PAGE

    post(desk, words=f"{paper.url('/story')}\n{paper.url('/other')}\n")

    assert Page.objects.filter(state="imported").count() == 2


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Give a file, a text or an address first."),
        ({"words": "Ring" + "\x07" * 9}, "Control characters stand all over it"),
        ({"words": STORY, "url": "ftp://paper.example/"}, "Enter a valid URL."),
        ({"words": STORY, "published_on": "2018-02-30"}, "Enter a valid date."),
        ({"words": "https://a.example/\n" * 21}, "Give at most 20 addresses at once."),
    ],
)
def test_an_error_is_told_and_nothing_typed_is_lost(desk, fields, sentence):
    response = desk.post(ADD, {"outlet": "The Herald & Sons", **fields}, follow=True)

    html = response.content.decode()
    assert sentence in html
    assert 'value="The Herald &amp; Sons"' in html or "\x07" in fields["words"]
    assert not Article.objects.exists()


def test_a_fixture_is_left_to_administrators(desk, as_user, administrator):
    fixture = json.dumps([{"model": "articles.outlet", "fields": {"name": "The Lantern"}}])

    refused = post(desk, [file("rows.json", fixture)])
    allowed = post(as_user(administrator), [file("rows.json", fixture)])

    assert "Ask an administrator to import it." in refused.content.decode()
    assert "Nothing is stored yet." in allowed.content.decode()
    assert not Outlet.objects.exists()


def test_a_file_beyond_the_bound_is_refused_in_words(desk, settings):
    settings.IMPORT_MAX_BYTES = 100

    assert "is the most here" in post(desk, [file("a.txt", STORY)]).content.decode()


def test_what_somebody_else_added_is_theirs_to_decide(desk, as_user):
    address = post(desk, words=STORY).redirect_chain[-1][0]
    another = as_user(UserFactory(editor=True))

    assert another.get(address).status_code == 200
    assert another.post(address, {"import": "1"}).status_code == 403
    assert not Article.objects.exists()


def test_a_batch_at_work_tells_how_far_it_is_and_asks_again(desk, editor):
    batch = ImportBatch.objects.create(name="many.jsonl", status="importing", created_by=editor, size=10)

    html = as_read(desk.get(reverse("desk:added", args=[batch.pk])).content.decode())
    part = desk.get(reverse("desk:added", args=[batch.pk]), headers={"HX-Request": "true"}).content.decode()

    assert 'hx-trigger="every 1s"' in html
    assert "Look again" in html
    assert part.strip().startswith("<div")


@pytest.mark.parametrize("name", ["fetch", "new_article"])
def test_the_former_addresses_lead_to_the_one_way_in(desk, name):
    response = desk.get(reverse(f"desk:{name}"), {"url": "https://paper.example/a?b=1&c=2"}, follow=True)

    assert response.redirect_chain[0][0].startswith(ADD)
    assert 'value="https://paper.example/a?b=1&amp;c=2"' in response.content.decode()


@pytest.mark.parametrize("name", ["home", "articles"])
def test_the_way_in_stands_on(name, desk):
    assert ADD in desk.get(reverse(f"desk:{name}")).content.decode()


def typed(article, back="", **fields):
    """What a page sends of the fields that it shows at one article."""
    return {"article": article.pk, "back": back} | {f"{article.pk}-{name}": value for name, value in fields.items()}


class TestCompleting:
    @pytest.fixture
    def article(self):
        unknown = Outlet.objects.create(name=Outlet.UNKNOWN)
        return ArticleFactory(outlet=unknown, published_on=None, received="It shut 3 hours ago. © 2025 Corvane Press")

    def test_day_and_paper_are_asked_where_the_article_was_added_with_what_its_text_gives_away(self, desk, article):
        html = as_read(desk.get("/desk/").content.decode())

        assert "Paper not known: which?" in html
        assert "Undated: add a date" in html
        assert "In the text: © 2025, 3 hours ago" in html

    def test_a_new_paper_is_named_where_the_choice_is(self, desk, article):
        given = typed(article, outlet="Corvane  Press", published_on="2025-03-04", back="/desk/articles/")

        response = desk.post(reverse("desk:complete"), given, follow=True)

        article.refresh_from_db()
        assert (article.outlet.name, article.published_on) == ("Corvane Press", date(2025, 3, 4))
        assert "4 March 2025" in response.content.decode()
        assert response.redirect_chain == [("/desk/articles/", 302)]

    def test_what_is_typed_at_another_article_is_saved_along(self, desk, article):
        other = ArticleFactory(outlet=article.outlet, published_on=None)
        given = typed(article, outlet="Corvane Press") | typed(other, outlet="corvane press", published_on="2025-03-05")

        desk.post(reverse("desk:complete"), {**given, "article": [article.pk, other.pk]})

        article.refresh_from_db()
        other.refresh_from_db()
        assert article.outlet == other.outlet
        assert (article.published_on, other.published_on) == (None, date(2025, 3, 5))

    def test_a_day_that_does_not_exist_is_refused_in_words(self, desk, article):
        response = desk.post(reverse("desk:complete"), typed(article, published_on="2025-02-30"), follow=True)

        article.refresh_from_db()
        assert "Enter a valid date." in response.content.decode()
        assert article.published_on is None

    def test_saving_with_nothing_filled_in_says_what_to_do(self, desk, article):
        response = desk.post(reverse("desk:complete"), typed(article, published_on="", outlet=""), follow=True)

        assert "Give a day or a paper, then save." in response.content.decode()


def test_a_text_without_a_headline_is_not_given_one(desk):
    text = STORY.split("2018\n\n")[1]

    html = as_read(store(desk, post(desk, words=text)).content.decode())

    assert "no headline: its first words" in html


def test_an_agency_that_is_the_paper_is_said_once(desk):
    ArticleFactory(outlet__name="Corvane Press", agency="Corvane Press")

    assert desk.get("/desk/articles/").content.decode().count("Corvane Press") == 2  # the choice of papers, the row
