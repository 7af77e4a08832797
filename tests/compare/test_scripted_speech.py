"""How much of scripted speech is found, and how much of what is found was said: by kind and by language."""

import pytest

from factcheck.compare import find_attributions
from tests.compare.scripted_speech import KINDS, SPEECH, in_marks, scripted, spoken_in

LEAST = 0.95


def scored(texts, language="en"):
    """The share of utterances found with their speaker, and the share of what is found that is one of them."""
    wanted = found = hits = 0
    for said in texts:
        read = [
            (one.source.of(said.text) if one.source else "", one.content.of(said.text))
            for one in find_attributions(said.text, language=language)
        ]
        wanted += len(said.utterances)
        found += len(read)
        hits += sum(
            any(speaker in source and words in content for source, content in read)
            and not any(words in content and speaker not in source for source, content in read)
            for speaker, words in said.utterances
        )
    return hits / wanted if wanted else 1.0, hits / found if found else 1.0


@pytest.mark.parametrize("kind", KINDS)
def test_speech_of_each_kind_is_given_to_who_said_it(kind):
    recall, precision = scored(scripted(kind))

    assert recall >= LEAST
    assert precision >= LEAST


def test_speech_is_found_in_the_marks_of_every_house():
    recall, precision = scored(in_marks())

    assert recall >= LEAST
    assert precision >= LEAST


@pytest.mark.parametrize("language", SPEECH)
def test_direct_speech_of_each_language_is_given_to_who_said_it(language):
    recall, precision = scored(spoken_in(language), language)

    assert recall >= LEAST
    assert precision >= LEAST
