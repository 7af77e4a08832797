"""Telling a person what somebody else's saving brought into the text that they have just saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.contrib import messages
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from factcheck.compare.display import Run, RunState
from factcheck.desk.access import DeskRequest
from factcheck.desk.verdicts.forms import DraftForm
from factcheck.verdicts.contributions import PARTS, changed_by_others
from factcheck.verdicts.draft_verdict import Draft
from factcheck.verdicts.merge_texts import words_that_differ
from factcheck.verdicts.models import Verdict

AROUND = 60  # characters kept on either side of a change


@dataclass(frozen=True)
class MergedPart:
    """One part of the text as it was saved, beside what the person had typed, and whose the difference is."""

    name: str
    people: Sequence[str]
    runs: Sequence[Run]


def tell_what_was_merged(request: DeskRequest, saved: Verdict, form: DraftForm) -> None:
    """Say with the next page what is saved otherwise than it was typed; nothing where that is the same."""
    typed, now = form.draft(), Draft(saved.rating, saved.conclusion, saved.reasoning)
    if typed == now:
        return
    edition = form.cleaned_data["base_edition"]
    people = changed_by_others(saved, since=edition, person=request.user) if edition is not None else {}
    parts = [
        MergedPart(str(PARTS[name]), people.get(name, []), list(_near_changes(words_that_differ(before, after))))
        for name, (before, after) in _texts(typed, now).items()
        if before != after
    ]
    messages.info(request, render_to_string("desk/verdicts/merged.html", {"parts": parts}))


def _texts(typed: Draft, now: Draft) -> dict[str, tuple[str, str]]:
    return {
        "rating": (str(typed.rating or _("not rated")), str(now.rating or _("not rated"))),
        "conclusion": (typed.conclusion, now.conclusion),
        "reasoning": (typed.reasoning, now.reasoning),
    }


def _near_changes(runs: Sequence[Run]) -> Iterator[Run]:
    """The changes with a few of the words that stand around them."""
    for at, run in enumerate(runs):
        is_first, is_last = at == 0, at == len(runs) - 1
        if run.state == RunState.KEPT and len(run.text) > 3 * AROUND:
            before = "" if is_first else run.text[:AROUND]
            after = "" if is_last else run.text[-AROUND:]
            yield replace(run, text=f"{before} … {after}")
        else:
            yield run
