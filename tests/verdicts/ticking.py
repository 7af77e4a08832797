"""Publishing as a reviewer does who looks at all that the checklist asks."""

from __future__ import annotations

from factcheck.verdicts.checklist import checklist
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.publish_verdict import publish


def ticks_of(verdict):
    """The keys of all that there is to tick."""
    return [finding.key for finding in checklist(Verdict.objects.get(pk=verdict.pk)).to_tick]


def publish_ticked(verdict, **how):
    return publish(verdict, ticked=ticks_of(verdict), **how)
