"""Editors find letters in the inbox, answer them, make claims of them, or put them aside."""

from __future__ import annotations

from factcheck.claims.models import Claim
from factcheck.verdicts.models import Letter
from tests.factories import ClaimFactory, LetterFactory, LetterWriterFactory
from tests.public.reading import text_of


def test_open_letters_wait_in_everybody_s_inbox_with_their_number(desk):
    LetterFactory(text="The pier is elsewhere.")
    LetterFactory(text="Done.", state="dismissed")

    inbox = text_of(desk.get("/desk/"))

    assert "From a reader · An error reported" in inbox
    assert "The pier is elsewhere." in inbox
    assert "Done." not in inbox
    assert desk.get("/desk/").context["user"].waiting.total == 1
    assert "The pier is elsewhere." in text_of(desk.get("/desk/?kind=letter"))


def test_the_list_shows_open_ones_and_others_where_asked(desk):
    LetterFactory(text="The pier is elsewhere.")
    LetterFactory(text="The lighthouse is sold.", sent_claim=True, state="answered", answer="Yes.", times=3)

    assert "The pier" in text_of(desk.get("/desk/letters/"))
    assert "The lighthouse" not in text_of(desk.get("/desk/letters/"))
    assert "sent 3 times" in text_of(desk.get("/desk/letters/?state=answered"))
    assert "The lighthouse" in text_of(desk.get("/desk/letters/?state=all&kind=claim"))
    assert "The pier" not in text_of(desk.get("/desk/letters/?state=all&kind=claim"))


def test_a_letter_is_answered_and_the_address_is_told_to_nobody(desk):
    letter = LetterWriterFactory(address="ana@reader.example").letter

    page = desk.get(f"/desk/letters/{letter.pk}/").content.decode()
    assert "The answer goes to the mail address that was left" in page
    assert "ana@reader.example" not in page
    answered = desk.post(f"/desk/letters/{letter.pk}/answer/", {"answer": "It is corrected."}, follow=True)

    assert "Answered." in text_of(answered)
    assert Letter.objects.get().state == "answered"


def test_an_answer_that_comes_second_is_given_back(desk, as_user, reviewer):
    letter = LetterFactory()
    as_user(reviewer).post(f"/desk/letters/{letter.pk}/answer/", {"answer": "It is corrected."})

    late = desk.post(f"/desk/letters/{letter.pk}/answer/", {"answer": "My long answer."})

    assert late.status_code == 422
    assert f"{reviewer.first_name} has dealt with this letter already" in text_of(late)
    assert "My long answer." in text_of(late)


def test_an_empty_answer_is_refused_with_a_sentence(desk):
    letter = LetterFactory()

    refused = desk.post(f"/desk/letters/{letter.pk}/answer/", {"answer": ""})

    assert refused.status_code == 422
    assert "Write what the reader is to be told." in text_of(refused)


def test_a_letter_is_put_aside_with_a_note_and_opened_again(desk):
    letter = LetterFactory()

    aside = desk.post(f"/desk/letters/{letter.pk}/dismiss/", {"note": "Advertising"}, follow=True)

    assert "Put aside." in text_of(aside)
    assert "Advertising" in text_of(desk.get(f"/desk/letters/{letter.pk}/"))
    desk.post(f"/desk/letters/{letter.pk}/reopen/")
    assert Letter.objects.get().is_open


def test_a_claim_is_made_of_a_letter_or_found(desk):
    ClaimFactory(text="The lighthouse was sold.", slug="lighthouse")
    letter = LetterFactory(sent_claim=True, text="The lighthouse was sold to a bank.")

    page = text_of(desk.get(f"/desk/letters/{letter.pk}/"))
    assert "The desk has claims like it: The lighthouse was sold." in page
    made = desk.post(f"/desk/letters/{letter.pk}/claim/", {"text": "The lighthouse was sold to a bank."})

    claim = Claim.objects.get(text="The lighthouse was sold to a bank.")
    assert made.url == f"/desk/claims/{claim.slug}/"
    assert Letter.objects.get().claim == claim
    refused = desk.post(f"/desk/letters/{letter.pk}/claim/", {"text": "x" * 201})
    assert refused.status_code == 422


def test_words_that_nobody_should_keep_are_deleted(desk):
    letter = LetterWriterFactory(letter__text="My telephone is 555.").letter

    desk.post(f"/desk/letters/{letter.pk}/forget/")

    assert "555" not in text_of(desk.get(f"/desk/letters/{letter.pk}/"))
    assert "Its words are deleted." in text_of(desk.get("/desk/letters/?state=all"))


def test_what_a_reader_wrote_is_shown_as_words(desk):
    letter = LetterFactory(text="<script>alert(1)</script>", place="javascript:alert(1)")

    page = desk.get(f"/desk/letters/{letter.pk}/").content.decode()

    assert "<script>alert" not in page
    assert 'href="javascript' not in page
