from factcheck.compare.alignment.align import Link, align

BRIDGE = "The council voted to close the old bridge."
TRADERS = "Traders on the north bank fear for their business."
MAYOR = "The mayor was in Paris and could not be reached."


def one(at):
    return range(at, at + 1)


def test_sentences_in_the_same_order_are_linked_one_to_one():
    assert align([BRIDGE, TRADERS], [BRIDGE, TRADERS]) == [Link(one(0), one(0)), Link(one(1), one(1))]


def test_a_sentence_that_was_split_is_linked_with_its_parts():
    whole = "The council voted to close the old bridge, so traders on the north bank fear for their business."

    assert align([whole, MAYOR], [BRIDGE, TRADERS, MAYOR]) == [Link(one(0), range(2)), Link(one(1), one(2))]


def test_three_sentences_that_were_merged_are_linked_with_the_whole():
    whole = (
        "The council voted to close the old bridge, traders on the north bank fear for their business, "
        "and the mayor was in Paris and could not be reached."
    )

    assert align([BRIDGE, TRADERS, MAYOR], [whole]) == [Link(range(3), one(0))]


def test_a_sentence_beside_a_pair_that_the_pair_does_not_explain_stays_alone():
    longer = "The council voted to close the old bridge in the spring of next year."

    links = align([BRIDGE, TRADERS], [longer])

    assert links == [Link(one(0), one(0)), Link(one(1), range(0))]


def test_the_fewest_words_are_called_moved():
    original = [BRIDGE, TRADERS, MAYOR]

    links = align(original, [MAYOR, BRIDGE, TRADERS])

    assert [(link.original, link.moved) for link in links] == [(one(2), True), (one(0), False), (one(1), False)]


def test_which_of_two_swapped_sentences_moved_does_not_depend_on_which_text_comes_first():
    original, version = ["Red lights went on.", "Tall ships came in."], ["Tall ships came in.", "Red lights went on."]

    [moved] = [link for link in align(original, version) if link.moved]
    [mirrored] = [link for link in align(version, original) if link.moved]

    assert (moved.original, moved.version) == (mirrored.version, mirrored.original)


def test_links_follow_the_version_and_a_cut_stands_behind_what_it_followed():
    links = align([BRIDGE, TRADERS, MAYOR], ["Rain fell all day.", BRIDGE, MAYOR])

    assert links == [
        Link(range(0), one(0)),
        Link(one(0), one(1)),
        Link(one(1), range(0)),
        Link(one(2), one(2)),
    ]
