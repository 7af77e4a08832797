"""Adding pictures, videos and posts on a verdict's page; whatever is wrong, nothing typed and no picture is lost."""

import pytest
from django.urls import reverse

from factcheck.verdicts.models import Evidence, Picture, UnsavedText, Verdict
from tests.desk.verdicts.test_verdicts import typed
from tests.factories import VerdictFactory
from tests.pictures import shown_in, upload

TYPED = "Typed between two acts."
POST = {"medium": "post", "title": "The denial", "url": "https://social.example/1"}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def verdict(media):
    return VerdictFactory(rests_on_report=False)


def add(desk, verdict, headers=None, **fields):
    sent = {**typed(verdict, reasoning=TYPED), "sitting": "a", **fields}
    return desk.post(reverse("desk:evidence", args=[verdict.slug]), sent, headers=headers)


def test_an_editor_adds_a_screenshot_with_its_words_maker_and_date(desk, verdict):
    about = {"medium": "screenshot", "title": "The post", "maker": "@mayor", "made_on": "14 February 2019"}

    response = add(desk, verdict, **about, alt="The mayor\r\ndenies it.", upload=upload())

    evidence = Evidence.objects.get()
    assert response.status_code == 302
    assert {name: getattr(evidence, name) for name in about} == {**about, "made_on": "2019-02-14"}
    assert (evidence.alt, evidence.picture) == ("The mayor denies it.", Picture.objects.get())
    assert Verdict.objects.get().reasoning == TYPED


def test_a_picture_without_words_is_given_back_with_the_picture_itself(desk, verdict):
    response = add(desk, verdict, medium="picture", title="The bridge", upload=upload())

    html, picture = response.content.decode(), Picture.objects.get()
    assert response.status_code == 422
    assert "Say in words what the picture shows" in html
    assert 'value="The bridge"' in html
    assert f'value="{picture.sha256}"' in html
    assert reverse("data:small_picture", args=[picture.sha256]) in html
    assert Verdict.objects.get().reasoning == TYPED


def test_the_picture_that_was_given_back_is_taken_without_choosing_it_again(desk, verdict):
    add(desk, verdict, medium="picture", title="The bridge", upload=upload())
    picture = Picture.objects.get()

    add(desk, verdict, medium="picture", title="The bridge", picture=picture.sha256, alt="A bridge.")

    assert Evidence.objects.get().picture == picture


def test_a_picture_stays_with_what_was_typed_where_the_text_clashes(desk, verdict):
    Verdict.objects.update(conclusion="Theirs.")

    response = add(
        desk, verdict, base_conclusion="Before.", conclusion="Mine.", **POST, alt="A denial.", upload=upload()
    )

    assert response.status_code == 409
    assert f'value="{Picture.objects.get().sha256}"' in response.content.decode()
    assert not Evidence.objects.exists()


def test_htmx_is_given_the_evidence_alone_with_what_is_wrong(desk, verdict):
    response = add(desk, verdict, headers=HTMX, medium="picture", title="The bridge", upload=upload())

    html = response.content.decode()
    assert response.status_code == 422
    assert html.lstrip().startswith('<div id="evidence"')
    assert "Say in words what the picture shows" in html


def test_a_picture_is_shown_as_soon_as_it_is_chosen(desk, verdict):
    response = desk.post(reverse("desk:upload_picture"), {"upload": upload(size=(1600, 800))}, headers=HTMX)

    html, picture = response.content.decode(), Picture.objects.get()
    assert response.status_code == 200
    assert html.lstrip().startswith('<div id="picture"')
    assert "1280 × 640 pixels" in html
    assert f'value="{picture.sha256}"' in html
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (upload("harmless.png", shape="BMP"), "no PNG, JPEG, WebP or GIF"),
        (upload("large.png", size=(2000, 2000)), "larger than"),
    ],
)
def test_a_file_that_is_no_picture_for_the_desk_is_refused_with_the_reason(desk, verdict, settings, file, reason):
    settings.PICTURE_MAX_BYTES = 4_000

    response = desk.post(reverse("desk:upload_picture"), {"upload": file}, headers=HTMX)

    assert response.status_code == 422
    assert reason in response.content.decode()
    assert not Picture.objects.exists()


def test_a_refused_file_costs_nothing_that_was_typed(desk, verdict):
    response = add(desk, verdict, **POST, maker="@mayor", alt="A denial.", upload=upload(shape="BMP"))

    html = response.content.decode()
    assert response.status_code == 422
    assert "no PNG, JPEG, WebP or GIF" in html
    assert all(words in html for words in ("The denial", "@mayor", "A denial.", "https://social.example/1"))
    assert (Verdict.objects.get().reasoning, Evidence.objects.count()) == (TYPED, 0)


def test_what_is_no_date_is_given_back_with_a_way_to_write_one(desk, verdict):
    response = add(desk, verdict, **POST, made_on="last week")

    assert response.status_code == 422
    assert "“last week” is no date. Write it as 2019-02-14" in response.content.decode()
    assert 'value="last week"' in response.content.decode()


def test_a_video_without_an_address_is_asked_for_one_or_a_picture(desk, verdict):
    response = add(desk, verdict, medium="video", title="The speech")

    assert "Give the address where it stands, or upload a picture of it." in response.content.decode()


def test_a_document_is_added_as_ever_and_a_picture_that_was_begun_is_not_put_to_it(desk, verdict):
    add(desk, verdict, medium="document", title="Minutes", url="https://town.example/", alt="A map.", upload=upload())

    evidence = Evidence.objects.get()
    assert (evidence.title, evidence.picture, evidence.alt) == ("Minutes", None, "")


def test_a_picture_that_was_cleared_away_meanwhile_is_asked_for_again(desk, verdict):
    response = add(desk, verdict, **POST, alt="A denial.", picture="0" * 64)

    assert response.status_code == 422
    assert "no longer stored. Choose its file again." in response.content.decode()


def test_evidence_that_was_begun_is_kept_with_its_picture_and_stands_there_again(desk, verdict, editor):
    picture = shown_in(VerdictFactory(rests_on_report=False)).picture
    begun = {"medium": "post", "title": "The denial", "alt": "A denial.", "picture": picture.sha256}

    desk.post(reverse("desk:keep", args=[verdict.slug]), {**typed(verdict), "sitting": "a", **begun})

    html = desk.get(reverse("desk:verdict", args=[verdict.slug])).content.decode()
    assert 'value="The denial"' in html
    assert reverse("data:small_picture", args=[picture.sha256]) in html
    assert '<option value="post" selected>' in html


def test_the_kind_that_a_form_begins_with_is_not_taken_for_unsaved_words(desk, verdict):
    desk.post(reverse("desk:keep", args=[verdict.slug]), {**typed(verdict), "sitting": "a", "medium": "document"})

    assert not UnsavedText.objects.exists()


def test_the_words_of_a_picture_are_saved_with_the_text(desk, verdict):
    evidence = shown_in(verdict)
    fields = {f"alt_{evidence.pk}": "A square.", f"seen_alt_{evidence.pk}": "A teal square."}

    desk.post(reverse("desk:verdict", args=[verdict.slug]), {**typed(verdict), **fields})

    assert Evidence.objects.get().alt == "A square."


def test_a_picture_whose_words_were_taken_out_is_given_back_and_nothing_is_saved(desk, verdict):
    evidence = shown_in(verdict)
    fields = {f"alt_{evidence.pk}": "", f"seen_alt_{evidence.pk}": "A teal square."}

    response = desk.post(reverse("desk:verdict", args=[verdict.slug]), {**typed(verdict, reasoning=TYPED), **fields})

    assert response.status_code == 422
    assert "Say in words what the picture shows" in response.content.decode()
    assert Verdict.objects.get().reasoning != TYPED


def test_the_list_shows_the_picture_small_with_what_it_is_and_who_made_it(desk, verdict):
    evidence = shown_in(verdict, maker="@mayor", made_on="2019")

    html = desk.get(reverse("desk:verdict", args=[verdict.slug])).content.decode()

    assert f'src="{reverse("data:small_picture", args=[evidence.picture.sha256])}" alt="A teal square."' in html
    assert "@mayor, 2019" in html
    assert "Screenshot" in html


def test_the_page_of_a_verdict_asks_no_more_for_many_pictures(desk, verdict, django_assert_max_num_queries):
    for colour in ("red", "lime", "blue"):
        shown_in(verdict, colour=colour)
    desk.get(reverse("desk:verdict", args=[verdict.slug]))

    with django_assert_max_num_queries(15):
        desk.get(reverse("desk:verdict", args=[verdict.slug]))
