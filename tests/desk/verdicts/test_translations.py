import pytest

from factcheck.verdicts.models import Translation
from factcheck.verdicts.translate_verdict import name_translation
from tests.factories import SecondOpinionFactory, VerdictFactory


@pytest.fixture
def verdict(db):
    return VerdictFactory()


@pytest.fixture
def other(db):
    return VerdictFactory(claim__text="El puente es seguro.")


def address(verdict):
    return f"/desk/verdicts/{verdict.slug}/languages/"


def post(client, verdict, **fields):
    return client.post(address(verdict), fields, follow=True)


def named():
    return {(row.verdict.slug, row.original.slug, row.language) for row in Translation.objects.all()}


def test_an_editor_names_the_same_in_another_language_and_undoes_it(verdict, other, editor, as_user):
    client = as_user(editor)

    page = post(client, other, other=f"http://testserver/es/verdicts/{verdict.slug}/", language="es")

    assert named() == {(other.slug, verdict.slug, "es"), (verdict.slug, verdict.slug, "en")}
    assert "Spanish" in client.get(f"/desk/verdicts/{verdict.slug}/").content.decode()
    undo = page.content.decode().partition('action="/desk/undo/')[2].partition('"')[0]
    client.post(f"/desk/undo/{undo}")
    assert not named()


def test_to_verdicts_that_stand_together_the_other_one_is_added(verdict, other, editor, as_user):
    name_translation(other, of=verdict, language="es", editor=editor)
    french = VerdictFactory()

    post(as_user(editor), verdict, other=french.slug, language="fr")

    assert (french.slug, verdict.slug, "fr") in named()


def test_what_cannot_be_is_said_at_the_form(verdict, other, editor, as_user):
    client = as_user(editor)

    assert "No verdict has this address" in post(client, verdict, other="/nothing/", language="en").content.decode()
    answer = client.post(address(verdict), {"other": other.slug, "language": "en"})
    assert answer.status_code == 422
    assert "in this language among them already" in answer.content.decode()


def test_whoever_rates_a_claim_blind_is_told_of_no_verdict_on_it(verdict, other, as_user):
    opinion = SecondOpinionFactory(verdict=other)
    name_translation(other, of=verdict, language="es", editor=verdict.author)
    client = as_user(opinion.asked_of)

    for page in (address(verdict), f"/desk/verdicts/{verdict.slug}/"):
        assert other.slug not in client.get(page).content.decode(), page


def test_a_verdict_is_taken_out(verdict, other, editor, as_user):
    name_translation(other, of=verdict, language="es", editor=editor)

    as_user(editor).post(f"{address(other)}leave/")

    assert not named()
