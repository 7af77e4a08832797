"""Public verdicts that would come out otherwise today: a source renamed, a headline set right, one more statement.

Readers go on seeing what was published. The ledger tells when a verdict falls out of step and when it is in step again,
so that the desk knows which to revise. What an import changed is found with the next act on the verdict's grounds. A
paper, a rating or a person of the desk that is called otherwise is no reason to revise all that was published.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.snapshot import Snapshot, differences
from factcheck.verdicts.watch_reviews import is_of_stories, showing

WATCHED = ("claims.position", "claims.statement", "claims.source", "claims.claim", "articles.article")


def watch_published(entry: Entry) -> None:
    """Note each published verdict that the act of `entry` brings out of step with its page, or back."""
    if entry.subject_type not in WATCHED and not is_of_stories(entry):
        return
    shown = showing(entry).filter(status=Verdict.Status.PUBLISHED)
    out_already = set(shown.out_of_step().values_list("pk", flat=True))
    for verdict in shown.with_people():
        _note(verdict, entry, is_out_already=verdict.pk in out_already)


def why_out_of_step(verdict: Verdict) -> list[str]:
    """What was changed under a published verdict when it fell out of step, in sentences; empty if it is in step."""
    if not Verdict.objects.out_of_step().filter(pk=verdict.pk).exists():
        return []
    noted = Entry.objects.on(verdict).filter(act="verdict.out_of_step").first()
    changes: list[str] = noted.details["changes"] if noted else []
    return changes


def _note(verdict: Verdict, cause: Entry, *, is_out_already: bool) -> None:
    assert verdict.current  # noqa: S101 - it is published
    public = Snapshot.of_revision(verdict.current)
    now = replace(Snapshot.of(verdict, strips=public.strips), author_name=public.author_name)
    is_out = public.sha256() != now.sha256()
    if is_out and not is_out_already:
        changes = differences(public, now) or [noted("Something that readers would see was changed.")]
        record("verdict.out_of_step", actor=None, on=verdict, changes=changes, cause=cause.pk)
    elif is_out_already and not is_out:
        record("verdict.in_step", actor=None, on=verdict, cause=cause.pk)
