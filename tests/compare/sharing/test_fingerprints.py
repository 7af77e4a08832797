import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.compare.sharing.fingerprints import RUN, WINDOW, fingerprint

PASSAGE = (
    "The harbour board will close both ferry lines from October because the older vessel failed its yearly inspection "
    "and the repair yard has no free dock before the spring."
)
words = st.lists(st.text("abcdefghij", min_size=1, max_size=6), min_size=1, max_size=60)


def test_the_same_words_have_the_same_fingerprints_on_every_machine():
    assert fingerprint("Seven words are enough for two runs") == (388057064150310927,)


def test_a_text_shorter_than_a_run_has_one_fingerprint_and_an_empty_one_none():
    assert len(fingerprint("Ferry closed")) == 1
    assert fingerprint("") == fingerprint(" — … ") == ()


def test_house_style_does_not_change_a_fingerprint():
    original = 'The U.S. envoy said: "We won\'t pay $10,000 for a so-called permit" -- and left.'
    restyled = "The US envoy said: “we won’t pay $10000 for a so called permit” — and left."

    assert fingerprint(original) == fingerprint(restyled)


def test_a_reprint_cut_to_one_paragraph_shares_fingerprints_with_the_whole():
    whole = f"Ferries stop running.\n\n{PASSAGE}\n\nTickets already sold stay valid until the end of next year."
    reprint = f"From our correspondent. {PASSAGE} Read more on page nine."

    shared = set(fingerprint(whole)) & set(fingerprint(reprint))

    assert len(shared) >= len(PASSAGE.split()) // (WINDOW + RUN)


def test_separate_texts_share_no_fingerprint():
    other = "A bakery in the old town won the national bread prize after eleven years of trying, its owner said."

    assert set(fingerprint(PASSAGE)).isdisjoint(fingerprint(other))


def test_languages_without_spaces_are_read_sign_by_sign():
    shared = "市政府昨日宣布因船只年检未通过十月起停运两条渡轮航线"

    assert set(fingerprint(f"本报讯{shared}。")) & set(fingerprint(f"据记者报道，{shared}，票价不变"))


def test_vowel_signs_do_not_divide_arabic_words():
    plain, marked = "أعلن المجلس إغلاق الميناء غدا صباحا", "أعلن المجلس إغلاق الميناء غدًا صباحًا"

    assert len(fingerprint(plain)) == len(fingerprint(marked)) == 1


@given(words)
def test_fingerprints_fit_a_signed_64_bit_column_and_come_once_each(text):
    found = fingerprint(" ".join(text))

    assert all(0 <= value < 2**63 for value in found)
    assert len(set(found)) == len(found)


@given(words, words, st.lists(st.text("klmnop", min_size=1, max_size=6), min_size=RUN + WINDOW - 1, max_size=30))
def test_texts_that_share_a_passage_of_the_guaranteed_length_share_a_fingerprint(before, after, passage):
    one, other = " ".join([*before, *passage]), " ".join([*passage, *after])

    assert set(fingerprint(one)) & set(fingerprint(other))


@pytest.mark.slow
@settings(max_examples=20)
@given(st.sampled_from(["a", "word ", "word\n", '"', "“a” ", "1.", "a.", "本", "’a"]))
def test_repetition_without_end_is_read_in_reasonable_time(piece):
    began = time.process_time()

    fingerprint(piece * (1_000_000 // len(piece)))

    assert time.process_time() - began < 5
