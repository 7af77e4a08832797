from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from factcheck.ledger.models import Entry
from factcheck.verdicts.comments import comment
from factcheck.verdicts.models import NotAllowed, Rating, SecondOpinion, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.schedule_verdict import schedule
from factcheck.verdicts.second_opinion import ask_opinion, drop_opinion, give_opinion, settle_opinion, who_can_be_asked
from tests.factories import SecondOpinionFactory, UserFactory, VerdictFactory


@pytest.fixture
def verdict(db):
    """In review, rated false."""
    return VerdictFactory(in_review=True)


@pytest.fixture
def asked(verdict, editor):
    return ask_opinion(verdict, editor=verdict.author, of=editor)


def rating(slug):
    return Rating.objects.get(slug=slug)


def answered(asked, slug):
    return give_opinion(asked, rater=asked.asked_of, rating=rating(slug), sentence="The log says otherwise.")


def test_a_question_hides_the_verdict_from_who_is_asked_until_they_answer(asked, verdict, editor, reviewer):
    before = [list(Verdict.objects.visible_to(person)) for person in (editor, reviewer)]

    answered(asked, "false")

    assert before == [[], [verdict]]
    assert list(Verdict.objects.visible_to(editor)) == [verdict]


def test_both_question_and_answer_stand_in_the_ledger(asked, verdict, editor):
    answered(asked, "half-true")

    given, question = Entry.objects.on(verdict)[:2]
    assert (question.act, question.details["asked_of"]) == ("opinion.asked", editor.pk)
    assert (given.act, given.actor, given.details["rating"]) == ("opinion.given", editor, "half-true")
    assert given.details["sentence"] == "The log says otherwise."


def test_nothing_is_published_while_a_second_opinion_is_awaited(asked, verdict, reviewer):
    with pytest.raises(NotAllowed, match="asked for a second opinion"):
        publish(verdict, reviewer=reviewer)


def test_a_rating_that_differs_has_to_be_settled_before_anything_is_published(asked, verdict, reviewer):
    opinion = answered(asked, "half-true")
    for act in (
        lambda: publish(verdict, reviewer=reviewer),
        lambda: schedule(verdict, reviewer=reviewer, at=timezone.now() + timedelta(hours=1)),
    ):
        with pytest.raises(NotAllowed, match="rated it “Half true” without seeing the verdict"):
            act()

    settle_opinion(opinion, editor=verdict.author, sentence="The log is of another day.")
    revision = publish(verdict, reviewer=reviewer)

    assert Verdict.objects.get().status == "published"
    assert revision.is_rated_twice is None


def test_a_settlement_holds_for_the_rating_that_it_was_written_for(asked, verdict, reviewer):
    settle_opinion(answered(asked, "half-true"), editor=reviewer, sentence="The log is of another day.")
    Verdict.objects.update(rating=rating("true"), status="draft")
    submit(verdict, editor=verdict.author)

    with pytest.raises(NotAllowed, match="rated it “Half true”"):
        publish(verdict, reviewer=reviewer)


def test_changing_the_rating_to_the_second_one_settles_it(asked, verdict, reviewer):
    answered(asked, "half-true")
    Verdict.objects.update(rating=rating("half-true"), status="draft")
    submit(verdict, editor=verdict.author)

    assert publish(verdict, reviewer=reviewer)


def test_readers_are_told_that_a_second_editor_rated_it_the_same_even_after_it_is_retracted(
    asked, verdict, reviewer, client
):
    answered(asked, "false")

    revision = publish(verdict, reviewer=reviewer)

    html = client.get(verdict.get_absolute_url()).content.decode()
    assert revision.is_rated_twice is True
    assert "Rated the same by another editor" in html
    assert asked.asked_of.first_name not in html
    assert retract_urgently(verdict, reviewer=reviewer, note="Forged.").is_rated_twice is True


def test_who_worked_on_a_verdict_or_spoke_of_it_is_not_asked(verdict, editor, reviewer):
    comment("Is it so?", on=verdict, author=editor)
    submit_anew = UserFactory(editor=True)
    Verdict.objects.update(status="draft")
    submit(verdict, editor=submit_anew)

    assert not who_can_be_asked(verdict, by=reviewer).filter(
        pk__in=[editor.pk, submit_anew.pk, verdict.author.pk, reviewer.pk]
    )
    with pytest.raises(NotAllowed, match="has worked on this verdict"):
        ask_opinion(verdict, editor=reviewer, of=editor)


def test_only_the_author_or_a_reviewer_asks(verdict, editor):
    with pytest.raises(NotAllowed, match="author or a reviewer asks"):
        ask_opinion(verdict, editor=editor, of=UserFactory(editor=True))


def test_one_person_is_asked_at_a_time(asked, verdict):
    with pytest.raises(NotAllowed, match="is asked already"):
        ask_opinion(verdict, editor=verdict.author, of=UserFactory(editor=True))


def test_what_readers_have_seen_is_not_rated_blind(verdict, reviewer, editor):
    publish(verdict, reviewer=reviewer)

    with pytest.raises(NotAllowed, match="nobody can rate it blind"):
        ask_opinion(verdict, editor=verdict.author, of=editor)


def test_nobody_answers_for_somebody_else_and_nobody_twice(asked, reviewer):
    with pytest.raises(NotAllowed, match="asked of somebody else"):
        give_opinion(asked, rater=reviewer, rating=rating("true"), sentence="So it is.")
    answered(asked, "true")

    with pytest.raises(NotAllowed, match="is answered"):
        answered(asked, "false")


def test_an_answer_says_why(asked, editor):
    with pytest.raises(ValidationError, match="say why in a sentence"):
        give_opinion(asked, rater=editor, rating=rating("true"), sentence=" ")


def test_a_question_is_taken_back_or_declined_and_an_answer_stays(asked, verdict, editor):
    drop_opinion(asked, editor=editor)
    again = ask_opinion(verdict, editor=verdict.author, of=UserFactory(editor=True))
    answered(again, "true")

    with pytest.raises(NotAllowed, match="an answer stays"):
        drop_opinion(again, editor=verdict.author)

    assert SecondOpinion.objects.count() == 1


def test_a_question_is_not_taken_back_by_just_anybody(asked):
    with pytest.raises(NotAllowed, match="takes a question back"):
        drop_opinion(asked, editor=UserFactory(editor=True))


def test_what_agrees_is_not_settled(asked, verdict):
    with pytest.raises(NotAllowed, match="rate it the same"):
        settle_opinion(answered(asked, "false"), editor=verdict.author, sentence="Why not.")


def test_a_question_of_one_verdict_is_not_answered_through_another(asked):
    other = SecondOpinion(pk=asked.pk, verdict=SecondOpinionFactory().verdict)

    with pytest.raises(NotAllowed, match="taken back"):
        drop_opinion(other, editor=asked.asked_by)
