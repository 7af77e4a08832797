"""Whether each published revision still says what the ledger vouches for, and is the one that readers are shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import batched

from django.utils.translation import gettext as _

from factcheck.ledger.models import Entry
from factcheck.verdicts.models import RELEASES, Revision, Verdict

TOGETHER = 200  # revisions read at once


def faults_of_revisions() -> Iterator[str]:
    """A sentence for each revision that was changed, removed or put in, and for each verdict that shows another one."""
    vouched: set[int] = set()
    last: dict[int, int] = {}
    entries = Entry.objects.filter(act__in=RELEASES, subject_type=Revision._meta.label_lower).order_by("pk")
    for some in batched(entries.iterator(), TOGETHER):
        revisions = Revision.objects.in_bulk([entry.subject_id for entry in some])
        for entry in some:
            vouched.add(entry.subject_id)
            revision = revisions.get(entry.subject_id)
            if revision is None:
                yield _("Revision %(value)s of entry %(pk)s (%(subject_name)s) is gone.") % {
                    "value": entry.details.get("number"),
                    "pk": entry.pk,
                    "subject_name": entry.subject_name,
                }
                continue
            last[_verdict_of(entry, revision)] = revision.pk
            if not _is_as_released(entry, revision):
                yield _("%(verdict)s: revision %(number)s is not what entry %(pk)s vouches for.") % {
                    "verdict": revision.verdict,
                    "number": revision.number,
                    "pk": entry.pk,
                }
    for key in Revision.objects.exclude(pk__in=vouched).values_list("pk", flat=True):
        yield _("Revision with the key %(key)s was never published: no entry vouches for it.") % {"key": key}
    yield from _faults_of_verdicts(last)


def _faults_of_verdicts(last: dict[int, int]) -> Iterator[str]:
    shown = dict(Verdict.objects.values_list("pk", "current_id"))
    for verdict, revision in last.items():
        if verdict not in shown:
            yield _("The verdict with the key %(verdict)s was published, and is gone.") % {"verdict": verdict}
        elif shown[verdict] != revision:
            yield _("%(objects)s shows readers another revision than the last that was released.") % {
                "objects": Verdict.objects.get(pk=verdict)
            }
    for verdict in [key for key, current in shown.items() if current and key not in last]:
        yield _("%(objects)s is public, and no entry says that it was published.") % {
            "objects": Verdict.objects.get(pk=verdict)
        }


def _verdict_of(entry: Entry, revision: Revision) -> int:
    return int(entry.details.get("verdict") or revision.verdict_id)


def _is_as_released(entry: Entry, revision: Revision) -> bool:
    """Entries of the first releases do not name columns, and vouch for what the page said alone."""
    columns = entry.details.get("columns")
    held = revision.sha256(columns) if columns else revision.sha256_of_told()
    return bool(entry.details.get("sha256") == held)
