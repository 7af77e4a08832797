"""What the comparison says of a figure in other words, and of other words that give another figure."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("A three-day strike was called in Tarn.", "A strike of three days was called in Tarn."),
        ("Renn, 34, sells boats in Tarn.", "The 34-year-old Renn sells boats in Tarn."),
        ("Tarn Rovers beat Velm 3-1 on Sunday.", "Tarn Rovers won 3-1 against Velm on Sunday."),
        ("Tarn lost 3-2 to Velm on Sunday.", "Tarn were beaten 3-2 by Velm on Sunday."),
        ("The rate in Tarn fell to 3 percent from 4 percent.", "The rate in Tarn fell from 4 percent to 3 percent."),
        ("A total of 300 boats left Tarn.", "In all, 300 boats left Tarn."),
        ("The lot in Tarn cost USD 10 million.", "The lot in Tarn cost $10 million."),
        ("The pier in Tarn cost 2 crore rupees.", "The pier in Tarn cost 20 million rupees."),
        ("The bank in Tarn cut its rate by .25 percent.", "The bank in Tarn cut its rate by 0.25 percent."),
        ("One hundred and fifty boats left Tarn.", "150 boats left Tarn."),
        ("Renn was born on the third of May.", "Renn was born on 3 May."),
        ("The boat left Tarn the next day.", "The boat left Tarn the following day."),
        ("The guild in Tarn raised £400 in May.", "The guild in Tarn raised Â£400 in May."),
    ],
)
def test_a_figure_in_other_words_is_style(original, version):
    assert told(original, version)[1] is STYLE
    assert told(version, original)[1] is STYLE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The strike in Tarn went on for 18 months.", "The strike in Tarn went on for a year and a half."),
        ("Half an hour later the boat sank.", "Thirty minutes later the boat sank."),
        ("The film of the boat runs 2 hours 15 minutes.", "The film of the boat runs 135 minutes."),
        ("The pike weighed 3kg.", "The pike weighed 6lb 10oz."),
        ("The lot covers 250 acres.", "The lot covers one square kilometre."),
        ("A third of voters in Tarn like the pier.", "33 percent of voters in Tarn like the pier."),
    ],
)
def test_a_figure_in_other_units_is_minor(original, version):
    assert told(original, version)[1] is MINOR
    assert told(version, original)[1] is MINOR


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("A handful of boats left Tarn.", "Hundreds of boats left Tarn."),
        ("The guild in Tarn has half a dozen boats.", "The guild in Tarn has a dozen boats."),
        ("One in five boats in Tarn leaks.", "Five percent of boats in Tarn leak."),
        ("Prices in Tarn have doubled since May.", "Prices in Tarn have risen by 50 percent since May."),
        ("Prices in Tarn rose fivefold.", "Prices in Tarn rose tenfold."),
        ("Renn won 6-4, 6-3, 6-4 in Tarn.", "Renn won 6-4, 6-3, 7-5 in Tarn."),
        ("Three were killed and five hurt in Tarn.", "Five were killed and five hurt in Tarn."),
        ("The pier cost 3 million Canadian dollars.", "The pier cost 3 million Australian dollars."),
        ("The pier cost 300 baht.", "The pier cost 300 ringgit."),
        ("The ban on boats runs until 1 May.", "The ban on boats runs from 1 May."),
        ("Offers for the pier must arrive by Friday.", "Offers for the pier must arrive after Friday."),
        ("Renn resigned on the day of the vote.", "Renn resigned on the day after the vote."),
        ("It blew up on the feast of the saint.", "It blew up on the eve of the feast of the saint."),
        ("Renn was held minutes before the feast.", "Renn was held hours before the feast."),
        ("The guild in Tarn meets this week.", "The guild in Tarn meets next week."),
        ("The guild in Tarn met last week.", "The guild in Tarn met the week before last."),
        ("The guild in Tarn meets on Tuesday.", "The guild in Tarn meets on Tuesday week."),
        ("Tarn has the largest pier of all.", "Tarn has the second largest pier of all."),
        ("The gate of Tarn closes at dusk.", "The gate of Tarn closes at dawn."),
        ("The pier opens in spring.", "The pier opens in autumn."),
        ("The two terms will run concurrently.", "The two terms will run consecutively."),
        ("The median wage in Tarn is 3,000 crowns.", "The average wage in Tarn is 3,000 crowns."),
        ("The guild made a gross profit of 300 crowns.", "The guild made a net profit of 300 crowns."),
        ("The pier costs 4 million crowns a year.", "The pier costs 4 million crowns over five years."),
        ("The pier costs 4 million crowns a year.", "The pier costs 4 million crowns in total."),
        ("Families will get 200 crowns per child.", "Families will get 200 crowns."),
        (
            "Two in five of the sailors who died had been drinking.",
            "Two in five of the sailors who had been drinking died.",
        ),
        ("Ten percent of the convicted were sailors.", "Ten percent of sailors were convicted."),
    ],
)
def test_other_words_that_give_another_figure_matter(original, version):
    assert told(original, version)[1] is SUBSTANTIVE
    assert told(version, original)[1] is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Renn left the pier to the guild.", "Renn left the pier by the guild."),
        ("The guild of Tarn met last week.", "The guild of Tarn met this week."),
        ("Renn came from the pier.", "Renn came by the pier."),
        ("The full boats of 48 are late.", "The full boats of 48 each are late."),
        ("Half of the sailors who on Sunday had sung left.", "Half of the sailors who had sung on Sunday left."),
        (
            "It cost 4 cents per share above what the share was worth.",
            "It cost 4 cents above what the share was worth.",
        ),
        ("The gate is on the day side of the pier.", "The gate is on the day side by the pier."),
    ],
)
def test_words_that_only_look_like_a_figure_raise_no_alarm(original, version):
    assert told(original, version)[1] is not SUBSTANTIVE
    assert told(version, original)[1] is not SUBSTANTIVE


def test_words_of_a_quotation_are_not_put_otherwise_as_style():
    kinds, severity = told("“More than 300 boats left Tarn,” Renn said.", "“Over 300 boats left Tarn,” Renn said.")

    assert EditKind.QUOTE in kinds
    assert severity is not STYLE
