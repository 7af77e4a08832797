import pytest

from factcheck.compare.clashing import ClashRelation, Said, clash, gist
from factcheck.compare.clashing.deeds import excluding


def found(one, other):
    """The words of the deeds that exclude each other."""
    deeds = (gist(Said(words)).deeds for words in (one, other))
    return [(left.shown, right.shown) for left, right in excluding(*deeds)]


@pytest.mark.parametrize(
    ("one", "other", "deeds"),
    [
        ("The council of Tarn approved the quarry", "The quarry was blocked by the council", ("approved", "blocked")),
        ("Members accepted the pay offer", "Members voted the offer down by a mile", ("accepted", "voted")),
        ("The pilots called off their strike", "The strike goes ahead on Friday", ("called off", "goes ahead")),
        ("The jury acquitted Anna Voss of fraud", "Voss was found guilty of fraud", ("acquitted", "guilty")),
        ("The diary was genuine", "Scholars called the diary a forgery", ("genuine", "forgery")),
        ("Milk prices rose in spring", "Milk prices have fallen again", ("rose", "fallen")),
        ("Norland backs the treaty", "Norland opposes the treaty", ("backs", "opposes")),
        ("Anna Voss won the race", "Voss lost by a second", ("won", "lost")),
        ("The ceasefire held overnight", "The truce collapsed before dawn", ("held", "collapsed")),
        ("The cellar was dry", "Firemen said that the cellar was wet", ("dry", "wet")),
        ("The lower court upheld the fine", "The fine was quashed", ("upheld", "quashed")),
        ("The senate passed the bill", "The senate did not pass the bill", ("passed", "pass")),
        ("The tanker landed at dawn", "The ship sank", ("landed", "sank")),
        ("The trawler sank off Tarn", "The trawler has not sunk", ("sank", "sunk")),
        ("Voss resigned from the board", "The board sacked Voss", ("resigned", "sacked")),
    ],
)
def test_opposite_deeds_and_a_deed_and_its_denial_exclude_each_other(one, other, deeds):
    assert deeds in found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The senate passed the tax bill", "The senate rejected the fishing bill"),
        ("The council of Tarn approved the quarry", "The council may reject the quarry"),
        ("The council of Tarn approved the quarry", "Neighbours want the council to reject the quarry"),
        ("The council of Tarn approved the quarry", "Voss, who rejected the quarry, was away"),
        ("Norland backs the treaty", "Turland opposes the treaty"),
        ("Norland backs the treaty", "Norland opposes the tariff"),
        ("The strike was called off on Monday", "A strike goes ahead on Friday"),
        ("Milk prices rose in spring", "A fall in milk prices is due"),
        ("Anna Voss won the race", "Eva Lund lost the race"),
        ("Shares of Aldo fell", "Shares of Brenn rose"),
        ("The cellar was dry", "The attic was wet"),
        ("The harbour was closed on Monday", "The harbour was open on Thursday"),
        ("The senate did not pass the bill", "The bill was rejected by the senate"),
        ("Voss denied having forged a letter", "Voss admitted having used a car"),
    ],
)
def test_deeds_of_two_things_or_only_meant_exclude_nothing(one, other):
    assert not found(one, other)


def test_opposite_deeds_clash_in_other_words_and_beside_other_matters():
    found = clash(
        Said("The lower house approved the mining bill late on Monday after a debate of nine hours"),
        Said("Deputies threw out the mining bill, a blow to the minister, who left by a side door"),
    )

    assert found.relation == ClashRelation.CONTRADICTS
    assert found.because.endswith("; the first says “approved”, the second “threw out”")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Runner Anna Voss has been banned for doping", "Voss's ban is provisional until a second test"),
        ("Norland has approved the vaccine for adults", "Approval for the vaccine in Norland covers only the elderly"),
        ("Aldo has bought the Tarn brewery", "The purchase of the Tarn brewery is subject to a vote"),
    ],
)
def test_who_tells_of_an_event_that_it_holds_only_so_far_qualifies_it(one, other):
    found = clash(Said(one), Said(other))

    assert found.relation == ClashRelation.QUALIFIES
    assert "the second limits it" in found.because


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Runner Anna Voss has been banned for doping", "Voss's new contract is provisional"),
        ("The ban of Anna Voss is only for a year", "Voss's ban is provisional"),
        ("The sale of the brewery is subject to a vote", "The sale of the brewery depends on the shareholders"),
    ],
)
def test_a_limit_of_something_else_or_one_that_both_tell_qualifies_nothing(one, other):
    assert clash(Said(one), Said(other)) is None
