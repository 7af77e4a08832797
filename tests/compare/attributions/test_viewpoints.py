import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("In the words of the coroner, Vera Holm, the fire was avoidable.",
         "the coroner, Vera Holm", "the fire was avoidable"),
        ("In Holm’s view, the fire was avoidable.", "Holm’s", "the fire was avoidable"),
        ("By his own admission, Holm slept through the fire.", "his", "Holm slept through the fire"),
        ("Forty homes were lost, by the council’s count.", "the council’s", "Forty homes were lost"),
        ("The fire was avoidable, in the opinion of two inspectors.", "two inspectors", "The fire was avoidable"),
        ("The fire, in Holm’s view, began below.", "Holm’s", "The fire, in Holm’s view, began below"),
        ("As noted by the coroner, the fire was avoidable.", "the coroner", "the fire was avoidable"),
        ("Allegedly, the fire was avoidable.", None, "the fire was avoidable"),
        ("Per the fire service, 40 homes were lost.", "the fire service", "40 homes were lost"),
        ("To hear Holm tell it, the fire was avoidable.", "Holm", "the fire was avoidable"),
        ("As far as Holm is concerned, the fire was avoidable.", "Holm", "the fire was avoidable"),
        ("“Nothing could be done,” according to Vera Holm.", "Vera Holm", "“Nothing could be done,”"),
        ("The blaze was, in the words of one witness, “a wall of light”.", "one witness", "“a wall of light”"),
    ],
)  # fmt: skip
def test_words_beside_a_sentence_say_by_whose_word_it_holds(text, source, said):
    ((found, _, content),) = told(text)

    assert (found, content) == (source, said)


@pytest.mark.parametrize(
    "text",
    [
        "In the north of the county, 40 homes were lost.",
        "In Holm’s kitchen, the fire began at noon.",
        "By the end of the week, the fire was out.",
        "The fire spread, by the council’s fleet of vans, to the quay.",
        "Holm earned £9 per hour, six days a week.",
    ],
)
def test_words_of_place_and_time_are_nobodys_view(text):
    assert told(text) == []


def test_a_noun_in_the_name_of_the_source_is_no_verb():
    text = "The club had lost £4m, according to its accounts and reports."

    assert [(source, said) for source, _, said in told(text)] == [("its accounts and reports", "The club had lost £4m")]
