"""Addresses that look plain are told apart from others before the validator is asked; it would say the same."""

from urllib.parse import urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.articles.formats.incoming import PLAIN_ADDRESS, Incoming, domain_of, is_web_address

LABEL = st.from_regex(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", fullmatch=True)
ENDING = st.sampled_from(["example", "co.uk", "org", "xn--p1ai", "a1", "1", "-x"])


@given(st.lists(LABEL, min_size=1, max_size=5), ENDING, st.text("aZ09-_./~", max_size=30))
def test_a_plain_address_is_one_to_the_validator_too(labels, ending, path):
    address = f"https://{'.'.join([*labels, ending])}/{path}"
    assume(PLAIN_ADDRESS.fullmatch(address))

    is_web_address(address)

    assert domain_of(address) == urlsplit(address).hostname.removeprefix("www.")[:200]


@pytest.mark.parametrize(
    "address",
    ["http://paper.example", "https://Paper.example/a", "https://paper.example:8000/a", "https://zeitung.example/über"],
)
def test_any_other_address_is_taken_as_before(address):
    Incoming(received="A text.", url=address).must_be_sound()

    assert domain_of(address) in ("paper.example", "zeitung.example")
