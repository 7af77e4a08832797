"""A blind second opinion: another editor rates the claim by its statements and evidence, without seeing the verdict.

It is asked for or not; once it is, the verdict waits for it, and a rating that differs has to be answered in a sentence
before anything is published. The opinion stays with the desk and in the ledger.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.ledger.people import name_of
from factcheck.verdicts.assignments import people_of_the_desk
from factcheck.verdicts.models import NotAllowed, Rating, SecondOpinion, Verdict

MAY_REVIEW = "verdicts.review_verdict"


def may_ask(verdict: Verdict, person: User) -> bool:
    """Whether this person is its author or a reviewer, and nobody can have read the verdict in public."""
    is_open = not verdict.is_public and (verdict.is_draft or verdict.is_in_review)
    return is_open and (verdict.author_id == person.pk or person.has_perm(MAY_REVIEW))


def who_can_be_asked(verdict: Verdict, *, by: User) -> QuerySet[User]:
    """People of the desk who have not worked on the verdict, nor rated it."""
    saw = Entry.objects.on(verdict).filter(actor__isnull=False).order_by().values("actor")
    said = verdict.comments.order_by().values("author")
    rated = verdict.opinions.order_by().values("asked_of")
    involved = [by.pk, verdict.author_id, verdict.last_editor_id]
    others = people_of_the_desk().exclude(pk__in=involved)
    return others.exclude(pk__in=saw).exclude(pk__in=said).exclude(pk__in=rated)


@transaction.atomic
def ask_opinion(verdict: Verdict, *, editor: User, of: User) -> SecondOpinion:
    """Ask somebody to rate the claim blind; from then on they see nothing of the verdict until they have.

    Raises NotAllowed if it is public or scheduled, for anybody but its author and reviewers, for a second question
    while one is open, and for somebody who has worked on the verdict.
    """
    verdict = Verdict.objects.held(verdict.pk)
    if verdict.is_public:
        raise NotAllowed(_("Readers have seen this verdict, so nobody can rate it blind any more."))
    if not may_ask(verdict, editor):
        raise NotAllowed(_("Its author or a reviewer asks for a second opinion, while it is a draft or in review."))
    if waiting := verdict.opinions.awaited().select_related("asked_of").first():
        raise NotAllowed(
            _("%(asked_of)s is asked already. Wait for the answer, or take that question back.")
            % {"asked_of": name_of(waiting.asked_of)}
        )
    if not who_can_be_asked(verdict, by=editor).filter(pk=of.pk).exists():
        raise NotAllowed(
            _("%(of)s has worked on this verdict, or does not work on the desk. Ask somebody else.")
            % {"of": name_of(of)}
        )
    opinion = SecondOpinion.objects.create(verdict=verdict, asked_of=of, asked_by=editor)
    record("opinion.asked", actor=editor, on=verdict, opinion=opinion.pk, asked_of=of.pk)
    return opinion


@transaction.atomic
def give_opinion(opinion: SecondOpinion, *, rater: User, rating: Rating, sentence: str) -> SecondOpinion:
    """Answer with a rating and a sentence. Raises NotAllowed for anybody but who is asked, or if it is answered."""
    verdict, opinion = _locked(opinion)
    if opinion.is_answered or opinion.asked_of_id != rater.pk:
        raise NotAllowed(_("This question is answered, or was asked of somebody else."))
    opinion.rating, opinion.sentence, opinion.answered_at = rating, " ".join(sentence.split()), timezone.now()
    opinion.full_clean()
    opinion.save()
    told = {"opinion": opinion.pk, "rating": rating.slug, "sentence": opinion.sentence}
    record("opinion.given", actor=rater, on=verdict, **told)
    return opinion


@transaction.atomic
def settle_opinion(opinion: SecondOpinion, *, editor: User, sentence: str) -> SecondOpinion:
    """Say why the verdict keeps its rating, though the second opinion is another.

    Raises NotAllowed for anybody but the author and reviewers, and where there is nothing to settle.
    """
    verdict, opinion = _locked(opinion)
    if verdict.author_id != editor.pk and not editor.has_perm(MAY_REVIEW):
        raise NotAllowed(_("The author or a reviewer says why the verdict keeps its rating."))
    if not opinion.is_answered or opinion.agrees:
        raise NotAllowed(_("Both rate it the same by now, or the answer is still awaited."))
    opinion.settlement, opinion.settled_by, opinion.settled_rating = sentence.strip(), editor, verdict.rating
    opinion.full_clean()
    opinion.save()
    record("opinion.settled", actor=editor, on=verdict, opinion=opinion.pk, settlement=opinion.settlement)
    return opinion


@transaction.atomic
def drop_opinion(opinion: SecondOpinion, *, editor: User) -> None:
    """Take a question back, or decline it. Raises NotAllowed if it is answered, or is not theirs to drop."""
    verdict, opinion = _locked(opinion)
    is_theirs = editor.pk in (opinion.asked_by_id, opinion.asked_of_id, verdict.author_id)
    if not is_theirs and not editor.has_perm(MAY_REVIEW):
        raise NotAllowed(_("Who asked, who is asked, the author or a reviewer takes a question back."))
    if opinion.is_answered:
        raise NotAllowed(_("It is answered, and an answer stays."))
    record("opinion.dropped", actor=editor, on=verdict, opinion=opinion.pk, asked_of=opinion.asked_of_id)
    opinion.delete()


def must_be_settled(verdict: Verdict) -> None:
    """Raises NotAllowed while a second opinion is awaited, or differs from the verdict and nobody has said why."""
    if waiting := verdict.opinions.awaited().select_related("asked_of").first():
        raise NotAllowed(
            _("%(asked_of)s is asked for a second opinion. Wait for it, or take the question back.")
            % {"asked_of": name_of(waiting.asked_of)}
        )
    if other := verdict.opinions.unsettled().with_people().first():
        raise NotAllowed(
            _(
                "%(asked_of)s rated it “%(rating)s” without seeing the verdict. Say in a sentence why it "
                "stands, or change the rating."
            )
            % {"asked_of": name_of(other.asked_of), "rating": other.rating}
        )


def _locked(opinion: SecondOpinion) -> tuple[Verdict, SecondOpinion]:
    """The opinion as it is now, and its verdict, locked. Raises NotAllowed if the question was taken back."""
    verdict = Verdict.objects.held(opinion.verdict_id)
    found = verdict.opinions.filter(pk=opinion.pk).first()
    if found is None:
        raise NotAllowed(_("This question was taken back."))
    found.verdict = verdict
    return verdict, found
