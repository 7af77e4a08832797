import pytest
from django.urls import reverse

from factcheck.verdicts.comments import resolve
from factcheck.verdicts.models import Comment
from tests.factories import ClaimFactory, CommentFactory, VerdictFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(as_user, editor):
    return as_user(editor)


def test_a_comment_on_a_claim_stands_on_its_page(desk):
    claim = ClaimFactory()

    response = desk.post(
        reverse("desk:claim_comments", args=[claim.slug]), {"text": "Who <b>saw</b> the report?"}, follow=True
    )

    assert response.redirect_chain == [(reverse("desk:claim", args=[claim.slug]) + "#comments", 302)]
    assert "Who &lt;b&gt;saw&lt;/b&gt; the report?" in response.content.decode()


def test_a_comment_on_a_draft_stands_on_the_verdict_and_is_counted_on_the_claim(desk):
    verdict = VerdictFactory()

    response = desk.post(reverse("desk:verdict_comments", args=[verdict.slug]), {"text": "Too strong."}, follow=True)

    assert "Too strong." in response.content.decode()
    claim_page = desk.get(reverse("desk:claim", args=[verdict.claim.slug])).content.decode()
    assert "1 open comment" in claim_page
    assert "Too strong." not in claim_page


def test_htmx_gets_the_comments_alone(desk):
    claim = ClaimFactory()

    response = desk.post(reverse("desk:claim_comments", args=[claim.slug]), {"text": "Who saw it?"}, headers=HTMX)

    html = response.content.decode()
    assert html.lstrip().startswith('<section id="comments"')
    assert "Who saw it?" in html


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("text", "reason"),
    [("  ", "Write what you want to say first."), ("x" * 4001, "at most 4000 characters")],
)
def test_a_refused_comment_says_why_and_keeps_what_was_typed(desk, headers, text, reason):
    response = desk.post(reverse("desk:claim_comments", args=[ClaimFactory().slug]), {"text": text}, headers=headers)

    html = response.content.decode()
    assert response.status_code == 422
    assert reason in html
    assert text.strip() in html


def test_a_comment_is_resolved_and_opened_again(desk):
    comment = CommentFactory()

    resolved = desk.post(reverse("desk:resolve_comment", args=[comment.pk]), follow=True).content.decode()
    assert "1 resolved" in resolved
    assert "Comment resolved." in resolved
    desk.post(reverse("desk:reopen_comment", args=[comment.pk]))

    assert Comment.objects.open().exists()


def test_the_second_to_resolve_a_comment_is_told_by_whom(desk, reviewer):
    comment = CommentFactory(on_verdict=True)
    resolve(comment, editor=reviewer)

    response = desk.post(reverse("desk:resolve_comment", args=[comment.pk]), follow=True)

    assert "has resolved this comment already" in response.content.decode()


def test_readers_see_no_comment(client, desk):
    comment = CommentFactory(text="Between us.")
    CommentFactory(claim=None, verdict=VerdictFactory(claim=comment.claim), text="Between us.")

    response = client.get(comment.claim.get_absolute_url())

    assert "Between us." not in response.content.decode()
