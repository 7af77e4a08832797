import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.reading.article import read
from factcheck.articles.reading.outlet_lines import FIRST, LAST, LONGEST, doubt_about, edges_of, hash_of, line_of, trim

SIGN_OFF = "Stay with the lantern for the news of the valley"
BODY = [f"The clerk of parish {n} opened the sluice gate before noon, and {n} barges passed." for n in range(12)]


def trimmed(lines, *blocks):
    received = "\n\n".join(lines)
    return trim(received, read(received, headline="Barges Pass"), frozenset(map(hash_of, blocks)))


def test_a_line_is_known_whatever_its_case_and_the_space_in_it():
    assert hash_of("Stay  With the Lantern\t") == hash_of("stay with the lantern")


def test_a_line_with_another_number_is_another_line():
    assert hash_of("The index closed at 7,012 points") != hash_of("The index closed at 7,013 points")


@given(st.text())
def test_every_hash_fits_the_database(line):
    assert -(2**63) <= hash_of(line) < 2**63


def test_only_lines_at_the_edges_are_looked_at_and_no_long_paragraph():
    long = "word " * LONGEST

    edges = edges_of("\n".join([*BODY, long]))

    assert edges == tuple(map(hash_of, [*BODY[:FIRST], *BODY[-LAST + 1 :]]))


def test_a_block_above_or_below_is_left_out_and_all_else_stays_word_for_word():
    found = trimmed(["The Valley Lantern", *BODY, SIGN_OFF], "the valley lantern", SIGN_OFF)

    assert found.text == "\n\n".join(BODY)
    assert [line.text for _, line in found.left_out] == ["The Valley Lantern", SIGN_OFF]
    assert found.edges == edges_of(found.text)


def test_a_block_in_the_middle_of_an_article_stays():
    assert trimmed([*BODY[:6], SIGN_OFF, *BODY[6:]], SIGN_OFF).left_out == ()


def test_more_blocks_than_lines_are_looked_at_are_found_one_behind_the_other():
    blocks = [f"A line of the page about matter {letter}" for letter in "abcdefghij"]

    assert trimmed([*BODY, *blocks], *blocks).text == "\n\n".join(BODY)


def test_an_article_of_blocks_alone_keeps_them():
    found = trimmed([SIGN_OFF, BODY[0]], SIGN_OFF, BODY[0])

    assert (found.left_out, found.text) == ((), f"{SIGN_OFF}\n\n{BODY[0]}")


def test_what_the_reading_left_out_already_is_not_left_out_again():
    found = trimmed([*BODY, SIGN_OFF, "© 2021 The Valley Lantern"], SIGN_OFF, "© 2021 The Valley Lantern")

    assert [line.text for _, line in found.left_out] == [SIGN_OFF]


@given(
    st.lists(st.sampled_from([*BODY, SIGN_OFF, "Lantern", "", "  ", "\r"]), min_size=1), st.sets(st.sampled_from(BODY))
)
def test_what_is_left_holds_no_block_at_its_edges(lines, blocks):
    found = trimmed(["Above.", *lines, SIGN_OFF], SIGN_OFF, *blocks)

    assert not found.blocks & set(found.edges)
    assert found.edges == edges_of(found.text)


def test_the_line_of_a_hash_is_given_as_it_stands():
    assert line_of(f"Above\n  {SIGN_OFF} \nBelow", hash_of(SIGN_OFF.upper())) == SIGN_OFF
    assert not line_of("Above", hash_of(SIGN_OFF))


@pytest.mark.parametrize(
    "line",
    [
        "LIVE UPDATES",
        "Write to the editors of The Lantern with corrections.",
        "Your subscription pays for this page.",
        "We are on the air from six.",
        "More from lantern.example.",
    ],
)
def test_a_plain_line_of_the_page_needs_nobody_s_decision(line):
    assert doubt_about(line, names=["Lantern", "lantern.example"]) == ""


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Smith, 43, of Leeds, denies all charges.", "it quotes or denies something"),
        ("Smith of The Lantern denies it.", "it quotes or denies something"),
        ("“Nothing happened,” he said", "it quotes or denies something"),
        ("The trial continues.", "it is a sentence"),
        ("The US left the treaty in 2019.", "it is a sentence"),
        ("Lanterns were lit.", "it is a sentence"),
    ],
)
def test_a_sentence_that_may_be_a_story_s_background_is_for_a_person(line, doubt):
    assert doubt_about(line, names=["Lantern", ""]).startswith(doubt)
