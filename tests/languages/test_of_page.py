"""In which language a page is answered, and that both halves of the catalogues are what the code says."""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from factcheck.languages.catalogues import languages_of
from factcheck.languages.of_page import path_in
from factcheck.people.change_account import choose_language
from factcheck.public.templatetags.parts import written_in
from tests.factories import UserFactory

SPANISH = {"Accept-Language": "es"}


@pytest.fixture
def editor(client):
    person = UserFactory(editor=True)
    client.force_login(person)
    return person


@pytest.mark.django_db
def test_a_readers_page_speaks_the_language_of_its_address_whatever_the_browser_prefers(client):
    plain, spanish = client.get("/about/", headers=SPANISH), client.get("/es/about/")

    assert '<html lang="en" dir="ltr">' in plain.text
    assert '<html lang="es" dir="ltr">' in spanish.text
    assert (plain["Content-Language"], spanish["Content-Language"]) == ("en", "es")
    assert "Accept-Language" not in plain["Vary"] + spanish["Vary"]
    assert client.get("/about/").text == plain.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/about/", "/es/about/"])
def test_each_page_names_its_twins_for_search_engines_and_links_to_the_one_in_the_other_language(client, path):
    html = " ".join(client.get(path).text.split())

    for language, address in (("en", "/about/"), ("es", "/es/about/"), ("x-default", "/about/")):
        assert f'rel="alternate" hreflang="{language}" href="{settings.SITE_URL}{address}"' in html
    assert f'<link rel="canonical" href="{settings.SITE_URL}{path}">' in html


@pytest.mark.django_db
def test_data_has_one_address_whatever_language_a_page_that_leads_there_has(client):
    with override("es"):
        assert reverse("data:claimreview") == "/claimreview.json"
        assert reverse("public:claims") == "/es/claims/"

    assert client.get("/es/claimreview.json").status_code == 404


@pytest.mark.django_db
def test_the_desk_speaks_the_language_that_the_account_chose_else_the_one_that_the_browser_prefers(client, editor):
    assert '<html lang="es"' in client.get("/desk/", headers=SPANISH).text
    assert '<html lang="en"' in client.get("/desk/").text

    answer = client.post("/language/", {"language": "es"}, headers={"Referer": "http://testserver/desk/claims/"})
    client.cookies.pop(settings.LANGUAGE_COOKIE_NAME)

    assert answer.url == "/desk/claims/"
    assert '<html lang="es"' in client.get("/desk/").text
    choose_language(editor, language="en")
    assert '<html lang="en"' in client.get("/desk/", headers=SPANISH).text


@pytest.mark.django_db
def test_a_visitor_chooses_the_language_of_the_page_to_sign_in_for_their_browser(client):
    assert '<html lang="en"' in client.get("/login/").text

    client.post("/language/", {"language": "es"})

    assert '<html lang="es"' in client.get("/login/").text
    assert '<html lang="en"' in client.get("/about/").text


@pytest.mark.django_db
def test_a_language_that_the_site_does_not_speak_is_refused(client):
    assert client.post("/language/", {"language": "tlh"}).status_code == 400


@pytest.mark.parametrize(
    ("path", "language", "twin"),
    [
        ("/", "es", "/es/"),
        ("/es/", "en", "/"),
        ("/es/claims/a/", "es", "/es/claims/a/"),
        ("/estate/", "es", "/es/estate/"),
    ],
)
def test_the_twin_of_a_path_has_another_prefix_or_none(path, language, twin):
    assert path_in(language, path) == twin


def test_a_language_is_there_once_a_catalogue_of_it_lies_there(tmp_path):
    for half, language in (("readers", "pt_BR"), ("desk", "es")):
        folder = tmp_path / half / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "django.mo").touch()

    found = languages_of([tmp_path / "readers", tmp_path / "desk"])

    assert found == [("en", "English"), ("es", "Español"), ("pt-br", "Português Brasileiro")]


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("The harbour will be closed on Monday, the mayor said.", ""),
        ("El puerto cerrará el lunes, dijo la alcaldesa de la ciudad.", ' lang="es" dir="ltr"'),
        ("سيغلق الميناء يوم الاثنين، قالت رئيسة البلدية", ' lang="ar" dir="rtl"'),
        ("Ana Ruiz", ""),
    ],
)
def test_what_people_wrote_says_its_language_where_that_is_not_the_page_s(text, attributes):
    assert written_in(text) == attributes


@pytest.mark.django_db
def test_a_site_may_speak_another_language_at_addresses_without_a_prefix(client, settings):
    settings.LANGUAGE_CODE = "es"

    plain, english = client.get("/about/").text, client.get("/en/about/").text

    assert '<html lang="es"' in plain
    assert '<html lang="en"' in english
    assert 'hreflang="x-default" href="http://localhost:8000/about/"' in " ".join(english.split())
