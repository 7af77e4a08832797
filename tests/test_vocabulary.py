"""One word for one thing, wherever it is read: on the desk, in public and in the terminal."""

import re

import pytest

from factcheck.articles.models import Article
from factcheck.claims.fates import StatementFate
from factcheck.claims.models import Carriage
from factcheck.claims.strips.picture import KEY
from factcheck.compare import Carried, RelationLabel
from factcheck.compare.sentence_rows import SentenceFate
from scripts.catalogues import messages

SAID = {  # what a page says, and other words for it that none says
    "left out": r"omit(s|ted)?|left away|not carried|no longer carries",
    "not there yet": r"not yet there|did not have it yet",
    "Verify": r"prove the chain|proved",
    "Evidence": r"what the verdict rests on",
    "Preview": r"look at (it|them) again|look at them|show what it would do|preview the page",
    "Original text": r"text as received|as it came",
    "Original page": r"page as (it was )?received",
    "retracted": r"withdrew its verdict|text that was withdrawn|what was withdrawn",
    "not on the record": r"off the record",
}
TAGS = re.compile(r"<[^>]*>")
MESSAGES = [
    (message.id,) if isinstance(message.id, str) else message.id
    for half in messages().values()
    for message in half
    if message.id and any(place.startswith("templates/") for place, _ in message.locations)
]


@pytest.mark.parametrize("words", SAID)
def test_no_page_has_a_second_word_for_it(words):
    others = re.compile(rf"\b(?:{SAID[words]})\b", re.IGNORECASE)
    said = [TAGS.sub(" ", " ".join(message)) for message in MESSAGES]

    assert not [message for message in said if others.search(" ".join(message.split()))]


def test_what_the_engine_and_the_record_call_it_has_one_word_for_people():
    assert {status.value for status in Carried} | {Carriage.Status.OUTSIDE.value} == {*Carriage.Status.values}
    assert {*Carriage.Status.values} <= {*StatementFate.values}
    assert {label.value for label in RelationLabel} - {"unrelated"} <= {*Article.Relation.values}
    assert len(set(StatementFate.labels)) == len(StatementFate.labels)


def test_the_key_of_a_picture_says_what_pages_say():
    words = {shape.classes: shape.words for shape in KEY}

    assert words["cut left-out"] == StatementFate.LEFT_OUT.label
    assert words["added"] == SentenceFate.ADDED == StatementFate.ADDED.label
    assert {words["kept"], words["edited"]} == {SentenceFate.KEPT, SentenceFate.EDITED}
