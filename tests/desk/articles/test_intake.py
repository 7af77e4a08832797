import pytest
from django.urls import reverse

from factcheck.articles.editing import received_lines
from factcheck.articles.formats.incoming import Incoming
from factcheck.articles.intake.batches import import_article
from factcheck.articles.models import Article
from tests.articles.test_editing import RECEIVED
from tests.desk.reading import as_read
from tests.factories import OutletFactory


@pytest.fixture
def page(editor):
    article = import_article(Incoming(received=RECEIVED, outlet="The Echo"), actor=editor).article
    return reverse("desk:intake", args=[article.pk])


def test_the_page_shows_what_was_left_out_and_why(page, desk):
    html = as_read(desk.get(page).content.decode())

    assert "a link to another article" in html
    assert html[: html.index("<h2>Reading text")].count(" checked>") == 2


def test_ticking_a_line_takes_it_in(page, desk):
    article = Article.objects.get()

    desk.post(page, {"kept": [line.start for line in received_lines(article)]})

    assert "What the harbour did next" in Article.objects.get().text


def test_unticking_everything_is_refused_with_the_reason(page, desk):
    response = desk.post(page, {}, follow=True)

    assert "At least one line has to be the article" in response.content.decode()


def test_a_headline_that_is_empty_is_refused_and_stays_as_it_was(page, desk):
    outlet = Article.objects.get().outlet.name

    response = desk.post(page, {"record": "1", "headline": "", "outlet": outlet, "language": "en"})

    assert response.status_code == 422
    assert Article.objects.get().headline == "The Bridge Is Closed"


def test_a_day_given_by_a_person_is_kept(page, desk):
    outlet = Article.objects.get().outlet.name

    record = {"headline": "The Bridge", "outlet": outlet, "published_on": "2026-03-01", "language": "en"}

    desk.post(page, {"record": "1", **record})

    assert str(Article.objects.get().published_on) == "2026-03-01"


def test_the_language_that_was_found_is_shown_and_a_person_can_choose_another(page, desk):
    article = Article.objects.get()
    record = {"headline": "The Bridge", "outlet": article.outlet.name, "language": "es"}

    before = desk.get(page).content.decode()
    desk.post(page, {"record": "1", **record})

    assert '<option value="en" selected>English</option>' in before
    assert Article.objects.get().language == "es"
    assert "Spanish" in desk.get(article.get_absolute_url()).content.decode()


def test_a_language_that_nobody_has_heard_of_is_refused(page, desk):
    outlet = Article.objects.get().outlet.name

    response = desk.post(page, {"record": "1", "headline": "The Bridge", "outlet": outlet, "language": "no such"})

    assert response.status_code == 422
    assert Article.objects.get().language == "en"


def test_a_paper_that_the_desk_does_not_know_is_named_where_the_record_is_corrected(page, desk):
    record = {"headline": "The Bridge", "outlet": "  The Harbour   Echo ", "language": "en"}

    desk.post(page, {"record": "1", **record})

    assert Article.objects.get().outlet.name == "The Harbour Echo"


def test_a_paper_that_is_written_in_other_letters_is_the_one_the_desk_has(page, desk):
    paper = OutletFactory(name="The Harbour Echo")

    desk.post(page, {"record": "1", "headline": "The Bridge", "outlet": "the harbour echo", "language": "en"})

    assert Article.objects.get().outlet == paper
