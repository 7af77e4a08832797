from factcheck.compare.alignment.sentence_pairs import pair_sentences


def pairs(original, version):
    return pair_sentences(original, version).partner[0]


def test_sentences_that_stand_once_in_each_text_are_paired_wherever_they_are():
    original = ["The bridge is closed.", "Traders are angry.", "The mayor is away."]

    assert pairs(original, original[::-1]) == {0: 2, 1: 1, 2: 0}


def test_house_style_makes_no_difference():
    assert pairs(["The U.S. won't pay - he's “sure”."], ["THE US won’t pay — he’s 'sure'!"]) == {0: 0}


def test_inflected_words_count_as_shared():
    original = ["Discussions happened quickly."]
    version = ["Discussion happens quick."]

    assert pairs(original, version) == {0: 0}


def test_the_more_alike_of_two_sentences_is_paired():
    original = ["The mayor said the old bridge would close on Monday."]
    version = ["The mayor said the new school would open.", "The mayor said the old bridge would close in March."]

    assert pairs(original, version) == {0: 1}


def test_of_two_equal_sentences_the_one_beside_a_pair_is_paired():
    original = ["The council met.", "He declined to comment.", "Traders were angry about the news."]
    version = ["He declined to comment.", "Nobody else came.", "He declined to comment.", original[2]]

    assert pairs(original, version) == {1: 2, 2: 3}


def test_a_reworded_sentence_is_paired_between_two_pairs_and_nowhere_else():
    reworded = "Officials at the ministry of transport gave no answer to questions."
    question = "The transport ministry did not respond to our questions."
    before, behind = "The bridge closed on Monday.", "Traders fear for their business."

    assert pairs([before, question, behind], [before, reworded, behind])[1] == 1
    assert 1 not in pairs([before, question, behind], [before, behind, "Rain fell.", reworded, "Snow fell."])


def test_unrelated_sentences_are_not_paired():
    assert not pairs(["The mayor of the town closed the bridge."], ["Prices of oil rose in the spring."])


def test_sentences_that_share_only_idle_words_are_not_paired():
    assert not pairs(["It was the end, as he had said to me."], ["As he had to be in the end of the line."])


def test_repeated_lines_are_paired_in_their_order():
    assert pairs(["Share", "Share", "Share"], ["Share", "Share"]) == {0: 0, 1: 1}
