from django.urls import reverse

from factcheck.verdicts.models import Verdict
from tests.desk.verdicts.test_verdicts import typed
from tests.factories import VerdictFactory


def test_the_preview_shows_what_is_typed_and_saves_nothing(as_user, editor):
    verdict = VerdictFactory()
    fields = typed(verdict, reasoning="Typed *only*.")

    html = as_user(editor).post(reverse("desk:preview", args=[verdict.slug]), fields).content.decode()

    assert "Typed <em>only</em>." in html
    assert Verdict.objects.get().reasoning == verdict.reasoning


def test_a_draft_that_nobody_has_rated_has_a_preview(as_user, editor):
    verdict = VerdictFactory(rating=None)

    html = as_user(editor).get(reverse("desk:preview", args=[verdict.slug])).content.decode()

    assert "Not rated yet" in html
