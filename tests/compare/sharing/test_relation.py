import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.findings import RelationLabel
from factcheck.compare.sharing.relation import relate

STORY = [
    "The harbour board will close both ferry lines from October, its chairwoman told residents on Tuesday evening.",
    "The older of the two vessels failed its inspection in August, and no yard on the coast has a dock before spring.",
    "Some four thousand people cross the bay every day, most of them on their way to the shipyards and the hospital.",
    "Bus drivers will work longer shifts until the boats are back, and fares on the coastal road are to be halved.",
    "Opponents on the council say that the board knew of the cracks in the hull for two years and told nobody.",
    "A public hearing has been set for the second week of November in the old customs house on the north quay.",
]
OTHER_DESK = [
    "Commuters on the bay face a winter without boats after harbour officials suspended the ferry service.",
    "Engineers found cracks in the hull of one vessel, council members have learned, and repairs must wait for spring.",
    "Hospital workers who live across the water fear longer journeys; the bus company promises extra shifts.",
]
BREAD = [
    "A bakery in the old town won the national bread prize after eleven years of trying, its owner said.",
    "Judges praised the crust and the smell of the rye loaf, which rises for two days in wooden bowls.",
]
FURNITURE = ["Sign up", "Most read", "1. Why the tower leans", "Photo: A. Smith / Agency", "Leave a comment"]


def article(*paragraphs):
    return "\n\n".join(paragraphs)


def test_a_text_is_a_copy_of_itself():
    relation = relate(article(*STORY), article(*STORY))

    assert relation.label is RelationLabel.COPY
    assert (relation.in_original, relation.in_version) == (1, 1)


def test_a_restyled_reprint_cut_after_three_paragraphs_is_a_copy():
    reprint = (
        article(*STORY[:3]).replace("'", "’").replace("four thousand", "4,000").replace("Tuesday evening", "Tuesday")
    )

    relation = relate(article(*STORY), reprint)

    assert relation.label is RelationLabel.COPY
    assert relation.in_original < 0.6
    assert relation.in_version > 0.9


def test_page_furniture_on_either_side_does_not_change_the_answer():
    plain = relate(article(*STORY), article(*STORY[:4]))

    framed = relate(article(*FURNITURE[:3], *STORY, *FURNITURE), article(*FURNITURE[3:], *STORY[:4], *FURNITURE))

    assert framed == plain


def test_a_story_with_a_new_lede_and_reworked_paragraphs_is_an_update():
    later = [
        "Ferries on the bay stopped a day early on Wednesday when crews refused to sail, the harbour board said.",
        STORY[1].replace("in August", "last month"),
        STORY[2],
        "The union said that it would not send anybody out on a boat that it called a floating coffin.",
        STORY[4].replace("told nobody", "kept silent"),
    ]

    assert relate(article(*STORY), article(*later)).label is RelationLabel.UPDATE


def test_one_entry_of_a_live_report_is_derived_from_the_story():
    roll = article("9:15 a.m.", BREAD[0], "9:40 a.m.", *STORY[:3], "10:05 a.m.", BREAD[1], "10:20 a.m.", OTHER_DESK[2])

    assert relate(article(*STORY), roll).label is RelationLabel.DERIVED


def test_a_short_notice_with_paragraphs_out_of_a_long_story_is_derived():
    long = article(
        *STORY, *(f"{sentence} {number} more said the same." for number in range(4) for sentence in OTHER_DESK)
    )
    notice = article("You can follow the debate on the ferries live on this page all night long.", *STORY[2:4])

    assert relate(long, notice).label is RelationLabel.DERIVED


def test_two_desks_on_one_event_are_related():
    assert relate(article(*STORY), article(*OTHER_DESK)).label is RelationLabel.RELATED


def test_the_same_quoted_words_do_not_make_a_version():
    tweet = (
        "“Nobody on this board has ever hidden a crack, a leak or a broken bolt from the people who pay for the boats, "
        "and whoever says so should bring proof to the customs house,” she wrote."
    )

    relation = relate(article(OTHER_DESK[0], tweet), article(BREAD[0], tweet, STORY[5]))

    assert relation.in_original > 0.5
    assert relation.label is RelationLabel.RELATED


def test_shared_captions_do_not_make_a_version():
    caption = (
        "The older ferry leaves the north quay for the shipyards on its last morning, seen from the customs house."
    )
    pages = [article(paragraph, caption, "Photo: A. Smith") for paragraph in (OTHER_DESK[0], OTHER_DESK[1])]

    assert relate(*pages).in_version == 0


def test_texts_on_different_things_are_unrelated():
    relation = relate(article(*STORY), article(*BREAD))

    assert relation.label is RelationLabel.UNRELATED
    assert (relation.in_original, relation.in_version) == (0, 0)


@pytest.mark.parametrize("empty", ["", " \n ", "—"])
def test_a_text_without_words_is_unrelated_to_anything(empty):
    assert relate(empty, article(*STORY)).label is RelationLabel.UNRELATED


def test_chinese_versions_are_recognised():
    story = "市政府昨日宣布因船只年检未通过十月起停运两条渡轮航线。居民对此表示担忧，公交公司将增加班次。"

    assert relate(story, "本报讯：" + story).label is RelationLabel.COPY


paragraphs = st.lists(st.sampled_from([*STORY, *OTHER_DESK, *BREAD, *FURNITURE]), max_size=8)


@given(paragraphs, paragraphs)
def test_swapping_the_texts_keeps_the_label_and_swaps_the_shares(one, other):
    there, back = relate(article(*one), article(*other)), relate(article(*other), article(*one))

    assert there.label is back.label
    assert (there.in_original, there.in_version) == (back.in_version, back.in_original)


@given(st.text(max_size=300), st.text(max_size=300))
def test_shares_stay_between_none_and_all(one, other):
    relation = relate(one, other)

    assert 0 <= relation.in_original <= 1
    assert 0 <= relation.in_version <= 1
