import pytest
from hypothesis import given

from factcheck.compare.clashing import Said, gist
from factcheck.compare.clashing.contests import LEAST_CHANCE, Contradicted, weights
from factcheck.compare.clashing.topics import SharedTopic
from tests.compare.clashing.test_clashes import STATEMENTS

AROUND = "In Norland the ministry of Governor Voss speaks of the ferry. {}"


def contradicted(denying, other):
    """The denials of one statement beside the other, both out of one report."""
    one, beside = (gist(Said(words=words, around=AROUND.format(words))) for words in (denying, other))
    topic = SharedTopic(one, beside, lambda _: 0.9, is_one_paragraph=False)
    return [Contradicted(topic, denial, one, beside) for denial in one.denials]


def chance(denying, other):
    contests = [one.contest() for one in contradicted(denying, other)]
    return max((contest.chance for contest in contests if contest), default=0.0)


def test_what_one_denies_and_the_other_says_is_likely_worth_showing():
    assert chance("Voss did not sell the ferry", "Voss sold the ferry in May") >= LEAST_CHANCE


@pytest.mark.parametrize(
    ("likelier", "less"),
    [
        (
            ("Voss did not sell the ferry", "Voss sold the ferry"),
            ("Voss did not sell the ferry", "A clerk sold a coat"),
        ),
        (
            ("Reports that Voss sold the ferry are false", "Voss sold the ferry"),
            ("Voss never sold the ferry", "Voss sold the ferry"),
        ),
        (
            ("Voss did not sell the ferry", "Voss sold the ferry"),
            ("Voss did not sell the ferry", "Voss sold the ferry and did not tell the council"),
        ),
        (
            ("Voss refused to sell the ferry", "Voss sold the ferry"),
            ("The clerks refused to sell the ferry", "The ferry was sold"),
        ),
    ],
    ids=["who takes part", "called untrue", "the other denies something too", "refused by somebody else"],
)
def test_a_contest_is_likelier_the_more_both_speak_of_one_thing(likelier, less):
    assert chance(*likelier) > chance(*less)


@pytest.mark.parametrize(
    ("denying", "other"),
    [
        ("Voss did not sell the ferry", "Voss has not sold the ferry"),
        ("Voss does not enter the talks with high hopes", "Voss enters the talks with low hopes"),
        ("Ten sailors were caught in Norland, though a clerk denied it", "A clerk caught ten sailors in Norland"),
    ],
    ids=["denied by both", "the opposite is denied", "it is not who denies that is denied"],
)
def test_statements_that_can_both_stand_are_no_contest(denying, other):
    assert chance(denying, other) == 0.0


@given(STATEMENTS, STATEMENTS)
def test_every_sign_of_a_contest_has_a_weight_and_lies_between_nought_and_one(one, other):
    topic = SharedTopic(gist(one), gist(other), lambda _: 0.9, is_one_paragraph=False)

    for denial in topic.one.denials:
        contest = Contradicted(topic, denial, topic.one, topic.other)
        if contest.contest():
            assert contest.signs.keys() <= weights().keys()
            assert all(0 < value <= 1 for value in contest.signs.values())
