import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from factcheck.ledger.models import Entry
from factcheck.verdicts.comments import AlreadySo, comment, reopen, resolve
from factcheck.verdicts.models import Comment
from tests.factories import ClaimFactory, CommentFactory, VerdictFactory


def test_a_comment_stands_on_a_claim_or_on_a_verdict(editor):
    claim, verdict = ClaimFactory(), VerdictFactory()

    on_claim = comment("Who is the source?", on=claim, author=editor)
    on_verdict = comment("Too strong.\r\nSay less.", on=verdict, author=editor)

    assert (on_claim.subject, on_verdict.subject) == (claim, verdict)
    assert on_verdict.text == "Too strong.\nSay less."


@pytest.mark.parametrize("text", ["", " \n ", "x" * 4001])
def test_a_comment_says_something_and_not_too_much(editor, text):
    with pytest.raises(ValidationError):
        comment(text, on=ClaimFactory(), author=editor)


def test_the_database_itself_refuses_a_comment_on_nothing(editor):
    with pytest.raises(IntegrityError, match="comment_is_on_a_claim_or_a_verdict"), transaction.atomic():
        Comment.objects.create(author=editor, text="Lost.")


def test_a_comment_is_resolved_and_the_ledger_says_by_whom(editor, reviewer):
    written = CommentFactory(author=editor)

    resolved = resolve(written, editor=reviewer)

    assert (resolved.is_resolved, resolved.resolved_by) == (True, reviewer)
    assert [entry.act for entry in Entry.objects.on(written)] == ["comment.resolved"]


def test_the_second_of_two_people_who_resolve_a_comment_is_told(editor, reviewer):
    written = CommentFactory()
    resolve(written, editor=editor)

    with pytest.raises(AlreadySo, match=r"Person \d+ has resolved this comment already"):
        resolve(written, editor=reviewer)


def test_a_resolved_comment_is_opened_again(editor):
    written = resolve(CommentFactory(), editor=editor)

    reopened = reopen(written, editor=editor)

    assert not reopened.is_resolved
    with pytest.raises(AlreadySo, match="open already"):
        reopen(written, editor=editor)
