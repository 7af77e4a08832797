"""Small words that turn a statement, and those that stand for one another."""

import pytest

from factcheck.compare.findings import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The kiln was shut because of the gale.", "The kiln was shut a day after the gale."),
        ("The kiln was shut while the gale blew.", "The kiln was shut because the gale blew."),
        ("The kiln stays shut until Friday.", "The kiln stays shut from Friday."),
        ("The salve suits everybody apart from infants.", "The salve suits everybody including infants."),
        ("They marched in support of the levy.", "They marched in protest at the levy."),
        ("The cart rolled into the yard.", "The cart rolled out of the yard."),
        ("The geyser spouted again on Sunday.", "The geyser spouted for the first time on Sunday."),
        ("She is paid regardless of the result.", "She is paid depending on the result."),
        ("Two potters were hired instead of the weaver.", "Two potters were hired along with the weaver."),
        ("The guild sold only its youngest mules.", "Only the guild sold its youngest mules."),
        ("The cooper was sacked after the gale.", "The cooper was sacked for the gale."),
        ("The weir is on schedule, Dask said.", "The weir is behind schedule, Dask said."),
    ],
)
def test_another_bearing_of_one_thing_on_the_other_is_another_fact(original, version):
    kinds, severity = told(original, version)

    assert severity == SUBSTANTIVE
    assert EditKind.FACT in kinds


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The kiln was shut because of the gale.", "The kiln was shut owing to the gale."),
        ("The kiln was shut due to the gale.", "The kiln was shut as a result of the gale."),
        ("In spite of the gale the kiln was lit.", "Despite the gale the kiln was lit."),
        ("The salve suits all apart from infants.", "The salve suits all except for infants."),
        ("He left on condition that he was paid.", "He left provided that he was paid."),
        ("He ran in order to catch the tram.", "He ran to catch the tram."),
        ("Ahead of the fair the square was swept.", "Before the fair the square was swept."),
        ("Two ex-wardens and a clerk were named.", "Two former wardens and a clerk were named."),
        ("Guests must wear boots.", "Guests have to wear boots."),
    ],
)
def test_words_that_join_alike_are_style(original, version):
    assert told(original, version)[1] == STYLE


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("Farmers are obliged to fence the wells.", "Farmers are encouraged to fence the wells.", SUBSTANTIVE),
        ("Voting is compulsory on the isle.", "Voting is optional on the isle.", SUBSTANTIVE),
        ("Lodgers have the right to stay.", "Lodgers have been asked to stay.", SUBSTANTIVE),
        ("Carts must not use the weir.", "Carts need not use the weir.", SUBSTANTIVE),
        ("The dean is willing to testify.", "The dean has been ordered to testify.", SUBSTANTIVE),
        ("Farmers are obliged to fence the wells.", "Farmers are required to fence the wells.", MINOR),
        ("The warden asked to see the wells.", "The warden wanted to see the wells and was allowed to.", MINOR),
    ],
)
def test_who_is_bound_otherwise_is_under_another_rule(original, version, worth):
    assert told(original, version)[1] == worth


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Unless the dean pays, the barge is sold.", "If the dean does not pay, the barge is sold."),
        ("Only the warden knew of the wells.", "The warden alone knew of the wells."),
        ("The guild only sold its youngest mules.", "The guild sold only its youngest mules."),
        ("Only a gale stopped the only ferry.", "A gale stopped the only ferry and a cart."),
    ],
)
def test_an_exception_or_a_focus_put_otherwise_raises_no_alarm(original, version):
    assert told(original, version)[1] != SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        (
            "The dean sold the barge. The guild closed.",
            "Because the dean sold the barge, the guild closed.",
            SUBSTANTIVE,
        ),
        (
            "In May the guild lost its barge. It closed.",
            "In May the guild lost its barge. Consequently it closed.",
            SUBSTANTIVE,
        ),
        ("The guild lost its barge and so it closed.", "Because the guild lost its barge, it closed.", MINOR),
        ("The loan stands subject to a vote.", "The loan stands following a vote.", SUBSTANTIVE),
        ("The sale is on hold pending a vote.", "The sale is on hold after a vote.", SUBSTANTIVE),
        ("The loan came with a letter.", "The loan came after a letter.", MINOR),
        ("The salve works, but only on dry skin.", "The salve works.", SUBSTANTIVE),
        ("The salve works, though only among adults.", "The salve works.", SUBSTANTIVE),
        ("The salve works, but only just.", "The salve works.", MINOR),
        ("All but six of the men had left by noon.", "By noon only six of the men had left.", SUBSTANTIVE),
        ("If the dean had paid, the guild would be open.", "Had the dean paid, the guild would be open.", MINOR),
        ("The barge is sold unless a buyer is found.", "If no buyer is found the barge is sold.", MINOR),
        ("The hut where they met is shut.", "The hut in which they met is shut.", STYLE),
        ("The queen will open the weir.", "The queen is to open the weir.", STYLE),
        ("It rained shortly before noon.", "It rained just before noon.", STYLE),
    ],
)
def test_a_cause_or_a_condition_that_only_one_text_gives_is_another_fact(original, version, worth):
    assert told(original, version)[1] == worth
