import pytest
from django.urls import reverse
from lxml import html

from factcheck.claims.models import Position, Source, Statement
from tests.desk.reading import as_read
from tests.desk.test_undo import undo
from tests.factories import ArticleFactory, PositionFactory, StatementFactory, UserFactory, VerdictFactory
from tests.verdicts.ticking import publish_ticked

TEXT = "The bridge is safe, she said. Later she said again that the bridge is safe. Nobody was hurt."


@pytest.fixture
def statement(db):
    return StatementFactory(article=ArticleFactory(text=TEXT), source__name="Klimof", exact="the bridge is safe")


def address(name, row):
    return reverse(f"desk:{name}", args=[row.pk])


def as_shown(desk, statement):
    """The fields of the form as it is opened."""
    forms = html.fromstring(desk.get(address("correct_statement", statement)).content).forms
    return dict(next(form for form in forms if "exact" in form.inputs).form_values())


def test_another_editor_corrects_who_speaks_and_undoes_it(desk, statement):
    typed = as_shown(desk, statement) | {"source": "Klimov", "role": "lawmaker"}

    response = desk.post(address("correct_statement", statement), typed, follow=True)

    corrected = Statement.objects.get()
    assert (corrected.source.name, corrected.role, corrected.exact) == ("Klimov", "lawmaker", "the bridge is safe")
    undo(desk, response)
    assert Statement.objects.get().source.name == "Klimof"
    assert not Source.objects.filter(name="Klimov").exists()


def test_words_that_stand_twice_are_those_nearest_to_the_ones_before(desk, statement):
    typed = as_shown(desk, statement) | {"exact": "bridge is safe"}

    desk.post(address("correct_statement", statement), typed)

    assert Statement.objects.get().start == TEXT.rindex("bridge is safe")


def test_words_that_the_article_does_not_have_are_given_back_with_the_reason(desk, statement):
    typed = as_shown(desk, statement) | {"exact": "the bridge is not safe", "role": "mayor"}

    response = desk.post(address("correct_statement", statement), typed)

    assert response.status_code == 422
    page = as_read(response.content.decode())
    assert "do not stand in this article" in page
    assert "the bridge is not safe" in page
    assert 'value="mayor"' in page


def test_two_who_correct_different_things_both_have_them(desk, statement, as_user):
    other = as_user(UserFactory(editor=True))
    opened, opened_later = as_shown(desk, statement), as_shown(other, statement)

    desk.post(address("correct_statement", statement), opened | {"role": "mayor"})
    other.post(address("correct_statement", statement), opened_later | {"manner": "direct"})

    corrected = Statement.objects.get()
    assert (corrected.role, corrected.manner) == ("mayor", "direct")


def test_a_statement_is_withdrawn_with_a_reason_and_comes_back(desk, statement):
    position = PositionFactory(statement=statement)
    page = as_read(desk.get(address("withdraw_statement", statement)).content.decode())
    assert position.claim.text in page

    assert desk.post(address("withdraw_statement", statement), {"reason": ""}).status_code == 422
    response = desk.post(address("withdraw_statement", statement), {"reason": "Marked twice."}, follow=True)

    assert not Statement.objects.exists()
    undo(desk, response)
    assert Statement.objects.get().positions.get().claim == position.claim


def test_a_position_is_taken_back_from_the_statement_s_page(desk):
    position = PositionFactory()

    response = desk.post(address("take_back_position", position), follow=True)

    assert not Position.objects.exists()
    undo(desk, response)
    assert Position.objects.exists()


def test_what_it_means_for_verdicts_is_said_before_it_is_done(desk, reviewer):
    in_review, public = PositionFactory(), PositionFactory()
    VerdictFactory(claim=in_review.claim, in_review=True)
    publish_ticked(VerdictFactory(claim=public.claim, in_review=True), reviewer=reviewer)

    reopened = as_read(desk.get(address("withdraw_statement", in_review.statement)).content.decode())
    held = as_read(desk.get(address("withdraw_statement", public.statement)).content.decode())

    assert "Back to draft" in reopened
    assert "is public and rests on this statement" in held
    assert "Withdraw the statement</button>" not in held


def test_what_a_public_verdict_rests_on_is_refused_in_words(desk, reviewer):
    position = PositionFactory()
    publish_ticked(VerdictFactory(claim=position.claim, in_review=True), reviewer=reviewer)

    response = desk.post(address("take_back_position", position), follow=True)

    assert "is public and rests on this position" in response.content.decode()
    assert Position.objects.exists()
