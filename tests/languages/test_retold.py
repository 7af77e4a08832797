"""Sentences that are kept in English and told in the language of the page."""

import pytest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import override

from factcheck.claims.models import Claim
from factcheck.languages.retold import retold
from factcheck.languages.sentences import noted
from factcheck.ledger.models import Entry
from factcheck.people.change_account import choose_language
from factcheck.verdicts.messages.mail_messages import compose
from tests.factories import MessageFactory, UserFactory


def told(sentence, language="es"):
    with override(language):
        return retold(sentence)


def test_a_sentence_is_kept_in_english_whatever_language_the_page_has():
    with override("es"):
        assert noted("%(length)s characters", length=12) == "12 characters"


@pytest.mark.parametrize(
    ("kept", "spanish"),
    [
        ("The file is empty.", "El archivo está vacío."),
        ("The connection to a.example failed: it broke off.", "La conexión con a.example falló: se cortó."),
        ("It holds no rows. Split it.", "No contiene filas. Hay que dividirlo."),
        ("due on 3 May 2026", "para el 3 de mayo de 2026"),
        ("“A” and “B” have no archive link.", "“A” y “B” no tienen enlace de archivo."),
        ("Verdict on “The file is empty.”", "Veredicto sobre “The file is empty.”"),
        ("a sentence of an older release", "a sentence of an older release"),
        ("", ""),
    ],
)
def test_it_is_told_in_spanish_with_what_it_holds(kept, spanish):
    assert told(kept) == spanish


def test_what_is_kept_stays_as_it_is_on_an_english_page():
    assert told("due on 3 May 2026", "en") == "due on 3 May 2026"


def test_a_link_in_a_message_stays_a_link():
    link = format_html('<a href="{}">x</a>', "/")

    assert told(link) is link


@pytest.mark.django_db
def test_a_mail_speaks_the_language_of_whoever_gets_it():
    reader = UserFactory(editor=True, email="a@desk.example")
    message = MessageFactory(recipient=reader, what=noted("sent this verdict back"))
    english = compose([message])
    choose_language(reader, language="es")

    spanish = compose([message])

    assert "sent this verdict back" in english.subject
    assert "devolvió este veredicto" in spanish.subject
    assert "Este correo llega por trabajar en la mesa" in spanish.body


@pytest.mark.django_db
def test_the_ledger_names_rows_in_english_though_a_spanish_page_wrote_it(client):
    editor = UserFactory(editor=True)
    choose_language(editor, language="es")
    client.force_login(editor)

    client.post(reverse("desk:claims"), {"text": "The bridge is closed."})
    client.post(reverse("desk:begin_verdict", args=[Claim.objects.get().slug]))

    assert Entry.objects.get(act="verdict.drafted").subject_name == "Verdict on “The bridge is closed.”"
