"""What a verdict lacks before readers may see it: what stops it, and what its reviewer ticks. It never writes."""

from factcheck.verdicts.checklist.findings import CheckFinding, Checklist
from factcheck.verdicts.checklist.whole import NotReady, checklist, must_be_ticked, must_be_whole

__all__ = [
    "CheckFinding",
    "Checklist",
    "NotReady",
    "checklist",
    "must_be_ticked",
    "must_be_whole",
]
