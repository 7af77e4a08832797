"""What the comparison says where a text is surer than the other, or names a source for what it heard."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

HEDGE, ATTRIBUTION, NEGATION = EditKind.HEDGE, EditKind.ATTRIBUTION, EditKind.NEGATION


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Renn asked if she could moor the boat.", "Renn asked if it was possible to moor the boat."),
        (
            "A sailor has been fined amid reports he sank the ferry.",
            "A sailor was fined after he reportedly sank the ferry.",
        ),
    ],
)
def test_a_hedge_for_one_as_sure_is_no_more_than_other_words(original, version):
    for pair in ((original, version), (version, original)):
        assert told(*pair) == ({EditKind.REWORD}, Severity.MINOR)


def test_a_hedge_for_a_weaker_one_is_told():
    assert told("The pier may be sold in May.", "The pier will probably be sold in May.")[0] == {HEDGE}


def test_hearsay_that_says_where_it_was_heard_is_a_credit_and_no_hedge():
    located = told("According to reports in Borduria, the ferry sank.", "The ferry sank.")
    bare = told("According to reports, the ferry sank.", "The ferry sank.")

    assert ATTRIBUTION in located[0] & bare[0]
    assert HEDGE in bare[0] - located[0]
    assert located[1] is bare[1] is Severity.SUBSTANTIVE


def test_what_was_learned_from_nobody_in_particular_adds_no_content():
    assert told("The ferry sank.", "It was learned that the ferry sank.") == (
        {HEDGE, ATTRIBUTION},
        Severity.SUBSTANTIVE,
    )


@pytest.mark.parametrize("word", ["not-so-happy", "no-frills"])
def test_a_negation_inside_a_compound_denies_nothing(word):
    kinds, severity = told(f"The {word} sailor sank the ferry.", "The sailor sank the ferry.")

    assert NEGATION not in kinds
    assert severity is Severity.MINOR


def test_what_you_thought_is_nobodys_belief():
    kinds, _ = told(
        "The ferry sank in May.",
        "The ferry sank in May and brought down a house that you always thought was safe.",
    )

    assert kinds.isdisjoint({HEDGE, ATTRIBUTION})


@pytest.mark.parametrize("hedge", ["tentatively", "hopefully", "arguably", "plausibly"])
def test_every_adverb_of_chance_is_a_hedge(hedge):
    kinds, severity = told("The guild sold the ferry.", f"The guild {hedge} sold the ferry.")

    assert HEDGE in kinds
    assert severity is Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The guild said it expected to sell ten boats.", "The guild said it would sell ten boats."),
        ("Dask said he believes such fairs are useful.", "Dask said such fairs are useful."),
        ("It is too early to know whether the dam might hold.", "It is too early to know whether the dam would hold."),
        ("That raised the odds of a sale.", "That raised the odds that the guild may sell."),
        ("The crew might have tried to flee or to hide.", "The crew may have tried to flee or perhaps hide."),
        ("Sales were expected to rise in May.", "The guild forecast that sales will rise in May."),
    ],
)
def test_a_hedge_where_the_other_text_is_as_unsure_matters_less(original, version):
    for pair in ((original, version), (version, original)):
        assert told(*pair)[1] is Severity.MINOR


def test_what_somebody_else_believes_or_what_only_one_text_leaves_open_is_still_a_hedge():
    for pair in (
        ("Renn said the ferry sank.", "Renn said the crew believed the ferry sank."),
        ("The dam will hold.", "The dam might hold, whether in May or in June."),
    ):
        kinds, severity = told(*pair)

        assert HEDGE in kinds
        assert severity is Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Dask appeared last month in a play.", "Dask had a part in a play last month."),
        ("Sales rose in May.", "Sales rose in May, slightly more than the guild expected."),
        ("Dask also told Tarn News that he hit the buoy.", "Dask also told the guild he hit the buoy."),
        ("Dask also alleged that the guild sold the ferry.", "Dask also contended that the guild sold the ferry."),
        ("Dask praised the ferry.", "Dask praised the ferry and said, “I believe in it.”"),
    ],
)
def test_words_that_only_look_like_hedges_are_none(original, version):
    for pair in ((original, version), (version, original)):
        assert HEDGE not in told(*pair)[0]


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("More than a dozen are feared dead in Tarn.", "More than a dozen are dead in Tarn."),
        ("The pier appeared empty.", "The pier was empty."),
        ("It appears that the ferry sank.", "The ferry sank."),
        ("It appears from the log that the ferry sank.", "The ferry sank."),
    ],
)
def test_words_that_look_like_those_are_hedges_still(original, version):
    kinds, severity = told(original, version)

    assert HEDGE in kinds
    assert severity is Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    ("doubting", "sure"),
    [
        ("Nine of the kilns are thought to have cracked.", "Nine of the kilns are known to have cracked."),
        ("Nine of the kilns are believed to have cracked.", "Nine of the kilns were found to have cracked."),
        ("It is thought that the kiln cracked.", "It is clear that the kiln cracked."),
        ("Police believe he broke the kiln.", "Police know he broke the kiln."),
        ("Police suspect fraud.", "Police have confirmed fraud."),
    ],
)
def test_what_is_known_is_surer_than_what_is_believed(doubting, sure):
    for kinds, severity in (told(doubting, sure), told(sure, doubting)):
        assert HEDGE in kinds
        assert severity is Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The kiln is believed to have cracked.", "The kiln is thought to have cracked."),
        ("Police believe he broke the kiln.", "Police think he broke the kiln."),
    ],
)
def test_one_verb_of_belief_for_another_is_style(original, version):
    assert told(original, version)[1] is Severity.STYLE


def test_what_else_was_found_is_no_surer_telling_of_a_belief():
    _, severity = told("The kiln is believed to be old.", "The kiln found in Tarn is believed to be old.")

    assert severity is Severity.MINOR
