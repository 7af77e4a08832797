"""What an act or a comment is to whom: reads the ledger's entry and who works on what, and writes nothing.

An act that is not in `NEWS_OF` concerns nobody in particular.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User

from factcheck.claims.models import Claim
from factcheck.languages.sentences import noted
from factcheck.ledger.models import Entry
from factcheck.ledger.people import name_of
from factcheck.verdicts.assignments import reviewers_of_the_desk
from factcheck.verdicts.messages.people_named import people_named
from factcheck.verdicts.models import Assignment, Comment, Message, Revision, Submission, Verdict

Kind = Message.Kind

PUBLISHED_AS = {
    Revision.Kind.PUBLISHED: noted("published this verdict"),
    Revision.Kind.UPDATED: noted("published an update of this verdict"),
    Revision.Kind.CORRECTED: noted("published a correction of this verdict"),
    Revision.Kind.CLARIFIED: noted("published a clarification of this verdict"),
}


OF_PRIORITY = {
    Assignment.Priority.LOW: noted("of low priority"),
    Assignment.Priority.NORMAL: noted("of normal priority"),
    Assignment.Priority.HIGH: noted("of high priority"),
}


@dataclass(frozen=True)
class News:
    """What something is to some people, by their keys; `what` continues a sentence after the actor's name."""

    kind: Message.Kind
    about: Claim | Verdict
    people: frozenset[int]
    what: str


def news_of_act(entry: Entry) -> Iterable[News]:
    """What an act is to whom, in the order of what counts for somebody whom it concerns twice."""
    tell = NEWS_OF.get(entry.act)
    if tell:
        return tell(entry)
    if entry.details.get("in_review"):
        return _of_change_in_review(entry)
    return []


def news_of_comment(comment: Comment) -> Iterable[News]:
    """To those whom it names, and to those whose claim or verdict it is on."""
    subject = comment.subject
    is_on_verdict = isinstance(subject, Verdict)
    named = frozenset(person.pk for person in people_named([comment.text]).values())
    owners = _owners(subject) if isinstance(subject, Verdict) else _people_on(subject)
    mention = (
        noted("named you in a comment on this verdict")
        if is_on_verdict
        else noted("named you in a comment on this claim")
    )
    comment_of = (
        noted("commented on this verdict of yours") if is_on_verdict else noted("commented on this claim of yours")
    )
    yield News(Kind.MENTIONED, subject, named, mention)
    yield News(Kind.COMMENTED, subject, owners, comment_of)


def _of_assignment(entry: Entry) -> Iterable[News]:
    """To whoever has the claim now, and whoever had it before."""
    claim = Assignment.objects.select_related("claim").get(pk=entry.subject_id).claim
    after = entry.details["after"]
    before = entry.details.get("before") or Entry.objects.get(pk=entry.details["undoes"]).details["after"]
    new, old = after["assignee"], before["assignee"]
    if new == old:
        yield News(Kind.TASK_CHANGED, claim, _keys(new), _changed_task(before, after))
        return
    yield News(Kind.ASSIGNED, claim, _keys(new), _assigned(after))
    to = User.objects.filter(pk=new).first()
    given = (
        noted("gave this claim of yours to %(person)s", person=name_of(to)) if to else noted("took this claim off you")
    )
    yield News(Kind.TASK_CHANGED, claim, _keys(old), given)


def _of_submission(entry: Entry) -> Iterable[News]:
    """To reviewers who may approve it."""
    verdict = _verdict(entry.subject_id)
    reviewers = frozenset(reviewers_of_the_desk().exclude(pk=verdict.last_editor_id).values_list("pk", flat=True))
    change, first = (
        noted("submitted a change of this public verdict for review"),
        noted("submitted this verdict for review"),
    )
    yield News(Kind.TO_REVIEW, verdict, reviewers, change if verdict.is_public else first)


def _of_sending_back(entry: Entry) -> Iterable[News]:
    verdict = _verdict(entry.subject_id)
    yield News(Kind.SENT_BACK, verdict, _owners(verdict), noted("sent this verdict back"))


def _of_reopening(entry: Entry) -> Iterable[News]:
    verdict = _verdict(entry.subject_id)
    what = noted("took this verdict out of review, because something that it shows was changed")
    yield News(Kind.SENT_BACK, verdict, _owners(verdict), what)


def _of_change_in_review(entry: Entry) -> Iterable[News]:
    verdict = _verdict(entry.subject_id)
    yield News(
        Kind.SENT_BACK, verdict, _owners(verdict), noted("changed this verdict in review, so it is a draft again")
    )


def _of_publication(entry: Entry) -> Iterable[News]:
    revision = _revision(entry)
    kind = Kind.PUBLISHED if revision.kind == Revision.Kind.PUBLISHED else Kind.CORRECTED
    yield News(kind, revision.verdict, _owners(revision.verdict), PUBLISHED_AS[Revision.Kind(revision.kind)])


def _of_retraction(entry: Entry) -> Iterable[News]:
    """To those whose verdict it is, and to whoever approved it."""
    verdict = _revision(entry).verdict
    people = _owners(verdict) | _keys(verdict.reviewer_id)
    yield News(Kind.RETRACTED, verdict, people, noted("retracted this verdict"))


NEWS_OF: dict[str, Callable[[Entry], Iterable[News]]] = {
    "claim.assigned": _of_assignment,
    "assignment.restored": _of_assignment,
    "verdict.submitted": _of_submission,
    "verdict.sent_back": _of_sending_back,
    "verdict.reopened": _of_reopening,
    "verdict.published": _of_publication,
    "verdict.retracted": _of_retraction,
}


def _verdict(key: int) -> Verdict:
    return Verdict.objects.select_related("claim").get(pk=key)


def _revision(entry: Entry) -> Revision:
    return Revision.objects.select_related("verdict__claim").only("kind", "verdict").get(pk=entry.subject_id)


def _owners(verdict: Verdict) -> frozenset[int]:
    """Whose verdict it is: who began it, changed it last, submitted it last, and has the claim."""
    submission = Submission.objects.filter(verdict=verdict).only("submitted_by").first()
    own = _keys(verdict.author_id, verdict.last_editor_id, submission.submitted_by_id if submission else None)
    return own | _assignee(verdict.claim)


def _people_on(claim: Claim) -> frozenset[int]:
    """Who has a claim, and who works on its verdict."""
    verdicts = Verdict.objects.filter(claim=claim).not_withdrawn().values_list("author", "last_editor")
    return _assignee(claim).union(*(_keys(*people) for people in verdicts))


def _assignee(claim: Claim) -> frozenset[int]:
    return _keys(*Assignment.objects.filter(claim=claim).values_list("assignee", flat=True))


def _keys(*keys: int | None) -> frozenset[int]:
    return frozenset(key for key in keys if key is not None)


def _changed_task(before: dict[str, Any], after: dict[str, Any]) -> str:
    changes = []
    if after["due_on"] != before["due_on"]:
        is_dated = after["due_on"]
        changes.append(noted("due on %(day)s", day=_day(is_dated)) if is_dated else noted("without a due date"))
    if after["priority"] != before["priority"]:
        changes.append(OF_PRIORITY[after["priority"]])
    if len(changes) == 1:
        return noted("made this claim of yours %(change)s", change=changes[0])
    return noted("made this claim of yours %(change)s and %(other)s", change=changes[0], other=changes[1])


def _assigned(task: dict[str, Any]) -> str:
    if task["due_on"]:
        return noted("assigned this claim to you, due on %(day)s", day=_day(task["due_on"]))
    return noted("assigned this claim to you")


def _day(written: str) -> str:
    day = date.fromisoformat(written)
    return f"{day.day} {day:%B %Y}"
