"""Whether the text itself is whole: rated, concluded, argued, resting on something, quoting only what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse

from factcheck.languages.sentences import noted
from factcheck.verdicts.checklist.findings import CheckFinding, key_of, listed, short
from factcheck.verdicts.models import Comment, Verdict
from factcheck.verdicts.prose import statements_in
from factcheck.verdicts.snapshot import Ground

RATING, CONCLUSION, REASONING = "#id_rating", "#id_conclusion", "#id_reasoning"


def what_the_text_lacks(verdict: Verdict, ground: Ground) -> Iterator[CheckFinding]:
    if not verdict.rating:
        yield CheckFinding("rating", noted("It has no rating."), RATING, stops=True)
    if not verdict.conclusion:
        yield CheckFinding("conclusion", noted("It has no conclusion."), CONCLUSION, stops=True)
    if not verdict.reasoning.strip():
        yield CheckFinding("reasoning", noted("The reasoning is empty."), REASONING, stops=True)
    if not ground.evidence:
        yield CheckFinding(
            "evidence", noted("It rests on nothing: no statement, no document."), "#evidence", stops=True
        )
    for key in sorted(statements_in(verdict.reasoning) - {statement.pk for statement in ground.statements}):
        sentence = noted(
            "The text quotes [[statement:%(key)s]], which is no statement on this claim and not among"
            " the evidence. Take it out of the text, or rest the verdict on it.",
            key=key,
        )
        yield CheckFinding(key_of("quotation", key), sentence, REASONING, stops=True)


def what_was_taken_down(ground: Ground) -> Iterator[CheckFinding]:
    for piece in ground.evidence:
        if piece.picture and piece.picture.is_taken_down:
            sentence = noted(
                "The picture of %(piece)s was taken down. Remove it, or give another.", piece=short(str(piece), 50)
            )
            yield CheckFinding(key_of("taken_down", piece.pk), sentence, "#evidence", stops=True)


def what_is_not_archived(ground: Ground) -> Iterator[CheckFinding]:
    """But for statements of articles that have no address, since that is told of them."""
    without = [one for one in ground.evidence if not one.archive_url and (one.address or not one.statement)]
    if without:
        named = listed([short(str(piece), 50) for piece in without])
        keys = [piece.pk for piece in without]
        if len(without) == 1:
            sentence = noted("%(piece)s has no archive link.", piece=named)
        else:
            sentence = noted("%(list_pieces)s have no archive link.", list_pieces=named)
        yield CheckFinding(key_of("archive", *keys), sentence, "#evidence")


def what_is_not_resolved(verdict: Verdict, comments: Iterable[Comment]) -> Iterator[CheckFinding]:
    for comment in comments:
        if comment.is_resolved or comment.verdict_id not in (None, verdict.pk):
            continue
        place = "" if comment.verdict_id else reverse("desk:claim", args=[verdict.claim.slug])
        yield CheckFinding(
            key_of("comment", comment.pk),
            noted("A comment is open: %(comment)s", comment=short(comment.text)),
            f"{place}#comments",
        )
