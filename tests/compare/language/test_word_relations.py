"""Words and their relations, by general examples, and what must hold of every pair."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.compare.language.noun_classes import class_of, is_kind_of, is_person
from factcheck.compare.language.word_relations import (
    are_derived,
    are_opposites,
    are_rivals,
    are_synonyms,
    is_verb_of_saying,
    root_of,
)
from factcheck.compare.lexicon import lines_of

KNOWN = sorted(
    {
        word
        for name in ("wordnet_opposites", "wordnet_derived", "wordnet_synonyms", "wordnet_verbs")
        for line in lines_of(f"learned/{name}")
        for word in line.replace(":", " ").replace(",", " ").replace("~", " ").split()
    }
    | {word.removesuffix("2") for line in lines_of("learned/wordnet_nouns") for word in line.split()[2:]}
)
words = st.sampled_from(KNOWN)


def pairs(text):
    return [tuple(pair.split()) for pair in text.split(",")]


@pytest.mark.parametrize(
    ("word", "other"),
    pairs(
        "safe unsafe,alive dead,deceased alive,legal illegal,accept reject,accepted refused,increases decreased,"
        "won lost,denial admission,acceptance rejection,guilty innocent,open closed,buying sold,possible impossible,"
        "True false,agrees disagreed,approve disapproves,strengthened weakened,victory defeat,war peace,"
        "success failure,strong weak,allows forbids,up down,arrived left"
    ),
)
def test_antonyms_are_opposites_in_every_form(word, other):
    assert are_opposites(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    pairs("safe secure,dead deceased,win wins,table chair,say said,refuse decline,large big,killed killing,the of"),
)
def test_words_that_can_both_hold_are_no_opposites(word, other):
    assert not are_opposites(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    pairs(
        "senator governor,singers guitarist,hurt killed,injured dead,arrested charged,charge convicts,Monday Tuesday,"
        "January March,red blue,river lake,mayor senator,gun knife,car truck,north south,missing dead,yesterday today,"
        "planned attempted"
    ),
)
def test_words_of_one_place_that_name_different_things_are_rivals(word, other):
    assert are_rivals(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    pairs(
        "mayor official,doctor physician,mayor politician,lawyer attorney,city cities,chairman president,"
        "reporter journalist,senator legislator,injured hurt,wounds injured,detained arrested,Jan January,"
        "car automobile,author writer,man suspect,teacher woman,mayor table,the of"
    ),
)
def test_synonyms_and_a_word_for_its_kind_are_no_rivals(word, other):
    assert not are_rivals(word, other)


@pytest.mark.parametrize(
    ("word", "root"),
    pairs(
        "denial deny,departures depart,refusal refuse,death die,rejection reject,killer kill,resignation resign,"
        "announcements announce,growth grow,election elect,denied denied"
    ),
)
def test_a_noun_goes_back_to_the_verb_it_is_derived_from(word, root):
    assert root_of(word) == root


@pytest.mark.parametrize(
    ("word", "other"),
    pairs("denial denied,departed departure,refusal refuses,death died,elected election,investigation investigators"),
)
def test_words_of_one_root_are_derived(word, other):
    assert are_derived(word, other)


@pytest.mark.parametrize(("word", "other"), pairs("denial departure,safe save,mayor major,table chair"))
def test_words_that_only_look_alike_are_not_derived(word, other):
    assert not are_derived(word, other)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("mayors", "occupation"),
        ("minister", "occupation"),
        ("victim", "person"),
        ("company", "organisation"),
        ("party", "organisation"),
        ("river", "place"),
        ("city", "place"),
        ("report", "document"),
        ("attack", "event"),
        ("election", "event"),
        ("metre", "unit"),
        ("March", "calendar"),
        ("red", "colour"),
        ("truck", "artefact"),
        ("xyzzy", None),
    ],
)
def test_a_noun_stands_for_a_class(noun, expected):
    assert class_of(noun) == expected


def test_an_office_is_held_by_a_person_and_a_hall_is_not():
    assert is_person("senators")
    assert is_person("victim")
    assert not is_person("building")


def test_a_kind_is_of_what_is_above_it_only():
    assert is_kind_of("senators", "leader")
    assert not is_kind_of("leader", "senator")
    assert not is_kind_of("senator", "senators")


def test_verbs_of_communication_are_verbs_of_saying():
    assert all(map(is_verb_of_saying, ["said", "denies", "announced", "claim", "warns"]))
    assert not any(map(is_verb_of_saying, ["walked", "built", "the"]))


@settings(deadline=None)
@given(words, words)
def test_relations_hold_both_ways(word, other):
    for holds in (are_opposites, are_rivals, are_synonyms, are_derived):
        assert holds(word, other) == holds(other, word)


@settings(deadline=None)
@given(words)
def test_no_word_is_its_own_opposite_or_rival(word):
    assert not are_opposites(word, word)
    assert not are_rivals(word, word)
    assert are_synonyms(word, word)


@settings(deadline=None)
@given(st.sampled_from([line.removeprefix("~ ").split() for line in lines_of("learned/wordnet_synonyms")]), st.data())
def test_synonyms_are_never_rivals(group, data):
    word, other = data.draw(st.sampled_from(group)), data.draw(st.sampled_from(group))

    assert not are_rivals(word, other)


@settings(deadline=None)
@given(words, words)
def test_what_is_a_kind_of_the_other_is_no_rival(word, other):
    assert not (is_kind_of(word, other) and are_rivals(word, other))
