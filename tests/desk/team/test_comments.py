import pytest
from django.urls import reverse

from factcheck.verdicts.comments import resolve
from factcheck.verdicts.models import Comment
from tests.desk.reading import as_read
from tests.factories import ClaimFactory, CommentFactory, UserFactory, VerdictFactory

HTMX = {"HX-Request": "true"}


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


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_name_of_nobody_is_said_after_the_comment_stands(desk, headers):
    UserFactory(username="ruth", editor=True)
    address = reverse("desk:claim_comments", args=[ClaimFactory().slug])

    response = desk.post(address, {"text": "Ask @ruth and @<nobody> and @nobody."}, headers=headers, follow=True)

    html = response.content.decode()
    assert Comment.objects.count() == 1
    assert "Nobody of the desk is called @nobody, so nobody was told by that name." in html


def test_a_comment_shows_whom_it_names(desk):
    UserFactory(username="ruth", first_name="Ruth", last_name="Okafor", editor=True)
    comment = CommentFactory(text="Ask @Ruth.\n\nNot @nobody & <b>.")

    html = as_read(desk.get(reverse("desk:claim", args=[comment.claim.slug])).content.decode())

    assert 'Ask <b title="Ruth Okafor">@Ruth</b>. Not @nobody &amp; &lt;b&gt;.</p>' in html


@pytest.mark.parametrize(
    ("begun", "found"),
    [("ru", ["ruth"]), ("Oka", ["ruth"]), ("ruth okafor", ["ruth"]), ("", ["ruth", "daniel"]), ("x", []), ("%", [])],
)
def test_people_are_offered_by_the_beginning_of_their_login_or_name(desk, editor, begun, found):
    UserFactory(username="ruth", first_name="Ruth", last_name="Okafor", editor=True)
    UserFactory(username="daniel", first_name="Daniel", last_name="Sorensen", reviewer=True)
    UserFactory(username="rudolf", first_name="Rudolf")

    html = desk.get(reverse("desk:names"), {"name": begun}).content.decode()

    assert [name for name in ("ruth", "daniel", "rudolf") if f'data-name="{name}"' in html] == found
