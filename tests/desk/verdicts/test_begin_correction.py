"""A position taken after publication: the desk says that readers do not see it, and how it comes to be seen."""

import pytest
from django.urls import reverse

from factcheck.claims.take_position import take_position
from factcheck.verdicts.draft_verdict import begin_correction
from factcheck.verdicts.models import NotAllowed, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.review_verdict import submit
from tests.factories import ArticleFactory, PositionFactory, SecondOpinionFactory, StatementFactory, VerdictFactory

NEW = "new since publication"


@pytest.fixture
def public(reviewer):
    """A verdict that is published with one position."""
    verdict = VerdictFactory(in_review=True, claim=PositionFactory().claim)
    publish(verdict, reviewer=reviewer)
    return Verdict.objects.get(pk=verdict.pk)


@pytest.fixture
def added(public, editor):
    """A statement that got its position afterwards."""
    statement = StatementFactory(source__name="Ada Bell")
    take_position(statement, claim=public.claim, stance="denies", editor=editor)
    return statement


def claim_page(desk, verdict):
    return desk.get(reverse("desk:claim", args=[verdict.claim.slug])).content.decode()


def test_the_claim_s_page_tells_which_statements_readers_do_not_see_and_begins_a_correction(
    public, added, as_user, editor
):
    desk = as_user(editor)
    before = claim_page(desk, public)

    response = desk.post(reverse("desk:begin_correction", args=[public.slug]))

    assert before.count(NEW) == 1
    assert "Begin a correction" in before
    assert response.url == reverse("desk:verdict", args=[public.slug])
    verdict = Verdict.objects.get()
    assert (verdict.is_draft, verdict.last_editor, verdict.is_public) == (True, editor, True)
    assert "A correction is begun" not in claim_page(desk, public)
    assert claim_page(desk, public).count(NEW) == 1


def test_the_statement_s_page_says_that_the_public_verdict_rests_on_other_positions(public, added, as_user, editor):
    page = as_user(editor).get(reverse("desk:statement", args=[added.pk])).content.decode()

    assert NEW in page
    assert f'action="{reverse("desk:begin_correction", args=[public.slug])}"' in page


def test_nothing_is_said_of_what_the_public_page_shows(public, as_user, editor):
    shown = public.claim.positions.get().statement

    assert NEW not in as_user(editor).get(reverse("desk:statement", args=[shown.pk])).content.decode()
    assert NEW not in claim_page(as_user(editor), public)


def test_the_same_words_in_another_version_of_the_story_are_not_new(public, as_user, editor):
    shown = public.claim.positions.get().statement
    reprint = ArticleFactory(story=shown.article.story, text=shown.article.text, reprint=True)
    marked = StatementFactory(article=reprint, exact=shown.exact)
    take_position(marked, claim=public.claim, stance="supports", editor=editor)

    assert NEW not in as_user(editor).get(reverse("desk:statement", args=[marked.pk])).content.decode()
    assert NEW not in claim_page(as_user(editor), public)


def test_who_is_asked_to_rate_blindly_is_told_nothing_of_the_verdict(public, added, as_user, editor):
    SecondOpinionFactory(verdict=public, asked_of=editor)

    assert NEW not in as_user(editor).get(reverse("desk:statement", args=[added.pk])).content.decode()


def test_a_correction_that_was_begun_is_undone(public, as_user, editor):
    desk = as_user(editor)
    page = desk.post(reverse("desk:begin_correction", args=[public.slug]), follow=True)
    [told] = page.context["messages"]

    desk.post(reverse("desk:undo", args=[told.extra_tags]))

    assert Verdict.objects.get().status == Verdict.Status.PUBLISHED


def test_who_began_a_correction_does_not_approve_it(public, added, reviewer):
    begin_correction(public, editor=reviewer)
    submit(Verdict.objects.get(), editor=reviewer)

    with pytest.raises(NotAllowed):
        publish(Verdict.objects.get(), reviewer=reviewer, kind="updated", note="One more source.")


def test_only_what_is_published_is_corrected(db, editor):
    with pytest.raises(NotAllowed, match="Only what is published is corrected"):
        begin_correction(VerdictFactory(in_review=True), editor=editor)


def test_who_changes_a_public_text_reads_that_saving_does_not_publish(desk, public):
    address = reverse("desk:verdict", args=[public.slug])
    told = "until then readers see what was published last"

    assert told in " ".join(desk.get(address).content.decode().split())
    assert told not in desk.get(reverse("desk:verdict", args=[VerdictFactory().slug])).content.decode()


def test_words_of_a_paper_itself_name_it_once_among_the_evidence(desk):
    statement = StatementFactory(source=None, manner="own_words", article__outlet__name="Corvane Press")
    claim = PositionFactory(statement=statement).claim

    html = desk.post(reverse("desk:begin_verdict", args=[claim.slug]), follow=True).text

    assert "Corvane Press" in html
    assert "Corvane Press, Corvane Press" not in html
