from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.compare.clashing import ClashRelation, Said, Stance, clash, gist, stance

MARCH, JUNE, LATER = date(2019, 3, 1), date(2019, 6, 1), date(2025, 6, 1)


def said(words, **known):
    return Said(words=words, **known)


def test_a_denial_clashes_with_what_it_denies_and_says_why():
    found = clash(said("Norland has offered the minister asylum"), said("Norland has not offered the minister asylum"))

    assert found.relation == ClashRelation.CONTRADICTS
    assert found.because.startswith("both about Norland, ")
    assert found.because.endswith("; the second denies “asylum”")


def test_a_reason_shows_names_whole_and_the_event_that_is_denied():
    found = clash(
        said("Reports of the death of Anna Maria Voss in her flat are false"),
        said("Anna Maria Voss was found dead in her flat"),
    )

    assert found.because == "both about Anna Maria Voss, death and flat; the first denies “dead”"
    assert found.denying == "first"


def test_other_words_for_one_matter_are_one_topic():
    plans = said("plans for a hurried departure of Admiral Voss are being prepared")
    denial = said("Admiral Voss is not planning to leave")

    assert "departure" in gist(denial).own
    assert clash(plans, denial)


def test_one_and_several_of_a_thing_are_one_matter():
    family, families = (gist(said(words)).own.keys() for words in ("a family of Tarn", "the families of Tarn"))

    assert family == families


def test_a_place_and_its_people_are_one_topic():
    assert clash(said("The Cuban port will receive the ship"), said("Cuba refused to receive the ship"))


def test_two_denials_that_cancel_out_deny_nothing():
    assert not clash(said("Norland offered the minister asylum"), said("Norland did not deny the minister asylum"))


def test_a_denial_before_the_marked_words_denies_them():
    talk = said("talk of an evacuation of the palace", sentence="She dismissed talk of an evacuation of the palace.")

    assert clash(talk, said("an evacuation of the palace is prepared")).because.endswith(
        "; the first denies “evacuation”"
    )


def test_whom_a_he_means_is_read_from_what_stands_around_it():
    plans = said("plans are prepared for Voss to leave Norland")
    denial = "He is not going anywhere"

    alone = clash(plans, said(denial))
    around = clash(plans, said(denial, around="In Norland the party says that Voss stays. He is not going anywhere."))

    assert around.score > (alone.score if alone else 0)


def test_statements_on_different_matters_do_not_clash():
    assert clash(said("The bridge over the Tarn is closed"), said("No vote was held in the northern towns")) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("The harbour master was arrested in Tarn", "Police denied that the harbour master was arrested", "denies"),
        ("Divers found the wreck off Norland", "Reports that divers found the wreck off Norland are false", "denies"),
        ("No ships will be sunk off Norland", "The navy sinks ships off Norland", "denies"),
        ("Rebels shelled the port of Tarn", "The army could not confirm that rebels shelled the port", "doubts"),
        ("There is no evidence that the Tarn dam leaks", "The Tarn dam is leaking, engineers say", "doubts"),
        ("Voss has an open mind on whether to sell the Tarn ferry", "Voss plans to sell the Tarn ferry", "leaves open"),
        ("The county purchased the Tarn ferry", "The county has not bought the Tarn ferry", "denies"),
        ("The new ferry sank off Tarn by night", "No ship has sunk off Tarn by night", "denies"),
        ("The mayor of Tarn died on Monday", "The mayor of Tarn is not dead", "denies"),
        (
            "Turland caught Voss's aunt and uncle",
            "Norland denies that Turland arrested Voss's aunt and uncle",
            "denies",
        ),
        ("Keeper Anna Lund fractured her ankle", "Anna Lund, the keeper, sprained an ankle", "“sprained”"),
        ("Morland backs the sanctions on Tarn", "Morland opposes the sanctions on Tarn", "the second “opposes”"),
        (
            "Norvane accused Petria of breaking the truce",
            "Petria accused Norvane of breaking the truce",
            "the second “Petria accused Norvane”",
        ),
        (
            "The keeper was sold to Tarn for 12 million euros",
            "The keeper was sold to Tarn for 9 million euros",
            "9000000",
        ),
        (
            "The trial of the former harbour master will open on 14 May, a paper in Tarn reports",
            "Judges have set 3 June for the trial of the former harbour master, a clerk told a paper in Norland",
            "june 3",
        ),
        ("Keeper Anna Lund is a young goalkeeper", "Anna Lund is an old goalkeeper", "are opposites"),
        ("Fares in Tarn rise by 4 percent", "Fares in Tarn rise by 7 percent", "the second 7"),
        ("Soldiers freed the Tarn hostage on Monday", "Soldiers killed the Tarn hostage on Monday", "“killed”"),
        ("Police are investigating whether the mayor of Tarn fled", "The mayor of Tarn fled", "leaves open"),
        ("The minister will travel to Tarn for talks", "The minister canceled the travel to Tarn for talks", "denies"),
        ("The council of Tarn voted down the pay offer", "The council of Tarn accepted the pay offer", "denies"),
        (
            "Norland denied claims by the government of Turland that it had agreed to a truce",
            "Norland agreed to a truce, says Turland",
            "denies “agreed”",
        ),
    ],
)
def test_a_fact_that_one_denies_doubts_or_tells_otherwise_clashes_with_the_reason_in_words(one, other, reason):
    assert reason in clash(said(one), said(other)).because


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police denied that the mayor fled Tarn", "Reports that the mayor fled Tarn are a hoax"),
        ("The mayor of Tarn fled to Norland", "The mayor of Tarn has not paid for the Norland ferry"),
        ("The mayor of Tarn fled", "If the mayor of Tarn had not fled, the bridge would stand"),
        ("The mayor of Tarn fled", "Has the mayor of Tarn not fled?"),
        ("The Tarn road stays closed to lorries", "The Tarn road has not reopened to lorries"),
        (
            "The former harbour master was born on 14 May, a paper in Tarn reports",
            "Judges have set 3 June for the trial of the harbour master, a clerk told a paper in Norland",
        ),
        ("Voss said that the Tarn ferry will be sold unless the county pays", "Voss will sell the Tarn ferry only if"),
        ("Lorries in Tarn have brakes", "Cars in Tarn do not have wings"),
        ("The mayor of Tarn was shot", "Police did not say who shot the mayor of Tarn"),
        ("The mayor of Tarn was shot", "Police declined to comment on the shot mayor of Tarn"),
        ("The mayor of Tarn was shot", "No wonder the mayor of Tarn was shot"),
        ("The mayor of Tarn was shot", "Not only the mayor of Tarn was shot"),
        ("The mayor of Tarn shot a bear", "The mayor of Tarn was denied a permit to shoot"),
        ("Soldiers guard any Tarn ferry", "There is no ferry in Tarn"),
        ("Clerks in Tarn want the ferry sold", "An unknown number of clerks in Tarn sold the ferry"),
        ("Tarn is a failed state", "Tarn is a state on the coast"),
        ("The Tarn ferry costs 40 crowns or 60 crowns", "The Tarn ferry costs 50 crowns"),
        ("There is no sign that the Tarn dam leaks", "Voss does not have a reason to think that the Tarn dam leaks"),
        (
            "The treaty was signed by both ministers in Oslo, Norland",
            "The treaty was signed by both ministers in Norland",
        ),
        ("Anna Rose opened the library in Tarn", "The water in Tarn fell"),
        ("She did not get back on the Tarn ferry", "The Tarn ferry turned back to the port"),
        ("Nobody was afraid, not even the woman on the Tarn ferry", "The woman on the Tarn ferry was stung"),
        ("Norland does not feel that the missing sailors pose a threat", "The missing sailors of Norland were found"),
        ("Voss denied the charge and claimed that Norland had paid him", "Norland had paid Voss, a clerk said"),
        ("Voss said no and tore up the Tarn contract", "Voss tore up the Tarn contract"),
        ("Voss enters the talks with low hopes", "Voss is not entering the talks with high hopes"),
        ("Inflation fell in May", "Unemployment rose in May"),
        ("He said there is no sign that the dam of Tarn leaks", "The dam of Tarn does not leak"),
        ("The couple married in Tarn in December 2013", "The couple married in Tarn on December 26, 2013"),
        ("An officer accused Voss of trying to reach Norland", "An officer tried to hire Voss in Norland"),
        ("Sales saw a decline in the Tarn market", "The Tarn market grew"),
        ("Voss will run in Tarn unless the law of Tarn stays", "Voss will run in Tarn if the law of Tarn is changed"),
    ],
)
def test_statements_that_agree_or_say_nothing_of_one_fact_do_not_clash(one, other):
    assert clash(said(one), said(other)) is None


def test_a_denial_in_other_surroundings_is_of_another_event():
    denied, told = "the clerks did not sell the old treasure", "the clerks sold a treasure of coins"
    norland, turland = (f"In {place} the {{}}, they said.".format for place in ("Norland", "Turland"))

    alike = clash(said(denied, around=norland(denied)), said(told, around=norland(told)))
    apart = clash(said(denied, around=norland(denied)), said(told, around=turland(told)))

    assert alike
    assert apart is None


def test_a_denial_behind_the_marked_words_denies_them():
    fled = said("the mayor of Tarn fled", sentence="Reports that the mayor of Tarn fled are false, police said.")

    assert clash(fled, said("the mayor fled from Tarn by night")).because.endswith("; the first denies “fled”")


def test_a_word_of_a_name_is_not_read_as_a_verb():
    assert "rise" not in gist(said("Fans of Axel Rose wept")).own


def test_a_name_alone_is_not_denied():
    assert clash(said("Anna Voss opened the new library in Norland"), said("Anna Voss never learnt to swim")) is None


def test_a_denial_that_names_somebody_else_weighs_less():
    offer = said("Turland has offered Voss asylum")

    same, other = (clash(offer, said(f"{who} has not offered Voss asylum")) for who in ("Turland", "Mexland"))

    assert same.score > other.score


def test_a_source_that_says_the_opposite_later_has_changed_its_word():
    first = said("I will stay in Norland as governor", source="Voss", said_on=MARCH)
    second = said("I would leave Norland as governor", source="Voss", said_on=JUNE)

    found = clash(first, second)

    assert found.relation == ClashRelation.REVERSES
    assert found.because.startswith("the same source on Norland")
    assert found.because.endswith("; “stay” and “leave” are opposites")


def test_a_source_is_a_topic_of_its_own_where_it_speaks_of_itself():
    first, second = (said(words, source="Voss", said_on=day) for words, day in (("I stay", MARCH), ("I leave", LATER)))

    assert clash(first, second).relation == ClashRelation.REVERSES


def test_a_denial_years_later_may_have_overtaken_what_it_denies():
    first = said("Norland would give the minister asylum", said_on=MARCH)
    second = said("Norland would never give the minister asylum", said_on=LATER)

    assert clash(first, second).relation == ClashRelation.SUPERSEDES


def test_another_number_of_the_same_thing_clashes():
    found = clash(said("12 miners died in the Tarn pit"), said("15 miners died in the Tarn pit"))

    assert found.relation == ClashRelation.CONTRADICTS
    assert found.because.endswith("; the first says 12, the second 15")


def test_a_later_number_overtakes_the_one_before():
    first, second = (said(f"{n} miners died in the Tarn pit", said_on=day) for n, day in ((12, MARCH), (15, JUNE)))

    assert clash(first, second).relation == ClashRelation.SUPERSEDES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The strike in the Tarn pit begins on Monday", "The strike in the Tarn pit begins on Friday"),
        ("The treaty was signed on March 3 by both ministers", "The treaty was signed on April 9 by both ministers"),
        ("The treaty was signed by both ministers in Oslo", "The treaty was signed by both ministers in Bergen"),
        ("The court found the miner guilty of theft", "The court found the miner innocent of theft"),
    ],
    ids=["another day", "another date", "another place", "a word of opposite meaning"],
)
def test_where_only_one_thing_differs_it_clashes(one, other):
    assert clash(said(one), said(other))


def test_a_limit_qualifies_what_is_said_without_one():
    found = clash(
        said("Turland has offered to take in Governor Voss"),
        said("Turland has offered to take in Governor Voss, although only as a last recourse"),
    )

    assert found.relation == ClashRelation.QUALIFIES
    assert "the second limits it" in found.because


@pytest.mark.parametrize(
    "limited",
    [
        "The two towns have agreed in principle to reopen the bridge, with a date still open",
        "Unless the county pays, the two towns agreed, the bridge will reopen no more",
        "The towns agreed to reopen the bridge, with the exception of the lane for lorries",
    ],
)
def test_a_limit_qualifies_what_is_told_in_other_words(limited):
    found = clash(said("Both towns have agreed to reopen the bridge after six years"), said(limited))

    assert found.relation == ClashRelation.QUALIFIES


def test_positions_against_each_other_on_one_claim_clash_whatever_the_words():
    first = said("yes", positions=(("The bridge is safe.", "supports"),))
    second = said("certainly not", positions=(("The bridge is safe.", "denies"),))

    found = clash(first, second)

    assert found.because == "One supports and one denies “The bridge is safe.”"
    assert found.score >= 0.9


def test_statements_that_a_person_put_on_one_side_do_not_clash():
    claim = (("Norland offered asylum.", "supports"),)

    assert not clash(
        said("Norland has offered asylum to Voss", positions=claim),
        said("Norland has not refused an offer of asylum to Voss, never", positions=claim),
    )


def test_rare_terms_weigh_more_than_common_ones():
    one, other = said("Norland offered the minister asylum"), said("Norland did not offer the minister asylum")

    common = clash(one, other, weight=lambda _: 0.4)
    rare = clash(one, other, weight=lambda _: 0.9)

    assert rare.score > common.score


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("The old bridge is closed", Stance.FOR),
        ("No, the old bridge is not closed", Stance.AGAINST),
        ("Story of the closed bridge is a hoax, police say", Stance.AGAINST),
        ("Old bridge reportedly closed", Stance.OBSERVING),
        ("Is the old bridge closed?", Stance.OBSERVING),
    ],
)
def test_the_stance_of_a_headline_to_a_claim_is_told(headline, expected):
    assert stance("The old bridge is closed", headline) == expected


TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            ["Norland", "Voss", "not", "never", "leaves", "asylum", "offered", "12", "15", "miners", "only", ",", "but"]
        ),
        max_size=15,
    ).map(" ".join),
)
STATEMENTS = st.builds(
    Said,
    words=TEXTS,
    sentence=TEXTS,
    around=TEXTS,
    source=st.sampled_from(["", "Voss", "a person"]),
    said_on=st.sampled_from([None, MARCH, LATER]),
    positions=st.lists(
        st.tuples(st.sampled_from(["A.", "B."]), st.sampled_from(["supports", "denies", "mentions"])),
        max_size=2,
        unique_by=lambda position: position[0],
    ).map(tuple),
)


@settings(max_examples=300)
@given(STATEMENTS, STATEMENTS)
def test_the_order_of_two_statements_changes_neither_relation_nor_score(one, other):
    found, swapped = clash(one, other), clash(other, one)

    assert (found and (found.relation, found.score)) == (swapped and (swapped.relation, swapped.score))
    assert found is None or (0 < found.score <= 1 and found.because)


@settings(max_examples=100)
@given(STATEMENTS, STATEMENTS)
def test_the_same_statements_give_the_same_answer(one, other):
    found = clash(one, other)
    gist.cache_clear()

    assert clash(one, other) == found


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_every_sentence_has_a_stance_to_every_claim(claim, sentence):
    assert stance(claim, sentence) in Stance


@pytest.mark.parametrize(
    "text", ["no " * 50_000, "x" * 1_000_000, "not, " * 50_000, "((((" * 50_000, "n't " * 50_000], ids=range(5)
)
def test_the_longest_texts_are_read(text):
    assert clash(said(text), said(text)) is None
