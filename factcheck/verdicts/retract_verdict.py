"""Withdrawing what is public: one person proposes it and another decides, or one alone where it is urgent.

The page of a retracted verdict stays, says why, and keeps every earlier state.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.ledger.people import REVIEWER_UNNAMED, byline_of, name_of
from factcheck.verdicts.models import NotAllowed, RetractionProposal, Revision, Verdict
from factcheck.verdicts.publish_verdict import release


@transaction.atomic
def propose_retraction(verdict: Verdict, *, editor: User, note: str) -> RetractionProposal:
    """Ask for a second person who agrees that a verdict has to go; nothing that readers see changes.

    Raises NotAllowed if nothing of it stands in public, or it is proposed already; ValidationError without a note.
    """
    verdict = _locked_and_standing(verdict)
    if standing := proposal_on(verdict):
        raise NotAllowed(
            _("%(proposed_by)s proposed it already. Another reviewer decides.")
            % {"proposed_by": name_of(standing.proposed_by)}
        )
    proposal = RetractionProposal(verdict=verdict, note=note.strip(), proposed_by=editor)
    proposal.full_clean()
    proposal.save()
    record("retraction.proposed", actor=editor, on=verdict, proposal=proposal.pk, note=proposal.note)
    return proposal


@transaction.atomic
def confirm_retraction(proposal: RetractionProposal, *, reviewer: User) -> Revision:
    """Retract what somebody else proposed to retract, with the note that they wrote.

    Raises NotAllowed for who proposed it, or if it was decided or taken back meanwhile.
    """
    verdict = _locked_and_standing(proposal.verdict)
    proposal = _undecided(proposal)
    _must_be_another_s(proposal, reviewer)
    return _retract(verdict, reviewer=reviewer, note=proposal.note, proposed_by=proposal.proposed_by_id)


@transaction.atomic
def refuse_retraction(proposal: RetractionProposal, *, reviewer: User, note: str) -> None:
    """Leave the verdict public, with a note to who proposed otherwise. Raises NotAllowed as confirming does."""
    verdict = _locked_and_standing(proposal.verdict)
    proposal = _undecided(proposal)
    _must_be_another_s(proposal, reviewer)
    record("retraction.refused", actor=reviewer, on=verdict, proposal=proposal.pk, note=note.strip())
    proposal.delete()


@transaction.atomic
def drop_retraction(proposal: RetractionProposal, *, editor: User) -> None:
    """Take one's own proposal back. Raises NotAllowed for anybody else's, or if it was decided meanwhile."""
    verdict = _locked_and_standing(proposal.verdict)
    proposal = _undecided(proposal)
    if proposal.proposed_by_id != editor.pk:
        raise NotAllowed(_("Only who proposed the retraction takes it back. A reviewer confirms or refuses it."))
    record("retraction.dropped", actor=editor, on=verdict, proposal=proposal.pk)
    proposal.delete()


@transaction.atomic
def retract_urgently(verdict: Verdict, *, reviewer: User, note: str) -> Revision:
    """Withdraw a public verdict alone and at once; the ledger and the page say that one person decided.

    Raises NotAllowed if nothing is public, ValidationError without a note.
    """
    verdict = _locked_and_standing(verdict)
    return _retract(verdict, reviewer=reviewer, note=note, proposed_by=None)


def proposal_on(verdict: Verdict) -> RetractionProposal | None:
    """The proposal to retract this verdict that waits for a decision."""
    return RetractionProposal.objects.filter(verdict=verdict).select_related("proposed_by").first()


def refusal_on(verdict: Verdict) -> Entry | None:
    """The entry that refused to retract it, unless something came of a proposal since."""
    entries = Entry.objects.on(verdict).filter(act__startswith="retraction.").select_related("actor")
    last = entries.first()
    return last if last and last.act == "retraction.refused" else None


def _locked_and_standing(verdict: Verdict) -> Verdict:
    verdict = Verdict.objects.select_related("current", "rating").held(verdict.pk)
    if verdict.current is None or verdict.is_withdrawn:
        raise NotAllowed(_("Only a verdict that stands on the public site can be retracted."))
    return verdict


def _undecided(proposal: RetractionProposal) -> RetractionProposal:
    same = RetractionProposal.objects.filter(pk=proposal.pk, verdict=proposal.verdict_id)
    found = same.select_related("proposed_by").first()
    if found is None:
        raise NotAllowed(
            _("This proposal was decided or taken back meanwhile. Reload the page to see what came of it.")
        )
    return found


def _must_be_another_s(proposal: RetractionProposal, reviewer: User) -> None:
    if proposal.proposed_by_id == reviewer.pk:
        raise NotAllowed(_("You proposed the retraction, so another reviewer has to decide."))


def _retract(verdict: Verdict, *, reviewer: User, note: str, proposed_by: int | None) -> Revision:
    assert verdict.current  # noqa: S101 - it stands
    revision = _copy(verdict.current)
    revision.kind, revision.note = Revision.Kind.RETRACTED, note.strip()
    revision.reviewer_name, revision.checklist = byline_of(reviewer, unnamed=REVIEWER_UNNAMED), None
    revision.is_urgent = proposed_by is None
    verdict.status = Verdict.Status.RETRACTED
    # The next draft may lack what a verdict outside drafts has to have; it is never published now.
    verdict.rating = verdict.rating or verdict.current.rating
    verdict.conclusion = verdict.conclusion or verdict.current.conclusion
    RetractionProposal.objects.filter(verdict=verdict).delete()
    decided = {"urgent": True} if proposed_by is None else {"proposed_by": proposed_by}
    return release(verdict, revision, act="verdict.retracted", actor=reviewer, **decided)


def _copy(revision: Revision) -> Revision:
    fields = (field.attname for field in Revision._meta.concrete_fields if not field.primary_key)
    return Revision(**{name: getattr(revision, name) for name in fields})
