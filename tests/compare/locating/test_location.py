import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.compare.findings import Carried, Span
from factcheck.compare.locating import locate

QUOTE = "We will not sell the harbour to anyone, because the harbour belongs to the people who built it."
ARTICLE = f"""The council met on Monday.

"{QUOTE}" the mayor said after the vote. Her deputy spoke of a "long and patient struggle" with the ministry.

Some 350 people waited outside. Nobody else would comment."""


def where(location, text):
    return [span.of(text) for span in location.spans]


def test_a_quotation_that_stands_to_the_letter_is_intact():
    location = locate(QUOTE, ARTICLE)

    assert location.status is Carried.INTACT
    assert where(location, ARTICLE) == [QUOTE]
    assert location.similarity == 1


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("[W]e will not sell the harbour to anyone", "We will not sell the harbor to anyone"),
        ("The U.S. won't pay 10,000 dollars for it", "The US won’t pay 10000 dollars for it"),
        ("a long-term plan — so to speak", "a long term plan -- so to speak"),
        ("seven ships cannot wait", "7 ships can not wait"),
        ("forty per cent of the crew", "forty percent of the crew"),
        ("José criticised the programme", "Jose criticized the program"),
        ("a counterterrorism inquiry is under way", "a counter-terrorism inquiry is under way"),
    ],
)
def test_house_style_leaves_a_quotation_intact(quote, there):
    text = f"On Monday she said: “{there},” and left the room."

    location = locate(quote, text)

    assert location.status is Carried.INTACT
    assert where(location, text) == [there]


def test_a_quotation_divided_by_its_attribution_is_split():
    first, second = QUOTE.split(", ")
    text = f'"{first}," the mayor told reporters, "{second}"'

    location = locate(QUOTE, text)

    assert location.status is Carried.SPLIT
    assert where(location, text) == [first, second.rstrip(".")]
    assert location.similarity == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("will not sell", "will sell"),
        ("to anyone", "to almost anyone"),
        ("belongs to the people", "belongs to the bankers"),
        ("the harbour to", "the tower to"),
        ("We will", "We may"),
    ],
)
def test_one_changed_word_alters_a_quotation(old, new):
    text = ARTICLE.replace(old, new, 1)

    location = locate(QUOTE, text)

    assert location.status is Carried.ALTERED
    assert location.similarity < 1


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("The bridge will cost 3.5 million to repair", "The bridge will cost 35 million to repair"),
        ("The yard owes us $500 for the old boat", "The yard owes us €500 for the old boat"),
        ("He is a man who keeps his word", "He is not a man who keeps his word"),
        ("She says he's never been to the island", "She says he is never been to the island"),
    ],
)
def test_a_changed_number_or_an_inserted_not_is_altered_however_alike_the_rest(quote, there):
    assert locate(quote, f"It was known. “{there},” a neighbour said.").status is Carried.ALTERED


@pytest.mark.parametrize("kept", ["We will not sell the harbour to anyone.", QUOTE.partition("because ")[2]])
def test_a_dropped_half_is_a_truncation(kept):
    text = f"The mayor stood firm. “{kept}” She left at noon."

    location = locate(QUOTE, text)

    assert location.status is Carried.TRUNCATED
    assert where(location, text)[0] in kept


def test_indirect_speech_in_other_words_is_a_paraphrase():
    quote = "Our engineers discovered serious cracks in the hull during last summer's inspection."
    text = "Cracks were found in the hull by engineers inspecting it over the summer, serious ones, she added."

    location = locate(quote, text)

    assert location.status is Carried.PARAPHRASED
    assert "hull" in where(location, text)[0]


def test_a_sentence_that_denies_is_no_paraphrase_of_one_that_affirms():
    quote = "Our engineers discovered serious cracks in the hull during last summer's inspection."
    text = "Cracks were never found in the hull by engineers inspecting it over the summer, serious or not, she added."

    assert locate(quote, text).status is Carried.CUT


@pytest.mark.parametrize(
    "quote",
    [
        "I would rather burn the boats than hand over the keys.",
        "the people of the harbour deserve an answer",
        "long and winding road",
        "arbour to any",
        "—",
        "",
    ],
)
def test_what_is_not_there_is_cut(quote):
    location = locate(quote, ARTICLE)

    assert location.status is Carried.CUT
    assert location.spans == ()


def test_names_that_every_text_on_the_event_has_do_not_make_a_place():
    quote = "Could it be that Senator Maria Lopez of North Haven dislikes ferries?"
    text = "Senator Maria Lopez of North Haven opened the new library on Friday."

    assert locate(quote, text).status is Carried.CUT


def test_context_chooses_among_several_places():
    text = "First she said no. Then the board said no. In the end everybody said no."

    location = locate("said no", text, prefix="Then the board ", suffix=". In the end")

    assert location.spans == (Span(34, 41),)


def test_context_chooses_even_where_it_was_rewritten():
    text = """A fisherman called it a farce. His neighbours on the quay laughed and went back to mending their nets.
The minister of transport, visiting the yard an hour later, also called it a farce."""

    location = locate("called it a farce", text, prefix="At the yard the transport minister ", suffix=" on Tuesday")

    assert location.spans[0].start > text.index("minister")


def test_a_short_quotation_without_anything_of_its_context_is_cut():
    text = "The old mill is for sale. Buyers spoke of a bitter pill last year."

    assert locate("bitter pill", text, prefix="The ferry closure is a ", suffix=" for commuters").status is Carried.CUT


def test_a_short_quotation_is_found_altered_where_its_context_stands():
    text = 'The mayor spoke for an hour. "He will not resign," the deputy mayor told reporters at the town hall.'

    location = locate("He will resign", text, prefix='for an hour. "', suffix='," the deputy mayor told reporters')

    assert location.status is Carried.ALTERED
    assert where(location, text) == ["He will not resign"]


def test_a_quotation_is_found_in_languages_without_spaces():
    text = "昨日，市长表示：“我们不会把港口卖给任何人。”随后离开。"

    location = locate("我们不会把港口卖给任何人", text)

    assert where(location, text) == ["我们不会把港口卖给任何人"]


@given(st.text(min_size=1, max_size=200), st.data())
def test_a_stored_selector_is_found_exactly_where_it_was_made(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact, prefix, suffix = text[start:end], text[max(0, start - 32) : start], text[end : end + 32]
    assume(exact.strip())

    location = locate(exact, text, prefix=prefix, suffix=suffix)

    assert location.status is Carried.INTACT
    assert where(location, text) == [exact]
    if text.find(prefix + exact + suffix) == text.rfind(prefix + exact + suffix):
        assert location.spans == (Span(start, end),)


letters = st.lists(
    st.sampled_from(["we", "will", "not", "sell", "Harbour", "it’s", "3.5", ".", '"', "said", "\n"]), max_size=30
)


@given(letters, letters, letters, letters)
def test_spans_lie_in_the_text_in_order_and_are_empty_only_if_cut(quote, text, prefix, suffix):
    quote, text, prefix, suffix = (" ".join(part) for part in (quote, text, prefix, suffix))

    location = locate(quote, text, prefix=prefix, suffix=suffix)

    assert (location.status is Carried.CUT) == (not location.spans)
    assert 0 <= location.similarity <= 1
    bounds = [bound for span in location.spans for bound in span]
    assert bounds == sorted(bounds)
    assert all(0 <= start < end <= len(text) for start, end in location.spans)


@pytest.mark.slow
@settings(max_examples=6)
@given(
    st.sampled_from(["word ", "word\n", "a", '"', "“a” ", "we will not "]),
    st.sampled_from(["word word other", "We will never sell the word", "a" * 5000, "word " * 900 + "end"]),
)
def test_a_megabyte_does_not_hang(piece, quote):
    text = piece * (1_000_000 // len(piece))
    began = time.process_time()

    locate(quote, text, prefix="some word ", suffix=" or other")

    assert time.process_time() - began < 5
