"""What the desk is asked about versions: pairs too unsure to join unasked, and what a person said of each.

An answer is kept: two stories that a person held apart are not suggested to be one again.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.articles.models import VersionSuggestion
from factcheck.articles.versions.placement import Placed
from factcheck.articles.versions.stories import merge, put_back, recorded
from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import as_left


class CannotDecide(Exception):
    """A suggestion that is settled already; the message tells the person how."""


def suggest(placed: Sequence[Placed]) -> None:
    """Store what is asked about articles that were just stored."""
    suggestions = [
        VersionSuggestion(
            article=one.article,
            candidate=asked.candidate,
            relation=asked.relation.label,
            in_original=asked.relation.in_original,
            in_version=asked.relation.in_version,
            shared=asked.shared,
            because=asked.because,
        )
        for one in placed
        for asked in one.suggested
    ]
    if suggestions:
        apart = _held_apart(suggestions)
        VersionSuggestion.objects.bulk_create([one for one in suggestions if one.stories not in apart])


@transaction.atomic
def accept(suggestion: VersionSuggestion, *, actor: User) -> VersionSuggestion:
    """Have all versions of both stories be versions of the candidate's. Raises CannotDecide."""
    suggestion = _undecided(suggestion)
    left, kept = suggestion.article.story, suggestion.candidate.story
    with recorded("versions.accepted", on=suggestion, among=[left, kept], actor=actor) as told:
        told |= {"left": left.slug, "story": kept.slug}
        told["articles"] = [article.pk for article in merge(left, into=kept)]
        _decide(suggestion, VersionSuggestion.State.ACCEPTED, actor)
    return suggestion


@transaction.atomic
def refuse(suggestion: VersionSuggestion, *, actor: User) -> VersionSuggestion:
    """Hold the two stories apart: they have nothing to do with each other. Raises CannotDecide."""
    suggestion = _decide(_undecided(suggestion), VersionSuggestion.State.REFUSED, actor)
    record("versions.refused", actor=actor, on=suggestion)
    return suggestion


@transaction.atomic
def call_same_event(suggestion: VersionSuggestion, *, actor: User) -> VersionSuggestion:
    """Hold the two stories apart: separate texts on one event, so two sources. Raises CannotDecide."""
    suggestion = _decide(_undecided(suggestion), VersionSuggestion.State.SAME_EVENT, actor)
    record("versions.same_event", actor=actor, on=suggestion)
    return suggestion


@transaction.atomic
def undecide(entry: Entry, *, editor: User) -> None:
    """Ask again what was answered, with both stories as they were. Raises CannotUndo if they changed since."""
    suggestion = as_left(VersionSuggestion, entry)
    suggestion.state, suggestion.decided_by, suggestion.decided_at = VersionSuggestion.State.SUGGESTED, None, None
    suggestion.save(update_fields=["state", "decided_by", "decided_at"])
    if "before" in entry.details:
        put_back(entry, editor=editor)
    else:
        record("versions.asked_again", actor=editor, on=suggestion, undoes=entry.pk)


def _undecided(suggestion: VersionSuggestion) -> VersionSuggestion:
    """The suggestion as it is stored now, held until the act is done."""
    locked = (
        VersionSuggestion.objects.select_for_update(no_key=True, of=("self",)).with_articles().get(pk=suggestion.pk)
    )
    if locked.state != VersionSuggestion.State.SUGGESTED:
        raise CannotDecide(_("Somebody decided this already: %(state)s.") % {"state": locked.get_state_display()})
    if locked.article.story_id == locked.candidate.story_id:
        raise CannotDecide(_("Both articles are versions of one story already."))
    return locked


def _decide(suggestion: VersionSuggestion, state: VersionSuggestion.State, actor: User) -> VersionSuggestion:
    suggestion.state, suggestion.decided_by, suggestion.decided_at = state, actor, timezone.now()
    suggestion.save(update_fields=["state", "decided_by", "decided_at"])
    return suggestion


def _held_apart(suggestions: Sequence[VersionSuggestion]) -> set[frozenset[int]]:
    """The pairs of stories that a person said are not one, among those of the suggestions."""
    stories = {story for suggestion in suggestions for story in suggestion.stories}
    held = VersionSuggestion.objects.held_apart().filter(article__story__in=stories, candidate__story__in=stories)
    return {frozenset(pair) for pair in held.values_list("article__story", "candidate__story")}
