"""The language of an article, as found when its text comes in."""

import pytest

from factcheck.articles.formats.incoming import Incoming
from factcheck.articles.intake.batches import import_article
from factcheck.articles.models import Outlet

SPANISH = "La alcaldesa dijo el lunes que el puente viejo sigue cerrado y que los vecinos deben esperar."
PAGE_SAYS = {"language": "the page's html element gives it"}


def taken(text=SPANISH, **given):
    return import_article(Incoming(received=text, **given), actor=None).article


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", SPANISH),
        ("de", "Die Bürgermeisterin sagte am Montag, die alte Brücke bleibe noch lange geschlossen."),
        ("he", "ראש העיר אמרה ביום שני כי הגשר הישן יישאר סגור."),
        ("ru", "Мэр сказал, что мост не безопасен."),
        ("pl", "Burmistrz powiedziała w poniedziałek, że stary most pozostanie zamknięty."),
        ("en", "The mayor said on Monday that the old bridge stays closed."),
    ],
)
def test_the_language_of_a_text_is_told_by_its_words(language, text):
    article = taken(text)

    assert article.language == language


@pytest.mark.django_db
def test_a_language_that_the_outlet_does_not_lead_to_expect_is_shown_with_its_reason():
    article = taken()

    [finding] = [found for found in article.findings if found["what"] == "language"]
    assert (finding["value"], finding["because"]) == ("es", "its words are of this language")


@pytest.mark.django_db
def test_the_language_one_expects_is_no_finding():
    Outlet.objects.create(name="El Eco", language="es")

    article = taken(outlet="El Eco")

    assert not [found for found in article.findings if found["what"] == "language"]


@pytest.mark.django_db
def test_what_a_person_gives_counts_more_than_the_words():
    assert taken(language="gl").language == "gl"


@pytest.mark.django_db
def test_the_words_count_more_than_what_a_page_says_of_itself():
    assert taken(language="en", because=PAGE_SAYS).language == "es"


@pytest.mark.django_db
def test_a_page_that_says_the_same_more_exactly_is_believed():
    assert taken(language="es-mx", because=PAGE_SAYS).language == "es-mx"


@pytest.mark.django_db
def test_where_the_words_tell_nothing_the_language_is_the_outlet_s():
    Outlet.objects.create(name="El Eco", language="es")

    assert taken("12 345", outlet="El Eco").language == "es"


@pytest.mark.django_db
def test_the_same_page_again_changes_nothing_where_its_words_counted_more():
    first = import_article(Incoming(received=SPANISH, language="en", because=PAGE_SAYS), actor=None)

    again = import_article(Incoming(received=SPANISH, language="en", because=PAGE_SAYS), actor=None)

    assert (first.outcome, again.outcome) == ("created", "unchanged")
    assert again.article.language == "es"
