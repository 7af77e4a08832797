from dataclasses import dataclass

import pytest

from factcheck.claims.voices import MOST_DOTS, Saying, one_sided, weight_of


@dataclass(frozen=True)
class Speaker:
    name: str = "Ada Bell"
    slug: str = "ada-bell"
    kind: str = "person"
    people: int = 1
    is_on_record: bool = True


FOUR = Speaker("four people", "four-people", "anonymous", 4, is_on_record=False)


def said(speaker, *, story="bridge", outlet="The Paper", **papers):
    return Saying("It is safe", speaker, story, outlet, **papers)


def test_a_person_with_ten_statements_in_five_papers_is_one_dot():
    weight = weight_of(said(Speaker(), story=f"story {n}", outlet=f"Paper {n % 5}") for n in range(10))

    assert [(voice.dots, voice.more) for voice in weight.voices] == [([9], 9)]
    assert weight.reach == "10 stories in 5 papers"


def test_people_whom_a_story_does_not_name_are_as_many_as_it_says_in_however_many_papers():
    weight = weight_of([said(FOUR, carried_by=["The Reprint"]), said(FOUR, outlet="The Reprint")])

    assert [len(voice.dots) for voice in weight.voices] == [4]
    assert (weight.unnamed, weight.reach) == (4, "1 story in 2 papers")


def test_unnamed_people_of_two_stories_are_not_taken_for_the_same():
    weight = weight_of([said(FOUR), said(FOUR, story="tower")])

    assert weight.unnamed == 8


def test_no_picture_grows_beyond_its_column_and_the_words_give_the_number():
    crowd = Speaker("three hundred people", "crowd", "anonymous", 300)

    (voice,) = weight_of([said(crowd)]).voices

    assert len(voice.dots) == MOST_DOTS
    assert voice.sourcing.startswith("300 people, not named")


@pytest.mark.parametrize(
    ("speaker", "form"),
    [
        (Speaker(), "named"),
        (Speaker(kind="organisation"), "named"),
        (FOUR, "unnamed"),
        (Speaker(kind="document"), "document"),
        (None, "paper"),
    ],
)
def test_each_way_of_speaking_has_a_form_of_its_own(speaker, form):
    assert [voice.form for voice in weight_of([said(speaker)]).voices] == [form]


def test_a_paper_is_named_where_it_left_out_all_that_is_said_on_a_side():
    denials = [said(Speaker(), left_out_by=["The Reprint"]), said(Speaker("B", "b"), carried_by=["The Reprint"])]

    assert weight_of(denials[:1]).missing_in == ("The Reprint",)
    assert weight_of(denials).missing_in == ()


def test_a_paper_prints_one_side_only_unless_its_text_is_older_than_the_other():
    plans = weight_of([said(FOUR, carried_by=["The Early", "The Reprint"])])
    denial = weight_of([said(Speaker(), left_out_by=["The Reprint"], not_yet_in=["The Early"])])

    assert one_sided(plans, denial) == ["The Reprint"]
    assert one_sided(plans, weight_of([])) == []
