"""A blind second opinion at the desk: what who is asked may see, and how it is asked, given and settled."""

import pytest
from django.urls import reverse

from factcheck.verdicts.models import Evidence, Rating, SecondOpinion
from factcheck.verdicts.second_opinion import ask_opinion, give_opinion
from tests.desk.verdicts.test_verdicts import typed
from tests.factories import CommentFactory, PositionFactory, UserFactory, VerdictFactory

SECRET = "Inspectors closed the bridge the same week."


@pytest.fixture
def verdict(db):
    verdict = VerdictFactory(in_review=True, conclusion=SECRET, reasoning="A reason that sways.")
    PositionFactory(claim=verdict.claim)
    Evidence.objects.create(
        verdict=verdict, title="The report", url="https://city.example/report", note="A note that sways."
    )
    return verdict


@pytest.fixture
def asked(verdict, editor):
    return ask_opinion(verdict, editor=verdict.author, of=editor)


def page_of(verdict):
    return reverse("desk:verdict", args=[verdict.slug])


def opinion_page(asked):
    return reverse("desk:opinion", args=[asked.pk])


def test_the_author_asks_an_editor_and_the_page_says_whom(as_user, verdict, editor):
    desk = as_user(verdict.author)
    address = reverse("desk:ask_opinion", args=[verdict.slug])
    offered = [desk.get(url).content.decode() for url in (page_of(verdict), address)]

    response = desk.post(address, {"opinion_of": editor.pk}, follow=True)

    assert address in offered[0]
    assert verdict.author.first_name not in offered[1].split("<main")[1]
    assert f"{editor.first_name} is asked to rate the claim" in " ".join(response.content.decode().split())
    assert SecondOpinion.objects.get().asked_of == editor


@pytest.mark.parametrize("whom", ["", "author"])
def test_who_has_worked_on_the_verdict_or_nobody_is_not_asked(whom, as_user, verdict):
    address = reverse("desk:ask_opinion", args=[verdict.slug])

    response = as_user(verdict.author).post(address, {"opinion_of": verdict.author.pk if whom else ""})

    assert response.status_code == 422
    assert not SecondOpinion.objects.exists()


def test_who_is_asked_sees_claim_statements_and_evidence_and_nothing_of_the_verdict(as_user, asked, verdict, editor):
    html = as_user(editor).get(opinion_page(asked)).content.decode()

    assert str(verdict.claim) in html
    assert "the bridge is safe" in html
    assert "The report" in html
    assert "False" in html  # one of the scale, none of them chosen
    assert "selected" not in html.replace('<option value="" selected>', "")
    for told in (SECRET, "A reason that sways.", "A note that sways.", verdict.author.last_name or "no such name"):
        assert told not in html


@pytest.mark.parametrize("name", ["verdict", "preview", "verdict_comments"])
def test_every_page_of_the_verdict_sends_who_is_asked_to_rate_it_first(name, as_user, asked, verdict, editor):
    address = reverse(f"desk:{name}", args=[verdict.slug])

    for response in (as_user(editor).get(address), as_user(editor).post(address, {"text": "x"})):
        assert (response.status_code, response.url) == (302, opinion_page(asked))


def test_a_part_of_the_page_is_kept_from_them_too(as_user, asked, verdict, editor):
    address = reverse("desk:verdict_comments", args=[verdict.slug])

    response = as_user(editor).get(address, headers={"HX-Request": "true"})

    assert response["HX-Redirect"] == opinion_page(asked)


@pytest.mark.parametrize("act", ["resolve_comment", "reopen_comment"])
def test_an_act_on_a_comment_does_not_bring_the_verdict_s_comments_to_who_is_asked(
    act, as_user, asked, verdict, editor
):
    comment = CommentFactory(claim=None, verdict=verdict, text="It is false, I say.")
    address = reverse(f"desk:{act}", args=[comment.pk])

    response = as_user(editor).post(address, {"sitting": "a", "conclusion": "x" * 400, "reasoning": ""})

    assert (response.status_code, response.url) == (302, opinion_page(asked))


@pytest.mark.parametrize("model", ["verdict", "evidence", "comment"])
def test_an_administrator_who_is_asked_does_not_see_it_on_the_administrators_pages_either(model, as_user, verdict):
    administrator, other = UserFactory(administrator=True), UserFactory(administrator=True)
    ask_opinion(verdict, editor=verdict.author, of=administrator)
    CommentFactory(claim=None, verdict=verdict, text="A note that sways.")
    row = {"verdict": verdict, "evidence": verdict.evidence.last(), "comment": verdict.comments.last()}[model]
    listed = reverse(f"admin:verdicts_{model}_changelist")
    detail = reverse(f"admin:verdicts_{model}_change", args=[row.pk])

    own = [as_user(administrator).get(page, follow=True).text for page in (listed, detail)]
    others = [as_user(other).get(page).text for page in (listed, detail)]

    assert all(detail not in text and "sways" not in text and SECRET not in text for text in own)
    assert detail in others[0]
    assert "sways" in others[1]


@pytest.mark.parametrize("page", ["home", "verdicts", "claims", "claim", "search"])
def test_no_list_tells_who_is_asked_how_the_verdict_rates_the_claim(page, as_user, asked, verdict, editor):
    addresses = {
        "claim": reverse("desk:claim", args=[verdict.claim.slug]),
        "search": f"{reverse('desk:search')}?q=inspectors",
    }
    address = addresses.get(page) or reverse(f"desk:{page}")

    own = as_user(editor).get(address).content.decode()
    others = as_user(UserFactory(reviewer=True)).get(address).content.decode()

    for html, is_told in ((own, False), (others, True)):
        assert (page_of(verdict) in html) is is_told
        assert SECRET not in own


def test_what_is_asked_stands_on_the_desk_of_who_is_asked(as_user, asked, editor):
    assert opinion_page(asked) in as_user(editor).get(reverse("desk:home")).content.decode()


def test_a_rating_is_given_and_the_verdict_is_seen_afterwards(as_user, asked, verdict, editor):
    half_true = Rating.objects.get(slug="half-true")

    response = as_user(editor).post(
        opinion_page(asked), {"rating": half_true.pk, "sentence": "It depends."}, follow=True
    )

    html = response.content.decode()
    assert response.redirect_chain[-1][0] == page_of(verdict)
    assert SECRET in html
    assert "rated otherwise" in html
    assert "It depends." in html


def test_a_rating_without_a_reason_gives_back_what_was_typed(as_user, asked, editor):
    response = as_user(editor).post(opinion_page(asked), {"rating": "", "sentence": "It depends."})

    assert response.status_code == 422
    assert "It depends." in response.content.decode()


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_the_page_of_a_question_is_for_who_is_asked_alone(role, as_user, asked, verdict, request):
    response = as_user(request.getfixturevalue(role)).get(opinion_page(asked))

    assert response.url == page_of(verdict)


def test_a_visitor_and_who_is_not_of_the_desk_do_not_see_the_question(client, as_user, asked):
    assert client.get(opinion_page(asked)).url.startswith(reverse("login"))
    assert as_user(UserFactory()).get(opinion_page(asked)).status_code == 403


def test_the_author_settles_a_rating_that_differs(as_user, asked, verdict, editor):
    give_opinion(asked, rater=editor, rating=Rating.objects.get(slug="half-true"), sentence="It depends.")
    desk = as_user(verdict.author)

    desk.post(
        reverse("desk:settle_opinion", args=[verdict.slug, asked.pk]),
        {**typed(verdict), "settlement": "On nothing that the claim says."},
    )

    html = " ".join(desk.get(page_of(verdict)).content.decode().split())
    assert "rated otherwise, settled" in html
    assert "On nothing that the claim says." in html


def test_who_is_asked_declines_and_sees_the_verdict(as_user, asked, verdict, editor):
    desk = as_user(editor)

    response = desk.post(reverse("desk:drop_opinion", args=[asked.pk]), {"back": reverse("desk:home")})

    assert response.url == reverse("desk:home")
    assert desk.get(page_of(verdict)).status_code == 200


def test_a_verdict_s_page_with_its_acts_asks_at_most_15_queries(as_user, asked, verdict, django_assert_max_num_queries):
    desk = as_user(UserFactory(reviewer=True))
    SecondOpinion.objects.all().delete()
    desk.get(page_of(verdict))

    with django_assert_max_num_queries(15):
        desk.get(page_of(verdict))
